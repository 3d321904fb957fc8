import Certificates
import Testing

/// A text and what must become of it.
struct Example: CustomTestStringConvertible {
  let lines: String
  let answer: Answer
  var testDescription: String { lines }

  static func accepted(_ lines: String) -> Example { Example(lines: lines, answer: .accepted) }
  static func value(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.value)) }
  static func step(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.step)) }
  static func show(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.show)) }
  static func limit(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.limit)) }
  static func syntax(_ lines: String) -> Example { Example(lines: lines, answer: .syntaxError) }
}

/// Each operation and each line `show` of `UNIFORM.md`: what is right, and what is wrong by one rule.
@Suite struct `operations of uniform proofs` {
  /// All r, and r = 3 where two edges always meet.
  static let all = "for r in 3, 4.. / "
  static let large = "for r in 4.. / "

  @Test(arguments: ofNumbers)
  func `numbers`(_ example: Example) { #expect(Answer(case: example.lines) == example.answer) }

  @Test(arguments: inLayers)
  func `numbers that are geometric in L`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }

  @Test(arguments: ofMatrices)
  func `matrices`(_ example: Example) { #expect(Answer(case: example.lines) == example.answer) }

  @Test(arguments: withWitness)
  func `matrices that need a witness`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }

  @Test(arguments: ofBaseSets)
  func `several base sets`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }

  @Test(arguments: ofSpectra)
  func `spectra`(_ example: Example) { #expect(Answer(case: example.lines) == example.answer) }

  @Test(arguments: ofShows)
  func `what is shown`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }
}

extension Example {
  /// The same text, which is no proof at all.
  var syntaxInstead: Example { Example(lines: lines, answer: .syntaxError) }
}
