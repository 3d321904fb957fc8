import Graphs
import Rational
import Testing

@Suite struct OrbitInverseTests {
  @Test(arguments: 3...6)
  func `pseudo-inverses agree with full-rank factorisation`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 20)
    for (rows, columns) in [([1], [2]), ([2], [1]), ([1, 1], [1]), ([1], [1, 0]), ([2], [2])] {
      let x = draws.orbitMatrix(rows, columns, scheme)
      let dense = try #require(x.dense())
      #expect(try x.pseudoInverse().dense() == dense.pseudoInverse(), "\(x)")
      #expect(try x.rank() == Rational(dense.rank))
    }
  }

  @Test(arguments: 3...10)
  func `the pseudo-inverse of the incidence matrix, by hand`(r: Int) throws {
    // For r ≥ 3 the rows are independent, B Bᵀ = (r-2) I + J and B⁺ = Bᵀ (B Bᵀ)⁻¹, where
    // ((r-2) I + J)⁻¹ = (I - J/(2r-2)) / (r-2). At a vertex of the edge B⁺ is
    // (1 - 2/(2r-2)) / (r-2) = 1/(r-1), elsewhere -2/((2r-2)(r-2)).
    let scheme = Scheme<Rational>(order: r)
    let inverse = try OrbitMatrix.incidence(scheme).pseudoInverse()
    #expect(inverse.entry(0, 0, common: 1) == Rational(1, r - 1))
    #expect(inverse.entry(0, 0, common: 0) == Rational(-1, (r - 1) * (r - 2)))
    #expect(try OrbitMatrix.incidence(scheme).rank() == Rational(r))
  }

  @Test(arguments: 3...7)
  func `inverses agree and are refused together`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 21)
    for blocks in [[1], [2], [1, 1], [1, 0]] {
      let x = draws.orbitMatrix(blocks, blocks, scheme)
      #expect(try x.inverse?.dense() == #require(x.dense()).inverse)
    }
    #expect(OrbitMatrix.ones(rows: [1], columns: [1], scheme).inverse == nil)
    #expect(OrbitMatrix.ones(rows: [1], columns: [2], scheme).inverse == nil)
  }

  @Test func `a matrix that is not symmetric has a pseudo-inverse of its own`() throws {
    // [J I; 0 0] on two copies of four vertices is square, singular and not symmetric.
    let scheme = Scheme<Rational>(order: 4)
    let x = OrbitMatrix(scheme: scheme, rowBlocks: [1, 1], columnBlocks: [1, 1]) {
      Rational($0 == 1 ? 0 : $1 == 0 ? 1 : $2)
    }
    #expect(!x.isSymmetric && x.inverse == nil)
    #expect(try x.pseudoInverse().dense() == #require(x.dense()).pseudoInverse())
  }

  @Test func `zero and empty matrices`() throws {
    let scheme = Scheme<Rational>(order: 5)
    let zero = OrbitMatrix.zero(rows: [1], columns: [2], scheme)
    #expect(try zero.pseudoInverse() == zero.transposed)
    let empty = OrbitMatrix.zero(rows: [], columns: [], scheme)
    #expect(try empty.pseudoInverse() == empty)
  }

  @Test(arguments: 4...8)
  func `unit rows agree, and have norm one`(r: Int) throws {
    let scheme = Scheme<Surd>(order: r)
    let x = try OrbitMatrix.vertexSigns(scheme) * OrbitMatrix.normalisedIncidence(scheme)
    let n = try x.unitRows()
    let dense = try Matrix.vertexSigns(order: r) * Matrix.normalisedIncidence(order: r)
    #expect(try n.dense() == dense.unitRows())
    #expect(n.rowSquaredNorms == [.one])
    // Parallel to x with a positive factor.
    let factor = try #require(zip(n.coordinates, x.coordinates).first { !$0.0.isZero })
    #expect((factor.0 / factor.1).sign > 0)
    #expect(x.scaled(by: factor.0) == n.scaled(by: factor.1))
  }

  @Test func `rows without a direction or a norm in the field are refused`() {
    #expect(throws: MatrixError.zeroRow(1)) { try integers([[1, 0], [0, 0]]).unitRows() }
    #expect(throws: MatrixError.noSquareRoot("2")) { try integers([[3, 4], [1, 1]]).unitRows() }
    let scheme = Scheme<Rational>(order: 5)
    let zero = OrbitMatrix.zero(rows: [2], columns: [1], scheme)
    #expect(throws: MatrixError.zeroRow(0)) { try zero.unitRows() }
    // A "square root" that is none is noticed.
    #expect(throws: MatrixError.noSquareRoot("25")) {
      try integers([[3, 4]]).unitRows(squareRoot: { $0 })
    }
  }
}
