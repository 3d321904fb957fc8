import ArgumentParser
import Losses
import Rational
import Statements

/// The options that give one problem its regularisation.
struct RegularisationOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("One value for all weight decays, exact.", valueName: "rational"))
  var lambda: [String] = []

  @Option(
    name: .customLong("lambda-H"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The weight decay of H_1.", valueName: "rational"))
  var featureDecay: [String] = []

  @Option(
    name: .customLong("lambda-W"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The weight decays of W_1, …, W_L.", valueName: "rationals"))
  var weightDecays: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Samples of each class (default: 1).", valueName: "number"))
  var n: [String] = []

  /// Whether a regularisation was given.
  var isGiven: Bool { !lambda.isEmpty || !featureDecay.isEmpty }

  /// - Throws: `ValidationError` when no regularisation was given.
  func require(example: String) throws {
    guard !isGiven else { return }
    throw ValidationError(
      "--lambda: the regularisation is missing; expected e.g. --lambda \(example), or --lambda-H "
        + "and --lambda-W")
  }

  mutating func validate() throws {
    if !lambda.isEmpty, !featureDecay.isEmpty || !weightDecays.isEmpty {
      throw ValidationError(
        "--lambda: stands for all weight decays, so no --lambda-H or --lambda-W")
    }
    if featureDecay.isEmpty != weightDecays.isEmpty {
      throw ValidationError("--lambda-H and --lambda-W: expected both")
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
    if let lambda = lambda.joinedValues {
      return Regularisation(
        samples: samples, all: try Self.positive("--lambda", lambda), layers: layers)
    }
    let decays = try (weightDecays.joinedValues ?? "")
      .split(separator: ",", omittingEmptySubsequences: false)
      .map { try Self.positive("--lambda-W", String($0)) }
    guard decays.count == layers else {
      throw ValidationError(
        "--lambda-W: \(decays.count) values for L = \(layers) layers; expected one for each")
    }
    return Regularisation(
      samples: samples, features: try Self.positive("--lambda-H", featureDecay.joinedValues ?? ""),
      weights: decays)
  }

  private static func positive(_ option: String, _ text: String) throws -> Rational {
    guard let value = Rational(text) else {
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
