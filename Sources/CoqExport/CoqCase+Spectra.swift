import Certificates

/// Eigenvalues of matrices over tuples.
extension CoqCase {
  /// The list of a step `spectrum`, as the proof writes it.
  func spectrum(_ index: Int) throws(Rejection) -> [Eigenvalue] {
    try weighted(index).map { pair in
      Eigenvalue(
        term: coq(pair.value), value: pair.value, multiplicity: coq(pair.multiplicity))
    }
  }

  private func weighted(_ index: Int) throws(Rejection) -> [UniformProof.Weighted] {
    guard case .spectrum(let pairs)? = entry.values[index] else {
      throw Rejection.export("a\(index + 1)", expected: "a spectrum", found: "another value")
    }
    return pairs
  }

  /// `step_N_is : spectrum sets M […]`
  mutating func writeSpectrumStep(_ index: Int) throws(Rejection) {
    let name = step(index)
    let operand = entry.program.steps[index].operands[0]
    let matrix = define("\(name)_matrix", try table(operand))
    try writeSpectrum(name, matrix, try spectrum(index))
    write(
      "Lemma \(name)_is : \(relation(index, step)).",
      "Proof.\(rewriting([operand])) exact \(name)_spectrum. Qed.")
  }

  // MARK: Which eigenvalues count

  /// Which of a list are so everywhere; the others are so nowhere, or there are none of them.
  private mutating func chosen(
    _ pairs: [UniformProof.Weighted], _ isCounted: (_ sign: Int?) -> Bool
  ) throws(Rejection) -> [Bool] {
    var result: [Bool] = []
    for pair in pairs {
      let (sign, number) = (try values.sign(pair.value), try values.sign(pair.multiplicity))
      result.append(number != 0 && isCounted(sign))
    }
    return result
  }

  /// `step_N := m + …`, and that it is the sum of the multiplicities that are chosen.
  private mutating func writeChosen(
    _ index: Int, _ which: [Bool], _ list: [Eigenvalue], _ theorem: String, _ tactic: String
  ) throws(Rejection) {
    let name = step(index)
    let terms = zip(which, list).filter(\.0).map { CoqText.atom($1.multiplicity) }
    let sum = terms.isEmpty ? "0" : terms.joined(separator: " + ")
    let mask = which.map { "\($0)" }.joined(separator: "; ")
    write(
      "Definition \(name) : R := \(sum).",
      "Lemma \(name)_value : \(name) = \(coq(try number(index).value)).",
      "Proof. unfold \(name). numbers. Qed.",
      "Lemma \(name)_is : \(relation(index, step)).", "Proof.",
      "  replace \(name) with (chosen [\(mask)] \(Self.list(list)))",
      "    by (unfold \(name); compute_entries; numbers).",
      "  apply \(theorem).", "  \(tactic) numbers.", "Qed.")
  }

  /// The number of eigenvalues that are positive, zero or negative.
  mutating func writeInertia(
    _ index: Int, _ operation: UniformProof.Operation
  ) throws(Rejection) {
    let spectrum = entry.program.steps[index].operands[0]
    let list = try self.spectrum(spectrum)
    let wanted = operation == .positives ? 1 : operation == .zeros ? 0 : -1
    let which = try chosen(weighted(spectrum)) { $0 == wanted }
    let (kind, predicate) =
      switch operation {
      case .positives: ("positives", "is_positive")
      case .zeros: ("nulls", "is_zero")
      default: ("negatives", "is_negative")
      }
    let matrix = step(entry.program.steps[spectrum].operands[0])
    try writeChosen(
      index, which, list, "(\(kind)_by sets \(matrix) _ \(step(spectrum))_is)",
      "chosen_by \(predicate)_true \(predicate)_false")
  }

  /// The number of eigenvalues of MᵀM that are not zero.
  mutating func writeRank(_ index: Int) throws(Rejection) {
    let name = step(index)
    let operand = entry.program.steps[index].operands[0]
    let gram = try writeGram(name, of: operand)
    let list = try spectrum(index)
    try writeSpectrum(name, gram, list)
    let which = try chosen(weighted(index)) { $0 != 0 }
    try writeChosen(
      index, which, list,
      "rank_by; [exact sets_natural | rewrite \(name)_gram; "
        + "exact \(name)_equations |]",
      "chosen_by is_not_zero_true is_not_zero_false")
  }

