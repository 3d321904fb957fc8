import Certificates
import Graphs
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
    collapse = Self.collapse(matrix, sizes, centred, scale: scale)
  }

  /// The most products of words that the inverse may take, about.
  private static let workLimit = 2e8

  /// tr(Σ_W Σ_B⁺)/K.
  ///
  /// With E the columns less the means of their classes and C the means less their mean, Σ_W = EEᵀ/N and
  /// Σ_B = CCᵀ/K. As (CCᵀ)⁺ = C (CᵀC)⁺² Cᵀ, it is tr(P F P)/N with P = (CᵀC)⁺ and F = (CᵀE)(CᵀE)ᵀ, both K × K.
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
    let bits = gram.reduce(0) { $1.reduce($0) { max($0, $1.bitWidth) } }
    guard Double(classes * classes * classes) * Double(classes * bits) / 64 <= workLimit else {
      return nil
    }
    var images = Array(repeating: [Integer](repeating: 0, count: samples), count: classes)
    for row in 0..<matrix.rows {
      for (label, factor) in centred[row].enumerated() where !factor.isZero {
        for column in 0..<samples {
          let value = matrix.numerators[row * samples + column]
          if !value.isZero { images[label][column] += factor * value }
        }
      }
    }
    // F = Σ v vᵀ - Σ n_k v̄_k v̄_kᵀ, v the columns of CᵀH and v̄_k their means.
    var sums: [[Integer]] = []
    for image in images {
      var start = 0
      sums.append(
        sizes.map { size in
          defer { start += size }
          return image[start..<(start + size)].reduce(0, +)
        })
    }
    let products = Matrix<Rational>(rows: classes, columns: classes) { i, j in
      let all = zip(images[i], images[j]).reduce(Integer(0)) { $0 + $1.0 * $1.1 }
      return sizes.indices.reduce(Rational(all)) { value, label in
        value - Rational(sums[i][label] * sums[j][label], Integer(sizes[label]))
      }
    }
    guard let inverse = try? Matrix(gram.map { $0.map { Rational($0) } }).pseudoInverse() else {
      return nil
    }
    // tr(P F P) = tr(P² F); with the scales of C and of the entries, scale².
    let trace = (inverse * inverse * products).trace
    return trace * Rational(scale * scale) / Rational(samples)
  }
}
