import Rational

/// The function f of one block, with exact numbers.
struct BlockFunction {
  let classes: Int
  let layers: Int
  let regularisation: Rational
  let block: LossStatement.Block
  /// D Λ
  let scale: Surd

  init(_ block: LossStatement.Block, of statement: LossStatement) {
    classes = statement.classes
    layers = statement.layers
    regularisation = statement.regularisation
    self.block = block
    let square = block.nuclearNorm * block.nuclearNorm
    // With two layers ρ and κ are the same and cancel.
    let depth =
      statement.layers == 2
      ? square
      : square * Surd(Integer(block.rank).power(statement.layers - 3)) * block.lastLayerNorm
    scale = depth * Surd(statement.regularisation)
  }

  /// f(t) = L t + Σ m_i / (K + μ_i t^L / (D Λ)) for t ≥ 0.
  func value(at t: Rational) -> Surd {
    // Times D Λ above and below, which leaves one division for each eigenvalue.
    let power = Surd(t.power(layers))
    let constant = Surd(classes) * scale
    var sum = Surd.zero
    for entry in block.eigenvalues {
      sum += Surd(entry.multiplicity) / (constant + entry.value * power)
    }
    return sum * scale + Surd(Rational(layers) * t)
  }
}

/// The sum of the functions of a side is below `value` at the given points, one for each block.
func checkBelow(
  _ side: [LossStatement.Block], _ name: String, of statement: LossStatement,
  points: [Rational], value: Rational
) throws(Rejection) {
  guard points.count == side.count else {
    throw Rejection(
      .shape, name, expected: "\(side.count) points", found: "\(points.count)")
  }
  var sum = Surd.zero
  for (index, (block, point)) in zip(side, points).enumerated() {
    guard point.sign >= 0 else {
      throw Rejection(
        .below, "\(name) block \(index + 1)", expected: "a point that is not negative",
        found: "\(point)")
    }
    try checkPower(point, statement.layers, "\(name) block \(index + 1)")
    sum += BlockFunction(block, of: statement).value(at: point)
  }
  guard (sum - Surd(value)).sign < 0 else {
    throw Rejection(
      .below, name, expected: "twice the loss below \(value)", found: sum.decimal(digits: 12))
  }
}

/// Declines powers t^L that would take unreasonable memory.
func checkPower(_ point: Rational, _ layers: Int, _ place: String) throws(Rejection) {
  let bits = max(point.numerator.bitLength, point.denominator.bitLength)
  guard bits <= Limit.powerBits / layers else {
    throw Rejection(
      .limit, place, expected: "at most \(Limit.powerBits / layers) bits", found: "\(bits)")
  }
}
