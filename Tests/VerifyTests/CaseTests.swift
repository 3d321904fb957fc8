import Foundation
import Testing

/// Claim files that once went wrong, each for a kind, and what is right: found by hand, with fractions or
/// with another program.
@Suite struct CaseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let status: Int32
    /// What the output, or for status 65 the diagnostics, has.
    let parts: [String]
    var testDescription: String { file }

    init(_ file: String, exit status: Int32, says parts: String...) {
      (self.file, self.status, self.parts) = (file, status, parts)
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      // The multiplicity is 1 up to r = 10; at r = 11 it is 1 + 6!/(1000·12·13·14·15).
      Case(
        "soundness/01-spectrum-multiplicity-not-a-count", exit: 1,
        says: "a1 (printed) fails first at r = 11:", "multiplicity of eigenvalue 1",
        "claimed  45501/45500", "actual   a count"),
      // Two 0 × 0 matrices are equal.
      Case(
        "soundness/02-plain-size-zero-differs", exit: 1,
        says: "b2 (printed) fails first at r = 40:",
        "actual   equal"),
      Case(
        "soundness/04-negative-size", exit: 2,
        says: "b1 is undecided: at r = 11: ", "the size of a matrix is -1; expected an integer ≥ 0"),
      Case(
        "soundness/06-binomial-not-integer", exit: 2, says: "b8 is undecided: at r = 10: ",
        "the upper number of a binomial is 40262753/4026275; expected an integer"),
      Case(
        "soundness/07-I1-J1-exit70", exit: 1, says: "b6 (printed) fails first at r = 3:",
        "it fails for r ≥ 3 ("),
      // [1, 1, 0; 1, 0, 1; 0, 1, 1]
      Case("soundness/09-trace-B3-crash", exit: 0, says: "checked  1 of 1"),
      Case(
        "soundness/13-repeat-rows-overflow-crash", exit: 3,
        says: "h15 was refused: ", "a 9223372036854775807 × 1 matrix would take about"),
      Case(
        "soundness/14-repeat-rows-of-no-rows", exit: 1, says: "k1 (printed) fails:", "claimed  0",
        "actual   3"),
      // N = 0 has the loss 1/2 for every Λ, and no loss is greater.
      Case("soundness/15-two-layer-zero-N-crash", exit: 1, says: "l1 (printed) fails:"),
      Case(
        "soundness/16-vacuous-refuted", exit: 2,
        says: "l7 is undecided: no value of Λ satisfies the hypothesis: b is zero for every "),
      Case("soundness/20-open-squares-memory", exit: 2, says: "d9 is undecided: ", "too large"),
      Case(
        "soundness/24-vacuous-proved", exit: 2,
        says: "e4 is undecided: no value satisfies the hypotheses of the statement"),
      Case(
        "soundness/25-default-digits-joined", exit: 65,
        says: "25-default-digits-joined.claim:1:45: found '4'; expected ',' or '..'"),
      Case(
        "claims/hilbert-unit-rows", exit: 2, says: "hilbert-19.unit-rows is undecided: ",
        "is too large to split off its square factors"),
      Case("claims/nested-root-four", exit: 0, says: "checked  1 of 1"),
      Case("claims/nested-root-three", exit: 0, says: "checked  1 of 1"),
      Case(
        "claims/one-claim-stops-the-others", exit: 2, says: "cycle-5    printed  checked ",
        "cycle-8    printed  checked ", "path-7     printed  undecided", "path-7 is undecided: ",
        "one-claim-stops-the-others.claim:13:61: the square root of 2 + √2 is not available"),
      Case(
        "claims/path-3-relu-is-not-zero", exit: 0, says: "path3.not-zero  printed  checked ",
        "path3.loss      printed  checked "),
      Case(
        "claims/unknown-function", exit: 65,
        says: "unknown-function.claim:3:11: 'permanent' is not a function"),
      // The trace and the determinant are positive.
      Case("claims/definite", exit: 0, says: "checked  1 of 1"),
    ])
  func `a claim file that went wrong`(_ known: Case) throws {
    let result = try Program.run(["check", "Tests/Cases/\(known.file).claim"])
    #expect(result.status == known.status, "\(result.output)\(result.errors)")
    let (said, silent) =
      known.status == 65 ? (result.errors, result.output) : (result.output, result.errors)
    #expect(silent == "")
    for part in known.parts { #expect(said.contains(part), "\(said)") }
    #expect(!said.contains("proved"))
  }

  @Test func `all claim files that went wrong are here`() throws {
    var count = 0
    for folder in ["soundness", "claims"] {
      let place = packageFolder.appending(path: "Tests/Cases/\(folder)").path
      count += try FileManager.default.contentsOfDirectory(atPath: place).count
    }
    #expect(count == 20)
  }

  /// A matrix with as many rows as columns that stand for other things, at the smallest number.
  @Test(arguments: [
    "trace(B(r)) = 2", "inverse(B(r))*B(r) = I(r)", "spectrum(B(r)) = { 2 : 1, 1 : 1, -1 : 1 }",
    "B(r) + I(r) = I(r) + B(r)", "rank(stack(B(r), A1(r))) = 3",
  ])
  func `both readings say the same of labels`(_ statement: String) throws {
    let text = claim(statement, r: "3")
    let orbit = try check(text)
    let dense = try check(text, "--method=dense")
    #expect(orbit.status == dense.status)
    #expect([0, 1].contains(orbit.status), "\(orbit.output)")
    #expect(orbit.output == dense.output)
  }
}
