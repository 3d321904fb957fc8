import Graphs
import Rational
import Testing

@Suite struct OrbitDefinitionTests {
  @Test(arguments: 2...12)
  func `the matrices of the paper agree with those written out from subsets`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    #expect(OrbitMatrix.incidence(scheme).dense() == .incidence(order: r))
    #expect(OrbitMatrix.triangularAdjacency(scheme).dense() == .triangularAdjacency(order: r))
    #expect(OrbitMatrix.vertexSigns(scheme).dense() == .vertexSigns(order: r))
  }

  @Test func `small matrices of the paper, by hand`() throws {
    // Edges in the order 01, 02, 12.
    #expect(Matrix.incidence(order: 3) == integers([[1, 1, 0], [1, 0, 1], [0, 1, 1]]))
    #expect(
      Matrix.vertexSigns(order: 3) == integers([[-1, -1, 1], [-1, 1, -1], [1, -1, -1]]))
    // Order 4: 01 and 23, 02 and 13, 03 and 12 are the pairs that do not meet.
    #expect(
      Matrix.triangularAdjacency(order: 4)
        == integers([
          [0, 1, 1, 1, 1, 0], [1, 0, 1, 1, 0, 1], [1, 1, 0, 0, 1, 1],
          [1, 1, 0, 0, 1, 1], [1, 0, 1, 1, 0, 1], [0, 1, 1, 1, 1, 0],
        ]))
  }

  @Test(arguments: 2...9)
  func `the normalised incidence matrix has unit rows`(r: Int) throws {
    let scheme = Scheme<Surd>(order: r)
    let t = try OrbitMatrix.normalisedIncidence(scheme)
    #expect(t.rowSquaredNorms == [.one])
    #expect(try t.dense() == .normalisedIncidence(order: r))
    #expect(try t == OrbitMatrix.incidence(scheme).unitRows())
    // Each entry is 0 or positive with the square 1/(r - 1).
    let square = Surd(Rational(1, r - 1))
    #expect(t.coordinates.allSatisfy { $0.sign == 0 || ($0.sign > 0 && $0 * $0 == square) })
  }

  @Test func `the normalised incidence matrix needs an edge`() {
    #expect(throws: MatrixError.self) {
      try OrbitMatrix.normalisedIncidence(Scheme<Surd>(order: 1))
    }
    #expect(throws: MatrixError.self) { try Matrix<Surd>.normalisedIncidence(order: 1) }
  }

  @Test func `a definition has its values on the orbits`() throws {
    let matrix = try OrbitMatrix.integral(rows: 2, columns: 2, Scheme<Rational>(order: 6)) { a, b in
      3 * a.intersectionSize(b) - 1
    }
    #expect(matrix.coordinates == [Rational(-1), Rational(2), Rational(5)])
  }

  @Test func `a definition that is not constant on an orbit is refused with two places`() throws {
    let scheme = Scheme<Rational>(order: 5)
    let definition: (Subset, Subset) -> Int = { a, b in a.contains(0) && a == b ? 1 : 0 }
    let error = try #require(throws: NotConstantOnOrbits.self) {
      try OrbitMatrix.integral(rows: 2, columns: 2, scheme, entry: definition)
    }
    let places = [error.first, error.second]
    // The same orbit, and different values: the refusal can be checked by hand.
    #expect(places.map { $0.row.intersectionSize($0.column) } == [2, 2])
    #expect(places.map { "\(definition($0.row, $0.column))" } == error.values)
    #expect(error.values[0] != error.values[1])
    #expect(
      error.description
        == "the entry at ({0, 1}, {0, 1}) is 1, at ({1, 2}, {1, 2}) it is 0, "
        + "and a permutation carries one place to the other")
  }

  @Test func `one deviating place is found wherever it is`() {
    let scheme = Scheme<Rational>(order: 7)
    for place in [
      (Subset(0, 1), Subset(5, 6)), (Subset(5, 6), Subset(5, 6)), (Subset(2, 4), Subset(4, 5)),
    ] {
      #expect(throws: NotConstantOnOrbits.self) {
        try OrbitMatrix.integral(rows: 2, columns: 2, scheme) { a, b in
          (a, b) == place ? 1 : 0
        }
      }
    }
  }

  @Test func `beyond the limit the first vertices and some whole rows are visited`() throws {
    // 501 vertices squared are above the limit, 500 squared are not.
    var calls = 0
    func identity(_ a: Subset, _ b: Subset) -> Int {
      calls += 1
      return a == b ? 1 : 0
    }
    let small = try OrbitMatrix.integral(
      rows: 1, columns: 1, Scheme<Rational>(order: 500), entry: identity)
    let limit = OrbitMatrix<Rational>.exhaustiveLimit
    #expect(calls == 2 + limit)
    calls = 0
    let large = try OrbitMatrix.integral(
      rows: 1, columns: 1, Scheme<Rational>(order: 501), entry: identity)
    // The rows of 0 and 1: one generator carries 0 to 1, the others leave it.
    #expect(calls == 2 + limit + 2 * 501)
    #expect(small == small.identityOnRows && large == large.identityOnRows)
  }

  @Test func `a definition that goes wrong beyond the limit is found in a whole row`() {
    // All edges of 32 vertices are visited; these are others.
    let scheme = Scheme<Rational>(order: 60)
    for row in [Subset(0, 1), Subset(0, 2)] {
      for column in [Subset(0, 58), Subset(58, 59)] {
        #expect(throws: NotConstantOnOrbits.self) {
          try OrbitMatrix.integral(rows: 2, columns: 2, scheme) { a, b in
            a.intersectionSize(b) + ((a, b) == (row, column) ? 1 : 0)
          }
        }
      }
    }
  }
}
