import Rational

/// A statement on file: parameters, definitions, and what is asserted about them, as printed and,
/// where the printed form is false, corrected.
public struct Claim: Hashable, Sendable {
  /// `lemma-13`, or `lemma-13.decomposition` for a display that belongs to it.
  public let id: String
  /// What the statement says, in a line.
  public let title: String
  /// Where in the paper it stands.
  public let source: String
  public let role: Role
  public let notes: [String]
  /// A question that a reader comes with, and that this statement answers: "Does Theorem 3 hold?"
  public let question: String?
  /// What is wrong with the printed form, where that is known.
  public let fault: Fault?
  /// The statements that this one leans on, by name.
  public let uses: [String]
  /// The theorems of `proofs/coq/MainTheorems.v` that prove it in Coq from objective (1) and the
  /// definitions, or the form of it that is true.
  public let coqTheorems: [String]
  public let parameters: [Parameter]
  /// The hypotheses beyond the parameters' own domains; values that miss them are outside.
  public let hypothesis: Condition?
  public let definitions: [Definition]
  /// The wordings on file; none when the statement is beyond exact arithmetic.
  public let forms: [Form]
  /// Why exact arithmetic does not decide the statement, for one that is listed only.
  public let beyond: String?
  public let location: SourceLocation

  /// What part of the paper a claim is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A numbered statement or a display that it rests on: the lemma's commands decide it.
    case statement
    /// A sentence or a display beside the argument: on file and replayed, but a lemma does not
    /// stand or fall with it.
    case remark
    /// A statement that the paper does not make: a sharper form, an edge, another construction.
    case ours
  }

  /// What is wrong with a printed form.
  public enum Fault: Hashable, Sendable {
    /// A slip that a reader corrects at sight.
    case misprint
    /// Not true, and not by a slip.
    case wrong
    /// True under a condition that is not printed; the corrected form has it.
    case condition
    /// False because it takes over what another statement, of that name, says.
    case inherited(String)
  }

  /// A free variable of the claim.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let isInteger: Bool
    /// The least value that the definition admits, and whether it is itself admitted.
    public let bound: Bound?
    /// The values that are decided when the command names none.
    public let defaultValues: Domain?
    /// The values that the regression decides, where they are more than the default ones: a
    /// parameter such as α_l stands still in a table but must not in a test.
    public let replayValues: Domain?
    public let location: SourceLocation

    public struct Bound: Hashable, Sendable, CustomStringConvertible {
      public let value: Rational
      public let isStrict: Bool

      package init(value: Rational, isStrict: Bool) {
        self.value = value
        self.isStrict = isStrict
      }

      public func admits(_ candidate: Rational) -> Bool {
        isStrict ? candidate > value : candidate >= value
      }
      public var description: String { "\(isStrict ? ">" : "≥") \(value)" }

      /// The least integer that is admitted; nil when the value is none, or beyond a word.
      package var leastInteger: Int? {
        guard let least = Int(exactly: value), least < Int.max else {
          return nil
        }
        return isStrict ? least + 1 : least
      }
    }
  }

  /// `let name = expression`, or `graph name = expression`.
  public struct Definition: Hashable, Sendable {
    public let name: String
    public let expression: Expression
    /// Whether it stands with the word `graph`, and so has to be one.
    public let isGraph: Bool
    public let location: SourceLocation
  }

  /// One wording of the statement with its recorded verdict.
  public struct Form: Hashable, Sendable {
    public let wording: Wording
    /// What it says, in a line, where that is not what the printed form says.
    public let title: String?
    public let propositions: [Proposition]
    public let record: Record?
    public let location: SourceLocation
  }

  /// `printed` is the paper's wording; `corrected` is on file where the printed one is false.
  public enum Wording: String, Hashable, Sendable, CaseIterable {
    case printed
    case corrected
  }

  /// The verdict on file for the default values.
  public struct Record: Hashable, Sendable {
    public let verdict: VerdictKind
    /// For a refuted form: where it first fails, and the two values there, as the program prints
    /// them.
    public let counterexample: [String: Rational]
    public let claimed: String?
    public let actual: String?
    public let location: SourceLocation
  }

  /// The values of the regression: those for replay, or else the default ones.
  public var replayDomains: [String: Domain] {
    var domains: [String: Domain] = [:]
    for parameter in parameters {
      domains[parameter.name] = parameter.replayValues ?? parameter.defaultValues
    }
    return domains
  }

  /// The form of that wording, if it is on file.
  public func form(_ wording: Wording) -> Form? { forms.first { $0.wording == wording } }
}

/// The four answers to a claim.
public enum VerdictKind: String, Hashable, Sendable, CaseIterable {
  case proved, checked, refuted, undecided
}
