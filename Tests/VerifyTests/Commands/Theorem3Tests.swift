import Testing

/// `verify theorem3`: the theorem under its hypothesis, and single problems.
struct Theorem3Tests {
  @Test func theDefaultPairs() throws {
    let outcome = try verify("theorem3 --L 3...8")
    #expect(outcome.status == 0)
    // r = 4 .. 40 for L = 4 .. 8, and 5 .. 40 for L = 3: 5·37 + 36.
    #expect(outcome.lastLine == "L_SRG < L_DNC for 221 of 221 pairs: checked.")
    #expect(outcome.output.contains("K^(L+1)·L^(2L)·Λ < (L-1)^(L-1)"))
    // The threshold for K = 6, L = 4: 3³/(6⁵·4⁸) = 27/509607936 = 1/18874368. A tie is at any Λ
    // from there on.
    #expect(outcome.output.contains("both are 1/2 at Λ = "))
  }

  @Test func otherNumbersOfClasses() throws {
    let outcome = try verify("theorem3 --L 3..4 --K 6..20 --format json")
    #expect(outcome.status == 0)
    let result = try #require(try outcome.json.results.first)
    #expect(result.claim == "theorem-3.any-K")
    // K = 6 .. 20 for L = 4, and 10 .. 20 for L = 3.
    #expect(result.instances == 15 + 11 && result.holds == 26)
  }

  @Test func aPairOutsideIsUndecidedWithARemark() throws {
    let outcome = try verify("theorem3 --r 4 --L 3")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("r = 4, L = 3: outside the hypothes"))
    #expect(outcome.lastLine == "0 of 1 statement holds; 1 undecided.")
  }

  @Test func aPairOutsideBesideOneInside() throws {
    let outcome = try verify("theorem3 --r 4..5 --L 3")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("r = 4, L = 3: outside the hypothes"))
    #expect(outcome.lastLine == "L_SRG < L_DNC for 1 of 1 pairs: checked.")
  }

  @Test func byDefaultOutsidePairsAreNotMentioned() throws {
    let outcome = try verify("theorem3 --L 3")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("outside"))
  }

  @Test func oneProblem() throws {
    let outcome = try verify("theorem3 --r 5 --L 4 --lambda 1/250")
    #expect(outcome.status == 0)
    // Λ = (1/250)⁵
    #expect(outcome.output.contains("1/976562500000"))
    #expect(outcome.lastLine == "1 of 1 statement holds.")
  }

  /// Λ = 1/10⁵ is above 3³/(10⁵·4⁸) for K = 10, L = 4, so both losses are 1/2.
  @Test func aTieIsNotLess() throws {
    let outcome = try verify("theorem3 --r 5 --L 4 --lambda 1/10")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1/2"))
    #expect(outcome.output.contains("tie"))
    #expect(outcome.lastLine == "0 of 1 statement holds; 1 refuted.")
  }

  @Test func notationsOfOneProblemAgree() throws {
    let outcomes = try ["1/250", "0.004", "4e-3"].map {
      try verify("theorem3 --r 5 --L 3 --lambda \($0)")
    }
    #expect(outcomes.allSatisfy { $0.status == 0 })
    #expect(Set(outcomes.map(\.output)).count == 1)
  }

  /// n·λ_H·λ_1·λ_2·λ_3 = 50 · 5/10⁶ · 1/200 · 1/200 · 1/100 = 1/16000000000.
  @Test func oneValueForEachWeightDecay() throws {
    let outcome = try verify(
      "theorem3 --r 5 --L 3 --lambda-H 5e-6 --lambda-W 1/200,1/200,1/100 --n 50")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("1/16000000000"))
  }

  @Test func samplesMultiply() throws {
    // 50·(1/250)⁵ = 1/19531250000
    let outcome = try verify("theorem3 --r 5 --L 4 --lambda 1/250 --n 50")
    #expect(outcome.output.contains("1/19531250000\n"))
  }

  @Test func oneProblemOfAnyClasses() throws {
    let outcome = try verify("theorem3 --K 7 --L 4 --lambda 1/250")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("K = 7, L = 4\n"))
  }

  @Test func severalDepthsOfOneProblem() throws {
    let outcome = try verify("theorem3 --r 6 --L 3..5 --lambda 1/1000 --format json")
    #expect(outcome.status == 0)
    #expect(
      try outcome.json.results.map { $0.domain["Lambda"] }
        == ["1/1000000000000", "1/1000000000000000", "1/1000000000000000000"])
  }
}
