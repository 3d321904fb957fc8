import Rational

extension PointMatrix {
  /// `name rows columns`, `over q`, and then the rows of integers over q.
  func lines(_ name: String) -> [String] {
    let lines = (0..<rows).map { row in
      let start = row * columns
      return "row "
        + numerators[start..<(start + columns)].map(\.description).joined(separator: " ")
    }
    return ["\(name) \(rows) \(columns)", "over \(denominator)"] + lines
  }
}

extension LineReader {
  /// `name rows columns`, `over q`, and then the rows of integers over q.
  mutating func matrix(_ name: String) throws(CertificateSyntaxError) -> PointMatrix {
    let expected = "two positive numbers after \"\(name)\""
    let shape = try value(of: name)
    let parts = shape.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw error(expected: expected, found: shape) }
    let rows = try count(parts[0], expected)
    let columns = try count(parts[1], expected)
    guard rows > 0, columns > 0 else { throw error(expected: expected, found: shape) }
    let denominator = try rational("over")
    guard denominator.isInteger, denominator.sign > 0 else {
      throw error(expected: "a positive integer after \"over\"", found: "\(denominator)")
    }
    var numerators: [Integer] = []
    var common = denominator.numerator
    for _ in 0..<rows {
      let row = try value(of: "row")
      let entries = row.split(separator: " ", omittingEmptySubsequences: false)
      guard entries.count == columns else {
        throw error(expected: "\(columns) numbers", found: "\(entries.count) numbers")
      }
      for entry in entries {
        let number = try rational(String(entry), "an integer")
        guard number.isInteger else { throw error(expected: "an integer", found: String(entry)) }
        numerators.append(number.numerator)
        if common != 1 { common = Integer.gcd(common, number.numerator) }
      }
    }
    guard common == 1 else {
      throw error(expected: "numbers without a divisor in common with \"over\"", found: "\(common)")
    }
    return PointMatrix(
      rows: rows, columns: columns, denominator: denominator.numerator, numerators: numerators)
  }
}
