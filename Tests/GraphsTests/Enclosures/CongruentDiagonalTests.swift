import Rational
import TestSupport
import Testing

@testable import Graphs

@Suite struct CongruentDiagonalTests {
  /// What the bounds show is never more than there is, and all of it for matrices far from singular.
  @Test(arguments: Seeds.all)
  func `signs are those of the exact elimination`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in [0, 1, 2, 3, 7, 20] {
      for kind in 0..<6 {
        let half = Matrix<Rational>(rows: size, columns: size) { row, column in
          switch kind {
          case 0: Rational(random.int(in: -9...9))
          case 1: row == column ? 0 : Rational(random.int(in: -1...1))
          case 2: Rational(random.integer())
          case 3: Rational(Integer(random.int(in: -9...9)) << (40 * (row + column)))
          case 4: row == column ? Rational(Integer(1) << 2000) : Rational(random.int(in: -1...1))
          default: Rational(random.int(in: -2...2) * (row % 3))
          }
        }
        let matrix = half + half.transposed
        let exact = try general(matrix)
        let integers = matrix.overCommonDenominator.integers
        let signs = try #require(CongruentDiagonal(of: integers).signs() ?? (0, 0))
        #expect(signs.0 <= exact.positive && signs.1 <= exact.negative, "\(matrix)")
        if kind < 2 { #expect(signs == (exact.positive, exact.negative), "\(matrix)") }
        #expect(try matrix.inertia() == exact)
      }
    }
  }

  private func general<Scalar: OrderedExactField>(_ matrix: Matrix<Scalar>) throws -> Inertia {
    try matrix.inertia()
  }

