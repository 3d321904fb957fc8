import Certificates
import Foundation
import Rational
import Testing

@testable import Weights

/// Archives as NumPy 2.4 writes them, in base64.
private enum Archive {
  static let stored = """
    UEsDBC0AAAAAAAAAIQAX4QjD//////////8GABQASDEubnB5AQAQAKAAAAAAAAAAoAAAAAAAAACTTlVNUFkBAHYAeydk\
    ZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMiwgMiksIH0gICAgICAgICAgICAg\
    ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgCpqZmZmZmbk/AAAAAAAA8D8AAAAAAAAE\
    wAAAAAAAAAhAUEsDBC0AAAAAAAAAIQDFdXwm//////////8GABQAVzEubnB5AQAQAJgAAAAAAAAAmAAAAAAAAACTTlVN\
    UFkBAHYAeydkZXNjcic6ICc8ZjQnLCAnZm9ydHJhbl9vcmRlcic6IFRydWUsICdzaGFwZSc6ICgzLCAyKSwgfSAgICAg\
    ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgCgAAgD8AAEBAAACgQAAA\
    AEDNzMw9AADAQFBLAwQtAAAAAAAAACEAetRxtf//////////BgAUAFcyLm5weQEAEACMAAAAAAAAAIwAAAAAAAAAk05V\
    TVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg\
    ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBLAABAAIAAAAE//lQ\
    SwECLQMtAAAAAAAAACEAF+EIw6AAAACgAAAABgAAAAAAAAAAAAAAgAEAAAAASDEubnB5UEsBAi0DLQAAAAAAAAAhAMV1\
    fCaYAAAAmAAAAAYAAAAAAAAAAAAAAIAB2AAAAFcxLm5weVBLAQItAy0AAAAAAAAAIQB61HG1jAAAAIwAAAAGAAAAAAAA\
    AAAAAACAAagBAABXMi5ucHlQSwUGAAAAAAMAAwCcAAAAbAIAAAAA
    """
  static let deflated = """
    UEsDBC0AAAAIAAAAIQAX4QjD//////////8GABQASDEubnB5AQAQAKAAAAAAAAAAVwAAAAAAAACb7BfqGxDJyFDGUK2e\
    klqcXKRupaBuk2ahrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgpGmjoKtQpkA65ZM0Fgpz0DGHyA0iwH\
    IDSHAwBQSwMELQAAAAgAAAAhAMV1fCb//////////wYAFABXMS5ucHkBABAAmAAAAAAAAABcAAAAAAAAAJvsF+obEMnI\
    UMZQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEg8pKk0FChdnJBakArkaxjoKRpo6CrUK5AMuBoYGewYGBwcG\
    hgVAzOBw9swZWwaGAw4AUEsDBC0AAAAIAAAAIQB61HG1//////////8GABQAVzIubnB5AQAQAIwAAAAAAAAAUgAAAAAA\
    AACb7BfqGxDJyFDGUK2eklqcXKRupaBul2mkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RpGOgrGmjoKtQpk\
    Ay5GHQZGBiYGBgaW/z8BUEsBAi0DLQAAAAgAAAAhABfhCMNXAAAAoAAAAAYAAAAAAAAAAAAAAIABAAAAAEgxLm5weVBL\
    AQItAy0AAAAIAAAAIQDFdXwmXAAAAJgAAAAGAAAAAAAAAAAAAACAAY8AAABXMS5ucHlQSwECLQMtAAAACAAAACEAetRx\
    tVIAAACMAAAABgAAAAAAAAAAAAAAgAEjAQAAVzIubnB5UEsFBgAAAAADAAMAnAAAAK0BAAAAAA==
    """
}

@Suite struct WeightFileTests {
  private func json(_ text: String) throws -> WeightFile { try WeightFile(bytes: Array(text.utf8)) }

  private let good = """
    {"H1": [[1, 0.5], [-2e-1, "1/3"]],
     "W": [[[1, 2], [3, 4], [5, 6]], [[0, 1, 0], [1, 0, -0.0]]]}
    """

