import Rational
import TestSupport
import Testing

@Suite struct RationalFunctionTests {
  @Test(arguments: Seeds.all)
  func `floor and ceiling are the integers next to a value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let value = random.rational()
      let floor = Rational(value.floor)
      let ceiling = Rational(value.ceiling)
      #expect(floor <= value && value < floor + 1, "\(value)")
      #expect(ceiling - 1 < value && value <= ceiling, "\(value)")
      #expect(value.isInteger == (floor == ceiling), "\(value)")
      #expect(value.isInteger == (value.denominator == 1))
    }
    #expect(Rational(-7, 2).floor == -4)
    #expect(Rational(-7, 2).ceiling == -3)
    #expect(Rational(7, 2).floor == 3)
    #expect(Rational(7, 2).ceiling == 4)
  }

  @Test(arguments: Seeds.all)
  func `reciprocals and powers are made of products`(seed: UInt64) {
    func check<F: OrderedExactField>(_ value: F) {
      #expect(value.signum() * value.magnitude == value, "\(value)")
      #expect(value.signum() == F(value.sign) && value.magnitude.sign >= 0)
      #expect(value.isZero ? value.reciprocal == nil : value.reciprocal == value.inverse)
      var product = F.one
      for exponent in 0...5 {
        #expect(value.power(exponent) == product, "\(value)^\(exponent)")
        if !value.isZero { #expect(value.power(-exponent) * product == .one, "\(value)") }
        product *= value
      }
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      check(random.rational())
      check(random.surd())
    }
    check(Rational(0))
    check(Surd(0))
  }

  @Test(arguments: Seeds.all)
  func `sign and magnitude make up a value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.rational()
      #expect(value.sign == value.numerator.sign)
      #expect(value.isZero == (value.sign == 0))
      #expect(value.magnitude >= 0)
      #expect(value.magnitude * Rational(value.sign) == value)
    }
  }

  @Test(arguments: Seeds.all)
  func `powers are repeated products, or those of the reciprocal`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<30 {
      let value = random.nonzeroRational()
      var (product, quotient) = (Rational(1), Rational(1))
      for exponent in 0...8 {
        #expect(value.power(exponent) == product, "\(value)^\(exponent)")
        #expect(value.power(-exponent) == quotient, "\(value)^-\(exponent)")
        product *= value
        quotient /= value
      }
    }
    #expect(Rational(0).power(0) == 1)
    #expect(Rational(0).power(5) == 0)
    #expect(Rational(-2, 3).power(-3) == Rational(-27, 8))
  }

  @Test(arguments: Seeds.all)
  func `squares have a root, products with a prime do not`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let root = random.nonzeroRational().magnitude
      let square = root * root
      #expect(square.exactSquareRoot() == root)
      #expect((square * 7).exactSquareRoot() == nil)
      #expect((square / 7).exactSquareRoot() == nil)
      #expect((-square).exactSquareRoot() == nil)
    }
    #expect(Rational(0).exactSquareRoot() == 0)
    #expect(Rational(4, 9).exactSquareRoot() == Rational(2, 3))
    #expect(Rational(8, 18).exactSquareRoot() == Rational(2, 3))
    #expect(Rational(4, 3).exactSquareRoot() == nil)
    #expect(Rational(3, 4).exactSquareRoot() == nil)
  }
}
