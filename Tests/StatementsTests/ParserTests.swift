import Rational
import Testing

@testable import Statements

@Suite("Claim files: syntax")
struct ParserTests {
  private func claim(_ body: String) throws -> Claim {
    try #require(try Parser.claims(in: "claim test\n" + body, file: "test.claim").first)
  }

  /// The right side of `0 = …` as the parser understands it.
  private func formula(_ text: String) throws -> String {
    let claim = try claim("parameter r integer default 1 printed 0 = \(text)")
    guard case .relation(_, _, let right, _) = claim.forms[0].propositions[0] else { return "" }
    return right.description
  }

  @Test(
    "operators bind as in the paper",
    arguments: [
      ("1 + 2*3", "1 + 2 * 3"), ("(1 + 2)*3", "(1 + 2) * 3"), ("1 - 2 - 3", "1 - 2 - 3"),
      ("1 - (2 - 3)", "1 - (2 - 3)"), ("2^3^2", "2^3^2"), ("(2^3)^2", "(2^3)^2"),
      ("-2^2", "-2^2"), ("(-2)^2", "(-2)^2"), ("6/2/3", "6 / 2 / 3"), ("6/(2/3)", "6 / (2 / 3)"),
      ("-2*3", "(-2) * 3"), ("1--2", "1 - (-2)"), ("2*-3", "2 * (-3)"), ("r^-1", "r^(-1)"),
      ("r^(1-r)", "r^(1 - r)"), ("sqrt(r-1)/2", "sqrt(r - 1) / 2"),
      // A decimal fraction is one number, and stays one.
      ("1.4/26", "1.4 / 26"), ("2^0.5", "2^0.5"), ("4e-3*r", "0.004 * r"), ("-0.25", "-0.25"),
      ("1e-40 + 1", "1e-40 + 1"), ("1.50", "1.5"), ("1e3", "1000"),
      // As the program prints numbers, and as papers do.
      ("2√3", "2 * sqrt(3)"), ("-2√3/5", "(-(2 * sqrt(3))) / 5"), ("1/√2", "1 / sqrt(2)"),
      ("√(r + 1)*r", "sqrt(r + 1) * r"), ("√√16", "sqrt(sqrt(16))"), ("√r", "sqrt(r)"),
      ("1/2 - √2/3", "1 / 2 - sqrt(2) / 3"), ("r·2×3 − 1", "r * 2 * 3 - 1"), ("−r", "-r"),
    ])
  func precedence(text: String, expected: String) throws {
    #expect(try formula(text) == expected)
    #expect(try formula(expected) == expected, "printing and reading again changes nothing")
  }

