import Statements

/// Minima over matrices, and the solutions that the paper compares.
extension Typesetter {
  /// `min ‖W‖²` over the W with `W X = Y`.
  func leastNorm(_ arguments: [Expression], _ place: Place) -> Layout {
    let variable = free("W", "Z", "S", around: arguments)
    return open(reaching: .summand, place) { _ in
      .row([
        .limits(.function("min"), lower: equation(variable, arguments)), .squaredNorm(variable),
      ])
    }
  }

  /// `W X = Y`
  private func equation(_ variable: Layout, _ arguments: [Expression]) -> Layout {
    .row([
      product(variable, layout(arguments[0], Place(level: .pair, isScript: true))), .sign("="),
      layout(arguments[1], .script),
    ])
  }

  /// The least or the best W of the fit loss and the weight decay of a last layer, per column of M.
  func ridge(_ extremum: Layout, _ arguments: [Expression], _ place: Place) -> Layout {
    let variable = free("W", "Z", "S", around: arguments)
    let matrix = layout(arguments[0], place.inside.part(.pair))
    let fit = Layout.fraction(
      .squaredNorm(.row([product(variable, matrix), .sign("−"), identity])),
      product(
        .number("2"),
        .row([.sign("#"), .applied(.function("columns"), [layout(arguments[0], place.inside)])])))
    return extremumOfSum(
      .limits(extremum, lower: variable), [fit, .sign("+"), decay(arguments[1], variable)], place)
  }

  /// A sum that is written without brackets where nothing stands beside the extremum.
  private func extremumOfSum(_ extremum: Layout, _ terms: [Layout], _ place: Place) -> Layout {
    if place.level == .sum, place.following == .nothing { return .row([extremum] + terms) }
    let whole = Layout.row([extremum, .fenced(.round, .row(terms))])
    return place.level >= .fraction ? .fenced(.round, whole) : whole
  }

  /// `λ/2 ‖W‖²`
  private func decay(_ factor: Expression, _ matrix: Layout) -> Layout {
    product(.fraction(layout(factor), .number("2")), .squaredNorm(matrix))
  }

  /// The least weight decay of two factors of a matrix.
  func factorisation(_ arguments: [Expression], _ place: Place) -> Layout {
    let left = free("U", "X", "A", around: arguments)
    let right = free("V", "Y", "B", around: arguments)
    let constraint = Layout.row([
      product(left, right), .sign("="), layout(arguments[0], .script),
    ])
    return extremumOfSum(
      .limits(.function("min"), lower: constraint),
      [decay(arguments[1], left), .sign("+"), decay(arguments[2], right)], place)
  }

  /// `W Wᵀ` for the least-norm solution W of `W X = Y`, which is `Y X†`.
  func leastNormForm(_ arguments: [Expression], _ place: Place) -> Layout {
    let inverse = raised(arguments[0], .sign("†"), place.inside)
    let solution = product(
      layout(arguments[1], place.inside.part(.product, before: .factor)), inverse)
    let transposed = Layout.scripts(.fenced(.round, solution), upper: .sign("⊤"))
    return bracketed(.pair, place) { _ in product(solution, transposed) }
  }

  /// `root_k(…)` takes the coefficients of a polynomial, from the constant one on.
  func polynomial(_ coefficients: Expression, _ place: Place) -> Layout {
    guard case .matrix(let rows, let location) = coefficients, rows.count == 1 else {
      return layout(coefficients, place)
    }
    let variable = Expression.name(freeName(["x", "y", "t"]), location)
    var sum: Expression?
    for (exponent, coefficient) in rows[0].enumerated() {
      if case .number(0, _) = coefficient { continue }
      let power: Expression? =
        switch exponent {
        case 0: nil
        case 1: variable
        default: .binary(.power, variable, .number(.init(exponent), location), location)
        }
      let (isNegative, size) = coefficient.signAndSize
      let term = power.map { size.isOne ? $0 : .binary(.times, size, $0, location) } ?? size
      if let earlier = sum {
        sum = .binary(isNegative ? .minus : .plus, earlier, term, location)
      } else {
        sum = isNegative ? .negated(term, location) : term
      }
    }
    return sum.map { layout($0, place) } ?? .number("0")
  }

  /// The solutions with these features, as a set.
  func construction(_ arguments: [Expression]) -> Layout {
    func features(_ letter: Layout, _ index: Layout, _ matrix: Expression) -> Layout {
      .row([
        .scripts(letter, lower: index), .sign("="),
        product(.scripts(.letter("A"), lower: index), layout(matrix, Place(level: .pair))),
      ])
    }
    let before = Layout.accent(.tilde, .letter("M"))
    guard arguments.count == 2 else {
      return .fenced(.curly, features(before, .number("2"), arguments[0]))
    }
    return .fenced(
      .curly,
      .row([
        features(.letter("M"), .letter("l"), arguments[0]), .comma, .space(.wide),
        features(before, .letter("L"), arguments[1]),
      ]))
  }
}

extension Expression {
  fileprivate var signAndSize: (isNegative: Bool, size: Expression) {
    switch self {
    case .negated(let operand, _): (true, operand)
    case .number(let value, let place) where value.sign < 0: (true, .number(-value, place))
    default: (false, self)
    }
  }
}
