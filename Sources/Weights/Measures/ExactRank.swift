import Certificates
import Rational

extension PointMatrix {
  /// The rank, exactly.
  ///
  /// The rank modulo a prime is at most the rank over the rationals. When it reaches an upper
  /// bound, as the number of rows or columns that are not zero and not repeated, it is the rank;
  /// otherwise elimination without fractions decides.
  ///
  /// - Parameter limit: An upper bound that is known, as the rank of a factor.
  public func exactRank(atMost limit: Int = .max) -> Int {
    var rowList = Array(
      Set((0..<rows).map { row in Array(numerators[(row * columns)..<((row + 1) * columns)]) }))
    rowList.removeAll { $0.allSatisfy(\.isZero) }
    let columnSet = Set((0..<columns).map { column in rowList.map { $0[column] } })
      .filter { !$0.allSatisfy(\.isZero) }
    let bound = min(rowList.count, columnSet.count, limit)
    let matrix = Array(columnSet)
    if bound == 0 || Self.modularRank(matrix, limit: bound) == bound { return bound }
    return Self.integerRank(matrix)
  }

  /// The rank modulo 2^61 - 1.
  ///
  /// - Complexity: As many products of words as rows × columns × rank.
  private static func modularRank(_ matrix: [[Integer]], limit: Int) -> Int {
    let prime: UInt64 = (1 << 61) - 1
    func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
      prime.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
    }
    func inverse(_ value: UInt64) -> UInt64 {
      var (result, square, exponent) = (UInt64(1), value, prime - 2)
      while exponent > 0 {
        if exponent & 1 == 1 { result = product(result, square) }
        square = product(square, square)
        exponent >>= 1
      }
      return result
    }
    let modulus = Integer(Int(prime))
    var rows = matrix.map { row in
      row.map { entry in UInt64((((entry % modulus) + modulus) % modulus).word ?? 0) }
    }
    var rank = 0
    for column in 0..<(rows.first?.count ?? 0) where rank < limit {
      guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      let scale = inverse(rows[rank][column])
      for row in (rank + 1)..<max(rank + 1, rows.count) where rows[row][column] != 0 {
        let factor = prime - product(rows[row][column], scale)
        for place in column..<rows[row].count {
          rows[row][place] = (rows[row][place] + product(factor, rows[rank][place])) % prime
        }
      }
      rank += 1
    }
    return rank
  }

  /// The rank by elimination without fractions (Bareiss): every division is exact.
  private static func integerRank(_ matrix: [[Integer]]) -> Int {
    var rows = matrix
    var rank = 0
    var last = Integer(1)
    for column in 0..<(rows.first?.count ?? 0) where rank < rows.count {
      guard let pivot = (rank..<rows.count).first(where: { !rows[$0][column].isZero })
      else { continue }
      rows.swapAt(rank, pivot)
      let top = rows[rank]
      for row in (rank + 1)..<max(rank + 1, rows.count) {
        let factor = rows[row][column]
        for place in column..<top.count {
          rows[row][place] = (rows[row][place] * top[column] - factor * top[place]) / last
        }
      }
      last = top[column]
      rank += 1
    }
    return rank
  }
}
