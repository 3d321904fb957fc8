import Claims
import Denotations
import Losses
import Rational

/// One graph with several last layers: which one loses least for which L.
struct LastLayerTable {
  private let name: String
  private let layers: [Int]
  private let rows: [Row]

  /// A last layer with its construction, or the reason why there is none.
  private struct Row {
    let label: String
    let construction: ProposedConstruction?
    let note: String
  }

  /// - Precondition: One of the results is a construction.
  init(
    _ name: String,
    _ families: [(ProposedConstruction.LastLayer, Result<ProposedConstruction, NoConstruction>)],
    layers: [Int]
  ) {
    self.name = name
    self.layers = layers
    rows = families.map { family, result in
      let label =
        switch family {
        case .edges: "edges"
        case .minus(let size): "minus:\(size)"
        }
      switch result {
      case .success(let found): return Row(label: label, construction: found, note: "")
      case .failure(let error): return Row(label: label, construction: nil, note: "\(error)")
      }
    }
  }

  /// All tables, and what the words in them mean.
  static func write(_ tables: [LastLayerTable], to answer: inout Answer) {
    var entries: [JSON] = []
    for table in tables { entries.append(table.write(to: &answer)) }
    answer.members["graphs"] = .array(entries)
    answer.add(
      "κ Σ 1/μ is what the last layer contributes to D Σ 1/μ / K^(L+1), which bounds the (L+1)-th power\n"
        + "of the ratio to DNC and is its limit as Λ → 0.\n"
        + "less, more: against DNC, for every Λ where the other one is not zero; least: which one of them\n"
        + "and DNC loses least, for Λ from 0 to the critical Λ of DNC.")
  }

  private func write(to answer: inout Answer) -> JSON {
    guard let first = rows.lazy.compactMap(\.construction).first else { return .object([:]) }
    answer.sections.append(
      .paragraph([
        "\(name): K = \(first.classes) classes", "  \(first.description[0])",
      ]))
    var table = TextTable(["N", "rows", "κ Σ 1/μ"] + layers.map { "L = \($0)" })
    table.rightAligned = [1]
    var entries: [JSON] = []
    for row in rows {
      guard let construction = row.construction else {
        table.add([row.label, "", row.note] + layers.map { _ in "" })
        entries.append(.object(["last": .string(row.label), "reason": .string(row.note)]))
        continue
      }
      let share = construction.reciprocalSum.map { $0 * construction.lastLayerNorm }
      let answers = layers.map { depth in
        let criterion = construction.bounds(layers: depth)?.reciprocalMean(layers: depth)?
          .shown(digits: 6)
        let found = ConstructionText.compare(construction, layers: depth)
        if !found.isDecided { answer.status = .undecided }
        return (criterion, found.answer)
      }
      table.add(
        [
          row.label, "\(construction.lastLayerRows)",
          share.map(shown) ?? Self.noShare(construction),
        ]
          + answers.map { ($0.0.map { "\($0), " } ?? "") + $0.1 })
      var members: [String: JSON] = [
        "last": .string(row.label), "rows": .integer(construction.lastLayerRows),
      ]
      if let share { members["share"] = .string(shown(share, isExact: true)) }
      members["layers"] = .array(
        zip(layers, answers).map { depth, found in
          var members: [String: JSON] = ["L": .integer(depth), "collapse": .string(found.1)]
          if let criterion = found.0 { members["criterion"] = .string(criterion) }
          return .object(members)
        })
      entries.append(.object(members))
    }
    let least = layers.map(least)
    table.add(["least", "", ""] + least)
    answer.add(table)
    return .object([
      "name": .string(name), "classes": .integer(first.classes), "last": .array(entries),
      "least": .array(
        zip(layers, least).map { .object(["L": .integer($0), "last": .string($1)]) }),
    ])
  }

  private func shown(_ value: ProposedConstruction.Value, isExact: Bool) -> String {
    switch value {
    case .exact(let value):
      isExact || value.rational?.isInteger == true ? "\(value)" : value.decimal(digits: 8)
    case .enclosed(let bounds): bounds.shown(digits: 8)
    }
  }

  private func shown(_ value: ProposedConstruction.Value) -> String {
    shown(value, isExact: false)
  }

  /// Why there is no sum of the 1/μ.
  private static func noShare(_ construction: ProposedConstruction) -> String {
    if construction.vanishes { return "relu(N) = 0" }
    return construction.spectrum.contains { $0.value == .exact(0) }
      ? "an eigenvalue is zero" : "an eigenvalue may be zero"
  }

  /// Which last layer, or collapse, loses least, for Λ from 0 up to the critical value of collapse.
  private func least(layers depth: Int) -> String {
    // Where relu(N) is zero the loss is 1/2, and collapse loses less.
    let nonzero = rows.compactMap { row in
      row.construction?.bounds(layers: depth).map { (row.label, $0) }
    }
    var contenders = nonzero.compactMap { label, bounds in bounds.exact.map { (label, $0) } }
    guard contenders.count == nonzero.count else { return "? (invariants are enclosed)" }
    guard let classes = contenders.first?.1.classes else { return "DNC" }
    contenders.append(("DNC", .collapse(classes: classes)))
    let envelope = LowerEnvelope(
      contenders.map { ConstructionBounds(exactly: $0.1) }, layers: depth)
    guard let envelope else { return "not decided" }
    return envelope.ranges.map { range in
      let names = range.least.map { contenders[$0].0 }.joined(separator: " = ")
      return range.end.map { "\(names) up to \($0.shown(digits: 6))" } ?? names
    }.joined(separator: ", ")
  }
}
