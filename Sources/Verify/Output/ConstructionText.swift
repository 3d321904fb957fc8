import Claims
import Denotations
import Losses
import Rational

/// How proposed constructions are shown.
struct ConstructionText {
  /// What all are compared with besides collapse: its blocks for K classes and L layers; nil when its
  /// loss is 1/2 for every Λ.
  struct Rival {
    let name: String
    let blocks: (_ classes: Int, _ layers: Int) throws -> [ConstructionBounds]?
  }

  private let constructions: [ProposedConstruction]
  private let rival: Rival?
  private let layers: [Int]

  init(_ constructions: [ProposedConstruction], rival: Rival?, layers: [Int]) {
    self.constructions = constructions
    self.rival = rival
    self.layers = layers
  }

  func write(to answer: inout Answer) throws {
    var entries: [JSON] = []
    for construction in constructions {
      answer.sections.append(
        .paragraph(
          ["\(construction.name): K = \(construction.classes) classes"]
            + construction.description.map { "  \($0)" }))
      answer.add(invariants(construction))
      let rows = try layers.map { try row(construction, layers: $0) }
      answer.add(table(rows))
      if rows.contains(where: { !$0.isDecided }) { answer.status = .undecided }
      entries.append(json(construction, rows))
    }
    answer.members["constructions"] = .array(entries)
    answer.add(
      "less, more: for every Λ = n·λ_H·λ_1⋯λ_L where the other one is not zero. D = ν² ρ^(L-3) κ"
        + (layers.contains(2) ? "; for L = 2 ‖N‖_*²." : "."))
  }

  // MARK: Invariants

  private func invariants(_ construction: ProposedConstruction) -> TextTable {
    var table = TextTable(["", "exact", "decimal"])
    for (name, exact, decimal) in values(construction) { table.add([name, exact, decimal]) }
    return table
  }

  private func values(
    _ construction: ProposedConstruction
  ) -> [(name: String, exact: String, decimal: String)] {
    func row(
      _ name: String, _ value: ProposedConstruction.Value, digits: Int = 10
    ) -> (String, String, String) {
      switch value {
      case .exact(let value):
        (name, "\(value)", value.rational?.isInteger == true ? "" : value.decimal(digits: 10))
      case .enclosed(let bounds): (name, "", bounds.shown(digits: digits))
      }
    }
    var rows = [
      row("ν", construction.nuclearNorm, digits: 15), ("ρ", "\(construction.rank)", ""),
      row("κ", construction.lastLayerNorm),
    ]
    if construction.vanishes { return rows + [("relu(N)", "0", "")] }
    let spectrum = construction.spectrum
    for (value, multiplicity) in spectrum.count <= Self.lineLimit ? spectrum : [] {
      // Numbers within the same bounds need not be equal.
      let word = if case .exact = value { "times" } else { "within" }
      rows.append(row("μ, \(multiplicity) \(word)", value))
    }
    if spectrum.count > Self.lineLimit, let most = spectrum.first, let least = spectrum.last {
      let ends = [least, most].map { $0.value.bounds.shown(digits: 10) }
      rows.append(("μ, all \(construction.classes)", "", "from \(ends[0]) to \(ends[1])"))
    }
    if let sum = construction.reciprocalSum {
      rows.append(row("Σ 1/μ", sum))
    } else {
      let isZero = spectrum.contains { $0.value == .exact(0) }
      rows.append(("Σ 1/μ", isZero ? "an eigenvalue is zero" : "an eigenvalue may be zero", ""))
    }
    return rows
  }

  /// The most lines of eigenvalues.
  private static let lineLimit = 12

  // MARK: Layers

  private struct Row {
    let layers: Int
    let criterion: String
    let againstCollapse: String
    let decidedBy: String
    let againstRival: String?
    let isDecided: Bool
  }

  private func table(_ rows: [Row]) -> TextTable {
    let rivalColumn = rival.map { ["against \($0.name)"] } ?? []
    var table = TextTable(
      ["L", "D Σ 1/μ / K^(L+1)", "against DNC", "decided by"] + rivalColumn)
    table.rightAligned = [0]
    for row in rows {
      table.add(
        ["\(row.layers)", row.criterion, row.againstCollapse, row.decidedBy]
          + (row.againstRival.map { [$0] } ?? []))
    }
    return table
  }

