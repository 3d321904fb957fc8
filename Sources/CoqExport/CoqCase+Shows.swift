import Certificates

extension CoqCase {
  /// The proposition that a line `show …` states.
  func proposition(
    _ show: UniformProof.Show, _ name: (Int) -> String, vertices: String = "vertices"
  ) -> String {
    func bare(_ index: Int) -> String { CoqText.bare(name(index)) }
    switch show {
    case .relation(let left, "!=", let right):
      if case .matrix = values.steps[left] {
        return "differ \(vertices) \(name(left)) \(name(right))"
      }
      return "\(bare(left)) <> \(bare(right))"
    case .relation(let left, let relation, let right):
      return "\(bare(left)) \(relation) \(bare(right))"
    case .spectrum(let matrix, let pairs):
      let list = pairs.map { "(\(bare($0.value)), \(bare($0.multiplicity)))" }
      return "spectrum \(ground) \(name(matrix)) [\(list.joined(separator: "; "))]"
    case .determinant(let spectrum, let powers):
      let matrix = entry.program.steps[spectrum].operands[0]
      let list = powers.map { "(\(bare($0.value)), \(bare($0.multiplicity)))" }
      return "determinant \(ground) \(name(matrix)) [\(list.joined(separator: "; "))]"
    case .regular(let matrix, let parameters):
      return "strongly_regular \(ground) \(name(matrix)) "
        + parameters.map(name).joined(separator: " ")
    case .below(let it) where it.layers == 2:
      // N stands in the place of B.
      let (last, nuclear, inverse) = (name(it.last), name(it.nuclear), name(it.inverse))
      let features = "(relu \(last))"
      return "nuclear \(ground) \(last) \(nuclear) /\\ "
        + "inverse \(ground) (product \(ground) (transpose \(features)) \(features)) \(inverse) /\\ "
        + "below_two \(ground) \(last) \(nuclear) \(inverse)"
    case .below(let it):
      let steps = [it.base, it.last, it.nuclear, it.rank, it.pseudoInverse, it.inverse]
      let all = steps.map(name).joined(separator: " ")
      let features = "(relu \(name(it.last)))"
      // What the numbers and matrices are; `below_at` compares them.
      return "nuclear r \(name(it.base)) \(name(it.nuclear)) /\\ "
        + "rank r \(name(it.base)) \(name(it.rank)) /\\ "
        + "pseudo_inverse r \(name(it.base)) \(name(it.pseudoInverse)) /\\ "
        + "inverse r (product r (transpose \(features)) \(features)) \(name(it.inverse)) /\\ "
        + (it.isForAllLayers
          ? "forall L, (\(it.layers) <= L)%nat -> below_at r \(all) L"
          : "below_at r \(all) \(it.layers)")
    }
  }

  /// The theorem `show_N`.
  mutating func writeShow(_ index: Int) throws(Rejection) {
    let show = entry.program.shows[index]
    let name = "show_\(index + 1)"
    write("", "(** \(CoqText.comment("show \(show)")) *)")
    let theorem = "Theorem \(name) : \(proposition(show, step))."
    switch show {
    case .determinant(let spectrum, let powers):
      try writeDeterminant(theorem, name, spectrum, powers)
    case .below(let it) where it.layers == 2:
      write(
        theorem, "Proof.",
        "  split; [exact \(step(it.nuclear))_is|]. split; [exact \(step(it.inverse))_is|].",
        "  unfold below_two.\(knowing)\(rewriting([it.last, it.nuclear, it.inverse])) "
          + "compute_entries. numbers.", "Qed.")
    case .below where sets != nil:
      throw Rejection.export(
        "show \(show)", expected: "two layers, which the library in Coq knows of tuples",
        found: "more")
    case .relation(let left, let relation, let right):
      if case .matrix(let matrix) = values.steps[left] {
        try writeMatrices(theorem, left, matrix, relation, right)
      } else if isGeometric(left) || isGeometric(right) {
        try writeGeometric(theorem, left, relation, right)
      } else {
        write(theorem, "Proof.\(rewriting([left, right])) numbers. Qed.")
      }
    case .spectrum(let matrix, let pairs):
      let named = define("\(name)_matrix", try table(matrix))
      var eigenvalues: [Eigenvalue] = []
      for pair in pairs {
        let value = try number(pair.value).value
        // As `rewrite` leaves it.
        eigenvalues.append(
          Eigenvalue(
            term: coq(value), value: value,
            multiplicity: coq(try number(pair.multiplicity).value)))
      }
      try writeSpectrum(name, named, eigenvalues)
      let steps = [matrix] + pairs.flatMap { [$0.value, $0.multiplicity] }
      write(theorem, "Proof.\(rewriting(steps)) exact \(name)_spectrum. Qed.")
    case .regular(let matrix, let parameters):
      write(
        theorem,
        "Proof. unfold strongly_regular.\(knowing)\(rewriting([matrix] + parameters)) "
          + "regular numbers. Qed.")
    case .below(let below): try writeBelow(theorem, name, below)
    }
  }

  // MARK: Relations

