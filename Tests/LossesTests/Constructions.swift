import Losses
import Rational
import TestSupport

/// √n for a small natural number n.
func root(_ n: Int) -> Surd {
  guard let value = try? Surd.squareRoot(of: Rational(n)) else {
    preconditionFailure("\(n) has a square root")
  }
  return value
}

/// The invariants of the construction from the triangular graph T(r), written down by hand.
///
/// B = B_r/√(r-1): the Gram matrix B Bᵀ = ((r-2) I + J)/(r-1) has the eigenvalue 2 once and
/// (r-2)/(r-1) otherwise, so ν = √2 + (r-1) √((r-2)/(r-1)). The row of N for an edge has, up to a
/// factor, -1 at the edge, 0 at those that meet it and 1 at the h = (r-2)(r-3)/2 disjoint ones, so
/// its square length is s² = h + 1 before scaling. The graph of disjoint edges has the eigenvalues
/// h once, 3-r for r-1 times, and 1; their squares divided by s² are those of relu(N)ᵀ relu(N).
func triangular(_ r: Int) -> Construction {
  let h = Rational((r - 2) * (r - 3), 2)
  let square = h + 1
  let eigenvalues: [(value: Rational, multiplicity: Int)] = [
    (h * h / square, 1),
    (Rational((r - 3) * (r - 3)) / square, r - 1),
    (square.inverse, r * (r - 3) / 2),
  ]
  var multiplicities: [Rational: Int] = [:]
  for (value, multiplicity) in eigenvalues where multiplicity > 0 {
    multiplicities[value, default: 0] += multiplicity
  }
  return Construction(
    classes: r * (r - 1) / 2,
    nuclearNorm: root(2) + root((r - 1) * (r - 2)),
    rank: r,
    lastLayerNorm: Surd(
      Rational(r * r * (r - 1) * (r - 1)) / Rational(4 * ((r - 2) * (r - 3) + 2))),
    gramSpectrum: multiplicities.sorted { $0.key < $1.key }.map {
      .init(Surd($0.key), multiplicity: $0.value)
    })
}

/// Λ = λ^(L+1): one sample a class and all regularisations equal.
func problem(_ classes: Int, _ layers: Int, allEqualTo lambda: Rational) -> LossProblem {
  LossProblem(classes: classes, layers: layers, regularisation: lambda.power(layers + 1))
}

extension SplitMix64 {
  /// Invariants drawn freely; no matrices need exist that have them. D is between a tenth and ten
  /// times that of collapse, so that minimisers other than zero are frequent.
  mutating func construction(classes: Int, layers: Int) -> Construction {
    let rank = int(in: 1...classes)
    var left = classes
    var spectrum: [Construction.Eigenvalue] = []
    while left > 0 {
      let multiplicity = int(in: 1...left)
      let numerator = int(in: 0...30)
      let denominator = int(in: 1...9)
      let isIrrational = int(in: 0...3) == 0
      let value = Surd(Rational(numerator, denominator)) * (isIrrational ? root(3) : 1)
      spectrum.append(.init(value, multiplicity: multiplicity))
      left -= multiplicity
    }
    let norm = Surd(Rational(int(in: 1...9), 3)) + root(int(in: 1...12))
    // κ makes up for the rest of K^L.
    let target = Surd(
      Rational(Integer(classes).power(layers)) / Rational(Integer(rank).power(layers - 3)))
    let factor = Surd(Rational(int(in: 1...20), int(in: 2...10)))
    return Construction(
      classes: classes, nuclearNorm: norm, rank: rank,
      lastLayerNorm: target * factor / (norm * norm), gramSpectrum: spectrum)
  }
}
