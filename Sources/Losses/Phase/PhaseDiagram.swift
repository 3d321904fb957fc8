import Polynomials
import Rational

/// For which Λ a construction or deep neural collapse has the smaller minimal loss.
///
/// The axis Λ > 0 is cut at the two critical values, above which a loss is 1/2, and where the losses
/// cross. Between two cuts the order is the same everywhere.
public struct PhaseDiagram: Sendable {
  /// An end of a range.
  public enum Cut: Hashable, Sendable {
    /// Λ = 0
    case zero
    /// Above this the minimiser of collapse is zero.
    case collapse(Rational)
    /// Above this the minimiser of the construction is zero.
    case construction(CertifiedNumber)
    /// Here both losses are equal, and not 1/2.
    case crossing(CertifiedNumber)
    /// Λ = ∞
    case infinity

    /// Bounds of the cut; nil for infinity.
    public var value: CertifiedNumber? {
      switch self {
      case .zero: CertifiedNumber(exactly: 0)
      case .collapse(let value): CertifiedNumber(exactly: value)
      case .construction(let value), .crossing(let value): value
      case .infinity: nil
      }
    }
  }

  /// A range without its ends.
  public struct Range: Hashable, Sendable {
    /// The lower end.
    public let lower: Cut
    /// The upper end.
    public let upper: Cut
    /// The order of the construction's minimal loss and that of collapse; nil when it is not known
    /// to be the same in the whole range.
    public let order: LossOrder?
    /// Whether the minimiser of the construction is not zero.
    public let constructionIsNonzero: Bool
    /// Whether the minimiser of collapse is not zero.
    public let collapseIsNonzero: Bool
  }

  /// K
  public let classes: Int
  /// L
  public let layers: Int
  /// The critical Λ of deep neural collapse.
  public let collapse: Rational
  /// The critical Λ of the construction.
  public let construction: CriticalRegularisation
  /// The ranges, from zero to infinity.
  public let ranges: [Range]

  /// The diagram of a construction; its cuts have at least `digits` significant digits, as a rule.
  ///
  /// - Precondition: At least two layers; rational eigenvalues.
  public init(_ construction: Construction, layers: Int, digits: Int) {
    let critical = CriticalRegularisation(of: construction, layers: layers, digits: digits)
    classes = construction.classes
    self.layers = layers
    collapse = Collapse.threshold(classes: classes, layers: layers)
    self.construction = critical
    let end = Cut.collapse(collapse)
    let below: [(order: LossOrder?, upper: Cut)] =
      switch CollapseOrder(
        ConstructionBounds(exactly: construction), layers: layers, digits: digits)
      {
      case .equal: [(.equal, end)]
      case .less: [(.less, end)]
      case .greater: [(.greater, end)]
      case .change(let place): [(.greater, .crossing(place)), (.less, end)]
      case .undecided: [(nil, end)]
      }
    ranges = Self.ranges(below, collapse: collapse, construction: critical.value)
  }

  /// Joins what is known below the critical Λ of collapse with what lies above.
  private static func ranges(
    _ below: [(order: LossOrder?, upper: Cut)], collapse: Rational,
    construction: CertifiedNumber
  ) -> [Range] {
    var ranges: [Range] = []
    var lower = Cut.zero
    func add(_ upper: Cut, _ order: LossOrder?, _ isNonzero: (Bool, Bool)) {
      if lower != upper {
        ranges.append(
          Range(
            lower: lower, upper: upper, order: order, constructionIsNonzero: isNonzero.0,
            collapseIsNonzero: isNonzero.1))
      }
      lower = upper
    }
    let isLater = construction.lower > collapse
    let isEarlier = construction.upper < collapse
    for (order, upper) in below.dropLast() { add(upper, order, (true, true)) }
    let last = below.last?.order
    if isEarlier {
      // Zero for every Λ, or from its critical value on.
      add(
        construction.exactValue == 0 ? .zero : .construction(construction), last, (true, true))
      add(.collapse(collapse), .greater, (false, true))
    } else {
      add(.collapse(collapse), last, (true, true))
      if isLater { add(.construction(construction), .less, (true, false)) }
    }
    add(.infinity, isLater || isEarlier || last == .equal ? .equal : nil, (false, false))
    return ranges
  }
}