  private mutating func writeMatrices(
    _ theorem: String, _ left: Int, _ matrix: UniformProof.Matrix, _ relation: String, _ right: Int
  ) throws(Rejection) {
    if relation == "=" {
      write(theorem, "Proof.\(rewriting([left, right])) matrices numbers. Qed.")
      return
    }
    guard sets == nil else {
      throw Rejection.export(
        "show", expected: "an equality of matrices over tuples", found: "an inequality")
    }
    // An entry that differs everywhere, at a row and a column that there are for the least r.
    let other = try table(right)
    for (block, pair) in zip(matrix.blocks, other.blocks).enumerated() {
      for (meet, (x, y)) in zip(pair.0, pair.1).enumerated() {
        let sign = try values.sign(matrix.fraction(x), minus: other.fraction(y))
        let (row, column) = (block / matrix.columns.count, block % matrix.columns.count)
        guard let sign, sign != 0,
          let pair = Self.subsets(
            matrix.rows[row].vertexSubset ?? 0, matrix.columns[column].vertexSubset ?? 0,
            meet: meet, of: piece.least)
        else { continue }
        let (p, q) = ("(\(row)%nat, \(pair.0))", "(\(column)%nat, \(pair.1))")
        let steps = rewriting([left, right])
        write(
          theorem, "Proof.", "  exists \(p), \(q).\(steps)",
          "  do 4 (split; [valid_by least|]). compute_entries. numbers.", "Qed.")
        return
      }
    }
    throw Rejection.export("show", expected: "an entry that differs everywhere", found: "none")
  }

  /// Two subsets of given sizes with so many vertices in common; nil when there are none.
  private static func subsets(
    _ k: Int, _ m: Int, meet: Int, of vertices: Int
  ) -> (String, String)? {
    func subset(_ members: ArraySlice<Int>) -> String {
      switch Array(members) {
      case let pair where pair.count == 2: "edge \(pair[0]) \(pair[1])"
      case let one where one.count == 1: "vertex \(one[0])"
      default: "nothing"
      }
    }
    let all = Array(0..<(k + m - meet))
    guard all.count <= vertices else { return nil }
    return (subset(all[..<k]), subset(all[(k - meet)...]))
  }

  /// Both sides c q^further.
  private mutating func writeGeometric(
    _ theorem: String, _ left: Int, _ relation: String, _ right: Int
  ) throws(Rejection) {
    let steps = left == right ? [left] : [left, right]
    let growth = steps.map { "!\(step($0))_growth" }.joined(separator: ", ")
    write(theorem, "Proof.", "  rewrite \(growth).")
    if relation == "=" {
      write("  apply geometric_value; numbers. Qed.")
      return
    }
    let isTurned = relation.hasPrefix(">")
    let isStrict = !relation.hasSuffix("=")
    let turn = isTurned ? (isStrict ? "Rlt_gt, " : "Rle_ge, ") : ""
    write("  apply \(turn)\(isStrict ? "geometric_less" : "geometric_at_most"); numbers.", "Qed.")
  }

  // MARK: Losses

  private mutating func writeBelow(
    _ theorem: String, _ name: String, _ it: UniformProof.Below
  ) throws(Rejection) {
    let weights = try values.product(table(it.last), table(it.pseudoInverse))
    let form = try values.product(weights.transposed, weights)
    let steps = [it.base, it.last, it.nuclear, it.rank, it.pseudoInverse, it.inverse]
    let all = steps.map(step).joined(separator: " ")
    write(
      "Lemma \(name)_weights : product r \(step(it.last)) \(step(it.pseudoInverse))",
      "  = \(coq(weights)).",
      "Proof.\(rewriting([it.last, it.pseudoInverse])) matrices numbers. Qed.",
      "Lemma \(name)_form : product r (transpose (\(coq(weights))))",
      "    (\(coq(weights)))", "  = \(coq(form)).",
      "Proof. matrices numbers. Qed.",
      "Lemma \(name)_first : below_at r \(all) \(it.layers).", "Proof.",
      "  unfold below_at. cbv zeta. rewrite !\(name)_weights, !\(name)_form."
        + rewriting([it.base, it.last, it.nuclear, it.rank, it.inverse]),
      "  split; [lia | split; [each_entry numbers | split; [matrices numbers|]]].",
      "  compute_entries. numbers.", "Qed.")
    write(theorem, "Proof.")
    for relation in [it.nuclear, it.rank, it.pseudoInverse, it.inverse] {
      write("  split; [exact \(step(relation))_is|].")
    }
    if it.isForAllLayers {
      write(
        "  apply below_from; [exact \(name)_first | |].",
        "  -\(rewriting([it.rank])) numbers.",
        "  -\(rewriting([it.rank, it.base])) compute_entries. numbers.", "Qed.")
    } else {
      write("  exact \(name)_first.", "Qed.")
    }
  }
}

extension UniformProof.Matrix {
  /// An entry with the denominator.
  fileprivate func fraction(_ numerator: String) -> String {
    denominator.map { "(\(numerator))/(\($0))" } ?? numerator
  }
}
