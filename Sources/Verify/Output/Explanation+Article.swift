import Claims
import Statements
import Typesetting

extension Explanation {
  /// One statement with its formulas, all its forms, and the verdicts that were just found.
  ///
  /// - Parameters:
  ///   - related: The claims that belong to it.
  ///   - leaning: The claims that use it, directly or through others.
  ///   - proofs: The uniform proofs of its forms that are on file.
  static func article(
    of claim: Claim, _ document: Document, _ related: [Claim], leaning: [Claim],
    proofs: [ReplayedCertificate]
  ) -> Article {
    let formulas = ClaimFormulas(claim)
    var article = Article()
    article.add(.heading(claim.id))
    article.add(.words(claim.title))
    for line in standing(of: claim) { article.add(.words(line.capitalizedFirst + ".")) }
    article.add(
      list: zip(claim.parameters, formulas.parameters).map { parameter, formula in
        [.words("for "), .formula(formula)]
          + (parameter.defaultValues.map { domain in
            [
              .words("; here "), .formula(formulas.parameter(parameter.name)),
              .words(" ∈ \(domain.shown)"),
            ]
          } ?? [])
      } + (formulas.hypothesis.map { [[.words("where "), .formula($0)]] } ?? []))
    for (place, entry) in document.entries.enumerated() {
      let title = entry.form.title.map { ": \($0)" } ?? ":"
      article.add(.words(entry.claim.wordingText(of: entry.form).capitalizedFirst + title))
      article.add(entry.form, in: formulas, isFirst: place == 0)
      article.add(verdictOf: entry, formulas)
      article.add(method: entry)
    }
    article.add(list: proofs.map { [.code($0.name), .words(": " + outcome(of: $0))] })
    if let reason = claim.beyond { article.add(.words("Not decided here: \(reason)")) }
    if !claim.coqTheorems.isEmpty {
      article.add(
        .paragraph(
          [.words("Proved in Coq from objective (1) and the definitions: ")]
            + .names(claim.coqTheorems)))
    }
    for note in claim.notes { article.add(.words(note)) }
    let notation = formulas.notation
    if !notation.isEmpty {
      article.add(.words("Notation:"))
      article.add(list: notation.map { [.formula($0.formula), .words(": \($0.meaning)")] })
    }
    for (name, ids) in references(claim, related, leaning: leaning) {
      article.add(.paragraph([.words("\(name): ")] + .names(ids)))
    }
    return article
  }
}

extension Article {
  /// How a form was decided, and what that leans on.
  mutating func add(method entry: Document.Entry) {
    guard case .decided(let report) = entry else { return }
    let principles = report.principles.joined(separator: ", ")
    add(
      .words(
        "Decided by \(report.method); leans on "
          + "\(principles.isEmpty ? "exact arithmetic alone" : principles)."))
  }
}
