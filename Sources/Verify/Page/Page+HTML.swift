import Markup
import Statements

extension Page {
  /// The page, which is well-formed XML as well.
  ///
  /// Without characters that steer terminals: neither are they of XML, nor should the direction of writing turn round.
  var html: String { markup.text.withoutSteering }

  private var markup: XML {
    """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="\(program)"/>
    <title>\(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    <a class="skip" href="#_statements">Skip to the statements</a>
    \(header)
    <main>
    \(answersMarkup)
    \(rootsMarkup)\(partsMarkup)
    \(filtersMarkup)
    <div id="_statements" tabindex="-1">
    \(sections.map(\.markup))</div>
    \(supplement?.markup)\(notationMarkup)
    </main>
    \(footer)
    <script>
    \(script)</script>
    </body>
    </html>

    """
  }

  private var header: XML {
    let unfinished: XML = """
      <p class="unfinished">This run is not finished: a limit ended it, or an interrupt. What was decided until then is here.</p>

      """
    return """
      <header>
      <p class="program">\(program)<button type="button" id="_theme" hidden="hidden">Dark</button></p>
      <h1>\(title)</h1>
      \(isUnfinished ? unfinished : nil)</header>
      """
  }

  /// The parts of the page, each with how many statements it has.
  private var partsMarkup: XML {
    let parts = sections.map { section -> XML in
      """
      <li><a href="#\(section.anchor)">\(section.heading)</a> <span class="size">\(section.size)</span></li>

      """
    }
    let figures: XML? = supplement.map { supplement in
      let regions: XML = "<li><a href=\"#_regions\">Where DNC is not optimal</a></li>\n"
      return """
        <li><a href="#_figures">Figures</a></li>
        \(supplement.regions == nil ? nil : regions)
        """
    }
    return """
      <nav aria-label="Parts">
      <h2>Parts</h2>
      <ol>
      \(parts)\(figures)<li><a href="#_notation">Notation</a></li>
      </ol>
      </nav>
      """
  }

  private var notationMarkup: XML {
    let signs = notation.map { sign -> XML in
      "<div><dt>\(sign.formula)</dt><dd>\(sign.meaning)</dd></div>\n"
    }
    return """
      <section class="part" id="_notation" aria-labelledby="_notation-heading">
      <h2 id="_notation-heading">Notation</h2>
      <dl class="notation">
      \(signs)</dl>
      </section>
      """
  }

  private var footer: XML {
    """
    <footer><p>Written by <code>\(command)</code>, \(program). <q>proved</q> is every value of an unbounded range, \
    by a certificate that was replayed in this run; <q>checked</q> is every value of a finite list, exactly.</p></footer>
    """
  }
}

extension Page.Section {
  fileprivate var markup: XML {
    """
    <section class="part" id="\(anchor)" aria-labelledby="\(anchor)-heading">
    <h2 id="\(anchor)-heading">\(heading)</h2>
    \(statements.map(\.markup))</section>

    """
  }
}

extension XML {
  /// Links to statements.
  static func links(_ ids: [String]) -> XML {
    XML(ids.map { "<a href=\"#\($0)\">\($0)</a>" }, separator: ", ")
  }
}
