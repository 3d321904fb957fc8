extension Surd {
  /// The image under the conjugation that changes the sign of the square roots of multiples of a number.
  ///
  /// - Precondition: Every radicand is coprime to that number or a multiple of it.
  package func conjugated(_ root: Integer) -> Surd { Surd(integers.conjugated(root)) }

  /// A number above 1 that every radicand of some values is coprime to or a multiple of; nil when all of
  /// them are rational.
  package static func independentRoot(of values: some Sequence<Surd>) -> Integer? {
    var root: Integer?
    for value in values where !value.isRational {
      for term in value.integers.terms where term.radicand != 1 {
        let common = Integer.gcd(root ?? term.radicand, term.radicand)
        if common != 1 { root = common }
      }
    }
    return root
  }
}
