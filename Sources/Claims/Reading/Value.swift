import Denotations
import Graphs
import Losses
import Rational

/// What a formula denotes for one instance.
enum Value: Hashable, Sendable {
  case number(Surd)
  case matrix(MatrixValue)
  case graph(GraphValue)
  case construction(ConstructionValue)
}
