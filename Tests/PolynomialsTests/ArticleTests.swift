import Polynomials
import Rational
import TestSupport
import Testing

/// The examples in the articles on `Polynomials`, line by line.
@Suite struct ArticleTests: ArticleExamples {
  @Test func `the examples of the articles are here`() throws {
    #expect(try Articles.examples(in: "Polynomials").count >= 2)
    #expect(try Articles.examples(in: "Polynomials", missingFrom: #filePath).map(\.lines) == [])
  }

  @Test func `the landing page`() throws {
    let cubic = Polynomial<Rational>([1, -3, 0, 1])
    let roots = cubic.realRoots
    assert(roots.count == 3)
    assert(roots.map { $0.decimal(digits: 6) } == ["-1.87939", "0.347296", "1.53209"])
    let root = try Surd.squareRoot(of: 2) + Surd.squareRoot(of: 3)
    let quartic = Polynomial<Rational>([1, 0, -10, 0, 1])
    assert(quartic.realRoots.last == AlgebraicNumber(root))
  }
}
