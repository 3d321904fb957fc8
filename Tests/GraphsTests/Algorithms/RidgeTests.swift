import Graphs
import Rational
import Testing

@Suite struct RidgeTests {
  /// The objective from its definition, entry by entry.
  static func objective(
    _ w: Matrix<Rational>, _ m: Matrix<Rational>, _ lambda: Rational
  ) -> Rational {
    let size = m.columns
    var fit = Rational(0)
    for i in 0..<size {
      for j in 0..<size {
        let product = (0..<m.rows).map { w[i, $0] * m[$0, j] }.reduce(.zero, +)
        let error = product - (i == j ? .one : .zero)
        fit += error * error
      }
    }
    var norm = Rational(0)
    for i in 0..<size {
      for k in 0..<m.rows { norm += w[i, k] * w[i, k] }
    }
    return fit / Rational(2 * size) + lambda / Rational(2) * norm
  }

  @Test func `a diagonal matrix by hand`() throws {
    // K = 2, λ = 1/2, singular values 1 and 2: (λ/2) (1/(1 + 1) + 1/(4 + 1)) = 7/40.
    let ridge = try Ridge(integers([[1, 0], [0, 2]]), lambda: Rational(1, 2))
    #expect(ridge.value == Rational(7, 40))
    #expect(ridge.weights == Matrix([[Rational(1, 2), .zero], [.zero, Rational(2, 5)]]))
    // M = 0: nothing can be fitted and W = 0 costs (1/2K) K = 1/2.
    let zero = try Ridge(Matrix<Rational>.zero(rows: 3, columns: 4), lambda: .one)
    #expect(zero.value == Rational(1, 2) && zero.weights.isZero)
  }

  @Test func `every change of the weights costs more`() throws {
    var draws = Draws(seed: 60)
    for (rows, columns, rank) in [(2, 2, 2), (3, 2, 1), (2, 3, 2), (4, 3, 3), (3, 3, 1)] {
      let m = draws.matrix(rows, columns, rank: rank)
      let lambda = Rational(Int.random(in: 1...5, using: &draws), 7)
      let ridge = try Ridge(m, lambda: lambda)
      #expect(ridge.value == Self.objective(ridge.weights, m, lambda))
      for i in 0..<columns {
        for k in 0..<rows {
          for step in [Rational(1, 100), Rational(-1, 100)] {
            var other = ridge.weights
            other[i, k] += step
            #expect(Self.objective(other, m, lambda) > ridge.value)
          }
        }
      }
    }
  }

  @Test func `the value is half λ times the trace of (MᵀM + KλI)⁻¹`() throws {
    var draws = Draws(seed: 61)
    for (rows, columns) in [(2, 3), (3, 2), (4, 4)] {
      let m = draws.matrix(rows, columns)
      let lambda = Rational(2, 3)
      let shift = Matrix.identity(columns).scaled(by: lambda * Rational(columns))
      let inverse = try #require((m.gram + shift).inverse)
      #expect(try Ridge(m, lambda: lambda).value == lambda / Rational(2) * inverse.trace)
    }
  }

  @Test(arguments: 3...5)
  func `orbit and dense form agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    let m = (OrbitMatrix.vertexSigns(scheme) * OrbitMatrix.incidence(scheme)).rectified
    for matrix in [m, m.stacked(over: .incidence(scheme))] {
      let orbit = try Ridge(matrix, lambda: Rational(1, 250))
      let dense = try Ridge(#require(matrix.dense()), lambda: Rational(1, 250))
      #expect(orbit.value == dense.value)
      #expect(orbit.weights.dense() == dense.weights)
    }
  }

  @Test func `a weight that is not positive is refused`() {
    let identity = Matrix<Rational>.identity(2)
    #expect(throws: MatrixError.notPositive("0")) { try Ridge(identity, lambda: .zero) }
    #expect(throws: MatrixError.notPositive("-1")) { try Ridge(identity, lambda: Rational(-1)) }
    // λ K = -1 makes M Mᵀ + λ K I singular for M = I.
    #expect(throws: MatrixError.singular) {
      try Ridge(identity, assumingPositive: Rational(-1, 2))
    }
    #expect(throws: MatrixError.self) {
      try Ridge(Matrix<Rational>.zero(rows: 2, columns: 0), lambda: .one)
    }
  }
}
