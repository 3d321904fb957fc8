import Certificates
import Rational

/// An array of a file, exactly.
struct WeightArray {
  let name: String
  let shape: [Int]
  /// Row after row.
  let entries: [Rational]
  /// Whether its type is one of integers.
  let isWhole: Bool

  /// The array as a matrix, when it has two dimensions and is not empty.
  var matrix: PointMatrix? {
    guard shape.count == 2, shape[0] > 0, shape[1] > 0 else { return nil }
    return PointMatrix(rows: shape[0], columns: shape[1], entries: entries)
  }

  /// How many numbers an array of that shape has.
  ///
  /// - Throws: When they are more than the limit.
  static func count(
    _ shape: [Int], name: String, atMost limit: Int
  ) throws(WeightsError) -> Int {
    var count = 1
    for size in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows, product <= limit else {
        throw WeightsError(
          name, expected: "at most \(WeightFile.entryLimit) numbers in all", found: "more")
      }
      count = product
    }
    return count
  }
}

extension WeightFile {
  /// H_1 and the weights among the arrays of a file.
  ///
  /// They are called H1, W1, …, WL; or H or features, and anything for the weights, which are then taken in the
  /// order of the file, or of their names, whichever has shapes that fit. Labels of the columns put
  /// these in the order of the classes. What else there is, is not used, and that is said; a bias that is
  /// not zero is refused.
  init(arrays: [WeightArray]) throws(WeightsError) {
    var names: Set<String> = []
    for array in arrays where !names.insert(array.name).inserted {
      throw WeightsError(array.name, expected: "each array once", found: "another of that name")
    }
    var notes: [String] = []
    let matrices = arrays.compactMap { array in array.matrix.map { (array.name, $0) } }
    let features: (String, PointMatrix)
    let weights: [(String, PointMatrix)]
    if names.contains("H1"), names.contains(where: { Self.number(ofWeight: $0) != nil }) {
      (features, weights) = try Self.numbered(matrices)
    } else {
      (features, weights) = try Self.ordered(matrices)
      notes.append(
        (["H_1 = \(features.0)"] + weights.enumerated().map { "W_\($0 + 1) = \($1.0)" })
          .joined(separator: ", "))
    }
    guard weights.count <= Self.layerLimit else {
      throw WeightsError(
        "the file", expected: "at most \(Self.layerLimit) weights", found: "\(weights.count)")
    }
    var columns = features.1
    for array in arrays where array.matrix == nil {
      let word = array.name.split { $0 == "." || $0 == "_" }.last?.lowercased() ?? ""
      if word == "bias" {
        guard array.entries.allSatisfy(\.isZero) else {
          throw WeightsError(
            array.name, expected: "weights without a bias, as in Definition 2",
            found: "a bias that is not zero")
        }
        notes.append("\(array.name): zero, and not used")
      } else if array.isWhole, array.shape == [columns.columns], let last = weights.last?.1.rows,
        let order = try Self.order(labels: array, classes: last)
      {
        if order == Array(order.indices) {
          notes.append("\(array.name): labels, in the order of the columns")
        } else {
          columns = columns.columns(order)
          notes.append("\(array.name): labels; the columns of H_1 are put in their order")
        }
      } else {
        notes.append("\(array.name): not used")
      }
    }
    try self.init(features: columns, weights: weights.map(\.1), notes: notes) {
      $0 == 0 ? features.0 : weights[$0 - 1].0
    }
  }

  /// l of a name `Wl`.
  private static func number(ofWeight name: String) -> Int? {
    guard name.first == "W", let number = Int(name.dropFirst()), number > 0, name == "W\(number)"
    else { return nil }
    return number
  }

  /// H1, W1, …, WL, and no other matrix.
  private static func numbered(
    _ matrices: [(String, PointMatrix)]
  ) throws(WeightsError) -> ((String, PointMatrix), [(String, PointMatrix)]) {
    var weights: [Int: (String, PointMatrix)] = [:]
    var features: (String, PointMatrix)?
    for entry in matrices {
      if entry.0 == "H1" {
        features = entry
      } else if let number = number(ofWeight: entry.0) {
        weights[number] = entry
      } else {
        throw WeightsError(
          entry.0, expected: "no matrix besides H1, W1, …, WL", found: "another matrix")
      }
    }
    guard let features else { throw WeightsError("H1", expected: "a matrix", found: "none") }
    var sorted: [(String, PointMatrix)] = []
    while let next = weights[sorted.count + 1] { sorted.append(next) }
    guard sorted.count == weights.count else {
      throw WeightsError("W\(sorted.count + 1)", expected: "a matrix", found: "none")
    }
    return (features, sorted)
  }

  /// By the name of the features, and the order and shapes of the others.
  private static func ordered(
    _ matrices: [(String, PointMatrix)]
  ) throws(WeightsError) -> ((String, PointMatrix), [(String, PointMatrix)]) {
    let known = matrices.filter {
      ["h", "h1", "features", "h_1"].contains($0.0.lowercased())
    }
    let shapes = matrices.map { "\($0.0) \($0.1.rows)×\($0.1.columns)" }.joined(separator: ", ")
    guard known.count == 1, let features = known.first else {
      throw WeightsError(
        "the file", expected: "one matrix called H1, H or features",
        found: matrices.isEmpty ? "no matrix" : shapes)
    }
    let others = matrices.filter { $0.0 != features.0 }
    func fits(_ weights: [(String, PointMatrix)]) -> Bool {
      var height = features.1.rows
      for (_, weight) in weights {
        guard weight.columns == height else { return false }
        height = weight.rows
      }
      return true
    }
    let sorted = others.sorted { naturallyPrecedes($0.0, $1.0) }
    for candidate in [others, sorted] where fits(candidate) { return (features, candidate) }
    throw WeightsError(
      "the file",
      expected: "matrices W_l, each with as many columns as the one before has rows, in "
        + "the order of the file or of their names", found: shapes)
  }

  /// Numbers within names count as numbers.
  private static func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
    func parts(_ name: String) -> [(Int, String)] {
      name.split { $0 == "." || $0 == "_" }.map { (Int($0) ?? -1, String($0)) }
    }
    for (a, b) in zip(parts(left), parts(right)) where a != b { return a < b }
    return left.count < right.count
  }

  /// The columns, class after class; nil when the numbers are no labels of that many classes.
  ///
  /// - Throws: When some class has more columns than another.
  private static func order(
    labels: WeightArray, classes: Int
  ) throws(WeightsError) -> [Int]? {
    let distinct = Set(labels.entries)
    guard distinct.count == classes, let least = distinct.min(), least == 0 || least == 1,
      distinct.max() == least + Rational(classes - 1)
    else { return nil }
    let order = labels.entries.indices.sorted {
      (labels.entries[$0], $0) < (labels.entries[$1], $1)
    }
    let counts = Dictionary(labels.entries.map { ($0, 1) }, uniquingKeysWith: +)
    guard Set(counts.values).count == 1 else {
      throw WeightsError(
        labels.name, expected: "as many samples of each class", found: "different numbers")
    }
    return order
  }
}

extension PointMatrix {
  /// Some of the columns, in that order.
  fileprivate func columns(_ order: [Int]) -> PointMatrix {
    PointMatrix(
      rows: rows, columns: order.count,
      entries: (0..<rows).flatMap { row in order.map { self[row, $0] } })
  }
}
