import Graphs
import Polynomials
import Rational
import Testing

/// A list of values with multiplicities, all of them integers.
func claim(_ pairs: [(Int, Int)]) -> [Eigenvalue<Rational>] {
  pairs.map { Eigenvalue(Rational($0.0), multiplicity: Rational($0.1)) }
}

@Suite struct SpectrumTests {
  /// A symmetric matrix with the given eigenvalues: a diagonal matrix between two copies of a
  /// rational reflection `I - 2 v vᵀ / vᵀv`.
  static func matrix(
    eigenvalues: [Rational], _ draws: inout Draws
  ) -> Matrix<Rational> {
    let size = eigenvalues.count
    let v = Matrix<Rational>(rows: size, columns: 1) { _, _ in
      Rational(Int.random(in: 1...3, using: &draws))
    }
    let reflection =
      Matrix.identity(size)
      - (v * v.transposed).scaled(by: Rational(2) * v.squaredNorm.inverse)
    let diagonal = Matrix<Rational>(rows: size, columns: size) {
      $0 == $1 ? eigenvalues[$0] : .zero
    }
    return reflection * diagonal * reflection
  }

  @Test func `the spectrum of a constructed matrix is found`() throws {
    var draws = Draws(seed: 30)
    for _ in 0..<30 {
      let size = Int.random(in: 1...5, using: &draws)
      let values = (0..<size).map { _ in Rational(Int.random(in: -3...3, using: &draws), 2) }
      let matrix = Self.matrix(eigenvalues: values, &draws)
      let expected = Set(values).sorted(by: >).map { value in
        Eigenvalue(value, multiplicity: Rational(values.count { $0 == value }))
      }
      #expect(try matrix.spectrum() == expected)
      #expect(matrix.failure(ofSpectrum: expected) == nil)
      #expect(matrix.failure(ofSpectrum: values.map { Eigenvalue($0, multiplicity: .one) }) == nil)
    }
  }

  @Test func `equal values are merged and multiplicity zero is dropped`() {
    let matrix = integers([[2, 0, 0], [0, 2, 0], [0, 0, 5]])
    #expect(matrix.failure(ofSpectrum: claim([(2, 2), (5, 1)])) == nil)
    #expect(matrix.failure(ofSpectrum: claim([(2, 1), (5, 1), (2, 1)])) == nil)
    #expect(matrix.failure(ofSpectrum: claim([(7, 0), (2, 2), (5, 1)])) == nil)
    // 5 is an eigenvalue, and a claim that gives it multiplicity 0 leaves it out.
    #expect(matrix.failure(ofSpectrum: claim([(2, 3), (5, 0)])) == .missingValue)
  }

  @Test func `wrong claims are refused for the right reason`() {
    let matrix = integers([[2, 0, 0], [0, 2, 0], [0, 0, 5]])
    #expect(
      matrix.failure(ofSpectrum: claim([(2, 1), (5, 1)]))
        == .trace(power: 0, claimed: Rational(2), actual: Rational(3)))
    // The right set with swapped multiplicities: 2 + 5 + 5 against 2 + 2 + 5.
    #expect(
      matrix.failure(ofSpectrum: claim([(2, 1), (5, 2)]))
        == .trace(power: 1, claimed: Rational(12), actual: Rational(9)))
    // 1, 3, 5 have the number and the trace right, and 1 + 9 + 25 against 4 + 4 + 25.
    #expect(
      matrix.failure(ofSpectrum: claim([(1, 1), (3, 1), (5, 1)]))
        == .trace(power: 2, claimed: Rational(35), actual: Rational(33)))
    // Three times their mean is right in number and trace; one value asks for no further power.
    #expect(matrix.failure(ofSpectrum: claim([(3, 3)])) == .missingValue)
    #expect(
      matrix.failure(ofSpectrum: [])
        == .trace(power: 0, claimed: .zero, actual: Rational(3)))
  }

  @Test func `a negative multiplicity is refused even where the sum is right`() {
    let matrix = integers([[2, 0], [0, 2]])
    #expect(matrix.failure(ofSpectrum: claim([(2, 2)])) == nil)
    #expect(
      matrix.failure(ofSpectrum: claim([(2, 3), (2, -1)]))
        == .negativeMultiplicity(Eigenvalue(Rational(2), multiplicity: Rational(-1))))
    #expect(
      matrix.failure(ofSpectrum: claim([(2, 3), (1, -1)]))
        == .negativeMultiplicity(Eigenvalue(Rational(1), multiplicity: Rational(-1))))
  }

  @Test func `matrices that are not symmetric are refused`() {
    let matrix = integers([[1, 1], [0, 2]])
    #expect(matrix.failure(ofSpectrum: claim([(1, 1), (2, 1)])) == .notSymmetric)
    #expect(matrix.failure(ofSpectrum: claim([(1, 1), (2, -1)])) == .notSymmetric)
    #expect(throws: MatrixError.notSymmetric) { try matrix.spectrum() }
    #expect(integers([[1, 2]]).failure(ofSpectrum: []) == .notSymmetric)
  }

  @Test func `quadratic eigenvalues lie in a square-root field`() throws {
    // x² - 5, and (x - 2)(x² - 5) in a block.
    let matrix = integers([[2, 1], [1, -2]])
    #expect(throws: MatrixError.spectrumNotInField) { try matrix.spectrum() }
    let root = try Surd.squareRoot(of: Rational(5))
    let surds = Matrix<Surd>([[Surd(2), Surd(1)], [Surd(1), Surd(-2)]])
    #expect(
      try surds.spectrum()
        == [Eigenvalue(root, multiplicity: .one), Eigenvalue(-root, multiplicity: .one)])
    let block = Matrix<Surd>(rows: 3, columns: 3) {
      $0 < 2 && $1 < 2 ? surds[$0, $1] : ($0 == $1 ? Surd(2) : .zero)
    }
    #expect(try block.spectrum().map(\.value) == [root, Surd(2), -root])
  }

  @Test func `entries may be irrational themselves`() throws {
    // √2 times [[1, 2], [2, 1]] has the eigenvalues 3√2 and -√2.
    let root = try Surd.squareRoot(of: Rational(2))
    let matrix = Matrix<Surd>([[root, Surd(2) * root], [Surd(2) * root, root]])
    #expect(
      try matrix.spectrum()
        == [
          Eigenvalue(Surd(3) * root, multiplicity: .one),
          Eigenvalue(-root, multiplicity: .one),
        ])
  }

  @Test func `an irreducible cubic is given up, not guessed`() {
    // x³ - 5x² + 6x - 1 has no rational root.
    let matrix = Matrix<Surd>([
      [Surd(1), Surd(1), Surd(0)], [Surd(1), Surd(2), Surd(1)], [Surd(0), Surd(1), Surd(2)],
    ])
    #expect(throws: MatrixError.spectrumNotInField) { try matrix.spectrum() }
  }

  @Test func `failures can be read`() {
    let failure = integers([[1]]).failure(ofSpectrum: claim([(1, 2)]))
    #expect(failure?.description == "the multiplicities add up to 2, the matrix has 1 rows")
    #expect(claim([(-2, 5)])[0].description == "-2 (5 times)")
  }
}
