import Graphs
import Rational

extension MatrixValue {
  /// The sum; the shapes are equal.
  package func adding(_ other: MatrixValue, limit: SizeLimit) throws -> MatrixValue {
    switch try paired(with: other, .everywhere, limit) {
    case .identityPlusOnes(let a, let b):
      return .identityPlusOnes(
        IdentityPlusOnes(
          rows: a.rows, columns: a.columns, identity: a.identity + b.identity,
          ones: a.ones + b.ones))
    case .orbit(let a, let b): return .orbit(a + b)
    case .dense(let a, let b): return .dense(a + b)
    }
  }

  /// The product; there are as many columns on the left as rows on the right.
  package func multiplied(by other: MatrixValue, limit: SizeLimit) throws -> MatrixValue {
    switch try paired(with: other, .inner, limit) {
    case .identityPlusOnes(let a, let b):
      // (aI + bJ)(cI + dJ) = acI + (ad + bc + bdm)J with m the inner size.
      let ones =
        a.identity * b.ones + a.ones * b.identity + a.ones * b.ones * Surd(a.columns)
      return .identityPlusOnes(
        IdentityPlusOnes(
          rows: a.rows, columns: b.columns, identity: a.identity * b.identity, ones: ones))
    case .orbit(let a, let b): return .orbit(a * b)
    case .dense(let a, let b):
      try limit.admit(rows: a.rows, columns: b.columns)
      try limit.admit(rows: a.rows, inner: a.columns, columns: b.columns)
      return .dense(a * b)
    }
  }

  /// The rows of this matrix, then those of the other; there are as many columns.
  package func stacked(on other: MatrixValue, limit: SizeLimit) throws -> MatrixValue {
    switch try paired(with: other, .columns, limit) {
    case .orbit(let a, let b): return .orbit(a.stacked(over: b))
    case .dense(let a, let b): return .dense(a.stacked(over: b))
    case .identityPlusOnes:
      return .dense(try densified(limit).stacked(over: other.densified(limit)))
    }
  }

  package func scaled(by factor: Surd) -> MatrixValue {
    if factor == 1 { return self }
    switch self {
    case .identityPlusOnes(var value):
      value.identity *= factor
      value.ones *= factor
      return .identityPlusOnes(value)
    case .orbit(let value): return .orbit(value.scaled(by: factor))
    case .dense(let value): return .dense(value.scaled(by: factor))
    }
  }

  package var transposed: MatrixValue {
    switch self {
    case .identityPlusOnes(var value):
      (value.rows, value.columns) = (value.columns, value.rows)
      return .identityPlusOnes(value)
    case .orbit(let value): return .orbit(value.transposed)
    case .dense(let value): return .dense(value.transposed)
    }
  }

  /// The entries with the negative ones replaced by zero.
  package var rectified: MatrixValue {
    switch self {
    case .identityPlusOnes(var value):
      let diagonal = max(value.identity + value.ones, 0)
      let isDiagonal = value.rows == value.columns
      value.ones = max(value.ones, 0)
      value.identity = isDiagonal ? diagonal - value.ones : 0
      return .identityPlusOnes(value)
    case .orbit(let value): return .orbit(value.rectified)
    case .dense(let value): return .dense(value.rectified)
    }
  }

  /// The sum of the diagonal of a square matrix.
  package func trace(limit: SizeLimit) throws -> Surd {
    switch try squared(limit) {
    case .identityPlusOnes(let value): Surd(value.rows) * (value.identity + value.ones)
    case .orbit(let value): value.trace
    case .dense(let value): value.trace
    }
  }

  /// The sum of the squares of all entries.
  package var squaredNorm: Surd {
    switch self {
    case .identityPlusOnes(let value):
      let diagonal = value.identity + value.ones
      let others = Surd(value.rows) * Surd(value.columns)
      let onDiagonal = value.identity.isZero ? 0 : Surd(value.rows)
      return onDiagonal * diagonal * diagonal + (others - onDiagonal) * value.ones * value.ones
    case .orbit(let value): return value.squaredNorm
    case .dense(let value): return value.squaredNorm
    }
  }

