import Graphs
import Polynomials
import Rational
import Testing

@Suite struct RootFieldTests {
  static func rational(_ coefficients: [Int]) -> Polynomial<Rational> {
    Polynomial(coefficients.map { Rational($0) })
  }

  static func surd(_ coefficients: [Int]) -> Polynomial<Surd> {
    Polynomial(coefficients.map { Surd($0) })
  }

  @Test func `rational roots, when all are`() {
    // (x - 1)(x + 2)(2x - 3) = 2x³ - x² - 7x + 6.
    let roots = Rational.roots(ofSquareFree: Self.rational([6, -7, -1, 2]))
    #expect(roots.map(Set.init) == [Rational(1), Rational(-2), Rational(3, 2)])
    #expect(Rational.roots(ofSquareFree: Self.rational([5])) == [])
    #expect(Rational.roots(ofSquareFree: Self.rational([-2, 0, 1])) == nil)
    #expect(Rational.roots(ofSquareFree: Self.rational([])) == nil)
  }

  @Test func `rational and quadratic roots in a square-root field`() throws {
    // (x + 3)(x - 1)(x² - 4x + 1), the last with 2 ± √3: x⁴ - 2x³ - 10x² + 14x - 3.
    let three = try Surd.squareRoot(of: Rational(3))
    let roots = Surd.roots(ofSquareFree: Self.surd([-3, 14, -10, -2, 1]))
    #expect(roots.map(Set.init) == [Surd(-3), Surd(1), Surd(2) + three, Surd(2) - three])
    #expect(Surd.roots(ofSquareFree: Self.surd([-6, 4])) == [Surd(Rational(3, 2))])
  }

  @Test func `what does not split, or is not square-free, gives no roots`() {
    #expect(Surd.roots(ofSquareFree: Self.surd([1, 0, 1])) == nil)
    #expect(Surd.roots(ofSquareFree: Self.surd([0, 0, 1])) == nil)
    #expect(Surd.roots(ofSquareFree: Self.surd([-2, 0, 0, 1])) == nil)
    #expect(Surd.roots(ofSquareFree: Self.surd([])) == nil)
  }

  @Test func `square roots are non-negative, and absent where there is none`() throws {
    #expect(Rational(9, 4).squareRootInField == Rational(3, 2))
    #expect(Rational(2).squareRootInField == nil && Rational(-4).squareRootInField == nil)
    #expect(try Surd(8).squareRootInField == Surd(2) * Surd.squareRoot(of: Rational(2)))
    #expect(Surd(-1).squareRootInField == nil)
    #expect(Surd(0).squareRootInField == .zero)
  }
}
