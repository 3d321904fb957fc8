import Statements

/// The formulas of a claim, which share their letters.
public struct ClaimFormulas: Sendable {
  private let claim: Claim
  private let setter: Typesetter

  public init(_ claim: Claim) {
    self.claim = claim
    setter = Typesetter(claim)
  }

  /// Every formula as it was read.
  var expressions: [Expression] { claim.expressions }

  /// Whether minimal losses are compared.
  var speaksOfLosses: Bool {
    var rest = claim.forms.flatMap(\.propositions)
    while let next = rest.popLast() {
      switch next {
      case .lossComparison, .lossValue: return true
      case .either(let alternatives, _): rest += alternatives.joined()
      case .relation, .spectrum, .stronglyRegular, .feasibility, .inertia, .definite, .equitable,
        .interlacing, .forAllVectors:
        break
      }
    }
    return false
  }

  /// `r ∈ ℤ, r ≥ 3` for each parameter.
  public var parameters: [Formula] {
    claim.parameters.map { parameter in
      let name = setter.name(parameter.name)
      var parts: [Layout] = [
        .row([name, .sign("∈"), .identifier(parameter.isInteger ? "Z" : "Q", .blackboard)])
      ]
      if let bound = parameter.bound {
        let value = setter.layout(.number(bound.value, parameter.location))
        parts.append(.row([name, .sign(bound.isStrict ? ">" : "≥"), value]))
      }
      let bound = parameter.bound.map { " \($0)" } ?? ""
      return Formula(
        .list(parts),
        "\(parameter.name)\(bound), \(parameter.isInteger ? "an integer" : "rational")")
    }
  }

  /// A parameter by its name.
  public func parameter(_ name: String) -> Formula { Formula(setter.name(name), name) }

  /// A formula of the claim by its text; nil for what is none.
  public func formula(_ text: String) -> Formula? {
    guard let expression = try? Expression(parsing: text), setter.knows(expression) else {
      return nil
    }
    return Formula(setter.layout(expression), text)
  }

  /// What the parameters have to satisfy besides.
  public var hypothesis: Formula? {
    claim.hypothesis.map { Formula(setter.layout($0), $0.description) }
  }

  /// The longest text of a definition that has all entries of its matrices.
  private static let textLimit = 20_000

  /// `M = √α T_r` for each definition.
  public var definitions: [Formula] {
    claim.definitions.map { definition in
      let text = definition.expression.description
      let isLong = text.utf8.count > Self.textLimit
      return Formula(
        .row([
          setter.name(definition.name), .sign("="), setter.layout(definition.expression),
        ]), "\(definition.name) = \(isLong ? definition.expression.brief : text)")
    }
  }

  /// What a form asserts; the links of a chain are one formula.
  public func propositions(of form: Claim.Form) -> [Formula] { setter.formulas(form.propositions) }
}
