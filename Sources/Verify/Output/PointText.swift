import Certificates
import Losses
import Rational
import Weights

/// How a point is shown beside the solutions of the paper.
struct PointText {
  let answer: PointAnswer
  let digits: Int

  private func shown(_ value: Rational) -> String {
    CertifiedNumber(exactly: value).shown(digits: digits)
  }

  private func ratio(_ comparison: PointAnswer.Comparison) -> CertifiedNumber {
    CertifiedNumber(exactly: answer.loss) / comparison.loss
  }

  /// The losses, the verdict, and with a certificate what it proves.
  func write(to result: inout Answer) {
    var table = TextTable(["", "loss", "loss of the point / this"])
    table.add(["the point", shown(answer.loss), "1"])
    for comparison in answer.comparisons {
      table.add(
        [
          comparison.name, comparison.loss.shown(digits: digits),
          ratio(comparison).shown(digits: digits),
        ])
    }
    result.add(table)
    result.sections.append(.paragraph(verdict))
    result.members["point"] = .object([
      "loss": .string("\(answer.loss)"), "decimal": .string(shown(answer.loss)),
      "fit": .string("\(answer.terms.fit)"), "H_1": .string("\(answer.terms.features)"),
      "W": .array(answer.terms.weights.map { .string("\($0)") }),
    ])
    result.members["comparisons"] = .array(
      answer.comparisons.map { comparison in
        var members = comparison.members(digits: digits)
        members["ratio"] = ratio(comparison).json(digits: digits)
        return .object(members)
      })
    result.members["certificate"] = answer.certificate?.json
  }

  private var verdict: [String] {
    let point = answer.point
    var lines = answer.comparisons.map { comparison in
      comparison.order.map { "loss(point) \($0.rawValue) loss(\(comparison.name)), exactly." }
        ?? "loss(point) and loss(\(comparison.name)): undecided, \(digits) digits do not suffice."
    }
    guard let judged = answer.certificate else { return lines }
    let certificate = judged.certificate
    let summary: PointCertificate.Summary
    switch judged.verdict {
    case .success(let found): summary = found
    case .failure(let rejection): return lines + ["certificate INVALID: \(rejection)"]
    }
    lines[0] =
      "loss(point) < loss(DNC), exactly; certificate replayed, \(summary.entries) numbers:"
    let ends = InwardEnds(summary.least, summary.greatest, digits: 6)
    lines.insert(
      contentsOf: [
        "  loss(point) = \(certificate.loss) < \(certificate.bound) ≤ loss(DNC), "
          + "by x = \(certificate.x).",
        "  DNC is not optimal for K = \(point.classes), L = \(point.layers) and every Λ from \(ends.lower) to "
          + "\(ends.upper), and, with blocks of DNC,",
        "  for every K' ≥ \(point.classes) where (K'/\(point.classes))^\(point.layers + 1)·Λ' is one of these; "
          + "widths \(Widths.shown(excess: point.widthExcess)).",
      ], at: 1)
    return lines
  }
}

extension NetworkPoint {
  /// How many more than K the most rows of a layer are, at least 0: with widths of so many more than the
  /// number of classes there is room for the point, and for blocks of DNC beside it.
  var widthExcess: Int {
    let rows = [features.rows] + weights.dropLast().map(\.rows)
    return max(0, (rows.max() ?? 0) - classes)
  }
}
