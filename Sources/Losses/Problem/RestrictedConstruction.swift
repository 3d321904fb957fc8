import Rational

/// A construction for more classes of which only some are kept: Definition 8, second way.
///
/// The weights are those that are optimal for all classes of the larger problem. Then the columns of
/// H_1 that belong to the classes left out are removed, and with them the rows of W_L, for which there
/// are no labels. The paper removes the columns with the greatest fit loss, which is the same for all.
public struct RestrictedConstruction: Hashable, Sendable {
  /// The construction for all classes. Its columns can be permuted into each other, so all columns of
  /// the optimal H_1 and all rows of the optimal W_L have the same norm.
  public let whole: Construction
  /// How many classes are kept.
  public let classes: Int
  /// `q_jk = Σ (E_j)_ab (E_k)_ab` over the classes a, b that are kept, E_j being the projector that
  /// belongs to the j-th eigenvalue of the construction.
  public let overlaps: [[Surd]]

  /// The restriction of a construction to some of its classes.
  ///
  /// - Precondition: One row and one column for each distinct eigenvalue; no overlap is negative.
  public init(_ whole: Construction, classes: Int, overlaps: [[Surd]]) {
    let count = whole.gramSpectrum.count
    precondition((1...whole.classes).contains(classes))
    precondition(overlaps.count == count && overlaps.allSatisfy { $0.count == count })
    precondition(overlaps.joined().allSatisfy { $0.sign >= 0 })
    self.whole = whole
    self.classes = classes
    self.overlaps = overlaps
  }
}
