import Graphs
import Losses
import Rational

/// The constructions of the paper with their invariants, computed from the definitions.
///
/// Matrices are built from subsets and incidence, as for the claims; no closed form takes part.
public enum GraphConstruction {
  /// Definition 6: B = T_r and N = A_L^(1) T_r with rows of norm 1, for K = r(r-1)/2 classes.
  ///
  /// For r = 3, outside the definition, relu(N) = 0 and the loss is 1/2 for every regularisation.
  ///
  /// With two layers there is no B, and the invariants are those of N alone.
  ///
  /// - Precondition: At least three vertices and two layers.
  /// - Throws: `RunError.tooLarge` for more vertices than are enumerated.
  /// - Complexity: Quadratic in the number of classes, once for each r; then it is remembered.
  public static func triangular(order: Int, layers: Int) throws -> Construction {
    precondition(order >= 3 && layers >= 2, "a triangle at least, and two layers")
    return try limited { limit in
      try cache.construction(order: order, hasBase: layers > 2) {
        try computed(order: order, hasBase: layers > 2, .orbit, limit)
      }
    }
  }

  private static func computed(
    order: Int, hasBase: Bool, _ method: MatrixMethod, _ limit: SizeLimit
  ) throws -> Construction {
    let matrices = try LayerMatrices(order: order, method, limit)
    let found =
      hasBase
      ? try matrices.base.construction(lastLayer: matrices.last, limit: limit)
      : try matrices.last.constructionOfTwoLayers(limit: limit)
    // The second reading for small numbers of classes, as for the claims.
    if method == .orbit, order <= 5 {
      let other = try computed(order: order, hasBase: hasBase, .dense, limit)
      guard other.isEquivalent(to: found) else {
        throw RunError.readingsDisagree("the construction for r = \(order)")
      }
    }
    return found
  }

  private static let cache = ConstructionCache()

  /// Gives the errors of matrices the form that commands expect.
  package static func limited<Result>(_ body: (SizeLimit) throws -> Result) throws -> Result {
    do {
      return try body(SizeLimit.standard)
    } catch let error as SizeLimit.Exceeded {
      throw RunError.tooLarge(error.description)
    } catch let error as MatrixValue.Failure {
      throw RunError.readingsDisagree(error.description)
    }
  }
}

/// The matrices of Definition 6: T_r and the last layer before the relu.
package struct LayerMatrices {
  /// B = T_r
  package let base: MatrixValue
  /// N, the rows of A_L^(1) T_r scaled to norm 1
  package let last: MatrixValue

  package init(order: Int, _ method: MatrixMethod, _ limit: SizeLimit) throws {
    base = try .graph(.normalisedIncidence, order: order, method: method, limit: limit)
    let weightings = try MatrixValue.graph(.vertexSigns, order: order, method: method, limit: limit)
    last = try weightings.multiplied(by: base, limit: limit).unitRows(limit: limit)
  }
}

extension Construction {
  /// The same invariants; eigenvalues may come in another order.
  fileprivate func isEquivalent(to other: Construction) -> Bool {
    (classes, nuclearNorm, rank, lastLayerNorm)
      == (other.classes, other.nuclearNorm, other.rank, other.lastLayerNorm)
      && Set(gramSpectrum) == Set(other.gramSpectrum)
  }
}
