import Graphs
import Rational
import Testing

/// A symbol in place of the order: the counts are polynomials, and an identity that holds at a
/// random rational point is one.
@Suite struct SymbolicOrderTests {
  let r = Rational(100_003, 7)
  var scheme: Scheme<Rational> { Scheme(PolynomialIntersections("r", r)) }

  @Test func `numbers of rows and traces are polynomials in the order`() {
    let identity = OrbitMatrix.identity([2, 1], scheme)
    let expected = r * (r - Rational(1)) / Rational(2) + r
    #expect(identity.rowCount == expected && identity.trace == expected)
  }

  @Test func `the spectrum of the triangular graph`() throws {
    let g = OrbitMatrix.triangularAdjacency(scheme)
    let claimed = [
      Eigenvalue(Rational(2) * (r - Rational(2)), multiplicity: .one),
      Eigenvalue(r - Rational(4), multiplicity: r - Rational(1)),
      Eigenvalue(Rational(-2), multiplicity: r * (r - Rational(3)) / Rational(2)),
    ]
    #expect(g.failure(ofSpectrum: claimed) == nil)
    #expect(try g.spectrum() == claimed)
    var swapped = claimed
    swapped[0] = Eigenvalue(claimed[0].value, multiplicity: claimed[1].multiplicity)
    swapped[1] = Eigenvalue(claimed[1].value, multiplicity: claimed[0].multiplicity)
    #expect(g.failure(ofSpectrum: swapped) != nil)
  }

  @Test func `pseudo-inverse and rank of the incidence matrix`() throws {
    let b = OrbitMatrix.incidence(scheme)
    #expect(try b.pseudoInverse().isPseudoInverse(of: b))
    #expect(try b.rank() == r)
    #expect(try b * b.pseudoInverse() == .identity([1], scheme))
  }

  @Test func `a definition is asked at one pair for each size of intersection`() throws {
    for k in Subset.possibleSizes {
      for m in Subset.possibleSizes {
        var asked: [Int] = []
        let x = try OrbitMatrix.integral(rows: k, columns: m, scheme) { a, b in
          #expect(a.count == k && b.count == m)
          asked.append(Set(a.elements).intersection(b.elements).count)
          return 10 + a.intersectionSize(b)
        }
        #expect(asked == Array(0...min(k, m)))
        #expect(x.coordinates == asked.map { Rational(10 + $0) })
      }
    }
  }

  @Test func `there is no dense form`() throws {
    let scheme = scheme
    #expect(OrbitMatrix.identity([1], scheme).dense() == nil)
    #expect(OrbitMatrix.identity([1], scheme).entry(row: 0, column: 0) == nil)
    #expect(
      OrbitMatrix(Matrix.identity(3), rowBlocks: [1], columnBlocks: [1], scheme) == nil)
    #expect(throws: MatrixError.self) {
      try OrbitMatrix.normalisedIncidence(Scheme<Surd>(SymbolOnly()))
    }
  }
}

/// A symbol whose counts nobody asks for here.
private struct SymbolOnly: IntersectionNumbers {
  let order = VertexCount.symbol("r")
  func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] { [0] }
  func subsets(ofSize size: Int) -> Surd { .one }
  func count(
    rows: Int, columns: Int, common: Int, middle: Int, left: Int, right: Int
  ) -> Surd { .zero }
}
