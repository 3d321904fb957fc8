import Certificates
import Rational

/// √n for a small natural number n.
func root(_ n: Int) -> Surd {
  guard let value = try? Surd.squareRoot(of: Rational(n)) else {
    preconditionFailure("\(n) has a square root")
  }
  return value
}

extension LossStatement.Block {
  /// Deep neural collapse: all matrices are the identity.
  static func collapse(_ classes: Int) -> Self {
    Self(
      classes: classes, nuclearNorm: Surd(classes), rank: classes, lastLayerNorm: Surd(classes),
      eigenvalues: [.init(multiplicity: classes, value: 1)])
  }

  /// The construction from the triangular graph for r ≥ 5, by the formulas for its invariants:
  /// ν = √2 + √((r-1)(r-2)), ρ = r, κ = r²(r-1)²/(4((r-2)(r-3)+2)), and with h = (r-2)(r-3)/2,
  /// s² = h + 1 the eigenvalues h²/s², (r-3)²/s², 1/s² with multiplicities 1, r-1, r(r-3)/2.
  static func triangular(_ r: Int) -> Self {
    let h = (r - 2) * (r - 3) / 2
    return Self(
      classes: r * (r - 1) / 2, nuclearNorm: root(2) + root((r - 1) * (r - 2)), rank: r,
      lastLayerNorm: Surd(Rational(r * r * (r - 1) * (r - 1), 4 * ((r - 2) * (r - 3) + 2))),
      eigenvalues: [
        .init(multiplicity: 1, value: Surd(Rational(h * h, h + 1))),
        .init(multiplicity: r - 1, value: Surd(Rational((r - 3) * (r - 3), h + 1))),
        .init(multiplicity: r * (r - 3) / 2, value: Surd(Rational(1, h + 1))),
      ])
  }

  /// A block with D = ν² for L = 3, whose eigenvalues are given.
  static func simple(_ values: [(Int, Surd)], nuclearNorm: Surd = 1) -> Self {
    Self(
      classes: values.reduce(0) { $0 + $1.0 }, nuclearNorm: nuclearNorm, rank: 1, lastLayerNorm: 1,
      eigenvalues: values.map { .init(multiplicity: $0.0, value: $0.1) })
  }
}

extension LossStatement {
  /// The statement with all classes of the left side.
  init(
    _ left: [Block], _ order: Order, _ right: [Block], layers: Int, regularisation: Rational
  ) {
    self.init(
      classes: left.reduce(0) { $0 + $1.classes }, layers: layers,
      regularisation: regularisation, order: order, left: left, right: right)
  }

  /// The triangular construction against collapse, all regularisations equal to `lambda`.
  static func triangular(
    _ r: Int, _ order: Order, layers: Int, lambda: Rational
  ) -> LossStatement {
    let block = Block.triangular(r)
    return LossStatement(
      [block], order, [.collapse(block.classes)], layers: layers,
      regularisation: lambda.power(layers + 1))
  }

  /// The same constructions with the sides exchanged.
  var mirrored: LossStatement {
    var copy = self
    (copy.left, copy.right) = (right, left)
    copy.order = order == .less ? .greater : order == .greater ? .less : .equal
    return copy
  }

  /// The same with another claim.
  func claiming(_ order: Order) -> LossStatement {
    var copy = self
    copy.order = order
    return copy
  }

  /// The threshold below which the minimiser of collapse is not zero.
  static func threshold(classes: Int, layers: Int) -> Rational {
    Rational(layers - 1).power(layers - 1)
      / (Rational(classes).power(layers + 1) * Rational(layers).power(2 * layers))
  }
}
