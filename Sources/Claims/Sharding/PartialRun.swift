import Denotations
import Statements
import Synchronization

/// What a run decides about one form; all parts of a sharded run are asked the same.
public struct RunKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let claim: String
  public let statement: String
  /// The values of the parameters: `r = 5..40, L = 3`.
  public let values: String
  /// How many combinations of values there are.
  public let count: Int

  /// The order in which a file has them.
  public static func < (left: RunKey, right: RunKey) -> Bool {
    (left.claim, left.statement, left.values, left.count)
      < (right.claim, right.statement, right.values, right.count)
  }

  /// `lemma-12 (printed), r = 5..40`
  public var description: String {
    "\(claim) (\(statement))" + (values.isEmpty ? "" : ", \(values)")
  }
}

/// What came of some of the values of a form, by their places in the order of the values.
///
/// It grows while a run goes on, and can be written at any time.
public final class PartialRun: Sendable {
  public let question: RunKey
  private let attempts: Mutex<[Int: Attempt]>

  /// What came of one value.
  enum Attempt: Hashable, Sendable {
    case decided(Outcome)
    /// It is over a limit, for the reason given.
    case refused(String)

    /// - Returns: nil for an error that is not a limit of one value.
    init?(_ result: Result<Outcome, any Error>) {
      switch result {
      case .success(let outcome): self = .decided(outcome)
      case .failure(RunError.tooLarge(let reason)): self = .refused(reason)
      case .failure: return nil
      }
    }

    /// Whether another part may say that of the same value: the truth, what fails and what was found are the
    /// same. Where claim files stand, which places and reasons name, may differ.
    func agrees(with other: Attempt) -> Bool {
      switch (self, other) {
      case (.refused, .refused): return true
      case (.decided(let one), .decided(let two)):
        guard one.findings == two.findings else { return false }
        switch (one.result, two.result) {
        case (.undecided, .undecided): return true
        case (.fails(var failure), .fails(let second)):
          failure.location = SourceLocation(
            file: second.location.file, line: failure.location.line,
            column: failure.location.column)
          return failure == second
        default: return one.result == two.result
        }
      default: return false
      }
    }

    /// What it says, in a few words: `it holds`.
    var shown: String {
      switch self {
      case .refused(let reason): "it is over a limit: \(reason)"
      case .decided(let outcome):
        switch outcome.result {
        case .holds where outcome.findings.isEmpty: "it holds"
        case .holds:
          "it holds, with "
            + outcome.findings.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        case .fails(let failure):
          "it fails: \(failure.what), claimed \(failure.claimed), actual \(failure.actual)"
        case .undecided(let reason): "it is not decided: \(reason)"
        case .outside(let remark): "it is outside: \(remark)"
        }
      }
    }

    /// Whether the statement holds for the value.
    var holds: Bool {
      if case .decided(let outcome) = self { outcome.result == .holds } else { false }
    }

    var result: Result<Outcome, any Error> {
      switch self {
      case .decided(let outcome): .success(outcome)
      case .refused(let reason): .failure(RunError.tooLarge(reason))
      }
    }
  }

  init(_ question: RunKey, _ attempts: [Int: Attempt] = [:]) {
    self.question = question
    self.attempts = Mutex(attempts)
  }

  /// What came of the value at a place, when it is known.
  subscript(place: Int) -> Attempt? { attempts.withLock { $0[place] } }

  /// What is known so far, in the order of the places.
  ///
  /// An array of its own: a dictionary in two hands would be copied when the next attempt is added.
  var known: [(place: Int, attempt: Attempt)] {
    attempts.withLock { known in
      known.sorted { $0.key < $1.key }.map { (place: $0.key, attempt: $0.value) }
    }
  }

  /// Keeps what came of a value. When the last one is over a limit, nothing else is kept: what others came to before
  /// that was seen depends on how many were decided at a time.
  func add(_ attempt: Attempt, at place: Int) {
    let last = question.count - 1
    attempts.withLock { known in
      if case .refused? = known[last] { return }
      if place == last, case .refused = attempt { known.removeAll() }
      known[place] = attempt
    }
  }

  /// How many of the values of a part are decided, and how many it has. A form whose last value is over
  /// a limit is over as a whole, and nothing of it is left to be decided.
  public func progress(of shard: Shard) -> (done: Int, size: Int) {
    let size = shard.size(of: question.count)
    return attempts.withLock { known in
      if case .refused? = known[question.count - 1] { return (size, size) }
      return (known.count, size)
    }
  }
}
