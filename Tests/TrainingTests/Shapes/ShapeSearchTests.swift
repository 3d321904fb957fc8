import Certificates
import Foundation
import Losses
import Rational
import Testing

@testable import Training

@Suite struct ShapeObjectiveTests {
  /// Integers have features that are exactly zero, where the positive part has no gradient.
  private func place(
    _ seed: UInt64, _ classes: Int, _ layers: Int, ofIntegers: Bool
  ) -> ShapeObjective.Place {
    var random = RandomSource(seed: seed)
    func matrix(_ rows: Int, _ columns: Int) -> DenseMatrix {
      var result = DenseMatrix.zero(rows, columns)
      for entry in result.entries.indices {
        let value = 8 * random.normal()
        result.entries[entry] = ofIntegers ? value.rounded() : value
      }
      return result
    }
    return .init(
      matrices: [matrix(4, classes)] + (2..<layers).map { _ in matrix(4, 4) }
        + [matrix(2 * classes + 3, 4)], logTau: -0.1)
  }

  @Test(arguments: 1...8)
  func `the gradient is that of differences`(_ seed: UInt64) throws {
    for layers in 2...4 {
      for x in [nil, 2.5, 40] as [Double?] {
        let objective = ShapeObjective(classes: 4, layers: layers, x: x)
        let place = place(seed, 4, layers, ofIntegers: false)
        // Where G is nearly without inverse, differences are no gradient.
        guard let (value, gradient) = objective.evaluate(place), value < 1 else { continue }
        for index in place.matrices.indices {
          for entry in [0, place.matrices[index].entries.count - 1] {
            var (up, down) = (place, place)
            up.matrices[index].entries[entry] += 1e-6
            down.matrices[index].entries[entry] -= 1e-6
            let values = (
              try #require(objective.evaluate(up)), try #require(objective.evaluate(down))
            )
            let slope = (values.0.value - values.1.value) / 2e-6
            let expected = gradient.matrices[index].entries[entry]
            #expect(abs(slope - expected) < 1e-5 * (1 + abs(expected)))
          }
        }
        var (up, down) = (place, place)
        up.logTau += 1e-5
        down.logTau -= 1e-5
        let slope =
          (try #require(objective.evaluate(up)).value - #require(objective.evaluate(down)).value)
          / 2e-5
        #expect(abs(slope - gradient.logTau) < 1e-6)
      }
    }
  }

  /// Descents against the kernel's fractions.
  @Test(arguments: 1...8)
  func `the value is that of exact fractions`(_ seed: UInt64) throws {
    let place = place(seed, 4, 3, ofIntegers: true)
    let matrices = place.matrices.map { matrix in
      PointMatrix(
        rows: matrix.rows, columns: matrix.columns,
        entries: matrix.entries.map { Rational(Int($0)) })
    }
    let shape = Shape(features: matrices[0], weights: Array(matrices.dropFirst()))
    let tau = Double(Rational(115, 128))
    var moved = place
    moved.logTau = log(tau)
    for x in [2, 17, 300] {
      let value = try #require(
        ShapeObjective(classes: 4, layers: 3, x: Double(x)).evaluate(moved)?.value)
      let margin = Double(shape.margin(x: Rational(x), tau: Rational(115, 128)))
      #expect(abs(exp(value) - (1 - margin)) < 1e-9)
    }
  }
}

@Suite struct ShapeSearchTests {
  @Test func `three classes and four layers are decided for every Λ`() throws {
    let search = ShapeSearch(classes: 3, layers: 4, randomStarts: 4)
    let found = try #require(search.run(jobs: 2).certificate)
    #expect(try found.certificate.replay().isEverywhere)
    let again = try #require(search.run(jobs: 1).certificate)
    #expect(again.certificate == found.certificate)
  }

  @Test func `what is not found for every Λ is found near the critical one`() throws {
    let search = ShapeSearch(classes: 5, layers: 3, randomStarts: 0)
    let summary = try #require(search.run(jobs: 2).certificate).certificate.replay()
    #expect(summary.regions[0].from == 2)
  }

  @Test(arguments: 2...4)
  func `two classes give nothing`(_ layers: Int) {
    let search = ShapeSearch(classes: 2, layers: layers, randomStarts: 12)
    let found = search.run(jobs: 2)
    #expect(found.certificate == nil)
    // Collapse is found, and nothing below it.
    #expect(found.inverseTrace > 1 - 1e-6)
  }
}
