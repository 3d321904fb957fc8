import Certificates
import Claims
import Denotations
import Losses
import Rational

/// How the losses of one problem are shown.
struct LossText {
  private let answer: LossAnswer
  private let digits: Int
  private let isVerbose: Bool
  private var problem: LossProblem { answer.problem }

  init(_ answer: LossAnswer, digits: Int, isVerbose: Bool) {
    self.answer = answer
    self.digits = digits
    self.isVerbose = isVerbose
  }

  func write(to result: inout Answer) {
    let isNonzero = problem.collapseIsNonzero
    result.sections.append(
      .paragraph(
        [given] + answer.contenders.dropLast().map { "\($0.name): \($0.description)" } + [
          "DNC is not zero iff Λ < (L-1)^(L-1)/(K^(L+1)·L^(2L)) = \(answer.threshold); "
            + "here it is \(isNonzero ? "not zero" : "zero")."
        ]))
    result.add(table)
    for comparison in answer.comparisons {
      result.sections.append(.paragraph(verdict(comparison)))
      if isVerbose, let certificate = comparison.certificate {
        result.sections.append(.verbatim(certificate.text))
      }
    }
    result.members = json
  }

  /// The problem in one line.
  private var given: String {
    "K = \(problem.classes) classes, L = \(problem.layers) layers, \(answer.regularisation.shown)"
  }

  // MARK: Numbers

  private var table: TextTable {
    var table = TextTable([""] + answer.contenders.map(\.name))
    func add(_ name: String, _ value: (LossSolution) -> CertifiedNumber?) {
      table.add(
        [name] + answer.contenders.map { value($0.solution)?.shown(digits: digits) ?? "—" })
    }
    add("loss", \.loss)
    add("  fit, 1/(2N) ‖W_L H_L - Y‖²", \.fit)
    add("  λ_L/2 ‖W_L‖²", \.lastWeights)
    add("  λ_l/2 ‖W_l‖², each l < L", \.earlierWeights)
    add("  λ_H/2 ‖H_1‖²", \.features)
    let most = answer.contenders.map(\.solution.blocks.count).max() ?? 1
    for index in 0..<most {
      let ending = index == 0 ? "" : ", block \(index + 1)"
      func block(_ solution: LossSolution) -> LossSolution.Block? {
        solution.blocks.indices.contains(index) ? solution.blocks[index] : nil
      }
      add("minimiser t\(ending)") { block($0)?.minimiser }
      add("  x = (t/K₀)^L/(KΛ)\(ending)") { block($0)?.place }
      let scales = answer.contenders.map { block($0.solution)?.scales(answer.regularisation) }
      for number in 0..<(problem.layers - 1) where isShown(number) {
        table.add(
          ["  α_\(number + 2)\(ending)"]
            + scales.map { $0?[number].shown(digits: digits) ?? "—" })
      }
    }
    return table
  }

  /// The first, the last and the last but one; all when there are few or all are wanted.
  private func isShown(_ number: Int) -> Bool {
    isVerbose || problem.layers <= 8 || number == 0 || number >= problem.layers - 3
  }

  // MARK: Verdict

  private func verdict(_ comparison: LossAnswer.Comparison) -> [String] {
    let (name, ratio) = (comparison.name, comparison.ratio.shown(digits: digits))
    let first = "loss(\(name)) / loss(DNC) = \(ratio)"
    guard let order = comparison.order else {
      return [first, "The order is undecided: the precision limit does not suffice."]
    }
    let relation = "loss(\(name)) \(order.rawValue) loss(DNC), exactly"
    guard let certificate = comparison.certificate else {
      let reason = order == .equal ? "without a certificate" : "by bounds that are disjoint"
      return [first, "\(relation), \(reason)."]
    }
    let replayed = "certificate replayed over \(comparison.cells) cells"
    switch certificate.witness {
    case .strict(let value, let points, _):
      let places = points.map(\.description).joined(separator: ", ")
      let (low, high) = order == .less ? (name, "DNC") : ("DNC", name)
      return [
        first, "\(relation); \(replayed):",
        "  2·loss(\(low)) < \(value) at t = \(places); 2·loss(\(high)) ≥ \(value) for all t.",
      ]
    case .tie: return [first, "\(relation): both are 1/2; \(replayed)."]
    case .same: return [first, "\(relation): the same functions; certificate replayed."]
    }
  }

  // MARK: JSON

  private var json: [String: JSON] {
    var given = answer.regularisation.members(classes: problem.classes)
    given["threshold"] = .string("\(answer.threshold)")
    given["dnc_nonzero"] = .boolean(problem.collapseIsNonzero)
    return [
      "problem": .object(given),
      "solutions": .array(answer.contenders.map(json)),
      "comparisons": .array(answer.comparisons.map(json)),
    ]
  }

  private func json(_ number: CertifiedNumber) -> JSON { number.json(digits: digits) }

  private func json(_ contender: LossAnswer.Contender) -> JSON {
    let solution = contender.solution
    return .object([
      "name": .string(contender.name), "description": .string(contender.description),
      "loss": json(solution.loss), "is_zero": .boolean(solution.isZero),
      "parts": .object([
        "fit": json(solution.fit), "W_L": json(solution.lastWeights),
        "W_1 … W_{L-1}, each": json(solution.earlierWeights), "H_1": json(solution.features),
      ]),
      "blocks": .array(
        solution.blocks.map { block in
          .object([
            "classes": .string("\(block.construction.classes)"), "t": json(block.minimiser),
            "x": json(block.place),
            "alpha": .array(block.scales(answer.regularisation).map(json)),
          ])
        }),
    ])
  }

  private func json(_ comparison: LossAnswer.Comparison) -> JSON {
    var members: [String: JSON] = [
      "left": .string(comparison.name), "right": .string("DNC"),
      "ratio": json(comparison.ratio),
      "order": .string(comparison.order?.rawValue ?? "undecided"),
    ]
    if let certificate = comparison.certificate {
      members["certificate"] = .object([
        "text": .string(certificate.text), "replayed": .boolean(true),
        "cells": .integer(comparison.cells),
      ])
    }
    return .object(members)
  }
}
