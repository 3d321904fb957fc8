import Certificates
import Graphs
import Rational

/// The singular values of a rational matrix, within bounds, and how many of them are above a threshold,
/// exactly.
public struct SingularValues: Sendable {
  /// Bounds of each, the largest first: as many as the shorter side of the matrix.
  public let bounds: [(lower: Rational, upper: Rational)]
  /// How many are not zero: the rank, exactly.
  public let rank: Int

  /// Above what a singular value counts for the numerical rank.
  public enum Threshold: Hashable, Sendable {
    /// That many times the largest one.
    case relative(Rational)
    /// That number.
    case absolute(Rational)

    /// What counts where nothing else is said, in parts of the largest one.
    public static let standardFactor = Rational(1, 1000)
    /// A thousandth of the largest one.
    public static let standard = relative(standardFactor)
  }

  /// A numerical rank, or what is known of it.
  public struct Count: Hashable, Sendable {
    /// As many are above the threshold.
    public let atLeast: Int
    /// And no more.
    public let atMost: Int

    /// The number, when it is decided.
    public var decided: Int? { atLeast == atMost ? atLeast : nil }
  }

  /// Up to that many rows or columns, the lesser of both.
  public static let orderLimit = EnclosedGram.orderLimit

  private let gram: ScaledGram

  /// The singular values of a matrix of known rank; nil for one beyond the limit.
  ///
  /// - Complexity: Cubic in the shorter side, in floating point and in words.
  public init?(of matrix: PointMatrix, rank: Int) {
    let order = min(matrix.rows, matrix.columns)
    guard order <= Self.orderLimit, max(matrix.rows, matrix.columns) <= 1 << 16 else { return nil }
    self.rank = rank
    gram = ScaledGram(matrix)
    let squares = gram.eigenvalueBounds(zeros: order - rank)
    bounds = squares.reversed().map { square in
      (Self.root(square.lower).lower, Self.root(square.upper).upper)
    }
  }

  /// The largest divided by the smallest, within bounds; no upper one where it may be infinite, and nil
  /// where it is.
  public var condition: (lower: Rational, upper: Rational?)? {
    guard let first = bounds.first, let last = bounds.last, rank == bounds.count else { return nil }
    // Not zero, so the upper bound is not either.
    return (
      max(1, first.lower / last.upper), last.lower.sign > 0 ? first.upper / last.lower : nil
    )
  }

  /// How many singular values are above a threshold.
  ///
  /// Where no bounds have the threshold between them they decide. Otherwise the inertia of MᵀM - θ² I does:
  /// its positive eigenvalues are those of MᵀM above θ². When θ is a multiple of the largest singular value,
  /// both ends of what is known of that one have to give the same number; its bounds are halved until they do, or
  /// the limit is reached.
  public func count(above threshold: Threshold) -> Count {
    guard let first = bounds.first, rank > 0 else { return Count(atLeast: 0, atMost: 0) }
    var counter = Counter(bounds: bounds, gram: gram)
    switch threshold {
    case .absolute(let value):
      let count = counter.count(above: value * value)
      return Count(atLeast: count, atMost: count)
    case .relative(let factor):
      let square = factor * factor
      var (lower, upper) = (first.lower * first.lower, first.upper * first.upper)
      var steps = 0
      while true {
        let count = Count(
          atLeast: counter.count(above: square * upper),
          atMost: counter.count(above: square * lower))
        if count.decided != nil || lower == upper || steps == Self.halvings { return count }
        // The largest square may be a short fraction; then it is known exactly.
        let short = Rational.simplest(between: lower, and: upper)
        let inertia = counter.inertia(minus: short)
        if inertia.positive == 0, inertia.zero > 0 {
          (lower, upper) = (short, short)
        } else {
          for _ in 0..<8 {
            let middle = (lower + upper) / 2
            if counter.count(above: middle) > 0 { lower = middle } else { upper = middle }
          }
        }
        steps += 1
      }
    }
  }

  /// How often the bounds of the largest singular value are made 2^8 times as narrow.
  private static let halvings = 8

  /// Bounds of the square root of a number that is not negative, to some eighteen digits.
  static func root(_ value: Rational) -> (lower: Rational, upper: Rational) {
    guard value.sign > 0 else { return (0, 0) }
    let shift = max(0, 64 + (value.denominator.bitLength - value.numerator.bitLength) / 2)
    let scaled = value.numerator << (2 * shift)
    let floor = (scaled / value.denominator).squareRootFloor()
    let scale = Integer(1) << shift
    let isExact = floor * floor * value.denominator == scaled
    return (Rational(floor, scale), Rational(isExact ? floor : floor + 1, scale))
  }
}

/// MᵀM or MMᵀ, whichever has fewer rows: they have the same eigenvalues but for zeros.
private struct ScaledGram: Sendable {
  /// The vectors whose inner products these are, as integers over one denominator.
  private let vectors: [[Integer]]
  private let denominator: Integer

  init(_ matrix: PointMatrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    denominator = matrix.denominator
    vectors =
      rows <= columns
      ? (0..<rows).map { Array(matrix.numerators[($0 * columns)..<(($0 + 1) * columns)]) }
      : (0..<columns).map { column in (0..<rows).map { matrix.numerators[$0 * columns + column] } }
  }

  /// Bounds of the eigenvalues, ascending.
  func eigenvalueBounds(zeros: Int) -> [(lower: Rational, upper: Rational)] {
    let length = vectors.first?.count ?? 0
    guard zeros < vectors.count else { return vectors.map { _ in (0, 0) } }
    // The vectors as columns.
    let entries = (0..<length).flatMap { place in vectors.map { ($0[place], $0[place]) } }
    let matrix = EnclosedMatrix(
      rows: length, columns: vectors.count, bits: 0,
      bounds: entries.map { (lower: $0.0, upper: $0.1) })
    let square = Rational(1, denominator * denominator)
    return matrix.gram().eigenvalueBounds(zeros: zeros).map {
      ($0.lower * square, $0.upper * square)
    }
  }

  /// The products of the vectors up to each, as integers.
  func products() -> [[Integer]] {
    vectors.enumerated().map { row, left in
      vectors[...row].map { right in
        zip(left, right).reduce(Integer(0)) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// The inertia of the matrix less a multiple of the identity.
  ///
  /// - Parameter products: What `products` gives.
  func inertia(_ products: [[Integer]], minus value: Rational) -> Inertia {
    // q (VᵀV) - p d² I with value = p/q.
    let shift = value.numerator * denominator * denominator
    let matrix = Matrix<Rational>(rows: vectors.count, columns: vectors.count) { row, column in
      let product = products[max(row, column)][min(row, column)] * value.denominator
      return Rational(row == column ? product - shift : product)
    }
    guard let inertia = try? matrix.inertia() else {
      preconditionFailure("inner products are symmetric")
    }
    return inertia
  }
}

/// Counts squares of singular values above numbers, several of one matrix.
private struct Counter {
  let bounds: [(lower: Rational, upper: Rational)]
  let gram: ScaledGram
  /// Once they are needed.
  private lazy var products = gram.products()

  init(bounds: [(lower: Rational, upper: Rational)], gram: ScaledGram) {
    (self.bounds, self.gram) = (bounds, gram)
  }

  mutating func inertia(minus value: Rational) -> Inertia { gram.inertia(products, minus: value) }

  /// How many squares are above a number that is not negative.
  mutating func count(above value: Rational) -> Int {
    let surely = bounds.count { $0.lower.power(2) > value }
    let perhaps = bounds.count { $0.upper.power(2) > value }
    return surely == perhaps ? surely : inertia(minus: value).positive
  }
}
