import Certificates
import Rational

/// Which matrices of a file are H_1 and W_1, …, W_L, and which way round they stand.
///
/// W_l is out × in and the columns of H_1 are samples. Names say which matrix is which where they are H1,
/// W1, …, WL or somebody has said it; otherwise the weights follow in the order of the numbers in their
/// names, or of the file, whichever has shapes that follow one another. A matrix that fits only the other
/// way round is transposed, and so are square ones where all that are not square are.
struct Assignment {
  /// A matrix and which way round it stands in its file.
  struct Placed {
    let array: WeightArray
    var isTransposed = false

    var shape: (rows: Int, columns: Int) {
      let (first, second) = (array.shape[0], array.shape[1])
      return isTransposed ? (second, first) : (first, second)
    }
    /// `fc1.kernelᵀ` where it was transposed.
    var text: String { array.name + (isTransposed ? "ᵀ" : "") }
    var matrix: PointMatrix? {
      array.matrix.map { isTransposed ? $0.transposed : $0 }
    }
  }

  private(set) var features: Placed
  private(set) var weights: [Placed]
  /// What is to be said about it.
  private(set) var notes: [String] = []

  /// - Parameters:
  ///   - arrays: Those that are no labels.
  ///   - labels: Those of the columns of H_1, which say how many there are; nil without labels.
  init(
    _ arrays: [WeightArray], _ names: LayerNames, _ transposition: Transposition,
    labels: WeightArray?
  ) throws(WeightsError) {
    let columns = labels.map(Labels.columns)
    let matrices = arrays.filter { $0.matrix != nil }.map { Placed(array: $0) }
    let isNumbered = try Self.isNumbered(arrays, names)
    let named = try Self.named(arrays, names)
    let features = try names.array(.features, in: arrays)
    let orders = named.map { [[$0]] } ?? Self.orders(matrices, features: features)
    var chains: [Chain] = []
    var isGuessed = false
    for (number, group) in orders.enumerated() where chains.isEmpty {
      // Neither somebody nor a number in a name has said the order.
      isGuessed = named == nil && number > 0
      // The same orders with H_1 the other way round.
      let turned = group.map {
        (features: Placed(array: $0.features.array, isTransposed: true), weights: $0.weights)
      }
      chains = (transposition == .byShape ? group + turned : group).compactMap {
        Chain($0.features, $0.weights, transposition, columns: columns)
      }
    }
    let candidates = orders.flatMap { $0 }
    // With n = 1 a chain read from its end fits as well, all transposed.
    let least = chains.map(\.transposedCount).min()
    guard let chain = chains.first(where: { $0.transposedCount == least }) else {
      if let labels { try Self.requireCount(of: labels, candidates, transposition) }
      throw Self.failure(arrays, matrices, candidates, transposition)
    }
    (self.features, weights) = (chain.features, chain.weights)
    if chains.contains(where: { $0.features.array.name != chain.features.array.name }) {
      throw Self.undecided(matrices, "H1")
    }
    let isPlain = isNumbered && ([chain.features] + weights).allSatisfy { !$0.isTransposed }
    if !isPlain {
      notes.append(
        (["H_1 = \(chain.features.text)"] + weights.enumerated().map { "W_\($0 + 1) = \($1.text)" })
          .joined(separator: ", "))
    }
    if isGuessed, Chain.onlyOrder(of: weights, from: self.features, asTheyStand: true) == nil {
      notes.append(
        "The names do not say the order of the weights: taken as they stand in the file, or by name. "
          + "--names H1=…,W1=… says it.")
    }
    if transposition == .byShape { sayWhatWasTransposed(chain, chains, isNumbered) }
  }

  private mutating func sayWhatWasTransposed(
    _ chain: Chain, _ chains: [Chain], _ isNumbered: Bool
  ) {
    if ([features] + weights).contains(where: \.isTransposed) {
      notes.append(
        chain.isByName && !features.isTransposed
          ? "ᵀ: transposed, as kernels are in × out; --transpose none takes them as they stand."
          : "ᵀ: transposed; W_l is out × in here, and a column of H_1 is a sample.")
    }
    var ambiguous: [String] = []
    // The same weights fit with H_1 either way round.
    if chains.contains(where: {
      $0.features.text != features.text && $0.weights.map(\.text) == weights.map(\.text)
    }) {
      ambiguous.append(features.array.name)
    }
    if chain.isUndecided { ambiguous += weights.map(\.array.name) }
    if !ambiguous.isEmpty, !isNumbered {
      notes.append(
        "\(ambiguous.joined(separator: ", ")): the shapes do not say which way round; taken as they "
          + "stand, W_l as out × in, H_1 with a column for each sample. --transpose NAMES or all.")
    }
  }

