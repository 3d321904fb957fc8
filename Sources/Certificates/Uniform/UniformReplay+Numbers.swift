import Rational

extension UniformReplay {
  /// The value of a step: computed, or the one that is given, checked.
  mutating func value(
    of step: UniformProof.Step, given: UniformProof.Value?
  ) throws(Rejection) -> Denoted {
    switch step.operation {
    case .number, .vertices, .symbol, .add, .subtract, .multiply, .divide, .negate, .power,
      .trace, .rows, .columns, .entry, .positives, .zeros, .negatives:
      let (value, ratio) = try number(step)
      guard let given else { return .number(value, ratio: ratio) }
      guard case .number(let text) = given else { throw shape("a number") }
      let stated = try fraction(text)
      guard try areEqual(value, stated) else { throw differs(ring.text(value), text) }
      return .number(stated, ratio: ratio)
    case .root:
      guard case .number(let text)? = given else { throw shape("a number") }
      let radicand = try constant(step.operands[0])
      let stated = try fraction(text)
      guard try areEqual(product(stated, stated), radicand) else {
        throw rejection(.step, expected: "a square root of \(ring.text(radicand))", found: text)
      }
      guard let sign = try sign(stated), sign.isAtLeastZero else {
        throw rejection(.step, expected: "a root that is nowhere negative", found: text)
      }
      return .number(stated, ratio: .one)
    case .rank, .nuclear:
      guard case .spectrum(let pairs)? = given else { throw shape("a spectrum") }
      return .number(
        try ofSingularValues(pairs, matrix(step.operands[0]), step.operation), ratio: .one)
    case .factorisation:
      guard case .polar(let factor, let root, let eigenvalues)? = given else {
        throw shape("a polar decomposition")
      }
      return .number(
        try dual(matrix(step.operands[0]), table(factor), table(root), eigenvalues), ratio: .one)
    case .spectrum:
      guard case .spectrum(let pairs)? = given else { throw shape("a spectrum") }
      return .spectrum(try spectrum(pairs, matrix(step.operands[0])))
    case .least, .greatest:
      guard case .number(let text)? = given else { throw shape("a number") }
      return .number(
        try extreme(fraction(text), of: spectrum(step.operands[0]), step.operation), ratio: .one)
    default:
      return .matrix(try table(of: step, given: given))
    }
  }

  func shape(_ expected: String) -> Rejection {
    rejection(.step, expected: "\(expected) after \":\"", found: "something else, or nothing")
  }

  func differs(_ computed: String, _ given: String) -> Rejection {
    rejection(.step, expected: String(computed.prefix(200)), found: String(given.prefix(200)))
  }

  // MARK: Operands

  func number(_ index: Int) throws(Rejection) -> (KernelFraction, ratio: KernelFraction) {
    guard case .number(let value, let ratio) = values[index] else {
      throw rejection(
        .step, expected: "a number for a\(index + 1)", found: values[index].kind)
    }
    return (value, ratio)
  }

  /// A number that does not change with L.
  func constant(_ index: Int) throws(Rejection) -> KernelFraction {
    let (value, ratio) = try number(index)
    guard try areEqual(ratio, .one) else {
      throw rejection(
        .step, expected: "a\(index + 1) to be the same for all L", found: "a power of L")
    }
    return value
  }

  func matrix(_ index: Int) throws(Rejection) -> KernelOrbitMatrix {
    guard case .matrix(let value) = values[index] else {
      throw rejection(
        .step, expected: "a matrix for a\(index + 1)", found: values[index].kind)
    }
    return value
  }

  func spectrum(_ index: Int) throws(Rejection) -> [Eigenvalue] {
    guard case .spectrum(let value) = values[index] else {
      throw rejection(
        .step, expected: "a spectrum for a\(index + 1)", found: values[index].kind)
    }
    return value
  }

  // MARK: Numbers

