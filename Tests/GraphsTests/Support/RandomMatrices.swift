import Graphs
import Rational

/// A generator of the SplitMix64 family, so that every run draws the same matrices.
struct Draws: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A small rational, zero about one time in four.
  mutating func rational() -> Rational {
    let isZero = Int.random(in: 0..<4, using: &self) == 0
    let numerator = Int.random(in: -6...6, using: &self)
    let denominator = Int.random(in: 1...3, using: &self)
    return isZero ? Rational(0) : Rational(numerator, denominator)
  }

  /// A matrix of small rationals.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix<Rational> {
    Matrix(rows: rows, columns: columns) { _, _ in rational() }
  }

  /// A symmetric matrix of small integers.
  mutating func symmetric(_ size: Int) -> Matrix<Rational> {
    let half = Matrix<Rational>(rows: size, columns: size) { _, _ in
      Rational(Int.random(in: -4...4, using: &self))
    }
    return half + half.transposed
  }

  /// A matrix of a rank that is at most the given one.
  mutating func matrix(_ rows: Int, _ columns: Int, rank: Int) -> Matrix<Rational> {
    let left = matrix(rows, rank)
    let right = matrix(rank, columns)
    return left * right
  }

  /// An orbit matrix of small rationals.
  mutating func orbitMatrix(
    _ rows: [Int], _ columns: [Int], _ scheme: Scheme<Rational>
  ) -> OrbitMatrix<Rational> {
    orbitMatrix(rows.map { IndexType($0) }, columns.map { IndexType($0) }, scheme)
  }

  mutating func orbitMatrix(
    _ rows: [IndexType], _ columns: [IndexType], _ scheme: Scheme<Rational>
  ) -> OrbitMatrix<Rational> {
    OrbitMatrix(scheme: scheme, rowBlocks: rows, columnBlocks: columns) { _, _, _ in rational() }
  }
}

/// A matrix of integers, for expected values that are written down by hand.
func integers(_ rows: [[Int]]) -> Matrix<Rational> {
  Matrix(rows.map { $0.map { Rational($0) } })
}
