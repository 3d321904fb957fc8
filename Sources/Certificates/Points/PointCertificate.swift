import Rational

/// One explicit point of the objective (1) whose loss is below that of deep neural collapse.
///
/// It proves more than its own problem: for the same K and L, and every n, λ_H, λ_1, …, λ_L with a
/// product Λ' from `Summary.least` to the point's own Λ, deep neural collapse is not optimal.
///
/// *Proof.* Let v be the loss at Λ and Λ' ≤ Λ that of another problem with n' samples. Given the
/// weights, the objective is a mean over the columns of H_1, so in each class one column is as good
/// as all, and stands n' times. Multiply H_1 by (nλ_H/(n'λ_H'))^(1/2) and W_l by (λ_l/λ_l')^(1/2):
/// the terms of the regularisation stay, and the output is multiplied by s = (Λ/Λ')^(1/2) ≥ 1,
/// since σ(a z) = a σ(z) for a > 0. Dividing W_L by s gives back the output and does not raise its
/// term. So the other problem has a point with loss at most v. And where Λ' is at least
/// `Summary.least`, L_DNC is at least the bound, which is more than v (`CollapseBound`). ∎
///
/// Further, for every K' ≥ K the same holds with K'^(L+1) Λ' in place of K^(L+1) Λ': put the point
/// and deep neural collapse for K' - K classes on the diagonal (Definition 8, first way). In the
/// problem with K' classes a block of K classes loses K/K' times what it loses in the problem with
/// K classes and all λ's multiplied by K'/K, whose K^(L+1) Λ is K'^(L+1) Λ'; so L_DNC, which
/// depends on that number alone, is compared with (K/K') v + (1 - K/K') L_DNC.
public struct PointCertificate: Hashable, Sendable {
  /// The problem with the features and weights.
  public var point: NetworkPoint
  /// The value of the objective.
  public var loss: Rational
  /// The number that makes the bound of L_DNC checkable.
  public var x: Rational
  /// The bound of L_DNC.
  public var bound: Rational

  /// The certificate with these parts; nothing is checked.
  public init(point: NetworkPoint, loss: Rational, x: Rational, bound: Rational) {
    self.point = point
    self.loss = loss
    self.x = x
    self.bound = bound
  }

  /// The certificate of a point by a number x; nothing is checked.
  public init(point: NetworkPoint, loss: Rational, x: Rational) {
    let bound = CollapseBound(classes: point.classes, layers: point.layers, x: x)
    self.init(point: point, loss: loss, x: x, bound: bound.value)
  }

  /// What a valid certificate proves.
  public struct Summary: Hashable, Sendable {
    /// The Λ's for which deep neural collapse is not optimal.
    public let least: Rational
    /// The Λ of the point itself.
    public let greatest: Rational
    /// How many numbers H_1 and the weights have.
    public let entries: Int
  }

  /// Computes the loss and the bound once more and compares them.
  ///
  /// - Throws: The first rule that is not followed.
  /// - Complexity: One integer product for each weight and column.
  public func replay() throws(Rejection) -> Summary {
    try point.validate()
    let collapse = CollapseBound(classes: point.classes, layers: point.layers, x: x)
    try collapse.validate()
    let actual = point.terms().loss
    guard actual == loss else {
      let (expected, found) = Self.apart(actual, loss)
      throw Rejection(.value, "loss", expected: "the objective \(expected)", found: found)
    }
    guard collapse.value == bound else {
      throw Rejection(
        .value, "bound", expected: "(1 + (L+1) x)/(2 (1 + x)²) = \(collapse.value)",
        found: "\(bound)")
    }
    let (least, greatest) = (collapse.leastRegularisation, point.regularisation)
    guard least <= greatest else {
      throw Rejection(
        .above, "x", expected: "x^(L-1)/((1 + x)^(2L) K^(L+1)) ≤ Λ = \(greatest)",
        found: least.decimal(digits: 12))
    }
    guard loss < bound else {
      throw Rejection(
        .below, "loss", expected: "less than the bound \(bound.decimal(digits: 12))",
        found: loss.decimal(digits: 12))
    }
    let entries = ([point.features] + point.weights).reduce(0) { $0 + $1.numerators.count }
    return Summary(least: least, greatest: greatest, entries: entries)
  }
  /// Two different numbers with as many digits as it takes to see the difference.
  private static func apart(_ a: Rational, _ b: Rational) -> (String, String) {
    var digits = 12
    while a.decimal(digits: digits) == b.decimal(digits: digits) { digits *= 2 }
    return (a.decimal(digits: digits), b.decimal(digits: digits))
  }
}
