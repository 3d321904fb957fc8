/// Sums of products of floating-point numbers, in an order that suits the processor.
enum FloatingProducts {
  /// The inner product of two vectors.
  @inline(__always)
  static func dot(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int
  ) -> Double {
    var (first, second) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
    var k = 0
    while k + 4 <= count {
      first += SIMD2(x[k], x[k + 1]) * SIMD2(y[k], y[k + 1])
      second += SIMD2(x[k + 2], x[k + 3]) * SIMD2(y[k + 2], y[k + 3])
      k += 4
    }
    var sum = (first + second).sum()
    while k < count {
      sum += x[k] * y[k]
      k += 1
    }
    return sum
  }
}
