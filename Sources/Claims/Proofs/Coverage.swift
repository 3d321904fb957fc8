import Certificates
import Proving
import Rational
import Statements

/// For which values of the parameters the cases of a proof show what a form asserts, or that one of its
/// assertions fails.
///
/// The steps are compared with those that the assertions translate to; which values the cases leave out
/// is found by going through all combinations.
struct Coverage {
  let claim: Claim
  let form: Claim.Form
  let roles: ParameterRoles
  private let cases: [Entry]

  private struct Entry {
    let setting: ProofSetting
    let sizes: [UniformProof.Size]

    /// The first of all r; nil where there is no r, or several sizes.
    var first: Int? { setting.vertices == nil ? nil : sizes.first?.first }

    func covers(vertices r: Int) -> Bool { sizes.first?.covers(r) ?? false }

    func first(_ name: String) -> Int? { sizes.first { $0.name == name }?.first }

    func covers(_ name: String, _ need: Need) -> Bool {
      guard setting.sizes.contains(name), let size = sizes.first(where: { $0.name == name }) else {
        return setting.covers(name, need)
      }
      switch need {
      case .value(let value): return Int(exactly: value.numerator).map { size.covers($0) } ?? false
      case .from(let first): return size.first.map { first >= $0 } ?? false
      }
    }
  }

  /// - Throws: `RecordedProof.Mismatch` when the steps are not those of the form, or a parameter of the
  ///   claim has no value in some case.
  init(_ proof: UniformProof, _ claim: Claim, _ form: Claim.Form) throws {
    self.claim = claim
    self.form = form
    let candidates = try Self.assertions(proof, form)
    var mismatch = RecordedProof.Mismatch("there is no such assertion")
    for propositions in candidates {
      let roles = ParameterRoles(claim, propositions, open: Self.open(proof, claim))
      do {
        cases = try Self.compared(proof, claim, propositions, roles)
        self.roles = roles
        return
      } catch let error as RecordedProof.Mismatch { mismatch = error }
    }
    throw mismatch
  }

  /// What the steps may say: the form, or one that contradicts the assertion that is refuted.
  private static func assertions(
    _ proof: UniformProof, _ form: Claim.Form
  ) throws -> [[Proposition]] {
    guard let index = proof.refutes else { return [form.propositions] }
    guard form.propositions.indices.contains(index - 1) else {
      throw RecordedProof.Mismatch("the form has no assertion \(index)")
    }
    return form.propositions[index - 1].contradictions.map { [$0] }
  }

  /// The integers that have no value in a case, neither one of their own nor that they grow with layers.
  private static func open(_ proof: UniformProof, _ claim: Claim) -> [String] {
    let named = Set(proof.cases.flatMap { $0.program.parameters.map(\.name) })
    return claim.parameters.filter { $0.isInteger && !named.contains($0.name) }.map(\.name)
  }

  private static func compared(
    _ proof: UniformProof, _ claim: Claim, _ propositions: [Proposition], _ roles: ParameterRoles
  ) throws -> [Entry] {
    try proof.cases.enumerated().map { index, entry in
      let setting = try Self.setting(of: entry, claim, roles)
      let program = try ProofTranslation.program(of: propositions, claim, setting)
      guard program == entry.program else {
        let place = zip(program.steps, entry.program.steps).enumerated().first { $1.0 != $1.1 }
        throw RecordedProof.Mismatch(
          "case \(index + 1): the steps are not those of the statement"
            + (place.map { ": expected a\($0 + 1) = \($1.0), found \($1.1)" } ?? ""))
      }
      return Entry(setting: setting, sizes: entry.sizes)
    }
  }

  /// What the parameters are in a case: those that are neither fixed nor symbols are r and the layers.
  private static func setting(
    of entry: UniformProof.Case, _ claim: Claim, _ roles: ParameterRoles
  ) throws -> ProofSetting {
    let program = entry.program
    let named = program.parameters.map(\.name) + program.symbols
    guard Set(named).count == named.count else {
      throw RecordedProof.Mismatch("a parameter is named twice")
    }
    let rest = ProofSetting.rest
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
    var setting = ProofSetting(symbols: program.symbols, fixed: program.parameters)
    for parameter in claim.parameters where !named.contains(parameter.name) {
      if roles.sizes.contains(parameter.name) {
        setting.sizes.append(parameter.name)
      } else if parameter.name == roles.open, entry.sizes.map(\.name) == ["r"] {
        (setting.vertices, setting.row) = (roles.vertices, roles.row)
      } else if parameter.name == roles.layers, let first = entry.layers {
        setting.layers = .init(name: parameter.name, first: first)
      } else {
        throw RecordedProof.Mismatch("\(parameter.name) has no value")
      }
    }
    guard setting.sizes.isEmpty || setting.sizes == entry.sizes.map(\.name) else {
      throw RecordedProof.Mismatch("the sizes are not the open parameters of the claim")
    }
    return setting
  }

