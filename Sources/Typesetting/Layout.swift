/// A formula as it is set: what stands beside, above and below what, and in which brackets.
///
/// It is made once, from an expression or a proposition; LaTeX and MathML are two ways to write it down.
/// Letters and signs are Unicode characters, whose names in LaTeX are in `Glyph`.
public indirect enum Layout: Hashable, Sendable {
  /// Parts side by side. A sign that comes first belongs to what follows it: `-x`.
  case row([Layout])
  /// A letter, or a word that names something.
  case identifier(String, Face)
  /// Digits, perhaps with a point.
  case number(String)
  /// A sign between two parts or before one.
  case sign(String)
  /// A word of mathematics that takes arguments: tr, rank, min.
  case function(String)
  /// Words of a sentence, with the blanks beside them.
  case words(String)
  case space(Space)
  case fraction(Layout, Layout)
  case binomial(Layout, Layout)
  case root(Layout)
  case scripts(Layout, lower: Layout? = nil, upper: Layout? = nil)
  /// A sum, a product or an extremum, with what stands below and above.
  case limits(Layout, lower: Layout, upper: Layout? = nil)
  case accent(Accent, Layout)
  case fenced(Fence, Layout)
  case table([[Layout]], Columns)

  /// The kind of letter.
  public enum Face: Hashable, Sendable {
    case italic, upright, bold, calligraphic, blackboard
  }

  public enum Space: Hashable, Sendable {
    /// Between factors that would run together.
    case thin
    /// Between formulas of one line.
    case wide
  }

  public enum Accent: Hashable, Sendable {
    case bar, overline, arrow, tilde
  }

  public enum Fence: Hashable, Sendable {
    case round, square, curly, bars, doubleBars
    /// A brace on the left alone, before a list of cases.
    case cases
  }

  public enum Columns: Hashable, Sendable {
    case centred
    /// Cases one below the other.
    case left
    /// The lines of one long formula, each broken into what stands left and right of a place.
    case aligned
  }
}

extension Layout {
  /// The sign of a product that is written without one.
  static let times = sign("\u{2062}")
  /// Between a function and its argument.
  static let application = sign("\u{2061}")
  static let comma = sign(",")

  static func letter(_ letter: String) -> Layout { .identifier(letter, .italic) }

  /// Parts with a comma between any two.
  static func list(_ parts: [Layout]) -> Layout {
    parts.count == 1 ? parts[0] : .row(Array(parts.map { [$0] }.joined(separator: [comma])))
  }

  /// `f(x, y)`
  static func applied(_ function: Layout, _ arguments: [Layout]) -> Layout {
    .row([function, application, .fenced(.round, list(arguments))])
  }

  /// ‖x‖ with scripts.
  static func norm(_ inner: Layout, lower: Layout?, upper: Layout? = nil) -> Layout {
    .scripts(.fenced(.doubleBars, inner), lower: lower, upper: upper)
  }

  /// The parts, in reading order.
  public var children: [Layout] {
    switch self {
    case .identifier, .number, .sign, .function, .words, .space: []
    case .row(let parts): parts
    case .fraction(let above, let below), .binomial(let above, let below): [above, below]
    case .root(let inner), .accent(_, let inner), .fenced(_, let inner): [inner]
    case .scripts(let base, let lower, let upper):
      [base] + [lower, upper].compactMap { $0 }
    case .limits(let base, let lower, let upper):
      [base, lower] + [upper].compactMap { $0 }
    case .table(let rows, _): rows.flatMap { $0 }
    }
  }

  /// Whether brackets around it grow beyond the height of a line.
  var isTall: Bool {
    switch self {
    case .fraction, .binomial, .limits, .table: true
    case .scripts(let base, _, _): base.isTall
    default: children.contains(where: \.isTall)
    }
  }

  /// The first thing that a reader meets.
  var first: Layout {
    switch self {
    case .row(let parts): parts.first?.first ?? self
    case .scripts(let base, _, _), .accent(_, let base): base.first
    default: self
    }
  }

  /// The last thing on the line.
  var last: Layout {
    switch self {
    case .row(let parts): parts.last?.last ?? self
    case .scripts(let base, _, _), .accent(_, let base): base.last
    default: self
    }
  }

  /// About how many letters wide it is.
  var width: Int {
    switch self {
    case .identifier(let text, _), .number(let text), .function(let text), .words(let text):
      text.count
    case .sign: 2
    case .space: 1
    case .fraction(let above, let below), .binomial(let above, let below):
      max(above.width, below.width) + 1
    case .scripts(let base, let lower, let upper):
      base.width + (max(lower?.width ?? 0, upper?.width ?? 0) * 2 + 2) / 3
    case .limits(let base, let lower, let upper):
      max(base.width, (max(lower.width, upper?.width ?? 0) * 2 + 2) / 3)
    case .root(let inner), .fenced(_, let inner): inner.width + 2
    case .accent(_, let inner): inner.width
    case .row(let parts): parts.reduce(0) { $0 + $1.width }
    case .table(let rows, _): rows.map { $0.reduce(0) { $0 + $1.width + 2 } }.max() ?? 0
    }
  }
}
