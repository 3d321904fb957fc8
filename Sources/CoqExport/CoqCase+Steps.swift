import Certificates

extension CoqCase {
  /// The definition of a step, and the lemma that it has its value.
  mutating func writeStep(_ index: Int) throws(Rejection) {
    let operation = entry.program.steps[index].operation
    write("", "(** \(CoqText.comment("a\(index + 1) = \(entry.program.steps[index])")) *)")
    switch operation {
    case .spectrum: try writeSpectrumStep(index)
    case .rank where sets != nil: try writeRank(index)
    case .positives, .zeros, .negatives: try writeInertia(index, operation)
    case .least, .greatest: try writeExtreme(index, operation)
    case .rank, .nuclear: try writeSingularValues(index, operation)
    case .factorisation: try writeFactorisation(index)
    case .inverse, .pseudoInverse, .ridge: try writeInverse(index, operation)
    default:
      if isGeometric(index) { try writeGeometric(index) } else { try writeComputed(index) }
    }
    if growing.contains(index), case .number(let value, let ratio) = values.steps[index] {
      writeGrowth(index, value, ratio)
    }
    try writeConditions(index)
  }

  // MARK: What a step is

  /// What a step is, by the formal operations on `operands`; nil when it is characterised instead.
  func expression(_ index: Int, _ name: (Int) -> String) throws(Rejection) -> String? {
    let step = entry.program.steps[index]
    let operands = step.operands.map(name)
    let constants = step.constants
    switch step.operation {
    case .number: return "(\(constants[0]))"
    case .vertices: return constants.first.map(CoqText.number) ?? piece.sizes.first?.name ?? "r"
    case .symbol: return CoqText.name(constants[0])
    case .add: return "\(operands[0]) + \(operands[1])"
    case .subtract: return "\(operands[0]) - \(operands[1])"
    case .multiply: return "\(operands[0]) * \(operands[1])"
    case .divide: return "\(operands[0]) / \(operands[1])"
    case .negate: return "- \(operands[0])"
    case .power: return power(operands[0], constants)
    case .root: return "sqrt \(operands[0])"
    case .trace: return "trace \(ground) \(operands[0])"
    case .rows: return "count \(ground) (rows \(operands[0]))"
    case .columns: return "count \(ground) (cols \(operands[0]))"
    case .entry:
      let matrix = try table(step.operands[0])
      let row = Self.subset(constants[0], matrix.rows[0])
      let column = Self.subset(constants[1], matrix.columns[0])
      return "dense \(operands[0]) (0%nat, \(row)) (0%nat, \(column))"
    case .identity: return "identity \(kinds(try table(index).rows))"
    case .ones:
      let value = try table(index)
      return "ones \(kinds(value.rows)) \(kinds(value.columns))"
    case .table: return literal(step).map(coq)
    case .incidence, .adjacency, .weightings: return step.operation.rawValue
    case .sum, .difference, .stack, .scale, .hadamard, .kronecker:
      return "\(step.operation.rawValue) \(operands[0]) \(operands[1])"
    case .product: return "product \(ground) \(operands[0]) \(operands[1])"
    case .transpose, .relu, .diagonal: return "\(step.operation.rawValue) \(operands[0])"
    case .unitRows: return "unit_rows \(ground) \(operands[0])"
    case .rank, .nuclear, .factorisation, .inverse, .pseudoInverse, .ridge: return nil
    case .spectrum, .positives, .zeros, .negatives, .least, .greatest: return nil
    }
  }

  /// The matrix that a step `table` writes out.
  private func literal(_ step: UniformProof.Step) -> UniformProof.Matrix? {
    UniformProof.Table(step).map { table in
      UniformProof.Matrix(
        rows: table.rows, columns: table.columns,
        blocks: table.entries.map { $0.map(String.init) }, denominator: nil)
    }
  }

  /// What characterises a step that is not computed.
  func relation(_ index: Int, _ name: (Int) -> String) -> String {
    let step = entry.program.steps[index]
    switch step.operation {
    case .spectrum:
      let list = (try? spectrum(index)).map(Self.list) ?? "[]"
      return "spectrum \(ground) \(name(step.operands[0])) \(list)"
    case .positives, .zeros, .negatives, .least, .greatest:
      // `zeros` is a matrix in the library.
      let kind = step.operation == .zeros ? "nulls" : step.operation.rawValue
      let matrix = entry.program.steps[step.operands[0]].operands[0]
      return "\(kind) \(ground) \(name(matrix)) \(name(index))"
    default:
      let all = (step.operands.map(name) + [name(index)]).joined(separator: " ")
      return "\(step.operation.rawValue) \(ground) \(all)"
    }
  }

  private func power(_ base: String, _ constants: [String]) -> String {
    let exponent = Int(constants[0]) ?? 0
    if constants.count == 3, let first = entry.layers {
      return "powerRZ \(base) ((\(exponent)) * Z.of_nat (\(first) + further) + (\(constants[2])))"
    }
    return exponent < 0 ? "/ \(base) ^ \(-exponent)" : "\(base) ^ \(exponent)"
  }

