import Rational

extension Expression {
  /// The degree of the formula as a polynomial in the entries of the matrix of that name, as it is
  /// written, 3 for all that are greater; nil where it is no polynomial, or that is not plain.
  ///
  /// Definitions cannot name what a statement binds, so that it stands in the formula itself.
  package func degree(in name: String) -> Int? {
    // Squares in squares soon have a degree beyond a word.
    degree(ofPartsIn: name).map { min($0, 3) }
  }

  /// The degree, given those of the parts.
  private func degree(ofPartsIn name: String) -> Int? {
    switch self {
    case .number, .graph: return 0
    case .name(let other, _): return other == name ? 1 : 0
    case .negated(let operand, _), .transposed(let operand, _): return operand.degree(in: name)
    case .binary(let symbol, let left, let right, _):
      guard let a = left.degree(in: name), let b = right.degree(in: name) else { return nil }
      switch symbol {
      case .plus, .minus: return max(a, b)
      case .times: return a + b
      case .divided: return b == 0 ? a : nil
      case .power:
        if a == 0, b == 0 { return 0 }
        guard case .number(let exponent, _) = right, exponent.isInteger,
          let times = Int(exactly: exponent.numerator), (0...2).contains(times)
        else { return nil }
        return a * times
      }
    case .call(let function, let arguments, _):
      return Self.degree(of: function, arguments.map { $0.degree(in: name) })
    case .matrix, .partition:
      return children.reduce(0) { result, part in
        guard let result, let degree = part.degree(in: name) else { return nil }
        return max(result, degree)
      }
    }
  }

  /// The degree of a call, given those of its arguments.
  private static func degree(of function: Function, _ degrees: [Int?]) -> Int? {
    let known = degrees.compactMap { $0 }
    guard known.count == degrees.count else { return nil }
    if known.allSatisfy({ $0 == 0 }) { return 0 }
    let first = known[0]
    switch function {
    case .transpose, .trace, .diagonal, .diagonalOf, .stack: return known.max()
    case .gram, .squaredNorm: return 2 * first
    case .hadamard, .kronecker: return known.reduce(0, +)
    // What is added or selected may depend on it; how much and which, not.
    case .entry, .quotient: return known.dropFirst().allSatisfy { $0 == 0 } ? first : nil
    case .sum, .byFormula:
      return known.dropLast().allSatisfy { $0 == 0 } ? known[known.count - 1] : nil
    default: return nil
    }
  }
}
