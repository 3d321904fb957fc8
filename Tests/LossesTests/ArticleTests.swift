import Losses
import Rational
import TestSupport
import Testing

/// The examples in the articles on `Losses`, line by line.
@Suite struct ArticleTests: ArticleExamples {
  @Test func `the examples of the articles are here`() throws {
    #expect(try Articles.examples(in: "Losses").count >= 2)
    #expect(try Articles.examples(in: "Losses", missingFrom: #filePath).map(\.lines) == [])
  }

  @Test func `the landing page`() throws {
    let layers = 3
    let regularisation = Collapse.regularisation(atMinimiser: 5, classes: 6, layers: layers)
    let exact = Collapse.loss(atMinimiser: 5, layers: layers)
    let problem = LossProblem(classes: 6, layers: layers, regularisation: regularisation)
    let loss = problem.minimalLoss(of: [.collapse(classes: 6)], digits: 20)!
    assert(loss.lower <= exact && exact <= loss.upper)
    assert(loss.upper - loss.lower < Rational("1e-20")!)
    let blocks = [Construction.collapse(classes: 2), .collapse(classes: 4)]
    assert(problem.compare(blocks, [.collapse(classes: 6)])?.order == .equal)
    assert(problem.order(of: blocks, against: Rational(1, 2)) == .less)
  }
}
