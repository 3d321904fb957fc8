import Graphs
import Rational

/// The algorithms of `Graphs` for whichever form a matrix has: each is written once there, and is
/// here only given the form.
extension MatrixValue {
  /// A function of one matrix, in the orbit form where there is one.
  private func applied<Result>(
    _ limit: SizeLimit,
    orbit: (OrbitMatrix<Surd>) throws -> Result,
    dense: (Matrix<Surd>) throws -> Result
  ) throws -> Result {
    do {
      switch try standalone(limit) {
      case .orbit(let value): return try orbit(value)
      case .dense(let value):
        try limit.admitElimination(of: value)
        return try dense(value)
      case .identityPlusOnes: throw MatrixError.internalCheckFailed("a matrix without a form")
      }
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  /// A function of two matrices with the same columns.
  private func applied<Result>(
    with other: MatrixValue, _ limit: SizeLimit,
    orbit: (OrbitMatrix<Surd>, OrbitMatrix<Surd>) throws -> Result,
    dense: (Matrix<Surd>, Matrix<Surd>) throws -> Result
  ) throws -> Result {
    do {
      switch try paired(with: other, .columns, limit) {
      case .orbit(let a, let b): return try orbit(a, b)
      case .dense(let a, let b):
        try limit.admitElimination(of: a)
        try limit.admitElimination(of: b)
        return try dense(a, b)
      case .identityPlusOnes: return try dense(try densified(limit), try other.densified(limit))
      }
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  package func rank(limit: SizeLimit) throws -> Surd {
    try applied(
      limit, orbit: { matrix in try matrix.rank() },
      dense: { matrix in Surd(matrix.rank) })
  }

  package func unitRows(limit: SizeLimit) throws -> MatrixValue {
    try applied(
      limit,
      orbit: { matrix in
        let sizes = matrix.rowBlocks.map { Int(exactly: matrix.scheme.count(of: $0)) ?? 0 }
        // A block without rows has no norm of a row, and nothing to scale.
        guard !sizes.contains(0) else {
          return MatrixValue.dense(try densified(limit).unitRows())
        }
        do throws(MatrixError) {
          return MatrixValue.orbit(try matrix.unitRows())
        } catch {
          guard case .zeroRow(let block) = error else { throw error }
          throw MatrixError.zeroRow(sizes[..<block].reduce(0, +))
        }
      },
      dense: { matrix in MatrixValue.dense(try matrix.unitRows()) }
    ).unlabelled(like: self)
  }

  package func inverse(limit: SizeLimit) throws -> MatrixValue {
    try squared(limit).applied(
      limit,
      orbit: { matrix in MatrixValue.orbit(try Self.require(matrix.inverse)) },
      dense: { matrix in MatrixValue.dense(try Self.require(matrix.inverse)) }
    ).unlabelled(like: self)
  }

  private static func require<M>(_ inverse: M?) throws(MatrixError) -> M {
    guard let inverse else { throw .singular }
    return inverse
  }

  package func pseudoInverse(limit: SizeLimit) throws -> MatrixValue {
    try applied(
      limit, orbit: { matrix in MatrixValue.orbit(try matrix.pseudoInverse()) },
      dense: { matrix in MatrixValue.dense(try matrix.pseudoInverse()) }
    ).unlabelled(like: self)
  }

  /// The least-norm solution of W X = Y, X being this matrix: W and its squared norm.
  ///
  /// - Throws: `noSolution` for a row of Y outside the row space.
  package func leastNorm(
    reaching target: MatrixValue, limit: SizeLimit
  ) throws -> (value: Surd, weights: MatrixValue) {
    try applied(
      with: target, limit,
      orbit: { x, y in try LeastNorm(x, y).solution(MatrixValue.orbit) },
      dense: { x, y in try LeastNorm(x, y).solution(MatrixValue.dense) }
    ).get()
  }

  /// How many rows of Y are in the row space of this matrix.
  package func reachableRows(of target: MatrixValue, limit: SizeLimit) throws -> Int {
    try applied(
      with: target, limit,
      orbit: { x, y in
        let sizes = y.rowBlocks.map { Int(exactly: y.scheme.count(of: $0)) ?? 0 }
        return try LeastNorm(x, y).reachable(sizes)
      },
      dense: { x, y in
        try LeastNorm(x, y).reachable(Array(repeating: 1, count: y.rows))
      })
  }

  /// The ridge problem of Lemma 14 for this matrix.
  package func ridge(
    decay: Surd, limit: SizeLimit
  ) throws -> (value: Surd, minimiser: MatrixValue) {
    let solution: (value: Surd, minimiser: MatrixValue) = try applied(
      limit,
      orbit: { matrix in
        let ridge = try Ridge(matrix, lambda: decay)
        return (ridge.value, .orbit(ridge.weights))
      },
      dense: { matrix in
        let ridge = try Ridge(matrix, lambda: decay)
        return (ridge.value, .dense(ridge.weights))
      })
    return (solution.value, solution.minimiser.unlabelled(like: self))
  }

  /// The sum of the singular values, by the smaller Gram matrix: the transpose has the same.
  package func nuclearNorm(limit: SizeLimit) throws -> Surd {
    try (rows < columns ? transposed : self).applied(
      limit, orbit: { matrix in try NuclearNorm(matrix).value },
      dense: { matrix in try NuclearNorm(matrix).value })
  }

  /// The factorisation problem of Lemma 15 for this matrix.
  package func minimalFactorisation(_ left: Surd, _ right: Surd, limit: SizeLimit) throws -> Surd {
    try applied(
      limit,
      orbit: { matrix in
        try MinimalFactorisation(matrix, lambdaA: left, lambdaB: right).value
      },
      dense: { matrix in
        try MinimalFactorisation(matrix, lambdaA: left, lambdaB: right).value
      })
  }

  /// Why the claimed list is not the spectrum of this symmetric matrix; nil when it is.
  package func failure(
    ofSpectrum claimed: [Eigenvalue<Surd>], limit: SizeLimit
  ) throws -> SpectrumFailure<Surd>? {
    let failure = try squared(limit).applied(
      limit, orbit: { matrix in matrix.failure(ofSpectrum: claimed) },
      dense: { matrix in matrix.failure(ofSpectrum: claimed) })
    if failure == .notSymmetric { throw Failure.matrix(.notSymmetric) }
    return failure
  }

  /// The distinct eigenvalues, largest first; nil when they are not all in a square-root field.
  package func spectrum(limit: SizeLimit) throws -> [Eigenvalue<Surd>]? {
    do {
      return try squared(limit).applied(
        limit, orbit: { matrix in try matrix.spectrum() },
        dense: { matrix in try matrix.spectrum() })
    } catch Failure.matrix(.spectrumNotInField) {
      return nil
    }
  }

  /// The parameters of the graph with this adjacency matrix, counted orbit by orbit or pair by pair.
  package func stronglyRegularParameters(limit: SizeLimit) throws -> StronglyRegularParameters? {
    let size = rows
    guard size == columns else { throw Failure.other("an adjacency matrix is square") }
    if case .orbit(let value) = try squared(limit), !value.coordinates.isEmpty {
      guard value.isAdjacencyMatrix else {
        throw Failure.other(
          "an adjacency matrix is symmetric, with entries 0 and 1, and 0 on the diagonal")
      }
      return value.stronglyRegularCounts.flatMap { counts in
        Int(exactly: counts.degree).map {
          StronglyRegularParameters(
            order: size, degree: $0,
            adjacentCommon: counts.adjacentCommon.flatMap { Int(exactly: $0) },
            nonAdjacentCommon: counts.nonAdjacentCommon.flatMap { Int(exactly: $0) })
        }
      }
    }
    // Every pair of vertices, 64 vertices at a time.
    guard size <= 20_000 else {
      throw SizeLimit.Exceeded(
        description: "a graph with \(size) vertices; the limit for counting pairs is 20000")
    }
    let value = try densified(limit)
    guard value == value.transposed else { throw Failure.other("the matrix is not symmetric") }
    for row in 0..<size {
      guard value[row, row].isZero else {
        throw Failure.other("entry (\(row + 1), \(row + 1)) of an adjacency matrix is not 0")
      }
      for entry in value.row(row) where entry != 0 && entry != 1 {
        throw Failure.other("an entry is \(entry); an adjacency matrix has entries 0 and 1")
      }
    }
    return Graph(order: size) { value[$0, $1] == 1 }.stronglyRegularParameters
  }

  /// The result of a function of one matrix without the labels that `standalone` gave it.
  private func unlabelled(like argument: MatrixValue) -> MatrixValue {
    if case .identityPlusOnes = argument { unlabelled } else { self }
  }
}

extension SizeLimit {
  /// Every algorithm on dense matrices takes at least the steps of an elimination.
  fileprivate func admitElimination(of matrix: Matrix<Surd>) throws(Exceeded) {
    try admit(
      rows: matrix.rows, inner: min(matrix.rows, matrix.columns), columns: matrix.columns)
  }
}

extension LeastNorm where M.Scalar == Surd {
  /// The value and the weights, or the first row without a solution.
  fileprivate func solution(
    _ wrap: (M) -> MatrixValue
  ) -> Result<(value: Surd, weights: MatrixValue), MatrixValue.Failure> {
    if let value { return .success((value, wrap(weights))) }
    guard case .someRows(let reached) = feasibility else { return .failure(.noSolution(row: 0)) }
    let first = (0...reached.count).first { !reached.contains($0) } ?? 0
    return .failure(.noSolution(row: first))
  }

  /// How many rows can be reached, given how many rows each orbit has.
  fileprivate func reachable(_ sizes: [Int]) -> Int {
    switch feasibility {
    case .everyRow: sizes.reduce(0, +)
    case .noRow: 0
    case .someRows(let reached): reached.reduce(0) { $0 + sizes[$1] }
    }
  }
}

extension Int {
  /// A field element that is an integer of machine size.
  init?(exactly value: Surd) {
    guard let rational = value.rational, rational.isInteger,
      let integer = Int(exactly: rational.numerator)
    else { return nil }
    self = integer
  }
}
