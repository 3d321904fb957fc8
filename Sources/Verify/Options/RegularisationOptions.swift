import ArgumentParser
import Losses
import Rational
import Statements

/// The options that give one problem its regularisation.
struct RegularisationOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The weight decay of all that have none of their own below.", valueName: "rational"))
  var lambda: [String] = []

  @Option(
    name: .customLong("lambda-H"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The weight decay of H_1.", valueName: "rational"))
  var featureDecay: [String] = []

  @Option(
    name: .customLong("lambda-W"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The weight decay of every W_l, or one for each of W_1, …, W_L.", valueName: "rationals"))
  var weightDecays: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Samples of each class (default: 1).", valueName: "number"))
  var n: [String] = []

  /// Whether a regularisation was given.
  var isGiven: Bool { !lambda.isEmpty || !featureDecay.isEmpty || !weightDecays.isEmpty }

  /// - Throws: `ValidationError` when no regularisation was given.
  func require(example: String) throws {
    guard !isGiven else { return }
    throw ValidationError(
      "--lambda: the regularisation is missing; expected e.g. --lambda \(example), or --lambda-H "
        + "and --lambda-W")
  }

  mutating func validate() throws {
    if lambda.isEmpty, featureDecay.isEmpty != weightDecays.isEmpty {
      throw ValidationError(
        featureDecay.isEmpty
          ? "--lambda-W: the weight decay of H_1 is missing; expected --lambda-H or --lambda as well"
          : "--lambda-H: the weight decay of the W_l is missing; expected --lambda-W or --lambda as well"
      )
    }
    if !lambda.isEmpty, !featureDecay.isEmpty, !weightDecays.isEmpty {
      throw ValidationError("--lambda: --lambda-H and --lambda-W leave nothing for it")
    }
    if !n.isEmpty, !isGiven {
      throw ValidationError("--n: matters only with --lambda, or --lambda-H and --lambda-W")
    }
  }

  /// The regularisation for that many layers.
  ///
  /// - Throws: `ValidationError` for a number that is malformed or not positive, and for a list of
  ///   another length.
  func value(layers: Int) throws -> Regularisation {
    let count = n.joinedValues ?? "1"
    let samples = try Self.positive("--n", count)
    guard samples.isInteger else {
      throw ValidationError("--n \(count): expected a positive integer")
    }
    let common = try lambda.joinedValues.map { try Self.positive("--lambda", $0) }
    let features =
      try featureDecay.joinedValues.map { try Self.positive("--lambda-H", $0) } ?? common
    var decays =
      try weightDecays.joinedValues.map { text in
        try text.split(separator: ",", omittingEmptySubsequences: false)
          .map { try Self.positive("--lambda-W", String($0)) }
      } ?? common.map { [$0] } ?? []
    if decays.count == 1 { decays = Array(repeating: decays[0], count: layers) }
    guard decays.count == layers else {
      throw ValidationError(
        "--lambda-W: \(decays.count) values for L = \(layers) layers; expected one, or one for each"
      )
    }
    guard let features else {
      throw ValidationError("--lambda-H: the weight decay of H_1 is missing")
    }
    return Regularisation(samples: samples, features: features, weights: decays)
  }

  private static func positive(_ option: String, _ text: String) throws -> Rational {
    guard let value = Rational(text) else {
      if let fault = Domain.exponentFault(of: text) {
        throw ValidationError("\(option) \(text): \(fault)")
      }
      throw ValidationError(
        "\(option) \(text): not a rational number; expected e.g. 1/250, 0.004 or 4e-3")
    }
    guard value.sign > 0 else {
      throw ValidationError("\(option) \(text): expected a positive number")
    }
    guard value.bitsAtMost <= Domain.numberLimit else {
      throw ValidationError(
        "\(option) \(text): a number of \(value.bitsAtMost) bits; "
          + "the limit is \(Domain.numberLimit)")
    }
    return value
  }
}
