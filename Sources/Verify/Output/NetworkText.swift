import Certificates
import Losses
import Rational
import Weights

/// The terms of the objective.
struct TermsText {
  /// 1/(2N) ‖W_L H_L - Y‖²
  let fit: Rational
  /// λ_l/2 ‖W_l‖²
  let weights: [Rational]
  /// λ_H/2 ‖H_1‖²
  let features: Rational
  let digits: Int

  func write(to result: inout Answer) {
    func shown(_ value: Rational) -> String {
      CertifiedNumber(exactly: value).shown(digits: digits)
    }
    var parts = TextTable(["term of the objective", "value"])
    parts.add(["1/(2N) ‖W_L H_L - Y‖²", shown(fit)])
    for (index, value) in weights.enumerated() {
      parts.add(["λ_\(index + 1)/2 ‖W_\(index + 1)‖²", shown(value)])
    }
    parts.add(["λ_H/2 ‖H_1‖²", shown(features)])
    result.add(parts)
  }
}

/// How weights and layers of features are shown: ranks, singular values, variability, and how far the class
/// means are from the solutions of the paper.
struct NetworkText {
  let report: NetworkReport
  let threshold: SingularValues.Threshold
  let isVerbose: Bool
  /// How many digits measures have; JSON has more.
  private static let digits = 6

  func write(to result: inout Answer) {
    result.add(weightTable)
    result.add(featureTable)
    if report.features.contains(where: { $0.classes != nil }) { result.add(meansTable) }
    result.sections.append(.paragraph(legend))
    if isVerbose { result.add(valueTable) }
    if report.features.allSatisfy({ $0.classes != nil }) {
      result.members["layers"] = .array(layers)
    }
    result.members["threshold"] =
      switch threshold {
      case .relative(let value): .object(["times_largest": .string("\(value)")])
      case .absolute(let value): .object(["value": .string("\(value)")])
      }
    result.members["weights"] = .array(report.weights.map(json))
    result.members["features"] = .array(report.features.map(json))
  }

  // MARK: Text

  private func shown(_ value: Rational?) -> String {
    value.map { CertifiedNumber(exactly: $0).shown(digits: Self.digits) } ?? "—"
  }

  private func shown(_ lower: Rational, _ upper: Rational) -> String {
    CertifiedNumber(lower: lower, upper: upper).shown(digits: Self.digits)
  }

  private func count(_ values: SingularValues?) -> String {
    values?.count(above: threshold).text ?? "—"
  }

  /// The largest singular value of the class means over the K-th, which is zero where the width is below K.
  private func condition(_ layer: NetworkReport.Features) -> String {
    guard let values = layer.meansSingularValues else { return "—" }
    guard layer.hasRoomForClasses, let (lower, upper) = values.condition else { return "∞" }
    return upper.map { shown(lower, $0) }
      ?? "> \(lower.decimal(digits: 3, rounding: .down))"
  }

  private func distance(_ distance: GramDistance?) -> String {
    distance.map { shown($0.lower, $0.upper) } ?? "—"
  }

  private var weightTable: TextTable {
    var table = TextTable(["weights", "shape", "exact rank", "numerical rank", "largest σ"])
    for matrix in report.weights {
      table.add([
        matrix.name, "\(matrix.rows)×\(matrix.columns)", "\(matrix.exactRank)",
        count(matrix.singularValues),
        matrix.singularValues?.bounds.first.map { shown($0.lower, $0.upper) } ?? "—",
      ])
    }
    return table
  }

  /// tr Σ_W / tr Σ_B, where it is defined.
  private func ratio(_ classes: ClassStatistics) -> Rational? {
    classes.between.isZero ? nil : classes.within / classes.between
  }

  /// tr(Σ_W Σ_B⁺)/K. It is 0 for Σ_B = 0, as if the classes had collapsed, and not shown then.
  private func metric(_ classes: ClassStatistics?) -> String {
    guard let classes, !classes.between.isZero else { return "—" }
    return classes.collapse.map { shown($0) } ?? "not computed"
  }

  private var featureTable: TextTable {
    var table = TextTable([
      "features", "width", "exact rank", "numerical rank", "tr Σ_W", "tr Σ_W / tr Σ_B",
      "tr(Σ_W Σ_B⁺)/K",
    ])
    for layer in report.features {
      table.add([
        layer.name, "\(layer.width)", "\(layer.exactRank)", count(layer.singularValues),
        shown(layer.classes?.within), shown(layer.classes.flatMap(ratio)),
        metric(layer.classes),
      ])
    }
    return table
  }

  private var hasShape: Bool { report.features.contains(where: \.isCompared) }

  private var meansTable: TextTable {
    var table = TextTable(
      ["class means of", "exact rank", "numerical rank", "condition", "to DNC"]
        + (hasShape ? ["to SRG"] : []))
    for layer in report.features {
      table.add(
        [
          layer.name.split(separator: " = ").first.map(String.init) ?? layer.name,
          layer.meansRank.map(String.init) ?? "—", count(layer.meansSingularValues),
          condition(layer), distance(layer.toCollapse),
        ] + (hasShape ? [distance(layer.toTriangular)] : []))
    }
    return table
  }

