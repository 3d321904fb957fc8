import Certificates
import Polynomials
import Rational

extension ConstructionBounds {
  /// The normal form of a shape: the least loss over all its scalings is that of a construction.
  ///
  /// Its rates c_i are the eigenvalues of C = G K^L/D (`ShapeLoss`), real roots of a polynomial with
  /// rational coefficients; with D = K^L, that of collapse, they are the μ_i as well. Roots that are not
  /// rational are known by bounds.
  ///
  /// Enough bits are known for `digits` digits of losses and places, as a rule.
  ///
  /// - Precondition: The matrices fit together, and none is zero.
  /// - Complexity: The isolation of the roots of a polynomial of degree K.
  public init(_ shape: Shape, digits: Int = 12) {
    let loss = ShapeLoss(shape)
    let coefficients = loss.exactCoefficients
    // det(x I - C)
    let characteristic = Polynomial(
      coefficients.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }.reversed())
    var (least, greatest): ([Construction.Eigenvalue], [Construction.Eigenvalue]) = ([], [])
    for (root, multiplicity) in characteristic.realRootsWithMultiplicities {
      // A place is about as sensitive as the rates; small ones have fewer digits.
      let (lower, upper) = root.enclosure(bits: 120 + 4 * digits)
      least.append(.init(Surd(max(0, lower)), multiplicity: multiplicity))
      greatest.append(.init(Surd(upper), multiplicity: multiplicity))
    }
    func construction(_ spectrum: [Construction.Eigenvalue]) -> Construction {
      let size = Surd(loss.classes)
      return Construction(
        classes: loss.classes, nuclearNorm: size, rank: loss.classes, lastLayerNorm: size,
        gramSpectrum: spectrum)
    }
    self.init(
      lower: construction(greatest), upper: construction(least), trace: Surd(coefficients[1]),
      determinant: Polynomial(coefficients))
  }
}
