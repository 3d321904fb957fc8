import Functions
import Polynomials
import Rational

extension RootFunction: RootField {
  /// The square root as far as `squareRoot` finds one.
  public var squareRootInField: RootFunction? { squareRoot }

  /// By the quadratic formula up to degree 2; beyond that, when all roots are rational functions.
  public static func roots(
    ofSquareFree polynomial: Polynomial<RootFunction>
  ) -> [RootFunction]? {
    guard !polynomial.coefficients.isEmpty else { return nil }
    if polynomial.degree <= 2 { return rootsUpToDegreeTwo(polynomial) }
    return rationalRoots(ofSquareFree: polynomial)
  }
}

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
