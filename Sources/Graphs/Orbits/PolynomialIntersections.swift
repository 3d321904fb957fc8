import Rational

/// The intersection numbers by binomial coefficients, with a number of vertices or a symbol for it.
///
/// For |a ∩ b| = i the sets c with |a ∩ c| = j and |c ∩ b| = j' are counted by how many vertices s
/// they have in a ∩ b, then in a alone, in b alone, and outside of both:
///
///     Σ_s C(i, s) C(k - i, j - s) C(p - i, j' - s) C(r - k - p + i, m - j - j' + s)
///
/// The last binomial coefficient is a polynomial in r. A symbol stands for every number from k + p on for
/// all sizes k and p that occur: from there every size of an intersection does.
public struct PolynomialIntersections<Scalar: ExactField>: IntersectionNumbers {
  /// The number of vertices, or the name of the symbol for it.
  public let order: VertexCount
  /// The same as an element of the field.
  private let size: Scalar

  /// - Parameters:
  ///   - name: How the symbol is shown, and what tells it from another one.
  ///   - symbol: The symbol as an element of the field.
  public init(_ name: String, _ symbol: Scalar) {
    order = .symbol(name)
    size = symbol
  }

  /// For a definite number of vertices, which is not negative.
  public init(order: Int) {
    precondition(order >= 0, "the number of vertices is not negative")
    self.order = .number(order)
    size = Scalar(order)
  }

  /// Two sets that share i vertices cover k + m - i of them.
  public func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] {
    let all = Array(0...min(rows, columns))
    guard case .number(let order) = order else { return all }
    return all.filter { rows + columns - $0 <= order }
  }

  /// The binomial coefficient.
  public func subsets(ofSize size: Int) -> Scalar { binomial(self.size, size) }

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
      let outside = size - Scalar(rows + columns - common)
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
