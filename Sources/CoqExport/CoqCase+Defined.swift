import Certificates

extension CoqCase {
  /// Something that must hold for a step to mean what it says, and how Coq sees it.
  struct Condition {
    let text: String
    let proof: String
  }

  /// What a step presupposes: in Coq 1/0 is 0, the root of -1 is 0, and a matrix that has other rows
  /// than the columns it is multiplied with is cut off.
  ///
  /// - Parameters:
  ///   - name: What the text calls a step; the proof is about `step_N`.
  ///   - vertices: What it calls the number of vertices.
  func conditions(
    _ index: Int, _ name: (Int) -> String, vertices: String = "vertices"
  ) throws(Rejection) -> [Condition] {
    let current = entry.program.steps[index]
    switch current.operation {
    case .divide: return nonzero(current.operands[1], name)
    case .power where current.constants.count == 3 || current.constants[0].hasPrefix("-"):
      return nonzero(current.operands[0], name)
    case .root:
      let radicand = current.operands[0]
      if literal(radicand).map({ !$0.hasPrefix("-") }) == true { return [] }
      return [
        Condition(
          text: "0 <= \(CoqText.bare(name(radicand)))",
          proof: "Proof.\(rewriting([radicand])) numbers. Qed.")
      ]
    case .unitRows:
      return [
        Condition(
          text: "no_zero_row \(ground) \(name(current.operands[0]))",
          proof: "Proof. unfold no_zero_row.\(knowing)\(rewriting(current.operands)) "
            + "compute_entries; each_index; numbers. Qed.")
      ]
    case .entry:
      let matrix = try table(current.operands[0])
      let operand = name(current.operands[0])
      return zip(["rows", "cols"], zip(current.constants, [matrix.rows[0], matrix.columns[0]])).map
      {
        side, place in
        Condition(
          text: "valid \(vertices) (\(side) \(operand)) "
            + "(0%nat, \(Self.subset(place.0, place.1)))",
          proof: "Proof.\(rewriting(current.operands)) valid_by least. Qed.")
      }
    case .identity, .ones:
      let value = try table(index)
      return zip([value.rows, value.columns], current.operands).map { sizes, operand in
        Condition(
          text: "count \(ground) \(kinds(sizes)) = \(CoqText.bare(name(operand)))",
          proof: "Proof.\(knowing)\(rewriting([operand])) compute_entries; numbers. Qed.")
      }
    default: return []
    }
  }

  private func nonzero(_ index: Int, _ name: (Int) -> String) -> [Condition] {
    if let literal = literal(index), literal != "0" { return [] }
    let proof =
      isGeometric(index)
      ? "rewrite \(step(index))_growth. apply geometric_nonzero; numbers."
      : "\(rewriting([index]).dropFirst()) numbers."
    return [Condition(text: "\(CoqText.bare(name(index))) <> 0", proof: "Proof. \(proof) Qed.")]
  }

  /// The number that is written there; nil for a step that is none.
  func literal(_ index: Int) -> String? {
    let current = entry.program.steps[index]
    return current.operation == .number ? current.constants[0] : nil
  }

  /// Equations between rows and columns without which an operation would be another one.
  private func shapes(_ index: Int) -> [String] {
    let current = entry.program.steps[index]
    let names = current.operands.map(step)
    switch current.operation {
    case .product: return ["cols \(names[0]) = rows \(names[1])"]
    case .sum, .difference, .hadamard:
      return ["rows \(names[0]) = rows \(names[1])", "cols \(names[0]) = cols \(names[1])"]
    case .stack: return ["cols \(names[0]) = cols \(names[1])"]
    case .trace, .inverse: return ["rows \(names[0]) = cols \(names[0])"]
    case .kronecker: return ["kronecker_fits \(names[0]) \(names[1])"]
    case .diagonal: return ["cols \(names[0]) = [nothing \(ground)]"]
    default: return []
    }
  }

  /// The theorem `shapes`, where there are matrices whose shapes matter. Each equation is shown by itself: with
  /// the values of all steps in one goal, this took most of the time of a file with long entries.
  mutating func writeShapes() {
    var equations: [(text: String, operands: [Int])] = []
    for index in entry.program.steps.indices {
      let operands = entry.program.steps[index].operands.filter {
        if case .matrix = values.steps[$0] { true } else { false }
      }
      for equation in shapes(index) where !equations.contains(where: { $0.text == equation }) {
        equations.append((equation, operands))
      }
    }
    guard let last = equations.last else { return }
    hasShapes = true
    func proof(_ operands: [Int]) -> String {
      "\(rewriting(operands).dropFirst().dropLast()); \(sets == nil ? "reflexivity" : "fit")"
    }
    write("", "(** Matrices that are added or multiplied fit together. *)", "Theorem shapes :")
    write("  " + equations.map(\.text).joined(separator: " /\\\n  ") + ".")
    write("Proof.")
    for equation in equations.dropLast() { write("  split; [\(proof(equation.operands))|].") }
    write("  \(proof(last.operands)).", "Qed.")
  }

  /// The lemmas `step_N_defined_1`, …
  mutating func writeConditions(_ index: Int) throws(Rejection) {
    for (place, condition) in try conditions(index, step).enumerated() {
      write("Lemma \(step(index))_defined_\(place + 1) : \(condition.text).", condition.proof)
    }
  }
}
