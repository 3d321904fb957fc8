import ArgumentParser

/// A size of memory as people write it.
enum MemorySize {
  /// The bytes of `500M` or `4G`.
  ///
  /// - Throws: `ValidationError` for anything else.
  static func bytes(_ text: String) throws(ValidationError) -> Int {
    let unit: Int? =
      switch text.last {
      case "K", "k": 10
      case "M", "m": 20
      case "G", "g": 30
      case "T", "t": 40
      default: nil
      }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard let number = Int(digits), number > 0, number < 1 << 20 || unit == nil else {
      throw ValidationError("--memory \(text): expected a size such as 500M or 4G")
    }
    return number << (unit ?? 0)
  }
}
