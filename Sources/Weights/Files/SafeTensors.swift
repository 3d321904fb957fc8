import Rational

/// The format of the safetensors library: the length of a header, the header in JSON, and the numbers.
///
/// Reference: "Safetensors", the format section of the library's documentation.
enum SafeTensors {
  /// Whether the bytes are a file of that format: the length of a header that fits, and `{`.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{"), bytes[4..<8].allSatisfy({ $0 == 0 })
    else {
      return false
    }
    return headerLength(bytes) <= bytes.count - 8
  }

  private static func headerLength(_ bytes: [UInt8]) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
  }

  private static let types = [
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<B2", "F8_E4M3": "|E1", "F8_E5M2": "|M1",
    "I64": "<i8", "I32": "<i4",
    "I16": "<i2", "I8": "|i1", "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "|u1", "BOOL": "|b1",
  ]

  /// The arrays, in the order of the header.
  ///
  /// - Parameter numbers: How many numbers there may be in all.
  static func arrays(
    _ bytes: [UInt8], atMost numbers: Int
  ) throws(WeightsError) -> [WeightArray] {
    let start = 8 + headerLength(bytes)
    var reader = JSONReader(Array(bytes[8..<start]))
    var arrays: [WeightArray] = []
    var numbers = numbers
    try reader.expect("{", "a header, {…}")
    repeat {
      let name = try reader.string("the name of a tensor")
      try reader.expect(":", "\":\"")
      if name == "__metadata__" {
        try reader.skipStrings()
        continue
      }
      let (type, shape, offsets) = try reader.tensor()
      guard shape.count <= 2 else {
        arrays.append(WeightArray(name: name, shape: shape, unread: "\(shape.count) dimensions"))
        continue
      }
      let count = try WeightArray.count(shape, name: name, atMost: numbers)
      numbers -= count
      guard let code = types[type], let number = BinaryNumber(code) else {
        throw WeightsError(
          name, expected: "one of \(types.keys.sorted().joined(separator: ", "))",
          found: "the type \(type.prefix(20))")
      }
      guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1],
        offsets[1] <= bytes.count - start, offsets[1] - offsets[0] == count * number.size
      else {
        throw WeightsError(
          name, expected: "\(count) numbers of \(number.size) bytes within the file",
          found: "the places \(offsets.map(String.init).joined(separator: " to "))")
      }
      var entries: [Rational] = []
      entries.reserveCapacity(count)
      for index in 0..<count {
        let place = start + offsets[0] + index * number.size
        guard let value = number.value(bytes, at: place) else {
          throw WeightsError(name, expected: "finite numbers", found: "none at \(index)")
        }
        entries.append(value)
      }
      arrays.append(
        WeightArray(name: name, shape: shape, entries: entries, isWhole: number.isWhole))
    } while try reader.continues("}")
    try reader.end()
    return arrays
  }
}

extension JSONReader {
  /// An object of strings, of which nothing is used.
  fileprivate mutating func skipStrings() throws(WeightsError) {
    try expect("{", "an object")
    if try closes("}") { return }
    repeat {
      _ = try string("a name")
      try expect(":", "\":\"")
      _ = try string("a string")
    } while try continues("}")
  }

  /// `{"dtype": …, "shape": […], "data_offsets": […]}`
  fileprivate mutating func tensor() throws(WeightsError) -> (
    type: String, shape: [Int], offsets: [Int]
  ) {
    var type: String?
    var lists: [String: [Int]] = [:]
    try expect("{", "an object with dtype, shape and data_offsets")
    repeat {
      let place = place
      let name = try string("\"dtype\", \"shape\" or \"data_offsets\"")
      try expect(":", "\":\"")
      switch name {
      case "dtype" where type == nil: type = try string("a type")
      case "shape", "data_offsets":
        guard lists[name] == nil else { fallthrough }
        lists[name] = try sizes()
      default:
        throw WeightsError(
          place, expected: "\"dtype\", \"shape\" and \"data_offsets\", once each",
          found: "\"\(name.prefix(40))\"")
      }
    } while try continues("}")
    guard let type, let shape = lists["shape"], let offsets = lists["data_offsets"] else {
      throw WeightsError(
        place, expected: "\"dtype\", \"shape\" and \"data_offsets\"",
        found: "an object without them")
    }
    return (type, shape, offsets)
  }

  /// A list of sizes, perhaps empty.
  private mutating func sizes() throws(WeightsError) -> [Int] {
    try expect("[", "a list of sizes")
    var sizes: [Int] = []
    if try closes("]") { return sizes }
    repeat {
      let place = place
      guard let size = Int(exactly: try number().numerator), size >= 0 else {
        throw WeightsError(place, expected: "a size", found: "another number")
      }
      sizes.append(size)
    } while try continues("]")
    return sizes
  }
}
