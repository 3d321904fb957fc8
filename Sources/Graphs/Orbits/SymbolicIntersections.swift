import Rational

/// The intersection numbers with a symbol for the number of vertices, which stands for every number
/// from 4 on: from there every size of an intersection occurs.
///
/// For |a ∩ b| = i the sets c with |a ∩ c| = j and |c ∩ b| = j' are counted by how many vertices s
/// they have in a ∩ b, then in a alone, in b alone, and outside of both:
///
///     Σ_s C(i, s) C(k - i, j - s) C(p - i, j' - s) C(r - k - p + i, m - j - j' + s)
///
/// The last binomial coefficient is a polynomial in r.
public struct SymbolicIntersections<Scalar: ExactField>: IntersectionNumbers {
  /// The name of the symbol.
  public let order: VertexCount
  /// The symbol as an element of the field.
  private let symbol: Scalar

  /// From this number of vertices on the counts are right: two edges need not meet.
  public static var leastOrder: Int { 4 }

  /// - Parameters:
  ///   - name: How the symbol is shown, and what tells it from another one.
  ///   - symbol: The symbol as an element of the field.
  public init(_ name: String, _ symbol: Scalar) {
    order = .symbol(name)
    self.symbol = symbol
  }

  /// All sizes that the smaller set allows.
  public func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] {
    Array(0...min(rows, columns))
  }

  /// The binomial coefficient of the symbol.
  public func subsets(ofSize size: Int) -> Scalar { binomial(symbol, size) }

  /// The sum above.
  public func count(
    rows: Int, columns: Int, common: Int, middle: Int, left: Int, right: Int
  ) -> Scalar {
    var total = Scalar.zero
    for shared in 0...common {
      let inside =
        choose(common, shared) * choose(rows - common, left - shared)
        * choose(columns - common, right - shared)
      if inside == 0 { continue }
      let outside = symbol - Scalar(rows + columns - common)
      total += Scalar(inside) * binomial(outside, middle - left - right + shared)
    }
    return total
  }

  /// n choose k for small numbers; 0 unless 0 ≤ k ≤ n.
  private func choose(_ n: Int, _ k: Int) -> Int {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  /// n (n-1) ⋯ (n-k+1)/k!; 0 for k < 0.
  private func binomial(_ n: Scalar, _ k: Int) -> Scalar {
    guard k >= 0 else { return .zero }
    return (0..<k).reduce(Scalar.one) {
      $0 * (n - Scalar($1)) * Scalar($1 + 1).inverse
    }
  }
}
