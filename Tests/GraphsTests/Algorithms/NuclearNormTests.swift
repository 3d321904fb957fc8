import Graphs
import Rational
import Testing

@Suite struct NuclearNormTests {
  static func root(_ n: Int) throws -> Surd { try Surd.squareRoot(of: Rational(n)) }

  static func surds(_ rows: [[Int]]) -> Matrix<Surd> {
    Matrix(rows.map { $0.map { Surd($0) } })
  }

  @Test func `matrices with known singular values`() throws {
    #expect(try NuclearNorm(Self.surds([[3, 0], [0, -4]])).value == Surd(7))
    // CᵀC = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
    let norm = try NuclearNorm(Self.surds([[3, 0], [4, 5]]))
    #expect(try norm.value == Surd(4) * Self.root(5))
    #expect(
      try norm.singularValues
        == [
          Eigenvalue(Surd(3) * Self.root(5), multiplicity: .one),
          Eigenvalue(Self.root(5), multiplicity: .one),
        ])
    #expect(try NuclearNorm(Self.surds([[1, 1]])).value == Self.root(2))
    #expect(try NuclearNorm(Self.surds([[1], [2]])).value == Self.root(5))
    // Rank one: ‖u vᵀ‖_* = ‖u‖ ‖v‖.
    #expect(try NuclearNorm(Matrix<Surd>.ones(rows: 2, columns: 3)).value == Self.root(6))
    #expect(try NuclearNorm(Matrix<Surd>.zero(rows: 2, columns: 3)).value == .zero)
  }

  @Test func `the certificate is one`() throws {
    for matrix in [
      Self.surds([[3, 0], [4, 5]]), Self.surds([[1, 2, 3], [2, 4, 6]]),
      Self.surds([[1, 1], [1, -1], [1, 1]]), Self.surds([[0, 0], [0, 0]]),
    ] {
      let norm = try NuclearNorm(matrix)
      let z = norm.dual
      #expect(z * z.transposed * z == z)
      #expect((z.transposed * matrix).trace == norm.value && norm.lowerBound == norm.value)
      #expect(norm.leftRoot * norm.leftRoot == matrix * matrix.transposed)
      #expect(norm.rightRoot * norm.rightRoot == matrix.gram)
      #expect(norm.leftRoot.trace == norm.value)
      #expect(norm.leftRoot * z == matrix && z * norm.rightRoot == matrix)
    }
  }

  @Test func `transposition and orthogonal factors change nothing`() throws {
    let matrix = Self.surds([[3, 0], [4, 5]])
    let value = try NuclearNorm(matrix).value
    #expect(try NuclearNorm(matrix.transposed).value == value)
    let rotation = Matrix<Surd>([
      [Surd(Rational(3, 5)), Surd(Rational(-4, 5))], [Surd(Rational(4, 5)), Surd(Rational(3, 5))],
    ])
    #expect(try NuclearNorm(rotation * matrix).value == value)
    #expect(try NuclearNorm(matrix * rotation).value == value)
    #expect(try NuclearNorm(matrix.scaled(by: Surd(-2))).value == Surd(2) * value)
  }

  @Test(arguments: 3...12)
  func `the normalised incidence matrix of a complete graph`(r: Int) throws {
    // T Tᵀ = ((r-2) I + J) / (r-1) has the eigenvalues 2 once and (r-2)/(r-1) r - 1 times.
    let t = try OrbitMatrix.normalisedIncidence(Scheme<Surd>(order: r))
    let expected = try Self.root(2) + Self.root((r - 1) * (r - 2))
    let norm = try NuclearNorm(t)
    #expect(norm.value == expected && norm.lowerBound == expected)
    let zeros = norm.singularValues.filter(\.value.isZero).map(\.multiplicity)
    #expect(zeros.reduce(.zero, +) == Surd(r * (r - 3) / 2))
    if r <= 4 {
      #expect(try NuclearNorm(#require(t.dense())).value == expected)
    }
  }

  @Test func `singular values outside the field are refused`() {
    // CᵀC has the irreducible characteristic polynomial x³ - 5x² + 6x - 1.
    #expect(throws: MatrixError.spectrumNotInField) {
      try NuclearNorm(Self.surds([[1, 1, 0], [0, 1, 1], [0, 0, 1]]))
    }
    #expect(throws: MatrixError.noSquareRoot("2")) {
      try NuclearNorm(integers([[1, 1], [0, 0]]))
    }
  }

  @Test func `a list of singular values is checked`() throws {
    let matrix = Self.surds([[3, 0], [0, 4]])
    let norm = try NuclearNorm(matrix, assumingNonNegative: [Surd(4), Surd(3), Surd(9), Surd(3)])
    #expect(norm.value == Surd(7))
    #expect(throws: MatrixError.spectrumNotInField) {
      try NuclearNorm(matrix, assumingNonNegative: [Surd(4)])
    }
    #expect(throws: MatrixError.spectrumNotInField) {
      try NuclearNorm(matrix, assumingNonNegative: [])
    }
  }
}
