import Certificates
import Rational

/// The biases among the arrays of a file.
struct Biases {
  /// One column for each layer; nil where there is none, or zeros alone.
  private(set) var columns: [PointMatrix?]

  /// - Parameters:
  ///   - arrays: Those that are neither features nor weights; biases are taken out.
  ///   - weights: W_1, …, W_L.
  ///   - notes: Is told which biases are zero and which are not.
  /// - Throws: For a bias whose layer is not known, or of another length.
  init(
    from arrays: inout [WeightArray], _ weights: [Assignment.Placed], _ names: LayerNames,
    notes: inout [String]
  ) throws(WeightsError) {
    columns = Array(repeating: nil, count: weights.count)
    let named = try Self.named(arrays, weights.count, names)
    let found = named ?? Self.matched(arrays.filter(\.isBias), weights)
    guard let found else {
      let biases = arrays.filter(\.isBias)
      // Zeros do not matter, wherever they belong.
      guard biases.contains(where: { !$0.entries.allSatisfy(\.isZero) }) else {
        for bias in biases { notes.append("\(bias.name): zero, and not used") }
        arrays.removeAll { $0.isBias }
        return
      }
      throw WeightsError(
        biases[0].place, expected: "a bias for each layer, called as its weights are",
        found: "\(biases.map(\.name).joined(separator: ", ")); --names b1=… says which is which")
    }
    for (layer, array) in found.sorted(by: { $0.key < $1.key }) {
      arrays.removeAll { $0.name == array.name }
      if array.entries.allSatisfy(\.isZero) {
        notes.append("\(array.name): zero, and not used")
        continue
      }
      let rows = weights[layer].shape.rows
      guard let entries = array.vector, entries.count == rows else {
        throw WeightsError(
          array.place, expected: "\(rows) numbers, the rows of \(weights[layer].array.name)",
          found: array.shapeText)
      }
      columns[layer] = PointMatrix(rows: rows, columns: 1, entries: entries)
      notes.append("\(array.name): b_\(layer + 1), which is not zero")
    }
  }

  private static func named(
    _ arrays: [WeightArray], _ layers: Int, _ names: LayerNames
  ) throws(WeightsError) -> [Int: WeightArray]? {
    var found: [Int: WeightArray] = [:]
    for part in names.parts.keys {
      guard case .bias(let number) = part else { continue }
      guard number <= layers else {
        throw WeightsError(
          "--names \(part)", expected: "b1 to b\(layers)", found: "no such layer")
      }
      found[number - 1] = try names.array(part, in: arrays)
    }
    return found.isEmpty ? nil : found
  }

  /// The layers by the names, `fc1.bias` beside `fc1.weight`, or b2 and bias_2 beside W2, or by their order when
  /// there is one for each.
  private static func matched(
    _ biases: [WeightArray], _ weights: [Assignment.Placed]
  ) -> [Int: WeightArray]? {
    func stem(_ name: String) -> Substring {
      name.lastIndex { "./_".contains($0) }.map { name[..<$0] } ?? ""
    }
    let stems = weights.map { stem($0.array.name) }
    let numbers = weights.map(\.array.lastNumber)
    var found: [Int: WeightArray] = [:]
    for bias in biases {
      let stem = stem(bias.name)
      let places = stem.isEmpty ? [] : stems.indices.filter { stems[$0] == stem }
      let sameNumber = bias.lastNumber.map { number in
        numbers.indices.filter { numbers[$0] == number }
      }
      let layer: Int?
      if places.count == 1 {
        layer = places[0]
      } else if let sameNumber, sameNumber.count == 1 {
        layer = sameNumber[0]
      } else {
        // Weights without numbers are counted from 1.
        let place = bias.lastNumber.map { $0 - 1 }
        layer =
          Set(numbers) == [nil] ? place.flatMap { weights.indices.contains($0) ? $0 : nil } : nil
      }
      guard let layer else { continue }
      guard found.updateValue(bias, forKey: layer) == nil else { return nil }
    }
    if found.count == biases.count { return found }
    guard biases.count == weights.count else { return nil }
    let sorted = biases.sorted { Assignment.naturallyPrecedes($0.name, $1.name) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0, $1) })
  }
}