  // MARK: What is covered

  /// Parameters that are any positive number in every case.
  var symbols: [String] {
    claim.parameters.map(\.name).filter { name in
      cases.allSatisfy { $0.setting.symbols.contains(name) }
    }
  }

  /// All values of what is open in some case, and the values on file of everything else.
  func domains() throws -> [String: Domain] {
    var domains = claim.replayDomains
    for parameter in claim.parameters
    where cases.contains(where: { $0.setting.isOpen(parameter.name) }) {
      guard let least = parameter.bound?.leastInteger, least.magnitude < 1_000_000 else {
        throw RecordedProof.Mismatch("\(parameter.name) is open and has no bound")
      }
      domains[parameter.name] = .from(least)
    }
    return domains
  }

  /// The values that a proof over these domains is about: parameters that are symbols in every case have
  /// all positive values, whatever was asked.
  func extents(_ domains: [String: Domain]) -> Extents {
    let symbols = Set(symbols)
    return Extents(
      claim.parameters.compactMap { parameter in
        if symbols.contains(parameter.name) { return (parameter.name, .above(0)) }
        return domains[parameter.name].map { (parameter.name, Extent($0)) }
      })
  }

  /// Values of the other parameters, with those of the open one that no case covers there.
  struct Gap {
    var values: [String: Rational] = [:]
    var open: [Int] = []
  }

  /// What the cases leave out of the domains, one entry for each combination of the other parameters.
  ///
  /// A parameter that is a symbol in every case has one value in it, a sample.
  ///
  /// - Throws: `RecordedProof.Mismatch` when no case has a combination, or none of those that have it
  ///   reaches all large values.
  func gaps(_ domains: [String: Domain]) throws -> [Gap] {
    var combinations: [[(name: String, need: Need)]] = [[]]
    for parameter in claim.parameters
    where parameter.name != roles.open && !symbols.contains(parameter.name) {
      let needs = try needs(of: parameter.name, domains[parameter.name])
      guard combinations.count * needs.count <= 10_000 else {
        throw RecordedProof.Mismatch("too many combinations of values")
      }
      combinations = combinations.flatMap { list in
        needs.map { list + [(parameter.name, $0)] }
      }
    }
    return try combinations.flatMap { try gaps(at: $0, domains) }
  }

  private func gaps(
    at combination: [(name: String, need: Need)], _ domains: [String: Domain]
  ) throws -> [Gap] {
    var gap = Gap()
    for (name, need) in combination { gap.values[name] = need.sample }
    for name in symbols where gap.values[name] == nil { gap.values[name] = 1 }
    func missing() -> RecordedProof.Mismatch {
      var list = combination.map { "\($0.name) \($0.need)" }
      if let open = roles.open, let asked = domains[open] {
        list.append(Extent(asked).text(of: open))
      }
      return .init("no case for " + (list.isEmpty ? "it" : list.joined(separator: ", ")))
    }
    let fitting = cases.filter { entry in
      combination.allSatisfy { entry.covers($0.name, $0.need) }
    }
    guard let open = roles.open, let asked = domains[open] else {
      if fitting.isEmpty { throw missing() }
      return []
    }
    // A symbol is positive: K - r(r-1)/2 = 0 needs a case of its own.
    let rests: [Bool?] = roles.row == nil ? [nil] : [true, false]
    var left: Set<Int> = []
    for isZero in rests {
      let entries = fitting.filter { isZero == nil || $0.setting.hasNoRest == isZero }
      left.formUnion(try uncovered(asked, entries, isZero, missing))
    }
    gap.open = left.sorted()
    return left.isEmpty ? [] : [gap]
  }

