import ArgumentParser
import Certificates
import Losses
import Rational
import Weights

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    _superCommandName: "verify",
    abstract: "The exact loss of given weights, beside DNC and SRG.",
    discussion: """
      Weights are read from .npz, .npy (several files, each called after its array), safetensors, or JSON such as \
      {"H1": [[…], …], "W": [[[…], …], …], "labels": […]}. Decimals are taken as they are written, binary numbers \
      as the fractions that they are. Arrays are H1, W1, …, WL, or have other names, such as fc1.weight: then the \
      weights follow in the order of the numbers in their names, or of the file, and that is shown; --names says \
      otherwise. W_l is out × in and a column of H1 a sample; what fits only the other way round is transposed.

      With labels, in the file or by --labels, the columns may stand in any order; without them they stand class \
      after class, n for each, or one for each with --n. Files of PyTorch are pickles and are not opened: the \
      message has the two lines of Python that convert them. Biases are columns of weights on a constant feature.

      For weights the exit status is 0 whether or not they lose less than DNC. What the weights but the last ones \
      say of other λ's is said too: their shape, and the Λ where it loses less than DNC, scaled and with the best \
      last layer, for every number of classes from theirs on. Without λ there is no loss, and all else.

      The numerical rank counts the singular values above --threshold times the largest, exactly.

      A certificate (*.point, *.shape) is judged as it stands: its loss, its bound and its x, or its intervals. \
      The exit status is 1 when one of them is not what it says. --certificate writes the point, or with a name \
      that ends in .shape the shape.

      EXAMPLES
        verify certify weights.json --lambda 1/100
        verify certify weights.npz --lambda 5e-4 --lambda-H 1e-5
        verify certify weights.npz --lambda-H 1/1000 --lambda-W 1/200,1/200,1/100
        verify certify model.safetensors --labels y.npy --lambda 5e-4
        verify certify model.npz --names H1=x,W1=enc,W2=head --lambda 5e-4
        verify certify H1.npy W1.npy W2.npy --lambda 5e-4 --threshold 1e-2
        verify certify weights.npz --lambda 1/100 --certificate mine.point
        verify certify proofs/paper/certificates/K3-L4.point
        verify certify weights.npz --certificate mine.shape
        verify certify proofs/paper/certificates/K7-L3.shape
      """)

  @Argument(
    help: ArgumentHelp("Weights, in one file or several, or a certificate.", valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup(title: "Weights") var weights: WeightOptions

  @OptionGroup(title: "Regularisation") var regularisation: RegularisationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many digits are certified.", valueName: "number"))
  var digits: Int = 12

  @Option(
    help: ArgumentHelp("Write the certificate to a file.", valueName: "file"), completion: .file())
  var certificate: String?

  @Flag(name: .shortAndLong, help: "Also the singular values.")
  var verbose = false

  @OptionGroup(title: "Running") var options: AnswerOptions

  mutating func validate() throws {
    guard (1...1000).contains(digits) else {
      throw ValidationError("--digits \(digits): expected 1 to 1000")
    }
  }

  func run() throws {
    try reportingErrors("certify") {
      if let certificate { try Files.requirePlace(for: certificate) }
      options.limit.begin()
      var answer = Answer(command: "certify")
      let contents = try files.map { try weights.bytes($0) }
      let bytes = contents.count == 1 ? contents[0] : []
      if bytes.starts(with: "verify point ".utf8) {
        let certificate = try read(bytes) { text throws(CertificateSyntaxError) in
          try PointCertificate(text: text)
        }
        try judge(certificate, &answer)
      } else if bytes.starts(with: "verify shape ".utf8) {
        try judgeShape(bytes, &answer)
      } else {
        try judgeWeights(contents, &answer)
      }
      try answer.finish(options)
    }
  }

  /// The certificate that was given: whether it is valid, and its point beside the solutions.
  private func judge(_ certificate: PointCertificate, _ answer: inout Answer) throws {
    let point = certificate.point
    try requireFeasible(point.features, point.weights)
    let judged = JudgedCertificate(certificate)
    if (try? point.validate()) != nil {
      return try write(
        point, WeightFile(of: point), point.preactivations(), given: judged, to: &answer)
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
    if let path = self.certificate { write(judged, to: path, &answer) }
  }

  func write(_ judged: JudgedShape?, to path: String, _ answer: inout Answer) {
    if let judged, case .success = judged.verdict, path.hasSuffix(".shape") {
      answer.file = (path: path, text: judged.certificate.text)
    } else {
      refuse(path, &answer)
    }
  }

  /// The loss of a point beside the solutions, what its layers look like, and its shape.
  ///
  /// - Parameter layers: What `network` computes.
  func write(
    _ point: NetworkPoint, _ network: WeightFile, _ layers: [PointMatrix],
    given: JudgedCertificate?, to answer: inout Answer
  ) throws {
    let value = Regularisation(of: point)
    let shapes = ([point.features] + point.weights).map { "\($0.rows)×\($0.columns)" }
    answer.add(
      "K = \(point.classes) classes, L = \(point.layers) layers, \(value.shown)",
      "H_1 is \(shapes[0]), W_1 … W_\(point.layers) are "
        + shapes.dropFirst().joined(separator: ", ") + ".")
    answer.members["problem"] = .object(value.members(classes: point.classes))
    let terms = point.terms(of: layers)
    TermsText(
      fit: terms.fit, weights: terms.weights, features: terms.features, digits: digits
    ).write(to: &answer)
    writeBiases(network, value, samples: point.classes * point.samples, &answer)
    try writeMeasures(network, layers, &answer)
    let result = try PointAnswer(point, value, terms, given: given, digits: digits)
    PointText(answer: result, digits: digits).write(to: &answer)
    answer.status = result.status
    // Beside a certificate that is not what it says nothing else is said.
    let shape = result.status != .refuted ? try writeShape(network, layers, to: &answer) : nil
    guard let path = self.certificate else { return }
    if path.hasSuffix(".shape") {
      write(shape, to: path, &answer)
    } else if let text = result.certificate?.valid?.text {
      answer.file = (path: path, text: text)
    } else {
      refuse(path, &answer)
    }
  }

  /// How biases are understood, and what that adds to the loss.
  ///
  /// - Parameter samples: N
  func writeBiases(
    _ network: WeightFile, _ value: Regularisation, samples: Int, _ answer: inout Answer
  ) {
    guard network.biasedLayers > 0 else { return }
    // The row of ones of H_1, and a one in each layer that passes it on.
    let ones =
      value.features * Rational(samples) / 2
      + value.weights.prefix(network.biasedLayers - 1).reduce(0, +) / 2
    answer.add(
      "Objective (1) has no biases. They are columns of the weights on a feature that is one in every column of",
      "H_1 and is passed on: the same outputs, a point of (1), whose norms count the biases and the ones. The ones",
      "alone cost \(CertifiedNumber(exactly: ones).shown(digits: digits)). Ranks and variability are those without them."
    )
    answer.members["constant_feature"] = .string("\(ones)")
  }

  /// Says that no certificate is written; the answer is written all the same.
  func refuse(_ path: String, _ answer: inout Answer) {
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
      throw FileError(files[0], error)
    }
  }
}
