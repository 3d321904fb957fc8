import ArgumentParser
import Claims
import Rational
import Statements

/// The options that give the parameters of a statement their values.
struct DomainOptions: ParsableArguments {
  // Values are taken as they stand, so that -3..5 is a range below the domain, not an option.
  // An option may be repeated, as a range may list several: --r 5 --r 7..9 is --r 5,7..9.

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Numbers of vertices: 5..40, 5..<40, 5,7,9..12, 5..40:5.", valueName: "range"))
  var r: [String] = []

  @Option(
    name: .customLong("L"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Numbers of layers.", valueName: "range"))
  var layers: [String] = []

  @Option(
    name: .customLong("K"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Numbers of classes.", valueName: "range"))
  var classes: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Values of α, exact: 1, 9/4, 0.5.", valueName: "values"))
  var alpha: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Values of every weight decay λ, exact: 1/250, 4e-3.", valueName: "values"))
  var lambda: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Values of any parameter: --set seed=1..20. May be repeated.", valueName: "name=values"))
  var set: [String] = []

  /// An option with the parameters that it sets.
  struct Assignment: Sendable {
    let option: String
    let text: String
    let matches: @Sendable (String) -> Bool

    /// Whether it gives values to a parameter of the claim.
    func applies(to claim: Claim) -> Bool { claim.parameters.contains { matches($0.name) } }

    /// The option with its values, as the words of a command.
    var words: [String] {
      // Only --set has its parameter in the word that its values are in.
      let words = option.split(separator: " ").map(String.init)
      return words.count == 1 ? words + [text] : [words[0], "\(words[1])=\(text)"]
    }

    /// The name of the parameter as it was written.
    var name: String { option.split { $0 == "-" || $0 == " " }.last.map(String.init) ?? "" }
  }

  /// The options that were given.
  func assignments() throws -> [Assignment] {
    var all: [Assignment] = []
    func add(_ option: String, _ texts: [String], _ matches: @escaping @Sendable (String) -> Bool) {
      guard let text = texts.joinedValues else { return }
      all.append(Assignment(option: option, text: text, matches: matches))
    }
    add("--r", r) { $0 == "r" }
    add("--L", layers) { $0 == "L" }
    add("--K", classes) { $0 == "K" }
    add("--alpha", alpha) { $0 == "alpha" }
    add("--lambda", lambda) { $0 == "lambda" || $0.hasPrefix("lambda_") }
    for text in set {
      guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
        throw ValidationError("--set \(text): expected NAME=VALUES, e.g. --set seed=1..20")
      }
      let name = String(text[..<mark])
      add("--set \(name)", [String(text[text.index(after: mark)...])]) { $0 == name }
    }
    return all
  }

  /// The domains that the options give the parameters of a claim.
  ///
  /// - Throws: `ValidationError` for a malformed range, naming the option.
  static func domains(
    _ assignments: [Assignment], for claim: Claim
  ) throws -> [String: Domain] {
    var domains: [String: Domain] = [:]
    for assignment in assignments {
      for parameter in claim.parameters where assignment.matches(parameter.name) {
        guard domains[parameter.name] == nil else {
          throw ValidationError(
            "\(assignment.option): \(parameter.name) is given values twice; expected once")
        }
        domains[parameter.name] = try domain(assignment, of: parameter, in: claim)
      }
    }
    return domains
  }

  /// The most that an integer parameter may be: sizes are computed from it.
  private static let integerLimit = Int(Int32.max)

  private static func domain(
    _ assignment: Assignment, of parameter: Claim.Parameter, in claim: Claim
  ) throws -> Domain {
    let domain: Domain
    do {
      domain = try Domain(parsing: assignment.text, integersOnly: parameter.isInteger)
    } catch {
      throw ValidationError("\(assignment.option): \(error)")
    }
    let option = "\(assignment.option) \(assignment.text)"
    if let bound = parameter.bound, let bad = domain.firstValue(rejectedBy: bound) {
      throw ValidationError(
        "\(option): \(parameter.name) = \(bad) is outside the domain \(parameter.name) \(bound) "
          + "of \(claim.id)")
    }
    if parameter.isInteger, let largest = domain.largest,
      largest.magnitude > Rational(integerLimit)
    {
      throw ValidationError(
        "\(option): \(parameter.name) = \(largest) is too large; the limit is \(integerLimit)")
    }
    return domain
  }

  /// Every option must mean something to one of the claims.
  static func requireMeaning(_ assignments: [Assignment], for claims: [Claim]) throws {
    for assignment in assignments {
      guard claims.contains(where: assignment.applies) else {
        let names = Set(claims.flatMap { $0.parameters.map(\.name) }).sorted()
        throw ValidationError(
          "\(assignment.option): no such parameter here; expected one of "
            + names.joined(separator: ", ")
            + Spelling.hint(for: assignment.name, among: names))
      }
    }
  }
}

extension Domain {
  /// The value of the greatest magnitude; for all integers from one on, that one.
  fileprivate var largest: Rational? {
    switch self {
    case .from(let first): Rational(first)
    case .finite(let values, _): values.max { $0.magnitude < $1.magnitude }
    }
  }
}

extension [String] {
  /// The values of an option that may be repeated, as one list; nil when it was not given.
  var joinedValues: String? { isEmpty ? nil : joined(separator: ",") }
}
