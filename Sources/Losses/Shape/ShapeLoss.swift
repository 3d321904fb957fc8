import Certificates
import Glibc
import Polynomials
import Rational

/// The loss of a shape beside that of collapse, in floating point: what the finder steers by.
///
/// At x (`ShapeCertificate`) twice the loss by τ is τ L x/(1 + x)² + F(τ^L x), and F(y) = Σ (1 - k/K) e_k
/// y^k / Σ e_k y^k with e_k ≥ 0 the coefficients of det(I + y C). Both sums have no cancellation. The
/// coefficients are exact until they are rounded; their matrix and characteristic polynomial come
/// from other code than the kernel's.
public struct ShapeLoss: Sendable {
  /// K
  public let classes: Int
  /// L
  public let layers: Int
  /// e_0, …, e_K
  let exactCoefficients: [Rational]
  private let coefficients: [Double]
  /// tr(C⁻¹)/K = D tr(G⁻¹)/K^(L+1); infinite when G has no inverse.
  public let inverseTrace: Double

  /// The loss of a shape whose matrices fit together, of which none is zero.
  ///
  /// - Complexity: O(K³) products of words for each sixty bits of the determinant of G.
  public init(_ shape: Shape) {
    func rows(_ matrix: PointMatrix) -> [[Rational]] {
      (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
    }
    let size = shape.classes
    (classes, layers) = (size, shape.layers)
    var norms = Rational(1)
    var last: [[Rational]] = []
    for matrix in [shape.features] + shape.weights {
      let matrix = rows(matrix)
      norms *= matrix.joined().reduce(0) { $0 + $1 * $1 }
      last =
        last.isEmpty
        ? matrix
        : matrix.map { row in
          (0..<size).map { column in
            max(0, zip(row, last).reduce(0) { $0 + $1.0 * $1.1[column] })
          }
        }
    }
    let (numerators, denominator) = last.flatMap { $0 }.overCommonDenominator
    let gram = Integer.gram(numerators, columns: size)
    // det(x I - A) = Σ (-1)^k e_k x^(K-k)
    let polynomial = Integer.characteristicPolynomial(gram)
    let scale =
      Rational(size).power(layers)
      / (norms * Rational(denominator) * Rational(denominator))
    var power = Rational(1)
    var exact: [Rational] = []
    for k in 0...size {
      let value = Rational(polynomial[size - k]) * power
      exact.append(k % 2 == 0 ? value : -value)
      power *= scale
    }
    exactCoefficients = exact
    coefficients = exact.map { Double($0) }
    inverseTrace =
      exact[size].isZero
      ? .infinity : Double(exact[size - 1] / (Rational(size) * exact[size]))
  }

  /// F(y), for y ≥ 0.
  private func mean(_ y: Double) -> Double {
    // In 1/y when y is large, so that no power overflows.
    var (above, below) = (0.0, 0.0)
    let size = Double(classes)
    if y <= 1 {
      for k in stride(from: classes, through: 0, by: -1) {
        above = above * y + coefficients[k] * (size - Double(k))
        below = below * y + coefficients[k]
      }
    } else {
      for k in 0...classes {
        above = above / y + coefficients[k] * (size - Double(k))
        below = below / y + coefficients[k]
      }
    }
    return above / (size * below)
  }

  /// 1 - the shape's loss by τ over that of collapse, at x.
  public func margin(_ x: Double, tau: Double) -> Double {
    var power = x
    for _ in 0..<layers { power *= tau }
    let depth = Double(layers)
    let share = depth * x / (1 + (depth + 1) * x)
    return 1 - tau * share - mean(power) * ((1 + x) / (1 + (depth + 1) * x)) * (1 + x)
  }

  /// The τ whose margin at x is largest, nearly, and that margin.
  ///
  /// The margin may have two maxima; the better one of a grid is refined.
  public func best(_ x: Double) -> (tau: Double, margin: Double) {
    var best = (tau: 1.0, margin: -Double.infinity)
    var step = 1.05
    var tau = 0.2
    while tau < 2 {
      let margin = margin(x, tau: tau)
      if margin > best.margin { best = (tau, margin) }
      tau *= step
    }
    while step > 1 + 1e-9 {
      step = step.squareRoot()
      for tau in [best.tau / step, best.tau * step] {
        let margin = margin(x, tau: tau)
        if margin > best.margin { best = (tau, margin) }
      }
    }
    return best
  }
}

extension ShapeLoss {
  /// The x of an interval at which the best margin is largest, nearly, with its τ.
  public func widest(_ from: Double, _ to: Double) -> (x: Double, tau: Double, margin: Double) {
    var result = (x: from, tau: 1.0, margin: -Double.infinity)
    for step in 0...60 {
      // Geometrically.
      let x = from * pow(to / from, Double(step) / 60)
      let (tau, margin) = best(x)
      if margin > result.margin { result = (x, tau, margin) }
    }
    return result
  }
}

extension Integer {
  /// MᵀM for the integer matrix M with these entries, row by row.
  ///
  /// - Complexity: A product for each entry and column.
  static func gram(_ entries: [Integer], columns: Int) -> [[Integer]] {
    let rows = entries.count / columns
    return (0..<columns).map { i in
      (0..<columns).map { j in
        (0..<rows).reduce(Integer(0)) {
          $0 + entries[$1 * columns + i] * entries[$1 * columns + j]
        }
      }
    }
  }
}

extension Rational {
  /// The fraction with the least denominator between two numbers in floating point.
  ///
  /// - Precondition: Both are finite.
  package static func simplest(between lower: Double, and upper: Double) -> Rational {
    guard let lower = Rational(exactly: lower), let upper = Rational(exactly: upper) else {
      preconditionFailure("an infinity or what is no number bounds no fraction")
    }
    return simplest(between: lower, and: upper)
  }
}
