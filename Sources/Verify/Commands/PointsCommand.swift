import ArgumentParser
import Certificates
import Losses
import Rational
import Threads

struct PointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "points",
    _superCommandName: "verify",
    abstract: "The shapes and points on file that lose less than DNC, as tables.",
    discussion: """
      Every certificate of a shape (*.shape) or a point (*.point) in the folder certificates is
      replayed. A shape decides an interval of Λ, often every Λ, and a point one Λ and some below it. The
      first table of each kind is K × L, the second has each file. Numbers are rounded to the inside.

      EXAMPLES
        verify points
        verify points --format markdown
      """)

  @Option(
    help: ArgumentHelp("The folder of the statements on file.", valueName: "dir"),
    completion: .directory)
  var proofs: String?

  @OptionGroup(title: "Running") var options: AnswerOptions

  private struct Entry {
    let name: String
    let point: NetworkPoint
    let summary: PointCertificate.Summary
    let margin: CertifiedNumber
    let critical: Rational

    /// The range of K^(L+1)Λ.
    var scaled: Range {
      let scale = Rational(Integer(point.classes).power(point.layers + 1))
      return Range(least: summary.least * scale, greatest: summary.greatest * scale)
    }
  }

  func run() throws {
    try reportingErrors("points") {
      let folder = try Files.paperFolder(proofs)
      options.limit.begin()
      let place = folder + "/certificates"
      let entries = try (Files.names(in: place, suffix: ".point") ?? []).map { name in
        try entry(name, try Files.text(found: "\(place)/\(name)"))
      }.sorted {
        ($0.point.classes, $0.point.layers, $0.critical)
          < ($1.point.classes, $1.point.layers, $1.critical)
      }
      let shapes = try ShapeTable(folder: place, jobs: Thread.cores)
      guard !entries.isEmpty || !shapes.isEmpty else {
        throw FileError(
          description: "\(Files.shortened(place)): there is no *.shape and no *.point")
      }
      var answer = Answer(command: "points")
      if !shapes.isEmpty { try shapes.write(to: &answer) }
      if !entries.isEmpty { write(entries, to: &answer) }
      try answer.finish(options)
    }
  }

  private func entry(_ name: String, _ text: String) throws -> Entry {
    let certificate: PointCertificate
    let summary: PointCertificate.Summary
    do {
      certificate = try PointCertificate(text: text)
      summary = try certificate.replay()
    } catch let error as CertificateSyntaxError {
      throw FileError(name, error)
    } catch {
      throw FileError(description: "\(name): invalid: \(error)", status: .refuted)
    }
    let point = certificate.point
    let value = Regularisation(of: point)
    let collapse = try PointAnswer.solutions(point.classes, value, digits: 20)[0].loss
    let loss = CertifiedNumber(exactly: certificate.loss) / collapse
    return Entry(
      name: name, point: point, summary: summary,
      margin: CertifiedNumber(lower: 1 - loss.upper, upper: 1 - loss.lower),
      critical: value.product
        / Collapse.threshold(classes: point.classes, layers: point.layers))
  }

  private func percent(_ number: CertifiedNumber) -> String {
    "\((number.lower * 100).decimal(digits: 3, rounding: .down)) %"
  }

  private func decay(_ point: NetworkPoint) -> String {
    point.weightDecays.allSatisfy { $0 == point.featureDecay }
      ? "λ = \(point.featureDecay)" : "Λ = \(point.regularisation)"
  }

  private func write(_ entries: [Entry], to answer: inout Answer) {
    let layers = Set(entries.map(\.point.layers)).sorted()
    var table = TextTable(["K"] + layers.map { "L = \($0)" })
    for classes in Set(entries.map(\.point.classes)).sorted() {
      table.add(
        ["\(classes)"]
          + layers.map { depth in
            let found = entries.filter { $0.point.classes == classes && $0.point.layers == depth }
            guard let best = found.max(by: { $0.margin.lower < $1.margin.lower }) else {
              return "—"
            }
            return "\(percent(best.margin)), \(decay(best.point))"
          })
    }
    answer.add(
      "Points: the largest relative margin 1 - loss/L_DNC of a certified one; — where none is on file."
    )
    answer.add(table)
    var list = TextTable(
      ["certificate", "K", "L", "λ", "Λ/Λ_DNC", "1 - loss/L_DNC", "holds from", "numbers"])
    list.rightAligned = [7]
    for entry in entries {
      list.add(
        [
          entry.name, "\(entry.point.classes)", "\(entry.point.layers)", decay(entry.point),
          entry.critical.decimal(digits: 3, rounding: .down), percent(entry.margin),
          (entry.summary.least / entry.summary.greatest).decimal(digits: 3, rounding: .up) + " Λ",
          "\(entry.summary.entries)",
        ])
    }
    answer.add(list)
    answer.members["points"] = list.json
    answer.add(
      "Λ_DNC is the Λ from which on DNC is zero. A certificate covers every n and all λ's with a "
        + "product from the one given to Λ.")
    answer.sections.append(
      .paragraph(
        [
          "With blocks of DNC (Definition 8, first way) DNC is not optimal, though its minimiser is not zero, for"
        ]
          + layers.flatMap { lines(entries, $0) }))
  }

  /// For which K^(L+1)Λ something follows for that many layers, from each number of classes on:
  /// intervals that overlap are one, what is beyond the critical value is left out, and so is what
  /// fewer classes give already.
  private func lines(_ entries: [Entry], _ depth: Int) -> [String] {
    let critical = Collapse.threshold(classes: 1, layers: depth)
    let found = entries.filter { $0.point.layers == depth && $0.scaled.least < critical }
    var known: [Range] = []
    var lines: [String] = []
    for classes in Set(found.map(\.point.classes)).sorted() {
      let own = Range.merged(found.filter { $0.point.classes == classes }.map(\.scaled))
      let news = own.filter { range in
        !known.contains { $0.least <= range.least && range.greatest <= $0.greatest }
      }
      guard !news.isEmpty else { continue }
      known = Range.merged(known + news)
      // Those of the point that asks for most.
      let excess =
        found.filter { $0.point.classes == classes }.map(\.point.widthExcess).max() ?? 0
      let shown = news.map { range in
        let ends = InwardEnds(range.least, range.greatest, digits: 4)
        let end =
          range.greatest >= critical
          ? "up to the critical value \(critical), without it" : "to \(ends.upper)"
        return "from \(ends.lower) \(end)"
      }
      lines.append(
        "  L = \(depth), every K ≥ \(classes), widths \(Widths.shown(excess: excess)), where K^\(depth + 1)·Λ is "
          + shown.joined(separator: ", or ") + ".")
    }
    return lines
  }
}

/// A range of K^(L+1)Λ, both ends included.
private struct Range {
  let least: Rational
  let greatest: Rational

  /// The ranges that cover the same numbers and do not touch.
  static func merged(_ ranges: [Range]) -> [Range] {
    var result: [Range] = []
    for range in ranges.sorted(by: { $0.least < $1.least }) {
      if let last = result.last, range.least <= last.greatest {
        result[result.count - 1] = Range(
          least: last.least, greatest: max(last.greatest, range.greatest))
      } else {
        result.append(range)
      }
    }
    return result
  }
}
