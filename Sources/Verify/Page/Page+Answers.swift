import Markup

extension Page {
  /// The answers first, and the numbers.
  var answersMarkup: XML {
    let large: XML = """
      <dl class="counts">
      \(counts.map { "<div><dt>\($0.number)</dt><dd>\($0.what)</dd></div>\n" })</dl>

      """
    return """
      <section class="answers" aria-label="The answer">
      \(answers.map(\.markup))\(counts.isEmpty ? "<p class=\"reply\">\(summary)</p>\n" : large)</section>
      """
  }

  /// What is false by itself, by kinds.
  var rootsMarkup: XML? {
    guard !kinds.isEmpty else { return nil }
    return """
      <section class="roots" aria-labelledby="_roots">
      <h2 id="_roots">False as printed, by itself</h2>
      \(kinds.map(\.markup))</section>

      """
  }

  /// Needs the script, and shows when that runs.
  var filtersMarkup: XML {
    let verdicts = verdictFilters.map { filter -> XML in
      """
      <label class="chip \(filter.value)"><input type="checkbox" name="verdict" value="\(filter.value)"/> \
      \(filter.label) <span class="size">\(filter.number)</span></label>

      """
    }
    let faults = faultFilters.map { filter -> XML in
      """
      <label class="chip"><input type="checkbox" name="fault" value="\(filter.value)"/> \
      \(filter.label) <span class="size">\(filter.number)</span></label>

      """
    }
    let faultSet: XML = """
      <fieldset>
      <legend>Fault</legend>
      \(faults)</fieldset>

      """
    let count: XML = """
      <output id="_count" role="status" aria-live="polite">\(statementCount) of \(statementCount) statements</output>
      """
    return """
      <form id="_filters" role="search" aria-label="Statements" hidden="hidden">
      <label class="search">Search <kbd>/</kbd> <input type="search" id="_search" autocomplete="off"/></label>
      <fieldset>
      <legend>Verdict</legend>
      \(verdicts)</fieldset>
      \(faults.isEmpty ? nil : faultSet)<p class="shown">\(count) <button type="reset">Show all</button></p>
      </form>
      """
  }
}

extension Page.Answer {
  fileprivate var markup: XML {
    let list: XML = """
      <ul>
      \(reasons.map { "<li>\($0)</li>\n" })</ul>

      """
    return """
      <div class="answer">
      <h2><a href="#\(claim)">\(asked)</a></h2>
      <p class="reply">\(reply).</p>
      \(reasons.isEmpty ? nil : list)</div>

      """
  }
}

extension Page.Kind {
  fileprivate var markup: XML {
    """
    <details open="open">
    <summary><h3>\(name)</h3> <span class="size">\(roots.count)</span></summary>
    <ul>
    \(roots.map(\.markup))</ul>
    </details>

    """
  }
}

extension Page.Root {
  fileprivate var markup: XML {
    let place: XML? = place.map { ", \($0)" }
    let because: XML? = heirs.isEmpty ? nil : "False because of it: \(XML.links(heirs)). "
    let others: XML? =
      falling.isEmpty
      ? nil : "Lean on it and are false for another reason: \(XML.links(falling)). "
    let rest: XML? = standing.map { "\($0)." }
    return """
      <li><a href="#\(statement)">\(statement)</a>\(place). \(truth).
      \(because)
      \(others)
      \(rest)</li>

      """
  }
}
