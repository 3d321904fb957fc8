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
    lines += point.features.lines("features")
    for weight in point.weights { lines += weight.lines("weights") }
    lines += ["loss \(loss)", "x \(x)", "bound \(bound)"]
    return lines.map { $0 + "\n" }.joined()
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
