import Typesetting

/// A text with formulas, to be written as LaTeX or as HTML.
struct Article {
  /// A part of a line.
  enum Run {
    case words(String)
    case formula(Formula)
    /// A name or a text as it is written in a file or a command.
    case code(String)
  }

  enum Block {
    case heading(String)
    case paragraph([Run])
    /// A formula in a line of its own.
    case display(Formula)
    case list([[Run]])
    case table(TextTable)
    /// As it stands, letter by letter.
    case verbatim(String)
  }

  private(set) var blocks: [Block] = []

  mutating func add(_ block: Block) { blocks.append(block) }
  mutating func add(_ runs: Run...) { blocks.append(.paragraph(runs)) }

  /// Adds a list, unless it is empty.
  mutating func add(list items: [[Run]]) { if !items.isEmpty { blocks.append(.list(items)) } }
}

extension Article.Run {
  /// An exact value: a formula where it is one.
  static func value(_ text: String) -> Self {
    Formula(value: text).map { .formula($0) } ?? .words(text.abbreviated)
  }
}

extension [Article.Run] {
  /// Formulas with commas between them.
  static func formulas(_ formulas: [Formula]) -> Self { list(formulas.map { .formula($0) }) }

  /// Names with commas between them.
  static func names(_ names: [String]) -> Self { list(names.map { .code($0) }) }

  private static func list(_ runs: [Article.Run]) -> Self {
    Array(runs.map { [$0] }.joined(separator: [.words(", ")]))
  }
}
