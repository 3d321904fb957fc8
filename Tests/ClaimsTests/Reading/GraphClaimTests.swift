import Graphs
import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// What claims say of graphs: textbook facts hold, near misses of them do not.
@Suite struct GraphClaimTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let given: String
    let fact: String
    let falsehood: String
    var testDescription: String { fact }

    init(_ given: String, _ fact: String, not falsehood: String) {
      (self.given, self.fact, self.falsehood) = (given, fact, falsehood)
    }
  }

  private static let facts: [Pair] = [
    // D Dᵀ = L, N Nᵀ = Q, Nᵀ N = A(L(G)) + 2I, S = J - I - 2A; Godsil and Royle, Algebraic Graph Theory.
    Pair(
      "graph G = star(3)", "oriented_incidence(G) * oriented_incidence(G)ᵀ = laplacian(G)",
      not: "oriented_incidence(G) * oriented_incidence(G)ᵀ = signless_laplacian(G)"),
    Pair(
      "graph G = path(4)", "incidence(G) * incidence(G)ᵀ = signless_laplacian(G)",
      not: "incidence(G) * incidence(G)ᵀ = laplacian(G)"),
    Pair(
      "graph G = complete_bipartite(2, 3)",
      "gram(incidence(G)) = adjacency(line_graph(G)) + 2*I(edges(G))",
      not: "gram(incidence(G)) = adjacency(line_graph(G)) + I(edges(G))"),
    Pair(
      "graph G = path(5)", "seidel(G) = J(5) - I(5) - 2*adjacency(G)",
      not: "seidel(G) = J(5) - 2*adjacency(G)"),
    Pair(
      "graph G = petersen()", "distance_matrix(G) = 2*(J(10) - I(10)) - adjacency(G)",
      not: "distance_matrix(G) = 2*(J(10) - I(10)) + adjacency(G)"),
    Pair(
      "graph G = cycle(6)", "seidel(complement(G)) = -seidel(G)",
      not: "seidel(complement(G)) = seidel(G)"),
    // Conventions: which vertex comes first, which end of an edge is -1.
    Pair(
      "graph G = complete_bipartite(1, 2)",
      "oriented_incidence(G) = [-1, -1; 1, 0; 0, 1] and adjacency(G) = [0,1,1; 1,0,0; 1,0,0]",
      not: "oriented_incidence(G) = [1, 1; -1, 0; 0, -1]"),
    Pair(
      "graph G = disjoint_union(path(2), path(1))",
      "adjacency(G) = [0,1,0; 1,0,0; 0,0,0] and laplacian(G) = [1,-1,0; -1,1,0; 0,0,0]",
      not: "adjacency(G) = [0,0,0; 0,0,1; 0,1,0]"),
    Pair(
      "", "incidence(complete(5)) = B(5) and adjacency(johnson(5, 2)) = G(5)",
      not: "adjacency(kneser(5, 2)) = G(5)"),
    // Numbers.
    Pair(
      "graph G = hoffman_singleton()", "degree(G) = 7 and edges(G) = 175 and degree(G, 50) = 7",
      not: "edges(G) = 174"),
    Pair(
      "graph G = star(4)", "degree(G, 1) = 4 and degree(G, 5) = 1 and vertices(G) = 5",
      not: "degree(G, 2) = 4"),
    Pair("", "vertices(kneser(300, 3)) = 4455100", not: "vertices(kneser(300, 3)) = 4455101"),
    // Equal graphs.
    Pair(
      "",
      "petersen() = complement(line_graph(complete(5))) and rook(2, 3) = line_graph("
        + "complete_bipartite(2, 3)) and petersen() != kneser(6, 2)",
      not: "petersen() = line_graph(complete(5))"),
    Pair(
      "",
      "cartesian_product(path(2), cycle(4)) != hypercube(3) and "
        + "cartesian_product(path(2), cartesian_product(path(2), path(2))) = hypercube(3)",
      not: "tensor_product(path(2), path(2)) = cartesian_product(path(2), path(2))"),
    Pair(
      "",
      "cocktail_party(3) = lexicographic_product(complete(3), complement(complete(2))) and "
        + "strong_product(complete(2), complete(3)) = complete(6)",
      not: "cocktail_party(3) = complete_multipartite(2, 3)"),
    // Spectra and parameters; Brouwer and Haemers, Spectra of Graphs, 1.4 and 9.
    Pair(
      "", "spectrum(adjacency(petersen())) = { 3 : 1, 1 : 5, -2 : 4 }",
      not: "spectrum(adjacency(petersen())) = { 3 : 1, 1 : 4, -2 : 5 }"),
    Pair(
      "",
      "strongly_regular(paley(13)) = (13, 6, 2, 3) and "
        + "strongly_regular(adjacency(paley(9))) = (9, 4, 1, 2)",
      not: "strongly_regular(paley(13)) = (13, 6, 3, 2)"),
    Pair(
      "parameter n integer default 3..8",
      "spectrum(laplacian(complete_bipartite(2, n))) = { 0 : 1, 2 : n-1, n : 1, n+2 : 1 }",
      not: "spectrum(laplacian(complete_bipartite(2, n))) = { 0 : 1, 2 : n, n : 1, n+2 : 1 }"),
  ]

  @Test(arguments: facts)
  func `a fact holds, and a near miss of it is refuted`(_ pair: Pair) throws {
    #expect(try verdict("claim c \(pair.given) printed \(pair.fact)") == .checked)
    #expect(
      try verdict("claim c \(pair.given) printed \(pair.fact)", method: .dense) == .checked)
    _ = try failure("claim c \(pair.given) printed \(pair.falsehood)")
  }

  @Test func `a difference of graphs names the pair`() throws {
    let pair = try failure("claim c printed cycle(4) = path(4)")
    #expect(pair.what == "vertices 1 and 4 of cycle(4)")
    #expect(pair.actual == "adjacent")
    #expect(pair.claimed == "not adjacent")
    let size = try failure("claim c printed cycle(4) = path(5)")
    #expect(size.what == "vertices of cycle(4)")
    #expect(try failure("claim c printed cycle(3) != complete(3)").actual == "equal")
  }

  // MARK: What has no value

  @Test(arguments: [
    (
      "degree(path(3)) = 2",
      "the graph is not regular: vertex 1 has degree 1, vertex 2 has degree 2"
    ),
    ("degree(line_graph(complete(1))) = 0", "a graph without vertices has no degree"),
    ("degree(path(3), 4) = 1", "vertex 4 of a graph with 3 vertices"),
    ("degree(path(3), 0) = 1", "the vertex is 0; expected an integer ≥ 1"),
    (
      "entry(distance_matrix(kneser(4, 2)), 1, 2) = 1",
      "the graph is not connected: there is no path from vertex 1 to vertex 2"
    ),
    ("vertices(cycle(2)) = 2", "the n of cycle(n) is 2; expected an integer ≥ 3"),
    ("vertices(cycle(7/2)) = 2", "the n of cycle(n) is 7/2; expected an integer ≥ 3"),
    ("vertices(johnson(3, 4)) = 0", "the k of johnson(n, k) is 4; expected at most n, which is 3"),
    ("vertices(paley(15)) = 15", "the q of paley(q) is 15; expected a power of a prime"),
  ])
  func `without a value`(formula: String, reason: String) throws {
    guard case .undecided(.value(let found)) = try verdict("claim c printed \(formula)") else {
      throw Unexpected(description: "the claim was decided: \(formula)")
    }
    #expect(found.hasPrefix("test.claim:1:"), "\(found)")
    #expect(found.contains(": " + reason), "\(found)")
  }

  @Test func `the argument at fault is marked, with the values of the parameters`() throws {
    let text = "claim c parameter n integer default 1..9\nprinted vertices(johnson(n, 6 + 0)) > 0"
    guard case .undecided(.value(let reason)) = try verdict(text) else {
      throw Unexpected(description: "the claim was decided")
    }
    #expect(
      reason
        == "at n = 1: test.claim:2:31: the k of johnson(n, k) is 6; expected at most n, which is 1")
  }

  @Test(
    arguments: [
      ("vertices(complete(30000)) = 30000", nil),
      (
        "edges(complete(30000)) = 1",
        "complete(30000), a graph with 30000 vertices; the limit is 20000"
      ),
      ("edges(johnson(400, 3)) = 1", "with 10586800 vertices; the limit is 20000"),
      (
        "edges(line_graph(complete(300))) = 1",
        "a line graph with 44850 vertices; the limit is 20000"
      ),
      ("vertices(johnson(100, 50)) = 1", "johnson(100, 50) has more than 2^63 vertices"),
      ("rank(adjacency(cycle(10000))) = 1", "a 10000 × 10000 matrix would take about 6400 MB"),
      (
        "vertices(cartesian_product(complete(10^10), complete(10^10))) = 1",
        "a product of graphs has more than 2^63 vertices"
      ),
      ("rank(oriented_incidence(complete(1000))) = 1", "a 1000 × 499500 matrix would take"),
      ("vertices(complete(10^30)) = 10^30", "is too large, a number of 100 bits"),
    ] as [(String, String?)])
  func `a graph that is too large for what is asked`(formula: String, reason: String?) throws {
    guard let reason else {
      #expect(try verdict("claim c printed \(formula)") == .checked)
      return
    }
    let error = #expect(throws: RunError.self) { try verdict("claim c printed \(formula)") }
    #expect("\(error.map { "\($0)" } ?? "")".contains(reason), "\(error.map { "\($0)" } ?? "")")
  }

  // MARK: Kinds

  @Test(arguments: [
    ("rank(petersen()) = 10", "this is a graph; expected a matrix, e.g. adjacency(petersen())"),
    ("adjacency(I(3)) = I(3)", "this is a matrix; expected a graph"),
    ("petersen() < petersen()", "graphs have no order; expected '=' or '!='"),
    ("petersen() = 3", "the left side is a graph, the right side a number"),
    ("-petersen() = petersen()", "'-' takes a number or a matrix, not a graph"),
    ("petersen() + petersen() = petersen()", "'+' does not join a graph and a graph"),
    ("johnson(3) = petersen()", "'johnson' takes 2 argument(s), not 1; expected johnson(n, k)"),
    ("petersen(1) = petersen()", "'petersen' takes 0 argument(s), not 1; expected petersen()"),
    ("degree(petersen(), 1, 2) = 3", "'degree' takes 1 or 2 argument(s), not 3"),
    ("jonson(3, 2) = petersen()", "'jonson' is not a function; did you mean 'johnson'?"),
    ("strongly_regular(3) = (1, 2, 3, 4)", "this is a number; expected a matrix"),
    ("\"a.edges\" = petersen()", "files of graphs are not read here"),
  ])
  func `kinds`(formula: String, message: String) {
    let error = #expect(throws: ClaimError.self) {
      try Parser.claims(in: "claim c printed \(formula)", file: "f")
    }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }

  @Test func `the word graph asks for a graph`() {
    let error = #expect(throws: ClaimError.self) {
      try Parser.claims(in: "claim c graph G = I(3) printed G = G", file: "f")
    }
    #expect(error?.message == "this is a matrix; expected a graph")
  }

  // MARK: Names and files

  @Test func `the language has every family under its name`() {
    for family in GraphFamily.allCases {
      let function = Function(rawValue: family.name)
      let signatures = function.map { Vocabulary.signatures(of: $0) }
      #expect(signatures?.count == 1)
      #expect(signatures?.first?.result == .graph)
      #expect(signatures?.first?.parameters.count == family.parameters.count)
    }
  }

  @Test func `a file is read beside the claim, once for each place`() throws {
    let reader: GraphReader = { path, claimFile in
      #expect(claimFile == "dir/my.claim")
      guard path == "a.edges" else { throw Unexpected(description: "\(path): none") }
      return Graph(order: 3) { $0 == 0 && $1 == 2 }
    }
    let claims = try Parser.claims(
      in: "claim c graph G = \"a.edges\" printed degree(G, 3) = 1 and edges(\"a.edges\") = 1",
      file: "dir/my.claim", readGraph: reader)
    #expect(try claims[0].report(on: claims[0].forms[0]).verdict == .checked)
    #expect(claims[0].definitions[0].expression.description == "\"a.edges\"")
    let error = #expect(throws: ClaimError.self) {
      try Parser.claims(
        in: "claim c\n graph G = \"b.edges\" printed edges(G) = 1", file: "dir/my.claim",
        readGraph: reader)
    }
    #expect(error?.message == "b.edges: none")
    #expect(error?.location.line == 2)
    #expect(error?.location.column == 12)
  }

  @Test(arguments: [
    ("johnson:5,2", "johnson(5, 2)"), ("johnson(5,2)", "johnson(5, 2)"),
    ("petersen", "petersen()"), ("bipartite:2,3", "complete_bipartite(2, 3)"),
    ("line_graph(complete(4))", "johnson(4, 2)"),
  ])
  func `the short form of commands is the same graph`(short: String, long: String) throws {
    let (graph, same) = (try GraphValue(formula: short), try GraphValue(formula: long))
    #expect(try graph.built() == same.built())
  }
}
