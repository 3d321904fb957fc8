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
  }

  private let shapes: [Entry]
  private let classes: Int
  private let layers: Int

  /// What the paper's construction is called beside the shapes.
  private static let construction = "SRG"

  /// Reads the certificates.
  ///
  /// - Throws: `FileError` for one that is none or is invalid; `ValidationError` for other K or L.
  init(files: [String]) throws {
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
        return Entry(name: name, shape: certificate.shape, summary: try certificate.replay())
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
    answer.sections.append(.paragraph(regions))
    let construction = try triangular()
    var table = TextTable(
      ["x", "Λ/Λ_DNC"] + shapes.map { "\($0.name)/DNC" }
        + (construction == nil ? [] : ["\(Self.construction)/DNC"]))
    let minima = shapes.map { ShapeMinimum($0.shape) }
    for x in places {
      let ratios = minima.map { $0.ratio(x: x).shown(digits: 8) }
      // — where the digits do not suffice.
      let other = construction.map { ratio($0, x)?.shown(digits: 8) ?? "—" }
      table.add(["\(x)", shown(part(x))] + ratios + (other.map { [$0] } ?? []))
    }
    answer.add("The least losses over that of DNC; above Λ_DNC nothing is compared.")
    answer.add(table)
    answer.members = [
      "K": .integer(classes), "L": .integer(layers), "losses": table.json,
      "regions": .array(regions.map { .string($0) }),
    ]
    answer.sections.append(.paragraph(shapes.map(limit)))
  }

  private func part(_ x: Rational) -> Rational {
    ShapeCertificate.partOfCritical(x, layers: layers)
  }

  private func shown(_ part: Rational) -> String {
    CertifiedNumber(exactly: part).shown(digits: 6)
  }

  /// Where a shape is below collapse, and the nearest place of a list beyond the end where it is not.
  private func lines(_ entry: Entry) -> [String] {
    let minimum = ShapeMinimum(entry.shape)
    return entry.summary.regions.map { region in
      let line =
        "  \(entry.name): loss(shape) < loss(DNC), exactly, for Λ/Λ_DNC \(region.shown(layers: layers))"
      guard let to = region.to else { return line }
      for step in [10_000, 1000, 100, 10, 1] {
        let beyond = to * (1 + Rational(1, step))
        guard minimum.isAtLeast(1, x: beyond) else { continue }
        return line + "; not at x = \(beyond), near \(part(beyond).decimal(digits: 4))"
      }
      return line
    }
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
  private func triangular() throws -> Construction? {
    guard let order = (4...11).first(where: { $0 * ($0 - 1) / 2 == classes }) else { return nil }
    return try GraphConstruction.triangular(order: order, layers: layers)
  }

  /// Its least loss over that of collapse, enclosed; nil when the digits do not suffice.
  private func ratio(_ construction: Construction, _ x: Rational) -> CertifiedNumber? {
    let regularisation =
      x.power(layers - 1)
      / ((1 + x).power(2 * layers) * Rational(Integer(classes).power(layers + 1)))
    let problem = LossProblem(
      classes: classes, layers: layers, regularisation: regularisation)
    guard let solution = problem.solution(of: [construction], digits: 12) else { return nil }
    let collapse = (1 + Rational(layers + 1) * x) / (2 * (1 + x) * (1 + x))
    return solution.loss / CertifiedNumber(exactly: collapse)
  }
}
