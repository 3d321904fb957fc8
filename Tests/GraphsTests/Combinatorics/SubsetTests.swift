import Graphs
import Testing

@Suite struct SubsetTests {
  @Test func `subsets are sets: the order of the elements does not matter`() {
    #expect(Subset(4, 1) == Subset(1, 4))
    #expect(Subset(4, 1).elements == [1, 4])
    #expect(Subset(4, 1) != Subset(4))
    #expect(Subset(0) != Subset())
  }

  @Test func `count, membership and description agree with the elements`() {
    for subset in [Subset(), Subset(0), Subset(7), Subset(0, 3), Subset(200, 100)] {
      #expect(subset.count == subset.elements.count)
      for vertex in -2...210 {
        #expect(subset.contains(vertex) == subset.elements.contains(vertex))
      }
    }
    #expect(Subset(3, 0).description == "{0, 3}")
    #expect(Subset().description == "{}")
  }

  @Test func `intersection sizes agree with those of standard sets`() {
    let all = Subset.possibleSizes.flatMap { Subset.all(ofSize: $0, order: 5) }
    for a in all {
      for b in all {
        let shared = Set(a.elements).intersection(b.elements).count
        #expect(a.intersectionSize(b) == shared, "\(a) and \(b)")
      }
    }
  }

  @Test func `the enumeration is complete and in lexicographic order`() {
    #expect(
      Subset.all(ofSize: 2, order: 4).map(\.elements)
        == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(Subset.all(ofSize: 1, order: 3).map(\.elements) == [[0], [1], [2]])
    #expect(Subset.all(ofSize: 0, order: 3) == [Subset()])
    for size in Subset.possibleSizes {
      for order in 0...9 {
        let all = Subset.all(ofSize: size, order: order)
        #expect(all == all.sorted())
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.count == size })
      }
    }
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 1), (3, 3), (70, 2415), (300, 44850)])
  func `there are as many pairs as hands shaken`(order: Int, pairs: Int) {
    #expect(Subset.all(ofSize: 2, order: order).count == pairs)
  }

  @Test func `renaming maps the elements`() {
    let rotate: (Int) -> Int = { ($0 + 1) % 5 }
    #expect(Subset(3, 4).renamed(by: rotate) == Subset(0, 4))
    #expect(Subset(4).renamed(by: rotate) == Subset(0))
    #expect(Subset().renamed(by: rotate) == Subset())
  }
}
