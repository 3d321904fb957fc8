import Rational

extension OrbitMatrix where Scalar == Surd {
  /// The incidence matrix of the complete graph with rows of unit norm, `T_r`: 1/√(r-1) where the
  /// vertex belongs to the edge, 0 elsewhere.
  ///
  /// - Throws: `noSquareRoot` when √(r-1) is not available: the order is a symbol, is below 2, or
  ///   is beyond what square roots are taken of.
  /// - Note: Definition 5 of the paper.
  public static func normalisedIncidence(
    _ scheme: Scheme<Surd>
  ) throws(MatrixError) -> OrbitMatrix {
    guard case .number(let order) = scheme.sets[0] else {
      throw .noSquareRoot("1/(\(scheme.sets[0]) - 1)")
    }
    return incidence(scheme).scaled(by: try Surd.inverseRootOfDegree(order: order))
  }
}
