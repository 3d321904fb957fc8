import ArgumentParser
import Certificates
import Losses
import Rational
import Weights

/// Weights from files: what they are, their loss where the objective has a meaning, and their shape.
extension CertifyCommand {
  func judgeWeights(_ contents: [[UInt8]], _ answer: inout Answer) throws {
    let network = try readWeights(contents)
    let layers = try feasibleLayers(network)
    var notes = network.notes + network.orderSuspicion(layers[layers.count - 1])
    if regularisation.isGiven, let least = network.weights.dropLast().map(\.rows).min(),
      least < network.classes
    {
      notes.append(
        "A layer has width \(least), below K = \(network.classes), where DNC has no room: its loss is "
          + "that of wider networks.")
    }
    if !notes.isEmpty {
      answer.sections.append(.paragraph(notes))
      answer.members["notes"] = .array(notes.map { .string($0) })
    }
    guard Set(network.classSizes).count == 1 else {
      return try writeUnequal(network, layers, &answer)
    }
    let point = try point(network)
    if regularisation.isGiven {
      return try write(point, network, layers, given: nil, to: &answer)
    }
    try writeMeasures(network, layers, &answer)
    let shape = try writeShape(network, layers, to: &answer)
    if let path = certificate { write(shape, to: path, &answer) }
  }

  private func readWeights(_ contents: [[UInt8]]) throws -> WeightFile {
    let reading = try weights.reading()
    let memory = try MemorySize.bytes(weights.memory)
    var arrays: [WeightArray] = []
    var room = memory
    for (path, bytes) in zip(files, contents) {
      do {
        arrays += try WeightFile.arrays(
          bytes, name: WeightOptions.fileName(path), memory: room)
      } catch {
        throw FileError(path, error)
      }
      room -= bytes.count
    }
    do {
      return try WeightFile(arrays: arrays, reading: reading)
    } catch {
      // What options name is no place of a file.
      if error.place.hasPrefix("--") { throw ValidationError("\(error)") }
      if let path = weights.labels, error.place == reading.labels?.name {
        throw FileError(
          description: "\(path): expected \(error.expected), found \(error.found)")
      }
      throw FileError(files.joined(separator: ", "), error)
    }
  }

  /// The layers, when computing them does not take too long.
  private func feasibleLayers(_ network: WeightFile) throws -> [PointMatrix] {
    let (features, weights) = network.withConstantFeature
    try requireFeasible(features, weights)
    return features.preactivations(weights)
  }

  /// The point of objective (1) that a network is.
  private func point(_ network: WeightFile) throws -> NetworkPoint {
    // A shape needs no regularisation, and nothing is said of this one then.
    let value =
      regularisation.isGiven ? try regularisation.value(layers: network.weights.count) : nil
    let columns = network.classSizes[0]
    let samples =
      regularisation.n.isEmpty
      ? columns : value.flatMap { Int(exactly: $0.samples.numerator) } ?? .max
    guard columns == 1 || columns == samples else {
      throw ValidationError(
        "--n \(samples): H1 has \(columns) columns for each of the \(network.classes) classes; "
          + "expected \(columns), or one column for each class")
    }
    let (features, weights) = network.withConstantFeature
    let point = NetworkPoint(
      classes: network.classes, samples: samples, columnsPerClass: columns,
      featureDecay: value?.features ?? 1,
      weightDecays: value?.weights ?? weights.map { _ in 1 },
      features: features, weights: weights)
    do {
      try point.validate()
    } catch {
      throw FileError(description: "\(files[0]): \(error)")
    }
    return point
  }

