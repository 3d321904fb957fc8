import Polynomials
import Rational

/// A real eigenvalue and how often it is a root of the characteristic polynomial.
public struct RealEigenvalue: Hashable, Sendable {
  /// The eigenvalue.
  public let value: AlgebraicNumber
  /// Its algebraic multiplicity; for a symmetric matrix the dimension of its eigenspace.
  public let multiplicity: Int

  /// A value with a multiplicity; nothing is checked.
  public init(_ value: AlgebraicNumber, multiplicity: Int) {
    (self.value, self.multiplicity) = (value, multiplicity)
  }
}

extension RealEigenvalue: CustomStringConvertible {
  /// The value and its multiplicity, as in `-2 (5 times)`.
  public var description: String { "\(value) (\(multiplicity) times)" }
}

extension Matrix where Scalar == Rational {
  /// The distinct eigenvalues with their algebraic multiplicities, largest first.
  ///
  /// They are the roots of the characteristic polynomial, which are counted exactly (Sturm).
  ///
  /// - Throws: `notSquare`; `eigenvaluesNotReal` when some are not real.
  public func realEigenvalues() throws(MatrixError) -> [RealEigenvalue] {
    try allReal(try characteristicPolynomial().realRootsWithMultiplicities)
  }
}

extension Matrix where Scalar == Surd {
  /// The distinct eigenvalues with their algebraic multiplicities, largest first.
  ///
  /// - Throws: `notSquare`; `eigenvaluesNotReal` when some are not real.
  /// - Complexity: That of the roots of a rational polynomial, whose degree is the number of rows,
  ///   doubled for each independent square root in the characteristic polynomial.
  public func realEigenvalues() throws(MatrixError) -> [RealEigenvalue] {
    let polynomial = try characteristicPolynomial()
    let rational = polynomial.coefficients.compactMap(\.rational)
    return try allReal(
      rational.count == polynomial.coefficients.count
        ? Polynomial<Rational>(rational).realRootsWithMultiplicities
        : polynomial.realRootsWithMultiplicities)
  }
}

extension Matrix {
  /// The real roots of the characteristic polynomial as eigenvalues, when there are no others.
  fileprivate func allReal(
    _ roots: [(root: AlgebraicNumber, multiplicity: Int)]
  ) throws(MatrixError) -> [RealEigenvalue] {
    let count = roots.reduce(0) { $0 + $1.multiplicity }
    guard count == rows else { throw .eigenvaluesNotReal(rows - count, of: rows) }
    return roots.reversed().map { RealEigenvalue($0.root, multiplicity: $0.multiplicity) }
  }
}
