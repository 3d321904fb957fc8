import Graphs
import Polynomials
import Rational

/// A real number that is known exactly: an element of a field of square roots, for arithmetic, or a root
/// of a polynomial, for comparisons.
package enum RealNumber: Sendable {
  case surd(Surd)
  case root(AlgebraicNumber)

  /// A root of a polynomial of degree at most 2 is a sum of square roots; one of a higher degree may be,
  /// and is left as it is.
  package init(_ value: AlgebraicNumber) {
    self = value.surd.map { .surd($0) } ?? .root(value)
  }

  /// -1, 0 or 1: the sign of this number minus another one.
  package func order(_ other: RealNumber) -> Int {
    switch (self, other) {
    case (.surd(let a), .surd(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.root(let a), .surd(let b)): a.order(b)
    case (.surd(let a), .root(let b)): -b.order(a)
    case (.root(let a), .root(let b)): a.order(b)
    }
  }

  package var sign: Int {
    switch self {
    case .surd(let value): value.sign
    case .root(let value): value.sign
    }
  }

  package var magnitude: RealNumber {
    switch self {
    case .surd(let value): .surd(value.sign < 0 ? -value : value)
    case .root(let value): .root(value.magnitude)
    }
  }

  package func decimal(digits: Int) -> String {
    switch self {
    case .surd(let value): value.decimal(digits: digits)
    case .root(let value): value.decimal(digits: digits)
    }
  }

  /// Whether digits say more than the number itself.
  package var isInteger: Bool {
    if case .surd(let value) = self { value.rational?.isInteger == true } else { false }
  }
}

extension RealNumber: CustomStringConvertible {
  package var description: String {
    switch self {
    case .surd(let value): value.description
    case .root(let value): value.formula
    }
  }
}

extension AlgebraicNumber {
  /// The number in the language of claims: `root(2, [1, -3, 0, 1])`, the second smallest real root of
  /// 1 - 3x + x³.
  package var formula: String {
    if let rational { return "\(rational)" }
    let list = polynomial.coefficients.map(\.description).joined(separator: ", ")
    return "root(\(index), [\(list)])"
  }
}
