import Graphs
import Rational
import Testing

@Suite struct LeastNormTests {
  /// Rows that span the vectors n with `n X = 0`, from the reduced form of the transpose.
  static func leftKernel(_ x: Matrix<Rational>) -> Matrix<Rational> {
    let (reduced, pivots) = x.transposed.reducedRowEchelonForm()
    let free = (0..<x.rows).filter { !pivots.contains($0) }
    return Matrix(rows: free.count, columns: x.rows) { row, column in
      if column == free[row] { return .one }
      guard let pivot = pivots.firstIndex(of: column) else { return .zero }
      return -reduced[pivot, free[row]]
    }
  }

  @Test func `a solution solves and is orthogonal to what could be added`() throws {
    var draws = Draws(seed: 50)
    for (rows, columns) in [(3, 3), (2, 4), (4, 2), (3, 5)] {
      for rank in 0...min(rows, columns) {
        let x = draws.matrix(rows, columns, rank: rank)
        let y = draws.matrix(2, rows) * x
        let solution = try LeastNorm(x, y)
        let kernel = Self.leftKernel(x)
        #expect((kernel * x).isZero && kernel.rows == rows - x.rank)
        #expect(solution.feasibility == .everyRow)
        #expect(solution.weights * x == y)
        #expect((solution.weights * kernel.transposed).isZero)
        #expect(solution.value == solution.weights.squaredNorm)
        #expect(solution.gramOfRows == solution.weights * solution.weights.transposed)
      }
    }
  }

  @Test func `the value is tr(YᵀY (XᵀX)⁺)`() throws {
    var draws = Draws(seed: 51)
    for _ in 0..<10 {
      let x = draws.matrix(3, 4, rank: 2)
      let y = draws.matrix(2, 3) * x
      #expect(try LeastNorm(x, y).value == (y.gram * x.gram.pseudoInverse()).trace)
    }
  }

  @Test func `small problems by hand`() throws {
    // w (1, 1)ᵀ = 6: the shortest w is (3, 3).
    let solution = try LeastNorm(integers([[1], [1]]), integers([[6]]))
    #expect(solution.weights == integers([[3, 3]]))
    #expect(solution.value == Rational(18))
    // Scaling X by 2 divides the value by 4.
    #expect(try LeastNorm(integers([[2], [2]]), integers([[6]])).value == Rational(9, 2))
  }

  @Test func `infeasible rows are named`() throws {
    let x = integers([[1, 1, 0]])
    let all = try LeastNorm(x, integers([[2, 2, 0], [0, 0, 0]]))
    #expect(all.feasibility == .everyRow && all.value == Rational(4))
    let some = try LeastNorm(x, integers([[2, 2, 0], [0, 0, 1], [5, 5, 0]]))
    #expect(some.feasibility == .someRows([0, 2]) && some.value == nil)
    #expect(some.gramOfRows[0, 0] == Rational(4))
    let none = try LeastNorm(x, integers([[1, 0, 0], [0, 0, 1]]))
    #expect(none.feasibility == .noRow && none.value == nil)
  }

  @Test func `a row that is reached but for one entry is infeasible`() throws {
    var draws = Draws(seed: 52)
    let x = integers([[1, 2, 0, -1], [0, 1, 1, 3]])
    let y = draws.matrix(1, 2) * x
    // Adding a vector orthogonal to the row space leaves it.
    let outside = Self.leftKernel(x.transposed)
    let bad = y + Matrix([outside.row(0)])
    #expect(try LeastNorm(x, y).feasibility == .everyRow)
    #expect(try LeastNorm(x, bad).feasibility == .noRow)
  }

  @Test(arguments: 3...6)
  func `orbit and dense form agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    let x = OrbitMatrix.incidence(scheme)
    let y = OrbitMatrix.vertexSigns(scheme) * x
    let orbit = try LeastNorm(x, y)
    let dense = try LeastNorm(#require(x.dense()), #require(y.dense()))
    #expect(orbit.feasibility == .everyRow && dense.feasibility == .everyRow)
    #expect(orbit.weights.dense() == dense.weights)
    #expect(orbit.gramOfRows.dense() == dense.gramOfRows)
    #expect(orbit.value == dense.value)
    // B has independent rows for r ≥ 3, so the only solution is the matrix of weightings itself,
    // with K r entries ±1.
    #expect(orbit.weights == OrbitMatrix.vertexSigns(scheme))
    #expect(orbit.value == Rational(r * r * (r - 1) / 2))
  }

  @Test(arguments: 4...6)
  func `orbit and dense form agree on infeasible blocks`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    let x = OrbitMatrix.incidence(scheme)
    // A unit vector of an edge is not a sum of vertex rows once there are more edges than vertices.
    let y = x.stacked(over: .identity([2], scheme))
    let orbit = try LeastNorm(x, y)
    #expect(orbit.feasibility == .someRows([0]))
    let dense = try LeastNorm(#require(x.dense()), #require(y.dense()))
    #expect(dense.feasibility == .someRows(Array(0..<r)))
    #expect(orbit.gramOfRows.dense() == dense.gramOfRows)
  }
}
