import Rational

/// A matrix whose rows and columns stand for subsets of the vertices, and whose entry at (a, b)
/// depends on |a ∩ b| alone.
///
/// Several blocks of rows or of columns may follow one another. The table has an entry for each size
/// of an intersection up to the smaller subset; with r < 4 some of these sizes do not occur.
struct KernelOrbitMatrix: Hashable, Sendable {
  /// The sizes of the subsets that the rows stand for, block by block: 0, 1 or 2.
  let rows: [Int]
  let columns: [Int]
  /// The entries of each block by size of the intersection, times the denominator; row by row.
  var numerators: [[KernelPolynomial]]
  /// One for all entries, positive everywhere.
  var denominator: KernelPolynomial

  init(
    rows: [Int], columns: [Int], numerators: [[KernelPolynomial]],
    denominator: KernelPolynomial = .one
  ) {
    self.rows = rows
    self.columns = columns
    self.numerators = numerators
    self.denominator = denominator
  }

  /// A matrix of one block with integer entries.
  init(_ row: Int, _ column: Int, _ entries: [Integer]) {
    self.init(rows: [row], columns: [column], numerators: [entries.map { KernelPolynomial($0) }])
  }

  /// The entries of a block times the denominator.
  func block(_ row: Int, _ column: Int) -> [KernelPolynomial] {
    numerators[row * columns.count + column]
  }

  /// The entry at subsets that share `size` vertices.
  func entry(_ row: Int, _ column: Int, _ size: Int) -> KernelFraction {
    KernelFraction(numerator: block(row, column)[size], denominator: denominator)
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

  /// The identity of the given blocks.
  static func identity(_ sizes: [Int]) -> KernelOrbitMatrix {
    KernelOrbitMatrix(
      rows: sizes, columns: sizes,
      numerators: sizes.indices.flatMap { row in
        sizes.indices.map { column in
          (0...min(sizes[row], sizes[column])).map {
            KernelPolynomial(row == column && $0 == sizes[row] ? 1 : 0)
          }
        }
      })
  }

  /// The matrix of ones of the shape of another one.
  static func ones(like matrix: KernelOrbitMatrix) -> KernelOrbitMatrix {
    KernelOrbitMatrix(
      rows: matrix.rows, columns: matrix.columns,
      numerators: matrix.numerators.map { $0.map { _ in .one } })
  }
}

/// How subsets of the vertices meet, over one range of r.
struct SubsetCounts: Sendable {
  /// Whether r is a variable, or its one value.
  let range: VertexRange

  /// The sizes of intersections of k- and m-subsets that occur.
  ///
  /// Two sets that share i vertices cover k + m - i, and there are at least 4 or exactly r of them.
  func sizes(_ k: Int, _ m: Int) -> [Int] {
    let all = Array(0...min(k, m))
    guard case .single(let order) = range else { return all }
    return all.filter { k + m - $0 <= order }
  }

  /// The number of n-subsets of r - shift vertices, n ≤ 2, twice.
  ///
  /// The polynomial is the number wherever r ≥ shift.
  private func doubled(_ n: Int, minus shift: Int) -> KernelPolynomial {
    let vertices = KernelPolynomial([Monomial(0): 1, .one: Integer(-shift)])
    let polynomial =
      switch n {
      case 0: KernelPolynomial(2)
      case 1: vertices.scaled(by: 2)
      // (r - s)(r - s - 1)
      default:
        KernelPolynomial([
          Monomial(0, exponent: 2): 1, Monomial(0): Integer(-2 * shift - 1),
          .one: Integer(shift * (shift + 1)),
        ])
      }
    guard case .single(let order) = range else { return polynomial }
    return polynomial.replacing(0, by: Integer(order))
  }

  /// The number of n-subsets of the vertices, over 2.
  func subsets(_ n: Int) -> KernelFraction {
    KernelFraction(numerator: doubled(n, minus: 0), denominator: KernelPolynomial(2))
  }

  /// Twice the number of m-subsets c with |a ∩ c| = j and |c ∩ b| = l, where |a| = k, |b| = p and
  /// |a ∩ b| = i.
  ///
  /// With s = |a ∩ b ∩ c|: c has s of i, j - s of k - i, l - s of p - i and the rest of the other
  /// r - k - p + i vertices.
  func doubledCount(
    _ k: Int, _ p: Int, _ i: Int, middle m: Int, _ j: Int, _ l: Int
  ) -> KernelPolynomial {
    var sum = KernelPolynomial()
    for s in 0...min(i, j, l) {
      let rest = m - j - l + s
      guard rest >= 0 else { continue }
      let factor = Self.choose(i, s) * Self.choose(k - i, j - s) * Self.choose(p - i, l - s)
      guard factor > 0 else { continue }
      sum = sum + doubled(rest, minus: k + p - i).scaled(by: Integer(factor))
    }
    return sum
  }

  private static func choose(_ n: Int, _ k: Int) -> Int {
    switch k {
    case 0: 1
    case 1: n
    case 2: n * (n - 1) / 2
    default: 0
    }
  }
}

extension RadicalRing {
  /// The product of two matrices.
  ///
  /// - Precondition: The columns of the left stand for what the rows of the right stand for.
  func product(
    _ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix, _ counts: SubsetCounts
  ) throws(Overflow) -> KernelOrbitMatrix {
    var numerators: [[KernelPolynomial]] = []
    for (row, k) in left.rows.enumerated() {
      for (column, p) in right.columns.enumerated() {
        var entries = [KernelPolynomial](repeating: KernelPolynomial(), count: min(k, p) + 1)
        for i in counts.sizes(k, p) {
          try work.spend(9 * left.columns.count)
          for (inner, m) in left.columns.enumerated() {
            for (j, x) in left.block(row, inner).enumerated() where !x.isZero {
              for (l, y) in right.block(inner, column).enumerated() where !y.isZero {
                let count = counts.doubledCount(k, p, i, middle: m, j, l)
                guard !count.isZero else { continue }
                entries[i] = entries[i] + (try product(product(x, y), count))
              }
            }
          }
        }
        numerators.append(entries)
      }
    }
    return KernelOrbitMatrix(
      rows: left.rows, columns: right.columns, numerators: numerators,
      denominator: try product(left.denominator, right.denominator).scaled(by: 2))
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
  func trace(_ matrix: KernelOrbitMatrix, _ counts: SubsetCounts) throws(Overflow) -> KernelFraction
  {
    var sum = KernelPolynomial()
    for (index, size) in matrix.rows.enumerated() {
      let diagonal = matrix.block(index, index)[size]
      sum = sum + (try product(diagonal, counts.subsets(size).numerator))
    }
    return KernelFraction(numerator: sum, denominator: matrix.denominator.scaled(by: 2))
  }

  /// The number of rows that stand for the subsets of these sizes.
  func count(_ sizes: [Int], _ counts: SubsetCounts) -> KernelFraction {
    KernelFraction(
      numerator: sizes.reduce(KernelPolynomial()) { $0 + counts.subsets($1).numerator },
      denominator: KernelPolynomial(2))
  }

  /// Whether two matrices of one shape have equal entries at every size that occurs.
  func areEqual(
    _ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix, _ counts: SubsetCounts
  ) throws(Overflow) -> Bool {
    guard left.rows == right.rows, left.columns == right.columns else { return false }
    let gap = try sum(left, scaled(right, by: -.one))
    for (row, k) in gap.rows.enumerated() {
      for (column, m) in gap.columns.enumerated() {
        for size in counts.sizes(k, m) where !gap.block(row, column)[size].isZero { return false }
      }
    }
    return true
  }
}
