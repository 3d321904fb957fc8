import Figures
import Losses
import Rational

extension Figure {
  /// The phase diagram: for each r, which loss is smaller at which Λ.
  static func phase(_ diagrams: [(order: Int, diagram: PhaseDiagram)]) -> Figure {
    var table = CSV([
      "L", "r", "K", "from", "to", "order", "srg_nonzero", "dnc_nonzero",
    ])
    var panels: [(title: String, columns: [BandChart.Column])] = []
    for (order, diagram) in diagrams {
      // One λ for all parameters and n = 1: λ^(L+1) = Λ, so that different L can be compared.
      func height(_ cut: PhaseDiagram.Cut) -> Double? {
        guard let value = cut.value, value.lower.sign > 0 else { return nil }
        return value.lower.roundedLogarithm / Double(diagram.layers + 1)
      }
      let bands = diagram.ranges.map { range in
        (
          kind: BandChart.Kind(range), lower: height(range.lower), upper: height(range.upper),
          label: "r = \(order), \(text(range.lower)) < Λ < \(text(range.upper))"
        )
      }
      let title = "L = \(diagram.layers)"
      if panels.last?.title != title { panels.append((title, [])) }
      panels[panels.count - 1].columns.append(.init(x: order, bands: bands))
      for range in diagram.ranges {
        table.add([
          "\(diagram.layers)", "\(order)", "\(diagram.classes)", text(range.lower),
          text(range.upper), range.order?.rawValue ?? "undecided",
          "\(range.constructionIsNonzero)", "\(range.collapseIsNonzero)",
        ])
      }
    }
    let picture = BandChart(
      title: "Which solution loses less",
      subtitle: "λ = Λ^(1/(L+1)): one weight decay for all parameters, n = 1",
      names: ("r, for K = r(r-1)/2 classes", "weight decay λ"), panels: panels,
      meanings: [
        .ahead: "SRG loses less, neither is zero", .aheadAlone: "SRG loses less, DNC is zero",
        .behind: "DNC loses less, neither is zero", .behindAlone: "DNC loses less, SRG is zero",
        .equal: "equal losses, neither is zero", .tie: "both are zero: a tie at 1/2",
        .open: "not decided",
      ]
    ).picture
    return Figure(picture: picture, table: table)
  }

  private static func text(_ cut: PhaseDiagram.Cut) -> String {
    guard let value = cut.value else { return "inf" }
    return value.lower.isZero ? "0" : value.tabulated
  }
}

extension BandChart.Kind {
  /// What a range is.
  fileprivate init(_ range: PhaseDiagram.Range) {
    switch (range.order, range.constructionIsNonzero, range.collapseIsNonzero) {
    case (nil, _, _): self = .open
    case (.equal, true, _): self = .equal
    case (.equal, false, _): self = .tie
    case (.less, _, true): self = .ahead
    case (.less, _, false): self = .aheadAlone
    case (.greater, true, _): self = .behind
    case (.greater, false, _): self = .behindAlone
    }
  }
}
