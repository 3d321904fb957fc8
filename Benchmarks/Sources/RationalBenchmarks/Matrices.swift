import CPeers
import Graphs
import Measurement
import Rational

/// Products of matrices of small fractions, and determinants.
enum Matrices {
  static func races() -> [Race] {
    [
      product(size: 100, Rational.self), product(size: 100, Surd.self), hilbert(size: 60),
      determinant("60×60", entries(size: 60, seed: 3), 60),
    ]
  }

  /// As many numerators up to 50 and denominators up to 12 as a square has places.
  private static func entries(size: Int, seed: UInt64) -> [Rational] {
    var random = SplitMix(state: seed)
    return (0..<size * size).map { _ in
      let top = Int.random(in: -50...50, using: &random)
      return Rational(top, Int.random(in: 1...12, using: &random))
    }
  }

  private static func product<Scalar: ExactField>(size: Int, _ field: Scalar.Type) -> Race {
    let (a, b) = (entries(size: size, seed: 1), entries(size: size, seed: 2))
    func matrix(_ values: [Rational]) -> Matrix<Scalar> {
      Matrix(rows: size, columns: size) { Scalar(values[$0 * size + $1]) }
    }
    let (left, right) = (matrix(a), matrix(b))
    var product = left
    let (x, y, z) = (flint(a, size), flint(b, size), flint(a, size))
    return Race(
      name: "product \(size)×\(size), \(Scalar.self)", calls: 1,
      contenders: [
        Contender(name: "Matrix") {
          product = left * right
        } answer: {
          "\(product.coordinates)"
        },
        Contender(name: "FLINT fmpq_mat") {
          fmpq_mat_mul(z, x, y)
        } answer: {
          "["
            + (0..<size * size).map { FlintPeer.text(z.pointee.entries + $0) }.joined(
              separator: ", ")
            + "]"
        },
      ])
  }

  private static func hilbert(size: Int) -> Race {
    let entries = (0..<size * size).map { Rational(1, $0 / size + $0 % size + 1) }
    let (fractions, total) = (GMPPeer.vector(entries), GMPPeer.vector([0]))
    let elimination = Contender(name: "GMP mpz, Bareiss on rows") {
      peers_mpq_determinant(total, fractions, size)
    } answer: {
      GMPPeer.text(total)
    }
    return determinant("of Hilbert \(size)×\(size)", entries, size, elimination)
  }

  private static func determinant(
    _ name: String, _ entries: [Rational], _ size: Int, _ others: Contender...
  ) -> Race {
    let matrix = Matrix(rows: size, columns: size) { entries[$0 * size + $1] }
    let (table, determinant) = (flint(entries, size), FlintPeer.vector([0]))
    var own = Rational(0)
    return Race(
      name: "determinant \(name)", calls: 1,
      contenders: [
        Contender(name: "Matrix") {
          own = matrix.determinant
        } answer: {
          "\(own)"
        },
        Contender(name: "FLINT fmpq_mat") {
          fmpq_mat_det(determinant, table)
        } answer: {
          FlintPeer.text(determinant)
        },
      ] + others)
  }

  private static func flint(
    _ values: [Rational], _ size: Int
  ) -> UnsafeMutablePointer<fmpq_mat_struct> {
    let matrix = UnsafeMutablePointer<fmpq_mat_struct>.allocate(capacity: 1)
    fmpq_mat_init(matrix, size, size)
    let entries = FlintPeer.vector(values)
    for index in 0..<size * size { fmpq_set(matrix.pointee.entries + index, entries + index) }
    return matrix
  }
}
