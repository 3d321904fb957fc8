import Certificates
import Rational

extension WeightFile {
  /// W_1 H_1, W_2 σ(W_1 H_1), …: what each layer computes, before σ; with the constant feature.
  ///
  /// - Complexity: One integer product for each weight and column.
  public func preactivations() -> [PointMatrix] {
    let (features, weights) = withConstantFeature
    return features.preactivations(weights)
  }

  /// Those of the network as it is, without the constant feature, of what `preactivations` gives.
  public func withoutConstantFeature(_ layers: [PointMatrix]) -> [PointMatrix] {
    layers.enumerated().map { index, layer in
      index < biasedLayers - 1 ? layer.withoutLastRow() : layer
    }
  }

  /// ‖output - Y‖², Y with a one for each column in the row of its class.
  ///
  /// - Parameter output: The last of the layers.
  public func squaredError(of output: PointMatrix) -> Rational {
    var sum = Integer(0)
    var start = 0
    for (label, size) in classSizes.enumerated() {
      for column in start..<(start + size) { sum += error(of: output, column, label) }
      start += size
    }
    return Rational(sum, output.denominator * output.denominator)
  }

  /// The one column of each class for which the output is nearest to its label: given the weights, a mean
  /// over columns is no less than with these alone.
  ///
  /// - Precondition: No class is empty.
  public func bestColumns(of output: PointMatrix) -> [Int] {
    var start = 0
    return classSizes.enumerated().map { label, size in
      defer { start += size }
      let errors = (start..<(start + size)).map { error(of: output, $0, label) }
      return start + (errors.indices.min { errors[$0] < errors[$1] } ?? 0)
    }
  }

  /// What is to be said where the columns have no labels and the outputs speak of another order than the one
  /// they are taken to be in; empty where they do not.
  ///
  /// - Parameter output: The last of the layers.
  public func orderSuspicion(_ output: PointMatrix) -> [String] {
    let (classes, samples) = (self.classes, output.columns)
    guard !hasLabels, samples > classes, classes > 1 else { return [] }
    let said = (0..<samples).map { column in
      (0..<classes).max {
        output.numerators[$0 * samples + column] < output.numerators[$1 * samples + column]
      } ?? 0
    }
    let size = samples / classes
    // With random outputs an order is met by chance; what is meant is met with less than half the error.
    func error(_ label: (Int) -> Int) -> Integer {
      (0..<samples).reduce(Integer(0)) { $0 + self.error(of: output, $1, label($1)) }
    }
    let own = error { $0 / size }
    let inOrder = said.indices.count { said[$0] == $0 / size }
    let interleaved = said.indices.count { said[$0] == $0 % classes }
    if 10 * interleaved >= 9 * samples, error({ $0 % classes }) * 2 < own {
      return [
        "The columns look interleaved: in \(interleaved) of \(samples) the largest output is that of the "
          + "column's number modulo \(classes)."
      ] + Self.advice
    }
    let counts = said.reduce(into: Array(repeating: 0, count: classes)) { $0[$1] += 1 }
    if 4 * inOrder <= 3 * samples, Set(counts) == [size], error({ said[$0] }) * 2 < own {
      return [
        "The columns look as if they were in another order: in \(inOrder) of \(samples) the largest output is "
          + "that of their class."
      ] + Self.advice
    }
    return []
  }

  private static let advice = [
    "Without labels they are taken class after class, and the loss is about that order;",
    "an array of labels, or --labels FILE, says another one.",
  ]

  /// What the output of a column is off its label, squared, times the square of the denominator.
  private func error(of output: PointMatrix, _ column: Int, _ label: Int) -> Integer {
    (0..<output.rows).reduce(Integer(0)) { sum, row in
      let value = output.numerators[row * output.columns + column]
      let rest = row == label ? value - output.denominator : value
      return sum + rest * rest
    }
  }

  /// H_1 with some of its columns, with the constant feature.
  public func withConstantFeature(columns: [Int]) -> PointMatrix {
    withConstantFeature.features.columns(columns)
  }
}
