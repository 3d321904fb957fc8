import Polynomials
import Rational
import Synchronization

/// What has been assumed about x so far, in a computation with functions of x for all large x.
///
/// Functions of Q(x) with square roots form an ordered field: each has a sign for all large x. A
/// computation in that field says something about a given number x only where every function that
/// was divided by, or found to be different from zero, or found to be positive, is so at x and
/// beyond. Each such decision comes down to polynomials that keep their sign; the horizon collects
/// them, and in the end says from which integer on everything holds.
///
/// A computation runs inside `Horizon.$current.withValue(Horizon()) { … }`.
public final class Horizon: Sendable {
  /// The horizon of the computation that is under way.
  @TaskLocal public static var current: Horizon?

  private struct State {
    var polynomials: Set<Polynomial<Rational>> = []
    var decided: [[RootFunction.Term]: Int] = [:]
    var failure: String?
  }

  private let state = Mutex(State())

  /// A horizon without assumptions.
  public init() {}

  /// Why the computation says nothing at all, if it does not: a sign that was not found.
  public var failure: String? { state.withLock { $0.failure } }

  /// The polynomials that must keep their sign, in no particular order.
  public var assumptions: [Polynomial<Rational>] {
    state.withLock { Array($0.polynomials) }
  }

  /// Assumes that x is beyond all real roots of a polynomial.
  ///
  /// - Precondition: The polynomial is not zero.
  static func assume(nonzero polynomial: Polynomial<Rational>) {
    precondition(!polynomial.isZero, "the zero polynomial is zero everywhere")
    guard polynomial.degree > 0 else { return }
    guard let current else { preconditionFailure("a decision outside of a horizon") }
    let normalised = polynomial.monic
    current.state.withLock { _ = $0.polynomials.insert(normalised) }
  }

  /// Makes the computation void.
  static func giveUp(_ reason: String) {
    current?.state.withLock { $0.failure = $0.failure ?? reason }
  }

  /// The sign that was found for a function before, or is found now.
  static func sign(of terms: [RootFunction.Term], _ find: () -> Int) -> Int {
    // Numbers need no horizon, and anything else is refused when it is assumed.
    guard let current else { return find() }
    if let known = current.state.withLock({ $0.decided[terms] }) { return known }
    let sign = find()
    current.state.withLock { $0.decided[terms] = sign }
    return sign
  }

  /// The least integer N ≥ `first` such that no assumed polynomial has a real root at or above N.
  ///
  /// - Returns: nil when N would be above `limit`.
  public func bound(from first: Int, limit: Int) -> Int? {
    var bound = first
    for polynomial in assumptions {
      func isBeyond(_ point: Int) -> Bool {
        polynomial.isPositive(onAndAbove: Rational(point))
      }
      while !isBeyond(bound) {
        bound += 1
        if bound > limit { return nil }
      }
    }
    return bound
  }
}
