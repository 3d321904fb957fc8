import Claims
import Denotations
import Figures
import Losses
import Rational

extension Figure {
  /// Figure 2: the matrices of the construction, and the Gram matrix of collapse beside them.
  ///
  /// - Parameters:
  ///   - scales: α_{L-1} and α_L of the construction, and α_L of collapse; nil for 1.
  ///   - setting: What the subtitle says about them.
  static func matrices(
    _ pictures: LayerPictures, layers: Int,
    scales: (base: CertifiedNumber, last: CertifiedNumber, collapse: CertifiedNumber)?,
    setting: String
  ) -> Figure {
    let classes = pictures.last.count
    let (before, last) = (subscripted(layers - 1), subscripted(layers))
    let one = CertifiedNumber(exactly: 1)
    let (base, top, collapse) = scales ?? (one, one, one)
    let identity = (0..<classes).map { row in
      (0..<classes).map { Surd($0 == row ? 1 : 0) }
    }
    let ranks = pictures.ranks
    // The name, its plain form for the table, the rows, the factor, and a note.
    typealias Entry = (
      title: String, name: String, rows: [[Surd]], factor: Double, note: String, areVertices: Bool
    )
    var entries: [Entry] = []
    if layers > 2 {
      entries.append(
        (
          "M\(before)", "M_\(layers - 1)", pictures.base, base.rounded.squareRoot(),
          "r × K, rank \(ranks.base), the same before the ReLU", true
        ))
    }
    entries.append(
      (
        "M̃\(last)", "M~_\(layers)", pictures.last, top.rounded.squareRoot(),
        "K × K, rank \(ranks.last); rank \(ranks.output) after the ReLU", false
      ))
    if layers > 2 {
      entries.append(
        (
          "M\(before)ᵀM\(before)", "M_\(layers - 1)^T M_\(layers - 1)", pictures.baseGram,
          base.rounded, "rank \(ranks.base)", false
        ))
    }
    entries += [
      (
        "M̃\(last)ᵀM̃\(last), before the ReLU", "M~_\(layers)^T M~_\(layers)", pictures.lastGram,
        top.rounded, "rank \(ranks.last)", false
      ),
      (
        "M\(last)ᵀM\(last), after the ReLU", "M_\(layers)^T M_\(layers)", pictures.outputGram,
        top.rounded, "rank \(ranks.output)", false
      ),
      (
        "M̃\(last)ᵀM̃\(last) for DNC", "DNC M~_\(layers)^T M~_\(layers)", identity,
        collapse.rounded, "rank \(classes)", false
      ),
    ]
    let edges = edgeLabels(pictures.order)
    let vertices =
      edges.isEmpty ? [] : (1...pictures.order).map { "\($0)" }
    var known: [Surd: Double] = [:]
    func rounded(_ value: Surd) -> Double {
      if let known = known[value] { return known }
      known[value] = value.rounded
      return value.rounded
    }
    var table = CSV(["matrix", "row", "column", "exact", "factor", "value"])
    let panels = entries.map { entry in
      for (i, row) in entry.rows.enumerated() {
        for (j, value) in row.enumerated() {
          table.add([
            entry.name, "\(i + 1)", "\(j + 1)", "\(value)", "\(entry.factor)",
            "\(rounded(value) * entry.factor)",
          ])
        }
      }
      return HeatMap.Panel(
        title: entry.title, note: entry.note,
        rows: entry.rows.map { $0.map { rounded($0) * entry.factor } },
        labels: (entry.areVertices ? vertices : edges, edges))
    }
    let picture = HeatMap(
      title: "SRG solution for L = \(layers), K = \(classes), r = \(pictures.order)",
      subtitle: setting, panels: panels
    ).picture
    return Figure(picture: picture, table: table)
  }

  /// The edges as pairs of vertices, where there is room for them.
  private static func edgeLabels(_ order: Int) -> [String] {
    guard order * (order - 1) / 2 <= HeatMap.labelLimit else { return [] }
    return (1...order).flatMap { a in
      ((a + 1)..<max(a + 1, order + 1)).map { "\(a)\($0)" }
    }
  }
}
