import Rational
import TestSupport
import Testing

@testable import Graphs

/// Matrices whose singular values are known: diag(s) Q with a reflection Q has the singular values s.
@Suite struct EigenvalueBoundsTests {
  /// Bounds of a rational matrix, as integers over 2^200.
  private func enclosed(_ rows: [[Rational]]) -> EnclosedMatrix {
    let unit = Rational(Integer(1) << 200)
    return EnclosedMatrix(
      rows: rows.count, columns: rows[0].count, bits: 200,
      bounds: rows.joined().map { (($0 * unit).floor, ($0 * unit).ceiling) })
  }

  /// diag(s) (I - 2 v vᵀ/‖v‖²)
  private func reflected(_ singular: [Rational], by v: [Int]) -> [[Rational]] {
    let norm = v.reduce(0) { $0 + $1 * $1 }
    return singular.indices.map { i in
      singular.indices.map { j in
        singular[i] * ((i == j ? 1 : 0) - Rational(2 * v[i] * v[j], norm))
      }
    }
  }

  private func check(
    _ rows: [[Rational]], _ expected: [Rational], zeros: Int = 0, width: Rational
  ) {
    let bounds = enclosed(rows).gram().eigenvalueBounds(zeros: zeros)
    #expect(bounds.count == expected.count)
    for (value, bound) in zip(expected.sorted(), bounds) {
      #expect(bound.lower <= value && value <= bound.upper, "\(value) \(bound)")
      #expect(bound.upper - bound.lower <= width)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 24])
  func `distinct eigenvalues are enclosed`(_ order: Int) {
    let singular = (1...order).map { Rational($0, 3) }
    check(
      reflected(singular, by: (0..<order).map { $0 % 3 + 1 }), singular.map { $0 * $0 },
      width: Rational(1, 1_000_000_000))
  }

  @Test func `repeated and vanishing eigenvalues are enclosed, and known zeros are exact`() {
    let singular: [Rational] = [0, 0, 0, 1, 1, 2, 2, 2, Rational(1, 1000)]
    let rows = reflected(singular, by: [1, 2, 3, 4, 5, 4, 3, 2, 1])
    let squares = singular.map { $0 * $0 }
    check(rows, squares, width: Rational(1, 10_000_000_000))
    check(rows, squares, zeros: 3, width: Rational(1, 10_000_000_000))
    let known = enclosed(rows).gram().eigenvalueBounds(zeros: 3)
    #expect(known.prefix(3).allSatisfy { $0.lower == 0 && $0.upper == 0 })
    #expect(known[3].lower > 0)
  }

  @Test func `sizes of entries do not matter, and bounds are in proportion`() {
    for scale in [Rational(1, Integer(10).power(20)), Rational(Integer(10).power(20))] {
      let singular = [1, 2, 3].map { Rational($0) * scale }
      check(
        reflected(singular, by: [1, 1, 2]), singular.map { $0 * $0 },
        width: scale * scale / 1_000_000_000)
    }
  }

  @Test func `a zero matrix, one row, and many rows`() {
    check([[0, 0], [0, 0]], [0, 0], width: Rational(1, 1_000_000_000))
    check([[3, 4]], [0, 25], width: Rational(1, 1_000_000_000))
    check(
      Array(repeating: [1, 1], count: 500), [0, 1000], width: Rational(1, 1_000_000))
  }

  @Test func `what entries may be off widens the bounds`() {
    // [1, 2] × [1, 2] contains 1 and 4 as squares of a single entry.
    let one = Integer(1) << 20
    let bounds = EnclosedMatrix(rows: 1, columns: 1, bits: 20, bounds: [(one, one + one)]).gram()
      .eigenvalueBounds(zeros: 0)
    #expect(bounds[0].lower <= 1 && bounds[0].upper >= 4)
  }

  @Test func `random matrices have the trace and the sum of squares of their bounds`() {
    var random = SplitMix64(seed: 20)
    for _ in 0..<20 {
      let (rows, columns) = (
        Int.random(in: 1...6, using: &random), Int.random(in: 1...6, using: &random)
      )
      let matrix = (0..<rows).map { _ in
        (0..<columns).map { _ in Rational(Int.random(in: -9...9, using: &random), 7) }
      }
      let bounds = enclosed(matrix).gram().eigenvalueBounds(zeros: 0)
      func entry(_ i: Int, _ j: Int) -> Rational {
        matrix.reduce(0) { $0 + $1[i] * $1[j] }
      }
      let trace = (0..<columns).reduce(Rational(0)) { $0 + entry($1, $1) }
      #expect(bounds.reduce(0) { $0 + $1.lower } <= trace)
      #expect(bounds.reduce(0) { $0 + $1.upper } >= trace)
      var squares: Rational = 0
      for i in 0..<columns { for j in 0..<columns { squares += entry(i, j) * entry(i, j) } }
      #expect(bounds.reduce(0) { $0 + $1.lower * $1.lower } <= squares)
      #expect(bounds.reduce(0) { $0 + $1.upper * $1.upper } >= squares)
    }
  }
}
