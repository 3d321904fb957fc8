import Graphs
import Rational

/// The characteristic polynomial of an integer matrix, lowest coefficient first, by the
/// recurrence of Faddeev and LeVerrier over the integers. It is given by rows that list the
/// non-zero entries.
///
/// With `M_1 = I` and `c_k = -tr(A M_k) / k`, `M_{k+1} = A M_k + c_k I`; the division is exact.
/// Slow, and it shares nothing with the elimination that it is a check for.
func faddeevLeVerrier(size: Int, _ rows: [[(column: Int, value: Int)]]) -> [Integer] {
  var coefficients: [Integer] = [1]
  var matrix = (0..<size).map { i in (0..<size).map { Integer($0 == i ? 1 : 0) } }
  for k in 1..<(size + 1) {
    var product: [[Integer]] = []
    for row in rows {
      var sum = Array(repeating: Integer(0), count: size)
      for (column, value) in row {
        for j in 0..<size {
          sum[j] += value == 1 ? matrix[column][j] : matrix[column][j] * Integer(value)
        }
      }
      product.append(sum)
    }
    let trace = (0..<size).reduce(Integer(0)) { $0 + product[$1][$1] }
    let coefficient = -(trace / Integer(k))
    for i in 0..<size { product[i][i] += coefficient }
    coefficients.append(coefficient)
    matrix = product
  }
  return coefficients.reversed()
}

/// The integer roots of a polynomial between two bounds, each with its order as a root, found by
/// dividing as often as it goes.
func integerRoots(
  of coefficients: [Integer], between bounds: ClosedRange<Int>
) -> [(root: Int, order: Int)] {
  var rest = coefficients
  var roots: [(root: Int, order: Int)] = []
  for candidate in bounds {
    var order = 0
    while rest.count > 1 {
      // Division by x - candidate, highest coefficient first.
      var quotient: [Integer] = []
      var carry = Integer(0)
      for coefficient in rest.reversed() {
        carry = carry * Integer(candidate) + coefficient
        quotient.append(carry)
      }
      guard quotient.removeLast().isZero else { break }
      rest = quotient.reversed()
      order += 1
    }
    if order > 0 { roots.append((candidate, order)) }
  }
  return roots
}

/// The rows of the adjacency relation of a graph.
func sparseRows(_ graph: Graph) -> [[(column: Int, value: Int)]] {
  (0..<graph.order).map { i in
    (0..<graph.order).filter { graph.isAdjacent(i, $0) }.map { ($0, 1) }
  }
}
