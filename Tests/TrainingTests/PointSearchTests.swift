import Certificates
import Losses
import Rational
import Testing

@testable import Training

@Suite struct PointSearchTests {
  private func search(
    _ classes: Int, _ layers: Int, _ decay: Rational, width: Int = 6, seeds: Range<UInt64>,
    steps: Int
  ) -> PointSearch {
    PointSearch(
      classes: classes, regularisation: Regularisation(samples: 1, all: decay, layers: layers),
      widths: Array(repeating: width, count: layers), seeds: seeds,
      schedule: Schedule(steps: steps))
  }

  @Test func `a point below collapse is found and certified`() throws {
    let found = search(6, 2, Rational(66, 1000), seeds: 2..<3, steps: 4000).run(jobs: 1)
    let (certificate, seed, denominator) = try #require(found.certificate)
    #expect(seed == 2)
    #expect(denominator < 100)
    _ = try certificate.replay()
    #expect(certificate.loss < found.collapse.lower)
    #expect(try PointCertificate(text: certificate.text) == certificate)
  }

  @Test func `rounding does not lose to what is known`() throws {
    let search = search(10, 4, Rational(1, 250), width: 10, seeds: 1..<2, steps: 400)
    // The construction on K_5 has 0.0809113321993….
    let known = 0.0809113321993
    let found = try #require(search.run(jobs: 1, rival: known).certificate)
    #expect(Double(found.text.loss) <= known * 1.000_01)
    _ = try found.text.replay()
  }

  @Test func `the result is the same for every number of jobs`() {
    let search = search(3, 3, Rational(1, 50), seeds: 1..<6, steps: 300)
    let results = [1, 2, 3, 7].map { search.run(jobs: $0) }
    for result in results {
      #expect(result.losses == results[0].losses)
      #expect(result.bestSeed == results[0].bestSeed)
      #expect(result.certificate?.text == results[0].certificate?.text)
    }
  }

  /// Deep neural collapse is optimal for two classes, so a certificate would be a contradiction.
  @Test(arguments: 2...4)
  func `two classes never yield a certificate`(_ layers: Int) {
    for factor in [Rational(1, 1000), Rational(9, 10)] {
      let critical = Collapse.threshold(classes: 2, layers: layers)
      let value = Regularisation(
        samples: 1, features: critical * factor,
        weights: Array(repeating: 1, count: layers))
      let found = PointSearch(
        classes: 2, regularisation: value, widths: Array(repeating: 3, count: layers),
        seeds: 1..<5, schedule: Schedule(steps: 1000)
      ).run(jobs: 2)
      #expect(found.certificate == nil)
    }
    // Nor do the points themselves, whatever they lose.
    let half = PointMatrix(rows: 2, columns: 2, entries: [1, 0, 0, 1])
    for decay in [Rational(1, 10), Rational(1, 100), Rational(1, 1000)] {
      let point = NetworkPoint(
        classes: 2, samples: 1, columnsPerClass: 1, featureDecay: decay,
        weightDecays: Array(repeating: decay, count: layers), features: half,
        weights: Array(repeating: half, count: layers))
      #expect(PointCertificate.certificate(of: point) == nil)
    }
  }

  @Test func `a point is certified exactly when it loses less than collapse`() throws {
    // Collapse itself at an optimal rational point: x = 8, L = 3, all factors t.
    let layers = 3
    let regularisation = Collapse.regularisation(atMinimiser: 8, classes: 3, layers: layers)
    let loss = Collapse.loss(atMinimiser: 8, layers: layers)
    let problem = LossProblem(classes: 3, layers: layers, regularisation: regularisation)
    let minimum = try #require(
      problem.minimalLoss(of: [.collapse(classes: 3)], tolerance: 64))
    #expect(minimum.lower <= loss && loss <= minimum.upper)
    // W_L W_{L-1} W_1 H_1 = 8/9 I with equal terms: no certificate, it ties.
    let scale = Rational(8, 9)
    let one = PointMatrix(rows: 3, columns: 3, entries: (0..<9).map { $0 % 4 == 0 ? 1 : 0 })
    let last = PointMatrix(rows: 3, columns: 3, entries: (0..<9).map { $0 % 4 == 0 ? scale : 0 })
    // λ_H ‖H_1‖² = λ_l ‖W_l‖² for l < L, and λ_L scale² the same: the optimum of collapse.
    let term = Rational(8, 81) / 3
    let point = NetworkPoint(
      classes: 3, samples: 1, columnsPerClass: 1, featureDecay: term,
      weightDecays: [term, term, term / (scale * scale)], features: one,
      weights: [one, one, last])
    #expect(point.terms().loss >= loss || point.regularisation != regularisation)
    #expect(PointCertificate.certificate(of: point) == nil)
  }
}
