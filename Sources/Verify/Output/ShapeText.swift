import Certificates
import Losses
import Rational

/// A certificate of a shape, and what the kernel says of it in this run.
struct JudgedShape {
  let certificate: ShapeCertificate
  /// What it proves, or the first rule that it does not follow.
  let verdict: Result<ShapeCertificate.Summary, Rejection>

  /// Replays the certificate.
  init(_ certificate: ShapeCertificate) {
    self.certificate = certificate
    verdict = Result { () throws(Rejection) in try certificate.replay() }
  }

  /// The certificate of where these matrices are below collapse; nil when that is found nowhere.
  init?(finding shape: Shape) {
    guard let certificate = ShapeCertificate.certificate(of: shape) else { return nil }
    self.init(certificate)
  }

  /// What a valid one proves, K, L, the widths and Λ in full; ends are rounded inward. Nothing for an invalid one.
  var extent: [String] {
    guard case .success(let summary) = verdict else { return [] }
    let (classes, layers) = (summary.classes, summary.layers)
    let ranges =
      summary.isEverywhere
      ? "every Λ where the minimiser of DNC is not zero"
      : "Λ/Λ_DNC " + summary.regions.map { $0.shown(layers: layers) }.joined(separator: ", or ")
    let widths = summary.shownWidths
    let all = "K ≥ \(classes), L = \(layers), \(widths), \(ranges)"
    guard summary.isForMoreLayers else { return [all] }
    return [
      all,
      "K ≥ \(classes), L ≥ \(layers), \(widths), every Λ where the minimiser of DNC is not zero",
    ]
  }

  /// A margin 1 - loss/L_DNC that is reached at some Λ of a valid certificate, and where.
  ///
  /// Floating point only chooses x and τ; the margin is exact.
  var margin: (value: Rational, x: Rational)? {
    guard case .success(let summary) = verdict else { return nil }
    let loss = ShapeLoss(certificate.shape)
    let widest = summary.regions.map { region in
      let from = Double(region.from)
      return loss.widest(from, region.to.map { Double($0) } ?? max(2 * from, 1e6))
    }.max { $0.margin < $1.margin }
    // Beyond the numbers of floating point nothing is chosen.
    guard let widest, widest.margin.isFinite, (widest.x * 1.0001).isFinite else { return nil }
    func near(_ value: Double) -> Rational {
      Rational.simplest(between: value, and: value * 1.0001)
    }
    let x = max(near(widest.x), summary.regions[0].from)
    return (certificate.shape.margin(x: x, tau: near(widest.tau)), x)
  }

  /// What it says, and whether that is so.
  var json: JSON {
    switch verdict {
    case .success(let summary):
      .object([
        "text": .string(certificate.text), "replayed": .boolean(true),
        "every_Lambda": .boolean(summary.isEverywhere),
        "more_layers": .boolean(summary.isForMoreLayers),
        "K_from": .integer(summary.classes), "width_excess": .integer(summary.widthExcess),
        "L": .integer(summary.layers),
        "inverse_trace": .string(summary.inverseTrace?.description ?? "infinite"),
        "x": .array(
          summary.regions.map { region in
            .object([
              "from": .string("\(region.from)"),
              "to": .string(region.to?.description ?? "infinity"),
            ])
          }),
      ])
    case .failure(let rejection): rejection.json
    }
  }
}

extension Rejection {
  /// The rule and what was found.
  var json: JSON {
    .object([
      "replayed": .boolean(false), "rule": .string(rule.rawValue), "place": .string(place),
      "expected": .string(expected), "found": .string(found),
    ])
  }
}

/// Widths that are enough, by how much they are more than the number of classes.
enum Widths {
  /// `d_l ≥ K + 1`
  static func shown(excess: Int) -> String { excess == 0 ? "d_l ≥ K" : "d_l ≥ K + \(excess)" }
}

extension ShapeCertificate.Summary {
  /// `d_l ≥ K + 1`: the widths that are enough, K being the number of classes that is asked for.
  var shownWidths: String { Widths.shown(excess: widthExcess) }
}

extension ShapeCertificate.Region {
  /// `from 0.33 to 1`: the parts of Λ_DNC, rounded inward.
  func shown(layers: Int) -> String {
    func part(_ x: Rational) -> Rational {
      ShapeCertificate.partOfCritical(x, layers: layers)
    }
    let greatest = part(from)
    guard let to else {
      return "> 0 up to \(greatest == 1 ? "1" : greatest.decimal(digits: 4, rounding: .down))"
    }
    let ends = InwardEnds(part(to), greatest, digits: 4)
    return "from \(ends.lower) to \(ends.upper)"
  }
}

/// How a shape is shown.
struct ShapeText {
  /// What was found of the shape; nil when it is below collapse nowhere that was found.
  let judged: JudgedShape?
  let shape: Shape
  /// Whether the certificate was given: of one that was found beside something else nothing is said that
  /// could be taken for a judgement of that.
  var isGiven = false

  /// The matrices and where they are below collapse.
  func write(to answer: inout Answer) {
    let sizes = ([shape.features] + shape.weights).map { "\($0.rows)×\($0.columns)" }
    let names = shape.layers == 2 ? "H_1, W_1" : "H_1, W_1 … W_\(shape.layers - 1)"
    let heading =
      "The shape \(names) (\(sizes.joined(separator: ", "))), for every n and all λ's:"
    answer.members["shape"] = judged?.json ?? .object([:])
    guard let judged else {
      answer.add(heading, "  no Λ was found where it loses less than DNC; that says nothing else.")
      return
    }
    switch judged.verdict {
    case .failure(let rejection): answer.add(heading, "  shape INVALID: \(rejection)")
    case .success(let summary):
      var lines = [heading]
      lines += judged.extent.map { "  loss(shape) < loss(DNC), exactly, for \($0)" }
      if let (value, x) = judged.margin {
        lines.append(
          "  1 - loss/loss(DNC) is at least "
            + "\((value * 100).decimal(digits: 3, rounding: .down)) % at x = \(x), "
            + "Λ/Λ_DNC = \(ShapeCertificate.partOfCritical(x, layers: shape.layers).decimal(digits: 3))"
        )
      }
      lines.append(
        "  D·tr(G⁻¹)/K^\(summary.layers + 1) "
          + (summary.inverseTrace.map {
            "= \(CertifiedNumber(exactly: $0).shown(digits: 6)), \($0 < 1 ? "below" : "not below") 1"
          } ?? "is infinite: G has no inverse")
          + "; \(judged.certificate.intervals.count) "
          + (judged.certificate.intervals.count == 1 ? "interval" : "intervals")
          + ", \(summary.entries) numbers" + (isGiven ? "; certificate replayed" : "")
      )
      if shape.layers == 2 {
        let norms = ShapeNuclearNorms(shape)
        lines.append(
          "  nuclear norm of W_1 H_1 before and after σ: \(norms.before.shown(digits: 8)) and "
            + norms.after.shown(digits: 8))
      }
      answer.sections.append(.paragraph(lines))
    }
  }
}
