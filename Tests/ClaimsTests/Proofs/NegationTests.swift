import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// Assertions that contradict one another, by evaluating both.
@Suite struct NegationTests {
  /// Whether an assertion of a claim without parameters holds; nil when it is not decided.
  private func holds(_ proposition: Proposition, _ claim: Claim) throws -> Bool? {
    let form = Claim.Form(
      wording: .printed, title: nil, propositions: [proposition], record: nil,
      location: claim.location)
    switch try claim.report(on: form).verdict.kind {
    case .checked: return true
    case .refuted: return false
    default: return nil
    }
  }

  /// The assertion of a text, whether it holds, and whether each that contradicts it does.
  private func truth(
    _ statement: String
  ) throws -> (statement: Bool?, contradictions: [Bool?]) {
    let text = "claim c printed \(statement)"
    let claim = try #require(try Parser.claims(in: text, file: "f").first)
    let proposition = claim.forms[0].propositions[0]
    return (
      try holds(proposition, claim), try proposition.contradictions.map { try holds($0, claim) }
    )
  }

  @Test(
    arguments: ["=", "!=", "<", "<=", ">", ">="],
    [("1", "2"), ("2", "2"), ("3", "2"), ("sqrt(2)", "7/5")])
  func `of a relation and its negation exactly one holds`(
    _ relation: String, _ sides: (String, String)
  ) throws {
    let found = try truth("\(sides.0) \(relation) \(sides.1)")
    let statement = try #require(found.statement)
    #expect(found.contradictions == [!statement])
  }

  @Test(arguments: ["J(3) = 3*J(3)", "J(3) != 3*J(3)", "I(1) = J(1)", "I(1) != J(1)"])
  func `of matrices too`(_ statement: String) throws {
    let found = try truth(statement)
    let isTrue = try #require(found.statement)
    #expect(found.contradictions == [!isTrue])
  }

  @Test(arguments: [
    "spectrum(J(3)) = { 3 : 1, 0 : 2 }", "spectrum(J(3)) = { 0 : 1, 3 : 1, 0 : 1 }",
    "spectrum(G(4)) = { 4 : 1, 0 : 3, -2 : 2 }", "spectrum(B(3)) = { 2 : 1, 1 : 1, -1 : 1 }",
    "spectrum([0, 1; 1, 1]) = { (1 + sqrt(5))/2 : 1, (1 - sqrt(5))/2 : 1 }",
    "strongly_regular(G(5)) = (10, 6, 3, 4)",
    "strongly_regular([0,1,0,0,1; 1,0,1,0,0; 0,1,0,1,0; 0,0,1,0,1; 1,0,0,1,0]) = (5, 2, 0, 1)",
  ])
  func `nothing contradicts what is true`(_ statement: String) throws {
    let found = try truth(statement)
    #expect(found.statement == true)
    #expect(!found.contradictions.isEmpty)
    #expect(found.contradictions.allSatisfy { $0 == false })
  }

  @Test(arguments: [
    // Too many values, a multiplicity at the wrong place, the right sum of the wrong values.
    "spectrum(J(3)) = { 3 : 1, 0 : 3 }", "spectrum(J(3)) = { 3 : 2, 0 : 1 }",
    "spectrum(J(3)) = { 3 : 1, 1 : 1, -1 : 1 }", "spectrum(G(4)) = { 4 : 1, 0 : 2, -2 : 3 }",
    // Right for all powers below the fourth; right for those below the second.
    "spectrum([0,1,0; 1,0,0; 0,0,0]) = { sqrt(1/2) : 2, -sqrt(1/2) : 2, 0 : -1 }",
    "spectrum([0,1,0; 1,0,0; 0,0,0]) = { sqrt(2) : 1, -sqrt(2) : 1, 0 : 1 }",
    "strongly_regular(G(5)) = (11, 6, 3, 4)", "strongly_regular(G(5)) = (10, 5, 3, 4)",
    "strongly_regular(G(5)) = (10, 6, 2, 4)", "strongly_regular(G(5)) = (10, 6, 3, 3)",
  ])
  func `something contradicts what is false`(_ statement: String) throws {
    let found = try truth(statement)
    #expect(found.statement == false)
    #expect(found.contradictions.contains(true))
  }

  @Test(arguments: [
    "feasible([1, 0], [0, 1])", "infeasible([1, 0], [1, 0])",
    "minimal_loss(collapse(3)) = 1/3 with 3 layers at regularisation 1",
    "minimal_loss(collapse(3)) < minimal_loss(collapse(3)) with 3 layers at regularisation 1",
  ])
  func `what has no negation with a proof`(_ statement: String) throws {
    #expect(try truth(statement).contradictions == [])
  }
}
