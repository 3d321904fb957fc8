import Rational
import Statements

extension Proposition {
  /// Assertions each of which contradicts this one; none where no such assertion has a proof for all
  /// values.
  ///
  /// A spectrum is contradicted by the trace of a power, and the parameters of a strongly regular graph
  /// by a count.
  package var contradictions: [Proposition] {
    switch self {
    case .relation(let left, let relation, let right, let place):
      return [.relation(left, relation.negation, right, place)]
    case .spectrum(let matrix, let values, let place):
      return (0...4).map { exponent in
        .relation(
          .call(.trace, [matrix.product(of: exponent)], place), .notEqual,
          values.powerSum(exponent, place), place)
      }
    case .stronglyRegular(let graph, let parameters, let place):
      let (order, degree) = (parameters[0], parameters[1])
      let (adjacent, apart) = (parameters[2], parameters[3])
      let one = Expression.number(1, place)
      // k (k - λ - 1) = (v - k - 1) μ counts the paths of length 2 from a vertex to those apart from it.
      let paths = Expression.binary(
        .times, degree,
        .binary(.minus, .binary(.minus, degree, adjacent, place), one, place), place)
      let others = Expression.binary(
        .times, .binary(.minus, .binary(.minus, order, degree, place), one, place), apart, place)
      return [
        .relation(.call(.rows, [graph], place), .notEqual, order, place),
        .relation(
          .call(.entry, [graph.product(of: 2), one, one], place), .notEqual, degree, place),
        .relation(paths, .notEqual, others, place),
      ]
    case .feasibility, .lossComparison, .lossValue, .inertia, .definite, .equitable, .interlacing,
      .forAllVectors, .either:
      return []
    }
  }
}

extension Relation {
  /// What holds exactly where this does not.
  fileprivate var negation: Relation {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

extension Expression {
  /// The product of so many copies of a square matrix.
  fileprivate func product(of copies: Int) -> Expression {
    guard copies > 0 else { return .call(.identity, [.call(.rows, [self], location)], location) }
    return (1..<copies).reduce(self) { product, _ in .binary(.times, product, self, location) }
  }
}

extension [Proposition.Eigenvalue] {
  /// `Σ m v^n`, in the notation of the language.
  fileprivate func powerSum(_ exponent: Int, _ place: SourceLocation) -> Expression {
    let terms = map { line -> Expression in
      guard exponent > 0 else { return line.multiplicity }
      let power = (1..<exponent).reduce(line.value) { product, _ in
        .binary(.times, product, line.value, place)
      }
      return .binary(.times, line.multiplicity, power, place)
    }
    return terms.dropFirst().reduce(terms[0]) { .binary(.plus, $0, $1, place) }
  }
}
