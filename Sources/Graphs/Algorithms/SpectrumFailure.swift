import Rational

/// Why a list of values with multiplicities is not the spectrum of a matrix.
public enum SpectrumFailure<Scalar: ExactField>: Hashable, Sendable {
  /// The matrix is not symmetric; nothing is said about its eigenvalues.
  case notSymmetric
  /// A multiplicity is below zero.
  case negativeMultiplicity(Eigenvalue<Scalar>)
  /// The trace of a power is not the sum of the powers of the claimed values. Power 0 compares the
  /// number of eigenvalues with the number of rows.
  case trace(power: Int, claimed: Scalar, actual: Scalar)
  /// The matrix has an eigenvalue that is not among the values.
  case missingValue
}

extension SpectrumFailure: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .notSymmetric:
      "the matrix is not symmetric"
    case .negativeMultiplicity(let eigenvalue):
      "the value \(eigenvalue.value) is given the multiplicity \(eigenvalue.multiplicity)"
    case .trace(power: 0, let claimed, let actual):
      "the multiplicities add up to \(claimed), the matrix has \(actual) rows"
    case .trace(let power, let claimed, let actual):
      "the trace of power \(power) would be \(claimed), it is \(actual)"
    case .missingValue:
      "the matrix has an eigenvalue that is not listed"
    }
  }
}
