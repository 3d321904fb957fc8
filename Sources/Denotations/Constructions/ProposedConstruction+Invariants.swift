import Graphs
import Losses
import Rational

extension ProposedConstruction {
  /// The invariants of a pair of matrices.
  ///
  /// Every spectrum is enclosed first. Where it has few distinct values the matrix is looked at
  /// exactly as well; many distinct values are hardly ever sums of square roots.
  ///
  /// - Throws: `RunError.tooLarge` for more classes than spectra are enclosed for, unless they are found
  ///   exactly.
  package init(_ name: String, _ description: [String], _ pair: ConstructionPair) throws {
    self.name = name
    self.description = description
    classes = pair.classes
    lastLayerRows = pair.rows.rows
    rank = pair.rank
    let rectified = pair.rows.rectified
    // Sums of quotients with many roots are long.
    let isShort = pair.squares.allSatisfy { $0.terms.count <= 4 }
    func sum(_ values: [Surd]) -> Surd {
      zip(values, pair.squares).reduce(.zero) { $0 + $1.0 / $1.1 }
    }
    if isShort {
      lastLayerNorm = .exact(sum(pair.reaches))
    } else {
      let (lower, upper) = pair.enclosedReach()
      lastLayerNorm = .enclosed(CertifiedNumber(lower: lower, upper: upper))
    }
    trace = isShort ? sum(rectified.rowSquaredNorms) : nil
    vanishes = rectified.isZero
    spectrum =
      vanishes
      ? [(.exact(0), classes)]
      : try Self.spectrum(
        pair.enclosedLast(rectified: true), rankAtMost: rectified.rankBound
      ) { rectified.scaledGram(pair.squares) }
    nuclearNorm = try Self.nuclearNorm(pair.enclosedBase(), rank: pair.rank) {
      let base = pair.base
      return base.rows > base.columns ? base.gram : base * base.transposed
    }
    nuclearNormOfLastLayer = try Self.nuclearNorm(
      pair.enclosedLast(rectified: false), rank: min(pair.rank, pair.rows.rows)
    ) { pair.rows.scaledGram(pair.squares) }
  }

  /// The most distinct eigenvalues for which they are looked for exactly.
  private static let exactCount = 8
  /// The most products of an exact multiplication for which that is done: some seconds.
  private static let exactWork = 25_000_000

  /// The spectrum of a Gram matrix of the columns, largest first.
  ///
  /// - Parameters:
  ///   - rank: An upper bound of its rank.
  ///   - exact: The matrix itself.
  private static func spectrum(
    _ columns: EnclosedMatrix, rankAtMost rank: Int, exact: () -> Matrix<Surd>
  ) throws -> [(value: Value, multiplicity: Int)] {
    func exactSpectrum() -> [(value: Value, multiplicity: Int)]? {
      guard let found = try? exact().spectrum() else { return nil }
      let lines = found.compactMap { line in
        line.multiplicity.rational.flatMap { Int(exactly: $0.numerator) }
          .map { (value: Value.exact(line.value), multiplicity: $0) }
      }
      return lines.count == found.count ? lines : nil
    }
    guard columns.columns <= EnclosedGram.orderLimit else {
      guard let found = exactSpectrum() else {
        throw RunError.tooLarge(
          "a matrix of order \(columns.columns); eigenvalues are enclosed up to order "
            + "\(EnclosedGram.orderLimit)")
      }
      return found
    }
    let gram = columns.gram()
    let lines = lines(of: gram.eigenvalueBounds(zeros: columns.columns - rank))
    if lines.count <= exactCount, gram.nonzeroCount * gram.order <= exactWork,
      let found = exactSpectrum()
    {
      return found
    }
    return lines
  }

  /// One line for all eigenvalues whose bounds overlap.
  private static func lines(
    of bounds: [(lower: Rational, upper: Rational)]
  ) -> [(value: Value, multiplicity: Int)] {
    var lines: [(lower: Rational, upper: Rational, count: Int)] = []
    for (lower, upper) in bounds {
      if let last = lines.last, lower <= last.upper, (last.upper == 0) == (upper == 0) {
        lines[lines.count - 1] = (min(last.lower, lower), max(last.upper, upper), last.count + 1)
      } else {
        lines.append((lower, upper, 1))
      }
    }
    return lines.reversed().map { lower, upper, count in
      let value: Value =
        upper == 0 ? .exact(0) : .enclosed(CertifiedNumber(lower: lower, upper: upper))
      return (value, count)
    }
  }

  /// The sum of the singular values, from the spectrum of the Gram matrix of the columns.
  private static func nuclearNorm(
    _ columns: EnclosedMatrix, rank: Int, exact: () -> Matrix<Surd>
  ) throws -> Value {
    let spectrum = try spectrum(columns, rankAtMost: rank, exact: exact)
    var sum: Surd? = 0
    var (lower, upper) = (Rational(0), Rational(0))
    for (value, multiplicity) in spectrum {
      let count = Rational(multiplicity)
      switch value {
      case .exact(let square):
        if let root = try? square.squareRoot() {
          sum = sum.map { $0 + root * Surd(count) }
        } else {
          sum = nil
        }
        let bounds = square.enclosure(bits: 120)
        lower += max(0, bounds.lower).squareRootBounds.lower * count
        upper += bounds.upper.squareRootBounds.upper * count
      case .enclosed(let bounds):
        sum = nil
        lower += bounds.lower.squareRootBounds.lower * count
        upper += bounds.upper.squareRootBounds.upper * count
      }
    }
    return sum.map { .exact($0) } ?? .enclosed(CertifiedNumber(lower: lower, upper: upper))
  }
}

extension Matrix<Surd> {
  /// Σ a_iᵀ a_i/s_i over the rows a_i.
  fileprivate func scaledGram(_ squares: [Surd]) -> Matrix {
    rowsScaled(by: squares.map(\.inverse)).transposed * self
  }

  /// An upper bound of the rank that is quick to see: the number of distinct rows and columns that are
  /// not zero; and the rank itself where elimination is quick.
  fileprivate var rankBound: Int {
    let lines = [self, transposed].map { matrix in
      Set((0..<matrix.rows).map { matrix.row($0) }).count { !$0.allSatisfy(\.isZero) }
    }
    let bound = Swift.min(lines[0], lines[1])
    let isRational = (0..<rows).allSatisfy { row($0).allSatisfy(\.isRational) }
    return bound <= (isRational ? 200 : 24) ? Swift.min(rank, bound) : bound
  }
}
