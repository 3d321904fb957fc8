import Certificates
import Rational

/// How the features of a layer lie about the means of their classes, exactly.
///
/// With n_k columns h of class k, N in all, μ_k their mean and μ_G the mean of the K means:
///
///     Σ_W = 1/N Σ (h - μ_k)(h - μ_k)ᵀ,    Σ_B = 1/K Σ (μ_k - μ_G)(μ_k - μ_G)ᵀ
///
/// With classes of the same size μ_G is the mean of all columns.
public struct ClassStatistics: Hashable, Sendable {
  /// tr Σ_W
  public let within: Rational
  /// tr Σ_B
  public let between: Rational
  /// tr(Σ_W Σ_B⁺)/K, the metric of neural collapse; nil beyond a limit.
  public let collapse: Rational?
  /// μ_1, …, μ_K as columns.
  public let means: PointMatrix

  /// - Precondition: The columns stand class after class, and no class is empty.
  /// - Complexity: A product for each entry and class, and the inverse of a matrix of the order K.
  public init(_ matrix: PointMatrix, sizes: [Int]) {
    let (classes, samples) = (sizes.count, matrix.columns)
    precondition(sizes.reduce(0, +) == samples && !sizes.contains(0))
    // Sums of the classes, over the denominator; a common multiple of the sizes makes means whole.
    let multiple = sizes.reduce(Integer(1)) { Integer.lcm($0, Integer($1)) }
    var scaledMeans: [[Integer]] = []
    var squares = Integer(0)
    var inner = Rational(0)
    for row in 0..<matrix.rows {
      var start = row * samples
      scaledMeans.append([])
      for size in sizes {
        var sum = Integer(0)
        for value in matrix.numerators[start..<(start + size)] {
          sum += value
          squares += value * value
        }
        inner += Rational(sum * sum, Integer(size))
        scaledMeans[row].append(sum * (multiple / Integer(size)))
        start += size
      }
    }
    let square = Rational(matrix.denominator * matrix.denominator)
    within = (Rational(squares) - inner) / (square * Rational(samples))
    means = PointMatrix(
      rows: matrix.rows, columns: classes,
      entries: scaledMeans.flatMap { row in
        row.map { Rational($0, multiple * matrix.denominator) }
      })
    // K times the multiple times what a mean is off the mean of the means, over the denominator.
    let centred = scaledMeans.map { row in
      let sum = row.reduce(0, +)
      return row.map { $0 * Integer(classes) - sum }
    }
    let scale = multiple * Integer(classes)
    let norm = centred.reduce(Integer(0)) { $1.reduce($0) { $0 + $1 * $1 } }
    between = Rational(norm) / (Rational(scale * scale) * square * Rational(classes))
    collapse = within.isZero ? 0 : Self.collapse(matrix, sizes, centred, scale: scale)
  }

  /// The most products of words that the elimination may take, about.
  private static let workLimit = 2e9

