import ArgumentParser
import Certificates
import Losses
import Rational
import Weights

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "The exact loss of given weights, beside DNC and SRG.",
    discussion: """
      The file is JSON, {"H1": [[…], …], "W": [[[…], …], …]}, with numbers or strings such as "1/3";
      a NumPy archive or a file of safetensors with the arrays H1, W1, …, WL, or H and weights of any
      names in the order of the layers; or a certificate (*.point, *.shape). Decimals are taken as they are
      written and binary numbers as the fractions that they are. W_l has as many columns
      as W_{l-1} has rows; the columns of H1 stand class after class, n for each, or one for each
      with --n. For weights the exit status is 0 whether or not they lose less than DNC.

      What the weights but the last ones say of other λ's is said too: their shape, and the Λ where it
      loses less than DNC, scaled and with the best last layer, for every number of classes from theirs
      on. Without --lambda that is all.

      A certificate is judged as it stands: its loss, its bound and its x, or its intervals. The exit
      status is 1 when one of them is not what it says. --certificate writes the point, or with a name
      that ends in .shape the shape.

      EXAMPLES
        verify certify weights.json --lambda 1/100
        verify certify weights.npz --lambda-H 1/1000 --lambda-W 1/200,1/200,1/100
        verify certify weights.npz --lambda 1/100 --certificate mine.point
        verify certify proofs/paper/certificates/K3-L4.point
        verify certify weights.npz --certificate mine.shape
        verify certify proofs/paper/certificates/K7-L3.shape
      """)

  @Argument(
    help: ArgumentHelp("Weights, or a certificate.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 12

  @Option(
    help: ArgumentHelp("Write the certificate to a file.", valueName: "file"), completion: .file())
  var certificate: String?

  @OptionGroup(title: "Running") var options: AnswerOptions

  /// The most products of one pass through the layers: about a minute.
  private static let workLimit = 200_000_000
  /// The most words of all of them: long fractions take longer.
  private static let wordLimit = 4_000_000_000.0

  mutating func validate() throws {
    guard (1...1000).contains(digits) else {
      throw ValidationError("--digits \(digits): expected 1 to 1000")
    }
  }

  func run() throws {
    try reportingErrors("certify") {
      options.limit.begin()
      var answer = Answer(command: "certify")
      let bytes = try Files.bytes(file, limit: WeightFile.sizeLimit)
      if bytes.starts(with: "verify point ".utf8) {
        let certificate = try read(bytes) { text throws(CertificateSyntaxError) in
          try PointCertificate(text: text)
        }
        try judge(certificate, &answer)
      } else if bytes.starts(with: "verify shape ".utf8) {
        try judgeShape(bytes, &answer)
      } else {
        try judgeWeights(bytes, &answer)
      }
      try answer.finish(options)
    }
  }

  /// - Throws: When the products of one pass through the layers would take too long.
  private func requireFeasible(_ point: NetworkPoint) throws {
    let work =
      point.weights.reduce(0.0) { $0 + Double($1.numerators.count) }
      * Double(point.features.columns)
    guard work <= Double(Self.workLimit) else {
      throw FileError(
        description: "\(file): \(Int(work)) products; at most \(Self.workLimit) are computed",
        status: .limit)
    }
    // Each layer multiplies the denominators.
    let bits = ([point.features] + point.weights).reduce(0) { sum, matrix in
      sum + matrix.denominator.bitLength + matrix.numerators.reduce(0) { max($0, $1.bitLength) }
    }
    guard work * Double(bits / 64 + 1) <= Self.wordLimit else {
      throw FileError(
        description: "\(file): \(Int(work)) products of numbers of up to \(bits) bits; at most "
          + "\(Int(Self.wordLimit)) words are computed", status: .limit)
    }
  }

  /// The certificate that was given: whether it is valid, and its point beside the solutions.
  private func judge(_ certificate: PointCertificate, _ answer: inout Answer) throws {
    try requireFeasible(certificate.point)
    let judged = JudgedCertificate(certificate)
    if (try? certificate.point.validate()) != nil {
      return try write(certificate.point, given: judged, to: &answer)
    }
    // There is no point whose loss could be shown.
    answer.status = .refuted
    answer.members["certificate"] = judged.json
    if case .failure(let rejection) = judged.verdict {
      answer.add("certificate INVALID: \(rejection)")
    }
    if let path = self.certificate { refuse(path, &answer) }
  }

  /// The certificate of a shape that was given: whether it is valid, and what it proves.
  private func judgeShape(_ bytes: [UInt8], _ answer: inout Answer) throws {
    let certificate = try read(bytes) { text throws(CertificateSyntaxError) in
      try ShapeCertificate(text: text)
    }
    let judged = JudgedShape(certificate)
    ShapeText(judged: judged, shape: certificate.shape, isGiven: true).write(to: &answer)
    if case .failure = judged.verdict { answer.status = .refuted }
    if let path = self.certificate { try write(judged, to: path, &answer) }
  }

  private func judgeWeights(_ bytes: [UInt8], _ answer: inout Answer) throws {
    let (point, notes) = try point(bytes)
    do {
      try point.validate()
    } catch {
      throw FileError(description: "\(file): \(error)")
    }
    try requireFeasible(point)
    if !notes.isEmpty {
      answer.sections.append(.paragraph(notes))
      answer.members["notes"] = .array(notes.map { .string($0) })
    }
    if regularisation.isGiven { return try write(point, given: nil, to: &answer) }
    let shape = try writeShape(point, to: &answer)
    if let path = certificate { try write(shape, to: path, &answer) }
  }

  /// The shape of a point, where it has one column for each class.
  private func writeShape(_ point: NetworkPoint, to answer: inout Answer) throws -> JudgedShape? {
    guard point.columnsPerClass == 1 else {
      answer.add(
        "A shape has one column for each class; H_1 has \(point.columnsPerClass) for each.")
      return nil
    }
    let shape = Shape(features: point.features, weights: Array(point.weights.dropLast()))
    do {
      try shape.validate()
    } catch {
      answer.add("The shape was not looked at: \(error)")
      return nil
    }
    let judged = JudgedShape(finding: shape)
    ShapeText(judged: judged, shape: shape).write(to: &answer)
    return judged
  }

  private func write(_ judged: JudgedShape?, to path: String, _ answer: inout Answer) throws {
    if let judged, case .success = judged.verdict, path.hasSuffix(".shape") {
      try Files.write(judged.certificate.text, to: path)
    } else {
      refuse(path, &answer)
    }
  }

  private func write(
    _ point: NetworkPoint, given: JudgedCertificate?, to answer: inout Answer
  ) throws {
    let value = Regularisation(of: point)
    let shapes = ([point.features] + point.weights).map { "\($0.rows)×\($0.columns)" }
    answer.add(
      "K = \(point.classes) classes, L = \(point.layers) layers, \(value.shown)",
      "H_1 is \(shapes[0]), W_1 … W_\(point.layers) are "
        + shapes.dropFirst().joined(separator: ", ") + ".")
    answer.members["problem"] = .object(value.members(classes: point.classes))
    let layers = point.preactivations()
    let terms = point.terms(of: layers)
    LayerText(layers: LayerReport.all(of: point, layers), terms: terms, digits: digits)
      .write(to: &answer)
    let result = try PointAnswer(point, value, terms, given: given, digits: digits)
    PointText(answer: result, digits: digits).write(to: &answer)
    answer.status = result.status
    // Beside a certificate that is not what it says nothing else is said.
    let isSaid = result.status != .refuted && point.columnsPerClass == 1
    let shape = isSaid ? try writeShape(point, to: &answer) : nil
    guard let path = certificate else { return }
    if path.hasSuffix(".shape") {
      try write(shape, to: path, &answer)
    } else if let text = result.certificate?.valid?.text {
      try Files.write(text, to: path)
    } else {
      refuse(path, &answer)
    }
  }

  /// Says that no certificate is written; the answer is written all the same.
  private func refuse(_ path: String, _ answer: inout Answer) {
    let what = path.hasSuffix(".shape") ? "shape" : "point"
    Terminal.error("\(path): not written: the \(what) is not certified to lose less than DNC\n")
    if answer.status == .holds { answer.status = .undecided }
  }

  private func read<T>(
    _ bytes: [UInt8], _ certificate: (String) throws(CertificateSyntaxError) -> T
  ) throws -> T {
    guard !regularisation.isGiven else {
      throw ValidationError(
        T.self == PointCertificate.self
          ? "--lambda: a certificate has its own regularisation"
          : "--lambda: a shape is about every regularisation")
    }
    do {
      return try certificate(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw FileError(file, error)
    }
  }

  /// The point of a file of weights, and what is to be said about the file.
  private func point(_ bytes: [UInt8]) throws -> (NetworkPoint, notes: [String]) {
    let weights: WeightFile
    do {
      weights = try WeightFile(bytes: bytes)
    } catch {
      throw FileError(description: "\(file):\(error)")
    }
    // A shape needs no regularisation, and nothing is said of this one then.
    let value =
      regularisation.isGiven ? try regularisation.value(layers: weights.weights.count) : nil
    let classes = weights.weights.last?.rows ?? 1
    let columns = weights.features.columns / classes
    let samples =
      regularisation.n.isEmpty
      ? columns : value.flatMap { Int(exactly: $0.samples.numerator) } ?? .max
    guard columns == 1 || columns == samples else {
      throw ValidationError(
        "--n \(samples): H1 has \(columns) columns for each of the \(classes) classes; expected "
          + "\(columns), or one column for each class")
    }
    let point = NetworkPoint(
      classes: classes, samples: samples, columnsPerClass: columns,
      featureDecay: value?.features ?? 1,
      weightDecays: value?.weights ?? weights.weights.map { _ in 1 },
      features: weights.features, weights: weights.weights)
    return (point, weights.notes)
  }
}
