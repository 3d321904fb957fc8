import Rational

/// NumPy's format of an array (`.npy`, versions 1 to 3).
///
/// Reference: NumPy Enhancement Proposal 1.
enum NumPyArray {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The numbers of an array, exactly, row after row.
  ///
  /// - Parameter numbers: How many numbers there may be.
  static func array(
    _ bytes: [UInt8], name: String, atMost numbers: Int
  ) throws(WeightsError) -> WeightArray {
    func failure(_ expected: String, _ found: String) -> WeightsError {
      WeightsError(name, expected: expected, found: found)
    }
    guard bytes.starts(with: Self.magic), bytes.count >= 12, (1...3).contains(bytes[6]) else {
      throw failure("a NumPy array of version 1, 2 or 3", "something else")
    }
    let isLong = bytes[6] > 1
    let length = (0..<(isLong ? 4 : 2)).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    let start = (isLong ? 12 : 10) + length
    guard start <= bytes.count else { throw failure("a header of \(length) bytes", "the end") }
    let header = String(decoding: bytes[(isLong ? 12 : 10)..<start], as: UTF8.self)

    let type = try Self.value(of: "descr", in: header, name)
    guard let number = BinaryNumber(type.filter { $0 != "'" && $0 != "\"" }) else {
      throw failure("float16, float32, float64 or integers", "the type \(type.prefix(40))")
    }
    let order = try Self.value(of: "fortran_order", in: header, name)
    guard order == "True" || order == "False" else {
      throw failure("fortran_order True or False", "\(order.prefix(40))")
    }
    let shape = try Self.value(of: "shape", in: header, name)
    // Python 2 wrote (2L, 3L).
    var sizes: [Int] = []
    for part in shape.filter({ $0 != " " && $0 != "(" && $0 != ")" && $0 != "L" })
      .split(separator: ",")
    {
      guard let size = Int(part), size >= 0 else {
        throw failure("a shape", "\(shape.prefix(40))")
      }
      sizes.append(size)
    }
    let count = try WeightArray.count(sizes, name: name, atMost: numbers)
    guard bytes.count - start == count * number.size else {
      throw failure(
        "\(count) numbers of \(number.size) bytes", "\(bytes.count - start) bytes")
    }
    let isColumnFirst = order == "True" && sizes.count == 2
    guard order == "False" || sizes.count <= 2 else {
      throw failure("an array in C order", "more than two dimensions in Fortran order")
    }
    var entries: [Rational] = []
    entries.reserveCapacity(count)
    let (rows, columns) = sizes.count == 2 ? (sizes[0], sizes[1]) : (1, count)
    for row in 0..<rows {
      for column in 0..<columns {
        let place =
          start + (isColumnFirst ? column * rows + row : row * columns + column) * number.size
        guard let value = number.value(bytes[place..<(place + number.size)]) else {
          throw failure("finite numbers", "none at [\(row), \(column)]")
        }
        entries.append(value)
      }
    }
    return WeightArray(
      name: name.hasSuffix(".npy") ? String(name.dropLast(4)) : name, shape: sizes,
      entries: entries, isWhole: number.isWhole)
  }

  /// The value of a key of the header, a Python dictionary.
  private static func value(
    of key: String, in header: String, _ name: String
  ) throws(WeightsError) -> String {
    for quote in ["'", "\""] {
      guard let range = header.firstRange(of: quote + key + quote) else { continue }
      let rest = header[range.upperBound...].drop { $0 == " " || $0 == ":" }
      if rest.first == "(" {
        if let end = rest.firstIndex(of: ")") { return String(rest[...end]) }
      } else {
        return String(rest.prefix { $0 != "," && $0 != "}" && $0 != " " })
      }
    }
    throw WeightsError(name, expected: "a header with '\(key)'", found: "one without it")
  }
}
