import Certificates

/// Writes one case of a uniform proof, over one range of each size, as a section of a Coq file.
struct CoqCase {
  let entry: UniformProof.Case
  let piece: CoqPiece
  /// What rows and columns stand for when that is more than subsets of at most two vertices.
  let sets: CoqSets?
  /// The name of the module around the section.
  let module: String
  /// The kernel's arithmetic, for the values in between.
  var values: KernelArithmetic
  /// The steps that others need in the form c q^further.
  let growing: Set<Int>
  /// Whether there is a theorem `shapes`.
  var hasShapes = false
  var lines: [String] = []

  init(_ entry: UniformProof.Case, _ piece: CoqPiece, _ module: String) throws(Rejection) {
    self.entry = entry
    self.piece = piece
    self.module = module
    let values = try KernelArithmetic(entry, on: piece.values)
    self.values = values
    sets = piece.areTuples ? try CoqSets(entry, values) : nil
    growing = entry.growing(values)
  }

  /// The lines of the section.
  mutating func written() throws(Rejection) -> [String] {
    write("", "Module \(module).", "Section \(module).", "Set Default Proof Using \"All\".", "")
    writeRange()
    writeSymbols()
    writeRoots()
    for index in sets?.first ?? [] { try writeStep(index) }
    writeSets()
    for index in others { try writeStep(index) }
    for index in entry.program.shows.indices { try writeShow(index) }
    writeShapes()
    write("", "End \(module).", "End \(module).")
    return lines
  }

  /// The steps but for those that say how many elements the base sets have.
  var others: [Int] {
    let first = Set(sets?.first ?? [])
    return entry.program.steps.indices.filter { !first.contains($0) }
  }

  mutating func write(_ new: String...) { lines += new }

  // MARK: The head

  private mutating func writeRange() {
    for size in piece.sizes {
      write(
        "(** Every \(size.name) from \(size.least) on. *)", "Variable \(size.natural) : nat.",
        "Hypothesis \(size.hypothesis) : (\(size.least) <= \(size.natural))%nat.",
        "Local Notation \(size.name) := (INR \(size.natural)).", "")
    }
    if let first = piece.first {
      let singles = piece.singles.map(String.init).joined(separator: ", ")
      if piece.isOpen {
        write(
          "(** Every r from \(first) on\(singles.isEmpty ? "" : ", and \(singles)"). *)",
          "Variable vertices : nat.", "Hypothesis many : \(bound).",
          "Local Notation r := (INR vertices).",
          "Lemma least : (\(piece.least) <= vertices)%nat.",
          "Proof. assert (M := many). simpl in M. lia. Qed.", "")
      } else {
        write(
          "(** r = \(first). *)", "Definition vertices : nat := \(first).",
          "Local Notation r := \(first).",
          "Lemma r_is : INR vertices = r. Proof. unfold vertices. simpl. lra. Qed.",
          "Lemma least : (\(first) <= vertices)%nat. Proof. unfold vertices. lia. Qed.", "")
      }
    }
    if let layers = entry.layers {
      write("(** L = \(layers) + further. *)", "Variable further : nat.", "")
    }
  }

  /// What is supposed of the number of vertices.
  var bound: String {
    let first = piece.first ?? 0
    let singles = piece.singles.map(String.init).joined(separator: "; ")
    return piece.singles.isEmpty
      ? "(\(first) <= vertices)%nat"
      : "In vertices [\(singles)]%nat \\/ (\(first) <= vertices)%nat"
  }

  private mutating func writeSymbols() {
    for parameter in entry.program.parameters {
      write("(** \(CoqText.comment(parameter.name)) = \(parameter.value). *)")
    }
    for symbol in symbols {
      write("Variable \(symbol) : R.", "Hypothesis \(symbol)_positive : 0 < \(symbol).")
    }
    write("", "(** What is known before there are roots. *)")
    writeKnown("_0", roots: [])
  }