  /// The n-th subset, n from 1, as the kernel counts: vertices, or the edges of the first vertex.
  static func subset(_ place: String, _ type: UniformProof.Index) -> String {
    let place = Int(place) ?? 1
    return switch type.vertexSubset {
    case 0: "nothing"
    case 1: "vertex \(place - 1)"
    default: "edge 0 \(place)"
    }
  }

  // MARK: Steps that are computed

  private mutating func writeComputed(_ index: Int) throws(Rejection) {
    let current = entry.program.steps[index]
    let (name, type, value) =
      switch values.steps[index] {
      case .number(let value, _): (step(index), "R", coq(value))
      case .matrix(let matrix): (step(index), "matrix", coq(matrix))
      case .spectrum: (step(index), "", "")
      }
    guard let expression = try expression(index, step) else { return }
    write("Definition \(name) : \(type) := \(expression).")
    write("Lemma \(name)_value : \(name) = \(value).")
    let closing =
      switch current.operation {
      case .root: "apply Statements.root_by; numbers"
      case .trace, .rows, .columns, .entry: "compute_entries; numbers"
      case .relu: "rectified numbers"
      case .unitRows: try unitRows(index)
      default: type == "R" ? "numbers" : "matrices numbers"
      }
    // An identity does not mention the number of its rows.
    let used = [.identity, .ones].contains(current.operation) ? [] : current.operands
    let needsSets = [.trace, .rows, .columns, .product, .unitRows].contains(current.operation)
    write(
      "Proof. unfold \(name).\(needsSets ? knowing : "")\(rewriting(used)) \(closing). Qed.")
  }

  /// The rows of X are <X, V> times those of V, which have norm one.
  private mutating func unitRows(_ index: Int) throws(Rejection) -> String {
    let matrix = try table(entry.program.steps[index].operands[0])
    let factors = try values.rowProducts(matrix, table(index)).map(coq)
    return "unit_rows_are [\(factors.joined(separator: "; "))] numbers"
  }

  // MARK: Numbers that change with L

  /// `step = c q^further`, which for most numbers has q = 1.
  private mutating func writeGrowth(_ index: Int, _ value: String, _ ratio: String) {
    let name = step(index)
    let growth = "\(coqOperand(value)) * \(coqOperand(ratio)) ^ further"
    write(
      "Lemma \(name)_growth : \(name) = \(growth).",
      ratio == "1"
        ? "Proof. rewrite \(name)_value, pow1; ring. Qed."
        : "Proof. exact \(name)_value. Qed.")
  }

  private mutating func writeGeometric(_ index: Int) throws(Rejection) {
    let current = entry.program.steps[index]
    let (value, ratio) = try number(index)
    guard let expression = try expression(index, step) else { return }
    write("Definition \(step(index)) : R := \(expression).")
    write(
      "Lemma \(step(index))_value : \(step(index))",
      "  = \(coqOperand(value)) * \(coqOperand(ratio)) ^ further.")
    var seen: Set<Int> = []
    let growth = current.operands.filter { seen.insert($0).inserted }
      .map { "!\(step($0))_growth" }.joined(separator: ", ")
    switch current.operation {
    case .add, .subtract, .multiply, .negate:
      let lemma = "geometric_\(current.operation.rawValue)"
      write(
        "Proof. unfold \(step(index)). rewrite \(growth). apply \(lemma); numbers. Qed.")
    case .divide:
      write(
        "Proof. unfold \(step(index)). rewrite \(growth).",
        "  apply geometric_divide; numbers. Qed.")
    case .power where current.constants.count == 3:
      try writePowerOfLayers(current, index)
    case .power where Int(current.constants[0]).map { $0 > 0 } == true:
      write("Proof. unfold \(step(index)). rewrite \(growth). apply geometric_power; numbers. Qed.")
    default:
      throw Rejection.export(
        "a\(index + 1) = \(current)", expected: "a number that is the same for all L",
        found: "a power of L")
    }
  }

  /// a^(n L + m) = a^(n L₀ + m) (aⁿ)^further.
  private mutating func writePowerOfLayers(
    _ current: UniformProof.Step, _ index: Int
  ) throws(Rejection) {
    let base = current.operands[0]
    let exponent = Int(current.constants[0]) ?? 0
    let first = exponent * (entry.layers ?? 0) + (Int(current.constants[2]) ?? 0)
    let text = coqOperand(try number(base).value)
    write(
      "Proof.", "  unfold \(step(index)). rewrite \(step(base))_value.",
      "  rewrite (power_layers _ _ _ _ _ (\(first))%Z) by (first [reflexivity | numbers]).",
      "  apply geometric_value.")
    for power in [first, exponent] {
      let plain = power < 0 ? "/ \(text) ^ \(-power)" : "\(text) ^ \(power)"
      write("  - change (powerRZ \(text) (\(power))) with (\(plain)). numbers.")
    }
    write("Qed.")
  }
}
