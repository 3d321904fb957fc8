import Testing

@testable import Statements

/// Names that somebody may have meant.
@Suite struct SpellingTests {
  private let functions = Function.allCases.map(\.name)

  @Test(arguments: [
    // One letter left out, put in, replaced, exchanged; the case of letters; the beginning of a word.
    ("tace", ["trace"]), ("traces", ["trace"]), ("trase", ["trace"]), ("tarce", ["trace"]),
    ("Trace", ["trace"]), ("incerse", ["inverse"]), ("krone", ["kronecker"]),
    ("nucler_norm", ["nuclear_norm"]), ("repeat_row", ["repeat_rows"]),
    ("transposed", ["transpose"]), ("pseudoinverse", ["pseudo_inverse"]),
    ("least_norm_for", ["least_norm_form"]),
  ])
  func `the function that was meant comes first`(_ written: String, _ meant: [String]) {
    #expect(Array(Spelling.nearest(to: written, among: functions).prefix(1)) == meant)
  }

  @Test(arguments: ["positive_definite", "resistance", "", "xyz", "q1w2e3r4t5"])
  func `a name that is like none has no neighbours`(_ written: String) {
    #expect(Spelling.nearest(to: written, among: functions) == [])
    #expect(Spelling.hint(for: written, among: functions) == "")
  }

  @Test func `the nearest, three at most, in one order`() {
    let known = ["abcd", "abce", "abcf", "abcg", "abxx"]
    #expect(Spelling.nearest(to: "abch", among: known) == ["abcd", "abce", "abcf"])
    #expect(Spelling.nearest(to: "abch", among: known.reversed()) == ["abcd", "abce", "abcf"])
    // Those that are farther off would only be in the way.
    #expect(Spelling.nearest(to: "lema-13", among: ["lemma-10", "lemma-13"]) == ["lemma-13"])
    #expect(Spelling.hint(for: "abch", among: ["abcd"]) == "; did you mean 'abcd'?")
    #expect(
      Spelling.hint(for: "abch", among: ["abcd", "abce"]) == "; did you mean 'abcd' or 'abce'?")
    #expect(
      Spelling.hint(for: "abch", among: known) == "; did you mean 'abcd', 'abce' or 'abcf'?")
  }

  @Test func `a very long name is compared with nothing`() {
    let long = String(repeating: "trace", count: 20_000)
    #expect(Spelling.nearest(to: long, among: functions) == [])
  }
}