  private mutating func writeRoots() {
    let roots = entry.roots.map {
      Root(name: CoqText.name($0.name), square: coq($0.square))
    }
    for root in roots {
      write(
        "", "(** √(\(root.square)) *)",
        "Lemma \(root.name)_bound : 0 <= \(root.square). Proof. numbers_0. Qed.",
        "Definition \(root.name) : R := sqrt (\(root.square)).",
        "Lemma \(root.name)_square : \(root.name) * \(root.name) = \(root.square).",
        "Proof. apply sqrt_sqrt, \(root.name)_bound. Qed.",
        "Lemma \(root.name)_nonnegative : 0 <= \(root.name). Proof. apply sqrt_pos. Qed.")
    }
    write("", "(** What is known of all. *)")
    // The sign of A + B s is decided for the first root; the kernel begins with its last one.
    writeKnown("", roots: roots.reversed())
  }

  /// A root by the name it has in the file, and its square.
  private struct Root {
    let name: String
    let square: String
  }

  /// The lemma `known` and the tactic `numbers` that Decide.v makes of it.
  private mutating func writeKnown(_ suffix: String, roots: [Root]) {
    func list(_ members: [String]) -> String {
      members.isEmpty ? "(@nil R)" : "[\(members.joined(separator: "; "))]"
    }
    let plain = list(symbols + sizes)
    let squares =
      roots.isEmpty
      ? "[]"
      : "(map Polynomials.polynomial\n    ltac:(read_list \(plain) \(list(roots.map(\.square)))))"
    write(
      "Definition setting\(suffix) := Polynomials.Setting \(symbols.count)",
      "  [\(ranges.map(\.range).joined(separator: "; "))] \(squares).",
      "Lemma known\(suffix) : Polynomials.holds setting\(suffix)",
      "  \(list(roots.map(\.name) + symbols + sizes)).",
      "Proof.",
      "  variables_known \(list(roots.map(\.name))) \(list(symbols)) \(list(sizes))",
      "    ltac:(\(ranges.map { "apply Forall2_cons; [apply (\($0.proof))|]; " }.joined())"
        + "apply Forall2_nil)."
    )
    for root in roots {
      write(
        "  - apply (Polynomials.root_known _ _ _ _ \(root.name)_nonnegative \(root.name)_square);",
        "    reflexivity.")
    }
    write("Qed.", "Ltac numbers\(suffix) := numbers_by known\(suffix).")
    if suffix.isEmpty && (sets != nil || piece.first != nil) {
      let naturals = sets == nil ? ["vertices"] : piece.sizes.map(\.natural)
      let listed = naturals.isEmpty ? "(@nil nat)" : "[\(naturals.joined(separator: "; "))]"
      write("Ltac counted := counted_by \(listed) numbers.")
    }
  }

  /// The sizes as real numbers.
  private var sizes: [String] { piece.first == nil ? piece.sizes.map(\.name) : ["r"] }

  /// The values of each size in the words of Polynomials.v, and the proof that it has one of them.
  private var ranges: [(range: String, proof: String)] {
    var result = piece.sizes.map { size in
      (
        range: "Polynomials.Range [] (Some \(size.least)%Z)",
        proof: "Polynomials.in_range_from \(size.least) \(size.natural) \(size.hypothesis)"
      )
    }
    guard let first = piece.first else { return result }
    let singles = piece.isOpen ? piece.singles : [first]
    let listed = singles.map { "\($0)%Z" }.joined(separator: "; ")
    let from = piece.isOpen ? "(Some \(first)%Z)" : "None"
    let naturals = piece.singles.map(String.init).joined(separator: "; ")
    let proof =
      !piece.isOpen
      ? "Polynomials.in_range_only \(first)"
      : piece.singles.isEmpty
        ? "Polynomials.in_range_from \(first) vertices many"
        : "Polynomials.in_range_some [\(naturals)]%nat \(first) vertices many"
    result.append((range: "Polynomials.Range [\(listed)] \(from)", proof: proof))
    return result
  }

  // MARK: Base sets

  /// What the operations of the library are told of the base sets: r, or the numbers of elements.
  var ground: String { sets == nil ? "r" : "sets" }
  /// The same with their values, as it stands in a proof.
  var knownGround: String { sets == nil ? "r" : "elements" }
  /// Brings a goal from the one to the other.
  var knowing: String { sets == nil ? "" : " rewrite ?sets_value." }

