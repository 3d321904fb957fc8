import Testing

/// `verify lemma`: verdicts, exit codes and what is shown. The expected values are those of the
/// paper, worked out by hand where it is wrong.
struct LemmaTests {
  @Test("Each lemma that is right as printed", arguments: [9, 10, 11, 12, 14, 15])
  func holds(number: Int) throws {
    let outcome = try verify("lemma \(number) --format json")
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let document = try outcome.json
    #expect(document.command == "lemma \(number)")
    #expect(!document.results.isEmpty)
    for result in document.results {
      #expect(result.claim.hasPrefix("lemma-\(number)"))
      #expect(result.statement == "printed")
      #expect(result.verdict == "checked")
      #expect(result.instances > 0 && result.holds == result.instances)
    }
  }

  @Test func lemma12() throws {
    let outcome = try verify("lemma 12 --r 5..40")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("r ∈ {5, …, 40}, 36 values; alpha ∈ {1}, 1 value\n"))
    #expect(outcome.output.contains("36 of 36"))
    #expect(outcome.lastLine == "3 of 3 statements hold.")
  }

  /// For r = 6 there are 6 edges among the 4 vertices beside an edge, so s² = 7; the gram matrix is
  /// ((6 - 1) I + (3 - 1) G + 11ᵀ)/7, whose row sum is (6 + 8·3 + 6·1)/7 = 36/7. The printed
  /// (r-2)(5r-19)/((r-2)(r-3)+2) is 44/14 = 22/7.
  @Test func lemma13IsRefutedAtSix() throws {
    let outcome = try verify("lemma 13 --r 5..40 --format json")
    #expect(outcome.status == 1)
    let document = try outcome.json
    #expect(document.exit == 1)
    let printed = try #require(document.results.first)
    #expect(printed.claim == "lemma-13" && printed.statement == "printed")
    #expect(printed.source == "Lemma 13")
    #expect(printed.verdict == "refuted")
    #expect(printed.instances == 36 && printed.holds == 1)
    let counterexample = try #require(printed.counterexample)
    #expect(counterexample.at == ["r": "6", "alpha": "1"])
    #expect(counterexample.what == "eigenvalue 1")
    #expect(counterexample.claimed == "22/7")
    #expect(counterexample.actual == "36/7")
    let corrected = document.results[1]
    #expect(corrected.claim == "lemma-13" && corrected.statement == "corrected")
    #expect(corrected.verdict == "checked" && corrected.holds == 36)
  }

  @Test func aRefutationIsShownWithDecimals() throws {
    let outcome = try verify("lemma 13 --r 6")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        """
        lemma-13 (printed) fails first at r = 6, alpha = 1:
          eigenvalue 1
            claimed  22/7  ≈ 3.14286
            actual   36/7  ≈ 5.14286
          proofs/lemma-13.claim:
        """))
    #expect(
      outcome.lastLine == "2 of 3 statements hold; 1 refuted as printed, its corrected form holds.")
  }

  @Test func theCorrectedFormAlone() throws {
    let outcome = try verify("lemma 13 --r 5..40 --statement corrected --format json")
    #expect(outcome.status == 0)
    let results = try outcome.json.results
    #expect(results.filter { $0.claim == "lemma-13" }.map(\.statement) == ["corrected"])
    #expect(results.allSatisfy { $0.verdict == "checked" })
  }

  @Test func thePrintedFormAlone() throws {
    let outcome = try verify("lemma 13 --r 6 --statement printed --quiet")
    #expect(outcome.status == 1)
    #expect(outcome.output == "2 of 3 statements hold; 1 refuted.\n")
  }

  @Test("α scales the eigenvalues", arguments: [("9/4", "99/14", "81/7"), ("0.5", "11/7", "18/7")])
  func alpha(value: String, claimed: String, actual: String) throws {
    let counterexample = try verify("lemma 13 --r 6 --alpha \(value) --format json").json
      .results[0].counterexample
    #expect(counterexample?.claimed == claimed)
    #expect(counterexample?.actual == actual)
  }

  @Test func theSameNumberInThreeNotations() throws {
    for text in ["1/250", "0.004", "4e-3"] {
      let outcome = try verify("lemma 14 --r 5 --lambda \(text)")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("lambda ∈ {1/250}, 1 value"))
    }
  }

  @Test func lambdaStandsForEveryWeightDecay() throws {
    let outcome = try verify("lemma 15 --r 4 --lambda 3 --format json")
    #expect(outcome.status == 0)
    let domain = try outcome.json.results[0].domain
    #expect(domain["lambda_A"] == "3" && domain["lambda_B"] == "3")
  }

  @Test func anyParameterCanBeSet() throws {
    let outcome = try verify(
      "lemma 15 --r 4 --set lambda_A=1/2 --set lambda_B=2,9/4 --format json")
    #expect(outcome.status == 0)
    let first = try outcome.json.results[0]
    #expect(first.domain["lambda_A"] == "1/2" && first.domain["lambda_B"] == "2,9/4")
    #expect(first.instances == 2)
  }

  @Test func everyEntryGivesTheSameVerdicts() throws {
    let orbits = try verify("lemma 13 --r 5..7 --format json").json
    let dense = try verify("lemma 13 --r 5..7 --method dense --format json").json
    #expect(orbits.results.map(\.verdict) == dense.results.map(\.verdict))
    #expect(orbits.results.map(\.holds) == dense.results.map(\.holds))
    #expect(orbits.results[0].counterexample?.actual == dense.results[0].counterexample?.actual)
  }
}
