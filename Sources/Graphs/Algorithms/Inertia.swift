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

extension Matrix where Scalar: OrderedExactField {
  /// The inertia of this symmetric matrix, by an elimination of rows and columns alike.
  ///
  /// Congruent matrices have the same inertia (Sylvester). A diagonal entry that is not zero takes its
  /// row and column out and counts by its sign; where all of those are zero, an entry off the diagonal
  /// takes out two rows and columns, with one eigenvalue of each sign.
  ///
  /// - Throws: `notSymmetric`.
  /// - Complexity: Cubic in the number of rows, counted in field operations.
  public func inertia() throws(MatrixError) -> Inertia {
    guard isSymmetric else { throw .notSymmetric }
    var (positive, negative) = (0, 0)
    var rest = self
    while rest.rows > 0 {
      let order = rest.rows
      if let pivot = (0..<order).first(where: { !rest[$0, $0].isZero }) {
        if rest[pivot, pivot].sign > 0 { positive += 1 } else { negative += 1 }
        rest = rest.schurComplement(of: [pivot])
      } else if let place = rest.entries.firstIndex(where: { !$0.isZero }) {
        positive += 1
        negative += 1
        rest = rest.schurComplement(of: [place / order, place % order])
      } else {
        break
      }
    }
    return Inertia(
      positive: positive, zero: rows - positive - negative, negative: negative)
  }

  /// `C - B A⁻¹ Bᵀ` for the symmetric matrix of the blocks A, on one row with an entry that is not
  /// zero or on two rows with zeros on the diagonal, and C, on the others.
  private func schurComplement(of pivots: [Int]) -> Matrix {
    let others = (0..<rows).filter { !pivots.contains($0) }
    // The inverse of [[a]] or [[0, a], [a, 0]] is 1/a at the same places.
    let (first, last) = (pivots[0], pivots[pivots.count - 1])
    let inverse = self[first, last].inverse
    let isPair = first != last
    return Matrix(rows: others.count, columns: others.count) { row, column in
      let (i, j) = (others[row], others[column])
      var taken = self[i, first] * self[last, j]
      if isPair { taken += self[i, last] * self[first, j] }
      return taken.isZero ? self[i, j] : self[i, j] - taken * inverse
    }
  }
}
