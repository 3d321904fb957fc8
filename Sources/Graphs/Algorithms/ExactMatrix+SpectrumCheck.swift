import Rational

extension ExactMatrix {
  /// Decides whether the claimed list is the spectrum of this symmetric matrix.
  ///
  /// Let v_1, …, v_s be the distinct claimed values and m_i their multiplicities, after equal
  /// values are merged. The claim holds if and only if `Π (M - v_i I) = 0` and `tr M^j = Σ m_i
  /// v_i^j` for j = 0, …, s - 1. The first says that no other eigenvalue exists, since a
  /// symmetric matrix is diagonalisable; then the true multiplicities solve the second, a
  /// Vandermonde system with just one solution. No eigenvalue is computed.
  ///
  /// - Returns: nil when the claim holds, otherwise what is wrong with it.
  /// - Note: The sign of a multiplicity is not looked at here, and need not be for the answer: a
  ///   wrong sign is a wrong multiplicity. It matters only between equal values, whose sum
  ///   counts.
  public func failure(ofSpectrum claimed: [Eigenvalue<Scalar>]) -> SpectrumFailure<Scalar>? {
    unsignedFailure(ofSpectrum: claimed)
  }

  private func unsignedFailure(
    ofSpectrum claimed: [Eigenvalue<Scalar>]
  ) -> SpectrumFailure<Scalar>? {
    guard isSymmetric else { return .notSymmetric }
    let claimed = claimed.merged()
    let identity = identityOnRows
    var power = identity  // M^j
    var weights = claimed.map(\.multiplicity)  // m_i v_i^j
    // With no value left the trace of the identity is still compared.
    for exponent in 0..<max(1, claimed.count) {
      let (expected, actual) = (weights.reduce(.zero, +), power.trace)
      if expected != actual {
        return .trace(power: exponent, claimed: expected, actual: actual)
      }
      if exponent + 1 < claimed.count {
        power = power * self
        for (index, eigenvalue) in claimed.enumerated() { weights[index] *= eigenvalue.value }
      }
    }
    let annihilated = claimed.reduce(identity) { $0 * (self - identity.scaled(by: $1.value)) }
    return annihilated.isZero ? nil : .missingValue
  }
}

extension ExactMatrix where Scalar: OrderedExactField {
  /// Decides whether the claimed list is the spectrum of this symmetric matrix; a list with a
  /// negative multiplicity is not one, whatever the other entries make up for.
  ///
  /// - Returns: nil when the claim holds, otherwise what is wrong with it.
  public func failure(ofSpectrum claimed: [Eigenvalue<Scalar>]) -> SpectrumFailure<Scalar>? {
    let failure = unsignedFailure(ofSpectrum: claimed)
    guard failure != .notSymmetric,
      let negative = claimed.first(where: { $0.multiplicity.sign < 0 })
    else { return failure }
    return .negativeMultiplicity(negative)
  }
}
