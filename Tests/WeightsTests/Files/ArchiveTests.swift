import Foundation
import Testing

@testable import Weights

/// What is read, and what is refused before it is.
@Suite struct ArchiveTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Cases/weights/\(name)")))
  }

  @Test func `a file that unpacks beyond the memory granted is refused before it does`() throws {
    let bytes = try fixture("float16.npz")
    #expect(throws: Never.self) { try WeightFile.arrays(bytes, memory: 1 << 20) }
    let error = #expect(throws: WeightsError.self) {
      try WeightFile.arrays(bytes, memory: bytes.count + 100)
    }
    #expect(error?.isLimit == true)
    // The directory alone says two gigabytes; its entry has some hundred bytes.
    let bomb = #expect(throws: WeightsError.self) {
      try WeightFile.arrays(try fixture("unpacks-to-2GB.npz"))
    }
    #expect(bomb?.isLimit == true && bomb?.found == "2000 MB")
    // Where there is room, the entry turns out not to be what the directory says.
    let wrong = #expect(throws: WeightsError.self) {
      try WeightFile.arrays(try fixture("unpacks-to-2GB.npz"), memory: 1 << 33)
    }
    #expect(wrong?.expected == "a deflated entry of 2000000000 bytes")
  }

  @Test func `arrays that are no numbers do not matter, unless they are asked for`() throws {
    let header = "{'descr': '<U5', 'fortran_order': False, 'shape': (2, 2), }"
    let padded = header + String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    let bytes = NumPyArray.magic + [1, 0, 118, 0] + Array(padded.utf8)
    let array = try NumPyArray.array(bytes, name: "config.npy", atMost: 10)
    #expect(array.matrix == nil && array.unread == "text" && array.shape == [2, 2])
    let error = #expect(throws: WeightsError.self) {
      try WeightFile(arrays: try WeightFile.arrays(try fixture("objects.npz")))
    }
    #expect(error?.description.contains("pickles and not opened") == true)
  }

  @Test(arguments: [
    ([0x80, 4, 0x95], "numpy.savez(\"weights.npz\", **pickle.load(open(\"w.bin\", \"rb\")))"),
    ([0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C], "torch.load(\"w.bin\""),
    ([0x89, 0x48, 0x44, 0x46, 0x0D], "keras.models.load_model(\"w.bin\")"),
    (Array("MATLAB 5.0 MAT-file".utf8), "scipy.io.loadmat(\"w.bin\")"),
  ])
  func `formats of others are refused with what converts them`(
    _ bytes: [UInt8], _ line: String
  ) {
    let error = #expect(throws: WeightsError.self) {
      try WeightFile.arrays(bytes, name: "w.bin")
    }
    #expect(error?.advice.count == 3)
    #expect(error?.description.contains(line) == true)
  }

  @Test func `a header of safetensors whose length looks like a pickle is none`() throws {
    // The length 0x280 begins with the bytes 80 02.
    var header = "{\"H1\":{\"dtype\":\"U8\",\"shape\":[1,2],\"data_offsets\":[0,2]}"
    header += String(repeating: " ", count: 0x280 - 1 - header.utf8.count) + "}"
    let bytes: [UInt8] = [0x80, 2, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [3, 4]
    let arrays = try WeightFile.arrays(bytes)
    #expect(arrays.map(\.name) == ["H1"])
    #expect(arrays[0].entries == [3, 4])
  }

  @Test func `a single array is called as its file is`() throws {
    let header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }"
    let padded = header + String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    let bytes = NumPyArray.magic + [1, 0, 118, 0] + Array(padded.utf8) + [1, 2, 3, 4]
    let arrays = try WeightFile.arrays(bytes, name: "W1.npy")
    #expect(arrays.map(\.name) == ["W1"])
    #expect(arrays[0].entries == [1, 3, 2, 4])
  }

  @Test func `names with escapes, objects in objects, and lists of matrices`() throws {
    let text =
      #"{"a": {"b\u0031\"": [[1, "1/2"]], "n": null}, "W": [[[1]], [[2], [3]]], "y": [1], "s": 4}"#
    let arrays = try WeightFile.arrays(Array(text.utf8))
    #expect(arrays.map(\.name) == ["a.b1\"", "W1", "W2", "y", "s"])
    #expect(arrays.map(\.shape) == [[1, 2], [1, 1], [2, 1], [1], []])
    for wrong in ["{\"a\": \"\\q\"}", "{\"a\": \"\\u12\"}", "{\"a\": [[1], [2]", "{\"a\": tru}"] {
      #expect(throws: WeightsError.self) { try WeightFile.arrays(Array(wrong.utf8)) }
    }
  }
}
