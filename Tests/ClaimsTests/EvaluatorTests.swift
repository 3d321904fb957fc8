import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

@Suite("Instance reading")
struct EvaluatorTests {
  @Test(
    "true statements about small matrices, worked out by hand",
    arguments: [
      "trace([1, 2; 3, 4]) = 5", "norm2([1, 2; 3, 4]) = 30", "rank([1, 2; 2, 4]) = 1",
      "rows([1, 2, 3]) = 1 and columns([1, 2, 3]) = 3", "entry([1, 2; 3, 4], 2, 1) = 3",
      "[1, 2; 3, 4]*[0, 1; 1, 0] = [2, 1; 4, 3]", "[1, 2; 3, 4]ᵀ = [1, 3; 2, 4]",
      "transpose([1, 2]) = [1; 2]", "gram([1, 2]) = [1, 2; 2, 4]", "relu([-1, 2]) = [0, 2]",
      "unit_rows([3, 4]) = [3/5, 4/5]", "stack([1, 2], [3, 4]) = [1, 2; 3, 4]",
      "inverse([1, 2; 3, 4]) = [-2, 1; 3/2, -1/2]", "I(2) + J(2) = [2, 1; 1, 2]",
      "I(2) * J(2, 3) = J(2, 3)", "J(2, 3) * J(3, 2) = 3 * J(2)", "(I(2) + J(2))^2 = [5, 4; 4, 5]",
      "inverse(I(2) + J(2)) = 1/3 * [2, -1; -1, 2]",
      "pseudo_inverse([2, 0; 0, 0]) = [1/2, 0; 0, 0]",
      // min ‖w‖² with w·(1, 1)ᵀ = 2 is attained at (1, 1).
      "least_norm([1; 1], [2; 0]ᵀ*[1; 0]) = 2",
      // 1/2 (w - 1)² + w²/2 is least at w = 1/2.
      "min_ridge([1], 1) = 1/4", "ridge_minimiser([1], 1) = [1/2]",
      "nuclear_norm([3, 0; 0, -4]) = 7", "min_factorisation([6], 2, 8) = 24",
      "spectrum([2, 1; 1, 2]) = { 3 : 1, 1 : 1 }", "spectrum(I(3)) = { 1 : 3 }",
      "spectrum(I(3)) = { 1 : 1, 1 : 2, 7 : 0 }",
      "spectrum([0, 1; 1, 1]) = "
        + "{ (1 + sqrt(5))/2 : 1, (1 - sqrt(5))/2 : 1 }",
      // The cycle of five vertices.
      "strongly_regular([0,1,0,0,1; 1,0,1,0,0; 0,1,0,1,0; 0,0,1,0,1; 1,0,0,1,0]) = (5, 2, 0, 1)",
      "feasible([1, 0], [5, 0])", "infeasible([1, 0], [5, 1])",
      "B(3) = [1, 1, 0; 1, 0, 1; 0, 1, 1]", "A1(3) = [-1, -1, 1; -1, 1, -1; 1, -1, -1]",
      "G(3) = J(3) - I(3)", "triangular_root(5) = 3 and triangular_root(6) = 4",
      "triangular_root(0) = 1 and triangular_root(1) = 2", "binomial(5, 2) = 10",
      "binomial(2, 5) = 0", "sqrt(8) = 2*sqrt(2)", "sqrt(2)*sqrt(3) = sqrt(6)",
      "1/(1 + sqrt(2)) = sqrt(2) - 1", "sqrt(3 + 2*sqrt(2)) = 1 + sqrt(2)", "2^(-3) = 1/8",
      "0^0 = 1", "sqrt(2) < 3/2 and sqrt(2) > 7/5", "1 != 2", "[1] != [2]",
      "sum(k, 1, 4, k^2) = 30", "sum(k, 2, 1, 1/0) = 0", "sum(k, -1, 1, k) = 0",
      "product(k, 2, 4, k) = 24", "product(k, 1, 0, k) = 1",
      "sum(k, 1, 3, product(j, 1, k, j)) = 9", "sum(k, 1, 4, sqrt(k^2)) = 10",
      "kronecker(I(2), [1, 2]) = [1, 2, 0, 0; 0, 0, 1, 2]",
      "kronecker([1; 2], [3, 4; 5, 6]) = [3, 4; 5, 6; 6, 8; 10, 12]",
      "patterns(3, 1) = [-1, 1, 1; 1, -1, 1; 1, 1, -1]", "patterns(2, 0) = [1, 1]",
      "patterns(3, 2) = A1(3) and patterns(4, 2) = A1(4) and patterns(2, 2) = [-1, -1]",
      "rows(patterns(7, 3)) = 35 and patterns(3, 3) = -1 * J(1, 3)",
      "rank(T(4)) = 4", "rank(sample(4, 5, 2, 1)) <= 2",
    ])
  func holds(statement: String) throws {
    #expect(try verdict("claim c printed " + statement).kind == .checked)
  }

