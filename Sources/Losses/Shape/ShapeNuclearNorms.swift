import Certificates
import Polynomials
import Rational

/// The nuclear norms of W_1 H_1 and of σ(W_1 H_1), the sums of their singular values, enclosed.
///
/// With two layers D of the best scaling is the square of the first, and a proof that deep neural collapse
/// is optimal that treats the features after σ as if they cost the second needs the two to be equal.
public struct ShapeNuclearNorms: Sendable {
  /// ‖W_1 H_1‖_*
  public let before: CertifiedNumber
  /// ‖σ(W_1 H_1)‖_*
  public let after: CertifiedNumber

  /// The norms of a shape whose matrices fit together.
  ///
  /// - Complexity: The isolation of the roots of a characteristic polynomial of degree K, twice.
  public init(_ shape: Shape) {
    let (first, input) = (shape.weights[0], shape.features)
    let product = (0..<first.rows).map { row in
      (0..<input.columns).map { column in
        (0..<first.columns).reduce(Rational(0)) { $0 + first[row, $1] * input[$1, column] }
      }
    }
    before = Self.nuclearNorm(product)
    after = Self.nuclearNorm(product.map { $0.map { max($0, 0) } })
  }

  /// Singular values are the square roots of the eigenvalues of MᵀM.
  private static func nuclearNorm(_ matrix: [[Rational]]) -> CertifiedNumber {
    let (numerators, denominator) = matrix.flatMap { $0 }.overCommonDenominator
    let gram = Integer.gram(numerators, columns: matrix[0].count)
    let polynomial = Polynomial(Integer.characteristicPolynomial(gram).map { Rational($0) })
    var sum = CertifiedNumber(exactly: 0)
    for (root, multiplicity) in polynomial.realRootsWithMultiplicities where root.sign > 0 {
      let bounds = root.enclosure(bits: 120)
      let count = Rational(multiplicity)
      sum =
        sum
        + CertifiedNumber(
          lower: count * max(0, Self.root(bounds.lower, .down)),
          upper: count * Self.root(bounds.upper, .up))
    }
    return sum / CertifiedNumber(exactly: Rational(denominator))
  }

  /// A bound of a square root, off by at most 2^-64 over the denominator.
  private static func root(_ value: Rational, _ rounding: FloatingPointRoundingRule) -> Rational {
    guard value.sign > 0 else { return 0 }
    let scaled = value.numerator * value.denominator << 128
    let floor = scaled.squareRootFloor()
    let isExact = floor * floor == scaled
    return Rational(rounding == .up && !isExact ? floor + 1 : floor, value.denominator << 64)
  }
}
