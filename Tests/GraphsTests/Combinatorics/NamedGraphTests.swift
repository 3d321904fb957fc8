import Testing

@testable import Graphs

/// The families of graphs against other constructions, and against what textbooks say of them.
@Suite struct NamedGraphTests {
  /// Vertices in their order, and when two of them are adjacent.
  private func graph<Label>(
    _ vertices: [Label], _ adjacent: (Label, Label) -> Bool
  ) -> Graph {
    Graph(order: vertices.count) { adjacent(vertices[$0], vertices[$1]) }
  }

  private func named(_ family: GraphFamily, _ arguments: Int...) throws -> Graph {
    try NamedGraph(family, arguments).graph
  }

  /// The k-subsets in lexicographic order, from bit masks that are sorted by their elements.
  private func subsets(_ size: Int, of points: Int) -> [Set<Int>] {
    (0..<1 << points).map { mask in (0..<points).filter { mask >> $0 & 1 == 1 } }
      .filter { $0.count == size }.sorted { $0.lexicographicallyPrecedes($1) }.map { Set($0) }
  }

  /// The words of a length over an alphabet in lexicographic order, letter by letter.
  private func words(_ length: Int, over letters: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { words, _ in
      words.flatMap { word in (0..<letters).map { word + [$0] } }
    }
  }

  // MARK: Against other constructions

