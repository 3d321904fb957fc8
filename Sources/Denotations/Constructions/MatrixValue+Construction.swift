import Graphs
import Losses
import Rational

extension MatrixValue {
  /// The invariants of the construction with features A_l B, B being this matrix, and last layer N.
  package func construction(lastLayer: MatrixValue, limit: SizeLimit) throws -> Construction {
    guard try firstDifference(from: self.rectified, limit: limit) == nil else {
      throw Failure.other("the first matrix of a construction has a negative entry")
    }
    let lastLayerNorm = try leastNorm(reaching: lastLayer, limit: limit).value
    let spectrum = try lastLayer.rectifiedSpectrum(limit: limit)
    // With relu(N) = 0 the others matter to no loss; N, and with it B, may be zero then.
    let vanishes = spectrum.allSatisfy(\.value.isZero)
    let norm = vanishes ? try? nuclearNorm(limit: limit) : try nuclearNorm(limit: limit)
    guard let norm, !lastLayerNorm.isZero else { return .vanishing(classes: columns) }
    guard let rank = try rank(limit: limit).rational.flatMap({ Int(exactly: $0.numerator) })
    else { throw Failure.matrix(.internalCheckFailed("a rank is not an integer")) }
    return Construction(
      classes: columns, nuclearNorm: norm, rank: rank, lastLayerNorm: lastLayerNorm,
      gramSpectrum: spectrum)
  }

  /// The invariants of the construction whose last layer is this matrix when there are two layers,
  /// and so no B.
  package func constructionOfTwoLayers(limit: SizeLimit) throws -> Construction {
    let spectrum = try rectifiedSpectrum(limit: limit)
    let vanishes = spectrum.allSatisfy(\.value.isZero)
    let norm = vanishes ? try? nuclearNorm(limit: limit) : try nuclearNorm(limit: limit)
    guard let norm, !norm.isZero else { return .vanishing(classes: columns) }
    return .twoLayers(classes: columns, nuclearNormOfLastLayer: norm, gramSpectrum: spectrum)
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
