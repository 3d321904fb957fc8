import Certificates
import Rational

/// What the weights and the layers of features of a network look like.
public struct NetworkReport: Sendable {
  /// A matrix of weights.
  public struct Weights: Sendable {
    /// `W_2`
    public let name: String
    public let rows: Int
    public let columns: Int
    /// The rank, exactly.
    public let exactRank: Int
    /// nil beyond a limit.
    public let singularValues: SingularValues?
  }

  /// A layer of features, before or after σ.
  public struct Features: Sendable {
    /// `H_1`, `W_1 H_1`, `H_2 = σ(W_1 H_1)`, …
    public let name: String
    /// The length of a feature.
    public let width: Int
    /// The rank, exactly.
    public let exactRank: Int
    /// nil beyond a limit.
    public let singularValues: SingularValues?
    /// nil when a class has no column.
    public let classes: ClassStatistics?
    /// The rank of the class means, exactly; nil when a class has no column.
    public let meansRank: Int?
    /// Those of the class means; nil when a class has no column, and beyond a limit.
    public let meansSingularValues: SingularValues?
    /// How far the inner products of the class means are from equal orthogonal ones, those of DNC. nil
    /// without means, and for zeros.
    public let toCollapse: GramDistance?
    /// How far they are from those of the strongly regular solution, in the order of classes that was found to
    /// be nearest in all layers together; nil where there is nothing to compare, and for zeros.
    public internal(set) var toTriangular: GramDistance?
    /// Whether the strongly regular solution says what the means of this layer are: for K = r(r-1)/2 with
    /// r ≥ 4 those of H_2, …, H_L.
    public internal(set) var isCompared = false
  }

  public let weights: [Weights]
  /// H_1; then each layer before σ and after it.
  public let features: [Features]

  /// - Parameters:
  ///   - features: H_1, its columns class after class.
  ///   - weights: W_1, …, W_L
  ///   - biased: Whether a bias is added in a layer.
  ///   - layers: W_1 H_1, W_2 σ(W_1 H_1), …, with the biases.
  ///   - sizes: How many columns each class has.
  public init(
    features: PointMatrix, weights: [PointMatrix], biased: [Bool], layers: [PointMatrix],
    sizes: [Int]
  ) {
    self.weights = weights.enumerated().map { index, matrix in
      let rank = matrix.exactRank()
      return Weights(
        name: "W_\(index + 1)", rows: matrix.rows, columns: matrix.columns, exactRank: rank,
        singularValues: SingularValues(of: matrix, rank: rank))
    }
    var reports = [Self.report("H_1", features, sizes, atMost: .max)]
    // Where the strongly regular solution says what the means are: M_2, …, M_L.
    var active: [(place: Int, gram: [[Integer]])] = []
    for (index, matrix) in layers.enumerated() {
      // The rank of a product; a bias adds a matrix of rank 1.
      let limit =
        min(reports[reports.count - 1].exactRank, self.weights[index].exactRank)
        + (biased[index] ? 1 : 0)
      let name = "W_\(index + 1) H_\(index + 1)"
      reports.append(Self.report(name, matrix, sizes, atMost: limit))
      guard index < layers.count - 1 else { continue }
      let report = Self.report(
        "H_\(index + 2) = σ(\(name))", matrix.positivePart, sizes, atMost: .max)
      if let means = report.classes?.means {
        active.append((reports.count, GramDistance.gram(means)))
      }
      reports.append(report)
    }
    self.features = Self.compared(reports, active, classes: sizes.count)
  }

  private static func report(
    _ name: String, _ matrix: PointMatrix, _ sizes: [Int], atMost limit: Int
  ) -> Features {
    let rank = matrix.exactRank(atMost: limit)
    let classes = sizes.contains(0) ? nil : ClassStatistics(matrix, sizes: sizes)
    let meansRank = classes.map { $0.means.exactRank(atMost: rank) }
    let identity = sizes.indices.map { i in sizes.indices.map { Integer($0 == i ? 1 : 0) } }
    return Features(
      name: name, width: matrix.rows, exactRank: rank,
      singularValues: SingularValues(of: matrix, rank: rank), classes: classes,
      meansRank: meansRank,
      meansSingularValues: classes.flatMap { classes in
        meansRank.flatMap { SingularValues(of: classes.means, rank: $0) }
      },
      toCollapse: classes.flatMap { GramDistance(GramDistance.gram($0.means), to: identity) },
      toTriangular: nil)
  }

  /// The reports with how far σ's layers are from the strongly regular solution.
  private static func compared(
    _ reports: [Features], _ active: [(place: Int, gram: [[Integer]])], classes: Int
  ) -> [Features] {
    guard classes <= Self.shapeLimit, let shape = TriangularShape(classes: classes),
      let last = active.last
    else { return reports }
    let places = ClassOrder.nearest(
      to: shape, middle: active.dropLast().map(\.gram), last: last.gram)
    var reports = reports
    for layer in active {
      let reference = layer.place == last.place ? shape.last : shape.middle
      reports[layer.place].isCompared = true
      reports[layer.place].toTriangular = GramDistance(
        layer.gram, to: shape.arranged(reference, places))
    }
    return reports
  }

  /// The most classes for which an order is looked for.
  private static let shapeLimit = 120
}