  @Test(
    "false statements, with both values",
    arguments: [
      ("trace([1, 2; 3, 4]) = 6", "trace([1, 2; 3, 4])", "6", "5"),
      ("[1, 2] = [1, 3]", "entry (1, 2) of [1, 2]", "3", "2"),
      ("1 < 1", "1", "< 1", "1"),
      ("spectrum([2, 1; 1, 2]) = { 3 : 1, 2 : 1 }", "eigenvalue 2", "2", "1"),
      ("spectrum(I(3)) = { 1 : 2, 5 : 1 }", "eigenvalue 2", "5", "not an eigenvalue"),
      ("spectrum(J(3)) = { 3 : 2, 0 : 1 }", "multiplicity of eigenvalue 1, 3", "2", "1"),
      ("spectrum(J(3)) = { 3 : 1 }", "list of eigenvalues", "1 values", "also 0 (2 times)"),
      ("strongly_regular(G(4)) = (6, 4, 2, 3)", "parameter μ", "3", "4"),
      ("strongly_regular(G(3)) = (3, 2, 2, 4)", "parameter λ", "2", "1"),
      (
        "strongly_regular([0,1,0; 1,0,1; 0,1,0]) = (3, 1, 0, 1)", "strong regularity",
        "(3, 1, 0, 1)", "not strongly regular"
      ),
      (
        "feasible([1, 0], [1, 0; 0, 1])", "rows of [1, 0; 0, 1] in the row space of [1, 0]",
        "2 of 2", "1 of 2"
      ),
    ])
  func refuted(statement: String, what: String, claimed: String, actual: String) throws {
    let failure = try failure("claim c printed " + statement)
    #expect(failure.what == what)
    #expect(failure.claimed == claimed)
    #expect(failure.actual == actual)
  }

