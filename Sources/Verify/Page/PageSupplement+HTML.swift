import Markup

extension PageSupplement {
  /// The figures and the table K × L.
  var markup: XML {
    """
    <section class="part" id="_figures" aria-labelledby="_figures-heading">
    <h2 id="_figures-heading">Figures</h2>
    \(pictures.map(\.markup))</section>
    \(regions?.markup)
    """
  }
}

extension PageSupplement.Picture {
  fileprivate var markup: XML {
    """
    <figure>
    <div class="wide">\(drawing)</div>
    <figcaption>\(caption) <code class="command">\(redraw)</code></figcaption>
    </figure>

    """
  }
}

extension PageSupplement.Regions {
  fileprivate var markup: XML {
    let head = columns.map { "<th scope=\"col\">\($0)</th>" as XML }
    let body = rows.map { row -> XML in
      "<tr><th scope=\"row\">\(row.classes)</th>\(row.cells.map { "<td>\($0)</td>" })</tr>\n"
    }
    return """
      <section class="part" id="_regions" aria-labelledby="_regions-heading">
      <h2 id="_regions-heading">Where DNC is not optimal</h2>
      \(meaning.map { "<p>\($0)</p>\n" })<div class="wide">
      <table>
      <thead><tr><th scope="col">K</th>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>
      <p><code class="command">verify points</code></p>
      </section>

      """
  }
}
