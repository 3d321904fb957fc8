import Rational

/// The matrices of Figure 2, computed from the definitions, with all α_l = 1.
public struct LayerPictures: Sendable {
  /// r
  public let order: Int
  /// M_l for 2 ≤ l < L: T_r. Rows are vertices, columns edges in lexicographic order.
  public let base: [[Surd]]
  /// M_lᵀ M_l
  public let baseGram: [[Surd]]
  /// M̃_L, the last layer before the relu. Rows and columns are edges.
  public let last: [[Surd]]
  /// M̃_Lᵀ M̃_L
  public let lastGram: [[Surd]]
  /// M_Lᵀ M_L, after the relu.
  public let outputGram: [[Surd]]
  /// The ranks of M_l, M̃_L and M_L.
  public let ranks: (base: Int, last: Int, output: Int)

  /// The matrices for K = r(r-1)/2 classes.
  ///
  /// - Precondition: At least three vertices.
  /// - Throws: `RunError.tooLarge` when the matrices would not fit the memory.
  public init(order: Int) throws {
    precondition(order >= 3, "a triangle at least")
    self.order = order
    (base, baseGram, last, lastGram, outputGram, ranks) = try GraphConstruction.limited { limit in
      let matrices = try LayerMatrices(order: order, .orbit, limit)
      func rows(_ matrix: MatrixValue) throws -> [[Surd]] {
        let dense = try matrix.densified(limit)
        return (0..<dense.rows).map { Array(dense.row($0)) }
      }
      func gram(_ matrix: MatrixValue) throws -> [[Surd]] {
        try rows(try matrix.transposed.multiplied(by: matrix, limit: limit))
      }
      func rank(_ matrix: MatrixValue) throws -> Int {
        try matrix.rank(limit: limit).rational.flatMap { Int(exactly: $0.numerator) } ?? 0
      }
      let output = matrices.last.rectified
      return (
        try rows(matrices.base), try gram(matrices.base), try rows(matrices.last),
        try gram(matrices.last), try gram(output),
        (try rank(matrices.base), try rank(matrices.last), try rank(output))
      )
    }
  }
}
