import Rational
import TestSupport
import Testing

@Suite struct IntegerLawTests {
  @Test(arguments: Seeds.all)
  func `the ring laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let a = random.integer()
      let b = random.integer()
      let c = random.integer()
      #expect(Laws.brokenRing(a, b, c) == [], "\(a), \(b), \(c)")
    }
  }

  @Test(arguments: Seeds.all)
  func `the order laws hold`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let a = random.integer()
      let b = random.int(in: 0...3) == 0 ? a : random.integer()
      let c = random.integer()
      #expect(Laws.brokenOrder(a, b, c) == [], "\(a), \(b), \(c)")
    }
  }

  @Test func `the laws hold for all pairs of edge values`() {
    for a in EdgeIntegers.all {
      for b in EdgeIntegers.all {
        #expect(Laws.brokenRing(a, b, 1) == [], "\(a), \(b)")
        #expect(Laws.brokenOrder(a, b, -1) == [], "\(a), \(b)")
      }
    }
  }

  @Test func `a value that fits a word is held as one, on every road to it`() throws {
    let large = Integer(1) << 200
    for word in EdgeIntegers.words {
      let value = Integer(word)
      let roads = try [
        value,
        (value + large) - large,
        value - large + large,
        (value * large).quotientAndRemainder(dividingBy: large).quotient,
        (value * large) >> 200,
        (large * large + value) % large + (value.sign < 0 ? -large : 0),
        -(-value),
        #require(Integer(value.description)),
        #require(Integer("+000" + value.magnitude.description)) * Integer(value.sign),
      ]
      for road in roads {
        #expect(road.word == word)
        #expect(Int(exactly: road) == word)
      }
      #expect(Laws.brokenEquality(classes: [roads, [value + large], [value - large]]) == [])
    }
  }

  @Test func `values beyond a word have no word`() {
    for value in EdgeIntegers.all {
      let fits = Integer(Int.min) <= value && value <= Integer(Int.max)
      #expect((value.word != nil) == fits, "\(value)")
      #expect((Int(exactly: value) != nil) == fits, "\(value)")
    }
    #expect((Integer(Int.max) + 1).word == nil)
    #expect((Integer(Int.min) - 1).word == nil)
    #expect((-Integer(Int.min)).word == nil)
    #expect((Integer(Int.max) + 1 - 1).word == Int.max)
    #expect((-(Integer(Int.max) + 1)).word == Int.min)
  }

  @Test func `equality tells all edge values apart`() {
    let classes = EdgeIntegers.all.map { value in
      [value, value + 1 - 1, value * -1 * -1, Integer(value.description) ?? 0]
    }
    #expect(Laws.brokenEquality(classes: classes) == [])
  }

  @Test func `integers of the standard library keep their value`() {
    #expect(Integer(exactly: UInt64.max) == (Integer(1) << 64) - 1)
    #expect(Integer(exactly: UInt64(1) << 63) == Integer(1) << 63)
    #expect(Integer(exactly: Int128.min) == -(Integer(1) << 127))
    #expect(Integer(exactly: UInt128.max) == (Integer(1) << 128) - 1)
    #expect(Integer(exactly: Int8(-128)) == -128)
    #expect(Integer(exactly: Int.min)?.word == Int.min)
  }

  @Test func `sign, parity, magnitude and width follow their definitions`() {
    for value in EdgeIntegers.all {
      #expect(value.sign == (value > 0 ? 1 : value < 0 ? -1 : 0))
      #expect(value.isZero == (value == 0))
      #expect(value.isEven == (value % 2 == 0))
      #expect(value.magnitude == (value < 0 ? 0 - value : value))
      // 2^(width-1) <= |value| < 2^width
      var power = Integer(1)
      for _ in 0..<value.bitLength { power += power }
      #expect(value.magnitude < power)
      #expect(value.isZero ? value.bitLength == 0 : power <= value.magnitude + value.magnitude)
    }
  }
}