  @Test(
    "what has no value is undecided, with its place; the other values are decided",
    arguments: [
      ("1/(r-4) = 1", 4, "1:58", "division by zero"),
      ("(r-4)^(-1) = 1", 4, "1:62", "division by zero"),
      ("(r-4)^(-10^30) = 1", 4, "1:62", "division by zero"),
      ("sqrt(4-r) = 0", 5, "1:57", "the square root of a negative number, -1"),
      ("sqrt(sqrt(2)) = 1", 4, "1:57", "is not a sum of square roots of rational numbers"),
      ("I(r)*I(5) = I(r)", 4, "1:61", "'*' joins a 4 × 4 and a 5 × 5 matrix"),
      ("I(r) + I(5) = 2*I(r)", 4, "1:62", "'+' joins a 4 × 4 and a 5 × 5 matrix"),
      ("trace(I(100000)*[1]) = 1", 4, "1:72", "'*' joins a 100000 × 100000 and a 1 × 1 matrix"),
      ("I(r) = I(5)", 4, "1:62", "a 4 × 4 matrix is compared with a 5 × 5 one"),
      ("trace(J(2, r)) = 1", 4, "1:57", "trace of a 2 × 4 matrix"),
      ("inverse(J(r)) = I(r)", 4, "1:57", "has no inverse"),
      ("unit_rows([1, 0; 0, 0]) = I(2)", 4, "1:57", "row 2 is zero"),
      ("least_norm([1, 0], [0, 1]) = 1", 4, "1:57", "no solution: row 1 of Y"),
      ("I(1/2) = I(1)", 4, "1:60", "the size of a matrix is 1/2; expected an integer"),
      ("I(-1) = I(1)", 4, "1:59", "expected an integer ≥ 0"),
      ("T(1) = I(1)", 4, "1:59", "expected an integer ≥ 2"),
      ("2^sqrt(2) = 1", 4, "1:58", "expected an integer"),
      ("min_ridge(I(2), 0) = 1", 4, "1:73", "expected a positive number"),
      ("entry(I(2), 3, 1) = 1", 4, "1:57", "entry (3, 1) of a 2 × 2 matrix"),
      ("strongly_regular([1]) = (1, 0, 0, 0)", 4, "1:57", "of an adjacency matrix is not 0"),
      ("strongly_regular([0, 2; 2, 0]) = (2, 1, 0, 0)", 4, "1:57", "entries 0 and 1"),
      (
        "strongly_regular(G(12) + 2*(J(66, 66) - I(66) - G(12))) = (66, 20, 10, 4)", 4, "1:57",
        "entries 0 and 1"
      ),
    ])
  func undefined(statement: String, r: Int, place: String, message: String) throws {
    let text = "claim c parameter r integer default 4..5        printed " + statement
    guard case .undecided(.value(let reason)) = try verdict(text) else {
      Issue.record("\(try verdict(text))")
      return
    }
    #expect(reason.hasPrefix("at r = \(r): test.claim:\(place): "), "\(reason)")
    #expect(reason.contains(message), "\(reason)")
  }

  @Test(
    "a counterexample counts although another value has no value",
    arguments: [
      ("I(r) + I(5) = I(r)", 5), ("1/(r-4) = 2", 5), ("sqrt(4-r) = 1", 4),
      ("1/(r-5) = 1 and r = 4", 4),
    ])
  func refutedBeside(statement: String, r: Int) throws {
    let text = "claim c parameter r integer default 4..5 printed " + statement
    guard case .refuted(let counterexample) = try verdict(text) else {
      Issue.record("\(try verdict(text))")
      return
    }
    #expect(counterexample.at["r"] == Rational(r))
  }

  @Test(
    "a counterexample is not called the first where a value before it is left open",
    arguments: [
      ("1/(n-2) < 5 and n < 5", false, "undecided at n = 2: test.claim:1:51: "),
      ("1/(n-5) < 5 and n < 4", true, "undecided at n = 5: test.claim:1:51: "),
      ("1/((n-2)*(n-3)) < 5 and n < 5", false, "; and at 1 more"), ("n < 5", true, ""),
    ])
  func leftOpen(statement: String, knowsFirst: Bool, open: String) throws {
    let text = "claim c parameter n integer default 1..5 printed " + statement
    let claim = try #require(try Parser.claims(in: text, file: "test.claim").first)
    let report = try claim.report(on: claim.forms[0])
    guard case .refuted(let counterexample) = report.verdict else {
      Issue.record("\(report.verdict)")
      return
    }
    #expect(counterexample.at["n"] == (statement.contains("n < 4") ? 4 : 5))
    #expect(report.knowsFirstFailing == knowsFirst)
    #expect(report.open.count == (open.isEmpty ? 0 : 1))
    #expect(open.isEmpty || report.open.joined().contains(open), "\(report.open)")
  }

