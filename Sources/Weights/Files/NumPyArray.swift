import Rational

/// NumPy's format of an array (`.npy`, versions 1 to 3).
///
/// Reference: NumPy Enhancement Proposal 1.
enum NumPyArray {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The numbers of an array, exactly, row after row.
  ///
  /// - Parameters:
  ///   - name: The name of the file; the array has it without `.npy`.
  ///   - numbers: How many numbers there may be.
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

    let shape = try sizes(try Self.value(of: "shape", in: header, name), name)
    let order = try Self.value(of: "fortran_order", in: header, name)
    guard order == "True" || order == "False" else {
      throw failure("fortran_order True or False", "\(order.prefix(40))")
    }
    let arrayName = name.hasSuffix(".npy") ? String(name.dropLast(4)) : name
    let type = try Self.value(of: "descr", in: header, name).filter { $0 != "'" && $0 != "\"" }
    guard let number = BinaryNumber(type) else {
      return WeightArray(name: arrayName, shape: shape, unread: reason(type))
    }
    guard shape.count <= 2 else {
      return WeightArray(name: arrayName, shape: shape, unread: "\(shape.count) dimensions")
    }
    let count = try WeightArray.count(shape, name: name, atMost: numbers)
    guard bytes.count - start == count * number.size else {
      throw failure(
        "\(count) numbers of \(number.size) bytes", "\(bytes.count - start) bytes")
    }
    var entries: [Rational] = []
    entries.reserveCapacity(count)
    let (rows, columns) = shape.count == 2 ? (shape[0], shape[1]) : (1, count)
    let isColumnFirst = order == "True"
    for row in 0..<rows {
      for column in 0..<columns {
        let index = isColumnFirst ? column * rows + row : row * columns + column
        guard let value = number.value(bytes, at: start + index * number.size) else {
          throw failure("finite numbers", "none at [\(row), \(column)]")
        }
        entries.append(value)
      }
    }
    return WeightArray(name: arrayName, shape: shape, entries: entries, isWhole: number.isWhole)
  }

  /// The sizes of a shape such as `(2, 3)`; Python 2 wrote `(2L, 3L)`.
  private static func sizes(_ shape: String, _ name: String) throws(WeightsError) -> [Int] {
    var sizes: [Int] = []
    for part in shape.filter({ !" ()L".contains($0) }).split(separator: ",") {
      guard let size = Int(part), size >= 0 else {
        throw WeightsError(name, expected: "a shape", found: "\(shape.prefix(40))")
      }
      sizes.append(size)
    }
    return sizes
  }

  /// Why a type is not read.
  private static func reason(_ type: String) -> String {
    switch type.dropFirst().first {
    case "O": "Python objects, which are pickles and not opened"
    case "c": "complex numbers"
    case "f", "g":
      "\(type), whose bits depend on the machine; .astype(numpy.float64) makes a type that is read"
    case "U", "S", "a": "text"
    default: "the type \(type.prefix(40)), which is none of numbers"
    }
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
