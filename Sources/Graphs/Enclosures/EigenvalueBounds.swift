import Rational

extension EnclosedGram {
  /// The largest order for which eigenvalues are enclosed: about ten seconds.
  public static let orderLimit = 640

  /// Bounds of the eigenvalues, ascending.
  ///
  /// Floating point finds a matrix X that is nearly orthogonal, with XᵀGX nearly diagonal; nothing is
  /// taken from it on trust. Integers give XᵀX and XᵀGX for the rounded G and X, and with
  /// α ≥ ‖XᵀX - I‖ and β ≥ ‖XᵀGX - D‖, D being the diagonal of XᵀGX, the i-th eigenvalue
  ///
  /// - of XᵀGX is within β of the i-th entry of D, sorted (Weyl),
  /// - of G is that times a number from 1/(1 + α) to 1/(1 - α) (Ostrowski's law of inertia), and
  /// - of the real matrix is within the norm of what an entry may be off (Weyl).
  ///
  /// Norms are bounded by sums of rows.
  ///
  /// - Parameter zeros: How many eigenvalues are known to be zero.
  /// - Precondition: `order` is at most `orderLimit`.
  /// - Complexity: Cubic in the order: three products of matrices of words, and some ten sweeps of
  ///   rotations.
  public func eigenvalueBounds(zeros: Int) -> [(lower: Rational, upper: Rational)] {
    precondition(order <= Self.orderLimit, "an order within the limit")
    let basis = JacobiRotations.eigenvectors(of: words.map(Double.init), order: order)
    let bits = 52
    // Columns of X, one after the other.
    let x = basis.map { Int64(($0 * 0x1p52).rounded()) }
    let (y, shift) = products(with: x)
    var diagonal: [Int128] = []
    var (alpha, beta) = (0.0, 0.0)
    let one = Int128(1) << Int128(2 * bits)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        for i in 0..<order {
          var (spread, slant) = (0.0, 0.0)
          for j in 0..<order {
            var (h, s) = (Int128(0), Int128(0))
            for k in 0..<order {
              let factor = Int128(x[i * order + k])
              h &+= factor &* Int128(y[j * order + k])
              s &+= factor &* Int128(x[j * order + k])
            }
            if i == j { diagonal.append(h) } else { spread += Double(h.magnitude) }
            slant += Double((i == j ? s - one : s).magnitude)
          }
          // What the rounding of Y may have moved: a unit for each entry of the column, each time.
          let length = (0..<order).reduce(0.0) { $0 + Double(x[i * order + $1].magnitude) }
          beta = max(beta, spread + length * Double(order))
          alpha = max(alpha, slant)
        }
      }
    }
    // Sums of a few hundred rounded numbers are off by less than this factor.
    let alphaBound = Self.rational(alpha * (1 + 0x1p-30)) / Rational(Integer(1) << (2 * bits))
    let unit = Self.power(-(scale + 2 * bits - shift))
    let betaBound = Self.rational(beta * (1 + 0x1p-30)) * unit
    let off = Rational(order) * Rational(Integer(exactly: error) ?? 0) * Self.power(-scale)
    guard alphaBound < Rational(1, 2) else { return trivialBounds }
    let (least, most) = (1 / (1 + alphaBound), 1 / (1 - alphaBound))
    return diagonal.sorted().enumerated().map { index, entry in
      if index < zeros { return (0, 0) }
      let value = Rational(Integer(exactly: entry) ?? 0) * unit
      let (low, high) = (value - betaBound, value + betaBound)
      return (max(0, low * (low.sign > 0 ? least : most) - off), max(0, high * most) + off)
    }
  }

  /// G X with entries below 2^61, column after column, and by how many bits they were shifted.
  private func products(with x: [Int64]) -> ([Int64], shift: Int) {
    var sums = [Int128](repeating: 0, count: order * order)
    var widest = Int128(0)
    words.withUnsafeBufferPointer { words in
      x.withUnsafeBufferPointer { x in
        for column in 0..<order {
          for row in 0..<order {
            var sum = Int128(0)
            for k in 0..<order {
              sum &+= Int128(words[row * order + k]) &* Int128(x[column * order + k])
            }
            sums[column * order + row] = sum
            widest = max(widest, sum < 0 ? -sum : sum)
          }
        }
      }
    }
    let shift = max(0, 128 - widest.leadingZeroBitCount - 61)
    return (sums.map { Int64($0 >> Int128(shift)) }, shift)
  }

  /// Between zero and a bound of the trace: what is known when the rotations have failed.
  private var trivialBounds: [(lower: Rational, upper: Rational)] {
    let trace = (0..<order).reduce(Integer(0)) {
      $0 + (Integer(exactly: words[$1 * order + $1]) ?? 0) + (Integer(exactly: error) ?? 0)
    }
    return Array(repeating: (0, Rational(trace) * Self.power(-scale)), count: order)
  }

  /// 2^exponent
  private static func power(_ exponent: Int) -> Rational {
    let power = Rational(Integer(1) << abs(exponent))
    return exponent < 0 ? 1 / power : power
  }

  /// A number that is not negative, rounded up.
  private static func rational(_ value: Double) -> Rational {
    guard value > 1 else { return 1 }
    return Rational((Integer(exactly: Int(value.significand * 0x1p52)) ?? 0) + 1)
      * power(Int(value.exponent) - 52)
  }
}