  // MARK: Names

  /// Whether the names are H1, W1, …, WL, and nothing else was said.
  private static func isNumbered(
    _ arrays: [WeightArray], _ names: LayerNames
  ) throws(WeightsError) -> Bool {
    guard names.weightCount == 0, names.parts[.features] == nil else { return false }
    let found = Set(arrays.map(\.name))
    return found.contains("H1")
      && found.contains { if case .weights = LayerNames.Part($0) { true } else { false } }
  }

  /// The matrices that somebody named, or that are called H1, W1, …, WL; nil without such names.
  private static func named(
    _ arrays: [WeightArray], _ names: LayerNames
  ) throws(WeightsError) -> (features: Placed, weights: [Placed])? {
    if names.weightCount > 0 {
      var weights: [Placed] = []
      for number in 1...names.weightCount {
        guard let array = try names.array(.weights(number), in: arrays) else { continue }
        weights.append(try placed(array, "W\(number)"))
      }
      let chosen = try names.array(.features, in: arrays)
      let known = arrays.filter { isFeatures($0) }
      guard let features = chosen ?? (known.count == 1 ? known[0] : nil) else {
        throw WeightsError("--names", expected: "H1=… as well", found: "none")
      }
      return (try placed(features, "H1"), weights)
    }
    guard try isNumbered(arrays, names) else { return nil }
    var weights: [Int: Placed] = [:]
    var features: Placed?
    for array in arrays where array.matrix != nil || array.unread != nil {
      switch LayerNames.Part(array.name) {
      // Beside H1 another matrix H is some other one, wherever it stands.
      case .features: if array.name == "H1" { features = try placed(array, "H1") }
      case .weights(let number): weights[number] = try placed(array, array.name)
      default:
        guard array.matrix != nil, !array.isBias else { continue }
        throw WeightsError(
          array.place, expected: "no matrix besides H1, W1, …, WL",
          found: "another matrix; --names H1=…,W1=… says which are meant")
      }
    }
    guard let features else {
      throw WeightsError("H1", expected: "a matrix", found: "none")
    }
    var sorted: [Placed] = []
    while let next = weights[sorted.count + 1] { sorted.append(next) }
    guard sorted.count == weights.count else {
      throw WeightsError("W\(sorted.count + 1)", expected: "a matrix", found: "none")
    }
    return (features, sorted)
  }

  private static func placed(_ array: WeightArray, _ part: String) throws(WeightsError) -> Placed {
    guard array.matrix != nil else {
      throw WeightsError(array.place, expected: "a matrix for \(part)", found: array.shapeText)
    }
    return Placed(array: array)
  }

  /// Whether an array has a name that people give to features: H, `features`, `model.H1`,
  /// `features.weight`. What is called `features.0.weight` is a layer.
  static func isFeatures(_ array: WeightArray) -> Bool {
    var words = array.words
    if words.count > 1, ["weight", "kernel", "embedding"].contains(words.last) {
      words.removeLast()
    }
    let last = words.last ?? ""
    return array.matrix != nil
      && (["h", "h1", "features", "feats", "h0"].contains(last)
        || words.suffix(2) == ["h", "1"])
  }

  /// The orders that may be meant, in groups, the likeliest first; each with every matrix that may be H_1.
  ///
  /// Where names differ by numbers alone these say the order. Otherwise it is that of the file, of the names, or
  /// the only one that shapes leave.
  private static func orders(
    _ matrices: [Placed], features: WeightArray?
  ) -> [[(features: Placed, weights: [Placed])]] {
    let known = features.map { [$0] } ?? matrices.map(\.array).filter { isFeatures($0) }
    // Without a name each may be the features; of many it is not looked for.
    let possible =
      known.isEmpty && matrices.count <= 40
      ? matrices.map(\.array) : known.count == 1 ? known : []
    var numbered: [(features: Placed, weights: [Placed])] = []
    var others = numbered
    for features in possible {
      let placed = Placed(array: features)
      let rest = matrices.filter {
        $0.array.name != features.name && !$0.array.isBias
          && LayerNames.Part($0.array.name) != .features
      }
      let sorted = rest.sorted { naturallyPrecedes($0.array.name, $1.array.name) }
      if Set(rest.map { $0.array.name.filter { !$0.isNumber } }).count == 1 {
        numbered.append((placed, sorted))
      }
      others += [(placed, rest), (placed, sorted)]
      if let byShape = Chain.onlyOrder(of: rest, from: placed) { others.append((placed, byShape)) }
    }
    return [numbered, others]
  }

