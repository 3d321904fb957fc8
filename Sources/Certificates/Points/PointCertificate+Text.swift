import Rational

extension PointCertificate {
  static let heading = "verify point 1"

  /// The one text of the certificate, in lines; `proofs/POINT.md` describes it.
  public var text: String {
    var lines = [
      Self.heading, "classes \(point.classes)", "layers \(point.layers)",
      "samples \(point.samples)", "columns \(point.columnsPerClass)",
      "feature-decay \(point.featureDecay)",
    ]
    lines += point.weightDecays.map { "weight-decay \($0)" }
    lines += Self.lines("features", point.features)
    for weight in point.weights { lines += Self.lines("weights", weight) }
    lines += ["loss \(loss)", "x \(x)", "bound \(bound)"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ name: String, _ matrix: PointMatrix) -> [String] {
    let rows = (0..<matrix.rows).map { row in
      let start = row * matrix.columns
      return "row "
        + matrix.numerators[start..<(start + matrix.columns)].map(\.description)
        .joined(separator: " ")
    }
    return ["\(name) \(matrix.rows) \(matrix.columns)", "over \(matrix.denominator)"] + rows
  }

  /// Reads the text of a certificate and nothing else.
  public init(text: String) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    try reader.exactly(Self.heading)
    let classes = try reader.count("classes")
    let layers = try reader.count("layers")
    let samples = try reader.count("samples")
    let columns = try reader.count("columns")
    let featureDecay = try reader.rational("feature-decay")
    var weightDecays: [Rational] = []
    // A count that is too large ends with the text.
    while weightDecays.count < layers { weightDecays.append(try reader.rational("weight-decay")) }
    let features = try reader.matrix("features")
    var weights: [PointMatrix] = []
    while weights.count < layers { weights.append(try reader.matrix("weights")) }
    self.init(
      point: NetworkPoint(
        classes: classes, samples: samples, columnsPerClass: columns, featureDecay: featureDecay,
        weightDecays: weightDecays, features: features, weights: weights),
      loss: try reader.rational("loss"), x: try reader.rational("x"),
      bound: try reader.rational("bound"))
    try reader.end()
  }
}

extension LineReader {
  /// `name rows columns`, `over q`, and then the rows of integers over q.
  fileprivate mutating func matrix(_ name: String) throws(CertificateSyntaxError) -> PointMatrix {
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
