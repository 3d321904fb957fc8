extension String {
  /// The text as it stands in an XML attribute or element.
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
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
