import Rational

/// Reads the part of JSON that weights are written in, and keeps the text of numbers.
struct JSONReader {
  private let bytes: [UInt8]
  private var next = 0
  /// The most characters of a number, and the greatest decimal exponent.
  private static let numberLimit = 10_000
  private static let exponentLimit = 5_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipSpace()
  }

  /// The line and column of what comes next, in bytes.
  var place: String { place(of: next) }

  /// - Complexity: One look at each byte before it.
  private func place(of index: Int) -> String {
    let read = bytes[..<min(index, bytes.count)]
    let line = read.count { $0 == UInt8(ascii: "\n") } + 1
    let start = read.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return "\(line):\(read.count - start + 1)"
  }

  private func error(_ expected: String) -> WeightsError {
    let rest = bytes[min(next, bytes.count)...].prefix(20)
      .prefix { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
    let found =
      next >= bytes.count
      ? "the end of the file"
      : rest.isEmpty ? "byte \(bytes[next])" : "\"\(String(decoding: rest, as: UTF8.self))\""
    return WeightsError(place, expected: expected, found: found)
  }

  private mutating func skipSpace() {
    while next < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
  }

  mutating func expect(_ character: Character, _ what: String) throws(WeightsError) {
    guard next < bytes.count, bytes[next] == character.asciiValue else { throw error(what) }
    next += 1
    skipSpace()
  }

  /// A comma: true; the closing bracket: false.
  mutating func continues(_ closing: Character) throws(WeightsError) -> Bool {
    if next < bytes.count, bytes[next] == UInt8(ascii: ",") {
      next += 1
      skipSpace()
      return true
    }
    try expect(closing, "\",\" or \"\(closing)\"")
    return false
  }

  func end() throws(WeightsError) {
    if next < bytes.count { throw error("the end of the file") }
  }

  /// A string; what stands for a character by its number is read where it is one of the first plane.
  mutating func string(_ what: String) throws(WeightsError) -> String {
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { throw error(what) }
    var text: [UInt8] = []
    var index = next + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw error(what) }
      if bytes[index] == UInt8(ascii: "\\") {
        guard let (escaped, length) = escape(at: index) else { throw error(what) }
        text += escaped
        index += length
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw error(what) }
    next = index + 1
    skipSpace()
    return String(decoding: text, as: UTF8.self)
  }

  /// What an escape stands for, and how long it is.
  private func escape(at index: Int) -> ([UInt8], length: Int)? {
    guard index + 1 < bytes.count else { return nil }
    let letter = Character(Unicode.Scalar(bytes[index + 1]))
    if letter == "u" {
      guard index + 6 <= bytes.count,
        let number = UInt32(
          String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
      else { return nil }
      let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
      return (Array(String(Character(scalar)).utf8), 6)
    }
    let meanings: [Character: UInt8] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    return meanings[letter].map { ([$0], 2) }
  }

  /// Whether the closing bracket comes at once; it is read.
  mutating func closes(_ closing: Character) throws(WeightsError) -> Bool {
    guard next < bytes.count, bytes[next] == closing.asciiValue else { return false }
    try expect(closing, "")
    return true
  }

  /// A number, or a string that holds a rational one.
  mutating func number() throws(WeightsError) -> Rational {
    let start = next
    let text: String
    if next < bytes.count, bytes[next] == UInt8(ascii: "\"") {
      text = try string("a number")
    } else {
      let end =
        bytes[next...].firstIndex { !"+-.0123456789eE".utf8.contains($0) } ?? bytes.count
      text = String(decoding: bytes[next..<end], as: UTF8.self)
      next = end
      skipSpace()
    }
    let exponent = text.split(whereSeparator: { "eE".contains($0) }).dropFirst().first
    guard text.utf8.count <= Self.numberLimit, !text.hasPrefix("+"),
      exponent.map({ (Int($0)?.magnitude ?? .max) <= Self.exponentLimit }) ?? true,
      let value = Rational(text)
    else {
      next = start
      throw error("a number such as 0.25, -3e-2 or \"1/3\"")
    }
    return value
  }

  /// How many brackets stand here, one in the other, with nothing but space between them.
  var openBrackets: Int {
    let open = bytes[next...].prefix { $0 == UInt8(ascii: "[") || $0 <= 0x20 }
    return open.count { $0 == UInt8(ascii: "[") }
  }

  /// The byte that comes next; nil at the end.
  var upcoming: UInt8? { next < bytes.count ? bytes[next] : nil }

  /// `true`, `false` or `null`, of which nothing is used.
  mutating func skipWord() throws(WeightsError) {
    for word in ["true", "false", "null"] where bytes[next...].starts(with: word.utf8) {
      next += word.utf8.count
      skipSpace()
      return
    }
    throw error("a list of numbers")
  }

  /// Rows of the same length, at least one number each.
  mutating func matrix(_ budget: inout NumberBudget) throws(WeightsError) -> (
    shape: [Int], entries: [Rational]
  ) {
    var entries: [Rational] = []
    var (rows, columns) = (0, 0)
    try expect("[", "a matrix, [[…], …]")
    repeat {
      let start = next
      let row = try self.row(&budget)
      if rows == 0 { columns = row.count }
      guard row.count == columns else {
        throw WeightsError(
          place(of: start), expected: "a row of \(columns) numbers", found: "\(row.count)")
      }
      entries += row
      rows += 1
    } while try continues("]")
    return ([rows, columns], entries)
  }

  /// At least one number, between brackets.
  mutating func row(_ budget: inout NumberBudget) throws(WeightsError) -> [Rational] {
    var entries: [Rational] = []
    try expect("[", "a row, […]")
    repeat {
      let start = next
      let entry = try number()
      if let expected = budget.excess(with: entry) {
        throw WeightsError(place(of: start), expected: expected, found: "more", isLimit: true)
      }
      entries.append(entry)
    } while try continues("]")
    return entries
  }
}

/// How large the numbers of a file may get together.
struct NumberBudget {
  /// How many there may still be.
  private(set) var numbers: Int
  private var common: Integer = 1
  private var count = 0
  /// The most bits of the common denominator of a matrix, and of all its numbers over that.
  private static let denominatorLimit = 1 << 16
  private static let bitLimit = 1 << 30

  init(numbers: Int) { self.numbers = numbers }

  /// All entries of a matrix are put over one denominator; here begins the next one.
  mutating func beginMatrix() { (common, count) = (1, 0) }

  /// Counts a number; what was allowed when it is one too many.
  mutating func excess(with entry: Rational) -> String? {
    numbers -= 1
    count += 1
    guard numbers >= 0 else { return "no more numbers than --memory is enough for" }
    let shared = Integer.gcd(common, entry.denominator)
    if shared != entry.denominator { common *= entry.denominator / shared }
    guard common.bitLength <= Self.denominatorLimit, count * common.bitLength <= Self.bitLimit
    else {
      return "numbers with a common denominator of at most \(Self.denominatorLimit) bits, and "
        + "\(Self.bitLimit) bits in all"
    }
    return nil
  }
}
