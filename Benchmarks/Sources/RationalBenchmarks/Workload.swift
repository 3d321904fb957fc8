import Measurement
import Rational

/// Pairs of fractions, the same for every library.
struct Workload {
  let name: String
  let left: [Rational]
  let right: [Rational]

  /// Fractions with numerators of up to `bits` digits, of both signs, and such denominators.
  static func random(bits: Int, count: Int) -> Workload {
    var random = SplitMix(state: 20_240_501)
    func integer() -> Integer {
      let words = (0..<(bits + 29) / 30).reduce(Integer(0)) { sum, _ in
        (sum << 30) + Integer(Int.random(in: 0..<1 << 30, using: &random))
      }
      return (words >> ((bits + 29) / 30 * 30 - bits)) + 1
    }
    func operands() -> [Rational] {
      (0..<count).map { _ in
        let value = Rational(integer(), integer())
        return Bool.random(using: &random) ? value : -value
      }
    }
    return Workload(name: "\(bits) bits", left: operands(), right: operands())
  }

  /// Fractions whose denominators divide 12, so that sums of many products stay small.
  static func twelfths(count: Int) -> Workload {
    var random = SplitMix(state: 7)
    func operands() -> [Rational] {
      (0..<count).map { _ in Rational(Int.random(in: -50...50, using: &random), 12) }
    }
    return Workload(name: "twelfths", left: operands(), right: operands())
  }
}
