import Certificates
import Rational
import TestSupport
import Testing

@testable import Weights

@Suite struct LayerTests {
  private func random(_ rows: Int, _ columns: Int, _ random: inout SplitMix64) -> [[Rational]] {
    (0..<rows).map { _ in
      (0..<columns).map { _ in
        let top = random.int(in: -5...5)
        let bottom = random.int(in: 1...3)
        return Rational(top, bottom)
      }
    }
  }

  private func matrix(_ rows: [[Rational]]) -> PointMatrix {
    PointMatrix(rows: rows.count, columns: rows[0].count, entries: rows.flatMap { $0 })
  }

  /// The rank by rational elimination.
  private func rank(_ input: [[Rational]]) -> Int {
    var rows = input
    var rank = 0
    for column in 0..<rows[0].count {
      guard let pivot = (rank..<rows.count).first(where: { !rows[$0][column].isZero })
      else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank {
        let factor = rows[row][column] / rows[rank][column]
        rows[row] = zip(rows[row], rows[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    return rank
  }

  @Test(arguments: 1...60)
  func `the rank is that of rational elimination`(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let rows = source.int(in: 1...6)
    let columns = source.int(in: 1...6)
    let inner = source.int(in: 1...6)
    let left = random(rows, inner, &source)
    let right = random(inner, columns, &source)
    let product = left.map { row in
      (0..<columns).map { column in
        (0..<inner).reduce(Rational(0)) { $0 + row[$1] * right[$1][column] }
      }
    }
    #expect(matrix(product).exactRank() == rank(product))
    #expect(matrix(product).exactRank(atMost: inner) == rank(product))
  }

  @Test func `a multiple of the prime does not fool the rank`() {
    let prime = Rational((Integer(1) << 61) - 1)
    #expect(matrix([[prime, 0], [0, 1]]).exactRank() == 2)
    #expect(matrix([[prime]]).exactRank() == 1)
    #expect(matrix([[0, 0], [0, 0]]).exactRank() == 0)
  }

  @Test(arguments: 1...20)
  func `within and between add up to the whole variance`(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let (classes, samples) = (3, 4)
    let values = random(2, classes * samples, &source)
    let (within, between) = LayerReport.variability(matrix(values), classes: classes)
    var (expectedWithin, whole) = (Rational(0), Rational(0))
    func mean(_ values: ArraySlice<Rational>) -> Rational {
      values.reduce(0, +) / Rational(values.count)
    }
    for row in values {
      for label in 0..<classes {
        let part = row[(label * samples)..<((label + 1) * samples)]
        for value in part { expectedWithin += (value - mean(part)).power(2) }
      }
      for value in row { whole += (value - mean(row[...])).power(2) }
    }
    let count = Rational(classes * samples)
    #expect(within == expectedWithin / count)
    #expect(within + between == whole / count)
  }

  @Test func `equal features of a class have no variability`() {
    let values: [[Rational]] = [[1, 1, 2, 2], [0, 0, Rational(1, 3), Rational(1, 3)]]
    #expect(LayerReport.variability(matrix(values), classes: 2).within == 0)
  }
}
