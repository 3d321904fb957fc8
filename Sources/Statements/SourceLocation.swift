/// A place in a claim file: the name the file was given by, a line and a column, both from 1.
///
/// Columns count characters (extended grapheme clusters), as editors do.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, the form that editors follow.
  public var description: String { "\(file):\(line):\(column)" }
}

/// What is wrong with a claim file, and where.
///
/// Every defect of an input that is found after the file was opened is one of these: syntax,
/// unknown names, types, and, for a value of the range, shapes, divisions by zero and square roots
/// of negative numbers.
public struct ClaimError: Error, Hashable, Sendable, CustomStringConvertible {
  public let location: SourceLocation
  public let message: String
  /// The line of the file with a mark below the place, where the text is at hand.
  private var excerpt: String?

  public init(_ location: SourceLocation, _ message: String) {
    self.location = location
    self.message = message
  }

  /// `file:line:column: message`, then the line and the mark.
  public var description: String {
    "\(location): \(message)" + (excerpt.map { "\n\($0)" } ?? "")
  }

  /// How many characters of a long line are shown on either side of the place.
  private static let excerptReach = 60

  /// The same error with the line of the text that it is in.
  package func showing(_ text: String) -> ClaimError {
    guard excerpt == nil else { return self }
    var rest = text[...]
    for _ in 1..<max(1, location.line) {
      guard let end = rest.firstIndex(where: \.isNewline) else { return self }
      rest = rest[rest.index(after: end)...]
    }
    let line = Array(rest.prefix { !$0.isNewline })
    let place = min(location.column - 1, line.count)
    let start = max(0, place - Self.excerptReach)
    let end = min(line.count, place + Self.excerptReach)
    // Tabs stand in both lines, so that the mark is where it belongs however wide they are.
    let before = line[start..<place].map { $0 == "\t" ? "\t" : " " as Character }
    let dots = start > 0 ? "…" : ""
    var error = self
    error.excerpt =
      "  \(dots)\(String(line[start..<end]))\(end < line.count ? "…" : "")\n"
      + "  \(start > 0 ? " " : "")\(String(before))^"
    return error
  }
}
