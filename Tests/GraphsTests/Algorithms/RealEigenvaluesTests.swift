import Polynomials
import Rational
import TestSupport
import Testing

@testable import Graphs

@Suite struct RealEigenvaluesTests {
  private func cycle(_ order: Int) -> Matrix<Rational> {
    Matrix(rows: order, columns: order) {
      ($0 - $1 + order) % order == 1 || ($1 - $0 + order) % order == 1 ? 1 : 0
    }
  }

  private func decimals(_ eigenvalues: [RealEigenvalue]) -> [String] {
    eigenvalues.map { "\($0.value.decimal(digits: 6)) \($0.multiplicity)" }
  }

  @Test func `the eigenvalues of cycles are cosines`() throws {
    // 2 cos(2πk/7).
    #expect(
      try decimals(cycle(7).realEigenvalues())
        == ["2 1", "1.24698 2", "-0.445042 2", "-1.80194 2"])
    #expect(try decimals(cycle(6).realEigenvalues()) == ["2 1", "1 2", "-1 2", "-2 1"])
    #expect(try cycle(6).realEigenvalues().allSatisfy { $0.value.rational != nil })
    #expect(
      try decimals(cycle(8).realEigenvalues())
        == ["2 1", "1.41421 2", "0 2", "-1.41421 2", "-2 1"])
  }

  @Test(arguments: Seeds.all)
  func `traces of powers are the sums of powers`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in 1...7 {
      let half = Matrix<Rational>(rows: size, columns: size) { _, _ in random.smallRational() }
      let matrix = half + half.transposed
      let eigenvalues = try matrix.realEigenvalues()
      #expect(eigenvalues.reduce(0) { $0 + $1.multiplicity } == size)
      let values = eigenvalues.map(\.value)
      #expect(values == values.sorted().reversed() && Set(values).count == values.count)
      for (power, trace) in [(1, matrix.trace), (2, (matrix * matrix).trace)] {
        // Bounds of the sum, from bounds far closer than the tolerance.
        let sum = eigenvalues.reduce(Rational(0)) { sum, eigenvalue in
          let lower = eigenvalue.value.enclosure(bits: 100).lower
          return sum + lower.power(power) * Rational(eigenvalue.multiplicity)
        }
        #expect((sum - trace).magnitude < Rational(1, 1_000_000_000))
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `eigenvalues are roots of the polynomial found another way`(seed: UInt64) throws {
    var draws = Draws(seed: seed)
    for size in 1...7 {
      let matrix = draws.symmetric(size)
      let rows = (0..<size).map { row in
        (0..<size).map { ($0, Int(exactly: matrix[row, $0].numerator) ?? 0) }
      }
      let coefficients = faddeevLeVerrier(
        size: size, rows.map { $0.map { (column: $0.0, value: $0.1) } })
      let expected = Polynomial(coefficients.map { Rational($0) })
      for eigenvalue in try matrix.realEigenvalues() {
        if let exact = eigenvalue.value.rational { #expect(expected.evaluate(at: exact) == 0) }
        guard eigenvalue.multiplicity == 1, eigenvalue.value.rational == nil else { continue }
        // A simple root, with none of the other ones near it.
        let (lower, upper) = eigenvalue.value.enclosure(bits: 60)
        #expect(expected.evaluate(at: lower).sign * expected.evaluate(at: upper).sign == -1)
      }
    }
  }

  @Test func `matrices that are not symmetric`() throws {
    let triangular = Matrix<Rational>([[2, 5, 1], [0, 2, 7], [0, 0, Rational(-1, 3)]])
    #expect(
      try triangular.realEigenvalues() == [
        RealEigenvalue(AlgebraicNumber(Rational(2)), multiplicity: 2),
        RealEigenvalue(AlgebraicNumber(Rational(-1, 3)), multiplicity: 1),
      ])
    let fibonacci = Matrix<Rational>([[1, 1], [1, 0]])
    #expect(try decimals(fibonacci.realEigenvalues()) == ["1.61803 1", "-0.618034 1"])
    #expect(throws: MatrixError.eigenvaluesNotReal(2, of: 2)) {
      try Matrix<Rational>([[0, 1], [-1, 0]]).realEigenvalues()
    }
    #expect(throws: MatrixError.eigenvaluesNotReal(4, of: 5)) {
      // A directed cycle: the roots of x⁵ - 1.
      try Matrix<Rational>(rows: 5, columns: 5) { ($0 + 1) % 5 == $1 ? 1 : 0 }.realEigenvalues()
    }
    #expect(throws: MatrixError.notSquare) { try Matrix<Rational>([[1, 2]]).realEigenvalues() }
  }

  @Test func `small matrices`() throws {
    #expect(try Matrix<Rational>([]).realEigenvalues() == [])
    #expect(
      try Matrix<Rational>([[Rational(3, 7)]]).realEigenvalues()
        == [RealEigenvalue(AlgebraicNumber(Rational(3, 7)), multiplicity: 1)])
    #expect(
      try Matrix<Rational>.zero(rows: 3, columns: 3).realEigenvalues()
        == [RealEigenvalue(AlgebraicNumber(Rational(0)), multiplicity: 3)])
  }

  @Test func `square roots as entries`() throws {
    let two = try Surd.squareRoot(of: 2)
    // √2 (J - I), and a matrix with rational eigenvalues.
    let off = Matrix<Surd>(rows: 4, columns: 4) { $0 == $1 ? 0 : two }
    #expect(try decimals(off.realEigenvalues()) == ["4.24264 1", "-1.41421 3"])
    let integral = Matrix<Surd>([[1, two], [two, 0]])
    #expect(
      try integral.realEigenvalues() == [
        RealEigenvalue(AlgebraicNumber(Rational(2)), multiplicity: 1),
        RealEigenvalue(AlgebraicNumber(Rational(-1)), multiplicity: 1),
      ])
    #expect(throws: MatrixError.eigenvaluesNotReal(2, of: 2)) {
      try Matrix<Surd>([[0, two], [-1, 0]]).realEigenvalues()
    }
  }
}
