import Figures
import Glibc
import Losses
import Rational
import Training

/// The paper's figures of trainings, from trainings that verify train has made.
extension Figure {
  /// Figure 1, upper: the DNC1 metric, singular values at the end, and the loss against those of DNC and SRG.
  ///
  /// - Parameter runs: Trainings that differ in their seeds alone.
  static func trainings(_ runs: [TrainingRun]) throws -> Figure {
    let layers = runs[0].settings.layers
    let names = (1...layers).map { "H\(subscripted($0))" }
    let metrics = names.enumerated().map { index, name in
      CurvePanel.Series(name: name, points: logarithmic(runs) { $0.variability[index] })
    }
    // A band may reach far below: one training of ten that comes close to 0.
    let means = metrics.flatMap { $0.points.map(\.y) }
    let metric = CurvePanel(
      title: "DNC1 metric, tr Σ_W / tr Σ_B", names: ("steps", ""),
      scales: (.logarithmic, .logarithmic), series: metrics,
      range: means.min().flatMap { least in means.max().map { least / 100...2 * $0 } })
    let matrices = runs.map(TrainedMatrices.init)
    var kinds: [(name: String, matrix: (TrainedMatrices) -> DenseMatrix)] = (2...layers).map {
      layer in ("M̃\(subscripted(layer))", { $0.before[layer - 2] })
    }
    kinds.append(("M\(subscripted(layers))", { $0.after[layers - 1] }))
    let values = CurvePanel(
      title: "Singular values of class means", names: ("number", ""), scales: (.linear, .linear),
      series: kinds.map { kind in singularValues(kind.name, matrices.map(kind.matrix)) })
    return board(
      "Trainings beside Figure 1, upper", runs, [.curves(metric), .curves(values), try loss(runs)])
  }

  /// Figures 5 to 7: matrices of one training, its singular values and its loss.
  static func network(_ run: TrainingRun, number: String) throws -> Figure {
    let layers = run.settings.layers
    let matrices = TrainedMatrices(run)
    func before(_ layer: Int) -> Board.Panel {
      .matrix(panel("M̃\(subscripted(layer))", matrices.before[layer - 2]))
    }
    let values = CurvePanel(
      title: "Singular values", names: ("number", ""), scales: (.linear, .linear),
      series: [
        singularValues("M̃\(subscripted(2))", [matrices.before[0]]),
        singularValues("M̃\(subscripted(layers - 1))", [matrices.before[max(0, layers - 3)]]),
        singularValues("M\(subscripted(layers - 1))", [matrices.after[layers - 2]]),
      ])
    var panels: [Board.Panel]
    if number == "5" {
      panels = [
        before(2), before(max(2, layers - 1)),
        .matrix(panel("M\(subscripted(layers - 1))", matrices.after[layers - 2])),
      ]
    } else {
      let inner = max(2, layers - 1)
      let name = "M̃\(subscripted(inner))"
      panels = [
        .matrix(panel("\(name)ᵀ\(name)", matrices.before[inner - 2].gram)), before(inner),
        before(layers),
      ]
    }
    panels += [.curves(values), .curves(try progression(run))]
    return board("A training beside Figure \(number)", [run], panels)
  }

  /// Figure 4: a row for each problem.
  static func networks(_ runs: [TrainingRun]) throws -> Figure {
    let panels = try runs.flatMap { run -> [Board.Panel] in
      let layers = run.settings.layers
      let matrices = TrainedMatrices(run)
      let inner = matrices.after[layers - 2]
      let name = "M\(subscripted(layers - 1))"
      return [
        .curves(try progression(run)), .matrix(panel(name, inner)),
        .matrix(panel("M̃\(subscripted(layers))", matrices.before[layers - 2])),
        .matrix(panel("\(name)ᵀ\(name)", inner.gram)),
      ]
    }
    return board("Trainings beside Figure 4", runs, panels, columns: 4, isMean: false)
  }

