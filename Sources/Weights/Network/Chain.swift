/// Matrices whose shapes follow one another, from H_1 to W_L.
struct Chain {
  typealias Placed = Assignment.Placed

  let features: Placed
  let weights: [Placed]
  /// Whether every weight is square, so that the shapes do not say which way round they are.
  let isUndecided: Bool
  /// Whether names alone, those of kernels, say so.
  let isByName: Bool

  /// How many matrices stand the other way round in the file.
  var transposedCount: Int { ([features] + weights).count(where: \.isTransposed) }

  /// - Parameter columns: How many columns H_1 has; nil where that is not known.
  /// - Returns: nil where the shapes do not follow one another.
  init?(
    _ features: Placed, _ weights: [Placed], _ transposition: Transposition, columns: Int?
  ) {
    guard weights.count >= 2 else { return nil }
    var (features, weights) = (features, weights)
    let isChosen = Self.turn(&features, &weights, transposition)
    var height = features.shape.rows
    var turned: [Bool?] = []
    for weight in weights {
      let (rows, inputs) = weight.shape
      if inputs == height {
        turned.append(rows == inputs ? nil : false)
        height = rows
      } else if rows == height, !isChosen {
        turned.append(true)
        height = inputs
      } else {
        return nil
      }
    }
    let samples = features.shape.columns
    guard columns.map({ $0 == samples }) ?? (samples % height == 0) else { return nil }
    let said = Set(turned.compactMap { $0 })
    let areKernels = weights.allSatisfy { $0.array.words.last == "kernel" }
    isUndecided = !isChosen && said.isEmpty && !areKernels
    isByName = !isChosen && said.isEmpty && areKernels
    if !isChosen {
      let squares = said.isEmpty ? areKernels : said == [true]
      for index in weights.indices { weights[index].isTransposed = turned[index] ?? squares }
    }
    (self.features, self.weights) = (features, weights)
  }

  /// Transposes what somebody says; whether something was said.
  private static func turn(
    _ features: inout Placed, _ weights: inout [Placed], _ transposition: Transposition
  ) -> Bool {
    let isTurned: (Placed) -> Bool
    switch transposition {
    case .byShape: return false
    case .all: isTurned = { _ in true }
    case .only(let names): isTurned = { names.contains($0.array.name) }
    }
    features.isTransposed = isTurned(features)
    for index in weights.indices { weights[index].isTransposed = isTurned(weights[index]) }
    return true
  }

  /// Where the shapes do not follow one another as they stand.
  static func failure(
    _ features: Placed, _ weights: [Placed], _ transposition: Transposition
  ) -> WeightsError {
    var (features, weights) = (features, weights)
    _ = turn(&features, &weights, transposition)
    var height = features.shape.rows
    for (index, weight) in weights.enumerated() {
      guard weight.shape.columns == height else {
        return WeightsError(
          weight.array.place,
          expected: "\(height) columns, the rows of \(index == 0 ? "H1" : "W\(index)")",
          found: "\(weight.shape.columns)")
      }
      height = weight.shape.rows
    }
    return WeightsError(
      features.array.place,
      expected: "a multiple of \(height) columns for H1, the rows of the last weights, or labels",
      found: "\(features.shape.columns)")
  }

  /// The one order in which the matrices follow one another from the features on; nil where there are
  /// several or none, and where looking takes too long.
  ///
  /// - Parameter asTheyStand: Whether they stand the right way round; else each may stand either way.
  static func onlyOrder(
    of matrices: [Placed], from features: Placed, asTheyStand: Bool = false
  ) -> [Placed]? {
    guard (2...12).contains(matrices.count) else { return nil }
    var found: [[String]: [Placed]] = [:]
    var steps = 0
    func extend(_ chain: [Placed], _ height: Int, _ rest: [Placed]) {
      steps += 1
      guard found.count < 2, steps < 20_000 else { return }
      if rest.isEmpty {
        found[chain.map(\.array.name)] = chain
        return
      }
      for (index, next) in rest.enumerated() {
        let (rows, columns) = next.shape
        var others = rest
        others.remove(at: index)
        if columns == height {
          extend(chain + [next], rows, others)
        } else if rows == height, !asTheyStand {
          extend(chain + [next], columns, others)
        }
      }
    }
    let (rows, columns) = features.shape
    for height in asTheyStand ? [rows] : Set([rows, columns]) {
      extend([], height, matrices)
    }
    return found.count == 1 && steps < 20_000 ? found.first?.value : nil
  }
}
