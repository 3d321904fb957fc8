import ArgumentParser
import Certificates
import Claims
import Denotations
import Losses
import Rational

/// Where shapes lose less than collapse, and their losses beside one another and the paper's construction.
struct ShapePhase {
  private struct Entry {
    let name: String
    let shape: Shape
    /// What the kernel saw when the file was read.
    let summary: ShapeCertificate.Summary
    let bounds: ConstructionBounds
  }

  private let shapes: [Entry]
  private let classes: Int
  private let layers: Int
  /// How many digits of a place are shown.
  private let digits: Int

  /// What the paper's construction is called beside the shapes.
  private static let construction = "SRG"

  /// Reads the certificates.
  ///
  /// - Throws: `FileError` for one that is none or is invalid; `ValidationError` for other K or L.
  init(files: [String], digits: Int) throws {
    self.digits = digits
    func lastPart(_ path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? path
    }
    let parts = files.map(lastPart) + [Self.construction]
    shapes = try files.enumerated().map { index, path in
      // Columns need names of their own.
      let part = lastPart(path)
      let name = parts.filter { $0 == part }.count == 1 ? part : "\(index + 1):\(part)"
      do {
        let certificate = try ShapeCertificate(text: try Files.text(path))
        return Entry(
          name: name, shape: certificate.shape, summary: try certificate.replay(),
          bounds: ConstructionBounds(certificate.shape, digits: digits))
      } catch let error as CertificateSyntaxError {
        throw FileError(path, error)
      } catch let error as Rejection {
        throw FileError(description: "\(path): invalid: \(error)", status: .refuted)
      }
    }
    let first = shapes[0].shape
    (classes, layers) = (first.classes, first.layers)
    for entry in shapes
    where entry.shape.classes != classes || entry.shape.layers != layers {
      throw ValidationError(
        "--shape \(entry.name): K = \(entry.shape.classes), L = \(entry.shape.layers); expected "
          + "K = \(classes), L = \(layers) as in the first one")
    }
  }

  func write(to answer: inout Answer) throws {
    answer.add(
      "K = \(classes) classes, L = \(layers) layers, every n and all λ's; parts of the critical Λ_DNC:"
    )
    var regions: [String] = []
    for entry in shapes { regions += lines(entry) }
    answer.sections.append(.paragraph(regions.map { "  \($0)" }))
    let contenders = try shapes.map { ($0.name, $0.bounds) } + triangular()
    var table = TextTable(["x", "Λ/Λ_DNC"] + contenders.map { "\($0.0)/DNC" })
    for x in places {
      // — where the digits do not suffice.
      table.add(
        ["\(x)", shown(part(x))] + contenders.map { ratio($0.1, x)?.shown(digits: 8) ?? "—" })
    }
    let pairs = pairs(contenders)
    if pairs.contains(where: { !$0.isDecided }) { answer.status = .undecided }
    let orders = pairs.map(\.text)
    if !orders.isEmpty {
      answer.add("One beside another, for every Λ where they are not both zero; exactly:")
      answer.sections.append(.paragraph(orders.map { "  \($0)" }))
    }
    answer.add("The least losses over that of DNC; above Λ_DNC nothing is compared.")
    answer.add(table)
    answer.members = [
      "K": .integer(classes), "L": .integer(layers), "losses": table.json,
      "regions": .array(regions.map { .string($0) }),
      "orders": .array(orders.map { .string($0) }),
    ]
    answer.sections.append(.paragraph(shapes.map(limit)))
  }

  private func part(_ x: Rational) -> Rational {
    ShapeCertificate.partOfCritical(x, layers: layers)
  }

  private func shown(_ part: Rational) -> String {
    CertifiedNumber(exactly: part).shown(digits: 6)
  }

  /// Where the kernel has seen a shape below collapse, and where exactly the losses are equal.
  private func lines(_ entry: Entry) -> [String] {
    let end =
      switch CollapseOrder(entry.bounds, layers: layers, digits: digits) {
      case .change(let place):
        "; they are equal at Λ/Λ_DNC = \(shown(place)), below that DNC loses less, above it the shape"
      case .less where !entry.summary.isEverywhere:
        "; it does so for every Λ where the minimiser of DNC is not zero, which the certificate does not show"
      case .undecided: "; elsewhere the order is not decided"
      default: ""
      }
    return entry.summary.regions.map {
      "\(entry.name): loss(shape) < loss(DNC), exactly, for Λ/Λ_DNC \($0.shown(layers: layers))\(end)"
    }
  }

  /// Which of two loses less, for all pairs.
  private func pairs(
    _ contenders: [(String, ConstructionBounds)]
  ) -> [(text: String, isDecided: Bool)] {
    contenders.indices.flatMap { index in
      contenders[..<index].map { left in
        let right = contenders[index]
        let change = OrderChange([left.1], [right.1], layers: layers, digits: digits)
        let order =
          change.map { shown($0, left.0, right.0) }
          ?? "not decided for every Λ: more digits may tell them apart, or they cross more than once"
        return ("\(left.0) and \(right.0): \(order)", change != nil)
      }
    }
  }

  private func shown(_ change: OrderChange, _ left: String, _ right: String) -> String {
    let (first, second) = change.before == .less ? (left, right) : (right, left)
    guard let place = change.place else {
      return change.before == .equal ? "the same loss" : "\(first) loses less"
    }
    return "\(first) loses less up to Λ/Λ_DNC = \(shown(place)), then \(second)"
  }

  /// A Λ as a part of Λ_DNC.
  private func shown(_ place: CertifiedNumber) -> String {
    (place / CertifiedNumber(exactly: Collapse.threshold(classes: classes, layers: layers)))
      .shown(digits: digits)
  }

  /// As Λ → 0 the loss over that of DNC goes to the (L+1)-th root of D tr(G⁻¹)/K^(L+1).
  private func limit(_ shape: Entry) -> String {
    let trace = shape.summary.inverseTrace
    return "As Λ → 0, \(shape.name)/DNC goes to "
      + (trace.map {
        "the root of order \(layers + 1) of D·tr(G⁻¹)/K^\(layers + 1) = \(CertifiedNumber(exactly: $0).shown(digits: 8))"
      }
        ?? "infinity: G has no inverse") + "."
  }

  /// x = L - 1 and places that are farther and farther.
  private var places: [Rational] {
    [Rational(layers - 1)]
      + [3, 5, 10, 30, 100, 1000].map { Rational($0) }.filter { $0 > Rational(layers - 1) }
  }

  /// The paper's construction for as many classes, where there is one.
  private func triangular() throws -> [(String, ConstructionBounds)] {
    try (4...11).filter { $0 * ($0 - 1) / 2 == classes }.map {
      let construction = try GraphConstruction.triangular(order: $0, layers: layers)
      return (Self.construction, ConstructionBounds(exactly: construction))
    }
  }

  /// A least loss over that of collapse, enclosed; nil when the digits do not suffice.
  private func ratio(_ bounds: ConstructionBounds, _ x: Rational) -> CertifiedNumber? {
    let problem = LossProblem(
      classes: classes, layers: layers,
      regularisation: Collapse.regularisation(
        atMinimiser: x, classes: classes, layers: layers))
    let collapse = CertifiedNumber(exactly: Collapse.loss(atMinimiser: x, layers: layers))
    return problem.minimalLoss(of: [bounds], digits: 12).map { $0 / collapse }
  }
}
