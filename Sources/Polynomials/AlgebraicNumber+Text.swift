import Rational

extension AlgebraicNumber: CustomStringConvertible {
  /// A fraction as such, another number by the polynomial, which of its real roots it is, ascending, and
  /// an interval with no other one: `root 2 of x^3 - 3*x + 1 in (0.347, 0.348)`. Of a polynomial that is
  /// longer than a line only the degree is shown.
  public var description: String {
    switch storage {
    case .rational(let value): return value.description
    case .root(let root):
      let (lower, upper) = shownInterval(root)
      let text = root.polynomial.degree > 40 ? "" : root.polynomial.description
      let polynomial =
        1...100 ~= text.count ? text : "a polynomial of degree \(root.polynomial.degree)"
      return "root \(root.index) of \(polynomial) in (\(lower), \(upper))"
    }
  }

  /// Short decimals around the root and no other one.
  private func shownInterval(_ root: IsolatedRoot) -> (String, String) {
    var digits = 3
    while true {
      let (lower, upper) = enclosure(bits: 4 * digits)
      let shown = (
        lower.decimal(digits: digits, rounding: .down),
        upper.decimal(digits: digits, rounding: .up)
      )
      if let a = Rational(shown.0), let b = Rational(shown.1), a >= root.lower, b <= root.upper {
        return shown
      }
      digits += 1
    }
  }
}

extension IntegerPolynomial: CustomStringConvertible {
  /// From the highest power down: `x^3 - 2*x - 1`.
  var description: String {
    var text = ""
    for (power, coefficient) in coefficients.enumerated().reversed() where !coefficient.isZero {
      let name = power == 0 ? "" : power == 1 ? "x" : "x^\(power)"
      let size = coefficient.magnitude
      let number = size == 1 && power > 0 ? "" : "\(size)" + (power > 0 ? "*" : "")
      let sign = coefficient.sign < 0 ? "-" : "+"
      text += text.isEmpty ? (sign == "-" ? "-" : "") : " \(sign) "
      text += number + name
    }
    return text.isEmpty ? "0" : text
  }
}
