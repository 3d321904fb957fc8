extension Layout {
  /// The formula in LaTeX with amsmath and amssymb, without the dollars around it.
  public var latex: String {
    var writer = LaTeXWriter()
    writer.write(self)
    return writer.text
  }
}

/// Writes down a formula so that a person can read the source, too.
private struct LaTeXWriter {
  var text = ""

  /// Adds a piece; a command and a letter after it are kept apart.
  private mutating func add(_ piece: String) {
    guard let next = piece.first else { return }
    if next.isLetter || next.isNumber, endsWithCommand { text += " " }
    text += piece
  }

  private var endsWithCommand: Bool {
    let word = text.reversed().prefix { $0.isASCII && $0.isLetter }
    return !word.isEmpty && text.dropLast(word.count).last == "\\"
  }

  private func inner(_ layout: Layout) -> String { layout.latex }

  mutating func write(_ layout: Layout) {
    switch layout {
    case .row(let parts):
      // What is a sign between nothing and something would be one before something.
      if parts.isEmpty { add("{}") }
      for (place, part) in parts.enumerated() {
        if case .sign(let sign) = part { write(sign, isFirst: place == 0) } else { write(part) }
      }
    case .identifier(let name, let face): add(Self.identifier(name, face))
    case .number(let digits): add(digits)
    case .sign(let sign): write(sign, isFirst: true)
    case .function(let name): add(Self.function(name))
    case .words(let words): add("\\text{\(words.escapedForLaTeX)}")
    case .space(.thin): add("\\,")
    case .space(.wide): add("\\quad ")
    case .fraction(let above, let below): add("\\frac{\(inner(above))}{\(inner(below))}")
    case .binomial(let above, let below): add("\\binom{\(inner(above))}{\(inner(below))}")
    case .root(let radicand): add("\\sqrt{\(inner(radicand))}")
    case .scripts(let base, let lower, let upper):
      write(base)
      if case .function = base { text += "\\nolimits" }
      writeScripts(lower, upper)
    case .limits(let base, let lower, let upper):
      write(base)
      writeScripts(lower, upper)
      text += " "
    case .accent(let accent, let base): add("\(accent.latex){\(inner(base))}")
    case .fenced(let fence, let content): writeFenced(fence, content)
    case .table(let rows, let columns): writeTable(rows, columns)
    }
  }

  private mutating func writeScripts(_ lower: Layout?, _ upper: Layout?) {
    if let lower { text += "_{\(inner(lower))}" }
    if let upper { text += "^{\(inner(upper))}" }
  }

  /// A sign with blanks beside it, unless it belongs to what follows.
  private mutating func write(_ sign: String, isFirst: Bool) {
    switch sign {
    case ",":
      if text.last == " ", text.dropLast().last != "\\" { text.removeLast() }
      text += ", "
    case ":": text += isFirst ? ":" : " : "
    case "\u{2062}":
      if text.last == "}" { text += " " }
    default:
      let command = Glyph.latex(sign) ?? "\\text{\(sign.escapedForLaTeX)}"
      guard !command.isEmpty else { return }
      if isFirst {
        add(command)
      } else if sign == "/" {
        text += command
      } else {
        text += text.last == " " ? "\(command) " : " \(command) "
      }
    }
  }

  /// A word that amsmath's `operatorname` would set, which GitHub does not know.
  private static func function(_ name: String) -> String {
    if Glyph.functions.contains(name) { return "\\\(name)" }
    let blank = name == "arg min" ? "\\," : "\\ "
    return "\\mathop{\\mathrm{\(name.split(separator: " ").joined(separator: blank))}}"
  }

  private static func identifier(_ name: String, _ face: Layout.Face) -> String {
    switch face {
    case .italic: Glyph.latex(name) ?? "\\text{\(name.escapedForLaTeX)}"
    case .upright:
      "\\mathrm{\(name.map { Glyph.latex(String($0)) ?? String($0).escapedForLaTeX }.joined())}"
    case .bold: "\\mathbf{\(name)}"
    case .calligraphic: "\\mathcal{\(name)}"
    case .blackboard: "\\mathbb{\(name)}"
    }
  }

  private mutating func writeFenced(_ fence: Layout.Fence, _ content: Layout) {
    let (left, right) = fence.latex
    let body = inner(content)
    // A brace of cases has nothing on the right, which \left needs.
    if content.isTall || fence == .cases {
      add("\\left\(left)\(Self.apart(left, body))\(body) \\right\(right)")
    } else {
      add("\(left)\(Self.apart(left, body))\(body)\(right)")
    }
  }

  /// The blank between a command and a letter.
  private static func apart(_ command: String, _ body: String) -> String {
    command.last?.isLetter == true && body.first?.isLetter == true ? " " : ""
  }

  private mutating func writeTable(_ rows: [[Layout]], _ columns: Layout.Columns) {
    let isOfCases = columns == .left
    func cell(_ content: Layout) -> String {
      if content == .row([]) { return "" }
      return isOfCases && content.isTall ? "\\displaystyle \(inner(content))" : inner(content)
    }
    let body = rows.map { $0.map(cell).joined(separator: " & ") }
      .joined(separator: isOfCases ? " \\\\[1ex] " : " \\\\ ")
    switch columns {
    case .aligned: add("\\begin{aligned} \(body) \\end{aligned}")
    case .left, .centred:
      // pmatrix takes ten columns at most.
      let letter = isOfCases ? "l" : "c"
      let letters = String(repeating: letter, count: rows.map(\.count).max() ?? 1)
      add("\\begin{array}{\(letters)} \(body) \\end{array}")
    }
  }
}

extension Layout.Accent {
  fileprivate var latex: String {
    switch self {
    case .bar: "\\bar"
    case .overline: "\\overline"
    case .arrow: "\\vec"
    case .tilde: "\\tilde"
    }
  }
}

extension Layout.Fence {
  fileprivate var latex: (left: String, right: String) {
    switch self {
    case .round: ("(", ")")
    case .square: ("[", "]")
    case .curly: ("\\{", "\\}")
    case .bars: ("\\lvert", "\\rvert")
    case .doubleBars: ("\\lVert", "\\rVert")
    case .cases: ("\\{", ".")
    }
  }
}
