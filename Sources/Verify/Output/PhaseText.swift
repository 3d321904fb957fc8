import Losses
import Rational

/// How phase diagrams are shown.
struct PhaseText {
  private let diagrams: [(order: Int, diagram: PhaseDiagram)]
  private let digits: Int
  private let isVerbose: Bool

  init(_ diagrams: [(order: Int, diagram: PhaseDiagram)], digits: Int, isVerbose: Bool) {
    self.diagrams = diagrams
    self.digits = digits
    self.isVerbose = isVerbose
  }

  func write(to answer: inout Answer) {
    answer.add(
      "Λ = n·λ_H·λ_1⋯λ_L. A solution is zero, with the loss 1/2, from its critical Λ on:",
      "Λ_DNC = (L-1)^(L-1)/(K^(L+1)·L^(2L)), and Λ_SRG, an algebraic number.")
    answer.add(table)
    let ties = diagrams.allSatisfy { $0.diagram.ranges.last?.order == .equal }
    var notes = [
      "All digits are certified. Between Λ_SRG and Λ_DNC one solution alone is "
        + "not zero."
    ]
    notes.append(
      ties
        ? "Above both, both losses are 1/2: a tie."
        : "? marks a range in which the order was not decided.")
    answer.sections.append(.paragraph(notes))
    if isVerbose {
      for (order, diagram) in diagrams {
        answer.sections.append(.paragraph(details(order, diagram)))
      }
    }
    answer.members["diagrams"] = .array(diagrams.map { json($0.order, $0.diagram) })
  }

  private var table: TextTable {
    var table = TextTable(
      ["L", "r", "K", "Λ_DNC", "Λ_SRG", "Λ_SRG/Λ_DNC", "the smaller loss"])
    table.rightAligned = [0, 1, 2]
    for (order, diagram) in diagrams {
      let critical = diagram.construction.value
      let collapse = CertifiedNumber(exactly: diagram.collapse)
      table.add([
        "\(diagram.layers)", "\(order)", "\(diagram.classes)", shown(collapse), shown(critical),
        (critical / collapse).shown(digits: 6), smaller(diagram),
      ])
    }
    return table
  }

  private func shown(_ value: CertifiedNumber) -> String {
    // An exact value may be long.
    value.exactValue == 0 || value.exactValue.map { $0.description.count <= digits } == true
      ? "\(value.lower)" : value.shown(digits: digits)
  }

  /// Who wins from 0 on, ranges with the same winner put together.
  private func smaller(_ diagram: PhaseDiagram) -> String {
    var parts: [String] = []
    let ranges = diagram.ranges.dropLast()
    for (index, range) in ranges.enumerated() {
      let next = index + 1 < ranges.count ? ranges[index + 1].order : nil
      if index + 1 < ranges.count, next == range.order { continue }
      let name =
        switch range.order {
        case .less: "SRG"
        case .greater: "DNC"
        case .equal: "equal"
        case nil: "?"
        }
      parts.append("\(name) up to \(self.name(of: range.upper))")
    }
    return parts.joined(separator: ", ")
  }

  private func name(of cut: PhaseDiagram.Cut) -> String {
    switch cut {
    case .zero: "0"
    case .collapse: "Λ_DNC"
    case .construction: "Λ_SRG"
    case .crossing(let value): shown(value)
    case .infinity: "∞"
    }
  }

  /// The algebraic number and the ranges.
  private func details(_ order: Int, _ diagram: PhaseDiagram) -> [String] {
    var lines = ["r = \(order), L = \(diagram.layers): Λ_DNC = \(diagram.collapse)"]
    if let polynomial = diagram.construction.polynomial {
      let count = diagram.construction.roots.count
      let roots = count == 1 ? "the positive root y" : "that of the \(count) positive roots y"
      lines.append(
        "  Λ_SRG = (1 - φ(y))^L/(L^L·K·D·y), φ(y) = Σ m_i/K/(1 + μ_i y), for \(roots) of")
      let terms = "\(polynomial)".split(separator: "x", omittingEmptySubsequences: false)
      lines.append(
        "  " + terms.joined(separator: "y") + (count == 1 ? "" : " where it is greatest"))
      for root in diagram.construction.roots {
        let value = CertifiedNumber(lower: root.lower, upper: root.upper)
        lines.append("  y = \(value.shown(digits: digits))")
      }
    } else {
      lines.append("  SRG is zero for every Λ.")
    }
    for range in diagram.ranges {
      let loss = range.order.map { "loss(SRG) \($0.rawValue) loss(DNC)" } ?? "not decided"
      let zeros =
        switch (range.constructionIsNonzero, range.collapseIsNonzero) {
        case (true, true): "neither is zero"
        case (true, false): "DNC is zero"
        case (false, true): "SRG is zero"
        case (false, false): "both are zero"
        }
      lines.append("  \(name(of: range.lower)) < Λ < \(name(of: range.upper)): \(loss), \(zeros)")
    }
    return lines
  }

  // MARK: JSON

  private func json(_ order: Int, _ diagram: PhaseDiagram) -> JSON {
    let critical = diagram.construction
    var construction = json(critical.value)
    if let polynomial = critical.polynomial {
      construction = .object([
        "value": construction,
        "polynomial": .array(polynomial.coefficients.map { .string("\($0)") }),
        "roots": .array(
          critical.roots.map {
            .object(["lower": .string("\($0.lower)"), "upper": .string("\($0.upper)")])
          }),
      ])
    }
    return .object([
      "r": .string("\(order)"), "K": .string("\(diagram.classes)"),
      "L": .string("\(diagram.layers)"), "critical_dnc": .string("\(diagram.collapse)"),
      "critical_srg": construction, "ranges": .array(diagram.ranges.map(json)),
    ])
  }

  private func json(_ value: CertifiedNumber) -> JSON { value.json(digits: digits) }

  private func json(_ range: PhaseDiagram.Range) -> JSON {
    func end(_ cut: PhaseDiagram.Cut) -> JSON { cut.value.map(json) ?? .string("infinity") }
    let kind: (PhaseDiagram.Cut) -> JSON = { cut in
      switch cut {
      case .zero: .string("zero")
      case .collapse: .string("critical_dnc")
      case .construction: .string("critical_srg")
      case .crossing: .string("crossing")
      case .infinity: .string("infinity")
      }
    }
    return .object([
      "from": end(range.lower), "from_kind": kind(range.lower), "to": end(range.upper),
      "to_kind": kind(range.upper), "order": .string(range.order?.rawValue ?? "undecided"),
      "srg_nonzero": .boolean(range.constructionIsNonzero),
      "dnc_nonzero": .boolean(range.collapseIsNonzero),
    ])
  }
}
