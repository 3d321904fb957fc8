extension PageTemplate {
  static let statement = #"""
    <article class="statement {{.verdict.kind}}" id="{{.id}}" data-verdict="{{.verdict.kind}}" data-fault="{{#fault}}{{.kind}}{{/fault}}" tabindex="-1" aria-labelledby="{{.id}}:title">
    <header>
    <h3 id="{{.id}}:title"><a href="#{{.id}}"><code>{{.id}}</code></a> {{.title}}</h3>
    <p class="place"><strong class="verdict {{.verdict.kind}}">{{.verdict.words}}</strong>{{#wrong}} <span class="fault">{{.}}</span>{{/wrong}}{{#root}}, from <a href="#{{.}}">{{.}}</a>{{/root}}{{#source}} <span class="source">{{.}}</span>{{/source}}</p>
    </header>
    {{#question}}<p class="question">{{.}}</p>{{/question}}
    {{#conditions}}<p class="conditions">{{{.}}}</p>{{/conditions}}
    {{^empty(forms)}}
    <div class="forms">
    {{#forms}}
    {{> form}}
    {{/forms}}
    </div>
    {{/empty(forms)}}
    {{^empty(definitions)}}
    <ul class="definitions" aria-label="where">
    {{#definitions}}
    <li>{{{.}}}</li>
    {{/definitions}}
    </ul>
    {{/empty(definitions)}}
    {{#beyond}}<p>Not decided here: {{.}}</p>{{/beyond}}
    {{#notes}}
    <p class="note">{{.}}</p>
    {{/notes}}
    <details>
    <summary>Uses, used by, and commands<span class="hidden"> of {{.id}}</span></summary>
    <dl>
    {{^empty(uses)}}<div><dt>Uses</dt><dd>{{#uses}}<a href="#{{.}}">{{.}}</a>{{^last()}}, {{/last()}}{{/uses}}</dd></div>{{/empty(uses)}}
    {{^empty(users)}}<div><dt>Used by</dt><dd>{{#users}}<a href="#{{.}}">{{.}}</a>{{^last()}}, {{/last()}}{{/users}}</dd></div>{{/empty(users)}}
    {{#coq}}<div><dt>In Coq</dt><dd><code>{{.}}</code> (proofs/coq/MainTheorems.v), from objective (1) and the definitions</dd></div>{{/coq}}
    {{^empty(commands)}}<div><dt>Again</dt><dd>{{#commands}}<code class="command">{{.}}</code>{{/commands}}</dd></div>{{/empty(commands)}}
    </dl>
    </details>
    </article>
    """#

  static let form = #"""
    <section class="form {{.verdict.kind}}">
    <h4>{{.name}}</h4>
    {{#says}}<p class="says">{{.}}</p>{{/says}}
    {{#formulas}}
    <div class="formula">{{{.}}}</div>
    {{/formulas}}
    <div class="findings">{{{.findings}}}</div>
    </section>
    """#

  /// The figures and the table K × L.
  static let supplement = #"""
    <section class="part" id="_figures" aria-labelledby="_figures-heading">
    <h2 id="_figures-heading">Figures</h2>
    {{#pictures}}
    <figure>
    <div class="wide">{{{.drawing}}}</div>
    <figcaption>{{.caption}} <code class="command">{{.redraw}}</code></figcaption>
    </figure>
    {{/pictures}}
    </section>
    {{#regions}}
    <section class="part" id="_regions" aria-labelledby="_regions-heading">
    <h2 id="_regions-heading">Where DNC is not optimal</h2>
    {{#meaning}}
    <p>{{.}}</p>
    {{/meaning}}
    <div class="wide">
    <table>
    <thead><tr><th scope="col">K</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row">{{.classes}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    <p><code class="command">verify points</code></p>
    </section>
    {{/regions}}
    """#
}
