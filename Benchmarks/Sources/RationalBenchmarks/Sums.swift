import CPeers
import Rational

/// The harmonic number H_20000 as a sum of its terms, and a dot product of many small fractions.
enum Sums {
  static func races() -> [Race] { [harmonic(20_000), dotProduct(.random(bits: 20, count: 4096))] }

  private static func harmonic(_ length: Int) -> Race {
    let terms = (1...length).map { Rational(1, $0) }
    var sum = Rational(0)
    let (number, tree) = (FlintPeer.vector([0]), FlintPeer.vector([0]))
    let fractions = FlintPeer.vector(terms)
    let (total, values) = (GMPPeer.vector([0]), GMPPeer.vector(terms))
    return Race(
      name: "H_\(length)", calls: 1,
      contenders: [
        Contender(name: "Rational", run: { sum = Rational.sum(terms) }, answer: { "\(sum)" }),
        Contender(
          name: "FLINT harmonic number", run: { fmpq_harmonic_ui(number, UInt(length)) },
          answer: { FlintPeer.text(number) }),
        Contender(
          name: "FLINT fmpq, split tree", run: { peers_fmpq_sum(tree, fractions, length) },
          answer: { FlintPeer.text(tree) }),
        Contender(
          name: "GMP mpq, split tree", run: { peers_mpq_sum(total, values, length) },
          answer: { GMPPeer.text(total) }),
      ])
  }

  private static func dotProduct(_ workload: Workload) -> Race {
    let count = workload.left.count
    var sum = Rational(0)
    let products = FlintPeer.vector(workload.left)
    let (left, right) = (FlintPeer.vector(workload.left), FlintPeer.vector(workload.right))
    let total = FlintPeer.vector([0])
    return Race(
      name: "dot product of \(count), \(workload.name)", calls: 1,
      contenders: [
        Contender(
          name: "Rational",
          run: { sum = Rational.dotProduct(workload.left, workload.right) }, answer: { "\(sum)" }),
        Contender(
          name: "FLINT fmpq, split tree",
          run: {
            for i in 0..<count { fmpq_mul(products + i, left + i, right + i) }
            peers_fmpq_sum(total, products, count)
          }, answer: { FlintPeer.text(total) }),
      ])
  }
}
