import Denotations
import Graphs
import Rational
import Statements

extension Evaluator {
  /// A graph by its name and its arguments.
  mutating func named(
    _ function: Function, _ arguments: [Expression], at place: SourceLocation
  ) throws -> NamedGraph {
    guard let family = GraphFamily(rawValue: function.name) else {
      throw failure(place, "'\(function.name)' is no family of graphs")
    }
    var values: [Int] = []
    for (argument, parameter) in zip(arguments, family.parameters) {
      values.append(
        try integer(
          argument, atLeast: parameter.least, "the \(parameter.name) of \(family.signature)"))
    }
    do throws(NamedGraph.Failure) {
      return try NamedGraph(family, values)
    } catch {
      throw failure(error.argument.map { arguments[$0].location } ?? place, error.description)
    }
  }

  mutating func product(
    _ product: GraphProduct, _ arguments: [Expression]
  ) throws -> GraphValue {
    let first = try graph(arguments[0])
    return .product(product, first, try graph(arguments[1]))
  }

  mutating func matrix(
    _ kind: MatrixOfGraph, of argument: Expression, at place: SourceLocation
  ) throws -> Value {
    let (graph, method) = (try graph(argument), options.method)
    return measured(
      .matrix(try limited(at: place) { try graph.matrix(kind, method: method, limit: $0) }))
  }

  mutating func applied<Result>(
    toGraph argument: Expression, at place: SourceLocation,
    _ operation: (GraphValue) throws -> Result
  ) throws -> Result {
    let graph = try graph(argument)
    return try limited(at: place) { _ in try operation(graph) }
  }

  /// The degree of a regular graph, or of one vertex.
  mutating func degree(_ arguments: [Expression], at place: SourceLocation) throws -> Surd {
    let graph = try applied(toGraph: arguments[0], at: place) { try $0.built() }
    guard arguments.count == 1 else {
      let vertex = try integer(arguments[1], atLeast: 1, "the vertex")
      guard vertex <= graph.order else {
        throw failure(
          arguments[1].location, "vertex \(vertex) of a graph with \(graph.order) vertices")
      }
      return Surd(graph.degree(vertex - 1))
    }
    if let degree = graph.regularDegree { return Surd(degree) }
    guard
      let other = (1..<max(1, graph.order)).first(where: { graph.degree($0) != graph.degree(0) })
    else { throw failure(place, "a graph without vertices has no degree") }
    throw failure(
      place,
      "the graph is not regular: vertex 1 has degree \(graph.degree(0)), vertex \(other + 1) has "
        + "degree \(graph.degree(other))")
  }
}
