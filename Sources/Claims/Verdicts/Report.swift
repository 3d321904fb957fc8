import Losses
import Rational
import Statements

/// What was found for one form of one claim over a domain.
public struct Report: Sendable {
  public let claim: Claim
  public let form: Claim.Form
  /// The domain of each parameter, in the order they are declared.
  public let domains: [(parameter: Claim.Parameter, domain: Domain)]
  /// The values that the verdict is about: as asked, or all that a proof shows.
  public let extents: Extents
  public let verdict: Verdict
  /// How many single values were decided, and how many of them hold.
  public let instances: Int
  public let holds: Int
  /// Values that miss the hypotheses of the claim, with what is true there.
  public let outside: [Outside]
  /// How it was decided, in a line.
  public let method: String
  /// The theorems that the decision rests on, by name.
  public let principles: [String]
  /// What was found besides the verdict: for comparisons of losses, one entry for each value.
  public let findings: [Finding]
  /// Of a form that is refuted: what other values were left open, in lines.
  public var open: [String] = []
  /// Of a form that is refuted: whether no value before the counterexample was left open.
  public var knowsFirstFailing = true
  /// How far a refuted form fails, where that was shown.
  public var refutation: Refutation?
  /// How long deciding took, where it was measured.
  public var seconds: Double?

  /// Values for which a proof shows that an assertion of a form fails.
  public struct Refutation: Sendable, Hashable {
    /// Which one, from 1. What the others say there, and whether they have a meaning, was not shown.
    public let assertion: Int
    public let extents: Extents
    /// The values before those at which it holds, decided one by one.
    public internal(set) var holds: [Instance] = []
    /// How it was decided, in a line.
    public let method: String

    init(assertion: Int, extents: Extents, method: String) {
      self.assertion = assertion
      self.extents = extents
      self.method = method
    }
  }

  /// A value outside the hypotheses.
  public struct Outside: Sendable, Hashable {
    public let at: Instance
    /// What holds there instead, in a line.
    public let remark: String
  }

  /// Something exact that a decision found beside its verdict.
  public struct Finding: Sendable, Hashable {
    public let at: Instance
    /// Pairs of a short name (`criterion`, `DNC is nonzero iff`, `L_SRG`) and an exact text.
    public let entries: [Entry]

    /// The name of the entry that holds a whole certificate, in many lines.
    public static let certificateText = "certificate"

    public struct Entry: Sendable, Hashable {
      public let name: String
      public let value: String
      public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
      }
    }
  }
}

/// How the record of a form compares with what was just found.
public enum Regression: Hashable, Sendable {
  case asRecorded
  /// The form has no `expect` clause.
  case unrecorded
  /// Which part differs, what is on file and what was found.
  case differs(what: String, recorded: String, found: String)
}

extension Report {
  /// The comparison with the record on file; meaningful for the replay domain.
  public var regression: Regression {
    guard let record = form.record else { return .unrecorded }
    guard record.verdict == verdict.kind else {
      return .differs(
        what: "verdict", recorded: record.verdict.rawValue, found: verdict.kind.rawValue)
    }
    guard case .refuted(let counterexample) = verdict else { return .asRecorded }
    for (name, value) in record.counterexample.sorted(by: { $0.key < $1.key }) {
      if let found = counterexample.at[name], found != value {
        return .differs(
          what: "counterexample", recorded: "\(name) = \(value)", found: "\(name) = \(found)")
      }
    }
    if let claimed = record.claimed, claimed != counterexample.failure.claimed {
      return .differs(
        what: "claimed value", recorded: claimed, found: counterexample.failure.claimed)
    }
    if let actual = record.actual, actual != counterexample.failure.actual {
      return .differs(
        what: "actual value", recorded: actual, found: counterexample.failure.actual)
    }
    return .asRecorded
  }
}
