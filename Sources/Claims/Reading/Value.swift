import Graphs
import Losses
import Rational

/// What a formula denotes for one instance.
typealias Value = Denotation<Surd, MatrixValue, ConstructionValue>

/// A construction with its invariants, and how messages name it.
struct ConstructionValue: Hashable, Sendable {
  /// The blocks of the diagonal; a single one unless constructions were joined.
  var blocks: [Construction]

  /// The number of classes of all blocks together.
  var classes: Int { blocks.reduce(0) { $0 + $1.classes } }
}
