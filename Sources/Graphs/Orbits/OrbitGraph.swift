/// A graph whose vertices are tuples of subsets of base sets, adjacent by the sizes of their
/// intersections alone: the adjacency matrix is one entry for each orbit.
///
/// Known for the families whose description is of that kind; the order of the vertices is that of
/// `GraphFamily`.
public struct OrbitGraph: Sendable {
  /// How many elements a base set has.
  public enum Size: Hashable, Sendable {
    /// As many as an argument of the family says, counted from 0.
    case argument(Int)
    case number(Int)
  }

  public let sets: [Size]
  /// The blocks of vertices.
  public let types: [IndexType]
  private let rule: Rule

  private enum Rule {
    case otherBlock
    /// The number of elements that two vertices share in one base set.
    case shared(set: Int, Int)
    /// The number of base sets in which they share their element.
    case places(Int)
  }

  /// The most parts of a tuple, beyond which there are too many orbits.
  public static let partLimit = 6

  private init(_ sets: [Size], _ types: [IndexType], _ rule: Rule) {
    (self.sets, self.types, self.rule) = (sets, types, rule)
  }

  /// The graph of a family, nil for one that is not of this kind; an argument without a value is nil.
  public init?(_ family: GraphFamily, _ arguments: [Int?]) {
    func definite(_ place: Int, _ range: ClosedRange<Int>) -> Int? {
      arguments[place].flatMap { range.contains($0) ? $0 : nil }
    }
    func tuples(_ sets: [Size]) -> [IndexType] { [IndexType(sets.map { _ in 1 })] }
    switch family {
    case .complete: self.init([.argument(0)], [1], .shared(set: 0, 0))
    case .completeBipartite:
      self.init(
        [.argument(0), .argument(1)], [IndexType([1, 0]), IndexType([0, 1])], .otherBlock)
    case .star: self.init([.argument(0)], [0, 1], .otherBlock)
    case .completeMultipartite:
      let sets: [Size] = [.argument(0), .argument(1)]
      self.init(sets, tuples(sets), .shared(set: 0, 0))
    case .cocktailParty:
      let sets: [Size] = [.argument(0), .number(2)]
      self.init(sets, tuples(sets), .shared(set: 0, 0))
    case .rook:
      let sets: [Size] = [.argument(0), .argument(1)]
      self.init(sets, tuples(sets), .places(1))
    case .hamming, .hypercube:
      guard let places = definite(0, 1...Self.partLimit) else { return nil }
      let sets = [Size](
        repeating: family == .hamming ? .argument(1) : .number(2), count: places)
      self.init(sets, tuples(sets), .places(places - 1))
    case .johnson:
      guard let size = definite(1, 1...Self.partLimit) else { return nil }
      self.init([.argument(0)], [IndexType(size)], .shared(set: 0, size - 1))
    case .kneser:
      guard let size = definite(1, 1...Self.partLimit) else { return nil }
      self.init([.argument(0)], [IndexType(size)], .shared(set: 0, 0))
    case .petersen: self.init([.number(5)], [2], .shared(set: 0, 0))
    case .cycle, .path, .paley, .hoffmanSingleton: return nil
    }
  }

  /// The numbers of elements of the base sets, all arguments being known.
  public func orders(_ arguments: [Int]) -> [Int] {
    sets.map { size in
      switch size {
      case .argument(let place): arguments[place]
      case .number(let number): number
      }
    }
  }

  /// Whether vertices of two blocks that meet in an orbit are adjacent.
  public func isAdjacent(_ row: Int, _ column: Int, _ orbit: Int) -> Bool {
    // A vertex is not adjacent to itself.
    guard row != column || orbit != types[row].code else { return false }
    return switch rule {
    case .otherBlock: row != column
    case .shared(let set, let size): orbit >> (3 * set) & 7 == size
    case .places(let count): sets.indices.count { orbit >> (3 * $0) & 7 == 1 } == count
    }
  }
}

extension OrbitMatrix {
  /// The adjacency matrix of a graph. Precondition: the base sets of the scheme are those of the graph.
  public static func adjacency(_ graph: OrbitGraph, _ scheme: Scheme<Scalar>) -> OrbitMatrix {
    OrbitMatrix(scheme: scheme, rowBlocks: graph.types, columnBlocks: graph.types) {
      graph.isAdjacent($0, $1, $2) ? .one : .zero
    }
  }
}
