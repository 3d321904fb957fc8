import Graphs
import Rational
import Testing

@Suite struct SchemeTests {
  /// With a symbol, from where all sizes of intersections occur on.
  @Test(arguments: [4, 5, 8, 13])
  func `counting agrees with the formula by binomial coefficients`(r: Int) {
    expectAgreement(PolynomialIntersections("r", Rational(r)), order: r)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 13])
  func `counting agrees with the formula for a definite number of vertices`(r: Int) {
    expectAgreement(PolynomialIntersections(order: r), order: r)
  }

  private func expectAgreement(_ formula: PolynomialIntersections<Rational>, order r: Int) {
    let counted = EnumeratedIntersections<Rational>(order: r)
    for k in 0...2 {
      #expect(counted.subsets(ofSize: k) == formula.subsets(ofSize: k))
      for p in 0...2 {
        #expect(counted.sizesOccurring(k, p) == formula.sizesOccurring(k, p))
        for common in counted.sizesOccurring(k, p) {
          for m in 0...2 {
            for j in 0...2 {
              for j2 in 0...2 {
                let actual = counted.count(
                  rows: k, columns: p, common: common, middle: m, left: j, right: j2)
                let expected = formula.count(
                  rows: k, columns: p, common: common, middle: m, left: j, right: j2)
                #expect(actual == expected, "k \(k) p \(p) i \(common) m \(m) j \(j) j' \(j2)")
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: 0...5)
  func `the sizes that occur are those of actual pairs`(r: Int) {
    let scheme = Scheme<Rational>(order: r)
    for k in 0...2 {
      for m in 0...2 {
        var seen: Set<Int> = []
        for a in Subset.all(ofSize: k, order: r) {
          for b in Subset.all(ofSize: m, order: r) { seen.insert(a.intersectionSize(b)) }
        }
        #expect(scheme.orbits(IndexType(k), IndexType(m)) == seen.sorted())
      }
    }
  }

  @Test func `with three vertices two edges always meet`() {
    #expect(Scheme<Rational>(order: 3).orbits(2, 2) == [1, 2])
    #expect(Scheme<Rational>(order: 2).orbits(2, 2) == [2])
    #expect(Scheme<Rational>(order: 1).orbits(2, 2) == [])
    #expect(Scheme<Rational>(order: 2).orbits(1, 2) == [1])
  }

  @Test(arguments: [3, 4, 7])
  func `valencies count the partners of a subset`(r: Int) {
    let scheme = Scheme<Rational>(order: r)
    for k in 0...2 {
      for m in 0...2 {
        for a in Subset.all(ofSize: k, order: r) {
          let counts = scheme.orbits(IndexType(k), IndexType(m)).map { size in
            Rational(Subset.all(ofSize: m, order: r).count { a.intersectionSize($0) == size })
          }
          #expect(scheme.valencies(IndexType(k), IndexType(m)) == counts)
        }
      }
    }
  }

  @Test func `schemes are equal when their orders are`() {
    #expect(Scheme<Rational>(order: 5) == Scheme<Rational>(order: 5))
    #expect(Scheme<Rational>(order: 5) != Scheme<Rational>(order: 6))
    let symbol = Scheme(PolynomialIntersections("r", Rational(5)))
    #expect(symbol != Scheme<Rational>(order: 5))
    #expect(Set([Scheme<Rational>(order: 5), Scheme<Rational>(order: 5), symbol]).count == 2)
  }

  @Test func `orders in the hundreds are counted as well`() {
    let scheme = Scheme<Rational>(order: 300)
    #expect(scheme.count(of: 2) == Rational(44850))
    // Edges disjoint from an edge: pairs among the other 298 vertices.
    #expect(scheme.valencies(2, 2) == [Rational(44253), Rational(596), Rational(1)])
  }
}
