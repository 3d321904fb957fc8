import Graphs
import Polynomials
import Rational
import Testing

/// Spectra of matrices over triangular graphs against characteristic polynomials from elsewhere.
@Suite struct TriangularSpectrumTests {
  @Test(arguments: 4...12)
  func `the spectrum of a triangular graph is that of its characteristic polynomial`(
    r: Int
  ) throws {
    let graph = Graph.triangular(r)
    let polynomial = faddeevLeVerrier(size: graph.order, sparseRows(graph))
    // No eigenvalue of a graph exceeds its largest degree in absolute value.
    let bound = graph.degree(0)
    let roots = integerRoots(of: polynomial, between: -bound...bound)
    #expect(roots.reduce(0) { $0 + $1.order } == graph.order)

    let g = OrbitMatrix.triangularAdjacency(Scheme<Rational>(order: r))
    let spectrum = try g.spectrum()
    #expect(spectrum == claim(roots.reversed().map { ($0.root, $0.order) }))
    let paper = claim([(2 * (r - 2), 1), (r - 4, r - 1), (-2, r * (r - 3) / 2)])
    #expect(g.failure(ofSpectrum: paper) == nil)
  }

  @Test(arguments: 4...7)
  func `dense and orbit form have the same spectrum`(r: Int) throws {
    let g = OrbitMatrix.triangularAdjacency(Scheme<Rational>(order: r))
    let dense = Matrix<Rational>.triangularAdjacency(order: r)
    let spectrum = try dense.spectrum()
    #expect(try g.spectrum() == spectrum)
    #expect(dense.failure(ofSpectrum: spectrum) == nil)
    let coefficients = try dense.characteristicPolynomial().coefficients
    let graph = Graph.triangular(r)
    #expect(
      coefficients == faddeevLeVerrier(size: graph.order, sparseRows(graph)).map { Rational($0) })
  }

  @Test(arguments: [4, 5, 9, 40])
  func `swapped and misprinted multiplicities are refused`(r: Int) throws {
    let g = OrbitMatrix.triangularAdjacency(Scheme<Rational>(order: r))
    let (one, few, many) = (1, r - 1, r * (r - 3) / 2)
    let (top, middle) = (2 * (r - 2), r - 4)
    #expect(g.failure(ofSpectrum: claim([(top, one), (middle, few), (-2, many)])) == nil)
    for wrong in [
      claim([(top, few), (middle, one), (-2, many)]),
      claim([(top, one), (middle, many), (-2, few)]),
      claim([(top, one), (middle, few), (middle, many)]),
      claim([(top, one), (middle, few), (-2, many - 1)]),
      claim([(top, one), (middle + 1, few), (-2, many)]),
      claim([(top, one), (middle, few)]),
    ] {
      #expect(g.failure(ofSpectrum: wrong) != nil)
    }
  }

  @Test func `for three vertices the graph is a triangle`() throws {
    let g = OrbitMatrix.triangularAdjacency(Scheme<Rational>(order: 3))
    // 2, -1, -1; the formula's third value has multiplicity 0 and is dropped.
    #expect(g.failure(ofSpectrum: claim([(2, 1), (-1, 2), (-2, 0)])) == nil)
    #expect(try g.spectrum() == claim([(2, 1), (-1, 2)]))
  }

  @Test(arguments: 4...7)
  func `the characteristic polynomial is the product over the spectrum`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 40)
    for blocks in [[2], [1], [2], [1]] {
      let half = draws.orbitMatrix(blocks, blocks, scheme)
      let matrix = half + half.transposed
      var product: [Rational] = [.one]
      for eigenvalue in try matrix.spectrum() {
        var multiplicity = Rational(0)
        while multiplicity < eigenvalue.multiplicity {
          let constant = product.map { -$0 * eigenvalue.value } + [.zero]
          product = zip([.zero] + product, constant).map { $0 + $1 }
          multiplicity += .one
        }
      }
      let dense = try #require(matrix.dense())
      #expect(try dense.characteristicPolynomial().coefficients == product)
    }
  }

  @Test(arguments: [3, 5, 6])
  func `several blocks: the quotient splits off quadratic factors`(r: Int) throws {
    // Vertices joined to one another and to their edges: [0 Bᵀ; B J - I]. Constant vectors give
    // x² - (r-1) x - 2 (r-1), the others x² + x - (r-2); neither splits over Q for these r.
    let scheme = Scheme<Surd>(order: r)
    let matrix = OrbitMatrix(scheme: scheme, rowBlocks: [2, 1], columnBlocks: [2, 1]) {
      switch ($0, $1) {
      case (0, 0): Surd(0)
      case (1, 1): Surd($2 == 1 ? 0 : 1)
      default: Surd($2)
      }
    }
    #expect(matrix.isSymmetric)
    let spectrum = try matrix.spectrum()
    let total = spectrum.map(\.multiplicity).reduce(.zero, +)
    #expect(total == matrix.rowCount)
    #expect(spectrum.count { $0.value.rational == nil } == 4)
    for eigenvalue in spectrum where eigenvalue.value.rational == nil {
      let (x, size) = (eigenvalue.value, Surd(r))
      let constant = x * x - (size - .one) * (x + Surd(2))
      let other = x * x + x - (size - Surd(2))
      #expect((eigenvalue.multiplicity == .one ? constant : other).isZero)
    }
    let dense = try #require(matrix.dense())
    #expect(dense.failure(ofSpectrum: spectrum) == nil)
  }

  @Test(arguments: 3...8)
  func `the quotient collects row sums by block`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 41)
    let matrix = draws.orbitMatrix([2, 1], [2, 1], scheme)
    let dense = try #require(matrix.dense())
    let edges = r * (r - 1) / 2
    for (block, row) in [(0, 0), (0, edges - 1), (1, edges), (1, edges + r - 1)] {
      let entries = dense.row(row)
      #expect(matrix.quotient[block, 0] == entries[..<edges].reduce(.zero, +))
      #expect(matrix.quotient[block, 1] == entries[edges...].reduce(.zero, +))
    }
  }
}
