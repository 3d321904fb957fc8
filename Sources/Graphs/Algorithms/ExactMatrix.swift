import Polynomials
import Rational

/// A matrix over an exact field, whatever the way it is stored.
///
/// `Matrix` keeps every entry; `OrbitMatrix` keeps one number for each orbit of the symmetric
/// group. The algorithms of this module (spectra, least norm, ridge, nuclear norm) are written
/// once against this protocol, so the compact form and its dense cross-check go through the same
/// statements but through different arithmetic.
///
/// The field is formally real: a sum of squares is zero only when every term is. That is what makes
/// `XᵀX` have the rank of `X` and symmetric matrices diagonalisable.
public protocol ExactMatrix: Hashable, Sendable, CustomStringConvertible {
  /// The field of the entries.
  associatedtype Scalar: ExactField
  /// What labels rows or columns. Products and sums need equal labels, not just equal numbers.
  associatedtype IndexSet: Hashable, Sendable

  /// The labels of the rows.
  var rowSet: IndexSet { get }
  /// The labels of the columns.
  var columnSet: IndexSet { get }
  /// The number of rows as an element of the field; a polynomial when the order is a symbol.
  var rowCount: Scalar { get }
  /// The number of columns as an element of the field.
  var columnCount: Scalar { get }

  /// The entrywise sum. Precondition: equal row sets and equal column sets.
  static func + (left: Self, right: Self) -> Self
  /// The entrywise difference. Precondition: equal row sets and equal column sets.
  static func - (left: Self, right: Self) -> Self
  /// The matrix product. Precondition: the columns of the left are the rows of the right.
  static func * (left: Self, right: Self) -> Self
  /// Every entry times `factor`.
  func scaled(by factor: Scalar) -> Self
  /// Rows and columns exchanged.
  var transposed: Self { get }
  /// The sum of the diagonal entries. Precondition: the matrix is square.
  var trace: Scalar { get }
  /// The identity matrix whose rows and columns are the rows of this matrix.
  var identityOnRows: Self { get }
  /// The image of every entry. The function must give equal results for equal entries.
  func map<Failure: Error>(
    _ transform: (Scalar) throws(Failure) -> Scalar
  ) throws(Failure) -> Self

  /// Numbers that determine the matrix linearly, given its row and column sets: zero exactly for
  /// the zero matrix, additive and homogeneous.
  var coordinates: [Scalar] { get }
  /// The sum of the squares of all entries.
  var squaredNorm: Scalar { get }
  /// The sum of squares of each row, one value for each orbit of rows (each row when dense).
  var rowSquaredNorms: [Scalar] { get }
  /// The matrix with the rows of each orbit multiplied by the factor at that place.
  ///
  /// Precondition: as many factors as `rowSquaredNorms` has values.
  func rowsScaled(by factors: [Scalar]) -> Self

  /// The Moore–Penrose inverse, its four equations checked exactly.
  func pseudoInverse() throws(MatrixError) -> Self
  /// The inverse, or nil when the matrix is not square or has none.
  var inverse: Self? { get }
  /// Polynomials with roots among the eigenvalues of this square matrix that are cheap to read off,
  /// for instance from constant row sums; they help to split a minimal polynomial.
  var partialCharacteristicPolynomials: [Polynomial<Scalar>] { get }
}

extension ExactMatrix {
  /// Whether rows and columns carry the same labels.
  public var isSquare: Bool { rowSet == columnSet }

  /// Whether every entry is zero.
  public var isZero: Bool {
    // A closure, since in generic code a key path is made anew by each call.
    coordinates.allSatisfy { $0.isZero }
  }

  /// Whether the matrix equals its transpose; false when it is not square.
  public var isSymmetric: Bool { isSquare && self == transposed }

  /// `XᵀX`, the inner products of the columns.
  public var gram: Self { transposed * self }

  /// The identity matrix whose rows and columns are the columns of this matrix.
  public var identityOnColumns: Self { transposed.identityOnRows }

  /// The rank as an element of the field: the trace of the orthogonal projector `X⁺X`.
  public func rank() throws(MatrixError) -> Scalar {
    (try pseudoInverse() * self).trace
  }
}

extension ExactMatrix where Scalar: OrderedExactField {
  /// The entries with the negative ones replaced by zero.
  public var rectified: Self {
    map { $0.sign < 0 ? .zero : $0 }
  }
}