  @Test(arguments: 0...7)
  func `Johnson and Kneser graphs are those of sets`(n: Int) throws {
    for k in 0...n {
      let sets = subsets(k, of: n)
      // One point is exchanged for another.
      #expect(
        try named(.johnson, n, k) == graph(sets) { $0.symmetricDifference($1).count == 2 })
      #expect(try named(.kneser, n, k) == graph(sets) { $0.isDisjoint(with: $1) })
    }
  }

  @Test func `one of many points, or all but one`() throws {
    let complete = Graph.complete(300)
    #expect(try named(.johnson, 300, 1) == complete)
    #expect(try named(.johnson, 300, 299) == complete)
    #expect(try named(.kneser, 300, 1) == complete)
    #expect(try named(.kneser, 300, 299) == Graph(order: 300))
  }

  @Test(arguments: [(1, 3), (2, 3), (3, 2), (3, 3), (4, 2), (2, 5), (5, 1), (0, 3)])
  func `Hamming graphs are those of words`(d: Int, q: Int) throws {
    let found = try named(.hamming, d, q)
    #expect(
      found == graph(words(d, over: q)) { zip($0, $1).filter { $0 != $1 }.count == 1 })
    if q == 2 { #expect(try named(.hypercube, d) == found) }
    // A product of d complete graphs, and with two places a rook's graph.
    let letters = try named(.complete, q)
    let product = (0..<d).reduce(Graph(order: 1)) { graph, _ in
      graph.product(.cartesian, with: letters)
    }
    #expect(found == product)
  }

  @Test(arguments: 1...4, 1...5)
  func `boards and parts`(m: Int, n: Int) throws {
    let squares = (0..<m).flatMap { row in (0..<n).map { (row, $0) } }
    #expect(
      try named(.rook, m, n) == graph(squares) { ($0.0 == $1.0) != ($0.1 == $1.1) })
    #expect(
      try named(.completeMultipartite, m, n)
        == (1..<m).reduce(Graph(order: n)) { graph, _ in
          graph.complement.disjointUnion(with: Graph(order: n).complement).complement
        })
    #expect(
      try named(.completeBipartite, m, n)
        == Graph(order: m).complement.disjointUnion(with: .complete(n)).complement)
    let star = try named(.star, n)
    #expect(try star == named(.completeBipartite, 1, n))
    #expect(
      try named(.cocktailParty, n)
        == graph(Array(0..<2 * n)) { Set([$0, $1]) != Set([$0 / 2 * 2, $0 / 2 * 2 + 1]) })
  }

  @Test(arguments: 1...9)
  func `paths and cycles`(n: Int) throws {
    let path = try named(.path, n)
    #expect(path.edges.map(\.elements) == (1..<n).map { [$0 - 1, $0] })
    #expect(try named(.complete, n).edgeCount == n * (n - 1) / 2)
    guard n >= 3 else { return }
    let cycle = try named(.cycle, n)
    #expect(Set(cycle.edges) == Set(path.edges + [Subset(0, n - 1)]))
    // In the line graph the edge {0, n-1} is the second one.
    #expect(cycle.lineGraph.regularDegree == 2)
    #expect(cycle.lineGraph.distances(from: 0).allSatisfy { $0 != nil })
  }

  @Test(arguments: [5, 13, 17, 29, 37, 101])
  func `Paley graphs of primes are those of quadratic residues`(p: Int) throws {
    // Euler's criterion: a square a has a^((p-1)/2) = 1.
    let isSquare = (0..<p).map { a in (0..<(p - 1) / 2).reduce(1) { x, _ in x * a % p } == 1 }
    #expect(try named(.paley, p) == graph(Array(0..<p)) { isSquare[($0 - $1 + p) % p] })
  }

  @Test func `the Paley graph of nine elements is that of the Gaussian integers modulo 3`() throws {
    // i² = -1; the first irreducible polynomial is x² + 1. The squares are ±1 and ±i.
    let elements = (0..<9).map { ($0 % 3, $0 / 3) }
    #expect(
      try named(.paley, 9)
        == graph(elements) { x, y in (x.0 == y.0) != (x.1 == y.1) })
  }

  // MARK: Against textbooks

  private static let parameters: [(GraphFamily, [Int], [Int])] =
    // Brouwer and Haemers, Spectra of Graphs, chapter 9: strongly regular graphs.
    [(.petersen, [], [10, 3, 0, 1]), (.hoffmanSingleton, [], [50, 7, 0, 1])]
    + [5, 9, 13, 17, 25, 29, 49, 81, 121, 125].map { q in
      (.paley, [q], [q, (q - 1) / 2, (q - 5) / 4, (q - 1) / 4])
    }
    + (4...8).map { n in
      (.johnson, [n, 2], [n * (n - 1) / 2, 2 * (n - 2), n - 2, 4])
    }
    + (5...8).map { n in
      let k = (n - 2) * (n - 3) / 2
      return (
        .kneser, [n, 2],
        [n * (n - 1) / 2, k, (n - 4) * (n - 5) / 2, (n - 3) * (n - 4) / 2]
      )
    }
    + (2...6).map { n in (.rook, [n, n], [n * n, 2 * (n - 1), n - 2, 2]) }
    + (2...6).map { n in (.hamming, [2, n], [n * n, 2 * (n - 1), n - 2, 2]) }
    + (2...6).map { n in (.cocktailParty, [n], [2 * n, 2 * n - 2, 2 * n - 4, 2 * n - 2]) }
    + (2...4).flatMap { m in
      (2...4).map { t in
        (.completeMultipartite, [m, t], [m * t, (m - 1) * t, (m - 2) * t, (m - 1) * t])
      }
    }
    + [(.cycle, [5], [5, 2, 0, 1])]

  @Test(arguments: parameters.indices)
  func `strongly regular`(_ index: Int) throws {
    let (family, arguments, expected) = Self.parameters[index]
    let found = try NamedGraph(family, arguments).graph.stronglyRegularParameters
    #expect(
      [found?.order, found?.degree, found?.adjacentCommon, found?.nonAdjacentCommon] == expected,
      "\(family) \(arguments)")
  }

  /// Orders, degrees and diameters of distance-regular graphs: J(n, k), H(d, q), Q_d, odd graphs.
  @Test(arguments: [
    (GraphFamily.johnson, [7, 3], 35, 12, 3), (.johnson, [8, 4], 70, 16, 4),
    (.johnson, [9, 7], 36, 14, 2), (.hamming, [3, 4], 64, 9, 3), (.hypercube, [6], 64, 6, 6),
    (.kneser, [7, 3], 35, 4, 3), (.kneser, [9, 4], 126, 5, 4), (.cycle, [12], 12, 2, 6),
    (.hoffmanSingleton, [], 50, 7, 2), (.complete, [70], 70, 69, 1),
    (.johnson, [70, 2], 2415, 136, 2),
  ])
  func `order, degree and diameter`(
    _ family: GraphFamily, _ arguments: [Int], order: Int, degree: Int, diameter: Int
  ) throws {
    let graph = try NamedGraph(family, arguments).graph
    #expect(graph.order == order)
    #expect(graph.regularDegree == degree)
    #expect(graph.edgeCount == order * degree / 2)
    #expect(graph.distances(from: 0).compactMap { $0 }.count == order)
    #expect(graph.distances(from: 0).compactMap { $0 }.max() == diameter)
  }

  // MARK: Orders and ranges

  @Test func `the number of vertices is known before the graph`() throws {
    for family in GraphFamily.allCases {
      let lists = family.parameters.reduce([[]]) { lists, parameter in
        lists.flatMap { list in (parameter.least...parameter.least + 4).map { list + [$0] } }
      }
      for arguments in lists {
        guard let named = try? NamedGraph(family, arguments) else {
          #expect([.johnson, .kneser, .paley].contains(family), "\(family) \(arguments)")
          continue
        }
        #expect(named.order == named.graph.order, "\(named)")
      }
    }
  }

  @Test func `numbers of vertices up to the end of a word, and beyond`() throws {
    func order(_ family: GraphFamily, _ arguments: Int...) throws -> Int? {
      try NamedGraph(family, arguments).order
    }
    #expect(try order(.johnson, 66, 33) == 7_219_428_434_016_265_740)
    #expect(try order(.johnson, 67, 33) == nil)
    #expect(try order(.kneser, .max, 1) == .max)
    #expect(try order(.kneser, .max, .max - 1) == .max)
    #expect(try order(.kneser, .max, 1 << 62) == nil)
    #expect(try order(.johnson, .max, .max) == 1)
    #expect(try order(.hypercube, 62) == 1 << 62)
    #expect(try order(.hypercube, 63) == nil)
    #expect(try order(.hamming, .max, 1) == 1)
    #expect(try order(.hamming, .max, 2) == nil)
    #expect(try order(.star, .max) == nil)
    #expect(try order(.rook, 1 << 32, 1 << 31) == nil)
    #expect(try order(.completeBipartite, .max, 1) == nil)
    #expect(try order(.cocktailParty, 1 << 62) == nil)
    // One vertex, however many points there are.
    #expect(try NamedGraph(.johnson, [.max, .max]).graph == Graph(order: 1))
    #expect(try NamedGraph(.hamming, [.max, 1]).graph == Graph(order: 1))
  }

  @Test(
    arguments: [
      (GraphFamily.complete, [0], 0), (.cycle, [2], 0), (.path, [-1], 0), (.star, [0], 0),
      (.completeBipartite, [2, 0], 1), (.johnson, [3, 4], 1), (.kneser, [3, 4], 1),
      (.johnson, [3, -1], 1), (.hypercube, [-1], 0), (.hamming, [2, 0], 1), (.rook, [0, 2], 0),
      (.paley, [7], 0), (.paley, [21], 0), (.paley, [8], 0), (.paley, [1], 0), (.paley, [45], 0),
      (.paley, [.max], 0), (.johnson, [3], nil), (.petersen, [1], nil), (.complete, [], nil),
      (.cycle, [3, 4], nil),
    ] as [(GraphFamily, [Int], Int?)])
  func `arguments out of their range`(
    _ family: GraphFamily, _ arguments: [Int], place: Int?
  ) {
    let failure = #expect(throws: NamedGraph.Failure.self) { try NamedGraph(family, arguments) }
    #expect(failure?.argument == place)
    #expect(failure?.description.contains(family.signature) == true)
  }
}
