import Certificates
import Graphs
import Rational
import Symbolic

extension WitnessFinder {
  mutating func table(_ step: UniformProof.Step) throws -> Matrix {
    switch step.operation {
    case .identity: return .identity(try labels(step, 0), scheme)
    case .ones: return .ones(rows: try labels(step, 0), columns: try labels(step, 1), scheme)
    case .table: return try literal(step)
    case .hadamard:
      let (a, b) = (try matrix(step, 0), try matrix(step, 1))
      guard a.rowSet == b.rowSet, a.columnSet == b.columnSet else {
        throw NoProofFound("\(step): matrices of different shapes")
      }
      return a.hadamard(b)
    case .kronecker: return try kronecker(step)
    case .diagonal:
      let vector = try matrix(step, 0)
      guard vector.columnBlocks == [0] else { throw NoProofFound("\(step): expected one column") }
      return vector.onDiagonal
    case .incidence: return .incidence(scheme)
    case .adjacency: return .triangularAdjacency(scheme)
    case .weightings: return .vertexSigns(scheme)
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

  /// What so many rows or columns may stand for.
  private func labels(_ step: UniformProof.Step, _ place: Int) throws -> [IndexType] {
    let count = try number(step, place)
    let found = baseSets.candidates.first { types in
      types.reduce(SymbolicNumber.zero) { $0 + scheme.count(of: $1) } == count
    }
    guard let found else {
      throw NoProofFound("\(step): a matrix with \(count) rows or columns has no labels")
    }
    return found
  }

  /// The matrix of a step `table`.
  private func literal(_ step: UniformProof.Step) throws -> Matrix {
    guard let table = UniformProof.Table(step) else { throw NoProofFound("\(step): no table") }
    var entries: [[Int: Int]] = []
    for (index, block) in table.entries.enumerated() {
      let row = table.rows[index / table.columns.count]
      let orbits = UniformProof.orbits(row, table.columns[index % table.columns.count])
      entries.append(
        Dictionary(uniqueKeysWithValues: zip(orbits.map { baseSets.orbit($0) }, block)))
    }
    let rows = table.rows.map { baseSets.type(of: $0) }
    let columns = table.columns.map { baseSets.type(of: $0) }
    return Matrix(scheme: scheme, rowBlocks: rows, columnBlocks: columns) { row, column, orbit in
      SymbolicNumber(entries[row * columns.count + column][orbit] ?? 0)
    }
  }

  private mutating func kronecker(_ step: UniformProof.Step) throws -> Matrix {
    let (a, b) = (try matrix(step, 0), try matrix(step, 1))
    func sets(_ matrix: Matrix) -> Set<UniformProof.BaseSet> {
      let types = (matrix.rowBlocks + matrix.columnBlocks).map { baseSets.index(of: $0) }
      return Set(types.flatMap { $0.parts.map(\.set) })
    }
    guard b.rowBlocks.count == 1, b.columnBlocks.count == 1, sets(a).isDisjoint(with: sets(b))
    else {
      throw NoProofFound("\(step): a Kronecker product of these has no labels")
    }
    for (types, other) in [(a.rowBlocks, b.rowBlocks[0]), (a.columnBlocks, b.columnBlocks[0])] {
      for type in types {
        try baseSets.note(
          .init(baseSets.index(of: type).parts + baseSets.index(of: other).parts))
      }
    }
    return a.kronecker(b)
  }

  /// The tuple at a place from 1: the first elements, and for the last element of the last part a later one.
  func tuple(_ place: Int, _ type: IndexType) -> [UniformProof.BaseSet: Set<Int>] {
    let parts = baseSets.index(of: type).parts
    return Dictionary(
      uniqueKeysWithValues: parts.enumerated().map { index, part in
        let last = part.size - 1 + (index == parts.count - 1 ? place - 1 : 0)
        return (part.set, Set(0..<part.size - 1).union([last]))
      })
  }
}