  /// tr(Σ_W Σ_B⁺)/K.
  ///
  /// With E the columns less the means of their classes and C the means less their mean, Σ_W = EEᵀ/N and
  /// Σ_B = CCᵀ/K, so that it is ‖C⁺E‖²/N. Let B be columns of C that are a basis of its column space, C = BR, G =
  /// CᵀC, and indices stand for these columns. Then B⁺ = G_BB⁻¹ Bᵀ and R = G_BB⁻¹ G_B, so RRᵀ = G_BB⁻¹ (G²)_BB G_BB⁻¹, and with
  /// C⁺ = R⁺B⁺ and (R⁺)ᵀR⁺ = (RRᵀ)⁻¹
  ///
  ///     ‖C⁺E‖² = tr(Eᵀ(B⁺)ᵀ(RRᵀ)⁻¹B⁺E) = tr(((G²)_BB)⁻¹ F_BB),    F = (CᵀE)(CᵀE)ᵀ.
  ///
  /// - Parameters:
  ///   - centred: `scale` times C, over the denominator of the matrix.
  private static func collapse(
    _ matrix: PointMatrix, _ sizes: [Int], _ centred: [[Integer]], scale: Integer
  ) -> Rational? {
    let (classes, samples) = (sizes.count, matrix.columns)
    let gram = (0..<classes).map { i in
      (0..<classes).map { j in centred.reduce(Integer(0)) { $0 + $1[i] * $1[j] } }
    }
    let words = Double(gram.reduce(0) { $1.reduce($0) { max($0, $1.bitLength) } }) / 64 + 1
    // Eliminations of numbers that grow to `classes` times twice the words.
    let length = 2 * words * Double(classes)
    guard Double(classes * classes * classes) * length * length <= workLimit else { return nil }
    var images = Array(repeating: [Integer](repeating: 0, count: samples), count: classes)
    for row in 0..<matrix.rows {
      for (label, factor) in centred[row].enumerated() where !factor.isZero {
        for column in 0..<samples {
          let value = matrix.numerators[row * samples + column]
          if !value.isZero { images[label][column] += factor * value }
        }
      }
    }
    let basis = SymmetricElimination.basis(of: gram)
    let squared = basis.map { i in
      basis.map { j in (0..<classes).reduce(Integer(0)) { $0 + gram[i][$1] * gram[$1][j] } }
    }
    // F = Σ v vᵀ - Σ n_k v̄_k v̄_kᵀ, v the columns of CᵀH and v̄_k their means; times a multiple of the sizes.
    let multiple = sizes.reduce(Integer(1)) { Integer.lcm($0, Integer($1)) }
    var sums: [[Integer]] = []
    for image in images {
      var start = 0
      sums.append(
        sizes.map { size in
          defer { start += size }
          return image[start..<(start + size)].reduce(0, +)
        })
    }
    let products = basis.map { i in
      basis.map { j in
        let all = zip(images[i], images[j]).reduce(Integer(0)) { $0 + $1.0 * $1.1 }
        return sizes.indices.reduce(all * multiple) { value, label in
          value - sums[i][label] * sums[j][label] * (multiple / Integer(sizes[label]))
        }
      }
    }
    let (trace, determinant) = SymmetricElimination.traceOfQuotient(products, by: squared)
    // F has the scale of C squared and (G²) that to the fourth; both the denominator to the fourth.
    return Rational(trace * scale * scale, determinant * multiple * Integer(samples))
  }
}

/// Eliminations without fractions (Bareiss): every division is exact, as what is divided are minors.
private enum SymmetricElimination {
  /// Places of rows of a positive semidefinite matrix that are a basis of all its rows: those whose
  /// diagonal entry is not zero when their turn comes.
  static func basis(of matrix: [[Integer]]) -> [Int] {
    var (rows, last, places) = (matrix, Integer(1), [Int]())
    for pivot in rows.indices where !rows[pivot][pivot].isZero {
      places.append(pivot)
      let top = rows[pivot]
      for row in (pivot + 1)..<max(pivot + 1, rows.count) {
        let factor = rows[row][pivot]
        for column in (pivot + 1)..<rows.count {
          rows[row][column] = (rows[row][column] * top[pivot] - factor * top[column]) / last
        }
      }
      last = top[pivot]
    }
    return places
  }

  /// tr(A⁻¹B) times the determinant of A, and that determinant.
  ///
  /// - Parameter matrix: A, positive definite, so that no pivot is zero.
  static func traceOfQuotient(
    _ right: [[Integer]], by matrix: [[Integer]]
  ) -> (trace: Integer, determinant: Integer) {
    var rows = zip(matrix, right).map { $0 + $1 }
    var last = Integer(1)
    for pivot in rows.indices {
      let top = rows[pivot]
      for row in rows.indices where row != pivot {
        let factor = rows[row][pivot]
        for column in (pivot + 1)..<top.count {
          rows[row][column] = (rows[row][column] * top[pivot] - factor * top[column]) / last
        }
      }
      last = top[pivot]
    }
    return (
      rows.indices.reduce(Integer(0)) { $0 + rows[$1][rows.count + $1] }, last
    )
  }
}
