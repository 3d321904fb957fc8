import Certificates
import Rational
import Statements

/// Why no uniform proof was found: a formula without a step, a value that was not guessed, or a line
/// that the kernel rejects.
public struct NoProofFound: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// Finds a uniform proof of assertions about the parameters of a claim.
///
/// Every parameter that is a positive rational is made a symbol where a proof is found that way, and
/// takes its values one by one otherwise. Integers in exponents are decided by induction where the
/// statement is geometric in them. Nothing here is trusted: the kernel replays what is found.
package struct ProofSearch {
  let claim: Claim
  let form: Claim.Form
  /// The assertion of the form, from 1, whose negation is to be shown.
  let refutes: Int?
  let propositions: [Proposition]
  let domains: [String: Domain]
  private var roles: ParameterRoles
  /// The value from which the parameter that is decided by induction has all values.
  private var layersStart: Int?
  private let stopReason: @Sendable () -> String?

  /// How far the first r for which a proof holds may be from the least one that is claimed.
  package static let rangeLimit = 64

  /// A proof of a form that the kernel accepts.
  ///
  /// - Parameter domains: The values of the parameters that do not become symbols.
  /// - Throws: `NoProofFound` with the reason of the last attempt.
  package static func proof(
    of form: Claim.Form, _ claim: Claim, over domains: [String: Domain],
    stopReason: @escaping @Sendable () -> String? = { nil }
  ) throws -> UniformProof {
    try ProofSearch(claim, form, nil, form.propositions, domains, stopReason).proof()
  }

  /// A proof that one of the assertions of a form fails for all large values of its parameters.
  ///
  /// - Parameter index: Which one, from 1.
  /// - Throws: As `proof`.
  package static func refutation(
    of index: Int, in form: Claim.Form, _ claim: Claim, over domains: [String: Domain],
    stopReason: @escaping @Sendable () -> String? = { nil }
  ) throws -> UniformProof {
    var last = NoProofFound("no statement that contradicts it is one that proofs are looked for")
    for contradiction in form.propositions[index - 1].contradictions {
      do {
        return try ProofSearch(claim, form, index, [contradiction], domains, stopReason).proof()
      } catch let error as NoProofFound { last = error }
    }
    throw last
  }

  private init(
    _ claim: Claim, _ form: Claim.Form, _ refutes: Int?, _ propositions: [Proposition],
    _ domains: [String: Domain], _ stopReason: @escaping @Sendable () -> String?
  ) {
    self.claim = claim
    self.form = form
    self.refutes = refutes
    self.propositions = propositions
    self.domains = domains
    self.stopReason = stopReason
    roles = ParameterRoles(claim, propositions)
  }

  /// A proof with the integers that are asked for open; where none is, with as many of them as it is found
  /// for.
  private func proof() throws -> UniformProof {
    let asked = roles.integers.filter { domains[$0]?.isOpen == true }
    var choices = [asked]
    if asked.isEmpty {
      choices = roles.integers.count > 1 ? [roles.integers] : []
      choices += [[]] + roles.integers.filter { $0 != roles.vertices }.map { [$0] }
    }
    var first: NoProofFound?
    for choice in choices {
      var search = self
      search.roles = ParameterRoles(claim, propositions, open: choice)
      for start in search.layersStarts {
        search.layersStart = start
        do {
          return try search.proofOfAllSymbols()
        } catch let error as NoProofFound { first = first ?? error }
      }
    }
    throw first ?? NoProofFound("there is nothing to prove")
  }

  /// Where induction may begin: at the first value that is asked for, and where that makes large exponents at
  /// smaller ones that the claim admits.
  private var layersStarts: [Int?] {
    guard let name = roles.layers, let first = least(name) else { return [nil] }
    guard domains[name]?.isOpen == true, first > 16 else { return [first] }
    let bound = claim.parameters.first { $0.name == name }?.bound?.leastInteger
    let smaller = [bound, bound.map { max($0, 16) } ?? 16].compactMap { $0 }.filter { start in
      Self.firstValues.contains(start) && start < first
    }
    return [first] + smaller
  }

  private func proofOfAllSymbols() throws -> UniformProof {
    // All symbols at first; when that fails, one after the other where it makes no harm.
    do {
      return try proof(symbols: roles.positive, hasOpenLayers: true)
    } catch is NoProofFound {}
    // An integer that is asked for open has no single values to take instead.
    let isAskedOpen = roles.layers.flatMap { domains[$0] }?.isOpen == true
    let hasOpenLayers =
      isAskedOpen || (try? proof(symbols: [], hasOpenLayers: true)) != nil
    var symbols: [String] = []
    var best = try proof(symbols: [], hasOpenLayers: hasOpenLayers)
    for name in roles.positive {
      if let proof = try? proof(symbols: symbols + [name], hasOpenLayers: hasOpenLayers) {
        symbols.append(name)
        best = proof
      }
    }
    return best
  }

  private func proof(symbols: [String], hasOpenLayers: Bool) throws -> UniformProof {
    var cases: [UniformProof.Case] = []
    for part in try parts(hasOpenLayers: hasOpenLayers) {
      for setting in try settings(symbols, part) {
        if let reason = stopReason() { throw NoProofFound("\(reason) before a proof was found") }
        cases.append(try proofCase(setting))
      }
    }
    return UniformProof(
      claim: claim.id, statement: form.wording.rawValue, refutes: refutes, cases: cases)
  }

  /// Values of the parameter that is decided by induction: single ones, and all from one on.
  private struct Part {
    var fixed: UniformProof.Parameter?
    var layers: ProofSetting.Layers?
  }

  private func parts(hasOpenLayers: Bool) throws -> [Part] {
    guard hasOpenLayers, let name = roles.layers, let first = layersStart else { return [Part()] }
    let start = try Induction(claim: claim, name: name).start(from: first)
    return (first..<start).map { Part(fixed: .init(name: name, value: Rational($0))) }
      + [Part(layers: .init(name: name, first: start))]
  }

  /// The first of all values of an integer that are to be shown: as asked, or its bound.
  private func least(_ name: String) -> Int? {
    if case .from(let first)? = domains[name] { return first }
    return claim.parameters.first { $0.name == name }?.bound?.leastInteger
  }

  /// One setting for each combination of values of the parameters that are neither.
  private func settings(_ symbols: [String], _ part: Part) throws -> [ProofSetting] {
    var first = ProofSetting(
      vertices: roles.vertices, row: roles.row, sizes: roles.sizes, layers: part.layers,
      symbols: symbols)
    var settings = [first]
    if roles.row != nil {
      settings[0].symbols.append(ProofSetting.rest)
      first.fixed.append(.init(name: ProofSetting.rest, value: 0))
      settings.append(first)
    }
    for parameter in claim.parameters {
      let name = parameter.name
      if name == roles.open || roles.sizes.contains(name) || symbols.contains(name)
        || name == part.layers?.name
      {
        continue
      }
      let values: [Rational]
      if let fixed = part.fixed, fixed.name == name {
        values = [fixed.value]
      } else if case .finite(let list, _)? = domains[name] {
        values = list
      } else {
        throw noRole(of: name)
      }
      guard settings.count * values.count <= 200 else { throw NoProofFound("more than 200 cases") }
      settings = settings.flatMap { setting in
        values.map { value in
          var next = setting
          next.fixed.append(.init(name: name, value: value))
          return next
        }
      }
    }
    return settings
  }

  /// Why a parameter that is asked for open has no proof.
  private func noRole(of name: String) -> NoProofFound {
    if let layers = roles.layers, layers != name,
      Induction(claim: claim, name: name).isExponent(in: propositions)
    {
      return NoProofFound(
        "\(name) is open; proofs are open in one integer of those in exponents, which is \(layers) "
          + "here")
    }
    return NoProofFound(
      "\(name) is open; proofs are open in sizes of matrices, and in exponents of statements that are "
        + "geometric in them, and \(name) is neither here")
  }

  // MARK: One case

  private func proofCase(_ setting: ProofSetting) throws -> UniformProof.Case {
    let program = try ProofTranslation.program(of: propositions, claim, setting)
    let found = try WitnessFinder.values(of: program, layers: setting.layers?.first)
    func entry(_ sizes: [UniformProof.Size]) -> UniformProof.Case {
      UniformProof.Case(
        sizes: sizes, layers: setting.layers?.first, program: program, roots: found.roots,
        values: found.values)
    }
    func entry(_ singles: [Int], _ first: Int?) -> UniformProof.Case {
      entry(setting.vertices == nil ? [] : [.init("r", singles: singles, first: first)])
    }
    func rejection(_ entry: UniformProof.Case) -> Rejection? {
      do {
        try UniformProof(claim: claim.id, statement: "", cases: [entry]).replay()
        return nil
      } catch {
        return error
      }
    }
    guard setting.sizes.isEmpty else {
      return entry(try sizes(setting.sizes) { rejection(entry($0)) })
    }
    // The kernel's texts call it r, whatever its name.
    let name = setting.vertices.flatMap { $0 == "r" ? nil : " (r stands for \($0))" } ?? ""
    guard setting.vertices != nil, let open = roles.open,
      let least = least(open).map(roles.vertices(at:))
    else {
      let proof = entry([], nil)
      if let reason = rejection(proof) { throw NoProofFound("\(reason)\(name)") }
      return proof
    }
    guard Self.firstValues.contains(least) else {
      throw Self.startsTooFar(setting.vertices ?? open, least)
    }
    // What holds from some r on holds from every larger one on.
    var (low, high) = (max(4, least), max(4, least) + Self.rangeLimit)
    if rejection(entry([], low)) != nil {
      if let reason = rejection(entry([], high)) { throw NoProofFound("\(reason)\(name)") }
      while high - low > 1 {
        let middle = (low + high) / 2
        if rejection(entry([], middle)) == nil { high = middle } else { low = middle }
      }
    } else {
      high = low
    }
    let singles = (max(1, least)..<max(1, least, high)).filter {
      rejection(entry([$0], nil)) == nil
    }
    return entry(singles, high)
  }
}

