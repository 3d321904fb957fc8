import Certificates
import Statements

extension PartialRun {
  /// The lines of a file: the question, then each value in order; values that hold, with nothing else to
  /// say, as ranges `holds 2..386:16`.
  func lines(of shard: Shard) -> [String] {
    var lines = [
      "form \(question.claim) \(question.statement)", "values \(question.count) \(question.values)",
    ]
    var plain: (first: Int, last: Int)?
    func endRange() {
      guard let (first, last) = plain else { return }
      lines.append("holds " + (first == last ? "\(first)" : "\(first)..\(last):\(shard.count)"))
      plain = nil
    }
    for (place, attempt) in known {
      if attempt == .plain {
        if let (first, last) = plain, last + shard.count == place {
          plain = (first, place)
        } else {
          endRange()
          plain = (place, place)
        }
      } else {
        endRange()
        lines.append("value \(place)")
        lines += attempt.lines
      }
    }
    endRange()
    return lines
  }

  /// Reads what `lines` writes.
  convenience init(
    _ reader: inout LineReader, _ shard: Shard
  ) throws(CertificateSyntaxError) {
    let form = try reader.value(of: "form").split(separator: " ", omittingEmptySubsequences: false)
    guard form.count == 2 else {
      throw reader.error(expected: "a claim and its wording", found: form.joined(separator: " "))
    }
    let values = try reader.value(of: "values")
    let words = values.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else {
      throw reader.error(expected: "the number of values, and the values", found: values)
    }
    let count = try reader.count(String(words[0]), "the number of values")
    guard count <= InstanceSpace.sizeLimit else {
      throw reader.error(expected: "at most \(InstanceSpace.sizeLimit) values", found: "\(count)")
    }
    var attempts: [Int: Attempt] = [:]
    func add(_ attempt: Attempt, _ place: Int) throws(CertificateSyntaxError) {
      guard place < count, place % shard.count == shard.index - 1, attempts[place] == nil else {
        throw reader.error(expected: "a value of part \(shard), once", found: "\(place)")
      }
      attempts[place] = attempt
    }
    while let name = reader.nextName, name == "holds" || name == "value" {
      guard name == "holds" else {
        let place = try reader.count("value")
        try add(try Attempt(&reader), place)
        continue
      }
      let text = try reader.value(of: "holds")
      let step = ":\(shard.count)"
      guard text.hasSuffix(step) else {
        try add(.plain, try reader.count(text, "a place, or places \"2..386\(step)\""))
        continue
      }
      let ends = text.dropLast(step.count).split(separator: "..")
      guard ends.count == 2 else {
        throw reader.error(expected: "places \"2..386\(step)\"", found: text)
      }
      let first = try reader.count(String(ends[0]), "the first place")
      let last = try reader.count(String(ends[1]), "the last place")
      // So that no range is longer than what it stands for.
      guard first < last, last < count else {
        throw reader.error(expected: "ascending places below \(count)", found: text)
      }
      for place in stride(from: first, through: last, by: shard.count) { try add(.plain, place) }
    }
    self.init(
      RunKey(
        claim: String(form[0]), statement: String(form[1]), values: String(words[1]), count: count),
      attempts)
  }
}

extension PartialRun.Attempt {
  /// Holds, and that is all.
  fileprivate static let plain = PartialRun.Attempt.decided(Outcome(result: .holds))

  fileprivate var lines: [String] {
    switch self {
    case .refused(let reason): return ["refused \(reason.onOneLine)"]
    case .decided(let outcome):
      var lines: [String]
      switch outcome.result {
      case .holds: lines = ["true"]
      case .undecided(let reason): lines = ["undecided \(reason.onOneLine)"]
      case .outside(let remark): lines = ["outside \(remark.onOneLine)"]
      case .fails(let failure):
        lines = [
          "false \(failure.what.onOneLine)", "claimed \(failure.claimed.onOneLine)",
          "actual \(failure.actual.onOneLine)",
        ]
        if let decimal = failure.claimedDecimal { lines.append("claimed-decimal \(decimal)") }
        if let decimal = failure.actualDecimal { lines.append("actual-decimal \(decimal)") }
        if failure.assertion != 1 { lines.append("assertion \(failure.assertion)") }
        let location = failure.location
        lines.append("at \(location.line):\(location.column) \(location.file.onOneLine)")
      }
      for finding in outcome.findings {
        lines += ["finding \(finding.name.onOneLine)", "is \(finding.value.onOneLine)"]
      }
      return lines
    }
  }

  fileprivate init(_ reader: inout LineReader) throws(CertificateSyntaxError) {
    var outcome: Outcome
    switch reader.nextName {
    case "refused":
      self = .refused(try reader.text("refused"))
      return
    case "true":
      try reader.exactly("true")
      outcome = Outcome(result: .holds)
    case "undecided": outcome = Outcome(result: .undecided(try reader.text("undecided")))
    case "outside": outcome = Outcome(result: .outside(try reader.text("outside")))
    default: outcome = Outcome(result: .fails(try Failure(&reader)))
    }
    while reader.nextName == "finding" {
      outcome.findings.append(.init(try reader.text("finding"), try reader.text("is")))
    }
    self = .decided(outcome)
  }
}

extension Failure {
  fileprivate init(_ reader: inout LineReader) throws(CertificateSyntaxError) {
    what = try reader.text("false")
    claimed = try reader.text("claimed")
    actual = try reader.text("actual")
    if reader.nextName == "claimed-decimal" {
      claimedDecimal = try reader.text("claimed-decimal")
    }
    if reader.nextName == "actual-decimal" { actualDecimal = try reader.text("actual-decimal") }
    if reader.nextName == "assertion" { assertion = try reader.count("assertion") }
    let place = try reader.text("at")
    let words = place.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = words[0].split(separator: ":", omittingEmptySubsequences: false)
    guard words.count == 2, numbers.count == 2 else {
      throw reader.error(expected: "a place in a claim file, \"line:column file\"", found: place)
    }
    location = SourceLocation(
      file: String(words[1]), line: try reader.count(String(numbers[0]), "a line"),
      column: try reader.count(String(numbers[1]), "a column"))
  }
}

extension LineReader {
  /// The text after `name` and a space, which `onOneLine` may have been applied to.
  mutating func text(_ name: String) throws(CertificateSyntaxError) -> String {
    let line = try value(of: name)
    var text = ""
    var isEscaped = false
    for character in line.unicodeScalars {
      switch (isEscaped, character) {
      case (false, "\\"): isEscaped = true
      case (false, _): text.unicodeScalars.append(character)
      case (true, "n"): (text, isEscaped) = (text + "\n", false)
      case (true, "\\"): (text, isEscaped) = (text + "\\", false)
      case (true, _): throw error(expected: "\"\\n\" or \"\\\\\"", found: line)
      }
    }
    guard !isEscaped else { throw error(expected: "\"\\n\" or \"\\\\\"", found: line) }
    return text
  }
}

extension String {
  /// With line ends written as `\n`, and `\` doubled.
  var onOneLine: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\\") }) else {
      return self
    }
    var text = String.UnicodeScalarView()
    for character in unicodeScalars {
      switch character {
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
      default: text.append(character)
      }
    }
    return String(text)
  }
}
