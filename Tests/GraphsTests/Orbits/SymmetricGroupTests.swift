import Testing

@testable import Graphs

@Suite struct SymmetricGroupTests {
  /// All arrangements of a list.
  private func arrangements(_ list: [Int]) -> [[Int]] {
    guard let last = list.last else { return [[]] }
    return arrangements(list.dropLast()).flatMap { shorter in
      (0...shorter.count).map { shorter.prefix($0) + [last] + shorter.dropFirst($0) }
    }
  }

  /// All products of some permutations, found by multiplying until there is nothing new.
  private func closure(_ permutations: [[Int]], order: Int) -> Set<[Int]> {
    var known: Set = [Array(0..<order)]
    var new = known
    while !new.isEmpty {
      new = Set(new.flatMap { one in permutations.map { other in one.map { other[$0] } } })
        .subtracting(known)
      known.formUnion(new)
    }
    return known
  }

  private func images(_ exchanges: [SymmetricGroup.Exchange], order: Int) -> [[Int]] {
    exchanges.map { exchange in (0..<order).map { exchange($0) } }
  }

  @Test(arguments: 0...6)
  func `the generators generate all permutations`(order: Int) {
    let group = SymmetricGroup(order: order)
    let all = Set(arrangements(Array(0..<order)))
    #expect(closure(images(group.generators, order: order), order: order) == all)
    for count in 0...min(2, order) {
      let stabiliser = images(group.stabiliser(ofFirst: count), order: order)
      #expect(
        closure(stabiliser, order: order)
          == all.filter { Set($0.prefix(count)) == Set(0..<count) })
    }
  }

  @Test(arguments: 0...6)
  func `pairs that meet alike are one orbit, by all permutations`(order: Int) {
    #expect(SymmetricGroup(order: order).hasOneOrbitForEachIntersection)
    let all = arrangements(Array(0..<order))
    for k in Subset.possibleSizes {
      for m in Subset.possibleSizes {
        let pairs = Subset.all(ofSize: k, order: order).flatMap { a in
          Subset.all(ofSize: m, order: order).map { [a, $0] }
        }
        let orbits = Set(
          pairs.map { pair in
            Set(all.map { permutation in pair.map { $0.renamed { permutation[$0] } } })
          })
        #expect(orbits.count == Set(pairs.map { $0[0].intersectionSize($0[1]) }).count)
      }
    }
  }

  @Test(arguments: 0...7)
  func `leaders are the first subsets of the orbits`(order: Int) {
    let group = SymmetricGroup(order: order)
    for count in 0...min(2, order) {
      let products = closure(
        images(group.stabiliser(ofFirst: count), order: order), order: order)
      for size in Subset.possibleSizes {
        let orbits = Set(
          Subset.all(ofSize: size, order: order).map { subset in
            Set(products.map { product in subset.renamed { product[$0] } })
          })
        #expect(
          group.leaders(ofSize: size, fixingFirst: count) == orbits.compactMap { $0.min() }.sorted()
        )
      }
    }
  }

  @Test(arguments: [40, 300])
  func `pairs that meet alike are one orbit among many vertices`(order: Int) {
    let group = SymmetricGroup(order: order)
    #expect(group.hasOneOrbitForEachIntersection)
    #expect(
      group.leaders(ofSize: 2, fixingFirst: 2) == [Subset(0, 1), Subset(0, 2), Subset(2, 3)])
    // Without (4 5) vertices do not get across, and there are more orbits than intersections.
    #expect(
      group.leaders(ofSize: 2, fixingFirst: 5)
        == [Subset(0, 1), Subset(0, 5), Subset(5, 6)])
  }
}
