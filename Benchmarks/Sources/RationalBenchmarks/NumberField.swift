import CPeers
import Rational

/// antic's number field Q(α) with α = √2 + √3 + √5, a zero of x⁸ - 40x⁶ + 352x⁴ - 960x² + 576.
///
/// Its elements are polynomials in α. The same small coefficients are an element of each field; that
/// the peer multiplies as it should is checked by writing α as a sum of roots.
enum NumberField {
  static func race(_ left: [[Rational]], _ right: [[Rational]]) -> Race {
    let minimal = polynomial([576, 0, -960, 0, 352, 0, -40, 0, 1])
    let field = UnsafeMutablePointer<nf_struct>.allocate(capacity: 1)
    nf_init(field, minimal)
    func elements(_ values: [[Rational]]) -> UnsafeMutablePointer<nf_elem_struct> {
      let pointer = UnsafeMutablePointer<nf_elem_struct>.allocate(capacity: values.count)
      for (index, value) in values.enumerated() {
        nf_elem_init(pointer + index, field)
        nf_elem_set_fmpq_poly(pointer + index, polynomial(value), field)
      }
      return pointer
    }
    let (a, b, c) = (elements(left), elements(right), elements(left))
    let count = left.count
    let (x, y) = (left.map(value), right.map(value))
    let (own, others) = (left.map(RootSums.surd), right.map(RootSums.surd))
    var results = own
    return Race(
      name: "product in Q(√2, √3, √5)", calls: count,
      contenders: [
        Contender(name: "Surd") {
          for i in 0..<count { results[i] = own[i] * others[i] }
        } answer: {
          "\((0..<count).map { x[$0] * y[$0] })"
        },
        Contender(name: "antic nf_elem") {
          for i in 0..<count { nf_elem_mul(c + i, a + i, b + i, field) }
        } answer: {
          "\((0..<count).map { value(coefficients(c + $0, field)) })"
        },
      ])
  }

  private static func polynomial(_ coefficients: [Rational]) -> UnsafeMutablePointer<
    fmpq_poly_struct
  > {
    let result = UnsafeMutablePointer<fmpq_poly_struct>.allocate(capacity: 1)
    fmpq_poly_init(result)
    for (power, coefficient) in coefficients.enumerated() {
      fmpq_poly_set_coeff_fmpq(result, power, FlintPeer.vector([coefficient]))
    }
    return result
  }

  private static func coefficients(
    _ element: UnsafeMutablePointer<nf_elem_struct>, _ field: UnsafeMutablePointer<nf_struct>
  ) -> [Rational] {
    let coefficient = FlintPeer.vector([0])
    return (0..<8).map { power in
      nf_elem_get_coeff_fmpq(coefficient, element, power, field)
      return Rational(FlintPeer.text(coefficient)) ?? 0
    }
  }

  /// The value of a polynomial in α.
  private static func value(_ coefficients: [Rational]) -> Surd {
    let alpha = RootSums.root(2) + RootSums.root(3) + RootSums.root(5)
    return coefficients.reversed().reduce(0) { $0 * alpha + Surd($1) }
  }
}
