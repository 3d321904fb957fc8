import Graphs
import Losses
import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// The triangular graph and collapse through the way that any construction takes.
@Suite struct ProposedConstructionTests {
  /// The number of edges is not computed before it is known to fit into a word.
  @Test(arguments: [4_611_686_018_427_387_905, Int.max])
  func `Definition 8 is refused for more vertices than are enumerated`(_ classes: Int) {
    #expect(throws: RunError.self) { try GraphConstruction.firstWay(classes: classes, layers: 3) }
    #expect(throws: RunError.self) { try GraphConstruction.secondWay(classes: classes, layers: 3) }
  }

  @Test(arguments: 4...8)
  func `the complete graph is the triangular construction`(_ r: Int) throws {
    let graph = try NamedGraph(.complete, [r]).graph
    let proposed = try ProposedConstruction("K", graph: graph)
    for layers in 2...6 {
      let found = try #require(proposed.exact(layers: layers))
      let paper = try GraphConstruction.triangular(order: r, layers: layers)
      #expect(found.classes == r * (r - 1) / 2)
      #expect(found.nuclearNorm == paper.nuclearNorm)
      #expect(found.rank == paper.rank)
      #expect(found.lastLayerNorm == paper.lastLayerNorm)
      #expect(Set(found.gramSpectrum) == Set(paper.gramSpectrum))
      #expect(
        OrderChange(
          [.init(exactly: found)], [.init(exactly: paper)], layers: layers, digits: 8)?.before
          == .equal)
      // Theorem 3: L ≥ 4, or L = 3 and r ≥ 5.
      if layers >= 3 {
        let verdict = CollapseComparison([found], layers: layers).verdict
        #expect(verdict == CollapseComparison([paper], layers: layers).verdict)
        if case .alwaysLess = verdict {
          #expect(layers > 3 || r > 4)
        } else {
          #expect(layers == 3 && r == 4)
        }
      }
    }
    // One set of two vertices for each edge.
    let pairs = try ProposedConstruction("K", graph: graph, .minus(2))
    #expect(pairs.exact(layers: 3) != nil)
    #expect(pairs.exact(layers: 3) == proposed.exact(layers: 3))
  }

  @Test func `B = N = I is collapse`() throws {
    for (base, last) in [("I(7)", "I(7)"), ("2*I(7)", "I(7)"), ("I(7)", "3*I(7)")] {
      let found = try ProposedConstruction(
        "I", text: "let B = \(base) let N = \(last)", file: "f", readGraph: nil)
      for layers in 2...6 {
        let exact = try #require(found.exact(layers: layers))
        #expect(CollapseOrder(.init(exactly: exact), layers: layers, digits: 8) == .equal)
        #expect(CollapseComparison([exact], layers: layers).verdict == .alwaysEqual)
      }
    }
  }

  /// κ and the spectrum by counting sets: see `beyond-1.kappa` and `beyond-1.spectrum`.
  @Test(arguments: [(5, 2), (5, 3), (6, 3), (7, 3), (7, 4)])
  func `many rows of N have the invariants of the functions of the language`(
    _ r: Int, _ s: Int
  ) throws {
    let graph = try NamedGraph(.complete, [r]).graph
    let proposed = try ProposedConstruction("K", graph: graph, .minus(s))
    guard case .exact(let sum) = proposed.reciprocalSum,
      case .exact(let reach) = proposed.lastLayerNorm
    else {
      Issue.record("not exact")
      return
    }
    #expect(
      try verdict(
        """
        claim c
          let N = unit_rows(patterns(\(r), \(s)) * T(\(r)))
          printed least_norm(T(\(r)), N) = \(reach)
            and trace(inverse(gram(relu(N)))) = \(sum)
            and nuclear_norm(N)^2 = \(try squaredNorm(proposed))
        """
      ).kind == .checked)
  }

  /// D for two layers, which is rational for these.
  private func squaredNorm(_ proposed: ProposedConstruction) throws -> String {
    let norm = try #require(proposed.exact(layers: 2)).nuclearNorm
    let terms = norm.description.replacing(#/(\d+)?√(\d+)/#) { match in
      "\(match.1.map { "\($0)*" } ?? "")sqrt(\(match.2))"
    }
    return "(\(terms))^2"
  }

  @Test func `an enclosure contains the true value`() throws {
    let graph = try NamedGraph(.cycle, [7]).graph
    let proposed = try ProposedConstruction("C", graph: graph)
    guard case .enclosed(let norm) = proposed.nuclearNorm else {
      Issue.record("an exact nuclear norm")
      return
    }
    // √2/sin(π/14), by mpmath.
    let true40 = try #require(Rational("6.3554180599059289978611466751208141327171"))
    #expect(norm.lower <= true40 && norm.upper >= true40 + Rational(1, Integer(10).power(40)))
    #expect(norm.upper - norm.lower < Rational(1, Integer(10).power(12)))
  }

  @Test(arguments: ["patterns(5, 6)", "patterns(5, -1)", "patterns(0, 0)", "patterns(5, 1/2)"])
  func `patterns that there are not`(_ formula: String) throws {
    guard case .undecided(.value(let reason)) = try verdict("claim c printed rows(\(formula)) = 1")
    else {
      Issue.record("decided: \(formula)")
      return
    }
    #expect(reason.hasPrefix("test.claim:1:"), "\(reason)")
  }

  @Test(arguments: ["patterns(60, 30)", "patterns(1000000000, 500000000)"])
  func `patterns that are too many`(_ formula: String) throws {
    #expect(throws: RunError.self) { try verdict("claim c printed rows(\(formula)) = 1") }
  }
}
