import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct AlgebraicNumberTests {
  private func root(_ radicand: Int) -> Surd {
    guard let root = try? Surd.squareRoot(of: Rational(radicand)) else {
      preconditionFailure("\(radicand) has a square root")
    }
    return root
  }

  /// Sums of square roots and what they are as algebraic numbers: order is known from elsewhere.
  @Test(arguments: Seeds.all)
  func `order and equality are those of sums of square roots`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func value() -> Surd {
      switch random.int(in: 0...3) {
      case 0: return Surd(random.smallRational())
      case 1: return Surd(random.smallRational()) + root(random.element(of: [2, 3, 5, 6]))
      default:
        let factor = Surd(random.smallRational())
        return factor * root(random.element(of: [2, 3])) + root(random.element(of: [2, 5]))
      }
    }
    for _ in 0..<60 {
      let a = value()
      let b = random.int(in: 0...5) == 0 ? a : value()
      let (x, y) = (AlgebraicNumber(a), AlgebraicNumber(b))
      #expect(x.order(y) == (a - b).sign, "\(a) \(b)")
      #expect(x.order(b) == (a - b).sign, "\(a) \(b)")
      #expect((x == y) == (a == b) && (x < y) == (a < b))
      #expect(x == AlgebraicNumber(a) && x.order(a) == 0)
      #expect(x.sign == a.sign && (-x).order(-a) == 0 && x.magnitude.sign == abs(a.sign))
      #expect(x.rational == a.rational)
      if let c = b.rational {
        #expect(x.order(c) == (a - b).sign)
        #expect(x.scaled(by: c).order(a * b) == 0, "\(a) \(b)")
      }
      let bounds = x.enclosure(bits: 40)
      #expect(Surd(bounds.lower) <= a && a <= Surd(bounds.upper))
      #expect(bounds.upper - bounds.lower <= Rational(1, Integer(1) << 40))
      #expect(x.decimal(digits: 12) == a.decimal(digits: 12))
      let floor = x.floor
      #expect(Surd(floor) <= a && a < Surd(floor + 1))
    }
  }

  @Test func `numbers that are roots of different polynomials are equal with equal hashes`() {
    let short = Polynomial<Rational>([-1, -2, 0, 1])  // (x + 1)(x² - x - 1)
    let other = Polynomial<Rational>([-1, -1, 1]) * Polynomial([-2, 0, 0, 1])
    let (golden, cubeRoot) = (short.realRoots[2], other.realRoots[1])
    #expect(short.realRoots.count == 3 && other.realRoots.count == 3)
    #expect(golden == other.realRoots[2] && golden.hashValue == other.realRoots[2].hashValue)
    #expect(cubeRoot < golden && cubeRoot.order(Rational(5, 4)) == 1)
    #expect(golden.order((Surd(1) + root(5)) * Surd(Rational(1, 2))) == 0)
  }

  @Test func `numbers that agree in thirty digits are told apart`() {
    // √2 + 10⁻³⁰ is irrational; its polynomial is that of √2, shifted.
    let tiny = Rational(1, Integer(10).power(30))
    let square = Polynomial<Rational>([-2, 0, 1])
    let (near, exact) = (square.shifted(by: -tiny).realRoots[1], square.realRoots[1])
    #expect(exact < near && near > exact && exact != near)
    #expect(exact.order(root(2)) == 0 && near.order(root(2)) == 1)
    #expect(near.order(root(2) + Surd(tiny)) == 0)
    // The two as roots of one polynomial.
    let both = (square * square.shifted(by: -tiny)).realRoots
    #expect(both.count == 4 && both[2] == exact && both[3] == near && both[2] < both[3])
  }

  @Test func `the text names the root`() {
    let roots = Polynomial<Rational>([1, -3, 0, 1]).realRoots
    #expect(
      roots.map(\.description) == [
        "root 1 of x^3 - 3*x + 1 in (-1.88, -1.87)",
        "root 2 of x^3 - 3*x + 1 in (0.347, 0.348)",
        "root 3 of x^3 - 3*x + 1 in (1.53, 1.54)",
      ])
    #expect(AlgebraicNumber(Rational(-3, 4)).description == "-3/4")
    let long = Polynomial<Rational>([-2] + Array(repeating: 0, count: 40) + [1]).realRoots
    #expect(long.map(\.description) == ["root 1 of a polynomial of degree 41 in (1.01, 1.02)"])
  }

  @Test(arguments: Seeds.all)
  func `multiplicities and rational roots are those the polynomial was made of`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let factored = random.factored()
      let cube = Polynomial<Rational>([-2, 0, 0, 1])
      let product = factored.polynomial * cube * cube
      let roots = product.realRootsWithMultiplicities
      #expect(roots.map(\.root) == roots.map(\.root).sorted())
      let rational = roots.filter { $0.root.rational != nil }
      #expect(rational.map { $0.root.rational } == factored.roots.map(\.root))
      #expect(rational.map(\.multiplicity) == factored.roots.map(\.multiplicity))
      let irrational = roots.filter { $0.root.rational == nil }
      #expect(irrational.map(\.multiplicity) == [2])
      #expect(irrational.map(\.root) == cube.realRoots)
      #expect(product.realRoots == roots.map(\.root))
    }
  }

  @Test func `quadratic numbers are sums of square roots`() {
    let golden = Polynomial<Rational>([-1, -1, 1]).realRoots
    let half = Surd(Rational(1, 2))
    #expect(golden.map(\.surd) == [(1 - root(5)) * half, (1 + root(5)) * half])
    #expect((-golden[0]).surd == (root(5) - 1) * half)
    #expect(AlgebraicNumber(Rational(3, 7)).surd == Surd(Rational(3, 7)))
    #expect(Polynomial<Rational>([-2, 0, 0, 1]).realRoots[0].surd == nil)
    let scaled = Polynomial<Rational>([-3, 0, 50]).realRoots
    #expect(scaled.map(\.surd) == [-root(6) / 10, root(6) / 10])
  }

  @Test func `constants have no roots`() {
    #expect(Polynomial<Rational>.zero.realRoots == [])
    #expect(Polynomial<Rational>(constant: 2).realRoots == [])
    #expect(Polynomial<Surd>(constant: 2).realRoots == [])
    #expect(Polynomial<Rational>([1, 0, 1]).realRoots == [])
    #expect(Polynomial<Rational>([0, 3]).realRoots == [AlgebraicNumber(Rational(0))])
  }

  @Test func `a polynomial over a field of square roots does not get the roots of its conjugate`() {
    // (x - √2)²(x - 1)(x² - √3), which has the conjugates' roots -√2 and no real ones of x² + √3.
    let linear = Polynomial<Surd>([-root(2), 1])
    let product = linear * linear * Polynomial([-1, 1]) * Polynomial([-root(3), 0, 1])
    let roots = product.realRootsWithMultiplicities
    #expect(roots.map(\.multiplicity) == [1, 1, 1, 2])
    #expect(roots.map { $0.root.decimal(digits: 6) } == ["-1.31607", "1", "1.31607", "1.41421"])
  }
}
