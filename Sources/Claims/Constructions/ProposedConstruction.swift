import Graphs
import Losses
import Polynomials
import Rational

/// A construction (B, N) that someone proposes: its invariants, exactly where they lie in a field of
/// square roots, and by rational bounds otherwise.
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
  /// ρ, the rank of B.
  public let rank: Int
  /// ν, the nuclear norm of B.
  public let nuclearNorm: Value
  /// κ, the least ‖W‖² with W B = N.
  public let lastLayerNorm: Surd
  /// Σ 1/μ over the eigenvalues of relu(N)ᵀ relu(N); nil when one of them is zero.
  public let reciprocalSum: Surd?
  /// The eigenvalues of relu(N)ᵀ relu(N), nil when they are in no field of square roots.
  public let spectrum: [Construction.Eigenvalue]?
  /// The same invariants for two layers, where there is no B; nil when they are not exact.
  public let twoLayers: Construction?

  /// A number that is known exactly or by bounds.
  public enum Value: Hashable, Sendable {
    case exact(Surd)
    case enclosed(CertifiedNumber)
  }

  /// All invariants, when they are exact.
  public var exact: Construction? {
    guard case .exact(let norm) = nuclearNorm, let spectrum else { return nil }
    return Construction(
      classes: classes, nuclearNorm: norm, rank: rank, lastLayerNorm: lastLayerNorm,
      gramSpectrum: spectrum)
  }

  /// The construction for L layers, when it is exact.
  public func exact(layers: Int) -> Construction? { layers == 2 ? twoLayers : exact }

  /// D Σ 1/μ / K^(L+1) from above: below 1 it loses less than collapse wherever that is not zero.
  ///
  /// - Precondition: At least three layers.
  public func criterion(layers: Int) -> CertifiedNumber? {
    guard let reciprocalSum else { return nil }
    let rest =
      lastLayerNorm * reciprocalSum * Surd(Integer(rank).power(layers - 3))
      / Surd(Integer(classes).power(layers + 1))
    switch nuclearNorm {
    case .exact(let norm):
      let bounds = (norm * norm * rest).enclosure(bits: 60)
      return CertifiedNumber(lower: bounds.lower, upper: bounds.upper)
    case .enclosed(let norm):
      let bounds = rest.enclosure(bits: 60)
      return CertifiedNumber(
        lower: norm.lower * norm.lower * bounds.lower,
        upper: norm.upper * norm.upper * bounds.upper)
    }
  }
}

/// Why a pair of matrices is not a construction.
public struct NoConstruction: Error, CustomStringConvertible {
  /// The reason, in a line.
  public let description: String
  init(_ description: String) { self.description = description }
}

extension ProposedConstruction {
  /// The invariants of a pair of matrices.
  ///
  /// - Throws: `NoConstruction` when B has a negative entry, a row of N is not in the row space of B, or
  ///   relu(N) is zero.
  init(_ name: String, _ description: [String], base: MatrixValue, last: MatrixValue) throws {
    self.name = name
    self.description = description
    classes = base.columns
    lastLayerRows = last.rows
    let limit = SizeLimit(bytes: RunOptions().memoryLimit)
    do {
      guard base.columns == last.columns else {
        throw NoConstruction(
          "B has \(base.columns) columns and N \(last.columns); expected as many")
      }
      guard try base.firstDifference(from: base.rectified, limit: limit) == nil else {
        throw NoConstruction("B has a negative entry")
      }
      let features = last.rectified
      let gram = try features.transposed.multiplied(by: features, limit: limit)
      guard let rank = try base.rank(limit: limit).rational.flatMap({ Int(exactly: $0.numerator) }),
        rank > 0, let total = try gram.densified(limit).trace.rational, total.sign > 0
      else {
        throw NoConstruction("B or relu(N) is zero, so the loss is 1/2 for every regularisation")
      }
      self.rank = rank
      lastLayerNorm = try Self.leastNorm(base, last, limit)
      let isRegular = try gram.rank(limit: limit) == Surd(classes)
      reciprocalSum = try isRegular ? gram.inverse(limit: limit).densified(limit).trace : nil
      spectrum = try Self.spectrum(of: gram, limit)
      nuclearNorm = try Self.nuclearNorm(of: base, limit)
      if let spectrum, let norm = try Self.nuclearNorm(ofLast: last, limit) {
        twoLayers = .twoLayers(
          classes: classes, nuclearNormOfLastLayer: norm, gramSpectrum: spectrum)
      } else {
        twoLayers = nil
      }
    } catch let error as MatrixValue.Failure {
      throw NoConstruction(error.description)
    } catch let error as SizeLimit.Exceeded {
      throw RunError.tooLarge(error.description)
    }
  }

