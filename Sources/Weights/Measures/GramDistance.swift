import Certificates
import Rational

/// How far the inner products of the class means of a layer are from those of a shape, scaled as is best:
///
///     min over c of ‖G - c S‖ / ‖G‖ = √(1 - ⟨G, S⟩² / (‖G‖² ‖S‖²)),    G = MᵀM
///
/// so 0 where the means are those of the shape up to scale and rotation, and at most 1.
public struct GramDistance: Hashable, Sendable {
  /// Bounds.
  public let lower: Rational
  public let upper: Rational

  /// - Parameters:
  ///   - gram: G, or a positive multiple of it, in integers.
  ///   - shape: S, symmetric.
  /// - Returns: nil for a matrix of zeros.
  init?(_ gram: [[Integer]], to shape: [[Integer]]) {
    func product(_ a: [[Integer]], _ b: [[Integer]]) -> Integer {
      zip(a, b).reduce(Integer(0)) { sum, rows in
        zip(rows.0, rows.1).reduce(sum) { $0 + $1.0 * $1.1 }
      }
    }
    let norms = product(gram, gram) * product(shape, shape)
    guard !norms.isZero else { return nil }
    let inner = product(gram, shape)
    // S and G have no negative inner product in the shapes here; one is as far as can be.
    let aligned = inner.sign < 0 ? 0 : inner * inner
    (lower, upper) = SingularValues.root(Rational(norms - aligned, norms))
  }

  /// The inner products of the columns of a matrix, times the square of its denominator.
  static func gram(_ means: PointMatrix) -> [[Integer]] {
    (0..<means.columns).map { i in
      (0..<means.columns).map { j in
        (0..<means.rows).reduce(Integer(0)) { sum, row in
          sum + means.numerators[row * means.columns + i]
            * means.numerators[row * means.columns + j]
        }
      }
    }
  }
}

/// The inner products of the class means of the strongly regular solution (Definition 6), from its
/// matrices: those of T_r for 2 ≤ l < L, and of relu(N_r) for l = L, up to scale.
struct TriangularShape {
  /// The pairs of vertices that are the classes.
  let edges: [(Int, Int)]
  /// TᵀT, times r - 1.
  let middle: [[Integer]]
  /// PᵀP for the positive part P of the rows of A1 T, which all have the same norm; times a number.
  let last: [[Integer]]

  /// - Returns: nil where K is not r(r-1)/2 with r ≥ 4.
  init?(classes: Int) {
    guard let order = (4...1000).first(where: { $0 * ($0 - 1) / 2 >= classes }),
      order * (order - 1) / 2 == classes
    else { return nil }
    let edges = (0..<order).flatMap { a in ((a + 1)..<order).map { (a, $0) } }
    self.edges = edges
    func incidence(_ vertex: Int, _ edge: (Int, Int)) -> Int {
      vertex == edge.0 || vertex == edge.1 ? 1 : 0
    }
    middle = edges.map { a in
      edges.map { b in
        Integer((0..<order).reduce(0) { $0 + incidence($1, a) * incidence($1, b) })
      }
    }
    // A row of A1 is -1 at the ends of its edge and +1 elsewhere.
    let rows = edges.map { a in
      edges.map { b in
        max(0, (0..<order).reduce(0) { $0 + (1 - 2 * incidence($1, a)) * incidence($1, b) })
      }
    }
    last = edges.indices.map { i in
      edges.indices.map { j in Integer(rows.reduce(0) { $0 + $1[i] * $1[j] }) }
    }
  }

  /// The same with the classes in another order: entry (i, j) is that of the places of i and j.
  func arranged(_ shape: [[Integer]], _ places: [Int]) -> [[Integer]] {
    places.map { i in places.map { shape[i][$0] } }
  }
}
