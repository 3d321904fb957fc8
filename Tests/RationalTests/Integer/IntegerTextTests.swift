import Rational
import TestSupport
import Testing

@Suite struct IntegerTextTests {
  @Test(arguments: Seeds.all)
  func `text is read back as the same value`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for value in EdgeIntegers.all + (0..<200).map({ _ in random.integer() }) {
      #expect(Integer(value.description) == value)
      #expect(Integer("\(value)".first == "-" ? "\(value)" : "+\(value)") == value)
    }
  }

  @Test func `digits are those of the value`() {
    // 2^128 by doubling written digits.
    var power = Schoolbook("1")
    for exponent in 0...300 {
      #expect((Integer(1) << exponent).description == power.text)
      #expect(Integer(power.text) == Integer(1) << exponent)
      power = power + power
    }
    #expect(Integer("18446744073709551616") == Integer(1) << 64)
    #expect(Integer("-9223372036854775808")?.word == Int.min)
    #expect(Integer("-9223372036854775809") == Integer(Int.min) - 1)
  }

  @Test(arguments: ["0", "-0", "+0", "000", "-00000000000000000000000000000"])
  func `every zero is the same zero`(text: String) {
    #expect(Integer(text) == 0)
    #expect(Integer(text)?.description == "0")
  }

  @Test func `leading zeros and a plus are read`() {
    #expect(Integer("007") == 7)
    #expect(Integer("+7") == 7)
    #expect(Integer("-007") == -7)
    #expect(Integer("0000000000000000000000000000018446744073709551616") == Integer(1) << 64)
  }

  @Test(arguments: Malformed.integers)
  func `other texts are refused`(text: String) {
    #expect(Integer(text) == nil)
  }
}
