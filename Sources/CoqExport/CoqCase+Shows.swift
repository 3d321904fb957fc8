import Certificates

extension CoqCase {
  /// The proposition that a line `show …` states.
  func proposition(_ show: UniformProof.Show, _ name: (Int) -> String) -> String {
    switch show {
    case .relation(let left, let relation, let right):
      let sign = relation == "!=" ? "<>" : relation
      return "\(name(left)) \(sign) \(name(right))"
    case .spectrum(let matrix, let pairs):
      let list = pairs.map { "(\(name($0.value)), \(name($0.multiplicity)))" }
      return "spectrum r \(name(matrix)) [\(list.joined(separator: "; "))]"
    case .regular(let matrix, let parameters):
      return "strongly_regular r \(name(matrix)) "
        + parameters.map(name).joined(separator: " ")
    case .below(let it):
      let steps = [it.base, it.last, it.nuclear, it.rank, it.pseudoInverse, it.inverse]
      let all = steps.map(name).joined(separator: " ")
      return it.isForAllLayers
        ? "forall L, (\(it.layers) <= L)%nat -> below_at r \(all) L"
        : "below_at r \(all) \(it.layers)"
    }
  }

  /// The theorem `show_N`.
  mutating func writeShow(_ index: Int) throws(Rejection) {
    let show = entry.program.shows[index]
    let name = "show_\(index + 1)"
    write("", "(** \(CoqText.comment("show \(show)")) *)")
    let theorem = "Theorem \(name) : \(proposition(show, step))."
    switch show {
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
        "Proof. unfold strongly_regular.\(rewriting([matrix] + parameters)) regular numbers. Qed.")
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
    // An entry that differs everywhere.
    let other = try table(right)
    for (block, pair) in zip(matrix.blocks, other.blocks).enumerated() {
      for (size, (x, y)) in zip(pair.0, pair.1).enumerated() {
        let sign = try values.sign(matrix.fraction(x), minus: other.fraction(y))
        guard let sign, sign != 0 else { continue }
        let (row, column) = (block / matrix.columns.count, block % matrix.columns.count)
        write(
          theorem, "Proof.", " \(rewriting([left, right])) intros E.",
          "  apply (f_equal (fun X => entry X \(row) \(column) \(size))) in E.",
          "  revert E. compute_entries. numbers.", "Qed.")
        return
      }
    }
    throw Rejection.export("show", expected: "an entry that differs everywhere", found: "none")
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
      "  split; [each_entry numbers | split; [matrices numbers|]].",
      "  compute_entries. numbers.", "Qed.")
    if it.isForAllLayers {
      write(
        theorem, "Proof.", "  apply below_from; [exact \(name)_first | lia | |].",
        "  -\(rewriting([it.rank])) numbers.",
        "  -\(rewriting([it.rank, it.base])) compute_entries. numbers.", "Qed.")
    } else {
      write(theorem, "Proof. exact \(name)_first. Qed.")
    }
  }

  // MARK: All together

  /// One theorem that says what everything is, from the definitions to what is shown.
  mutating func writeStatement() {
    func name(_ index: Int) -> String { "a\(index + 1)" }
    var statement: [String] = []
    var proof: [String] = []
    for index in entry.program.steps.indices {
      let counts = (try? counts(index, name)) ?? []
      for (place, count) in counts.enumerated() {
        statement.append("\(count) /\\")
        proof.append("split; [exact \(step(index))_count_\(place + 1)|].")
      }
      if let expression = (try? expression(index, name)) ?? nil {
        statement.append("forall \(name(index)), \(name(index)) = \(expression) ->")
        proof.append("is_step \(step(index)).")
      } else {
        statement.append("exists \(name(index)), \(relation(index, name)) /\\")
        proof.append("exists \(step(index)). split; [exact \(step(index))_is|].")
      }
    }
    let shows = entry.program.shows.map { "(\(proposition($0, name)))" }
    statement.append(shows.joined(separator: " /\\\n  "))
    for index in entry.program.shows.indices.dropLast() {
      proof.append("split; [exact show_\(index + 1)|].")
    }
    proof.append("exact show_\(entry.program.shows.count).")
    write("", "(** All of it in one statement, from the definitions. *)", "Theorem statement :")
    lines += statement.dropLast().map { "  " + $0 }
    lines += ["  " + (statement.last ?? "True") + ".", "Proof."]
    lines += proof.map { "  " + $0 }
    write("Qed.")
  }
}

extension UniformProof.Matrix {
  /// An entry with the denominator.
  fileprivate func fraction(_ numerator: String) -> String {
    denominator.map { "(\(numerator))/(\($0))" } ?? numerator
  }
}
