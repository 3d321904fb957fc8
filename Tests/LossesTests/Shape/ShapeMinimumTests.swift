import Certificates
import Rational
import Testing

@testable import Losses

@Suite struct ShapeMinimumTests {
  /// H_1 = W_l = I: the shape of collapse, whose least loss is that of collapse.
  private func collapse(_ classes: Int, _ layers: Int) -> Shape {
    let unit = PointMatrix(
      rows: classes, columns: classes,
      entries: (0..<classes * classes).map { $0 % (classes + 1) == 0 ? 1 : 0 })
    return Shape(features: unit, weights: Array(repeating: unit, count: layers - 1))
  }

  @Test(arguments: [(2, 2), (3, 3), (4, 5)])
  func `collapse loses what collapse loses`(_ classes: Int, _ layers: Int) {
    let minimum = ShapeMinimum(collapse(classes, layers))
    for x in [Rational(layers - 1), Rational(layers), 20, Rational(401, 3)] {
      #expect(minimum.isAtLeast(1, x: x))
      #expect(!minimum.isAtLeast(1 + Rational(1, 1_000_000), x: x))
      let ratio = minimum.ratio(x: x)
      #expect(ratio.lower <= 1 && 1 <= ratio.upper)
      #expect(ratio.upper - ratio.lower < Rational(1, 1_000_000))
    }
  }

  @Test func `a certified interval ends where the shape no longer wins`() throws {
    // Three classes on two points; nothing is balanced, so it wins in part.
    let shape = Shape(
      features: PointMatrix(rows: 2, columns: 3, entries: [1, 1, 0, 0, 1, 1]),
      weights: [[1, 0, 0, 1], [1, 0, 0, 1], [1, -1, -1, 1, 1, 1]].map { entries in
        PointMatrix(
          rows: entries.count / 2, columns: 2, entries: entries.map { Rational($0) })
      })
    let certificate = try #require(ShapeCertificate.certificate(of: shape))
    let summary = try certificate.replay()
    #expect(!summary.isEverywhere)
    let minimum = ShapeMinimum(shape)
    for region in summary.regions {
      #expect(!minimum.isAtLeast(1, x: region.from))
      let end = try #require(region.to)
      #expect(!minimum.isAtLeast(1, x: end))
      #expect(minimum.isAtLeast(1, x: end * Rational(101, 100)))
    }
  }
}
