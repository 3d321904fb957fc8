/// What the page is made of, as Mustache templates: `{{text}}` is escaped, `{{{markup}}}` is formulas and
/// pictures that were built as markup.
enum PageTemplate {
  /// The parts that others name.
  static let parts = [
    "answer": answer, "roots": roots, "filters": filters, "statement": statement, "form": form,
    "supplement": supplement,
  ]

  static let page = #"""
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="{{program}}"/>
    <title>{{title}}</title>
    <style>
    {{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#_statements">Skip to the statements</a>
    <header>
    <p class="program">{{program}}<button type="button" id="_theme" hidden="hidden">Dark</button></p>
    <h1>{{title}}</h1>
    {{#isUnfinished}}
    <p class="unfinished">This run is not finished: a limit ended it, or an interrupt. What was decided until then is here.</p>
    {{/isUnfinished}}
    </header>
    <main>
    {{> answer}}
    {{> roots}}
    <nav aria-label="Parts">
    <h2>Parts</h2>
    <ol>
    {{#sections}}
    <li><a href="#{{.anchor}}">{{.heading}}</a> <span class="size">{{.size}}</span></li>
    {{/sections}}
    {{#supplement}}
    <li><a href="#_figures">Figures</a></li>
    {{#regions}}<li><a href="#_regions">Where DNC is not optimal</a></li>{{/regions}}
    {{/supplement}}
    <li><a href="#_notation">Notation</a></li>
    </ol>
    </nav>
    {{> filters}}
    <div id="_statements" tabindex="-1">
    {{#sections}}
    <section class="part" id="{{.anchor}}" aria-labelledby="{{.anchor}}-heading">
    <h2 id="{{.anchor}}-heading">{{.heading}}</h2>
    {{#statements}}
    {{> statement}}
    {{/statements}}
    </section>
    {{/sections}}
    </div>
    {{#supplement}}{{> supplement}}{{/supplement}}
    <section class="part" id="_notation" aria-labelledby="_notation-heading">
    <h2 id="_notation-heading">Notation</h2>
    <dl class="notation">
    {{#notation}}
    <div><dt>{{{.formula}}}</dt><dd>{{.meaning}}</dd></div>
    {{/notation}}
    </dl>
    </section>
    </main>
    <footer><p>Written by <code>{{command}}</code>, {{program}}. <q>proved</q> is every value of an unbounded range, by a certificate that was replayed in this run; <q>checked</q> is every value of a finite list, exactly.</p></footer>
    <script>
    {{{script}}}</script>
    </body>
    </html>

    """#

  /// The answers first, and the numbers.
  private static let answer = #"""
    <section class="answers" aria-label="The answer">
    {{#answers}}
    <div class="answer">
    <h2><a href="#{{.claim}}">{{.asked}}</a></h2>
    <p class="reply">{{.reply}}.</p>
    {{^empty(reasons)}}
    <ul>
    {{#reasons}}
    <li>{{.}}</li>
    {{/reasons}}
    </ul>
    {{/empty(reasons)}}
    </div>
    {{/answers}}
    {{^counts}}
    <p class="reply">{{summary}}</p>
    {{/counts}}
    {{^empty(counts)}}
    <dl class="counts">
    {{#counts}}
    <div><dt>{{.number}}</dt><dd>{{.what}}</dd></div>
    {{/counts}}
    </dl>
    {{/empty(counts)}}
    </section>
    """#

  /// What is false by itself, by kinds.
  private static let roots = #"""
    {{^empty(kinds)}}
    <section class="roots" aria-labelledby="_roots">
    <h2 id="_roots">False as printed, by itself</h2>
    {{#kinds}}
    <details open="open">
    <summary><h3>{{.name}}</h3> <span class="size">{{count(roots)}}</span></summary>
    <ul>
    {{#roots}}
    <li><a href="#{{.statement}}">{{.statement}}</a>{{#place}}, {{.}}{{/place}}. {{.truth}}.
    {{^empty(heirs)}}False because of it: {{#heirs}}<a href="#{{.}}">{{.}}</a>{{^last()}}, {{/last()}}{{/heirs}}. {{/empty(heirs)}}
    {{^empty(falling)}}Lean on it and are false for another reason: {{#falling}}<a href="#{{.}}">{{.}}</a>{{^last()}}, {{/last()}}{{/falling}}. {{/empty(falling)}}
    {{#standing}}{{.}}.{{/standing}}</li>
    {{/roots}}
    </ul>
    </details>
    {{/kinds}}
    </section>
    {{/empty(kinds)}}
    """#

  /// Needs the script, and shows when that runs.
  private static let filters = #"""
    <form id="_filters" role="search" aria-label="Statements" hidden="hidden">
    <label class="search">Search <kbd>/</kbd> <input type="search" id="_search" autocomplete="off"/></label>
    <fieldset>
    <legend>Verdict</legend>
    {{#verdictFilters}}
    <label class="chip {{.value}}"><input type="checkbox" name="verdict" value="{{.value}}"/> {{.label}} <span class="size">{{.number}}</span></label>
    {{/verdictFilters}}
    </fieldset>
    {{^empty(faultFilters)}}
    <fieldset>
    <legend>Fault</legend>
    {{#faultFilters}}
    <label class="chip"><input type="checkbox" name="fault" value="{{.value}}"/> {{.label}} <span class="size">{{.number}}</span></label>
    {{/faultFilters}}
    </fieldset>
    {{/empty(faultFilters)}}
    <p class="shown"><output id="_count" role="status" aria-live="polite">{{statementCount}} of {{statementCount}} statements</output> <button type="reset">Show all</button></p>
    </form>
    """#
}
