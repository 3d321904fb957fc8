import Statements
import Testing

@testable import Typesetting

/// Names in the letters of the paper.
@Suite struct NameTests {
  @Test(arguments: [
    ("r", "r"), ("alpha", #"\alpha"#), ("alpha_L", #"\alpha_{L}"#), ("lambda_2", #"\lambda_{2}"#),
    ("Lambda", #"\Lambda"#), ("eps", #"\varepsilon"#), ("W2", "W_{2}"), ("s_10", "s_{10}"),
    ("lambda_H1", #"\lambda_{H_{1}}"#), ("old_q_3", #"\mathrm{old}_{q, 3}"#),
    ("K_bar", #"\bar{K}"#), ("lambda_bar", #"\bar{\lambda}"#), ("x_bar_1", #"\bar{x}_{1}"#),
    ("M_next", #"M_{\mathrm{next}}"#), ("alpha_beta", #"\alpha_{\beta}"#),
    ("HX1", #"\mathrm{HX}_{1}"#), ("first_layer", #"\mathrm{first}_{\mathrm{layer}}"#),
    ("srg", #"\mathrm{SRG}"#), ("dnc", #"\mathrm{DNC}"#), ("star", #"\mathrm{star}"#),
    ("λ", #"\lambda"#), ("a_", #"\mathrm{a\_}"#), ("a__b", #"\mathrm{a\_\_b}"#),
    ("é", #"\text{é}"#), ("字", #"\text{[U+5B57]}"#),
  ])
  func `a name has letters and indices`(_ name: String, _ latex: String) {
    #expect(Layout.name(name).latex == latex)
  }

  @Test func `what is no letter of mathematics stands in MathML as it is`() {
    #expect(Layout.name("字_2").mathML == ML.sub(ML.mi("字"), ML.mn("2")))
    #expect(Layout.name("star").mathML == ML.mi("star"))
    #expect(Layout.plain("x").mathML == "<mi mathvariant=\"normal\">x</mi>")
  }

  @Test(arguments: [
    // Two names, a name and a matrix with an index, a bound letter of the notation.
    (
      "parameter W2 rational default 1 parameter W_2 rational default 1 printed W2 = W_2",
      #"\mathrm{W2} = \mathrm{W\_2}"#
    ),
    ("let T_4 = [1] printed T_4 = T(4)", #"\mathrm{T\_4} = T_{4}"#),
    ("let T_4 = [1] printed T_4 = T(5)", "T_{4} = T_{5}"),
    ("let W = [1] printed least_norm(W, W) = 1", #"\min_{ZW = W} \lVert Z\rVert_{F}^{2} = 1"#),
    (
      "let A = [1] printed least_norm(ridge_minimiser(A, 1), A) = 1",
      #"\min_{Z\mathop{\mathrm{arg\,min}}_{W} \left(\frac{\lVert WA - I\rVert_{F}^{2}}"#
        + ##"{2\#\mathop{\mathrm{columns}}(A)} + \frac{1}{2} \lVert W\rVert_{F}^{2} \right)"##
        + #" = A} \lVert Z\rVert_{F}^{2} = 1"#
    ),
    (
      "let I = [1] printed characteristic_polynomial(I) = [1, 1]",
      #"\mathop{\mathrm{coefficients}}(\det(x\mathrm{I} - I)) = "#
        + #"\left(\begin{array}{cc} 1 & 1 \end{array} \right)"#
    ),
    (
      "parameter r integer default 9 printed triangular_root(r) = 4",
      #"\max\left\{t \mid \binom{t}{2} \le r \right\} = 4"#
    ),
    (
      "parameter x rational default 1 printed root(1, [x, 1]) = 0",
      #"\mathop{\mathrm{root}}\nolimits_{1}(x + y) = 0"#
    ),
  ])
  func `different things look different`(_ clauses: String, _ latex: String) throws {
    let claim = try claim(clauses)
    #expect(ClaimFormulas(claim).propositions(of: claim.forms[0]).map(\.latex) == [latex])
  }
}
