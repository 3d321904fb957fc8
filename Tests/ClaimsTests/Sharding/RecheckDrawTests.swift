import Rational
import Testing

@testable import Claims

/// Which values of a run in parts are drawn.
@Suite struct RecheckDrawTests {
  /// A run with so many values, of which some fail.
  private func run(_ count: Int, failing: Set<Int> = []) -> PartialRun {
    let outside = Outcome(result: .outside("of no hypothesis"))
    let attempts = (0..<count).map {
      ($0, PartialRun.Attempt.decided(failing.contains($0) ? outside : Outcome(result: .holds)))
    }
    return PartialRun(
      RunKey(claim: "c", statement: "printed", values: "", count: count),
      Dictionary(uniqueKeysWithValues: attempts))
  }

  @Test(arguments: [
    (100, Rational(1, 100), 1), (101, Rational(1, 100), 2), (1, Rational(1, 100), 1),
    (0, Rational(1, 100), 0), (100, Rational(1), 100), (7, Rational(1, 2), 4),
  ])
  func `a share of the values that hold, and at least one`(
    _ count: Int, _ share: Rational, _ size: Int
  ) {
    let places = Recheck(share: share).places(of: run(count))
    #expect(places.count == size)
    #expect(places == Array(Set(places)).sorted())
    #expect(places.allSatisfy { (0..<count).contains($0) })
  }

  @Test func `what does not hold is always among them`() {
    let failing: Set = [0, 17, 99]
    for _ in 0..<50 {
      let places = Recheck(share: Rational(1, 100)).places(of: run(100, failing: failing))
      #expect(failing.isSubset(of: places))
      #expect(places.count == 4)
    }
  }

  @Test func `every value is drawn about as often`() {
    // 20000 draws of 10 of 50: each value 4000 times, with a deviation of 57.
    let values = run(50)
    let recheck = Recheck(share: Rational(1, 5))
    var counts = Array(repeating: 0, count: 50)
    for _ in 0..<20_000 { for place in recheck.places(of: values) { counts[place] += 1 } }
    #expect(counts.reduce(0, +) == 200_000)
    #expect(counts.allSatisfy { (3500...4500).contains($0) }, "\(counts)")
  }
}