extension ProofSearch {
  /// For which values of several sizes the kernel accepts a case: all from some on, and those before them
  /// one by one.
  private func sizes(
    _ names: [String], _ rejection: ([UniformProof.Size]) -> Rejection?
  ) throws -> [UniformProof.Size] {
    let bounds = try names.map { name in
      guard let bound = least(name) else {
        throw NoProofFound("\(name) is open and has no bound")
      }
      guard Self.firstValues.contains(bound) else { throw Self.startsTooFar(name, bound) }
      return max(1, bound)
    }
    func ranges(_ first: [Int], _ singles: [[Int]]? = nil) -> [UniformProof.Size] {
      names.indices.map { .init(names[$0], singles: singles?[$0] ?? [], first: first[$0]) }
    }
    // What holds from some sizes on holds from all larger ones on.
    var reason: Rejection?
    guard
      var first = Self.offsets.lazy.map({ offset in bounds.map { $0 + offset } }).first(where: {
        let found = rejection(ranges($0))
        // At the largest sizes nothing is degenerate: the reason there is the one that stops the proof.
        reason = found
        return found == nil
      })
    else { throw NoProofFound(reason.map { "\($0)" } ?? "no sizes") }
    for place in names.indices {
      while first[place] > bounds[place] {
        var next = first
        next[place] -= 1
        guard rejection(ranges(next)) == nil else { break }
        first = next
      }
    }
    var singles: [[Int]] = names.map { _ in [] }
    for place in names.indices {
      for value in bounds[place]..<first[place] {
        var next = singles
        next[place].append(value)
        if rejection(ranges(first, next)) == nil { singles = next }
      }
    }
    return ranges(first, singles)
  }

