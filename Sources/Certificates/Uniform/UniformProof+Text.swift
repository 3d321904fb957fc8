import Rational

extension UniformProof {
  static let heading = "verify uniform proof 1"
  /// More cases than any statement has; each is replayed.
  private static let caseLimit = 1024

  /// The one text of the proof.
  public var text: String {
    var lines = [Self.heading, "claim \(claim)", "statement \(statement)"]
    if let refutes { lines.append("refutes \(refutes)") }
    for entry in cases { lines += entry.lines }
    return (lines + ["end"]).map { $0 + "\n" }.joined()
  }

  /// Reads the text of a proof and nothing else.
  public init(text: String) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    try reader.exactly(Self.heading)
    claim = try reader.value(of: "claim")
    statement = try reader.value(of: "statement")
    refutes = reader.nextName == "refutes" ? try reader.count("refutes") : nil
    var cases: [Case] = []
    var line = try reader.line(expected: "\"case\"")
    while line != "end" {
      guard line == "case" else { throw reader.error(expected: "\"case\" or \"end\"", found: line) }
      guard cases.count < Self.caseLimit else {
        throw reader.error(expected: "at most \(Self.caseLimit) cases", found: line)
      }
      (line, cases) = try Self.next(&reader, cases)
    }
    guard !cases.isEmpty else { throw reader.error(expected: "a case", found: "end") }
    self.cases = cases
    try reader.end()
    guard self.text.utf8.elementsEqual(text.utf8) else {
      throw CertificateSyntaxError(
        line: 1, expected: "the text in its one form", found: "other spaces or another order")
    }
  }

  /// Reads a case, up to the line that does not belong to it.
  private static func next(
    _ reader: inout LineReader, _ before: [Case]
  ) throws(CertificateSyntaxError) -> (String, [Case]) {
    var parser = CaseParser()
    while true {
      let line = try reader.line(expected: "a step, what is shown, or \"end\"")
      if line == "case" || line == "end" {
        return (line, before + [try parser.finished(reader)])
      }
      guard parser.read(line) else {
        throw reader.error(expected: parser.expected, found: line)
      }
    }
  }
}

extension UniformProof.Case {
  fileprivate var lines: [String] {
    var lines = ["case"]
    for size in sizes {
      let values = size.singles.map(String.init) + (size.first.map { ["\($0).."] } ?? [])
      lines.append("for \(size.name) in " + values.joined(separator: ", "))
    }
    if let layers { lines.append("for L in \(layers)..") }
    lines += program.parameters.map { "value \($0.name) = \($0.value)" }
    lines += program.symbols.map { "symbol \($0)" }
    lines += roots.map { "root \($0.name) = \($0.square)" }
    for (index, (step, value)) in zip(program.steps, values).enumerated() {
      lines.append(
        "a\(index + 1) = \(step.description)" + (value.map { " : \($0.description)" } ?? ""))
    }
    return lines + program.shows.map { "show \($0.description)" }
  }
}

extension UniformProof.Step: CustomStringConvertible {
  /// `power a3 -2`
  public var description: String {
    ([operation.rawValue] + operands.map { "a\($0 + 1)" } + constants).joined(separator: " ")
  }
}

extension UniformProof.Show: CustomStringConvertible {
  /// As in a file, after `show `.
  public var description: String {
    switch self {
    case .relation(let left, let relation, let right): "a\(left + 1) \(relation) a\(right + 1)"
    case .spectrum(let matrix, let pairs): Self.text("spectrum", matrix, pairs)
    case .determinant(let matrix, let pairs): Self.text("determinant", matrix, pairs)
    case .regular(let matrix, let parameters):
      "regular " + ([matrix] + parameters).map { "a\($0 + 1)" }.joined(separator: " ")
    case .below(let it):
      "below "
        + [it.base, it.last, it.nuclear, it.rank, it.pseudoInverse, it.inverse]
        .map { "a\($0 + 1)" }.joined(separator: " ")
        + " \(it.layers)" + (it.isForAllLayers ? ".." : "")
    }
  }
}

extension UniformProof.Show {
  private static func text(_ kind: String, _ step: Int, _ pairs: [UniformProof.Pair]) -> String {
    let list = pairs.map { "a\($0.value + 1):a\($0.multiplicity + 1)" }
    return ([kind, "a\(step + 1)"] + list).joined(separator: " ")
  }
}

extension UniformProof.Value: CustomStringConvertible {
  /// As in a file, after ` : `.
  public var description: String {
    switch self {
    case .number(let text): text
    case .matrix(let matrix): matrix.description
    case .spectrum(let pairs):
      "{" + pairs.map { "\($0.value) : \($0.multiplicity)" }.joined(separator: ", ") + "}"
    case .polar(let factor, let root, let values):
      "\(factor), \(root) {" + values.joined(separator: ", ") + "}"
    }
  }
}

extension UniformProof.Matrix: CustomStringConvertible {
  /// `1x2 [0 | 1]`, `1x2 [0 | s1]/(r - 1)`
  public var description: String {
    let shape = [rows, columns].map { $0.map(\.description).joined(separator: ",") }
    return shape.joined(separator: "x") + " ["
      + blocks.map { $0.joined(separator: " | ") }.joined(separator: "; ") + "]"
      + (denominator.map { "/(\($0))" } ?? "")
  }
}
