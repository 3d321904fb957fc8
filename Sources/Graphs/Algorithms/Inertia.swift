import Rational

/// How many eigenvalues of a symmetric matrix are positive, zero and negative, counted with
/// multiplicities.
public struct Inertia: Hashable, Sendable {
  /// The number of positive eigenvalues.
  public let positive: Int
  /// The number of zero eigenvalues: the dimension of the kernel.
  public let zero: Int
  /// The number of negative eigenvalues.
  public let negative: Int

  /// The three counts.
  public init(positive: Int, zero: Int, negative: Int) {
    (self.positive, self.zero, self.negative) = (positive, zero, negative)
  }

  /// Whether every eigenvalue is positive, as for the matrix without rows.
  public var isPositiveDefinite: Bool { zero == 0 && negative == 0 }
  /// Whether no eigenvalue is negative.
  public var isPositiveSemidefinite: Bool { negative == 0 }
  /// Whether every eigenvalue is negative, as for the matrix without rows.
  public var isNegativeDefinite: Bool { zero == 0 && positive == 0 }
  /// Whether no eigenvalue is positive.
  public var isNegativeSemidefinite: Bool { positive == 0 }

  /// The number of eigenvalues that are not zero.
  public var rank: Int { positive + negative }
  /// Positive minus negative eigenvalues.
  public var signature: Int { positive - negative }
}

extension Inertia: CustomStringConvertible {
  /// Positive, zero, negative, as in `(1, 0, 5)`.
  public var description: String { "(\(positive), \(zero), \(negative))" }
}
