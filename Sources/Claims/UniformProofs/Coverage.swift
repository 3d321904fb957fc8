import Certificates
import Rational

/// For which values of the parameters the cases of a proof show a form.
struct Coverage: CustomStringConvertible {
  let claim: Claim
  let form: Claim.Form
  let roles: UniformRoles
  private let settings: [UniformSetting]
  /// The values of r that the cases leave out.
  let remaining: [Int]

  init(_ proof: UniformProof, _ claim: Claim, _ form: Claim.Form) throws {
    self.claim = claim
    self.form = form
    roles = claim.uniformRoles(in: form)
    settings = try proof.cases.map { try Self.setting(of: $0, claim, form) }
    for (index, (entry, setting)) in zip(proof.cases, settings).enumerated() {
      let program = try UniformTranslation.program(of: form, claim, setting)
      guard program == entry.program else {
        let place = zip(program.steps, entry.program.steps).enumerated().first { $1.0 != $1.1 }
        throw RecordedProof.Mismatch(
          "case \(index + 1): the steps are not those of the statement"
            + (place.map { ": expected a\($0 + 1) = \($1.0), found \($1.1)" } ?? ""))
      }
    }
    remaining = try Self.remaining(proof, claim, settings, roles)
    try checkValues()
  }

  /// What the parameters are in a case: those that are neither fixed nor symbols are r and the layers.
  private static func setting(
    of entry: UniformProof.Case, _ claim: Claim, _ form: Claim.Form
  ) throws -> UniformSetting {
    let roles = claim.uniformRoles(in: form)
    let program = entry.program
    let named = program.parameters.map(\.name) + program.symbols
    guard Set(named).count == named.count else {
      throw RecordedProof.Mismatch("a parameter is named twice")
    }
    let rest = UniformSetting.rest
    for parameter in program.parameters where roles.row == nil || parameter.name != rest {
      guard let known = claim.parameters.first(where: { $0.name == parameter.name }),
        !known.isInteger || parameter.value.isInteger
      else { throw RecordedProof.Mismatch("\(parameter.name) is no parameter, or an integer") }
    }
    guard program.symbols.allSatisfy({ $0 == rest || roles.positive.contains($0) }),
      named.contains(rest) == (roles.row != nil)
    else {
      throw RecordedProof.Mismatch("a symbol that is no positive rational parameter")
    }
    var setting = UniformSetting(symbols: program.symbols, fixed: program.parameters)
    for parameter in claim.parameters where !named.contains(parameter.name) {
      if parameter.name == roles.open, entry.first != nil || !entry.singles.isEmpty {
        (setting.vertices, setting.row) = (roles.vertices, roles.row)
      } else if parameter.name == roles.layers, let first = entry.layers {
        setting.layers = .init(name: parameter.name, first: first)
      } else {
        throw RecordedProof.Mismatch("\(parameter.name) has no value")
      }
    }
    return setting
  }

  /// The values from the bound of r on that some case leaves out; all cases have the last ones.
  private static func remaining(
    _ proof: UniformProof, _ claim: Claim, _ settings: [UniformSetting], _ roles: UniformRoles
  ) throws -> [Int] {
    var left: Set<Int> = []
    for (entry, setting) in zip(proof.cases, settings) where setting.vertices != nil {
      guard let first = entry.first, let least = claim.leastVertices(roles),
        first - least <= UniformProver.rangeLimit + 4
      else { throw RecordedProof.Mismatch("a case without all large \(roles.open ?? "r")") }
      left.formUnion(
        (least..<max(least, first)).filter { !entry.singles.contains($0) })
    }
    return left.sorted()
  }

  // MARK: Values of the parameters

  /// What must have a case: one value, or all integers from one on.
  fileprivate enum Need: CustomStringConvertible {
    case value(Rational)
    case from(Int)

    var description: String {
      switch self {
      case .value(let value): "= \(value)"
      case .from(let first): "≥ \(first)"
      }
    }
  }

  /// The parameters that stand for all integers from their bound on in some case, and from where.
  private func least(_ parameter: Claim.Parameter) throws -> Int? {
    guard settings.contains(where: { $0.isOpen(parameter.name) }) else { return nil }
    guard let least = parameter.bound?.leastInteger, least.magnitude < 1_000_000 else {
      throw RecordedProof.Mismatch("\(parameter.name) is open and has no bound")
    }
    return least
  }

  /// Each combination of the values on file must have a case; where a parameter is open in some case,
  /// all of its values.
  private func checkValues() throws {
    if let missing = try missing(domains()) {
      throw RecordedProof.Mismatch("no case for \(missing)")
    }
  }

  /// All values of what is open in some case, and the values on file of everything else.
  func domains() throws -> [(parameter: Claim.Parameter, domain: Domain)] {
    try claim.parameters.map { parameter in
      if let first = try least(parameter) { return (parameter, .from(first)) }
      guard let domain = claim.replayDomains[parameter.name] else {
        throw RecordedProof.Mismatch("\(parameter.name) has no values on file")
      }
      return (parameter, domain)
    }
  }

