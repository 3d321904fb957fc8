import Statements
import Testing

@testable import Typesetting

/// How each function of the language is set, as a mathematician would write it down.
@Suite struct FunctionTests {
  private struct Case {
    let text: String
    let latex: String
    let mathML: String

    init(_ text: String, _ latex: String, _ mathML: String) {
      self.text = text
      self.latex = latex
      self.mathML = mathML
    }
  }

  @Test func `every function has its notation`() throws {
    var seen: Set<Function> = []
    for item in numbers + extrema + matrices + graphs + ofGraphs + derived + solutions {
      let expression = try Expression(parsing: item.text)
      if case .call(let function, _, _) = expression { seen.insert(function) }
      let layout = Typesetter().layout(expression)
      #expect(layout.latex == item.latex, "\(item.text)")
      #expect(layout.mathML == item.mathML, "\(item.text)")
    }
    #expect(Set(Function.allCases).subtracting(seen) == [])
  }

  private let a = ML.mi("a")
  private let b = ML.mi("b")
  private let k = ML.mi("k")
  private let n = ML.mi("n")
  private let matrix = ML.mi("M")
  private let other = ML.mi("N")
  private let graph = ML.mi("G")
  private let second = ML.mi("H")

  private var numbers: [Case] {
    [
      Case("sqrt(a)", #"\sqrt{a}"#, ML.sqrt(a)),
      Case("binomial(n, k)", #"\binom{n}{k}"#, ML.binom(n, k)),
      Case(
        "triangular_root(n)", #"\max\left\{r \mid \binom{r}{2} \le n \right\}"#,
        ML.row(
          ML.mi("max"),
          ML.fenced(
            "{",
            ML.row(
              ML.mi("r"), ML.mo("∣"), ML.binom(ML.mi("r"), ML.mn("2")), ML.mo("≤"), n), "}"))),
      Case(
        "sum(k, 1, n, k)", #"\sum_{k = 1}^{n} k"#,
        ML.row(ML.underOver(ML.mo("∑"), ML.infix(k, "=", ML.mn("1")), n), k)),
      Case(
        "product(k, 1, n, k)", #"\prod_{k = 1}^{n} k"#,
        ML.row(ML.underOver(ML.mo("∏"), ML.infix(k, "=", ML.mn("1")), n), k)),
      Case("max(a, b)", #"\max(a, b)"#, ML.apply(ML.mi("max"), ML.list(a, b))),
      Case("min(a, b)", #"\min(a, b)"#, ML.apply(ML.mi("min"), ML.list(a, b))),
      Case("abs(a)", #"\lvert a\rvert"#, ML.fenced("|", a, "|")),
      Case(
        "mod(n, k)", #"(n \bmod k)"#,
        ML.round(ML.row(n, "<mo lspace=\"0.2em\" rspace=\"0.2em\">mod</mo>", k))),
      Case(
        "root(2, [-1, 0, 3, 1])", #"\mathop{\mathrm{root}}\nolimits_{2}(-1 + 3x^{2} + x^{3})"#,
        ML.apply(
          ML.sub(ML.mi("root"), ML.mn("2")),
          ML.infix(
            ML.infix(
              ML.row(ML.mo("−"), ML.mn("1")), "+",
              ML.times(ML.mn("3"), ML.sup(ML.mi("x"), ML.mn("2")))), "+",
            ML.sup(ML.mi("x"), ML.mn("3"))))),
      Case("trace(M)", #"\mathop{\mathrm{tr}}(M)"#, ML.apply(ML.mi("tr"), matrix)),
      Case("rank(M)", #"\mathop{\mathrm{rank}}(M)"#, ML.apply(ML.mi("rank"), matrix)),
      Case("norm2(M)", #"\lVert M\rVert_{F}^{2}"#, ML.squaredNorm(matrix)),
      Case(
        "rows(M)", ##"\#\mathop{\mathrm{rows}}(M)"##,
        ML.row(ML.mo("#"), ML.apply(ML.mi("rows"), matrix))),
      Case(
        "columns(M)", ##"\#\mathop{\mathrm{columns}}(M)"##,
        ML.row(ML.mo("#"), ML.apply(ML.mi("columns"), matrix))),
      Case("entry(M, 1, k)", #"(M)_{1, k}"#, ML.sub(ML.round(matrix), ML.list(ML.mn("1"), k))),
      Case(
        "nuclear_norm(M)", #"\lVert M\rVert_{*}"#, ML.sub(ML.fenced("‖", matrix, "‖"), ML.mo("∗"))),
      Case("determinant(M)", #"\det(M)"#, ML.apply(ML.mi("det"), matrix)),
      Case(
        "eigenvalue(M, k)", #"\lambda_{k}^{\downarrow}(M)"#,
        ML.apply(ML.both(ML.mi("λ"), k, ML.mo("↓")), matrix)),
      Case(
        "smallest_eigenvalue(M)", #"\lambda_{\min}(M)"#,
        ML.apply(ML.sub(ML.mi("λ"), ML.mi("min")), matrix)),
      Case(
        "largest_eigenvalue(M)", #"\lambda_{\max}(M)"#,
        ML.apply(ML.sub(ML.mi("λ"), ML.mi("max")), matrix)),
      Case("spectral_radius(M)", #"\rho(M)"#, ML.apply(ML.mi("ρ"), matrix)),
      Case("spanning_trees(G)", #"\tau(G)"#, ML.apply(ML.mi("τ"), graph)),
    ]
  }

  private var extrema: [Case] {
    let (W, U, V) = (ML.mi("W"), ML.mi("U"), ML.mi("V"))
    let half = { (factor: String, norm: String) in
      ML.times(ML.frac(factor, ML.mn("2")), ML.squaredNorm(norm))
    }
    let fit = ML.frac(
      ML.squaredNorm(ML.infix(ML.times(W, matrix), "−", ML.mi("I"))),
      ML.times(ML.mn("2"), ML.row(ML.mo("#"), ML.apply(ML.mi("columns"), matrix))))
    let ridge =
      ##"_{W} \frac{\lVert WM - I\rVert_{F}^{2}}{2\#\mathop{\mathrm{columns}}(M)} "##
      + #"+ \frac{a}{2} \lVert W\rVert_{F}^{2}"#
    return [
      Case(
        "least_norm(M, N)", #"\min_{WM = N} \lVert W\rVert_{F}^{2}"#,
        ML.row(
          ML.under(ML.mi("min"), ML.infix(ML.times(W, matrix), "=", other)), ML.squaredNorm(W))),
      Case(
        "min_ridge(M, a)", #"\min"# + ridge,
        ML.row(ML.under(ML.mi("min"), W), fit, ML.mo("+"), half(a, W))),
      Case(
        "ridge_minimiser(M, a)", #"\mathop{\mathrm{arg\,min}}"# + ridge,
        ML.row(ML.under(ML.mi("arg min"), W), fit, ML.mo("+"), half(a, W))),
      Case(
        "min_factorisation(M, a, b)",
        #"\min_{UV = M} \frac{a}{2} \lVert U\rVert_{F}^{2} + \frac{b}{2} \lVert V\rVert_{F}^{2}"#,
        ML.row(
          ML.under(ML.mi("min"), ML.infix(ML.times(U, V), "=", matrix)), half(a, U), ML.mo("+"),
          half(b, V))),
      Case(
        "least_norm_form(M, N)", #"NM^{\dagger} (NM^{\dagger})^{\top}"#,
        {
          let solution = ML.times(other, ML.sup(matrix, ML.mo("†")))
          return ML.times(solution, ML.transposed(ML.round(solution)))
        }()),
    ]
  }

  private var matrices: [Case] {
    let one = { (size: String) in ML.sub(ML.mi("𝟏"), size) }
    let index = { (letter: String) in ML.sub(ML.mi(letter), ML.mi("r")) }
    return [
      Case("I(n)", "I_{n}", ML.sub(ML.mi("I"), n)),
      Case(
        "J(n)", #"\mathbf{1}_{n} \mathbf{1}_{n}^{\top}"#,
        ML.times(one(n), ML.both(ML.mi("𝟏"), n, ML.mo("⊤")))),
      Case(
        "J(n, k)", #"\mathbf{1}_{n} \mathbf{1}_{k}^{\top}"#,
        ML.times(one(n), ML.both(ML.mi("𝟏"), k, ML.mo("⊤")))),
      Case("J(n, 1)", #"\mathbf{1}_{n}"#, one(n)),
      Case("J(1, n)", #"\mathbf{1}_{n}^{\top}"#, ML.both(ML.mi("𝟏"), n, ML.mo("⊤"))),
      Case("B(r)", "B_{r}", index("B")),
      Case("T(r)", "T_{r}", index("T")),
      Case("G(r)", "G_{r}", index("G")),
      Case(
        "A1(r)", "A_{r}^{(1)}", ML.both(ML.mi("A"), ML.mi("r"), ML.round(ML.mn("1")))),
      Case("patterns(r, 2)", "P_{r, 2}", ML.sub(ML.mi("P"), ML.list(ML.mi("r"), ML.mn("2")))),
      Case(
        "sample(3, n, 2, k)", #"R_{2, k}^{3 \times n}"#,
        ML.both(ML.mi("R"), ML.list(ML.mn("2"), k), ML.infix(ML.mn("3"), "×", n))),
      Case(
        "matrix(2, n; a, b: a - b)", #"(a - b)_{1 \le a \le 2, 1 \le b \le n}"#,
        ML.sub(
          ML.round(ML.infix(a, "−", b)),
          ML.list(
            ML.row(ML.mn("1"), ML.mo("≤"), a, ML.mo("≤"), ML.mn("2")),
            ML.row(ML.mn("1"), ML.mo("≤"), b, ML.mo("≤"), n)))),
      Case(
        "inclusion(n, 1, 2)", "W_{1, 2}^{(n)}",
        ML.both(ML.mi("W"), ML.list(ML.mn("1"), ML.mn("2")), ML.round(n))),
    ]
  }

  private var graphs: [Case] {
    let letter = ML.mi("K")
    return [
      Case("complete(n)", "K_{n}", ML.sub(letter, n)),
      Case("complete_bipartite(n, k)", "K_{n, k}", ML.sub(letter, ML.list(n, k))),
      Case("complete_multipartite(n, k)", #"K_{n \times k}"#, ML.sub(letter, ML.infix(n, "×", k))),
      Case("cocktail_party(n)", #"\mathop{\mathrm{CP}}(n)"#, ML.apply(ML.mi("CP"), n)),
      Case("cycle(n)", "C_{n}", ML.sub(ML.mi("C"), n)),
      Case("path(n)", "P_{n}", ML.sub(ML.mi("P"), n)),
      Case("star(n)", "K_{1, n}", ML.sub(letter, ML.list(ML.mn("1"), n))),
      Case("hypercube(n)", "Q_{n}", ML.sub(ML.mi("Q"), n)),
      Case("hamming(k, n)", "H(k, n)", ML.apply(second, ML.list(k, n))),
      Case("rook(k, n)", "R_{k, n}", ML.sub(ML.mi("R"), ML.list(k, n))),
      Case("johnson(n, k)", "J(n, k)", ML.apply(ML.mi("J"), ML.list(n, k))),
      Case("kneser(n, k)", "K(n, k)", ML.apply(letter, ML.list(n, k))),
      Case("paley(n)", #"\mathop{\mathrm{Paley}}(n)"#, ML.apply(ML.mi("Paley"), n)),
      Case("petersen()", #"\text{Petersen's graph}"#, ML.words("Petersen’s graph")),
      Case(
        "hoffman_singleton()", #"\text{the Hoffman--Singleton graph}"#,
        ML.words("the Hoffman–Singleton graph")),
      Case("line_graph(G)", "L(G)", ML.apply(ML.mi("L"), graph)),
      Case("complement(G)", #"\overline{G}"#, ML.over(graph, "‾")),
      Case("cartesian_product(G, H)", #"G \mathbin{\square} H"#, ML.infix(graph, "□", second)),
      Case("tensor_product(G, H)", #"G \times H"#, ML.infix(graph, "×", second)),
      Case("strong_product(G, H)", #"G \boxtimes H"#, ML.infix(graph, "⊠", second)),
      Case("lexicographic_product(G, H)", #"G \circ H"#, ML.infix(graph, "∘", second)),
      Case("disjoint_union(G, H)", #"G \sqcup H"#, ML.infix(graph, "⊔", second)),
    ]
  }

  private var ofGraphs: [Case] {
    [
      Case("adjacency(G)", #"\mathbf{A}(G)"#, ML.apply(ML.mi("𝐀"), graph)),
      Case("incidence(G)", #"\mathbf{B}(G)"#, ML.apply(ML.mi("𝐁"), graph)),
      Case(
        "oriented_incidence(G)", #"\vec{\mathbf{B}}(G)"#, ML.apply(ML.over(ML.mi("𝐁"), "→"), graph)),
      Case("laplacian(G)", #"\mathbf{L}(G)"#, ML.apply(ML.mi("𝐋"), graph)),
      Case("signless_laplacian(G)", #"\mathbf{Q}(G)"#, ML.apply(ML.mi("𝐐"), graph)),
      Case("seidel(G)", #"\mathbf{S}(G)"#, ML.apply(ML.mi("𝐒"), graph)),
      Case("distance_matrix(G)", #"\mathbf{D}(G)"#, ML.apply(ML.mi("𝐃"), graph)),
      Case("degree(G)", #"\deg(G)"#, ML.apply(ML.mi("deg"), graph)),
      Case(
        "degree(G, 1)", #"\deg\nolimits_{G}(1)"#,
        ML.apply(ML.sub(ML.mi("deg"), graph), ML.mn("1"))),
      Case("vertices(G)", #"\lvert V(G)\rvert"#, ML.fenced("|", ML.apply(ML.mi("V"), graph), "|")),
      Case("edges(G)", #"\lvert E(G)\rvert"#, ML.fenced("|", ML.apply(ML.mi("E"), graph), "|")),
    ]
  }

  private var derived: [Case] {
    [
      Case("transpose(M)", #"M^{\top}"#, ML.transposed(matrix)),
      Case("gram(M)", #"M^{\top} M"#, ML.times(ML.transposed(matrix), matrix)),
      Case("relu(M)", #"\sigma(M)"#, ML.apply(ML.mi("σ"), matrix)),
      Case(
        "unit_rows(M)", #"\mathop{\mathrm{unit\ rows}}(M)"#, ML.apply(ML.mi("unit rows"), matrix)),
      Case(
        "stack(M, N)", #"\left(\begin{array}{c} M \\ N \end{array} \right)"#,
        ML.table([matrix], [other])),
      Case("kronecker(M, N)", #"M \otimes N"#, ML.infix(matrix, "⊗", other)),
      Case(
        "repeat_rows(M)", #"\mathop{\mathrm{repeated\ rows}}(M)"#,
        ML.apply(ML.mi("repeated rows"), matrix)),
      Case("inverse(M)", "M^{-1}", ML.sup(matrix, ML.row(ML.mo("−"), ML.mn("1")))),
      Case("pseudo_inverse(M)", #"M^{\dagger}"#, ML.sup(matrix, ML.mo("†"))),
      Case(
        "diagonal(a, b)", #"\mathop{\mathrm{diag}}(a, b)"#, ML.apply(ML.mi("diag"), ML.list(a, b))),
      Case(
        "diagonal_of(M)", #"\mathop{\mathrm{diagonal\ of}}(M)"#,
        ML.apply(ML.mi("diagonal of"), matrix)),
      Case("hadamard(M, N)", #"M \odot N"#, ML.infix(matrix, "⊙", other)),
      Case(
        "characteristic_polynomial(M)", #"\mathop{\mathrm{coefficients}}(\det(xI - M))"#,
        ML.apply(
          ML.mi("coefficients"),
          ML.apply(ML.mi("det"), ML.infix(ML.times(ML.mi("x"), ML.mi("I")), "−", matrix)))),
      Case(
        "quotient(M, {1, 2 | 3..n})", #"M/\{1, 2 \mid 3, \dots, n\}"#,
        ML.infix(
          matrix, "/",
          ML.fenced(
            "{",
            ML.infix(
              ML.list(ML.mn("1"), ML.mn("2")), "∣", ML.list(ML.mn("3"), ML.mo("…"), n)), "}"))),
    ]
  }

  private var solutions: [Case] {
    let features = { (letter: String, index: String, matrix: String) in
      ML.infix(ML.sub(letter, index), "=", ML.times(ML.sub(ML.mi("A"), index), matrix))
    }
    let before = ML.over(matrix, "~")
    let single = ML.fenced("{", features(before, ML.mn("2"), other), "}")
    return [
      Case(
        "construction(B, N)", #"\{M_{l} = A_{l} B, \quad \tilde{M}_{L} = A_{L} N\}"#,
        ML.fenced(
          "{",
          ML.row(
            features(matrix, ML.mi("l"), ML.mi("B")), ML.mo(","), "<mspace width=\"1em\"/>",
            features(before, ML.mi("L"), other)), "}")),
      Case("construction(N)", #"\{\tilde{M}_{2} = A_{2} N\}"#, single),
      Case("collapse(k)", #"\mathrm{DNC}_{k}"#, ML.sub(ML.mi("DNC"), k)),
      Case(
        "join(construction(N), collapse(k))",
        #"\{\tilde{M}_{2} = A_{2} N\} \oplus \mathrm{DNC}_{k}"#,
        ML.infix(single, "⊕", ML.sub(ML.mi("DNC"), k))),
    ]
  }
}
