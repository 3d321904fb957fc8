import Polynomials
import Rational

extension ExactMatrix where Scalar: RootField {
  /// The distinct eigenvalues of this symmetric matrix with their multiplicities, largest first.
  ///
  /// The values are the roots of the minimal polynomial, the multiplicities solve the Vandermonde
  /// system of the traces, and the result is put through the same check as any claim.
  ///
  /// - Throws: `notSymmetric`; `spectrumNotInField` when the minimal polynomial does not split,
  ///   or was not split, over the field; `internalCheckFailed` when the result does not pass the
  ///   check.
  public func spectrum() throws(MatrixError) -> [Eigenvalue<Scalar>] {
    guard isSymmetric else { throw .notSymmetric }
    if coordinates.isEmpty { return [] }
    guard let values = eigenvalues(from: try minimalPolynomial()) else { throw .spectrumNotInField }
    let multiplicities = multiplicities(of: values)
    let spectrum = zip(values, multiplicities)
      .map { Eigenvalue($0, multiplicity: $1) }
      .sorted { $0.value > $1.value }
    if let failure = failure(ofSpectrum: spectrum) {
      throw .internalCheckFailed("spectrum: \(failure)")
    }
    return spectrum
  }

  /// The roots of the minimal polynomial, or nil when they were not found in the field.
  ///
  /// Factors in common with polynomials that are cheap to read off the matrix are solved on their
  /// own; this leaves factors of low degree.
  private func eigenvalues(from minimal: Polynomial<Scalar>) -> [Scalar]? {
    var values: [Scalar] = []
    var rest = minimal
    for partial in partialCharacteristicPolynomials {
      let factor = Polynomial.gcd(rest, partial)
      guard let roots = Scalar.roots(ofSquareFree: factor) else { return nil }
      values += roots
      rest = rest.divided(by: factor).quotient
    }
    return Scalar.roots(ofSquareFree: rest).map { values + $0 }
  }

  /// The multiplicities of the given distinct eigenvalues.
  ///
  /// With `ℓ_i` the polynomial that is 1 at v_i and 0 at the other values, `ℓ_i(M)` is the
  /// projector to the eigenspace and its trace is the multiplicity.
  private func multiplicities(of values: [Scalar]) -> [Scalar] {
    var traces: [Scalar] = []
    var power = identityOnRows
    for _ in values {
      traces.append(power.trace)
      if traces.count < values.count { power = power * self }
    }
    return lagrangeCoefficients(values).map {
      zip($0, traces).reduce(into: .zero) { $0 += $1.0 * $1.1 }
    }
  }
}

/// For each of the given distinct values the coefficients, lowest first, of the polynomial that
/// is 1 there and 0 at the others.
func lagrangeCoefficients<Scalar: ExactField>(_ values: [Scalar]) -> [[Scalar]] {
  values.indices.map { index in
    var coefficients: [Scalar] = [.one]
    for (other, value) in values.enumerated() where other != index {
      let scale = (values[index] - value).inverse
      let shifted = [.zero] + coefficients
      let constant = coefficients.map { $0 * value } + [.zero]
      coefficients = zip(shifted, constant).map { ($0 - $1) * scale }
    }
    return coefficients
  }
}