  /// Singular but for a number that floating point does not see beside the others.
  @Test func `what cannot be seen is not claimed`() throws {
    for exponent in [10, 40, 45, 50, 52, 53, 54, 60, 100, 1000] {
      for sign in [-1, 0, 1] {
        let large = Integer(1) << exponent
        let rows = [[large, large], [large, large + Integer(sign)]]
        let signs = CongruentDiagonal(of: rows).signs() ?? (0, 0)
        #expect(signs.positive <= (sign > 0 ? 2 : 1) && signs.negative <= (sign < 0 ? 1 : 0))
        let matrix = Matrix(rows.map { $0.map { Rational($0) } })
        #expect(
          try matrix.inertia()
            == Inertia(
              positive: sign > 0 ? 2 : 1, zero: sign == 0 ? 1 : 0, negative: sign < 0 ? 1 : 0))
      }
    }
  }

  @Test func `vectors that are not fit show nothing`() throws {
    var form = CongruentDiagonal(of: [[1, 2], [2, 1]])
    let found = try #require(form.signs())
    #expect(found == (1, 1))
    form.vectors = [[1, 0], [0, 1]]
    #expect(form.signs() == nil)
    form.vectors = [[1, 1], [1, 1]]
    #expect(form.signs() == nil)
    form.vectors = [[1, -1], [.nan, 1]]
    #expect(form.signs() == nil)
    // The matrix is [[1, 2], [2, 1]] / 4 in floating point, and one vector shows one sign.
    form.vectors = [[1, 0]]
    #expect(try #require(form.signs()) == (1, 0))
    form.vectors = [[1, -1]]
    #expect(try #require(form.signs()) == (0, 1))
  }

  @Test func `a kernel is shown by independent vectors of it`() {
    let rows: [[Integer]] = [[1, -1], [-1, 1]]
    var form = CongruentDiagonal(of: rows)
    #expect(form.kernel.count == 1 && form.hasKernel(of: rows))
    form.kernel = [(0, [1, 1]), (1, [1, 1])]
    #expect(!form.hasKernel(of: rows))
    form.kernel = [(0, [1, 0]), (1, [0, 1])]
    #expect(!form.hasKernel(of: rows))
    form.kernel = [(0, [1, 0.5])]
    #expect(!form.hasKernel(of: rows))
    form.kernel = [(0, [.nan, .infinity])]
    #expect(!form.hasKernel(of: rows))
  }

  /// A block [[1, 1], [1, 1 + 2^-k]], whose signs rounding might change, and ones on the diagonal.
  @Test func `bounds of rounding grow with the order`() {
    func signs(_ order: Int, _ exponent: Int) -> (positive: Int, negative: Int)? {
      let one = Integer(1) << exponent
      return CongruentDiagonal(
        of: (0..<order).map { i in
          (0..<order).map { j in
            i == j ? (i == 1 ? one + 1 : one) : i + j == 1 ? one : 0
          }
        }
      ).signs()
    }
    for order in [2, 64] {
      #expect(signs(order, 20).map { $0.positive } == order)
    }
    #expect(signs(2, 42).map { $0.positive } == 2)
    #expect(signs(64, 42) == nil)
  }

  /// Laplacians with two components, weighted or not, and of different sizes of entries.
  @Test(arguments: Seeds.all)
  func `kernels are shown by vectors`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in [2, 3, 6, 11] {
      for scale in [0, 3, 40] {
        let half = Matrix<Rational>(rows: size, columns: size) { row, column in
          row < column && row % 2 == column % 2 ? Rational(random.int(in: 1...3)) : 0
        }
        let weights = half + half.transposed
        let laplacian = Matrix<Rational>(rows: size, columns: size) { row, column in
          row == column ? weights.row(row).reduce(0, +) : -weights[row, column]
        }
        let factors = (0..<size).map { Rational(Integer(1) << (scale * ($0 % 3))) }
        let scaled = laplacian.rowsScaled(by: factors).transposed.rowsScaled(by: factors)
        let integers = scaled.overCommonDenominator.integers
        let form = CongruentDiagonal(of: integers)
        #expect(form.kernel.count == 2)
        if scale < 40 { #expect(form.hasKernel(of: integers), "\(scaled)") }
        #expect(
          try scaled.inertia() == Inertia(positive: size - 2, zero: 2, negative: 0), "\(scaled)")
        // Vectors of another matrix show nothing.
        var other = integers
        other[0][0] += 1
        #expect(!form.hasKernel(of: other))
      }
    }
  }

  @Test func `Hilbert's matrix is positive definite, and less by little it is not`() throws {
    for size in 1...16 {
      let hilbert = Matrix<Rational>(rows: size, columns: size) { Rational(1, $0 + $1 + 1) }
      #expect(try hilbert.inertia().isPositiveDefinite)
      // The last entry less the ratio of determinants makes it singular.
      let minor = hilbert.selecting(rows: 0..<size - 1, columns: 0..<size - 1)
      var singular = hilbert
      singular[size - 1, size - 1] -= hilbert.determinant / minor.determinant
      #expect(
        try singular.inertia() == Inertia(positive: size - 1, zero: 1, negative: 0), "\(size)")
      singular[size - 1, size - 1] -= Rational(1, Integer(10).power(100))
      #expect(
        try singular.inertia() == Inertia(positive: size - 1, zero: 0, negative: 1), "\(size)")
    }
  }

  @Test func `approximate eigenvalues of paths are cosines`() throws {
    // 2 cos(πk/(n + 1)), and of a matrix that is in this form already.
    for size in [1, 2, 5, 30] {
      let path = (0..<size * size).map { abs($0 / size - $0 % size) == 1 ? 1.0 : 0 }
      let found = try #require(TridiagonalForm(of: path, order: size).eigenvalues())
      #expect(abs(found.reduce(0, +)) < 1e-12)
      #expect(abs(found.reduce(0) { $0 + $1 * $1 } - Double(2 * size - 2)) < 1e-12)
      // Chebyshev's polynomials of half of them are 0.
      for value in found {
        var (last, next) = (1.0, value)
        for _ in 1..<size { (last, next) = (next, value * next - last) }
        #expect(abs(next) < 1e-10)
      }
    }
    #expect(TridiagonalForm(of: [], order: 0).eigenvalues() == [])
    #expect(TridiagonalForm(of: [.infinity], order: 1).eigenvalues() == nil)
    let ones = try #require(
      TridiagonalForm(of: Array(repeating: 1, count: 400), order: 20).eigenvalues())
    #expect(abs(ones[19] - 20) < 1e-12 && abs(ones[0]) < 1e-12 && abs(ones[18]) < 1e-12)
  }
}
