/// The group that square-free integers generate when squares count as 1: which square roots lie in the
/// field of theirs.
///
/// √m is in Q(√d₁, …, √d_k) exactly when m is a square times a product of some of the d (Besicovitch).
struct SquareClasses {
  /// Pairwise coprime numbers of which all numbers in question are products; found without factorisation.
  private let base: [Integer]
  /// Generators in echelon form: each has a place that no later one has.
  private var generators: [(pivot: Int, places: Set<Int>)] = []

  /// - Parameter others: Numbers that `contains` will be asked about.
  init(of radicands: [Integer], askedFor others: [Integer]) {
    base = Self.coprimeBase(of: radicands + others)
    for radicand in radicands {
      let rest = reduced(places(of: radicand))
      if let pivot = rest.min() { generators.append((pivot, rest)) }
    }
  }

  /// Whether the square root of one of the numbers is in the field of the generators' roots.
  func contains(_ radicand: Integer) -> Bool { reduced(places(of: radicand)).isEmpty }

  private func places(of radicand: Integer) -> Set<Int> {
    Set(base.indices.filter { (radicand % base[$0]).isZero })
  }

  private func reduced(_ places: Set<Int>) -> Set<Int> {
    generators.reduce(into: places) { rest, generator in
      if rest.contains(generator.pivot) { rest.formSymmetricDifference(generator.places) }
    }
  }

  private static func coprimeBase(of radicands: [Integer]) -> [Integer] {
    var base: [Integer] = []
    for radicand in radicands {
      var rest = radicand
      for index in base.indices where rest != 1 {
        let common = Integer.gcd(rest, base[index])
        guard common != 1 else { continue }
        if common != base[index] {
          base.append(base[index] / common)
          base[index] = common
        }
        rest = rest / common
      }
      if rest != 1 { base.append(rest) }
    }
    return base
  }
}
