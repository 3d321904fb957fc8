import Polynomials
import Rational

/// The order of the minimal losses of two constructions for the same classes, for every Λ at once.
///
/// With x = τ^L/(KΛ) both losses have the same linear term, and the means of 1/(1 + c_i x) of their own
/// rates. Where one mean is below the other for every x > 0, so are the minimal losses, wherever the
/// minimiser of the larger one is not zero.
public enum ConstructionOrder: Hashable, Sendable {
  /// The same function.
  case equal
  /// The first loses less for every Λ where the second is not zero.
  case less
  /// The second loses less for every Λ where the first is not zero.
  case greater
  /// The functions cross: it depends on Λ, or is not decided by this.
  case crossing

  /// Compares two constructions for as many classes, or two blocks in the problem of more classes:
  /// per class the loss of a block depends on its rates alone.
  ///
  /// - Precondition: For two layers both are `twoLayers` or collapse.
  public init(_ left: Construction, _ right: Construction, layers: Int) {
    self.init(Self.difference([left], [right], layers: layers))
  }

  /// Compares a construction with several blocks for as many classes.
  ///
  /// Their loss is the mean of the blocks' own minima, per class, so what is below each of them is below
  /// it. It is at most the least value of the mean of their functions, taken at one place, so what is
  /// above this is above it.
  public init(_ left: Construction, blocks: [Construction], layers: Int) {
    let orders = Set(blocks.map { ConstructionOrder(left, $0, layers: layers) })
    if orders.count == 1, let order = orders.first {
      self = order
    } else if orders.isSubset(of: [.equal, .less]) {
      self = .less
    } else {
      let pooled = ConstructionOrder(Self.difference([left], blocks, layers: layers))
      self = pooled == .greater ? .greater : .crossing
    }
  }

  /// From the sign of a difference for x > 0.
  private init(_ difference: Polynomial<Surd>) {
    if difference.isZero {
      self = .equal
    } else if difference.isPositive(onAndAbove: 0) {
      self = .less
    } else if difference.scaled(by: -1).isPositive(onAndAbove: 0) {
      self = .greater
    } else {
      self = .crossing
    }
  }

  /// The mean of the right minus that of the left, times both denominators, without the factors x: both
  /// are 1 at x = 0.
  static func difference(
    _ left: [Construction], _ right: [Construction], layers: Int
  ) -> Polynomial<Surd> {
    let (a, b) = (Mean(left, layers: layers), Mean(right, layers: layers))
    let whole = b.numerator * a.denominator - a.numerator * b.denominator
    return Polynomial(Array(whole.coefficients.drop { $0.isZero }))
  }

  /// Σ w_i/(1 + c_i x) as a quotient; the denominator is positive for x ≥ 0.
  private struct Mean {
    var numerator = Polynomial<Surd>.zero
    var denominator = Polynomial<Surd>(constant: 1)

    init(_ blocks: [Construction], layers: Int) {
      let classes = blocks.reduce(0) { $0 + $1.classes }
      for block in blocks {
        let part = Rational(block.classes, classes)
        for (rate, share) in block.rates(layers: layers) {
          let factor = Polynomial<Surd>([1, rate])
          numerator = numerator * factor + denominator.scaled(by: Surd(share * part))
          denominator = denominator * factor
        }
      }
    }
  }
}
