import Rational

/// Vectors for which a symmetric matrix is nearly diagonal, found in floating point, and a proof of the
/// signs that the matrix has on them.
///
/// The columns of X are made by eliminations of rows and columns alike. What is claimed rests on the
/// product XᵀAX alone, computed with bounds of its errors. Where it is strictly diagonally dominant, its
/// eigenvalues have the signs of its diagonal (Gershgorin), the columns of X are independent, and A has
/// at least as many eigenvalues of each sign.
struct CongruentDiagonal {
  private let order: Int
  /// The matrix between powers of two on both sides, row after row; an entry is off by at most 2^-52
  /// times its magnitude and 2^-1074, and at most 1.
  private let matrix: [Double]
  /// The columns of X that were found, as many as the matrix has rows unless it seems to be singular.
  private var vectors: [[Double]] = []

  /// - Parameter integers: The rows of a symmetric matrix.
  init(of integers: [[Integer]]) {
    order = integers.count
    // With these factors the entries on the diagonal are near 1, but for zeros.
    let halves = integers.indices.map { row in
      let diagonal = integers[row][row]
      let widest = integers[row].reduce(0) { max($0, $1.bitWidth) }
      return (diagonal.isZero ? widest : diagonal.bitWidth) / 2
    }
    var most = Int.min
    for (i, row) in integers.enumerated() {
      for (j, value) in row.enumerated() where !value.isZero {
        most = max(most, value.bitWidth - halves[i] - halves[j])
      }
    }
    matrix = integers.enumerated().flatMap { i, row in
      row.enumerated().map { j, value in
        value.isZero ? 0 : Double(near: value, shiftedBy: halves[i] + halves[j] + most)
      }
    }
    eliminate()
  }

  /// Finds X; nothing is claimed about it.
  ///
  /// As pivots serve the greatest entry on the diagonal or, where one beside it is much greater, one
  /// that a rotation brings there (after Bunch and Parlett).
  private mutating func eliminate() {
    var rest = SymmetricRows(order: order, entries: matrix)
    var basis = (0..<order).map { i in (0..<order).map { $0 == i ? 1.0 : 0 } }
    var active = Array(0..<order)
    while !active.isEmpty {
      let (diagonal, pair) = rest.greatest(active)
      let (size, beside) = (abs(rest[diagonal, diagonal]), abs(rest[pair.0, pair.1]))
      // What is left is rounding.
      guard max(size, beside) > 0x1p-44 else { return }
      var pivot = diagonal
      if size < 0.64 * beside {
        rest.rotate(pair.0, pair.1, &basis, active)
        pivot = abs(rest[pair.0, pair.0]) > abs(rest[pair.1, pair.1]) ? pair.0 : pair.1
      }
      active.removeAll { $0 == pivot }
      rest.takeOut(pivot, &basis, from: active)
      let scale = 1 / abs(rest[pivot, pivot]).squareRoot()
      vectors.append(basis[pivot].map { $0 * scale })
    }
  }

  /// How many positive and negative eigenvalues the matrix has at least, one for each column of X; nil
  /// where the bounds do not show it.
  ///
  /// With u = 2^-53, rounding moves a sum of n products by at most nu/(1 - nu) times the sum of their
  /// magnitudes, in whatever order they are added. So an entry xᵀAy of the product is off by at most
  /// 4(n + 4)u |x| |A| |y| in Euclidean norms, with room for the error of the entries, for that of the
  /// norms, and for squares of such terms; and by less than 2^-400 where numbers are too small for
  /// floating point.
  ///
  /// - Complexity: About n³ products for n rows.
  func signs() -> (positive: Int, negative: Int)? {
    guard order < 1 << 16 else { return nil }
    let norms = vectors.map { Self.norm($0) }
    guard norms.allSatisfy({ $0 < 0x1p300 }) else { return nil }
    let unit = Double(order + 4) * 0x1p-51 * Self.norm(matrix)
    let spread = norms.reduce(0, +)
    let images = vectors.map(image)
    var sums = [Double](repeating: 0, count: vectors.count)
    var diagonal = sums
    for i in vectors.indices {
      for j in i..<vectors.count {
        let entry = FloatingProducts.dot(vectors[i], images[j], count: order)
        if i == j {
          diagonal[i] = entry
        } else {
          sums[i] += abs(entry)
          sums[j] += abs(entry)
        }
      }
    }
    for i in vectors.indices {
      let off = sums[i] + unit * norms[i] * spread + 0x1p-380
      // Sums of so few numbers, none negative, are off by less than this factor.
      guard abs(diagonal[i]) > off * (1 + 0x1p-30) else { return nil }
    }
    let positive = diagonal.count { $0 > 0 }
    return (positive, diagonal.count - positive)
  }

  /// A times a vector.
  private func image(_ vector: [Double]) -> [Double] {
    matrix.withUnsafeBufferPointer { matrix in
      guard let matrix = matrix.baseAddress else { return [] }
      return (0..<order).map { FloatingProducts.dot(matrix + $0 * order, vector, count: order) }
    }
  }

  private static func norm(_ values: [Double]) -> Double {
    FloatingProducts.dot(values, values, count: values.count).squareRoot()
  }
}

/// A symmetric matrix of which rows and columns are changed alike; all entries are kept.
private struct SymmetricRows {
  let order: Int
  var entries: [Double]

  subscript(row: Int, column: Int) -> Double { entries[row * order + column] }

  /// The places of the greatest entries on the diagonal and beside it.
  func greatest(_ active: [Int]) -> (diagonal: Int, pair: (Int, Int)) {
    var (diagonal, pair) = (active[0], (active[0], active[0]))
    var (size, beside) = (-1.0, -1.0)
    for (place, i) in active.enumerated() {
      if abs(self[i, i]) > size { (diagonal, size) = (i, abs(self[i, i])) }
      for j in active[..<place] where abs(self[i, j]) > beside {
        (pair, beside) = ((i, j), abs(self[i, j]))
      }
    }
    return (diagonal, pair)
  }

  /// The rotation that makes the entry at (i, j) zero.
  mutating func rotate(_ i: Int, _ j: Int, _ basis: inout [[Double]], _ active: [Int]) {
    let ratio = (self[j, j] - self[i, i]) / (2 * self[i, j])
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = cosine * tangent
    let shift = tangent * self[i, j]
    let (first, second) = (self[i, i] - shift, self[j, j] + shift)
    for k in active {
      let (x, y) = (self[i, k], self[j, k])
      set(i, k, cosine * x - sine * y)
      set(j, k, sine * x + cosine * y)
    }
    set(i, i, first)
    set(j, j, second)
    set(i, j, 0)
    for k in 0..<order {
      let (x, y) = (basis[i][k], basis[j][k])
      basis[i][k] = cosine * x - sine * y
      basis[j][k] = sine * x + cosine * y
    }
  }

  private mutating func set(_ i: Int, _ j: Int, _ value: Double) {
    entries[i * order + j] = value
    entries[j * order + i] = value
  }

  /// Subtracts multiples of a row and column from the others so that it is zero there.
  mutating func takeOut(_ pivot: Int, _ basis: inout [[Double]], from others: [Int]) {
    let scale = 1 / self[pivot, pivot]
    let row = Array(entries[pivot * order..<(pivot + 1) * order])
    let vector = basis[pivot]
    for i in others where row[i] != 0 {
      let factor = row[i] * scale
      for k in 0..<order { entries[i * order + k] -= factor * row[k] }
      for k in 0..<order { basis[i][k] -= factor * vector[k] }
    }
  }
}
