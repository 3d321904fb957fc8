/// The products of two graphs on the pairs of their vertices.
public enum GraphProduct: Hashable, Sendable, CaseIterable {
  /// Adjacent in one place and equal in the other.
  case cartesian
  /// Adjacent in both places; also called direct or categorical.
  case tensor
  /// Adjacent or equal in each place.
  case strong
  /// Adjacent in the first place, or equal there and adjacent in the second.
  case lexicographic
}

extension Graph {
  /// The same vertices, two of them adjacent when they are not adjacent here.
  public var complement: Graph { Graph(order: order) { !isAdjacent($0, $1) } }

  /// The vertices of this graph, then those of the other one; no edge joins the two.
  public func disjointUnion(with other: Graph) -> Graph {
    Graph(order: order + other.order) { first, second in
      if second < order { return isAdjacent(first, second) }
      return first >= order && other.isAdjacent(first - order, second - order)
    }
  }

  /// The pairs of vertices in lexicographic order, adjacent as the product says.
  public func product(_ product: GraphProduct, with other: Graph) -> Graph {
    Graph(order: order * other.order) { first, second in
      let (a, b) = first.quotientAndRemainder(dividingBy: other.order)
      let (c, d) = second.quotientAndRemainder(dividingBy: other.order)
      return switch product {
      case .cartesian: (a == c && other.isAdjacent(b, d)) || (b == d && isAdjacent(a, c))
      case .tensor: isAdjacent(a, c) && other.isAdjacent(b, d)
      case .strong: (a == c || isAdjacent(a, c)) && (b == d || other.isAdjacent(b, d))
      case .lexicographic: isAdjacent(a, c) || (a == c && other.isAdjacent(b, d))
      }
    }
  }

  /// The number of neighbours of every vertex; nil when they have different numbers, or there is no vertex.
  public var regularDegree: Int? {
    guard order > 0 else { return nil }
    let degree = degree(0)
    return (1..<order).allSatisfy { self.degree($0) == degree } ? degree : nil
  }

  /// The length of a shortest path from a vertex to each one; nil where there is none.
  ///
  /// - Precondition: `source` is a vertex of the graph.
  /// - Complexity: The square of the number of vertices, 64 of them at a time.
  public func distances(from source: Int) -> [Int?] {
    precondition(source >= 0 && source < order, "not a vertex of the graph")
    var found = [Int?](repeating: nil, count: order)
    var unseen = [UInt64](repeating: .max, count: wordsPerRow)
    func see(_ vertex: Int, _ distance: Int) {
      found[vertex] = distance
      unseen[vertex / 64] &= ~(1 << UInt64(vertex % 64))
    }
    see(source, 0)
    var frontier = [source]
    var distance = 0
    while !frontier.isEmpty {
      distance += 1
      var next: [Int] = []
      for vertex in frontier {
        for index in 0..<wordsPerRow {
          var rest = words[vertex * wordsPerRow + index] & unseen[index]
          while rest != 0 {
            let other = 64 * index + rest.trailingZeroBitCount
            see(other, distance)
            next.append(other)
            rest &= rest - 1
          }
        }
      }
      frontier = next
    }
    return found
  }
}
