import Certificates
import Rational

/// H_1 and W_1, …, W_L as they stand in a file, or in several, exactly.
///
/// Numbers are taken as they are written: a decimal is a fraction, and a binary floating-point
/// number the dyadic fraction that it is.
public struct WeightFile: Hashable, Sendable {
  /// H_1, its columns class after class.
  public let features: PointMatrix
  /// W_1, …, W_L
  public let weights: [PointMatrix]
  /// What is added to W_l H_l, a column for each l; nil where that is nothing, or zero.
  public let biases: [PointMatrix?]
  /// How many columns of H_1 each class has.
  public let classSizes: [Int]
  /// Whether labels said so; otherwise the columns are taken to stand class after class.
  public let hasLabels: Bool
  /// What the reader did that the file does not say, a line each.
  public let notes: [String]

  /// The most layers.
  static let layerLimit = 1000

  /// K, the number of classes: the rows of W_L.
  public var classes: Int { classSizes.count }

  /// How the arrays of a file are to be understood, where they do not say it.
  public struct Reading: Hashable, Sendable {
    /// Which array is which part.
    public var names = LayerNames()
    /// Which matrices stand the other way round.
    public var transposition = Transposition.byShape
    /// Labels from elsewhere, which go before those among the arrays.
    public var labels: WeightArray?

    /// All is as the arrays say.
    public init() {}
  }

  /// Reads the bytes of one file.
  public init(bytes: [UInt8], reading: Reading = Reading()) throws(WeightsError) {
    try self.init(arrays: try Self.arrays(bytes), reading: reading)
  }

  /// H_1, the weights, biases and labels among the arrays.
  ///
  /// What else there is, is not used, and that is said, unless it shows that the network has other parts.
  public init(arrays: [WeightArray], reading: Reading = Reading()) throws(WeightsError) {
    var seen: Set<String> = []
    for array in arrays where !seen.insert(array.name).inserted {
      throw WeightsError(array.place, expected: "each array once", found: "another \(array.name)")
    }
    if case .only(let turned) = reading.transposition,
      let unknown = turned.subtracting(seen).sorted().first
    {
      throw WeightsError(
        "--transpose \(unknown)",
        expected: "all, none, or some of \(arrays.prefix(40).map(\.name).joined(separator: ", "))",
        found: "no array of that name")
    }
    let names = reading.names
    let called =
      try names.array(.labels, in: arrays).map { [$0] }
      ?? arrays.filter { Labels.isCalledSo($0) }
    guard called.count <= 1 || reading.labels != nil else {
      throw WeightsError(
        called[1].place, expected: "labels once",
        found: "also \(called[0].name); --names labels=… says which")
    }
    let known = reading.labels ?? called.first
    let others = arrays.filter { array in !called.contains { $0.name == array.name } }
    let isStrict = names.weightCount == 0
    if isStrict {
      for array in others { try OtherLayers.refuseNormalisation(array) }
    }
    let assignment = try Assignment(others, names, reading.transposition, labels: known)
    guard assignment.weights.count <= Self.layerLimit else {
      throw WeightsError(
        "the file", expected: "at most \(Self.layerLimit) weights",
        found: "\(assignment.weights.count)")
    }
    guard let features = assignment.features.matrix, let last = assignment.weights.last else {
      throw WeightsError("the file", expected: "H1, W1 and W2", found: "none")
    }
    let classes = last.shape.rows
    var notes = assignment.notes
    var rest = others.filter { array in
      !([assignment.features] + assignment.weights).contains { $0.array.name == array.name }
    }
    biases = try Biases(
      from: &rest, assignment.weights, names, notes: &notes
    ).columns

    var labels: Labels?
    if let known {
      labels = try Labels(known, columns: features.columns, classes: classes)
    } else if let array = rest.first(where: { $0.isWhole && $0.shape == [features.columns] }),
      let found = try? Labels(array, columns: features.columns, classes: classes),
      found.covers(classes)
    {
      labels = found
      rest.removeAll { $0.name == array.name }
    }
    if isStrict { try OtherLayers.refuseVectors(rest, assignment.weights) }
    if reading.labels != nil { rest += called }
    notes += rest.map { "\($0.name): not used" + ($0.unread.map { "; \($0)" } ?? "") }
    if let labels {
      let order = labels.order
      let isSorted = order == Array(order.indices)
      self.features = isSorted ? features : features.columns(order)
      classSizes = labels.sizes(classes)
      notes.append(
        "\(labels.name): \(labels.range)"
          + (isSorted
            ? ", in the order of the columns" : "; the columns of H_1 are put in their order"))
    } else {
      self.features = features
      classSizes = Array(repeating: features.columns / classes, count: classes)
    }
    hasLabels = labels != nil
    weights = assignment.weights.compactMap(\.matrix)
    self.notes = notes
  }
}

extension WeightFile {
  /// A network without biases whose columns stand class after class.
  ///
  /// - Precondition: The shapes follow one another, and every class has as many columns.
  public init(features: PointMatrix, weights: [PointMatrix], classes: Int) {
    self.features = features
    self.weights = weights
    biases = weights.map { _ in nil }
    classSizes = Array(repeating: features.columns / classes, count: classes)
    (hasLabels, notes) = (false, [])
  }
}

extension PointMatrix {
  /// Some of the columns, in that order.
  func columns(_ order: [Int]) -> PointMatrix {
    PointMatrix(
      rows: rows, columns: order.count,
      entries: (0..<rows).flatMap { row in order.map { self[row, $0] } })
  }
}
