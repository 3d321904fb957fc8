import Certificates
import Rational

/// An array of numbers in a file, exactly.
public struct WeightArray: Hashable, Sendable {
  /// As the file has it: `layers.0.weight`.
  public let name: String
  /// Where it is said to be when something is wrong with it: its name, or a line and a column.
  let place: String
  /// The sizes, one for each dimension.
  public let shape: [Int]
  /// Row after row; none where the array was not read.
  let entries: [Rational]
  /// Whether its type is one of integers.
  let isWhole: Bool
  /// Why the numbers were not read, if they were not: arrays that are no matrices do not matter.
  let unread: String?

  /// An array that was read.
  init(name: String, place: String? = nil, shape: [Int], entries: [Rational], isWhole: Bool) {
    self.name = name
    self.place = place ?? name
    self.shape = shape
    self.entries = entries
    self.isWhole = isWhole
    unread = nil
  }

  /// An array that nothing here has a use for.
  init(name: String, shape: [Int], unread: String) {
    self.name = name
    self.place = name
    self.shape = shape
    entries = []
    isWhole = false
    self.unread = unread
  }

  /// The array as a matrix, when it has two dimensions and is not empty.
  var matrix: PointMatrix? {
    guard unread == nil, shape.count == 2, shape[0] > 0, shape[1] > 0 else { return nil }
    return PointMatrix(rows: shape[0], columns: shape[1], entries: entries)
  }

  /// The entries, when all of them stand in one row or column.
  var vector: [Rational]? {
    unread == nil && shape.filter { $0 != 1 }.count <= 1 ? entries : nil
  }

  /// `64×500`, and why it was not read.
  var shapeText: String {
    let text = shape.isEmpty ? "one number" : shape.map(String.init).joined(separator: "×")
    return text + (unread.map { " (\($0))" } ?? "")
  }

  /// The words of the name, in small letters: `fc1.weight` has two.
  var words: [String] {
    name.split { "./_ :".contains($0) }.map { $0.lowercased() }
  }

  /// How many numbers an array of that shape has.
  ///
  /// - Throws: When they are more than the limit.
  static func count(
    _ shape: [Int], name: String, atMost limit: Int
  ) throws(WeightsError) -> Int {
    var count = 1
    for size in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows, product <= limit else {
        throw WeightsError(
          name, expected: "at most \(limit) more numbers, for which --memory is enough",
          found: "an array of \(shape.map(String.init).joined(separator: "×"))", isLimit: true)
      }
      count = product
    }
    return count
  }
}
