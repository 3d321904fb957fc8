import Rational

/// A matrix whose rows and columns stand for tuples of subsets of base sets, and whose entry at (a, b)
/// depends on the sizes of `a ∩ b` in each base set alone.
///
/// Several blocks of rows or of columns may follow one another. The table has an entry for each list of
/// sizes up to those of the smaller subsets, the first base set counting most; in a small base set some
/// of them do not occur.
struct KernelOrbitMatrix: Hashable, Sendable {
  typealias Index = UniformProof.Index

  /// What the rows stand for, block by block.
  let rows: [Index]
  let columns: [Index]
  /// The entries of each block by sizes of intersections, times the denominator; row by row.
  var numerators: [[KernelPolynomial]]
  /// One for all entries, positive everywhere.
  var denominator: KernelPolynomial

  init(
    rows: [Index], columns: [Index], numerators: [[KernelPolynomial]],
    denominator: KernelPolynomial = .one
  ) {
    self.rows = rows
    self.columns = columns
    self.numerators = numerators
    self.denominator = denominator
  }

  /// A matrix of one block of subsets of the vertices, with integer entries.
  init(_ row: Int, _ column: Int, _ entries: [Integer]) {
    self.init(
      rows: [Index(row)], columns: [Index(column)],
      numerators: [entries.map { KernelPolynomial($0) }])
  }

  /// The entries of a block times the denominator.
  func block(_ row: Int, _ column: Int) -> [KernelPolynomial] {
    numerators[row * columns.count + column]
  }

  /// The entry of an orbit, by its place in the block.
  func entry(_ row: Int, _ column: Int, _ place: Int) -> KernelFraction {
    KernelFraction(numerator: block(row, column)[place], denominator: denominator)
  }

  /// The entry of a diagonal block where a = b, which is the last of its orbits.
  func diagonal(_ index: Int) -> KernelFraction {
    KernelFraction(
      numerator: block(index, index).last ?? KernelPolynomial(), denominator: denominator)
  }

  var transposed: KernelOrbitMatrix {
    KernelOrbitMatrix(
      rows: columns, columns: rows,
      numerators: columns.indices.flatMap { column in rows.indices.map { block($0, column) } },
      denominator: denominator)
  }

  /// Some of the block rows.
  func row(_ index: Int) -> KernelOrbitMatrix {
    KernelOrbitMatrix(
      rows: [rows[index]], columns: columns,
      numerators: columns.indices.map { block(index, $0) }, denominator: denominator)
  }

  /// The matrix of these blocks whose entries are polynomials of the block and the orbit.
  static func made(
    rows: [Index], columns: [Index], denominator: KernelPolynomial = .one,
    _ entry: (_ row: Int, _ column: Int, _ place: Int, _ last: Int) -> KernelPolynomial
  ) -> KernelOrbitMatrix {
    KernelOrbitMatrix(
      rows: rows, columns: columns,
      numerators: rows.indices.flatMap { row in
        columns.indices.map { column in
          let count = rows[row].entries(with: columns[column])
          return (0..<count).map { entry(row, column, $0, count - 1) }
        }
      }, denominator: denominator)
  }

  /// The identity of the given blocks: 1 in the last orbit of a diagonal block, where a = b.
  static func identity(_ types: [Index]) -> KernelOrbitMatrix {
    made(rows: types, columns: types) { row, column, place, last in
      KernelPolynomial(row == column && place == last ? 1 : 0)
    }
  }

  /// The matrix of ones of the shape of another one.
  static func ones(like matrix: KernelOrbitMatrix) -> KernelOrbitMatrix {
    made(rows: matrix.rows, columns: matrix.columns) { _, _, _, _ in .one }
  }

  /// The square matrix with the entries of this one, which has a single column, on its diagonal.
  var onDiagonal: KernelOrbitMatrix {
    .made(rows: rows, columns: rows, denominator: denominator) { row, column, place, last in
      row == column && place == last ? block(row, 0)[0] : KernelPolynomial()
    }
  }
}

extension RadicalRing {
  /// The product of two matrices.
  ///
  /// - Precondition: The columns of the left stand for what the rows of the right stand for.
  func product(
    _ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix, _ counts: SetCounts
  ) throws(Overflow) -> KernelOrbitMatrix {
    let scale = counts.commonFactor(of: left.columns)
    var numerators: [[KernelPolynomial]] = []
    for (row, k) in left.rows.enumerated() {
      for (column, p) in right.columns.enumerated() {
        var entries = [KernelPolynomial](repeating: KernelPolynomial(), count: k.entries(with: p))
        let orbits = try counts.orbits(k, p)
        try work.spend(9 * left.columns.count * orbits.count)
        for (inner, m) in left.columns.enumerated() {
          let xs = Meeting(k, m).entries(of: left.block(row, inner))
          let ys = Meeting(m, p).entries(of: right.block(inner, column))
          for orbit in orbits {
            for (first, x) in xs {
              for (second, y) in ys {
                let count = try counts.count(k, p, orbit, middle: m, first, second, times: scale)
                guard !count.isZero else { continue }
                entries[orbit.place] = entries[orbit.place] + (try product(product(x, y), count))
              }
            }
          }
        }
        numerators.append(entries)
      }
    }
    return KernelOrbitMatrix(
      rows: left.rows, columns: right.columns, numerators: numerators,
      denominator: try product(left.denominator, right.denominator).scaled(by: scale))
  }