  /// A network whose classes have different numbers of columns, which is no point of objective (1).
  private func writeUnequal(
    _ network: WeightFile, _ layers: [PointMatrix], _ answer: inout Answer
  ) throws {
    guard regularisation.n.isEmpty else {
      throw ValidationError(
        "--n: the classes have different numbers of columns, \(network.sizesText)")
    }
    answer.add(
      "K = \(network.classes) classes of different sizes: \(network.sizesText).",
      "Objective (1) has the same number of samples in each class, and so have DNC and SRG:",
      "nothing is compared with them. What is defined without that is given.")
    answer.members["class_sizes"] = .array(network.classSizes.map(JSON.integer))
    let (features, weights) = network.withConstantFeature
    let count = Rational(features.columns)
    let fit = network.squaredError(of: layers[layers.count - 1]) / (2 * count)
    if regularisation.isGiven {
      let value = try regularisation.value(layers: weights.count)
      func term(_ decay: Rational, _ matrix: PointMatrix) -> Rational {
        decay * matrix.squaredNorm / 2
      }
      let terms = TermsText(
        fit: fit, weights: zip(value.weights, weights).map { term($0, $1) },
        features: term(value.features, features), digits: digits)
      terms.write(to: &answer)
      let sum = terms.weights.reduce(fit + terms.features, +)
      answer.add(
        "Their sum, with N = \(features.columns) samples in all: "
          + CertifiedNumber(exactly: sum).shown(digits: digits))
      answer.members["sum"] = .string("\(sum)")
      writeBiases(network, value, samples: features.columns, &answer)
    } else {
      answer.add("1/(2N) ‖W_L H_L - Y‖² = \(CertifiedNumber(exactly: fit).shown(digits: digits))")
    }
    answer.members["fit"] = .string("\(fit)")
    try writeMeasures(network, layers, &answer)
    if let path = certificate { refuse(path, &answer) }
  }

  /// Ranks, singular values and variability.
  func writeMeasures(
    _ network: WeightFile, _ layers: [PointMatrix], _ answer: inout Answer
  ) throws {
    let report = NetworkReport(
      features: network.features, weights: network.weights,
      biased: network.biases.map { $0 != nil },
      layers: network.withoutConstantFeature(layers), sizes: network.classSizes)
    NetworkText(report: report, threshold: try weights.value, isVerbose: verbose)
      .write(to: &answer)
  }

  /// The shape of a network, with one column for each class.
  func writeShape(
    _ network: WeightFile, _ layers: [PointMatrix], to answer: inout Answer
  ) throws -> JudgedShape? {
    let (all, weights) = network.withConstantFeature
    var features = all
    if network.classSizes[0] > 1 {
      features = network.withConstantFeature(
        columns: network.bestColumns(of: layers[layers.count - 1]))
      answer.add(
        "A shape has one column for each class: of each class the one whose output is nearest to its label."
      )
    }
    let shape = Shape(features: features, weights: Array(weights.dropLast()))
    do {
      try shape.validate()
    } catch {
      answer.add("The shape was not looked at: \(error)")
      return nil
    }
    let judged = JudgedShape(finding: shape)
    ShapeText(judged: judged, shape: shape).write(to: &answer)
    return judged
  }

  /// - Throws: When the products of one pass through the layers would take too long, or the layers too much
  ///   memory.
  func requireFeasible(_ features: PointMatrix, _ weights: [PointMatrix]) throws {
    let work =
      weights.reduce(0.0) { $0 + Double($1.numerators.count) } * Double(features.columns)
    guard work <= Double(Self.workLimit) else {
      throw FileError(
        description: "\(files[0]): \(Int(work)) products; at most \(Self.workLimit) are computed",
        status: .limit)
    }
    // Each layer multiplies the denominators.
    let bits = ([features] + weights).reduce(0) { sum, matrix in
      sum + matrix.denominator.bitLength + matrix.numerators.reduce(0) { max($0, $1.bitLength) }
    }
    guard work * Double(bits / 64 + 1) <= Self.wordLimit else {
      throw FileError(
        description: "\(files[0]): \(Int(work)) products of numbers of up to \(bits) bits; at most "
          + "\(Int(Self.wordLimit)) words are computed", status: .limit)
    }
    // Each number of a layer before σ and after it, in a place of its own.
    let numbers = Double(features.columns) * Double(weights.reduce(0) { $0 + 2 * $1.rows })
    let memory = numbers * Double(64 + bits / 8)
    guard memory <= Double(try MemorySize.bytes(self.weights.memory)) else {
      throw FileError(
        description:
          "\(files[0]): the layers would take about \(Int(memory / 1e6) + 1) MB; --memory is "
          + self.weights.memory, status: .limit)
    }
  }

  /// The most products of one pass through the layers: about a minute.
  private static let workLimit = 200_000_000
  /// The most words of all of them: long fractions take longer.
  private static let wordLimit = 4_000_000_000.0
}

extension WeightFile {
  /// `3, 0, 2`
  fileprivate var sizesText: String {
    classSizes.prefix(40).map(String.init).joined(separator: ", ")
      + (classSizes.count > 40 ? ", …" : "")
  }

  /// A point of the objective as a network without labels.
  init(of point: NetworkPoint) {
    self.init(
      features: point.features, weights: point.weights, classes: point.classes)
  }
}
