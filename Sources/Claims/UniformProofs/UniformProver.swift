import Certificates
import Rational

/// Finds a uniform proof of a form of a claim.
///
/// Every parameter that is a positive rational is made a symbol where a proof is found that way, and
/// takes its values on file one by one otherwise. Integers in exponents are decided by induction where
/// the statement is geometric in them.
struct UniformProver {
  let claim: Claim
  let form: Claim.Form

  /// How far the first r for which a proof holds may be from the least one that is claimed.
  static let rangeLimit = 64

  /// A proof that the kernel accepts.
  ///
  /// - Throws: `NotUniform` with the reason of the last attempt.
  static func proof(of form: Claim.Form, _ claim: Claim) throws -> UniformProof {
    try UniformProver(claim: claim, form: form).proof()
  }

  private func proof() throws -> UniformProof {
    let roles = claim.uniformRoles(in: form)
    // All symbols at first; when that fails, one after the other where it makes no harm.
    do {
      return try proof(roles, symbols: roles.positive, hasOpenLayers: true)
    } catch is NotUniform {}
    let hasOpenLayers = (try? proof(roles, symbols: [], hasOpenLayers: true)) != nil
    var symbols: [String] = []
    var best = try proof(roles, symbols: [], hasOpenLayers: hasOpenLayers)
    for name in roles.positive {
      if let proof = try? proof(roles, symbols: symbols + [name], hasOpenLayers: hasOpenLayers) {
        symbols.append(name)
        best = proof
      }
    }
    return best
  }

  private func proof(
    _ roles: UniformRoles, symbols: [String], hasOpenLayers: Bool
  ) throws -> UniformProof {
    var cases: [UniformProof.Case] = []
    for part in try parts(roles, hasOpenLayers: hasOpenLayers) {
      for setting in try settings(roles, symbols, part) {
        cases.append(try self.proofCase(setting))
      }
    }
    return UniformProof(claim: claim.id, statement: form.wording.rawValue, cases: cases)
  }

  /// Values of the parameter that is decided by induction: single ones, and all from one on.
  private struct Part {
    var fixed: UniformProof.Parameter?
    var layers: UniformSetting.Layers?
  }

  private func parts(_ roles: UniformRoles, hasOpenLayers: Bool) throws -> [Part] {
    guard hasOpenLayers, let name = roles.layers,
      let first = claim.parameters.first(where: { $0.name == name })?.bound?.leastInteger
    else { return [Part()] }
    let start = try Induction(claim: claim, name: name).start(from: first)
    return (first..<start).map { Part(fixed: .init(name: name, value: Rational($0))) }
      + [Part(layers: .init(name: name, first: start))]
  }

  /// One setting for each combination of values of the parameters that are neither.
  private func settings(
    _ roles: UniformRoles, _ symbols: [String], _ part: Part
  ) throws -> [UniformSetting] {
    var first = UniformSetting(
      vertices: roles.vertices, row: roles.row, layers: part.layers, symbols: symbols)
    var settings = [first]
    if roles.row != nil {
      settings[0].symbols.append(UniformSetting.rest)
      first.fixed.append(.init(name: UniformSetting.rest, value: 0))
      settings.append(first)
    }
    for parameter in claim.parameters {
      let name = parameter.name
      if name == roles.open || symbols.contains(name) || name == part.layers?.name { continue }
      let values: [Rational]
      if let fixed = part.fixed, fixed.name == name {
        values = [fixed.value]
      } else if case .finite(let list, _)? = claim.replayDomains[name] {
        values = list
      } else {
        throw NotUniform("\(name) has no values on file")
      }
      settings = settings.flatMap { setting in
        values.map { value in
          var next = setting
          next.fixed.append(.init(name: name, value: value))
          return next
        }
      }
      guard settings.count <= 200 else { throw NotUniform("more than 200 cases") }
    }
    return settings
  }

  // MARK: One case

