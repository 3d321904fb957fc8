import Denotations
import Graphs
import Rational
import Statements

extension ProposedConstruction {
  /// The matrices B and N that a file defines in the claim language.
  ///
  /// When N is `unit_rows(…)`, the norms of the rows need not be in the field: their squares are all that
  /// is needed.
  ///
  /// - Throws: `ClaimError` with the place of a defect; `NoConstruction`; `RunError.tooLarge`.
  public init(_ name: String, text: String, file: String, readGraph: GraphReader? = nil) throws {
    let claim = try Parser.definitions(in: text, file: file, readGraph: readGraph)
    func definition(_ name: String) throws -> Expression {
      guard let definition = claim.definitions.first(where: { $0.name == name }) else {
        throw ClaimError(claim.location, "the file defines no \(name); expected let \(name) = …")
      }
      return definition.expression
    }
    func matrix(_ expression: Expression) throws -> MatrixValue {
      var evaluator = Evaluator(
        claim, at: Instance(names: [], values: []), options: RunOptions(),
        cache: DefinitionCache(claim))
      return try evaluator.matrix(expression)
    }
    let (first, second) = (try definition("B"), try definition("N"))
    let base = try matrix(first)
    var inner = second
    if case .call(.unitRows, let arguments, _) = second, arguments.count == 1 {
      inner = arguments[0]
    }
    let last = try matrix(inner)
    let limit = SizeLimit.standard
    do {
      let pair = try ConstructionPair(base: base, last: last, isScaled: inner != second, limit)
      try self.init(
        name, ["B = \(first) (\(base.shape))", "N = \(second) (\(last.shape))"], pair)
    } catch let error as MatrixValue.Failure {
      throw NoConstruction(error.description)
    } catch let error as SizeLimit.Exceeded {
      throw RunError.tooLarge(error.description)
    }
  }
}
