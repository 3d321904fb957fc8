import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// Statements for all r from one on: proved by a certificate that is found and replayed, refuted by a
/// value, or undecided.
@Suite("Open ranges")
struct OpenRangeTests {
  /// The verdict on a statement about r for all r ≥ first, or about L with `layers`.
  private func verdict(_ statement: String, from first: Int = 4) throws -> Verdict {
    try verdictOnClaim("parameter r integer default \(first).. printed " + statement)
  }

  @Test(
    "true statements, worked out by hand",
    arguments: [
      "(r+1)^2 = r^2 + 2*r + 1", "r*(r-1)/2 >= 6", "sqrt((r-1)^2*(r+3)) = (r-1)*sqrt(r+3)",
      "sqrt(r)*sqrt(r+1) < r + 1", "binomial(r, 2) = r*(r-1)/2",
      "sum(k, 1, 3, r^k) = r + r^2 + r^3",
      "rank(B(r)) = r", "trace(G(r)) = 0", "B(r)ᵀ*B(r) = G(r) + 2*I(r*(r-1)/2)",
      "norm2(A1(r)) = r^2*(r-1)/2", "entry(A1(r), 2, 2) = 1", "entry(B(r), 1, 3) = 1",
      "gram(B(r)ᵀ) = (r-2)*I(r) + J(r)", "nuclear_norm(I(r)) = r",
      "spectrum(G(r)) = { 2*(r-2) : 1, r-4 : r-1, -2 : r*(r-3)/2 }",
      "strongly_regular(G(r)) = (r*(r-1)/2, 2*(r-2), r-2, 4)", "(r - 6)^2 >= 0", "r != 7/2",
      "relu(J(r) - 2*I(r)) = J(r) - I(r)", "infeasible(B(r), I(r*(r-1)/2))",
      "feasible(stack(B(r), T(r)), T(r))",
    ])
  func proved(statement: String) throws {
    #expect(try verdict(statement).kind == .proved)
  }

  @Test(
    "true statements about two sizes, with a graph and without",
    arguments: [
      "m*n >= m + n - 1", "(m*n)^0 = 1", "J(m, n)*J(n, m) = n*J(m)", "rank(J(m, n)) = 1",
      "determinant(I(m) + J(m)) = m + 1", "spectrum(J(m, n)*J(n, m)) = { m*n : 1, 0 : m - 1 }",
      "binomial(m + n, 2) = binomial(m, 2) + binomial(n, 2) + m*n",
      "edges(complete_bipartite(m, n)) = m*n",
    ])
  func provedForTwoSizes(statement: String) throws {
    let sizes = "parameter m integer >= 1 default 1.. parameter n integer >= 1 default 1.. "
    #expect(try verdictOnClaim(sizes + "printed " + statement).kind == .proved)
  }

  @Test(
    "what stops a proof is said as it is",
    arguments: [
      ("parameter n integer >= 1 default 1.. printed n >= 1 or n >= 2", "'or' has no step"),
      (
        "parameter n integer >= 9000000 default 9000000.. printed n > 0",
        "n begins at 9000000; a proof begins"
      ),
      ("parameter n integer >= 1 default 1.. printed (n - 100)^2 > 0", "(r stands for n)"),
      (
        "parameter L integer >= 1 default 1.. printed 2^L > 0",
        "expected ratios that carry the relation on from L to L + 1"
      ),
      ("parameter L integer >= 1 default 1.. printed 2^L > L", "L is not only in exponents"),
      (
        "parameter L integer >= 1 default 1.. parameter M integer >= 1 default 1.. "
          + "printed 2^L*2^M > 1",
        "M is open; proofs are open in one integer of those in exponents, which is L here"
      ),
      (
        "parameter r integer default 3.. parameter n rational default 3.. printed r + n > 0",
        "n is open; proofs are open in sizes of matrices, and in exponents"
      ),
      (
        "parameter n integer >= 1 default 1.. printed entry(J(n), 1, n) = 1",
        "an exponent, an index or a bound"
      ),
    ])
  func undecided(claim: String, reason: String) throws {
    try expectUndecided(claim, reason)
  }

