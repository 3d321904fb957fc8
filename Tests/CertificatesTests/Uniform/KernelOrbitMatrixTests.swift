import Rational
import TestSupport
import Testing

@testable import Certificates

/// The subsets of {0 … r-1} of one size after the other.
private func subsets(_ sizes: [Int], _ order: Int) -> [Set<Int>] {
  sizes.flatMap { size -> [Set<Int>] in
    switch size {
    case 0: [[]]
    case 1: (0..<order).map { [$0] }
    default: (0..<order).flatMap { a in ((a + 1)..<order).map { [a, $0] } }
    }
  }
}

/// The matrix with all its entries at one r.
private func dense(_ table: KernelOrbitMatrix, _ order: Int) throws -> [[Rational]] {
  func value(_ polynomial: KernelPolynomial) throws -> Integer {
    try #require(polynomial.replacing(0, by: Integer(order)).constant)
  }
  let denominator = try value(table.denominator)
  func blocks(_ sizes: [Int]) -> [(Int, Set<Int>)] {
    sizes.enumerated().flatMap { index, size in subsets([size], order).map { (index, $0) } }
  }
  return try blocks(table.rows).map { row, a in
    try blocks(table.columns).map { column, b in
      Rational(try value(table.block(row, column)[a.intersection(b).count]), denominator)
    }
  }
}

private func product(_ a: [[Rational]], _ b: [[Rational]]) -> [[Rational]] {
  a.map { row in
    b[0].indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
  }
}

@Suite struct `matrices of a uniform proof` {
  private let ring = RadicalRing(names: ["r"], firstRoot: 1, squares: [])

  private func table(_ rows: [Int], _ columns: [Int], _ random: inout SplitMix64)
    -> KernelOrbitMatrix
  {
    var numerators: [[KernelPolynomial]] = []
    for row in rows {
      for column in columns {
        numerators.append(
          (0...min(row, column)).map { _ in
            KernelPolynomial([
              .one: Integer(random.int(in: -3...3)), Monomial(0): Integer(random.int(in: -2...2)),
            ])
          })
      }
    }
    let shift = random.int(in: 1...5)
    return KernelOrbitMatrix(
      rows: rows, columns: columns, numerators: numerators,
      denominator: KernelPolynomial([Monomial(0): 1, .one: Integer(shift)]))
  }

  private func sizes(_ random: inout SplitMix64) -> [Int] {
    (0..<random.int(in: 1...2)).map { _ in random.int(in: 0...2) }
  }

  /// For r = 3 … 7, each by itself; and the table for all r ≥ 4, taken at r = 4 … 7.
  @Test(arguments: Seeds.all)
  func `are what their entries are`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let (k, m, p) = (sizes(&random), sizes(&random), sizes(&random))
      let (a, b, c) = (table(k, m, &random), table(m, p, &random), table(k, m, &random))
      let square = table(m, m, &random)
      let general = SubsetCounts(range: .from(4))
      let generalProduct = try ring.product(a, b, general)
      let generalTrace = try ring.trace(square, general)
      for order in 3...6 {
        let counts = SubsetCounts(range: .single(order))
        let (x, y, z) = (try dense(a, order), try dense(b, order), try dense(c, order))
        let full = product(x, y)
        let trace = try dense(square, order).enumerated().reduce(0) { $0 + $1.element[$1.offset] }
        if order >= 4 {
          #expect(try dense(generalProduct, order) == full, "\(k) \(m) \(p), r = \(order)")
          let at = { (value: KernelPolynomial) in value.replacing(0, by: Integer(order)).constant }
          let (top, bottom) = (at(generalTrace.numerator), at(generalTrace.denominator))
          #expect(Rational(try #require(top), try #require(bottom)) == trace)
        }
        // With r in its place from the start.
        func fixed(_ table: KernelOrbitMatrix) -> KernelOrbitMatrix {
          KernelOrbitMatrix(
            rows: table.rows, columns: table.columns,
            numerators: table.numerators.map { $0.map { $0.replacing(0, by: Integer(order)) } },
            denominator: table.denominator.replacing(0, by: Integer(order)))
        }
        #expect(try dense(ring.product(fixed(a), fixed(b), counts), order) == full)
        let single = try ring.trace(fixed(square), counts)
        #expect(
          Rational(
            try #require(single.numerator.constant), try #require(single.denominator.constant))
            == trace)

        #expect(
          try dense(a.transposed, order) == x[0].indices.map { column in x.map { $0[column] } })
        #expect(
          try dense(ring.sum(a, c), order) == zip(x, z).map { zip($0, $1).map { $0 + $1 } })
        #expect(try dense(ring.stack(a, c), order) == x + z)
        let factor = KernelFraction(Rational(2, 3))
        #expect(
          try dense(ring.scaled(a, by: factor), order) == x.map { $0.map { $0 * Rational(2, 3) } })
        let isEqual = try ring.areEqual(fixed(a), fixed(c), counts)
        #expect(isEqual == (x == z))
        let count = ring.count(k, counts)
        #expect(count.numerator.constant == Integer(2 * x.count))
      }
    }
  }

  /// Every count of subsets, by listing them.
  @Test func `counts of subsets`() throws {
    for order in 3...7 {
      let (single, general) = (SubsetCounts(range: .single(order)), SubsetCounts(range: .from(4)))
      for k in 0...2 {
        for p in 0...2 {
          for i in single.sizes(k, p) {
            let a = Set(0..<k)
            let b = Set(0..<i).union(k..<(k + p - i))
            for m in 0...2 {
              for j in 0...min(k, m) {
                for l in 0...min(m, p) {
                  let listed = subsets([m], order).count {
                    a.intersection($0).count == j && b.intersection($0).count == l
                  }
                  let counted = single.doubledCount(k, p, i, middle: m, j, l).constant
                  #expect(counted == Integer(2 * listed))
                  let formula = general.doubledCount(k, p, i, middle: m, j, l)
                  #expect(formula.replacing(0, by: Integer(order)).constant == Integer(2 * listed))
                }
              }
            }
          }
        }
      }
    }
    #expect(SubsetCounts(range: .single(3)).sizes(2, 2) == [1, 2])
    #expect(SubsetCounts(range: .single(4)).sizes(2, 2) == [0, 1, 2])
    #expect(SubsetCounts(range: .from(4)).sizes(2, 1) == [0, 1])
  }
}
