import Foundation
import Rational
import TestSupport
import Testing

@testable import Weights

@Suite struct WeightsWriterTests {
  private static let matrices: [(rows: Int, columns: Int, entries: [Double])] = [
    (2, 4, [0.1, -2, 3e-300, 4, 5, 6, -7.25, 8]), (3, 2, [1, 0, -0.5, 2, 1 / 3, 4]),
    (2, 3, [0, 1, 2, 3, 4, 5]),
  ]
  private let writer = WeightsWriter(matrices, classes: 2)

  private func exact(_ value: Double) throws -> Rational { try #require(Rational(exactly: value)) }

  @Test func `what is written is read, number by number`() throws {
    for bytes in [writer.npz, writer.safeTensors] {
      let file = try WeightFile(bytes: bytes)
      for (read, written) in zip([file.features] + file.weights, Self.matrices) {
        #expect((read.rows, read.columns) == (written.rows, written.columns))
        for (place, value) in written.entries.enumerated() {
          #expect(try read[place / written.columns, place % written.columns] == exact(value))
        }
      }
      #expect(file.weights.count == 2)
    }
  }

  /// Python's own reader of zip archives knows nothing of ours, and checks the sums.
  @Test func `Python reads the archive, and NumPy the arrays where it is installed`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "weights.npz")
    try Data(writer.npz).write(to: file)
    let program = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      assert archive.namelist() == ["H1.npy", "W1.npy", "W2.npy", "labels.npy"]
      try:
        import numpy
      except ImportError:
        sys.exit()
      arrays = numpy.load(sys.argv[1])
      assert arrays["H1"].dtype == "float64" and arrays["H1"].shape == (2, 4)
      assert arrays["H1"][1, 2] == -7.25 and arrays["W1"][2, 0] == 1 / 3
      assert list(arrays["labels"]) == [0, 0, 1, 1]
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, file.path]
    try process.run()
    process.waitUntilExit()
    #expect([0, 127].contains(process.terminationStatus))
  }
}
