import Graphs
import Rational

/// The intersection numbers by the closed formula with binomial coefficients, which are
/// polynomials in the number of vertices. The number may be any rational: an identity between
/// polynomials that holds at a random one holds for certain at a symbol.
struct BinomialIntersections: IntersectionNumbers {
  let vertices: Rational
  let order: VertexCount

  /// A stand-in for "every order from 4 on", where every size of intersection occurs.
  init(symbolAt vertices: Rational) {
    self.vertices = vertices
    order = .symbol("r")
  }

  func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] { Array(0...min(rows, columns)) }

  func subsets(ofSize size: Int) -> Rational { Self.binomial(vertices, size) }

  func count(
    rows k: Int, columns p: Int, common i: Int, middle m: Int, left j: Int, right j2: Int
  ) -> Rational {
    // s is the number of elements of c in both sets.
    (0...2).reduce(Rational(0)) { sum, s in
      let inside =
        Self.binomial(i, s) * Self.binomial(k - i, j - s) * Self.binomial(p - i, j2 - s)
      let outside = Self.binomial(vertices - Rational(k + p - i), m - j - j2 + s)
      return sum + inside * outside
    }
  }

  private static func binomial(_ n: Int, _ k: Int) -> Rational { binomial(Rational(n), k) }

  /// n (n - 1) ⋯ (n - k + 1) / k!, zero for negative k.
  private static func binomial(_ n: Rational, _ k: Int) -> Rational {
    guard k >= 0 else { return Rational(0) }
    return (0..<k).reduce(Rational(1)) { $0 * (n - Rational($1)) / Rational($1 + 1) }
  }
}
