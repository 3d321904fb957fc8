import Functions
import Graphs
import Losses
import Rational

extension Claim {
  /// Decides a form for all values of open ranges.
  ///
  /// By a uniform proof where there is one. Otherwise one parameter becomes a symbol, the vertices r in most statements: the uniform reading decides
  /// all large values, and says from where on; the values below are decided one by one, and a few
  /// above as well, where both must agree. Another parameter, the layers L, may be open too when the
  /// statement is geometric in it.
  func openReport(
    on form: Form, over chosen: [(parameter: Parameter, domain: Domain)], options: RunOptions
  ) throws -> Report {
    if let proven = try provenReport(on: form, over: chosen, options: options) { return proven }
    do {
      let run = try OpenRun(self, form, chosen, options)
      return try run.report()
    } catch let error as NotUniform {
      return Report(
        claim: self, form: form, domains: chosen,
        verdict: .undecided(
          "not decided for all values: \(error.description); ask for a finite range, e.g. 5..40"),
        instances: 0, holds: 0, outside: [], method: "none", principles: [], findings: [])
    }
  }
}

/// One decision over open ranges.
struct OpenRun {
  let claim: Claim
  let form: Claim.Form
  let chosen: [(parameter: Claim.Parameter, domain: Domain)]
  let options: RunOptions
  /// Definitions of the values that are decided one by one.
  private let cache: DefinitionCache
  /// The parameter that becomes a symbol, or whose triangular root does.
  private var symbol: OpenSymbol?
  /// The parameter that is decided by induction, with its first value.
  private var inductive: (name: String, first: Int)?

  init(
    _ claim: Claim, _ form: Claim.Form,
    _ chosen: [(parameter: Claim.Parameter, domain: Domain)], _ options: RunOptions
  ) throws(NotUniform) {
    self.claim = claim
    self.form = form
    self.chosen = chosen
    self.options = options
    cache = DefinitionCache(claim)
    for (parameter, domain) in chosen {
      guard case .from(let first) = domain else { continue }
      if claim.isExponent(parameter.name, in: form) {
        guard inductive == nil else {
          throw NotUniform("\(parameter.name) and \(inductive?.name ?? "") are both in exponents")
        }
        inductive = (parameter.name, first)
      } else {
        guard symbol == nil else {
          throw NotUniform("\(parameter.name) and \(symbol?.name ?? "") are both open")
        }
        let rows = TriangularRows(claim: claim, name: parameter.name)
        symbol = try OpenSymbol(parameter.name, first: first, hasRows: rows.occur(in: form))
        if symbol?.hasRows == true {
          try rows.check(form.propositions)
          if let hypothesis = claim.hypothesis { try rows.check(hypothesis) }
        }
      }
    }
  }

  /// A part of the values of the inductive parameter: a single one, or all from one on.
  private struct Part {
    let value: Int?
    let isOpen: Bool
    /// What holds for all larger values when it holds together with the statement itself.
    let steps: [Proposition]
  }

  private func parts() throws -> [Part] {
    guard let inductive else {
      return [Part(value: nil, isOpen: false, steps: [])]
    }
    let induction = Induction(claim: claim, name: inductive.name)
    let start = try induction.start(from: inductive.first)
    var parts = (inductive.first..<start).map {
      Part(value: $0, isOpen: false, steps: [])
    }
    parts.append(
      Part(
        value: start, isOpen: true, steps: try induction.steps(of: form.propositions)))
    return parts
  }

  private static let noStep = NotUniform(
    "the base holds, but the ratios of the two sides do not carry it on")

  /// What has been found so far.
  private struct Tally {
    var decided = 0
    var holds = 0
    var holdsAt: [Instance] = []
    var counterexample: Counterexample?
    var undecided: String?
    var outside: [Report.Outside] = []
    /// From where on the uniform reading holds, and whether something fails for all values there.
    var horizon = 0
    var failsBeyond = false
  }

  func report() throws -> Report {
    let parts = try parts()
    let names = chosen.map(\.parameter.name)
    let lists = chosen.map { entry -> [Rational] in
      if case .finite(let values, _) = entry.domain { return values }
      // The place of an open parameter: filled in below.
      return [0]
    }
    let space = try InstanceSpace(names: names, lists: lists)
    var tally = Tally()
    for part in parts {
      for index in 0..<space.count {
        if let reason = options.stopReason() {
          tally.undecided = tally.undecided ?? "\(reason): the uniform reading was not finished"
          break
        }
        var instance = space[index]
        if let inductive, let value = part.value {
          instance = instance.replacing(inductive.name, by: Rational(value))
        }
        try decide(part, at: instance, &tally)
      }
    }
    return report(of: tally)
  }

