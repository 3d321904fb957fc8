import Rational
import Synchronization

/// A variable of symbolic numbers: r or another size, a symbol, or the square root of a polynomial in those.
///
/// Variables are interned: equal definitions give the same number, the earlier the number the more
/// significant the variable in the lexicographic order of monomials. `withOwnVariables` gives a
/// computation numbers of its own, so that what it finds does not depend on what was computed before.
public struct SymbolicVariable: Hashable, Sendable, Comparable {
  let id: Int

  /// What a variable is.
  public enum Definition: Hashable, Sendable {
    /// A large integer, such as r.
    case size(String)
    /// A number of its own, positive.
    case symbol(String)
    /// The non-negative root of a polynomial without roots.
    case root(of: SymbolicPolynomial)
  }

  private final class Table: Sendable {
    struct State {
      var definitions: [Definition] = [.size("r")]
      var numbers: [Definition: Int] = [.size("r"): 0]
    }
    let state = Mutex(State())
  }

  @TaskLocal private static var table = Table()

  /// Runs a computation with variables of its own.
  ///
  /// - Parameter body: No number with symbols may leave it.
  public static func withOwnVariables<Result>(_ body: () throws -> Result) rethrows -> Result {
    try $table.withValue(Table(), operation: body)
  }

  /// The number of vertices, the first variable of every computation.
  public static let vertices = SymbolicVariable(id: 0)

  private init(id: Int) { self.id = id }

  /// The variable with this definition.
  public init(_ definition: Definition) {
    id = Self.table.state.withLock { table in
      if let known = table.numbers[definition] { return known }
      let number = table.definitions.count
      table.definitions.append(definition)
      table.numbers[definition] = number
      return number
    }
  }

  /// What the variable is.
  public var definition: Definition { Self.table.state.withLock { $0.definitions[id] } }

  /// Whether it is r or another size.
  var isSize: Bool { if case .size = definition { true } else { false } }

  /// The polynomial that a root is the root of, nil for a symbol.
  var square: SymbolicPolynomial? {
    if case .root(let square) = definition { square } else { nil }
  }

  public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
}

/// A product of powers of variables.
public struct SymbolicMonomial: Hashable, Sendable, Comparable {
  /// Increasing variables with positive exponents.
  private(set) var powers: [Power]

  struct Power: Hashable, Sendable {
    let variable: SymbolicVariable
    let exponent: Int
  }

  static let one = SymbolicMonomial(powers: [])

  init(_ variable: SymbolicVariable, exponent: Int = 1) {
    powers = exponent == 0 ? [] : [Power(variable: variable, exponent: exponent)]
  }

  private init(powers: [Power]) { self.powers = powers }

  func exponent(of variable: SymbolicVariable) -> Int {
    powers.first { $0.variable == variable }?.exponent ?? 0
  }

  func dropping(_ variable: SymbolicVariable) -> SymbolicMonomial {
    SymbolicMonomial(powers: powers.filter { $0.variable != variable })
  }

  static func * (left: SymbolicMonomial, right: SymbolicMonomial) -> SymbolicMonomial {
    if left.powers.isEmpty { return right }
    if right.powers.isEmpty { return left }
    return merged(left, right, +) ?? left
  }

  /// The quotient, nil when the divisor does not divide.
  func divided(by divisor: SymbolicMonomial) -> SymbolicMonomial? {
    Self.merged(self, divisor, -)
  }

  private static func merged(
    _ left: SymbolicMonomial, _ right: SymbolicMonomial, _ operation: (Int, Int) -> Int
  ) -> SymbolicMonomial? {
    var result: [Power] = []
    var (i, j) = (0, 0)
    while i < left.powers.count || j < right.powers.count {
      let variable: SymbolicVariable
      if j == right.powers.count {
        variable = left.powers[i].variable
      } else if i == left.powers.count {
        variable = right.powers[j].variable
      } else {
        variable = min(left.powers[i].variable, right.powers[j].variable)
      }
      var (a, b) = (0, 0)
      if i < left.powers.count, left.powers[i].variable == variable {
        a = left.powers[i].exponent
        i += 1
      }
      if j < right.powers.count, right.powers[j].variable == variable {
        b = right.powers[j].exponent
        j += 1
      }
      let exponent = operation(a, b)
      if exponent < 0 { return nil }
      if exponent > 0 { result.append(Power(variable: variable, exponent: exponent)) }
    }
    return SymbolicMonomial(powers: result)
  }

  /// Lexicographically: the monomial with more of the first variable is the larger one.
  public static func < (left: SymbolicMonomial, right: SymbolicMonomial) -> Bool {
    for (a, b) in zip(left.powers, right.powers) where a != b {
      if a.variable != b.variable { return a.variable > b.variable }
      return a.exponent < b.exponent
    }
    return left.powers.count < right.powers.count
  }
}
