import Typesetting

extension Article {
  /// A fragment that stands in a document with amsmath and amssymb.
  var latex: String { blocks.map(\.latex).joined(separator: "\n") }
}

extension Article.Block {
  fileprivate var latex: String {
    switch self {
    case .heading(let text): "\\paragraph{\(text.escapedForLaTeX)}\n"
    case .paragraph(let runs): runs.latex + "\n"
    case .display(let formula): "\\[\n  \(formula.latex)\n\\]\n"
    case .list(let items):
      "\\begin{itemize}\n" + items.map { "  \\item \($0.latex)\n" }.joined() + "\\end{itemize}\n"
    case .table(let table): table.latex
    case .verbatim(let text):
      "\\begin{flushleft}\\ttfamily\n"
        + text.split(separator: "\n").map { String($0).escapedForLaTeX }.joined(separator: "\\\\\n")
        + "\n\\end{flushleft}\n"
    }
  }
}

extension [Article.Run] {
  fileprivate var latex: String {
    map { run in
      switch run {
      case .words(let text): text.escapedForLaTeX
      case .formula(let formula): "$\(formula.latex)$"
      case .code(let text): "\\texttt{\(text.escapedForLaTeX)}"
      }
    }.joined()
  }
}

extension TextTable {
  /// The most rows of a table that is not broken between pages.
  private static let rowsOfPage = 40

  /// The most letters of a cell that is not broken between lines.
  private static let lineWidth = 40

  /// The same as LaTeX tables, so many that each fits a page.
  var latex: String {
    let columns = header.indices.map { column in
      let width = body.map { $0[column].count }.max() ?? 0
      if width > Self.lineWidth { return "p{0.5\\textwidth}" }
      return rightAligned.contains(column) ? "r" : "l"
    }.joined()
    func line(_ row: [String]) -> String {
      "  " + row.map(\.escapedForLaTeX).joined(separator: " & ") + " \\\\\n"
    }
    var rest = body[...]
    var text = ""
    repeat {
      text += "\\begin{tabular}{\(columns)}\n\(line(header))  \\hline\n"
      text += rest.prefix(Self.rowsOfPage).map(line).joined()
      text += "\\end{tabular}\n\n"
      rest = rest.dropFirst(Self.rowsOfPage)
    } while !rest.isEmpty
    return text
  }
}
