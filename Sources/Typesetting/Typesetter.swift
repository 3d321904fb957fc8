import Rational
import Statements

/// Sets the formulas of a claim in the letters of the paper.
///
/// Brackets are decided here and nowhere else: a formula reads as it is computed.
struct Typesetter {
  /// The claim that tells which of its names are matrices; nil for single values.
  let claim: Claim?
  /// All names of the claim.
  private let names: Set<String>
  /// Names that would look like another name or a matrix of the claim, and stand letter by letter.
  private let plainNames: Set<String>

  init(_ claim: Claim? = nil) {
    self.claim = claim
    let expressions = claim?.expressions ?? []
    var names = Set((claim?.parameters.map(\.name) ?? []) + (claim?.definitions.map(\.name) ?? []))
    var calls: [Expression] = []
    var rest = expressions
    while let next = rest.popLast() {
      if case .name(let name, _) = next { names.insert(name) }
      if case .call = next { calls.append(next) }
      rest += next.children
    }
    self.names = names
    var looks: [Layout: Int] = [:]
    for name in names { looks[.name(name), default: 0] += 1 }
    if looks.values.contains(where: { $0 > 1 }) || Self.mayLookLikeCalls(looks.keys) {
      let setter = Self(names: names)
      for look in Set(calls.map { setter.layout($0) }) { looks[look, default: 0] += 1 }
    }
    plainNames = names.filter { looks[.name($0), default: 0] > 1 }
  }

  private init(names: Set<String>) {
    claim = nil
    self.names = names
    plainNames = []
  }

  /// Whether a name looks like a matrix or a graph with an index.
  private static func mayLookLikeCalls(_ looks: some Sequence<Layout>) -> Bool {
    looks.contains { look in
      if case .scripts(.identifier(let letter, .italic), _, _) = look {
        "BCGIKPQRT".contains(letter)
      } else {
        false
      }
    }
  }

  func name(_ name: String) -> Layout {
    plainNames.contains(name) ? .plain(name) : .name(name)
  }

  /// Whether all names of a formula are names of the claim.
  func knows(_ expression: Expression) -> Bool {
    if case .name(let name, _) = expression { return names.contains(name) }
    return expression.children.allSatisfy(knows)
  }

  /// A letter for a variable that the notation binds: the first one that names nothing here.
  ///
  /// - Parameter inner: Formulas in which minima bind letters of the same list.
  func free(_ letters: String..., around inner: [Expression] = []) -> Layout {
    .letter(freeName(letters, around: inner))
  }

  func freeName(_ letters: [String], around inner: [Expression] = []) -> String {
    let free = letters.filter { !names.contains($0) }
    let depth = inner.map(\.depthOfMinima).max() ?? 0
    return depth < free.count ? free[depth] : letters[0] + String(repeating: "′", count: depth + 1)
  }

  /// The identity matrix whose size is that of what it stands beside.
  var identity: Layout { names.contains("I") ? .plain("I") : .letter("I") }

  // MARK: Expressions

  func layout(_ expression: Expression, _ place: Place = Place()) -> Layout {
    switch expression {
    case .number(let value, _): return number(value, place)
    case .name(let name, _): return self.name(name)
    case .negated(let operand, _): return negated(operand, place)
    case .binary(let symbol, let left, let right, let location):
      if let positive = expression.withoutSign { return negated(positive, place) }
      return binary(symbol, left, right, location, place)
    case .transposed(let operand, _):
      return bracketed(.scripted, place) { raised(operand, .sign("⊤"), $0) }
    case .call(let function, let arguments, _): return call(function, arguments, place)
    case .matrix(let rows, _): return matrix(rows, place)
    case .graph(_, let path, _): return .words(path)
    case .partition(let parts, _):
      let sets = parts.map { part in Layout.list(part.flatMap { interval($0, place.inside) }) }
      return .fenced(.curly, .row(Array(sets.map { [$0] }.joined(separator: [.sign("∣")]))))
    }
  }

  /// Brackets around what holds together less than its place asks for.
  func bracketed(_ own: Place.Level, _ place: Place, _ build: (Place) -> Layout) -> Layout {
    own < place.level ? .fenced(.round, build(place.inside)) : build(place)
  }

  /// A sum with limits or an extremum: it needs brackets where what follows would be read as part of it.
  func open(reaching reach: Place.Following, _ place: Place, _ build: (Place) -> Layout) -> Layout {
    place.following >= reach || place.level >= .fraction
      ? .fenced(.round, build(place.inside)) : build(place)
  }

