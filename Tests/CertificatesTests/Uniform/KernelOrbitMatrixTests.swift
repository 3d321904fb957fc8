import Rational
import TestSupport
import Testing

@testable import Certificates

private typealias Index = UniformProof.Index
private typealias BaseSet = UniformProof.BaseSet

/// The subsets of {0 … order-1} of one size, those with the smallest first elements first.
private func subsets(_ size: Int, _ order: Int) -> [[Int]] {
  guard size > 0 else { return [[]] }
  return (0..<max(0, order)).flatMap { first in
    subsets(size - 1, order - first - 1).map { [first] + $0.map { $0 + first + 1 } }
  }
}

/// Definite numbers of elements.
private struct Sizes {
  let r: Int
  let s: Int

  func order(_ set: BaseSet) -> Int { set == .vertices ? r : s }

  /// The tuples that an index stands for.
  func tuples(_ index: Index) -> [[BaseSet: Set<Int>]] {
    index.parts.reduce([[:]]) { tuples, part in
      let choices = subsets(part.size, order(part.set))
      return tuples.flatMap { tuple in
        choices.map { tuple.merging([part.set: Set($0)]) { $1 } }
      }
    }
  }

  func value(_ polynomial: KernelPolynomial) throws -> Integer {
    try #require(fixed(polynomial).constant)
  }

  func fixed(_ polynomial: KernelPolynomial) -> KernelPolynomial {
    polynomial.replacing(0, by: Integer(r)).replacing(1, by: Integer(s))
  }

  /// The matrix with all its entries: where tuples meet is looked up in the list of orbits.
  func dense(_ table: KernelOrbitMatrix) throws -> [[Rational]] {
    let denominator = try value(table.denominator)
    func rows(_ types: [Index]) -> [(Int, [BaseSet: Set<Int>])] {
      types.enumerated().flatMap { block, index in tuples(index).map { (block, $0) } }
    }
    return try rows(table.rows).map { row, a in
      try rows(table.columns).map { column, b in
        let orbits = UniformProof.orbits(table.rows[row], table.columns[column])
        let place = try #require(
          orbits.firstIndex { common in
            common.allSatisfy { set, size in
              a[set, default: []].intersection(b[set, default: []]).count == size
            }
          })
        return Rational(try value(table.block(row, column)[place]), denominator)
      }
    }
  }
}

private func product(_ a: [[Rational]], _ b: [[Rational]], columns: Int) -> [[Rational]] {
  a.map { row in
    (0..<columns).map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
  }
}

@Suite struct `matrices of a uniform proof` {
  private let ring = RadicalRing(names: ["r", "s"], firstRoot: 2, squares: [])
  private static let sets: [BaseSet] = [
    .vertices, .step(4, copy: 0), .step(4, copy: 1),
  ]

  private func counts(_ ranges: SizeRanges) throws -> SetCounts {
    let counts = SetCounts(ring)
    for (place, set) in Self.sets.enumerated() {
      let variable = min(place, 1)
      let size: KernelPolynomial =
        switch ranges[variable] {
        case .single(let value): KernelPolynomial(Integer(value))
        case .from: KernelPolynomial([Monomial(variable): 1])
        }
      #expect(try counts.define(set, size, on: ranges))
    }
    return counts
  }

  private func table(_ rows: [Index], _ columns: [Index], _ random: inout SplitMix64)
    -> KernelOrbitMatrix
  {
    let shift = random.int(in: 1...5)
    return .made(
      rows: rows, columns: columns,
      denominator: KernelPolynomial([Monomial(0): 1, .one: Integer(shift)])
    ) { _, _, _, _ in
      KernelPolynomial([
        .one: Integer(random.int(in: -3...3)), Monomial(0): Integer(random.int(in: -2...2)),
        Monomial(1): Integer(random.int(in: -1...1)),
      ])
    }
  }

  /// Subsets of the vertices, or a pair with an element of another set, or of both copies of it.
  private func types(_ random: inout SplitMix64) -> [Index] {
    (0..<random.int(in: 1...2)).map { _ in
      var parts: [Index.Part] = []
      for (set, limit) in zip(Self.sets, [2, 1, 1]) {
        let size = random.int(in: 0...limit)
        if size > 0 { parts.append(.init(size: size, set: set)) }
      }
      return Index(random.int(in: 0...1) == 0 ? parts : parts.reversed())
    }
  }

