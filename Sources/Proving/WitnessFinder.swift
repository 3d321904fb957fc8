import Certificates
import Graphs
import Rational
import Statements
import Symbolic

/// Finds the values of the steps of a uniform proof.
///
/// Numbers are symbolic, matrices have one such number for each orbit of S_r. Whatever is guessed
/// here (which entries are positive, from which r on things hold) is checked by the kernel.
struct WitnessFinder {
  private typealias Matrix = OrbitMatrix<SymbolicNumber>

  private let program: UniformProof.Program
  private let layers: Int?
  private let scheme = Scheme(PolynomialIntersections("r", SymbolicNumber.vertices))
  private var values: [Value] = []
  private var texts: [UniformProof.Value?] = []
  private var names: [SymbolicVariable: String] = [:]
  private(set) var roots: [UniformProof.Root] = []

  private enum Value {
    case number(SymbolicNumber)
    case matrix(Matrix)
  }

  /// The values of a program as they are written, and the roots that occur in them.
  ///
  /// - Parameter layers: The first number of layers, for a statement about all from there on.
  /// - Throws: `NoProofFound` when a value is not found.
  static func values(
    of program: UniformProof.Program, layers: Int?
  ) throws -> (values: [UniformProof.Value?], roots: [UniformProof.Root]) {
    try SymbolicVariable.withOwnVariables {
      var finder = WitnessFinder(program, layers)
      for step in program.steps { try finder.add(step) }
      return (finder.texts, finder.roots)
    }
  }

  private init(_ program: UniformProof.Program, _ layers: Int?) {
    self.program = program
    self.layers = layers
  }

  private mutating func add(_ step: UniformProof.Step) throws {
    do {
      let (value, text) = try self.value(step)
      try admit(value, step)
      values.append(value)
      texts.append(text)
    } catch let error as MatrixError {
      throw NoProofFound("\(step): \(error)")
    }
  }

  // MARK: Limits

  /// The most terms, the largest exponents and the longest coefficients, in bits: what is beyond them the
  /// kernel rejects.
  private static let termLimit = 20_000
  private static let exponentLimit = 127
  private static let bitLimit = 40_000
  /// The most products of terms in one multiplication.
  private static let productLimit = 2_000_000

  private func admit(_ value: Value, _ step: UniformProof.Step) throws {
    let numbers: [SymbolicNumber] =
      switch value {
      case .number(let number): [number]
      case .matrix(let matrix): matrix.coordinates
      }
    for number in numbers {
      let top = number.numerator
      guard top.terms.count <= Self.termLimit, top.greatestExponent <= Self.exponentLimit,
        top.bitsAtMost <= Self.bitLimit
      else { throw NoProofFound("\(step): polynomials that are too large") }
    }
  }

  private func product(
    _ a: SymbolicNumber, _ b: SymbolicNumber, _ step: UniformProof.Step
  ) throws -> SymbolicNumber {
    guard a.numerator.terms.count * b.numerator.terms.count <= Self.productLimit else {
      throw NoProofFound("\(step): polynomials that are too large")
    }
    let product = a * b
    try admit(.number(product), step)
    return product
  }

  // MARK: Text

  private mutating func text(_ number: SymbolicNumber) -> String {
    // Roots are named in the order they occur.
    for polynomial in [number.numerator, number.denominator] {
      for variable in polynomial.variables where names[variable] == nil {
        switch variable.definition {
        case .symbol(let name): names[variable] = name
        case .root(let square):
          let name = "s\(roots.count + 1)"
          names[variable] = name
          roots.append(.init(name: name, square: SymbolicNumber(square).text(naming: \.symbolName)))
        }
      }
    }
    return number.text { names[$0] ?? "" }
  }

