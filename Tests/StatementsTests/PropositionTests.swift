import Rational
import Testing

@testable import Statements

/// Chains of comparisons, alternatives, statements about all vectors, and numbers as other programs
/// write them.
@Suite struct PropositionTests {
  private func claim(_ body: String) throws -> Claim {
    try #require(
      try Parser.claims(in: "claim test parameter r integer default 1 \(body)", file: "f").first)
  }

  private func propositions(_ text: String) throws -> [String] {
    try claim("printed " + text).forms[0].propositions.map(\.description)
  }

  @Test(arguments: [
    ("0 < r <= 3 = 3", ["0 < r", "r <= 3", "3 = 3"]),
    ("3 >= r ≥ 1", ["3 >= r", "r >= 1"]),
    ("r ≠ 2", ["r != 2"]),
    ("r == 1 == 1", ["r = 1", "1 = 1"]),
    ("(0 < r < 3) and r = 1", ["0 < r", "r < 3", "r = 1"]),
    ("(r + 1)*2 = 4", ["(r + 1) * 2 = 4"]),
    ("((r)) = 1", ["r = 1"]),
    ("r = 1 or r = 2", ["r = 1 or r = 2"]),
    ("r = 1 and r < 2 or 1 < r < 4", ["r = 1 and r < 2 or 1 < r and r < 4"]),
    ("r = 1 and (r < 2 or r = 5)", ["r = 1", "r < 2 or r = 5"]),
    ("r = 0 or r = 1 and (r < 2 or r = 5)", ["r = 0 or r = 1 and (r < 2 or r = 5)"]),
    ("matrix(2, r; i, j: i*j) = I(2)", ["matrix(2, r; i, j: i * j) = I(2)"]),
    (
      "equitable(I(2), {1, 2 | 3..r, r+1})", ["equitable(I(2), {1, 2 | 3..r, r + 1})"]
    ),
    ("(feasible(I(2), I(2)) or r = 1)", ["feasible(I(2), I(2)) or r = 1"]),
    ("inertia(I(2)) = (2, 0, 0)", ["inertia(I(2)) = (2, 0, 0)"]),
    ("positive_definite(I(2))", ["positive_definite(I(2))"]),
    ("positive_semidefinite(I(2))", ["positive_semidefinite(I(2))"]),
    ("equitable(I(2), {1 | 2})", ["equitable(I(2), {1 | 2})"]),
    ("interlaces(I(2), I(3))", ["interlaces(I(2), I(3))"]),
    (
      "for all vectors z in R^2: 0 <= z'*z and z = z and r = 1",
      [
        "for all vectors z in R^2: 0 <= zᵀ * z", "for all vectors z in R^2: z = z",
        "for all vectors z in R^2: r = 1",
      ]
    ),
    (
      "for all nonzero vectors z in R^(r + 1): z'*z > 0 and positive_definite(I(2))",
      ["for all nonzero vectors z in R^(r + 1): zᵀ * z > 0", "positive_definite(I(2))"]
    ),
    (
      "(for all vectors z in R^2: z'*z > 1) or r = 1",
      ["(for all vectors z in R^2: zᵀ * z > 1) or r = 1"]
    ),
  ])
  func `what is read, and again from what is printed`(_ text: String, _ expected: [String]) throws {
    #expect(try propositions(text) == expected)
    let printed = expected.map { expected.count > 1 && $0.contains(" or ") ? "(\($0))" : $0 }
    #expect(try propositions(printed.joined(separator: " and ")) == expected)
  }

  @Test func `hypotheses have chains and brackets, too`() throws {
    let hypothesis = try claim("requires 0 < r <= 5 and (r = 1 or r = 2) printed r = 1").hypothesis
    #expect(hypothesis?.description == "0 < r and r <= 5 and (r = 1 or r = 2)")
  }

  @Test(arguments: [
    ("5e-05", Rational(1, 20_000)), ("1.e-3", Rational(1, 1000)), ("1E5", 100_000),
    ("2.5e+01", 25), ("3.", 3), ("0.", 0), ("1.5E-1", Rational(3, 20)),
  ])
  func `numbers as NumPy writes them`(_ text: String, _ value: Rational) throws {
    for context in ["\(text) = r", "[\(text), 2; 1, \(text)] = I(2)", "(\(text)) = 1"] {
      let claim = try claim("printed " + context)
      var parts = claim.forms[0].propositions.flatMap(\.expressions)
      var numbers: [Rational] = []
      while let part = parts.popLast() {
        if case .number(let number, _) = part { numbers.append(number) }
        parts += part.children
      }
      #expect(numbers.contains(value), "\(context)")
    }
    let domain = try Parser.claims(
      in: "claim x parameter a rational default \(text), 7 printed a = a", file: "f")[0]
    guard case .finite(let values, _)? = domain.parameters[0].defaultValues else {
      Issue.record("no list")
      return
    }
    #expect(values.contains(value))
  }

  @Test func `points in names and ranges are no decimal points`() throws {
    let text = "claim lemma-9.e2 parameter r integer default 5..7 printed r = r uses lemma-9.e2"
    let claim = try #require(try Parser.claims(in: text, file: "f").first)
    #expect(claim.id == "lemma-9.e2" && claim.uses == ["lemma-9.e2"])
    #expect(claim.parameters[0].defaultValues?.count == 3)
    #expect(try Parser.claims(in: "claim a-1E5 printed 1 = 1", file: "f")[0].id == "a-1E5")
  }

  @Test(arguments: [
    ("1 < r > 0", "1:56", "'>' turns the chain of comparisons around"),
    ("1 != r != 2", "1:52", "'!=' in a chain"),
    ("1 < r <", "1:57", "expected a formula"),
    ("(r = 1", "1:56", "expected ')' to close the bracket"),
    ("r = 1 or", "1:58", "expected a formula"),
    ("1/2√3 = r", "1:53", "expected brackets, 1/(2√3)"),
    ("√2^2 = r", "1:52", "expected brackets, (√2)^2"),
    ("√ = r", "1:52", "expected a formula"),
    ("[[1, 2], [3, 4]] = I(2)", "1:50", "a matrix in a matrix; expected rows parted by ';'"),
    ("matrix(2, 2; i: 1) = I(2)", "1:64", "expected ',' and a name for the column"),
    ("matrix(2) = I(2)", "1:58", "expected ',' and the number of columns"),
    ("inertia(I(2)) = (2, 0)", "1:66", "takes 3 formulas, not 2"),
    ("equitable(I(2), {1 | })", "1:71", "expected a formula"),
    ("equitable(I(2), {1, 2)", "1:71", "expected '}' to close the partition"),
    ("for all z in R^2: z = z", "1:58", "expected 'vectors'"),
    ("for all vectors z: z = z", "1:67", "expected 'in R^n'"),
    ("for all vectors z in R: z = z", "1:72", "expected '^' and the number of coordinates"),
    ("for all vectors z in R^2 z = z", "1:75", "expected ':' and a comparison"),
    ("for all vectors z in R^2: z = z or r = 1", "1:82", "expected brackets around '(for all"),
    ("determinante(I(2)) = 1", "1:50", "did you mean 'determinant'?"),
    ("positive_definit(I(2))", "1:50", "did you mean 'positive_definite'?"),
  ])
  func `a defect is reported where it stands`(_ text: String, _ place: String, _ says: String) {
    let error = #expect(throws: ClaimError.self) { try propositions(text) }
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    #expect(error?.location.description == "f:\(place)")
  }

  @Test func `entries of a matrix are formulas of their own`() throws {
    let row = Array(repeating: "1+1", count: 400).joined(separator: ", ")
    let claim = try claim("let A = [\(row);\n\(row);] printed A = A")
    guard case .matrix(let rows, _) = claim.definitions[0].expression else {
      Issue.record("no matrix")
      return
    }
    #expect(rows.map(\.count) == [400, 400])
    let long = Array(repeating: "1", count: 601).joined(separator: "+")
    #expect(throws: ClaimError.self) { try self.claim("let A = [1, \(long)] printed A = A") }
    let many = String(repeating: "1,", count: Parser.entryLimit) + "1"
    let error = #expect(throws: ClaimError.self) {
      try self.claim("let A = [\(many)] printed A = A")
    }
    #expect(error?.message.contains("more than 250000 entries") == true)
  }

  @Test(arguments: ["(", "(r = 1 or ", "(r = 1 and "])
  func `brackets of propositions are as deep as those of formulas`(_ opening: String) {
    let deep =
      String(repeating: opening, count: 5000) + "r = 1" + String(repeating: ")", count: 5000)
    let error = #expect(throws: ClaimError.self) { try propositions(deep) }
    #expect(error?.message.contains("levels") == true, "\(error?.message ?? "")")
  }

  @Test func `matrices with many entries are named by their shape`() throws {
    let row = Array(repeating: "1", count: 50).joined(separator: ", ")
    let claim = try claim("printed trace([\(row)]*2) = 1")
    guard case .relation(let left, _, _, _) = claim.forms[0].propositions[0] else { return }
    #expect(left.brief == "trace([1, …; … 1 × 50] * 2)")
    #expect(left.description.count > 150)
  }
}
