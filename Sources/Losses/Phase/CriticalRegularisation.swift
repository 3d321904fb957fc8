import Polynomials
import Rational

/// The Λ below which the minimal loss of a construction is less than 1/2, an algebraic number.
///
/// In y = μ-units, with φ(y) = Σ (m_i/K) / (1 + μ_i y), twice the loss is below 1 for some t if and only
/// if Λ is below
///
///     (1 - φ(y))^L / (L^L K D y)
///
/// for some y > 0: with x = D y/K^L, twice the loss is φ + L K (K Λ x)^(1/L). So the critical Λ is the
/// greatest value of this function. Its stationary points are the positive roots of
///
///     Σ m_i μ_i (L-1 - μ_i y) Π_{j≠i} (1 + μ_j y)²,
///
/// which lie between (L-1)/μ_max and (L-1)/μ_min. At the critical Λ itself zero and another point are
/// both minimisers, and the loss is 1/2. For deep neural collapse y = L-1 gives `Collapse.threshold`.
public struct CriticalRegularisation: Hashable, Sendable {
  /// The critical Λ; zero when the loss is 1/2 for every Λ.
  public let value: CertifiedNumber
  /// The polynomial with rational coefficients of which the y of the critical Λ is a root; none
  /// when the critical Λ is zero.
  public let polynomial: Polynomial<Rational>?
  /// Intervals with exactly one root each that hold all positive roots; one of them is the y of the
  /// critical Λ, and as a rule there is only one.
  public let roots: [RootInterval]

  /// The critical Λ of a construction by itself, with at least `digits` significant digits.
  ///
  /// - Precondition: The eigenvalues are rational, as all are that belong to triangular graphs.
  public init(of construction: Construction, layers: Int, digits: Int) {
    let entries = construction.gramSpectrum.compactMap {
      entry -> (value: Rational, share: Rational)? in
      guard let value = entry.value.rational else {
        preconditionFailure("the critical Λ is found for rational eigenvalues")
      }
      return value.isZero
        ? nil : (value, Rational(entry.multiplicity, construction.classes))
    }
    guard !entries.isEmpty else {
      (value, polynomial, roots) = (CertifiedNumber(exactly: 0), nil, [])
      return
    }
    let polynomial = Self.stationary(entries, layers: layers)
    // (1 - φ)^L and 1/y are known to fewer bits than y by about L; D to as many as are wanted.
    let bits = 24 + digits * 10 / 3 + Integer(layers).bitLength
    let least = Rational(layers - 1) / (entries.map(\.value).max() ?? 1)
    let width = min(1, least) / Rational(Integer(1) << bits)
    let roots = polynomial.isolatingIntervals(width: width).filter { $0.upper.sign > 0 }
    let depth = construction.depthFactor(layers: layers)
    var precision = bits
    var depthBounds = depth.enclosure(bits: precision)
    // D is at least 1 for all that the paper has; a smaller one takes more bits.
    while (depthBounds.upper - depthBounds.lower) * Rational(Integer(1) << bits)
      > depthBounds.lower
    {
      precision *= 2
      depthBounds = depth.enclosure(bits: precision)
    }
    let scale = Rational(Integer(layers).power(layers) * Integer(construction.classes))

    /// (1 - φ(y))^L / (L^L K)
    func height(_ y: Rational) -> Rational {
      // 1 - φ = Σ w_i μ_i y/(1 + μ_i y), as the shares add up to 1.
      var gain: Rational = 0
      for (value, share) in entries { gain += share * value * y / (1 + value * y) }
      return gain.power(layers) / scale
    }
    // Each value of the function is a lower bound; on an interval 1 - φ rises and 1/y falls.
    var (lower, upper) = (Rational(0), Rational(0))
    for root in roots {
      let top = height(root.upper)
      lower = max(lower, top / (root.upper * depthBounds.upper))
      upper = max(upper, top / (max(root.lower, least) * depthBounds.lower))
    }
    value = CertifiedNumber(lower: lower, upper: upper)
    self.polynomial = polynomial
    self.roots = roots
  }

  private static func stationary(
    _ entries: [(value: Rational, share: Rational)], layers: Int
  ) -> Polynomial<Rational> {
    var sum = Polynomial<Rational>.zero
    for (index, (value, share)) in entries.enumerated() {
      let factor = value * share
      var product = Polynomial<Rational>([Rational(layers - 1) * factor, -value * factor])
      for (other, (value, _)) in entries.enumerated() where other != index {
        let line = Polynomial<Rational>([1, value])
        product = product * line * line
      }
      sum = sum + product
    }
    return sum.primitive
  }
}

extension Polynomial where F == Rational {
  /// The multiple with coprime integer coefficients and the same signs.
  fileprivate var primitive: Polynomial {
    let (integers, common) = coefficients.overCommonDenominator
    let content = integers.reduce(Integer(0)) { Integer.gcd($0, $1) }
    return content.isZero ? self : scaled(by: Rational(common, content))
  }
}
