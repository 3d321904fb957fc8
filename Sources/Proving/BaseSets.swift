import Certificates
import Graphs

/// The base sets of a program, in the order in which the kernel counts orbits, and how it writes what
/// rows and columns stand for.
struct BaseSets {
  let sets: [UniformProof.BaseSet]
  /// Tuples with their parts in the order in which they are written.
  private var written: [IndexType: UniformProof.Index] = [:]
  /// What rows and columns of tables stand for, in the order of the program.
  private(set) var sides: [[IndexType]] = []

  /// - Throws: `NoProofFound` for more base sets than an index has room for.
  init(_ program: UniformProof.Program) throws {
    let tables = program.steps.compactMap { UniformProof.Table($0) }
    let namedSizes = program.steps.indices.filter {
      program.steps[$0].operation == .vertices && !program.steps[$0].constants.isEmpty
    }
    var found = Set(tables.flatMap { ($0.rows + $0.columns).flatMap { $0.parts.map(\.set) } })
    if namedSizes.isEmpty { found.insert(.vertices) }
    // Matrices that say how many rows they have, and no more, stand for elements of the sizes.
    if found.isEmpty { found = Set(namedSizes.map { .step($0, copy: 0) }) }
    guard found.count <= IndexType.setLimit else {
      throw NoProofFound("more than \(IndexType.setLimit) base sets")
    }
    sets = found.sorted()
    for table in tables {
      for side in [table.rows, table.columns] {
        let types = try side.map { try note($0) }
        if !sides.contains(types) { sides.append(types) }
      }
    }
  }

  /// The type of an index, whose order of parts is remembered.
  ///
  /// - Throws: `NoProofFound` when the same parts were met in another order.
  @discardableResult
  mutating func note(_ index: UniformProof.Index) throws -> IndexType {
    let type = self.type(of: index)
    guard written.updateValue(index, forKey: type).map({ $0 == index }) ?? true else {
      throw NoProofFound("the same subsets in two orders")
    }
    return type
  }

  func type(of index: UniformProof.Index) -> IndexType {
    IndexType(sets.map { index.size(of: $0) })
  }

  /// How the kernel writes a type.
  func index(of type: IndexType) -> UniformProof.Index {
    written[type]
      ?? UniformProof.Index(
        sets.enumerated().compactMap { place, set in
          type[place] == 0 ? nil : .init(size: type[place], set: set)
        })
  }

  /// The orbit in which tuples share so many elements of each base set.
  func orbit(_ common: [UniformProof.BaseSet: Int]) -> Int {
    IndexType(sets.map { common[$0] ?? 0 }).orbit
  }

  /// Rows or columns that a matrix that says only how many it has may stand for, the likeliest first.
  var candidates: [[IndexType]] {
    var result: [[IndexType]] = [[0]]
    for (place, set) in sets.enumerated() {
      let sizes = set == .vertices ? [1, 2] : [1]
      result += sizes.map { size in [IndexType(sets.indices.map { $0 == place ? size : 0 })] }
    }
    // Squares of a board, of any two base sets.
    for place in sets.indices {
      for other in sets.indices where other > place {
        result.append([IndexType(sets.indices.map { $0 == place || $0 == other ? 1 : 0 })])
      }
    }
    return result + sides
  }
}
