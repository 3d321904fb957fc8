/// Eigenvectors of a symmetric matrix in floating point, by one-sided rotations.
///
/// Nothing is claimed about the result: it is where an enclosure begins.
enum JacobiRotations {
  private typealias Lanes = SIMD8<Double>

  /// Nearly orthonormal columns, one after the other, that nearly diagonalise a positive semidefinite
  /// matrix.
  ///
  /// With A = G V the columns of A become orthogonal, two at a time, while V stays orthogonal; then
  /// VᵀGGV is diagonal, and V consists of eigenvectors of G.
  ///
  /// - Reference: Hestenes, "Inversion of matrices by biorthogonalization", 1958.
  static func eigenvectors(of entries: [Double], order: Int) -> [Double] {
    let greatest = entries.reduce(0) { max($0, abs($1)) }
    guard greatest > 0 else { return identity(order) }
    let blocks = (order + 7) / 8
    var a = packed(entries.map { $0 / greatest }, order, blocks)
    var v = packed(identity(order), order, blocks)
    a.withUnsafeMutableBufferPointer { a in
      v.withUnsafeMutableBufferPointer { v in
        for _ in 0..<40 {
          var isDone = true
          for p in 0..<order {
            for q in (p + 1)..<max(order, p + 1) where rotate(a, v, p * blocks, q * blocks, blocks)
            {
              isDone = false
            }
          }
          if isDone { break }
        }
      }
    }
    return (0..<order).flatMap { column in
      (0..<order).map { v[column * blocks + $0 / 8][$0 % 8] }
    }
  }

  private static func identity(_ order: Int) -> [Double] {
    (0..<(order * order)).map { $0 / order == $0 % order ? 1 : 0 }
  }

  private static func packed(_ entries: [Double], _ order: Int, _ blocks: Int) -> [Lanes] {
    var result = [Lanes](repeating: .zero, count: order * blocks)
    for (index, entry) in entries.enumerated() {
      let (column, row) = (index / order, index % order)
      result[column * blocks + row / 8][row % 8] = entry
    }
    return result
  }

  /// Makes two columns of A orthogonal; false when they were, as far as that can be seen.
  private static func rotate(
    _ a: UnsafeMutableBufferPointer<Lanes>, _ v: UnsafeMutableBufferPointer<Lanes>, _ p: Int,
    _ q: Int, _ blocks: Int
  ) -> Bool {
    var (first, second, both) = (Lanes.zero, Lanes.zero, Lanes.zero)
    for k in 0..<blocks {
      let (x, y) = (a[p + k], a[q + k])
      first += x * x
      second += y * y
      both += x * y
    }
    let (alpha, beta, gamma) = (first.sum(), second.sum(), both.sum())
    // Columns that are zero but for rounding have no direction.
    guard abs(gamma) > 1e-15 * (alpha * beta).squareRoot(), abs(gamma) > 1e-32 else { return false }
    let zeta = (beta - alpha) / (2 * gamma)
    let tangent = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = cosine * tangent
    for columns in [a, v] {
      for k in 0..<blocks {
        let (x, y) = (columns[p + k], columns[q + k])
        columns[p + k] = cosine * x - sine * y
        columns[q + k] = sine * x + cosine * y
      }
    }
    return true
  }
}
