import Certificates
import Claims
import Denotations
import Losses
import Rational

/// A certificate of a point, and what the kernel says of it in this run.
struct JudgedCertificate {
  let certificate: PointCertificate
  /// What it proves, or the first rule that it does not follow.
  let verdict: Result<PointCertificate.Summary, Rejection>

  /// Replays the certificate.
  init(_ certificate: PointCertificate) {
    self.certificate = certificate
    verdict = Result { () throws(Rejection) in try certificate.replay() }
  }

  /// The certificate, when it is valid.
  var valid: PointCertificate? { (try? verdict.get()) == nil ? nil : certificate }

  /// What it says, and whether that is so.
  var json: JSON {
    switch verdict {
    case .success(let summary):
      .object([
        "text": .string(certificate.text), "bound": .string("\(certificate.bound)"),
        "x": .string("\(certificate.x)"), "Lambda_from": .string("\(summary.least)"),
        "Lambda_to": .string("\(summary.greatest)"), "replayed": .boolean(true),
      ])
    case .failure(let rejection): rejection.json
    }
  }
}

/// A point of the objective beside the solutions of the paper, decided exactly.
struct PointAnswer {
  /// A solution of the paper and how the point compares with it.
  struct Comparison {
    /// `DNC`, `SRG`, `SRG, way 1`.
    let name: String
    /// Its minimal loss.
    let loss: CertifiedNumber
    /// The order of the loss of the point and that one; nil when the precision does not suffice.
    let order: LossOrder?
  }

  let point: NetworkPoint
  let regularisation: Regularisation
  let terms: NetworkPoint.Terms
  /// Deep neural collapse first.
  let comparisons: [Comparison]
  /// The certificate that was given, or one that was found when the point is below deep neural
  /// collapse.
  let certificate: JudgedCertificate?

  /// The loss of deep neural collapse, and those of the constructions that have so many classes.
  ///
  /// - Parameter given: The certificate whose point this is. It is judged as it stands; without one,
  ///   one is looked for.
  /// - Precondition: The point is valid.
  /// - Throws: `RunError.tooLarge` when the precision limit does not suffice.
  init(
    _ point: NetworkPoint, _ regularisation: Regularisation, _ terms: NetworkPoint.Terms,
    given: JudgedCertificate? = nil, digits: Int
  ) throws {
    self.point = point
    self.regularisation = regularisation
    self.terms = terms
    comparisons = try Self.comparisons(terms.loss, point.classes, regularisation, digits: digits)
    // A point that loses more has none.
    let losesMore = comparisons[0].order == .greater
    certificate =
      given
      ?? (losesMore ? nil : PointCertificate.certificate(of: point).map { JudgedCertificate($0) })
  }

  /// A loss beside the minimal ones of the paper's solutions, deep neural collapse first.
  ///
  /// - Throws: `RunError.tooLarge` when the precision limit does not suffice.
  static func comparisons(
    _ loss: Rational, _ classes: Int, _ regularisation: Regularisation, digits: Int
  ) throws -> [Comparison] {
    try solutions(classes, regularisation, digits: digits + 5).map { name, bounds in
      // Where a loss is 1/2, at zero, it is known exactly.
      let order: LossOrder? =
        if loss < bounds.lower { .less } else if loss > bounds.upper {
          .greater
        } else if bounds.exactValue != nil { .equal } else { nil }
      return Comparison(name: name, loss: bounds, order: order)
    }
  }

  /// The minimal losses of the paper's solutions, deep neural collapse first: SRG from r = 4 on, that is K ≥ 6.
  static func solutions(
    _ classes: Int, _ regularisation: Regularisation, digits: Int
  ) throws -> [(name: String, loss: CertifiedNumber)] {
    if classes >= 6 {
      let order = (4...).first { $0 * ($0 - 1) / 2 >= classes } ?? 4
      let isTriangular = order * (order - 1) / 2 == classes
      let answer = try LossAnswer(
        isTriangular ? .order(order) : .classes(classes), regularisation, digits: digits)
      let all = answer.contenders.map { ($0.name, $0.solution.loss) }
      return all.suffix(1) + all.dropLast()
    }
    let problem = LossProblem(
      classes: classes, layers: regularisation.weights.count,
      regularisation: regularisation.product)
    guard let solution = problem.solution(of: [.collapse(classes: classes)], digits: digits) else {
      throw RunError.tooLarge("a minimal loss: the precision limit does not suffice")
    }
    return [("DNC", solution.loss)]
  }

  var loss: Rational { terms.loss }
  /// Refuted when the certificate is invalid; undecided when the comparison with collapse is.
  var status: ExitStatus {
    if let certificate, case .failure = certificate.verdict { return .refuted }
    return comparisons[0].order == nil ? .undecided : .holds
  }
}

extension PointAnswer.Comparison {
  /// The solution, its loss, and the order.
  func members(digits: Int) -> [String: JSON] {
    [
      "name": .string(name), "loss": loss.json(digits: digits),
      "order": .string(order?.rawValue ?? "undecided"),
    ]
  }
}
