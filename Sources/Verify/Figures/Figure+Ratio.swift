import Claims
import Denotations
import Figures
import Losses
import Rational

extension Figure {
  /// The greatest r for which the last layer with half of the signs minus is drawn: it has a row for
  /// each half of the vertices.
  private static let halfLimit = 10

  /// Figure 3, left: L_SRG/L_DNC against r, with the bound (3) in explicit form.
  ///
  /// - Parameter hasHalf: Whether the construction with half of the signs of N minus is drawn as well,
  ///   for r up to 10.
  static func ratio(
    orders: [Int], layers: [Int], hasHalf: Bool,
    _ regularisation: (Int) throws -> Regularisation, setting: String
  ) throws -> Figure {
    var table = CSV(
      ["L", "r", "K", "Lambda", "ratio", "bound", "dnc_nonzero"] + (hasHalf ? ["ratio_half"] : []))
    var series: [LineChart.Series] = []
    for depth in layers {
      let value = try regularisation(depth).product
      var points: [(x: Double, y: Double, isHollow: Bool, label: String)] = []
      var bounds: [(x: Double, y: Double)] = []
      var halves: [(x: Double, y: Double, isHollow: Bool, label: String)] = []
      for order in orders {
        let construction = try GraphConstruction.triangular(order: order, layers: depth)
        let problem = LossProblem(
          classes: construction.classes, layers: depth, regularisation: value)
        guard let graph = problem.minimalLoss(of: [construction], digits: 15),
          let collapse = problem.minimalLoss(
            of: [.collapse(classes: construction.classes)], digits: 15)
        else { throw RunError.tooLarge("a minimal loss: the precision limit does not suffice") }
        func quotient(_ loss: MinimalLoss) -> CertifiedNumber {
          CertifiedNumber(lower: loss.lower, upper: loss.upper)
            / CertifiedNumber(lower: collapse.lower, upper: collapse.upper)
        }
        let ratio = quotient(graph)
        var half: CertifiedNumber?
        if hasHalf, (4...halfLimit).contains(order) {
          let other = try ProposedConstruction(
            "half", graph: .complete(order), .minus(order / 2))
          half = other.exact(layers: depth)
            .flatMap { problem.minimalLoss(of: [$0], digits: 15) }.map(quotient)
        }
        let bound = RatioBound(of: construction, layers: depth)?.value(digits: 12)
        let isNonzero = problem.collapseIsNonzero
        points.append(
          (Double(order), ratio.rounded, !isNonzero, "r = \(order): \(ratio.shown(digits: 6))"))
        if let half {
          halves.append(
            (Double(order), half.rounded, !isNonzero, "r = \(order): \(half.shown(digits: 6))"))
        }
        if isNonzero, let bound { bounds.append((Double(order), bound.rounded)) }
        table.add(
          [
            "\(depth)", "\(order)", "\(construction.classes)", "\(value)",
            ratio.tabulated, bound?.tabulated ?? "", "\(isNonzero)",
          ] + (hasHalf ? [half?.tabulated ?? ""] : []))
      }
      series.append(.init(name: "L = \(depth)", points: points, companion: bounds))
      if !halves.isEmpty {
        series.append(.init(name: "L = \(depth), half minus", points: halves, companion: []))
      }
    }
    let picture = LineChart(
      title: "Loss of the SRG solution in relation to that of DNC", subtitle: setting,
      names: ("r, for K = r(r-1)/2 classes", "loss(SRG) / loss(DNC)"), series: series,
      notes: (
        hollow: "DNC is zero:\nits loss is 1/2",
        dashed: "bound (3) in explicit\nform, where DNC is\nnot zero"
      ),
      // The second construction has few r: on a linear scale they would all stand at the left.
      isProportional: hasHalf
    ).picture
    return Figure(picture: picture, table: table)
  }
}
