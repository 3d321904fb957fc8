import Denotations
import Graphs
import Rational
import Statements

extension Evaluator {
  mutating func decideSpectrum(
    of matrix: Expression, _ values: [Proposition.Eigenvalue], at place: SourceLocation
  ) throws -> Outcome {
    let value = try self.matrix(matrix)
    try requireSquare(value, "the spectrum", at: place)
    var claimed: [ClaimedEigenvalue] = []
    for (index, line) in values.enumerated() {
      guard let number = try self.value(of: line.value).real else {
        throw failure(line.value.location, "expected a number")
      }
      claimed.append(
        .init(
          position: index + 1, value: number, multiplicity: try self.number(line.multiplicity),
          location: line.value.location))
    }
    for line in claimed {
      guard let multiplicity = line.multiplicity.rational, multiplicity.isInteger,
        multiplicity.sign >= 0
      else {
        return fails(
          "multiplicity of eigenvalue \(line.position)", claimed: "\(line.multiplicity)",
          actual: "a count", at: line.location)
      }
    }
    // Sums of square roots are checked without a search for the true eigenvalues.
    let list = claimed.compactMap { line -> Eigenvalue<Surd>? in
      if case .surd(let number) = line.value {
        Eigenvalue(number, multiplicity: line.multiplicity)
      } else {
        nil
      }
    }
    var known: SpectrumFailure<Surd>?
    if list.count == claimed.count,
      try limited(at: place, { try value.isSymmetric(limit: $0) })
    {
      known = try limited(at: place) { try value.failure(ofSpectrum: list, limit: $0) }
      if known == nil { return Outcome(result: .holds) }
    } else if list.count == claimed.count,
      try limited(at: place, { try value.hasCharacteristicRoots(list, limit: $0) })
    {
      return Outcome(result: .holds)
    }
    let shown = claimed.map { "\($0.value) (\($0.multiplicity))" }.joined(separator: ", ")
    if let known, !explainsFailures {
      return fails("spectrum of \(matrix.brief)", claimed: shown, actual: "\(known)", at: place)
    }
    let actual: [MatrixValue.RealEigenvalue]
    switch try limited(at: place, { try value.spectrumOrReason(limit: $0) }) {
    case .values(let values): actual = values
    case .notReal(let count):
      return fails(
        "spectrum of \(matrix.brief)", claimed: shown,
        actual: "\(count) of \(value.rows) eigenvalues are not real", at: place)
    case .unknown(let error):
      // That the claim is false may be known without the true values.
      guard let known else { return try limited(at: place) { _ in throw error } }
      return fails(
        "spectrum of \(matrix.brief)", claimed: shown, actual: "\(known)", at: place)
    }
    let outcome = mismatch(claimed, actual, at: place)
    guard outcome == nil, let known else { return outcome ?? Outcome(result: .holds) }
    throw RunError.readingsDisagree("the spectrum of \(matrix.brief): \(known)")
  }

  /// The first line of a claimed spectrum that is wrong, with the truth beside it; nil when none is.
  private func mismatch(
    _ claimed: [ClaimedEigenvalue], _ actual: [MatrixValue.RealEigenvalue],
    at place: SourceLocation
  ) -> Outcome? {
    // Values that differ as formulas can coincide for some r: what counts is their sum.
    func total(_ value: RealNumber) -> Surd {
      claimed.reduce(Surd.zero) { $1.value.order(value) == 0 ? $0 + $1.multiplicity : $0 }
    }
    let occurring = claimed.filter { !total($0.value).isZero }
    let missing = actual.filter { total($0.value).isZero }
    let wrong = occurring.filter { line in
      !actual.contains { $0.value.order(line.value) == 0 }
    }
    if let line = wrong.first {
      let what = "eigenvalue \(line.position)"
      // What the line must have meant: a true eigenvalue of the same multiplicity, and of these the one that is
      // as far from the largest as the line is among those that are wrong.
      let alike = missing.filter { Surd($0.multiplicity) == line.multiplicity }
      let rivals = alike.isEmpty ? wrong : wrong.filter { $0.multiplicity == line.multiplicity }
      let rank = rivals.count { $0.value.order(line.value) > 0 }
      guard let meant = (alike.isEmpty ? missing : alike).prefix(rank + 1).last else {
        return fails(
          what, claimed: "\(line.value)", actual: "not an eigenvalue", at: line.location)
      }
      return fails(what, line.value, meant.value, at: line.location)
    }
    for line in occurring {
      let total = total(line.value)
      guard let truth = actual.first(where: { $0.value.order(line.value) == 0 }),
        total != Surd(truth.multiplicity)
      else { continue }
      return fails(
        "multiplicity of eigenvalue \(line.position), \(line.value)", claimed: "\(total)",
        actual: "\(truth.multiplicity)", at: line.location)
    }
    guard !missing.isEmpty else { return nil }
    return fails(
      "list of eigenvalues", claimed: "\(occurring.count) values",
      actual: "also "
        + missing.map { "\($0.value) (\($0.multiplicity) times)" }.joined(separator: ", "),
      at: place)
  }

  // MARK: Interlacing

  /// The most eigenvalues that are compared one by one.
  private static let interlacingLimit = 1_000_000

  mutating func decideInterlacing(
    _ inner: Expression, _ outer: Expression, at place: SourceLocation
  ) throws -> Outcome {
    let (a, b) = (try eigenvalues(of: inner), try eigenvalues(of: outer))
    guard a.count <= b.count else {
      throw failure(
        inner.location,
        "\(a.count) eigenvalues and \(b.count) that they interlace; expected not more on the left")
    }
    for (index, value) in a.enumerated() {
      let what = "eigenvalue \(index + 1) of \(inner.brief)"
      let (upper, lower) = (b[index], b[b.count - a.count + index])
      if upper.order(value) < 0 { return fails(what, upper, value, sign: "<= ", at: place) }
      if value.order(lower) < 0 { return fails(what, lower, value, sign: ">= ", at: place) }
    }
    return Outcome(result: .holds)
  }

  /// The eigenvalues, largest first, each as often as its multiplicity.
  private mutating func eigenvalues(of matrix: Expression) throws -> [RealNumber] {
    let lines = try realEigenvalues(of: matrix, at: matrix.location)
    let count = lines.reduce(0) { $0 + $1.multiplicity }
    guard count <= Self.interlacingLimit else {
      throw refusal(
        matrix.location, "\(count) eigenvalues; the limit is \(Self.interlacingLimit)")
    }
    return lines.flatMap { Array(repeating: $0.value, count: $0.multiplicity) }
  }
}

extension MatrixValue {
  fileprivate enum Spectrum {
    case values([RealEigenvalue])
    case notReal(Int)
    /// That would take too long.
    case unknown(any Error)
  }

  fileprivate func spectrumOrReason(limit: SizeLimit) throws -> Spectrum {
    do {
      return .values(try realEigenvalues(limit: limit))
    } catch let error as SizeLimit.Exceeded {
      return .unknown(error)
    } catch Failure.matrix(let error) where error.isOfDegree {
      return .unknown(Failure.matrix(error))
    } catch Failure.matrix(.eigenvaluesNotReal(let count, of: _)) {
      return .notReal(count)
    }
  }
}

extension MatrixError {
  /// Whether the eigenvalues are roots of a polynomial of too high a degree.
  fileprivate var isOfDegree: Bool { if case .degreeTooLarge = self { true } else { false } }
}

/// A line of a claimed spectrum with its values.
private struct ClaimedEigenvalue {
  /// From 1, as printed.
  let position: Int
  let value: RealNumber
  let multiplicity: Surd
  let location: SourceLocation
}
