/// A symmetric tridiagonal matrix in floating point, similar to a symmetric one but for rounding.
///
/// Nothing is claimed about the result: it is where the search for exact eigenvalues begins.
struct TridiagonalForm {
  private var diagonal: [Double]
  /// Beside the diagonal, with a zero at the end.
  private var side: [Double]

  /// By reflections (Householder).
  ///
  /// - Parameter entries: Those of a symmetric matrix, row after row.
  init(of entries: [Double], order: Int) {
    precondition(entries.count == order * order, "one entry for each place")
    diagonal = (0..<order).map { entries[$0 * order + $0] }
    side = Array(repeating: 0, count: order)
    var entries = entries
    entries.withUnsafeMutableBufferPointer { buffer in
      guard let a = buffer.baseAddress else { return }
      for step in 0..<max(0, order - 1) { reflect(a, order, step) }
      for k in 0..<order { diagonal[k] = a[k * order + k] }
    }
  }

  /// Makes the entries of a column below the one beside the diagonal zero, and keeps that one.
  ///
  /// With v the vector of the reflection, h half its square and w = A v / h - (vᵀA v / 2h²) v, the
  /// rest becomes A - v wᵀ - w vᵀ.
  private mutating func reflect(_ a: UnsafeMutablePointer<Double>, _ order: Int, _ step: Int) {
    let start = step + 1
    let count = order - start
    var v = (start..<order).map { a[step * order + $0] }
    let square = v.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return }
    let image = v[0] > 0 ? -square.squareRoot() : square.squareRoot()
    let scale = 1 / (square - image * v[0])
    side[step] = image
    v[0] -= image
    var w = (start..<order).map {
      FloatingProducts.dot(a + $0 * order + start, v, count: count) * scale
    }
    let half = FloatingProducts.dot(v, w, count: count) * scale / 2
    for i in 0..<count { w[i] -= half * v[i] }
    v.withUnsafeBufferPointer { v in
      w.withUnsafeBufferPointer { w in
        for i in 0..<count {
          let row = a + (start + i) * order + start
          let (x, y) = (v[i], w[i])
          for k in 0..<count { row[k] -= x * w[k] + y * v[k] }
        }
      }
    }
  }

  /// The eigenvalues, ascending; nil where the iteration did not end.
  ///
  /// - Note: The implicit QL algorithm with Wilkinson's shift; Wilkinson and Reinsch, Handbook for
  ///   Automatic Computation, II/4.
  func eigenvalues() -> [Double]? {
    var (d, e) = (diagonal, side)
    for low in d.indices {
      var turns = 0
      while true {
        var high = low
        while high + 1 < d.count, !Self.isNegligible(e[high], beside: d[high], d[high + 1]) {
          high += 1
        }
        if high == low { break }
        turns += 1
        if turns > 60 { return nil }
        Self.sweep(&d, &e, from: low, to: high)
      }
    }
    return d.allSatisfy(\.isFinite) ? d.sorted() : nil
  }

  private static func isNegligible(_ side: Double, beside a: Double, _ b: Double) -> Bool {
    abs(side) <= 0x1p-53 * (abs(a) + abs(b))
  }

  /// One sweep of rotations from the lower end of a block to its upper one.
  private static func sweep(
    _ d: inout [Double], _ e: inout [Double], from low: Int, to high: Int
  ) {
    let slope = (d[low + 1] - d[low]) / (2 * e[low])
    let root = (slope * slope + 1).squareRoot()
    var g = d[high] - d[low] + e[low] / (slope + (slope < 0 ? -root : root))
    var (sine, cosine, shift) = (1.0, 1.0, 0.0)
    for i in (low..<high).reversed() {
      let (f, b) = (sine * e[i], cosine * e[i])
      let length = (f * f + g * g).squareRoot()
      e[i + 1] = length
      if length == 0 {
        d[i + 1] -= shift
        e[high] = 0
        return
      }
      (sine, cosine) = (f / length, g / length)
      g = d[i + 1] - shift
      let r = (d[i] - g) * sine + 2 * cosine * b
      shift = sine * r
      d[i + 1] = g + shift
      g = cosine * r - b
    }
    d[low] -= shift
    e[low] = g
    e[high] = 0
  }
}
