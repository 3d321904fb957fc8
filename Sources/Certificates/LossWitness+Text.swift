extension LossWitness {
  static let heading = "loss-witness 1"

  /// The one text of the witness, in lines.
  public var text: String {
    var lines = [Self.heading]
    switch self {
    case .strict(let value, let points, let bounds):
      lines += ["value \(value)", "points \(points.count)"]
      lines += points.map { "point \($0)" }
      lines += ["bounds \(bounds.count)"] + bounds.flatMap(\.lines)
    case .tie(let left, let right):
      lines += ["tie", "bounds \(left.count)"] + left.flatMap(\.lines)
      lines += ["bounds \(right.count)"] + right.flatMap(\.lines)
    case .same:
      lines.append("same")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads the text of a witness and nothing else.
  ///
  /// `order` is that of the statement; a tie has a witness of another form.
  public init(text: String, for order: LossStatement.Order) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    try self.init(from: &reader, for: order)
    try reader.end()
  }

  init(
    from reader: inout LineReader, for order: LossStatement.Order
  ) throws(CertificateSyntaxError) {
    try reader.exactly(Self.heading)
    if order == .equal {
      guard try reader.isTie() else {
        self = .same
        return
      }
      let left = try LowerBound.list(from: &reader)
      self = .tie(left: left, right: try LowerBound.list(from: &reader))
      return
    }
    let value = try reader.rational("value")
    let points = try reader.list("points") { (reader) throws(CertificateSyntaxError) in
      try reader.rational("point")
    }
    self = .strict(value: value, points: points, bounds: try LowerBound.list(from: &reader))
  }
}

extension LossWitness.LowerBound {
  fileprivate var lines: [String] {
    ["bound \(value)", "rates \(rates.count)"]
      + rates.map { rate in
        switch rate {
        case .exact: "rate exact"
        case .atMost(let value): "rate \(value)"
        }
      } + ["cuts \(cuts.count)"] + cuts.map { "cut \($0)" }
  }

  fileprivate static func list(
    from reader: inout LineReader
  ) throws(CertificateSyntaxError) -> [Self] {
    try reader.list("bounds") { (reader) throws(CertificateSyntaxError) in
      let value = try reader.rational("bound")
      let rates = try reader.list("rates") { (reader) throws(CertificateSyntaxError) in
        let text = try reader.value(of: "rate")
        if text.utf8.elementsEqual("exact".utf8) { return LossWitness.Rate.exact }
        return .atMost(try reader.rational(text, "\"exact\" or a fraction after \"rate\""))
      }
      let cuts = try reader.list("cuts") { (reader) throws(CertificateSyntaxError) in
        try reader.rational("cut")
      }
      return Self(value: value, rates: rates, cuts: cuts)
    }
  }
}

extension LineReader {
  /// Reads the kind of a witness for an equality: `tie` or `same`.
  fileprivate mutating func isTie() throws(CertificateSyntaxError) -> Bool {
    let kind = try line(expected: "\"tie\" or \"same\"")
    if kind.utf8.elementsEqual("tie".utf8) { return true }
    if kind.utf8.elementsEqual("same".utf8) { return false }
    throw error(expected: "\"tie\" or \"same\"", found: kind)
  }

  /// A count after `name`, and then so many items.
  fileprivate mutating func list<Item>(
    _ name: String, item: (inout LineReader) throws(CertificateSyntaxError) -> Item
  ) throws(CertificateSyntaxError) -> [Item] {
    let count = try count(name)
    var items: [Item] = []
    // A count that is too large ends with the text.
    while items.count < count { items.append(try item(&self)) }
    return items
  }
}
