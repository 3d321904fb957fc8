import Certificates
import Rational

extension LossProblem {
  /// The statement about two constructions in this problem, as the kernel reads it.
  public func statement(
    _ left: [Construction], _ order: LossOrder, _ right: [Construction]
  ) -> LossStatement {
    LossStatement(
      classes: classes, layers: layers, regularisation: regularisation,
      order: LossStatement.Order(order), left: left.map(LossStatement.Block.init),
      right: right.map(LossStatement.Block.init))
  }
}

extension LossStatement.Order {
  fileprivate init(_ order: LossOrder) {
    switch order {
    case .less: self = .less
    case .equal: self = .equal
    case .greater: self = .greater
    }
  }
}

extension LossStatement.Block {
  fileprivate init(_ block: Construction) {
    self.init(
      classes: block.classes, nuclearNorm: block.nuclearNorm, rank: block.rank,
      lastLayerNorm: block.lastLayerNorm,
      eigenvalues: block.gramSpectrum.map {
        LossStatement.Eigenvalue(multiplicity: $0.multiplicity, value: $0.value)
      })
  }
}
