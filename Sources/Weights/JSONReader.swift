import Certificates
import Rational

/// Reads the part of JSON that weights are written in, and keeps the text of numbers.
struct JSONReader {
  private let bytes: [UInt8]
  private var next = 0
  /// The most characters of a number, and the greatest decimal exponent.
  private static let numberLimit = 10_000
  private static let exponentLimit = 5_000
  /// The most bits of the common denominator of a matrix, and of all its numbers over that.
  private static let denominatorLimit = 1 << 16
  private static let bitLimit = 1 << 30

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

  /// A string without escapes.
  mutating func string(_ what: String) throws(WeightsError) -> String {
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { throw error(what) }
    let start = next + 1
    guard
      let end = bytes[start...].firstIndex(where: {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
      }), bytes[end] == UInt8(ascii: "\"")
    else { throw error(what) }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    next = end + 1
    skipSpace()
    return text
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

  /// Rows of the same length, at least one number each.
  mutating func matrix() throws(WeightsError) -> PointMatrix {
    var entries: [Rational] = []
    var (rows, columns) = (0, 0)
    var common: Integer = 1
    try expect("[", "a matrix, [[…], …]")
    repeat {
      let start = next
      try expect("[", "a row, […]")
      var count = 0
      repeat {
        let start = next
        let entry = try number()
        entries.append(entry)
        count += 1
        // All entries are put over one denominator.
        let shared = Integer.gcd(common, entry.denominator)
        if shared != entry.denominator { common *= entry.denominator / shared }
        guard common.bitLength <= Self.denominatorLimit,
          entries.count * common.bitLength <= Self.bitLimit
        else {
          throw WeightsError(
            place(of: start),
            expected:
              "numbers with a common denominator of at most \(Self.denominatorLimit) bits, and "
              + "\(Self.bitLimit) bits in all", found: "more")
        }
      } while try continues("]")
      if rows == 0 { columns = count }
      guard count == columns else {
        throw WeightsError(
          place(of: start), expected: "a row of \(columns) numbers", found: "\(count)")
      }
      rows += 1
    } while try continues("]")
    return PointMatrix(rows: rows, columns: columns, entries: entries)
  }
}
