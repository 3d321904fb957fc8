import TestSupport
import Testing

@testable import Rational

/// Solutions of linear equations modulo powers, and the divisors of determinants that they show, beside Cramer's rule.
@Suite struct DeterminantDivisorTests {
  /// Odd, and not all of them primes.
  private static let moduli: [WordModulus] = {
    let long: UInt64 = 1 << 60
    let numbers: [UInt64] = [3, 5, 7, 9, 15, 105, 6561, 3_000_000_021, long - 93, long - 1]
    return numbers.map { WordModulus(modulus: $0) }
  }()

  /// The eliminations of a matrix with as many pivots as rows, and their moduli.
  private static func eliminations(
    _ rows: [[Int]]
  ) -> [(modulus: WordModulus, elimination: WordElimination)] {
    moduli.compactMap { modulus in
      guard let elimination = modulus.elimination(rows), elimination.rank == rows.count else {
        return nil
      }
      return (modulus, elimination)
    }
  }

  private func dotProduct(_ left: [Int], _ right: [Integer]) -> Integer {
    zip(left, right).reduce(Integer(0)) { sum, pair in sum + Integer(pair.0) * pair.1 }
  }

  /// The sum of multiples of the unknowns whose denominator is the divisor.
  private func sumOfUnknowns(_ rows: [[Int]]) -> Rational {
    let solution = Bareiss.solution(rows, rows.indices.map { DeterminantDivisor.digit($0) })
    let weights = rows.indices.map { Rational(DeterminantDivisor.digit(rows.count + $0)) }
    return Rational.dotProduct(solution, weights)
  }

  private func matrix(_ size: Int, _ entry: () -> Int) -> [[Int]] {
    (0..<size).map { _ in (0..<size).map { _ in entry() } }
  }

  /// Small entries, sparse ones, and some with which the steps just fit words.
  private func matrices(_ random: inout SplitMix64) -> [[[Int]]] {
    (1...6).flatMap { size in
      let longest = Int.max / size - 1
      return [
        matrix(size) { random.int(in: -2...2) }, matrix(size) { random.int(in: -99...99) },
        matrix(size) { random.int(in: 0...2) == 0 ? random.int(in: -longest...longest) : 0 },
        matrix(size) { random.element(of: [longest, -longest, longest - 1]) },
      ]
    }
  }

  @Test(arguments: Seeds.all)
  func `eliminations solve equations`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var solved = 0
    for rows in matrices(&random) {
      for (modulus, elimination) in Self.eliminations(rows) {
        let right = rows.map { _ in random.next() % modulus.modulus }
        let solution = elimination.solution(right)
        for (row, value) in zip(rows, right) {
          let image = dotProduct(row, solution.map { Integer($0) })
          #expect(modulus.residue(image) == value, "\(rows), \(modulus.modulus)")
        }
        solved += 1
      }
    }
    #expect(solved > 50)
  }

  @Test(arguments: Seeds.all)
  func `digits solve equations modulo a power`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var solved = 0
    for rows in matrices(&random) {
      for (modulus, elimination) in Self.eliminations(rows) {
        let right = rows.map { _ in random.int(in: -2...2) }
        let bound = random.integer(bits: 300).magnitude
        let solution = AdicSolution(
          rows, right, elimination: elimination, modulo: modulus, powerAbove: bound)
        #expect(solution.power > bound)
        #expect(solution.power <= bound * Integer(modulus.modulus) || solution.power == 1)
        let unknowns = rows.indices.map { unknown in
          solution.sum(weights: rows.indices.map { $0 == unknown ? 1 : 0 })
        }
        for (row, value) in zip(rows, right) {
          let rest = (dotProduct(row, unknowns) - Integer(value)) % solution.power
          #expect(rest == 0, "\(rows), \(modulus.modulus)")
        }
        let weights = rows.indices.map { $0 % 4 * 5 }
        let sum = solution.sum(weights: weights.map { UInt64($0) })
        #expect(sum == dotProduct(weights, unknowns) % solution.power)
        solved += 1
      }
    }
    #expect(solved > 50)
  }

  @Test(arguments: Seeds.all)
  func `divisors are denominators of Cramer's rule`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var found = 0
    for rows in matrices(&random) {
      let squaredLengths = rows.map { $0.reduce(Integer(0)) { $0 + Integer($1) * Integer($1) } }
      let search = DeterminantDivisor(rows: rows, squaredLengths: squaredLengths)
      if Bareiss.determinant(rows) == 0 { continue }
      let sum = sumOfUnknowns(rows)
      for (modulus, elimination) in Self.eliminations(rows) {
        let divisor = search.value(elimination: elimination, modulo: modulus)
        #expect(divisor == sum.denominator, "\(rows), \(modulus.modulus)")
        found += 1
      }
    }
    #expect(found > 50)
  }

  /// Sylvester's matrices, whose determinants are as great as Hadamard's bound.
  @Test func `bounds are not too low where they are reached`() {
    for log in 1...3 {
      for scale in [1, 3, 1 << 20, 1 << 57] {
        let rows = (0..<1 << log).map { i in
          (0..<1 << log).map { (i & $0).nonzeroBitCount % 2 == 0 ? scale : -scale }
        }
        let search = DeterminantDivisor(
          rows: rows,
          squaredLengths: rows.map { Integer($0.count) * Integer(scale) * Integer(scale) })
        let sum = sumOfUnknowns(rows)
        for modulus in Self.moduli {
          guard let elimination = modulus.elimination(rows), elimination.rank == rows.count else {
            continue
          }
          #expect(search.value(elimination: elimination, modulo: modulus) == sum.denominator)
        }
      }
    }
  }

  @Test func `entries that are too long for words have no divisor`() throws {
    for (entry, fits) in [(1 << 62, true), (3 << 61, false), (Int.min, false), (Int.max, false)] {
      let rows = [[entry, 1], [1, 1]]
      let modulus = WordModuli.greatest
      let search = DeterminantDivisor(
        rows: rows, squaredLengths: [Integer(entry) * Integer(entry) + 1, 2])
      let elimination = try #require(modulus.elimination(rows))
      #expect((search.value(elimination: elimination, modulo: modulus) != nil) == fits, "\(entry)")
      #expect(Integer.determinant(rows) == Integer(entry) - 1)
    }
  }

  /// What makes determinants of large matrices fast.
  @Test(arguments: Seeds.all)
  func `divisors of random matrices leave a short cofactor`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = matrix(40) { random.int(in: -1000...1000) }
    let squaredLengths = rows.map { $0.reduce(Integer(0)) { $0 + Integer($1) * Integer($1) } }
    let search = DeterminantDivisor(rows: rows, squaredLengths: squaredLengths)
    let modulus = WordModuli.greatest
    let elimination = try #require(modulus.elimination(rows))
    let divisor = try #require(search.value(elimination: elimination, modulo: modulus))
    let cofactor = Integer.determinant(rows) / divisor
    #expect(cofactor * divisor == Integer.determinant(rows))
    #expect(cofactor.bitLength < 60)
  }
}