  /// Figure 3, middle: the rank of the features against the weight decay.
  static func ranks(_ runs: [TrainingRun]) -> Figure {
    let points = grouped(runs) { run in
      log2(Double(run.settings.regularisation.features))
    }.map { decay, runs in
      point(decay, runs.map { TrainedMatrices($0).averageRank })
    }
    let layers = runs[0].settings.layers
    let inner = layers > 3 ? "M̃₂ … M̃\(subscripted(layers - 1))" : "M̃₂"
    let panel = CurvePanel(
      title: "Average rank of \(inner)", names: ("log₂ λ", ""), scales: (.linear, .linear),
      series: [CurvePanel.Series(name: "rank", points: points, hasMarks: true)],
      levels: [("K, the rank of DNC", Double(runs[0].settings.classes))])
    return board("Trainings beside Figure 3, middle", runs, [.curves(panel)])
  }

  /// Figure 3, right: how often the end is deep neural collapse, against the width.
  static func collapses(_ runs: [TrainingRun]) throws -> Figure {
    let points = try grouped(runs) { Double($0.settings.widths[0]) }.map { width, runs in
      point(width, try runs.map { try isCollapsed($0) ? 1 : 0 }, hasBand: false)
    }
    let panel = CurvePanel(
      title: "Part of the trainings that end at DNC", names: ("width", ""),
      scales: (.linear, .linear),
      series: [CurvePanel.Series(name: "DNC", points: points, hasMarks: true)],
      range: -0.02...1.02)
    return board("Trainings beside Figure 3, right", runs, [.curves(panel)], isMean: false)
  }

  /// Whether a training ends at deep neural collapse: all M̃_l have rank K, and the loss is within a hundredth
  /// of that of DNC.
  private static func isCollapsed(_ run: TrainingRun) throws -> Bool {
    let settings = run.settings
    let ranks = TrainedMatrices(run).before.map(TrainedMatrices.rank)
    guard let loss = run.curve.last?.loss, ranks.allSatisfy({ $0 == settings.classes }) else {
      return false
    }
    let collapse = Double(try solutions(run)[0].loss.lower)
    return abs(loss - collapse) <= collapse / 100
  }

  private static func solutions(
    _ run: TrainingRun
  ) throws -> [(name: String, loss: CertifiedNumber)] {
    try PointAnswer.solutions(run.settings.classes, run.settings.regularisation, digits: 12)
  }

  // MARK: Panels

  /// The loss and the minimal ones of the solutions.
  private static func loss(_ runs: [TrainingRun]) throws -> Board.Panel {
    let levels = try solutions(runs[0]).map { (name: $0.name, y: Double($0.loss.lower)) }
    let points = curves(runs).map { step, values in point(step, values.map(\.loss)) }
    return .curves(
      CurvePanel(
        title: "Loss", names: ("steps", ""), scales: (.logarithmic, .linear),
        series: [CurvePanel.Series(name: "trained", points: points)], levels: levels,
        range: 0...2 * (levels.map(\.y).max() ?? 0.5)))
  }

  /// The loss of one training, of it the fit and the regularisation, and the minimal ones of the solutions.
  private static func progression(_ run: TrainingRun) throws -> CurvePanel {
    let levels = try solutions(run).map { (name: $0.name, y: Double($0.loss.lower)) }
    func series(
      _ name: String, _ value: (TrainingRun.Measurement) -> Double
    ) -> CurvePanel.Series {
      let points = run.curve.map { point(Double($0.step), [value($0)]) }
      return CurvePanel.Series(name: name, points: points)
    }
    return CurvePanel(
      title: "Loss, K = \(run.settings.classes)", names: ("steps", ""),
      scales: (.logarithmic, .linear),
      series: [
        series("loss", \.loss), series("fit", \.fit), series("decay") { $0.loss - $0.fit },
      ], levels: levels, range: 0...2 * (levels.map(\.y).max() ?? 0.5))
  }