  private func proofCase(_ setting: UniformSetting) throws -> UniformProof.Case {
    let program = try UniformTranslation.program(of: form, claim, setting)
    let found = try UniformFinder.values(of: program, layers: setting.layers?.first)
    func entry(_ singles: [Int], _ first: Int?) -> UniformProof.Case {
      UniformProof.Case(
        singles: singles, first: first, layers: setting.layers?.first, program: program,
        roots: found.roots, values: found.values)
    }
    func rejection(_ entry: UniformProof.Case) -> Rejection? {
      do {
        try UniformProof(claim: claim.id, statement: "", cases: [entry]).replay()
        return nil
      } catch {
        return error
      }
    }
    guard setting.vertices != nil, let least = claim.leastVertices(claim.uniformRoles(in: form))
    else {
      let proof = entry([], nil)
      if let reason = rejection(proof) { throw NotUniform("\(reason)") }
      return proof
    }
    // What holds from some r on holds from every larger one on.
    var (low, high) = (max(4, least), max(4, least) + Self.rangeLimit)
    if rejection(entry([], low)) != nil {
      if let reason = rejection(entry([], high)) { throw NotUniform("\(reason)") }
      while high - low > 1 {
        let middle = (low + high) / 2
        if rejection(entry([], middle)) == nil { high = middle } else { low = middle }
      }
    } else {
      high = low
    }
    let singles = (least..<max(least, high)).filter {
      $0 >= 3 && rejection(entry([$0], nil)) == nil
    }
    return entry(singles, high)
  }
}

/// What the parameters of a claim can be in a uniform proof.
struct UniformRoles {
  /// The name that is r: an integer parameter, or the triangular root of one.
  var vertices: String?
  /// The parameter whose triangular root is r, when r is none itself.
  var row: String?
  /// The integer in exponents.
  var layers: String?
  /// The positive rationals.
  var positive: [String]

  /// The parameter that is open when r is.
  var open: String? { row ?? vertices }
}

extension Claim {
  /// A uniform proof of a form of this claim, which the kernel accepts.
  ///
  /// - Throws: `NotUniform` when none is found.
  public func uniformProof(of form: Form) throws -> UniformProof {
    try UniformProver.proof(of: form, self)
  }

  /// The roles of the parameters; an integer that is neither r nor in exponents has none.
  func uniformRoles(in form: Form) -> UniformRoles {
    let integers = parameters.filter(\.isInteger).map(\.name)
    let exponents = integers.filter { isExponent($0, in: form) }
    let others = integers.filter { !exponents.contains($0) }
    var roles = UniformRoles(
      vertices: others.first { $0 == "r" } ?? others.first,
      layers: exponents.first { $0 == "L" } ?? exponents.first,
      positive: parameters.filter {
        !$0.isInteger && $0.bound == Parameter.Bound(value: 0, isStrict: true)
      }.map(\.name))
    let taken = parameters.map(\.name) + definitions.map(\.name)
    for definition in definitions {
      if case .call("triangular_root", let arguments, _) = definition.expression,
        case .name(let parameter, _)? = arguments.first, others.contains(parameter),
        !taken.contains(UniformSetting.rest)
      {
        (roles.vertices, roles.row) = (definition.name, parameter)
      }
    }
    return roles
  }

  /// The least r for the values that the open parameter admits; nil when it has no bound.
  func leastVertices(_ roles: UniformRoles) -> Int? {
    guard let bound = parameters.first(where: { $0.name == roles.open })?.bound,
      !bound.isStrict, let least = bound.leastInteger, (0...1_000_000).contains(least)
    else { return nil }
    return roles.row == nil ? least : GraphConstruction.triangularRoot(least)
  }

  /// The values of the open parameter that belong to one r.
  func openValues(_ roles: UniformRoles, vertices r: Int) -> [Int] {
    guard roles.row != nil else { return [r] }
    let least = parameters.first { $0.name == roles.open }?.bound?.value ?? 0
    return (r * (r - 1) / 2..<r * (r + 1) / 2).filter { Rational($0) >= least }
  }
}
