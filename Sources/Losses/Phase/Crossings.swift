import Polynomials
import Rational

/// The order of two minimal losses for all Λ at which collapse is not zero, and where it changes.
///
/// Both are minima over u of φ(u^L) + c u with the same c = L K (K Λ)^(1/L); φ(x) is 1/(1+x) for
/// collapse and the mean of 1/(1 + c_i x) for the construction. As c grows, both minimisers fall. Suppose
/// the gap `1/(1+x) - mean 1/(1 + c_i x)` changes its sign once on (0, ∞), at x₀. Then it does so from
/// + to -: if it is negative near 0, the mean of the c_i is below 1, so that of the 1/c_i is above 1,
/// and the gap is negative near ∞ as well.
///
/// Where the minimiser of the construction is at x > x₀, collapse loses less: at the same u it has the
/// smaller value. Where that of collapse is at x < x₀, the construction loses less, for the same
/// reason. The former Λ are an interval that begins at 0, the latter one that goes on upwards, and in
/// between x_con ≤ x₀ ≤ x_col; there the difference construction - collapse falls, since its derivative
/// in c is u_con - u_col, and strictly, since both minimisers are at x₀ for one c at most. So there is
/// at most one crossing: collapse wins below it and the construction above.
///
/// Whether there is one below the critical Λ of collapse, where its loss is 1/2, is decided by the
/// critical Λ of the construction: it is ahead at that end if and only if its own is greater.
struct Crossings {
  /// Ascending: the order up to a cut; the last one ends at the critical Λ of collapse. The order is
  /// nil when it is not known.
  let orders: [(order: LossOrder?, upper: PhaseDiagram.Cut)]

  init(_ uniform: CollapseComparison, _ critical: CertifiedNumber, digits: Int) {
    let end = PhaseDiagram.Cut.collapse(uniform.threshold)
    switch uniform.verdict {
    case .alwaysLess: orders = [(.less, end)]
    case .alwaysGreater: orders = [(.greater, end)]
    case .alwaysEqual: orders = [(.equal, end)]
    case .counterexample, .undecided:
      orders =
        Self.single(uniform, critical, digits: digits, end: end) ?? [(nil, end)]
    }
  }

  private static func single(
    _ uniform: CollapseComparison, _ critical: CertifiedNumber, digits: Int,
    end: PhaseDiagram.Cut
  ) -> [(order: LossOrder?, upper: PhaseDiagram.Cut)]? {
    guard uniform.blocks.count == 1 else { return nil }
    let gap = Gap(uniform.blocks[0], layers: uniform.layers).polynomial
    let signs = gap.coefficients.map(\.sign).filter { $0 != 0 }
    // By Descartes' rule one change among the coefficients is one positive root, a simple one.
    guard zip(signs, signs.dropFirst()).count(where: { $0 != $1 }) == 1 else { return nil }
    if critical.upper < uniform.threshold { return [(.greater, end)] }
    // Collapse is ahead below the crossing, and at the upper end the construction.
    guard critical.lower > uniform.threshold,
      let place = OrderChange.enclosure(
        end: uniform.threshold, digits: digits,
        order: {
          LossProblem(
            classes: uniform.classes, layers: uniform.layers, regularisation: $0
          ).compare([.collapse(classes: uniform.classes)], uniform.blocks)?.order
        })
    else { return nil }
    return [(.greater, .crossing(place)), (.less, end)]
  }
}
