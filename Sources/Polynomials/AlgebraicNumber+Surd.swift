import Rational

extension AlgebraicNumber {
  /// The value of a sum of square roots.
  ///
  /// - Complexity: The degree doubles with each independent square root.
  public init(_ value: Surd) {
    guard let root = Polynomial<Surd>([-value, 1]).realRoots.first else {
      preconditionFailure("a polynomial of degree 1 has a root")
    }
    self = root
  }

  /// The value as a sum of square roots, where `polynomial` has a degree of at most 2 and the square
  /// root is found; nil for other numbers, among which there are such sums, too.
  public var surd: Surd? {
    if let rational { return Surd(rational) }
    let coefficients = polynomial.coefficients
    guard coefficients.count == 3 else { return nil }
    let (c, b, a) = (coefficients[0], coefficients[1], coefficients[2])
    guard let root = try? Surd.squareRoot(of: b * b - 4 * a * c) else { return nil }
    // a is positive: the first root is the one with the minus sign.
    return (Surd(-b) + (index == 1 ? -root : root)) * Surd((2 * a).inverse)
  }
}