  /// Numbers within names count as numbers.
  static func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
    func parts(_ name: String) -> [(Int, String)] {
      var parts: [(Int, String)] = []
      var rest = name[...]
      while let first = rest.first {
        let part = rest.prefix { $0.isNumber == first.isNumber }
        parts.append((first.isNumber ? Int(part) ?? .max : -1, String(part)))
        rest = rest.dropFirst(part.count)
      }
      return parts
    }
    let (a, b) = (parts(left), parts(right))
    for (x, y) in zip(a, b) where x != y { return x < y }
    return a.count < b.count
  }

  // MARK: Failures

  /// - Throws: When the shapes follow one another, but H_1 has another number of columns than there are labels.
  private static func requireCount(
    of labels: WeightArray, _ candidates: [(features: Placed, weights: [Placed])],
    _ transposition: Transposition
  ) throws(WeightsError) {
    var counts: Set<Int> = []
    for (features, weights) in candidates {
      for isTransposed in [false, true] {
        let placed = Placed(array: features.array, isTransposed: isTransposed)
        for columns in features.array.shape
        where Chain(placed, weights, transposition, columns: columns) != nil {
          counts.insert(columns)
        }
      }
    }
    guard !counts.isEmpty else { return }
    throw WeightsError(
      labels.place,
      expected: counts.sorted().map(String.init).joined(separator: " or ") + " labels",
      found: "\(Labels.columns(labels))")
  }

  private static func undecided(_ matrices: [Placed], _ what: String) -> WeightsError {
    WeightsError(
      "the file", expected: "one matrix that can be \(what)",
      found: list(matrices) + "; --names H1=…,W1=… says which is which")
  }

  private static func list(_ matrices: [Placed]) -> String {
    matrices.isEmpty
      ? "no matrix"
      : matrices.prefix(40).map { "\($0.array.name) \($0.array.shapeText)" }
        .joined(separator: ", ") + (matrices.count > 40 ? ", …" : "")
  }

  /// Why no order fits.
  private static func failure(
    _ arrays: [WeightArray], _ matrices: [Placed],
    _ candidates: [(features: Placed, weights: [Placed])], _ transposition: Transposition
  ) -> WeightsError {
    let unread = arrays.filter { $0.unread != nil && $0.shape.count == 2 }
    if candidates.isEmpty || matrices.count < 3 {
      return WeightsError(
        matrices.first?.array.place ?? "the file",
        expected: matrices.count < 3
          ? "at least W1 and W2 beside H1" : "one matrix called H1, H or features",
        found: list(matrices + unread.map { Placed(array: $0) })
          + (matrices.count < 3 ? "" : "; --names H1=… says which it is"))
    }
    // With names that say which is which the first place that does not fit can be told.
    if let only = candidates.first,
      candidates.allSatisfy({ $0.weights.map(\.text) == only.weights.map(\.text) })
    {
      let failure = Chain.failure(only.features, only.weights, transposition)
      let areTheirs = ([only.features] + only.weights).allSatisfy {
        LayerNames.Part($0.array.name) != nil
      }
      guard !areTheirs else { return failure }
      return WeightsError(
        failure.place, expected: failure.expected,
        found: failure.found
          + "; there are \(list(matrices)); --names H1=…,W1=… says which is which")
    }
    return WeightsError(
      "the file",
      expected:
        "H1, and matrices W_l, each with as many columns as the one before has rows, in the "
        + "order of the file or of their names",
      found: list(matrices)
        + "; --names H1=…,W1=… says which is which")
  }
}

extension WeightArray {
  /// Names that people give to biases, in small letters.
  private static let biasWords: Set = ["b", "bias", "biases", "intercept", "intercepts"]

  /// Whether it is called as a bias is, and could be one: `fc1.bias`, `b1`, `Bias_2`, `intercepts.0`,
  /// `params.Dense_0.bias`.
  var isBias: Bool {
    guard vector != nil, let last = words.last else { return false }
    let letters = String(last.reversed().drop { $0.isNumber }.reversed())
    if Self.biasWords.contains(letters) { return true }
    let before = words.dropLast().last ?? ""
    return before == "bias" || letters.isEmpty && Self.biasWords.contains(before)
  }

  /// The last number in the name: 12 for `layer3.12.weight`.
  var lastNumber: Int? {
    name.split { !("0"..."9").contains($0) }.last.flatMap { Int($0) }
  }
}

extension PointMatrix {
  /// Rows and columns exchanged.
  var transposed: PointMatrix {
    PointMatrix(
      rows: columns, columns: rows,
      entries: (0..<columns).flatMap { column in (0..<rows).map { self[$0, column] } })
  }
}
