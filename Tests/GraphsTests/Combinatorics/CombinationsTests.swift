import Testing

@testable import Graphs

@Suite struct CombinationsTests {
  @Test(arguments: 0...8)
  func `all subsets once, in lexicographic order`(points: Int) {
    for size in 0...points + 1 {
      let found = Array(Combinations(size: size, of: points))
      let expected = (0..<1 << points)
        .map { mask in (0..<points).filter { mask >> $0 & 1 == 1 } }
        .filter { $0.count == size }.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(found == expected)
    }
  }
}