  /// The values of the open parameter that none of these cases covers.
  private func uncovered(
    _ asked: Domain, _ entries: [Entry], _ hasNoRest: Bool?, _ missing: () -> RecordedProof.Mismatch
  ) throws -> [Int] {
    func integers(_ values: [Rational]) throws -> [Int] {
      try values.map { value in
        guard let integer = Int(exactly: value) else { throw missing() }
        return integer
      }
    }
    // In a case without r the open parameter has its values one by one.
    guard entries.allSatisfy({ $0.setting.vertices != nil }) else {
      guard case .finite(let values, _) = asked, let open = roles.open else { throw missing() }
      return try integers(
        values.filter { value in
          !entries.contains { $0.setting.fixed.contains { $0.name == open && $0.value == value } }
        })
    }
    switch asked {
    case .from(let first):
      let least = roles.vertices(at: first)
      guard let stable = entries.compactMap(\.first).min(),
        Self.isWithin(ProofSearch.rangeLimit + 4, from: least, to: stable),
        roles.hasValues(throughVertices: stable)
      else { throw missing() }
      return (min(stable, least)..<stable)
        .filter { r in !entries.contains { $0.covers(vertices: r) } }
        .flatMap { roles.values(atVertices: $0) }
        .filter { $0 >= first && (hasNoRest == nil || isTriangular($0) == hasNoRest) }
    case .finite(let values, _):
      return try integers(values).filter { value in
        (hasNoRest == nil || isTriangular(value) == hasNoRest)
          && !entries.contains { $0.covers(vertices: roles.vertices(at: value)) }
      }
    }
  }

  private func isTriangular(_ value: Int) -> Bool {
    roles.isFirst(value, atVertices: roles.vertices(at: value))
  }

  /// Whether an integer is at most so far above another, or below it.
  private static func isWithin(_ limit: Int, from low: Int, to high: Int) -> Bool {
    let (distance, overflows) = high.subtractingReportingOverflow(low)
    return high <= low || !overflows && distance <= limit
  }

  // MARK: Needs

  /// What must have a case: one value, or all integers from one on.
  fileprivate enum Need: CustomStringConvertible {
    case value(Rational)
    case from(Int)

    /// A value of it.
    var sample: Rational {
      switch self {
      case .value(let value): value
      case .from(let first): Rational(first)
      }
    }

    var description: String {
      switch self {
      case .value(let value): "= \(value)"
      case .from(let first): "≥ \(first)"
      }
    }
  }

  /// A domain as values; of an open one those before the last case that is open are single ones.
  private func needs(of name: String, _ domain: Domain?) throws -> [Need] {
    switch domain {
    case nil: throw RecordedProof.Mismatch("\(name) has no values on file")
    case .finite(let values, _)?: return values.map { .value($0) }
    case .from(let first)? where roles.sizes.contains(name):
      let stable = max(first, cases.compactMap { $0.first(name) }.max() ?? first)
      guard Self.isWithin(100, from: first, to: stable) else {
        throw RecordedProof.Mismatch("\(name) starts far below its first case")
      }
      return (first..<stable).map { .value(Rational($0)) } + [.from(stable)]
    case .from(let first)?:
      let last = cases.compactMap { entry in
        entry.setting.layers.flatMap { $0.name == name ? $0.first : nil }
      }.max()
      // What the hypotheses say has to be the same from there on.
      let stable = try Induction(claim: claim, name: name).start(from: max(first, last ?? first))
      guard Self.isWithin(100, from: first, to: stable) else {
        throw RecordedProof.Mismatch("\(name) starts far below its first case")
      }
      return (first..<stable).map { .value(Rational($0)) } + [.from(stable)]
    }
  }
}

extension UniformProof.Size {
  fileprivate func covers(_ value: Int) -> Bool {
    singles.contains(value) || first.map { value >= $0 } == true
  }
}

extension ProofSetting {
  /// Whether a parameter stands for all integers from some one on.
  fileprivate func isOpen(_ name: String) -> Bool {
    (row ?? vertices) == name || sizes.contains(name) || layers?.name == name
  }

  /// Whether K is r(r-1)/2 itself.
  fileprivate var hasNoRest: Bool {
    fixed.contains { $0.name == Self.rest && $0.value.isZero }
  }

  fileprivate func covers(_ name: String, _ need: Coverage.Need) -> Bool {
    switch need {
    case .value(let value):
      if let layers, layers.name == name { return value >= Rational(layers.first) }
      if symbols.contains(name) { return value.sign > 0 }
      return fixed.contains { $0.name == name && $0.value == value }
    case .from(let first): return layers.map { $0.name == name && first >= $0.first } ?? false
    }
  }
}