  @Test(
    "false statements, with the smallest value where they fail",
    arguments: [
      ("r*(r-9)^2 > 0", 9), ("(r-5)*(r-6) >= 0 and r != 11", 11), ("r^2 < 1000", 32),
      ("sqrt(r-1) < 5", 26), ("sqrt((r-9)^2) = r - 9", 4), ("r = 4", 5), ("1/(r+1) > 1/50", 49),
      ("rank(unit_rows(A1(r)*T(r))) = r", 4), ("trace(gram(B(r))) = r^2", 4),
      ("(r-4)*G(r) = 0*G(r)", 5), ("strongly_regular(G(r)) = (r*(r-1)/2, 4, r-2, 4)", 5),
      ("spectrum(G(r)) = { 2*(r-2) : 1, r-4 : r-1, -2 : r*(r-3)/2 - (r-4)*(r-5)*(r-6) }", 7),
      ("spectrum(G(r)) = { 2*(r-2) : 1, r-4 : 3, -2 : (r-1)*r/2 - 4 }", 5),
    ])
  func refuted(statement: String, first: Int) throws {
    guard case .refuted(let counterexample) = try verdict(statement) else {
      Issue.record("not refuted: \(try verdict(statement))")
      return
    }
    #expect(counterexample.at["r"] == Rational(first))
  }

  @Test("the first value matters")
  func start() throws {
    #expect(try verdict("rank(unit_rows(A1(r)*T(r))) = r", from: 5).kind == .proved)
    #expect(try verdict("rank(T(r)) = r", from: 3).kind == .proved)
    #expect(try verdict("r*(r-9)^2 > 0", from: 10).kind == .proved)
    // Other numbers of vertices than r, and matrices written out.
    #expect(try verdict("rank(B(r+1)) = r + 1", from: 3).kind == .proved)
    #expect(try verdict("trace([1, r]ᵀ*[1, r]) = 1 + r^2", from: 3).kind == .proved)
    // Two vertices have one edge.
    #expect(try verdict("rank(B(r)) = r", from: 2).kind == .refuted)
  }

  @Test(
    "what has no proof is undecided, with the reason",
    arguments: [
      ("sqrt(r + sqrt(r)) > 0", "square root"), ("rank(sample(2, 2, 1, 1)) <= r", "'sample'"),
      ("degree(cycle(r)) = 2", "cycle(n) has no step"),
      ("triangular_root(r+1) > 0", "'triangular_root'"),
      ("distance_matrix(complete(r)) = J(r) - I(r)", "'distance_matrix' has no step"),
      ("(r - 900)^2 >= 1", "expected >= everywhere"),
    ])
  func undecided(statement: String, reason: String) throws {
    guard case .undecided(let found) = try verdict(statement) else {
      Issue.record("decided: \(statement)")
      return
    }
    #expect(found.description.contains(reason), "\(found)")
  }

  @Test(
    "all L by a base and a ratio",
    arguments: [
      ("3^L > 2^L", Verdict.Kind.proved), ("2*3^L > 5*2^L", .refuted),
      ("2*3^(L-1) > 5*2^(L-2)", .proved),
      ("6^L = 2^L*3^L", .proved), ("2^L = 2^(L-1)", .refuted), ("5*2^(2*L) >= 4*4^L", .proved),
      ("2^L > L", .undecided), ("-(2^L) < -(1^L)", .undecided), ("100*2^L > 3^L", .undecided),
      ("2^L + 1 > 2^L", .undecided), ("r^L > 2^L", .proved), ("r*(r-1)^L > 5*3^L", .refuted),
    ])
  func induction(statement: String, kind: Verdict.Kind) throws {
    let found = try verdictOnClaim(
      "parameter r integer default 4.. parameter L integer default 2.. printed "
        + statement)
    #expect(found.kind == kind, "\(statement): \(found)")
  }

  @Test(
    "one regularisation is never proved for all L: it may hold for the first and fail for later ones"
  )
  func oneRegularisation() throws {
    let text = { (layers: String) in
      "parameter L integer default \(layers) let srg = construction(T(5), unit_rows(A1(5)*T(5))) "
        + "let dnc = collapse(10) printed minimal_loss(srg) < minimal_loss(dnc) "
        + "with L layers at regularisation 1/976562500000"
    }
    #expect(try verdictOnClaim(text("4..6")).kind == .checked)
    for range in ["4..7", "4.."] {
      guard case .refuted(let counterexample) = try verdictOnClaim(text(range)) else {
        Issue.record("not refuted: \(range)")
        continue
      }
      #expect(counterexample.at["L"] == 7)
    }
  }

  /// No step of a proof speaks about one minimal loss: for all K there is no verdict but by a value.
  @Test(
    "one minimal loss for all K",
    arguments: [
      ("= 1/2", "4/(K^4*729)", Verdict.Kind.undecided), ("= 1/2", "3999/(K^4*729000)", .refuted),
      ("< 1/2", "1/K^9", .refuted), ("= 1/2", "1/(100*K^5)", .refuted),
      ("> 1/2", "4/(K^4*729)", .refuted),
    ])
  func critical(relation: String, regularisation: String, kind: Verdict.Kind) throws {
    let found = try verdictOnClaim(
      "parameter K integer default 1.. printed minimal_loss(collapse(K)) \(relation) "
        + "with 3 layers at regularisation \(regularisation)")
    #expect(found.kind == kind, "\(relation) \(regularisation): \(found)")
  }

