import Losses

/// A construction with its invariants, and how messages name it.
struct ConstructionValue: Hashable, Sendable {
  /// The blocks of the diagonal; a single one unless constructions were joined.
  var blocks: [Construction]
  /// For which numbers of layers it is meant.
  var depth = Depth.any

  /// Two layers have no B, so a construction is for two layers or for more; collapse is for any.
  enum Depth: Hashable, Sendable {
    case any
    case two
    case more

    /// The numbers that both admit, nil if there are none.
    func joined(with other: Depth) -> Depth? {
      self == .any ? other : other == .any || other == self ? self : nil
    }

    func admits(_ layers: Int) -> Bool {
      switch self {
      case .any: layers >= 2
      case .two: layers == 2
      case .more: layers >= 3
      }
    }
  }

  /// The number of classes of all blocks together.
  var classes: Int { blocks.reduce(0) { $0 + $1.classes } }
}
