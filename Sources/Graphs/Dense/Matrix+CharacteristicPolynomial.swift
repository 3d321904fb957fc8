import Polynomials
import Rational

extension Matrix {
  /// The characteristic polynomial `det(x I - M)`, monic of degree `rows`.
  ///
  /// The matrix is brought to upper Hessenberg form by similarity; expanding the determinants of
  /// the leading blocks along their last columns then gives
  ///
  ///     p_0 = 1,   p_k = (x - h_kk) p_{k-1} - Σ_{i<k} h_ik (h_{i+1,i} ⋯ h_{k,k-1}) p_{i-1}.
  ///
  /// - Throws: `notSquare`.
  /// - Complexity: Cubic in the number of rows, counted in field operations.
  public func characteristicPolynomial() throws(MatrixError) -> Polynomial<Scalar> {
    guard rows == columns else { throw .notSquare }
    let h = hessenbergForm()
    var polynomials: [[Scalar]] = [[.one]]
    for k in 0..<rows {
      var next = [.zero] + polynomials[k]
      func subtract(_ factor: Scalar, _ polynomial: [Scalar]) {
        for (power, coefficient) in polynomial.enumerated() {
          next[power] -= factor * coefficient
        }
      }
      subtract(h[k, k], polynomials[k])
      var product = Scalar.one
      for i in (0..<k).reversed() {
        product *= h[i + 1, i]
        if product.isZero { break }
        if !h[i, k].isZero { subtract(product * h[i, k], polynomials[i]) }
      }
      polynomials.append(next)
    }
    return Polynomial(polynomials[rows])
  }

  /// A similar matrix with zeros below the first subdiagonal.
  ///
  /// Each row operation is followed by the inverse column operation, which keeps the similarity.
  private func hessenbergForm() -> Matrix {
    var matrix = self
    for column in 0..<max(0, rows - 2) {
      let top = column + 1
      guard let pivot = (top..<rows).first(where: { !matrix[$0, column].isZero }) else { continue }
      matrix.swapRows(top, pivot)
      matrix.swapColumns(top, pivot)
      let scale = matrix[top, column].inverse
      for row in (top + 1)..<max(rows, top + 1) where !matrix[row, column].isZero {
        let factor = matrix[row, column] * scale
        matrix.subtract(row: top, times: factor, from: row, startingAt: column)
        for index in 0..<rows where !matrix[index, row].isZero {
          matrix[index, top] += factor * matrix[index, row]
        }
      }
    }
    return matrix
  }

  private mutating func swapColumns(_ i: Int, _ j: Int) {
    if i == j { return }
    for row in 0..<rows { entries.swapAt(row * columns + i, row * columns + j) }
  }
}

extension Matrix where Scalar == Rational {
  /// The characteristic polynomial `det(x I - M)`, monic of degree `rows`, by that of integers: with a
  /// common denominator d of the entries, the coefficients of that of dM are those of this one times
  /// powers of d.
  ///
  /// - Throws: `notSquare`.
  /// - Complexity: Cubic in the number of rows for each sixty binary digits of what the coefficients of
  ///   dM may be.
  public func characteristicPolynomial() throws(MatrixError) -> Polynomial<Rational> {
    guard rows == columns else { throw .notSquare }
    let (integers, denominator) = overCommonDenominator
    let coefficients = Integer.characteristicPolynomial(integers).map { Rational($0) }
    guard denominator != 1 else { return Polynomial(coefficients) }
    let scale = Rational(1, denominator)
    return Polynomial(coefficients).scalingArgument(by: scale.inverse)
      .scaled(by: scale.power(rows))
  }

  /// The rows of the least multiple with integers as entries, and by what the matrix is multiplied.
  var overCommonDenominator: (integers: [[Integer]], denominator: Integer) {
    let (numerators, denominator) = entries.overCommonDenominator
    let integers = (0..<rows).map { Array(numerators[($0 * columns)..<(($0 + 1) * columns)]) }
    return (integers, denominator)
  }
}
