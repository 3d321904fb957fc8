/// A symmetric matrix in floating point of which rows and columns are changed alike, and by what.
///
/// A row of the table is one of XᵀAX and, beside it, a column of X. What is done to rows is done to
/// both parts, and then to the columns of the first.
struct CongruentRows {
  private let order: Int
  private let width: Int
  private var table: [Double]
  /// The rows that were not taken out; the others are not kept up to date.
  private(set) var active: [Int]

  /// - Parameter matrix: The entries of a symmetric matrix, row after row.
  init(of matrix: [Double], order: Int) {
    precondition(matrix.count == order * order, "one entry for each place")
    self.order = order
    width = 2 * order
    table = Array(repeating: 0, count: order * width)
    active = Array(0..<order)
    for row in 0..<order {
      for column in 0..<order { table[row * width + column] = matrix[row * order + column] }
      table[row * width + order + row] = 1
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { table[row * width + column] }
    set { table[row * width + column] = newValue }
  }

  /// The column of X that belongs to a row.
  func vector(_ row: Int) -> [Double] {
    Array(table[row * width + order..<(row + 1) * width])
  }

  /// The places of the greatest entries on the diagonal and beside it.
  ///
  /// - Precondition: Some rows are left.
  func greatest() -> (diagonal: Int, pair: (Int, Int)) {
    var (diagonal, pair) = (active[0], (active[0], active[0]))
    var (size, beside) = (-1.0, -1.0)
    table.withUnsafeBufferPointer { table in
      for (place, i) in active.enumerated() {
        let row = i * width
        if abs(table[row + i]) > size { (diagonal, size) = (i, abs(table[row + i])) }
        for j in active[..<place] where abs(table[row + j]) > beside {
          (pair, beside) = ((i, j), abs(table[row + j]))
        }
      }
    }
    return (diagonal, pair)
  }

  /// Rotates two rows and columns so that the entry where they meet is zero.
  mutating func rotate(_ i: Int, _ j: Int) {
    let ratio = (self[j, j] - self[i, i]) / (2 * self[i, j])
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = cosine * tangent
    for k in 0..<width {
      let (x, y) = (self[i, k], self[j, k])
      self[i, k] = cosine * x - sine * y
      self[j, k] = sine * x + cosine * y
    }
    for k in active {
      let (x, y) = (self[k, i], self[k, j])
      self[k, i] = cosine * x - sine * y
      self[k, j] = sine * x + cosine * y
    }
  }

  /// Subtracts multiples of a row and column from the others so that they are zero there; its column
  /// of X is the result.
  ///
  /// - Precondition: The entry on the diagonal is not zero.
  mutating func takeOut(_ pivot: Int) -> [Double] {
    active.removeAll { $0 == pivot }
    let row = Array(table[pivot * width..<(pivot + 1) * width])
    let scale = 1 / row[pivot]
    table.withUnsafeMutableBufferPointer { table in
      row.withUnsafeBufferPointer { row in
        for i in active where row[i] != 0 {
          let factor = row[i] * scale
          let start = i * width
          for k in 0..<width { table[start + k] -= factor * row[k] }
        }
      }
    }
    return vector(pivot)
  }
}
