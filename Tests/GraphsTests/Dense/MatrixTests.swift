import Graphs
import Rational
import Testing

@Suite struct MatrixTests {
  @Test func `the product is the one of the definition`() {
    var draws = Draws(seed: 1)
    for (n, m, p) in [(1, 1, 1), (2, 3, 4), (5, 1, 5), (3, 0, 2), (0, 3, 3), (4, 4, 4)] {
      let x = draws.matrix(n, m)
      let y = draws.matrix(m, p)
      let product = x * y
      #expect(product.rows == n && product.columns == p)
      for i in 0..<n {
        for j in 0..<p {
          let sum = (0..<m).map { x[i, $0] * y[$0, j] }.reduce(.zero, +)
          #expect(product[i, j] == sum)
        }
      }
    }
  }

  @Test func `matrices form a ring with transposition`() {
    var draws = Draws(seed: 2)
    for _ in 0..<20 {
      let a = draws.matrix(3, 4)
      let b = draws.matrix(4, 2)
      let c = draws.matrix(4, 2)
      let d = draws.matrix(2, 5)
      #expect(a * (b + c) == a * b + a * c)
      #expect((b - c) * d == b * d - c * d)
      #expect((a * b) * d == a * (b * d))
      #expect((a * b).transposed == b.transposed * a.transposed)
      #expect(a.transposed.transposed == a)
      #expect(b + c - c == b)
      #expect((b - b).isZero && !(Matrix.identity(3) as Matrix<Rational>).isZero)
      #expect(Matrix.identity(3) * a == a && a * Matrix.identity(4) == a)
      #expect(a.scaled(by: Rational(2)) == a + a)
    }
  }

  @Test func `the trace of a product does not depend on the order`() {
    var draws = Draws(seed: 3)
    for _ in 0..<20 {
      let a = draws.matrix(3, 5)
      let b = draws.matrix(5, 3)
      #expect((a * b).trace == (b * a).trace)
    }
    #expect(integers([[1, 7], [9, -4]]).trace == Rational(-3))
  }

  @Test func `gram, norms and rows fit together`() {
    let x = integers([[1, 2, 2], [0, -3, 4]])
    #expect(x.gram == integers([[1, 2, 2], [2, 13, -8], [2, -8, 20]]))
    #expect(x.rowSquaredNorms == [Rational(9), Rational(25)])
    #expect(x.squaredNorm == Rational(34))
    #expect(x.gram.trace == Rational(34))
    #expect(x.row(1) == [Rational(0), Rational(-3), Rational(4)])
    #expect(
      x.rowsScaled(by: [Rational(1, 3), Rational(1, 5)]).rowSquaredNorms == [.one, .one])
  }

  @Test func `stacking, mapping and rectifying act entry by entry`() {
    let x = integers([[1, -2]])
    let y = integers([[0, 3], [-4, 5]])
    #expect(x.stacked(over: y) == integers([[1, -2], [0, 3], [-4, 5]]))
    #expect(y.rectified == integers([[0, 3], [0, 5]]))
    #expect(y.map { $0 * $0 } == integers([[0, 9], [16, 25]]))
    #expect(Matrix<Rational>.ones(rows: 1, columns: 2) == integers([[1, 1]]))
    #expect(y.description == "[[0, 3], [-4, 5]]")
  }

  @Test func `equality and symmetry look at shape and entries`() {
    #expect(Matrix<Rational>.zero(rows: 2, columns: 3) != .zero(rows: 3, columns: 2))
    #expect(integers([[1, 2], [2, 5]]).isSymmetric)
    #expect(!integers([[1, 2], [3, 5]]).isSymmetric)
    #expect(!integers([[1, 2, 3]]).isSymmetric)
    #expect(Set([integers([[1]]), integers([[1]]), integers([[2]])]).count == 2)
  }

  @Test func `an entry can be replaced`() {
    var x = integers([[1, 2], [3, 4]])
    x[0, 1] = Rational(7)
    #expect(x == integers([[1, 7], [3, 4]]))
  }
}