  @Test("values whose outcomes would take more memory than was granted are refused")
  func manyValues() throws {
    let text =
      "claim c parameter n integer default 1..2000 parameter m integer default 1..2000 "
      + "printed n*m > 0"
    let claim = try #require(try Parser.claims(in: text, file: "test.claim").first)
    let error = try #require(throws: RunError.self) {
      try claim.report(on: claim.forms[0], options: RunOptions(memoryLimit: 300_000_000))
    }
    #expect(
      "\(error)" == "test.claim:1:1: 4000000 values, whose outcomes would take about 1280 MB; the "
        + "limit is 300 MB")
  }

  @Test(
    "what is true beside an eigenvalue that is wrong is as large among the true ones",
    arguments: [
      ("-1 : 1, 3 : 1, 6 : 1", "1", "-1", "-4"), ("6 : 1, 3 : 1, -1 : 1", "1", "6", "5"),
      ("5 : 1, 3 : 1, -1 : 1", "2", "3", "-2"), ("7 : 3", "1", "7", "5"),
      ("5 : 1, -2 : 1, 1 : 1, 0 : 0", "3", "1", "-4"),
    ])
  func meant(lines: String, position: String, claimed: String, actual: String) throws {
    let found = try failure(
      "claim c printed spectrum([5, 0, 0; 0, -4, 0; 0, 0, -2]) = { \(lines) }")
    #expect(found.what == "eigenvalue \(position)")
    #expect([found.claimed, found.actual] == [claimed, actual], "\(found)")
  }

  @Test(
    "the true eigenvalue stands beside the first that is wrong, wherever in the range that is",
    arguments: ["6..6", "5..6", "5..9", "4..9"], [1, 2])
  func trueEigenvalues(values: String, jobs: Int) throws {
    // J(r) has the eigenvalue r.
    let text =
      "claim c parameter r integer default \(values) requires r >= 5 "
      + "printed spectrum(J(r)) = { 5 : 1, 0 : r-1 }"
    let claim = try #require(try Parser.claims(in: text, file: "test.claim").first)
    let report = try claim.report(on: claim.forms[0], options: RunOptions(jobs: jobs))
    guard case .refuted(let counterexample) = report.verdict else {
      Issue.record("\(report.verdict)")
      return
    }
    #expect(counterexample.at["r"] == 6)
    let failure = counterexample.failure
    #expect(
      [failure.what, failure.claimed, failure.actual] == ["eigenvalue 1", "5", "6"], "\(failure)")
    #expect(report.holds == (values.hasPrefix("6") ? 0 : 1))
  }

  @Test(
    "a job over a limit is refused with the figure before anything is built",
    arguments: [
      ("repeat_rows(J(100000, 100000)) = J(1)", "matrix would take about"),
      (
        "trace(kronecker(I(100000), [1, 2; 3, 4])) = 1", "a 200000 × 200000 matrix would take about"
      ),
      ("rank(G(100000)) = 1", "the limit is 5000 vertices"),
      ("rank(T(9223372036854775807)) = 1", "the limit is 5000 vertices"),
      ("rank(I(5000000000)) = 1", "5000000000 vertices, whose pairs would be enumerated"),
      ("2^(10^9) = 1", "a power with more than 2000000 bits"),
      ("2^(10^30) > 1", "a power with more than 2000000 bits"),
      ("(1/2)^(-10^30) > 1", "a power with more than 2000000 bits"),
      ("sqrt(2)^(10^30) > 1", "a power with more than 2000000 bits"),
      ("2^2000000 > 1", "bits; the limit is 2000000"),
      ("[1]^(10^30) = [1]", "the exponent 1000000000000000000000000000000; the limit is 1000000"),
      ("sum(k, 0, 9223372036854775807, k) = 0", "9223372036854775808 terms; the limit is 100000"),
      ("sum(k, -2, 9223372036854775807, k) = 0", "9223372036854775810 terms; the limit is 100000"),
      (
        "minimal_loss(join(collapse(9223372036854775807), collapse(1))) < minimal_loss(collapse(3)) "
          + "with 3 layers for every regularisation",
        "9223372036854775808 classes; the limit is 9223372036854775807"
      ),
      ("norm2(sample(100000, 100000, 1, 1)) = 1", "a 100000 × 100000 matrix would take about"),
      ("strongly_regular(J(20001, 20001) - I(20001)) = (1, 1, 1, 1)", "20001"),
      ("binomial(10^6, 5*10^5) = 1", "binomial(1000000, 500000) is too large"),
      // Its rows are repeated: the number of rows of the result alone is over what there is.
      ("rows(repeat_rows(J(9223372036854775807, 1))) > 0", "a 9223372036854775807 × 1 matrix"),
    ])
  func limits(statement: String, figure: String) {
    let error = #expect(throws: RunError.self) { try verdict("claim c printed " + statement) }
    guard case .tooLarge(let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("test.claim:1:"), "\(reason)")
    #expect(reason.contains(figure), "\(reason)")
  }

  @Test(
    "large exponents of small powers, and indices up to the last word",
    arguments: [
      "1^1999999 = 1", "1^(10^19) = 1", "1^(-10^30) = 1", "0^3000000 = 0", "0^(10^30) = 0",
      "0^(10^30 - 10^30) = 1", "(-1)^3000000 = 1", "(-1)^(10^30 + 1) = -1", "(-1)^(-10^30) = 1",
      "2^1500000 > 1", "(1/2)^1999998 < 1", "sqrt(2)^1500000 = 2^750000",
      "sum(k, 9223372036854775807, 9223372036854775807, 1) = 1",
      "product(k, 9223372036854775806, 9223372036854775807, 2) = 4",
      "sum(k, 9223372036854775807, -3, k) = 0",
    ])
  func large(statement: String) throws {
    #expect(try verdict("claim c printed " + statement) == .checked)
  }

  @Test("both readings agree on every statement on file, for small r")
  func readings() throws {
    for claim in try libraryOnFile().claims {
      guard let parameter = claim.parameters.first(where: { $0.name == "r" }) else { continue }
      // Dense matrices for a larger r take minutes.
      let first = max(5, parameter.bound?.value ?? 0)
      guard first <= 9 else { continue }
      for form in claim.forms {
        let small = Domain.finite(first < 7 ? [first, first + 1] : [first], text: "small")
        let orbit = try claim.report(on: form, over: ["r": small])
        let dense = try claim.report(
          on: form, over: ["r": small], options: RunOptions(method: .dense))
        #expect(orbit.verdict.kind == dense.verdict.kind, "\(claim.id)")
        #expect(orbit.holds == dense.holds && orbit.instances == dense.instances, "\(claim.id)")
      }
    }
  }

  @Test("results do not depend on the number of jobs")
  func jobs() throws {
    let claim = try #require(try libraryOnFile()["lemma-13"])
    let reports = try [1, 2, 7].map { jobs in
      try claim.report(on: claim.forms[0], options: RunOptions(jobs: jobs))
    }
    for report in reports {
      #expect(report.verdict == reports[0].verdict)
      #expect(report.holds == 2 && report.instances == 37)
    }
  }

  @Test("a run that is stopped tells what was finished and decides nothing")
  func stopped() throws {
    let claim = try #require(try libraryOnFile()["lemma-12"])
    let report = try claim.report(
      on: claim.forms[0], options: RunOptions(stopReason: { "the time limit was reached" }))
    #expect(report.verdict.kind == .undecided)
    #expect(report.instances == 0)
  }

  @Test("a value below a definition's domain is refused by name")
  func domain() throws {
    let claim = try #require(try libraryOnFile()["lemma-13"])
    let low = Domain.finite([3], text: "3")
    let error = #expect(throws: RunError.self) {
      try claim.report(on: claim.forms[0], over: ["r": low])
    }
    #expect(error?.description.contains("r = 3 is outside the domain r ≥ 4") == true)
  }

  @Test("a value that misses the hypotheses is outside, with what is true there")
  func outside() throws {
    let claim = try #require(try libraryOnFile()["theorem-3"])
    let report = try claim.report(
      on: try #require(claim.form(.corrected)),
      over: ["r": .finite([4], text: "4"), "L": .finite([3], text: "3")])
    #expect(report.verdict.kind == .undecided)
    // K = 6: 3⁶·6⁴·Λ = 4 at the threshold, 4/944784.
    #expect(report.outside.first?.remark.contains("srg loses more for every Λ < 1/236196") == true)
  }

}
