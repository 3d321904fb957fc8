import Certificates
import Rational
import Testing

@testable import Claims
@testable import Proving
@testable import Statements

/// Valid proofs that do not show their statement for all values.
@Suite struct `what the cases of a uniform proof cover` {
  /// A claim of one form, and the proof with that text.
  private func recorded(
    _ claim: String, _ cases: String..., over domains: [String: Domain]? = nil
  ) throws -> (proof: RecordedProof, claim: Claim, text: UniformProof) {
    let claim = try #require(
      try Parser.claims(in: "claim c\n\(claim)\n", file: "test.claim").first)
    let body = cases.map { "case\n" + $0.replacing(" / ", with: "\n") + "\n" }.joined()
    let proof = try UniformProof(
      text: "verify uniform proof 1\nclaim c\nstatement printed\n\(body)end\n")
    // The kernel has nothing against it.
    try proof.replay()
    return (RecordedProof(proof, of: claim, over: domains, options: RunOptions()), claim, proof)
  }

  /// Whether a proof shows the only form of a claim for these values.
  private func covers(
    _ text: UniformProof, _ claim: Claim, _ domains: [String: Domain]
  ) -> Bool {
    RecordedProof(text, of: claim, over: domains, options: RunOptions()).failure == nil
  }

  private func values(_ numbers: Rational...) -> Domain { .finite(numbers, text: "values") }

  /// 2^L >= 8 is false for L = 2.
  @Test(arguments: [
    "parameter L integer >= 2 default 2..6", "parameter L integer default 3..6",
    "parameter L integer > 1 default 2..6", "parameter L integer >= 5/2 default 3..6",
  ])
  func `L starts at its bound`(_ parameter: String) throws {
    let steps = "a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 8 / show a2 >= a3"
    let late = try recorded("\(parameter)\nprinted 2^L >= 8", "for L in 3.. / \(steps)")
    #expect(late.proof.failure != nil)
    let right = try recorded(
      "parameter L integer >= 3 default 3..6\nprinted 2^L >= 8", "for L in 3.. / \(steps)")
    #expect(right.proof.failure == nil)
    #expect(right.proof.extents.description == "L ≥ 3")
  }

  /// (2 - alpha)^(L-3) >= 1 is false for alpha = 2 and L = 4.
  @Test func `every value on file has all large L`() throws {
    let claim =
      "parameter alpha rational default 1, 2\nparameter L integer >= 3 default 3..6\n"
      + "printed (2 - alpha)^(L-3) >= 1"
    func steps(_ alpha: Int, _ power: String) -> String {
      "a1 = number 2 / a2 = number \(alpha) / a3 = subtract a1 a2 / a4 = power a3 \(power) / show a4 >= a2"
    }
    let open = "for L in 3.. / value alpha = 1 / \(steps(1, "1 layers -3"))"
    // With alpha = 2 the 2 is one step.
    let single =
      "value alpha = 2 / value L = 3 / a1 = number 2 / a2 = subtract a1 a1 / a3 = power a2 0 / a4 = number 1 / "
      + "show a3 >= a4"
    let proof = try recorded(claim, open, single).proof
    #expect(proof.failure?.contains("no case for") == true, "\(proof.failure ?? "accepted")")
  }

  /// The same with alpha = 2 open from 5 on alone, L = 3 single: 4 is left out.
  @Test func `no L is left out between`() throws {
    let claim =
      "parameter alpha rational default 1, 2\nparameter L integer >= 3 default 3..6\n"
      + "printed alpha^L >= 1"
    func open(_ alpha: Int, _ first: Int) -> String {
      alpha == 1
        ? "for L in \(first).. / value alpha = 1 / a1 = number 1 / a2 = power a1 1 layers 0 / show a2 >= a1"
        : "for L in \(first).. / value alpha = 2 / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 1 / show a2 >= a3"
    }
    func single(_ layers: Int) -> String {
      "value alpha = 2 / value L = \(layers) / a1 = number 2 / a2 = power a1 \(layers) / a3 = number 1 / "
        + "show a2 >= a3"
    }
    #expect(try recorded(claim, open(1, 3), open(2, 3)).proof.failure == nil)
    #expect(try recorded(claim, open(1, 3), single(3), open(2, 5)).proof.failure != nil)
    #expect(try recorded(claim, open(1, 3), single(3), single(4), open(2, 5)).proof.failure == nil)
    #expect(try recorded(claim, open(1, 3)).proof.failure != nil)
  }

  /// r² < 40 is false for r = 7.
  @Test func `single values of r are not all r`() throws {
    let cases = (4...6).map {
      "value r = \($0) / a1 = number \($0) / a2 = power a1 2 / a3 = number 40 / show a2 < a3"
    }
    let found = try recorded(
      "parameter r integer >= 4 default 4..6\nprinted r^2 < 40", cases[0], cases[1], cases[2])
    #expect(!covers(found.text, found.claim, ["r": .from(4)]))
    #expect(!covers(found.text, found.claim, ["r": values(4, 7)]))
    #expect(covers(found.text, found.claim, ["r": values(4, 6)]))
    #expect(!found.proof.extents.description.contains("≥"))
    #expect(throws: Never.self) {
      let report = try found.claim.report(
        on: found.claim.forms[0], over: ["r": .from(4)],
        options: RunOptions(proofOnFile: { claim, form, isRefutation in
          isRefutation
            ? nil
            : try? UniformProof(
              text: "verify uniform proof 1\nclaim c\nstatement printed\n"
                + cases.map { "case\n" + $0.replacing(" / ", with: "\n") + "\n" }.joined() + "end\n"
            )
        }))
      #expect(report.verdict.kind != .proved)
    }
  }

  /// alpha + beta < 9 is false for 7 and 2.
  @Test func `values that are asked for together have a case together`() throws {
    func single(_ alpha: Int, _ beta: Int) -> String {
      let sum =
        alpha == beta
        ? "a2 = add a1 a1 / a3 = number 9 / show a2 < a3"
        : "a2 = number \(beta) / a3 = add a1 a2 / a4 = number 9 / show a3 < a4"
      return "value alpha = \(alpha) / value beta = \(beta) / a1 = number \(alpha) / \(sum)"
    }
    let found = try recorded(
      "parameter alpha rational default 1, 2\nparameter beta rational default 1, 2\n"
        + "printed alpha + beta < 9",
      single(1, 1), single(1, 2), single(2, 1), single(2, 2), single(7, 1))
    #expect(found.proof.failure == nil)
    func covers(_ alpha: Domain, _ beta: Domain) -> Bool {
      self.covers(found.text, found.claim, ["alpha": alpha, "beta": beta])
    }
    #expect(covers(values(1, 2), values(1, 2)))
    #expect(covers(values(7), values(1)))
    #expect(!covers(values(7), values(2)))
    #expect(!covers(values(1, 7), values(1, 2)))
    #expect(!covers(values(3), values(1)))
  }

  /// x (4 - r) < 2 for all x and r >= 4, but at r = 3 only for x < 2.
  @Test func `a value that no case covers is not proved, however it is decided by itself`() throws {
    let claim =
      "parameter r integer >= 3 default 3..6\nparameter x rational > 0 default 1\n"
      + "printed x*(4 - r) < 2"
    let steps =
      "for r in 4.. / symbol x / a1 = symbol x / a2 = number 4 / a3 = vertices / a4 = subtract a2 a3 / "
      + "a5 = multiply a1 a4 / a6 = number 2 / show a5 < a6"
    let found = try recorded(claim, steps)
    #expect(found.proof.failure?.contains("no case for r = 3") == true)
    #expect(!covers(found.text, found.claim, ["x": values(1), "r": .from(3)]))
    #expect(covers(found.text, found.claim, ["x": values(5), "r": .from(4)]))
    let large = try recorded(claim, steps, over: ["x": values(5), "r": .from(4)])
    #expect(large.proof.extents.description == "r ≥ 4; every x > 0")
    // Outside of the hypotheses there is nothing to show.
    let outside = try recorded(
      "parameter r integer >= 3 default 3..6\nparameter x rational > 0 default 1\n"
        + "requires r != 3\nprinted x*(4 - r) < 2", steps)
    #expect(outside.proof.failure == nil)
    #expect(outside.proof.outside.map(\.at.values) == [[3, 1]])
    // Where that depends on a symbol, a sample of it says nothing.
    let sampled = try recorded(
      "parameter r integer >= 3 default 3..6\nparameter x rational > 0 default 1\n"
        + "requires r > 3 or x = 2\nprinted x*(4 - r) < 2", steps)
    #expect(sampled.proof.failure != nil)
  }

  /// Where L stands in a formula that is no exponent linear in it, it has no one value.
  @Test(arguments: [
    ("2^(L*L) = 512", "a1 = number 2 / a2 = power a1 9 / a3 = number 512 / show a2 = a3"),
    ("2^(L/3) = 2", "a1 = number 2 / a2 = power a1 1 / show a2 = a1"),
    ("2^m = 4", "a1 = number 2 / a2 = power a1 2 / a3 = number 4 / show a2 = a3"),
    (
      "2^L * sum(k, 1, L, 1) = 2^L * 3",
      "a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 0 / a4 = number 1 / a5 = add a3 a4 / "
        + "a6 = add a5 a4 / a7 = add a6 a4 / a8 = multiply a2 a7 / a9 = number 3 / a10 = multiply a2 a9 / "
        + "show a8 = a10"
    ),
  ])
  func `L outside of linear exponents`(_ formula: String, _ steps: String) throws {
    let found = try recorded(
      "parameter L integer >= 3 default 3\nlet m = L - 1\nprinted \(formula)",
      "for L in 3.. / \(steps)")
    #expect(found.proof.failure?.contains("steps are not") != true, "the steps are the danger")
    #expect(found.proof.failure != nil)
    let proof = try? found.claim.uniformProof(of: found.claim.forms[0])
    #expect(proof?.cases.contains { $0.layers != nil } != true)
  }

  /// With 7 - L layers the comparison is true for L = 3 and 4 at most.
  @Test func `the number of layers is L itself`() throws {
    let claim = try #require(
      try Parser.claims(
        in: """
          claim c
            parameter r integer >= 5 default 5
            parameter L integer >= 3 default 3
            let srg = construction(T(r), unit_rows(A1(r) * T(r)))
            let dnc = collapse(r*(r-1)/2)
            printed minimal_loss(srg) < minimal_loss(dnc) with 7 - L layers
              for every regularisation where dnc is nonzero
          """, file: "test.claim"
      ).first)
    let setting = ProofSetting(vertices: "r", layers: .init(name: "L", first: 3))
    #expect(throws: NoProofFound.self) {
      _ = try ProofTranslation.program(of: claim.forms[0].propositions, claim, setting)
    }
    let proof = try? claim.uniformProof(of: claim.forms[0])
    #expect(proof?.cases.contains { $0.layers != nil } != true)
  }

  /// r - 100 classes are none.
  @Test(arguments: ["r - 100", "r/2", "x"])
  func `a number of classes is a count`(_ rest: String) throws {
    let claim = try #require(
      try Parser.claims(
        in: """
          claim c
            parameter r integer >= 5 default 5
            parameter x rational > 0 default 1
            let srg = join(construction(T(r), unit_rows(A1(r) * T(r))), collapse(\(rest)))
            let dnc = collapse(r*(r-1)/2 + \(rest))
            printed minimal_loss(srg) < minimal_loss(dnc) with 4 layers
              for every regularisation where dnc is nonzero
          """, file: "test.claim"
      ).first)
    #expect(throws: NoProofFound.self) { _ = try claim.uniformProof(of: claim.forms[0]) }
  }

  @Test(arguments: [
    // Another statement, another value, a name that is none, one that is named twice.
    "for r in 4.. / value x = 1 / a1 = vertices / a2 = number 3 / show a1 > a2",
    "for r in 4.. / value x = 1 / a1 = vertices / a2 = number 0 / a3 = subtract a1 a2 / a4 = number 3 / show a1 >= a4",
    "for r in 4.. / value x = 2 / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 4.. / value x = 1 / value y = 1 / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 4.. / value x = 1 / value x = 1 / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 4.. / symbol x / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 4.. / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 3, 4, 5 / value x = 1 / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 300.. / value x = 1 / a1 = vertices / a2 = number 3 / show a1 >= a2",
    "for r in 4.. / for L in 3.. / a1 = vertices / a2 = number 3 / show a1 >= a2",
  ])
  func `cases that are not those of the statement`(_ lines: String) throws {
    let claim =
      "parameter r integer >= 3 default 3..5\nparameter x rational default 1\nprinted r >= 3"
    let right = "for r in 3, 4.. / value x = 1 / a1 = vertices / a2 = number 3 / show a1 >= a2"
    #expect(try recorded(claim, right).proof.failure == nil)
    #expect(try recorded(claim, lines).proof.failure != nil)
  }

  /// binomial(r/2, 1) is no number for an odd r, binomial(x, 2) none for x = 1/2.
  @Test(arguments: ["binomial(r/2, 1) = r/2", "binomial(x, 2) = x*(x-1)/2", "binomial(n, 1) = n"])
  func `a binomial is one of integers`(_ formula: String) throws {
    func proof(_ formula: String) throws -> UniformProof {
      let claim = try #require(
        try Parser.claims(
          in: """
            claim c
              parameter r integer >= 4 default 4..6
              parameter x rational > 0 default 1
              let n = r/2
              printed \(formula)
            """, file: "test.claim"
        ).first)
      return try claim.uniformProof(of: claim.forms[0])
    }
    #expect(throws: NoProofFound.self) { _ = try proof(formula) }
    #expect(throws: Never.self) { _ = try proof("binomial(r - 1, 2) = (r-1)*(r-2)/2") }
  }

  @Test func `statements that are not on file`() throws {
    let right = "for r in 3, 4.. / a1 = vertices / a2 = number 3 / show a1 >= a2"
    let claim = "parameter r integer >= 3 default 3..5\nprinted r >= 3"
    let found = try recorded(claim, right)
    #expect(found.proof.failure == nil)
    let library = try Library(files: [("a", "claim c\n\(claim)\n")])
    func failure(_ claim: String, _ statement: String) throws -> String? {
      let lines = right.replacing(" / ", with: "\n")
      return try RecordedProof(
        text:
          "verify uniform proof 1\nclaim \(claim)\nstatement \(statement)\ncase\n\(lines)\nend\n",
        in: library
      ).failure
    }
    #expect(try failure("c", "printed") == nil)
    #expect(try failure("c", "corrected") != nil)
    #expect(try failure("c", "Printed") != nil)
    #expect(try failure("d", "printed") != nil)
    #expect(try failure("c ", "printed") != nil)
  }
}
