import Graphs
import Rational
import Testing

@Suite struct MinimalFactorisationTests {
  static func diagonal(_ values: [Int]) -> Matrix<Surd> {
    Matrix(rows: values.count, columns: values.count) { $0 == $1 ? Surd(values[$0]) : .zero }
  }

  @Test func `a diagonal matrix splits into its square roots`() throws {
    // C = diag(4, 9) = A B with A = B = diag(2, 3): (13 + 13) / 2 = 13.
    let c = Self.diagonal([4, 9])
    let equal = try MinimalFactorisation(c, lambdaA: .one, lambdaB: .one)
    #expect(equal.value == Surd(13) && equal.lowerBound == Surd(13))
    #expect(equal.leftGram == c && equal.rightGram == c)
    // With weights 2 and 8: A = √2 diag(2, 3), B = diag(2, 3)/√2, 26 + 26.
    let skew = try MinimalFactorisation(c, lambdaA: Surd(2), lambdaB: Surd(8))
    #expect(skew.value == Surd(52))
    #expect(skew.leftGram == c.scaled(by: Surd(2)))
    #expect(skew.rightGram == c.scaled(by: Surd(Rational(1, 2))))
  }

  @Test func `weights whose ratio is not a square bring in a root`() throws {
    let result = try MinimalFactorisation(
      Self.diagonal([4, 9]), lambdaA: .one, lambdaB: Surd(2))
    #expect(try result.value == Surd(13) * Surd.squareRoot(of: Rational(2)))
    #expect(result.upperBound == result.lowerBound)
  }

  @Test func `no factorisation at hand is cheaper`() throws {
    let c = NuclearNormTests.surds([[3, 0], [4, 5]])
    let (lambdaA, lambdaB) = (Surd(Rational(1, 3)), Surd(5))
    let least = try MinimalFactorisation(c, lambdaA: lambdaA, lambdaB: lambdaB).value
    var draws = Draws(seed: 70)
    var tried = 0
    while tried < 20 {
      let left = draws.matrix(2, 2)
      guard let inverse = left.inverse else { continue }
      let a = left.map { $0 }
      let b = inverse * integers([[3, 0], [4, 5]])
      let cost =
        lambdaA * Surd(a.squaredNorm) / Surd(2) + lambdaB * Surd(b.squaredNorm) / Surd(2)
      #expect(cost >= least)
      tried += 1
    }
  }

  @Test func `rank-deficient and rectangular matrices`() throws {
    for c in [
      NuclearNormTests.surds([[1, 2, 3], [2, 4, 6]]), NuclearNormTests.surds([[1], [1]]),
      .zero(rows: 2, columns: 3),
    ] {
      let norm = try NuclearNorm(c)
      let result = try MinimalFactorisation(norm, lambdaA: Surd(3), lambdaB: Surd(12))
      #expect(result.value == Surd(6) * norm.value)
      #expect(result.lowerBound == result.value)
      #expect(result.leftGram.isSymmetric && result.rightGram.isSymmetric)
    }
  }

  @Test(arguments: 3...8)
  func `the incidence matrix of a complete graph`(r: Int) throws {
    let t = try OrbitMatrix.normalisedIncidence(Scheme<Surd>(order: r))
    let result = try MinimalFactorisation(
      t, lambdaA: Surd(Rational(1, 250)), lambdaB: Surd(Rational(3, 7)))
    // √(λ_A λ_B) (√2 + √((r-1)(r-2))).
    let expected =
      try Surd.squareRoot(of: Rational(3, 1750))
      * (NuclearNormTests.root(2) + NuclearNormTests.root((r - 1) * (r - 2)))
    #expect(result.upperBound == expected && result.lowerBound == expected)
  }

  @Test func `weights that are not positive are refused`() {
    let c = Self.diagonal([4, 9])
    #expect(throws: MatrixError.notPositive("0")) {
      try MinimalFactorisation(c, lambdaA: .zero, lambdaB: .one)
    }
    #expect(throws: MatrixError.notPositive("-1")) {
      try MinimalFactorisation(c, lambdaA: .one, lambdaB: Surd(-1))
    }
  }

  @Test func `a ratio that is none is refused`() throws {
    let norm = try NuclearNorm(Self.diagonal([4, 9]))
    #expect(throws: MatrixError.noSquareRoot("4/1")) {
      try MinimalFactorisation(norm, lambdaA: .one, lambdaB: Surd(4), assumingPositive: Surd(3))
    }
    let right = try MinimalFactorisation(
      norm, lambdaA: .one, lambdaB: Surd(4), assumingPositive: Surd(2))
    #expect(right.value == Surd(26))
  }
}
