import Certificates
import Denotations
import Losses
import Rational
import Statements
import Threads

/// The shapes on file: what is proved for which K and L.
struct ShapeTable {
  private struct Entry: Sendable {
    let name: String
    let judged: JudgedShape
    let summary: ShapeCertificate.Summary
    /// A margin that is reached, as it is shown.
    let margin: String

    /// - Throws: The rule that the certificate does not follow.
    init(name: String, _ judged: JudgedShape) throws {
      (self.name, self.judged, summary) = (name, judged, try judged.verdict.get())
      if let value = judged.margin?.value, value.sign > 0 {
        margin = "\((value * 100).decimal(digits: 3, rounding: .down)) %"
      } else {
        margin = "> 0"
      }
    }
  }

  private let entries: [Entry]

  /// Replays the certificates `*.shape` of a folder, some at a time.
  ///
  /// - Throws: `FileError` for a file that is none, or is invalid.
  init(folder: String, jobs: Int) throws {
    let names = Files.names(in: folder, suffix: ".shape") ?? []
    entries = try mapInParallel(count: names.count, jobs: jobs) { number in
      let name = names[number]
      do {
        let judged = JudgedShape(
          try ShapeCertificate(text: try Files.text(found: "\(folder)/\(name)")))
        return try Entry(name: name, judged)
      } catch let error as CertificateSyntaxError {
        throw FileError(name, error)
      } catch let error as Rejection {
        throw FileError(description: "\(name): invalid: \(error)", status: .refuted)
      }
    }.sorted { ($0.summary.layers, $0.summary.classes) < ($1.summary.layers, $1.summary.classes) }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// K × L: for which Λ a shape loses less than DNC, and by how much.
  var regions: TextTable {
    let layers = Set(entries.map(\.summary.layers)).sorted()
    let classes = Set(entries.map(\.summary.classes)).sorted()
    var table = TextTable(["K"] + layers.map { "L = \($0)" })
    for count in classes { table.add(["\(count)"] + layers.map { cell(count, $0) }) }
    return table
  }

  /// What the words in that table mean, in two lines.
  static let meaningOfRegions = [
    "Shapes: for every n, all λ's and widths with room for the shape, where the loss is below that of DNC, exactly; and a "
      + "margin 1 - loss/L_DNC that is reached.",
    "\"every Λ\" is every Λ where the minimiser of DNC is not zero, \"from c\" every one of these with Λ ≥ c·Λ_DNC, \"from c "
      + "to d\" those with Λ ≤ d·Λ_DNC as well; — is not found.",
  ]

  /// The table K × L, the list of files, and what they say of larger K and L.
  func write(to answer: inout Answer) throws {
    answer.sections.append(.paragraph(Self.meaningOfRegions))
    answer.add(regions)
    var list = TextTable(
      [
        "certificate", "K", "L", "widths", "Λ/Λ_DNC", "1 - loss/L_DNC", "D·tr(G⁻¹)/K^(L+1)",
        "numbers",
      ])
    list.rightAligned = [7]
    for entry in entries {
      let summary = entry.summary
      list.add(
        [
          entry.name, "≥ \(summary.classes)", "\(summary.layers)", summary.shownWidths,
          summary.regions.map { $0.shown(layers: summary.layers) }.joined(separator: ", or "),
          entry.margin, summary.inverseTrace?.decimal(digits: 5, rounding: .up) ?? "infinite",
          "\(summary.entries)",
        ])
    }
    answer.add(list)
    answer.members["shapes"] = list.json
    let two = entries.filter { $0.summary.layers == 2 }
    if !two.isEmpty {
      var norms = TextTable(["L = 2", "‖W_1 H_1‖_*", "‖σ(W_1 H_1)‖_*", "after/before"])
      for entry in two {
        let values = ShapeNuclearNorms(entry.judged.certificate.shape)
        norms.add(
          [
            entry.name, values.before.shown(digits: 8), values.after.shown(digits: 8),
            (values.after / values.before).shown(digits: 5),
          ])
      }
      answer.add("The nuclear norms before and after σ, of matrices that may be scaled together:")
      answer.add(norms)
      answer.members["nuclear_norms"] = norms.json
    }
    try writeTriangular(to: &answer)
    answer.sections.append(
      .paragraph(["So DNC is not optimal, though its minimiser is not zero, for"] + lines))
  }

  /// The shapes beside the paper's construction, where K = r(r-1)/2 and L ≥ 3.
  private func writeTriangular(to answer: inout Answer) throws {
    let layers = [3, 4, 5]
    var table = TextTable(["K"] + layers.flatMap { ["L = \($0)", "SRG, L = \($0)"] })
    for order in 4...11 {
      let classes = order * (order - 1) / 2
      let own = layers.map { depth in
        entries.first { $0.summary.classes == classes && $0.summary.layers == depth }
      }
      guard own.contains(where: { $0 != nil }) else { continue }
      var row = ["\(classes)"]
      for (depth, entry) in zip(layers, own) {
        let construction = try GraphConstruction.triangular(order: order, layers: depth)
        let mean = ConstructionBounds(exactly: construction).reciprocalMean(layers: depth)
        row.append(
          entry?.summary.inverseTrace?.decimal(digits: 4, rounding: .up) ?? "—")
        row.append(mean?.lower.decimal(digits: 4, rounding: .down) ?? "—")
      }
      table.add(row)
    }
    answer.add(
      "D·tr(G⁻¹)/K^(L+1) of the shape on file, rounded up, and of the paper's construction, rounded down. Its root of "
        + "order L + 1 is the loss over that of DNC as Λ → 0.")
    answer.add(table)
    answer.members["triangular"] = table.json
  }

  /// That of this K, unless fewer classes reach a smaller Λ.
  private func cell(_ classes: Int, _ layers: Int) -> String {
    let found = entries.filter { $0.summary.layers == layers && $0.summary.classes <= classes }
    guard let best = found.min(by: { reached($0.summary) < reached($1.summary) }) else {
      return "—"
    }
    if let own = found.last(where: { $0.summary.classes == classes }),
      reached(own.summary) == reached(best.summary)
    {
      return "\(extent(own.summary)), \(own.margin)"
    }
    return "\(extent(best.summary)), as K = \(best.summary.classes)"
  }

  private func extent(_ summary: ShapeCertificate.Summary) -> String {
    summary.isEverywhere
      ? "every Λ"
      : summary.regions.map { region in
        let from = region.to.map { part($0, summary.layers).decimal(digits: 3, rounding: .up) }
        let to = part(region.from, summary.layers)
        let end = to == 1 ? nil : to.decimal(digits: 3, rounding: .down)
        return switch (from, end) {
        case (nil, nil): "every Λ"
        case (let from?, nil): "from \(from)"
        case (nil, let end?): "up to \(end)"
        case (let from?, let end?): "from \(from) to \(end)"
        }
      }.joined(separator: " and ")
  }

  private func part(_ x: Rational, _ layers: Int) -> Rational {
    ShapeCertificate.partOfCritical(x, layers: layers)
  }

  /// The least part of Λ_DNC, 0 where there is none.
  private func reached(_ summary: ShapeCertificate.Summary) -> Rational {
    summary.regions.last?.to.map { part($0, summary.layers) } ?? 0
  }

  /// What is true for all K and L from some on: what a smaller K or L says already is left out.
  private var lines: [String] {
    var lines: [String] = []
    var deep: [(classes: Int, layers: Int)] = []
    for entry in entries.sorted(by: {
      ($0.summary.classes, $0.summary.layers) < ($1.summary.classes, $1.summary.layers)
    }) where entry.summary.isForMoreLayers && entry.summary.isEverywhere {
      let (classes, layers) = (entry.summary.classes, entry.summary.layers)
      guard !deep.contains(where: { $0.classes <= classes && $0.layers <= layers }) else {
        continue
      }
      deep.append((classes, layers))
      lines.append(
        "  every L ≥ \(layers), every K ≥ \(classes), widths \(entry.summary.shownWidths), every Λ: "
          + "\(entry.name).")
    }
    for depth in Set(entries.map(\.summary.layers)).sorted() {
      // The least Λ that fewer classes reach.
      var least = Rational(1)
      for entry in entries where entry.summary.layers == depth {
        let (classes, summary) = (entry.summary.classes, entry.summary)
        guard !deep.contains(where: { $0.classes <= classes && $0.layers <= depth }) else { break }
        let reached = reached(summary)
        guard reached < least || !summary.regions.allSatisfy({ $0.from == Rational(depth - 1) })
        else { continue }
        least = min(least, reached)
        lines.append(
          "  L = \(depth), every K ≥ \(classes), widths \(summary.shownWidths), "
            + (summary.isEverywhere ? "every Λ" : "Λ/Λ_DNC \(extent(summary))")
            + ": \(entry.name).")
        if summary.isEverywhere { break }
      }
    }
    return lines
  }
}
