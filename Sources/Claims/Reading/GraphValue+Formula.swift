import Denotations
import Graphs
import Statements

extension GraphValue {
  /// The graph that a formula of the claim language denotes, such as `line_graph(complete(5))`; families
  /// may be written in short, `johnson:7,3` and `petersen`.
  ///
  /// - Throws: `ClaimError` for what is no such formula; `RunError.tooLarge`.
  package init(formula: String) throws {
    let text = Self.spelledOut(formula)
    let name = "'\(formula)'"
    let claim = try Parser.definitions(in: "graph G = \(text)", file: name, readGraph: nil)
    var evaluator = Evaluator(
      claim, at: Instance(names: [], values: []), options: RunOptions(),
      cache: DefinitionCache(claim))
    self = try evaluator.graph(claim.definitions[0].expression)
  }

  /// The name of the function that a formula begins with, or of the family in the short form.
  package static func leadingName(of formula: String) -> String {
    String(spelledOut(formula).prefix { $0 != "(" })
  }

  /// `johnson(7,3)` for `johnson:7,3`.
  private static func spelledOut(_ formula: String) -> String {
    guard !formula.contains("(") else { return formula }
    let parts = formula.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // An older name of the short form.
    let name = parts[0] == "bipartite" ? "complete_bipartite" : String(parts[0])
    return "\(name)(\(parts.count > 1 ? parts[1] : ""))"
  }
}
