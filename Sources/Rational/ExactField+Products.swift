/// The numbers of rows of the left factor, of what is summed over, and of columns of the right one.
public typealias ProductShape = (rows: Int, inner: Int, columns: Int)

extension ExactField {
  /// The product of two matrices, one multiplication for each term.
  public static func matrixProduct(
    _ left: [Self], _ right: [Self], shape: ProductShape
  ) -> [Self] {
    termwiseProduct(left, right, shape: shape)
  }

  /// Row after row, terms with a zero factor skipped.
  static func termwiseProduct(
    _ left: [Self], _ right: [Self], shape: ProductShape
  ) -> [Self] {
    let (rows, inner, columns) = shape
    var result = [Self](repeating: .zero, count: rows * columns)
    for i in 0..<rows {
      for k in 0..<inner {
        let factor = left[i * inner + k]
        if factor.isZero { continue }
        for j in 0..<columns {
          let entry = right[k * columns + j]
          if !entry.isZero { result[i * columns + j] += factor * entry }
        }
      }
    }
    return result
  }
}

extension Rational {
  /// The product of two matrices, in words over one denominator for each where that is possible.
  public static func matrixProduct(
    _ left: [Rational], _ right: [Rational], shape: ProductShape
  ) -> [Rational] {
    let (rows, inner, columns) = shape
    if let a = WordsOverDenominator(left), let b = WordsOverDenominator(right),
      let denominator = a.denominator.times(b.denominator),
      let products = a.product(b, shape: shape)
    {
      return products.map { Rational($0, denominator) }
    }
    // Columns as rows, so that both factors of an entry are slices.
    let turned = (0..<columns).flatMap { j in (0..<inner).map { right[$0 * columns + j] } }
    return (0..<rows * columns).map { place in
      let (row, column) = (place / columns * inner, place % columns * inner)
      return dotProduct(left[row..<row + inner], turned[column..<column + inner])
    }
  }
}

extension Surd {
  /// The product of two matrices, by rational matrices where there are few roots.
  public static func matrixProduct(
    _ left: [Surd], _ right: [Surd], shape: ProductShape
  ) -> [Surd] {
    if let a = RootParts(left), let b = RootParts(right), let product = a.product(b, shape: shape) {
      return product
    }
    return termwiseProduct(left, right, shape: shape)
  }
}
