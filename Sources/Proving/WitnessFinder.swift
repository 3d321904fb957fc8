import Certificates
import Graphs
import Rational
import Statements
import Symbolic

/// Finds the values of the steps of a uniform proof.
///
/// Numbers are symbolic, matrices have one such number for each orbit of the permutations of the base
/// sets. Whatever is guessed
/// here (which entries are positive, from which r on things hold) is checked by the kernel.
struct WitnessFinder {
  typealias Matrix = OrbitMatrix<SymbolicNumber>

  private let program: UniformProof.Program
  private let layers: Int?
  var baseSets: BaseSets
  let scheme: Scheme<SymbolicNumber>
  private var values: [Value] = []
  private var texts: [UniformProof.Value?] = []
  private var names: [SymbolicVariable: String] = [:]
  private(set) var roots: [UniformProof.Root] = []

  private enum Value {
    case number(SymbolicNumber)
    case matrix(Matrix)
    case spectrum([Eigenvalue<SymbolicNumber>])
  }

  /// The values of a program as they are written, and the roots that occur in them.
  ///
  /// - Parameter layers: The first number of layers, for a statement about all from there on.
  /// - Throws: `NoProofFound` when a value is not found.
  static func values(
    of program: UniformProof.Program, layers: Int?
  ) throws -> (values: [UniformProof.Value?], roots: [UniformProof.Root]) {
    try SymbolicVariable.withOwnVariables {
      var finder = try WitnessFinder(program, layers)
      for step in program.steps { try finder.add(step) }
      return (finder.texts, finder.roots)
    }
  }

  private init(_ program: UniformProof.Program, _ layers: Int?) throws {
    self.program = program
    self.layers = layers
    baseSets = try BaseSets(program)
    scheme = Scheme(
      try baseSets.sets.map { set in
        guard case .step(let step, _) = set else {
          return PolynomialIntersections("r", SymbolicNumber.vertices)
        }
        let size = try Self.size(step, program)
        // In a base set of a definite size some intersections do not occur.
        if let number = size.constant, let order = Int("\(number)"), order >= 0 {
          return PolynomialIntersections(order: order)
        }
        return PolynomialIntersections("\(set)", size)
      })
  }

  /// A number of elements, which is there before the steps are gone through.
  private static func size(_ index: Int, _ program: UniformProof.Program) throws -> SymbolicNumber {
    guard program.steps.indices.contains(index) else { throw NoProofFound("no such step") }
    let step = program.steps[index]
    func operand(_ place: Int) throws -> SymbolicNumber {
      try size(step.operands[place], program)
    }
    switch step.operation {
    case .number: return SymbolicNumber(Rational(step.constants[0]) ?? 0)
    case .vertices: return vertices(step)
    case .add: return try operand(0) + operand(1)
    case .subtract: return try operand(0) - operand(1)
    case .multiply: return try operand(0) * operand(1)
    case .negate: return try -operand(0)
    case .divide:
      let divisor = try operand(1)
      guard !divisor.isZero else { throw NoProofFound("\(step): division by zero") }
      return try operand(0) / divisor
    default: throw NoProofFound("\(step): a number of elements that is no polynomial")
    }
  }

