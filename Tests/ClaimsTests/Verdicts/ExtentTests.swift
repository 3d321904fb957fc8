import Rational
import Testing

@testable import Claims
@testable import Statements

/// How the values that a verdict is about are said.
@Suite struct ExtentTests {
  @Test(arguments: [
    (Extent.from(3), "r ≥ 3"), (.from(-2), "r ≥ -2"), (.above(0), "every r > 0"),
    (.above(Rational(1, 2)), "every r > 1/2"), (.values([1]), "r = 1"),
    (.values([1, Rational(2, 3)]), "r = 1, 2/3"), (.values([1, 2, 3, 4]), "r = 1, 2, 3, 4"),
    (.values([5, 6, 7, 8, 9]), "r = 5, …, 9"),
    // No interval: nothing between the values is said to be one of them.
    (.values([5, 6, 7, 8, 10]), "r = 5, 6, 7, 8, 10"),
    (.values([4, 5, 6, 7, 8, 9, 12]), "r = 4, …, 9, 12"),
    (.values([3, 4, 5, 9, 10, 11, 50]), "r = 3, 4, 5, 9, 10, 11, 50"),
    (
      .values((1...40).map { Rational(2 * $0) } + [100, 101, 102, 103, 104]),
      "r = 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22 and 34 more"
    ),
    (
      .values([Rational(1, 2), Rational(3, 2), Rational(5, 2), Rational(7, 2), Rational(9, 2)]),
      "r = 1/2, 3/2, 5/2, 7/2, 9/2"
    ),
  ])
  func `one parameter`(_ extent: Extent, _ text: String) {
    #expect(extent.text(of: "r") == text)
  }

  @Test(arguments: [
    ("5..9", Extent.values([5, 6, 7, 8, 9])), ("7", .values([7])), ("4..", .from(4)),
    ("1/250", .values([Rational(1, 250)])),
  ])
  func `of a range`(_ range: String, _ extent: Extent) throws {
    #expect(Extent(try Domain(parsing: range, integersOnly: false)) == extent)
  }

  @Test func `every parameter is named, in its order`() {
    let some = Extents([("r", .from(3)), ("alpha", .above(0)), ("a", .values([1]))])
    #expect(some.description == "r ≥ 3; every alpha > 0; a = 1")
    #expect(!some.isFinite)
    #expect(Extents([("a", .values([1, 2]))]).isFinite)
    #expect(!Extents([("alpha", .above(0))]).isFinite)
    #expect(Extents([]).description == "" && Extents([]).isFinite)
  }

  private func report(
    _ body: String, over domains: [String: Domain] = [:]
  ) throws -> Report {
    let claim = try #require(try Parser.claims(in: "claim c " + body, file: "f").first)
    return try claim.report(on: claim.forms[0], over: domains)
  }

  /// α = 1 and every α > 0 are different results.
  @Test func `a parameter that a proof fixes looks other than one that it leaves free`() throws {
    let body =
      "parameter r integer >= 3 default 3.. parameter alpha rational > 0 default 1 printed "
    let free = try report(body + "trace(alpha*I(r)) = alpha*r")
    #expect(free.verdict == .proved)
    #expect(free.extents.description == "r ≥ 3; every alpha > 0")
    let fixed = try report(body + "trace(alpha*I(r)) = r")
    #expect(fixed.verdict == .proved)
    #expect(fixed.extents.description == "r ≥ 3; alpha = 1")
  }

  @Test func `a finite verdict is about what was asked`() throws {
    let found = try report(
      "parameter r integer default 4..9 parameter alpha rational > 0 default 1, 2 "
        + "printed trace(alpha*I(r)) = alpha*r")
    #expect(found.verdict == .checked)
    #expect(found.extents.description == "r = 4, …, 9; alpha = 1, 2")
    #expect(found.instances == 12 && found.holds == 12)
  }
}