  @Test("line breaks and comments do not matter")
  func layout() throws {
    let one = try claim("let a = 1 let b = a + 1 printed b = 2 and a = 1")
    let many = try claim("let a = 1 # one\nlet b =\n  a +\n 1\nprinted\n b = 2\n and a = 1 # end")
    #expect(one.forms[0].propositions.map(\.description) == ["b = 2", "a = 1"])
    #expect(
      many.forms[0].propositions.map(\.description)
        == one.forms[0].propositions.map(\.description))
  }

  @Test("a record keeps verdict, place and both values")
  func record() throws {
    let claim = try claim(
      "parameter r integer default 1..9 printed r = 1 "
        + "expect refuted at r = 2 claimed \"1\" actual \"2\"")
    let record = try #require(claim.forms[0].record)
    #expect(record.verdict == .refuted)
    #expect(record.counterexample == ["r": 2])
    #expect(record.claimed == "1" && record.actual == "2")
  }

  @Test(
    "a defect is reported where it stands",
    arguments: [
      ("claim x printed 1 = (2", "1:23", "')'"),
      ("claim x printed 1 = ", "1:21", "a formula"),
      ("claim x printed 1 = 1e-999999", "1:21", "is too large; the limit is 100000"),
      ("claim x parameter q rational > -1e999999 printed q = q", "1:32", "exponent of '-1e999999'"),
      ("claim x printed 1 2", "1:19", "a relation"),
      ("claim x\nprinted 1 = $", "2:13", "unexpected character '$'"),
      ("claim x title \"a\nprinted 1 = 1", "1:15", "not closed"),
      ("printed 1 = 1", "1:1", "'claim'"),
      ("claim x", "1:1", "asserts nothing"),
      ("", "1:1", "states nothing"),
      ("claim x foo 1", "1:9", "title, source"),
      ("claim x printed 1 = 1 claim x printed 1 = 1", "1:23", "already stated"),
      ("claim x printed 1 = 1 printed 1 = 1", "1:23", "stands twice"),
      ("claim x corrected 1 = 1", "1:9", "needs the printed form"),
      ("claim x parameter r default 1 printed r = 1", "1:21", "'integer' or 'rational'"),
      ("claim x parameter r integer default 9..5 printed r = 1", "1:37", "reversed"),
      ("claim x parameter r integer >= 3 default 1..5 printed r = 1", "1:9", "is not ≥ 3"),
      ("claim x let let = 1 printed 1 = 1", "1:13", "word of the language"),
      ("claim x printed [1, 2; 3] = [1]", "1:24", "1 entries; expected 2"),
      ("claim x printed spectrum(I(2)) = { 1 }", "1:38", "':'"),
      ("claim x printed strongly_regular(I(2)) = (1, 2)", "1:42", "4 formulas, not 2"),
      ("claim x printed 1 = 1 expect maybe", "1:30", "a verdict"),
      ("claim x printed 1 = 1 expect refuted at q = 1", "1:23", "'q' is not a parameter"),
    ])
  func defects(text: String, place: String, expected: String) {
    let error = #expect(throws: ClaimError.self) { try Parser.claims(in: text, file: "f") }
    #expect(error?.description.hasPrefix("f:\(place): ") == true, "\(error?.description ?? "")")
    #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
  }

  @Test("a formula that would exhaust the stack is refused")
  func depth() {
    let deep = String(repeating: "(", count: 100_000)
    let long = "1" + String(repeating: "+1", count: 100_000)
    let minus = String(repeating: "-", count: 100_000)
    for text in [deep, long, minus] {
      let error = #expect(throws: ClaimError.self) {
        try Parser.claims(in: "claim x printed 1 = " + text, file: "f")
      }
      #expect(error?.message.contains("too long") == true)
    }
  }

  @Test("an oversized file is refused")
  func size() {
    let text = String(repeating: " ", count: Parser.textLimit + 1)
    #expect(throws: ClaimError.self) { try Parser.claims(in: text, file: "f") }
  }

  /// `gram(gram(z)^2)^2` and so on: a polynomial of degree 4^40, on 40 levels.
  private static let squaresInSquares =
    String(repeating: "gram(", count: 40) + "z" + String(repeating: ")^2", count: 40)

  @Test(
    "kinds are checked before anything is computed",
    arguments: [
      ("printed q = 1", "'q' is not defined"),
      ("printed sum(k, 1, 2, j) = 1", "'j' is not defined"),
      ("printed sum(k, 1, 2, k) = k", "'k' is not defined"),
      ("printed sum(k, 1, k, 1) = 1", "'k' is not defined"),
      ("printed sum(1, 1, 2, 1) = 1", "'sum' takes a new name first"),
      ("let k = 1 printed sum(k, 1, 2, k) = 3", "'k' is already defined"),
      ("printed sum(k, 1, 2, [1]) = 3", "the left side is a matrix, the right side a number"),
      ("beyond \"why\" printed 1 = 1", "expected no 'printed' form"),
      ("printed T = 1", "a function needs '(…)'"),
      ("printed foo(1) = 1", "'foo' is not a function"),
      ("printed sqrt(1, 2) = 1", "takes 1 argument(s), not 2"),
      ("printed sqrt(I(2)) = 1", "this is a matrix; expected a number"),
      ("printed trace(3) = 1", "this is a number; expected a matrix"),
      ("printed I(2) = 1", "the left side is a matrix, the right side a number"),
      ("printed {1, 2} = {1, 2}", "partitions are not compared"),
      ("printed equitable(I(2), I(2))", "this is a matrix; expected a partition"),
      ("printed positive_definite(2)", "this is a number; expected a matrix"),
      ("printed inertia(I(2)) = (I(2), 0, 0)", "this is a matrix; expected a number"),
      ("printed I(2) >= 0", "the left side is a matrix, the right side a number"),
      ("printed max() = 1", "'max' takes 1 or more argument(s), not 0"),
      ("printed mod(1) = 1", "'mod' takes 2 argument(s), not 1"),
      ("printed max(1, I(2)) = 1", "this is a matrix; expected a number"),
      ("printed diagonal(1, I(2)) = I(2)", "this is a matrix; expected a number"),
      ("printed matrix(2, 2; i, j: k) = I(2)", "'k' is not defined"),
      ("printed matrix(i, 2; i, j: 1) = I(2)", "'i' is not defined"),
      ("printed matrix(2, 2; i, i: 1) = I(2)", "'i' is already defined"),
      ("printed matrix(2, 2; i, j: I(2)) = I(2)", "this is a matrix; expected a number"),
      ("printed product(k, 1, 2, I(2)) = I(2)", "this is a matrix; expected a number"),
      ("printed for all vectors z in R^2: z'*z != 1", "'!=' for all vectors"),
      ("printed for all vectors z in R^2: z'*z*z'*z >= 0", "not linear or quadratic in 'z'"),
      ("printed for all vectors z in R^2: rank(z) >= 0", "not linear or quadratic in 'z'"),
      (
        "printed for all vectors z in R^2: norm2(\(squaresInSquares)) >= 0",
        "not linear or quadratic in 'z'"
      ),
      ("printed for all vectors z in R^2: y >= 0", "'y' is not defined"),
      ("printed for all vectors z in R^2: z = z and rank(z) = 1", "not linear or quadratic"),
      ("printed z = z and for all vectors z in R^2: z = z", "'z' is not defined"),
      ("printed I(2) + 1 = I(2)", "'+' does not join a matrix and a number"),
      ("printed 1 + I(2) = I(2)", "'+' does not join a number and a matrix"),
      ("printed 1 / I(2) = I(2)", "'/' does not join a number and a matrix"),
      ("printed 2^I(2) = I(2)", "'^' does not join"),
      ("printed 3' = 1", "this is a number; expected a matrix"),
      ("let a = 1 let a = 2 printed a = 1", "already defined"),
      ("let a = b let b = 1 printed a = 1", "'b' is not defined"),
      ("printed collapse(3) = collapse(3)", "minimal_loss"),
      ("printed -collapse(3) = collapse(3)", "not a construction"),
      (
        "printed minimal_loss(I(2)) < minimal_loss(collapse(2)) with 3 layers for every "
          + "regularisation", "expected a construction"
      ),
      (
        "let d = collapse(3) let c = d let e = d printed minimal_loss(c) < minimal_loss(d) with 3 "
          + "layers for every regularisation where e is nonzero", "on either side of '<'"
      ),
      ("requires I(2) > 1 printed 1 = 1", "expected a number"),
      ("printed [collapse(2)] = I(2)", "this is a construction; expected a number, or a matrix"),
    ])
  func kinds(body: String, expected: String) {
    let error = #expect(throws: ClaimError.self) {
      try Parser.claims(in: "claim x " + body, file: "f")
    }
    #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
  }
}