  /// The first combination of values of the domains that has no case.
  private func missing(
    _ domains: [(parameter: Claim.Parameter, domain: Domain)]
  ) throws -> String? {
    var combinations: [[(name: String, need: Need)]] = [[]]
    for (parameter, domain) in domains where !symbols.contains(parameter.name) {
      let needs = try needs(of: parameter.name, domain)
      guard combinations.count * needs.count <= 10_000 else {
        throw RecordedProof.Mismatch("too many combinations of values")
      }
      combinations = combinations.flatMap { list in needs.map { list + [(parameter.name, $0)] } }
    }
    // A symbol is positive: K - r(r-1)/2 = 0 needs a case of its own for each combination.
    let rests = roles.row == nil ? [nil] : [true, false]
    for list in combinations {
      for isZero in rests {
        let isCovered = settings.contains { setting in
          (isZero == nil || setting.hasNoRest == isZero)
            && list.allSatisfy { setting.covers($0.name, $0.need) }
        }
        if !isCovered { return list.map { "\($0.name) \($0.need)" }.joined(separator: ", ") }
      }
    }
    return nil
  }

  /// A domain as values; of an open one those before the last case that is open are single ones.
  private func needs(of name: String, _ domain: Domain) throws -> [Need] {
    switch domain {
    case .finite(let values, _): return values.map { .value($0) }
    case .from(let first):
      let last = settings.compactMap { $0.layers?.name == name ? $0.layers?.first : nil }.max()
      let stable = max(first, last ?? first)
      guard stable - first <= 100 else {
        throw RecordedProof.Mismatch("\(name) starts far below its first case")
      }
      return (first..<stable).map { .value(Rational($0)) } + [.from(stable)]
    }
  }

  /// Decides the statement for the values of r that are left, as far as they are asked for, and the
  /// given values of the other parameters.
  ///
  /// - Returns: nil when no value is left.
  func decideRemaining(_ asked: [String: Domain], _ options: RunOptions) throws -> Report? {
    guard let name = roles.open else { return nil }
    let values = remaining.flatMap { claim.openValues(roles, vertices: $0) }
    var domains = claim.replayDomains.merging(asked) { $1 }
    let left =
      switch asked[name] {
      case .from(let first)?: values.filter { $0 >= first }
      case .finite(let list, _)?: values.filter { list.contains(Rational($0)) }
      case nil: values
      }
    guard !left.isEmpty else { return nil }
    domains[name] = .finite(
      left.map { Rational($0) }, text: left.map(String.init).joined(separator: ","))
    for parameter in claim.parameters where parameter.name == roles.layers {
      if asked[parameter.name] == nil, let first = try least(parameter) {
        domains[parameter.name] = .from(first)
      }
    }
    let report = try claim.report(on: form, over: domains, options: options)
    switch report.verdict {
    case .checked, .proved: return report
    // Values outside of the hypotheses are nothing to decide.
    case .undecided where report.instances == 0 && !report.outside.isEmpty: return report
    default: throw RecordedProof.Mismatch("\(name) = \(left): \(report.verdict)")
    }
  }

  /// Parameters that are any positive number in every case.
  var symbols: [String] {
    claim.parameters.map(\.name).filter { name in
      settings.allSatisfy { $0.symbols.contains(name) }
    }
  }

  /// Whether the cases and the values that are decided one by one reach all values of the domains.
  func contains(_ domains: [(parameter: Claim.Parameter, domain: Domain)]) -> Bool {
    do { return try missing(domains) == nil } catch { return false }
  }

  /// `r ≥ 3; L ≥ 3; every alpha > 0`
  var description: String { description(exceptIn: nil) }

  /// - Parameter remainder: What was decided one by one, for some values of the symbols only.
  func description(exceptIn remainder: Report?) -> String {
    claim.parameters.map { parameter in
      let name = parameter.name
      if let bound = parameter.bound, settings.contains(where: { $0.isOpen(name) }) {
        return "\(name) \(bound)"
      }
      let values = settings.flatMap { $0.fixed.filter { $0.name == name }.map(\.value) }
      if values.isEmpty {
        guard let remainder, let open = roles.open,
          let single = remainder.domains.first(where: { $0.parameter.name == open })?.domain,
          let some = remainder.domains.first(where: { $0.parameter.name == name })?.domain
        else { return "every \(name) > 0" }
        return "all \(name) > 0, but \(some) for \(open) = \(single)"
      }
      let list = Set(values).sorted().map(\.description)
      return "\(name) = \(list.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension UniformSetting {
  /// Whether a parameter stands for all integers from some one on.
  fileprivate func isOpen(_ name: String) -> Bool {
    (row ?? vertices) == name || layers?.name == name
  }

  /// Whether K is r(r-1)/2 itself.
  fileprivate var hasNoRest: Bool {
    fixed.contains { $0.name == Self.rest && $0.value.isZero }
  }

  fileprivate func covers(_ name: String, _ need: Coverage.Need) -> Bool {
    // All values from the bound on; those that the cases leave out are decided one by one.
    if (row ?? vertices) == name { return true }
    switch need {
    case .value(let value):
      if let layers, layers.name == name { return value >= Rational(layers.first) }
      return symbols.contains(name) || fixed.contains { $0.name == name && $0.value == value }
    case .from(let first): return layers.map { $0.name == name && first >= $0.first } ?? false
    }
  }
}
