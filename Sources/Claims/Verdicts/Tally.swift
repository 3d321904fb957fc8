import Statements

/// What the values of a form that are decided so far come to, in whatever order they are added.
struct Tally: Sendable {
  /// How many values were taken up, decided or not.
  private(set) var taken = 0
  /// How many of them hold or fail, and how many hold.
  private(set) var decided = 0
  private(set) var holds = 0
  /// The first of those that fail.
  private(set) var failing: (place: Int, counterexample: Counterexample)?
  /// The first of those that could not be decided, with its values, and how many there are.
  private(set) var undecided: (place: Int, reason: String)?
  private var undecidedCount = 0
  /// The first of those that were not taken up, and how many there are.
  private var skipped: (first: Int, count: Int)?

  /// Adds what came of a value. Places ascend as the values do.
  mutating func add(
    _ outcome: Outcome, at place: Int, _ instance: @autoclosure () -> Instance
  ) {
    taken += 1
    switch outcome.result {
    case .holds:
      decided += 1
      holds += 1
    case .fails(let failure):
      decided += 1
      if place < failing?.place ?? .max {
        failing = (place, Counterexample(at: instance(), failure: failure))
      }
    case .undecided(let reason):
      undecidedCount += 1
      if place < undecided?.place ?? .max {
        let instance = instance()
        undecided = (place, instance.names.isEmpty ? reason : "at \(instance): \(reason)")
      }
    case .outside: break
    }
  }

  /// Says that a value was not taken up.
  mutating func skip(_ place: Int) {
    skipped = (min(place, skipped?.first ?? place), (skipped?.count ?? 0) + 1)
  }

  /// Which values could not be decided, in a line; nil when there are none.
  var undecidedValues: String? {
    undecided.map {
      "undecided \($0.reason)" + (undecidedCount > 1 ? "; and at \(undecidedCount - 1) more" : "")
    }
  }

  /// Whether it is known that nothing before the first that fails, of so many values, fails as well or may fail.
  func knowsFirstFailing(of count: Int) -> Bool {
    guard let failing, taken + (skipped?.count ?? 0) == count else { return false }
    return failing.place < undecided?.place ?? .max && failing.place < skipped?.first ?? .max
  }
}
