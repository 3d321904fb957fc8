import Rational

/// Numbers that need a witness.
extension UniformReplay {
  /// The rank or the nuclear norm, from the eigenvalues of MᵀM.
  mutating func ofSingularValues(
    _ pairs: [UniformProof.Weighted], _ matrix: KernelOrbitMatrix,
    _ operation: UniformProof.Operation
  ) throws(Rejection) -> KernelFraction {
    var result = KernelFraction.zero
    var spectrum: [Eigenvalue] = []
    for pair in pairs {
      let value = try fraction(pair.value)
      let multiplicity = try fraction(pair.multiplicity)
      let sign = try sign(value)
      if operation == .nuclear {
        guard let sign, sign.isAtLeastZero else {
          throw rejection(.step, expected: "singular values ≥ 0", found: pair.value)
        }
        result = try sum(result, product(value, multiplicity))
        spectrum.append(.init(value: try product(value, value), multiplicity: multiplicity))
      } else {
        guard sign == .positive || sign == .zero else {
          throw rejection(
            .step, expected: "eigenvalues that are positive or zero everywhere", found: pair.value)
        }
        if sign == .positive { result = try sum(result, multiplicity) }
        spectrum.append(.init(value: value, multiplicity: multiplicity))
      }
    }
    try checkSpectrum(spectrum, of: try product(matrix.transposed, matrix))
    return result
  }

  /// Checks that a symmetric matrix has these eigenvalues: the product of all M - v I is zero, and the
  /// traces of the powers are those of the multiplicities. Values may coincide for some r.
  func checkSpectrum(
    _ spectrum: [Eigenvalue], of matrix: KernelOrbitMatrix
  ) throws(Rejection) {
    guard matrix.rows == matrix.columns, try areEqual(matrix, matrix.transposed) else {
      throw rejection(.show, expected: "a symmetric matrix", found: "another one")
    }
    try checkAnnihilated(matrix, by: spectrum.map(\.value))
    var power = KernelOrbitMatrix.identity(matrix.rows)
    var weights = spectrum.map(\.multiplicity)
    for exponent in spectrum.indices {
      let claimed = try total(weights)
      let found = try trace(power)
      guard try areEqual(found, claimed) else {
        throw rejection(
          .show, expected: "the trace \(ring.text(found)) of power \(exponent)",
          found: ring.text(claimed))
      }
      power = try product(power, matrix)
      for index in weights.indices {
        weights[index] = try product(weights[index], spectrum[index].value)
      }
    }
  }

  private func total(_ terms: [KernelFraction]) throws(Rejection) -> KernelFraction {
    var result = KernelFraction.zero
    for term in terms { result = try sum(result, term) }
    return result
  }

  private func checkAnnihilated(
    _ matrix: KernelOrbitMatrix, by values: [KernelFraction]
  ) throws(Rejection) {
    let identity = KernelOrbitMatrix.identity(matrix.rows)
    var rest = identity
    for value in values {
      rest = try product(rest, sum(matrix, scaled(identity, by: -value)))
    }
    guard try areEqual(rest, scaled(identity, by: .zero)) else {
      throw rejection(
        .show, expected: "eigenvalues whose polynomial annihilates the matrix",
        found: values.map(ring.text).joined(separator: ", "))
    }
  }

  /// The least (‖A‖² + ‖B‖²)/2 with A B = M, by a polar decomposition M = U S.
  ///
  /// [U; I] S [U; I]ᵀ is positive semidefinite and so gives a factorisation of cost tr S; and U is a
  /// dual matrix of norm at most 1 with tr(UᵀM) = tr S.
  mutating func dual(
    _ matrix: KernelOrbitMatrix, _ factor: KernelOrbitMatrix, _ root: KernelOrbitMatrix,
    _ eigenvalues: [String]
  ) throws(Rejection) -> KernelFraction {
    func require(_ holds: Bool, _ expected: String) throws(Rejection) {
      guard holds else { throw rejection(.step, expected: expected, found: "another matrix") }
    }
    guard factor.rows == matrix.rows, factor.columns == matrix.columns,
      root.rows == matrix.columns, root.columns == matrix.columns
    else { throw shape("matrices U and S of the shapes of M and MᵀM") }
    let projector = try product(factor.transposed, factor)
    try require(areEqual(product(factor, root), matrix), "U S = M")
    try require(areEqual(product(projector, root), root), "UᵀU S = S")
    try require(areEqual(product(projector, projector), projector), "UᵀU to be a projector")
    try require(areEqual(root, root.transposed), "S to be symmetric")
    var values: [KernelFraction] = []
    for text in eigenvalues {
      let value = try fraction(text)
      guard let sign = try sign(value), sign.isAtLeastZero else {
        throw rejection(.step, expected: "eigenvalues of S that are ≥ 0", found: text)
      }
      values.append(value)
    }
    try checkAnnihilated(root, by: values)
    return try trace(root)
  }
}
