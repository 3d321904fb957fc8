/// A small seeded generator: the same seed gives the same draws on every machine.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. Tests take the
/// seed as an argument, so that a failure names it, and keep each draw in a `let` of its own, so
/// that the order of evaluation does not change the values.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of the range, each about equally often.
  public mutating func int(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// An element of a collection that is not empty.
  public mutating func element<T>(of values: [T]) -> T {
    values[int(in: 0...(values.count - 1))]
  }
}
