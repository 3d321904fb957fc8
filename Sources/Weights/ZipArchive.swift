import CZlib

/// The files of a zip archive, stored or deflated, as `numpy.savez` and `savez_compressed` write
/// it.
///
/// The central directory at the end says where they are; no encryption, no archive in several
/// parts. Sizes beyond 4 GiB are refused, and with them what needs the 64-bit extension.
struct ZipArchive {
  /// Name and content, in the order of the directory.
  let entries: [(name: String, content: [UInt8])]

  init(_ bytes: [UInt8]) throws(WeightsError) {
    func invalid(_ expected: String, at place: Int) -> WeightsError {
      WeightsError("byte \(place + 1)", expected: expected, found: "something else")
    }
    func number(_ place: Int, _ size: Int) throws(WeightsError) -> Int {
      guard place >= 0, place <= bytes.count - size else {
        throw WeightsError(
          "byte \(bytes.count)", expected: "more of the archive", found: "the end of the file")
      }
      return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    // The last record of the file, after which there may be a comment.
    let length = 22
    var end = bytes.count - length
    let first = max(0, end - 0xFFFF)
    while end >= first, try number(end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= first else { throw invalid("the directory of a zip archive", at: bytes.count - 1) }
    let count = try number(end + 10, 2)
    var place = try number(end + 16, 4)
    var entries: [(name: String, content: [UInt8])] = []
    var total = 0
    for _ in 0..<count {
      guard try number(place, 4) == 0x0201_4B50 else {
        throw invalid("an entry of the directory", at: place)
      }
      let (flags, method) = (try number(place + 8, 2), try number(place + 10, 2))
      let checksum = try number(place + 16, 4)
      let (packed, size) = (try number(place + 20, 4), try number(place + 24, 4))
      let nameLength = try number(place + 28, 2)
      let skipped = try number(place + 30, 2) + number(place + 32, 2)
      let start = try number(place + 42, 4)
      guard place + 46 + nameLength <= bytes.count else {
        throw invalid("the name of an entry", at: place)
      }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      guard flags & 1 == 0, method == 0 || method == 8 else {
        throw WeightsError(
          name, expected: "an entry that is stored or deflated", found: "method \(method)")
      }
      total += size
      guard total <= WeightFile.sizeLimit else {
        throw WeightsError(
          name, expected: "at most \(WeightFile.sizeLimit) bytes in all", found: "more")
      }
      guard try number(start, 4) == 0x0403_4B50 else {
        throw invalid("the entry \(name)", at: start)
      }
      let content = try start + 30 + number(start + 26, 2) + number(start + 28, 2)
      guard content + packed <= bytes.count, method == 8 || packed == size else {
        throw WeightsError(name, expected: "\(packed) bytes", found: "the end of the file")
      }
      let source = Array(bytes[content..<(content + packed)])
      guard let inflated = method == 0 ? source : Self.inflated(source, size) else {
        throw WeightsError(name, expected: "a deflated entry of \(size) bytes", found: "another")
      }
      guard Int(crc32(0, inflated, UInt32(inflated.count))) == checksum else {
        throw WeightsError(name, expected: "the checksum of the entry", found: "another")
      }
      entries.append((name, inflated))
      place += 46 + nameLength + skipped
    }
    self.entries = entries
  }

  private static func inflated(_ source: [UInt8], _ size: Int) -> [UInt8]? {
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
