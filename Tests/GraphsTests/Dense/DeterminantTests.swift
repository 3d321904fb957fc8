import Polynomials
import Rational
import TestSupport
import Testing

@testable import Graphs

@Suite struct DeterminantTests {
  /// The expansion along the first row.
  private func expansion<Scalar>(_ matrix: Matrix<Scalar>) -> Scalar {
    if matrix.rows == 0 { return .one }
    return (0..<matrix.columns).reduce(into: .zero) { sum, column in
      let minor = matrix.selecting(
        rows: 1..<matrix.rows, columns: (0..<matrix.columns).filter { $0 != column })
      let term = matrix[0, column] * expansion(minor)
      if column % 2 == 0 { sum += term } else { sum -= term }
    }
  }

  /// Entries of a few sizes, often zero.
  private func matrix(_ size: Int, _ random: inout SplitMix64) -> Matrix<Rational> {
    Matrix(rows: size, columns: size) { _, _ in
      switch random.int(in: 0...5) {
      case 0, 1: 0
      case 2: random.rational()
      default: random.smallRational()
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `determinants are those of the expansion`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in 0...5 {
      for _ in 0..<12 {
        let value = matrix(size, &random)
        let expected = expansion(value)
        #expect(value.determinant == expected, "\(value)")
        #expect(general(value) == expected, "\(value)")
        let roots = Matrix<Surd>(rows: size, columns: size) { Surd(value[$0, $1]) }
        #expect(roots.determinant == Surd(expected))
      }
    }
  }

  /// The determinant by operations of the field, which does not know that it is that of fractions.
  private func general<Scalar>(_ matrix: Matrix<Scalar>) -> Scalar { matrix.determinant }

  @Test(arguments: Seeds.all)
  func `remainders and elimination agree`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 7, 13, 20] {
      let words = (0..<size).map { _ in (0..<size).map { _ in random.int(in: -1000...1000) } }
      let integers = words.map { $0.map { Integer($0) } }
      #expect(
        Rational(Integer.determinant(words)) == Matrix.determinantByElimination(integers))
    }
  }

  @Test(arguments: Seeds.all)
  func `determinants multiply, and change with rows as they should`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 6, 9] {
      let (a, b) = (matrix(size, &random), matrix(size, &random))
      #expect((a * b).determinant == a.determinant * b.determinant)
      #expect(a.transposed.determinant == a.determinant)
      #expect(a.scaled(by: 3).determinant == a.determinant * Rational(3).power(size))
      var exchanged = a
      exchanged.swapRows(0, size - 1)
      #expect(exchanged.determinant == (size == 1 ? a.determinant : -a.determinant))
      // det(x I - M) at 0 is det(-M).
      let constant = try a.characteristicPolynomial().evaluate(at: 0)
      #expect(constant == (size % 2 == 0 ? a.determinant : -a.determinant))
      #expect((a.determinant == 0) == (a.inverse == nil))
    }
  }

  @Test func `singular matrices have the determinant 0`() {
    let vector = Matrix<Rational>(rows: 5, columns: 1) { row, _ in Rational(1, row + 1) }
    #expect((vector * vector.transposed).determinant == 0)
    #expect(Matrix<Rational>.ones(rows: 3, columns: 3).determinant == 0)
    #expect(Matrix<Rational>([[0, 1], [0, 2]]).determinant == 0)
    #expect(Matrix<Rational>([[1, 1, 0], [1, 1, 1], [2, 2, 1]]).determinant == 0)
    #expect(Matrix<Rational>([[0, 1], [1, 0]]).determinant == -1)
  }

  @Test func `the reciprocal of Hilbert's determinant is Cauchy's integer`() {
    // 1/det = ∏_{k=1}^{n-1} (2k+1) binom(2k, k)².
    var reciprocal = Integer(1)
    for size in 1...30 {
      let hilbert = Matrix(rows: size, columns: size) { Rational(1, $0 + $1 + 1) }
      #expect(hilbert.determinant == Rational(1, reciprocal), "\(size)")
      let middle = Integer.binomial(2 * size, size)
      reciprocal *= Integer(2 * size + 1) * middle * middle
    }
  }

  @Test func `the determinant of J - I and of a matrix of roots`() {
    for size in 1...12 {
      let matrix = Matrix<Rational>(rows: size, columns: size) { $0 == $1 ? 0 : 1 }
      #expect(matrix.determinant == Rational(size % 2 == 0 ? -(size - 1) : size - 1))
    }
    let roots = Matrix<Surd>([[Surd(1), (try? Surd.squareRoot(of: 2)) ?? 0], [1, 1]])
    #expect(roots.determinant * roots.determinant == Surd(3) - 2 * roots[0, 1])
  }
}
