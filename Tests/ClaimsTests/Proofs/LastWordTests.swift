import Certificates
import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// Open ranges, exponents and indices at the ends of what fits into a word: none of them may stop the program.
@Suite("The ends of a word")
struct LastWordTests {
  @Test(
    "an open range that begins there is undecided",
    arguments: [
      9_223_372_036_854_775_743, 9_223_372_036_854_775_744, 9_223_372_036_854_775_800, .max, .min,
    ])
  func openRanges(first: Int) throws {
    let reason = "r begins at \(first); a proof begins from -1000 to 1000000"
    try expectUndecided("parameter r integer default \(first).. printed r = r", reason)
    try expectUndecided(
      "parameter r integer default \(first).. parameter x rational > 0 default 1 printed r*x = x*r",
      reason)
    try expectUndecided(
      "parameter r integer default \(first).. parameter n integer default \(first).. printed r = r",
      reason)
  }

  /// r(r-1)/2 has a product that is beyond a word where the quotient is not.
  @Test("the number of vertices is named where another parameter is open")
  func triangularRoots() throws {
    for first in ["4611686018427387905", "9223372036854775744", "9223372036854775807"] {
      try expectUndecided(
        "parameter K integer default \(first).. let r = triangular_root(K) printed r >= 3 and K >= 3",
        "no proof for all values was found: r begins at ")
    }
  }

  @Test("values beyond a word are not tried, and those before them are")
  func counterexamples() throws {
    guard
      case .refuted(let failure) = try verdictOnClaim(
        "parameter r integer default 9223372036854775800.. printed r < 2^63 - 1")
    else {
      Issue.record("not refuted")
      return
    }
    #expect(failure.at["r"] == Rational(Int.max))
  }

  @Test(
    "large exponents have no proof",
    arguments: [
      ("parameter r integer default 3.. printed r^(-9223372036854775808) > 0", "a large exponent"),
      ("parameter r integer default 3.. printed r^(-9223372036854775807) > 0", "a large exponent"),
      (
        "parameter r integer default 3.. parameter a rational > 0 default 1 "
          + "printed a^(-9223372036854775808)*r > 0", "a large exponent"
      ),
      ("parameter r integer default 3.. printed r^(10^0*2^70) > 0", "not a definite integer"),
      (
        "parameter r integer default 3.. printed r^(9223372036854775807 + 1) > 0",
        "of 64 bits, which is too large"
      ),
      (
        "parameter L integer >= 1 default 3.. printed 2^(9223372036854775807*L) > 0",
        "power a1 9223372036854775807 layers 0: a large exponent"
      ),
      (
        "parameter L integer default 3.. printed 2^(\(repeated: "999*(", 8)L\(repeated: ")", 8)) > 1",
        "a large exponent"
      ),
      ("parameter L integer >= 1 default 3.. printed 2^(1000*L) > 1", "a large exponent"),
      ("parameter L integer default -9223372036854775808.. printed 2^L > 0", "a large exponent"),
      (
        "parameter L integer default 9223372036854775800.. "
          + "printed 2^(L - 9223372036854775800) >= 1", "a large exponent"
      ),
      (
        "parameter L integer default 9223372036854775800.. "
          + "printed 2^(2*L - 9223372036854775800 - 9223372036854775800) >= 1", "a large exponent"
      ),
    ])
  func exponents(claim: String, reason: String) throws { try expectUndecided(claim, reason) }

