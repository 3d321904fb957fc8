extension Layout {
  /// A name of a claim in letters: `alpha_L` is α with the index L, `W2` is W with the index 2.
  ///
  /// Parts after `_` are indices, digits at the end of a part too, and `bar` is a bar. A word of several
  /// letters stands upright, so that it does not look like a product.
  static func name(_ name: String) -> Layout {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains(where: \.isEmpty), let head = parts.first else { return plain(name) }
    var (base, indices) = stem(head)
    for part in parts.dropFirst() {
      if part == "bar", indices.isEmpty {
        base = .accent(.bar, base)
      } else {
        indices.append(part.allSatisfy(\.isNumber) ? .number(part) : Self.name(part))
      }
    }
    return indices.isEmpty ? base : .scripts(base, lower: list(indices))
  }

  /// The name letter by letter, for one that would look like another.
  static func plain(_ name: String) -> Layout { .identifier(name, .upright) }

  /// The letters of a part of a name, and the digits that follow them as an index.
  private static func stem(_ part: String) -> (base: Layout, indices: [Layout]) {
    let digits = String(part.reversed().prefix(while: \.isNumber).reversed())
    let word = String(part.dropLast(digits.count))
    guard !word.isEmpty else { return (.number(part), []) }
    let base: Layout =
      if let letter = greek[word] {
        .letter(letter)
      } else if word.count == 1 {
        .letter(word)
      } else {
        .identifier(solutions[word] ?? word, .upright)
      }
    return (base, digits.isEmpty ? [] : [.number(digits)])
  }

  /// The paper's names of its two solutions.
  private static let solutions = ["srg": "SRG", "dnc": "DNC"]

  private static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eps": "ε", "epsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
}
