import Polynomials
import Rational
import TestSupport
import Testing

@testable import Graphs

@Suite struct InertiaTests {
  /// Counts by the signs of the eigenvalues.
  private func bySpectrum(_ matrix: Matrix<Rational>) throws -> Inertia {
    let eigenvalues = try matrix.realEigenvalues()
    func count(_ sign: Int) -> Int {
      eigenvalues.reduce(0) { $0 + ($1.value.sign == sign ? $1.multiplicity : 0) }
    }
    return Inertia(positive: count(1), zero: count(0), negative: count(-1))
  }

  /// The elimination of the general field, which does not know that its numbers are fractions.
  private func general<Scalar: OrderedExactField>(_ matrix: Matrix<Scalar>) throws -> Inertia {
    try matrix.inertia()
  }

  /// A symmetric matrix `XᵀDX` and the signs of D: its inertia when X has full rank.
  private func congruent(
    _ size: Int, rank: Int, _ random: inout SplitMix64
  ) -> (matrix: Matrix<Rational>, signs: [Int]) {
    while true {
      let x = Matrix<Rational>(rows: rank, columns: size) { _, _ in
        Rational(random.int(in: -5...5), random.int(in: 1...4))
      }
      if x.rank < rank { continue }
      let d = (0..<rank).map { _ in Rational(random.int(in: 1...9) * random.element(of: [1, -1])) }
      return (x.transposed * x.rowsScaled(by: d), d.map(\.sign))
    }
  }

  @Test(arguments: Seeds.all)
  func `Sylvester's law`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 3, 5, 8] {
      for rank in 0...size {
        let (matrix, signs) = congruent(size, rank: rank, &random)
        let expected = Inertia(
          positive: signs.count { $0 > 0 }, zero: size - rank, negative: signs.count { $0 < 0 })
        #expect(try matrix.inertia() == expected, "\(matrix)")
        #expect(try general(matrix) == expected, "\(matrix)")
        #expect(try bySpectrum(matrix) == expected, "\(matrix)")
        #expect(try general(matrix.map { $0 }.surds) == expected)
      }
    }
  }

  @Test func `small and degenerate matrices`() throws {
    #expect(try Matrix<Rational>([]).inertia() == Inertia(positive: 0, zero: 0, negative: 0))
    #expect(try Matrix<Rational>([]).inertia().isPositiveDefinite)
    #expect(try Matrix<Rational>([[0]]).inertia() == Inertia(positive: 0, zero: 1, negative: 0))
    #expect(try Matrix<Rational>([[-3]]).inertia() == Inertia(positive: 0, zero: 0, negative: 1))
    #expect(
      try Matrix<Rational>([[0, 1], [1, 0]]).inertia()
        == Inertia(positive: 1, zero: 0, negative: 1))
    #expect(
      try Matrix<Rational>.zero(rows: 4, columns: 4).inertia()
        == Inertia(positive: 0, zero: 4, negative: 0))
    #expect(
      try Matrix<Rational>.ones(rows: 4, columns: 4).inertia()
        == Inertia(positive: 1, zero: 3, negative: 0))
    #expect(throws: MatrixError.notSymmetric) {
      try Matrix<Rational>([[1, 2], [0, 1]]).inertia()
    }
    #expect(throws: MatrixError.notSymmetric) { try Matrix<Rational>([[1, 2]]).inertia() }
  }

  @Test func `definite, semidefinite and neither`() throws {
    let laplacian = Matrix<Rational>(rows: 5, columns: 5) { $0 == $1 ? 4 : -1 }
    #expect(try laplacian.inertia().isPositiveSemidefinite)
    #expect(try !laplacian.inertia().isPositiveDefinite)
    let shifted = laplacian + .identity(5)
    #expect(try shifted.inertia().isPositiveDefinite)
    #expect(try shifted.scaled(by: -1).inertia().isNegativeDefinite)
    #expect(try laplacian.scaled(by: -1).inertia().isNegativeSemidefinite)
    let both = laplacian - .identity(5)
    #expect(try !both.inertia().isPositiveSemidefinite && !both.inertia().isNegativeSemidefinite)
    #expect(try both.inertia() == Inertia(positive: 4, zero: 0, negative: 1))
  }

  @Test func `a matrix that is singular but for a last digit`() throws {
    let tiny = Rational(1, Integer(10).power(40))
    for (change, expected) in [(tiny, 1), (-tiny, -1), (0, 0)] {
      let matrix = Matrix<Rational>([[1, 2, 3], [2, 4 + 1, 6], [3, 6, 9 + change]])
      #expect(
        try matrix.inertia()
          == Inertia(
            positive: 2 + (expected > 0 ? 1 : 0), zero: expected == 0 ? 1 : 0,
            negative: expected < 0 ? 1 : 0))
    }
  }

  @Test func `square roots as entries`() throws {
    let two = try Surd.squareRoot(of: 2)
    // Eigenvalues √2 ± 1, and √2 ± √2.
    #expect(
      try Matrix<Surd>([[two, 1], [1, two]]).inertia()
        == Inertia(positive: 2, zero: 0, negative: 0))
    #expect(
      try Matrix<Surd>([[two, two], [two, two]]).inertia()
        == Inertia(positive: 1, zero: 1, negative: 0))
    #expect(
      try Matrix<Surd>([[1, two], [two, 1]]).inertia()
        == Inertia(positive: 1, zero: 0, negative: 1))
  }
}

extension Matrix where Scalar == Rational {
  /// The same numbers in the field of square roots.
  fileprivate var surds: Matrix<Surd> {
    Matrix<Surd>(rows: rows, columns: columns) { Surd(self[$0, $1]) }
  }
}
