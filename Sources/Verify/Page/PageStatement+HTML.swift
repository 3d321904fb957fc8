import Markup

extension PageStatement {
  /// The statement, its wordings with what was found, and where it stands among the others.
  var markup: XML {
    """
    <article class="statement \(verdict.kind)" id="\(id)" data-verdict="\(verdict.kind)" \
    data-fault="\(fault?.kind ?? "")" tabindex="-1" aria-labelledby="\(id):title">
    <header>
    <h3 id="\(id):title"><a href="#\(id)"><code>\(id)</code></a> \(title)</h3>
    <p class="place">\(placeMarkup)</p>
    </header>
    \(bodyMarkup)<details>
    <summary>Uses, used by, and commands<span class="hidden"> of \(id)</span></summary>
    <dl>
    \(usesMarkup)</dl>
    </details>
    </article>

    """
  }

  private var placeMarkup: XML {
    let wrong: XML? = wrong.map { " <span class=\"fault\">\($0)</span>" }
    let root: XML? = root.map { ", from \(XML.links([$0]))" }
    let source: XML? = source.map { " <span class=\"source\">\($0)</span>" }
    return """
      <strong class="verdict \(verdict.kind)">\(verdict.words)</strong>\(wrong)\(root)\(source)
      """
  }

  private var bodyMarkup: XML {
    var parts: [XML] = []
    if let question { parts.append("<p class=\"question\">\(question)</p>\n") }
    if let conditions { parts.append("<p class=\"conditions\">\(conditions)</p>\n") }
    if !forms.isEmpty { parts.append("<div class=\"forms\">\n\(forms.map(\.markup))</div>\n") }
    if !definitions.isEmpty {
      let items = definitions.map { "<li>\($0)</li>\n" as XML }
      parts.append("<ul class=\"definitions\" aria-label=\"where\">\n\(items)</ul>\n")
    }
    if let beyond { parts.append("<p>Not decided here: \(beyond)</p>\n") }
    parts += notes.map { "<p class=\"note\">\($0)</p>\n" }
    return XML(parts)
  }

  private var usesMarkup: XML {
    var rows: [XML] = []
    func add(_ name: XML, _ meaning: XML) {
      rows.append("<div><dt>\(name)</dt><dd>\(meaning)</dd></div>\n")
    }
    if !uses.isEmpty { add("Uses", .links(uses)) }
    if !users.isEmpty { add("Used by", .links(users)) }
    if let coq {
      add(
        "In Coq",
        "<code>\(coq)</code> (proofs/coq/MainTheorems.v), from objective (1) and the definitions")
    }
    if !commands.isEmpty {
      add("Again", "\(commands.map { "<code class=\"command\">\($0)</code>" })")
    }
    return XML(rows)
  }
}

extension PageStatement.Form {
  fileprivate var markup: XML {
    let says: XML? = says.map { "<p class=\"says\">\($0)</p>\n" }
    return """
      <section class="form \(verdict.kind)">
      <h4>\(name)</h4>
      \(says)\(formulas.map { "<div class=\"formula\">\($0)</div>\n" })\
      <div class="findings">\(findings)</div>
      </section>

      """
  }
}
