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
    // A root for each row: 8 · 2⁸.
    let primes = [2, 3, 5, 7, 11, 13, 17, 19].compactMap { try? Surd.squareRoot(of: $0) }
    let many = Matrix<Surd>(rows: 8, columns: 8) { $0 == $1 ? primes[$0] : $0 < $1 ? 1 : 0 }
    #expect(throws: MatrixError.degreeTooLarge(limit: 128)) { try many.realEigenvalues() }
    let few = many.selecting(rows: 0..<4, columns: 0..<4)
    for (eigenvalue, root) in zip(try few.realEigenvalues(), primes.prefix(4).reversed()) {
      #expect(eigenvalue.value.order(root) == 0 && eigenvalue.multiplicity == 1)
    }
  }

  /// What PARI/GP 2.15 answers: `charpoly`, `qfsign` and `polrootsreal`.
  @Test func `PARI agrees`() throws {
    let integral = integers([
      [2, -1, 0, 3, 1], [-1, 0, 4, 1, -2], [0, 4, -3, 2, 2], [3, 1, 2, 5, 0], [1, -2, 2, 0, -1],
    ])
    #expect(try integral.characteristicPolynomial() == polynomial([-10, 161, 146, -55, -3, 1]))
    #expect(try integral.inertia() == Inertia(positive: 3, zero: 0, negative: 2))
    #expect(
      try integral.realEigenvalues().map { $0.value.decimal(digits: 20) } == [
        "7.3753173229122455297", "3.5945076277416008977", "0.059023109377831670435",
        "-0.89596888463694899601", "-7.1328791753947291018",
      ])
    let fractions = Matrix<Rational>([
      [Rational(1, 2), Rational(-2, 3), 3, 0], [Rational(-2, 3), 0, Rational(1, 5), 4],
      [3, Rational(1, 5), Rational(-7, 4), Rational(1, 9)], [0, 4, Rational(1, 9), 2],
    ])
    #expect(
      try fractions.characteristicPolynomial()
        == Polynomial([
          Rational(2_912_131, 18225), Rational(191, 324), Rational(-467_723, 16200),
          Rational(-3, 4), 1,
        ]))
    #expect(try fractions.inertia() == Inertia(positive: 2, zero: 0, negative: 2))
    #expect(
      try fractions.realEigenvalues().map { $0.value.decimal(digits: 20) } == [
        "5.1600918969147527817", "2.5858534917485883891", "-2.9874496091827285491",
        "-4.0084957794806126217",
      ])
    let singular = Matrix<Rational>(rows: 12, columns: 12) { row, column in
      let (i, j) = (row + 1, column + 1)
      return Rational((i * j * j + j * i * i + i * j) % 7 - 3)
    }
    #expect(
      try singular.characteristicPolynomial()
        == polynomial([0, 0, 0, 0, 0, -460992, -351232, -17640, 20160, 644, -326, 0, 1]))
    #expect(try singular.inertia() == Inertia(positive: 3, zero: 5, negative: 4))
    #expect(
      try decimals(singular.realEigenvalues()) == [
        "13.8259 1", "7.90258 1", "6.87916 1", "0 5", "-1.72828 1", "-3.16317 1", "-6.52672 1",
        "-17.1895 1",
      ])
    let unsymmetric = integers([
      [1, 1, 4, -1, -1, 2], [-1, -1, 2, 2, 2, 0], [-1, -1, 2, 2, 2, 0], [1, 1, 4, -1, -1, 2],
      [0, 0, 3, 3, -2, 1], [1, 1, 4, -1, -1, 2],
    ])
    #expect(
      try unsymmetric.characteristicPolynomial() == polynomial([0, 0, 0, -35, -11, -1, 1]))
    #expect(throws: MatrixError.eigenvaluesNotReal(2, of: 6)) {
      try unsymmetric.realEigenvalues()
    }
  }

  private func polynomial(_ coefficients: [Int]) -> Polynomial<Rational> {
    Polynomial(coefficients.map { Rational($0) })
  }

  /// Beyond what floating point tells apart, or holds.
  @Test func `eigenvalues near to each other, and large ones`() throws {
    let tiny = Rational(1, Integer(10).power(40))
    let near = Matrix<Rational>([[1, tiny], [tiny, 1]])
    #expect(
      try near.realEigenvalues().map(\.value)
        == [AlgebraicNumber(1 + tiny), AlgebraicNumber(1 - tiny)])
    let irrational = Matrix<Rational>([[1 + tiny, tiny], [tiny, 1]])
    let eigenvalues = try irrational.realEigenvalues()
    #expect(eigenvalues.map(\.multiplicity) == [1, 1])
    // 1 + (1 ± √5)/2 · 10⁻⁴⁰
    let root = try Surd.squareRoot(of: 5)
    let expected = Surd(1) + (Surd(1) + root) * Surd(tiny * Rational(1, 2))
    #expect(eigenvalues[0].value.order(expected) == 0 && eigenvalues[1].value.order(expected) < 0)
    let large = Rational(Integer(10).power(400))
    #expect(
      try Matrix<Rational>([[0, large], [large, 0]]).realEigenvalues().map(\.value)
        == [AlgebraicNumber(large), AlgebraicNumber(-large)])
    #expect(
      try Matrix<Rational>([[0, large], [1, 0]]).realEigenvalues().map(\.value)
        == [
          AlgebraicNumber(Rational(Integer(10).power(200))),
          AlgebraicNumber(Rational(-Integer(10).power(200))),
        ])
  }
}
