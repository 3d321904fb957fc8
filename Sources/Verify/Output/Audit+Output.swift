extension Audit {
  /// The answers, and the roots in a table.
  var lines: [String] {
    var lines: [String] = []
    for answer in answers {
      lines.append("\(answer.claim.question ?? "") \(answer.answer).")
      lines += answer.reasons.map { "  " + $0 }
      lines.append("")
    }
    guard !roots.isEmpty else { return lines }
    lines.append("False as printed, by itself:")
    lines.append("")
    lines += table.text.split(separator: "\n").map(String.init)
    let remarks = roots.flatMap(\.remarks)
    if !remarks.isEmpty { lines += [""] + remarks }
    return lines
  }

  /// The roots.
  var table: TextTable {
    var table = TextTable(["statement", "kind", "where", "what is true"])
    table.widest = [2: 40, 3: 60]
    for root in roots {
      table.add([
        root.claim.id, root.claim.fault?.kind ?? "—", root.claim.source,
        root.truth ?? root.correction.rawValue,
      ])
    }
    return table
  }

  var markdown: String {
    var text = ""
    for answer in answers {
      text += "**\(answer.claim.question ?? "")** \(answer.answer).\n\n"
      text += answer.reasons.map { "- \($0)\n" }.joined() + "\n"
    }
    guard !roots.isEmpty else { return text }
    text += "False as printed, by itself:\n\n" + table.markdown
    let remarks = roots.flatMap(\.remarks)
    if !remarks.isEmpty { text += "\n" + remarks.map { "- \($0)\n" }.joined() }
    return text
  }

  var json: JSON {
    .object([
      "answers": .array(
        answers.map {
          .object([
            "claim": .string($0.claim.id), "question": .string($0.claim.question ?? ""),
            "answer": .string($0.answer), "reasons": .array($0.reasons.map(JSON.string)),
          ])
        }),
      "roots": .array(roots.map(\.json)),
      "printed": printed.json,
      "ours": ours.json,
    ])
  }
}

extension Audit.Finding {
  /// What inherits from it, and what leans on it and falls with it or for reasons of its own.
  var remarks: [String] {
    var parts: [String] = []
    if !heirs.isEmpty { parts.append("false because of it: \(heirs.joined(separator: ", "))") }
    if !falling.isEmpty {
      parts.append(
        "lean on it and are false for another reason: \(falling.joined(separator: ", "))")
    }
    if let standingText { parts.append(standingText) }
    return parts.isEmpty ? [] : ["\(claim.id): \(parts.joined(separator: "; "))."]
  }

  fileprivate var json: JSON {
    .object([
      "claim": .string(claim.id), "kind": .string(claim.fault?.kind ?? ""),
      "correction": .string(correction.rawValue), "inherit": .array(heirs.map(JSON.string)),
      "stand": .array(standing.map(JSON.string)), "fall": .array(falling.map(JSON.string)),
    ])
  }
}

extension Audit.Count {
  fileprivate var json: JSON {
    .object(["decided": .integer(decided), "hold": .integer(holding)])
  }
}
