/// A matrix of sums of square roots, as rational matrices that the roots multiply.
///
/// Matrices with rows of norm 1 have few roots; then their products are a few products of rational
/// matrices.
struct RootParts {
  /// Square-free radicands, each once, with the entries that √radicand multiplies.
  private var parts: [(radicand: Int, entries: [Rational])] = []
  /// More roots than that are not worth the products of all pairs.
  private static let limit = 3

  /// Nil when there are many roots, or one that does not fit a word.
  init?(_ values: [Surd]) {
    for (place, value) in values.enumerated() {
      switch value.storage {
      case .rational(let value):
        guard value.isZero || add(value, 1, place, values.count) else { return nil }
      case .words(let sum):
        for term in sum.terms {
          let coefficient = Rational(term.coefficient, sum.denominator)
          guard add(coefficient, term.radicand, place, values.count) else { return nil }
        }
      case .big: return nil
      }
    }
  }

  private mutating func add(
    _ coefficient: Rational, _ radicand: Int, _ place: Int, _ count: Int
  ) -> Bool {
    if let known = parts.firstIndex(where: { $0.radicand == radicand }) {
      parts[known].entries[place] = coefficient
      return true
    }
    guard parts.count < Self.limit else { return false }
    var entries = [Rational](repeating: 0, count: count)
    entries[place] = coefficient
    parts.append((radicand, entries))
    return true
  }

  /// The product of matrices, or nil when a radicand does not fit a word.
  ///
  /// √d √e = g √(de/g²) with g = gcd(d, e), and de/g² is square-free again.
  func product(_ other: RootParts, shape: ProductShape) -> [Surd]? {
    var sums: [Int: [Rational]] = [:]
    for (d, left) in parts {
      for (e, right) in other.parts {
        let g = d.commonDivisor(e)
        guard let radicand = (d / g).times(e / g) else { return nil }
        var products = Rational.matrixProduct(left, right, shape: shape)
        if g != 1 { products = products.map { $0 * Rational(g) } }
        if let sum = sums[radicand] { products = zip(sum, products).map { $0 + $1 } }
        sums[radicand] = products
      }
    }
    var result = [Surd](repeating: .zero, count: shape.rows * shape.columns)
    for (radicand, entries) in sums {
      for (place, entry) in entries.enumerated() where !entry.isZero {
        result[place] += Surd(entry, root: Integer(radicand))
      }
    }
    return result
  }
}
