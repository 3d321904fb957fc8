import Polynomials
import Rational

extension SymbolicNumber {
  /// The roots of a polynomial whose coefficients depend on one to three sizes alone, where all of them are
  /// polynomials of low degree in the sizes; nil when they are not, or were not found.
  ///
  /// At some values of the sizes the roots are rational; polynomials through them are guesses, which
  /// have to be roots. Eigenvalues of matrices of graph families are of this kind.
  public static func polynomialRoots(_ polynomial: Polynomial<SymbolicNumber>) -> [SymbolicNumber]?
  {
    let numbers = polynomial.coefficients
    let variables = Set(numbers.flatMap { $0.numerator.variables + $0.denominator.variables })
      .sorted()
    guard variables.count <= 3, variables.allSatisfy(\.isSize) else { return nil }
    let degree = [0, 3, 2, 1][variables.count]
    // Far from one another, so that the roots come in the same order everywhere.
    let axes = variables.indices.map { place in
      (0...degree).map { Rational(Integer(41) * Integer(53).power(place) + Integer($0)) }
    }
    var samples: [(weight: SymbolicNumber, roots: [Rational])] = []
    for place in Self.places(of: axes) {
      let values = Dictionary(uniqueKeysWithValues: zip(variables, place))
      var coefficients: [Rational] = []
      for number in numbers {
        guard let value = number.value(at: values) else { return nil }
        coefficients.append(value)
      }
      let roots = Polynomial(coefficients).rationalRoots().sorted()
      guard roots.count == polynomial.degree else { return nil }
      samples.append((Self.weight(of: place, axes, variables), roots))
    }
    var result: [SymbolicNumber] = []
    for index in 0..<polynomial.degree {
      let root = samples.reduce(SymbolicNumber.zero) {
        $0 + $1.weight * SymbolicNumber($1.roots[index])
      }
      let value = numbers.reversed().reduce(SymbolicNumber.zero) { $0 * root + $1 }
      guard value.isZero else { return nil }
      result.append(root)
    }
    return result
  }

  private static func places(of axes: [[Rational]]) -> [[Rational]] {
    axes.reduce([[]]) { places, axis in places.flatMap { place in axis.map { place + [$0] } } }
  }

  /// The polynomial that is 1 at a place and 0 at all others, a product of Lagrange's.
  private static func weight(
    of place: [Rational], _ axes: [[Rational]], _ variables: [SymbolicVariable]
  ) -> SymbolicNumber {
    var weight = SymbolicNumber.one
    for (index, variable) in variables.enumerated() {
      for other in axes[index] where other != place[index] {
        weight *= SymbolicNumber(variable) - SymbolicNumber(other)
        weight *= SymbolicNumber((place[index] - other).inverse)
      }
    }
    return weight
  }

  /// The value at definite sizes, nil where other variables occur or the denominator is 0.
  private func value(at values: [SymbolicVariable: Rational]) -> Rational? {
    guard let top = numerator.value(at: values), let bottom = denominator.value(at: values),
      !bottom.isZero
    else { return nil }
    return top / bottom
  }
}

extension SymbolicPolynomial {
  fileprivate func value(at values: [SymbolicVariable: Rational]) -> Rational? {
    var sum = Rational(0)
    for (monomial, coefficient) in terms {
      var product = coefficient
      for power in monomial.powers {
        guard let value = values[power.variable] else { return nil }
        for _ in 0..<power.exponent { product *= value }
      }
      sum += product
    }
    return sum
  }
}
