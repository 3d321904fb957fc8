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
    let areTuples = !Self.isAboutVertexSubsets(proof)
    self.name = CoqText.identifier(name)
    let fails = proof.refutes.map { " fails: its assertion \($0) is false, as this shows" } ?? ""
    var lines = [
      "(** \(CoqText.comment(proof.claim)), as \(CoqText.comment(proof.statement))\(fails).", "",
    ]
    lines += Self.scope(proof)
    lines += [
      "    Written by `verify export coq` from a proof on file; do not edit.  [step_N] is what the",
      "    proof calls aN, [step_N_value] says what it is equal to; what is proved is the theorem",
      "    [shown] at the end. *)",
      "",
      "From Coq Require Import Reals Arith List Lia Lra.",
      areTuples
        ? "From Uniform Require Import Tuples Schemes Eigenbasis SchemeSpectra SchemeInverses "
          + "DecideSchemes."
        : "From Uniform Require Import Subsets Orbits Statements Decide.",
      "Import ListNotations.",
      "Local Open Scope R_scope.",
    ]
    var parts: [CoqCase.Part] = []
    var theorems = ["shown"]
    for (index, entry) in proof.cases.enumerated() {
      let pieces = areTuples ? [try entry.tuples()] : entry.pieces
      for piece in pieces {
        let module =
          "Case_\(index + 1)" + (pieces.count == 1 ? "" : "_\(piece.suffix)")
        var writer = try CoqCase(entry, piece, module)
        lines += try writer.written()
        let steps =
          (areTuples ? ["\(module).sets"] : [])
          + entry.program.steps.indices.filter { entry.program.steps[$0].operation != .spectrum }
          .map { "\(module).\(writer.step($0))" }
        lines += ["", "Strategy expand [\(steps.joined(separator: " "))]."]
        parts.append(try writer.part())
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

  /// What the theorem at the end is about when that is less than the claim's title says, and where the
  /// general theorem is.
  private static func scope(_ proof: UniformProof) -> [String] {
    var values: [(name: String, texts: [String])] = []
    for parameter in proof.cases.flatMap(\.program.parameters) {
      let text = "\(parameter.value)"
      if let place = values.firstIndex(where: { $0.name == parameter.name }) {
        if !values[place].texts.contains(text) { values[place].texts.append(text) }
      } else {
        values.append((parameter.name, [text]))
      }
    }
    var lines = values.map { "      \($0.name) = \($0.texts.joined(separator: ", "))" }
    if !lines.isEmpty {
      lines.insert(
        "    It is about these values of the parameters alone, in the cases below:", at: 0)
      lines.append("")
    }
    if let theorem = GeneralTheorems.proving[proof.claim], proof.refutes == nil {
      lines += ["    What it is about is proved in general by [\(theorem)].", ""]
    }
    return lines.map(CoqText.comment)
  }

  /// The last theorem: what all cases say, and nothing of how it is shown.
  private static func theorem(_ parts: [CoqCase.Part]) -> [String] {
    var lines = ["", "(** What is proved. *)", "Theorem shown :"]
    for (place, part) in parts.enumerated() {
      let isLast = place + 1 == parts.count
      lines.append("  (* \(CoqText.comment(part.title)) *)")
      var statement = part.statement.map { "  " + $0 }
      if parts.count > 1 {
        statement[0] = "  (" + statement[0].dropFirst(2)
        statement[statement.count - 1] += ")"
      }
      statement[statement.count - 1] += isLast ? "." : " /\\"
      lines += statement
    }
    lines.append("Proof.")
    guard parts.count > 1 else { return lines + parts[0].proof.map { "  " + $0 } + ["Qed."] }
    // All at once: a goal that is split off case by case carries those that are left each time.
    lines.append(
      "  refine " + String(repeating: "(conj _ ", count: parts.count - 1) + "_"
        + String(repeating: ")", count: parts.count - 1) + ".")
    for part in parts { lines += ["  {"] + part.proof.map { "    " + $0 } + ["  }"] }
    return lines + ["Qed."]
  }
}

extension CoqFile {
  /// Whether all rows and columns stand for subsets of at most two of the r vertices, and the steps are
  /// those that Orbits.v knows. A table is known to both libraries, and left to that of tuples but where
  /// something is shown of more than two layers.
  private static func isAboutVertexSubsets(_ proof: UniformProof) -> Bool {
    proof.cases.allSatisfy { entry in
      let isAboutLayers = entry.program.shows.contains {
        if case .below(let it) = $0 { it.layers > 2 } else { false }
      }
      return (entry.sizes.isEmpty || entry.sizes.map(\.name) == ["r"])
        && zip(entry.program.steps, entry.values).allSatisfy { step, value in
          switch step.operation {
          case .table where !isAboutLayers: return false
          case .hadamard, .kronecker, .diagonal, .spectrum, .positives, .zeros, .negatives, .least,
            .greatest:
            return false
          default: break
          }
          guard case .matrix(let matrix)? = value else { return true }
          return (matrix.rows + matrix.columns).allSatisfy { ($0.vertexSubset ?? 3) <= 2 }
        }
    }
  }
}

extension UniformProof.Case {
  /// The values of r, the one size.
  fileprivate var singles: [Int] { sizes.first?.singles ?? [] }
  fileprivate var first: Int? { sizes.first?.first }
}

/// A range of r that one section of a file is about.
struct CoqPiece: Hashable {
  /// The first of all r from there on, or the only one; nil without graphs.
  let first: Int?
  let isOpen: Bool
  /// Those r below the first that the section is about as well.
  var singles: [Int] = []
  /// The sizes, where rows and columns stand for tuples; then there is no `first`.
  var sizes: [CoqSize] = []
  var areTuples = false
  /// Where the kernel computes the values: from 4 on intersections of all sizes occur.
  let values: [KernelArithmetic.Range]

  /// The smallest r.
  var least: Int { min(first ?? 0, singles.min() ?? Int.max) }

  var suffix: String { isOpen ? "from_\(first ?? 0)" : "at_\(first ?? 0)" }
}

extension UniformProof.Case {
  /// The open range with the single r that have the same values, and the other ones one by one.
  fileprivate var pieces: [CoqPiece] {
    guard let first else {
      return singles.isEmpty
        ? [CoqPiece(first: nil, isOpen: false, values: [])]
        : singles.map { CoqPiece(first: $0, isOpen: false, values: [.single($0)]) }
    }
    var joined = singles.filter { hasRanks(of: first, at: $0) }
    let alone = singles.filter { !joined.contains($0) }
    var start = first
    while joined.last == start - 1 {
      joined.removeLast()
      start -= 1
    }
    // Without edges r may be any number: the kernel begins at 3, some claims at 1 or 2.
    if joined.isEmpty && start == 3 && !hasEdges {
      while start > 1, hasRanks(of: first, at: start - 1), holds(at: start - 1) { start -= 1 }
    }
    return alone.map { CoqPiece(first: $0, isOpen: false, values: [.single($0)]) } + [
      CoqPiece(first: start, isOpen: true, singles: joined, values: [.from(first)])
    ]
  }

  /// All values of all sizes at once, for tuples.
  fileprivate func tuples() throws(Rejection) -> CoqPiece {
    let open = try openSizes()
    let ranges = sizes.map { KernelArithmetic.Range.from($0.first ?? 1) }
    // The kernel looks at single values one by one, where an eigenvalue may have another sign.
    let signs = try signs(on: ranges)
    for values in singleRanges where try self.signs(on: values) != signs {
      throw Rejection.export(
        "the values of the sizes", expected: "eigenvalues with the same signs for all of them",
        found: "others for single values")
    }
    return CoqPiece(first: nil, isOpen: false, sizes: open, areTuples: true, values: ranges)
  }

  /// Ranges with a single value of some size.
  private var singleRanges: [[KernelArithmetic.Range]] {
    var all: [[KernelArithmetic.Range]] = [[]]
    for size in sizes {
      let ranges = [.from(size.first ?? 1)] + size.singles.map { KernelArithmetic.Range.single($0) }
      all = all.flatMap { list in ranges.map { list + [$0] } }
    }
    return Array(all.dropFirst())
  }

  /// The signs of the eigenvalues of which some are counted.
  private func signs(on ranges: [KernelArithmetic.Range]) throws(Rejection) -> [Int?] {
    let counted = program.steps.contains {
      [.rank, .positives, .zeros, .negatives].contains($0.operation)
    }
    guard counted else { return [] }
    var values = try KernelArithmetic(self, on: ranges)
    var signs: [Int?] = []
    for case .spectrum(let pairs)? in self.values {
      for pair in pairs { signs.append(try values.sign(pair.value)) }
    }
    return signs
  }

  /// Whether a row or a column of some matrix stands for an edge.
  private var hasEdges: Bool {
    program.steps.contains { [.incidence, .adjacency, .weightings].contains($0.operation) }
      || values.contains {
        if case .matrix(let matrix)? = $0 {
          (matrix.rows + matrix.columns).contains(UniformProof.Index(2))
        } else {
          false
        }
      }
  }

  private func holds(at order: Int) -> Bool {
    (try? KernelArithmetic(self, on: [.single(order)])) != nil
  }

  /// Whether the same eigenvalues count for the ranks at one r as at all from `first` on.
  private func hasRanks(of first: Int, at order: Int) -> Bool {
    let eigenvalues = zip(program.steps, values).flatMap { step, value -> [String] in
      guard step.operation == .rank, case .spectrum(let pairs)? = value else { return [] }
      return pairs.map(\.value)
    }
    guard !eigenvalues.isEmpty else { return true }
    guard var open = try? KernelArithmetic(self, on: [.from(first)]),
      var single = try? KernelArithmetic(self, on: [.single(order)])
    else { return false }
    return eigenvalues.allSatisfy { value in
      (try? open.sign(value)) == (try? single.sign(value))
    }
  }
}
