import Rational

/// A value with the dimension of its eigenspace.
///
/// The multiplicity is an element of the field, so that it may be a polynomial where the order of
/// the matrix is a symbol, and so that a claim may be wrong in every way.
public struct Eigenvalue<Scalar: ExactField>: Hashable, Sendable {
  /// The eigenvalue.
  public let value: Scalar
  /// The dimension of its eigenspace, or what is claimed to be that.
  public let multiplicity: Scalar

  /// A value with a multiplicity; nothing is checked.
  public init(_ value: Scalar, multiplicity: Scalar) {
    self.value = value
    self.multiplicity = multiplicity
  }
}

extension Eigenvalue: CustomStringConvertible {
  /// The value and its multiplicity, as in `-2 (5 times)`.
  public var description: String { "\(value) (\(multiplicity) times)" }
}

extension Sequence {
  /// The list with equal values merged, their multiplicities added, and values of multiplicity 0
  /// dropped. The first occurrence of a value decides its place.
  func merged<Scalar>() -> [Eigenvalue<Scalar>] where Element == Eigenvalue<Scalar> {
    var places: [Scalar: Int] = [:]
    var merged: [Eigenvalue<Scalar>] = []
    for eigenvalue in self {
      if let place = places[eigenvalue.value] {
        merged[place] = Eigenvalue(
          eigenvalue.value, multiplicity: merged[place].multiplicity + eigenvalue.multiplicity)
      } else {
        places[eigenvalue.value] = merged.count
        merged.append(eigenvalue)
      }
    }
    return merged.filter { !$0.multiplicity.isZero }
  }
}
