import Graphs
import Losses
import Rational

extension MatrixValue {
  /// The invariants of the construction with features A_l B, B being this matrix, and last layer N.
  func construction(lastLayer: MatrixValue, limit: SizeLimit) throws -> Construction {
    guard try firstDifference(from: self.rectified, limit: limit) == nil else {
      throw Failure.other("the first matrix of a construction has a negative entry")
    }
    let spectrum = try lastLayer.rectifiedSpectrum(limit: limit)
    let nuclearNorm = try nuclearNorm(limit: limit)
    let lastLayerNorm = try leastNorm(reaching: lastLayer, limit: limit).value
    guard let rank = try rank(limit: limit).rational.flatMap({ Int(exactly: $0.numerator) }),
      nuclearNorm.sign > 0, lastLayerNorm.sign > 0
    else { throw Failure.other("a construction with a zero matrix has no losses to compare") }
    return Construction(
      classes: columns, nuclearNorm: nuclearNorm, rank: rank, lastLayerNorm: lastLayerNorm,
      gramSpectrum: spectrum)
  }

  /// The invariants of the construction whose last layer is this matrix when there are two layers,
  /// and so no B.
  func constructionOfTwoLayers(limit: SizeLimit) throws -> Construction {
    .twoLayers(
      classes: columns, nuclearNormOfLastLayer: try nuclearNorm(limit: limit),
      gramSpectrum: try rectifiedSpectrum(limit: limit))
  }

  /// The eigenvalues of relu(N)ᵀ relu(N), N being this matrix.
  private func rectifiedSpectrum(limit: SizeLimit) throws -> [Construction.Eigenvalue] {
    let rectified = rectified
    let gram = try rectified.transposed.multiplied(by: rectified, limit: limit)
    guard let spectrum = try gram.spectrum(limit: limit) else {
      throw Failure.matrix(.spectrumNotInField)
    }
    return try spectrum.map { line in
      guard let count = line.multiplicity.rational.flatMap({ Int(exactly: $0.numerator) }) else {
        throw Failure.matrix(.internalCheckFailed("a multiplicity is not an integer"))
      }
      return Construction.Eigenvalue(line.value, multiplicity: count)
    }
  }
}
