import TestSupport
import Testing

@testable import Rational

@Suite struct IntegerCharacteristicPolynomialTests {
  /// The determinant by expansion along the first row.
  private func expansion(_ rows: [[Integer]]) -> Integer {
    guard let first = rows.first else { return 1 }
    return first.indices.reduce(Integer(0)) { sum, column in
      if first[column].isZero { return sum }
      let minor = rows.dropFirst().map { row in
        row.indices.filter { $0 != column }.map { row[$0] }
      }
      let term = first[column] * expansion(Array(minor))
      return column % 2 == 0 ? sum + term : sum - term
    }
  }

  /// Minus and plus the sums of principal minors.
  private func byMinors(_ rows: [[Integer]]) -> [Integer] {
    let order = rows.count
    var result = [Integer](repeating: 0, count: order + 1)
    for subset in 0..<(1 << order) {
      let places = (0..<order).filter { subset >> $0 & 1 == 1 }
      let minor = expansion(places.map { i in places.map { rows[i][$0] } })
      let power = order - places.count
      if places.count % 2 == 0 { result[power] += minor } else { result[power] -= minor }
    }
    return result
  }

  private func matrix(_ order: Int, _ entry: () -> Integer) -> [[Integer]] {
    (0..<order).map { _ in (0..<order).map { _ in entry() } }
  }

  @Test(arguments: Seeds.all)
  func `coefficients are sums of principal minors`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for order in 0...5 {
      for _ in 0..<6 {
        let entries: [() -> Integer] = [
          { random.integer() }, { Integer(random.int(in: -1...1)) },
          { random.int(in: 0...3) == 0 ? Integer(random.int(in: -9...9)) : 0 },
          { random.element(of: EdgeIntegers.all) },
        ]
        for entry in entries {
          let rows = matrix(order, entry)
          #expect(Integer.characteristicPolynomial(rows) == byMinors(rows), "\(rows)")
        }
      }
    }
  }

  /// Where first columns span an invariant subspace, or rows have to be exchanged, at every place.
  @Test func `permutations, blocks and nilpotent matrices`() {
    for order in 1...6 {
      for shift in 0..<order {
        let rows = (0..<order).map { i in
          (0..<order).map { Integer(($0 + shift) % order == i ? 1 : 0) }
        }
        #expect(Integer.characteristicPolynomial(rows) == byMinors(rows), "\(rows)")
      }
      for block in 1...order {
        // Blocks of ones, of the form of a triangular matrix, and one in reverse.
        let ones = (0..<order).map { i in
          (0..<order).map { Integer($0 / block == i / block ? 1 : 0) }
        }
        let upper = (0..<order).map { i in
          (0..<order).map { Integer($0 >= i + block ? $0 + 1 : 0) }
        }
        for rows in [ones, upper, upper.map { $0.reversed() }, ones.reversed()] {
          #expect(Integer.characteristicPolynomial(rows) == byMinors(rows), "\(rows)")
        }
      }
    }
  }

  /// All roots are as large as the bound of the coefficients lets them be.
  @Test func `the bound is reached`() {
    for value in [Integer(1), -1, Integer(Int.max), Integer(1) << 120, -(Integer(1) << 59)] {
      // With so many rows the middle coefficients take several words, whatever the value.
      for order in Array(1...9) + [70, 130] {
        let scalar = (0..<order).map { i in (0..<order).map { $0 == i ? value : 0 } }
        let expected = (0...order).map {
          Integer.binomial(order, $0) * (-value).power(order - $0)
        }
        #expect(Integer.characteristicPolynomial(scalar) == expected)
      }
    }
  }

  @Test(arguments: Seeds.all)
  func `remainders modulo any number`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for number in [2, 3, 4, 5, 7, 15, 36, 1 << 20, (1 << 60) - 1, (1 << 60) - 93] {
      let modulus = WordModulus(modulus: UInt64(number))
      for order in 0...5 {
        for _ in 0..<5 {
          let rows = matrix(order) { Integer(random.int(in: -3...3)) }
          let found = modulus.characteristicPolynomial(rows.map { $0.map(modulus.residue) })
          #expect(
            found == nil || found == byMinors(rows).map(modulus.residue), "\(number), \(rows)")
          #expect(found != nil || ![2, 3, 5, 7, (1 << 60) - 93].contains(number))
        }
      }
    }
  }

  /// Products of a thin matrix with a wide one, some with as many dependent columns in front.
  @Test(arguments: Seeds.all)
  func `a rank is at most that of its factors`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for (rows, columns) in [(1, 1), (3, 3), (5, 8), (8, 5), (12, 12)] {
      for rank in 0...min(rows, columns) {
        // A factor with ones on a diagonal and numbers on one side of it has full rank.
        func factor(_ count: Int) -> [[Integer]] {
          (0..<count).map { i in
            (0..<rank).map { $0 == i ? 1 : $0 < i ? random.integer() : 0 }
          }
        }
        let (left, right) = (factor(rows), factor(columns))
        let product = left.shuffled(using: &random).map { row in
          right.map { zip(row, $0).reduce(Integer(0)) { $0 + $1.0 * $1.1 } }
        }
        for bound in 0...min(rows, columns) {
          #expect(Integer.hasRank(product, atMost: bound) == (rank <= bound), "\(rank)")
        }
      }
    }
    #expect(Integer.hasRank([], atMost: 0))
  }

  /// The determinant is the product of the first moduli, so that modulo each of them the rank is less.
  @Test func `a rank that is less modulo many numbers`() {
    for count in 1...5 {
      var (product, moduli) = (Integer(1), WordModuli())
      for _ in 0..<count {
        product *= Integer(Int(moduli.next(coprimeTo: product).modulus))
      }
      for order in 1...3 {
        let rows = (0..<order).map { i in
          (0..<order).map { $0 == i ? ($0 == 0 ? product : 1) : 0 }
        }
        #expect(!Integer.hasRank(rows, atMost: order - 1))
        #expect(Integer.hasRank(rows, atMost: order))
      }
    }
  }
}
