/// Why a text is not a certificate.
public struct CertificateSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// What should be there.
  public let expected: String
  /// What is there.
  public let found: String

  package init(line: Int, expected: String, found: String) {
    self.line = line
    self.expected = expected
    self.found = found
  }

  /// `line 3: expected "layers", found "lairs 4"`.
  public var description: String { "line \(line): expected \(expected), found \(found)" }
}
