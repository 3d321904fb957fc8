import Markup
import Statements
import Testing

@testable import Typesetting

/// How each kind of statement is set.
@Suite struct PropositionTests {
  /// The formulas of a statement about a number r, numbers λ, matrices M and N and a construction `srg`.
  private func formulas(_ statement: String) throws -> [Formula] {
    let claim = try claim(
      """
      parameter r integer >= 3 default 4
      parameter lambda_2 rational > 0 default 1
      let M = T(r)  let N = [1, 2; 2, 1]  graph H = cycle(r)
      let srg = construction(M, M)  let dnc = collapse(r)
      printed \(statement)
      """)
    return ClaimFormulas(claim).propositions(of: claim.forms[0])
  }

  private static let losses =
    #"\mathcal{L}_{\mathrm{SRG}} < \mathcal{L}_{\mathrm{DNC}}\text{ with }r\text{ layers "#

  @Test(arguments: [
    ("r = 3", ["r = 3"]), ("r != 3", [#"r \ne 3"#]), ("r < 3", ["r < 3"]),
    ("r <= 3", [#"r \le 3"#]), ("r > 3", ["r > 3"]), ("r >= 3", [#"r \ge 3"#]),
    ("M = N", ["M = N"]), ("M != N", [#"M \ne N"#]), ("M < N", [#"M \prec N"#]),
    ("M <= N", [#"M \preceq N"#]), ("M > N", [#"M \succ N"#]), ("M >= N", [#"M \succeq N"#]),
    ("H = path(r)", ["H = P_{r}"]),
    // The links of a chain stand together; comparisons that were written apart do not.
    ("0 < r <= 5 = 5", [#"0 < r \le 5 = 5"#]), ("0 < r and r <= 5", ["0 < r", #"r \le 5"#]),
    (
      "spectrum(N) = { 3 : 1, -1 : r - 3 }",
      [
        #"N\text{ has the eigenvalues }\left\{\begin{array}{ll} "#
          + #"3 & \text{with multiplicity }1 \\[1ex] -1 & \text{with multiplicity }r - 3 "#
          + #"\end{array} \right."#
      ]
    ),
    (
      "strongly_regular(H) = (5, 2, 0, 1)",
      [#"H\text{ is strongly regular with the parameters }(5, 2, 0, 1)"#]
    ),
    ("feasible(M, N)", [#"\text{every row of }N\text{ is in the row space of }M"#]),
    ("infeasible(M, N)", [#"\text{no row of }N\text{ is in the row space of }M"#]),
    (
      "inertia(N) = (1, 0, r - 2)",
      [#"N\text{ has }1\text{ positive, }0\text{ zero and }r - 2\text{ negative eigenvalues}"#]
    ),
    ("positive_definite(N)", [#"N \succ 0"#]), ("positive_semidefinite(N)", [#"N \succeq 0"#]),
    (
      "equitable(N, {1 | 2})",
      [#"\{1 \mid 2\}\text{ is an equitable partition of }N"#]
    ),
    ("interlaces(M, N)", [#"\text{the eigenvalues of }M\text{ interlace those of }N"#]),
    (
      "for all vectors z in R^2: z'*N*z <= 3*z'*z",
      [#"\text{for all }z \in \mathbb{R}^{2}\text{: }z^{\top} Nz \le 3z^{\top} z"#]
    ),
    (
      "for all nonzero vectors z in R^2: 0 < z'*z < z'*z + 1",
      [
        #"\text{for all }z \in \mathbb{R}^{2} \setminus \{0\}\text{: }"#
          + #"0 < z^{\top} z < z^{\top} z + 1"#
      ]
    ),
    ("r = 1 or r = 2 and r < 4", [#"r = 1\text{ or }r = 2\text{ and }r < 4"#]),
    ("r = 3 and (r = 1 or r = 2)", ["r = 3", #"(r = 1\text{ or }r = 2)"#]),
    (
      "r = 1 or r = 0 and (r = 2 or r = 5)",
      [#"r = 1\text{ or }r = 0\text{ and }(r = 2\text{ or }r = 5)"#]
    ),
    (
      "(for all vectors z in R^2: z'*z >= 0) or r = 1",
      [
        #"(\text{for all }z \in \mathbb{R}^{2}\text{: }z^{\top} z \ge 0)\text{ or }r = 1"#
      ]
    ),
    (
      "minimal_loss(srg) < minimal_loss(dnc) with r layers for every regularisation",
      [losses + "for every regularisation}"]
    ),
    (
      "minimal_loss(srg) < minimal_loss(dnc) with r layers for every regularisation where dnc is nonzero",
      [losses + #"for every regularisation where }\mathrm{DNC}\text{ is nonzero}"#]
    ),
    (
      "minimal_loss(srg) < minimal_loss(dnc) with r layers for every regularisation where srg is nonzero",
      [losses + #"for every regularisation where }\mathrm{SRG}\text{ is nonzero}"#]
    ),
    (
      "minimal_loss(srg) < minimal_loss(dnc) with r layers at regularisation lambda_2",
      [losses + #"at regularisation }\lambda_{2}"#]
    ),
    (
      "minimal_loss(collapse(4)) <= 1/2 with 3 layers at regularisation lambda_2",
      [
        #"\mathcal{L}(\mathrm{DNC}_{4}) \le \frac{1}{2}\text{ with }3\text{ layers "#
          + #"at regularisation }\lambda_{2}"#
      ]
    ),
  ])
  func `each kind of statement`(_ statement: String, _ latex: [String]) throws {
    #expect(try formulas(statement).map(\.latex) == latex)
  }

  @Test func `the text beside a chain is one that is read again`() throws {
    for statement in ["0 < r <= 5 = 5", "for all vectors z in R^2: 0 <= zᵀ * z <= zᵀ * z + 1"] {
      let formula = try formulas(statement)
      #expect(formula.map(\.text) == [statement])
    }
  }

  @Test func `a spectrum is a table`() throws {
    let formula = try #require(try formulas("spectrum(N) = { 3 : 1, -1 : r - 3 }").first)
    let left = "<mtd style=\"text-align: left\">"
    func line(_ value: String, _ multiplicity: String) -> String {
      "<mtr>\(left)\(value)</mtd>\(left)"
        + ML.row(ML.words("with multiplicity\u{A0}"), multiplicity) + "</mtd></mtr>"
    }
    #expect(
      formula.layout.mathML
        == ML.row(
          ML.mi("N"), ML.words("\u{A0}has the eigenvalues\u{A0}"),
          ML.row(
            ML.mo("{"),
            "<mtable displaystyle=\"true\">" + line(ML.mn("3"), ML.mn("1"))
              + line(ML.row(ML.mo("−"), ML.mn("1")), ML.infix(ML.mi("r"), "−", ML.mn("3")))
              + "</mtable>")))
  }

  @Test func `the element names the formula for those who do not see it`() throws {
    let formula = try #require(try formulas("r < 3").first)
    #expect(
      formula.mathML(isDisplay: true)
        == "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" alttext=\"r &lt; 3\">"
        + "<mrow><mi>r</mi><mo>&lt;</mo><mn>3</mn></mrow></math>")
    #expect(formula.mathML().contains(" display=\"inline\" "))
  }

  @Test(arguments: ["\"", "<", ">", "&"])
  func `an accent does not hide a sign of the language`(_ sign: String) {
    #expect("\(sign)\u{301}".escapedForXML == sign.escapedForXML + "\u{301}")
    #expect(sign.escapedForXML.hasSuffix(";"))
  }

  @Test func `parameters, hypotheses and definitions`() throws {
    let claim = try claim(
      """
      parameter r integer >= 3 default 4
      parameter alpha_L rational > 0 default 1
      parameter x rational default 1
      requires 0 < r <= 9 and (r = 4 or x > 1/2)
      let M = sqrt(alpha_L) * T(r)
      printed M = M
      """)
    let formulas = ClaimFormulas(claim)
    #expect(
      formulas.parameters.map(\.latex) == [
        #"r \in \mathbb{Z}, r \ge 3"#, #"\alpha_{L} \in \mathbb{Q}, \alpha_{L} > 0"#,
        #"x \in \mathbb{Q}"#,
      ])
    #expect(
      formulas.hypothesis?.latex
        == #"0 < r \le 9\text{ and }\left(r = 4\text{ or }x > \frac{1}{2} \right)"#)
    #expect(formulas.definitions.map(\.latex) == [#"M = \sqrt{\alpha_{L}} T_{r}"#])
  }

  @Test(arguments: [
    ("22/7", #"\frac{22}{7}"#), ("-3", "-3"), ("< 16807", "{} < 16807"),
    ("<= 1/6", #"{} \le \frac{1}{6}"#),
    ("28/81 + 16√3/81", #"\frac{28}{81} + \frac{16\sqrt{3}}{81}"#),
    ("-504/125 + 24√5/23", #"-\frac{504}{125} + \frac{24\sqrt{5}}{23}"#),
    ("root(3, [1, -3, -1, 1])", #"\mathop{\mathrm{root}}\nolimits_{3}(1 - 3x - x^{2} + x^{3})"#),
    ("both are 1/2 at Λ = 1/9437184", nil), ("srg", nil), ("", nil),
  ])
  func `values as the program prints them`(_ text: String, _ latex: String?) {
    #expect(Formula(value: text)?.latex == latex)
  }

  @Test func `a part of a claim by its text`() throws {
    let formulas = ClaimFormulas(try claim("parameter r integer default 4 printed rank(T(r)) = r"))
    #expect(formulas.formula("rank(T(r))")?.latex == #"\mathop{\mathrm{rank}}(T_{r})"#)
    // A name of nothing, a phrase, and a call that means nothing.
    for text in ["rank(T(s))", "eigenvalue 1", "entry (1, 2)", "max()", ""] {
      #expect(formulas.formula(text) == nil, "\(text)")
    }
  }

  @Test func `a long formula has several lines`() throws {
    let term = "(r-1)*(r-2)*(r-3)*(r-4)*(r-5)/(r+1)"
    let formula = try #require(
      try formulas("\(term) = \(term) + \(term)*r*r*r*r*r*r*r*r - \(term)").first)
    #expect(formula.latex.hasPrefix(#"\begin{aligned} "#))
    #expect(formula.latex.contains(#" \\  & \quad {} = "#))
    #expect(formula.latex.contains(#" \\  & \quad \quad {} - "#))
    #expect(formula.layout.mathML.contains("<mtable displaystyle=\"true\"><mtr>"))
  }
}
