import Rational

extension RadicalRing {
  /// The longest number.
  static let digitLimit = 2_000

  /// Reads `P` or `(P)/(Q)`; nil for anything else. That Q is positive is not looked at.
  ///
  /// - Parameter sizes: The ranges of the sizes; one with a single value is replaced by it.
  func fraction(_ text: String, _ sizes: SizeRanges) -> KernelFraction? {
    guard text.hasPrefix("("), text.hasSuffix(")") else {
      return polynomial(Substring(text), sizes).map { KernelFraction(numerator: $0) }
    }
    let parts = text.dropFirst().dropLast().split(
      separator: ")/(", omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = polynomial(parts[0], sizes),
      let denominator = polynomial(parts[1], sizes), !denominator.isZero,
      !roots.contains(where: denominator.contains)
    else { return nil }
    return KernelFraction(numerator: numerator, denominator: denominator)
  }

  /// Reads a polynomial: terms as `3*r^2*s1` with ` + ` or ` - ` between them.
  func polynomial(_ text: Substring, _ sizes: SizeRanges) -> KernelPolynomial? {
    var sum = KernelPolynomial()
    var isNegative = false
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        guard word == "+" || word == "-" else { return nil }
        isNegative = word == "-"
        continue
      }
      var body = word
      if index == 0, body.hasPrefix("-") {
        isNegative = true
        body = body.dropFirst()
      }
      guard let (coefficient, monomial) = term(body) else { return nil }
      sum.add(isNegative ? -coefficient : coefficient, monomial)
      guard sum.terms.count <= Self.termLimit else { return nil }
    }
    guard text.split(separator: " ", omittingEmptySubsequences: false).count % 2 == 1 else {
      return nil
    }
    for (size, range) in sizes.enumerated() {
      if case .single(let value) = range { sum = sum.replacing(size, by: Integer(value)) }
    }
    return sum
  }

  private func term(_ text: Substring) -> (Integer, Monomial)? {
    var coefficient: Integer = 1
    var monomial = Monomial.one
    for (index, factor) in text.split(separator: "*", omittingEmptySubsequences: false).enumerated()
    {
      if index == 0, let digit = factor.utf8.first, (48...57).contains(digit) {
        guard factor.utf8.count <= Self.digitLimit, let number = Integer(String(factor)),
          factor.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        coefficient = number
        continue
      }
      let parts = factor.split(separator: "^", omittingEmptySubsequences: false)
      guard parts.count <= 2, let variable = names.firstIndex(of: String(parts[0])),
        let exponent = parts.count == 1 ? 1 : Int(parts[1]),
        (1...127).contains(exponent), exponent == 1 || !roots.contains(variable),
        monomial.exponent(of: variable) == 0,
        let product = monomial.times(Monomial(variable, exponent: exponent))
      else { return nil }
      monomial = product
    }
    return (coefficient, monomial)
  }

  /// The text of a polynomial, highest powers of the first variable first.
  func text(_ value: KernelPolynomial) -> String {
    guard !value.isZero else { return "0" }
    var result = ""
    for (monomial, coefficient) in value.terms.sorted(by: { $0.key > $1.key }) {
      let isNegative = coefficient.sign < 0
      let magnitude = isNegative ? -coefficient : coefficient
      var factors: [String] = magnitude == 1 && monomial != .one ? [] : ["\(magnitude)"]
      for (variable, name) in names.enumerated() {
        let exponent = monomial.exponent(of: variable)
        if exponent > 0 { factors.append(exponent == 1 ? name : "\(name)^\(exponent)") }
      }
      let sign = result.isEmpty ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
      result += sign + factors.joined(separator: "*")
    }
    return result
  }

  /// The text of a fraction.
  func text(_ value: KernelFraction) -> String {
    value.denominator == .one
      ? text(value.numerator) : "(\(text(value.numerator)))/(\(text(value.denominator)))"
  }
}
