import Graphs
import Rational
import TestSupport
import Testing

/// Orbit matrices over several base sets against the matrices written out.
@Suite struct SeveralSetsTests {
  private static let orders = [[3, 2], [4, 1, 2], [2, 3, 2], [6], [5, 4]]

  /// Blocks of up to two types.
  private func blocks(_ orders: [Int], _ random: inout SplitMix64) -> [IndexType] {
    (0..<random.int(in: 1...2)).map { _ in
      IndexType(orders.map { random.int(in: 0...min($0, orders.count == 1 ? 3 : 2)) })
    }
  }

  @Test(arguments: orders, [1, 2, 3])
  func `operations agree with dense ones`(orders: [Int], seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draws = Draws(seed: seed)
    let scheme = Scheme<Rational>(orders: orders)
    for _ in 0..<4 {
      let (k, m, p) = (
        blocks(orders, &random), blocks(orders, &random), blocks(orders, &random)
      )
      let (x, y, z) = (
        draws.orbitMatrix(k, m, scheme), draws.orbitMatrix(m, p, scheme),
        draws.orbitMatrix(k, m, scheme)
      )
      let (a, b, c) = (
        try #require(x.dense()), try #require(y.dense()), try #require(z.dense())
      )
      #expect((x * y).dense() == a * b)
      #expect((x + z).dense() == a + c)
      #expect(x.transposed.dense() == a.transposed)
      #expect(x.squaredNorm == a.squaredNorm)
      #expect(x.rowCount == a.rowCount && x.columnCount == a.columnCount)
      #expect(
        x.hadamard(z).dense()
          == Matrix(rows: a.rows, columns: a.columns) { a[$0, $1] * c[$0, $1] })
      #expect(OrbitMatrix(a, rowBlocks: k, columnBlocks: m, scheme) == x)
      let square = draws.orbitMatrix(k, k, scheme)
      #expect(square.trace == (try #require(square.dense())).trace)
      let column = draws.orbitMatrix(k, [0], scheme)
      let entries = try #require(column.dense())
      #expect(
        column.onDiagonal.dense()
          == Matrix(rows: entries.rows, columns: entries.rows) { $0 == $1 ? entries[$0, 0] : 0 })
      for _ in 0..<10 where a.rows > 0 && a.columns > 0 {
        let (row, column) = (random.int(in: 0...a.rows - 1), random.int(in: 0...a.columns - 1))
        #expect(x.entry(row: row, column: column) == a[row, column])
      }
      #expect(x.entry(row: a.rows, column: 0) == nil)
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `Kronecker products over base sets side by side`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var draws = Draws(seed: seed)
    let (first, second) = (Scheme<Rational>(orders: [3]), Scheme<Rational>(orders: [2, 2]))
    let both = Scheme<Rational>(orders: [3, 2, 2])
    let x = draws.orbitMatrix(blocks([3], &random), blocks([3], &random), first)
    let y = draws.orbitMatrix(
      [IndexType([1, random.int(in: 0...1)])], [IndexType([0, 1])], second)
    let (a, b) = (try #require(x.dense()), try #require(y.dense()))
    let product = x.embedded(in: both, from: 0).kronecker(y.embedded(in: both, from: 1))
    #expect(
      product.dense()
        == Matrix(rows: a.rows * b.rows, columns: a.columns * b.columns) {
          a[$0 / b.rows, $1 / b.columns] * b[$0 % b.rows, $1 % b.columns]
        })
  }

  /// Every family by its definition, and by orbits.
  @Test(
    arguments: [
      (.complete, [1]), (.complete, [5]), (.completeBipartite, [1, 1]),
      (.completeBipartite, [3, 4]), (.completeMultipartite, [3, 2]),
      (.completeMultipartite, [1, 3]), (.completeMultipartite, [4, 1]), (.cocktailParty, [1]),
      (.cocktailParty, [4]), (.star, [1]), (.star, [5]), (.rook, [3, 4]), (.rook, [1, 5]),
      (.rook, [2, 2]), (.hamming, [1, 4]), (.hamming, [2, 3]), (.hamming, [3, 3]),
      (.hamming, [3, 1]), (.hypercube, [1]), (.hypercube, [4]), (.johnson, [6, 3]),
      (.johnson, [5, 4]), (.johnson, [4, 4]), (.johnson, [3, 1]), (.johnson, [7, 2]),
      (.kneser, [5, 2]), (.kneser, [7, 3]), (.kneser, [5, 3]), (.kneser, [3, 3]),
      (.kneser, [4, 1]), (.petersen, []),
    ] as [(GraphFamily, [Int])])
  func `adjacency matrices`(family: GraphFamily, arguments: [Int]) throws {
    let named = try NamedGraph(family, arguments)
    let graph = try #require(OrbitGraph(family, arguments))
    let matrix = OrbitMatrix.adjacency(
      graph, Scheme<Rational>(orders: graph.orders(arguments)))
    let order = try #require(named.order)
    let expected = named.graph
    #expect(
      matrix.dense()
        == Matrix(rows: order, columns: order) { expected.isAdjacent($0, $1) ? 1 : 0 })
    #expect(matrix.isAdjacencyMatrix)
    let counts = matrix.stronglyRegularCounts.map { [$0.order, $0.degree] }
    let parameters = expected.stronglyRegularParameters.map {
      [Rational($0.order), Rational($0.degree)]
    }
    #expect(counts == parameters)
  }

  @Test func `families that are not of this kind`() {
    for (family, arguments) in [
      (.cycle, [5]), (.path, [3]), (.paley, [5]), (.hoffmanSingleton, []), (.hypercube, [9]),
      (.johnson, [20, 9]), (.kneser, [4, 0]), (.johnson, [4, 0]),
    ] as [(GraphFamily, [Int])] {
      #expect(OrbitGraph(family, arguments) == nil, "\(family)")
    }
    #expect(OrbitGraph(.johnson, [nil, 3]) != nil)
    #expect(OrbitGraph(.johnson, [7, nil]) == nil)
    #expect(OrbitGraph(.hamming, [nil, 3]) == nil)
  }
}
