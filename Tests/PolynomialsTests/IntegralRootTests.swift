import Rational
import TestSupport
import Testing

@testable import Polynomials

@Suite struct IntegralRootTests {
  /// A monic integer polynomial with real roots only, and all of them in floating point.
  private func realRooted(
    _ random: inout SplitMix64
  ) -> (polynomial: Polynomial<Rational>, roots: [Double]) {
    var polynomial = Polynomial<Rational>(constant: 1)
    var roots: [Double] = []
    for _ in 0..<random.int(in: 1...4) {
      let (b, multiplicity) = (random.int(in: -30...30), random.int(in: 1...3))
      let c = random.int(in: -40...(b * b / 4))
      let quadratic = Polynomial<Rational>([Rational(c), Rational(b), 1])
      let root = Double(b * b - 4 * c).squareRoot()
      for _ in 0..<multiplicity {
        polynomial = polynomial * quadratic
        roots += [(-Double(b) - root) / 2, (-Double(b) + root) / 2]
      }
    }
    return (polynomial, roots.sorted())
  }

  private func equal(
    _ left: [(root: AlgebraicNumber, multiplicity: Int)],
    _ right: [(root: AlgebraicNumber, multiplicity: Int)]
  ) -> Bool {
    left.map(\.root) == right.map(\.root) && left.map(\.multiplicity) == right.map(\.multiplicity)
      && left.map(\.root.rational) == right.map(\.root.rational)
  }

  @Test(arguments: Seeds.all)
  func `roots near approximations are those that are counted`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let (polynomial, roots) = realRooted(&random)
      let expected = polynomial.realRootsWithMultiplicities
      let found = try #require(polynomial.realRoots(near: roots, over: 1), "\(polynomial)")
      #expect(equal(found, expected), "\(polynomial)")
      // An index says which root it is of the polynomial that is given with it.
      for (root, _) in found where root.rational == nil {
        #expect(root.polynomial.realRoots[root.index - 1] == root)
      }
      let seventh = Rational(1, 7)
      let scaled = try #require(polynomial.realRoots(near: roots, over: 7))
      #expect(equal(scaled, expected.map { ($0.root.scaled(by: seventh), $0.multiplicity) }))
      #expect(scaled.allSatisfy { $0.root.polynomial.evaluate(at: 0) != 0 || $0.root.sign == 0 })
    }
  }

  @Test(arguments: Seeds.all)
  func `wrong approximations give nothing or what is right`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      var (polynomial, roots) = realRooted(&random)
      let place = random.int(in: 0...(roots.count - 1))
      switch random.int(in: 0...4) {
      case 0: roots[place] += Double(random.int(in: -100...100)) / 64
      case 1: roots.removeLast()
      case 2: roots = roots.map { $0 + 0.3 }
      case 3: roots[place] = .nan
      // Now some roots are not real.
      default: polynomial = polynomial + Polynomial(constant: 1000)
      }
      let found = polynomial.realRoots(near: roots.sorted(), over: 1)
      if let found {
        #expect(equal(found, polynomial.realRootsWithMultiplicities), "\(polynomial) \(roots)")
        #expect(found.reduce(0) { $0 + $1.multiplicity } == polynomial.degree)
      }
    }
  }

  @Test func `no roots, and roots too near to each other`() {
    #expect(Polynomial<Rational>(constant: 1).realRoots(near: [], over: 1)?.isEmpty == true)
    #expect(Polynomial<Rational>([-5, 1]).realRoots(near: [5], over: 2)?[0].root.rational == Rational(5, 2))
    #expect(Polynomial<Rational>([-2, 0, 1]).realRoots(near: [1.41, 1.41], over: 1) == nil)
    #expect(Polynomial<Rational>([1, 0, 1]).realRoots(near: [-1, 1], over: 1) == nil)
  }
}
