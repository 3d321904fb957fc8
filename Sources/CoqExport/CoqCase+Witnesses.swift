import Certificates

extension CoqCase {
  /// A matrix with a name of its own, and how it is written.
  struct Named {
    let name: String
    let value: UniformProof.Matrix
  }

  /// An eigenvalue: as the library's definitions have it, as the kernel writes it, how often.
  struct Eigenvalue {
    let term: String
    let value: String
    let multiplicity: String
  }

  mutating func define(_ name: String, _ matrix: UniformProof.Matrix) -> Named {
    write("Definition \(name) : matrix := \(coq(matrix)).")
    return Named(name: name, value: matrix)
  }

  static func list(_ values: [Eigenvalue]) -> String {
    "[" + values.map { "(\($0.term), \($0.multiplicity))" }.joined(separator: "; ") + "]"
  }

  /// `NAME_annihilated`: the product of all M - v is zero; one factor after the other.
  mutating func writeAnnihilated(
    _ name: String, _ matrix: Named, _ eigenvalues: [Eigenvalue]
  ) throws(Rejection) {
    write(
      "Lemma \(name)_annihilated : annihilator \(ground) \(matrix.name) \(Self.list(eigenvalues))",
      "  = zeros (rows \(matrix.name)) (rows \(matrix.name)).", "Proof.",
      " \(knowing) cbn [annihilator].")
    var factors: [UniformProof.Matrix] = []
    var replaced: Set<String> = []
    for eigenvalue in eigenvalues {
      let factor = try values.shifted(matrix.value, by: values.negated(eigenvalue.value))
      factors.append(factor)
      if replaced.insert(eigenvalue.term).inserted {
        write(
          "  replace (shifted \(matrix.name) (\(eigenvalue.term)))",
          "    with (\(coq(factor))) by (unfold \(matrix.name); matrices numbers).")
      }
    }
    // From the last factor to the second; the product with the first is zero.
    if var product = factors.last, factors.count > 2 {
      for factor in factors[1..<(factors.count - 1)].reversed() {
        let next = try values.product(product, factor)
        write(
          "  replace (product \(knownGround) (\(coq(product))) (\(coq(factor))))",
          "    with (\(coq(next))) by (matrices numbers).")
        product = next
      }
    }
    write("  unfold \(matrix.name). matrices numbers.", "Qed.")
  }

  /// `NAME_spectrum`: a matrix is symmetric, annihilated, and has the traces of its multiplicities.
  mutating func writeSpectrum(
    _ name: String, _ matrix: Named, _ eigenvalues: [Eigenvalue]
  ) throws(Rejection) {
    try writeAnnihilated(name, matrix, eigenvalues)
    let list = Self.list(eigenvalues)
    let (relation, rest) =
      sets == nil ? ("spectrum", "split; [|listed counted].") : ("spectral_equations", "")
    write(
      "Lemma \(name)_\(sets == nil ? "spectrum" : "equations") : "
        + "\(relation) \(ground) \(matrix.name) \(list).",
      "Proof.",
      "  split; [unfold \(matrix.name); matrices numbers | split; [exact \(name)_annihilated|]].",
      "  \(rest)\(knowing) cbn [map seq length power].")
    var power = matrix.value
    var term = matrix.name
    for _ in 2..<max(2, eigenvalues.count) {
      let next = try values.product(power, matrix.value)
      write(
        "  replace (product \(knownGround) \(term) \(matrix.name))",
        "    with (\(coq(next))) by (unfold \(matrix.name); matrices numbers).")
      power = next
      term = "(\(coq(next)))"
    }
    write("  unfold \(matrix.name). matrices numbers.", "Qed.")
    guard sets != nil else { return }
    write(
      "Lemma \(name)_spectrum : spectrum sets \(matrix.name) \(list).",
      "Proof. apply spectrum_by; [exact sets_natural | exact \(name)_equations | "
        + "listed counted]. Qed.")
  }

  /// `NAME_gram : gram r M = NAME_matrix`.
  mutating func writeGram(_ name: String, of operand: Int) throws(Rejection) -> Named {
    let matrix = try table(operand)
    let gram = define("\(name)_matrix", try values.product(matrix.transposed, matrix))
    write(
      "Lemma \(name)_gram : gram \(ground) \(step(operand)) = \(gram.name).",
      "Proof. unfold gram, \(gram.name).\(knowing)\(rewriting([operand])) matrices numbers. Qed.")
    return gram
  }

  /// The sum of the multiplicities, or of the values with their multiplicities.
  private mutating func define(_ index: Int, sum terms: [String]) throws(Rejection) {
    let name = step(index)
    let sum = terms.isEmpty ? "0" : terms.joined(separator: " + ")
    write(
      "Definition \(name) : R := \(sum).",
      "Lemma \(name)_value : \(name) = \(coq(try number(index).value)).",
      "Proof. unfold \(name). numbers. Qed.")
  }

