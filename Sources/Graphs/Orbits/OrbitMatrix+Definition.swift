import Rational

extension OrbitMatrix {
  /// The largest number of places at which a definition is evaluated everywhere.
  public static var exhaustiveLimit: Int { exhaustivePlaceLimit }

  /// The matrix with the entry `entry(a, b)` at each k-subset a and m-subset b.
  ///
  /// With a definite number of vertices and at most `exhaustiveLimit` places the definition is
  /// evaluated at every place, and refused when it is not constant on an orbit. Beyond that, and
  /// when the order is a symbol, it is evaluated at one representative of each orbit: that it
  /// does not depend on the representative is then up to the caller.
  ///
  /// - Precondition: k and m are in `Subset.possibleSizes`.
  /// - Throws: `NotConstantOnOrbits` with two places of an orbit that have different entries.
  public init(
    rows k: Int, columns m: Int, _ scheme: Scheme<Scalar>,
    entry: (_ row: Subset, _ column: Subset) -> Scalar
  ) throws(NotConstantOnOrbits) {
    let sizes = scheme.sizesOccurring(k, m)
    let values = try evaluateOnOrbits(k, m, sizes, scheme.order, entry)
    self.init(scheme: scheme, rowBlocks: [k], columnBlocks: [m], coefficients: values)
  }

  /// The matrix with the integer `entry(a, b)` at each k-subset a and m-subset b.
  ///
  /// The same as the definition by scalars, but comparing machine integers; it is meant for
  /// matrices of zeros and signs. It is inlined within this module for the sake of the loop.
  ///
  /// - Precondition: k and m are in `Subset.possibleSizes`.
  /// - Throws: `NotConstantOnOrbits` with two places of an orbit that have different entries.
  @inline(__always)
  public static func integral(
    rows k: Int, columns m: Int, _ scheme: Scheme<Scalar>,
    entry: (_ row: Subset, _ column: Subset) -> Int
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    try integral(rows: k, columns: m, scheme, checked: CheckedOrder(), entry: entry)
  }

  /// The same for a definition that does not depend on the number of vertices.
  ///
  /// - Parameter checked: How far that definition has been checked.
  @inline(__always)
  static func integral(
    rows k: Int, columns m: Int, _ scheme: Scheme<Scalar>, checked: CheckedOrder,
    entry: (_ row: Subset, _ column: Subset) -> Int
  ) throws(NotConstantOnOrbits) -> OrbitMatrix {
    let sizes = scheme.sizesOccurring(k, m)
    let values = try evaluateOnOrbits(k, m, sizes, scheme.order, checked: checked, entry)
    return OrbitMatrix(
      scheme: scheme, rowBlocks: [k], columnBlocks: [m], coefficients: values.map { Scalar($0) })
  }
}
