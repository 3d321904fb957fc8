import Markup
import Typesetting

extension Article {
  /// A fragment of a page; formulas are MathML.
  var html: String { blocks.map(\.html).joined() }
}

extension Article.Block {
  fileprivate var html: String {
    switch self {
    case .heading(let text): "<h3>\(text.escapedForXML)</h3>\n"
    case .paragraph(let runs): "<p>\(runs.html)</p>\n"
    case .display(let formula): "\(formula.mathML(isDisplay: true))\n"
    case .list(let items):
      "<ul>\n" + items.map { "  <li>\($0.html)</li>\n" }.joined() + "</ul>\n"
    case .table(let table): table.html
    case .verbatim(let text): "<pre>\(text.escapedForXML)</pre>\n"
    }
  }
}

extension [Article.Run] {
  /// A part of a paragraph.
  var html: String {
    map { run in
      switch run {
      case .words(let text): text.escapedForXML
      case .formula(let formula): formula.mathML()
      case .code(let text): "<code>\(text.escapedForXML)</code>"
      }
    }.joined()
  }
}

extension TextTable {
  var html: String {
    func line(_ row: [String], _ element: String, _ attributes: String = "") -> String {
      let cells = row.enumerated().map { column, cell in
        let side = rightAligned.contains(column) ? " style=\"text-align: right\"" : ""
        return "<\(element)\(attributes)\(side)>\(cell.escapedForXML)</\(element)>"
      }
      return "  <tr>\(cells.joined())</tr>\n"
    }
    return "<table>\n<thead>\n\(line(header, "th", " scope=\"col\""))</thead>\n"
      + "<tbody>\n\(body.map { line($0, "td") }.joined())</tbody>\n</table>\n"
  }
}
