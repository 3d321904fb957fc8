/// Why a matrix computation has no answer.
public enum MatrixError: Error, Hashable, Sendable {
  /// The operation needs a square matrix.
  case notSquare
  /// The operation needs a symmetric matrix.
  case notSymmetric
  /// The operation needs an invertible matrix.
  case singular
  /// A zero row cannot be scaled to unit norm; the number counts rows, or orbits of rows, from 0.
  case zeroRow(Int)
  /// No square root of the element, given as text, was found in the field; why, where that is known.
  case noSquareRoot(String, reason: String? = nil)
  /// The eigenvalues are not all in the field, or were not found there.
  case spectrumNotInField
  /// So many eigenvalues of a matrix with so many rows are not real.
  case eigenvaluesNotReal(Int, of: Int)
  /// The eigenvalues are roots of a rational polynomial of a degree above a limit.
  case degreeTooLarge(limit: Int)
  /// A parameter that has to be positive is not.
  case notPositive(String)
  /// An identity that holds for every input failed when it was checked: a defect of this program.
  case internalCheckFailed(String)
}

extension MatrixError: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .notSquare: "the matrix is not square"
    case .notSymmetric: "the matrix is not symmetric"
    case .singular: "the matrix has no inverse"
    case .zeroRow(let row): "row \(row + 1) is zero and has no unit multiple"
    case .noSquareRoot(let value, let reason):
      reason.map { "the square root of \(value) is not available: \($0)" }
        ?? "the square root of \(value) was not found"
    case .spectrumNotInField: "the eigenvalues were not all found as sums of square roots"
    case .eigenvaluesNotReal(let count, let rows):
      "\(count) of the \(rows) eigenvalues are not real"
    case .degreeTooLarge(let limit):
      "the eigenvalues are roots of a rational polynomial of a degree above \(limit)"
    case .notPositive(let value): "\(value) is not positive"
    case .internalCheckFailed(let what): "internal check failed: \(what)"
    }
  }
}
