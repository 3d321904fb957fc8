import Rational
import Statements

/// The values of one parameter that a verdict is about.
public enum Extent: Hashable, Sendable, CustomStringConvertible {
  /// A finite list, ascending.
  case values([Rational])
  /// All integers from one on.
  case from(Int)
  /// All numbers above one.
  case above(Rational)

  /// The values that a domain stands for.
  public init(_ domain: Domain) {
    switch domain {
    case .finite(let values, _): self = .values(values)
    case .from(let first): self = .from(first)
    }
  }

  /// `≥ 3`, `> 0`, `= 1, 2`, `= 5, …, 40`
  public var description: String {
    switch self {
    case .from(let first): "≥ \(first)"
    case .above(let bound): "> \(bound)"
    case .values(let values): "= \(Domain.list(values))"
    }
  }

  /// A parameter with these values: `r ≥ 3`, `every α > 0`, `L = 3, 4`.
  public func text(of name: String) -> String {
    if case .above = self { "every \(name) \(self)" } else { "\(name) \(self)" }
  }
}

/// The values of every parameter of a claim, in the order they are declared.
public struct Extents: Hashable, Sendable, CustomStringConvertible {
  public let entries: [Entry]

  public struct Entry: Hashable, Sendable {
    public let name: String
    public let extent: Extent
  }

  init(_ entries: [(name: String, extent: Extent)]) {
    self.entries = entries.map { Entry(name: $0.name, extent: $0.extent) }
  }

  /// Whether every parameter has a finite list of values.
  public var isFinite: Bool {
    entries.allSatisfy { if case .values = $0.extent { true } else { false } }
  }

  /// `r ≥ 3; every alpha > 0`; a claim without parameters has no extent.
  public var description: String {
    entries.map { $0.extent.text(of: $0.name) }.joined(separator: "; ")
  }
}
