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

  public init(_ location: SourceLocation, _ message: String) {
    self.location = location
    self.message = message
  }

  public var description: String { "\(location): \(message)" }
}
