import Graphs
import Polynomials
import Statements
import Symbolic

extension SymbolicNumber: RootField {
  /// The square root as far as `squareRoot` finds one.
  public var squareRootInField: SymbolicNumber? { squareRoot }

  /// By the quadratic formula up to degree 2.
  public static func roots(
    ofSquareFree polynomial: Polynomial<SymbolicNumber>
  ) -> [SymbolicNumber]? {
    polynomial.coefficients.isEmpty ? nil : rootsUpToDegreeTwo(polynomial)
  }
}
