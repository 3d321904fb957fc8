import Polynomials
import Rational
import TestSupport
import Testing

@Suite struct `finding roots` {
  @Test(arguments: Seeds.all)
  func `rational roots are found, others are not`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let factored = random.factored()
      // x² - 2 and x³ - x - 1 have real roots, none of them rational.
      let irrational = random.element(of: [
        Polynomial<Rational>(constant: 1), Polynomial([-2, 0, 1]), Polynomial([-1, -1, 0, 1]),
      ])
      let p = factored.polynomial * irrational
      #expect(p.rationalRoots() == factored.roots.map(\.root), "\(factored) \(irrational)")
    }
  }

  @Test func `large numerators and denominators are recovered`() {
    let roots: [Rational] = [Rational(-123_457, 1009), Rational(1, 99_991), Rational(355, 113)]
    let p = roots.reduce(Polynomial<Rational>([-3, 0, 1])) { $0 * Polynomial([-$1, 1]) }
    #expect(p.rationalRoots() == roots)
  }

  @Test func `roots of very different sizes, and next to powers of two`() {
    let sizes = [-300, -70, -1, 0, 1, 64, 65, 250].map { exponent -> Rational in
      let power = Rational(Integer(1) << abs(exponent))
      return exponent < 0 ? 1 / power : power
    }
    let roots = (sizes + sizes.map { -$0 }).sorted()
    let p = roots.reduce(Polynomial<Rational>([1, 0, 1])) { $0 * Polynomial([-$1, 1]) }
    #expect(p.rationalRoots() == roots)
    for root in roots {
      #expect(Polynomial([-root, 1]).rationalRoots() == [root])
      let square = root * root
      #expect(Polynomial([-square, 0, 1]).rationalRoots() == [-root.magnitude, root.magnitude])
      #expect(Polynomial([-2 * square, 0, 1]).isolatingIntervals(width: 1).count == 2)
    }
  }

  @Test func `a root next to an irrational one is not missed`() {
    // 7/5 and √2 differ by 0.0142…
    let p = Polynomial<Rational>([-2, 0, 1]) * Polynomial([-7, 5]) * Polynomial([-7, 5])
    #expect(p.rationalRoots() == [Rational(7, 5)])
  }

  @Test func `constants and zero have no roots to list`() {
    #expect(Polynomial<Rational>.zero.rationalRoots() == [])
    #expect(Polynomial<Rational>(constant: 2).rationalRoots() == [])
    #expect(Polynomial<Rational>.zero.isolatingIntervals(width: 1) == [])
    #expect(Polynomial<Rational>([0, 3]).rationalRoots() == [0])
  }

  @Test(arguments: Seeds.all)
  func `each isolating interval has exactly its root`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let factored = random.factored()
      let width = Rational(1, random.int(in: 1...1000))
      let intervals = factored.polynomial.isolatingIntervals(width: width)
      #expect(intervals.count == factored.roots.count, "\(factored)")
      for (interval, (root, _)) in zip(intervals, factored.roots) {
        #expect(interval.upper - interval.lower <= width)
        let isInside = interval.lower < root && root <= interval.upper
        #expect(interval.isExact ? interval.lower == root : isInside)
      }
      for (interval, next) in zip(intervals, intervals.dropFirst()) {
        #expect(interval.upper <= next.lower)
      }
    }
  }

  @Test func `√2 is enclosed as finely as asked`() {
    let width = Rational(1, Integer(10).power(30))
    let intervals = Polynomial<Rational>([-2, 0, 1]).isolatingIntervals(width: width)
    #expect(intervals.count == 2)
    for interval in intervals {
      // Squaring tells on which side of ±√2 the ends are.
      let squares = [interval.lower * interval.lower, interval.upper * interval.upper].sorted()
      #expect(squares[0] < 2 && 2 < squares[1])
      #expect(interval.upper - interval.lower <= width)
    }
  }

  @Test(arguments: Seeds.all)
  func `the simplest fraction of an interval has the least denominator`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.smallRational()
      let b = a + Rational(random.int(in: 0...20), 100)
      let found = Rational.simplest(between: a, and: b)
      #expect(a <= found && found <= b)
      // By trying the denominators in order.
      let least = (1...1200).first { d in
        (a * Rational(d)).ceiling <= (b * Rational(d)).floor
      }
      #expect(found.denominator == least.map { Integer($0) })
    }
    #expect(Rational.simplest(between: Rational(1, 3), and: Rational(1, 3)) == Rational(1, 3))
    #expect(Rational.simplest(between: -2, and: 5) == -2)
  }
}