  private func number(_ value: Rational, _ place: Place) -> Layout {
    if value.sign < 0 {
      return bracketed(.sum, place) { .row([.sign("−"), number(-value, $0.part(.product))]) }
    }
    if let digits = value.literal { return .number(digits) }
    return bracketed(.fraction, place) { _ in
      .fraction(.number("\(value.numerator)"), .number("\(value.denominator)"))
    }
  }

  private func negated(_ operand: Expression, _ place: Place) -> Layout {
    bracketed(.sum, place) { .row([.sign("−"), layout(operand, $0.part(.infix))]) }
  }

  private func binary(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ location: SourceLocation,
    _ place: Place
  ) -> Layout {
    switch symbol {
    case .plus, .minus:
      return bracketed(.sum, place) { place in
        .row([
          layout(left, place.part(.sum, before: .summand)), .sign(symbol == .plus ? "+" : "−"),
          layout(right, place.part(.infix)),
        ])
      }
    case .times:
      return bracketed(.product, place) { place in
        product(
          layout(left, place.part(.product, before: .factor)), layout(right, place.part(.pair)))
      }
    case .divided where place.isScript:
      return bracketed(.infix, place) { place in
        .row([
          layout(left, place.part(.product, before: .factor)), .sign("/"),
          layout(right, place.part(.scripted)),
        ])
      }
    case .divided:
      if let (quotient, rest) = left.leadingQuotient {
        // a/b·c/d is the product of two fractions rather than one above another.
        let fraction = Expression.binary(.divided, rest, right, location)
        return binary(.times, quotient, fraction, location, place)
      }
      return bracketed(.fraction, place) {
        .fraction(layout(left, $0.inside), layout(right, $0.inside))
      }
    case .power: return bracketed(.scripted, place) { raised(left, layout(right, .script), $0) }
    }
  }

  /// A base with something above on the right.
  func raised(_ base: Expression, _ upper: Layout, _ place: Place) -> Layout {
    raised(layout(base, place.part(.atom)), upper)
  }

  func raised(_ base: Layout, _ upper: Layout) -> Layout {
    if case .scripts(let letter, let lower, nil) = base {
      return .scripts(letter, lower: lower, upper: upper)
    }
    return .scripts(base, upper: upper)
  }

  /// Two factors, with a dot where they would run together.
  func product(_ left: Layout, _ right: Layout) -> Layout {
    let (end, start) = (left.last, right.first)
    let hasDot =
      switch start {
      case .number: true
      // Vectors of ones begin with a digit, too.
      case .fraction, .identifier("1", .bold): end.isNumber
      case .fenced: end.looksLikeFunction
      default: false
      }
    if hasDot { return .row([left, .sign("·"), right]) }
    return end.isWord || start.isWord
      ? .row([left, .times, .space(.thin), right]) : .row([left, .times, right])
  }

  private func interval(_ interval: Expression.Interval, _ place: Place) -> [Layout] {
    let first = layout(interval.first, place)
    guard let last = interval.last else { return [first] }
    return [first, .sign("…"), layout(last, place)]
  }
}

extension Layout {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }

  fileprivate var isWord: Bool {
    switch self {
    case .identifier(let name, .upright): name.count > 1
    case .function, .words: true
    default: false
    }
  }

  /// Whether brackets after it would be taken for its argument.
  fileprivate var looksLikeFunction: Bool {
    switch self {
    case .identifier(let letter, .italic): ["σ", "ρ", "τ"].contains(letter)
    default: isWord
    }
  }
}

extension Expression {
  /// How many minima over matrices stand in one another in the formula.
  fileprivate var depthOfMinima: Int {
    let inner = children.map(\.depthOfMinima).max() ?? 0
    switch self {
    case .call(.leastNorm, _, _), .call(.minimalRidge, _, _), .call(.ridgeMinimiser, _, _),
      .call(.minimalFactorisation, _, _):
      return inner + 1
    default: return inner
    }
  }

  /// Of a product that begins with a quotient, that and the product of the other factors.
  fileprivate var leadingQuotient: (quotient: Expression, rest: Expression)? {
    guard case .binary(.times, let left, let right, let place) = self else { return nil }
    if case .binary(.divided, _, _, _) = left { return (left, right) }
    return left.leadingQuotient.map { ($0, .binary(.times, $1, right, place)) }
  }

  /// `a·b/c` of a product or quotient that begins with a minus: `-a·b/c`.
  fileprivate var withoutSign: Expression? {
    guard case .binary(let symbol, let left, let right, let place) = self,
      symbol == .times || symbol == .divided
    else { return nil }
    if case .negated(let operand, _) = left { return .binary(symbol, operand, right, place) }
    return left.withoutSign.map { .binary(symbol, $0, right, place) }
  }
}