  private func row(_ construction: ProposedConstruction, layers: Int) throws -> Row {
    let bounds = construction.bounds(layers: layers)
    let found = Self.compare(construction, layers: layers)
    var againstRival: String?
    if let rival {
      againstRival = Self.order(
        bounds, try rival.blocks(construction.classes, layers), construction.classes,
        layers: layers)
    }
    return Row(
      layers: layers,
      criterion: bounds?.reciprocalMean(layers: layers)?.shown(digits: 8) ?? "—",
      againstCollapse: found.answer, decidedBy: found.reason, againstRival: againstRival,
      isDecided: found.isDecided && againstRival != "?")
  }

  /// Against deep neural collapse.
  static func compare(
    _ construction: ProposedConstruction, layers: Int
  ) -> (answer: String, reason: String, isDecided: Bool) {
    guard let bounds = construction.bounds(layers: layers) else {
      return ("more", "relu(N) = 0: its loss is 1/2 for every Λ", true)
    }
    switch CollapseOrder(bounds, layers: layers, digits: 8) {
    case .equal: return ("equal", "all c_i = 1", true)
    case .less: return ("less", "D Σ 1/μ ≤ K^(L+1)", true)
    case .greater(.vanishes): return ("more", "its loss is 1/2 for every Λ", true)
    case .greater(.rateMean): return ("more", "D ≥ K^(L-1) Σ μ", true)
    case .greater(.isZeroBefore): return ("more", "it is zero where DNC begins to be", true)
    case .change(let place):
      return ("more up to \(place.shown(digits: 8)), then less", "exact orders on both sides", true)
    case .undecided(let reason): return ("?", reason, false)
    }
  }

  /// Against other blocks; nil stands for a loss of 1/2 for every Λ.
  private static func order(
    _ left: ConstructionBounds?, _ right: [ConstructionBounds]?, _ classes: Int, layers: Int
  ) -> String {
    guard let left, let right else { return left == nil ? right == nil ? "equal" : "more" : "less" }
    guard let change = OrderChange([left], right, layers: layers, digits: 8) else {
      return orders(left, right, classes, layers: layers)
    }
    if change.before == .equal { return "equal" }
    let (word, other) = change.before == .less ? ("less", "more") : ("more", "less")
    return change.place.map { "\(word) up to Λ = \($0.shown(digits: 8)), then \(other)" } ?? word
  }

  /// Exact orders at a few Λ, where it is not decided for all.
  private static func orders(
    _ left: ConstructionBounds, _ right: [ConstructionBounds], _ classes: Int, layers: Int
  ) -> String {
    let threshold = Collapse.threshold(classes: classes, layers: layers)
    var parts: [(word: String, places: [String])] = []
    for exponent in [8, 4, 2, 0] {
      let problem = LossProblem(
        classes: classes, layers: layers,
        regularisation: threshold / Rational(Integer(10).power(exponent)))
      let word =
        switch ConstructionBounds.order([left], right, in: problem) {
        case .less: "less"
        case .greater: "more"
        case .equal: "equal"
        case nil: "?"
        }
      let place = exponent == 0 ? "1" : "10^-\(exponent)"
      if parts.last?.word == word {
        parts[parts.count - 1].places.append(place)
      } else {
        parts.append((word, [place]))
      }
    }
    return parts.map { "\($0.word) at Λ/Λ_DNC = \($0.places.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  // MARK: JSON

  private func json(_ construction: ProposedConstruction, _ rows: [Row]) -> JSON {
    .object([
      "name": .string(construction.name), "classes": .integer(construction.classes),
      "description": .array(construction.description.map { .string($0) }),
      "invariants": .array(
        values(construction).map {
          .object([
            "name": .string($0.name), "exact": .string($0.exact), "decimal": .string($0.decimal),
          ])
        }),
      "layers": .array(
        rows.map { row in
          var members: [String: JSON] = [
            "L": .integer(row.layers), "criterion": .string(row.criterion),
            "collapse": .string(row.againstCollapse), "by": .string(row.decidedBy),
          ]
          if let other = row.againstRival { members["against"] = .string(other) }
          return .object(members)
        }),
    ])
  }
}
