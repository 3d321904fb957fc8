import Rational

/// Euclid's algorithm, a division for each step: the oracle for common divisors.
enum Euclid {
  static func gcd(_ left: Integer, _ right: Integer) -> Integer {
    var (x, y) = (left.magnitude, right.magnitude)
    while !y.isZero { (x, y) = (y, x - x / y * y) }
    return x
  }
}
