import Rational

/// The functions of both sides agree, up to the scale of each block's t and the cutting into blocks.
///
/// With t = K₀ τ the function of a block is K₀ (L τ + Σ (m_i/K₀) / (K + c_i τ^L/Λ)) for
/// c_i = μ_i K₀^L / D. So its least value is K₀ times a number that depends only on the c_i with their
/// shares m_i/K₀, and blocks with the same ones can be put together.
func checkSame(_ statement: LossStatement) throws(Rejection) {
  let (left, right) = (
    sharesOfRates(statement.left, statement), sharesOfRates(statement.right, statement)
  )
  guard left == right else {
    throw Rejection(
      .same, "statement", expected: "the same rates with the same shares on both sides",
      found: "others")
  }
}

/// The number of classes for each set of rates c_i with their shares.
private func sharesOfRates(
  _ side: [LossStatement.Block], _ statement: LossStatement
) -> [[Surd: Rational]: Int] {
  var classes: [[Surd: Rational]: Int] = [:]
  for block in side {
    let function = BlockFunction(block, of: statement)
    // c_i/Λ; Λ is the same everywhere.
    let factor = Surd(Integer(block.classes).power(statement.layers)) / function.scale
    var shares: [Surd: Rational] = [:]
    for entry in block.eigenvalues {
      shares[entry.value * factor, default: 0] += Rational(entry.multiplicity, block.classes)
    }
    classes[shares, default: 0] += block.classes
  }
  return classes
}
