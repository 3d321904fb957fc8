extension WordModulus {
  /// The remainders of the coefficients of det(x I - A), of x⁰ first; nil when a pivot has no inverse.
  ///
  /// A lower triangular L with ones on the diagonal brings A to Hessenberg form, `A L = L H`, rows and
  /// columns of A being exchanged alike where a pivot is zero. Column by column of L, everything is a
  /// dot product, for which remainders are taken once.
  ///
  /// - Parameter rows: Numbers below the modulus, as many in each row as there are rows.
  /// - Complexity: About n³ products of words for n rows; less where few columns of L are none of the
  ///   identity, as for diagonalisable matrices with few eigenvalues.
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
  /// L below its diagonal, without the columns that are those of the identity.
  var lower: [UInt64]
  /// Which columns of L these are.
  var places: [Int] = []
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
    for step in 0..<order {
      var image = self.image(ofColumn: step)
      solve(&image, step)
      guard step + 1 < order else { break }
      guard let pivot = (step + 1..<order).first(where: { image[$0] != 0 }) else {
        // The first columns span an invariant subspace; any vector goes on.
        continue
      }
      image.swapAt(pivot, step + 1)
      exchange(pivot, step + 1)
      subdiagonal[step] = image[step + 1]
      guard let inverse = modulus.inverse(image[step + 1]) else { return nil }
      if image[(step + 2)...].allSatisfy({ $0 == 0 }) { continue }
      for row in step + 2..<order {
        lower[row * order + places.count] = modulus.product(image[row], inverse)
      }
      places.append(step + 1)
    }
    return leadingPolynomials()
  }

  /// A times a column of L, which is the last one of those kept or one of the identity.
  private func image(ofColumn step: Int) -> [UInt64] {
    guard places.last == step else { return (0..<order).map { entries[$0 * order + step] } }
    let place = places.count - 1
    let column = (step..<order).map { $0 == step ? 1 : lower[$0 * order + place] }
    return entries.withUnsafeBufferPointer { entries in
      column.withUnsafeBufferPointer { column in
        guard let entries = entries.baseAddress, let column = column.baseAddress else { return [] }
        return (0..<order).map { row in
          modulus.dotProduct(entries + row * order + step, column, count: order - step)
        }
      }
    }
  }

  /// Takes the combination of the columns up to `step` out of a vector that makes it zero up to there,
  /// and keeps the coefficients, which are a column of H.
  private mutating func solve(_ image: inout [UInt64], _ step: Int) {
    // The coefficients of the columns that are kept.
    var coefficients = [UInt64](repeating: 0, count: places.count + 1)
    var count = 0
    lower.withUnsafeBufferPointer { lower in
      coefficients.withUnsafeMutableBufferPointer { coefficients in
        guard let lower = lower.baseAddress, let coefficients = coefficients.baseAddress else {
          return
        }
        for row in 0..<order {
          let sum = modulus.dotProduct(lower + row * order, coefficients, count: count)
          image[row] = modulus.difference(image[row], sum)
          guard row <= step else { continue }
          upper[step * order + row] = image[row]
          if count < places.count, places[count] == row {
            coefficients[count] = image[row]
            count += 1
          }
        }
      }
    }
  }

  /// Exchanges two rows of A and of the columns of L that are kept, and two columns of A.
  private mutating func exchange(_ i: Int, _ j: Int) {
    if i == j { return }
    for k in 0..<order { entries.swapAt(i * order + k, j * order + k) }
    for k in 0..<order { entries.swapAt(k * order + i, k * order + j) }
    for k in places.indices { lower.swapAt(i * order + k, j * order + k) }
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
    // Where the last zero below the diagonal was: the products from before it are zero.
    var start = 0
    for k in 0..<order {
      if k > 0, subdiagonal[k - 1] == 0 { start = k }
      var product: UInt64 = 1
      for i in (start...k).reversed() {
        factors[i] = modulus.product(product, upper[k * order + i])
        if i > start { product = modulus.product(product, subdiagonal[i - 1]) }
      }
      table.withUnsafeMutableBufferPointer { table in
        factors.withUnsafeBufferPointer { factors in
          guard let table = table.baseAddress, let factors = factors.baseAddress else { return }
          for j in 0...k + 1 {
            // p_i has no x^j for i < j.
            let first = max(j, start)
            let sum = modulus.dotProduct(
              table + j * width + first, factors + first, count: max(0, k + 1 - first))
            let shifted = j > 0 ? table[(j - 1) * width + k] : 0
            table[j * width + k + 1] = modulus.difference(shifted, sum)
          }
        }
      }
    }
    return (0...order).map { table[$0 * width + order] }
  }
}
