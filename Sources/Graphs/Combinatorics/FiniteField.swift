/// A field with q = pᵉ elements: polynomials of degree below e over the integers modulo p, modulo the first
/// monic polynomial of degree e, in lexicographic order, that is not a product.
///
/// The element `a_0 + a_1 x + …` is the number `a_0 + a_1 p + …`, so that for a prime q the elements are the
/// integers modulo q.
struct FiniteField {
  /// The largest number that is tried for its least factor.
  static let sizeLimit = 1_000_000_000

  /// The number of elements.
  let size: Int
  private let characteristic: Int
  private let degree: Int
  /// The coefficients of the monic modulus, the constant one first, without the leading one.
  private let modulus: [Int]

  /// - Precondition: `isSize(size)`.
  init(size: Int) {
    precondition(Self.isSize(size), "a field has a power of a prime as its number of elements")
    let prime = Self.leastFactor(of: size)
    self.size = size
    characteristic = prime
    var (degree, rest) = (0, size)
    while rest > 1 { (degree, rest) = (degree + 1, rest / prime) }
    self.degree = degree
    modulus = Self.irreducible(degree: degree, modulo: prime)
  }

  /// Whether a number is a power of a prime, with an exponent of at least 1.
  static func isSize(_ number: Int) -> Bool {
    guard number > 1 else { return false }
    let prime = leastFactor(of: number)
    var rest = number
    while rest % prime == 0 { rest /= prime }
    return rest == 1
  }

  private static func leastFactor(of number: Int) -> Int {
    var factor = 2
    while factor <= number / factor {
      if number % factor == 0 { return factor }
      factor += 1
    }
    return number
  }

  /// The squares of the elements other than 0.
  var squares: Set<Int> {
    Set((1..<size).map { element in number(product(digits(element), digits(element))) })
  }

  /// The difference of two elements.
  func difference(_ first: Int, _ second: Int) -> Int {
    // It is taken for every pair of elements, so without arrays.
    var (a, b, power, result) = (first, second, 1, 0)
    for _ in 0..<degree {
      let digit = a % characteristic - b % characteristic
      result += (digit < 0 ? digit + characteristic : digit) * power
      (a, b, power) = (a / characteristic, b / characteristic, power * characteristic)
    }
    return result
  }

  private func digits(_ element: Int) -> [Int] {
    Self.digits(element, count: degree, base: characteristic)
  }

  private static func digits(_ number: Int, count: Int, base: Int) -> [Int] {
    var rest = number
    return (0..<count).map { _ in
      defer { rest /= base }
      return rest % base
    }
  }

  private func number(_ digits: [Int]) -> Int {
    digits.reversed().reduce(0) { $0 * characteristic + $1 }
  }

  private func product(_ a: [Int], _ b: [Int]) -> [Int] {
    var result = Array(repeating: 0, count: 2 * degree - 1)
    for i in a.indices {
      for j in b.indices { result[i + j] = (result[i + j] + a[i] * b[j]) % characteristic }
    }
    return Self.remainder(result, by: modulus, modulo: characteristic)
  }

  /// The remainder of a division by a monic polynomial, whose leading coefficient is left out.
  private static func remainder(_ dividend: [Int], by divisor: [Int], modulo p: Int) -> [Int] {
    var rest = dividend
    while rest.count > divisor.count {
      let leading = rest.removeLast()
      let shift = rest.count - divisor.count
      for (place, coefficient) in divisor.enumerated() {
        rest[shift + place] = (rest[shift + place] + (p - leading) * coefficient) % p
      }
    }
    return rest
  }

  private static func irreducible(degree: Int, modulo p: Int) -> [Int] {
    func count(_ degree: Int) -> Int { (0..<degree).reduce(1) { value, _ in value * p } }
    for candidate in 0..<count(degree) {
      let lower = digits(candidate, count: degree, base: p)
      let isProduct = stride(from: 1, through: degree / 2, by: 1).contains { size in
        (0..<count(size)).contains { divisor in
          remainder(lower + [1], by: digits(divisor, count: size, base: p), modulo: p)
            .allSatisfy { $0 == 0 }
        }
      }
      if !isProduct { return lower }
    }
    preconditionFailure("there is an irreducible polynomial of every degree")
  }
}
