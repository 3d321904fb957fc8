import Certificates
import Graphs
import Rational
import Statements

/// A graph as steps.
struct GraphNode {
  /// What its vertices stand for, block by block.
  let vertices: [UniformProof.Index]
  /// The step of its adjacency matrix.
  let adjacency: Int
  /// The family and the arguments, for a graph by name.
  let family: GraphFamily?
  let arguments: [SizeNode]
}

/// An argument of a family: the step of its value, and the value if it has one.
struct SizeNode {
  let step: Int
  let definite: Int?
}

/// How many copies of the base sets with so many elements are taken already, by the step of the number.
struct SetCopies {
  private var first: [Int: Int] = [:]
  private var next: [Int: Int] = [:]

  /// Whether all base sets are taken for the first time.
  var isEmpty: Bool { first.isEmpty }

  /// Says that copies are in use.
  mutating func use(_ copy: Int, of step: Int) { next[step] = max(next[step] ?? 0, copy + 1) }

  func copy(_ index: Int, of step: Int) -> Int { (first[step] ?? 0) + index }

  /// From here on other copies than those that were used since `begin`.
  mutating func moveOn() {
    for (step, count) in next { first[step] = count }
    // A factor without base sets needs no copies, but one with them is not what its name says alone.
    if first.isEmpty { first[-1] = 1 }
  }

  /// Back to the copies of an outer formula, with what was used inside.
  mutating func moveBack(to before: SetCopies) { first = before.first }

  /// For a formula of its own: nothing in use beyond where its copies begin.
  mutating func begin() { next = first }
}

extension ProofTranslation {
  /// A base set with so many elements, the `index`-th of them.
  mutating func baseSet(_ step: Int, _ index: Int = 0) -> UniformProof.BaseSet {
    let copy = copies.copy(index, of: step)
    copies.use(copy, of: step)
    let isVertices = program.steps[step] == UniformProof.Step(.vertices)
    return isVertices && copy == 0 ? .vertices : .step(step, copy: copy)
  }

  mutating func table(
    _ rows: [UniformProof.Index], _ columns: [UniformProof.Index],
    _ entry: (_ row: Int, _ column: Int, _ common: [UniformProof.BaseSet: Int]) -> Int
  ) -> Int {
    let table = UniformProof.Table(rows: rows, columns: columns, entry: entry).step
    return step(table.operation, constants: table.constants)
  }

  private mutating func ones(
    _ rows: [UniformProof.Index], _ columns: [UniformProof.Index]
  ) -> Int {
    table(rows, columns) { _, _, _ in 1 }
  }

  private mutating func identity(_ types: [UniformProof.Index]) -> Int {
    table(types, types) { row, column, common in
      row == column && types[row].parts.allSatisfy { common[$0.set] == $0.size } ? 1 : 0
    }
  }

  // MARK: Matrices written out

  /// A matrix of blocks; a number is a block with one row and one column.
  mutating func literal(_ rows: [[Expression]]) throws -> Int {
    let one = UniformProof.Index([])
    var result: Int?
    for row in rows {
      // Beside one another they are the transposes on top of one another.
      var line: Int?
      for entry in row {
        let block: Int
        switch try node(entry) {
        case .matrix(let matrix): block = matrix
        case .number(let number): block = step(.scale, number, ones([one], [one]))
        default: throw NoProofFound("a matrix has numbers and matrices as its entries")
        }
        let column = step(.transpose, block)
        line = line.map { step(.stack, $0, column) } ?? column
      }
      guard let line else { throw NoProofFound("a row without entries") }
      let upright = step(.transpose, line)
      result = result.map { step(.stack, $0, upright) } ?? upright
    }
    guard let result else { throw NoProofFound("a matrix without rows") }
    return result
  }

  // MARK: Matrices of the complete graph

  /// Subsets of a size of the base set with so many elements.
  mutating func subsets(_ size: Int, of step: Int) -> UniformProof.Index {
    UniformProof.Index(size == 0 ? [] : [.init(size: size, set: baseSet(step))])
  }

