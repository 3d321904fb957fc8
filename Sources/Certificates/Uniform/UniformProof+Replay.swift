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
        for ranges in try entry.ranges() {
          var replay = try UniformReplay(entry, on: ranges, work)
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
  /// Every combination of a range of each size, which are replayed one after the other; those with all
  /// sizes open last.
  fileprivate func ranges() throws(Rejection) -> [SizeRanges] {
    var result: [SizeRanges] = [[]]
    for size in sizes {
      guard (size.singles + [size.first ?? 1]).allSatisfy({ $0 >= 1 }),
        !size.singles.isEmpty || size.first != nil
      else {
        throw Rejection(
          .statement, "the range of \(size.name)", expected: "\(size.name) ≥ 1",
          found: "a smaller one, or none")
      }
      let choices =
        size.singles.map { SizeRange.single($0) } + (size.first.map { [.from($0)] } ?? [])
      guard result.count * choices.count <= 1000 else {
        throw Rejection(
          .limit, "the ranges of a case", expected: "at most 1000 combinations", found: "more")
      }
      result = result.flatMap { list in choices.map { list + [$0] } }
    }
    return result
  }
}

extension UniformReplay {
  /// The case with the values of all steps, as they are for the ranges of this replay.
  fileprivate var filledIn: UniformProof.Case {
    let texts = zip(entry.values, values).map { given, value -> UniformProof.Value? in
      if let given { return given }
      switch value {
      case .number(let number, _): return .number(ring.text(number))
      case .matrix(let matrix): return .matrix(text(matrix))
      // It is always given.
      case .spectrum: return nil
      }
    }
    return UniformProof.Case(
      sizes: entry.sizes, layers: entry.layers, program: entry.program,
      roots: entry.roots, values: texts)
  }
}
