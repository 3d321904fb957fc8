import Graphs
import Losses
import Rational

/// A construction (B, N) that someone proposes: its invariants, exactly where they were found to be
/// sums of square roots, and by rational bounds otherwise.
///
/// The triangular graph of Definition 6 is the case B = T_r, and deep neural collapse B = N = I.
public struct ProposedConstruction: Sendable {
  /// What it is called.
  public let name: String
  /// B and N as they are described, one line each.
  public let description: [String]
  /// The number of classes.
  public let classes: Int
  /// The number of rows of N.
  public let lastLayerRows: Int
  /// Whether relu(N) is zero, so that the loss is 1/2 for every regularisation.
  public let vanishes: Bool
  /// ρ, the rank of B.
  public let rank: Int
  /// ν, the nuclear norm of B.
  public let nuclearNorm: Value
  /// The nuclear norm of N, which takes the place of ν for two layers, where there is no B.
  public let nuclearNormOfLastLayer: Value
  /// κ, the least ‖W‖² with W B = N.
  public let lastLayerNorm: Value
  /// The eigenvalues of relu(N)ᵀ relu(N), largest first; those whose bounds overlap have one line.
  public let spectrum: [(value: Value, multiplicity: Int)]
  /// Σ μ, when it is a short sum of square roots.
  package let trace: Surd?

  /// A number that is known exactly or by bounds.
  public enum Value: Hashable, Sendable {
    case exact(Surd)
    case enclosed(CertifiedNumber)

    /// The bounds as numbers of the field; equal to the value when that is known.
    var ends: (lower: Surd, upper: Surd) {
      switch self {
      case .exact(let value): (value, value)
      case .enclosed(let bounds): (Surd(bounds.lower), Surd(bounds.upper))
      }
    }

    /// The product of two positive numbers.
    public static func * (left: Value, right: Value) -> Value {
      if case .exact(let a) = left, case .exact(let b) = right { return .exact(a * b) }
      let (a, b) = (left.bounds, right.bounds)
      return .enclosed(CertifiedNumber(lower: a.lower * b.lower, upper: a.upper * b.upper))
    }

    /// Rational bounds of a number that is not negative.
    public var bounds: CertifiedNumber {
      switch self {
      case .exact(let value):
        let (lower, upper) = value.enclosure(bits: 80)
        return CertifiedNumber(lower: max(0, lower), upper: upper)
      case .enclosed(let bounds): return bounds
      }
    }

    /// Whether it may be zero.
    public var mayVanish: Bool { ends.lower.sign <= 0 }
  }

  /// Σ 1/μ; nil when an eigenvalue is zero, or may be.
  public var reciprocalSum: Value? {
    var (lower, upper) = (Surd.zero, Surd.zero)
    for (value, multiplicity) in spectrum {
      if value.mayVanish { return nil }
      lower += Surd(multiplicity) / value.ends.upper
      upper += Surd(multiplicity) / value.ends.lower
    }
    if lower == upper { return .exact(lower) }
    return .enclosed(
      CertifiedNumber(
        lower: lower.enclosure(bits: 80).lower, upper: upper.enclosure(bits: 80).upper)
    )
  }

  /// What is known of its loss for L layers; nil when relu(N) is zero.
  public func bounds(layers: Int) -> ConstructionBounds? {
    if vanishes { return nil }
    let (norm, reach) =
      layers == 2
      ? (nuclearNormOfLastLayer.ends, (lower: Surd(1), upper: Surd(1)))
      : (nuclearNorm.ends, lastLayerNorm.ends)
    let depth = layers == 2 ? 1 : rank
    func construction(
      _ norm: Surd, _ reach: Surd, _ end: (Value) -> Surd
    ) -> Construction {
      Construction(
        classes: classes, nuclearNorm: norm, rank: depth, lastLayerNorm: reach,
        gramSpectrum: spectrum.map { .init(end($0.value), multiplicity: $0.multiplicity) })
    }
    return ConstructionBounds(
      lower: construction(norm.lower, reach.lower) { $0.ends.upper },
      upper: construction(norm.upper, reach.upper) { $0.ends.lower }, trace: trace)
  }

  /// The construction for L layers, when it is exact and relu(N) is not zero.
  public func exact(layers: Int) -> Construction? { bounds(layers: layers)?.exact }
}

/// Why a pair of matrices is not a construction.
public struct NoConstruction: Error, CustomStringConvertible {
  /// The reason, in a line.
  public let description: String
  package init(_ description: String) { self.description = description }
}