  private func decide(_ part: Part, at instance: Instance, _ tally: inout Tally) throws {
    guard let symbol else {
      try decideOne(part, at: instance, &tally)
      return
    }
    let horizon = Horizon()
    let readings = try Horizon.$current.withValue(horizon) {
      try symbol.places.map { try read(part, at: instance, symbol, $0) }
    }
    if let failure = horizon.failure { throw NotUniform(failure) }
    let outcomes = readings.map(\.outcome)
    guard readings.allSatisfy({ $0.hypotheses == readings[0].hypotheses }) else {
      throw NotUniform("a hypothesis changes between two triangular numbers")
    }
    let least = SymbolicIntersections<RootFunction>.leastOrder
    let first = max(
      symbol.firstSymbol, readings.contains(where: \.usesGraphs) ? least : symbol.firstSymbol)
    guard let bound = horizon.bound(from: first, limit: symbol.limit) else {
      throw NotUniform("it holds from some large \(symbol.name) on only")
    }
    tally.horizon = max(tally.horizon, bound)
    let isDecidedBetween = outcomes.allSatisfy { $0.agrees(with: outcomes[0]) && $0.failure == nil }
    if !symbol.hasRows, case .fails = outcomes[0].result { tally.failsBeyond = true }
    for (value, place) in symbol.values(upTo: bound) {
      let here = instance.replacing(symbol.name, by: Rational(value))
      let found = try decideOne(part, at: here, &tally)
      let expected: Outcome? =
        switch place {
        case .below: nil
        case .end(let index): outcomes[index]
        // Where one end fails, nothing is known between.
        case .between: isDecidedBetween ? outcomes[0] : nil
        }
      guard expected.map({ found.agrees(with: $0) }) ?? true else {
        throw RunError.readingsDisagree(
          "\(claim.id) at \(here): for all large \(symbol.name) the uniform reading gives "
            + "\(outcomes), the value itself \(found)")
      }
    }
  }

  /// The uniform reading at one place, with the truth of each comparison of the hypotheses.
  private func read(
    _ part: Part, at instance: Instance, _ symbol: OpenSymbol, _ place: RootFunction
  ) throws -> (outcome: Outcome, hypotheses: [Bool], usesGraphs: Bool) {
    var evaluator = UniformEvaluator(
      claim, symbol, place, at: instance, UniformVertices(symbol: symbol.name))
    var hypotheses: [Bool] = []
    if let hypothesis = claim.hypothesis {
      hypotheses = try evaluator.comparisons(of: hypothesis)
      if try !evaluator.holds(hypothesis) {
        return (Outcome(result: .outside("")), hypotheses, evaluator.usesGraphs)
      }
    }
    let outcome = try evaluator.outcome(of: form.propositions, isForAllLayers: part.isOpen)
    let steps = try evaluator.outcome(of: part.steps, isForAllLayers: false)
    guard outcome.result != .holds || steps.result == .holds else { throw Self.noStep }
    return (outcome, hypotheses, evaluator.usesGraphs)
  }

  /// One value of the symbol, by the instance reading.
  @discardableResult
  private func decideOne(
    _ part: Part, at instance: Instance, _ tally: inout Tally
  ) throws -> Outcome {
    func decide(_ propositions: [Proposition], isForAllLayers: Bool) throws -> Outcome {
      let form = Claim.Form(
        wording: form.wording, propositions: propositions, record: nil, location: form.location)
      return try Evaluator(
        claim, at: instance, options: options, cache: cache,
        isForAllLayers: isForAllLayers
      ).outcome(of: form).outcome
    }
    let outcome = try decide(form.propositions, isForAllLayers: part.isOpen)
    // A step that fails refutes nothing: it is sufficient, not necessary.
    if outcome.result == .holds, try decide(part.steps, isForAllLayers: false).result != .holds {
      throw Self.noStep
    }
    switch outcome.result {
    case .holds:
      tally.decided += 1
      tally.holds += 1
      tally.holdsAt.append(instance)
    case .fails(let failure):
      tally.decided += 1
      if tally.counterexample.map({ instance.precedes($0.at) }) ?? true {
        tally.counterexample = Counterexample(at: instance, failure: failure)
      }
    case .undecided(let reason): tally.undecided = tally.undecided ?? "at \(instance): \(reason)"
    case .outside(let remark): tally.outside.append(.init(at: instance, remark: remark))
    }
    return outcome
  }

