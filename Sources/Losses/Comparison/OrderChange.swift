import Polynomials
import Rational

/// For which Λ the first of two constructions loses less, where it depends on Λ.
///
/// Both minimal losses are minima over u of φ(u^L) + c u with the same c, increasing in Λ. Suppose that
/// the two φ cross once, at x₀ = u₀^L, and A has the smaller one above x₀. Where a minimiser of B is
/// above u₀, A loses less, taken at the same u; where one of A is below u₀, B does. Minimisers fall as
/// c grows, so the former c begin at 0 and the latter go on upwards. In between u_B ≤ u₀ ≤ u_A, and
/// g_A - g_B does not fall, since its derivative in c is u_A - u_B. So A loses less up to one Λ, and B from there
/// on; this Λ exists if and only if B is not zero where A begins to be, by their critical Λ. Above both
/// critical Λ both losses are 1/2.
///
/// - Note: For collapse as B see `Crossings`.
public struct OrderChange: Hashable, Sendable {
  /// The order for Λ below the change.
  public let before: LossOrder
  /// Where it changes to the opposite; nil when it does not, as long as one of the two is not zero.
  public let place: CertifiedNumber?

  /// The same order for every Λ.
  init(before: LossOrder) {
    self.before = before
    place = nil
  }

  /// The change, when the two means cross once and all eigenvalues are rational.
  ///
  /// - Parameter digits: How many significant digits the place has at least.
  /// - Returns: nil where this is not decided.
  public init?(_ left: Construction, _ right: Construction, layers: Int, digits: Int) {
    guard
      (left.gramSpectrum + right.gramSpectrum).allSatisfy(\.value.isRational)
    else { return nil }
    let signs = ConstructionOrder.difference([left], [right], layers: layers).coefficients
      .map(\.sign).filter { $0 != 0 }
    // By Descartes' rule one change among the coefficients is one positive root, a simple one.
    guard let last = signs.last, zip(signs, signs.dropFirst()).count(where: { $0 != $1 }) == 1
    else { return nil }
    let before: LossOrder = last > 0 ? .less : .greater
    let (first, second) = last > 0 ? (left, right) : (right, left)
    let a = CriticalRegularisation(of: first, layers: layers, digits: 20).value
    let b = CriticalRegularisation(of: second, layers: layers, digits: 20).value
    self.before = before
    if b.upper < a.lower {
      place = nil
      return
    }
    guard b.lower > a.upper,
      let found = Self.enclosure(
        end: b.lower, digits: digits,
        order: {
          LossProblem(classes: left.classes, layers: layers, regularisation: $0)
            .compare([first], [second])?.order
        })
    else { return nil }
    place = found
  }

  /// Encloses the place by the exact order on both sides.
  ///
  /// - Parameters:
  ///   - end: A Λ close to which the first one is zero, or behind; further down it is ahead.
  ///   - order: The order of the two at a Λ; nil when it is not known.
  /// - Returns: nil when the order is not known, or not the first ahead, far below the end.
  static func enclosure(
    end: Rational, digits: Int, order: (Rational) -> LossOrder?
  ) -> CertifiedNumber? {
    let half = Rational(1, 2)
    var (lower, upper) = (half, Rational(1))
    while true {
      let found = order(end * lower)
      if found == .less { break }
      guard found == .greater, lower.denominator.bitWidth < 10_000 else { return nil }
      upper = lower
      lower *= half
    }
    let narrow = Rational(1, Integer(10).power(digits + 2))
    while upper - lower > lower * narrow {
      let middle = (lower + upper) * half
      switch order(end * middle) {
      case .less: lower = middle
      case .greater: upper = middle
      case .equal: return CertifiedNumber(exactly: end * middle)
      case nil: return CertifiedNumber(lower: end * lower, upper: end * upper)
      }
    }
    return CertifiedNumber(lower: end * lower, upper: end * upper)
  }
}
