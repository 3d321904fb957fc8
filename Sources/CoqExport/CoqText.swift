import Certificates

/// How the parts of a uniform proof are written in Coq.
enum CoqText {
  /// Words that mean something in the generated files, beside those that look like `step_3`.
  private static let reserved: Set<String> = [
    "r", "vertices", "many", "further", "at", "as", "cofix", "else", "end", "exists", "exists2",
    "fix", "for", "forall", "fun", "if", "in", "let", "match", "mod", "return", "then", "using",
    "where", "with", "Prop", "Set", "SProp", "Type", "by", "R", "nat", "matrix", "product", "sum",
    "scale", "difference", "relu", "transpose", "stack", "identity", "ones", "zeros", "incidence",
    "adjacency", "weightings", "unit_rows", "trace", "count", "rank", "nuclear", "gram",
    "spectrum", "factorisation", "inverse", "pseudo_inverse", "ridge", "dense", "entry", "sqrt",
    "vertex", "edge", "nothing", "sign", "measure", "equal", "know", "reduce", "collect",
    "polynomial", "statement", "rows", "cols", "valid", "differ", "natural", "no_zero_row",
    "below_at", "below_two", "row_square",
    "strongly_regular", "least", "known", "setting", "shapes", "shown", "everything",
    "powerRZ", "pow", "INR", "hadamard", "kronecker", "kronecker_fits", "diagonal", "positives",
    "nulls", "negatives", "greatest", "determinant", "sets", "elements", "Matrix", "Forall",
  ]

  /// The name of a symbol or root: its own, unless Coq or the library has it already.
  static func name(_ name: String) -> String {
    let isTaken =
      reserved.contains(name) || name.hasPrefix("_") || name.hasPrefix("step_")
      || name.hasPrefix("show_") || name.hasPrefix("nat_") || name.hasPrefix("many_")
      || (name.hasPrefix("a") && Int(name.dropFirst()) != nil)
    return isTaken ? "symbol_" + name : name
  }

  /// A value `P` or `(P)/(Q)` in the names of the generated file.
  ///
  /// Texts come from a replayed proof: digits, names, `+ - * ^ ( ) /` and spaces.
  static func number(_ text: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      guard let first = word.first else { return }
      result += first.isNumber || word == "r" ? word : name(word)
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  static func sizes(_ types: [UniformProof.Index]) -> String {
    "[" + types.map { "\($0.vertexSubset ?? 0)%nat" }.joined(separator: "; ") + "]"
  }

  /// What a file, a section or a theorem about a claim is called: letters, digits and `_`.
  static func identifier(_ text: String) -> String {
    let name = String(
      text.map { ($0.isLetter || $0.isNumber) && $0.isASCII ? $0 : Character("_") })
    return name.first.map { $0.isLetter } == true ? name : "proof_" + name
  }

  /// Text inside a comment, where Coq would read `(*`, `*)` and quotes.
  static func comment(_ text: String) -> String {
    text.replacing("\"", with: "'").replacing("(*", with: "( *").replacing("*)", with: "* )")
  }

  /// A term as an operand: in parentheses unless it is a word, a plain number or in them already.
  static func atom(_ text: String) -> String {
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord || bare(text) != text ? text : "(\(text))"
  }

  /// A term without the parentheses around all of it.
  static func bare(_ text: String) -> String {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return text }
    var depth = 0
    for (place, character) in text.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 && place < text.count - 1 { return text }
    }
    return String(text.dropFirst().dropLast())
  }
}

/// Exact numbers.
extension CoqText {
  /// `Fractions 16 [[9; 17; 9]; …]%Z`
  static func matrix(_ matrix: PointMatrix) -> String {
    let rows = (0..<matrix.rows).map { row in
      let entries = matrix.numerators[(row * matrix.columns)..<((row + 1) * matrix.columns)]
      return "[" + entries.map { "\($0)" }.joined(separator: "; ") + "]"
    }
    return "(Fractions \(matrix.denominator) [\(rows.joined(separator: "; "))]%Z)"
  }

  /// `(3 # 4)`
  static func fraction(_ number: some CustomStringConvertible) -> String {
    "(" + quotient(number).replacing(" / ", with: " # ") + ")"
  }

  /// `3 / 4`, and `3 / 1`.
  static func quotient(_ number: some CustomStringConvertible) -> String {
    let parts = number.description.split(separator: "/")
    return "\(parts[0]) / \(parts.count == 2 ? parts[1] : "1")"
  }
}