  /// What is no number, no size or no count for some r is never proved, whatever the formula gives.
  @Test(
    "what is not defined everywhere",
    arguments: [
      "rows(I(10 - r)) = 10 - r", "binomial(r/2, 2) = r/2*(r/2 - 1)/2", "1/(r - 50) != 0",
      "entry(I(r), 9, 9) = 1", "J(r, 20 - r) = J(r, 20 - r)", "sqrt(60 - r) >= 0",
      "sum(k, 1, r/2, 1) = r/2", "rank(I(r/2)) = r/2", "stack(I(r), J(4)) = stack(I(r), J(4))",
      "spectrum(I(r)) = { 1 : r/2, 1 : r/2 }", "2^(r/2) > 0", "inverse((r - 45)*I(r)) != J(r)",
    ])
  func undefined(statement: String) throws {
    #expect(try verdict(statement).kind != .proved)
  }

  /// A proof is looked for before a value has shown that there is no such entry.
  @Test("an entry that there is not, behind hypotheses", arguments: ["B(r)", "B(r)'", "I(r)"])
  func entryOutside(matrix: String) throws {
    for places in ["0, 2", "2, 0"] {
      let claim =
        "parameter r integer default 4.. requires r > 11 printed entry(\(matrix), \(places)) = 1"
      #expect(try verdictOnClaim(claim).kind == .undecided, "\(claim)")
    }
  }

  @Test(
    "hypotheses that have no value somewhere, though the assertion has one everywhere",
    arguments: [
      "requires 1/(r-5)^2 > 0", "requires 1/(r-100) != 7", "requires sqrt(100-r) >= 0",
      "requires rank(I(10-r)) >= 0", "requires binomial(100-r, 2) >= 0",
      "requires r >= 7 or 1/(r-9) != 7", "let d = 1/(r-5) requires d > -2",
      "requires 2^(100-r) >= 0 or 1/(r-70) > 0",
    ])
  func undefinedHypothesis(_ hypothesis: String) throws {
    let claim = "parameter r integer >= 3 default 3.. \(hypothesis) printed trace(I(r)) = r"
    #expect(try verdictOnClaim(claim).kind == .undecided)
    // A certificate of the same steps is none either.
    let parsed = try #require(try Parser.claims(in: "claim c " + claim, file: "c.claim").first)
    let proof = try parsed.uniformProof(of: parsed.forms[0])
    let recorded = RecordedProof(proof, of: parsed, options: RunOptions())
    #expect(recorded.failure?.hasPrefix("that the hypotheses have a value was not shown") == true)
  }