  /// The rank, or the nuclear norm, from the spectrum of MᵀM.
  mutating func writeSingularValues(
    _ index: Int, _ operation: UniformProof.Operation
  ) throws(Rejection) {
    guard case .spectrum(let pairs)? = entry.values[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a spectrum", found: "another value")
    }
    let operand = entry.program.steps[index].operands[0]
    let name = step(index)
    let gram = try writeGram(name, of: operand)
    guard operation == .rank else {
      var squares: [Eigenvalue] = []
      var terms: [String] = []
      var singular: [String] = []
      for pair in pairs {
        let (value, multiplicity) = (
          coqOperand(pair.value), coqOperand(pair.multiplicity)
        )
        squares.append(
          Eigenvalue(
            term: "\(value) * \(value)", value: try values.product(pair.value, pair.value),
            multiplicity: multiplicity))
        terms.append("\(multiplicity) * \(value)")
        singular.append("(\(value), \(multiplicity))")
      }
      try writeSpectrum(name, gram, squares)
      try define(index, sum: terms)
      if sets != nil {
        write(
          "Lemma \(name)_is : nuclear sets \(step(operand)) \(name).", "Proof.",
          "  replace \(name) with (Spectra.moment [\(singular.joined(separator: "; "))] 1)",
          "    by (unfold \(name); compute_entries; numbers).",
          "  apply nuclear_by; [exact sets_natural | rewrite \(name)_gram; "
            + "exact \(name)_equations | listed numbers].", "Qed.")
        return
      }
      write(
        "Lemma \(name)_is : nuclear r \(step(operand)) \(name).", "Proof.",
        "  exists [\(singular.joined(separator: "; "))].",
        "  rewrite \(name)_gram. split; [exact \(name)_spectrum|].",
        "  split; [listed numbers | unfold \(name); compute_entries; numbers].", "Qed.")
      return
    }
    var (zero, rest): ([Eigenvalue], [Eigenvalue]) = ([], [])
    for pair in pairs {
      let eigenvalue = Eigenvalue(
        term: coqOperand(pair.value), value: pair.value,
        multiplicity: coqOperand(pair.multiplicity))
      if try values.sign(pair.value) == 0 {
        zero.append(eigenvalue)
      } else {
        rest.append(eigenvalue)
      }
    }
    try writeSpectrum(name, gram, zero + rest)
    try define(index, sum: rest.map(\.multiplicity))
    write(
      "Lemma \(name)_is : rank r \(step(operand)) \(name).", "Proof.",
      "  exists \(Self.list(zero)), \(Self.list(rest)).",
      "  rewrite \(name)_gram. split; [exact \(name)_spectrum|].",
      "  split; [listed numbers | split; [listed numbers|]].",
      "  unfold \(name). compute_entries. numbers.", "Qed.")
  }

  /// The nuclear norm by a polar decomposition M = U S.
  mutating func writeFactorisation(_ index: Int) throws(Rejection) {
    guard case .polar(let factor, let root, let eigenvalues)? = entry.values[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a polar decomposition", found: "another")
    }
    let operand = entry.program.steps[index].operands[0]
    let name = step(index)
    let u = define("\(name)_factor", factor)
    let s = define("\(name)_root", root)
    let list = eigenvalues.map {
      Eigenvalue(term: coqOperand($0), value: $0, multiplicity: "0")
    }
    try writeAnnihilated(name, s, list)
    let projector = try values.product(factor.transposed, factor)
    write(
      "Definition \(name) : R := trace r \(s.name).",
      "Lemma \(name)_value : \(name) = \(coq(try number(index).value)).",
      "Proof. unfold \(name), \(s.name). compute_entries; numbers. Qed.",
      "Lemma \(name)_is : factorisation r \(step(operand)) \(name).", "Proof.",
      "  exists \(u.name), \(s.name), \(Self.list(list)).\(rewriting([operand]))",
      "  replace (gram r \(u.name)) with (\(coq(projector)))",
      "    by (unfold gram, \(u.name); matrices numbers).",
      "  split; [unfold \(u.name), \(s.name); matrices numbers|].",
      "  split; [unfold \(s.name); matrices numbers | split; [matrices numbers|]].",
      "  split; [unfold \(s.name); matrices numbers | split; [exact \(name)_annihilated|]].",
      "  split; [listed numbers | reflexivity].", "Qed.")
  }

  /// A matrix that is given, with the equations that make it an inverse or the ridge solution.
  mutating func writeInverse(
    _ index: Int, _ operation: UniformProof.Operation
  ) throws(Rejection) {
    let name = step(index)
    let operands = entry.program.steps[index].operands
    let value = define(name, try table(index)).value
    let matrix = try table(operands[0])
    write(
      "Lemma \(name)_value : \(name) = \(coq(value)).", "Proof. reflexivity. Qed.")
    if operation == .pseudoInverse {
      for (side, left, right) in [("left", operands[0], index), ("right", index, operands[0])] {
        let product = try values.product(table(left), table(right))
        write(
          "Lemma \(name)_\(side) : product \(ground) \(step(left)) \(step(right))",
          "  = \(coq(product)).",
          "Proof.\(knowing)\(rewriting([left, right])) matrices numbers. Qed.")
      }
    }
    write("Lemma \(name)_is : \(relation(index, step)).", "Proof.")
    switch operation {
    case .pseudoInverse:
      write(
        "  unfold pseudo_inverse. rewrite !\(name)_left, !\(name)_right."
          + knowing + rewriting([operands[0], index]),
        "  split; [matrices numbers | split; [matrices numbers | split; matrices numbers]].")
    case .inverse:
      write(
        "  unfold inverse.\(knowing)\(rewriting([operands[0], index])) split; matrices numbers.")
    default:
      let decay = try values.product(values.columns(of: matrix), number(operands[1]).value)
      let system = try values.shifted(
        values.product(matrix, matrix.transposed), by: decay)
      write(
        "  unfold ridge.\(rewriting(operands + [index])) split; [numbers|].",
        "  do 2 (split; [reflexivity|]).",
        "  lazymatch goal with |- product _ _ ?system = _ =>",
        "    replace system with (\(coq(system))) by (matrices numbers) end.",
        "  matrices numbers.")
    }
    write("Qed.")
  }
}
