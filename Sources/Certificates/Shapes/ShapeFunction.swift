import Rational

/// F(y) = 1/K tr (I + y C)⁻¹ with C = G K^L/D: what is left of the loss of a shape.
///
/// With c_1, …, c_K ≥ 0 the eigenvalues of C, e_k their elementary symmetric functions and p(y) =
/// det(I + y C) = Σ e_k y^k,
///
///     F(y) = 1/K Σ 1/(1 + c_i y) = 1 - y p'(y)/(K p(y)) = Σ (1 - k/K) e_k y^k / Σ e_k y^k,
///
/// so no eigenvalue is needed: e_0, …, e_K are rational.
struct ShapeFunction {
  let classes: Int
  let layers: Int
  /// e_0, …, e_K of C.
  let symmetricFunctions: [Rational]

  /// F of a shape.
  ///
  /// - Precondition: The shape is valid.
  /// - Complexity: O(K⁴) integer operations.
  init(_ shape: Shape) {
    (classes, layers) = (shape.classes, shape.layers)
    let last = shape.lastFeatures
    // M_L = (g/q) A for an integer matrix A without a divisor in common.
    let divisor = last.numerators.reduce(Integer(0)) { Integer.gcd($0, $1) }
    let content = divisor.isZero ? Integer(1) : divisor
    let entries = last.numerators.map { $0 / content }
    let size = classes
    var gram = Array(repeating: Array(repeating: Integer(0), count: size), count: size)
    for row in 0..<last.rows {
      for i in 0..<size where !entries[row * size + i].isZero {
        for j in 0..<size { gram[i][j] += entries[row * size + i] * entries[row * size + j] }
      }
    }
    let unit = Rational(content, last.denominator)
    let scale = unit * unit * Rational(size).power(layers) / shape.normProduct
    var power = Rational(1)
    symmetricFunctions = Self.symmetricFunctions(gram).map { value in
      defer { power *= scale }
      return Rational(value) * power
    }
  }

  /// The elementary symmetric functions e_0, …, e_K of the eigenvalues of an integer matrix A, by
  /// Faddeev and LeVerrier: N_0 = I, e_k = tr(A N_{k-1})/k, N_k = e_k I - A N_{k-1}.
  private static func symmetricFunctions(_ matrix: [[Integer]]) -> [Integer] {
    let size = matrix.count
    var result = [Integer(1)]
    var current = matrix  // A N_{k-1}
    for k in 1...size {
      let trace = (0..<size).reduce(Integer(0)) { $0 + current[$1][$1] }
      let value = trace / Integer(k)
      precondition(value * Integer(k) == trace, "e_k of an integer matrix is an integer")
      result.append(value)
      guard k < size else { break }
      for i in 0..<size {
        for j in 0..<size { current[i][j] = (i == j ? value : 0) - current[i][j] }
      }
      current = matrix.map { row in
        var sum = Array(repeating: Integer(0), count: size)
        for (inner, factor) in row.enumerated() where !factor.isZero {
          for j in 0..<size { sum[j] += factor * current[inner][j] }
        }
        return sum
      }
    }
    return result
  }

  /// D tr(G⁻¹)/K^(L+1) = tr(C⁻¹)/K = e_{K-1}/(K e_K); nil when G has no inverse.
  var inverseTrace: Rational? {
    let last = symmetricFunctions[classes]
    guard !last.isZero else { return nil }
    return symmetricFunctions[classes - 1] / (Rational(classes) * last)
  }

  /// A polynomial in x, constant first, that is positive where a shape is below collapse by τ.
  ///
  /// Where twice the least loss of collapse is (1 + (L+1) x)/(1 + x)², the shape has twice the loss
  /// τ L x/(1 + x)² + F(τ^L x) (`ShapeCertificate` has both). Times (1 + x)² p(τ^L x) > 0 the
  /// difference is
  ///
  ///     (1 + (L + 1 - τ L) x) p(τ^L x) - (1 + x)² Σ (1 - k/K) e_k τ^(Lk) x^k,
  ///
  /// here over a common denominator, of degree K + 1.
  func difference(_ tau: Rational) -> [Integer] {
    let size = Rational(classes)
    let step = tau.power(layers)
    var power = Rational(1)
    var result = Array(repeating: Rational(0), count: classes + 2)
    let slope = Rational(layers + 1) - tau * Rational(layers)
    for (k, value) in symmetricFunctions.enumerated() {
      let coefficient = value * power
      power *= step
      result[k] += coefficient
      result[k + 1] += slope * coefficient
      guard k < classes else { continue }
      let part = (1 - Rational(k) / size) * coefficient
      result[k] -= part
      result[k + 1] -= 2 * part
      result[k + 2] -= part
    }
    return result.overCommonDenominator.numerators
  }

  /// F(y), exactly, for y ≥ 0.
  func value(_ y: Rational) -> Rational {
    var (above, below) = (Rational(0), Rational(0))
    for (k, coefficient) in symmetricFunctions.enumerated().reversed() {
      above = above * y + (1 - Rational(k) / Rational(classes)) * coefficient
      below = below * y + coefficient
    }
    return above / below
  }
}

extension Shape {
  /// 1 - loss/L_DNC at x by τ, exactly: how much less than collapse the shape loses, if it does.
  ///
  /// Some point of the shape loses as little at every Λ of this x, so it is a lower bound of the margin
  /// of the best τ.
  ///
  /// - Precondition: The shape is valid, x ≥ L - 1, and τ > 0.
  /// - Complexity: O(K⁴) integer operations.
  public func margin(x: Rational, tau: Rational) -> Rational {
    let depth = Rational(layers)
    let loss =
      tau * depth * x + (1 + x) * (1 + x) * ShapeFunction(self).value(tau.power(layers) * x)
    return 1 - loss / (1 + (depth + 1) * x)
  }
}
