import Glibc

/// A small seeded generator: the same seed gives the same draws on every machine.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func word() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of [0, 1).
  mutating func uniform() -> Double { Double(word() >> 11) * 0x1p-53 }

  /// A number of 0 ..< count, each about equally often.
  mutating func below(_ count: Int) -> Int { Int(word() % UInt64(count)) }

  /// A draw from the standard normal distribution (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    return radius * cos(angle)
  }
}
