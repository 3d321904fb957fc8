import ArgumentParser

/// The widths of the layers: one number, or one for each layer.
enum WidthOption {
  private static let limit = 1000

  /// d_1, …, d_L.
  ///
  /// - Throws: `ValidationError` for another number of widths, and for one that is out of bounds.
  static func widths(_ text: String, layers: Int) throws(ValidationError) -> [Int] {
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = values.compactMap { $0 }.filter { (1...limit).contains($0) }
    guard numbers.count == values.count, numbers.count == 1 || numbers.count == layers else {
      throw ValidationError(
        "--width \(text): expected one number from 1 to \(limit), or one for each of the "
          + "\(layers) layers")
    }
    return numbers.count == 1 ? Array(repeating: numbers[0], count: layers) : numbers
  }
}
