import Foundation
import Testing

/// `verify phase`: exact text and exit codes.
@Suite struct PhaseCommandTests {
  @Test func `where each solution is not zero and which loses less`() throws {
    let result = try Program.run(["phase", "--r", "4,5,6", "--L", "2,3", "--digits", "8"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        Λ = n·λ_H·λ_1⋯λ_L. A solution is zero, with the loss 1/2, from its critical Λ on:
        Λ_DNC = (L-1)^(L-1)/(K^(L+1)·L^(2L)), and Λ_SRG, an algebraic number.

        L  r   K  Λ_DNC              Λ_SRG              Λ_SRG/Λ_DNC  the smaller loss
        ─  ─  ──  ─────────────────  ─────────────────  ───────────  ──────────────────────────────────────────
        2  4   6  1/3456             1/3456             1            equal up to Λ_DNC
        2  5  10  1/16000            0.000070313255…    1.12501…     DNC up to 0.000025497946…, SRG up to Λ_SRG
        2  6  15  1/54000            0.000018921546…    1.02176…     DNC up to 0.000017861689…, SRG up to Λ_SRG
        3  4   6  1/236196           0.0000034033073…   0.803847…    DNC up to Λ_DNC
        3  5  10  0.00000054869684…  0.00000090416655…  1.64784…     SRG up to Λ_SRG
        3  6  15  0.00000010838456…  0.00000019553676…  1.80410…     SRG up to Λ_SRG

        All digits are certified. Between Λ_SRG and Λ_DNC one solution alone is not zero.
        Above both, both losses are 1/2: a tie.

        """)
  }

  @Test func `the algebraic number and the ranges`() throws {
    let result = try Program.run(["phase", "--r", "5", "--L", "2", "--verbose"])
    #expect(
      result.output.hasSuffix(
        """
        r = 5, L = 2: Λ_DNC = 1/16000
          Λ_SRG = (1 - φ(y))^L/(L^L·K·D·y), φ(y) = Σ m_i/K/(1 + μ_i y), for the positive root y of
          (-27)y^5 + (-96)y^4 + (-117)y^3 + (156)y^2 + (208)y + (64)
          y = 1.27106136136…
          0 < Λ < 0.0000254979463408…: loss(SRG) > loss(DNC), neither is zero
          0.0000254979463408… < Λ < Λ_DNC: loss(SRG) < loss(DNC), neither is zero
          Λ_DNC < Λ < Λ_SRG: loss(SRG) < loss(DNC), DNC is zero
          Λ_SRG < Λ < ∞: loss(SRG) = loss(DNC), both are zero

        """))
  }

  @Test func `JSON has rational bounds`() throws {
    let result = try Program.run(["phase", "--r", "4..6", "--L", "3", "--format", "json"])
    let answer = try object(result.output)
    let diagrams = try #require(answer["diagrams"] as? [[String: Any]])
    #expect(
      diagrams.map { $0["critical_dnc"] as? String } == ["1/236196", "1/1822500", "4/36905625"])
    let ranges = try #require(diagrams[1]["ranges"] as? [[String: Any]])
    #expect(ranges.map { $0["order"] as? String } == ["<", "<", "="])
    #expect(ranges.last?["to"] as? String == "infinity")
    let critical = try #require(diagrams[1]["critical_srg"] as? [String: Any])
    #expect((critical["polynomial"] as? [String])?.count == 6)
  }

  @Test(arguments: [
    (["--r", "2..5"], "--r 2..5: 2 is outside 3 … 1000"),
    (["--r", "4.."], "--r 4..: expected a finite range"),
    (["--L", "1"], "--L 1: 1 is outside 2 … 200"),
    (["--r", "3..1000", "--L", "2..200"], "198602 pairs are over the limit of 10000"),
    (["--digits", "101"], "--digits 101: expected 1 to 100"),
  ])
  func `what is not a diagram`(_ options: [String], _ message: String) throws {
    let result = try Program.run(["phase"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(message))
  }

  @Test func `a time limit ends it`() throws {
    let result = try Program.run(
      ["phase", "--r", "3..400", "--L", "2..20", "--timeout", "0.2"])
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors == "Error: the time limit of 0.2 s was reached\n")
  }
}
