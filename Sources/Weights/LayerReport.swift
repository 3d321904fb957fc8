import Certificates
import Rational

/// What one layer of features looks like, exactly.
public struct LayerReport: Hashable, Sendable {
  /// `H_1`, `W_1 H_1`, `W_2 H_2`, …
  public let name: String
  /// The length of a feature.
  public let width: Int
  /// The rank of the weights that give it; nil for H_1.
  public let weightRank: Int?
  /// The rank before σ.
  public let rank: Int
  /// The rank after σ; nil for H_1 and for the output, which σ does not follow.
  public let activeRank: Int?
  /// 1/N Σ ‖h - μ‖² with μ the mean of the feature's class: tr Σ_W, before σ.
  public let within: Rational
  /// 1/K Σ ‖μ - μ_G‖² with μ_G the mean of all: tr Σ_B, before σ.
  public let between: Rational

  /// The layers of a point, H_1 first, from what `NetworkPoint.preactivations` gives.
  public static func all(of point: NetworkPoint, _ layers: [PointMatrix]) -> [LayerReport] {
    var reports: [LayerReport] = []
    var rank = point.features.exactRank()
    func add(_ name: String, _ matrix: PointMatrix, _ weightRank: Int?, _ activeRank: Int?) {
      let (within, between) = variability(matrix, classes: point.classes)
      reports.append(
        LayerReport(
          name: name, width: matrix.rows, weightRank: weightRank, rank: rank,
          activeRank: activeRank, within: within, between: between))
    }
    add("H_1", point.features, nil, nil)
    for (index, matrix) in layers.enumerated() {
      let weightRank = point.weights[index].exactRank()
      rank = matrix.exactRank(atMost: min(rank, weightRank))
      let active = index == layers.count - 1 ? nil : matrix.positivePart.exactRank()
      add("W_\(index + 1) H_\(index + 1)", matrix, weightRank, active)
      rank = active ?? rank
    }
    return reports
  }

  /// tr Σ_W and tr Σ_B.
  static func variability(
    _ matrix: PointMatrix, classes: Int
  ) -> (within: Rational, between: Rational) {
    let samples = matrix.columns / classes
    // Over the denominator: Σ (h - μ)² = Σ h² - (Σ h)²/n in each class and row.
    var squares = Integer(0)
    var classSquares = Integer(0)
    var totalSquares = Integer(0)
    for row in 0..<matrix.rows {
      var total = Integer(0)
      for label in 0..<classes {
        var sum = Integer(0)
        for sample in 0..<samples {
          let value = matrix.numerators[row * matrix.columns + label * samples + sample]
          sum += value
          squares += value * value
        }
        classSquares += sum * sum
        total += sum
      }
      totalSquares += total * total
    }
    let scale = (matrix.denominator * matrix.denominator) * Integer(matrix.columns)
    let inner = Rational(classSquares, Integer(samples))
    return (
      (Rational(squares) - inner) / Rational(scale),
      (inner - Rational(totalSquares, Integer(matrix.columns))) / Rational(scale)
    )
  }
}