  private mutating func text(_ matrix: Matrix) -> UniformProof.Matrix {
    var blocks: [[SymbolicNumber]] = []
    for row in matrix.rowBlocks.indices {
      for column in matrix.columnBlocks.indices {
        blocks.append(Array(matrix.block(row, column)))
      }
    }
    let denominator = SymbolicNumber(SymbolicNumber.commonDenominator(blocks.flatMap { $0 }))
    let isOne = denominator == .one
    let numerators = blocks.map { $0.map { $0 * denominator } }
    return .init(
      rows: matrix.rowBlocks, columns: matrix.columnBlocks,
      blocks: numerators.map { $0.map { text($0) } }, denominator: isOne ? nil : text(denominator))
  }

  // MARK: Steps

  private func number(_ step: UniformProof.Step, _ place: Int) throws -> SymbolicNumber {
    guard case .number(let value) = values[step.operands[place]] else {
      throw NoProofFound("\(step): expected a number")
    }
    return value
  }

  private func matrix(_ step: UniformProof.Step, _ place: Int) throws -> Matrix {
    guard case .matrix(let value) = values[step.operands[place]] else {
      throw NoProofFound("\(step): expected a matrix")
    }
    return value
  }

  private mutating func value(
    _ step: UniformProof.Step
  ) throws -> (Value, UniformProof.Value?) {
    switch step.operation {
    case .number, .vertices, .symbol, .add, .subtract, .multiply, .divide, .negate, .power:
      return (.number(try arithmetic(step)), nil)
    case .trace, .rows, .columns, .entry:
      let value = try ofMatrix(step)
      return (.number(value), .number(text(value)))
    case .root:
      guard let root = try number(step, 0).squareRoot else {
        throw NoProofFound("\(step): the square root of \(try number(step, 0)) was not found")
      }
      return (.number(root), .number(text(root)))
    case .rank, .nuclear, .factorisation: return try singular(step)
    default:
      let value = try table(step)
      return (.matrix(value), .matrix(text(value)))
    }
  }

  private func arithmetic(_ step: UniformProof.Step) throws -> SymbolicNumber {
    switch step.operation {
    case .number: return SymbolicNumber(Rational(step.constants[0]) ?? 0)
    case .vertices: return .vertices
    case .symbol:
      return SymbolicNumber(SymbolicVariable(.symbol(step.constants[0])))
    case .add: return try number(step, 0) + number(step, 1)
    case .subtract: return try number(step, 0) - number(step, 1)
    case .multiply: return try product(number(step, 0), number(step, 1), step)
    case .negate: return try -number(step, 0)
    case .divide: return try product(number(step, 0), reciprocal(number(step, 1), step), step)
    default:
      let (base, constants) = (try number(step, 0), step.constants)
      var exponent = Int(constants[0]) ?? 0
      if constants.count == 3 { exponent = exponent * (layers ?? 0) + (Int(constants[2]) ?? 0) }
      guard abs(exponent) <= 64 else { throw NoProofFound("\(step): a large exponent") }
      let factor = exponent < 0 ? try reciprocal(base, step) : base
      return try (0..<abs(exponent)).reduce(SymbolicNumber.one) { power, _ in
        try product(power, factor, step)
      }
    }
  }

  private func reciprocal(
    _ value: SymbolicNumber, _ step: UniformProof.Step
  ) throws -> SymbolicNumber {
    guard !value.isZero else { throw NoProofFound("\(step): division by zero") }
    return value.inverse
  }

  private func ofMatrix(_ step: UniformProof.Step) throws -> SymbolicNumber {
    let value = try matrix(step, 0)
    switch step.operation {
    case .rows: return value.rowCount
    case .columns: return value.columnCount
    case .trace:
      guard value.isSquare else { throw NoProofFound("\(step): the matrix is not square") }
      return value.trace
    default:
      let places = step.constants.compactMap { Int($0) }
      guard places.allSatisfy({ $0 >= 1 }) else {
        throw NoProofFound("\(step): rows and columns are counted from 1")
      }
      func subset(_ index: Int, _ size: Int) -> Subset {
        size == 0 ? Subset() : size == 1 ? Subset(index - 1) : Subset(0, index)
      }
      let a = subset(places[0], value.rowBlocks[0])
      let b = subset(places[1], value.columnBlocks[0])
      guard let entry = value.entry(0, 0, common: a.intersectionSize(b)) else {
        throw NoProofFound("\(step): no such entry")
      }
      return entry
    }
  }

