import Graphs
import Polynomials
import Rational
import Testing

@Suite struct CharacteristicPolynomialTests {
  static func polynomial(_ coefficients: [Int]) -> Polynomial<Rational> {
    Polynomial(coefficients.map { Rational($0) })
  }

  @Test func `small matrices by hand`() throws {
    #expect(
      try integers([[1, 2], [3, 4]]).characteristicPolynomial() == Self.polynomial([-2, -5, 1]))
    // A companion matrix has its polynomial: x³ - 2x² - 5x + 6.
    #expect(
      try integers([[0, 0, -6], [1, 0, 5], [0, 1, 2]]).characteristicPolynomial()
        == Self.polynomial([6, -5, -2, 1]))
    #expect(
      try Matrix<Rational>(rows: 0, columns: 0) { _, _ in .zero }.characteristicPolynomial()
        == Self.polynomial([1]))
    #expect(
      try Matrix<Rational>.zero(rows: 3, columns: 3).characteristicPolynomial()
        == Self.polynomial([0, 0, 0, 1]))
  }

  @Test func `random matrices agree with the integer recurrence`() throws {
    var draws = Draws(seed: 7)
    for _ in 0..<40 {
      let size = Int.random(in: 1...6, using: &draws)
      let bound = Int.random(in: 1...4, using: &draws)
      let entries = (0..<size).map { _ in
        (0..<size).map { _ in Int.random(in: -bound...bound, using: &draws) }
      }
      let rows = entries.map { $0.enumerated().map { (column: $0.offset, value: $0.element) } }
      let expected = faddeevLeVerrier(size: size, rows)
      #expect(
        try integers(entries).characteristicPolynomial()
          == Polynomial(expected.map { Rational($0) }))
    }
  }

  /// The same over another field, where the elimination is one of fractions.
  @Test func `remainders and the elimination in the field agree`() throws {
    var draws = Draws(seed: 9)
    for size in 0...8 {
      for rank in 0...size {
        let matrix = draws.matrix(size, size, rank: rank)
        let roots = Matrix<Surd>(rows: size, columns: size) { Surd(matrix[$0, $1]) }
        #expect(
          try roots.characteristicPolynomial()
            == Polynomial(matrix.characteristicPolynomial().coefficients.map { Surd($0) }))
      }
    }
  }

  @Test func `a matrix is a root of its polynomials`() throws {
    var draws = Draws(seed: 8)
    for _ in 0..<20 {
      let matrix = draws.matrix(4, 4)
      let minimal = try matrix.minimalPolynomial()
      let characteristic = try matrix.characteristicPolynomial()
      #expect(characteristic.divided(by: minimal).remainder.coefficients.isEmpty)
      for polynomial in [minimal, characteristic] {
        var value = Matrix<Rational>.zero(rows: 4, columns: 4)
        for coefficient in polynomial.coefficients.reversed() {
          value = value * matrix + Matrix.identity(4).scaled(by: coefficient)
        }
        #expect(value.isZero)
      }
    }
  }

  @Test func `a repeated eigenvalue lowers the degree of the minimal polynomial`() throws {
    // diag(2, 2, 3), and a Jordan block of size 2.
    #expect(
      try integers([[2, 0, 0], [0, 2, 0], [0, 0, 3]]).minimalPolynomial()
        == Self.polynomial([6, -5, 1]))
    #expect(try integers([[2, 1], [0, 2]]).minimalPolynomial() == Self.polynomial([4, -4, 1]))
    #expect(try Matrix<Rational>.identity(3).minimalPolynomial() == Self.polynomial([-1, 1]))
  }

  @Test func `rectangular matrices are refused`() {
    #expect(throws: MatrixError.notSquare) {
      try integers([[1, 2]]).characteristicPolynomial()
    }
    #expect(throws: MatrixError.notSquare) { try integers([[1, 2]]).minimalPolynomial() }
  }
}
