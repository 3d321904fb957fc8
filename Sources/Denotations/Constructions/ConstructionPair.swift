import Graphs
import Rational

/// B and N of a construction, where the rows of N need not be of the length that is meant.
///
/// Scaling a row of N by a positive number c scales the row of relu(N) by c as well. So what the loss
/// depends on needs squares of lengths, and no roots of them: with rows a_i that stand for a_i/‖a_i‖,
///
///     relu(N)ᵀ relu(N) = Σ relu(a_i)ᵀ relu(a_i)/‖a_i‖²,   NᵀN = Σ a_iᵀ a_i/‖a_i‖²,
///     κ = Σ ‖w_i‖²/‖a_i‖² with the shortest w_i B = a_i.
package struct ConstructionPair {
  /// B, without a negative entry.
  package let base: Matrix<Surd>
  /// ρ, the rank of B.
  package let rank: Int
  /// The a_i.
  package let rows: Matrix<Surd>
  /// What a_iᵀ a_i is divided by, positive.
  package let squares: [Surd]
  /// ‖w_i‖² of the shortest w_i with w_i B = a_i.
  package let reaches: [Surd]

  /// K
  package var classes: Int { rows.columns }

  /// Any B and N.
  ///
  /// - Parameter isScaled: Whether the rows of N are to have norm 1; they are taken as they are
  ///   otherwise.
  /// - Throws: `NoConstruction` when B has a negative entry, or a row of N is not in the row space of B,
  ///   or is zero and to be scaled.
  package init(base: MatrixValue, last: MatrixValue, isScaled: Bool, _ limit: SizeLimit) throws {
    guard base.columns == last.columns else {
      throw NoConstruction("B has \(base.columns) columns and N \(last.columns); expected as many")
    }
    let pseudoInverse = try base.pseudoInverse(limit: limit).densified(limit)
    (self.base, rows) = (try base.densified(limit), try last.densified(limit))
    guard self.base == self.base.rectified else { throw NoConstruction("B has a negative entry") }
    rank = self.base.rank
    let weights = rows * pseudoInverse
    guard weights * self.base == rows else {
      throw NoConstruction("a row of N is not in the row space of B")
    }
    reaches = weights.rowSquaredNorms
    let lengths = rows.rowSquaredNorms
    if isScaled, let zero = lengths.firstIndex(where: \.isZero) {
      throw NoConstruction("row \(zero + 1) of N is zero and has no direction")
    }
    squares = isScaled ? lengths : lengths.map { _ in 1 }
  }

  /// The incidence matrix of a graph with rows of norm 1 as B, and rows s B with signs s, one for each of
  /// the patterns, scaled to norm 1, as N.
  ///
  /// With d the degrees, the columns of B are 1/√d_u + 1/√d_v at the ends of an edge uv. The z with zᵀB = 0
  /// are spanned by one for each connected part that is bipartite, ±√d on its two sides; so that s B is
  /// reached by s without its components along those, which are orthogonal, and shorter by nothing.
  ///
  /// - Parameters:
  ///   - vertices: Those that have an edge.
  ///   - patterns: Where s is -1, by place among the vertices. Those with s B = 0 have no direction and
  ///     are left out.
  package init(_ graph: Graph, vertices: [Int], patterns: [Set<Int>]) {
    let places = Dictionary(uniqueKeysWithValues: vertices.enumerated().map { ($1, $0) })
    let ends = graph.edges.map { edge in edge.elements.map { places[$0] ?? 0 } }
    let degrees = vertices.map { graph.degree($0) }
    let lengths = degrees.map { Self.root($0).inverse }
    base = Matrix(rows: vertices.count, columns: ends.count) { row, column in
      ends[column].contains(row) ? lengths[row] : 0
    }
    let sides = Self.bipartiteSides(ends, count: vertices.count)
    rank = vertices.count - sides.count
    var table: [[Surd]] = []
    var squares: [Surd] = []
    var reaches: [Surd] = []
    for pattern in patterns {
      let signed = lengths.enumerated().map { pattern.contains($0) ? -$1 : $1 }
      let row = ends.map { signed[$0[0]] + signed[$0[1]] }
      let square = Self.sumOfSquares(row)
      if square.isZero { continue }
      table.append(row)
      squares.append(square)
      // ‖z‖² is the sum of the degrees.
      reaches.append(
        sides.reduce(Surd(vertices.count)) { rest, part in
          let product = part.reduce(Surd.zero) { sum, entry in
            let size = Self.root(degrees[entry.vertex])
            return entry.isFirst == pattern.contains(entry.vertex) ? sum - size : sum + size
          }
          let length = part.reduce(0) { $0 + degrees[$1.vertex] }
          return rest - product * product / Surd(length)
        })
    }
    rows = Matrix(rows: table.count, columns: ends.count) { table[$0][$1] }
    (self.squares, self.reaches) = (squares, reaches)
  }

  /// √d of a degree, which has no square factor that is out of reach.
  private static func root(_ degree: Int) -> Surd {
    guard let root = try? Surd.squareRoot(of: Rational(degree)) else {
      preconditionFailure("a degree is too small a number to have no square-free part")
    }
    return root
  }

  /// The sum of the squares, each distinct number squared once.
  private static func sumOfSquares(_ row: [Surd]) -> Surd {
    var counts: [Surd: Int] = [:]
    for entry in row { counts[entry, default: 0] += 1 }
    return counts.reduce(Surd.zero) { $0 + $1.key * $1.key * Surd($1.value) }
  }

  /// The vertices of each connected part that is bipartite, with the side that they are on.
  private static func bipartiteSides(
    _ edges: [[Int]], count: Int
  ) -> [[(vertex: Int, isFirst: Bool)]] {
    var neighbours: [[Int]] = Array(repeating: [], count: count)
    for edge in edges {
      neighbours[edge[0]].append(edge[1])
      neighbours[edge[1]].append(edge[0])
    }
    var side: [Bool?] = Array(repeating: nil, count: count)
    var parts: [[(vertex: Int, isFirst: Bool)]] = []
    for start in 0..<count where side[start] == nil {
      side[start] = true
      var part = [(vertex: start, isFirst: true)]
      var isBipartite = true
      var next = 0
      while next < part.count {
        let (vertex, isFirst) = part[next]
        next += 1
        for other in neighbours[vertex] {
          if side[other] == nil {
            side[other] = !isFirst
            part.append((other, !isFirst))
          } else if side[other] == isFirst {
            isBipartite = false
          }
        }
      }
      if isBipartite { parts.append(part) }
    }
    return parts
  }
}
