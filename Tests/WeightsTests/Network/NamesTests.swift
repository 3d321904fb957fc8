import Certificates
import Rational
import Testing

@testable import Weights

/// Names, orders, transposed matrices, labels and biases, as people have them.
@Suite struct NamesTests {
  /// Numbers that tell places apart: 1, 2, 3, … row after row.
  private func array(_ name: String, _ shape: Int..., from first: Int = 1) -> WeightArray {
    let count = shape.reduce(1, *)
    return WeightArray(
      name: name, shape: shape, entries: (0..<count).map { Rational(first + $0) }, isWhole: true)
  }

  private func vector(_ name: String, _ values: [Int], isWhole: Bool = true) -> WeightArray {
    WeightArray(
      name: name, shape: [values.count], entries: values.map { Rational($0) }, isWhole: isWhole)
  }

  private func file(
    _ arrays: [WeightArray], names: String? = nil, _ transposition: Transposition = .byShape
  ) throws -> WeightFile {
    var reading = WeightFile.Reading()
    if let names { reading.names = try LayerNames(names) }
    reading.transposition = transposition
    return try WeightFile(arrays: arrays, reading: reading)
  }

  private func shapes(_ file: WeightFile) -> [[Int]] {
    ([file.features] + file.weights).map { [$0.rows, $0.columns] }
  }

