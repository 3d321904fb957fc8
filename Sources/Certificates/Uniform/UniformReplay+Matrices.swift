import Rational

extension UniformReplay {
  /// The value of a step that gives a matrix.
  mutating func table(
    of step: UniformProof.Step, given: UniformProof.Value?
  ) throws(Rejection) -> KernelOrbitMatrix {
    let stated: KernelOrbitMatrix?
    switch given {
    case .matrix(let matrix)?: stated = try table(matrix)
    case nil: stated = nil
    default: throw shape("a matrix")
    }
    if let computed = try computed(step) {
      try define(computed.rows, computed.columns)
      guard let stated else { return computed }
      guard try areEqual(computed, stated) else {
        throw differs(text(computed).description, text(stated).description)
      }
      return stated
    }
    guard let stated else { throw shape("a matrix") }
    try check(stated, step)
    return stated
  }

  private func operand(_ step: UniformProof.Step, _ place: Int) throws(Rejection)
    -> KernelOrbitMatrix
  {
    try matrix(step.operands[place])
  }

  /// What ring operations give; nil for an operation that needs a witness.
  private func computed(_ step: UniformProof.Step) throws(Rejection) -> KernelOrbitMatrix? {
    switch step.operation {
    case .table: return try literal(step)
    case .incidence: return KernelOrbitMatrix(1, 2, [0, 1])
    case .adjacency: return KernelOrbitMatrix(2, 2, [0, 1, 0])
    case .weightings: return KernelOrbitMatrix(2, 1, [1, -1])
    case .sum: return try sum(operand(step, 0), operand(step, 1))
    case .difference:
      return try sum(operand(step, 0), scaled(operand(step, 1), by: -.one))
    case .scale: return try scaled(operand(step, 1), by: constant(step.operands[0]))
    case .product: return try product(operand(step, 0), operand(step, 1))
    case .transpose: return try operand(step, 0).transposed
    case .stack:
      let (upper, lower) = (try operand(step, 0), try operand(step, 1))
      guard upper.columns == lower.columns, upper.rows.count + lower.rows.count <= 8 else {
        throw rejection(.step, expected: "two matrices with the same columns", found: "others")
      }
      return try within { () throws(RadicalRing.Overflow) in try ring.stack(upper, lower) }
    case .hadamard:
      let (left, right) = (try operand(step, 0), try operand(step, 1))
      guard left.rows == right.rows, left.columns == right.columns else {
        throw rejection(.step, expected: "two matrices of one shape", found: "two shapes")
      }
      return try within { () throws(RadicalRing.Overflow) in try ring.hadamard(left, right) }
    case .kronecker: return try kronecker(operand(step, 0), operand(step, 1))
    case .diagonal:
      let vector = try operand(step, 0)
      guard vector.columns == [UniformProof.Index([])] else {
        throw rejection(.step, expected: "a matrix with one column", found: "another shape")
      }
      return vector.onDiagonal
    default: return nil
    }
  }

  /// `table KxM E`: integers, as many in each block as it has orbits.
  private func literal(_ step: UniformProof.Step) throws(Rejection) -> KernelOrbitMatrix {
    guard let table = UniformProof.Table(step) else {
      throw rejection(
        .step, expected: "a shape and an integer for each orbit",
        found: step.constants.joined(separator: " "))
    }
    return KernelOrbitMatrix(
      rows: table.rows, columns: table.columns,
      numerators: table.entries.map { $0.map { KernelPolynomial(Integer($0)) } })
  }

  private func kronecker(
    _ left: KernelOrbitMatrix, _ right: KernelOrbitMatrix
  ) throws(Rejection) -> KernelOrbitMatrix {
    let outer = Set((left.rows + left.columns).flatMap { $0.parts.map(\.set) })
    let inner = Set((right.rows + right.columns).flatMap { $0.parts.map(\.set) })
    guard right.rows.count == 1, right.columns.count == 1, outer.isDisjoint(with: inner),
      outer.count + inner.count <= UniformProof.Index.partLimit
    else {
      throw rejection(
        .step, expected: "a second matrix of one block, over other base sets than the first",
        found: "\(text(left)) and \(text(right))")
    }
    return try within { () throws(RadicalRing.Overflow) in try ring.kronecker(left, right) }
  }

