import Rational
import Symbolic
import TestSupport
import Testing

extension SymbolicNumber: TestableRing {}

@Suite struct `symbolic numbers` {
  private static let x = SymbolicNumber(SymbolicVariable(.symbol("x")))
  private static let r = SymbolicNumber.vertices

  /// r - n.
  private static func below(_ n: Int) -> SymbolicNumber { r - SymbolicNumber(n) }

  /// A quotient of small polynomials in r, x, √(r-1) and √2.
  private func number(_ random: inout SplitMix64) throws -> SymbolicNumber {
    func polynomial(_ random: inout SplitMix64, roots: Bool) throws -> SymbolicNumber {
      var sum = SymbolicNumber(random.int(in: -3...3))
      let root = try #require(Self.below(1).squareRoot)
      let two = try #require(SymbolicNumber(2).squareRoot)
      for value in [Self.r, Self.x] + (roots ? [root, two] : []) where random.int(in: 0...1) == 0 {
        sum += SymbolicNumber(random.int(in: -2...2)) * value
      }
      return sum
    }
    let top = try polynomial(&random, roots: true)
    let bottom = try polynomial(&random, roots: false)
    return bottom.isZero ? top : top / bottom
  }

  @Test(arguments: Seeds.all)
  func `laws of a field`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let (a, b, c) = (try number(&random), try number(&random), try number(&random))
      #expect(Laws.brokenRing(a, b, c).isEmpty, "\(a), \(b), \(c)")
      if !b.isZero { #expect(Laws.brokenDivision(a, by: b).isEmpty, "\(a), \(b)") }
      // The order is that of one place.
      #expect([a < b, a == b, b < a].filter { $0 }.count == 1)
      #expect((a * a).sign == (a.isZero ? 0 : 1))
      #expect((-a).sign == -a.sign)
      #expect((a * b).sign == a.sign * b.sign)
    }
  }

  @Test(arguments: Seeds.all)
  func `square roots`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let factors: [SymbolicNumber] = [
      Self.r, Self.below(1), Self.below(2), Self.x, Self.x + .one, SymbolicNumber(6),
      Self.r + Self.x,
    ]
    for _ in 0..<20 {
      var product = SymbolicNumber(Rational(random.int(in: 1...12), random.int(in: 1...12)))
      for factor in factors {
        let exponent = random.int(in: -2...2)
        product *= factor.power(exponent)
      }
      let root = try #require(product.squareRoot)
      #expect(root * root == product)
      #expect(root.sign > 0)
      let square = try #require((product * product).squareRoot)
      #expect(square == product)
    }
    // √a √b is √(ab).
    let (a, b) = (Self.below(1), Self.below(2))
    let roots = (try #require(a.squareRoot), try #require(b.squareRoot))
    #expect(try roots.0 * roots.1 == #require((a * b).squareRoot))
    #expect((-a).squareRoot == nil)
    #expect(SymbolicNumber(0).squareRoot == .zero)
  }

  @Test(arguments: Seeds.all)
  func `a common denominator`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let numbers = try (0..<4).map { _ in try number(&random) }
      let common = SymbolicNumber(SymbolicNumber.commonDenominator(numbers))
      #expect(!common.isZero)
      for value in numbers {
        let whole = value * common
        #expect(whole.denominator.constant == 1)
        let isWhole = whole.numerator.terms.values.allSatisfy { $0.isInteger }
        #expect(isWhole)
      }
    }
  }

  @Test func `signs at a large r`() {
    #expect(Self.below(1000).sign > 0)
    #expect((Self.x - SymbolicNumber(2)).sign < 0)
    #expect(SymbolicNumber(0).sign == 0)
    #expect((Self.r.inverse - Self.x).sign < 0)
  }
}
