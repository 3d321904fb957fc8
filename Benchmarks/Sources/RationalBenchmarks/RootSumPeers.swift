import CPeers
import Rational

/// The peer written by hand: FLINT's integers over one denominator.
struct IntegerRootSums {
  private let left: UnsafeMutablePointer<peers_root_sum>
  private let right: UnsafeMutablePointer<peers_root_sum>
  private let results: UnsafeMutablePointer<peers_root_sum>

  init(_ left: [[Rational]], _ right: [[Rational]]) {
    func vector(_ values: [[Rational]]) -> UnsafeMutablePointer<peers_root_sum> {
      let pointer = UnsafeMutablePointer<peers_root_sum>.allocate(capacity: values.count)
      for (index, value) in values.enumerated() {
        let (numerators, common) = value.overCommonDenominator
        // Small values are words in FLINT's integers.
        let words = numerators.map { $0.word ?? 0 }
        pointer[index] = peers_root_sum(
          coefficients: (
            words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]
          ), denominator: common.word ?? 1)
      }
      return pointer
    }
    self.left = vector(left)
    self.right = vector(right)
    results = vector(left)
  }

  func multiply() {
    for i in 0..<RootSums.count { peers_root_sum_mul(results + i, left + i, right + i) }
  }

  func coefficients(_ index: Int) -> [String] {
    let value = results[index]
    let c = value.coefficients
    return [c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7].map {
      Rational($0, value.denominator).description
    }
  }
}

/// FLINT's fractions, eight for an element.
struct FractionRootSums {
  private let left: UnsafeMutablePointer<fmpq>
  private let right: UnsafeMutablePointer<fmpq>
  private let results: UnsafeMutablePointer<fmpq>

  init(_ left: [[Rational]], _ right: [[Rational]]) {
    self.left = FlintPeer.vector(Array(left.joined()))
    self.right = FlintPeer.vector(Array(right.joined()))
    results = FlintPeer.vector(Array(left.joined()))
  }

  func multiply() {
    for i in stride(from: 0, to: 8 * RootSums.count, by: 8) {
      peers_fractions_mul(results + i, left + i, right + i)
    }
  }

  func coefficients(_ index: Int) -> [String] {
    (0..<8).map { FlintPeer.text(results + (8 * index + $0)) }
  }
}