  @Test func `numbers in names order the layers, whatever the file does`() throws {
    let found = try file([
      array("net.10.weight", 4, 4), array("net.12.weight", 3, 4), array("net.8.weight", 4, 5),
      array("H", 5, 6),
    ])
    #expect(shapes(found) == [[5, 6], [4, 5], [4, 4], [3, 4]])
    #expect(
      found.notes.first
        == "H_1 = H, W_1 = net.8.weight, W_2 = net.10.weight, W_3 = net.12.weight")
  }

  @Test func `without numbers the file orders them, and where it does not the shapes do`() throws {
    let inOrder = try file([array("features", 5, 6), array("z", 4, 5), array("a", 3, 4)])
    #expect(shapes(inOrder) == [[5, 6], [4, 5], [3, 4]])
    let sorted = try file([array("a", 3, 4), array("features", 5, 6), array("z", 4, 5)])
    #expect(sorted.features == inOrder.features && sorted.weights == inOrder.weights)
    // Also with the features the other way round, and a third matrix.
    let three = try file([
      array("decoder", 3, 7), array("encoder", 4, 5), array("features", 6, 5),
      array("middle", 7, 4),
    ])
    #expect(shapes(three) == [[5, 6], [4, 5], [7, 4], [3, 7]])
  }

  @Test func `an order that nothing says is told as a guess`() throws {
    let line = "The names do not say the order of the weights: "
    func isGuess(_ arrays: [WeightArray], names: String? = nil) throws -> Bool {
      try file(arrays, names: names).notes.contains { $0.hasPrefix(line) }
    }
    let squares = [array("z", 4, 4), array("a", 4, 4), array("out", 3, 4)]
    #expect(try isGuess([array("features", 4, 6)] + squares))
    #expect(
      try !isGuess([array("features", 4, 6)] + squares, names: "H1=features,W1=z,W2=a,W3=out"))
    // Numbers say it, and so do shapes that fit in one order alone.
    #expect(
      try !isGuess([array("H", 4, 6), array("l.1", 4, 4), array("l.2", 4, 4), array("l.3", 3, 4)]))
    #expect(try !isGuess([array("features", 5, 6), array("z", 4, 5), array("a", 3, 4)]))
  }

  @Test func `labels without a zero are told to be counted from zero`() throws {
    let weights = [array("W1", 4, 5), array("W2", 3, 4), array("H1", 5, 6)]
    func note(_ labels: [Int]) throws -> String? {
      try file(weights + [vector("labels", labels)]).notes.last
    }
    #expect(
      try note([1, 1, 2, 2, 1, 2])
        == "labels: labels from 1 to 2, counted from 0: there is no 0; the columns of H_1 are put in "
        + "their order")
    #expect(
      try note([1, 1, 2, 2, 3, 3]) == "labels: labels from 1 to 3, in the order of the columns")
    #expect(try note([0, 0, 1, 1, 2, 2]) == "labels: labels, in the order of the columns")
    let ones = WeightArray(
      name: "labels", shape: [3, 6],
      entries: [0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1], isWhole: true)
    #expect(
      try file(weights + [ones]).notes.last == "labels: labels, in the order of the columns")
  }

  @Test func `what fits only the other way round is transposed, and said`() throws {
    let found = try file([
      array("params.Dense_0.kernel", 5, 4), array("params.Dense_1.kernel", 4, 4),
      array("params.Dense_2.kernel", 4, 3), array("features", 6, 5),
    ])
    #expect(shapes(found) == [[5, 6], [4, 5], [4, 4], [3, 4]])
    // The square one as the others: entry (0, 1) stood at (1, 0).
    #expect(found.weights[1][0, 1] == 5)
    #expect(found.features[0, 1] == 6)
    #expect(found.notes[0].contains("H_1 = featuresᵀ, W_1 = params.Dense_0.kernelᵀ"))
    #expect(found.notes[1].hasPrefix("ᵀ: transposed"))
    // With the names of the format as well.
    let plain = try file([array("H1", 6, 5), array("W1", 4, 5), array("W2", 3, 4)])
    #expect(shapes(plain) == [[5, 6], [4, 5], [3, 4]])
    #expect(plain.notes[0] == "H_1 = H1ᵀ, W_1 = W1, W_2 = W2")
  }

  @Test func `square matrices stand as they are, which is said, unless they are kernels`() throws {
    let arrays = [array("H", 3, 6), array("fc1.weight", 3, 3), array("fc2.weight", 3, 3)]
    let found = try file(arrays)
    #expect(found.weights[0][0, 1] == 2)
    #expect(
      found.notes[1].hasPrefix("fc1.weight, fc2.weight: the shapes do not say which way round"))
    let turned = try file(arrays, .only(["fc1.weight"]))
    #expect(turned.weights[0][0, 1] == 4 && turned.weights[1][0, 1] == 2)
    #expect(turned.notes == ["H_1 = H, W_1 = fc1.weightᵀ, W_2 = fc2.weight"])
    let kernels = try file([array("H", 3, 6), array("a.kernel", 3, 3), array("b.kernel", 3, 3)])
    #expect(kernels.weights[0][0, 1] == 4)
    #expect(kernels.notes[1].hasPrefix("The names do not say the order"))
    #expect(kernels.notes[2].contains("kernels are in × out"))
    #expect(throws: WeightsError.self) { try file(arrays, .only(["fc3.weight"])) }
    #expect(throws: WeightsError.self) { try file(arrays, .all) }
  }

  @Test func `names that somebody says go before all others`() throws {
    let arrays = [
      array("H1", 5, 6), array("W1", 4, 5), array("W2", 3, 4), array("x", 5, 6, from: 7),
      array("y.weight", 4, 5, from: 9),
    ]
    #expect(throws: WeightsError.self) { try file(arrays) }
    let found = try file(arrays, names: "H1=x,W1=y.weight,W2=W2")
    #expect(found.features[0, 0] == 7 && found.weights[0][0, 0] == 9)
    #expect(found.notes.contains("W1: not used") && found.notes.contains("H1: not used"))
    for wrong in ["H1=none", "W1=W1,W3=W2", "q=x", "W1", "W1=a,W1=b", "W0=x", "b9=x,W1=W1,W2=W2"] {
      #expect(throws: WeightsError.self) { try file(arrays, names: wrong) }
    }
  }

  @Test func `which matrix the features are has to be plain`() throws {
    // The only one with that many columns.
    let found = try file([array("p", 5, 6), array("q", 4, 5), array("r", 3, 4)])
    #expect(shapes(found) == [[5, 6], [4, 5], [3, 4]])
    let error = #expect(throws: WeightsError.self) {
      try file([array("p", 3, 3), array("q", 3, 3), array("r", 3, 3)])
    }
    #expect(error?.description.contains("--names H1=") == true)
  }

  @Test func `H1 goes before H, wherever they stand`() throws {
    let (first, other) = (array("H1", 4, 4), array("H", 4, 4, from: 101))
    let weights = [array("W1", 4, 4), array("W2", 4, 4)]
    for arrays in [[first, other] + weights, weights + [other, first]] {
      let found = try file(arrays)
      #expect(found.features[0, 0] == 1)
      #expect(found.notes == ["H: not used"])
      let said = try file(arrays, names: "H1=H")
      #expect(said.features[0, 0] == 101 && said.weights.count == 2)
    }
    // Neither of two other names goes before the other.
    let error = #expect(throws: WeightsError.self) {
      try file([array("H", 4, 4), array("features", 4, 4)] + weights)
    }
    #expect(error?.description.contains("H 4×4, features 4×4") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `many matrices that do not fit are refused at once`() throws {
    // Eleven squares can be put in eleven factorial orders, and the twelfth fits after none.
    let squares = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].map {
      array("m\($0)", 5, 5)
    }
    let error = #expect(throws: WeightsError.self) {
      try file([array("H", 5, 10), array("odd", 7, 9)] + squares)
    }
    #expect(error?.description.contains("odd 7×9") == true)
    let many = (0..<900).map { array("x\($0)", 2, 3) }
    #expect(throws: WeightsError.self) { try file(many) }
  }

  // MARK: Labels

  private let matrices = ["W1", "W2"]

  private func labelled(_ labels: WeightArray) throws -> WeightFile {
    try file([array("H1", 1, 4), array("W1", 3, 1), array("W2", 2, 3), labels])
  }

  @Test func `labels from 0 or 1, as numbers or ones, sort the columns`() throws {
    let ones = WeightArray(
      name: "onehot", shape: [2, 4], entries: [0, 1, 0, 1, 1, 0, 1, 0], isWhole: false)
    for labels in [
      vector("labels", [1, 0, 1, 0]), vector("y", [2, 1, 2, 1]),
      vector("y", [1, 0, 1, 0], isWhole: false), vector("anything", [1, 0, 1, 0]), ones,
    ] {
      let found = try labelled(labels)
      #expect((0..<4).map { found.features[0, $0] } == [2, 4, 1, 3])
      #expect(found.hasLabels && found.classSizes == [2, 2])
    }
    // A whole array of another name that is none of labels is not used.
    let other = try labelled(vector("steps", [1, 0, 9, 0]))
    #expect(!other.hasLabels && other.notes == ["steps: not used"])
  }

  @Test func `classes of different sizes, and one without columns`() throws {
    let found = try labelled(vector("labels", [1, 0, 1, 1]))
    #expect(found.classSizes == [1, 3])
    #expect(try labelled(vector("labels", [0, 0, 0, 0])).classSizes == [4, 0])
    // Five columns need labels when there are two classes.
    let five = [array("H1", 1, 5), array("W1", 3, 1), array("W2", 2, 3)]
    #expect(throws: WeightsError.self) { try file(five) }
    #expect(try file(five + [vector("labels", [1, 0, 1, 1, 0])]).classSizes == [2, 3])
  }

  @Test(arguments: [[0, 1, 2, 1], [-1, 0, 1, 0], [0, 1, 0], [0, 1, 3, 1]])
  func `labels that are none are refused`(_ values: [Int]) {
    #expect(throws: WeightsError.self) { try labelled(vector("labels", values)) }
  }

  @Test func `a wrong number of labels is told as that`() {
    let arrays = [array("H1", 3, 6), array("W1", 3, 3), array("W2", 3, 3)]
    for values in [[], [0, 1, 2, 0], [0, 1, 2, 0, 1, 2, 0]] {
      let error = #expect(throws: WeightsError.self) {
        try file(arrays + [vector("labels", values)])
      }
      #expect(error?.description == "labels: expected 6 labels, found \(values.count)")
    }
    // Where the shapes do not follow one another either, that is told.
    let error = #expect(throws: WeightsError.self) {
      try file([arrays[0], array("W1", 3, 5), arrays[2], vector("labels", [0])])
    }
    #expect(error?.description == "W1: expected 3 columns, the rows of H1, found 5")
  }

  @Test func `labels in a file of their own`() throws {
    for text in [
      "1\n0\n1\n0\n", "1, 0, 1, 0", "[1, 0, 1, 0]", "{\"labels\": [1, 0, 1, 0]}", "2 1;2 1",
    ] {
      var reading = WeightFile.Reading()
      reading.labels = try WeightFile.labels(Array(text.utf8), name: "y")
      let found = try WeightFile(
        arrays: [array("H1", 1, 4), array("W1", 3, 1), array("W2", 2, 3)], reading: reading)
      #expect((0..<4).map { found.features[0, $0] } == [2, 4, 1, 3])
    }
    let error = #expect(throws: WeightsError.self) {
      try WeightFile.labels(Array("1\n0\nx\n".utf8), name: "y")
    }
    #expect(error?.description == "3: expected whole numbers, found \"x\"")
  }

  @Test func `columns that look interleaved are told`() throws {
    let identity = WeightArray(
      name: "W1", shape: [2, 2], entries: [1, 0, 0, 1], isWhole: true)
    func suspicion(_ columns: [Int], labels: [Int]? = nil) throws -> [String] {
      let rows = (0..<2).flatMap { k in columns.map { Rational($0 == k ? 1 : 0) } }
      let features = WeightArray(
        name: "H1", shape: [2, columns.count], entries: rows, isWhole: true)
      let last = WeightArray(name: "W2", shape: [2, 2], entries: identity.entries, isWhole: true)
      let found = try file([features, identity, last] + (labels.map { [vector("y", $0)] } ?? []))
      return found.orderSuspicion(try #require(found.preactivations().last))
    }
    #expect(try suspicion([0, 0, 0, 1, 1, 1]).isEmpty)
    #expect(try suspicion([0, 1, 0, 1, 0, 1]).first?.contains("interleaved: in 6 of 6") == true)
    #expect(try suspicion([1, 1, 1, 0, 0, 0]).first?.contains("another order: in 0 of 6") == true)
    #expect(try suspicion([0, 1, 0, 1, 0, 1], labels: [0, 1, 0, 1, 0, 1]).isEmpty)
  }

  // MARK: Biases

  @Test func `biases belong to the weights of their name`() throws {
    let weights = [array("fc1.weight", 2, 1), array("fc2.weight", 2, 2), array("H", 1, 2)]
    let found = try file(weights + [vector("fc2.bias", [3, -1]), vector("fc1.bias", [0, 0])])
    #expect(found.biases[0] == nil)
    #expect(found.biases[1]?.numerators == [3, -1])
    #expect(found.biasedLayers == 2)
    // H = (1 2), W_1 = (1 2)ᵀ, W_2 = [1 2; 3 4]: W_2 σ(W_1 H) = [5 10; 11 22], and then the bias.
    let layers = found.preactivations()
    #expect(layers[1].numerators == [8, 13, 10, 21])
    #expect(found.withoutConstantFeature(layers)[0].rows == 2)
    #expect(found.withConstantFeature.features.numerators == [1, 2, 1, 1])
    #expect(throws: WeightsError.self) { try file(weights + [vector("fc1.bias", [1, 2, 3])]) }
    #expect(throws: WeightsError.self) { try file(weights + [vector("bias", [1, 2])]) }
    let said = try file(weights + [vector("bias", [1, 2])], names: "b1=bias")
    #expect(said.biases[0]?.numerators == [1, 2])
    // Wherever zeros belong they do not matter.
    #expect(try file(weights + [vector("bias", [0, 0])]).biasedLayers == 0)
  }

  @Test(arguments: [
    ("bias1", "bias2"), ("Bias1", "Bias2"), ("biases.0", "biases.1"), ("biases1", "biases2"),
    ("BIAS_1", "BIAS_2"), ("intercept1", "intercept2"), ("intercepts.0", "intercepts.1"),
    ("net.b1", "net.b2"),
  ])
  func `biases have several names`(_ first: String, _ second: String) throws {
    let weights = [array("H1", 1, 2), array("W1", 2, 1), array("W2", 2, 2)]
    let found = try file(weights + [vector(second, [3, 4]), vector(first, [1, 2])])
    #expect(found.biases.map { $0?.numerators } == [[1, 2], [3, 4]])
  }

  @Test func `a single bias belongs to the weights of its number`() throws {
    let weights = [array("H1", 1, 2), array("W1", 2, 1), array("W2", 2, 2)]
    #expect(
      try file(weights + [vector("bias2", [1, 2])]).biases.map { $0 != nil } == [false, true])
    let fromZero = [array("H", 1, 2), array("fc0", 2, 1), array("fc1", 2, 2)]
    #expect(
      try file(fromZero + [vector("biases.1", [1, 2])]).biases.map { $0 != nil } == [false, true])
    for biases in [["bias7"], ["W1.bias", "bias1"]] {
      #expect(throws: WeightsError.self, "\(biases)") {
        try file(weights + biases.map { vector($0, [1, 2]) })
      }
    }
  }

  @Test(arguments: ["c1", "beta1", "fc1.offset"])
  func `a vector that may be a bias is not left out in silence`(_ name: String) throws {
    let weights = [array("H1", 1, 4), array("W1", 3, 1), array("W2", 2, 3)]
    let error = #expect(throws: WeightsError.self) {
      try file(weights + [vector(name, [0, 1, 0])])
    }
    #expect(error?.place == name)
    #expect(error?.description.contains("--names b1=\(name)") == true)
    #expect(
      try file(weights + [vector(name, [0, 1, 0])], names: "b1=\(name)").biases[0]?.numerators
        == [0, 1, 0])
    // Zeros, another length, and what somebody leaves out do not matter.
    for (values, names) in [
      ([0, 0, 0], nil), ([1, 1, 1, 1, 1], nil), ([0, 1, 0], "H1=H1,W1=W1,W2=W2"),
    ] {
      let found = try file(weights + [vector(name, values)], names: names)
      #expect(found.notes.contains("\(name): not used"))
    }
  }

  /// What spectral_norm and weight_norm of PyTorch leave in a state dictionary.
  @Test(arguments: [
    ["fc1.weight_orig", "fc1.weight_u", "fc1.weight_v"], ["fc1.weight_g", "fc1.weight_v"],
    [
      "fc1.parametrizations.weight.original", "fc1.parametrizations.weight.0._u",
      "fc1.parametrizations.weight.0._v",
    ],
    ["fc1.parametrizations.weight.original0", "fc1.parametrizations.weight.original1"],
  ])
  func `weights before a normalisation are refused`(_ names: [String]) throws {
    let matrices = [array("H", 2, 2), array("fc2.weight", 2, 2)]
    let parts = names.map { name in
      name.hasSuffix("_u") || name.hasSuffix("_v") && names.count == 3
        ? vector(name, [1, 0]) : array(name, 2, name == "fc1.weight_g" ? 1 : 2)
    }
    let error = #expect(throws: WeightsError.self) { try file(matrices + parts) }
    #expect(error?.description.contains("normalised before they are used") == true)
  }

  @Test func `a normalisation is no network of weights`() {
    let weights = [array("fc1.weight", 2, 1), array("fc2.weight", 2, 2), array("H", 1, 2)]
    for name in ["bn.weight", "bn.running_mean", "norm.scale"] {
      #expect(throws: WeightsError.self) { try file(weights + [vector(name, [1, 1])]) }
    }
    #expect(throws: Never.self) {
      try file(
        weights + [vector("bn.weight", [1, 1])], names: "H1=H,W1=fc1.weight,W2=fc2.weight")
    }
  }
}
