import Certificates

/// The base sets of a case whose rows and columns stand for tuples of subsets: what Schemes.v is about.
///
/// Subsets of at most two of the r vertices, and nothing else, are written for Orbits.v instead.
struct CoqSets {
  /// In the order in which intersections are listed.
  let list: [UniformProof.BaseSet]
  /// The steps that say how many elements they have, with the steps these need.
  let first: [Int]

  /// What a file about tuples may do; other operations need what only Orbits.v has.
  private static let operations: Set<UniformProof.Operation> = [
    .number, .vertices, .symbol, .add, .subtract, .multiply, .divide, .negate, .power, .root,
    .trace, .rows, .columns, .rank, .spectrum, .positives, .zeros, .negatives, .least, .greatest,
    .identity, .ones, .table, .sum, .difference, .scale, .product, .transpose, .stack, .hadamard,
    .kronecker, .diagonal, .relu, .unitRows, .nuclear, .inverse, .pseudoInverse,
  ]

  private static let plainNumbers: Set<UniformProof.Operation> = [
    .number, .vertices, .add, .subtract, .multiply, .negate,
  ]

  /// - Throws: What of the case the library in Coq does not know.
  init(_ entry: UniformProof.Case, _ values: KernelArithmetic) throws(Rejection) {
    let steps = entry.program.steps
    var sets: Set<UniformProof.BaseSet> = []
    for (step, value) in zip(steps, values.steps) {
      guard Self.operations.contains(step.operation) else {
        throw Rejection.export(
          "\(step)", expected: "an operation that the library in Coq knows of tuples",
          found: "\(step.operation.rawValue)")
      }
      guard case .matrix(let matrix) = value else { continue }
      for type in matrix.rows + matrix.columns {
        let parts = type.parts.map(\.set)
        // Schemes.v has them in this order, which is that of their rows.
        guard parts == parts.sorted() else {
          throw Rejection.export(
            "\(step)", expected: "tuples with their parts in the order of the base sets",
            found: "\(type)")
        }
        sets.formUnion(parts)
      }
      try Self.requireOrbits(matrix, values, "\(step)")
    }
    list = sets.sorted()
    var first: Set<Int> = []
    for case .step(let index, _) in list { try Self.add(index, steps, to: &first) }
    self.first = first.sorted()
  }

  private static func add(
    _ index: Int, _ steps: [UniformProof.Step], to first: inout Set<Int>
  ) throws(Rejection) {
    guard plainNumbers.contains(steps[index].operation) else {
      throw Rejection.export(
        "the number of elements a\(index + 1) = \(steps[index])",
        expected: "sizes and numbers, added and multiplied", found: "another operation")
    }
    if first.insert(index).inserted {
      for operand in steps[index].operands { try add(operand, steps, to: &first) }
    }
  }

  /// The library looks at the entry for every list of sizes of intersections, whether it occurs or not;
  /// where a number of elements is definite, the kernel leaves some of them out.
  private static func requireOrbits(
    _ matrix: UniformProof.Matrix, _ values: KernelArithmetic, _ place: String
  ) throws(Rejection) {
    for (row, column) in matrix.rows.flatMap({ row in matrix.columns.map { (row, $0) } }) {
      for part in row.parts {
        guard case .step(let index, _) = part.set,
          case .number(let text, _) = values.steps[index], let elements = Int(text)
        else { continue }
        let needed = part.size + column.size(of: part.set)
        guard elements >= needed else {
          throw Rejection.export(
            place, expected: "at least \(needed) elements, for two subsets beside one another",
            found: "\(elements) in \(part.set)")
        }
      }
    }
  }

  /// `[1; 0]%nat`: the sizes of the parts of the base sets.
  func kind(_ type: UniformProof.Index) -> String {
    list.isEmpty ? "[]" : "[\(list.map { "\(type.size(of: $0))" }.joined(separator: "; "))]%nat"
  }

  func kinds(_ types: [UniformProof.Index]) -> String {
    "[\(types.map(kind).joined(separator: "; "))]"
  }
}

/// A size that is any integer from some value on.
struct CoqSize: Hashable {
  /// As the values write it.
  let name: String
  /// The first value of all.
  let least: Int

  /// The number as a natural one, and what is known of it.
  var natural: String { "nat_\(name)" }
  var hypothesis: String { "many_\(name)" }
}

extension UniformProof.Case {
  /// The sizes, each with its values joined to one range.
  ///
  /// - Throws: for a size whose values are not those from some one on.
  func openSizes() throws(Rejection) -> [CoqSize] {
    var result: [CoqSize] = []
    for size in sizes {
      var least = size.first ?? 0
      let singles = size.singles.sorted()
      for value in singles.reversed() where value == least - 1 { least = value }
      guard size.first != nil, (singles.first ?? least) >= least else {
        throw Rejection.export(
          "the values of \(size.name)", expected: "all integers from some one on, for tuples",
          found: "others")
      }
      result.append(CoqSize(name: CoqText.number(size.name), least: least))
    }
    return result
  }
}
