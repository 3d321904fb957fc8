/// A fraction rounded to significant decimal digits by long division, written as digits and the
/// power of ten of the first: 9.9996 to four digits is (1000, 1), standing for 1.000 · 10^1.
///
/// Digits come one at a time with their remainder, so the half is recognised exactly; nothing is
/// estimated and nothing is rounded twice.
struct RoundedDigits: Equatable {
  var digits: String
  var exponent: Int

  init(digits: String, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// top/bottom, both positive.
  init(_ top: String, over bottom: String, count: Int) {
    let divisor = Schoolbook(bottom)
    let ten = Schoolbook("10")
    var (value, divisorScaled, exponent) = (Schoolbook(top), divisor, 0)
    // Scale by tens until the divisor goes 1 to 9 times.
    while !(value < divisorScaled * ten) {
      divisorScaled = divisorScaled * ten
      exponent += 1
    }
    while value < divisorScaled {
      value = value * ten
      exponent -= 1
    }
    var digits: [Int] = []
    for _ in 0..<count {
      let (digit, rest) = value.dividedWithRemainder(by: divisorScaled)
      digits.append(digit.digits.first ?? 0)
      value = rest * ten
    }
    // What is left is value/10; half a unit is divisor/2, that is, value = 5 divisor.
    let half = divisorScaled * Schoolbook("5")
    let isOdd = (digits.last ?? 0) % 2 == 1
    if half < value || (half == value && isOdd) {
      var place = count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits[0] = 1
        exponent += 1
      }
    }
    self.init(digits: digits.map(String.init).joined(), exponent: exponent)
  }

  /// The digits and exponent of a printed positive decimal, `5.14`, `0.004` or `1.5e-20`, filled up
  /// with zeros; nil for another layout or for more digits than `count`.
  init?(printed text: String, count: Int) {
    let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    guard let shift = parts.count == 2 ? Int(parts[1]) : 0, let mantissa = parts.first else {
      return nil
    }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.allSatisfy({ !$0.isEmpty }),
      halves.joined().allSatisfy({ "0123456789".contains($0) })
    else { return nil }
    let all = halves.joined()
    let leadingZeros = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leadingZeros))
    // Zeros that fill an integer up to its point carry no information.
    while digits.count > count, digits.last == "0" { digits.removeLast() }
    guard !digits.isEmpty, digits.count <= count else { return nil }
    digits += String(repeating: "0", count: count - digits.count)
    self.init(digits: digits, exponent: halves[0].count - 1 - leadingZeros + shift)
  }
}
