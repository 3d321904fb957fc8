import Rational

extension ShapeCertificate {
  static let heading = "verify shape 1"
  private static let infinity = "infinity"

  /// The one text of the certificate, in lines; `proofs/SHAPE.md` describes it.
  public var text: String {
    var lines = [Self.heading] + shape.features.lines("features")
    for weight in shape.weights { lines += weight.lines("weights") }
    lines += intervals.map {
      "interval \($0.from) \($0.to?.description ?? Self.infinity) \($0.tau)"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads the text of a certificate and nothing else.
  public init(text: String) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    try reader.exactly(Self.heading)
    let features = try reader.matrix("features")
    var weights = [try reader.matrix("weights")]
    while reader.nextName == "weights" { weights.append(try reader.matrix("weights")) }
    var intervals: [Interval] = []
    repeat {
      let value = try reader.value(of: "interval")
      let parts = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else {
        throw reader.error(expected: "two ends and τ after \"interval\"", found: value)
      }
      let number = "a fraction in lowest terms"
      intervals.append(
        Interval(
          from: try reader.rational(parts[0], number),
          to: parts[1].utf8.elementsEqual(Self.infinity.utf8)
            ? nil : try reader.rational(parts[1], number + ", or \"\(Self.infinity)\""),
          tau: try reader.rational(parts[2], number)))
    } while reader.nextName != nil
    try reader.end()
    self.init(shape: Shape(features: features, weights: weights), intervals: intervals)
  }
}
