import Polynomials
import Rational

extension ExactMatrix {
  /// The monic polynomial of least degree that the matrix is a root of.
  ///
  /// It is the first linear dependence among the powers `I, M, M², …`, found on `coordinates`.
  /// For a symmetric matrix it is square-free and its roots are the distinct eigenvalues.
  ///
  /// - Throws: `notSquare`.
  /// - Complexity: As many products as its degree, which for an orbit matrix is at most the
  ///   number of its coordinates.
  public func minimalPolynomial() throws(MatrixError) -> Polynomial<Scalar> {
    Polynomial(try minimalRelation())
  }

  /// The coefficients of the minimal polynomial, lowest first; the last one is 1.
  func minimalRelation() throws(MatrixError) -> [Scalar] {
    guard isSquare else { throw .notSquare }
    var dependence = LinearDependence<Scalar>()
    var power = identityOnRows
    while true {
      // The powers live in a space of dimension `coordinates.count`, so this ends.
      if let relation = dependence.insert(power.coordinates) { return relation }
      power = power * self
    }
  }

  /// The value of a polynomial, coefficients lowest first, at this square matrix, by Horner's rule.
  func value(ofPolynomial coefficients: [Scalar]) -> Self {
    let identity = identityOnRows
    guard let leading = coefficients.last else { return identity.scaled(by: .zero) }
    return coefficients.dropLast().reversed().reduce(identity.scaled(by: leading)) {
      $0 * self + identity.scaled(by: $1)
    }
  }
}
