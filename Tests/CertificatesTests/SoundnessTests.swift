import Certificates
import Foundation
import Rational
import TestSupport
import Testing

/// Lower bounds that are a little too high, with cuts that only just fail to show it.
///
/// The larger side is one block; the other one is far below, so that everything hangs on the bound.
private struct Overreach {
  let statement: LossStatement
  let minimum: (value: Double, point: Double)

  /// The block with K classes in a problem with Λ = 1, against one with half its D, whose value at its
  /// own minimiser is well below.
  init(_ block: LossStatement.Block, layers: Int) {
    var lower = block
    lower.nuclearNorm *= Surd(Rational(1, 2))
    statement = LossStatement([lower], .less, [block], layers: layers, regularisation: 1)
    minimum = Prover(statement: statement).minimum(block)
  }

  /// Whether the kernel is convinced that the function is at least `factor` times its minimum.
  func isAccepted(factor: Double, cuts: [Double]) -> Bool {
    let prover = Prover(statement: statement)
    let value = Rational(near: minimum.value * factor)
    let bound = LossWitness.LowerBound(
      value: value,
      rates: statement.right[0].eigenvalues.map { _ in .exact },
      cuts: cuts.map { Rational(near: $0) })
    let point = Rational(near: prover.minimum(statement.left[0]).point)
    let witness = LossWitness.strict(value: value, points: [point], bounds: [bound])
    return (try? LossComparison.replay(statement, witness)) != nil
  }

  /// Cuts up to where L t alone is enough, closer together near the minimiser, none strictly between
  /// `gap.lowerBound` and `gap.upperBound` times the minimiser.
  func cuts(gap: ClosedRange<Double>, isFine: Bool = false) -> [Double] {
    precondition(minimum.point > 0, "a minimiser that is not zero")
    func step(_ t: Double) -> Double {
      if isFine, abs(t / minimum.point - 1) < 0.1 { return 1.001 }
      return 1 + min(0.05, max(0.002, 0.2 * abs(t / minimum.point - 1)))
    }
    let end = minimum.value / Double(statement.layers) * 1.05
    var cuts = [minimum.point * gap.lowerBound, minimum.point * gap.upperBound]
    var (low, high) = (cuts[0], cuts[1])
    while low > minimum.point * 0.01 {
      low /= step(low)
      cuts.append(low)
    }
    while high < end {
      high *= step(high)
      cuts.append(high)
    }
    return cuts.sorted()
  }
}

@Suite struct `bounds that are too high` {
  /// At the minimiser t = 0.191 of the first one, x is 40 for one class and 0.8 for the other three,
  /// which is not far beyond the turning point 1/2. The second one and the last have an x that is
  /// before the turning point there, and the fourth has a constant part.
  static let blocks: [LossStatement.Block] = [
    .simple([(3, 459), (1, 22_960)]),
    .simple([(1, 310), (2, 9_000)]),
    .simple([(4, 1000)]),
    .simple([(2, 0), (3, 9000)]),
    .simple([(1, 300), (1, 1200), (1, 4800), (1, 19_200)]),
  ]

  @Test(arguments: blocks)
  func `a bound below the minimum is accepted with a fine grid`(_ block: LossStatement.Block) {
    let overreach = Overreach(block, layers: 3)
    let cuts = overreach.cuts(gap: 0.999...1.001)
    #expect(overreach.isAccepted(factor: 0.99, cuts: cuts))
  }

  @Test(arguments: blocks)
  func `one above it is not, whatever the cell around the minimiser`(_ block: LossStatement.Block) {
    let overreach = Overreach(block, layers: 3)
    for width in [0.001, 0.01, 0.03, 0.1, 0.3] {
      for shift in [-0.9, -0.4, 0, 0.4, 0.9] {
        let middle = 1 + width * shift
        let cuts = overreach.cuts(gap: (middle - width)...(middle + width))
        for excess in [1e-4, 1e-3, 1e-2] {
          #expect(
            !overreach.isAccepted(factor: 1 + excess, cuts: cuts), "\(width), \(shift), \(excess)")
        }
      }
    }
  }

  /// x is 80 for two classes and 0.83 for the third, beyond the turning point 1/2 and before twice
  /// that: were the third still called concave, its chord would lift the bound by a thousandth.
  @Test func `nor where one term has only just become convex`() {
    let overreach = Overreach(.simple([(2, 329_001), (1, 3362)]), layers: 3)
    let cuts = overreach.cuts(gap: 0.86...1.06, isFine: true)
    #expect(!overreach.isAccepted(factor: 1.0003, cuts: cuts))
    let small = overreach.cuts(gap: 0.999...1.001, isFine: true)
    #expect(overreach.isAccepted(factor: 0.99, cuts: small))
  }

  @Test(arguments: blocks)
  func `cuts that stop before the minimiser prove nothing`(_ block: LossStatement.Block) {
    let overreach = Overreach(block, layers: 3)
    let cuts = overreach.cuts(gap: 0.999...1.001)
    for last in [0.5, 0.7, 0.8, 0.9, 0.97] {
      let stopped = cuts.filter { $0 < overreach.minimum.point * last }
      #expect(!overreach.isAccepted(factor: 1.001, cuts: stopped), "\(last)")
      // Not even below the minimum, since f still falls there.
      #expect(!overreach.isAccepted(factor: 0.999, cuts: stopped), "\(last)")
    }
  }

  @Test(arguments: Seeds.all)
  func `nor is one above it accepted for functions and cells drawn at random`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (tried, accepted) = (0, 0)
    for _ in 0..<60 {
      let values = (0..<random.int(in: 1...3)).map { _ in
        (
          random.int(in: 1...4),
          Surd(random.int(in: 1...300) * random.element(of: [10, 100, 1000]))
        )
      }
      let layers = random.int(in: 3...5)
      let overreach = Overreach(.simple(values), layers: layers)
      guard overreach.minimum.point > 0 else { continue }
      tried += 1
      let width = Double(random.int(in: 1...400)) / 1000
      let middle = 1 + width * Double(random.int(in: -90...90)) / 100
      let cuts = overreach.cuts(gap: max(0.01, middle - width)...(middle + width))
      let excess = random.element(of: [1e-5, 1e-4, 1e-3, 1e-2])
      #expect(!overreach.isAccepted(factor: 1 + excess, cuts: cuts), "\(values), \(layers)")
      if overreach.isAccepted(factor: 0.9, cuts: cuts) { accepted += 1 }
    }
    // The cells are good enough for something that is true.
    #expect(tried > 10 && accepted > 5, "\(tried) \(accepted)")
  }
}
