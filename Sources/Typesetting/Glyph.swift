/// What letters and signs of mathematics are called in LaTeX.
enum Glyph {
  /// The command, or the character itself where LaTeX has it; nil for what neither amsmath nor amssymb names.
  static func latex(_ text: String) -> String? {
    if let command = commands[text] { return command }
    if text.last == "′" { return latex(String(text.dropLast())).map { $0 + "'" } }
    return text.allSatisfy { $0.isASCII && !special.contains($0) } ? text : nil
  }

  private static let special: Set<Character> = ["\\", "{", "}", "$", "&", "#", "^", "_", "%", "~"]

  private static let commands: [String: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon",
    "ζ": "\\zeta", "η": "\\eta", "θ": "\\theta", "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda",
    "μ": "\\mu", "ν": "\\nu", "ξ": "\\xi", "π": "\\pi", "ρ": "\\rho", "σ": "\\sigma",
    "τ": "\\tau", "υ": "\\upsilon", "φ": "\\varphi", "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega",
    "Γ": "\\Gamma", "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Ξ": "\\Xi", "Π": "\\Pi",
    "Σ": "\\Sigma", "Υ": "\\Upsilon", "Φ": "\\Phi", "Ψ": "\\Psi", "Ω": "\\Omega",
    "\u{2061}": "", "\u{2062}": "", "−": "-", "·": "\\cdot", "=": "=", "≠": "\\ne", "≤": "\\le",
    "≥": "\\ge", "≺": "\\prec", "≻": "\\succ", "⪯": "\\preceq", "⪰": "\\succeq", "⊤": "\\top",
    "†": "\\dagger", "↓": "\\downarrow", "∗": "*", "∑": "\\sum", "∏": "\\prod", "⊗": "\\otimes",
    "⊙": "\\odot", "⊕": "\\oplus", "∘": "\\circ", "×": "\\times", "⊠": "\\boxtimes",
    "□": "\\mathbin{\\square}", "⊔": "\\sqcup", "∈": "\\in", "∖": "\\setminus", "∣": "\\mid",
    "…": "\\dots", "⋯": "\\cdots", "⋮": "\\vdots", "⋱": "\\ddots", "ℒ": "\\mathcal{L}",
    "ℝ": "\\mathbb{R}", "ℤ": "\\mathbb{Z}", "ℚ": "\\mathbb{Q}", "mod": "\\bmod", "∀": "\\forall",
    "≈": "\\approx", "√": "\\surd", "→": "\\to", "∞": "\\infty", "⟺": "\\iff", "±": "\\pm",
    "#": "\\#",
  ]

  /// The functions that amsmath has a command for.
  static let functions: Set<String> = ["min", "max", "det", "deg"]
}

extension String {
  /// Words as they stand in LaTeX outside of formulas; signs that have a command become small formulas.
  public var escapedForLaTeX: String {
    var result = ""
    for character in self {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%": result += "\\\(character)"
      case "^": result += "\\textasciicircum{}"
      case "~": result += "\\textasciitilde{}"
      case "<", ">", "|": result += "$\(character)$"
      case "\"": result += "''"
      case "–": result += "--"
      case "—": result += "---"
      case "…": result += "\\dots{}"
      case "“": result += "``"
      case "”": result += "''"
      case "’": result += "'"
      case _ where character.isASCII: result.append(character)
      default: result += character.inLaTeX
      }
    }
    return result
  }
}

extension Character {
  /// A character beyond ASCII, alone in a line of words.
  fileprivate var inLaTeX: String {
    if let command = Glyph.latex(String(self)) { return "\\ensuremath{\(command)}" }
    if let digits = Self.scripts[self] { return "\\ensuremath{\(digits)}" }
    // A letter with a mark of its own: M̃
    let scalars = Array(unicodeScalars)
    if scalars.count == 2, let accent = Self.accents[scalars[1]] {
      let base = Character(scalars[0])
      return "\\ensuremath{\(accent){\(base.isASCII ? String(base) : base.inLaTeX)}}"
    }
    if isLetter, scalars.allSatisfy({ $0.value < 0x250 }) { return String(self) }
    return scalars.map { "[U+\(String($0.value, radix: 16, uppercase: true))]" }.joined()
  }

  private static let accents: [Unicode.Scalar: String] = [
    "\u{303}": "\\tilde", "\u{304}": "\\bar", "\u{305}": "\\bar", "\u{302}": "\\hat",
  ]

  private static let scripts: [Character: String] = [
    "ᵀ": "^{\\top}", "⁻": "^{-}", "₊": "_{+}", "₋": "_{-}", "ᴸ": "^{L}", "ₗ": "_{l}",
    "⁰": "^{0}", "¹": "^{1}", "²": "^{2}", "³": "^{3}", "⁴": "^{4}", "⁵": "^{5}", "⁶": "^{6}",
    "⁷": "^{7}", "⁸": "^{8}", "⁹": "^{9}", "₀": "_{0}", "₁": "_{1}", "₂": "_{2}", "₃": "_{3}",
    "₄": "_{4}", "₅": "_{5}", "₆": "_{6}", "₇": "_{7}", "₈": "_{8}", "₉": "_{9}",
    "‖": "\\|", "⌊": "\\lfloor", "⌋": "\\rfloor", "′": "'", "∂": "\\partial", "ᵢ": "_{i}",
    "ℓ": "\\ell", "⇒": "\\Rightarrow", "⊂": "\\subset", "⊆": "\\subseteq", "∩": "\\cap",
    "∪": "\\cup", "≡": "\\equiv", "⁺": "^{+}", "↦": "\\mapsto", "ū": "\\bar{u}",
    "⋅": "\\cdot", "∅": "\\emptyset", "─": "-", "ỹ": "\\tilde{y}", "∓": "\\mp", "ⁿ": "^{n}",
    "ᵉ": "^{e}", "ᵐ": "^{m}",
  ]
}
