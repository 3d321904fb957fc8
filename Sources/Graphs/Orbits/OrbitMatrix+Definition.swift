import Rational

extension OrbitMatrix {
  /// The largest number of places at which a definition is evaluated everywhere.
  public static var exhaustiveLimit: Int { exhaustivePlaceLimit }

  /// The matrix with the integer `entry(a, b)` at each k-subset a and m-subset b of the first base set.
  ///
  /// The definition is evaluated at a representative of each orbit, and refused when it is not constant
  /// on an orbit: at every place while there are at most `exhaustiveLimit`; beyond that at as many
  /// places of the first vertices, and along the whole rows of the first subset and of its images
  /// under generators of the symmetric group. That it does not depend on the representative anywhere
  /// else, and when the order is a symbol, is up to the caller.
  ///
  /// - Precondition: k and m are in `Subset.possibleSizes`.
  /// - Throws: `NotConstantOnOrbits` with two places of an orbit that have different entries.
  public static func integral(
    rows k: Int, columns m: Int, _ scheme: Scheme<Scalar>,
    entry: (_ row: Subset, _ column: Subset) -> Int
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    let (rows, columns) = (IndexType(k), IndexType(m))
    let sizes = scheme.orbits(rows, columns)
    let values = try evaluateOnOrbits(k, m, sizes, scheme.sets[0], entry)
    return OrbitMatrix(
      scheme: scheme, rowBlocks: [rows], columnBlocks: [columns],
      coefficients: values.map { Scalar($0) })
  }
}
