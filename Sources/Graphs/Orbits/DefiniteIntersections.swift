import Rational

/// The intersection numbers of a definite number of vertices: of subsets of at most two elements by
/// enumeration, of larger ones by binomial coefficients.
public struct DefiniteIntersections<Scalar: ExactField>: IntersectionNumbers {
  private let enumerated: EnumeratedIntersections<Scalar>
  private let polynomial: PolynomialIntersections<Scalar>

  /// Counts for `{0, …, order - 1}`.
  ///
  /// - Precondition: `order` is not negative.
  public init(order: Int) {
    enumerated = EnumeratedIntersections(order: order)
    polynomial = PolynomialIntersections(order: order)
  }

  /// The number of vertices.
  public var order: VertexCount { enumerated.order }

  /// The sizes of intersections that occur.
  public func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int] {
    max(rows, columns) <= 2
      ? enumerated.sizesOccurring(rows, columns) : polynomial.sizesOccurring(rows, columns)
  }

  /// The number of subsets of a size.
  public func subsets(ofSize size: Int) -> Scalar {
    size <= 2 ? enumerated.subsets(ofSize: size) : polynomial.subsets(ofSize: size)
  }

  /// How many sets c meet two others in this way.
  public func count(
    rows: Int, columns: Int, common: Int, middle: Int, left: Int, right: Int
  ) -> Scalar {
    let isSmall = max(rows, columns, middle) <= 2
    return isSmall
      ? enumerated.count(
        rows: rows, columns: columns, common: common, middle: middle, left: left, right: right)
      : polynomial.count(
        rows: rows, columns: columns, common: common, middle: middle, left: left, right: right)
  }
}

extension Scheme where Scalar == Surd {
  /// The table for definite base sets, compiled for this field: matrices of graphs are built for many orders.
  public convenience init(counting numbers: [DefiniteIntersections<Surd>]) { self.init(numbers) }
}
