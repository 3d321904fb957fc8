import Claims
import Losses
import Rational

/// How proposed constructions are shown.
struct ConstructionText {
  /// What all are compared with besides collapse: its blocks for K classes and L layers; nil where they
  /// are not exact.
  struct Rival {
    let name: String
    let blocks: (_ classes: Int, _ layers: Int) throws -> [Construction]?
  }

  private let constructions: [ProposedConstruction]
  private let rival: Rival?
  private let layers: [Int]

  init(_ constructions: [ProposedConstruction], rival: Rival?, layers: [Int]) {
    self.constructions = constructions
    self.rival = rival
    self.layers = layers
  }

  func write(to answer: inout Answer) throws {
    var entries: [JSON] = []
    for construction in constructions {
      answer.sections.append(
        .paragraph(
          ["\(construction.name): K = \(construction.classes) classes"]
            + construction.description.map { "  \($0)" }))
      answer.add(invariants(construction))
      let rows = try layers.map { try row(construction, layers: $0) }
      answer.add(table(rows))
      if rows.contains(where: { !$0.isDecided }) { answer.status = .undecided }
      entries.append(json(construction, rows))
    }
    answer.members["constructions"] = .array(entries)
    answer.add(
      "less, more: for every Λ = n·λ_H·λ_1⋯λ_L where the other one is not zero. D = ν² ρ^(L-3) κ.")
  }

  // MARK: Invariants

  private func invariants(_ construction: ProposedConstruction) -> TextTable {
    var table = TextTable(["", "exact", "decimal"])
    for (name, exact, decimal) in values(construction) { table.add([name, exact, decimal]) }
    return table
  }

  private func values(
    _ construction: ProposedConstruction
  ) -> [(name: String, exact: String, decimal: String)] {
    func row(_ name: String, _ value: Surd) -> (String, String, String) {
      (name, "\(value)", value.rational?.isInteger == true ? "" : value.decimal(digits: 10))
    }
    var rows: [(String, String, String)] = []
    switch construction.nuclearNorm {
    case .exact(let value): rows.append(row("ν", value))
    case .enclosed(let value): rows.append(("ν", "", value.shown(digits: 15)))
    }
    rows.append(("ρ", "\(construction.rank)", ""))
    rows.append(row("κ", construction.lastLayerNorm))
    if let spectrum = construction.spectrum {
      for line in spectrum {
        let (_, exact, decimal) = row("", line.value)
        rows.append(("μ, \(line.multiplicity) times", exact, decimal))
      }
    }
    if let sum = construction.reciprocalSum {
      rows.append(row("Σ 1/μ", sum))
    } else {
      rows.append(("Σ 1/μ", "an eigenvalue is zero", ""))
    }
    return rows
  }

  // MARK: Layers

  private struct Row {
    let layers: Int
    let criterion: String
    let againstCollapse: String
    let decidedBy: String
    let againstRival: String?
    let isDecided: Bool
  }

  private func table(_ rows: [Row]) -> TextTable {
    let rivalColumn = rival.map { ["against \($0.name)"] } ?? []
    var table = TextTable(
      ["L", "D Σ 1/μ / K^(L+1)", "against DNC", "decided by"] + rivalColumn)
    table.rightAligned = [0]
    for row in rows {
      table.add(
        ["\(row.layers)", row.criterion, row.againstCollapse, row.decidedBy]
          + (row.againstRival.map { [$0] } ?? []))
    }
    return table
  }

  private func row(_ construction: ProposedConstruction, layers: Int) throws -> Row {
    let criterion = layers > 2 ? construction.criterion(layers: layers) : nil
    let (answer, reason, isDecided) = Self.compare(construction, layers: layers)
    var againstRival: String?
    if let rival {
      if let left = construction.exact(layers: layers),
        let right = try rival.blocks(construction.classes, layers)
      {
        againstRival = Self.order(left, right, layers: layers)
      } else {
        againstRival = "?"
      }
    }
    return Row(
      layers: layers, criterion: criterion.map { $0.shown(digits: 8) } ?? "—",
      againstCollapse: answer, decidedBy: reason, againstRival: againstRival,
      isDecided: isDecided && againstRival != "?")
  }

