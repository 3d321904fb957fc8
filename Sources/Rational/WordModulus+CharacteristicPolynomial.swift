extension WordModulus {
  /// The remainders of the coefficients of det(x I - A), of x⁰ first; nil when a pivot has no inverse.
  ///
  /// A lower triangular L with ones on the diagonal brings A to Hessenberg form, `A L = L H`, rows and
  /// columns of A being exchanged alike where a pivot is zero. Column by column of L,
  /// everything is a dot product, for which remainders are taken once.
  ///
  /// - Parameter rows: Numbers below the modulus, as many in each row as there are rows.
  /// - Complexity: About n³ products of words for n rows.
  func characteristicPolynomial(_ rows: [[UInt64]]) -> [UInt64]? {
    var form = HessenbergReduction(modulus: self, order: rows.count, entries: Array(rows.joined()))
    return form.characteristicPolynomial()
  }
}

/// A matrix on its way to Hessenberg form, all tables row after row.
private struct HessenbergReduction {
  let modulus: WordModulus
  let order: Int
  var entries: [UInt64]
  /// L, below its diagonal.
  var lower: [UInt64]
  /// Column k of H on and above its diagonal, in row k.
  var upper: [UInt64]
  /// H below its diagonal.
  var subdiagonal: [UInt64]

  init(modulus: WordModulus, order: Int, entries: [UInt64]) {
    precondition(entries.count == order * order, "as many numbers in each row as rows")
    (self.modulus, self.order, self.entries) = (modulus, order, entries)
    lower = Array(repeating: 0, count: order * order)
    upper = lower
    subdiagonal = Array(repeating: 0, count: order)
  }

  mutating func characteristicPolynomial() -> [UInt64]? {
    // Column k of L; it is 0 above and 1 at place k.
    var column = [UInt64](repeating: 0, count: order)
    for step in 0..<order {
      for row in 0..<order { column[row] = row < step ? 0 : row == step ? 1 : at(row, step) }
      var image = self.image(of: column, from: step)
      solve(&image, step)
      guard step + 1 < order else { break }
      guard let pivot = (step + 1..<order).first(where: { image[$0] != 0 }) else {
        // The first columns are an invariant subspace; any vector goes on.
        continue
      }
      image.swapAt(pivot, step + 1)
      exchange(pivot, step + 1, upTo: step)
      subdiagonal[step] = image[step + 1]
      guard let inverse = modulus.inverse(image[step + 1]) else { return nil }
      for row in step + 2..<max(order, step + 2) {
        lower[row * order + step + 1] = modulus.product(image[row], inverse)
      }
    }
    return leadingPolynomials()
  }

  private func at(_ row: Int, _ column: Int) -> UInt64 { lower[row * order + column] }

  /// A times a vector that is zero before a place.
  private func image(of column: [UInt64], from start: Int) -> [UInt64] {
    entries.withUnsafeBufferPointer { entries in
      column.withUnsafeBufferPointer { column in
        guard let entries = entries.baseAddress, let column = column.baseAddress else { return [] }
        return (0..<order).map { row in
          modulus.dotProduct(
            entries + row * order + start, column + start, count: order - start)
        }
      }
    }
  }

  /// Takes the combination of the columns up to `step` out of a vector that makes it zero up to there,
  /// and keeps the coefficients, which are a column of H.
  private mutating func solve(_ image: inout [UInt64], _ step: Int) {
    lower.withUnsafeBufferPointer { lower in
      upper.withUnsafeMutableBufferPointer { upper in
        guard let lower = lower.baseAddress, let upper = upper.baseAddress else { return }
        let coefficients = upper + step * order
        for row in 0..<order {
          let count = min(row, step + 1)
          let sum = modulus.dotProduct(lower + row * order, coefficients, count: count)
          image[row] = modulus.difference(image[row], sum)
          if row <= step { coefficients[row] = image[row] }
        }
      }
    }
  }

  /// Exchanges two rows of A and of the known columns of L, and two columns of A.
  private mutating func exchange(_ i: Int, _ j: Int, upTo step: Int) {
    if i == j { return }
    for k in 0..<order { entries.swapAt(i * order + k, j * order + k) }
    for k in 0..<order { entries.swapAt(k * order + i, k * order + j) }
    for k in 0...step { lower.swapAt(i * order + k, j * order + k) }
  }

  /// det(x I - H), by those of its leading blocks, each expanded along its last column:
  ///
  ///     p_0 = 1,   p_{k+1} = (x - h_kk) p_k - Σ_{i<k} h_ik (h_{i+1,i} ⋯ h_{k,k-1}) p_i.
  private func leadingPolynomials() -> [UInt64] {
    let width = order + 1
    // The coefficient of x^j in p_i, in row j.
    var table = [UInt64](repeating: 0, count: width * width)
    table[0] = 1
    var factors = [UInt64](repeating: 0, count: width)
    for k in 0..<order {
      var product: UInt64 = 1
      for i in (0...k).reversed() {
        factors[i] = modulus.product(product, upper[k * order + i])
        if i > 0 { product = modulus.product(product, subdiagonal[i - 1]) }
      }
      table.withUnsafeMutableBufferPointer { table in
        factors.withUnsafeBufferPointer { factors in
          guard let table = table.baseAddress, let factors = factors.baseAddress else { return }
          for j in 0...k + 1 {
            // p_i has no x^j for i < j.
            let sum = modulus.dotProduct(
              table + j * width + j, factors + j, count: max(0, k + 1 - j))
            let shifted = j > 0 ? table[(j - 1) * width + k] : 0
            table[j * width + k + 1] = modulus.difference(shifted, sum)
          }
        }
      }
    }
    return (0...order).map { table[$0 * width + order] }
  }
}
