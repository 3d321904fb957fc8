import Rational

/// A matrix whose rows and columns stand for subsets of the vertices, and whose entry at (a, b)
/// depends on |a ∩ b| alone.
///
/// Several blocks of rows or of columns may follow one another. The table has an entry for each size
/// of an intersection up to the smaller subset; with r < 4 some of these sizes do not occur.
struct OrbitTable: Hashable, Sendable {
  /// The sizes of the subsets that the rows stand for, block by block: 0, 1 or 2.
  var rows: [Int]
  var columns: [Int]
  /// The entries of each block by size of the intersection; blocks row by row.
  var blocks: [[SymbolFraction]]

  init(rows: [Int], columns: [Int], blocks: [[SymbolFraction]]) {
    self.rows = rows
    self.columns = columns
    self.blocks = blocks
  }

  /// A matrix of one block.
  init(_ row: Int, _ column: Int, _ entries: [SymbolFraction]) {
    self.init(rows: [row], columns: [column], blocks: [entries])
  }

  func block(_ row: Int, _ column: Int) -> [SymbolFraction] {
    blocks[row * columns.count + column]
  }

  /// The same shape with other entries.
  func map(
    _ body: (SymbolFraction) throws(Rejection) -> SymbolFraction
  ) throws(Rejection) -> OrbitTable {
    var result: [[SymbolFraction]] = []
    for block in blocks {
      var entries: [SymbolFraction] = []
      for entry in block { entries.append(try body(entry)) }
      result.append(entries)
    }
    return OrbitTable(rows: rows, columns: columns, blocks: result)
  }

  var transposed: OrbitTable {
    OrbitTable(
      rows: columns, columns: rows,
      blocks: columns.indices.flatMap { column in rows.indices.map { block($0, column) } })
  }

  /// The identity of the given blocks.
  static func identity(_ sizes: [Int]) -> OrbitTable {
    OrbitTable(
      rows: sizes, columns: sizes,
      blocks: sizes.indices.flatMap { row in
        sizes.indices.map { column in
          (0...min(sizes[row], sizes[column])).map {
            row == column && $0 == sizes[row] ? .one : .zero
          }
        }
      })
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
  private func doubled(_ n: Int, minus shift: Int) -> SymbolPolynomial {
    let vertices = SymbolPolynomial([Monomial(0): 1, .one: Integer(-shift)])
    let polynomial =
      switch n {
      case 0: SymbolPolynomial(2)
      case 1: vertices.scaled(by: 2)
      // (r - s)(r - s - 1)
      default:
        SymbolPolynomial([
          Monomial(0, exponent: 2): 1, Monomial(0): Integer(-2 * shift - 1),
          .one: Integer(shift * (shift + 1)),
        ])
      }
    guard case .single(let order) = range else { return polynomial }
    return polynomial.replacing(0, by: Integer(order))
  }

  /// The number of n-subsets of the vertices.
  func subsets(_ n: Int) -> SymbolFraction {
    SymbolFraction(numerator: doubled(n, minus: 0), denominator: SymbolPolynomial(2))
  }

  /// Twice the number of m-subsets c with |a ∩ c| = j and |c ∩ b| = l, where |a| = k, |b| = p and
  /// |a ∩ b| = i.
  ///
  /// With s = |a ∩ b ∩ c|: c has s of i, j - s of k - i, l - s of p - i and the rest of the other
  /// r - k - p + i vertices.
  func doubledCount(
    _ k: Int, _ p: Int, _ i: Int, middle m: Int, _ j: Int, _ l: Int
  ) -> SymbolPolynomial {
    var sum = SymbolPolynomial()
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

extension SymbolRing {
  /// The product of two matrices.
  ///
  /// - Precondition: The columns of the left stand for what the rows of the right stand for.
  func product(
    _ left: OrbitTable, _ right: OrbitTable, _ counts: SubsetCounts
  ) throws(Overflow) -> OrbitTable {
    var blocks: [[SymbolFraction]] = []
    for (row, k) in left.rows.enumerated() {
      for (column, p) in right.columns.enumerated() {
        var entries = [SymbolFraction](repeating: .zero, count: min(k, p) + 1)
        for i in counts.sizes(k, p) {
          var sum = SymbolFraction.zero
          for (inner, m) in left.columns.enumerated() {
            for (j, x) in left.block(row, inner).enumerated() where !x.isZero {
              for (l, y) in right.block(inner, column).enumerated() where !y.isZero {
                let count = counts.doubledCount(k, p, i, middle: m, j, l)
                guard !count.isZero else { continue }
                var term = try product(x, y)
                term.numerator = try product(term.numerator, count)
                sum = try self.sum(sum, term)
              }
            }
          }
          entries[i] = try product(
            sum, SymbolFraction(numerator: .one, denominator: SymbolPolynomial(2)))
        }
        blocks.append(entries)
      }
    }
    return OrbitTable(rows: left.rows, columns: right.columns, blocks: blocks)
  }

  /// The sum of the diagonal. Precondition: rows and columns stand for the same.
  func trace(_ matrix: OrbitTable, _ counts: SubsetCounts) throws(Overflow) -> SymbolFraction {
    var sum = SymbolFraction.zero
    for (index, size) in matrix.rows.enumerated() {
      let diagonal = matrix.block(index, index)[size]
      sum = try self.sum(sum, product(diagonal, counts.subsets(size)))
    }
    return sum
  }

  /// The number of rows that stand for the subsets of these sizes.
  func count(_ sizes: [Int], _ counts: SubsetCounts) throws(Overflow) -> SymbolFraction {
    var sum = SymbolFraction.zero
    for size in sizes { sum = try self.sum(sum, counts.subsets(size)) }
    return sum
  }

  /// Whether two matrices of one shape have equal entries at every size that occurs.
  func areEqual(
    _ left: OrbitTable, _ right: OrbitTable, _ counts: SubsetCounts
  ) throws(Overflow) -> Bool {
    guard left.rows == right.rows, left.columns == right.columns else { return false }
    for (row, k) in left.rows.enumerated() {
      for (column, m) in left.columns.enumerated() {
        let (x, y) = (left.block(row, column), right.block(row, column))
        for size in counts.sizes(k, m) where try !areEqual(x[size], y[size]) { return false }
      }
    }
    return true
  }
}
