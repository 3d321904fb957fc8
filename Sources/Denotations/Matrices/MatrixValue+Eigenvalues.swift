import Graphs
import Polynomials
import Rational

/// What the eigenvalues of a matrix say: by its orbits where they are found in a field of square roots,
/// and otherwise by all entries.
extension MatrixValue {
  /// A real eigenvalue with its multiplicity as a root of the characteristic polynomial.
  package struct RealEigenvalue: Sendable {
    package let value: RealNumber
    package let multiplicity: Int
  }

  /// The most rows for which a characteristic polynomial of all entries is computed, so that its roots
  /// are isolated within minutes.
  private static let characteristicLimit = 400

  /// Whether the matrix is square and equals its transpose.
  package func isSymmetric(limit: SizeLimit) throws -> Bool {
    guard rows == columns else { return false }
    switch try squared(limit) {
    case .identityPlusOnes: return true
    case .orbit(let value): return value.isSymmetric
    case .dense(let value): return value == value.transposed
    }
  }

  /// The eigenvalues of a symmetric matrix by its orbits; nil where it has none, or they were not found.
  private func orbitSpectrum(limit: SizeLimit) throws -> [Eigenvalue<Surd>]? {
    if case .identityPlusOnes(let value) = self {
      // a I + b J has the eigenvalue a + n b once and a for the rest.
      guard value.rows > 0 else { return [] }
      let line = Eigenvalue(value.identity + value.ones * Surd(value.rows), multiplicity: 1)
      let rest = Eigenvalue(value.identity, multiplicity: Surd(value.rows - 1))
      if value.ones.isZero { return [Eigenvalue(value.identity, multiplicity: Surd(value.rows))] }
      let both = value.ones.sign > 0 ? [line, rest] : [rest, line]
      return both.filter { !$0.multiplicity.isZero }
    }
    guard case .orbit(let value) = try squared(limit), value.isSymmetric else { return nil }
    return try spectrum(limit: limit)
  }

