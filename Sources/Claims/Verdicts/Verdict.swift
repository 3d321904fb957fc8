import Rational
import Statements

/// The answer to a claim.
public enum Verdict: Hashable, Sendable {
  /// Holds for every value of an unbounded domain.
  case proved
  /// Holds for every value of a finite list, each decided exactly.
  case checked
  /// Fails; the counterexample is the first in the order of the parameters.
  case refuted(Counterexample)
  /// Not decided, with the reason.
  case undecided(Reason)

  /// Why there is no verdict.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// No value satisfies the hypotheses.
    case vacuous
    /// None of the first values of an open range satisfies them.
    case vacuousSoFar
    /// A single value could not be decided.
    case value(String)
    /// Neither a proof for all values of an open range nor a counterexample was found.
    case noProof(String, tried: String?)
    /// A limit ended the run before all values were decided; of an open range, before a proof was found.
    case stopped(String, decided: Int, of: Int?, holds: Int)

    public var description: String {
      switch self {
      case .vacuous: "no value satisfies the hypotheses of the statement"
      case .vacuousSoFar:
        "no value satisfies the hypotheses of the statement, of the first \(Trial.lastValues)"
      case .value(let reason): reason
      case .noProof(let reason, let tried):
        "no proof for all values was found: \(reason)" + (tried.map { "; \($0)" } ?? "")
      case .stopped(let reason, let decided, let count, let holds):
        count.map { "\(reason): \(decided) of \($0) values were decided, and \(holds) hold" }
          ?? "\(reason): no proof was found before; \(decided) values were decided, and \(holds) hold"
      }
    }
  }

  public typealias Kind = VerdictKind

  public var kind: Kind {
    switch self {
    case .proved: .proved
    case .checked: .checked
    case .refuted: .refuted
    case .undecided: .undecided
    }
  }
}

/// Where a claim fails, and how.
public struct Counterexample: Hashable, Sendable {
  /// The values of the parameters there.
  public let at: Instance
  public let failure: Failure
}

/// What is claimed and what is true, in exact notation.
public struct Failure: Hashable, Sendable {
  /// Which part fails: `eigenvalue 1`, `multiplicity of eigenvalue 2`, `entry (1, 2)`.
  public let what: String
  public let claimed: String
  public let actual: String
  /// The two values to six significant digits, where they are numbers that are not integers.
  public var claimedDecimal: String?
  public var actualDecimal: String?
  /// The place of the formula in the claim file.
  public var location: SourceLocation
  /// Which assertion of the form fails, from 1.
  public var assertion = 1
}
