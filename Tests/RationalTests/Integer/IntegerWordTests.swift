import Rational
import TestSupport
import Testing

/// Words against the arithmetic of `Int` and `Int128`, where no result overflows.
@Suite struct IntegerWordTests {
  static let pairs: [(Int, Int)] = EdgeIntegers.words.flatMap { a in
    EdgeIntegers.words.map { (a, $0) }
  }

  @Test func `sums, differences and products are those of double words`() {
    for (a, b) in Self.pairs {
      let (x, y) = (Integer(a), Integer(b))
      let (wideA, wideB) = (Int128(a), Int128(b))
      #expect((x + y).description == "\(wideA + wideB)")
      #expect((x - y).description == "\(wideA - wideB)")
      #expect((x * y).description == "\(wideA * wideB)")
      #expect((x < y) == (a < b))
      #expect((x == y) == (a == b))
    }
  }

  @Test func `quotients and remainders are those of double words`() {
    for (a, b) in Self.pairs where b != 0 {
      let (quotient, remainder) = Integer(a).quotientAndRemainder(dividingBy: Integer(b))
      #expect(quotient.description == "\(Int128(a) / Int128(b))", "\(a) by \(b)")
      #expect(remainder.description == "\(Int128(a) % Int128(b))", "\(a) by \(b)")
      #expect(Integer(a) / Integer(b) == quotient)
      #expect(Integer(a) % Integer(b) == remainder)
    }
  }

  @Test func `floor division rounds down for every pair of signs`() {
    #expect(Integer(7).floorDivided(by: 2) == 3)
    #expect(Integer(-7).floorDivided(by: 2) == -4)
    #expect(Integer(7).floorDivided(by: -2) == -4)
    #expect(Integer(-7).floorDivided(by: -2) == 3)
    #expect(Integer(-6).floorDivided(by: 2) == -3)
    for (a, b) in Self.pairs where b != 0 {
      let (wideA, wideB) = (Int128(a), Int128(b))
      let truncated = wideA / wideB
      let isExact = truncated * wideB == wideA
      let floor = !isExact && (a < 0) != (b < 0) ? truncated - 1 : truncated
      #expect(Integer(a).floorDivided(by: Integer(b)).description == "\(floor)", "\(a) by \(b)")
    }
  }

  @Test func `shifts are those of double words`() {
    for word in EdgeIntegers.words {
      for count in [0, 1, 31, 32, 33, 62, 63] {
        #expect((Integer(word) << count).description == "\(Int128(word) << Int128(count))")
      }
      for count in [0, 1, 2, 31, 32, 62, 63, 64, 65, 127, 1000, Int.max] {
        // Int's own shift also rounds down and gives 0 or -1 beyond its width.
        #expect(Integer(word) >> count == Integer(word >> count), "\(word) >> \(count)")
      }
    }
  }
}
