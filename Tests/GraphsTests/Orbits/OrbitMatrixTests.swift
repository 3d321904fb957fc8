import Graphs
import Rational
import Testing

/// Every operation on orbit matrices against the same operation on matrices written out in full.
@Suite struct OrbitMatrixTests {
  /// Unions of blocks that rows and columns are labelled by here.
  static let labels: [[Int]] = [[0], [1], [2], [1, 1], [2, 1], [0, 2], []]

  @Test(arguments: 3...5)
  func `products agree for all labels`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 10)
    for rows in Self.labels {
      for inner in Self.labels {
        for columns in Self.labels {
          let x = draws.orbitMatrix(rows, inner, scheme)
          let y = draws.orbitMatrix(inner, columns, scheme)
          let product = try #require((x * y).dense())
          #expect(
            try product == #require(x.dense()) * #require(y.dense()),
            "\(rows) \(inner) \(columns)")
        }
      }
    }
  }

  @Test(arguments: 6...10)
  func `products agree for larger orders`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 11)
    for (rows, inner, columns) in [([2], [1], [2]), ([1], [2], [1, 1]), ([1, 1], [2], [0])] {
      let x = draws.orbitMatrix(rows, inner, scheme)
      let y = draws.orbitMatrix(inner, columns, scheme)
      let product = try #require((x * y).dense())
      #expect(try product == #require(x.dense()) * #require(y.dense()))
    }
  }

  @Test(arguments: 7...10)
  func `one row of a product of edge matrices agrees with the sum over all edges`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 12)
    let x = draws.orbitMatrix([2], [2], scheme)
    let y = draws.orbitMatrix([2], [2], scheme)
    let edges = Subset.all(ofSize: 2, order: r)
    let (denseX, denseY) = (try #require(x.dense()), try #require(y.dense()))
    let product = try #require((x * y).dense())
    for j in edges.indices {
      let sum = edges.indices.map { denseX[3, $0] * denseY[$0, j] }.reduce(Rational(0), +)
      #expect(product[3, j] == sum)
    }
  }

  @Test(arguments: 3...10)
  func `entrywise operations agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 13)
    for rows in Self.labels {
      for columns in Self.labels where rows.count + columns.count < 4 || r < 6 {
        let x = draws.orbitMatrix(rows, columns, scheme)
        let y = draws.orbitMatrix(rows, columns, scheme)
        let (denseX, denseY) = (try #require(x.dense()), try #require(y.dense()))
        let factor = draws.rational()
        #expect((x + y).dense() == denseX + denseY)
        #expect((x - y).dense() == denseX - denseY)
        #expect(x.scaled(by: factor).dense() == denseX.scaled(by: factor))
        #expect(x.rectified.dense() == denseX.rectified)
        #expect(x.map { $0 * $0 }.dense() == denseX.map { $0 * $0 })
        #expect(x.transposed.dense() == denseX.transposed)
        #expect(x.squaredNorm == denseX.squaredNorm)
        #expect(x.isZero == denseX.isZero)
        #expect((x - x).isZero)
        #expect((x == y) == (denseX == denseY))
        #expect(x.rowCount == denseX.rowCount && x.columnCount == denseX.columnCount)
        #expect(
          OrbitMatrix(
            denseX, rowBlocks: x.rowBlocks, columnBlocks: x.columnBlocks, scheme) == x)
      }
    }
  }

  @Test(arguments: 3...10)
  func `square matrices: trace, identity and symmetry agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 14)
    for blocks in Self.labels {
      let x = draws.orbitMatrix(blocks, blocks, scheme)
      let dense = try #require(x.dense())
      #expect(x.trace == dense.trace)
      #expect(x.isSymmetric == dense.isSymmetric)
      #expect((x + x.transposed).isSymmetric)
      #expect(x.identityOnRows.dense() == .identity(dense.rows))
      #expect(x * x.identityOnColumns == x && x.identityOnRows * x == x)
    }
  }

  @Test(arguments: 3...7)
  func `gram matrices, row norms, scaled and stacked rows agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 15)
    for (rows, columns) in [([1], [2]), ([2], [1]), ([1, 1], [2]), ([2, 1], [1, 0])] {
      let x = draws.orbitMatrix(rows, columns, scheme)
      let dense = try #require(x.dense())
      #expect(x.gram.dense() == dense.gram)
      let perRow = zip(rows, x.rowSquaredNorms).flatMap { size, norm in
        Subset.all(ofSize: size, order: r).map { _ in norm }
      }
      #expect(perRow == dense.rowSquaredNorms)
      let factors = rows.map { _ in draws.rational() }
      let factorsPerRow = zip(rows, factors).flatMap { size, factor in
        Subset.all(ofSize: size, order: r).map { _ in factor }
      }
      #expect(x.rowsScaled(by: factors).dense() == dense.rowsScaled(by: factorsPerRow))
      let y = draws.orbitMatrix([1], columns, scheme)
      #expect(try x.stacked(over: y).dense() == dense.stacked(over: #require(y.dense())))
    }
  }

  @Test(arguments: 3...6)
  func `single entries agree`(r: Int) throws {
    let scheme = Scheme<Rational>(order: r)
    var draws = Draws(seed: 16)
    for (rows, columns) in [([2], [2]), ([1, 2], [2, 0, 1]), ([0], [1])] {
      let x = draws.orbitMatrix(rows, columns, scheme)
      let dense = try #require(x.dense())
      for i in -1...dense.rows {
        for j in -1...dense.columns {
          let exists = (0..<dense.rows).contains(i) && (0..<dense.columns).contains(j)
          #expect(x.entry(row: i, column: j) == (exists ? dense[i, j] : nil))
        }
      }
    }
  }

  @Test func `constant matrices`() throws {
    let scheme = Scheme<Rational>(order: 5)
    #expect(
      OrbitMatrix.ones(rows: [2, 1], columns: [1], scheme).dense() == .ones(rows: 15, columns: 5))
    #expect(
      OrbitMatrix.zero(rows: [0], columns: [2], scheme).dense() == .zero(rows: 1, columns: 10))
  }

  @Test func `sizes that do not occur are neither stored nor compared`() throws {
    let scheme = Scheme<Rational>(order: 3)
    // Never asked for disjoint edges.
    let x = OrbitMatrix(scheme: scheme, rowBlocks: [2], columnBlocks: [2]) {
      $2 == 0 ? Rational(99) : Rational($2)
    }
    let y = OrbitMatrix(scheme: scheme, rowBlocks: [2], columnBlocks: [2]) { Rational($2) }
    #expect(x == y && x.coordinates == [Rational(1), Rational(2)])
    #expect(x.entry(0, 0, common: 0) == nil && x.entry(0, 0, common: 2) == Rational(2))
    #expect(x.description == "[2]×[2] over 3: 1 ↦ 1, 2 ↦ 2")
  }

  @Test func `equal entries on different labels are different matrices`() {
    // Three vertices have three edges; the labels keep the two apart.
    let scheme = Scheme<Rational>(order: 3)
    let vertices = OrbitMatrix.identity([1], scheme)
    let edges = OrbitMatrix.identity([2], scheme)
    #expect(vertices.dense() == edges.dense())
    #expect(vertices != edges)
    #expect(vertices != OrbitMatrix.identity([1], Scheme(order: 4)))
  }

  @Test func `a dense matrix that a permutation changes has no orbit form`() throws {
    let scheme = Scheme<Rational>(order: 5)
    let identity = Matrix<Rational>.identity(10)
    #expect(OrbitMatrix(identity, rowBlocks: [2], columnBlocks: [2], scheme) != nil)
    for (i, j) in [(0, 0), (9, 9), (3, 7), (7, 3)] {
      var damaged = identity
      damaged[i, j] += Rational(1)
      #expect(OrbitMatrix(damaged, rowBlocks: [2], columnBlocks: [2], scheme) == nil)
    }
    #expect(OrbitMatrix(identity, rowBlocks: [1], columnBlocks: [2], scheme) == nil)
    #expect(OrbitMatrix(.identity(11), rowBlocks: [2], columnBlocks: [2], scheme) == nil)
  }
}
