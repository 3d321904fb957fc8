import Claims
import Figures
import Losses
import Rational

extension Figure {
  /// Figure 3, left: L_SRG/L_DNC against r, with the bound (3) in explicit form.
  static func ratio(
    orders: [Int], layers: [Int], _ regularisation: (Int) throws -> Regularisation, setting: String
  ) throws -> Figure {
    var table = CSV([
      "L", "r", "K", "Lambda", "ratio", "bound", "dnc_nonzero",
    ])
    var series: [LineChart.Series] = []
    for depth in layers {
      let value = try regularisation(depth).product
      var points: [(x: Double, y: Double, isHollow: Bool, label: String)] = []
      var bounds: [(x: Double, y: Double)] = []
      for order in orders {
        let construction = try GraphConstruction.triangular(order: order, layers: depth)
        let problem = LossProblem(
          classes: construction.classes, layers: depth, regularisation: value)
        guard let graph = problem.minimalLoss(of: [construction], digits: 15),
          let collapse = problem.minimalLoss(
            of: [.collapse(classes: construction.classes)], digits: 15)
        else { throw RunError.tooLarge("a minimal loss: the precision limit does not suffice") }
        let ratio =
          CertifiedNumber(lower: graph.lower, upper: graph.upper)
          / CertifiedNumber(lower: collapse.lower, upper: collapse.upper)
        let bound = RatioBound(of: construction, layers: depth)?.value(digits: 12)
        let isNonzero = problem.collapseIsNonzero
        let shown = ratio.shown(digits: 12)
        points.append(
          (Double(order), ratio.rounded, !isNonzero, "r = \(order): \(ratio.shown(digits: 6))"))
        if isNonzero, let bound { bounds.append((Double(order), bound.rounded)) }
        table.add([
          "\(depth)", "\(order)", "\(construction.classes)", "\(value)",
          shown.replacing("…", with: ""),
          bound?.shown(digits: 12).replacing("…", with: "") ?? "", "\(isNonzero)",
        ])
      }
      series.append(.init(name: "L = \(depth)", points: points, companion: bounds))
    }
    let picture = LineChart(
      title: "Loss of the SRG solution in relation to that of DNC", subtitle: setting,
      names: ("r, for K = r(r-1)/2 classes", "loss(SRG) / loss(DNC)"), series: series,
      notes: (
        hollow: "DNC is zero:\nits loss is 1/2",
        dashed: "bound (3) in explicit\nform, where DNC is\nnot zero"
      )
    ).picture
    return Figure(picture: picture, table: table)
  }
}
