import Certificates
import Foundation
import Rational
import Testing

@testable import Weights

/// Arrays of other programs: safetensors, short numbers, names and labels.
@Suite struct WeightArrayTests {
  /// A file of safetensors with float64 numbers, written by hand.
  private func tensors(
    _ arrays: [(name: String, type: String, shape: [Int], bytes: [UInt8])], metadata: String = ""
  ) -> [UInt8] {
    var (entries, data) = ([String](), [UInt8]())
    for (name, type, shape, bytes) in arrays {
      entries.append(
        "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),"
          + "\"data_offsets\":[\(data.count),\(data.count + bytes.count)]}")
      data += bytes
    }
    let header = Array("{\(metadata)\(entries.joined(separator: ","))}".utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header + data
  }

  private func doubles(_ values: [Double]) -> [UInt8] {
    values.flatMap { value in
      (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
  }

  /// H is 1 × 2, W_1 is 3 × 1 and W_2 is 2 × 3.
  private func network(
    _ names: (String, String, String), more: [(String, String, [Int], [UInt8])] = []
  ) -> [UInt8] {
    tensors(
      [
        (names.1, "F64", [3, 1], doubles([1, 2, 3])),
        (names.0, "F64", [1, 2], doubles([0.1, -4])),
        (names.2, "F64", [2, 3], doubles([1, 0, 0.5, 0, 1, 7])),
      ] + more)
  }

  @Test(arguments: [
    ("H1", "W1", "W2"), ("H", "layers.0.weight", "fc.weight"), ("features", "net.2.w", "net.10.w"),
  ])
  func `a file of safetensors has its numbers, whatever the weights are called`(
    _ first: String, _ second: String, _ third: String
  ) throws {
    let file = try WeightFile(bytes: network((first, second, third)))
    #expect(file.features[0, 0] == Rational(3_602_879_701_896_397, 36_028_797_018_963_968))
    #expect(file.features[0, 1] == -4)
    #expect(file.weights.map(\.rows) == [3, 2])
    #expect(file.weights[0][2, 0] == 3)
    #expect(file.weights[1][0, 2] == Rational(1, 2))
    #expect(
      file.notes == (first == "H1" ? [] : ["H_1 = \(first), W_1 = \(second), W_2 = \(third)"]))
  }

  @Test func `every cut of a file of safetensors is refused`() {
    let bytes = network(("H1", "W1", "W2"))
    for length in bytes.indices {
      #expect(throws: WeightsError.self) { try WeightFile(bytes: Array(bytes.prefix(length))) }
    }
  }

  @Test func `labels put the columns in order, and a bias that is zero is told`() throws {
    let labels: [UInt8] = [1, 0]
    let file = try WeightFile(
      bytes: network(
        ("H1", "W1", "W2"),
        more: [
          ("y", "U8", [2], labels), ("fc.bias", "F64", [2], doubles([0, -0.0])),
          ("step", "I64", [], Array(repeating: 1, count: 8)),
        ]))
    #expect(file.features[0, 0] == -4)
    #expect(
      file.notes == [
        "fc.bias: zero, and not used", "step: not used",
        "y: labels; the columns of H_1 are put in their order",
      ])
  }

  @Test func `labels and biases that do not fit are refused`() {
    for more: (String, String, [Int], [UInt8]) in [
      ("fc.bias", "F64", [2], doubles([0, 1])), ("W4", "F64", [1, 2], doubles([0, 1])),
      ("another", "F64", [1, 2], doubles([0, 1])), ("x", "F64", [1 << 40, 1 << 40], []),
      ("x", "F64", [1 << 23], []), ("x", "F64", [1], doubles([.nan])), ("x", "C64", [1], []),
      ("H1", "F64", [1, 2], doubles([0, 1])),
    ] {
      #expect(throws: WeightsError.self) {
        try WeightFile(bytes: network(("H1", "W1", "W2"), more: [more]))
      }
    }
    // The shapes do not follow one another, in either order.
    #expect(throws: WeightsError.self) {
      try WeightFile(
        bytes: network(
          ("H", "b", "a"), more: [("c", "F64", [5, 5], doubles(Array(repeating: 1, count: 25)))]))
    }
  }

  /// The bit patterns of the IEEE standard: 1, -2, the largest number, the smallest two, a third.
  @Test func `half precision is read exactly`() throws {
    let half = try #require(BinaryNumber("<f2"))
    let values: [(UInt16, Rational)] = [
      (0x3C00, 1), (0xC000, -2), (0x7BFF, 65504), (0x0001, Rational(1, 1 << 24)),
      (0x03FF, Rational(1023, 1 << 24)), (0x0400, Rational(1, 1 << 14)),
      (0x3555, Rational(1365, 4096)), (0x8000, 0),
    ]
    for (word, value) in values {
      #expect(half.value([UInt8(word & 255), UInt8(word >> 8)], at: 0) == value)
    }
    #expect(half.value([0x00, 0x7C], at: 0) == nil && half.value([0x01, 0x7E], at: 0) == nil)
    let brain = try #require(BinaryNumber("<B2"))
    for (word, value): (UInt16, Rational) in [
      (0x3F80, 1), (0xC040, -3), (0x3EAB, Rational(171, 512)),
    ] {
      #expect(brain.value([UInt8(word & 255), UInt8(word >> 8)], at: 0) == value)
    }
  }

  @Test func `sizes as Python 2 wrote them`() throws {
    var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2L, 3L), }"
    header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    let bytes = NumPyArray.magic + [1, 0, 118, 0] + Array(header.utf8) + [1, 2, 3, 4, 5, 6]
    let array = try NumPyArray.array(bytes, name: "W1.npy", atMost: 6)
    #expect(array.shape == [2, 3] && array.name == "W1")
    #expect(array.entries == [1, 2, 3, 4, 5, 6])
    #expect(throws: WeightsError.self) { try NumPyArray.array(bytes, name: "W1.npy", atMost: 5) }
  }

  @Test func `denominators that have nothing in common are refused before they multiply`() {
    // 300 odd numbers of 1 000 digits.
    let entries = (0..<300).map { "\"1/1\(String(repeating: "0", count: 1000))\(2 * $0 + 1)\"" }
    let text = "{\"H1\": [[\(entries.joined(separator: ","))]], \"W\": [[[1]], [[1]]]}"
    let error = #expect(throws: WeightsError.self) { try WeightFile(bytes: Array(text.utf8)) }
    #expect(error?.expected.contains("common denominator") == true)
    #expect(error?.place.hasPrefix("1:") == true)
  }
}
