/// A part of the values of a run: of every `count` values in a row, the one at place `index`.
///
/// Values beside each other take about the same time, so the parts of a run do.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which part it is, from 1 to `count`.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// The most parts.
  public static let countLimit = 100_000

  /// Reads `3/16`; nil for what is not of that form, and beyond the limit.
  public init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let index = Int(words[0]), let count = Int(words[1]),
      "\(index)/\(count)" == text, (1...Self.countLimit).contains(count),
      (1...count).contains(index)
    else { return nil }
    (self.index, self.count) = (index, count)
  }

  /// `3/16`
  public var description: String { "\(index)/\(count)" }

  /// The places of its values among those of a run, from 0.
  func places(of total: Int) -> StrideTo<Int> { stride(from: index - 1, to: total, by: count) }

  /// How many values of a run it has.
  func size(of total: Int) -> Int { total < index ? 0 : (total - index) / count + 1 }
}
