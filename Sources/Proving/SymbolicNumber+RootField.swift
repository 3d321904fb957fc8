import Graphs
import Polynomials
import Statements
import Symbolic

extension SymbolicNumber: RootField {
  /// The square root as far as `squareRoot` finds one.
  public var squareRootInField: SymbolicNumber? { squareRoot }

  /// By the quadratic formula up to degree 2, beyond that those that are polynomials in the sizes.
  public static func roots(
    ofSquareFree polynomial: Polynomial<SymbolicNumber>
  ) -> [SymbolicNumber]? {
    guard !polynomial.coefficients.isEmpty else { return nil }
    return polynomial.degree <= 2 ? rootsUpToDegreeTwo(polynomial) : polynomialRoots(polynomial)
  }
}
