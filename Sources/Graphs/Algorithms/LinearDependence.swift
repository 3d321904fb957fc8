import Rational

/// Finds the first vector of a sequence that is a linear combination of the vectors before it.
///
/// The vectors seen so far are kept in echelon form together with the combination that made each
/// of them, so a dependence is read off and not solved for again.
struct LinearDependence<Scalar: ExactField> {
  /// A reduced vector, its first non-zero position, and its coefficients in the original vectors.
  private struct Row {
    let pivot: Int
    let vector: [Scalar]
    let combination: [Scalar]
  }

  private var rows: [Row] = []

  /// Takes the next vector `v_n`.
  ///
  /// - Returns: nil when it is independent of its predecessors, otherwise coefficients
  ///   `c_0, …, c_{n-1}, 1` with `Σ c_i v_i = 0`.
  /// - Precondition: All vectors have the same length, and no dependence was found before.
  mutating func insert(_ vector: [Scalar]) -> [Scalar]? {
    var vector = vector
    var combination = Array(repeating: Scalar.zero, count: rows.count) + [.one]
    for row in rows where !vector[row.pivot].isZero {
      let factor = vector[row.pivot]
      for (index, entry) in row.vector.enumerated() where !entry.isZero {
        vector[index] -= factor * entry
      }
      for (index, entry) in row.combination.enumerated() where !entry.isZero {
        combination[index] -= factor * entry
      }
    }
    guard let pivot = vector.firstIndex(where: { !$0.isZero }) else { return combination }
    let scale = vector[pivot].inverse
    rows.append(
      Row(
        pivot: pivot,
        vector: vector.map { $0 * scale },
        combination: combination.map { $0 * scale }))
    return nil
  }
}
