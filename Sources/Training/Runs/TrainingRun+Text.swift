import Losses
import Rational

extension TrainingRun {
  /// The first line of a file.
  public static let heading = "verify training 1"

  /// The training in lines of words; `docs/trainings.md` describes them. Every number is written such that
  /// it is read back as it was.
  public var text: String {
    var lines = [Self.heading]
    func add(_ name: String, _ values: [String]) {
      lines.append(([name] + values).joined(separator: " "))
    }
    add("classes", ["\(settings.classes)"])
    add("samples", ["\(settings.samples)"])
    add("widths", settings.widths.map(String.init))
    add("lambda_H", ["\(settings.regularisation.features)"])
    add("lambda_W", settings.regularisation.weights.map { "\($0)" })
    add("rate", ["\(settings.rate)"])
    add("seed", ["\(settings.seed)"])
    add("step", ["\(step)"])
    for point in curve {
      let numbers = [point.loss, point.fit] + point.variability
      add("at", ["\(point.step)"] + numbers.map { "\($0)" })
    }
    for (index, matrix) in matrices.enumerated() {
      add(index == 0 ? "H1" : "W\(index)", ["\(matrix.rows)", "\(matrix.columns)"])
      for row in 0..<matrix.rows {
        lines.append(
          matrix.entries[row * matrix.columns..<(row + 1) * matrix.columns].map { "\($0)" }
            .joined(separator: " "))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What was measured, as comma-separated values.
  public var table: String {
    let names = (1...settings.layers).map { "H_\($0)" } + ["output"]
    let header = ["step", "loss", "fit"] + names.map { "tr_W/tr_B \($0)" }
    let rows = curve.map { point in
      ["\(point.step)", "\(point.loss)", "\(point.fit)"] + point.variability.map { "\($0)" }
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Where a text is no training.
  public struct SyntaxError: Error {
    /// The line, from 1 on.
    public let line: Int
    /// What was expected there.
    public let expected: String
  }

  /// Reads what `text` writes, and nothing else.
  public init(text: String) throws(SyntaxError) {
    var reader = Reader(text)
    guard reader.next == Self.heading[...] else { throw reader.error("\"\(Self.heading)\"") }
    reader.line += 1
    let sizes = 1...1_000_000_000
    let classes = try reader.integers("classes", count: 1...1, sizes)[0]
    let samples = try reader.integers("samples", count: 1...1, sizes)[0]
    let widths = try reader.integers("widths", count: 2...64, sizes)
    let features = try reader.decays("lambda_H", count: 1)[0]
    let weights = try reader.decays("lambda_W", count: widths.count)
    let rate = try reader.numbers("rate", count: 1)[0]
    guard rate > 0, rate.isFinite else { throw reader.error("a positive rate", back: 1) }
    let seed = try reader.integers("seed", count: 1...1, 0...1_000_000_000)[0]
    let step = try reader.integers("step", count: 1...1, 0...sizes.upperBound)[0]
    let limit = 1 << 26
    guard Double(classes) * Double(samples) <= Double(limit) else {
      throw reader.error("at most \(limit) numbers in a matrix")
    }
    let settings = TrainingSettings(
      classes: classes, widths: widths,
      regularisation: Regularisation(
        samples: Rational(samples), features: features, weights: weights),
      rate: rate, seed: UInt64(seed))
    var curve: [Measurement] = []
    while reader.next?.hasPrefix("at ") == true {
      let values = try reader.numbers("at", count: 4 + widths.count)
      guard let at = Int(exactly: values[0]), at <= step, curve.last.map({ $0.step < at }) ?? true
      else { throw reader.error("ascending steps, at most \(step)", back: 1) }
      curve.append(
        Measurement(
          step: at, loss: values[1], fit: values[2], variability: Array(values.dropFirst(3))))
    }
    // Weights that have left the numbers are those of a run of which that is said.
    let hasDiverged = curve.last.map { !$0.loss.isFinite } ?? false
    var matrices: [DenseMatrix] = []
    for (index, shape) in settings.shapes.enumerated() {
      let name = index == 0 ? "H1" : "W\(index)"
      guard Double(shape.rows) * Double(shape.columns) <= Double(limit),
        try reader.integers(name, count: 2...2, sizes) == [shape.rows, shape.columns]
      else { throw reader.error("\(name) \(shape.rows) \(shape.columns)", back: 1) }
      var entries: [Double] = []
      for _ in 0..<shape.rows {
        let row = try reader.numbers(nil, count: shape.columns)
        guard hasDiverged || row.allSatisfy(\.isFinite) else {
          throw reader.error("finite numbers", back: 1)
        }
        entries += row
      }
      matrices.append(DenseMatrix(rows: shape.rows, columns: shape.columns, entries: entries))
    }
    guard reader.next == nil else { throw reader.error("the end") }
    self.init(settings: settings, step: step, matrices: matrices, curve: curve)
  }

  /// The lines of a text, one after the other.
  private struct Reader {
    private let lines: [Substring]
    /// How many were read.
    var line = 0

    init(_ text: String) {
      lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The next line; nil at the end, which is an empty line.
    var next: Substring? {
      line >= lines.count || line == lines.count - 1 && lines[line].isEmpty ? nil : lines[line]
    }

    func error(_ expected: String, back: Int = 0) -> SyntaxError {
      SyntaxError(line: line + 1 - back, expected: expected)
    }

    /// The words of the next line after its name.
    private mutating func words(
      _ name: String?, count: ClosedRange<Int>
    ) throws(SyntaxError) -> [Substring] {
      let many = count.count == 1 ? "\(count.lowerBound)" : "some"
      let expected = (name.map { "\($0) and " } ?? "") + "\(many) number" + (many == "1" ? "" : "s")
      guard let text = next else { throw error(expected) }
      var words = text.split(separator: " ", omittingEmptySubsequences: false)
      if let name {
        guard words.first == name[...] else { throw error(expected) }
        words.removeFirst()
      }
      guard count.contains(words.count) else { throw error(expected) }
      line += 1
      return words
    }

    mutating func numbers(_ name: String?, count: Int) throws(SyntaxError) -> [Double] {
      let words = try words(name, count: count...count)
      var values: [Double] = []
      values.reserveCapacity(count)
      for word in words {
        guard let value = Double(word) else { throw error("numbers", back: 1) }
        values.append(value)
      }
      return values
    }

    mutating func integers(
      _ name: String, count: ClosedRange<Int>, _ bounds: ClosedRange<Int>
    ) throws(SyntaxError) -> [Int] {
      let values = try words(name, count: count).map { Int($0) }
      let integers = values.compactMap { $0 }.filter(bounds.contains)
      guard integers.count == values.count else {
        throw error("\(name) from \(bounds.lowerBound) to \(bounds.upperBound)", back: 1)
      }
      return integers
    }

    mutating func decays(_ name: String, count: Int) throws(SyntaxError) -> [Rational] {
      let values = try words(name, count: count...count).map { Rational(String($0)) }
      let decays = values.compactMap { $0 }.filter { $0.sign > 0 }
      guard decays.count == values.count else { throw error("positive fractions", back: 1) }
      return decays
    }
  }
}