  /// B, G or A1 of so many vertices.
  mutating func completeGraph(
    _ operation: UniformProof.Operation, _ order: Expression
  ) throws -> Int {
    let size = try number(order)
    let set = baseSet(size)
    if set == .vertices { return step(operation) }
    show(size, ">=", number(1))
    func subsets(_ count: Int) -> UniformProof.Index { .init([.init(size: count, set: set)]) }
    return switch operation {
    case .incidence: table([subsets(1)], [subsets(2)]) { $2[set] == 1 ? 1 : 0 }
    case .adjacency: table([subsets(2)], [subsets(2)]) { $2[set] == 1 ? 1 : 0 }
    default: table([subsets(2)], [subsets(1)]) { $2[set] == 1 ? -1 : 1 }
    }
  }

  /// `patterns(r, s)` for a definite s.
  mutating func patterns(_ arguments: [Expression]) throws -> Int {
    let (columns, signs) = (try number(arguments[0]), try integer(arguments[1]))
    guard (0...OrbitGraph.partLimit).contains(signs) else {
      throw NoProofFound("patterns with \(signs) signs have no step")
    }
    show(columns, ">=", number(Rational(max(1, signs))))
    let (rows, places) = (subsets(signs, of: columns), subsets(1, of: columns))
    return table([rows], [places]) { _, _, common in common.values.contains(1) ? -1 : 1 }
  }

  /// `I(n)`: over whatever there are n of, or, in a Kronecker product, the elements of a base set.
  mutating func identity(_ size: Expression) throws -> Int {
    let count = try number(size)
    guard isInKronecker else { return step(.identity, count) }
    show(count, ">=", number(0))
    return identity([subsets(1, of: count)])
  }

  mutating func ones(_ arguments: [Expression]) throws -> Int {
    let sizes = try arguments.map { try number($0) }
    let (rows, columns) = (sizes[0], sizes[sizes.count - 1])
    guard isInKronecker else { return step(.ones, rows, columns) }
    for size in [rows, columns] { show(size, ">=", number(0)) }
    let one = number(1)
    return ones(
      [rows == one ? .init([]) : subsets(1, of: rows)],
      [columns == one ? .init([]) : subsets(1, of: columns)])
  }

  mutating func kronecker(_ left: Expression, _ right: Expression) throws -> Int {
    let wasInKronecker = isInKronecker
    isInKronecker = true
    defer { isInKronecker = wasInKronecker }
    let (first, second) = try apart(left, right) { try $0.matrix($1) }
    return step(.kronecker, first, second)
  }

  /// Two factors of a product, the second one over other copies of its base sets than the first.
  private mutating func apart<Factor>(
    _ left: Expression, _ right: Expression, _ factor: (inout Self, Expression) throws -> Factor
  ) throws -> (Factor, Factor) {
    let before = copies
    copies.begin()
    let first = try factor(&self, left)
    copies.moveOn()
    let second = try factor(&self, right)
    copies.moveBack(to: before)
    return (first, second)
  }

  // MARK: Graphs

  mutating func graph(_ expression: Expression) throws -> GraphNode {
    guard case .graph(let graph) = try node(expression) else {
      throw NoProofFound("expected a graph")
    }
    return graph
  }

  /// A graph by its name.
  mutating func graph(_ function: Function, _ arguments: [Expression]) throws -> GraphNode {
    guard let family = GraphFamily(rawValue: function.name) else {
      throw NoProofFound("'\(function.name)' has no step")
    }
    return try graph(
      family,
      try arguments.map { SizeNode(step: try number($0), definite: try? integer($0)) })
  }

  private mutating func graph(_ family: GraphFamily, _ arguments: [SizeNode]) throws -> GraphNode {
    guard let graph = OrbitGraph(family, arguments.map(\.definite)) else {
      throw NoProofFound("\(family.signature) has no step for these arguments")
    }
    // That there is such a graph is shown.
    for (argument, parameter) in zip(arguments, family.parameters) {
      show(argument.step, ">=", number(Rational(parameter.least)))
    }
    if family == .johnson || family == .kneser { show(arguments[0].step, ">=", arguments[1].step) }
    var counts: [Int: Int] = [:]
    let sets = graph.sets.map { size in
      let step =
        switch size {
        case .argument(let place): arguments[place].step
        case .number(let value): number(Rational(value))
        }
      defer { counts[step, default: 0] += 1 }
      return baseSet(step, counts[step] ?? 0)
    }
    let vertices = graph.types.map { type in
      UniformProof.Index(
        sets.enumerated().compactMap { place, set in
          type[place] == 0 ? nil : .init(size: type[place], set: set)
        })
    }
    let adjacency = table(vertices, vertices) { row, column, common in
      let orbit = IndexType(sets.map { common[$0] ?? 0 }).orbit
      return graph.isAdjacent(row, column, orbit) ? 1 : 0
    }
    return GraphNode(
      vertices: vertices, adjacency: adjacency, family: family, arguments: arguments)
  }

