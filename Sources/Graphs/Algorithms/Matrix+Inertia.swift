import Polynomials
import Rational

extension Matrix where Scalar: OrderedExactField {
  /// The inertia of this symmetric matrix, by an elimination of rows and columns alike.
  ///
  /// Congruent matrices have the same inertia (Sylvester). A diagonal entry that is not zero takes its
  /// row and column out and counts by its sign; where all of those are zero, an entry off the diagonal
  /// takes out two rows and columns, with one eigenvalue of each sign.
  ///
  /// - Throws: `notSymmetric`.
  /// - Complexity: Cubic in the number of rows, counted in field operations.
  public func inertia() throws(MatrixError) -> Inertia {
    guard isSymmetric else { throw .notSymmetric }
    var (positive, negative) = (0, 0)
    var rest = self
    while rest.rows > 0 {
      let order = rest.rows
      if let pivot = (0..<order).first(where: { !rest[$0, $0].isZero }) {
        if rest[pivot, pivot].sign > 0 { positive += 1 } else { negative += 1 }
        rest = rest.schurComplement(of: [pivot])
      } else if let place = rest.entries.firstIndex(where: { !$0.isZero }) {
        positive += 1
        negative += 1
        rest = rest.schurComplement(of: [place / order, place % order])
      } else {
        break
      }
    }
    return Inertia(
      positive: positive, zero: rows - positive - negative, negative: negative)
  }

  /// `C - B A⁻¹ Bᵀ` for the symmetric matrix of the blocks A, on one row with an entry that is not
  /// zero or on two rows with zeros on the diagonal, and C, on the others.
  private func schurComplement(of pivots: [Int]) -> Matrix {
    let others = (0..<rows).filter { !pivots.contains($0) }
    // The inverse of [[a]] or [[0, a], [a, 0]] is 1/a at the same places.
    let (first, last) = (pivots[0], pivots[pivots.count - 1])
    let inverse = self[first, last].inverse
    let isPair = first != last
    return Matrix(rows: others.count, columns: others.count) { row, column in
      let (i, j) = (others[row], others[column])
      var taken = self[i, first] * self[last, j]
      if isPair { taken += self[i, last] * self[first, j] }
      return taken.isZero ? self[i, j] : self[i, j] - taken * inverse
    }
  }
}

extension Matrix where Scalar == Rational {
  /// The inertia of this symmetric matrix.
  ///
  /// Vectors found in floating point, and checked with bounds of all errors, show that there are at
  /// least so many positive and negative eigenvalues. Where these are not all, the others are zero if
  /// exact vectors show it, or the rank modulo words; if not, the signs are those of the characteristic
  /// polynomial.
  ///
  /// - Throws: `notSymmetric`.
  /// - Complexity: For an invertible matrix that is not nearly singular, cubic in the number of rows,
  ///   counted in floating-point operations; else cubic for each sixty binary digits of Hadamard's
  ///   bound, in words.
  public func inertia() throws(MatrixError) -> Inertia {
    guard isSymmetric else { throw .notSymmetric }
    let (integers, _) = overCommonDenominator
    let form = CongruentDiagonal(of: integers)
    if let (positive, negative) = form.signs(),
      form.kernel.count == rows - positive - negative,
      form.hasKernel(of: integers) || Integer.hasRank(integers, atMost: positive + negative)
    {
      return Inertia(
        positive: positive, zero: rows - positive - negative, negative: negative)
    }
    return Inertia(
      ofRealRoots: Polynomial(Integer.characteristicPolynomial(integers).map { Rational($0) }))
  }
}

extension Inertia {
  /// The signs of the roots of a polynomial that has only real ones, counted with multiplicities.
  ///
  /// By Descartes' rule there are at most as many positive roots as changes of sign in the sequence of
  /// the coefficients, and at most as many negative ones as in that of p(-x). Both together are at most
  /// the degree without the order of the root 0, so where all roots are real these are their numbers.
  init(ofRealRoots polynomial: Polynomial<Rational>) {
    let signs = polynomial.coefficients.map(\.sign)
    let reflected = signs.enumerated().map { $0 % 2 == 0 ? $1 : -$1 }
    func changes(_ signs: [Int]) -> Int {
      let present = signs.filter { $0 != 0 }
      return zip(present, present.dropFirst()).count { $0 != $1 }
    }
    self.init(
      positive: changes(signs), zero: signs.prefix { $0 == 0 }.count,
      negative: changes(reflected))
  }
}
