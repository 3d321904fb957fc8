import Certificates
import Rational

/// H_1 and W_1, …, W_L as they stand in a file, exactly.
///
/// Numbers are taken as they are written: a decimal is a fraction, and a binary floating-point
/// number the dyadic fraction that it is.
public struct WeightFile: Hashable, Sendable {
  /// H_1
  public let features: PointMatrix
  /// W_1, …, W_L
  public let weights: [PointMatrix]
  /// What the reader did that the file does not say, a line each.
  public let notes: [String]

  /// The most bytes of a file, unpacked.
  public static let sizeLimit = 1 << 26
  /// The most numbers of all arrays of a file.
  static let entryLimit = 1 << 22
  /// The most layers.
  static let layerLimit = 1000

  /// Reads the bytes of a file: a NumPy archive (`.npz`) or the format of safetensors by the first
  /// bytes, JSON otherwise.
  public init(bytes: [UInt8]) throws(WeightsError) {
    if bytes.starts(with: [0x50, 0x4B]) {
      var arrays: [WeightArray] = []
      var numbers = Self.entryLimit
      for entry in try ZipArchive(bytes).entries {
        let array = try NumPyArray.array(entry.content, name: entry.name, atMost: numbers)
        numbers -= array.entries.count
        arrays.append(array)
      }
      try self.init(arrays: arrays)
    } else if SafeTensors.matches(bytes) {
      try self.init(arrays: try SafeTensors.arrays(bytes))
    } else if bytes.starts(with: NumPyArray.magic) {
      throw WeightsError(
        "byte 1", expected: "an archive with the arrays H1, W1, …, WL (numpy.savez)",
        found: "a single NumPy array")
    } else {
      self = try WeightFile(json: bytes)
    }
  }

  /// - Throws: When a shape does not fit the one before.
  init(
    features: PointMatrix, weights: [PointMatrix], notes: [String],
    place: (_ layer: Int) -> String
  ) throws(WeightsError) {
    guard weights.count >= 2 else {
      throw WeightsError(
        place(0), expected: "at least W1 and W2", found: "\(weights.count) weights")
    }
    var height = features.rows
    for (index, weight) in weights.enumerated() {
      guard weight.columns == height else {
        throw WeightsError(
          place(index + 1),
          expected: "\(height) columns, the rows of \(index == 0 ? "H1" : "W\(index)")",
          found: "\(weight.columns)")
      }
      height = weight.rows
    }
    guard features.columns % height == 0 else {
      throw WeightsError(
        place(0), expected: "a multiple of \(height) columns for H1, the rows of the last weights",
        found: "\(features.columns)")
    }
    self.features = features
    self.weights = weights
    self.notes = notes
  }
}
