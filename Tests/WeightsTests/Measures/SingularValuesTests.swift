import Certificates
import Rational
import TestSupport
import Testing

@testable import Weights

@Suite struct SingularValuesTests {
  private func matrix(_ rows: [[Rational]]) -> PointMatrix {
    PointMatrix(rows: rows.count, columns: rows[0].count, entries: rows.flatMap { $0 })
  }

  private func values(_ rows: [[Rational]]) throws -> SingularValues {
    let matrix = matrix(rows)
    return try #require(SingularValues(of: matrix, rank: matrix.exactRank()))
  }

  /// [[3, 0], [4, 5]] has the singular values 3√5 and √5: their squares add up to 50, their product is 15.
  @Test func `known singular values are within their bounds`() throws {
    for rows: [[Rational]] in [[[3, 0], [4, 5]], [[3, 4], [0, 5]], [[3, 0, 0], [4, 5, 0]]] {
      let found = try values(rows)
      let squares = found.bounds.map { ($0.lower.power(2), $0.upper.power(2)) }
      #expect(squares[0].0 <= 45 && 45 <= squares[0].1)
      #expect(squares[1].0 <= 5 && 5 <= squares[1].1)
      #expect(found.bounds.allSatisfy { $0.upper - $0.lower < Rational(1, 1_000_000) })
      // 3√5/√5
      let condition = try #require(found.condition)
      let upper = try #require(condition.upper)
      #expect(condition.lower <= 3 && 3 <= upper)
    }
  }

  /// A diagonal matrix with a value at, just above and just below the threshold.
  @Test func `a value at the threshold does not count, and one that is hardly above does`() throws {
    let tiny = Rational(1, Integer(10).power(30))
    for (value, count): (Rational, Int) in [
      (Rational(1, 1000), 1), (Rational(1, 1000) + tiny, 2), (Rational(1, 1000) - tiny, 1),
    ] {
      let found = try values([[1, 0], [0, value]])
      #expect(found.count(above: .relative(Rational(1, 1000))).decided == count)
      #expect(found.count(above: .absolute(Rational(1, 1000))).decided == count)
    }
  }

  /// √2 and √2/1000 have squares 2 and 2·10⁻⁶; the largest one is no fraction, and its square is.
  @Test func `a relative threshold that is met exactly is decided`() throws {
    let found = try values([[1, -1], [Rational(1, 1000), Rational(1, 1000)]])
    #expect(found.count(above: .relative(Rational(1, 1000))).decided == 1)
  }

  /// The squares are those of [[2, 1], [1, 1]], (3 ± √5)/2, whose quotient ((3 + √5)/2)² is irrational. The other
  /// block has them 10⁻⁶ times: the largest of it is at the threshold, and no fraction tells.
  @Test func `what is not decided is not guessed`() throws {
    let small = Rational(1, 1000)
    let found = try values([
      [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, small, small], [0, 0, small, 0],
    ])
    let count = found.count(above: .relative(small))
    #expect(count.decided == nil)
    #expect(count.atLeast == 2 && count.atMost == 3)
    #expect(found.count(above: .relative(small * Rational(1001, 1000))).decided == 2)
    #expect(found.count(above: .relative(small * Rational(999, 1000))).decided == 3)
  }

  @Test func `zeros are exactly zero`() throws {
    let found = try values([[1, 2], [2, 4]])
    #expect(found.bounds[1] == (0, 0))
    #expect(found.condition == nil)
    #expect(found.count(above: .relative(Rational(1, 1_000_000_000))).decided == 1)
    let nothing = try values([[0, 0], [0, 0]])
    #expect(nothing.count(above: .relative(Rational(1, 1000))).decided == 0)
    #expect(nothing.count(above: .absolute(0)).decided == 0)
    #expect(nothing.bounds.allSatisfy { $0 == (0, 0) })
  }

  /// A product of thin matrices and noise: nearly of rank r, and of full rank exactly.
  @Test(arguments: 1...10)
  func `noise counts for the exact rank alone`(_ seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let rank = source.int(in: 1...3)
    var random: [[Int]] = []
    for _ in 0..<12 { random.append((0..<6).map { _ in source.int(in: -5...5) }) }
    let noise = Rational(1, 1 << 30)
    let rows = (0..<6).map { i in
      (0..<6).map { j in
        // Triangular with ones in the thin matrices, so that these have rank r.
        (0..<rank).reduce(Rational(random[6 + i][j]) * noise + (i == j ? noise * 100 : 0)) {
          sum, k in
          let left = i < rank ? (i == k ? 1 : i > k ? random[i][k] : 0) : random[i][k]
          let right = j < rank ? (j == k ? 1 : j > k ? random[j][k] : 0) : random[j][k]
          return sum + Rational(left * right)
        }
      }
    }
    let found = try values(rows)
    #expect(found.rank == 6)
    #expect(found.count(above: .relative(Rational(1, 100_000))).decided == rank)
  }

  @Test(arguments: 1...40)
  func `a square root is between its bounds`(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let top = Integer(source.int(in: 1...1_000_000)).power(source.int(in: 1...20))
    let bottom = Integer(source.int(in: 1...1_000_000)).power(source.int(in: 1...20))
    let value = Rational(top, bottom)
    let (lower, upper) = SingularValues.root(value)
    #expect(lower.power(2) <= value && value <= upper.power(2))
    #expect(upper - lower <= upper / Rational(Integer(1) << 60))
    let square = SingularValues.root(value.power(2))
    #expect(square.lower <= value && value <= square.upper)
  }
}
