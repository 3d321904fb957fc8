extension NamedGraph {
  /// The graph, from the definition of its family.
  ///
  /// - Precondition: The number of vertices is at most `Graph.orderLimit`.
  /// - Complexity: Each pair of vertices is looked at.
  public var graph: Graph {
    guard let order, order <= Graph.orderLimit else {
      preconditionFailure("a graph with more vertices than the limit is not built")
    }
    let arguments = arguments
    switch family {
    case .complete: return .complete(order)
    case .completeBipartite:
      return Graph(order: order) { $0 < arguments[0] && $1 >= arguments[0] }
    case .completeMultipartite: return Self.multipartite(order, part: arguments[1])
    case .cocktailParty: return Self.multipartite(order, part: 2)
    case .cycle:
      return Graph(order: order) { $1 == $0 + 1 || ($0 == 0 && $1 == order - 1) }
    case .path: return Graph(order: order) { $1 == $0 + 1 }
    case .star: return Graph(order: order) { first, _ in first == 0 }
    case .hypercube: return Self.hamming(order, places: arguments[0], letters: 2)
    case .hamming: return Self.hamming(order, places: arguments[0], letters: arguments[1])
    case .rook:
      let columns = arguments[1]
      return Graph(order: order) { ($0 / columns == $1 / columns) || ($0 - $1) % columns == 0 }
    case .johnson:
      return Self.subsets(order, arguments[1], of: arguments[0], sharing: arguments[1] - 1)
    case .kneser: return Self.subsets(order, arguments[1], of: arguments[0], sharing: 0)
    case .petersen: return Self.subsets(order, 2, of: 5, sharing: 0)
    case .paley:
      let field = FiniteField(size: order)
      let squares = field.squares
      let isSquare = (0..<order).map(squares.contains)
      return Graph(order: order) { isSquare[field.difference($1, $0)] }
    case .hoffmanSingleton: return Self.hoffmanSingleton
    }
  }

  private static func multipartite(_ order: Int, part: Int) -> Graph {
    Graph(order: order) { $0 / part != $1 / part }
  }

  /// The words of a length, adjacent when they differ in one place.
  private static func hamming(_ order: Int, places: Int, letters: Int) -> Graph {
    // With one letter there is one word, however long it is.
    guard order > 1 else { return Graph(order: order) }
    return Graph(order: order) { first, second in
      var (a, b, differences) = (first, second, 0)
      for _ in 0..<places {
        if a % letters != b % letters { differences += 1 }
        (a, b) = (a / letters, b / letters)
      }
      return differences == 1
    }
  }

  /// The k-subsets of n points, adjacent when they share that many.
  private static func subsets(_ order: Int, _ size: Int, of points: Int, sharing: Int) -> Graph {
    // A single one may have very many points.
    guard order > 1 else { return Graph(order: order) }
    // With two points or more, and as many left, there would be more vertices than the limit.
    if points > 256 {
      let common = size == 1 ? 0 : points - 2
      return Graph(order: order) { _, _ in common == sharing }
    }
    let width = (points + 63) / 64
    var words = [UInt64](repeating: 0, count: order * width)
    for (place, subset) in Combinations(size: size, of: points).enumerated() {
      for point in subset { words[place * width + point / 64] |= 1 << UInt64(point % 64) }
    }
    return Graph(order: order) { first, second in
      var common = 0
      for word in 0..<width {
        common += (words[first * width + word] & words[second * width + word]).nonzeroBitCount
      }
      return common == sharing
    }
  }

  /// Robertson's pentagons and pentagrams.
  ///
  /// - Reference: Brouwer and Haemers, *Spectra of Graphs*, on the Hoffman-Singleton graph.
  private static var hoffmanSingleton: Graph {
    Graph(order: 50) { first, second in
      let (h, j) = (first / 5 % 5, first % 5)
      let (i, k) = (second / 5 % 5, second % 5)
      let step = (k - j + 5) % 5
      return switch (first < 25, second < 25) {
      case (true, true): h == i && (step == 1 || step == 4)
      case (false, false): h == i && (step == 2 || step == 3)
      default: k == (h * i + j) % 5
      }
    }
  }
}
