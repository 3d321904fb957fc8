import Certificates
import Rational
import Testing

@testable import Weights

@Suite struct GramDistanceTests {
  private let identity: [[Integer]] = [[1, 0], [0, 1]]

  @Test func `a multiple of the shape is at distance 0, and what is orthogonal at 1`() throws {
    let same = try #require(GramDistance([[7, 0], [0, 7]], to: identity))
    #expect(same.lower == 0 && same.upper == 0)
    let far = try #require(GramDistance([[0, 3], [3, 0]], to: identity))
    #expect(far.lower == 1 && far.upper == 1)
    #expect(GramDistance([[0, 0], [0, 0]], to: identity) == nil)
  }

  /// ⟨J, I⟩ = 2 and both norms are... 2 and √2: 1 - 4/8.
  @Test func `ones are at √(1/2) of the identity`() throws {
    let ones = try #require(GramDistance([[1, 1], [1, 1]], to: identity))
    #expect(ones.lower.power(2) <= Rational(1, 2) && Rational(1, 2) <= ones.upper.power(2))
    #expect(ones.upper - ones.lower < Rational(1, 1 << 50))
  }

  /// T(5)ᵀT(5) has 2 on the diagonal and 1 for edges that meet; the complement is Petersen's graph, whose square
  /// has 3 on the diagonal, 0 for neighbours, that is for edges apart, and 1 for edges that meet.
  @Test func `the strongly regular solution has the inner products of its matrices`() throws {
    let shape = try #require(TriangularShape(classes: 10))
    let edges = shape.edges
    for (i, a) in edges.enumerated() {
      for (j, b) in edges.enumerated() {
        let common = Set([a.0, a.1]).intersection([b.0, b.1]).count
        #expect(shape.middle[i][j] == Integer(common))
        // A row is 2 at edges apart from its own; two rows share as many as edges apart from both.
        #expect(shape.last[i][j] == (common == 2 ? 12 : common == 1 ? 4 : 0))
      }
    }
    #expect(TriangularShape(classes: 3) == nil)
    #expect(TriangularShape(classes: 7) == nil)
  }

  @Test(arguments: [6, 10, 15])
  func `classes in another order are brought back`(_ classes: Int) throws {
    let shape = try #require(TriangularShape(classes: classes))
    // Some order: multiples of a number that has nothing in common with K.
    let places = (0..<classes).map { $0 * 7 % classes }
    let middle = shape.arranged(shape.middle, places)
    let last = shape.arranged(shape.last, places)
    let found = ClassOrder.nearest(to: shape, middle: [middle, middle], last: last)
    #expect(Set(found).count == classes)
    let distance = try #require(GramDistance(middle, to: shape.arranged(shape.middle, found)))
    #expect(distance.upper == 0)
    let end = try #require(GramDistance(last, to: shape.arranged(shape.last, found)))
    #expect(end.upper == 0)
  }
}
