import Rational
import Statements
import TestSupport

/// Formulas of numbers and matrices in all combinations of operators.
struct RandomFormulas {
  private var random: SplitMix64
  private let place = SourceLocation(file: "", line: 1, column: 1)

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func formula(depth: Int) -> Expression {
    random.int(in: 0...1) == 0 ? number(depth, []) : matrix(depth, [])
  }

  private mutating func binary(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Expression { .binary(symbol, left, right, place) }

  private mutating func number(_ depth: Int, _ variables: [String]) -> Expression {
    guard depth > 0 else {
      if random.int(in: 0...2) == 0 {
        return .number(
          random.element(of: [0, 1, 2, 10, Rational(1, 2), Rational(5, 4)]), place)
      }
      return .name(random.element(of: ["a", "b", "c", "x_1", "sigma", "fit"] + variables), place)
    }
    let smaller = random.int(in: 0...depth - 1)
    func next(_ this: inout Self) -> Expression { this.number(smaller, variables) }
    switch random.int(in: 0...15) {
    case 0: return .negated(next(&self), place)
    case 1, 2: return binary(.plus, next(&self), next(&self))
    case 3, 4: return binary(.minus, next(&self), next(&self))
    case 5, 6, 7: return binary(.times, next(&self), next(&self))
    case 8, 9: return binary(.divided, next(&self), next(&self))
    case 10: return binary(.power, next(&self), exponent())
    case 11: return .call(.squareRoot, [next(&self)], place)
    case 12, 13:
      let variable = variables.isEmpty ? "k" : "j"
      let body = number(smaller, variables + [variable])
      return .call(
        random.int(in: 0...1) == 0 ? .sum : .product,
        [.name(variable, place), .number(1, place), .number(2, place), body], place)
    case 14:
      return .call(
        .leastNorm, [matrix(smaller, variables), matrix(smaller, variables)], place)
    default:
      let function: Function = random.int(in: 0...1) == 0 ? .trace : .squaredNorm
      return .call(function, [matrix(smaller, variables)], place)
    }
  }

  /// A formula with a small value: 2, 3, or one of n = 2, with quotients.
  private mutating func exponent() -> Expression {
    let (n, two) = (Expression.name("n", place), Expression.number(2, place))
    switch random.int(in: 0...6) {
    case 0: return n
    case 6: return binary(.divided, two, binary(.times, .number(1, place), n))
    case 1: return .number(3, place)
    case 2: return binary(.minus, n, .number(1, place))
    case 3: return binary(.divided, n, two)
    case 4: return binary(.divided, binary(.times, n, n), two)
    default: return binary(.times, binary(.divided, n, two), n)
    }
  }

  private mutating func matrix(_ depth: Int, _ variables: [String]) -> Expression {
    guard depth > 0 else { return .name(random.element(of: ["A", "B"]), place) }
    let smaller = random.int(in: 0...depth - 1)
    func next(_ this: inout Self) -> Expression { this.matrix(smaller, variables) }
    func factor(_ this: inout Self) -> Expression { this.number(smaller, variables) }
    switch random.int(in: 0...13) {
    case 0: return .negated(next(&self), place)
    case 1: return binary(.plus, next(&self), next(&self))
    case 2: return binary(.minus, next(&self), next(&self))
    case 3, 4: return binary(.times, next(&self), next(&self))
    case 5, 6: return binary(.times, factor(&self), next(&self))
    case 7: return binary(.times, next(&self), factor(&self))
    case 8: return binary(.divided, next(&self), factor(&self))
    case 9: return binary(.power, next(&self), exponent())
    case 10: return .transposed(next(&self), place)
    case 11: return .call(.relu, [next(&self)], place)
    case 12: return .call(.gram, [next(&self)], place)
    default: return .call(.kronecker, [next(&self), next(&self)], place)
    }
  }
}