  /// `sets`, the numbers of elements of the base sets, which are natural numbers.
  private mutating func writeSets() {
    guard let sets, let list = setList(step), let values = setList(value) else { return }
    let steps = sets.list.compactMap { set -> Int? in
      if case .step(let index, _) = set { index } else { nil }
    }
    write(
      "", "(** The numbers of elements of the base sets. *)",
      "Definition sets : list R := \(list).",
      "Local Notation elements := \(values).",
      "Lemma sets_value : sets = elements.",
      "Proof. unfold sets.\(rewriting(steps)) reflexivity. Qed.",
      "Lemma sets_natural : Forall natural sets.",
      "Proof. rewrite sets_value. listed counted. Qed.")
  }

  /// The list of the numbers of elements, where `name` is what a step is called.
  func setList(_ name: (Int) -> String) -> String? {
    sets.map { sets in
      let members = sets.list.map { set in
        switch set {
        // `vertices` is the first size; the kernel sees to it that there is one.
        case .vertices: piece.sizes.first?.name ?? "0"
        case .step(let index, _): CoqText.bare(name(index))
        }
      }
      return members.isEmpty ? "(@nil R)" : "[\(members.joined(separator: "; "))]"
    }
  }

  private func value(_ index: Int) -> String { coq((try? number(index).value) ?? "0") }

  var symbols: [String] { entry.program.symbols.map(CoqText.name) }

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
      throw Rejection.export("a\(index + 1)", expected: "a matrix", found: "another value")
    }
    return matrix
  }

  /// The number that a step gives, and its ratio from L to L + 1.
  func number(_ index: Int) throws(Rejection) -> (value: String, ratio: String) {
    guard case .number(let value, let ratio) = values.steps[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a number", found: "another value")
    }
    return (value, ratio)
  }

  // MARK: How values are written

  /// A value `P` or `(P)/(Q)` in the names of the file, Q in factors.
  func coq(_ value: String) -> String {
    let parts = value.split(separator: ")/(", maxSplits: 1)
    guard parts.count == 2 else { return CoqText.number(value) }
    let (top, bottom) = (String(parts[0].dropFirst()), String(parts[1].dropLast()))
    return "(\(CoqText.number(top)))/(\(CoqText.number(values.factored(bottom))))"
  }

  /// A value as an operand: in parentheses unless it is one word.
  func coqOperand(_ value: String) -> String {
    let text = coq(value)
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? text : "(\(text))"
  }

  /// `Matrix [1%nat] [2%nat] [[[0; 1]]]`
  func coq(_ matrix: UniformProof.Matrix) -> String {
    let denominator = matrix.denominator.map { CoqText.number(values.factored($0)) }
    let columns = matrix.columns.count
    let rows = matrix.rows.indices.map { row in
      let blocks = matrix.blocks[(row * columns)..<((row + 1) * columns)].map { block in
        let entries = block.map { entry in
          let top = CoqText.number(entry)
          return denominator.map { entry == "0" ? top : "(\(top)) / (\($0))" } ?? top
        }
        return "[" + entries.joined(separator: "; ") + "]"
      }
      return "[" + blocks.joined(separator: "; ") + "]"
    }
    return "Matrix \(kinds(matrix.rows)) \(kinds(matrix.columns)) "
      + "[\(rows.joined(separator: "; "))]"
  }

  /// What blocks of rows or columns stand for.
  func kinds(_ types: [UniformProof.Index]) -> String {
    sets?.kinds(types) ?? CoqText.sizes(types)
  }

  func isGeometric(_ index: Int) -> Bool { values.isGeometric(index) }
}

extension KernelArithmetic {
  fileprivate func isGeometric(_ index: Int) -> Bool {
    if case .number(_, let ratio) = steps[index] { ratio != "1" } else { false }
  }
}

extension UniformProof.Case {
  /// The steps that change with L, and those that are computed with or compared with such ones.
  fileprivate func growing(_ values: KernelArithmetic) -> Set<Int> {
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
