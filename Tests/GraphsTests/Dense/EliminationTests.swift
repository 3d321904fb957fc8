import Graphs
import Rational
import Testing

@Suite struct EliminationTests {
  @Test func `the reduced form of a small matrix`() {
    // Rows 2 and 3 minus multiples of row 1 leave (0, 0, 1, …) twice; by hand.
    let (reduced, pivots) = integers([[1, 2, 0, 3], [2, 4, 1, 9], [1, 2, 1, 6]])
      .reducedRowEchelonForm()
    #expect(pivots == [0, 2])
    #expect(reduced == integers([[1, 2, 0, 3], [0, 0, 1, 3], [0, 0, 0, 0]]))
  }

  @Test func `the form is reduced and has the same row space`() {
    var draws = Draws(seed: 4)
    for _ in 0..<40 {
      let matrix = draws.matrix(4, 6, rank: Int.random(in: 0...4, using: &draws))
      let (reduced, pivots) = matrix.reducedRowEchelonForm()
      #expect(pivots == pivots.sorted() && Set(pivots).count == pivots.count)
      for (row, column) in pivots.enumerated() {
        for other in 0..<4 {
          #expect(reduced[other, column] == (other == row ? .one : .zero))
        }
        #expect((0..<column).allSatisfy { reduced[row, $0].isZero })
      }
      for row in pivots.count..<4 { #expect(reduced.row(row).allSatisfy { $0.isZero }) }
      // Stacking adds no rank exactly when the row spaces agree.
      #expect(matrix.stacked(over: reduced).rank == pivots.count)
      #expect(matrix.rank == pivots.count)
      #expect(matrix.transposed.rank == pivots.count)
    }
  }

  @Test func `an inverse is one from both sides, and singular matrices have none`() throws {
    var draws = Draws(seed: 5)
    for _ in 0..<40 {
      let size = Int.random(in: 0...4, using: &draws)
      let matrix = draws.matrix(size, size)
      if let inverse = matrix.inverse {
        #expect(inverse * matrix == .identity(size) && matrix * inverse == .identity(size))
        #expect(matrix.polynomialInverse == inverse)
      } else {
        #expect(matrix.rank < size)
        #expect(matrix.polynomialInverse == nil)
      }
    }
    #expect(integers([[1, 2], [2, 4]]).inverse == nil)
    #expect(integers([[1, 2]]).inverse == nil)
    let inverse = try #require(integers([[2, 1], [5, 3]]).inverse)
    #expect(inverse == integers([[3, -1], [-5, 2]]))
  }

  @Test func `the pseudo-inverse solves the Penrose equations for every shape and rank`() throws {
    var draws = Draws(seed: 6)
    for (rows, columns) in [(3, 3), (2, 4), (4, 2), (1, 3), (3, 1)] {
      for rank in 0...min(rows, columns) {
        let x = draws.matrix(rows, columns, rank: rank)
        let y = try x.pseudoInverse()
        #expect(x * y * x == x)
        #expect(y * x * y == y)
        #expect((x * y).transposed == x * y)
        #expect((y * x).transposed == y * x)
        #expect(try x.polynomialPseudoInverse() == y)
        #expect(try x.rank() == Rational(x.rank))
      }
    }
  }

  @Test func `the pseudo-inverse of small matrices, by hand`() throws {
    // (1 2)⁺ = (1, 2)ᵀ / 5, and diag(2, 0)⁺ = diag(1/2, 0).
    #expect(
      try integers([[1, 2]]).pseudoInverse() == Matrix([[Rational(1, 5)], [Rational(2, 5)]]))
    #expect(
      try integers([[2, 0], [0, 0]]).pseudoInverse()
        == Matrix([[Rational(1, 2), .zero], [.zero, .zero]]))
    #expect(try integers([[0, 0]]).pseudoInverse() == integers([[0], [0]]))
  }

  @Test func `what is no pseudo-inverse is recognised`() throws {
    let x = integers([[1, 2], [2, 4]])
    let y = try x.pseudoInverse()
    #expect(y.isPseudoInverse(of: x))
    #expect(!y.scaled(by: Rational(2)).isPseudoInverse(of: x))
    #expect(!x.transposed.isPseudoInverse(of: x))
    // A generalised inverse that is not symmetric where it should be: X G X = X only.
    let g = integers([[1, 0], [0, 0]])
    #expect(x * g * x == x && !g.isPseudoInverse(of: x))
    #expect(!integers([[1, 0, 0], [0, 0, 0]]).isPseudoInverse(of: x))
    // For a row A and a column X with A X = 1 only the symmetry of X A can fail, and the other way
    // round.
    let (a, one) = (integers([[1, 2]]), integers([[1], [0]]))
    #expect(a * one * a == a && one * a * one == one && !one.isPseudoInverse(of: a))
    #expect(!one.transposed.isPseudoInverse(of: a.transposed))
  }
}
