import Rational

/// Laws checked on given values. Each checker names the laws that fail, so that a test expects an
/// empty list and a failure says which law and, through the test's comment, for which values.
public enum Laws {
  /// The laws of a commutative ring, the compound operators, and operands that are one variable.
  public static func brokenRing<R: TestableRing>(_ a: R, _ b: R, _ c: R) -> [String] {
    var broken: [String] = []
    func law(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }

    law("a + b = b + a", a + b == b + a)
    law("(a + b) + c = a + (b + c)", (a + b) + c == a + (b + c))
    law("a + 0 = a", a + .zero == a && .zero + a == a)
    law("a + -a = 0", a + -a == .zero)
    law("-(-a) = a", -(-a) == a)
    law("a - b = a + -b", a - b == a + -b)
    law("(a - b) + b = a", (a - b) + b == a)
    law("a b = b a", a * b == b * a)
    law("(a b) c = a (b c)", (a * b) * c == a * (b * c))
    law("a 1 = a", a * .one == a && .one * a == a)
    law("a 0 = 0", a * .zero == .zero && .zero * a == .zero)
    law("a (b + c) = a b + a c", a * (b + c) == a * b + a * c)
    law("(-a) b = -(a b)", (-a) * b == -(a * b))
    law("a b = 0 only for a zero factor", (a * b == .zero) == (a == .zero || b == .zero))

    var (sum, difference, product) = (a, a, a)
    sum += b
    difference -= b
    product *= b
    law("+=", sum == a + b)
    law("-=", difference == a - b)
    law("*=", product == a * b)

    // The same variable on both sides.
    let copy = a
    var (twice, nothing, square) = (a, a, a)
    twice += twice
    nothing -= nothing
    square *= square
    law("x += x", twice == a + copy && twice == a * (.one + .one))
    law("x -= x", nothing == .zero)
    law("x *= x", square == a * copy)
    law("operands are left alone", a == copy)
    return broken
  }

  /// The laws of division, for a field and a divisor that is not zero.
  public static func brokenDivision<F: ExactField>(_ a: F, by b: F) -> [String] {
    var broken: [String] = []
    func law(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }

    law("the divisor is not zero", !b.isZero && b != .zero)
    law("b b⁻¹ = 1", b * b.inverse == .one)
    law("(b⁻¹)⁻¹ = b", b.inverse.inverse == b)
    law("a / b = a b⁻¹", a / b == a * b.inverse)
    law("(a / b) b = a", (a / b) * b == a)
    law("(a b) / b = a", (a * b) / b == a)
    var (quotient, one) = (a, b)
    quotient /= b
    one /= one
    law("/=", quotient == a / b)
    law("x /= x", one == .one)
    return broken
  }

  /// The laws of an order that addition and multiplication respect.
  public static func brokenOrder<R: TestableRing & Comparable>(
    _ a: R, _ b: R, _ c: R
  ) -> [String] {
    var broken: [String] = []
    func law(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }

    law("one of <, =, >", [a < b, a == b, b < a].filter { $0 }.count == 1)
    law("a < a never", !(a < a))
    law("a < b < c gives a < c", !(a < b && b < c) || a < c)
    law("a < b gives a + c < b + c", (a < b) == (a + c < b + c))
    law("a < b gives a c < b c for c > 0", !(c > .zero) || (a < b) == (a * c < b * c))
    law("a < b gives b c < a c for c < 0", !(c < .zero) || (a < b) == (b * c < a * c))
    law("<= and >=", (a <= b) == !(b < a) && (a >= b) == !(a < b))
    law("squares are not negative", a * a >= .zero)
    return broken
  }

  /// Equality and hashing respect classes: values of one class are equal with equal hashes, values
  /// of different classes differ.
  public static func brokenEquality<T: Hashable>(classes: [[T]]) -> [String] {
    var broken: [String] = []
    for (i, first) in classes.enumerated() {
      for (j, second) in classes.enumerated() {
        for a in first {
          for b in second {
            if (a == b) != (i == j) { broken.append("equality of \(a) and \(b)") }
            if i == j, a.hashValue != b.hashValue { broken.append("hash of \(a) and \(b)") }
          }
        }
      }
    }
    return broken
  }
}

/// What the ring laws need; conform a type to have it checked.
public protocol TestableRing: AdditiveArithmetic, Hashable {
  static var one: Self { get }
  static func * (left: Self, right: Self) -> Self
  static func *= (left: inout Self, right: Self)
  static prefix func - (value: Self) -> Self
}

extension Integer: TestableRing {
  public static var one: Integer { 1 }
}
extension Rational: TestableRing {}
extension Surd: TestableRing {}
