import Certificates
import Rational
import TestSupport
import Testing

@testable import Weights

@Suite struct ClassStatisticsTests {
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

  /// Different sizes, from the definitions.
  @Test(arguments: 1...20)
  func `within and between are sums of squares about means`(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let sizes = (0..<3).map { _ in source.int(in: 1...4) }
    let count = sizes.reduce(0, +)
    let values = random(2, count, &source)
    let found = ClassStatistics(matrix(values), sizes: sizes)
    func mean(_ values: some Collection<Rational>) -> Rational {
      values.reduce(0, +) / Rational(values.count)
    }
    var (within, between) = (Rational(0), Rational(0))
    for (index, row) in values.enumerated() {
      var (means, start) = ([Rational](), 0)
      for size in sizes {
        let part = row[start..<(start + size)]
        means.append(mean(part))
        for value in part { within += (value - mean(part)).power(2) }
        start += size
      }
      for value in means { between += (value - mean(means)).power(2) }
      #expect(means == (0..<3).map { found.means[index, $0] })
    }
    #expect(found.within == within / Rational(count))
    #expect(found.between == between / 3)
  }

  @Test func `equal features of a class have no variability`() {
    let values: [[Rational]] = [[1, 1, 2, 2], [0, 0, Rational(1, 3), Rational(1, 3)]]
    let found = ClassStatistics(matrix(values), sizes: [2, 2])
    #expect(found.within == 0)
    #expect(found.collapse == 0)
  }

  /// In one dimension Σ_B⁺ is 1/Σ_B, or 0.
  @Test func `the metric of collapse is that of the pseudo-inverse`() {
    let line = ClassStatistics(matrix([[1, 3, 5, 9]]), sizes: [2, 2])
    // Within: (1 + 1 + 4 + 4)/4; between: means 2 and 7.
    #expect(line.within == Rational(5, 2))
    #expect(line.between == Rational(25, 4))
    #expect(line.collapse == Rational(1, 5))
    // Two rows that are the same: Σ_B = 25/4 J, whose pseudo-inverse is 1/25 J; tr(Σ_W Σ_B⁺) = 10/25.
    let twice = ClassStatistics(matrix([[1, 3, 5, 9], [1, 3, 5, 9]]), sizes: [2, 2])
    #expect(twice.collapse == Rational(1, 5))
    // Means that coincide.
    #expect(ClassStatistics(matrix([[1, 3, 1, 3]]), sizes: [2, 2]).collapse == 0)
  }
}
