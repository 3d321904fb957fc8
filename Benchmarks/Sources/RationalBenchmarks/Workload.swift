import Rational

/// Pairs of small fractions, the same for every library.
struct Workload {
  let name: String
  /// Numerator and denominator of each operand.
  let left: [(Int, Int)]
  let right: [(Int, Int)]

  /// Fractions in lowest terms with `bits`-bit numerators, of both signs, and denominators.
  static func random(bits: Int, count: Int) -> Workload {
    var generator = SplitMix(state: 20_240_501)
    func operands() -> [(Int, Int)] {
      (0..<count).map { _ in
        let range = 1...(1 << bits - 1)
        let top = Int.random(in: range, using: &generator)
        let bottom = Int.random(in: range, using: &generator)
        let value = Rational(Bool.random(using: &generator) ? top : -top, bottom)
        return (value.numerator.word ?? 0, value.denominator.word ?? 1)
      }
    }
    return Workload(name: "\(bits)-bit fractions", left: operands(), right: operands())
  }

  /// Fractions whose denominators divide 12, so that sums of many products stay small.
  static func twelfths(count: Int) -> Workload {
    var generator = SplitMix(state: 7)
    func operands() -> [(Int, Int)] {
      (0..<count).map { _ in
        let value = Rational(Int.random(in: -50...50, using: &generator), 12)
        return (value.numerator.word ?? 0, value.denominator.word ?? 1)
      }
    }
    return Workload(name: "twelfths", left: operands(), right: operands())
  }
}

/// Steele, Lea and Flood's generator: small, and the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
