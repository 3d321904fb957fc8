import Certificates
import Losses
import Rational

/// The losses of the paper's solutions in one problem, and how they compare with deep neural collapse.
public struct LossAnswer: Sendable {
  /// The number of classes, as it is given.
  public enum Size: Hashable, Sendable {
    /// r, for K = r(r-1)/2 classes: Definition 6.
    case order(Int)
    /// K: both ways of Definition 8.
    case classes(Int)
  }

  /// A solution of the paper.
  public struct Contender: Sendable {
    /// `SRG`, `SRG, way 1`, `DNC`.
    public let name: String
    /// What it is made of, for people.
    public let description: String
    /// The loss with its parts.
    public let solution: LossSolution
  }

  /// How one solution compares with deep neural collapse.
  public struct Comparison: Sendable {
    /// The name of the solution.
    public let name: String
    /// The order of its loss and that of DNC; nil when the precision limit does not suffice.
    public let order: LossOrder?
    /// Its loss divided by that of DNC.
    public let ratio: CertifiedNumber
    /// What the kernel has replayed.
    public let certificate: LossCertificate?
    /// How many cells the certificate has.
    public let cells: Int
  }

  /// K, L and Λ.
  public let problem: LossProblem
  /// One number for each parameter.
  public let regularisation: Regularisation
  /// The constructions, and deep neural collapse as the last one.
  public let contenders: [Contender]
  /// One comparison for each construction.
  public let comparisons: [Comparison]

  /// The Λ below which the minimiser of deep neural collapse is not zero.
  public var threshold: Rational {
    Collapse.threshold(classes: problem.classes, layers: problem.layers)
  }

  /// Whether all orders are decided.
  public var isDecided: Bool { comparisons.allSatisfy { $0.order != nil } }

  /// The answer for one problem, with at least `digits` significant digits of all numbers, as a rule.
  ///
  /// - Precondition: At least three vertices or classes, and one positive digit.
  /// - Throws: `RunError.tooLarge` for more vertices than are enumerated, or when the precision limit
  ///   does not suffice.
  public init(_ size: Size, _ regularisation: Regularisation, digits: Int) throws {
    let layers = regularisation.weights.count
    let graph: [(name: String, description: String, blocks: [Construction])]
    var (order, removals): (Int, [GraphConstruction.Removal]) = (0, [])
    switch size {
    case .order(let order):
      let blocks = [try GraphConstruction.triangular(order: order, layers: layers)]
      graph = [("SRG", "SRG(\(order)), Definition 6", blocks)]
    case .classes(let classes):
      let first = try GraphConstruction.firstWay(classes: classes, layers: layers)
      let rest = first.blocks.count > 1 ? " and DNC(\(first.blocks[1].classes))" : ""
      graph = [
        ("SRG, way 1", "SRG(\(first.order))\(rest), Definition 8, first way", first.blocks)
      ]
      (order, removals) = try GraphConstruction.secondWay(classes: classes, layers: layers)
    }
    let classes = graph[0].blocks.reduce(0) { $0 + $1.classes }
    let problem = LossProblem(
      classes: classes, layers: layers, regularisation: regularisation.product)
    let collapse = [Construction.collapse(classes: classes)]
    let standard = Contender(
      name: "DNC", description: "deep neural collapse, Definition 7",
      solution: try Self.required(problem.solution(of: collapse, digits: digits)))

    var contenders: [Contender] = []
    var comparisons: [Comparison] = []
    for (name, description, blocks) in graph {
      let solution = try Self.required(problem.solution(of: blocks, digits: digits))
      contenders.append(Contender(name: name, description: description, solution: solution))
      comparisons.append(
        Self.comparison(problem, name, blocks, collapse, solution.loss / standard.solution.loss))
    }
    for (index, removal) in removals.enumerated() {
      let construction = removal.construction
      let solution = try Self.required(problem.solution(of: construction, digits: digits))
      let removed = construction.whole.classes - classes
      let ending =
        switch removed {
        case 0: ""
        case 1: " without 1 column"
        default: " without \(removed) columns, \(removal.edges)"
        }
      let name = index == 0 ? "SRG, way 2" : "SRG, way 2, apart"
      contenders.append(
        Contender(
          name: name,
          description: "SRG(\(order))\(ending), Definition 8, second way", solution: solution))
      let ratio = solution.loss / standard.solution.loss
      // Nothing is removed: it is the construction itself, of which ties are seen too.
      comparisons.append(
        removed == 0
          ? Self.comparison(problem, name, [construction.whole], collapse, ratio)
          : Comparison(
            name: name, order: problem.compare(construction, collapse), ratio: ratio,
            certificate: nil, cells: 0))
    }
    self.problem = problem
    self.regularisation = regularisation
    self.contenders = contenders + [standard]
    self.comparisons = comparisons
  }

  private static func required(_ solution: LossSolution?) throws -> LossSolution {
    guard let solution else {
      throw RunError.tooLarge("a minimal loss: the precision limit does not suffice")
    }
    return solution
  }

  private static func comparison(
    _ problem: LossProblem, _ name: String, _ left: [Construction], _ right: [Construction],
    _ ratio: CertifiedNumber
  ) -> Comparison {
    let found = problem.compare(left, right)
    var certificate: LossCertificate?
    var cells = 0
    if let found, let candidate = problem.certificate(left, right, for: found),
      let summary = try? candidate.replay(
        expecting: problem.statement(left, found.order, right))
    {
      (certificate, cells) = (candidate, summary.cells)
    }
    return Comparison(
      name: name, order: found?.order, ratio: ratio, certificate: certificate, cells: cells)
  }
}
