import Rational

/// Determinants by an elimination that stays in the integers: every quotient is a minor (Bareiss, 1968).
enum Bareiss {
  static func determinant(_ rows: [[Int]]) -> Integer {
    var table = rows.map { $0.map { Integer($0) } }
    var (sign, last) = (Integer(1), Integer(1))
    for step in rows.indices {
      guard let pivot = (step..<rows.count).first(where: { !table[$0][step].isZero }) else {
        return 0
      }
      if pivot != step {
        table.swapAt(pivot, step)
        sign = -sign
      }
      for row in (step + 1)..<max(rows.count, step + 1) {
        for column in (step + 1)..<rows.count {
          table[row][column] =
            (table[row][column] * table[step][step] - table[row][step] * table[step][column]) / last
        }
      }
      last = table[step][step]
    }
    return sign * last
  }

  /// The solution of a system of linear equations, by Cramer's rule.
  static func solution(_ rows: [[Int]], _ right: [Int]) -> [Rational] {
    let determinant = determinant(rows)
    return rows.indices.map { column in
      let replaced = zip(rows, right).map { row, value in
        row.indices.map { $0 == column ? value : row[$0] }
      }
      return Rational(Self.determinant(replaced), determinant)
    }
  }
}
