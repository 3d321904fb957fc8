import Rational
import Synchronization

/// Deciding some values of a run in parts once more, so that its parts need not be believed: of the values of
/// each form that hold a share that is drawn at random, and all others.
///
/// A part with m forged values among the ones that hold is caught with a probability of at least
/// 1 - (1 - share)ᵐ, whoever forged them, since the draw is made after that and from the system's source of
/// random numbers. A forged counterexample is always caught.
public final class Recheck: Sendable {
  /// The share of the values that hold, in (0, 1].
  public let share: Rational
  private let counts = Mutex(Counts())

  /// How many values were decided once more.
  public struct Counts: Sendable {
    /// How many of those that hold.
    public var drawn = 0
    /// How many hold, as the parts say.
    public var holding = 0
    /// How many others: counterexamples, values outside of hypotheses, and those that were not decided.
    public var others = 0
  }

  /// - Precondition: 0 < share <= 1
  public init(share: Rational) {
    precondition(share > 0 && share <= 1)
    self.share = share
  }

  /// What was done so far.
  public var done: Counts { counts.withLock { $0 } }

  /// The places of the values that are decided once more, ascending; at least one of a form.
  func places(of run: PartialRun) -> [Int] {
    let known = run.known
    let holding = known.filter(\.attempt.holds).map(\.place)
    let size = (share * Rational(holding.count)).rounded(.up)
    let drawn = Self.draw(Int(exactly: size) ?? holding.count, of: holding)
    let others = known.filter { !$0.attempt.holds }.map(\.place)
    counts.withLock { $0.holding += holding.count }
    return (drawn + others).sorted()
  }

  /// Counts a value that was decided once more.
  func add(_ attempt: PartialRun.Attempt) {
    counts.withLock { if attempt.holds { $0.drawn += 1 } else { $0.others += 1 } }
  }

  /// So many of the elements, each choice equally likely: selection sampling, Knuth, The Art of Computer
  /// Programming, volume 2, 3.4.2, algorithm S.
  private static func draw(_ size: Int, of elements: [Int]) -> [Int] {
    var drawn: [Int] = []
    var generator = SystemRandomNumberGenerator()
    for (index, element) in elements.enumerated() where drawn.count < size {
      if Int.random(in: 0..<elements.count - index, using: &generator) < size - drawn.count {
        drawn.append(element)
      }
    }
    return drawn
  }
}
