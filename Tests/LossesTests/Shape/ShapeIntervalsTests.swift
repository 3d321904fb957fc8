import Certificates
import Foundation
import Rational
import TestSupport
import Testing

@testable import Losses

/// The least of L t + tr (K I + t^L G/(D Λ))⁻¹ over t, on a grid of t: from the definitions, in floating
/// point, with nothing in common with the finder.
private struct GridMinimum {
  let classes: Int
  let layers: Int
  let gram: [[Double]]
  let normProduct: Double

  init(_ shape: Shape) {
    func rows(_ matrix: PointMatrix) -> [[Double]] {
      (0..<matrix.rows).map { row in
        (0..<matrix.columns).map { Double(matrix[row, $0].decimal(digits: 17)) ?? .nan }
      }
    }
    var last = rows(shape.features)
    var product = last.joined().reduce(0) { $0 + $1 * $1 }
    for weight in shape.weights.map(rows) {
      product *= weight.joined().reduce(0) { $0 + $1 * $1 }
      last = weight.map { row in
        last[0].indices.map { column in
          max(0, zip(row, last).reduce(0) { $0 + $1.0 * $1.1[column] })
        }
      }
    }
    (classes, layers, normProduct) = (shape.classes, shape.layers, product)
    gram = last[0].indices.map { i in
      last[0].indices.map { j in last.reduce(0) { $0 + $1[i] * $1[j] } }
    }
  }

  /// tr (K I + s G)⁻¹, by elimination for each unit vector.
  private func trace(_ s: Double) -> Double {
    var sum = 0.0
    for column in 0..<classes {
      var rows = gram.indices.map { i in
        gram.indices.map { s * gram[i][$0] + (i == $0 ? Double(classes) : 0) }
          + [i == column ? 1 : 0]
      }
      for pivot in 0..<classes {
        let value = rows[pivot][pivot]
        rows[pivot] = rows[pivot].map { $0 / value }
        for row in 0..<classes where row != pivot {
          let factor = rows[row][pivot]
          rows[row] = zip(rows[row], rows[pivot]).map { $0 - factor * $1 }
        }
      }
      sum += rows[column][classes]
    }
    return sum
  }

  /// 1 - loss/L_DNC at x, the best of a grid of t.
  func margin(_ x: Double) -> Double {
    let depth = Double(layers)
    let regularisation =
      pow(x, depth - 1) / pow(1 + x, 2 * depth) / pow(Double(classes), depth + 1)
    let collapse = (1 + (depth + 1) * x) / ((1 + x) * (1 + x))
    var least = 1.0  // t = 0
    for step in 1...150 {
      let t = Double(step) / 125 * x / ((1 + x) * (1 + x))
      least = min(least, depth * t + trace(pow(t, depth) / (normProduct * regularisation)))
    }
    return 1 - least / collapse
  }
}

/// The shape of three classes and four layers with its numbers changed at random.
private func shape(_ seed: UInt64) -> Shape {
  var random = SplitMix64(seed: seed)
  let most = [1, 2, 4][Int(seed % 3)]
  func matrix(_ rows: Int, _ columns: Int, _ entries: [Int]) -> PointMatrix {
    var changed: [Rational] = []
    for entry in entries {
      let change = random.int(in: -most...most)
      changed.append(Rational(entry == 0 ? 0 : 2 * entry + change))
    }
    return PointMatrix(rows: rows, columns: columns, entries: changed)
  }
  return Shape(
    features: matrix(2, 3, [9, 17, 9, -12, 0, 12]),
    weights: [
      matrix(2, 2, [15, -12, 15, 12]), matrix(2, 2, [9, 0, 0, 9]),
      matrix(4, 2, [4, 10, -12, 12, 9, 1, 12, -12]),
    ])
}

@Suite struct ShapeIntervalsTests {
  @Test(arguments: 1...30)
  func `the interval of a random shape is where a minimisation elsewhere has it`(
    _ seed: UInt64
  ) throws {
    let shape = shape(seed)
    let minimum = GridMinimum(shape)
    let regions = try ShapeCertificate.certificate(of: shape)?.replay().regions ?? []
    func contains(_ x: Double) -> Bool {
      regions.contains { region in
        x >= Double(region.from) && region.to.map { x <= Double($0) } ?? true
      }
    }
    for step in 0...20 {
      let x = 3 * pow(1.37, Double(step))
      let margin = minimum.margin(x)
      // The grid of t is a little above the minimum.
      if contains(x) {
        #expect(margin > -2e-4, "x = \(x)")
      } else {
        #expect(margin < 2e-4, "x = \(x)")
      }
    }
  }

  @Test func `some of these shapes win everywhere, some in part and some nowhere`() throws {
    var counts = [0, 0, 0]
    for seed: UInt64 in 1...30 {
      let summary = try ShapeCertificate.certificate(of: shape(seed))?.replay()
      counts[summary.map { $0.isEverywhere ? 0 : 1 } ?? 2] += 1
    }
    #expect(counts.allSatisfy { $0 > 0 }, "\(counts)")
  }

  @Test(arguments: 1...60)
  func `two classes are nowhere below collapse`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func matrix(_ rows: Int, _ columns: Int) -> PointMatrix {
      var entries: [Rational] = [1]
      while entries.count < rows * columns { entries.append(Rational(random.int(in: -6...6))) }
      return PointMatrix(rows: rows, columns: columns, entries: entries)
    }
    var height = random.int(in: 1...3)
    let features = matrix(height, 2)
    var weights: [PointMatrix] = []
    for _ in 0..<random.int(in: 1...3) {
      let rows = random.int(in: 1...3)
      weights.append(matrix(rows, height))
      height = rows
    }
    #expect(
      ShapeCertificate.certificate(of: Shape(features: features, weights: weights)) == nil)
  }

  /// Floating point against exact fractions, at rational x and τ.
  @Test(arguments: 1...20)
  func `the margin is that of the kernel`(_ seed: UInt64) {
    let shape = shape(seed)
    let loss = ShapeLoss(shape)
    for (x, tau) in [
      (Rational(3), Rational(7, 8)), (Rational(50), Rational(1)), (4000, Rational(9, 8)),
    ] {
      let exact = Double(shape.margin(x: x, tau: tau))
      let rounded = loss.margin(Double(x), tau: Double(tau))
      #expect(abs(exact - rounded) < 1e-11 * (1 + abs(exact)))
    }
  }
}