  /// The sum of two matrices. Precondition: equal shapes.
  func sum(_ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix) throws(Overflow)
    -> KernelOrbitMatrix
  {
    let isCommon = left.denominator == right.denominator
    var result = left
    for (block, entries) in left.numerators.enumerated() {
      for (size, x) in entries.enumerated() {
        let y = right.numerators[block][size]
        result.numerators[block][size] =
          isCommon
          ? try sum(x, y)
          : try sum(product(x, right.denominator), product(y, left.denominator))
      }
    }
    if !isCommon { result.denominator = try product(left.denominator, right.denominator) }
    return result
  }

  /// The product entry by entry. Precondition: equal shapes.
  func hadamard(_ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix) throws(Overflow)
    -> KernelOrbitMatrix
  {
    var result = left
    for (block, entries) in left.numerators.enumerated() {
      for (size, x) in entries.enumerated() {
        result.numerators[block][size] = try product(x, right.numerators[block][size])
      }
    }
    result.denominator = try product(left.denominator, right.denominator)
    return result
  }

  /// The Kronecker product.
  ///
  /// - Precondition: No base set has a part in both; the right matrix has one block.
  func kronecker(_ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix) throws(Overflow)
    -> KernelOrbitMatrix
  {
    typealias Index = UniformProof.Index
    let rows = left.rows.map { Index($0.parts + right.rows[0].parts) }
    let columns = left.columns.map { Index($0.parts + right.columns[0].parts) }
    var numerators: [[KernelPolynomial]] = []
    for (row, k) in left.rows.enumerated() {
      for (column, m) in left.columns.enumerated() {
        let (first, second) = (Meeting(k, m), Meeting(right.rows[0], right.columns[0]))
        let whole = Meeting(rows[row], columns[column])
        var entries: [KernelPolynomial] = []
        for place in 0..<whole.count {
          let orbit = whole.orbit(at: place)
          entries.append(
            try product(
              left.block(row, column)[first.place(of: orbit)],
              right.block(0, 0)[second.place(of: orbit)]))
        }
        numerators.append(entries)
      }
    }
    return KernelOrbitMatrix(
      rows: rows, columns: columns, numerators: numerators,
      denominator: try product(left.denominator, right.denominator))
  }

  /// Every entry times a number.
  func scaled(
    _ matrix: KernelOrbitMatrix, by factor: KernelFraction
  ) throws(Overflow) -> KernelOrbitMatrix {
    var result = matrix
    for (block, entries) in matrix.numerators.enumerated() {
      for (size, entry) in entries.enumerated() {
        result.numerators[block][size] = try product(entry, factor.numerator)
      }
    }
    result.denominator = try product(matrix.denominator, factor.denominator)
    return result
  }

  /// The upper matrix with the lower one under it. Precondition: equal columns.
  func stack(_ upper: KernelOrbitMatrix, _ lower: KernelOrbitMatrix) throws(Overflow)
    -> KernelOrbitMatrix
  {
    let (first, second) = (
      try scaled(upper, by: KernelFraction(numerator: lower.denominator)),
      try scaled(lower, by: KernelFraction(numerator: upper.denominator))
    )
    return KernelOrbitMatrix(
      rows: upper.rows + lower.rows, columns: upper.columns,
      numerators: first.numerators + second.numerators,
      denominator: try product(upper.denominator, lower.denominator))
  }

  /// The sum of the diagonal. Precondition: rows and columns stand for the same.
  func trace(_ matrix: KernelOrbitMatrix, _ counts: SetCounts) throws(Overflow) -> KernelFraction {
    var total = KernelFraction.zero
    for (index, type) in matrix.rows.enumerated() {
      total = try sum(total, product(matrix.diagonal(index), counts.count(of: type)))
    }
    return total
  }

  /// The number of rows that stand for these.
  func count(_ types: [UniformProof.Index], _ counts: SetCounts) throws(Overflow) -> KernelFraction
  {
    var total = KernelFraction.zero
    for type in types { total = try sum(total, counts.count(of: type)) }
    return total
  }

  /// Whether two matrices of one shape have equal entries at every orbit that occurs.
  func areEqual(
    _ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix, _ counts: SetCounts
  ) throws(Overflow) -> Bool {
    guard left.rows == right.rows, left.columns == right.columns else { return false }
    let gap = try sum(left, scaled(right, by: -.one))
    for (row, k) in gap.rows.enumerated() {
      for (column, m) in gap.columns.enumerated() {
        for orbit in try counts.orbits(k, m) where !gap.block(row, column)[orbit.place].isZero {
          return false
        }
      }
    }
    return true
  }
}
