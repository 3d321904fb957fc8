import Rational
import TestSupport

@testable import Certificates

/// A shape by the definitions, dense matrices of fractions and elimination: nothing in common with the
/// kernel but the numbers.
struct DirectShape {
  typealias Rows = [[Rational]]

  let classes: Int
  let layers: Int
  /// H_1, W_1, …, W_{L-1}
  let matrices: [Rows]
  /// M_L
  let last: Rows

  init(_ shape: Shape) {
    matrices = ([shape.features] + shape.weights).map { matrix in
      (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
    }
    classes = matrices[0][0].count
    layers = matrices.count
    last = matrices.dropFirst().reduce(matrices[0]) { input, weight in
      Self.product(weight, input).map { $0.map { max($0, 0) } }
    }
  }

  static func product(_ left: Rows, _ right: Rows) -> Rows {
    left.map { row in
      right[0].indices.map { column in
        zip(row, right).reduce(0) { $0 + $1.0 * $1.1[column] }
      }
    }
  }

  static func squares(_ matrix: Rows) -> Rational {
    matrix.joined().reduce(0) { $0 + $1 * $1 }
  }

  static func transposed(_ matrix: Rows) -> Rows {
    matrix[0].indices.map { column in matrix.map { $0[column] } }
  }

  /// The inverse and the determinant of a positive definite matrix, by Gauss and Jordan.
  static func inverse(_ matrix: Rows) -> (Rows, determinant: Rational) {
    let size = matrix.count
    var rows = matrix.indices.map { i in matrix[i] + matrix.indices.map { $0 == i ? 1 : 0 } }
    var determinant = Rational(1)
    for pivot in 0..<size {
      let value = rows[pivot][pivot]
      determinant *= value
      rows[pivot] = rows[pivot].map { $0 / value }
      for row in 0..<size where row != pivot {
        let factor = rows[row][pivot]
        rows[row] = zip(rows[row], rows[pivot]).map { $0 - factor * $1 }
      }
    }
    return (rows.map { Array($0.dropFirst(size)) }, determinant)
  }

  /// s I + c G
  func shifted(_ s: Rational, _ c: Rational) -> Rows {
    let gram = Self.product(Self.transposed(last), last)
    return gram.indices.map { i in gram.indices.map { (i == $0 ? s : 0) + c * gram[i][$0] } }
  }

  /// D
  var normProduct: Rational { matrices.reduce(1) { $0 * Self.squares($1) } }

  /// How much less than twice collapse's loss twice this one's is, at x by τ, and det(I + τ^L x C).
  func gain(_ x: Rational, _ tau: Rational) -> (Rational, determinant: Rational) {
    let depth = Rational(layers)
    let square = (1 + x) * (1 + x)
    let y = tau.power(layers) * x
    let (inverse, determinant) = Self.inverse(
      shifted(1, y * Rational(classes).power(layers) / normProduct))
    let mean = inverse.indices.reduce(Rational(0)) { $0 + inverse[$1][$1] } / Rational(classes)
    return ((1 + (depth + 1) * x) / square - tau * depth * x / square - mean, determinant)
  }
}

extension Shape {
  /// A random shape with small numbers.
  static func random(
    classes: Int, layers: Int, _ random: inout SplitMix64
  ) -> Shape {
    func matrix(_ rows: Int, _ columns: Int) -> PointMatrix {
      let bottom = random.int(in: 1...3)
      var entries: [Rational] = []
      for _ in 0..<rows * columns {
        let top = random.int(in: -4...9)
        entries.append(Rational(top, bottom))
      }
      if entries.allSatisfy(\.isZero) { entries[0] = 1 }
      return PointMatrix(rows: rows, columns: columns, entries: entries)
    }
    var height = random.int(in: 1...4)
    let features = matrix(height, classes)
    var weights: [PointMatrix] = []
    for _ in 1..<layers {
      let next = random.int(in: 1...4)
      weights.append(matrix(next, height))
      height = next
    }
    return Shape(features: features, weights: weights)
  }
}
