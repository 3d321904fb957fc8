import Functions
import Rational
import Testing

@testable import Claims

/// Statements about all K from one on whose symbol is the triangular root of K.
@Suite("Rows of triangular numbers")
struct OpenSymbolTests {
  private func verdict(
    _ statement: String, from first: Int = 6, requires: String = ""
  ) throws -> Verdict {
    let text =
      "claim c parameter K integer default \(first).. \(requires) "
      + "let r = triangular_root(K) let k = r*(r-1)/2 "
      + "let srg = construction(T(r), unit_rows(A1(r)*T(r))) printed \(statement)"
    let claim = try #require(try Parser.claims(in: text, file: "c.claim").first)
    return try claim.report(on: claim.forms[0]).verdict
  }

  private func comparison(_ left: String, _ right: String, _ scope: String = "") -> String {
    "minimal_loss(\(left)) < minimal_loss(\(right)) with 4 layers for every regularisation " + scope
  }

  @Test("the rows are those of the root, and cover all numbers once")
  func rows() throws {
    let symbol = try OpenSymbol("K", first: 0, hasRows: true)
    var next = 0
    for x in 1...30 {
      let row = symbol.row(x)
      #expect(row.lowerBound == next)
      next = row.upperBound + 1
      for value in row {
        #expect(try OpenSymbol("K", first: value, hasRows: true).firstSymbol == x)
      }
      for (place, end) in zip(symbol.places, [row.lowerBound, row.upperBound]) {
        #expect(place.value(at: Rational(x)) == Surd(end))
      }
    }
  }

  @Test(
    "true statements",
    arguments: [
      "K >= k", "K - k < r", "K/2 > 0", "K*r > 3*k", "(K - k)/(r - 1) <= 1", "-K*sqrt(r) < 0",
      "2*K < r*(r+1)", "K >= r + 2", "k + (K - k) = K", "rank(T(r)) = r",
      "rows(T(r)) + (K - columns(T(r))) = K - r*(r-3)/2",
      "spectrum(G(r)) = { 2*(r-2) : 1, r-4 : r-1, -2 : r*(r-3)/2 }",
    ])
  func proved(statement: String) throws {
    #expect(try verdict(statement).kind == .proved)
    #expect(try verdict(statement, from: 8).kind == .proved)
  }

  @Test(
    "false statements, with the smallest value: at an end of a row, on whole rows, in one row",
    arguments: [
      ("K > k", 6), ("K - k < r - 1", 9), ("K = k", 7), ("K <= k + 5", 27), ("3*K < r*(r+3)", 14),
      ("2*K = r*(r-1)", 7), ("rank(T(r)) = r + (r-7)*(r-8)", 6), ("K < 1000", 1000),
    ])
  func refuted(statement: String, first: Int) throws {
    // The last one fails from a row on that is far away.
    let found = try verdict(statement, from: first == 1000 ? 900 : 6)
    guard case .refuted(let counterexample) = found else {
      Issue.record("\(statement): \(found)")
      return
    }
    #expect(counterexample.at["K"] == Rational(first))
  }

  @Test(
    "what is not affine in K is undecided, though it holds at both ends",
    arguments: [
      // Not true in the middle of a row.
      "(K - k)*(k + r - 1 - K) <= 0", "K^2 >= K*(2*k + r - 1) - k*(k + r - 1)",
      // True, but not by the ends.
      "K^2 >= 36", "1/K > 0", "K*K > 0", "K != k + 100", "trace(I(K)) = K",
      "triangular_root(K + 1) >= r", "sqrt(K) > 0",
    ])
  func undecided(statement: String) throws {
    guard case .undecided(let reason) = try verdict(statement) else {
      Issue.record("decided: \(statement)")
      return
    }
    #expect(reason.contains("not decided for all"))
  }

  @Test("hypotheses are true or false on whole rows, or the statement is undecided")
  func hypotheses() throws {
    #expect(try verdict("K >= 40", requires: "requires K >= 40").kind == .proved)
    #expect(try verdict("K >= 40", requires: "requires K >= 40 or K <= 3").kind == .proved)
    #expect(try verdict("K >= 41", requires: "requires K >= 40").kind == .refuted)
    for condition in ["K > r*(r-1)/2", "K = 40", "K != 40", "K^2 >= 40"] {
      #expect(
        try verdict("K >= 0", requires: "requires \(condition)").kind == .undecided, "\(condition)")
    }
  }

  @Test("comparisons of losses for all K")
  func losses() throws {
    func kind(_ rest: String, _ total: String = "K", _ scope: String = "where dnc is nonzero")
      throws -> Verdict.Kind
    {
      let text =
        "claim c parameter K integer default 6.. let r = triangular_root(K) let k = r*(r-1)/2 "
        + "let srg = join(construction(T(r), unit_rows(A1(r)*T(r))), \(rest)) "
        + "let dnc = collapse(\(total)) printed " + comparison("srg", "dnc", scope)
      let claim = try #require(try Parser.claims(in: text, file: "c.claim").first)
      return try claim.report(on: claim.forms[0]).verdict.kind
    }
    #expect(try kind("collapse(K - k)") == .proved)
    #expect(try kind("collapse(2*K - k)", "2*K") == .proved)
    #expect(try kind("join(collapse(K - k), collapse(r))", "K + r") == .proved)
    // Ties, with enough regularisation.
    #expect(try kind("collapse(K - k)", "K", "") == .refuted)
    // The classes do not add up, are negative at one end or are no integers.
    for (rest, total) in [
      ("collapse(K - k + 1)", "K"), ("collapse(K - k)", "K + 1"), ("collapse(K - k)", "k"),
      ("collapse(2*K - 2*k)", "K"), ("collapse(K - k - 1)", "K - 1"),
      ("collapse(k + r - 2 - K)", "2*k + r - 2 - K"), ("collapse(r/2)", "k + r/2"),
    ] {
      #expect(throws: ClaimError.self, "\(rest)") { try kind(rest, total) }
    }
    for rest in ["r*K - r*k", "K*r - k*r", "K*2 - 2*k", "r*(K-k)*(r-1)/2", "(K-k)/1"] {
      #expect(try kind("collapse(\(rest))", "k + (\(rest))") == .undecided, "\(rest)")
    }
  }

  @Test("a number of classes that is an integer for the values that are tried only")
  func integers() throws {
    let text =
      "claim c parameter r integer default 4.. let e = (r-4)*(r-5)*(r-6)*(r-7)*(r-8)/7000 "
      + "let srg = join(construction(T(r), unit_rows(A1(r)*T(r))), collapse(e)) "
      + "let dnc = collapse(r*(r-1)/2 + e) printed "
      + comparison("srg", "dnc", "where dnc is nonzero")
    let claim = try #require(try Parser.claims(in: text, file: "c.claim").first)
    #expect(throws: ClaimError.self) { try claim.report(on: claim.forms[0]) }
  }
}
