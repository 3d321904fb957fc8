/// Zip archives whose checksums are right, so that what is in them is read.
enum StoredArchive {
  /// The bytes up to the first marker as H1.npy, those up to the next as W1.npy, and so on.
  static func bytes(of content: [UInt8]) -> [UInt8] {
    let marker = Array("----".utf8)
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < content.count {
      if content[index...].starts(with: marker) {
        parts.append([])
        index += marker.count
      } else {
        parts[parts.count - 1].append(content[index])
        index += 1
      }
    }
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (number, part) in parts.prefix(100).enumerated() {
      let name = Array((number == 0 ? "H1.npy" : "W\(number).npy").utf8)
      let sizes =
        word(checksum(of: part)) + word(UInt32(part.count)) + word(UInt32(part.count))
        + half(name.count) + half(0)
      directory +=
        word(0x0201_4B50) + half(20) + half(20) + half(0) + half(0) + half(0) + half(0) + sizes
        + half(0) + half(0) + half(0) + word(0) + word(UInt32(archive.count)) + name
      archive +=
        word(0x0403_4B50) + half(20) + half(0) + half(0) + half(0) + half(0) + sizes + name + part
    }
    let count = half(min(parts.count, 100))
    return archive + directory + word(0x0605_4B50) + half(0) + half(0) + count + count
      + word(UInt32(directory.count)) + word(UInt32(archive.count)) + half(0)
  }

  private static func half(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 with the polynomial 0xEDB88320, bit by bit.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var remainder = ~UInt32(0)
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return ~remainder
  }
}
