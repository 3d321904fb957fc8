import Certificates

/// Writes one case of a uniform proof, over one range of r, as a section of a Coq file.
struct CoqCase {
  let entry: UniformProof.Case
  let piece: CoqPiece
  /// The name of the module around the section.
  let module: String
  /// The kernel's arithmetic, for the values in between.
  var values: UniformValues
  /// The steps that others need in the form c q^further.
  let growing: Set<Int>
  var lines: [String] = []

  init(_ entry: UniformProof.Case, _ piece: CoqPiece, _ module: String) throws(Rejection) {
    self.entry = entry
    self.piece = piece
    self.module = module
    let values = try UniformValues(entry, on: piece.values)
    self.values = values
    growing = entry.growing(values)
  }

  /// The lines of the section.
  mutating func written() throws(Rejection) -> [String] {
    write("", "Module \(module).", "Section \(module).", "")
    writeRange()
    writeSymbols()
    try writeRoots()
    for index in entry.program.steps.indices { try writeStep(index) }
    for index in entry.program.shows.indices { try writeShow(index) }
    writeStatement()
    write("", "End \(module).", "End \(module).")
    return lines
  }

  mutating func write(_ new: String...) { lines += new }

  // MARK: The head

  private mutating func writeRange() {
    if let first = piece.first {
      if piece.isOpen {
        write(
          "(** Every r from \(first) on. *)", "Variable vertices : nat.",
          "Hypothesis many : (\(first) <= vertices)%nat.", "Local Notation r := (INR vertices).",
          "")
      } else {
        write(
          "(** r = \(first). *)", "Definition vertices : nat := \(first).",
          "Local Notation r := \(first).",
          "Lemma r_is : INR vertices = r. Proof. unfold vertices. simpl. lra. Qed.", "")
      }
    }
    if let layers = entry.layers {
      write("(** L = \(layers) + further. *)", "Variable further : nat.", "")
    }
  }

  private mutating func writeSymbols() {
    for parameter in entry.program.parameters {
      write("(** \(parameter.name) = \(parameter.value). *)")
    }
    for symbol in entry.program.symbols.map(CoqText.name) {
      write("Variable \(symbol) : R.", "Hypothesis \(symbol)_positive : 0 < \(symbol).")
    }
    // Before there are roots.
    write("", "Ltac polynomial_0 := sign_of_polynomial ltac:(idtac; ring_simplify) (@nil R).")
    write("Ltac sign_0 := \(everywhere("sign_of_fraction polynomial_0")).")
  }

  /// A tactic for the whole range of r, from one that looks at powers of r - N.
  private func everywhere(_ tactic: String) -> String {
    piece.isOpen ? "stepwise 8%nat vertices many ltac:(idtac; \(tactic))" : tactic
  }

  private mutating func writeRoots() throws(Rejection) {
    let roots = entry.roots.map { (name: CoqText.name($0.name), square: $0.square) }
    for root in roots {
      let square = CoqText.number(root.square)
      write(
        "", "(** √(\(square)) *)",
        "Lemma \(root.name)_bound : 0 <= \(square). Proof. sign_0. Qed.",
        "Definition \(root.name) : R := sqrt (\(square)).",
        "Lemma \(root.name)_square : \(root.name) * \(root.name) = \(square).",
        "Proof. apply sqrt_sqrt, \(root.name)_bound. Qed.",
        "Lemma \(root.name)_nonnegative : 0 <= \(root.name). Proof. apply sqrt_pos. Qed.")
      if try values.sign(root.square) == 1 {
        write(
          "Lemma \(root.name)_positive : 0 < \(root.name).",
          "Proof. apply sqrt_lt_R0. sign_0. Qed.")
      }
    }
    try writeTactics(roots)
  }

  /// The tactics of Decide.v with the roots of this case.
  private mutating func writeTactics(
    _ roots: [(name: String, square: String)]
  ) throws(Rejection) {
    let squares = roots.map { "\($0.name)_square" }
    let brackets = squares.isEmpty ? "" : " [\(squares.joined(separator: " "))]"
    if roots.isEmpty {
      write("", "Ltac reduce := idtac; ring_simplify.")
    } else {
      let hypotheses = roots.enumerated().map { "E\($0) : \($1.name) * \($1.name) = _" }
      let names = roots.indices.map { "E\($0)" }.joined(separator: " ")
      write(
        "", "Ltac reduce := idtac; lazymatch goal with",
        "  | \(hypotheses.joined(separator: ", ")) |- _ =>",
        "    ring_simplify [\(names)] end.")
    }
    let names = roots.reversed().map(\.name).joined(separator: "; ")
    let list = roots.isEmpty ? "(@nil R)" : "[\(names)]"
    write("Ltac polynomial := sign_of_polynomial reduce \(list).")
    var known: [String] = []
    for root in roots {
      known += ["\(root.name)_square", "\(root.name)_nonnegative"]
      if try values.sign(root.square) == 1 { known.append("\(root.name)_positive") }
    }
    let know = (["idtac"] + known.map { "pose proof \($0)" }).joined(separator: "; ")
    write(
      "Ltac know := \(know).",
      "Ltac sign := know; \(everywhere("sign_of_fraction polynomial")).",
      "Ltac equal := first [same | field\(brackets); nonzero sign].")
  }

  // MARK: Names and values

  func step(_ index: Int) -> String { "step_\(index + 1)" }

  /// The steps whose values a lemma needs, as an argument of `rewrite`.
  func rewriting(_ operands: [Int]) -> String {
    var seen: Set<Int> = []
    let lemmas = operands.filter { seen.insert($0).inserted }.map { "\(step($0))_value" }
    return lemmas.isEmpty ? "" : " rewrite \(lemmas.map { "!\($0)" }.joined(separator: ", "))."
  }

  /// The matrix that a step gives.
  func table(_ index: Int) throws(Rejection) -> UniformProof.Matrix {
    guard case .matrix(let matrix) = values.steps[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a matrix", found: "a number")
    }
    return matrix
  }

  /// The number that a step gives, and its ratio from L to L + 1.
  func number(_ index: Int) throws(Rejection) -> (value: String, ratio: String) {
    guard case .number(let value, let ratio) = values.steps[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a number", found: "a matrix")
    }
    return (value, ratio)
  }

  func isGeometric(_ index: Int) -> Bool { values.isGeometric(index) }
}

extension UniformValues {
  fileprivate func isGeometric(_ index: Int) -> Bool {
    if case .number(_, let ratio) = steps[index] { ratio != "1" } else { false }
  }
}

extension UniformProof.Case {
  /// The steps that change with L, and those that are computed with or compared with such ones.
  fileprivate func growing(_ values: UniformValues) -> Set<Int> {
    var result: Set<Int> = []
    for (index, step) in program.steps.enumerated() where values.isGeometric(index) {
      result.insert(index)
      if step.constants.count < 3 { result.formUnion(step.operands) }
    }
    for case .relation(let left, _, let right) in program.shows
    where values.isGeometric(left) || values.isGeometric(right) {
      result.formUnion([left, right])
    }
    return result
  }
}
