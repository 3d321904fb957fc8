extension LossStatement {
  static let heading = "loss-statement 1"

  /// The one text of the statement, in lines.
  public var text: String {
    var lines = [
      Self.heading, "classes \(classes)", "layers \(layers)", "regularisation \(regularisation)",
      "order \(order.rawValue)",
    ]
    for (name, side) in [("left", left), ("right", right)] {
      lines.append("\(name) \(side.count)")
      for block in side {
        lines += [
          "block \(block.classes)", "nuclear-norm \(block.nuclearNorm)", "rank \(block.rank)",
          "last-layer-norm \(block.lastLayerNorm)", "eigenvalues \(block.eigenvalues.count)",
        ]
        lines += block.eigenvalues.map { "eigenvalue \($0.multiplicity) \($0.value)" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads the text of a statement and nothing else.
  public init(text: String) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    try self.init(from: &reader)
    try reader.end()
  }

  init(from reader: inout LineReader) throws(CertificateSyntaxError) {
    try reader.exactly(Self.heading)
    classes = try reader.count("classes")
    layers = try reader.count("layers")
    regularisation = try reader.rational("regularisation")
    let sign = try reader.value(of: "order")
    guard let order = Order.allCases.first(where: { $0.rawValue.utf8.elementsEqual(sign.utf8) })
    else { throw reader.error(expected: "<, = or > after \"order\"", found: sign) }
    self.order = order
    left = try Self.side("left", from: &reader)
    right = try Self.side("right", from: &reader)
  }

  private static func side(
    _ name: String, from reader: inout LineReader
  ) throws(CertificateSyntaxError) -> [Block] {
    let count = try reader.count(name)
    var blocks: [Block] = []
    while blocks.count < count { blocks.append(try Block(from: &reader)) }
    return blocks
  }
}

extension LossStatement.Block {
  fileprivate init(from reader: inout LineReader) throws(CertificateSyntaxError) {
    let classes = try reader.count("block")
    let nuclearNorm = try reader.surd("nuclear-norm")
    let rank = try reader.count("rank")
    let lastLayerNorm = try reader.surd("last-layer-norm")
    let count = try reader.count("eigenvalues")
    var eigenvalues: [LossStatement.Eigenvalue] = []
    while eigenvalues.count < count {
      let text = try reader.value(of: "eigenvalue")
      let expected = "a multiplicity and a sum of square roots after \"eigenvalue\""
      guard let space = text.firstIndex(of: " ") else {
        throw reader.error(expected: expected, found: text)
      }
      eigenvalues.append(
        LossStatement.Eigenvalue(
          multiplicity: try reader.count(String(text[..<space]), expected),
          value: try reader.surd(String(text[text.index(after: space)...]), expected)))
    }
    self.init(
      classes: classes, nuclearNorm: nuclearNorm, rank: rank, lastLayerNorm: lastLayerNorm,
      eigenvalues: eigenvalues)
  }
}
