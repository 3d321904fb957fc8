/// A piece of XML. A literal is markup; what is interpolated is text, which is escaped, unless it is a piece itself:
/// `"<li>\(name)</li>" as XML`.
public struct XML: ExpressibleByStringInterpolation, Sendable {
  /// The characters of the file.
  public let text: String

  /// Markup that was written as text.
  public init(_ text: String) { self.text = text }

  /// Pieces, one after the other, with a separator between them.
  public init(_ pieces: [XML], separator: String = "") {
    self.init(pieces.map(\.text).joined(separator: separator))
  }

  /// Markup.
  public init(stringLiteral text: String) { self.init(text) }

  /// Markup with pieces and escaped text in it.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.text) }

  /// What a literal is put together from.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Nothing so far.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity)
    }

    /// Markup.
    public mutating func appendLiteral(_ literal: String) { text += literal }
    /// Text, escaped.
    public mutating func appendInterpolation(_ text: String) { self.text += text.escapedForXML }
    /// A number in decimal digits.
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }
    /// A piece, or nothing.
    public mutating func appendInterpolation(_ piece: XML?) { text += piece?.text ?? "" }
    /// Pieces, one after the other.
    public mutating func appendInterpolation(_ pieces: [XML]) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension String {
  /// The text as it stands in an XML attribute or element; U+FFFD stands for characters that XML does not have.
  ///
  /// Scalar by scalar: a quote with an accent on it is one character, and closes an attribute all the same.
  public var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: result.unicodeScalars.append(scalar.isInXML ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has the character.
  fileprivate var isInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
