import Rational

extension EnclosedMatrix {
  /// The matrix with these bounds of its entries, row after row, kept to `precision` bits in relation to
  /// the largest of them.
  ///
  /// - Precondition: As for `init(rows:columns:bits:bounds:)`.
  public init(
    rows: Int, columns: Int, precision: Int, bounds: [(lower: Rational, upper: Rational)]
  ) {
    let greatest = bounds.reduce(Rational(0)) { max($0, $1.lower.magnitude, $1.upper.magnitude) }
    let bits = precision + greatest.denominator.bitLength - greatest.numerator.bitLength
    let scale = Rational(Integer(1) << abs(bits))
    self.init(
      rows: rows, columns: columns, bits: bits,
      bounds: bounds.map { lower, upper in
        bits >= 0
          ? ((lower * scale).floor, (upper * scale).ceiling)
          : ((lower / scale).floor, (upper / scale).ceiling)
      })
  }
}
