import Polynomials
import Rational

/// For which Λ the first of two constructions loses less, each of them of one block or several.
///
/// Per class the loss of a block depends on its mean F alone (`Mean`). Where one mean is below the other
/// for every x > 0, so are the minimal losses, wherever the minimiser of the larger one is not zero. The
/// loss of several blocks is the mean of their own minima, so it is above what is below each of them. It is
/// at most the least value of the mean of their functions, taken at one place, so what is above this is
/// above it.
///
/// Two single blocks may cross. Both minimal losses are minima over u of φ(u^L) + c u with the same c,
/// increasing in Λ. Suppose that the two φ cross once, at x₀ = u₀^L, and A has the smaller one above x₀.
/// Where a minimiser of B is above u₀, A loses less, taken at the same u; where one of A is below u₀, B
/// does. Minimisers fall as c grows, so the former c begin at 0 and the latter go on upwards. In between
/// u_B ≤ u₀ ≤ u_A, and g_A - g_B does not fall, since its derivative in c is u_A - u_B. So A loses less up to
/// one Λ, and B from there on; this Λ exists if and only if B is not zero where A begins to be, by their
/// critical Λ. Above both critical Λ both losses are 1/2.
///
/// - Note: For collapse as B the two φ cross once at most (`CollapseOrder`).
public struct OrderChange: Hashable, Sendable {
  /// The order for Λ below the change, as long as one of the two is not zero; `=` for the same function.
  public let before: LossOrder
  /// Where it changes to the opposite; nil when it does not.
  public private(set) var place: CertifiedNumber?

  /// The order of two constructions for as many classes, or of two blocks in the problem of more; the
  /// place has at least `digits` significant digits.
  ///
  /// - Returns: nil where this is not decided, and where rates are known by bounds alone.
  /// - Precondition: For two layers all are `twoLayers`, collapse or shapes.
  public init?(
    _ left: [ConstructionBounds], _ right: [ConstructionBounds], layers: Int, digits: Int
  ) {
    let (a, b) = (Mean.each(left, layers: layers), Mean.each(right, layers: layers))
    guard let a, let b else { return nil }
    let orders = Set(a.flatMap { mean in b.map { mean.order(against: $0) } })
    let first = Mean(left, layers: layers)
    let second = Mean(right, layers: layers)
    if orders == [.equal] {
      self.init(before: .equal)
    } else if orders.isSubset(of: [.equal, .less])
      || b.allSatisfy({ first?.order(against: $0) == .less })
    {
      self.init(before: .less)
    } else if orders.isSubset(of: [.equal, .greater])
      || a.allSatisfy({ second?.order(against: $0) == .less })
    {
      self.init(before: .greater)
    } else {
      guard a.count == 1, b.count == 1 else { return nil }
      self.init(crossing: left[0], right[0], a[0].difference(to: b[0]), layers, digits: digits)
    }
  }

  private init(before: LossOrder) { self.before = before }

  /// The order of two blocks whose means cross.
  private init?(
    crossing left: ConstructionBounds, _ right: ConstructionBounds, _ difference: Polynomial<Surd>,
    _ layers: Int, digits: Int
  ) {
    guard difference.crossesOnce else { return nil }
    before = difference.leading.sign > 0 ? .less : .greater
    let (first, second) = before == .less ? (left, right) : (right, left)
    guard let end = Self.separation(first, second, layers: layers) else { return nil }
    guard end.firstIsZero else { return }
    place = Self.enclosure(end: end.value, digits: digits) {
      ConstructionBounds.order(
        [first], [second],
        in: LossProblem(classes: left.classes, layers: layers, regularisation: $0))
    }
    if place == nil { return nil }
  }

  /// A Λ where one of the two is zero and the other is not: it lies between their critical Λ.
  ///
  /// - Returns: nil when they are equal, as far as can be seen.
  private static func separation(
    _ first: ConstructionBounds, _ second: ConstructionBounds, layers: Int
  ) -> (value: Rational, firstIsZero: Bool)? {
    var value = Collapse.threshold(classes: first.classes, layers: layers)
    var (lower, upper): (Rational?, Rational?) = (nil, nil)
    for _ in 0..<100 {
      let problem = LossProblem(classes: first.classes, layers: layers, regularisation: value)
      guard let isZero = first.isZero(in: problem), let other = second.isZero(in: problem) else {
        return nil
      }
      if isZero != other { return (value, isZero) }
      if isZero { upper = value } else { lower = value }
      if let lower, let upper {
        value = (lower + upper) * Rational(1, 2)
      } else {
        value *= isZero ? Rational(1, 2) : 2
      }
    }
    return nil
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
      guard found == .greater, lower.denominator.bitLength < 10_000 else { return nil }
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

extension Polynomial<Surd> {
  /// How often the sign changes along the coefficients: by Descartes' rule as many positive roots, or an
  /// even number less. One change is one root, a simple one.
  fileprivate var signChanges: Int {
    let signs = coefficients.map(\.sign).filter { $0 != 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }

  /// Whether the sign changes at one place on (0, ∞), and there is no other root.
  fileprivate var crossesOnce: Bool {
    guard let first = coefficients.first, first.sign * leading.sign < 0 else { return false }
    return signChanges == 1 || SturmSequence(self).rootCount(above: 0) == 1
  }
}

extension Mean {
  /// The order of this and another one that is the same for all x > 0, if there is one.
  fileprivate func order(against other: Mean) -> LossOrder? {
    let difference = difference(to: other)
    if difference.isZero { return .equal }
    if difference.signChanges == 1 { return nil }
    if difference.isPositive(onAndAbove: 0) { return .less }
    return difference.scaled(by: -1).isPositive(onAndAbove: 0) ? .greater : nil
  }

  /// The means of the blocks one by one.
  fileprivate static func each(_ blocks: [ConstructionBounds], layers: Int) -> [Mean]? {
    let means = blocks.compactMap { Mean([$0], layers: layers) }
    return means.count == blocks.count ? means : nil
  }
}
