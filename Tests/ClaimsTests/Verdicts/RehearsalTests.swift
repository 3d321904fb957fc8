import Testing

@testable import Claims
@testable import Statements

/// What is decided beforehand, so that what is decided next finds its code in memory.
@Suite struct RehearsalTests {
  private func rehearsed(_ body: String) throws -> Report? {
    try #require(try Parser.claims(in: "claim c\n" + body, file: "c.claim").first).rehearse()
  }

  @Test func `two values of each parameter are decided`() throws {
    let report = try #require(
      try rehearsed(
        """
        parameter r integer >= 4 default 4..40
        parameter L integer >= 3 default 3, 5, 7
        requires r >= 5 or L >= 4
        printed r*L < 25
        """))
    // (4, 3) is not required, (5, 5) fails.
    #expect(report.instances == 3)
    #expect(report.holds == 2)
  }

  @Test(arguments: [
    "parameter r integer >= 4\n printed r > 3",
    "parameter r integer >= 4 default 4..\n printed r > 3",
    "printed rank(I(10^6) + J(10^6)) = 10^6",
    (1...5).map { "parameter a\($0) integer default 1, 2\n" }.joined()
      + "printed a1 + a5 > 0",
  ])
  func `what has no values, or may take long, is left alone`(_ body: String) throws {
    #expect(try rehearsed(body) == nil)
  }

  @Test func `statements that commands begin with can be rehearsed`() throws {
    let library = try libraryOnFile()
    for id in (9...15).map({ "lemma-\($0)" }) + ["theorem-3"] {
      #expect(try #require(library[id]).rehearse() != nil, "\(id)")
    }
  }
}
