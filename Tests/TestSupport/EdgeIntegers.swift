import Rational

/// Integers at which word and limb arithmetic changes its path.
public enum EdgeIntegers {
  /// 0, ±1, ±2, powers of two at the limits of words, half words and limbs, each with both
  /// neighbours and both signs, and `Int.min` and `Int.max`.
  public static let all: [Integer] = {
    var values: Set<Integer> = [0, 1, 2, 3, -1, -2, -3]
    for exponent in [31, 32, 62, 63, 64, 65, 96, 127, 128, 192, 256] {
      let power = (0..<exponent).reduce(Integer(1)) { value, _ in value + value }
      for neighbour in [power - 1, power, power + 1] {
        values.insert(neighbour)
        values.insert(-neighbour)
      }
    }
    values.insert(Integer(Int.min))
    values.insert(Integer(Int.max))
    return values.sorted()
  }()

  /// The words among them and the words next to the limits.
  public static let words: [Int] =
    all.compactMap(\.word) + [Int.min + 1, Int.max - 1, 6, 7, 10, -10, 1_000_000_007]
}
