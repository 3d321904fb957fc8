import Markup
import Typesetting

extension Article {
  /// A fragment of a page; formulas are MathML.
  var html: XML { XML(blocks.map(\.html)) }
}

extension Article.Block {
  fileprivate var html: XML {
    switch self {
    case .heading(let text): "<h3>\(text)</h3>\n"
    case .paragraph(let runs): "<p>\(runs.html)</p>\n"
    case .display(let formula): "\(XML(formula.mathML(isDisplay: true)))\n"
    case .list(let items):
      "<ul>\n\(items.map { "  <li>\($0.html)</li>\n" })</ul>\n"
    case .table(let table): table.html
    case .verbatim(let text): "<pre>\(text)</pre>\n"
    }
  }
}

extension [Article.Run] {
  /// A part of a paragraph.
  var html: XML {
    XML(
      map { run in
        switch run {
        case .words(let text): "\(text)"
        case .formula(let formula): XML(formula.mathML())
        case .code(let text): "<code>\(text)</code>"
        }
      })
  }
}

extension TextTable {
  var html: XML {
    func line(_ row: [String], _ element: XML, _ attributes: XML = "") -> XML {
      let cells = row.enumerated().map { column, cell -> XML in
        let side: XML = rightAligned.contains(column) ? " style=\"text-align: right\"" : ""
        return "<\(element)\(attributes)\(side)>\(cell)</\(element)>"
      }
      return "  <tr>\(cells)</tr>\n"
    }
    return """
      <table>
      <thead>
      \(line(header, "th", " scope=\"col\""))</thead>
      <tbody>
      \(body.map { line($0, "td") })</tbody>
      </table>

      """
  }
}
