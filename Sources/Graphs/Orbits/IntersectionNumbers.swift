import Rational

/// The number of vertices that the symmetric group acts on.
public enum VertexCount: Hashable, Sendable {
  /// A definite number.
  case number(Int)
  /// A symbol that stands for every number from some bound on.
  case symbol(String)
}

extension VertexCount: CustomStringConvertible {
  /// The number in decimal digits, or the name of the symbol.
  public var description: String {
    switch self {
    case .number(let order): "\(order)"
    case .symbol(let name): name
    }
  }
}

/// How the subsets of a vertex set meet: everything that products of orbit matrices need to know.
///
/// For a definite number of vertices the counts of subsets of at most two elements are
/// found by counting (`EnumeratedIntersections`); of larger ones, and with a symbol in its place, they are
/// polynomials (`PolynomialIntersections`).
public protocol IntersectionNumbers<Scalar>: Sendable {
  /// The field that the counts are given in.
  associatedtype Scalar: ExactField

  /// The number of vertices.
  var order: VertexCount { get }

  /// The sizes of `a ∩ b` that occur for sets a and b of the given sizes, smallest first.
  func sizesOccurring(_ rows: Int, _ columns: Int) -> [Int]

  /// The number of subsets of the given size.
  func subsets(ofSize size: Int) -> Scalar

  /// The number of sets c of size `middle` with `|a ∩ c| = left` and `|c ∩ b| = right`, where a
  /// and b have the sizes `rows` and `columns` and share `common` vertices.
  ///
  /// Precondition: `common` occurs for these sizes.
  func count(
    rows: Int, columns: Int, common: Int, middle: Int, left: Int, right: Int
  ) -> Scalar
}