  @Test func `a hypothesis with no value at a value of a symbol`() throws {
    let claim =
      "parameter a rational > 0 default 1, 2 parameter r integer >= 3 default 3.. "
      + "requires 1/(a-2) < 0 printed a*trace(I(r)) = a*r"
    #expect(try verdictOnClaim(claim).kind == .undecided)
    #expect(
      try verdictOnClaim(claim.replacing("a-2) < 0", with: "a+2) > 0")).kind == .proved)
  }

  @Test(
    "hypotheses that have a value wherever those before them hold",
    arguments: [
      "requires 1/(r+1) > 0", "requires r != 5 and 1/(r-5) != 7",
      "requires r <= 7 and 1/(r-9) != 7",
      "requires sqrt(r) > 0", "requires r^2 - 3*r/2 > 0", "requires rank(I(r)) >= 3",
      "requires max(r, 5) >= 5 and abs(3 - r) >= 0",
    ])
  func definedHypothesis(_ hypothesis: String) throws {
    let claim = "parameter r integer >= 3 default 3.. \(hypothesis) printed trace(I(r)) = r"
    #expect(try verdictOnClaim(claim).kind == .proved)
  }

  @Test("hypotheses without a value are not a result, and said")
  func namedHypotheses() throws {
    for (hypothesis, reason) in [
      ("1/(r-r) >= 0", "at r = 3: c.claim:1:51: division by zero"),
      ("1/(r-5) > 1", "at r = 5: c.claim:1:51: division by zero"),
    ] {
      let claim = "parameter r integer default 3.. requires \(hypothesis) printed r = r"
      guard case .undecided(.value(let found)) = try verdictOnClaim(claim) else {
        Issue.record("\(try verdictOnClaim(claim))")
        continue
      }
      #expect(found.hasPrefix(reason), "\(found)")
    }
    let large = "parameter r integer default 3.. requires 2^(10^30) < r printed r = r"
    #expect(try verdictOnClaim(large).kind == .undecided)
  }

  @Test("hypotheses that no value satisfies are not a result")
  func vacuous() throws {
    let claim = "parameter r integer default 3.. requires r < 3 printed r = 5"
    #expect(try verdictOnClaim(claim) == .undecided(.vacuousSoFar))
    let trivial = "parameter r integer >= 3 default 3.. requires r < 3 printed G(r) = G(r)"
    #expect(try verdictOnClaim(trivial) == .undecided(.vacuousSoFar))
  }

  @Test("how far a false statement fails, by a proof of the negation")
  func refutations() throws {
    func refutation(_ body: String) throws -> Report.Refutation? {
      let claim = try #require(try Parser.claims(in: "claim c " + body, file: "c.claim").first)
      return try claim.report(on: claim.forms[0]).refutation
    }
    let late = try #require(try refutation("parameter r integer default 4.. printed r^2 < 100"))
    #expect(late.extents.description == "r ≥ 10")
    #expect(late.holds.map { $0["r"] } == (4...9).map { Rational($0) })
    let symbol = try #require(
      try refutation(
        "parameter r integer default 4.. parameter x rational > 0 default 1 printed trace(x*I(r)) = x"
      ))
    #expect(symbol.extents.description == "r ≥ 4; every x > 0")
    let spectrum = try #require(
      try refutation(
        "parameter r integer default 4.. printed spectrum(J(r)) = { r : 1, 1 : r - 1 }"))
    #expect(spectrum.extents.description == "r ≥ 4")
    let graph = try #require(
      try refutation(
        "parameter r integer default 4.. printed strongly_regular(G(r)) = (r*(r-1)/2, 2*(r-2), r, 4)"
      ))
    #expect(graph.extents.description == "r ≥ 4")
    // The second assertion fails for every r, but at r = 4 and 5 there is no first one.
    let undefined = "parameter r integer default 4.. printed I(r - 6) = I(r - 6) and r = 2*r"
    #expect(try refutation(undefined) == nil)
    let defined = try #require(
      try refutation("parameter r integer default 4.. printed I(r - 4) = I(r - 4) and r = 2*r"))
    #expect(defined.assertion == 2 && defined.extents.description == "r ≥ 4")
    // It holds for every even r.
    #expect(try refutation("parameter r integer default 4.. printed (-1)^r = 1") == nil)
  }

  @Test("every statement on file for all r: as for its range, refuted where it fails, or undecided")
  func onFile() throws {
    var proved = 0
    for claim in try libraryOnFile().claims {
      let open = Dictionary(
        uniqueKeysWithValues: claim.parameters.compactMap { parameter -> (String, Domain)? in
          guard parameter.name == "r", let bound = parameter.bound,
            let first = Int(exactly: bound.value.numerator)
          else { return nil }
          return ("r", .from(first))
        })
      guard !open.isEmpty else { continue }
      for form in claim.forms {
        let finite = try claim.report(on: form).verdict
        switch try claim.report(on: form, over: open).verdict {
        case .proved:
          proved += 1
          #expect(finite.kind == .checked, "\(claim.id)")
        case .checked: Issue.record("\(claim.id): a finite verdict on an open range")
        case .refuted(let counterexample):
          // The range on file may leave out the values where it fails.
          let there = try claim.report(on: form, over: counterexample.at.domains).verdict
          #expect(there == .refuted(counterexample), "\(claim.id)")
        case .undecided(let reason): #expect(!reason.description.isEmpty, "\(claim.id)")
        }
      }
    }
    #expect(proved > 40)
  }

  @Test("a variant that is proved for all r holds for each")
  func variants() throws {
    var (tried, proved) = (0, 0)
    for claim in try libraryOnFile().claims
    where claim.parameters.contains(where: { $0.name == "r" }) {
      guard claim.id.hasPrefix("lemma-1") || claim.id.hasPrefix("definition-5"),
        let form = claim.forms.last
      else { continue }
      for (index, mutant) in mutants(of: claim, form).enumerated() where index % 7 == 0 {
        tried += 1
        let open = Verdict.Kind.proved
        guard let found = try? claim.report(on: mutant.form, over: ["r": .from(5)]).verdict.kind,
          found == open
        else { continue }
        proved += 1
        let finite = try claim.report(
          on: mutant.form, over: ["r": .finite((5...24).map { Rational($0) }, text: "5..24")])
        #expect(finite.verdict.kind == .checked, "\(claim.id): \(mutant.description)")
      }
    }
    #expect(tried > 100)
    #expect(proved < tried / 10, "\(proved) of \(tried)")
  }
}
