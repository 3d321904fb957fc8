import Certificates
import Rational

/// A matrix in NumPy's format (`.npy`, versions 1 to 3), exactly.
///
/// Reference: NumPy Enhancement Proposal 1.
struct NumPyArray {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  let matrix: PointMatrix

  init(_ bytes: [UInt8], name: String) throws(WeightsError) {
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
      throw failure("float32, float64 or integers", "the type \(type.prefix(40))")
    }
    let order = try Self.value(of: "fortran_order", in: header, name)
    guard order == "True" || order == "False" else {
      throw failure("fortran_order True or False", "\(order.prefix(40))")
    }
    let shape = try Self.value(of: "shape", in: header, name)
    let sizes = shape.filter { $0 != " " && $0 != "(" && $0 != ")" }
      .split(separator: ",").map { Int($0) }
    guard sizes.count == 2, let rows = sizes[0], let columns = sizes[1], rows > 0, columns > 0
    else {
      throw failure("a matrix that is not empty", "the shape \(shape.prefix(40))")
    }
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard !overflows, count <= WeightFile.sizeLimit,
      bytes.count - start == count * number.size
    else {
      throw failure(
        "\(rows) × \(columns) numbers of \(number.size) bytes", "\(bytes.count - start) bytes")
    }
    var entries: [Rational] = []
    entries.reserveCapacity(count)
    for row in 0..<rows {
      for column in 0..<columns {
        let index = order == "True" ? column * rows + row : row * columns + column
        let place = start + index * number.size
        guard let value = number.value(bytes[place..<(place + number.size)]) else {
          throw failure("finite numbers", "none at [\(row), \(column)]")
        }
        entries.append(value)
      }
    }
    matrix = PointMatrix(rows: rows, columns: columns, entries: entries)
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

/// A binary number as an exact rational one.
private struct BinaryNumber {
  private let kind: Character
  private let isBig: Bool
  /// In bytes.
  let size: Int

  /// - Parameter type: As NumPy writes it: `<f8`, `>f4`, `<i8`, `|u1`.
  init?(_ type: String) {
    let characters = Array(type)
    guard characters.count == 3, "<>|=".contains(characters[0]),
      let size = characters[2].wholeNumberValue
    else { return nil }
    switch characters[1] {
    case "f": guard size == 4 || size == 8 else { return nil }
    case "i", "u": guard [1, 2, 4, 8].contains(size) else { return nil }
    default: return nil
    }
    kind = characters[1]
    isBig = characters[0] == ">"
    self.size = size
  }

  /// nil for an infinity or what is no number.
  func value(_ bytes: ArraySlice<UInt8>) -> Rational? {
    let ordered = isBig ? Array(bytes) : bytes.reversed()
    let word = ordered.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch kind {
    case "u": return Rational(exactly: word)
    case "i":
      let shift = UInt64(64 - 8 * size)
      return Rational(exactly: Int64(bitPattern: word << shift) >> Int64(shift))
    default:
      // Every float32 is a float64.
      let number =
        size == 4 ? Double(Float(bitPattern: UInt32(word))) : Double(bitPattern: word)
      guard number.isFinite else { return nil }
      if number == 0 { return 0 }
      // significand = ± m · 2^-52
      let mantissa = Int(number.significand * 0x1p52) * (number.sign == .minus ? -1 : 1)
      let exponent = Int(number.exponent) - 52
      let power = Integer(1) << abs(exponent)
      return exponent >= 0
        ? Rational(Integer(mantissa) * power) : Rational(Integer(mantissa), power)
    }
  }
}

extension WeightFile {
  /// The arrays H1, W1, …, WL of a NumPy archive.
  init(archive: ZipArchive) throws(WeightsError) {
    var matrices: [String: PointMatrix] = [:]
    for entry in archive.entries {
      let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
      let number = Int(name.dropFirst())
      let isKnown =
        name == "H1"
        || name.first == "W" && number.map { $0 > 0 && name == "W\($0)" } ?? false
      guard isKnown, matrices[name] == nil else {
        throw WeightsError(
          entry.name, expected: "the arrays H1, W1, …, WL, once each", found: "another array")
      }
      matrices[name] = try NumPyArray(entry.content, name: entry.name).matrix
    }
    guard let features = matrices["H1"] else {
      throw WeightsError("H1.npy", expected: "an array", found: "none in the archive")
    }
    var weights: [PointMatrix] = []
    while let weight = matrices["W\(weights.count + 1)"] { weights.append(weight) }
    guard weights.count == matrices.count - 1 else {
      throw WeightsError(
        "W\(weights.count + 1).npy", expected: "an array", found: "none in the archive")
    }
    guard weights.count <= Self.layerLimit else {
      throw WeightsError(
        "the archive", expected: "at most \(Self.layerLimit) weights", found: "\(weights.count)")
    }
    try self.init(features: features, weights: weights) { $0 == 0 ? "H1.npy" : "W\($0).npy" }
  }
}
