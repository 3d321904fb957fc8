import Certificates
import Graphs
import Rational

/// Last weights V of a shape that show Coq what the kernel sees of the best ones.
///
/// The best W_L is another one at every x. Its loss is bounded by that of the multiples of any V: with M
/// the last features, p = ‖VM‖², q = tr(VM)²/K and r = D ‖V‖²/(τK)^L twice the loss by τ is at most
///
///     τ L x/(1 + x)² + 1 - q x/(p x + r),
///
/// and by how much this is below the loss of collapse is a positive multiple of
///
///     q + (s - 2) r + (s p - 2 (p - q) - r) x - (p - q) x²,      s = L + 1 - τ L,
///
/// concave in x as q ≤ p. What is returned is exact: the two numbers that Coq looks at have the sign
/// that it asks for.
struct TrialWeights {
  private let shape: Shape
  /// M
  private let features: PointMatrix
  /// D
  private let spread: Rational
  private let transposed: Matrix<Rational>
  /// MᵀM
  private let gram: Matrix<Rational>

  /// How many bits the entries have, at first and at most.
  private static let bits = 12
  private static let mostBits = 96
  /// How many V there are for one interval at most.
  private static let pieces = 256

  /// - Precondition: The shape is valid.
  init(_ shape: Shape) {
    self.shape = shape
    features = shape.lastFeatures
    spread = shape.normProduct
    transposed = Matrix(rows: features.columns, columns: features.rows) { [features] in
      features[$1, $0]
    }
    gram = transposed * transposed.transposed
  }

  private var classes: Rational { Rational(shape.classes) }

  // MARK: An interval

  /// Pieces of an interval that has an end, each with the V that shows it.
  func cover(
    from: Rational, to: Rational, tau: Rational
  ) throws(Rejection) -> [(end: Rational, weights: PointMatrix)] {
    var open = [(from, to)]
    var found: [(end: Rational, weights: PointMatrix)] = []
    while let (a, b) = open.popLast() {
      guard found.count + open.count < Self.pieces else {
        throw .export(
          "the interval from \(from) to \(to)",
          expected: "a loss below that of collapse by \(Self.pieces) choices of W_L",
          found: "that more are needed")
      }
      let middle = (a + b) / 2
      let weights = best(at: middle, tau)
      if let weights, isBelow(weights, a, tau), isBelow(weights, b, tau) {
        found.append((b, weights))
      } else {
        open.append((middle, b))
        open.append((a, middle))
      }
    }
    return found
  }

  /// The best V at x, rounded: a multiple of (MᵀM + c I)⁻¹ Mᵀ with c = D/((τK)^L x).
  private func best(at x: Rational, _ tau: Rational) -> PointMatrix? {
    let decay = spread / ((tau * classes).power(shape.layers) * x)
    let system = Matrix(rows: gram.rows, columns: gram.columns) {
      gram[$0, $1] + ($0 == $1 ? decay : 0)
    }
    return system.inverse.map { rounded($0 * transposed, Self.bits, isScaled: false) }
  }

  /// Whether the polynomial is positive at x.
  private func isBelow(_ weights: PointMatrix, _ x: Rational, _ tau: Rational) -> Bool {
    let output = weights * features
    let trace = (0..<shape.classes).reduce(Rational(0)) { $0 + output[$1, $1] }
    let p = output.squaredNorm
    let q = trace * trace / classes
    let r = spread * weights.squaredNorm / (tau * classes).power(shape.layers)
    let slope = Rational(shape.layers + 1) - tau * Rational(shape.layers)
    let constant = q + (slope - 2) * r
    let linear = slope * p - 2 * (p - q) - r
    return r.sign > 0 && (constant + linear * x - (p - q) * x * x).sign > 0
  }

  // MARK: Everywhere

  /// A V that nearly inverts M, and η ≥ ‖I - VM‖ with D ‖V‖² < K^(L+1) (1 - η)².
  ///
  /// There is one when a ray is part of a valid certificate: D tr(G⁻¹) < K^(L+1) is what that comes to as x
  /// grows, unless both are the same.
  func nearInverse() throws(Rejection) -> (eta: Rational, weights: PointMatrix) {
    if let exact = gram.inverse.map({ $0 * transposed }) {
      var bits = Self.bits
      while bits <= Self.mostBits {
        let weights = rounded(exact, bits, isScaled: true)
        let output = weights * features
        let identity = (0..<shape.classes).map { row in
          (0..<shape.classes).map { Rational(row == $0 ? 1 : 0) - output[row, $0] }
        }
        let error = identity.joined().reduce(Rational(0)) { $0 + $1 * $1 }
        var eta = Rational(1) / 2
        for _ in 1..<bits where eta * eta / 4 >= error { eta = eta / 2 }
        if eta * eta >= error,
          spread * weights.squaredNorm
            < classes.power(shape.layers + 1) * (1 - eta) * (1 - eta)
        {
          return (eta, weights)
        }
        bits *= 2
      }
    }
    throw .export(
      "the interval without an end", expected: "D tr(G⁻¹) below K^(L+1)", found: "that it is not")
  }

  /// The matrix with entries of at most so many bits, as integers, over one denominator where the scale
  /// matters.
  private func rounded(_ matrix: Matrix<Rational>, _ bits: Int, isScaled: Bool) -> PointMatrix {
    var greatest = Rational(0)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        greatest = max(greatest, max(matrix[row, column], -matrix[row, column]))
      }
    }
    // Of a zero matrix nothing is shown.
    let ratio = Rational(Integer(2).power(bits)) / (greatest.isZero ? 1 : greatest)
    let whole = Rational(ratio.numerator.floorDivided(by: ratio.denominator))
    let scale = isScaled ? max(1, whole) : ratio
    let entries = (0..<matrix.rows).flatMap { row in
      (0..<matrix.columns).map { column in
        let value = matrix[row, column] * scale + Rational(1) / 2
        let integer = Rational(value.numerator.floorDivided(by: value.denominator))
        return isScaled ? integer / scale : integer
      }
    }
    return PointMatrix(rows: matrix.rows, columns: matrix.columns, entries: entries)
  }
}
