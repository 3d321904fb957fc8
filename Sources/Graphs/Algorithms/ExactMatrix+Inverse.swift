import Rational

extension ExactMatrix {
  /// The inverse written as a polynomial in the matrix, or nil when there is none.
  ///
  /// With the minimal polynomial `p_0 + p_1 x + … + x^d`, the matrix is invertible exactly when
  /// `p_0` is not zero, and then `-p_0 M⁻¹ = p_1 + p_2 M + … + M^(d-1)`.
  public var polynomialInverse: Self? {
    guard let relation = try? minimalRelation(), let constant = relation.first,
      !constant.isZero
    else { return nil }
    let scale = -constant.inverse
    let result = value(ofPolynomial: relation.dropFirst().map { $0 * scale })
    return result * self == identityOnRows ? result : nil
  }

  /// The Moore–Penrose inverse of any matrix as `(XᵀX)⁺ Xᵀ`, checked.
  ///
  /// - Throws: `internalCheckFailed` when one of the four equations fails, which cannot happen
  ///   over a formally real field.
  public func polynomialPseudoInverse() throws(MatrixError) -> Self {
    if isSymmetric { return try symmetricPseudoInverse() }
    let result = try gram.symmetricPseudoInverse() * transposed
    return try result.checked(asPseudoInverseOf: self)
  }

  /// The Moore–Penrose inverse of a symmetric matrix, written as a polynomial in it and checked.
  ///
  /// The minimal polynomial of a symmetric matrix is square-free. When 0 is a root it is `x h(x)`
  /// with `h(0) ≠ 0`. On the other eigenvalues `u(x) = (1 - h(x)/h(0)) / x` equals `1/x`, because
  /// `h` vanishes there, and so does `q = u - (u(0)/h(0)) h`, which in addition vanishes at 0.
  /// Hence `M⁺ = q(M)`.
  ///
  /// - Throws: `notSquare`, `notSymmetric`, or `internalCheckFailed`.
  func symmetricPseudoInverse() throws(MatrixError) -> Self {
    guard isSymmetric else { throw .notSymmetric }
    let relation = try minimalRelation()
    guard let constant = relation.first else { return self }
    if !constant.isZero {
      guard let inverse = polynomialInverse else {
        throw .internalCheckFailed("inverse from the minimal polynomial")
      }
      return inverse
    }
    let h = Array(relation.dropFirst())
    guard let constant = h.first, !constant.isZero else {
      throw .internalCheckFailed("square-free minimal polynomial")
    }
    let scale = constant.inverse
    let u = h.dropFirst().map { -($0 * scale) }
    let shift = (u.first ?? .zero) * scale
    let q = h.indices.map { (($0 < u.count) ? u[$0] : .zero) - shift * h[$0] }
    return try value(ofPolynomial: q).checked(asPseudoInverseOf: self)
  }

  /// This matrix, once it satisfies the four Penrose equations for `matrix`.
  func checked(asPseudoInverseOf matrix: Self) throws(MatrixError) -> Self {
    guard isPseudoInverse(of: matrix) else { throw .internalCheckFailed("Penrose equations") }
    return self
  }

  /// Whether this is the Moore–Penrose inverse of `matrix`.
  ///
  /// The four equations `AXA = A`, `XAX = X`, `(AX)ᵀ = AX` and `(XA)ᵀ = XA` have exactly one
  /// solution X, so this decides the question whatever X was computed from.
  public func isPseudoInverse(of matrix: Self) -> Bool {
    guard rowSet == matrix.columnSet, columnSet == matrix.rowSet else { return false }
    let left = matrix * self
    let right = self * matrix
    return left.isSymmetric && right.isSymmetric && left * matrix == matrix && right * self == self
  }
}
