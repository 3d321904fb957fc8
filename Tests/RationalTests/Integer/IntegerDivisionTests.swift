import Rational
import TestSupport
import Testing

@Suite struct IntegerDivisionTests {
  @Test(arguments: Seeds.all)
  func `large arithmetic agrees with the school method`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<120 {
      let a = random.integer()
      let b = random.nonzeroInteger()
      let (x, y) = (Schoolbook(a.description), Schoolbook(b.description))
      #expect((a + b).description == (x + y).text)
      #expect((a - b).description == (x - y).text)
      #expect((a * b).description == (x * y).text)
      #expect((a < b) == (x < y))
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let expected = x.dividedWithRemainder(by: y)
      #expect(quotient.description == expected.quotient.text, "\(a) by \(b)")
      #expect(remainder.description == expected.remainder.text, "\(a) by \(b)")
    }
  }

  @Test func `division of edge values has its defining properties`() {
    for a in EdgeIntegers.all {
      for b in EdgeIntegers.all where !b.isZero {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        #expect(quotient * b + remainder == a)
        #expect(remainder.magnitude < b.magnitude)
        #expect(remainder.isZero || remainder.sign == a.sign)
        let floor = a.floorDivided(by: b)
        let rest = a - floor * b
        #expect(rest.isZero || rest.sign == b.sign, "\(a) by \(b)")
        #expect(rest.magnitude < b.magnitude)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `shifts multiply and divide by powers of two`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.integer()
      let count = random.int(in: 0...200)
      let power = (0..<count).reduce(Integer(1)) { power, _ in power + power }
      #expect(value << count == value * power, "\(value) << \(count)")
      #expect(value >> count == value.floorDivided(by: power), "\(value) >> \(count)")
    }
    #expect(Integer(0) << 1000 == 0)
    #expect((-(Integer(1) << 64)) >> 64 == -1)
    #expect((-(Integer(1) << 64)) >> 65 == -1)
    #expect((Integer(1) << 64) >> 65 == 0)
  }
}
