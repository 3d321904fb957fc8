import Rational

extension UniformReplay {
  /// Checks a line that says what the steps show.
  mutating func check(_ show: UniformProof.Show) throws(Rejection) {
    switch show {
    case .relation(let left, let relation, let right):
      switch (values[left], values[right]) {
      case (.matrix(let a), .matrix(let b)): try checkMatrices(a, relation, b)
      default: try checkNumbers(left, relation, right)
      }
    case .spectrum(let matrix, let pairs):
      var spectrum: [Eigenvalue] = []
      for pair in pairs {
        spectrum.append(
          .init(value: try constant(pair.value), multiplicity: try constant(pair.multiplicity)))
      }
      try checkCounts(spectrum)
      try checkSpectrum(spectrum, of: self.matrix(matrix))
    case .determinant(let spectrum, let factors): try checkDeterminant(spectrum, factors)
    case .regular(let matrix, let parameters): try checkRegular(self.matrix(matrix), parameters)
    case .below(let steps): try checkBelow(steps)
    }
  }

  func fails(_ expected: String, _ found: String) -> Rejection {
    rejection(.show, expected: expected, found: String(found.prefix(200)))
  }

  // MARK: Relations

  private func checkMatrices(
    _ a: KernelOrbitMatrix, _ relation: String, _ b: KernelOrbitMatrix
  ) throws(Rejection) {
    guard a.rows == b.rows, a.columns == b.columns else {
      throw fails("two matrices of one shape", "\(text(a)) and \(text(b))")
    }
    switch relation {
    case "=":
      guard try areEqual(a, b) else { throw fails("\(text(a))", "\(text(b))") }
    case "!=":
      let gap = try sum(a, scaled(b, by: -.one))
      for (row, k) in gap.rows.enumerated() {
        for (column, m) in gap.columns.enumerated() {
          for orbit in try orbits(k, m) {
            let sign = try sign(gap.entry(row, column, orbit.place))
            if sign == .positive || sign == .negative { return }
          }
        }
      }
      throw fails("an entry that differs everywhere", "\(text(a)) and \(text(b))")
    default: throw fails("\"=\" or \"!=\" between matrices", relation)
    }
  }

  private func checkNumbers(
    _ left: Int, _ relation: String, _ right: Int
  ) throws(Rejection) {
    let ((a, p), (b, q)) = (try number(left), try number(right))
    let difference = try sum(a, -b)
    let found = "\(ring.text(a)) and \(ring.text(b))"
    let sign = try sign(difference)
    let holds =
      switch relation {
      case "=": sign == .zero
      case "!=": sign == .positive || sign == .negative
      case "<": sign == .negative
      case "<=": sign?.isAtMostZero == true
      case ">": sign == .positive
      default: sign?.isAtLeastZero == true
      }
    guard holds else { throw fails("\(relation) everywhere", found) }
    let change = try self.sign(sum(p, -q))
    let (isLeftConstant, isRightConstant) = (try areEqual(p, .one), try areEqual(q, .one))
    if isLeftConstant && isRightConstant { return }
    // From L to L + 1 the sides are multiplied by p and q.
    let carries: Bool
    switch relation {
    case "=": carries = change == .zero
    case "<", "<=":
      let (signA, signP) = (try self.sign(a), try self.sign(p))
      carries = signA == .positive && signP == .positive && change?.isAtMostZero == true
    case ">", ">=":
      let (signB, signQ) = (try self.sign(b), try self.sign(q))
      carries = signB == .positive && signQ == .positive && change?.isAtLeastZero == true
    default: carries = false
    }
    guard carries else {
      throw fails(
        "ratios that carry the relation on from L to L + 1", "\(ring.text(p)) and \(ring.text(q))")
    }
  }

  // MARK: Graphs