  private mutating func number(
    _ step: UniformProof.Step
  ) throws(Rejection) -> (KernelFraction, ratio: KernelFraction) {
    func operand(_ place: Int) throws(Rejection) -> (KernelFraction, ratio: KernelFraction) {
      try number(step.operands[place])
    }
    switch step.operation {
    case .number:
      let text = step.constants[0]
      guard text.utf8.count <= RadicalRing.digitLimit else {
        throw rejection(
          .limit, expected: "at most \(RadicalRing.digitLimit) digits", found: "\(text.utf8.count)")
      }
      guard text.utf8.allSatisfy({ "-/0123456789".utf8.contains($0) }), let value = Rational(text)
      else { throw rejection(.value, expected: "a rational number", found: text) }
      return (KernelFraction(value), .one)
    case .vertices:
      let name = step.constants.first
      guard let index = name.map({ name in entry.sizes.firstIndex { $0.name == name } }) ?? 0,
        ranges.indices.contains(index)
      else {
        throw rejection(
          .step, expected: "\"for \(name ?? "r") in\" before \(name ?? "r")", found: "no range")
      }
      return (KernelFraction(numerator: variable(index, ranges[index])), .one)
    case .symbol:
      guard let index = entry.program.symbols.firstIndex(of: step.constants[0]) else {
        throw rejection(
          .value, expected: "a symbol of the case", found: step.constants[0])
      }
      return (
        KernelFraction(numerator: KernelPolynomial([Monomial(ranges.count + index): 1])), .one
      )
    case .negate:
      let (value, ratio) = try operand(0)
      return (try product(value, -.one), ratio)
    case .add, .subtract:
      let ((a, p), (b, q)) = (try operand(0), try operand(1))
      guard try areEqual(p, q) else {
        throw rejection(
          .step, expected: "two sides that grow alike with L", found: "different ratios")
      }
      return (try sum(a, step.operation == .add ? b : -b), p)
    case .multiply:
      let ((a, p), (b, q)) = (try operand(0), try operand(1))
      return (try product(a, b), try product(p, q))
    case .divide:
      let ((a, p), (b, q)) = (try operand(0), try operand(1))
      return (try product(a, reciprocal(b)), try product(p, reciprocal(q)))
    case .power: return try power(step)
    case .trace: return (try trace(matrix(step.operands[0])), .one)
    case .rows: return (try count(matrix(step.operands[0]).rows), .one)
    case .columns: return (try count(matrix(step.operands[0]).columns), .one)
    case .positives, .zeros, .negatives:
      return (try number(of: step.operation, in: spectrum(step.operands[0])), .one)
    default: return (try entry(step), .one)
    }
  }

  /// `power a n` and `power a n layers m`.
  private mutating func power(
    _ step: UniformProof.Step
  ) throws(Rejection) -> (KernelFraction, ratio: KernelFraction) {
    let words = step.constants
    guard let exponent = Int(words[0]), (-100...100).contains(exponent) else {
      throw rejection(.limit, expected: "an exponent of at most 100", found: words[0])
    }
    let (base, ratio) = try number(step.operands[0])
    guard words.count > 1 else {
      return (try power(base, exponent), try power(ratio, exponent))
    }
    guard words.count == 3, words[1] == "layers", let constant = Int(words[2]),
      let first = entry.layers, (-100...100).contains(constant), first <= 100
    else {
      throw rejection(
        .step, expected: "\"layers m\" in a case with \"for L in\"",
        found: words.dropFirst().joined(separator: " "))
    }
    guard try areEqual(ratio, .one) else {
      throw rejection(.step, expected: "a base that is the same for all L", found: "another one")
    }
    return (try power(base, exponent * first + constant), try power(base, exponent))
  }

  private mutating func power(
    _ base: KernelFraction, _ exponent: Int
  ) throws(Rejection) -> KernelFraction {
    let base = exponent < 0 ? try reciprocal(base) : base
    return try within { () throws(RadicalRing.Overflow) in
      KernelFraction(
        numerator: try ring.power(base.numerator, abs(exponent)),
        denominator: try ring.power(base.denominator, abs(exponent)))
    }
  }

  /// The entry in a row and a column from 1, those of the first elements of the last base set.
  private func entry(_ step: UniformProof.Step) throws(Rejection) -> KernelFraction {
    let matrix = try matrix(step.operands[0])
    let places = step.constants.compactMap { Int($0) }
    guard places.count == 2, places.allSatisfy({ (1...1000).contains($0) }),
      matrix.rows.count == 1, matrix.columns.count == 1
    else {
      throw rejection(
        .step, expected: "a row and a column of a matrix of one block",
        found: step.constants.joined(separator: " "))
    }
    let a = try tuple(places[0], matrix.rows[0])
    let b = try tuple(places[1], matrix.columns[0])
    let common = Dictionary(
      uniqueKeysWithValues: a.compactMap { set, part in
        b[set].map { (set, part.intersection($0).count) }
      })
    let meeting = Meeting(matrix.rows[0], matrix.columns[0])
    return matrix.entry(0, 0, meeting.place(of: .init(place: 0, common: common)))
  }

  /// The tuple at a place from 1, where all of its parts but the last are the first of their kind: the
  /// first elements of each base set, and for the last element of the last part a later one.
  private func tuple(
    _ place: Int, _ type: UniformProof.Index
  ) throws(Rejection) -> [UniformProof.BaseSet: Set<Int>] {
    var result: [UniformProof.BaseSet: Set<Int>] = [:]
    for (index, part) in type.parts.enumerated() {
      let last = part.size - 1 + (index == type.parts.count - 1 ? place - 1 : 0)
      guard counts.leastSize(of: part.set) > last else {
        throw rejection(.step, expected: "at least \(place) rows or columns", found: "fewer")
      }
      result[part.set] = Set(0..<part.size - 1).union([last])
    }
    guard !type.parts.isEmpty || place == 1 else {
      throw rejection(.step, expected: "at least \(place) rows or columns", found: "fewer")
    }
    return result
  }
}
