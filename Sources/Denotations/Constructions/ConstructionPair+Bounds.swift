import Graphs
import Rational

extension ConstructionPair {
  /// The lowest relative precision of what is rounded, in bits.
  private static let precision = 100

  /// B, with its larger side as rows.
  package func enclosedBase() -> EnclosedMatrix {
    let tall = base.rows > base.columns ? base : base.transposed
    return Self.enclosed(tall, squares: Array(repeating: 1, count: tall.rows))
  }

  /// N with rows of the length that is meant, or relu(N).
  package func enclosedLast(rectified: Bool) -> EnclosedMatrix {
    Self.enclosed(rectified ? rows.rectified : rows, squares: squares)
  }

  /// κ, by bounds.
  package func enclosedReach() -> (lower: Rational, upper: Rational) {
    var (lower, upper) = (Rational(0), Rational(0))
    for (reach, square) in zip(reaches, squares) where !reach.isZero {
      let (top, bottom) = (Self.narrow(reach), Self.narrow(square))
      lower += top.lower / bottom.upper
      upper += top.upper / bottom.lower
    }
    return (lower, upper)
  }

  /// Bounds of a positive number that are close in relation to it.
  private static func narrow(_ value: Surd) -> (lower: Rational, upper: Rational) {
    var bits = precision
    while true {
      let (lower, upper) = value.enclosure(bits: bits)
      if lower.sign > 0, (upper - lower) * Rational(Integer(1) << precision) <= lower {
        return (lower, upper)
      }
      bits *= 2
    }
  }

  /// The rows divided by the roots of the squares.
  private static func enclosed(_ matrix: Matrix<Surd>, squares: [Surd]) -> EnclosedMatrix {
    // Each distinct number is enclosed once.
    var known: [Surd: (lower: Rational, upper: Rational)] = [:]
    func bounds(_ value: Surd) -> (lower: Rational, upper: Rational) {
      if let found = known[value] { return found }
      let size = value.sign < 0 ? -value : value
      let narrowed = value.isZero ? (lower: Rational(0), upper: 0) : narrow(size)
      let found = value.sign < 0 ? (-narrowed.upper, -narrowed.lower) : narrowed
      known[value] = found
      return found
    }
    var divisors: [Surd: (lower: Rational, upper: Rational)] = [:]
    func root(_ square: Surd) -> (lower: Rational, upper: Rational) {
      if let found = divisors[square] { return found }
      let (lower, upper) = narrow(square)
      let found = (lower.squareRootBounds.lower, upper.squareRootBounds.upper)
      divisors[square] = found
      return found
    }
    var entries: [(lower: Rational, upper: Rational)] = []
    entries.reserveCapacity(matrix.rows * matrix.columns)
    for (row, square) in squares.enumerated() {
      let divisor = root(square)
      var quotients: [Surd: (lower: Rational, upper: Rational)] = [:]
      for entry in matrix.row(row) {
        if let found = quotients[entry] {
          entries.append(found)
          continue
        }
        let (low, high) = bounds(entry)
        let found = (
          low / (low.sign < 0 ? divisor.lower : divisor.upper),
          high / (high.sign < 0 ? divisor.upper : divisor.lower)
        )
        quotients[entry] = found
        entries.append(found)
      }
    }
    return EnclosedMatrix(
      rows: matrix.rows, columns: matrix.columns, precision: precision, bounds: entries)
  }
}

extension Rational {
  /// Bounds of the square root of a number ≥ 0, to some hundred bits in relation to it.
  package var squareRootBounds: (lower: Rational, upper: Rational) {
    if isZero { return (0, 0) }
    let shift = max(0, 120 + (denominator.bitLength - numerator.bitLength) / 2)
    // ⌊2^shift √v⌋ from the integer root of ⌊4^shift v⌋.
    let scaled = (self * Rational(Integer(1) << (2 * shift))).floor.squareRootFloor()
    let unit = Rational(1, Integer(1) << shift)
    return (Rational(scaled) * unit, Rational(scaled + 1) * unit)
  }
}