  /// The entry at a place inside the shape, from 0.
  package func entry(_ row: Int, _ column: Int) -> Surd {
    switch self {
    case .identityPlusOnes(let value): row == column ? value.identity + value.ones : value.ones
    case .orbit(let value): value.entry(row: row, column: column) ?? .zero
    case .dense(let value): value[row, column]
    }
  }

  /// A place where two matrices of one shape differ, with both entries.
  package struct Difference {
    package let row: Int
    package let column: Int
    package let left: Surd
    package let right: Surd
  }

  /// The first place, row by row, where the matrices differ; nil when they are equal.
  package func firstDifference(
    from other: MatrixValue, limit: SizeLimit
  ) throws -> Difference? {
    func scan(_ rows: Int, _ columns: Int) -> Difference? {
      for row in 0..<rows {
        for column in 0..<columns where entry(row, column) != other.entry(row, column) {
          return Difference(
            row: row, column: column, left: entry(row, column),
            right: other.entry(row, column))
        }
      }
      return nil
    }
    switch try paired(with: other, .everywhere, limit) {
    case .identityPlusOnes(let a, let b): return a == b ? nil : scan(rows, columns)
    case .orbit(let a, let b): return a == b ? nil : scan(rows, columns)
    case .dense(let a, let b): return a == b ? nil : scan(rows, columns)
    }
  }

  /// The orbit form, where there is one without many vertices.
  private func orbits(_ limit: SizeLimit) throws -> OrbitMatrix<Surd>? {
    switch self {
    case .orbit(let value): return value
    case .identityPlusOnes(let value):
      guard value.rows == value.columns, value.rows <= GraphMatrices.orderLimit,
        case .orbit(let labelled) = try standalone(limit)
      else { return nil }
      return labelled
    case .dense: return nil
    }
  }

  /// The Kronecker product: the block matrix with the blocks `M_ij N`.
  package func kronecker(_ other: MatrixValue, limit: SizeLimit) throws -> MatrixValue {
    let (height, tooHigh) = rows.multipliedReportingOverflow(by: other.rows)
    let (width, tooWide) = columns.multipliedReportingOverflow(by: other.columns)
    guard !tooHigh, !tooWide else {
      throw SizeLimit.Exceeded(
        description: "a Kronecker product with more than 2^63 rows or columns")
    }
    if let m = try orbits(limit), let n = try other.orbits(limit), n.rowBlocks.count == 1,
      n.columnBlocks.count == 1, let (left, right) = try Self.sideBySide(m, n, limit)
    {
      return .orbit(left.kronecker(right))
    }
    try limit.admit(rows: height, columns: width)
    let (m, n) = (try densified(limit), try other.densified(limit))
    return .dense(
      Matrix(rows: height, columns: width) { row, column in
        m[row / n.rows, column / n.columns] * n[row % n.rows, column % n.columns]
      })
  }

  /// Row i replaced by 1, 2 or 3 multiples of it whose squares sum to 1.
  package func repeatingRows(limit: SizeLimit) throws -> MatrixValue {
    let weights: [[Surd]] = [
      [1], [Surd(Rational(3, 5)), Surd(Rational(4, 5))],
      [Surd(Rational(1, 3)), Surd(Rational(2, 3)), Surd(Rational(2, 3))],
    ]
    try limit.admit(rows: rows, columns: columns)
    try limit.admit(rows: 2 * rows, columns: columns)
    let matrix = try densified(limit)
    let multiples = (0..<matrix.rows).flatMap { row in
      weights[row % weights.count].map { (row: row, weight: $0) }
    }
    return .dense(
      Matrix(rows: multiples.count, columns: columns) { place, column in
        multiples[place].weight * matrix[multiples[place].row, column]
      })
  }
}
