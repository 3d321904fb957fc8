import Certificates

extension CoqCase {
  /// A case as a part of the theorem that a file ends with.
  struct Part {
    /// The module, and the parameters that have one value.
    let title: String
    let statement: [String]
    let proof: [String]
  }

  /// What a case says, without the steps in between: the range, what must be defined, the relations.
  ///
  /// An intermediate value has a name of its own where it occurs more than once or is long. It is shown
  /// from the lemmas of the module, with which it agrees when the steps are unfolded.
  func part() throws(Rejection) -> Part {
    var part = Writer(arguments: arguments.isEmpty ? "" : " \(arguments.joined(separator: " "))")
    part.statement = range()
    let introduced = introduced
    part.proof = introduced.isEmpty ? [] : ["intros \(introduced.joined(separator: " "))."]
    var terms: [Int: String] = [:]
    func name(_ index: Int) -> String { terms[index] ?? "a\(index + 1)" }
    let vertices = piece.isOpen ? "vertices" : "\(piece.first ?? 0)%nat"
    for index in (sets?.first ?? []) + others {
      if index == others.first { part.add(sets: setList(name), module) }
      for (place, condition) in try conditions(index, name, vertices: vertices).enumerated() {
        part.add(
          condition.text, by: "\(module).\(step(index))_defined_\(place + 1)")
      }
      guard let expression = try expression(index, name) else {
        terms[index] = "a\(index + 1)"
        // The eigenvalues are no number.
        let isNumber = entry.program.steps[index].operation != .spectrum
        part.statement.append(
          "\(isNumber ? "exists a\(index + 1), " : "")\(relation(index, name)) /\\")
        part.proof.append(
          "\(isNumber ? "eexists. " : "")split; "
            + "[exact (\(module).\(step(index))_is\(part.arguments))|].")
        continue
      }
      let text = CoqText.bare(expression)
      if isNamed(index, text) {
        part.statement.append("let a\(index + 1) := \(text) in")
        part.proof.append("intros a\(index + 1).")
        terms[index] = "a\(index + 1)"
      } else {
        terms[index] = CoqText.atom(text)
      }
    }
    let shows = entry.program.shows
    for (place, show) in shows.enumerated() {
      let text = proposition(show, name, vertices: vertices)
      let theorem = "exact (\(module).show_\(place + 1)\(part.arguments))"
      let isLast = place + 1 == shows.count
      part.statement.append("(\(text))" + (isLast ? "" : " /\\"))
      part.proof.append(isLast ? "\(theorem)." : "split; [\(theorem)|].")
    }
    let values = entry.program.parameters.map { "\($0.name) = \($0.value)" }
    return Part(
      title: module + (values.isEmpty ? "" : ": \(values.joined(separator: ", "))"),
      statement: part.statement, proof: part.proof)
  }

  private struct Writer {
    let arguments: String
    var statement: [String] = []
    var proof: [String] = []
    private var conditions: Set<String> = []

    init(arguments: String) { self.arguments = arguments }

    /// The numbers of elements of the base sets; none are spoken of where rows stand for vertices.
    mutating func add(sets: String?, _ module: String) {
      guard let sets else { return }
      statement += ["let sets := \(sets) in", "Forall natural sets /\\"]
      proof += ["intros sets.", "split; [exact (\(module).sets_natural\(arguments))|]."]
    }

    mutating func add(_ condition: String, by lemma: String) {
      guard conditions.insert(condition).inserted else { return }
      statement.append("\(condition) /\\")
      proof.append("split; [exact (\(lemma)\(arguments))|].")
    }
  }

  /// The variables of the section and what is supposed of them, in order.
  private var arguments: [String] {
    piece.sizes.flatMap { [$0.natural, $0.hypothesis] }
      + (piece.isOpen ? ["vertices", "many"] : []) + (entry.layers == nil ? [] : ["further"])
      + symbols.flatMap { [$0, "\($0)_positive"] }
  }

  /// The same, with r.
  private var introduced: [String] {
    guard piece.first != nil else {
      return piece.sizes.flatMap { [$0.natural, $0.hypothesis, $0.name] }
        + arguments.dropFirst(2 * piece.sizes.count)
    }
    let place = piece.isOpen ? 2 : 0
    return arguments[..<place] + ["r"] + arguments[place...]
  }

  /// `forall vertices : nat, (3 <= vertices)%nat -> let r := INR vertices in …`
  private func range() -> [String] {
    var lines = piece.sizes.map { size in
      "forall \(size.natural) : nat, (\(size.least) <= \(size.natural))%nat -> "
        + "let \(size.name) := INR \(size.natural) in"
    }
    if let first = piece.first {
      lines.append(
        piece.isOpen
          ? "forall vertices : nat, \(bound) -> let r := INR vertices in" : "let r := \(first) in")
    }
    if let layers = entry.layers {
      lines.append("forall further : nat, (* L = \(layers) + further *)")
    }
    for symbol in symbols { lines.append("forall \(symbol) : R, 0 < \(symbol) ->") }
    return lines
  }

  /// Whether an intermediate value gets a name, rather than standing where it is used.
  private func isNamed(_ index: Int, _ text: String) -> Bool {
    let operands = entry.program.steps.reduce(0) { sum, step in
      sum + step.operands.filter { $0 == index }.count
    }
    let shown = entry.program.shows.reduce(0) { $0 + $1.steps.filter { $0 == index }.count }
    guard text.count > 12, text.contains(" ") else { return false }
    return operands + shown > 1 || (text.count > 60 && operands > 0)
  }
}

extension UniformProof.Show {
  /// The steps that it is about.
  fileprivate var steps: [Int] {
    switch self {
    case .relation(let left, _, let right): [left, right]
    case .spectrum(let matrix, let pairs), .determinant(let matrix, let pairs):
      [matrix] + pairs.flatMap { [$0.value, $0.multiplicity] }
    case .regular(let matrix, let parameters): [matrix] + parameters
    case .below(let it): [it.base, it.last, it.nuclear, it.rank, it.pseudoInverse, it.inverse]
    }
  }
}
