import CPeers
import Rational

/// The harmonic number H_20000, by its function and as a sum of its terms, and a dot product of many small fractions.
enum Sums {
  static func races() -> [Race] {
    [
      harmonicNumber(20_000), sumOfReciprocals(20_000),
      dotProduct(.random(bits: 20, count: 4096)),
    ]
  }

  private static func harmonicNumber(_ length: Int) -> Race {
    var number = Rational(0)
    let peer = FlintPeer.vector([0])
    return Race(
      name: "H_\(length)", calls: 1,
      contenders: [
        Contender(
          name: "Rational", run: { number = Rational.harmonicNumber(length) },
          answer: { "\(number)" }),
        Contender(
          name: "FLINT harmonic number", run: { fmpq_harmonic_ui(peer, UInt(length)) },
          answer: { FlintPeer.text(peer) }),
      ])
  }

  private static func sumOfReciprocals(_ length: Int) -> Race {
    let terms = (1...length).map { Rational(1, $0) }
    var sum = Rational(0)
    let (tree, fractions) = (FlintPeer.vector([0]), FlintPeer.vector(terms))
    let (total, values) = (GMPPeer.vector([0]), GMPPeer.vector(terms))
    return Race(
      name: "H_\(length) as a sum", calls: 1,
      contenders: [
        Contender(name: "Rational", run: { sum = Rational.sum(terms) }, answer: { "\(sum)" }),
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
