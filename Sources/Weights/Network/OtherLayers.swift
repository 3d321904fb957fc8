/// What shows that a network has other parts than weights, biases and ReLUs: it is another function than is read.
///
/// Whoever names the weights has said what is meant, and nothing is refused.
enum OtherLayers {
  /// - Throws: For what a layer of normalisation has, and for weights that are normalised before they are used.
  static func refuseNormalisation(_ array: WeightArray) throws(WeightsError) {
    let words = array.words
    let last = words.last ?? ""
    let isLayer =
      words.suffix(2) == ["running", "mean"] || words.suffix(2) == ["running", "var"]
      || array.shape.count == 1 && ["weight", "scale", "gamma"].contains(last) && words.count > 1
    // torch.nn.utils.spectral_norm and weight_norm, and those of torch.nn.utils.parametrizations.
    let isOfWeights =
      words.dropLast().last == "weight" && ["orig", "u", "v", "g"].contains(last)
      || words.contains("parametrizations")
    guard isLayer || isOfWeights else { return }
    throw WeightsError(
      array.place, expected: "a network of weights, biases and ReLUs",
      found: isLayer
        ? "a part of a normalisation; --names H1=…,W1=… leaves it out"
        : "a part of weights that are normalised before they are used; save those that are used")
  }

  /// - Parameters:
  ///   - arrays: Those that are no part of the network.
  ///   - weights: W_1, …, W_L.
  /// - Throws: For a vector with a number for each unit of a layer, which may be a bias; zeros do not matter.
  static func refuseVectors(
    _ arrays: [WeightArray], _ weights: [Assignment.Placed]
  ) throws(WeightsError) {
    for array in arrays where !array.shape.isEmpty {
      guard let vector = array.vector, !vector.allSatisfy(\.isZero),
        let layer = weights.firstIndex(where: { $0.shape.rows == vector.count })
      else { continue }
      throw WeightsError(
        array.place,
        expected: "biases that are called so, such as b\(layer + 1) or bias\(layer + 1)",
        found: "\(vector.count) numbers, the rows of \(weights[layer].array.name); "
          + "--names b\(layer + 1)=\(array.name) takes them as a bias, --names H1=…,W1=…, with all weights, "
          + "leaves them out")
    }
  }
}
