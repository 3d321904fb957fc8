/// What one value of the parameters gives.
struct Outcome: Hashable, Sendable {
  enum Result: Hashable, Sendable {
    case holds
    case fails(Failure)
    case undecided(String)
    /// The value misses the hypotheses of the claim; the remark says what is true there.
    case outside(String)
  }

  var result: Result
  /// Exact values found on the way, for the report.
  var findings: [Report.Finding.Entry] = []

  /// What fails, if something does.
  var failure: Failure? { if case .fails(let failure) = result { failure } else { nil } }

  /// Whether another reading of the same statement came to the same result.
  ///
  /// The entries that a counterexample names may differ (an orbit has many), its truth may not.
  func agrees(with other: Outcome) -> Bool {
    switch (result, other.result) {
    case (.holds, .holds), (.fails, .fails), (.undecided, .undecided), (.outside, .outside): true
    default: false
    }
  }
}
