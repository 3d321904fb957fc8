import Losses

/// A construction with its invariants, and how messages name it.
package struct ConstructionValue: Hashable, Sendable {
  /// The blocks of the diagonal; a single one unless constructions were joined.
  package var blocks: [Construction]
  /// For which numbers of layers it is meant.
  package var depth: Depth

  package init(blocks: [Construction], depth: Depth = .any) {
    self.blocks = blocks
    self.depth = depth
  }

  /// One block for so many classes; no block when there are none, for which nothing is made.
  package init(
    classes: Int, depth: Depth = .any, _ block: () throws -> Construction
  ) rethrows {
    self.init(blocks: classes == 0 ? [] : [try block()], depth: depth)
  }

  /// Two layers have no B, so a construction is for two layers or for more; collapse is for any.
  package enum Depth: Hashable, Sendable {
    case any
    case two
    case more

    /// The numbers that both admit, nil if there are none.
    package func joined(with other: Depth) -> Depth? {
      self == .any ? other : other == .any || other == self ? self : nil
    }

    package func admits(_ layers: Int) -> Bool {
      switch self {
      case .any: layers >= 2
      case .two: layers == 2
      case .more: layers >= 3
      }
    }
  }

  /// The number of classes of all blocks together.
  package var classes: Int { blocks.reduce(0) { $0 + $1.classes } }
}