  /// The values at which an open range may begin.
  private static let firstValues = -1000...1_000_000

  private static func startsTooFar(_ name: String, _ first: Int) -> NoProofFound {
    NoProofFound(
      "\(name) begins at \(first); a proof begins from \(firstValues.lowerBound) to "
        + "\(firstValues.upperBound)")
  }

  /// How far the first sizes may be from the least ones that are claimed.
  private static let offsets = [0, 1, 2, 3, 4, 6, 8, 12]
}

extension Claim {
  /// A uniform proof of a form of this claim, which the kernel accepts, for the values on file of the
  /// parameters that do not become symbols.
  ///
  /// - Throws: `NoProofFound` when none is found.
  public func uniformProof(of form: Form) throws -> UniformProof {
    try ProofSearch.proof(of: form, self, over: replayDomains)
  }

  /// A uniform proof that an assertion of a form fails for all large values, which the kernel accepts.
  ///
  /// - Throws: `NoProofFound` when none is found.
  public func uniformRefutation(of form: Form) throws -> UniformProof {
    var last = NoProofFound("there is no assertion")
    for index in form.propositions.indices {
      do {
        return try ProofSearch.refutation(of: index + 1, in: form, self, over: replayDomains)
      } catch let error as NoProofFound { last = error }
    }
    throw last
  }
}