  /// Against deep neural collapse.
  static func compare(
    _ construction: ProposedConstruction, layers: Int
  ) -> (answer: String, reason: String, isDecided: Bool) {
    let criterion = layers > 2 ? construction.criterion(layers: layers) : nil
    if let criterion, criterion.upper < 1 { return ("less", "D Σ 1/μ < K^(L+1)", true) }
    guard let exact = construction.exact(layers: layers) else {
      return ("?", "the invariants are not exact", false)
    }
    switch UniformComparison([exact], layers: layers).verdict {
    case .alwaysLess(.smallestEigenvalue): return ("less", "D/μ_min < K^L", true)
    case .alwaysLess(.allEigenvalues):
      return ("less", "mean of 1/(1 + c_i x) < 1/(1 + x) for all x ≥ L-1", true)
    case .alwaysGreater: return ("more", "c_i ≤ 1, or the mean above for every x", true)
    case .alwaysEqual: return ("equal", "all c_i = 1", true)
    case .counterexample:
      guard exact.gramSpectrum.allSatisfy(\.value.isRational) else {
        return ("depends on Λ", "exact orders on both sides", true)
      }
      let diagram = PhaseDiagram(exact, layers: layers, digits: 8)
      return (ranges(diagram), "the critical values and crossings", true)
    case .undecided: return ("?", "no criterion and no counterexample", false)
    }
  }

  /// `more up to Λ = 0.1…, then less`
  private static func ranges(_ diagram: PhaseDiagram) -> String {
    var parts: [String] = []
    for range in diagram.ranges.dropLast() {
      let word =
        switch range.order {
        case .less: "less"
        case .greater: "more"
        case .equal: "equal"
        case nil: "?"
        }
      let end = range.upper.value.map { $0.shown(digits: 8) } ?? "∞"
      if let last = parts.last, last.hasPrefix(word) { parts.removeLast() }
      parts.append("\(word) up to \(end)")
    }
    return parts.joined(separator: ", ")
  }

  /// Against other blocks.
  static func order(_ left: Construction, _ right: [Construction], layers: Int) -> String {
    switch ConstructionOrder(left, blocks: right, layers: layers) {
    case .equal: return "equal"
    case .less: return "less"
    case .greater: return "more"
    case .crossing: break
    }
    if right.count == 1, let change = OrderChange(left, right[0], layers: layers, digits: 8) {
      let (word, other) = change.before == .less ? ("less", "more") : ("more", "less")
      return change.place.map { "\(word) up to Λ = \($0.shown(digits: 8)), then \(other)" } ?? word
    }
    // Exact orders at a few Λ, where it is not decided for all.
    let threshold = Collapse.threshold(classes: left.classes, layers: layers)
    var parts: [(word: String, places: [String])] = []
    for exponent in [8, 4, 2, 0] {
      let problem = LossProblem(
        classes: left.classes, layers: layers,
        regularisation: threshold / Rational(Integer(10).power(exponent)))
      let word =
        switch problem.compare([left], right)?.order {
        case .less: "less"
        case .greater: "more"
        case .equal: "equal"
        case nil: "?"
        }
      let place = exponent == 0 ? "1" : "10^-\(exponent)"
      if parts.last?.word == word {
        parts[parts.count - 1].places.append(place)
      } else {
        parts.append((word, [place]))
      }
    }
    return parts.map { "\($0.word) at Λ/Λ_DNC = \($0.places.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  // MARK: JSON

  private func json(_ construction: ProposedConstruction, _ rows: [Row]) -> JSON {
    .object([
      "name": .string(construction.name), "classes": .integer(construction.classes),
      "description": .array(construction.description.map { .string($0) }),
      "invariants": .array(
        values(construction).map {
          .object([
            "name": .string($0.name), "exact": .string($0.exact), "decimal": .string($0.decimal),
          ])
        }),
      "layers": .array(
        rows.map { row in
          var members: [String: JSON] = [
            "L": .integer(row.layers), "criterion": .string(row.criterion),
            "collapse": .string(row.againstCollapse), "by": .string(row.decidedBy),
          ]
          if let other = row.againstRival { members["against"] = .string(other) }
          return .object(members)
        }),
    ])
  }
}
