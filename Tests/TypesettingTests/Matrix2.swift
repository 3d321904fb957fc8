import Rational
import Statements

/// Values for formulas of numbers and matrices: two rows and two columns, so that the order of factors matters.
///
/// Numbers are multiples of the identity. Functions have any values that differ from those of others.
struct Matrix2: Hashable {
  var entries: [Rational]

  /// What has no value: a division by zero, a power with an exponent that is no small number.
  struct Undefined: Error {}

  init(_ entries: [Rational]) { self.entries = entries }
  init(_ number: Rational) { entries = [number, 0, 0, number] }

  static let names: [String: Matrix2] = [
    "a": Matrix2(3), "b": Matrix2(Rational(-5, 2)), "c": Matrix2(7), "n": Matrix2(2),
    "x_1": Matrix2(Rational(11, 3)), "sigma": Matrix2(13), "fit": Matrix2(17),
    "A": Matrix2([1, 2, 3, 5]), "B": Matrix2([2, -1, 1, 4]),
  ]

  static func + (x: Self, y: Self) -> Self { Self(zip(x.entries, y.entries).map { $0 + $1 }) }
  static func - (x: Self, y: Self) -> Self { x + Matrix2(-1) * y }

  static func * (x: Self, y: Self) -> Self {
    let (p, q) = (x.entries, y.entries)
    return Self([
      p[0] * q[0] + p[1] * q[2], p[0] * q[1] + p[1] * q[3],
      p[2] * q[0] + p[3] * q[2], p[2] * q[1] + p[3] * q[3],
    ])
  }

  func divided(by number: Self) throws -> Self {
    let divisor = number.entries[0]
    guard divisor != 0, number == Matrix2(divisor) else { throw Undefined() }
    return self * Matrix2(1 / divisor)
  }

  func raised(to exponent: Self) throws -> Self {
    let number = exponent.entries[0]
    guard exponent == Matrix2(number), number.isInteger, let times = Int(exactly: number.numerator),
      (0...4).contains(times)
    else { throw Undefined() }
    return (0..<times).reduce(Matrix2(1)) { power, _ in power * self }
  }

  var transposed: Self { Self([entries[0], entries[2], entries[1], entries[3]]) }
  var trace: Self { Matrix2(entries[0] + entries[3]) }
  var root: Self { self * self + Matrix2(3) }
  var relu: Self { self * self * self - Matrix2(1) }
  var squaredNorm: Self { (transposed * self).trace }
  static func leastNorm(_ x: Self, _ y: Self) -> Self { x.trace + y.trace * Matrix2(7) }
  static func kronecker(_ x: Self, _ y: Self) -> Self { x * y * x - y }

  init(_ formula: Expression, _ variables: [String: Matrix2]) throws {
    func value(_ part: Expression) throws -> Matrix2 { try Matrix2(part, variables) }
    switch formula {
    case .number(let number, _): self.init(number)
    case .name(let name, _):
      guard let known = variables[name] ?? Self.names[name] else { throw Undefined() }
      self = known
    case .negated(let operand, _): self = Matrix2(-1) * (try value(operand))
    case .transposed(let operand, _): self = try value(operand).transposed
    case .binary(let symbol, let left, let right, _):
      let (x, y) = (try value(left), try value(right))
      switch symbol {
      case .plus: self = x + y
      case .minus: self = x - y
      case .times: self = x * y
      case .divided: self = try x.divided(by: y)
      case .power: self = try x.raised(to: y)
      }
    case .call(.sum, let parts, _):
      self = try Self.terms(parts, variables).reduce(Matrix2(0), +)
    case .call(.product, let parts, _):
      self = try Self.terms(parts, variables).reduce(Matrix2(1), *)
    case .call(let function, let parts, _):
      let values = try parts.map(value)
      switch function {
      case .squareRoot: self = values[0].root
      case .trace: self = values[0].trace
      case .squaredNorm: self = values[0].squaredNorm
      case .relu: self = values[0].relu
      case .gram: self = values[0].transposed * values[0]
      case .leastNorm: self = Self.leastNorm(values[0], values[1])
      case .kronecker: self = Self.kronecker(values[0], values[1])
      default: throw Undefined()
      }
    case .matrix, .graph, .partition: throw Undefined()
    }
  }

  /// The terms of a sum or product from 1 to 2.
  private static func terms(
    _ parts: [Expression], _ variables: [String: Matrix2]
  ) throws -> [Matrix2] {
    guard case .name(let variable, _) = parts[0] else { throw Undefined() }
    return try [1, 2].map { index in
      try Matrix2(parts[3], variables.merging([variable: Matrix2(index)]) { _, new in new })
    }
  }
}

extension Expression {
  /// The factors of a product from the left, when the first one is a quotient.
  private var factorsAfterQuotient: [Expression]? {
    var (factors, rest) = ([Expression](), self)
    while case .binary(.times, let left, let right, _) = rest {
      factors.insert(right, at: 0)
      rest = left
    }
    guard case .binary(.divided, _, _, _) = rest, !factors.isEmpty else { return nil }
    return [rest] + factors
  }

  /// The formula with the minus of a first factor before the product, and with products of two quotients for
  /// a quotient that begins with one: what is written in one way.
  var canonical: Expression {
    switch self {
    case .number, .name, .graph, .matrix, .partition: return self
    case .negated(let operand, let place): return .negated(operand.canonical, place)
    case .transposed(let operand, let place): return .transposed(operand.canonical, place)
    case .call(let function, let parts, let place):
      return .call(function, parts.map(\.canonical), place)
    case .binary(let symbol, let left, let right, let place):
      let (first, second) = (left.canonical, right.canonical)
      if symbol == .times || symbol == .divided, case .negated(let operand, _) = first {
        return .negated(Self.binary(symbol, operand, second, place).canonical, place)
      }
      if symbol == .divided, var factors = first.factorsAfterQuotient {
        let quotient = factors.removeFirst()
        let product = factors.dropFirst().reduce(factors[0]) { .binary(.times, $0, $1, place) }
        return .binary(.times, quotient, .binary(.divided, product, second, place), place)
      }
      return .binary(symbol, first, second, place)
    }
  }
}
