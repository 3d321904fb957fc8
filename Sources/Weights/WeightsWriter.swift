import CZlib

/// Writes H_1, W_1, …, W_L in the formats that `WeightFile` reads: float64, row after row.
///
/// Beside the matrices H1, W1, …, WL there is an array of labels, int64, from 0 on: one for each column of
/// H_1.
public struct WeightsWriter {
  private let arrays: [(name: String, shape: [Int], bytes: [UInt8], isWhole: Bool)]

  /// - Parameters:
  ///   - matrices: H_1, W_1, …, W_L, row after row.
  ///   - classes: K, which divides the number of columns of H_1; these stand class after class.
  public init(_ matrices: [(rows: Int, columns: Int, entries: [Double])], classes: Int) {
    let columns = matrices[0].columns
    precondition(columns % classes == 0)
    let labels = (0..<columns).map { $0 / (columns / classes) }
    arrays =
      matrices.enumerated().map { index, matrix in
        precondition(matrix.entries.count == matrix.rows * matrix.columns)
        return (
          index == 0 ? "H1" : "W\(index)", [matrix.rows, matrix.columns],
          matrix.entries.flatMap { Self.bytes($0.bitPattern, 8) }, false
        )
      } + [("labels", [columns], labels.flatMap { Self.bytes(UInt64($0), 8) }, true)]
  }

  /// The lowest bytes of a number, the lowest first.
  private static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// An archive of NumPy (`.npz`), not compressed, as `numpy.savez` writes it.
  public var npz: [UInt8] {
    var (file, directory) = ([UInt8](), [UInt8]())
    for array in arrays {
      let content = Self.npy(array.shape, array.bytes, isWhole: array.isWhole)
      let name = Array("\(array.name).npy".utf8)
      let checksum = content.withUnsafeBufferPointer {
        UInt64(crc32(0, $0.baseAddress, UInt32($0.count)))
      }
      // Version 2.0, no flags, stored; midnight of 1 January 1980, the first day there is.
      let common =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + Self.bytes(checksum, 4)
        + Self.bytes(UInt64(content.count), 4) + Self.bytes(UInt64(content.count), 4)
        + Self.bytes(UInt64(name.count), 2) + [0, 0]
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + common + Array(repeating: 0, count: 10)
        + Self.bytes(UInt64(file.count), 4) + name
      file += [0x50, 0x4B, 3, 4] + common + name + content
    }
    let count = Self.bytes(UInt64(arrays.count), 2)
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.bytes(UInt64(directory.count), 4) + Self.bytes(UInt64(file.count), 4) + [0, 0]
  }

  /// One array in NumPy's format, version 1.
  private static func npy(_ shape: [Int], _ content: [UInt8], isWhole: Bool) -> [UInt8] {
    let sizes = shape.map { "\($0)," }.joined(separator: " ")
    let header =
      "{'descr': '\(isWhole ? "<i8" : "<f8")', 'fortran_order': False, 'shape': (\(sizes)), }"
    // The numbers begin at a multiple of 64.
    let padding = 63 - (10 + header.utf8.count) % 64
    return [0x93] + Array("NUMPY".utf8) + [1, 0]
      + bytes(UInt64(header.utf8.count + padding + 1), 2)
      + Array(header.utf8) + Array(repeating: 0x20, count: padding) + [0x0A] + content
  }

  /// The format of the safetensors library.
  public var safeTensors: [UInt8] {
    var (entries, data) = ([String](), [UInt8]())
    for array in arrays {
      entries.append(
        "\"\(array.name)\":{\"dtype\":\"\(array.isWhole ? "I64" : "F64")\",\"shape\":\(array.shape),"
          + "\"data_offsets\":[\(data.count),\(data.count + array.bytes.count)]}")
      data += array.bytes
    }
    var header = "{\(entries.joined(separator: ","))}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    return Self.bytes(UInt64(header.utf8.count), 8) + Array(header.utf8) + data
  }
}