  /// The smallest or the largest eigenvalue.
  mutating func writeExtreme(
    _ index: Int, _ operation: UniformProof.Operation
  ) throws(Rejection) {
    let name = step(index)
    let spectrum = entry.program.steps[index].operands[0]
    let list = try self.spectrum(spectrum)
    let value = try number(index).value
    var attained: Eigenvalue?
    for (eigenvalue, pair) in zip(list, try weighted(spectrum)) {
      let gap = try values.sign(value, minus: pair.value)
      let number = try values.sign(pair.multiplicity)
      if gap == 0 && number == 1 { attained = eigenvalue }
    }
    guard let attained else {
      throw Rejection.export(
        "a\(index + 1)", expected: "an eigenvalue that the matrix has everywhere", found: value)
    }
    let matrix = step(entry.program.steps[spectrum].operands[0])
    write(
      "Definition \(name) : R := \(attained.term).",
      "Lemma \(name)_value : \(name) = \(coq(value)).", "Proof. unfold \(name). numbers. Qed.",
      "Lemma \(name)_is : \(relation(index, step)).", "Proof.",
      "  apply (\(operation.rawValue)_by sets \(matrix) \(Self.list(list)) \(step(spectrum))_is",
      "    (\(attained.term)) (\(attained.multiplicity)));",
      "    [listed_there | numbers | unfold \(name); bounded numbers].", "Qed.")
  }

  // MARK: Determinants

  /// A product of powers that is the determinant has each eigenvalue as often as the spectrum: it is one
  /// itself, perhaps but for a power of 1. With a power of 0 on both sides nothing else matters.
  mutating func writeDeterminant(
    _ theorem: String, _ name: String, _ spectrum: Int, _ powers: [UniformProof.Pair]
  ) throws(Rejection) {
    let matrix = entry.program.steps[spectrum].operands[0]
    var claimed: [UniformProof.Weighted] = []
    for power in powers {
      claimed.append(
        .init(
          value: try number(power.value).value, multiplicity: try number(power.multiplicity).value))
    }
    let steps = powers.flatMap { [$0.value, $0.multiplicity] }
    if let zero = try power(of: "0", in: weighted(spectrum)), try power(of: "0", in: claimed) != nil
    {
      write(
        theorem, "Proof.\(rewriting(steps))",
        "  eapply (determinant_zero _ _ _ \(step(spectrum))_is (\(coq(zero.multiplicity))));",
        "    [listed_there | numbers | listed counted | listed_there | numbers].", "Qed.")
      return
    }
    let one = try power(of: "1", in: weighted(spectrum))
    guard try power(of: "1", in: claimed) == nil else {
      throw Rejection.export(
        "show determinant a\(spectrum + 1)", expected: "no power of 1", found: "one")
    }
    let list = ((one.map { [$0] } ?? []) + claimed).map { pair in
      Eigenvalue(
        term: coq(pair.value), value: pair.value, multiplicity: coq(pair.multiplicity))
    }
    let named = define("\(name)_matrix", try table(matrix))
    try writeSpectrum(name, named, list)
    let proof =
      one == nil
      ? "(determinant_by _ _ _ \(name)_spectrum)"
      : "(determinant_without_one _ _ _ \(name)_spectrum _ _ eq_refl)"
    write(theorem, "Proof.\(rewriting([matrix] + steps)) exact \(proof). Qed.")
  }

  /// The power of 1 among others, or one of 0 whose exponent is positive everywhere.
  private mutating func power(
    of base: String, in powers: [UniformProof.Weighted]
  ) throws(Rejection) -> UniformProof.Weighted? {
    for power in powers {
      let gap = try values.sign(power.value, minus: base)
      let exponent = try values.sign(power.multiplicity)
      if gap == 0 && (base == "1" || exponent == 1) {
        return UniformProof.Weighted(value: base, multiplicity: power.multiplicity)
      }
    }
    return nil
  }
}
