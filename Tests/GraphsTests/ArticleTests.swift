import Graphs
import Rational
import TestSupport
import Testing

/// The examples in the articles on `Graphs`, line by line.
@Suite struct ArticleTests: ArticleExamples {
  @Test func `the examples of the articles are here`() throws {
    #expect(try Articles.examples(in: "Graphs").count >= 2)
    #expect(try Articles.examples(in: "Graphs", missingFrom: #filePath).map(\.lines) == [])
  }

  @Test func `the landing page`() throws {
    let dense = Matrix<Rational>.triangularAdjacency(order: 6)
    assert(dense.rows == 15)
    let inertia = try dense.inertia()
    assert(inertia == Inertia(positive: 6, zero: 0, negative: 9))
    assert(dense.determinant == Rational(-8 * 32 * 512))
    let compact = OrbitMatrix<Rational>.triangularAdjacency(Scheme(order: 100))
    let spectrum = Set(try compact.spectrum())
    assert(
      spectrum == [
        Eigenvalue(196, multiplicity: 1), Eigenvalue(96, multiplicity: 99),
        Eigenvalue(-2, multiplicity: 4850),
      ])
  }
}
