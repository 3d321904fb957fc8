/// Arithmetic on written decimal digits, as taught at school: slow, and shares nothing with
/// `Integer`. The oracle for values beyond a word.
struct Schoolbook: Equatable {
  var isNegative: Bool
  /// Decimal digits, lowest first, no leading zeros; empty for zero.
  var digits: [Int]

  init(isNegative: Bool, digits: [Int]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  /// The value of decimal digits with an optional minus.
  init(_ text: String) {
    self.init(
      isNegative: text.hasPrefix("-"),
      digits: text.reversed().compactMap(\.wholeNumberValue))
  }

  var text: String {
    if digits.isEmpty { return "0" }
    return (isNegative ? "-" : "") + digits.reversed().map(String.init).joined()
  }

  static prefix func - (value: Schoolbook) -> Schoolbook {
    Schoolbook(isNegative: !value.isNegative, digits: value.digits)
  }

  static func + (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    if left.isNegative == right.isNegative {
      return Schoolbook(
        isNegative: left.isNegative, digits: columns(left.digits, right.digits) { $0 + $1 })
    }
    let (large, small) = isLess(left.digits, right.digits) ? (right, left) : (left, right)
    return Schoolbook(
      isNegative: large.isNegative, digits: columns(large.digits, small.digits) { $0 - $1 })
  }

  static func - (left: Schoolbook, right: Schoolbook) -> Schoolbook { left + -right }

  static func * (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    var sums = [Int](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      for (j, b) in right.digits.enumerated() { sums[i + j] += a * b }
    }
    return Schoolbook(
      isNegative: left.isNegative != right.isNegative, digits: columns(sums, []) { a, _ in a })
  }

  /// Long division towards zero: the divisor is taken away as often as it goes, digit by digit.
  func dividedWithRemainder(
    by divisor: Schoolbook
  ) -> (quotient: Schoolbook, remainder: Schoolbook) {
    var quotient: [Int] = []
    var rest: [Int] = []
    for digit in digits.reversed() {
      rest.insert(digit, at: 0)
      while rest.last == 0 { rest.removeLast() }
      var count = 0
      while !Self.isLess(rest, divisor.digits) {
        rest = Self.columns(rest, divisor.digits) { $0 - $1 }
        while rest.last == 0 { rest.removeLast() }
        count += 1
      }
      quotient.insert(count, at: 0)
    }
    return (
      Schoolbook(isNegative: isNegative != divisor.isNegative, digits: quotient),
      Schoolbook(isNegative: isNegative, digits: rest)
    )
  }

  static func < (left: Schoolbook, right: Schoolbook) -> Bool {
    let difference = left - right
    return difference.isNegative
  }

  /// Combines the columns and carries, borrows being negative carries.
  private static func columns(_ a: [Int], _ b: [Int], _ combine: (Int, Int) -> Int) -> [Int] {
    var result: [Int] = []
    var carry = 0
    for index in 0..<max(a.count, b.count) {
      let sum =
        combine(index < a.count ? a[index] : 0, index < b.count ? b[index] : 0) + carry
      let digit = ((sum % 10) + 10) % 10
      carry = (sum - digit) / 10
      result.append(digit)
    }
    while carry > 0 {
      result.append(carry % 10)
      carry /= 10
    }
    return result
  }

  /// Order of magnitudes without leading zeros.
  private static func isLess(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for (x, y) in zip(a.reversed(), b.reversed()) where x != y { return x < y }
    return false
  }
}