  private func report(of tally: Tally) -> Report {
    let verdict: Verdict
    if let counterexample = tally.counterexample {
      verdict = .refuted(counterexample)
    } else if let undecided = tally.undecided {
      verdict = .undecided(undecided)
    } else if tally.decided == 0 {
      verdict = .undecided("no value of the range satisfies the hypotheses of the statement")
    } else {
      verdict = .proved
    }
    return Report(
      claim: claim, form: form, domains: chosen, verdict: verdict, instances: tally.decided,
      holds: tally.holds, outside: tally.outside, method: method(tally),
      principles: principles, findings: findings(tally))
  }

  private func method(_ tally: Tally) -> String {
    var parts: [String] = [form.method(options)]
    if let symbol {
      parts.append(
        symbol.hasRows
          ? "functions of r = triangular_root(\(symbol.name)) for r ≥ \(tally.horizon), at both ends "
            + "of r(r-1)/2 ≤ \(symbol.name) < (r+1)r/2"
          : "functions of \(symbol.name) for \(symbol.name) ≥ \(tally.horizon)")
      let last = symbol.row(tally.horizon).lowerBound - 1
      if last >= symbol.first {
        let range = last == symbol.first ? "\(last)" : "\(symbol.first), …, \(last)"
        parts.append("\(symbol.name) = \(range) one by one")
      }
    }
    if let inductive { parts.append("base and ratio in \(inductive.name)") }
    return parts.joined(separator: "; ")
  }

  private var principles: [String] {
    var names = Set(form.principles)
    if let symbol {
      names.insert("intersection numbers are polynomials in r")
      if symbol.hasRows { names.insert("an affine function on a row of K") }
    }
    if form.propositions.contains(where: { if case .lossComparison = $0 { true } else { false } }) {
      names.insert("concavity of u/(u + x)")
    }
    if symbol != nil,
      form.propositions.contains(where: { if case .lossValue = $0 { true } else { false } })
    {
      names.insert("critical Λ of deep neural collapse")
    }
    return names.sorted()
  }

  private func findings(_ tally: Tally) -> [Report.Finding] {
    // With several values of another parameter there is no single answer.
    guard let symbol, inductive == nil, tally.failsBeyond,
      let counterexample = tally.counterexample,
      chosen.allSatisfy({ $0.parameter.name == symbol.name || $0.domain.count == 1 })
    else { return [] }
    let values = Set(tally.holdsAt.compactMap { $0[symbol.name] }).sorted()
    let place =
      values.isEmpty
      ? "nowhere" : "for \(symbol.name) = \(values.map(\.description).joined(separator: ", "))"
    return [
      .init(
        at: counterexample.at,
        entries: [
          .init(
            Report.Finding.extent,
            "it fails for every \(symbol.name) ≥ \(tally.horizon); below that it holds \(place)")
        ])
    ]
  }
}

extension Claim {
  /// Whether a parameter stands in an exponent or is a number of layers, through definitions too.
  func isExponent(_ name: String, in form: Form) -> Bool {
    let induction = Induction(claim: self, name: name)
    func occurs(in expression: Expression) -> Bool {
      if case .binary(.power, _, let exponent, _) = expression, induction.depends(exponent) {
        return true
      }
      return expression.children.contains(where: occurs)
    }
    let formulas = form.propositions.flatMap(\.expressions) + definitions.map(\.expression)
    if formulas.contains(where: occurs) { return true }
    return form.propositions.contains { proposition in
      if case .lossComparison(let comparison) = proposition {
        induction.depends(comparison.layers)
      } else {
        false
      }
    }
  }
}

extension Instance {
  /// The same values but for one parameter.
  fileprivate func replacing(_ name: String, by value: Rational) -> Instance {
    Instance(
      names: names, values: zip(names, values).map { $0 == name ? value : $1 })
  }

  /// Whether it comes first in the order of the parameters.
  fileprivate func precedes(_ other: Instance) -> Bool {
    values.lexicographicallyPrecedes(other.values)
  }
}