  private static func vertices(_ step: UniformProof.Step) -> SymbolicNumber {
    guard let name = step.constants.first else { return .vertices }
    return SymbolicNumber(SymbolicVariable(.size(name)))
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
  /// The last row or column whose entries are looked up.
  private static let placeLimit = 1000
  /// The most products of terms in one multiplication.
  private static let productLimit = 2_000_000

  private func admit(_ value: Value, _ step: UniformProof.Step) throws {
    let numbers: [SymbolicNumber] =
      switch value {
      case .number(let number): [number]
      case .matrix(let matrix): matrix.coordinates
      case .spectrum(let list): list.flatMap { [$0.value, $0.multiplicity] }
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
        case .symbol(let name), .size(let name): names[variable] = name
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
    let denominator = SymbolicNumber(SymbolicNumber.commonDenominator(matrix.coordinates))
    let isOne = denominator == .one
    let rows = matrix.rowBlocks.map { baseSets.index(of: $0) }
    let columns = matrix.columnBlocks.map { baseSets.index(of: $0) }
    var blocks: [[String]] = []
    for (row, k) in rows.enumerated() {
      for (column, m) in columns.enumerated() {
        // The orbits that do not occur in a small base set are written as well.
        blocks.append(
          UniformProof.orbits(k, m).map { common in
            let orbit = baseSets.orbit(common)
            return matrix.entry(row, column, common: orbit).map { text($0 * denominator) } ?? "0"
          })
      }
    }
    return .init(
      rows: rows, columns: columns, blocks: blocks, denominator: isOne ? nil : text(denominator))
  }

  // MARK: Steps

  func number(_ step: UniformProof.Step, _ place: Int) throws -> SymbolicNumber {
    guard case .number(let value) = values[step.operands[place]] else {
      throw NoProofFound("\(step): expected a number")
    }
    return value
  }

  func matrix(_ step: UniformProof.Step, _ place: Int) throws -> Matrix {
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
    case .spectrum:
      let spectrum = try matrix(step, 0).spectrum()
      return (.spectrum(spectrum), .spectrum(spectrum.map { weighted($0.value, $0.multiplicity) }))
    case .positives, .zeros, .negatives:
      let sign = step.operation == .positives ? 1 : step.operation == .zeros ? 0 : -1
      let count = try spectrum(step).filter { $0.value.sign == sign }
        .reduce(SymbolicNumber.zero) { $0 + $1.multiplicity }
      return (.number(count), .number(text(count)))
    case .least, .greatest:
      // The largest come first; those of multiplicity 0 are none.
      let values = try spectrum(step).filter { !$0.multiplicity.isZero }.map(\.value)
      guard let value = step.operation == .least ? values.last : values.first else {
        throw NoProofFound("\(step): a matrix without eigenvalues")
      }
      return (.number(value), .number(text(value)))
    default:
      let value = try table(step)
      return (.matrix(value), .matrix(text(value)))
    }
  }

  private func arithmetic(_ step: UniformProof.Step) throws -> SymbolicNumber {
    switch step.operation {
    case .number: return SymbolicNumber(Rational(step.constants[0]) ?? 0)
    case .vertices: return Self.vertices(step)
    case .symbol:
      return SymbolicNumber(SymbolicVariable(.symbol(step.constants[0])))
    case .add: return try number(step, 0) + number(step, 1)
    case .subtract: return try number(step, 0) - number(step, 1)
    case .multiply: return try product(number(step, 0), number(step, 1), step)
    case .negate: return try -number(step, 0)
    case .divide: return try product(number(step, 0), reciprocal(number(step, 1), step), step)
    default:
      let (base, constants) = (try number(step, 0), step.constants)
      // The exponent for the first number of layers may be beyond a word where its parts are not.
      var whole = Integer(constants[0]) ?? 0
      let constant = constants.count == 3 ? Integer(constants[2]) ?? 0 : 0
      if constants.count == 3 { whole = whole * Integer(layers ?? 0) + constant }
      // The kernel rejects a constant of more than 100.
      guard let exponent = Int(exactly: whole), (-64...64).contains(exponent),
        constant.magnitude <= 100
      else {
        throw NoProofFound("\(step): a large exponent")
      }
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
      guard places.allSatisfy({ $0 >= 1 }), value.rowBlocks.count == 1,
        value.columnBlocks.count == 1
      else { throw NoProofFound("\(step): rows and columns of one block are counted from 1") }
      guard places.allSatisfy({ $0 <= Self.placeLimit }) else {
        throw NoProofFound("\(step): an entry beyond row or column \(Self.placeLimit)")
      }
      let a = tuple(places[0], value.rowBlocks[0])
      let b = tuple(places[1], value.columnBlocks[0])
      let common = a.merging(b) { $0.intersection($1) }.filter {
        b[$0.key] != nil && a[$0.key] != nil
      }
      guard let entry = value.entry(0, 0, common: baseSets.orbit(common.mapValues(\.count))) else {
        throw NoProofFound("\(step): no such entry")
      }
      return entry
    }
  }

  private func spectrum(_ step: UniformProof.Step) throws -> [Eigenvalue<SymbolicNumber>] {
    guard case .spectrum(let value) = values[step.operands[0]] else {
      throw NoProofFound("\(step): expected a spectrum")
    }
    return value
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
}

extension SymbolicVariable {
  /// The name of a symbol.
  fileprivate var symbolName: String {
    switch definition {
    case .symbol(let name), .size(let name): name
    case .root: ""
    }
  }
}
