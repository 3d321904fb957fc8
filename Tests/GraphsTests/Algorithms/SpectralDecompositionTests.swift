import Graphs
import Rational
import Testing

@Suite struct SpectralDecompositionTests {
  @Test func `a small matrix by hand`() throws {
    // [[1, 2], [2, 1]] = 3 · (1, 1)ᵀ(1, 1)/2 - (1, -1)ᵀ(1, -1)/2.
    let half = Rational(1, 2)
    let decomposition = try SpectralDecomposition(
      integers([[1, 2], [2, 1]]), values: [Rational(3), Rational(-1)])
    #expect(decomposition.values == [Rational(3), Rational(-1)])
    #expect(decomposition.projectors[0] == Matrix([[half, half], [half, half]]))
    #expect(decomposition.projectors[1] == Matrix([[half, -half], [-half, half]]))
    #expect(decomposition.map { $0 * $0 } == integers([[5, 4], [4, 5]]))
  }

  @Test func `values that are none are left out, repeated ones count once`() throws {
    let decomposition = try SpectralDecomposition(
      integers([[2, 0], [0, 2]]), values: [Rational(1), Rational(2), Rational(2), Rational(7)])
    #expect(decomposition.values == [Rational(2)])
    #expect(decomposition.projectors == [.identity(2)])
  }

  @Test(arguments: 4...8)
  func `the projectors of a triangular graph have its multiplicities as traces`(r: Int) throws {
    let g = OrbitMatrix.triangularAdjacency(Scheme<Rational>(order: r))
    let decomposition = try SpectralDecomposition(
      g, values: [Rational(2 * r - 4), Rational(r - 4), Rational(-2)])
    #expect(
      decomposition.projectors.map(\.trace)
        == [Rational(1), Rational(r - 1), Rational(r * (r - 3) / 2)])
    #expect(decomposition.map { $0 } == g)
  }

  @Test func `a missing value and a matrix without symmetry are refused`() {
    #expect(throws: MatrixError.spectrumNotInField) {
      try SpectralDecomposition(integers([[1, 2], [2, 1]]), values: [Rational(3)])
    }
    #expect(throws: MatrixError.notSymmetric) {
      try SpectralDecomposition(integers([[1, 1], [0, 2]]), values: [Rational(1), Rational(2)])
    }
  }
}
