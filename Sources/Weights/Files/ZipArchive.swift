import CZlib

/// The directory of a zip archive whose files are stored or deflated, as `numpy.savez` and
/// `savez_compressed` write it; nothing is unpacked before it is asked for.
///
/// The central directory at the end says where the files are, with the 64-bit extension or without; no
/// encryption, no archive in several parts.
struct ZipArchive {
  /// A file of the archive, as the directory describes it.
  struct Entry {
    let name: String
    /// How long it is when it is unpacked.
    let size: Int
    fileprivate let packed: Int
    fileprivate let isDeflated: Bool
    fileprivate let checksum: Int
    /// Where its header begins.
    fileprivate let start: Int
  }

  /// In the order of the directory, without folders.
  let entries: [Entry]
  private let bytes: [UInt8]

  /// Reads the directory.
  init(_ bytes: [UInt8]) throws(WeightsError) {
    self.bytes = bytes
    let reader = ByteReader(bytes: bytes)
    // The last record of the file, after which there may be a comment.
    var end = bytes.count - 22
    let first = max(0, end - 0xFFFF)
    while end >= first, try reader.number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= first else {
      throw reader.invalid("the directory of a zip archive", at: bytes.count - 1)
    }
    var count = try reader.number(end + 10, 2)
    var place = try reader.number(end + 16, 4)
    // Where a number does not fit, it stands in a longer record: before one that points to it.
    if count == 0xFFFF || place == 0xFFFF_FFFF, end >= 20,
      try reader.number(end - 20, 4) == 0x0706_4B50
    {
      var record = end - 76
      let isThere = record >= 0 ? try reader.number(record, 4) == 0x0606_4B50 : false
      if !isThere { record = try reader.number(end - 12, 8) }
      guard record <= end - 76, try reader.number(record, 4) == 0x0606_4B50 else {
        throw reader.invalid("the end of a 64-bit directory", at: record)
      }
      count = try reader.number(record + 32, 8)
      place = try reader.number(record + 48, 8)
    }
    var entries: [Entry] = []
    for _ in 0..<count {
      let (entry, next) = try reader.entry(at: place)
      if !entry.name.hasSuffix("/") { entries.append(entry) }
      place = next
    }
    self.entries = entries
  }

  /// The bytes of a file of the archive.
  func content(of entry: Entry) throws(WeightsError) -> [UInt8] {
    let reader = ByteReader(bytes: bytes)
    guard try reader.number(entry.start, 4) == 0x0403_4B50 else {
      throw reader.invalid("the entry \(entry.name)", at: entry.start)
    }
    let content =
      try entry.start + 30 + reader.number(entry.start + 26, 2)
      + reader.number(entry.start + 28, 2)
    guard content <= bytes.count, entry.packed <= bytes.count - content,
      entry.isDeflated || entry.packed == entry.size
    else {
      throw WeightsError(
        entry.name, expected: "\(entry.packed) bytes", found: "the end of the file")
    }
    let source = Array(bytes[content..<(content + entry.packed)])
    guard let inflated = entry.isDeflated ? Self.inflated(source, entry.size) : source else {
      throw WeightsError(
        entry.name, expected: "a deflated entry of \(entry.size) bytes", found: "another")
    }
    guard Int(crc32_z(0, inflated, inflated.count)) == entry.checksum else {
      throw WeightsError(entry.name, expected: "the checksum of the entry", found: "another")
    }
    return inflated
  }

  private static func inflated(_ source: [UInt8], _ size: Int) -> [UInt8]? {
    guard source.count <= UInt32.max, size <= UInt32.max else { return nil }
    var target = [UInt8](repeating: 0, count: size)
    let isComplete = target.withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        verify_inflate(
          source.baseAddress, UInt32(source.count), target.baseAddress, UInt32(target.count))
      }
    }
    return isComplete == 1 ? target : nil
  }
}

/// Little-endian numbers at places of an archive.
private struct ByteReader {
  let bytes: [UInt8]

  func invalid(_ expected: String, at place: Int) -> WeightsError {
    WeightsError("byte \(place + 1)", expected: expected, found: "something else")
  }

  func number(_ place: Int, _ size: Int) throws(WeightsError) -> Int {
    guard place >= 0, place <= bytes.count - size else {
      throw WeightsError(
        "byte \(bytes.count)", expected: "more of the archive", found: "the end of the file")
    }
    let word = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * $1) }
    guard let number = Int(exactly: word) else { throw invalid("a size", at: place) }
    return number
  }

  /// The entry of the directory at a place, and where the next one is.
  func entry(at place: Int) throws(WeightsError) -> (ZipArchive.Entry, next: Int) {
    guard try number(place, 4) == 0x0201_4B50 else {
      throw invalid("an entry of the directory", at: place)
    }
    let (flags, method) = (try number(place + 8, 2), try number(place + 10, 2))
    let nameLength = try number(place + 28, 2)
    let extraLength = try number(place + 30, 2)
    let nameEnd = place + 46 + nameLength
    guard nameEnd + extraLength <= bytes.count else {
      throw invalid("the name of an entry", at: place)
    }
    let name = String(decoding: bytes[(place + 46)..<nameEnd], as: UTF8.self)
    guard flags & 1 == 0, method == 0 || method == 8 else {
      throw WeightsError(
        name, expected: "an entry that is stored or deflated, as numpy.savez writes it",
        found: flags & 1 == 0 ? "method \(method)" : "an encrypted one")
    }
    // Unpacked size, packed size and place: those that do not fit follow each other in a field.
    var sizes = [
      try number(place + 24, 4), try number(place + 20, 4), try number(place + 42, 4),
    ]
    if sizes.contains(0xFFFF_FFFF) {
      var field = nameEnd
      while field + 4 <= nameEnd + extraLength, try number(field, 2) != 1 {
        field += try 4 + number(field + 2, 2)
      }
      field += 4
      for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
        guard field + 8 <= nameEnd + extraLength else {
          throw WeightsError(name, expected: "its 64-bit sizes", found: "none")
        }
        sizes[index] = try number(field, 8)
        field += 8
      }
    }
    guard sizes[2] <= bytes.count else { throw invalid("the place of \(name)", at: place) }
    let entry = ZipArchive.Entry(
      name: name, size: sizes[0], packed: sizes[1], isDeflated: method == 8,
      checksum: try number(place + 16, 4), start: sizes[2])
    return (entry, nameEnd + extraLength + (try number(place + 32, 2)))
  }
}
