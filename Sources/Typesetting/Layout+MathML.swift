import Markup

extension Layout {
  /// The formula as a `math` element of MathML Core.
  ///
  /// - Parameters:
  ///   - isDisplay: Whether it stands in a line of its own.
  ///   - text: What is read aloud where formulas are not understood.
  public func mathML(isDisplay: Bool, text: String) -> String {
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"\(isDisplay ? "block" : "inline")\" "
      + "alttext=\"\(text.escapedForXML)\">\(element)</math>"
  }

  private var element: String {
    switch self {
    case .row(let parts): Self.tag("mrow", parts.map(\.element).joined())
    case .identifier(let name, let face): Self.identifier(name, face)
    case .number(let digits): Self.tag("mn", digits)
    case .sign("mod"): Self.tag("mo", "mod", "lspace=\"0.2em\" rspace=\"0.2em\"")
    case .sign(let sign): Self.tag("mo", sign.escapedForXML)
    case .function(let name): Self.tag("mi", name.escapedForXML)
    case .words(let words): Self.tag("mtext", words.escapedForXML.keepingBlanks)
    case .space(.thin): "<mspace width=\"0.167em\"/>"
    case .space(.wide): "<mspace width=\"1em\"/>"
    case .fraction(let above, let below): Self.tag("mfrac", above.element + below.element)
    case .binomial(let above, let below):
      Self.fence(
        "(", Self.tag("mfrac", above.element + below.element, "linethickness=\"0\""), ")")
    case .root(let radicand): Self.tag("msqrt", radicand.element)
    case .scripts(let base, let lower, let upper):
      Self.scripts(base, lower, upper, names: ("msub", "msup", "msubsup"))
    case .limits(let base, let lower, let upper):
      Self.scripts(base, lower, upper, names: ("munder", "mover", "munderover"))
    case .accent(let accent, let base):
      Self.tag("mover", base.element + Self.tag("mo", accent.character), "accent=\"true\"")
    case .fenced(let fence, let content): Self.fenced(fence, content.element)
    case .table(let rows, let columns): Self.table(rows, columns)
    }
  }

  private static func tag(_ name: String, _ content: String, _ attributes: String = "") -> String {
    "<\(name)\(attributes.isEmpty ? "" : " ")\(attributes)>\(content)</\(name)>"
  }

  private static func identifier(_ name: String, _ face: Face) -> String {
    switch face {
    // A single letter is slanted by itself, a word is not.
    case .italic: tag("mi", name.escapedForXML)
    case .upright:
      tag("mi", name.escapedForXML, name.count == 1 ? "mathvariant=\"normal\"" : "")
    case .bold: tag("mi", name.inAlphabet(capitals: 0x1D400, digits: 0x1D7CE))
    case .calligraphic: tag("mi", name.inAlphabet(capitals: 0x1D49C, digits: nil))
    case .blackboard: tag("mi", name.inAlphabet(capitals: 0x1D538, digits: 0x1D7D8))
    }
  }

  private static func scripts(
    _ base: Layout, _ lower: Layout?, _ upper: Layout?,
    names: (lower: String, upper: String, both: String)
  ) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      tag(names.both, base.element + lower.element + upper.element)
    case (let lower?, nil): tag(names.lower, base.element + lower.element)
    case (nil, let upper?): tag(names.upper, base.element + upper.element)
    case (nil, nil): base.element
    }
  }

  private static func fence(_ left: String, _ content: String, _ right: String) -> String {
    tag("mrow", tag("mo", left) + content + tag("mo", right))
  }

  private static func fenced(_ fence: Fence, _ content: String) -> String {
    switch fence {
    case .round: Self.fence("(", content, ")")
    case .square: Self.fence("[", content, "]")
    case .curly: Self.fence("{", content, "}")
    case .bars: Self.fence("|", content, "|")
    case .doubleBars: Self.fence("‖", content, "‖")
    case .cases: tag("mrow", tag("mo", "{") + content)
    }
  }

  private static func table(_ rows: [[Layout]], _ columns: Columns) -> String {
    func side(_ column: Int) -> String {
      switch columns {
      case .centred: ""
      case .left: "style=\"text-align: left\""
      case .aligned: "style=\"text-align: \(column == 0 ? "right" : "left")\""
      }
    }
    return tag(
      "mtable",
      rows.map { row in
        tag(
          "mtr",
          row.enumerated().map { tag("mtd", $1.element, side($0)) }.joined())
      }.joined(), columns == .centred ? "" : "displaystyle=\"true\"")
  }
}

extension Layout.Accent {
  fileprivate var character: String {
    switch self {
    case .bar, .overline: "‾"
    case .arrow: "→"
    case .tilde: "~"
    }
  }
}

extension String {
  /// The blanks at the ends are kept: in an element of words they would be dropped.
  fileprivate var keepingBlanks: String {
    var text = self
    if text.first == " " { text = "\u{A0}" + text.dropFirst() }
    if text.last == " " { text = text.dropLast() + "\u{A0}" }
    return text
  }

  /// Capitals and digits in one of Unicode's mathematical alphabets.
  fileprivate func inAlphabet(capitals: UInt32, digits: UInt32?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "L" where capitals == 0x1D49C: result += "ℒ"
      case "R" where capitals == 0x1D538: result += "ℝ"
      case "Z" where capitals == 0x1D538: result += "ℤ"
      case "Q" where capitals == 0x1D538: result += "ℚ"
      case "A"..."Z":
        Unicode.Scalar(capitals + scalar.value - 65).map { result.unicodeScalars.append($0) }
      case "0"..."9":
        if let digits, let digit = Unicode.Scalar(digits + scalar.value - 48) {
          result.unicodeScalars.append(digit)
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
