extension Claim {
  /// The statement that the hypotheses have a value, each side of them being equal to itself; nil where they have one
  /// whatever the parameters are, because they are made of sums, products and comparisons with numbers.
  ///
  /// It is about the parameters that the hypotheses name, and has the same hypotheses: where one that comes first
  /// fails, those after it need no value.
  package var meaningOfHypothesis: Claim? {
    guard let hypothesis else { return nil }
    let sides = hypothesis.sides.filter { !isTotal($0) }
    guard !sides.isEmpty else { return nil }
    let dependencies = Dependencies(self)
    let needed = hypothesis.names.reduce(into: hypothesis.names) {
      $0.formUnion(dependencies.of(definition: $1))
    }
    let form = Form(
      wording: .printed, title: nil,
      propositions: sides.map { .relation($0, .equal, $0, $0.location) }, record: nil,
      location: location)
    return Claim(
      id: id, title: title, source: source, role: role, notes: [], question: nil, fault: nil,
      uses: [], coqTheorems: [], parameters: parameters.filter { needed.contains($0.name) },
      hypothesis: hypothesis, definitions: definitions, forms: [form], beyond: nil,
      location: location)
  }

  /// Whether a formula has a value for all values of the parameters. What is not seen to have one may have one.
  private func isTotal(_ expression: Expression) -> Bool {
    switch expression {
    case .number: true
    case .name(let name, _):
      definitions.first { $0.name == name }.map { isTotal($0.expression) } ?? true
    case .negated(let operand, _): isTotal(operand)
    case .binary(.plus, let left, let right, _), .binary(.minus, let left, let right, _),
      .binary(.times, let left, let right, _):
      isTotal(left) && isTotal(right)
    case .binary(.divided, let left, .number(let divisor, _), _): !divisor.isZero && isTotal(left)
    case .binary(.power, let base, .number(let exponent, _), _):
      exponent.isInteger && exponent.sign >= 0 && isTotal(base)
    case .binary: false
    case .call(.maximum, let arguments, _), .call(.minimum, let arguments, _),
      .call(.absolute, let arguments, _):
      arguments.allSatisfy(isTotal)
    case .call, .transposed, .matrix, .graph, .partition: false
    }
  }
}

extension Condition {
  /// What is compared, in the order it is written.
  fileprivate var sides: [Expression] {
    switch self {
    case .relation(let left, _, let right): [left, right]
    case .both(let left, let right), .either(let left, let right): left.sides + right.sides
    }
  }
}