  /// The distinct eigenvalues, largest first.
  ///
  /// - Throws: `eigenvaluesNotReal` when some are not real.
  package func realEigenvalues(limit: SizeLimit) throws -> [RealEigenvalue] {
    var found = try orbitSpectrum(limit: limit)
    let rational = found == nil ? try rationalEntries(limit) : nil
    if found == nil, rational == nil, try isSymmetric(limit: limit) {
      found = try spectrum(limit: limit)
    }
    if let found {
      return found.map { line in
        RealEigenvalue(value: .surd(line.value), multiplicity: Int(exactly: line.multiplicity) ?? 0)
      }
    }
    do {
      try admitCharacteristic()
      let dense = try densified(limit)
      let values = try rational?.realEigenvalues() ?? dense.realEigenvalues()
      return values.map { .init(value: RealNumber($0.value), multiplicity: $0.multiplicity) }
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  /// The coefficients of `det(x I - M)`, from the constant one on; the matrix is square.
  package func characteristicPolynomial(limit: SizeLimit) throws -> [Surd] {
    try admitCharacteristic()
    do {
      if let rational = try rationalEntries(limit) {
        return try rational.characteristicPolynomial().coefficients.map { Surd($0) }
      }
      return try densified(limit).characteristicPolynomial().coefficients
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  /// Whether the characteristic polynomial of this square matrix is the product of the x - v, each as
  /// often as the value's multiplicity.
  package func hasCharacteristicRoots(
    _ values: [Eigenvalue<Surd>], limit: SizeLimit
  ) throws -> Bool {
    var product: [Surd] = [1]
    for line in values {
      let count = Int(exactly: line.multiplicity) ?? .max
      guard count <= rows + 1 - product.count else { return false }
      for _ in 0..<count {
        let shifted = [.zero] + product
        let scaled = product.map { $0 * line.value } + [.zero]
        product = zip(shifted, scaled).map { $0 - $1 }
      }
    }
    guard product.count == rows + 1 else { return false }
    return try characteristicPolynomial(limit: limit) == product
  }

  private func admitCharacteristic() throws {
    guard rows <= Self.characteristicLimit else {
      throw SizeLimit.Exceeded(
        description: "the characteristic polynomial of a \(shape) matrix; the limit is "
          + "\(Self.characteristicLimit) rows")
    }
  }

  /// The determinant of a square matrix.
  ///
  /// - Parameter bitLimit: The most bits that it may take.
  package func determinant(limit: SizeLimit, bitLimit: Int) throws -> Surd {
    if let spectrum = try orbitSpectrum(limit: limit) {
      if spectrum.contains(where: \.value.isZero) { return .zero }
      var bits = 0.0
      for line in spectrum {
        bits += Double(line.value.bitsAtMost) * Double(Int(exactly: line.multiplicity) ?? .max)
      }
      guard bits <= Double(bitLimit) else {
        throw SizeLimit.Exceeded(
          description: "the determinant of a \(shape) matrix, with more than \(bitLimit) bits")
      }
      return spectrum.reduce(Surd.one) { product, line in
        product * line.value.power(Int(exactly: line.multiplicity) ?? 0)
      }
    }
    try limit.admit(rows: rows, inner: rows, columns: rows)
    if let rational = try rationalEntries(limit) { return Surd(rational.determinant) }
    return try densified(limit).determinant
  }

  /// How many eigenvalues of a symmetric matrix are positive, zero and negative.
  ///
  /// - Throws: `notSymmetric`.
  package func inertia(limit: SizeLimit) throws -> Inertia {
    if let spectrum = try orbitSpectrum(limit: limit) {
      func count(_ sign: Int) -> Int {
        spectrum.reduce(0) {
          $1.value.sign == sign ? $0 + (Int(exactly: $1.multiplicity) ?? 0) : $0
        }
      }
      return Inertia(positive: count(1), zero: count(0), negative: count(-1))
    }
    try limit.admit(rows: rows, inner: rows, columns: rows)
    do {
      if let rational = try rationalEntries(limit) { return try rational.inertia() }
      return try densified(limit).inertia()
    } catch let error as MatrixError {
      throw Failure.matrix(error)
    }
  }

  /// How many spanning trees the graph with this adjacency matrix A has.
  ///
  /// The Laplacian L = D - A has the eigenvector 1 to the eigenvalue 0, and the product of the others is
  /// n times that number (Kirchhoff); L + J has n in place of 0.
  ///
  /// - Throws: `other` for a matrix that is none.
  package func spanningTrees(limit: SizeLimit, bitLimit: Int) throws -> Surd {
    guard try isSymmetric(limit: limit) else {
      throw Failure.other("an adjacency matrix is symmetric")
    }
    guard rows > 0 else { throw Failure.other("a graph without vertices has no spanning trees") }
    guard try trace(limit: limit).isZero, entriesAreCounts else {
      throw Failure.other(
        "an adjacency matrix has integers ≥ 0 as entries, and 0 on the diagonal")
    }
    let laplacian = try rowSumsOnDiagonal(limit: limit).adding(scaled(by: -1), limit: limit)
    let shifted = try laplacian.adding(.ones(rows: rows, columns: rows), limit: limit)
    let count = Surd(rows)
    return try shifted.determinant(limit: limit, bitLimit: bitLimit) / (count * count)
  }

  private var entriesAreCounts: Bool {
    func isCount(_ value: Surd) -> Bool {
      value.rational.map { $0.isInteger && $0.sign >= 0 } ?? false
    }
    return switch self {
    // Without rows off the diagonal the ones are not entries of their own.
    case .identityPlusOnes(let value): value.rows < 2 || isCount(value.ones)
    case .orbit(let value): value.coordinates.allSatisfy(isCount)
    case .dense(let value): value.coordinates.allSatisfy(isCount)
    }
  }
}
