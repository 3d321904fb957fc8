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
  /// Any others would do: those that are not fit show nothing.
  var vectors: [[Double]] = []
  /// Vectors that the matrix seems to send to zero, and the place where each is 1 and the others are 0.
  var kernel: [(place: Int, vector: [Double])] = []
  /// The exponents of the powers of two.
  let halves: [Int]

  /// - Parameter integers: The rows of a symmetric matrix.
  init(of integers: [[Integer]]) {
    order = integers.count
    // With these factors the entries on the diagonal are near 1, but for zeros.
    let halves = integers.indices.map { row in
      let diagonal = integers[row][row]
      let widest = integers[row].reduce(0) { max($0, $1.bitLength) }
      return (diagonal.isZero ? widest : diagonal.bitLength) / 2
    }
    self.halves = halves
    var most = Int.min
    for (i, row) in integers.enumerated() {
      for (j, value) in row.enumerated() where !value.isZero {
        most = max(most, value.bitLength - halves[i] - halves[j])
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
    var rest = CongruentRows(of: matrix, order: order)
    while !rest.active.isEmpty {
      let (diagonal, pair) = rest.greatest()
      let (size, beside) = (abs(rest[diagonal, diagonal]), abs(rest[pair.0, pair.1]))
      guard max(size, beside) > 0x1p-44 else {
        // What is left is rounding.
        kernel = rest.active.map { ($0, rest.vector($0)) }
        return
      }
      var pivot = diagonal
      if size < 0.64 * beside {
        rest.rotate(pair.0, pair.1)
        pivot = abs(rest[pair.0, pair.0]) > abs(rest[pair.1, pair.1]) ? pair.0 : pair.1
      }
      let scale = 1 / abs(rest[pivot, pivot]).squareRoot()
      vectors.append(rest.takeOut(pivot).map { $0 * scale })
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