  /// For small sizes, each by itself; and the table for all r ≥ 4 and s ≥ 2, taken at some of them.
  @Test(arguments: Seeds.all)
  func `are what their entries are`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let general = try counts([.from(4), .from(2)])
    for _ in 0..<3 {
      let (k, m, p) = (types(&random), types(&random), types(&random))
      let (a, b, c) = (table(k, m, &random), table(m, p, &random), table(k, m, &random))
      let square = table(m, m, &random)
      let generalProduct = try ring.product(a, b, general)
      let generalTrace = try ring.trace(square, general)
      for (r, s) in [(1, 1), (2, 3), (3, 1), (4, 2), (5, 3)] {
        let sizes = Sizes(r: r, s: s)
        let counts = try counts([.single(r), .single(s)])
        let (x, y, z) = (try sizes.dense(a), try sizes.dense(b), try sizes.dense(c))
        let width = p.reduce(0) { $0 + sizes.tuples($1).count }
        let full = product(x, y, columns: width)
        let trace = try sizes.dense(square).enumerated()
          .reduce(0) { $0 + $1.element[$1.offset] }
        if r >= 4 && s >= 2 {
          #expect(try sizes.dense(generalProduct) == full, "\(k) \(m) \(p) at \(sizes)")
          let (top, bottom) = (
            try sizes.value(generalTrace.numerator), try sizes.value(generalTrace.denominator)
          )
          #expect(Rational(top, bottom) == trace)
        }
        // With the sizes in their places from the start.
        func fixed(_ table: KernelOrbitMatrix) -> KernelOrbitMatrix {
          KernelOrbitMatrix(
            rows: table.rows, columns: table.columns,
            numerators: table.numerators.map { $0.map(sizes.fixed) },
            denominator: sizes.fixed(table.denominator))
        }
        #expect(try sizes.dense(ring.product(fixed(a), fixed(b), counts)) == full)
        let single = try ring.trace(fixed(square), counts)
        #expect(
          Rational(
            try #require(single.numerator.constant), try #require(single.denominator.constant))
            == trace)
        #expect(
          try sizes.dense(ring.sum(a, c)) == zip(x, z).map { zip($0, $1).map { $0 + $1 } })
        #expect(
          try sizes.dense(ring.hadamard(a, c)) == zip(x, z).map { zip($0, $1).map { $0 * $1 } })
        #expect(try sizes.dense(ring.stack(a, c)) == x + z)
        let isEqual = try ring.areEqual(fixed(a), fixed(c), counts)
        #expect(isEqual == (x == z))
        let count = try ring.count(k, counts)
        #expect(
          Rational(try #require(count.numerator.constant), try #require(count.denominator.constant))
            == Rational(x.count))
        guard let columns = x.first?.indices else { continue }
        #expect(try sizes.dense(a.transposed) == columns.map { column in x.map { $0[column] } })
        let factor = KernelFraction(Rational(2, 3))
        #expect(
          try sizes.dense(ring.scaled(a, by: factor)) == x.map { $0.map { $0 * Rational(2, 3) } })
      }
    }
  }

  /// Entry by entry, rows and columns in lexicographic order.
  @Test(arguments: Seeds.all)
  func `Kronecker products and diagonals`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (s, t) = (Self.sets[1], Self.sets[2])
    func some(_ sets: [BaseSet]) -> Index {
      Index(sets.compactMap { random.int(in: 0...2) == 0 ? nil : .init(size: 1, set: $0) })
    }
    for _ in 0..<10 {
      let left = table([some([.vertices]), some([.vertices])], [some([.vertices])], &random)
      let right = table([some([t, s])], [some([s])], &random)
      let sizes = Sizes(r: 3, s: 2)
      let (x, y) = (try sizes.dense(left), try sizes.dense(right))
      let expected = x.flatMap { row in
        y.map { other in row.flatMap { entry in other.map { entry * $0 } } }
      }
      #expect(try sizes.dense(ring.kronecker(left, right)) == expected)
      let vector = table([some([s, t]), some([s])], [Index([])], &random)
      let column = try sizes.dense(vector).map { $0[0] }
      let diagonal = try sizes.dense(vector.onDiagonal)
      #expect(
        diagonal
          == column.indices.map { row in column.indices.map { $0 == row ? column[row] : 0 } })
    }
  }

  /// Every count of subsets, by listing them.
  @Test func `counts of subsets`() throws {
    let set = BaseSet.vertices
    func index(_ size: Int) -> Index { Index(size) }
    for order in 1...7 {
      let single = try counts([.single(order), .single(1)])
      for (k, p, m) in [(0, 0, 3), (1, 2, 2), (2, 2, 2), (2, 1, 3), (3, 2, 1), (3, 3, 3)] {
        for orbit in try single.orbits(index(k), index(p)) {
          let i = orbit.common(set)
          let (a, b) = (Set(0..<k), Set(0..<i).union(k..<(k + p - i)))
          for j in 0...min(k, m) {
            for l in 0...min(m, p) {
              let listed = subsets(m, order).count {
                a.intersection($0).count == j && b.intersection($0).count == l
              }
              let scale = single.commonFactor(of: [index(m), index(2)])
              let counted = try single.count(
                index(k), index(p), orbit, middle: index(m), .init(place: 0, common: [set: j]),
                .init(place: 0, common: [set: l]), times: scale)
              #expect(counted.constant == scale * Integer(listed), "\(order) \(k) \(p) \(m)")
            }
          }
        }
      }
    }
  }

  @Test func `orbits that occur`() throws {
    func sizes(_ range: SizeRange, _ k: Int, _ m: Int) throws -> [Int] {
      try counts([range, .single(1)]).orbits(Index(k), Index(m)).map(\.place)
    }
    #expect(try sizes(.single(3), 2, 2) == [1, 2])
    #expect(try sizes(.single(4), 2, 2) == [0, 1, 2])
    #expect(try sizes(.single(2), 3, 1) == [])
    #expect(try sizes(.from(4), 2, 1) == [0, 1])
    // Which sizes occur depends on r.
    #expect(throws: RadicalRing.Overflow.self) { try sizes(.from(3), 2, 2) }
    #expect(throws: RadicalRing.Overflow.self) { try sizes(.from(5), 3, 3) }
    #expect(try sizes(.from(6), 3, 3) == [0, 1, 2, 3])
  }
}
