import Rational

/// Reads the strict line format of certificates: each line is `name` or `name value`, in a fixed
/// order, every number in its one canonical form. So every certificate has exactly one text.
package struct LineReader {
  /// The most bytes of a text and of a number.
  package static let textLimit = 1 << 24
  static let numberLimit = 10_000

  private let lines: [Substring.UTF8View]
  private var next = 0

  /// - Parameter limit: The most bytes.
  /// - Throws: For a text that is too long or does not end with a line end.
  package init(
    _ text: String, limit: Int = textLimit
  ) throws(CertificateSyntaxError) {
    guard text.utf8.count <= limit else {
      throw CertificateSyntaxError(
        line: 1, expected: "at most \(limit) bytes", found: "\(text.utf8.count)")
    }
    var lines = text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring($0).utf8 }
    guard let last = lines.popLast(), last.isEmpty else {
      throw CertificateSyntaxError(
        line: max(1, text.utf8.count { $0 == UInt8(ascii: "\n") } + 1),
        expected: "a line end after the last line", found: "the end of the text")
    }
    self.lines = lines
  }

  /// An error at the line that was read last.
  package func error(expected: String, found: String) -> CertificateSyntaxError {
    CertificateSyntaxError(
      line: max(1, next), expected: expected,
      found: found.utf8.count > 80 ? "\"\(found.prefix(60))…\"" : "\"\(found)\"")
  }

  /// The text after `name` and a space.
  package mutating func value(of name: String) throws(CertificateSyntaxError) -> String {
    let line = try self.line(expected: "\"\(name)\"")
    let prefix = name + " "
    guard line.utf8.starts(with: prefix.utf8) else {
      throw error(expected: "\"\(name)\" and a value", found: line)
    }
    return String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// A line that is exactly `text`.
  package mutating func exactly(_ text: String) throws(CertificateSyntaxError) {
    let line = try self.line(expected: "\"\(text)\"")
    // Bytes, since equality of strings lets canonically equivalent characters pass.
    guard line.utf8.elementsEqual(text.utf8) else {
      throw error(expected: "\"\(text)\"", found: line)
    }
  }

  /// The next line.
  mutating func line(expected: String) throws(CertificateSyntaxError) -> String {
    guard next < lines.count else {
      throw CertificateSyntaxError(
        line: lines.count + 1, expected: expected, found: "the end of the text")
    }
    defer { next += 1 }
    return String(Substring(lines[next]))
  }

  /// The first word of the next line, which is not read yet; nil at the end.
  package var nextName: String? {
    guard next < lines.count else { return nil }
    return String(decoding: lines[next].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// Nothing may be left.
  package func end() throws(CertificateSyntaxError) {
    guard next == lines.count else {
      throw CertificateSyntaxError(
        line: next + 1, expected: "the end of the text",
        found: "\"\(String(Substring(lines[next])).prefix(60))\"")
    }
  }

  // MARK: Values

  /// A natural number that fits a machine word.
  package mutating func count(_ name: String) throws(CertificateSyntaxError) -> Int {
    let text = try value(of: name)
    return try count(text, "a natural number after \"\(name)\"")
  }

  package func count(_ text: String, _ expected: String) throws(CertificateSyntaxError) -> Int {
    guard let number = Int(text), number >= 0, text.utf8.elementsEqual("\(number)".utf8) else {
      throw error(expected: expected, found: text)
    }
    return number
  }

  /// A rational number in lowest terms.
  mutating func rational(_ name: String) throws(CertificateSyntaxError) -> Rational {
    let text = try value(of: name)
    return try rational(text, "a fraction in lowest terms after \"\(name)\"")
  }

  func rational(_ text: String, _ expected: String) throws(CertificateSyntaxError) -> Rational {
    try checkLength(text)
    guard text.utf8.allSatisfy({ "-/0123456789".utf8.contains($0) }), let number = Rational(text),
      text.utf8.elementsEqual(number.description.utf8)
    else { throw error(expected: expected, found: text) }
    return number
  }

  /// A sum of square roots as it is written: `14 + 4√6`, `1/2 - √5/2`.
  mutating func surd(_ name: String) throws(CertificateSyntaxError) -> Surd {
    let text = try value(of: name)
    return try surd(text, "a sum of square roots after \"\(name)\"")
  }

  func surd(_ text: String, _ expected: String) throws(CertificateSyntaxError) -> Surd {
    try checkLength(text)
    guard let number = SurdText.value(of: text) else {
      throw error(expected: expected, found: text)
    }
    return number
  }

  private func checkLength(_ text: String) throws(CertificateSyntaxError) {
    guard text.utf8.count <= Self.numberLimit else {
      throw error(
        expected: "a number with at most \(Self.numberLimit) characters",
        found: "\(text.utf8.count) characters")
    }
  }
}
