/// What the values of a form that are decided so far come to, in whatever order they are added.
struct Tally: Sendable {
  /// How many values were taken up, decided or not.
  private(set) var taken = 0
  /// How many of them hold or fail, and how many hold.
  private(set) var decided = 0
  private(set) var holds = 0
  /// The first of those that fail.
  private(set) var failing: (place: Int, failure: Failure)?
  /// The first of those that could not be decided, and how many there are.
  private(set) var undecided: (place: Int, reason: String)?
  private(set) var undecidedCount = 0
  /// The first of those that were not taken up, and how many there are.
  private var skipped: (first: Int, count: Int)?

  mutating func add(_ outcome: Outcome, at place: Int) {
    taken += 1
    switch outcome.result {
    case .holds:
      decided += 1
      holds += 1
    case .fails(let failure):
      decided += 1
      if place < failing?.place ?? .max { failing = (place, failure) }
    case .undecided(let reason):
      undecidedCount += 1
      if place < undecided?.place ?? .max { undecided = (place, reason) }
    case .outside: break
    }
  }

  /// Says that a value was not taken up.
  mutating func skip(_ place: Int) {
    skipped = (min(place, skipped?.first ?? place), (skipped?.count ?? 0) + 1)
  }

  /// Whether it is known that nothing before the first that fails, of so many values, fails as well or may fail.
  func knowsFirstFailing(of count: Int) -> Bool {
    guard let failing, taken + (skipped?.count ?? 0) == count else { return false }
    return failing.place < undecided?.place ?? .max && failing.place < skipped?.first ?? .max
  }
}