  private var legend: [String] {
    let above =
      switch threshold {
      case .relative(let value): "\(value.decimal(digits: 6)) times the largest"
      case .absolute(let value): "\(value.decimal(digits: 6))"
      }
    var lines = ["Numerical rank: the number of singular values above \(above), counted exactly."]
    let classes = report.features.compactMap(\.classes)
    if classes.contains(where: \.between.isZero) {
      lines.append("— beside tr Σ_W: Σ_B = 0, all classes have the same mean.")
    }
    if classes.contains(where: { $0.collapse == nil && !$0.between.isZero }) {
      lines.append(
        "tr(Σ_W Σ_B⁺)/K is not computed where the inverse, exactly, of a matrix of the order K takes too long."
      )
    }
    if !classes.isEmpty {
      lines.append(
        "Condition: the largest singular value of the class means M over the K-th (DNC2). To DNC, to SRG: how far"
      )
      lines.append(
        "MᵀM is from theirs, scaled; from 0 to 1\(hasShape ? ", SRG in the nearest order of classes that was found" : "")."
      )
    }
    return lines
  }

  /// The singular values, the largest first.
  private var valueTable: TextTable {
    var table = TextTable(["singular values of", "the largest first"])
    table.widest[1] = 90
    func add(_ name: String, _ values: SingularValues?) {
      guard let values else { return }
      table.add([
        name, values.bounds.map { shown($0.lower, $0.upper) }.joined(separator: "  "),
      ])
    }
    for matrix in report.weights { add(matrix.name, matrix.singularValues) }
    for layer in report.features {
      let name = layer.name.split(separator: " = ").first.map(String.init) ?? layer.name
      add(name, layer.singularValues)
      add("means of \(name)", layer.meansSingularValues)
    }
    return table
  }

  // MARK: JSON

  /// Bounds, rounded so that they stay bounds.
  private func bounds(_ lower: Rational, _ upper: Rational) -> JSON {
    .object([
      "lower": .string(lower.decimal(digits: 20, rounding: .down)),
      "upper": .string(upper.decimal(digits: 20, rounding: .up)),
    ])
  }

  private func spectrum(_ rank: Int, _ values: SingularValues?) -> [String: JSON] {
    let count = values?.count(above: threshold)
    return [
      "exact_rank": .integer(rank),
      "numerical_rank": count?.json ?? .notComputed,
      "singular_values": values.map {
        .array($0.bounds.map { bounds($0.lower, $0.upper) })
      } ?? .notComputed,
    ]
  }

  private func conditionJSON(_ layer: NetworkReport.Features) -> JSON {
    guard let values = layer.meansSingularValues else { return .notComputed }
    guard layer.hasRoomForClasses, let (lower, upper) = values.condition else {
      return .string("infinite")
    }
    if let upper { return bounds(lower, upper) }
    return .object([
      "lower": .string(lower.decimal(digits: 20, rounding: .down)), "upper": .string("infinite"),
    ])
  }

  private func json(_ distance: GramDistance?) -> JSON {
    distance.map { bounds($0.lower, $0.upper) } ?? .string("undefined")
  }

  private func json(_ matrix: NetworkReport.Weights) -> JSON {
    .object(
      spectrum(matrix.exactRank, matrix.singularValues).merging([
        "name": .string(matrix.name), "rows": .integer(matrix.rows),
        "columns": .integer(matrix.columns),
      ]) { own, _ in own })
  }

  private func json(_ layer: NetworkReport.Features) -> JSON {
    var members = spectrum(layer.exactRank, layer.singularValues)
    members["name"] = .string(layer.name)
    members["width"] = .integer(layer.width)
    guard let classes = layer.classes, let rank = layer.meansRank else { return .object(members) }
    members["within"] = .string("\(classes.within)")
    members["between"] = .string("\(classes.between)")
    members["DNC1"] =
      classes.between.isZero
      ? .string("undefined") : classes.collapse.map { bounds($0, $0) } ?? .notComputed
    var means = spectrum(rank, layer.meansSingularValues)
    means["condition"] = conditionJSON(layer)
    members["means"] = .object(means)
    members["to_DNC"] = json(layer.toCollapse)
    if layer.isCompared { members["to_SRG"] = json(layer.toTriangular) }
    return .object(members)
  }

  /// H_1, W_1 H_1, …: a layer for each, with what comes after σ beside it.
  private var layers: [JSON] {
    var all: [JSON] = []
    for (index, weight) in ([nil] + report.weights.map { $0 }).enumerated() {
      let layer = report.features[max(0, 2 * index - 1)]
      guard let classes = layer.classes else { continue }
      var members: [String: JSON] = [
        "name": .string(layer.name), "width": .integer(layer.width),
        "rank": .integer(layer.exactRank), "within": .string("\(classes.within)"),
        "between": .string("\(classes.between)"),
      ]
      members["rank_W"] = weight.map { .integer($0.exactRank) }
      if index > 0, 2 * index < report.features.count {
        members["rank_active"] = .integer(report.features[2 * index].exactRank)
      }
      all.append(.object(members))
    }
    return all
  }
}

extension SingularValues.Count {
  /// `5`, or `5 to 6` where it is not decided.
  var text: String { decided.map(String.init) ?? "\(atLeast) to \(atMost)" }

  /// Both ends.
  var json: JSON { .object(["at_least": .integer(atLeast), "at_most": .integer(atMost)]) }
}

extension JSON {
  /// A measure beyond a limit.
  static var notComputed: JSON { .string("not computed") }
}

extension NetworkReport.Features {
  /// Whether its width leaves room for class means that are linearly independent.
  fileprivate var hasRoomForClasses: Bool { classes.map { width >= $0.means.columns } ?? true }
}
