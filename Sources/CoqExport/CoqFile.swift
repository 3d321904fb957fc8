import Certificates

/// A uniform proof as a Coq file that needs the library in `proofs/coq` and nothing else.
///
/// Every step is a definition by the formal operations of the library and a lemma that it has the
/// value the proof gives; what the proof shows are theorems about these definitions. Coq checks all of
/// it again, so nothing that is written here is believed: a wrong value is an error of `coqc`.
public struct CoqFile: Hashable, Sendable {
  /// The name of the module, without `.v`.
  public let name: String
  /// What the file says.
  public let text: String

  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Writes a proof out.
  ///
  /// - Parameter name: What the module is called, made of letters, digits and `_`.
  /// - Throws: The first line of the proof that the kernel rejects; the values in between are its own.
  public init(_ proof: UniformProof, name: String) throws(Rejection) {
    self.name = CoqText.identifier(name)
    var lines = [
      "(** \(CoqText.comment(proof.claim)), as \(CoqText.comment(proof.statement)).",
      "",
      "    Written by `verify export coq` from a proof on file; do not edit.  [step_N] is what the",
      "    proof calls aN, [step_N_value] says what it is equal to. *)",
      "",
      "From Coq Require Import Reals Arith List Lia Lra.",
      "From Uniform Require Import Subsets Orbits Statements Decide.",
      "Import ListNotations.",
      "Local Open Scope R_scope.",
    ]
    var parts: [(module: String, part: CoqCase.Part)] = []
    var theorems = ["shown"]
    for (index, entry) in proof.cases.enumerated() {
      let pieces = entry.pieces
      for piece in pieces {
        let module =
          "Case_\(index + 1)" + (pieces.count == 1 ? "" : "_\(piece.suffix)")
        var writer = try CoqCase(entry, piece, module)
        lines += try writer.written()
        let steps = entry.program.steps.indices.map { "\(module).\(writer.step($0))" }
        lines += ["", "Strategy expand [\(steps.joined(separator: " "))]."]
        parts.append((module, try writer.part()))
        if writer.hasShapes { theorems.append("\(module).shapes") }
      }
    }
    lines += Self.theorem(parts)
    lines += [
      "", "(** Axioms.v prints what it leans on. *)",
      "Definition everything := (\(theorems.joined(separator: ",\n  "))).",
    ]
    text = lines.map { $0 + "\n" }.joined()
  }

  /// The last theorem: what all cases say, and nothing of how it is shown.
  private static func theorem(_ parts: [(module: String, part: CoqCase.Part)]) -> [String] {
    var lines = ["", "(** What is proved. *)", "Theorem shown :"]
    for (place, (module, part)) in parts.enumerated() {
      let isLast = place + 1 == parts.count
      lines += ["  (* \(module) *)"]
      var statement = part.statement.map { "  " + $0 }
      if parts.count > 1 {
        statement[0] = "  (" + statement[0].dropFirst(2)
        statement[statement.count - 1] += ")"
      }
      statement[statement.count - 1] += isLast ? "." : " /\\"
      lines += statement
    }
    lines.append("Proof.")
    for (place, (_, part)) in parts.enumerated() {
      guard place + 1 < parts.count else {
        lines += part.proof.map { "  " + $0 }
        break
      }
      lines += ["  split.", "  {"] + part.proof.map { "    " + $0 } + ["  }"]
    }
    return lines + ["Qed."]
  }
}

/// A range of r that one section of a file is about.
struct CoqPiece: Hashable {
  /// The first of all r from there on, or the only one; nil without graphs.
  let first: Int?
  let isOpen: Bool
  /// Those r below the first that the section is about as well.
  var singles: [Int] = []
  /// Where the kernel computes the values: from 4 on intersections of all sizes occur.
  let values: UniformValues.Vertices

  /// The smallest r.
  var least: Int { min(first ?? 0, singles.min() ?? Int.max) }

  var suffix: String { isOpen ? "from_\(first ?? 0)" : "at_\(first ?? 0)" }
}

extension UniformProof.Case {
  /// The open range with the single r that have the same values, and the other ones one by one.
  fileprivate var pieces: [CoqPiece] {
    guard let first else {
      return singles.isEmpty
        ? [CoqPiece(first: nil, isOpen: false, values: .none)]
        : singles.map { CoqPiece(first: $0, isOpen: false, values: .single($0)) }
    }
    var joined = singles.filter { hasRanks(of: first, at: $0) }
    let alone = singles.filter { !joined.contains($0) }
    var start = first
    while joined.last == start - 1 {
      joined.removeLast()
      start -= 1
    }
    return alone.map { CoqPiece(first: $0, isOpen: false, values: .single($0)) } + [
      CoqPiece(first: start, isOpen: true, singles: joined, values: .from(first))
    ]
  }

  /// Whether the same eigenvalues count for the ranks at one r as at all from `first` on.
  private func hasRanks(of first: Int, at order: Int) -> Bool {
    let eigenvalues = zip(program.steps, values).flatMap { step, value -> [String] in
      guard step.operation == .rank, case .spectrum(let pairs)? = value else { return [] }
      return pairs.map(\.value)
    }
    guard !eigenvalues.isEmpty else { return true }
    guard var open = try? UniformValues(self, on: .from(first)),
      var single = try? UniformValues(self, on: .single(order))
    else { return false }
    return eigenvalues.allSatisfy { value in
      (try? open.sign(value)) == (try? single.sign(value))
    }
  }
}
