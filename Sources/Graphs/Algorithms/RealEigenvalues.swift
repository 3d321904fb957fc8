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
  /// They are the roots of the characteristic polynomial. For a symmetric matrix all of them are real,
  /// and floating point says where to look; they are isolated by signs of the polynomial. Otherwise, and
  /// where eigenvalues are too near to each other for that, they are counted (Sturm).
  ///
  /// - Throws: `notSquare`; `eigenvaluesNotReal` when some are not real.
  /// - Complexity: That of `characteristicPolynomial()` and, for a symmetric matrix, two values of the
  ///   polynomial for each eigenvalue; otherwise a Sturm sequence.
  public func realEigenvalues() throws(MatrixError) -> [RealEigenvalue] {
    guard rows == columns else { throw .notSquare }
    let (integers, denominator) = overCommonDenominator
    let polynomial = Polynomial(
      Integer.characteristicPolynomial(integers).map { Rational($0) })
    if isSymmetric,
      let approximations = TridiagonalForm(
        of: integers.joined().map { Double(near: $0) }, order: rows
      ).eigenvalues(),
      let roots = polynomial.realRoots(near: approximations, over: denominator)
    {
      return try allReal(roots)
    }
    let scale = Rational(1, denominator)
    return try allReal(
      polynomial.realRootsWithMultiplicities.map { ($0.root.scaled(by: scale), $0.multiplicity) })
  }
}

extension Matrix where Scalar == Surd {
  /// The distinct eigenvalues with their algebraic multiplicities, largest first.
  ///
  /// They are roots of a rational polynomial, whose degree is the number of rows, doubled for each
  /// independent square root in the characteristic polynomial.
  ///
  /// - Throws: `notSquare`; `eigenvaluesNotReal` when some are not real; `degreeTooLarge` when that
  ///   degree is above `normDegreeLimit`.
  public func realEigenvalues() throws(MatrixError) -> [RealEigenvalue] {
    let polynomial = try characteristicPolynomial()
    guard let norm = polynomial.norm(degreeAtMost: Self.normDegreeLimit) else {
      throw .degreeTooLarge(limit: Self.normDegreeLimit)
    }
    return try allReal(
      norm.degree == polynomial.degree
        ? norm.realRootsWithMultiplicities : polynomial.realRootsWithMultiplicities)
  }

  /// The largest degree of a rational polynomial of which eigenvalues are sought as roots.
  public static var normDegreeLimit: Int { 128 }
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
