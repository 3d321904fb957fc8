extension UniformProof {
  /// Checks every step of every case, and what they show.
  ///
  /// - Throws: The first line that does not hold.
  public func replay() throws(Rejection) {
    try replay(SymbolWork())
  }

  /// The same with another limit of what is computed.
  func replay(_ work: SymbolWork) throws(Rejection) {
    _ = try replayed(fillingIn: false, work)
  }

  /// The same proof with the value of every step, where `replay` computes those that are not given.
  ///
  /// - Throws: The first line that does not hold.
  public func complete() throws(Rejection) -> UniformProof {
    UniformProof(
      claim: claim, statement: statement, refutes: refutes,
      cases: try replayed(fillingIn: true, SymbolWork()))
  }

  private func replayed(fillingIn: Bool, _ work: SymbolWork) throws(Rejection) -> [Case] {
    var result: [Case] = []
    for (index, entry) in cases.enumerated() {
      func inCase(_ error: Rejection) -> Rejection {
        Rejection(
          error.rule, "case \(index + 1), \(error.place)", expected: error.expected,
          found: error.found)
      }
      var last: UniformReplay?
      do {
        for range in try entry.ranges() {
          var replay = try UniformReplay(entry, on: range, work)
          try replay.run()
          last = replay
        }
      } catch { throw inCase(error) }
      if fillingIn, let last { result.append(last.filledIn) }
    }
    return result
  }
}

extension UniformProof.Case {
  /// The ranges of r that are replayed one after the other, the open one last.
  fileprivate func ranges() throws(Rejection) -> [VertexRange] {
    guard singles.allSatisfy({ $0 >= 1 }), first.map({ $0 >= 4 }) ?? true else {
      throw Rejection(
        .statement, "the range of r", expected: "r ≥ 1, and r ≥ 4 for all from there on",
        found: "a smaller one")
    }
    if singles.isEmpty && first == nil { return [.none] }
    return singles.map { .single($0) } + (first.map { [.from($0)] } ?? [])
  }
}

extension UniformReplay {
  /// The case with the values of all steps, as they are for the range of this replay.
  fileprivate var filledIn: UniformProof.Case {
    let texts = zip(entry.values, values).map { given, value -> UniformProof.Value? in
      if let given { return given }
      switch value {
      case .number(let number, _): return .number(ring.text(number))
      case .matrix(let matrix): return .matrix(text(matrix))
      }
    }
    return UniformProof.Case(
      singles: entry.singles, first: entry.first, layers: entry.layers, program: entry.program,
      roots: entry.roots, values: texts)
  }
}
