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
    let line = Polynomial<Rational>([-5, 1]).realRoots(near: [5], over: 2)
    #expect(line?.first?.root.rational == Rational(5, 2))
    #expect(Polynomial<Rational>([-2, 0, 1]).realRoots(near: [1.41, 1.41], over: 1) == nil)
    #expect(Polynomial<Rational>([1, 0, 1]).realRoots(near: [-1, 1], over: 1) == nil)
  }

  /// The path on seven vertices: x (x² - 2) (x⁴ - 4x² + 2), and on two of the roots only their squares.
  @Test func `quadratic factors are split off`() throws {
    let polynomial = Polynomial<Rational>([0, -4, 0, 10, 0, -6, 0, 1])
    let quartic = Polynomial<Rational>([2, 0, -4, 0, 1])
    let squares = [2 + 2.0.squareRoot(), 2 - 2.0.squareRoot()].map { $0.squareRoot() }
    let all = [0, 2.0.squareRoot()] + squares
    let roots = try #require(
      polynomial.realRoots(near: (all + all.dropFirst().map { -$0 }).sorted(), over: 1))
    #expect(roots.map(\.root) == polynomial.realRoots)
    let root = try Surd.squareRoot(of: 2)
    #expect(roots.map(\.root.surd) == [nil, -root, nil, 0, nil, root, nil])
    #expect(roots.filter { $0.root.surd == nil }.map(\.root) == quartic.realRoots)
    #expect(roots[0].root.polynomial == quartic && roots[0].root.index == 1)
    // What seems to be a factor and is none.
    let near = Polynomial<Rational>([-2, 0, 1]).splittingQuadratics(near: [-1, 1])
    #expect(near == [Polynomial([-2, 0, 1])])
    let tried = quartic.splittingQuadratics(near: [-2.0.squareRoot(), 2.0.squareRoot()])
    #expect(tried == [quartic])
    // (x² - x - 1)(x² - x - 3), of which each root is in two sums that are integers.
    let golden = [1 - 5.0.squareRoot(), 1 + 5.0.squareRoot()].map { $0 / 2 }
    let other = [1 - 13.0.squareRoot(), 1 + 13.0.squareRoot()].map { $0 / 2 }
    let product = Polynomial<Rational>([-1, -1, 1]) * Polynomial([-3, -1, 1])
    let split = product.splittingQuadratics(near: (golden + other).sorted())
    #expect(split.count == 2 && split.reduce(Polynomial(constant: 1), *) == product)
  }

  /// x² - 2 has its roots in (1, 2) and (-2, -1).
  @Test func `intervals that are not fit give nothing`() {
    let square = Polynomial<Rational>([-2, 0, 1])
    func roots(_ ends: [(Int, Int)]) -> [AlgebraicNumber]? {
      let intervals = ends.compactMap { DyadicInterval(from: $0.0, to: $0.1, bits: 3) }
      return Polynomial.roots(of: [(square, 1)], in: intervals, over: 1)?.map(\.root)
    }
    #expect(roots([(-16, -8), (8, 16)]) == square.realRoots)
    #expect(roots([(-16, -8), (0, 8), (8, 16)]) == square.realRoots)
    // One root twice, in the wrong order, missing, and where the signs are the same.
    #expect(roots([(8, 13), (9, 14)]) == nil)
    #expect(roots([(8, 16), (-16, -8)]) == nil)
    #expect(roots([(8, 16)]) == nil)
    #expect(roots([]) == nil)
    #expect(roots([(-8, 0), (8, 16)]) == nil)
    // √2 and √3, in one interval or apart.
    let factors = [(square, 1), (Polynomial<Rational>([-3, 0, 1]), 2)]
    func both(_ ends: [(Int, Int)]) -> [Int]? {
      let intervals = ends.compactMap { DyadicInterval(from: $0.0, to: $0.1, bits: 3) }
      return Polynomial.roots(of: factors, in: intervals, over: 1)?.map(\.multiplicity)
    }
    #expect(both([(-15, -12), (-12, -9), (9, 12), (12, 15)]) == [2, 1, 1, 2])
    #expect(both([(-16, -8), (8, 16)]) == nil)
    #expect(DyadicInterval(from: 0, to: 9, bits: 3) == nil)
    #expect(DyadicInterval(from: -4, to: 4, bits: 3) != nil)
  }
}