  /// The entries of a matrix, rounded to two-hundredths of the largest: so small a difference is not seen.
  private static func panel(_ title: String, _ matrix: DenseMatrix) -> HeatMap.Panel {
    let unit = (matrix.entries.map(abs).max() ?? 0) / 200
    let rows = (0..<matrix.rows).map { row in
      (0..<matrix.columns).map { column in
        unit == 0 ? 0 : (matrix[row, column] / unit).rounded() * unit
      }
    }
    return HeatMap.Panel(
      title: title,
      note: "\(matrix.rows) × \(matrix.columns), rank \(TrainedMatrices.rank(matrix))",
      rows: rows, labels: ([], []))
  }

  private static func singularValues(
    _ name: String, _ matrices: [DenseMatrix]
  ) -> CurvePanel.Series {
    let values = matrices.map(\.singularValues)
    return CurvePanel.Series(
      name: name,
      points: values[0].indices.map { index in
        point(Double(index + 1), values.map { $0[index] })
      }, hasMarks: true)
  }

  // MARK: Several trainings

  /// Mean and one standard deviation at a place.
  private static func point(
    _ x: Double, _ values: [Double], hasBand: Bool = true
  ) -> CurvePanel.Point {
    let spread = Spread(values)
    let deviation = hasBand ? spread.deviation : 0
    return CurvePanel.Point(
      x: x, y: spread.mean, lower: spread.mean - deviation, upper: spread.mean + deviation)
  }

  /// Mean and one standard deviation of logarithms, as on a logarithmic axis; without values that are 0.
  private static func logarithmic(
    _ runs: [TrainingRun], _ value: (TrainingRun.Measurement) -> Double
  ) -> [CurvePanel.Point] {
    curves(runs).compactMap { step, measurements in
      let values = measurements.map(value).filter { $0 > 0 }
      guard !values.isEmpty else { return nil }
      let spread = Spread(values.map { log($0) })
      return CurvePanel.Point(
        x: step, y: exp(spread.mean), lower: exp(spread.mean - spread.deviation),
        upper: exp(spread.mean + spread.deviation))
    }
  }

  /// What all trainings have measured after the same numbers of steps.
  private static func curves(
    _ runs: [TrainingRun]
  ) -> [(step: Double, [TrainingRun.Measurement])] {
    let tables = runs.map { run in
      Dictionary(run.curve.map { ($0.step, $0) }, uniquingKeysWith: { $1 })
    }
    return runs[0].curve.compactMap { measurement in
      let others = tables.compactMap { $0[measurement.step] }
      return others.count == runs.count ? (Double(measurement.step), others) : nil
    }
  }

  private static func grouped(
    _ runs: [TrainingRun], by key: (TrainingRun) -> Double
  ) -> [(key: Double, value: [TrainingRun])] {
    Dictionary(grouping: runs, by: key).sorted { $0.key < $1.key }
  }

  // MARK: The picture and its numbers

  /// - Parameter isMean: Whether curves are means over trainings.
  private static func board(
    _ title: String, _ runs: [TrainingRun], _ panels: [Board.Panel], columns: Int = 3,
    isMean: Bool = true
  ) -> Figure {
    Figure(
      picture: Board(
        title: title, subtitle: TrainedSummary(runs, isMean: isMean).lines, panels: panels,
        columns: columns
      ).picture, table: table(panels))
  }

  private static func table(_ panels: [Board.Panel]) -> CSV {
    var table = CSV(["panel", "series", "x", "value", "lower", "upper"])
    for (number, panel) in panels.enumerated() {
      switch panel {
      case .curves(let panel):
        for series in panel.series {
          for point in series.points {
            table.add(
              ["\(number + 1)", series.name]
                + [point.x, point.y, point.lower, point.upper].map { "\($0)" })
          }
        }
      case .matrix(let panel):
        for (row, values) in panel.rows.enumerated() {
          for (column, value) in values.enumerated() {
            table.add(
              [
                "\(number + 1)", "\(panel.title) row \(row + 1)", "\(column + 1)", "\(value)",
                "\(value)", "\(value)",
              ])
          }
        }
      }
    }
    return table
  }

  /// `₄`
  static func subscripted(_ number: Int) -> String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return String("\(number)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