  /// The line graphs of K_n and K_{m,n}, whose edges are pairs, and the squares of a board.
  mutating func lineGraph(of expression: Expression) throws -> GraphNode {
    let inner = try graph(expression)
    switch inner.family {
    case .complete:
      // One vertex has no edge, and J(1, 2) is none.
      show(inner.arguments[0].step, ">=", number(2))
      return try graph(.johnson, inner.arguments + [SizeNode(step: number(2), definite: 2)])
    case .completeBipartite: return try graph(.rook, inner.arguments)
    default: throw NoProofFound("the line graph of another graph than K_n and K_{m,n} has no step")
    }
  }

  /// J over the vertices.
  mutating func allOnes(of graph: GraphNode) -> Int { ones(graph.vertices, graph.vertices) }

  /// J - I, the pairs of different vertices.
  mutating func others(of graph: GraphNode) -> Int {
    step(.difference, allOnes(of: graph), identity(graph.vertices))
  }

  mutating func complement(_ graph: GraphNode) -> GraphNode {
    GraphNode(
      vertices: graph.vertices, adjacency: step(.difference, others(of: graph), graph.adjacency),
      family: nil, arguments: [])
  }

  /// The products as sums of Kronecker products of A and I.
  mutating func product(_ product: GraphProduct, _ arguments: [Expression]) throws -> GraphNode {
    let (first, second) = try apart(arguments[0], arguments[1]) { try $0.graph($1) }
    guard second.vertices.count == 1 else {
      throw NoProofFound("a product with a graph of several kinds of vertices has no step")
    }
    let (one, other) = (identity(first.vertices), identity(second.vertices))
    let (a, b) = (first.adjacency, second.adjacency)
    let adjacency =
      switch product {
      case .cartesian: step(.sum, step(.kronecker, a, other), step(.kronecker, one, b))
      case .tensor: step(.kronecker, a, b)
      case .strong:
        step(
          .sum, step(.sum, step(.kronecker, a, other), step(.kronecker, one, b)),
          step(.kronecker, a, b))
      case .lexicographic:
        step(
          .sum, step(.kronecker, a, allOnes(of: second)),
          step(.kronecker, one, b))
      }
    let vertices = first.vertices.map { UniformProof.Index($0.parts + second.vertices[0].parts) }
    return GraphNode(vertices: vertices, adjacency: adjacency, family: nil, arguments: [])
  }

  /// Rows vertices, columns edges in lexicographic order.
  mutating func incidence(of graph: GraphNode) throws -> Int {
    let parts = graph.vertices.flatMap(\.parts)
    switch graph.family {
    case .complete:
      let edges = UniformProof.Index([.init(size: 2, set: parts[0].set)])
      return table(graph.vertices, [edges]) { $2.values.contains(1) ? 1 : 0 }
    case .completeBipartite:
      return table(graph.vertices, [.init(parts)]) { $2.values.contains(1) ? 1 : 0 }
    default: throw NoProofFound("the incidence matrix of another graph has no step")
    }
  }

  /// The column of the degrees.
  private mutating func degreeColumn(of graph: GraphNode) -> Int {
    step(.product, graph.adjacency, ones(graph.vertices, [.init([])]))
  }

  /// The diagonal matrix of the degrees.
  mutating func degrees(of graph: GraphNode) -> Int { step(.diagonal, degreeColumn(of: graph)) }

  /// D - A.
  mutating func laplacian(of graph: GraphNode) -> Int {
    step(.difference, degrees(of: graph), graph.adjacency)
  }

  /// The sum of all entries of the adjacency matrix, twice the number of edges.
  mutating func entrySum(of graph: GraphNode) -> Int {
    step(.trace, step(.product, ones([.init([])], graph.vertices), degreeColumn(of: graph)))
  }

  /// The degree of a graph; that it is regular is shown.
  mutating func degree(of graph: GraphNode) -> Int {
    let degree = step(.divide, entrySum(of: graph), step(.rows, graph.adjacency))
    let column = ones(graph.vertices, [.init([])])
    show(degreeColumn(of: graph), "=", step(.scale, degree, column))
    return degree
  }
}
