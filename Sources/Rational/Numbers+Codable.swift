/// A number that is encoded as the text that it is described by: exact, and readable for other programs.
private protocol EncodedAsText: Codable, CustomStringConvertible {
  init?(_ text: String)
}

extension EncodedAsText {
  fileprivate init(text decoder: any Decoder, expected: String) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected \(expected), found '\(text)'")
    }
    self = value
  }

  fileprivate func encode(text encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Integer: EncodedAsText, Codable {
  /// Reads the value from a text of decimal digits.
  public init(from decoder: any Decoder) throws {
    try self.init(text: decoder, expected: "an integer")
  }
  /// Writes the value as a text of decimal digits.
  public func encode(to encoder: any Encoder) throws { try encode(text: encoder) }
}

extension Rational: EncodedAsText, Codable {
  /// Reads the value from a text such as `1/3` or `0.25`.
  public init(from decoder: any Decoder) throws {
    try self.init(text: decoder, expected: "a fraction or a decimal number")
  }
  /// Writes the value as a text such as `1/3`.
  public func encode(to encoder: any Encoder) throws { try encode(text: encoder) }
}

extension Surd: EncodedAsText, Codable {
  /// Reads the value from a text such as `1/2 - √5/2`, with radicands whose square factors can be split off.
  public init(from decoder: any Decoder) throws {
    try self.init(text: decoder, expected: "a sum of square roots that can be reduced")
  }
  /// Writes the value as a text such as `1/2 - √5/2`.
  public func encode(to encoder: any Encoder) throws { try encode(text: encoder) }
}
