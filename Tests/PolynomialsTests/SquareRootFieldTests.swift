import Polynomials
import Rational
import TestSupport
import Testing

/// A polynomial over Q(√2) built from roots a + b√2, so that everything about them is known.
private struct FactoredInField: CustomStringConvertible {
  /// Distinct roots, ascending, with multiplicities.
  let roots: [(root: Surd, multiplicity: Int)]
  /// (x - a)² + c with c > 0, without real roots.
  let quadratics: [(place: Surd, rise: Surd)]
  /// Not zero.
  let scale: Surd

  var polynomial: Polynomial<Surd> {
    var product = Polynomial(constant: scale)
    for (root, multiplicity) in roots {
      for _ in 0..<multiplicity { product = product * Polynomial([-root, 1]) }
    }
    for (place, rise) in quadratics {
      product = product * Polynomial([place * place + rise, -2 * place, 1])
    }
    return product
  }

  func count(above lower: Surd, upTo upper: Surd) -> Int {
    roots.count { lower < $0.root && $0.root <= upper }
  }

  var description: String { "\(scale) roots \(roots) quadratics \(quadratics)" }
}

extension SplitMix64 {
  /// a + b√2 with small a and b; b is not zero more often than not.
  fileprivate mutating func element(_ root: Surd) -> Surd {
    let a = Rational(int(in: -6...6), int(in: 1...4))
    let b = Rational(int(in: -3...3), int(in: 1...3))
    return Surd(a) + Surd(b) * root
  }

  fileprivate mutating func factoredInField(_ root: Surd) -> FactoredInField {
    var values: Set<Surd> = []
    for _ in 0..<int(in: 0...3) { values.insert(element(root)) }
    let roots = values.sorted().map { (root: $0, multiplicity: int(in: 1...3)) }
    let quadratics = (0..<int(in: 0...1)).map { _ in
      (place: element(root), rise: Surd(Rational(int(in: 1...9), 9)) * root)
    }
    let scale = element(root)
    return FactoredInField(
      roots: roots, quadratics: quadratics, scale: scale.isZero ? -root : scale)
  }
}

@Suite struct `polynomials over Q(√2)` {
  private let root: Surd

  init() throws { root = try Surd.squareRoot(of: 2) }

  @Test(arguments: Seeds.all)
  func `roots are counted between roots and other places`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let factored = random.factoredInField(root)
      let sturm = SturmSequence(factored.polynomial)
      #expect(sturm.rootCount == factored.roots.count, "\(factored)")
      let ends = factored.roots.map(\.root) + [random.element(root), random.element(root)]
      for lower in ends {
        #expect(
          sturm.rootCount(above: lower) == factored.count(above: lower, upTo: 1000), "\(factored)")
        for upper in ends {
          #expect(
            sturm.rootCount(above: lower, upTo: upper)
              == factored.count(above: lower, upTo: upper),
            "\(factored) from \(lower) to \(upper)")
        }
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `signs on half-lines agree with the roots`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let factored = random.factoredInField(root)
      let isUpward = factored.scale.sign > 0
      for bound in factored.roots.map(\.root) + [random.element(root), -20, 20] {
        let positive = isUpward && factored.roots.allSatisfy { $0.root < bound }
        let nonNegative =
          isUpward && factored.roots.allSatisfy { $0.root <= bound || $0.multiplicity % 2 == 0 }
        let message: Comment = "\(factored) from \(bound)"
        #expect(factored.polynomial.isPositive(onAndAbove: bound) == positive, message)
        #expect(factored.polynomial.isNonNegative(onAndAbove: bound) == nonNegative, message)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `the greatest common divisor and the square-free part have the right roots`(
    _ seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let roots = Set((0..<3).map { _ in random.element(root) }).sorted()
      let exponents = roots.map { _ in (random.int(in: 0...2), random.int(in: 0...2)) }
      func product(_ exponents: [Int], _ scale: Surd) -> Polynomial<Surd> {
        FactoredInField(
          roots: zip(roots, exponents).map { ($0, $1) }, quadratics: [], scale: scale
        ).polynomial
      }
      let a = product(exponents.map(\.0), root)
      let b = product(exponents.map(\.1), 3 - root)
      #expect(Polynomial.gcd(a, b) == product(exponents.map { min($0.0, $0.1) }, 1))
      #expect(a.squareFreePart.monic == product(exponents.map { min($0.0, 1) }, 1))
    }
  }

  @Test(arguments: Seeds.all)
  func `a shift moves the roots, and division undoes a product`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let factored = random.factoredInField(root)
      let offset = random.element(root)
      let moved = FactoredInField(
        roots: factored.roots.map { ($0.root - offset, $0.multiplicity) },
        quadratics: factored.quadratics.map { ($0.place - offset, $0.rise) },
        scale: factored.scale)
      #expect(factored.polynomial.shifted(by: offset) == moved.polynomial, "\(factored)")
      let divisor = random.factoredInField(root).polynomial
      let remainder = Polynomial((0..<max(0, divisor.degree)).map { _ in random.element(root) })
      let result = (factored.polynomial * divisor + remainder).divided(by: divisor)
      #expect(result.quotient == factored.polynomial && result.remainder == remainder)
    }
  }
}