  @Test(
    "a statement about all large exponents is proved from smaller ones on",
    arguments: [
      "parameter L integer >= 1 default 1000.. printed 2^L > 1",
      "parameter L integer >= 1 default 1000.. printed 2^L > 10",
      "parameter L integer default 1000.. printed 2^L > 10",
      "parameter L integer >= 1 default 9223372036854775807.. printed 2^L > 1",
    ])
  func largeStarts(claim: String) throws { #expect(try verdictOnClaim(claim) == .proved) }

  @Test("it is not proved from values that the claim does not admit")
  func starts() throws {
    // At L = 16 it is false, and at 100 the exponent is too large for the proof.
    try expectUndecided(
      "parameter L integer >= 1 default 100.. printed 2^L > 2^20", "a large exponent")
  }

  @Test(
    "indices there are indices like others",
    arguments: [
      "sum(k, 9223372036854775807, 9223372036854775807, r) = r",
      "sum(k, 9223372036854775744, 9223372036854775807, r) = 64*r",
      "product(k, 9223372036854775800, 9223372036854775807, r) > 0",
      "sum(k, 9223372036854775807, 0, r) = 0", "sum(k, 9223372036854775807, -3, r) = 0",
    ])
  func indices(statement: String) throws {
    #expect(try verdictOnClaim("parameter r integer default 3.. printed " + statement) == .proved)
  }

  @Test(
    "many terms, and entries far away, have no proof",
    arguments: [
      ("sum(k, 9223372036854775743, 9223372036854775807, r) = 65*r", "more than 64 terms"),
      ("sum(k, -1, 9223372036854775807, r) = 0", "more than 64 terms"),
      ("sum(k, 0, 9223372036854775807, r) = 0", "more than 64 terms"),
      ("product(k, -9223372036854775808, 9223372036854775807, r) = 0", "the first index is"),
      ("entry(inclusion(r, 3, 4), 9223372036854775807, 1) = 1", "entry (9223372036854775807, 1)"),
    ])
  func limits(statement: String, reason: String) throws {
    try expectUndecided("parameter r integer default 5.. printed " + statement, reason)
  }

  @Test("a proof on file covers no range that begins there")
  func coverage() throws {
    func isCovered(_ claim: String, _ body: String, _ domains: [String: Domain]) throws -> Bool {
      let claim = try #require(
        try Parser.claims(in: "claim c \(claim)", file: "test.claim").first)
      let proof = try UniformProof(
        text: "verify uniform proof 1\nclaim c\nstatement printed\n\(body)end\n")
      try proof.replay()
      return RecordedProof(proof, of: claim, over: domains, options: RunOptions()).failure == nil
    }
    let square = "case\nfor r in 4..\na1 = vertices\na2 = number 3\nshow a1 >= a2\n"
    let claim = "parameter r integer default 4..9 printed r >= 3"
    #expect(try isCovered(claim, square, ["r": .from(4)]))
    #expect(try isCovered(claim, square, ["r": .from(.max)]))
    #expect(try !isCovered(claim, square, ["r": .from(.min)]))

    let layers = "case\nfor L in 3..\na1 = number 2\na2 = power a1 1 layers 0\nshow a2 > a1\n"
    let growth = "parameter L integer default 3..9 printed 2^L > 2"
    #expect(try isCovered(growth, layers, ["L": .from(.max)]))
    #expect(try !isCovered(growth, layers, ["L": .from(.min)]))
  }

  @Test("which values belong to a number of vertices")
  func vertices() throws {
    let claim = try #require(
      try Parser.claims(
        in: "claim c parameter K integer default 3.. let r = triangular_root(K) printed r = r",
        file: "c.claim"
      ).first)
    let roles = ParameterRoles(claim, claim.forms[0].propositions, open: ["K"])
    for r in 1...60 {
      let values = roles.values(atVertices: r)
      for value in values {
        #expect(roles.isFirst(value, atVertices: r) == (value == values.first))
      }
    }
    let large = 4_294_967_296
    #expect(roles.vertices(at: .max) == large)
    #expect(roles.isFirst(9_223_372_034_707_292_160, atVertices: large))
    #expect(!roles.isFirst(.max, atVertices: large))
    #expect(!roles.hasValues(throughVertices: large))
    #expect(roles.hasValues(throughVertices: 3_000_000))
  }
}

extension String.StringInterpolation {
  fileprivate mutating func appendInterpolation(repeated text: String, _ count: Int) {
    appendLiteral(String(repeating: text, count: count))
  }
}
