import Rational
import Statements
import TestSupport
import Testing

@testable import Typesetting

/// Brackets: a formula is read as it is computed.
@Suite struct BracketTests {
  @Test(arguments: [
    ("a - (b - c)", "a - (b - c)"), ("(a - b) - c", "a - b - c"), ("a + (b + c)", "a + (b + c)"),
    ("(a/b)/c", #"\frac{\frac{a}{b}}{c}"#), ("a/(b/c)", #"\frac{a}{\frac{b}{c}}"#),
    ("a/b*c", #"\frac{a}{b} c"#), ("a*(b/c)", #"a\frac{b}{c}"#), ("a*b/c", #"\frac{ab}{c}"#),
    ("a/b*c/x", #"\frac{a}{b} \frac{c}{x}"#), ("a*b/2*c*x/y", #"\frac{ab}{2} \frac{cx}{y}"#),
    ("a/b*c/x/y", #"\frac{\frac{a}{b} \frac{c}{x}}{y}"#), ("-x^2", "-x^{2}"),
    ("(-x)^2", "(-x)^{2}"), ("(-1)^(n - 1)", "(-1)^{n - 1}"),
    ("a - -b", "a - (-b)"), ("a*(-b)", "a(-b)"), ("-a*b", "-ab"), ("-(a*b)", "-ab"),
    ("-(a + b)", "-(a + b)"), ("(-a - b)/2", #"\frac{-a - b}{2}"#), ("-a/b", #"-\frac{a}{b}"#),
    ("(a + b)*c", "(a + b)c"), ("a*(b*c)", "a(bc)"), ("a*b*c", "abc"),
    ("(A*B)'", #"(AB)^{\top}"#), ("A*B'", #"AB^{\top}"#), ("A''", #"(A^{\top})^{\top}"#),
    ("(A^2)'", #"(A^{2})^{\top}"#), ("(A')^2", #"(A^{\top})^{2}"#), ("2^3^4", "2^{3^{4}}"),
    ("(2^3)^4", "(2^{3})^{4}"), ("sqrt(a)^2", #"(\sqrt{a})^{2}"#), ("a_1^2", "a_{1}^{2}"),
    ("2*3", #"2 \cdot 3"#), ("a*2", #"a \cdot 2"#), ("2*a", "2a"),
    ("2*(1/3)", #"2 \cdot \frac{1}{3}"#),
    ("0.5*a", "0.5a"), ("a^2*2^a", #"a^{2} \cdot 2^{a}"#), ("r*(r - 1)", "r(r - 1)"),
    ("sigma*(A + B)", #"\sigma \cdot (A + B)"#), ("relu(A + B)", #"\sigma(A + B)"#),
    ("fit*(a + b)", #"\mathrm{fit} \cdot (a + b)"#), ("a*fit", #"a\,\mathrm{fit}"#),
    ("relu(A)^2", #"\sigma(A)^{2}"#), ("norm2(A)^2", #"(\lVert A\rVert_{F}^{2})^{2}"#),
    ("gram(A*B)", #"(AB)^{\top} (AB)"#), ("gram(A)'", #"(A^{\top} A)^{\top}"#),
    ("A*gram(B)", #"AB^{\top} B"#), ("J(a)^2", #"(\mathbf{1}_{a} \mathbf{1}_{a}^{\top})^{2}"#),
    ("0*J(n)", #"0 \cdot \mathbf{1}_{n} \mathbf{1}_{n}^{\top}"#),
    ("A1(r)'", #"(A_{r}^{(1)})^{\top}"#), ("T(r)'*T(r)", #"T_{r}^{\top} T_{r}"#),
    ("kronecker(A, B)*C", #"(A \otimes B)C"#), ("kronecker(A*B, C)", #"(AB) \otimes C"#),
    ("kronecker(A, kronecker(B, C))", #"A \otimes (B \otimes C)"#),
    ("I(n*(n-1)/2)", "I_{n(n - 1)/2}"), ("a^(b/(2*c))", "a^{b/(2c)}"), ("a^(b/c*d)", "a^{(b/c)d}"),
    ("a^(b/c/d)", "a^{(b/c)/d}"), ("a^(-b/c)", "a^{-b/c}"),
    ("sum(k, 1, n, k) + a", #"\sum_{k = 1}^{n} k + a"#),
    ("sum(k, 1, n, k + a)", #"\sum_{k = 1}^{n} (k + a)"#),
    ("sum(k, 1, n, k)*a", #"\left(\sum_{k = 1}^{n} k \right)a"#),
    ("a*sum(k, 1, n, k)", #"a\sum_{k = 1}^{n} k"#),
    ("a*sum(k, 1, n, k)*b", #"a\left(\sum_{k = 1}^{n} k \right)b"#),
    ("product(k, 1, n, k)^2", #"\left(\prod_{k = 1}^{n} k \right)^{2}"#),
    ("sum(k, 1, n, k)/a", #"\frac{\sum_{k = 1}^{n} k}{a}"#),
    ("a - least_norm(A, B)", #"a - \min_{WA = B} \lVert W\rVert_{F}^{2}"#),
    ("least_norm(A, B) - a", #"\left(\min_{WA = B} \lVert W\rVert_{F}^{2} \right) - a"#),
    (
      "sum(k, 1, n, least_norm(A, B)) + a",
      #"\sum_{k = 1}^{n} \left(\min_{WA = B} \lVert W\rVert_{F}^{2} \right) + a"#
    ),
    (
      "2*min_factorisation(A, a, b)",
      #"2\min_{UV = A} \left(\frac{a}{2} \lVert U\rVert_{F}^{2} + \frac{b}{2} \lVert V\rVert_{F}^{2} \right)"#
    ),
    ("mod(a + b, 2) + c", #"((a + b) \bmod 2) + c"#),
    ("least_norm(A*B, C)", #"\min_{W(AB) = C} \lVert W\rVert_{F}^{2}"#),
    ("laplacian(complement(G))", #"\mathbf{L}(\overline{G})"#),
    ("tensor_product(G, tensor_product(G, H))", #"G \times (G \times H)"#),
    ("[a, -b; a + b, 2]", #"\left(\begin{array}{cc} a & -b \\ a + b & 2 \end{array} \right)"#),
  ])
  func `brackets where they are needed and nowhere else`(_ text: String, _ latex: String) throws {
    #expect(try layout(text).latex == latex)
  }

  @Test func `numbers that a mutation put in keep together`() {
    let place = SourceLocation(file: "", line: 1, column: 1)
    let x = Expression.name("x", place)
    func number(_ value: Rational) -> Expression { .number(value, place) }
    func latex(_ symbol: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
      Typesetter().layout(.binary(symbol, left, right, place)).latex
    }
    #expect(latex(.minus, x, number(-2)) == "x - (-2)")
    #expect(latex(.times, x, number(-2)) == "x(-2)")
    #expect(latex(.power, number(-2), x) == "(-2)^{x}")
    #expect(latex(.power, number(Rational(1, 3)), x) == #"\left(\frac{1}{3} \right)^{x}"#)
    #expect(latex(.times, number(Rational(-1, 3)), x) == #"\left(-\frac{1}{3} \right)x"#)
  }

  /// A formula that is read from its LaTeX by the usual rules has the value that its tree has.
  @Test(arguments: Seeds.all)
  func `what is read is what is computed`(_ seed: UInt64) throws {
    var random = RandomFormulas(seed: seed)
    var trees: [String: String] = [:]
    var compared = 0
    for _ in 0..<1500 {
      let formula = random.formula(depth: 4)
      let latex = Typesetter().layout(formula).latex
      // Trees that look alike are one formula, but for ways to write down a product.
      let canonical = formula.canonical.description
      let other = trees.updateValue(canonical, forKey: latex) ?? canonical
      #expect(other == canonical, "\(latex)")
      guard let value = try? Matrix2(formula, [:]) else { continue }
      var reader = FormulaReader(latex)
      let read = try reader.value()
      #expect(read == value, "\(formula) is read otherwise in \(latex)")
      compared += 1
    }
    #expect(compared > 1000)
  }
}