  /// Counts common neighbours in the square of the adjacency matrix. Where no two vertices are adjacent
  /// any λ is right, where all are any μ.
  private func checkRegular(_ matrix: KernelOrbitMatrix, _ parameters: [Int]) throws(Rejection) {
    guard matrix.rows == matrix.columns, try areEqual(matrix, matrix.transposed) else {
      throw fails("a symmetric matrix", "\(text(matrix))")
    }
    let paths = try product(matrix, matrix)
    var claimed: [KernelFraction] = []
    for parameter in parameters { claimed.append(try constant(parameter)) }
    var found = [(try count(matrix.rows), claimed[0])]
    for (row, k) in matrix.rows.enumerated() {
      guard try areEqual(matrix.diagonal(row), .zero) else {
        throw fails("0 on the diagonal", "\(text(matrix))")
      }
      found.append((paths.diagonal(row), claimed[1]))
      for (column, m) in matrix.columns.enumerated() {
        let last = k.entries(with: m) - 1
        for orbit in try orbits(k, m) where row != column || orbit.place != last {
          let entry = matrix.entry(row, column, orbit.place)
          let (isAdjacent, isApart) = (try areEqual(entry, .one), try areEqual(entry, .zero))
          guard isAdjacent || isApart else {
            throw fails("entries 0 and 1", "\(text(matrix))")
          }
          found.append((paths.entry(row, column, orbit.place), claimed[isAdjacent ? 2 : 3]))
        }
      }
    }
    for (actual, claim) in found where try !areEqual(actual, claim) {
      throw fails(ring.text(actual), ring.text(claim))
    }
  }

  // MARK: Losses

  /// D Σ 1/μ < k^(L+1), which by the concavity of u/(u + x) puts the construction below collapse for
  /// every regularisation where that is not zero.
  ///
  /// With two layers nothing passes a layer before N: there is no B, N stands in its place, may have
  /// either sign, and D = ‖N‖_*².
  private func checkBelow(_ steps: UniformProof.Below) throws(Rejection) {
    func step(_ index: Int) -> UniformProof.Step { entry.program.steps[index] }
    let gram = step(steps.inverse).operands.first.map(step)
    let features = gram?.operands.last ?? steps.inverse
    guard step(steps.nuclear) == .init(.nuclear, [steps.base]),
      step(steps.rank) == .init(.rank, [steps.base]),
      step(steps.pseudoInverse) == .init(.pseudoInverse, [steps.base]),
      step(steps.inverse).operation == .inverse, let gram, gram.operation == .product,
      step(gram.operands[0]) == .init(.transpose, [features]),
      step(features) == .init(.relu, [steps.last])
    else {
      throw fails("nuclear B, rank B, pseudo_inverse B and inverse (Pᵀ P), P = relu N", "others")
    }
    guard (2...100).contains(steps.layers) else {
      throw fails("2 to 100 layers", "\(steps.layers)")
    }
    let hasBase = steps.layers > 2
    guard hasBase || (steps.base == steps.last && !steps.isForAllLayers) else {
      throw fails("N in place of B, and two layers alone", "others")
    }
    let (base, last) = (try matrix(steps.base), try matrix(steps.last))
    for (row, k) in base.rows.enumerated() where hasBase {
      for (column, m) in base.columns.enumerated() {
        for orbit in try orbits(k, m) {
          let entry = base.entry(row, column, orbit.place)
          guard let sign = try sign(entry), sign.isAtLeastZero else {
            throw fails("a matrix B without negative entries", ring.text(entry))
          }
        }
      }
    }
    let weights = try product(last, matrix(steps.pseudoInverse))
    guard try areEqual(product(weights, base), last) else {
      throw fails("rows of N in the row space of B", "others")
    }
    let (nuclear, rank) = (try constant(steps.nuclear), try constant(steps.rank))
    let classes = try count(base.columns)
    var depth = try product(nuclear, nuclear)
    var collapse = try product(product(classes, classes), classes)
    if hasBase {
      depth = try product(depth, trace(product(weights.transposed, weights)))
      collapse = try product(collapse, classes)
    }
    for _ in 3..<max(3, steps.layers) {
      depth = try product(depth, rank)
      collapse = try product(collapse, classes)
    }
    depth = try product(depth, trace(matrix(steps.inverse)))
    guard try sign(sum(depth, -collapse)) == .negative else {
      throw fails("D Σ 1/μ < k^(L+1)", "\(ring.text(depth)) and \(ring.text(collapse))")
    }
    // From L to L + 1 the left side gains ρ, the right side k.
    if steps.isForAllLayers {
      guard let sign = try sign(sum(rank, -classes)), sign.isAtMostZero else {
        throw fails("ρ ≤ k", "\(ring.text(rank)) and \(ring.text(classes))")
      }
    }
  }
}
