/// Why a file of weights was not understood.
public struct WeightsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: `3:14` for a line and a column, `W2.npy` for an entry of an archive.
  public let place: String
  /// What should be there.
  public let expected: String
  /// What is there.
  public let found: String
  /// Whether the file is too large for the memory granted, rather than wrong.
  public let isLimit: Bool
  /// What to do, in lines of their own.
  public let advice: [String]

  init(
    _ place: String, expected: String, found: String, isLimit: Bool = false, advice: [String] = []
  ) {
    self.place = place
    self.expected = expected
    self.found = found
    self.isLimit = isLimit
    self.advice = advice
  }

  /// `3:14: expected a number, found "x"`
  public var description: String {
    (["\(place): expected \(expected), found \(found)"] + advice.map { "  " + $0 })
      .joined(separator: "\n")
  }
}
