import Graphs
import Rational
import Synchronization

/// A matrix of the complete graph or of its line graph.
package enum GraphMatrix: Hashable {
  case incidence, normalisedIncidence, triangularAdjacency, vertexSigns

  /// The fewest vertices for which it is defined: with one there is no edge, and a row of B without one
  /// has no norm.
  package var leastOrder: Int { self == .normalisedIncidence ? 2 : 1 }
}

/// The matrices of graphs that have been built, by kind and number of vertices.
///
/// Building checks entries against their orbits; a range of r meets each matrix many times.
package final class GraphMatrices: Sendable {
  package static let shared = GraphMatrices()

  private struct Key: Hashable {
    let matrix: GraphMatrix
    let order: Int
  }

  private let schemes = Mutex<[[Int]: Scheme<Surd>]>([:])
  private let numbers = Mutex<[Int: DefiniteIntersections<Surd>]>([:])
  private let matrices = Mutex<[Key: OrbitMatrix<Surd>]>([:])

  /// The most vertices: subsets are enumerated pair by pair.
  package static let orderLimit = 5_000

  /// How subsets of that many vertices meet.
  package func scheme(order: Int, _ limit: SizeLimit) throws -> Scheme<Surd> {
    try scheme(orders: [order], limit)
  }

  /// How subsets of base sets with so many elements meet, counted by enumeration for at most two of them.
  package func scheme(orders: [Int], _ limit: SizeLimit) throws -> Scheme<Surd> {
    if let known = schemes.withLock({ $0[orders] }) { return known }
    let scheme = Scheme(counting: try orders.map { try intersections($0) })
    schemes.withLock { $0[orders] = scheme }
    return scheme
  }

  private func intersections(_ order: Int) throws -> DefiniteIntersections<Surd> {
    guard order <= Self.orderLimit else {
      throw SizeLimit.Exceeded(
        description: "\(order) vertices, whose pairs would be enumerated; the limit is "
          + "\(Self.orderLimit) vertices")
    }
    if let known = numbers.withLock({ $0[order] }) { return known }
    guard SymmetricGroup(order: order).hasOneOrbitForEachIntersection else {
      throw RunError.readingsDisagree(
        "the permutations of \(order) vertices do not join all pairs of subsets that meet alike")
    }
    let counted = DefiniteIntersections<Surd>(order: order)
    numbers.withLock { $0[order] = counted }
    return counted
  }

  /// The matrix by orbits.
  package func matrix(_ kind: GraphMatrix, order: Int, _ limit: SizeLimit) throws -> OrbitMatrix<
    Surd
  > {
    let key = Key(matrix: kind, order: order)
    if let known = matrices.withLock({ $0[key] }) { return known }
    let scheme = try scheme(order: order, limit)
    let matrix: OrbitMatrix<Surd>
    switch kind {
    case .incidence: matrix = .incidence(scheme)
    case .triangularAdjacency: matrix = .triangularAdjacency(scheme)
    case .vertexSigns: matrix = .vertexSigns(scheme)
    case .normalisedIncidence:
      do throws(MatrixError) {
        matrix = try .normalisedIncidence(scheme)
      } catch {
        throw MatrixValue.Failure.matrix(error)
      }
    }
    matrices.withLock { $0[key] = matrix }
    return matrix
  }
}

extension MatrixValue {
  /// A matrix of the complete graph or of its line graph, from its definition.
  package static func graph(
    _ matrix: GraphMatrix, order: Int, method: MatrixMethod, limit: SizeLimit
  ) throws -> MatrixValue {
    guard method == .dense else {
      return .orbit(try GraphMatrices.shared.matrix(matrix, order: order, limit))
    }
    // The limit keeps the number of edges far inside a word.
    _ = try GraphMatrices.shared.scheme(order: order, limit)
    let edges = order * (order - 1) / 2
    do {
      switch matrix {
      case .incidence:
        try limit.admit(rows: order, columns: edges)
        return .dense(.incidence(order: order))
      case .normalisedIncidence:
        try limit.admit(rows: order, columns: edges)
        return .dense(try .normalisedIncidence(order: order))
      case .triangularAdjacency:
        try limit.admit(rows: edges, columns: edges)
        return .dense(.triangularAdjacency(order: order))
      case .vertexSigns:
        try limit.admit(rows: edges, columns: order)
        return .dense(.vertexSigns(order: order))
      }
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  /// The rows with the given number of entries -1 and +1 elsewhere, in the order of their sets.
  package static func signPatterns(
    columns: Int, minusSigns: Int, limit: SizeLimit
  ) throws -> MatrixValue {
    guard columns <= GraphMatrices.orderLimit,
      let rows = Int(exactly: Integer.binomial(columns, minusSigns))
    else {
      throw SizeLimit.Exceeded(
        description: "patterns with \(minusSigns) minus signs in \(columns) columns: too many rows")
    }
    try limit.admit(rows: rows, columns: columns)
    let sets = Combinations(size: minusSigns, of: columns).map { Set($0) }
    return .dense(
      Matrix<Surd>(rows: rows, columns: columns) { sets[$0].contains($1) ? -1 : 1 })
  }

  /// A rational matrix of rank at most `rank`: a product of matrices with small entries from a
  /// linear congruential generator.
  package static func sample(
    rows: Int, columns: Int, rank: Int, seed: Int, limit: SizeLimit
  ) throws -> MatrixValue {
    try limit.admit(rows: rows, columns: max(columns, rank))
    try limit.admit(rows: rank, columns: columns)
    try limit.admit(rows: rows, inner: rank, columns: columns)
    // Knuth's MMIX constants; the high bits are the random ones.
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> Surd {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let numerator = Int((state >> 40) % 13) - 6
      let denominator = Int((state >> 56) % 4) + 1
      return Surd(Rational(numerator, denominator))
    }
    let left = Matrix<Surd>(rows: rows, columns: rank) { _, _ in next() }
    let right = Matrix<Surd>(rows: rank, columns: columns) { _, _ in next() }
    return .dense(left * right)
  }
}