  /// Rank, nuclear norm and cheapest factorisation come from the eigenvalues of MᵀM.
  private mutating func singular(
    _ step: UniformProof.Step
  ) throws -> (Value, UniformProof.Value?) {
    let matrix = try matrix(step, 0)
    if step.operation == .rank {
      let spectrum = try matrix.gram.spectrum()
      let rank = spectrum.reduce(SymbolicNumber.zero) {
        $1.value.isZero ? $0 : $0 + $1.multiplicity
      }
      return (.number(rank), .spectrum(spectrum.map { weighted($0.value, $0.multiplicity) }))
    }
    let norm = try NuclearNorm(matrix)
    if step.operation == .nuclear {
      return (
        .number(norm.value),
        .spectrum(norm.singularValues.map { weighted($0.value, $0.multiplicity) })
      )
    }
    let (factor, root) = (text(norm.dual), text(norm.rightRoot))
    return (
      .number(norm.value), .polar(factor, root, norm.singularValues.map { text($0.value) })
    )
  }

  private mutating func weighted(
    _ value: SymbolicNumber, _ multiplicity: SymbolicNumber
  ) -> UniformProof.Weighted {
    .init(value: text(value), multiplicity: text(multiplicity))
  }

  private func table(_ step: UniformProof.Step) throws -> Matrix {
    switch step.operation {
    case .identity: return .identity([try size(step, 0)], scheme)
    case .ones: return .ones(rows: [try size(step, 0)], columns: [try size(step, 1)], scheme)
    case .incidence: return try .incidence(scheme)
    case .adjacency: return try .triangularAdjacency(scheme)
    case .weightings: return try .vertexSigns(scheme)
    case .sum, .difference:
      let (a, b) = (try matrix(step, 0), try matrix(step, 1))
      guard a.rowSet == b.rowSet, a.columnSet == b.columnSet else {
        throw NoProofFound("\(step): matrices of different shapes")
      }
      return step.operation == .sum ? a + b : a - b
    case .scale: return try matrix(step, 1).scaled(by: number(step, 0))
    case .product:
      let (a, b) = (try matrix(step, 0), try matrix(step, 1))
      guard a.columnSet == b.rowSet else { throw NoProofFound("\(step): sizes do not fit") }
      return a * b
    case .transpose: return try matrix(step, 0).transposed
    case .stack:
      let (a, b) = (try matrix(step, 0), try matrix(step, 1))
      guard a.columnSet == b.columnSet else { throw NoProofFound("\(step): sizes do not fit") }
      return a.stacked(over: b)
    case .relu: return try matrix(step, 0).rectified
    case .unitRows: return try matrix(step, 0).unitRows()
    case .inverse:
      guard let inverse = try matrix(step, 0).inverse else {
        throw NoProofFound("\(step): the matrix has no inverse")
      }
      return inverse
    case .pseudoInverse: return try matrix(step, 0).pseudoInverse()
    default: return try Ridge(matrix(step, 0), assumingPositive: number(step, 1)).weights
    }
  }

  /// The size of the subsets that there are so many of: the empty set, vertices or edges.
  private func size(_ step: UniformProof.Step, _ place: Int) throws -> Int {
    let count = try number(step, place)
    guard let size = Subset.possibleSizes.first(where: { scheme.subsets(ofSize: $0) == count })
    else {
      throw NoProofFound("\(step): a matrix with \(count) rows or columns has no labels in r")
    }
    return size
  }
}

extension SymbolicVariable {
  /// The name of a symbol.
  fileprivate var symbolName: String {
    if case .symbol(let name) = definition { name } else { "" }
  }
}