  @Test func `numbers are taken as they are written`() throws {
    let file = try json(good)
    #expect(file.features[0, 1] == Rational(1, 2))
    #expect(file.features[1, 0] == Rational(-1, 5))
    #expect(file.features[1, 1] == Rational(1, 3))
    #expect(file.weights.map(\.rows) == [3, 2])
    #expect(file.weights[0][2, 1] == 6)
    // 0.1 is a tenth, not the nearest binary number.
    let tenth = try json(#"{"W": [[[0.1]], [[1]]], "H1": [[7]]}"#)
    #expect(tenth.weights[0][0, 0] == Rational(1, 10))
  }

  @Test(arguments: [
    ("", "1:1: expected an object"), ("[]", "1:1: expected an object"),
    (#"{"H1": [[1]]}"#, "1:2: expected at least W1 and W2 beside H1"),
    (#"{"W": [[[1]], [[1]]]}"#, "1:8: expected at least W1 and W2 beside H1, found W1 1×1, W2 1×1"),
    (#"{"W": [[[1]], [[1]], [[1]]]}"#, "the file: expected one matrix that can be H1"),
    (#"{"H1": [[1]], "H1": [[1]]}"#, "1:15: expected each array once, found another H1"),
    (#"{"H1": [[1]], "W": [[[1]]]}"#, "1:2: expected at least W1 and W2"),
    ("{\"H1\": [[1]],\n \"W\": [[[1]], [[1, 2]]]}", "2:15: expected 1 columns"),
    (#"{"H1": [[1, 2, 3]], "W": [[[1]], [[1], [2]]]}"#, "1:2: expected a multiple of 2 columns"),
    (#"{"H1": [[[[1]]]]}"#, "1:8: expected a list of numbers, of rows, or of matrices"),
    (#"{"H1": [[1], [1, 2]], "W": []}"#, "1:14: expected a row of 1 numbers, found 2"),
    (#"{"H1": [[]], "W": []}"#, "1:10: expected a number"),
    (#"{"H1": [[1,]], "W": []}"#, "1:12: expected a number"),
    (#"{"H1": [[nan]], "W": []}"#, "1:10: expected a number such as 0.25"),
    (#"{"H1": [["1/0"]], "W": []}"#, "1:10: expected a number such as 0.25"),
    (#"{"H1": [[1e999999]], "W": []}"#, "1:10: expected a number such as 0.25"),
    (#"{"H1": [[1 2]], "W": []}"#, "1:12: expected \",\" or \"]\""),
    (#"{"H1": [[1]], "W": [[[1]], [[1]]]} x"#, "1:36: expected the end of the file"),
  ])
  func `a malformed file names the place`(_ text: String, _ message: String) {
    let error = #expect(throws: WeightsError.self) { try json(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  @Test func `every cut of a file is refused`() {
    for length in 0..<good.utf8.count {
      #expect(throws: WeightsError.self) { try json(String(good.prefix(length))) }
    }
  }

  @Test(arguments: [Archive.stored, Archive.deflated])
  func `an archive has the numbers of its arrays, exactly`(_ text: String) throws {
    let bytes = try #require(Data(base64Encoded: text))
    let file = try WeightFile(bytes: Array(bytes))
    // float64, and 0.1 is the binary number.
    #expect(file.features.rows == 2 && file.features.columns == 2)
    #expect(file.features[0, 0] == Rational(3_602_879_701_896_397, 36_028_797_018_963_968))
    #expect(file.features[1, 0] == Rational(-5, 2))
    // float32 in Fortran order: the first row is 1 2, the second 3 0.1f, the third 5 6.
    #expect(file.weights[0][0, 1] == 2)
    #expect(file.weights[0][1, 0] == 3)
    #expect(file.weights[0][1, 1] == Rational(13_421_773, 134_217_728))
    // Big-endian integers.
    #expect(file.weights[1][1, 2] == -7)
    #expect(file.weights[1][0, 0] == 300)
  }

  @Test func `a damaged archive is refused, or has the same numbers`() throws {
    for text in [Archive.stored, Archive.deflated] {
      let bytes = Array(try #require(Data(base64Encoded: text)))
      let whole = try WeightFile(bytes: bytes)
      for index in bytes.indices {
        var damaged = bytes
        damaged[index] ^= 0x11
        // Dates and versions in the directory do not matter.
        if let file = try? WeightFile(bytes: damaged) {
          #expect(file.features == whole.features && file.weights == whole.weights)
        }
        #expect((try? WeightFile(bytes: Array(bytes.prefix(index)))) == nil)
      }
    }
  }

  @Test func `what is not finite is refused`() throws {
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }"
    header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    func array(_ value: Double) -> [UInt8] {
      let word = value.bitPattern
      return NumPyArray.magic + [1, 0, 118, 0] + Array(header.utf8)
        + (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    for value in [Double.infinity, -.infinity, .nan] {
      let error = #expect(throws: WeightsError.self) {
        try NumPyArray.array(array(value), name: "W3.npy", atMost: 1)
      }
      #expect(error?.description == "W3.npy: expected finite numbers, found none at [0, 0]")
    }
    for value in [
      0.0, -0.0, 1, -1.5, .leastNonzeroMagnitude, .leastNormalMagnitude / 4,
      -.greatestFiniteMagnitude, 0.1,
    ] {
      let exact = try NumPyArray.array(array(value), name: "W1.npy", atMost: 1).entries[0]
      #expect(Double(exact.decimal(digits: 17)) == value)
    }
  }
}
