import Claims
import Statements
import Typesetting

extension Document {
  /// The results with the formulas that they are about.
  var article: Article {
    var article = Article()
    article.add(.heading("verify \(command)"))
    if let audit { article.add(audit) }
    for line in header { article.add(.words(line)) }
    for entry in entries {
      let formulas = ClaimFormulas(entry.claim)
      article.add(
        .code(entry.claim.id),
        .words(", \(entry.claim.wordingText(of: entry.form)): \(entry.title)"))
      if !isRegression {
        let conditions = formulas.conditions
        if !conditions.isEmpty { article.add(.paragraph(conditions)) }
        article.add(entry.form, in: formulas, isFirst: true)
      }
      article.add(verdictOf: entry, formulas)
      if case .decided(let report) = entry {
        if isRegression { article.add(.words("Record: \(remark(entry)).")) }
        for outside in showsOutside ? report.outside : [] {
          article.add(.words("At \(outside.at): \(outside.remark.abbreviated)"))
        }
      }
    }
    if !certificates.isEmpty { article.add(.table(certificateTable)) }
    article.add(list: certificateFailures.map { [.words($0)] })
    article.add(list: (remarks.map(\.abbreviated) + listedLines).map { [.words($0)] })
    article.add(.words(summary))
    return article
  }
}

extension Claim {
  /// `as printed`, `as corrected`, `as stated` for what the paper does not say.
  func wordingText(of form: Form) -> String {
    "as \(role == .ours ? "stated" : form.wording.rawValue)"
  }
}

extension ClaimFormulas {
  /// The parameters of the claim and its hypotheses, in a line; empty when it has neither.
  var conditions: [Article.Run] {
    var runs: [Article.Run] = parameters.isEmpty ? [] : [.words("for ")] + .formulas(parameters)
    if let hypothesis {
      runs += [.words(runs.isEmpty ? "where " : ", where "), .formula(hypothesis)]
    }
    return runs
  }
}

extension Article {
  /// The answers of an audit, and what is false as printed.
  fileprivate mutating func add(_ audit: Audit) {
    for answer in audit.answers {
      add(.words("\(answer.claim.question ?? "") \(answer.answer)."))
      add(list: answer.reasons.map { [.words($0)] })
    }
    guard !audit.roots.isEmpty else { return }
    add(.words("False as printed, by itself:"))
    add(.table(audit.table))
    add(list: audit.roots.flatMap(\.remarks).map { [.words($0)] })
  }

  /// What a form asserts and, below the first one of a claim, its definitions.
  mutating func add(_ form: Claim.Form, in formulas: ClaimFormulas, isFirst: Bool) {
    for formula in formulas.propositions(of: form) { add(.display(formula)) }
    guard isFirst, !formulas.definitions.isEmpty else { return }
    add(.paragraph([.words("where ")] + .formulas(formulas.definitions) + [.words(".")]))
  }

  /// The verdict with the values that it is about and, where the form fails, the first counterexample.
  mutating func add(verdictOf entry: Document.Entry, _ formulas: ClaimFormulas) {
    guard case .decided(let report) = entry else {
      return add(.words("Undecided: \(entry.reason ?? "")."))
    }
    var line = "Verdict: \(report.verdict.kind.rawValue)"
    if report.extents.isFinite {
      line += ", holds for \(report.holds) of \(report.instances) values"
    }
    var runs = [Run.words(line)]
    for (place, extent) in report.extents.entries.enumerated() {
      runs.append(.words(place == 0 ? ", " : "; "))
      runs += extent.extent.runs(of: formulas.parameter(extent.name))
    }
    add(.paragraph(runs + [.words(".")]))
    if case .refuted(let counterexample) = report.verdict {
      add(counterexample, report.failsAt, formulas)
      for line in report.reachOfFailure { add(.words(line + ".")) }
    }
    if let reason = entry.reason { add(.words(reason + ".")) }
  }

  private mutating func add(
    _ counterexample: Counterexample, _ failsAt: String, _ formulas: ClaimFormulas
  ) {
    let (at, failure) = (counterexample.at, counterexample.failure)
    var runs = [Run.words(at.names.isEmpty ? "It fails: " : "It fails \(failsAt) ")]
    for (place, (name, value)) in zip(at.names, at.values).enumerated() {
      if place > 0 { runs.append(.words(", ")) }
      runs += [.formula(formulas.parameter(name)), .words(" = "), .value("\(value)")]
    }
    if !at.names.isEmpty { runs.append(.words(": ")) }
    // What fails is a part of the statement or a formula in it.
    runs.append(formulas.formula(failure.what).map { .formula($0) } ?? .words(failure.what))
    add(.paragraph(runs + [.words(".")]))
    add(list: [
      [.words("claimed: ")] + .value(failure.claimed, failure.claimedDecimal),
      [.words("actual: ")] + .value(failure.actual, failure.actualDecimal),
    ])
  }
}

extension [Article.Run] {
  /// An exact value and its decimals.
  fileprivate static func value(_ exact: String, _ decimal: String?) -> Self {
    [.value(exact)] + (decimal.map { [.words(" ≈ \($0)")] } ?? [])
  }
}

extension Extent {
  /// A parameter with these values: `r ≥ 3`, `every α > 0`.
  fileprivate func runs(of parameter: Formula) -> [Article.Run] {
    let runs: [Article.Run] = [.formula(parameter), .words(" \(self)")]
    if case .above = self { return [.words("every ")] + runs }
    return runs
  }
}
