import Claims
import Denotations
import Foundation
import Graphs
import Losses
import Rational
import TestSupport
import Testing

/// Losses against explicit weights in doubles, put through objective (1) of the paper.
@Suite struct ObjectiveTests {
  private func regularisation(
    _ random: inout SplitMix64, classes: Int, layers: Int
  ) -> Regularisation {
    // Λ is some part of the critical one of collapse, spread over the parameters at random.
    let samples = random.int(in: 1...3)
    let decays = (0..<layers).map { _ in Rational(random.int(in: 1...9), random.int(in: 40...90)) }
    let part = Rational(1, random.int(in: 2...4000))
    let product = decays.reduce(Rational(samples), *)
    return Regularisation(
      samples: Rational(samples),
      features: Collapse.threshold(classes: classes, layers: layers) * part / product,
      weights: decays)
  }

  private func expectEqual(
    _ solution: LossSolution, _ explicit: ExplicitWeights, _ regularisation: Regularisation
  ) {
    let parts = explicit.objective(regularisation)
    func close(
      _ a: CertifiedNumber, _ b: Double, _ place: Testing.SourceLocation = #_sourceLocation
    ) {
      #expect(abs(a.double - b) <= 1e-12 * max(solution.loss.double, b), sourceLocation: place)
    }
    close(solution.loss, parts.weights.reduce(parts.fit + parts.features, +))
    close(solution.fit, parts.fit)
    close(solution.features, parts.features)
    for weight in parts.weights.dropLast() { close(solution.earlierWeights, weight) }
    close(solution.lastWeights, parts.weights.last ?? .nan)
  }

  private func explicit(
    _ base: DoubleMatrix, _ last: DoubleMatrix, _ block: LossSolution.Block,
    _ regularisation: Regularisation, classes: Int
  ) -> ExplicitWeights {
    ExplicitWeights(
      base: base, last: last, scales: block.scales(regularisation).map(\.double), regularisation,
      classes: classes)
  }

  @Test(arguments: 1...24)
  func `the solutions for K = r(r-1)/2`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let r = random.int(in: 4...6)
    let layers = random.int(in: 2...5)
    let classes = r * (r - 1) / 2
    let values = regularisation(&random, classes: classes, layers: layers)
    let answer = try LossAnswer(.order(r), values, digits: 20)
    let (graph, collapse) = (answer.contenders[0].solution, answer.contenders[1].solution)
    #expect(!collapse.isZero)
    let identity = DoubleMatrix.identity(classes)
    expectEqual(
      collapse, explicit(identity, identity, collapse.blocks[0], values, classes: classes), values)
    if graph.isZero { return }
    expectEqual(
      graph,
      explicit(
        TriangularMatrices.base(r), TriangularMatrices.last(r), graph.blocks[0], values,
        classes: classes), values)
  }

  @Test(arguments: 1...12)
  func `both ways of Definition 8`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    let classes = random.int(in: 6...14)
    let layers = random.int(in: 2...4)
    let values = regularisation(&random, classes: classes, layers: layers)
    let answer = try LossAnswer(.classes(classes), values, digits: 20)
    let first = answer.contenders[0].solution
    let r = CompleteGraph.order(withEdgesAtMost: classes)
    let rest = classes - r * (r - 1) / 2
    if first.blocks.allSatisfy({ $0.minimiser.lower.sign > 0 }) {
      var weights = explicit(
        TriangularMatrices.base(r), TriangularMatrices.last(r), first.blocks[0], values,
        classes: classes)
      if rest > 0 {
        let identity = DoubleMatrix.identity(rest)
        weights = .blocks(
          weights, explicit(identity, identity, first.blocks[1], values, classes: classes))
      }
      expectEqual(first, weights, values)
    }
    let second = answer.contenders[1].solution
    if second.isZero { return }
    let order = rest == 0 ? r : r + 1
    let total = order * (order - 1) / 2
    let whole = explicit(
      TriangularMatrices.base(order), TriangularMatrices.last(order), second.blocks[0], values,
      classes: total)
    // Edges at the first vertex come first.
    expectEqual(second, whole.keeping(classes: Array((total - classes)..<total)), values)
    guard answer.contenders.count > 3 else { return }
    // Paths that are as short as can be: every second edge {v, v+1} first.
    let path =
      (Array(stride(from: 0, to: order - 1, by: 2))
      + stride(from: 1, to: order - 1, by: 2).reversed()).prefix(total - classes)
    let edges = Subset.all(ofSize: 2, order: order)
    let kept = edges.indices.filter { index in
      !path.contains { edges[index].contains($0) && edges[index].contains($0 + 1) }
    }
    expectEqual(answer.contenders[2].solution, whole.keeping(classes: kept), values)
  }

  @Test func `the relu takes everything away for r = 3`() throws {
    let values = Regularisation(samples: 1, all: Rational(1, 1000), layers: 3)
    let answer = try LossAnswer(.order(3), values, digits: 20)
    #expect(answer.contenders[0].solution.isZero)
    #expect(TriangularMatrices.last(3).rectified.squaredNorm < 1e-20)
    #expect(answer.comparisons[0].order == .greater)
  }
}
