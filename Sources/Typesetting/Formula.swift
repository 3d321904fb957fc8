import Rational
import Statements

/// A formula that can be shown: set in the letters of the paper, and in the claim language.
public struct Formula: Hashable, Sendable {
  public let layout: Layout
  /// The same in the claim language: what is read aloud, and what a plain text has.
  public let text: String

  init(_ layout: Layout, _ text: String) {
    self.layout = layout
    self.text = text
  }

  /// In LaTeX, without the dollars around it.
  public var latex: String { layout.latex }

  /// A `math` element of MathML Core.
  public func mathML(isDisplay: Bool = false) -> String {
    layout.mathML(isDisplay: isDisplay, text: text)
  }

  /// The longest value that is set as a formula.
  private static let valueLimit = 400

  /// A value as the program prints it, `7/2 + 2√3` or `< 16807`; nil for what is no value of a formula.
  public init?(value text: String) {
    guard text.utf8.count <= Self.valueLimit else { return nil }
    var rest = text[...]
    var sign: Relation?
    for relation in Relation.allCases.sorted(by: { $0.rawValue.count > $1.rawValue.count })
    where sign == nil && rest.hasPrefix(relation.rawValue) {
      sign = relation
      rest = rest.dropFirst(relation.rawValue.count)
    }
    guard let value = try? Expression(parsing: String(rest)), !value.hasNames else { return nil }
    let layout = Typesetter().layout(value)
    self.init(sign.map { .row([.row([]), .sign($0.glyph), layout]) } ?? layout, text)
  }
}

extension Expression {
  fileprivate var hasNames: Bool {
    if case .name = self { return true }
    return children.contains(where: \.hasNames)
  }
}