  private static func spectrum(
    of gram: MatrixValue, _ limit: SizeLimit
  ) throws -> [Construction.Eigenvalue]? {
    guard let found = try gram.spectrum(limit: limit) else { return nil }
    return found.compactMap { line in
      line.multiplicity.rational.flatMap { Int(exactly: $0.numerator) }
        .map { Construction.Eigenvalue(line.value, multiplicity: $0) }
    }
  }

  /// κ = ‖N B⁺‖². For many rows without the products of all pairs of rows that `LeastNorm` checks.
  private static func leastNorm(
    _ base: MatrixValue, _ last: MatrixValue, _ limit: SizeLimit
  ) throws -> Surd {
    guard last.rows > last.columns else {
      do {
        return try base.leastNorm(reaching: last, limit: limit).value
      } catch let error as MatrixValue.Failure {
        throw NoConstruction("a row of N is not in the row space of B: \(error)")
      }
    }
    let weights = try last.multiplied(by: base.pseudoInverse(limit: limit), limit: limit)
    let reached = try weights.multiplied(by: base, limit: limit)
    guard try reached.firstDifference(from: last, limit: limit) == nil else {
      throw NoConstruction("a row of N is not in the row space of B")
    }
    return weights.squaredNorm
  }

  /// The nuclear norm of N where it is in the field: of many rows Σ √σ² over the spectrum of NᵀN.
  private static func nuclearNorm(
    ofLast last: MatrixValue, _ limit: SizeLimit
  ) throws -> Surd? {
    guard last.rows > last.columns else {
      guard case .exact(let norm) = try nuclearNorm(of: last, limit) else { return nil }
      return norm
    }
    let gram = try last.transposed.multiplied(by: last, limit: limit)
    guard let found = try gram.spectrum(limit: limit) else { return nil }
    var sum: Surd = 0
    for line in found {
      guard let root = try? line.value.squareRoot() else { return nil }
      sum += line.multiplicity * root
    }
    return sum
  }

  /// The sum of the singular values: in the field, or from isolating intervals of the eigenvalues of
  /// the smaller Gram matrix.
  private static func nuclearNorm(of matrix: MatrixValue, _ limit: SizeLimit) throws -> Value {
    do {
      return .exact(try matrix.nuclearNorm(limit: limit))
    } catch MatrixValue.Failure.matrix(let error) {
      switch error {
      case .spectrumNotInField, .noSquareRoot: break
      default: throw MatrixValue.Failure.matrix(error)
      }
    }
    let isWide = matrix.rows < matrix.columns
    let (left, right) = isWide ? (matrix, matrix.transposed) : (matrix.transposed, matrix)
    let gram = try left.multiplied(by: right, limit: limit).densified(limit)
    let polynomial = try gram.characteristicPolynomial()
    let coefficients = polynomial.coefficients.compactMap(\.rational)
    guard coefficients.count == polynomial.coefficients.count else {
      throw NoConstruction("the singular values of a matrix were not found")
    }
    var (lower, upper): (Rational, Rational) = (0, 0)
    let width = Rational(1, Integer(1) << 120)
    for (factor, multiplicity) in Polynomial(coefficients).squareFreeFactors {
      for root in factor.isolatingIntervals(width: width) {
        // Eigenvalues of a Gram matrix are not negative.
        let ends = [max(root.lower, 0), max(root.upper, 0)].map { Surd($0).squareRootBounds }
        lower += ends[0].lower * Rational(multiplicity)
        upper += ends[1].upper * Rational(multiplicity)
      }
    }
    return .enclosed(CertifiedNumber(lower: lower, upper: upper))
  }
}

extension Surd {
  /// Bounds of the square root of a rational number ≥ 0.
  fileprivate var squareRootBounds: (lower: Rational, upper: Rational) {
    let value = rational ?? 0
    // ⌊2^60 √v⌋ from the integer root of ⌊2^120 v⌋.
    let scaled = (value * Rational(Integer(1) << 120)).floor.squareRootFloor()
    let unit = Rational(1, Integer(1) << 60)
    return (Rational(scaled) * unit, Rational(scaled + 1) * unit)
  }
}