  /// Checks a matrix that is given for an operation that has no value of its own.
  private func check(
    _ value: KernelOrbitMatrix, _ step: UniformProof.Step
  ) throws(Rejection) {
    func require(_ holds: Bool, _ expected: String) throws(Rejection) {
      guard holds else {
        throw rejection(
          .step, expected: expected, found: String(text(value).description.prefix(200)))
      }
    }
    switch step.operation {
    case .identity:
      try require(areEqual(value, .identity(value.rows)), "an identity matrix")
      try require(
        areEqual(count(value.rows), constant(step.operands[0])), "as many rows as are asked for")
    case .ones:
      try require(areEqual(value, .ones(like: value)), "a matrix of ones")
      try require(
        areEqual(count(value.rows), constant(step.operands[0])), "as many rows as are asked for")
      try require(
        areEqual(count(value.columns), constant(step.operands[1])),
        "as many columns as are asked for")
    case .relu: try require(isRectified(value, operand(step, 0)), "max(0, x) entry by entry")
    case .unitRows:
      try require(isNormalised(value, operand(step, 0)), "multiples of the rows, of norm 1")
    case .inverse:
      let matrix = try operand(step, 0)
      guard matrix.rows == matrix.columns else {
        throw rejection(.step, expected: "a square matrix", found: "another shape")
      }
      let identity = KernelOrbitMatrix.identity(matrix.rows)
      try require(areEqual(product(value, matrix), identity), "V M = I")
      try require(areEqual(product(matrix, value), identity), "M V = I")
    case .pseudoInverse:
      let matrix = try operand(step, 0)
      let (left, right) = (try product(matrix, value), try product(value, matrix))
      try require(areEqual(product(left, matrix), matrix), "M V M = M")
      try require(areEqual(product(right, value), value), "V M V = V")
      try require(areEqual(left, left.transposed), "M V to be symmetric")
      try require(areEqual(right, right.transposed), "V M to be symmetric")
    case .ridge:
      let matrix = try operand(step, 0)
      let decay = try constant(step.operands[1])
      try require(sign(decay) == .positive, "a positive λ")
      let shift = try product(decay, count(matrix.columns))
      let system = try sum(
        product(matrix, matrix.transposed),
        scaled(.identity(matrix.rows), by: shift))
      try require(areEqual(product(value, system), matrix.transposed), "W (M Mᵀ + K λ I) = Mᵀ")
    default: throw shape("an operation that is known")
    }
  }

  /// Whether each entry is that of the matrix and ≥ 0, or 0 where that is ≤ 0.
  private func isRectified(_ value: KernelOrbitMatrix, _ matrix: KernelOrbitMatrix)
    throws(Rejection) -> Bool
  {
    guard value.rows == matrix.rows, value.columns == matrix.columns else { return false }
    for (row, k) in matrix.rows.enumerated() {
      for (column, m) in matrix.columns.enumerated() {
        for orbit in try orbits(k, m) {
          let given = value.entry(row, column, orbit.place)
          let entry = matrix.entry(row, column, orbit.place)
          guard let sign = try sign(entry) else { return false }
          let isKept = sign.isAtLeastZero
          guard isKept || sign.isAtMostZero, try areEqual(given, isKept ? entry : .zero) else {
            return false
          }
        }
      }
    }
    return true
  }

  /// Whether each row has norm 1 and is a positive multiple of that of the matrix: the 2 × 2 minors of
  /// the two rows are zero and their scalar product is positive.
  private func isNormalised(_ value: KernelOrbitMatrix, _ matrix: KernelOrbitMatrix)
    throws(Rejection) -> Bool
  {
    guard value.rows == matrix.rows, value.columns == matrix.columns else { return false }
    for (row, k) in matrix.rows.enumerated() {
      let (given, original) = (value.row(row), matrix.row(row))
      let norm = try product(given, given.transposed).diagonal(0)
      let scalar = try product(given, original.transposed).diagonal(0)
      guard try areEqual(norm, .one), try sign(scalar) == .positive else { return false }
      var pairs: [(KernelPolynomial, KernelPolynomial)] = []
      for (column, m) in matrix.columns.enumerated() {
        for orbit in try orbits(k, m) {
          pairs.append(
            (given.block(0, column)[orbit.place], original.block(0, column)[orbit.place]))
        }
      }
      for (index, first) in pairs.enumerated() {
        for second in pairs[(index + 1)...] {
          let minor = try within { () throws(RadicalRing.Overflow) in
            try ring.product(first.0, second.1) - ring.product(second.0, first.1)
          }
          guard minor.isZero else { return false }
        }
      }
    }
    return true
  }
}