extension ProposedConstruction {
  /// The rows of N for a graph with vertices V: patterns of signs on V times B, each at norm 1.
  public enum LastLayer: Hashable, Sendable {
    /// One for each edge: -1 at its two ends and +1 elsewhere, as in Definition 6.
    case edges
    /// One for each set of s vertices: -1 there and +1 elsewhere.
    case minus(Int)
  }

  /// The most rows of N.
  public static let rowLimit = 5000

  /// B = the incidence matrix of a graph with rows of norm 1, and one of the families for N.
  ///
  /// - Throws: `NoConstruction`; `RunError.tooLarge` for too many rows.
  public init(_ name: String, graph: Graph, _ family: LastLayer = .edges) throws {
    let edges = graph.edges
    let used = (0..<graph.order).filter { graph.degree($0) > 0 }
    guard !edges.isEmpty else { throw NoConstruction("a graph without edges has no classes") }
    let incidence = Matrix<Surd>(rows: used.count, columns: edges.count) { row, column in
      edges[column].contains(used[row]) ? 1 : 0
    }
    let patterns: [Set<Int>]
    let text: String
    switch family {
    case .edges:
      patterns = edges.map { Set($0.elements) }
      text = "N: for each edge -1 at its two ends and +1 elsewhere, times B, rows of norm 1"
    case .minus(let size):
      guard (0...used.count).contains(size) else {
        throw NoConstruction("\(size) minus signs on \(used.count) vertices")
      }
      let count = Integer.binomial(used.count, size)
      guard count <= Integer(Self.rowLimit) else {
        throw RunError.tooLarge("N would have \(count) rows, over the limit of \(Self.rowLimit)")
      }
      patterns = MatrixValue.subsets(of: used, size: size)
      text =
        "N: for each set of \(size) vertices -1 there and +1 elsewhere, times B, rows of norm 1"
    }
    let base = try Self.unitRows(incidence, "B")
    let signs = Matrix<Surd>(rows: patterns.count, columns: used.count) { row, column in
      patterns[row].contains(used[column]) ? -1 : 1
    }
    let rows = signs * base
    // Patterns that are zero on every edge have no direction.
    let kept = (0..<rows.rows).filter { row in
      (0..<rows.columns).contains { !rows[row, $0].isZero }
    }
    guard !kept.isEmpty else { throw NoConstruction("N is zero") }
    let last = try Self.unitRows(
      Matrix(rows: kept.count, columns: rows.columns) { rows[kept[$0], $1] }, "N")
    try self.init(
      name,
      [
        "\(used.count) vertices, \(edges.count) edges; B: its incidence matrix, rows of norm 1 "
          + "(\(used.count) × \(edges.count))",
        "\(text) (\(last.rows) × \(last.columns))",
      ], base: .dense(base), last: .dense(last))
  }

  private static func unitRows(_ matrix: Matrix<Surd>, _ name: String) throws -> Matrix<Surd> {
    do {
      return try matrix.unitRows()
    } catch {
      throw NoConstruction("the rows of \(name) at norm 1: \(error)")
    }
  }

  /// The matrices B and N that a file defines in the claim language.
  ///
  /// - Throws: `ClaimError` with the place of a defect.
  public init(_ name: String, text: String, file: String) throws {
    let claim = try Parser.definitions(in: text, file: file)
    func matrix(_ name: String) throws -> MatrixValue {
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        throw ClaimError(claim.location, "the file defines no \(name); expected let \(name) = …")
      }
      var evaluator = Evaluator(
        claim, at: Instance(names: [], values: []), options: RunOptions(),
        cache: DefinitionCache(claim))
      return try evaluator.matrix(definition.expression)
    }
    let (base, last) = (try matrix("B"), try matrix("N"))
    try self.init(
      name,
      [
        "B = \(Self.text(claim, "B")) (\(base.shape))",
        "N = \(Self.text(claim, "N")) (\(last.shape))",
      ], base: base, last: last)
  }

  private static func text(_ claim: Claim, _ name: String) -> String {
    claim.definitions.first { $0.name == name }.map { "\($0.expression)" } ?? ""
  }
}
