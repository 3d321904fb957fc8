import Testing

/// What is not a request: exit status 64, the option and the reason; nothing on standard output.
@Suite struct UsageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.map { "'\($0)'" }.joined(separator: " ") }

    init(_ arguments: String..., says message: String) {
      self.arguments = arguments
      self.message = message
    }
  }

  private func expectUsageError(_ wrong: Case, _ place: SourceLocation = #_sourceLocation) throws {
    let result = try Program.run(wrong.arguments)
    #expect(result.status == 64, sourceLocation: place)
    #expect(result.output == "", sourceLocation: place)
    #expect(result.errors.contains(wrong.message), sourceLocation: place)
    #expect(result.errors.contains("--help"), sourceLocation: place)
  }

  @Test(arguments: [
    Case("lemma", "12", "--r", "", says: "--r: the range is empty; expected e.g. 5..40"),
    Case("lemma", "12", "--r", "  ", says: "--r: the range is empty"),
    Case("lemma", "12", "--r", "5..<5", says: "--r: '5..<5' is empty: '..<' leaves out 5"),
    Case("lemma", "12", "--r", "40..5", says: "'40..5' is reversed: 40 is greater than 5"),
    Case("lemma", "12", "--r", "5,7..6", says: "'7..6' is reversed"),
    Case("lemma", "12", "--r", "5..99999999999999999999", says: "is too large"),
    Case("lemma", "12", "--r", "5..9223372036854775807", says: "more than 1000000 values"),
    Case("lemma", "12", "--r", "4..1000004", says: "more than 1000000 values, the limit"),
    Case("lemma", "12", "--r", "9223372036854775807", says: "is too large"),
    Case("lemma", "12", "--r", "9223372036854775808", says: "is too large"),
    Case("lemma", "12", "--r", "5..", "--L", "3", says: "--L: no such parameter here"),
    Case("lemma", "12", "--r", "abc", says: "'abc' in 'abc' is not a number"),
    Case("lemma", "12", "--r", "5,,7", says: "'' in '5,,7' is not a number"),
    Case("lemma", "12", "--r", "5-40", says: "'5-40' in '5-40' is not a number"),
    Case("lemma", "12", "--r", "5..7..9", says: "'7..9' in '5..7..9' is not an integer"),
    Case("lemma", "12", "--r", "..7", says: "'' in '..7' is not an integer"),
    Case("lemma", "12", "--r", "5....7", says: "is not an integer"),
    Case("lemma", "12", "--r", "5.5", says: "'11/2' in '5.5' is not an integer"),
    Case("lemma", "12", "--r", "5..40:0", says: "the step 0 in '5..40:0' is not positive"),
    Case("lemma", "12", "--r", "5..40:-5", says: "the step -5 in '5..40:-5' is not positive"),
    Case("lemma", "12", "--r", "5..40:5:5", says: "has more than one step"),
    Case("lemma", "12", "--r", "5..,7", says: "is open; an open range stands alone"),
  ])
  func `a malformed range names the option and the reason`(_ wrong: Case) throws {
    try expectUsageError(wrong)
  }

  @Test(arguments: [
    Case("lemma", "12", "--r", "2..5", says: "--r 2..5: r = 2 is outside the domain r ≥ 3"),
    Case("lemma", "13", "--r", "3", says: "--r 3: r = 3 is outside the domain r ≥ 4 of lemma-13"),
    Case("lemma", "12", "--r", "-3..5", says: "--r -3..5: r = -3 is outside the domain r ≥ 3"),
    Case("lemma", "12", "--r=-3..5", says: "--r -3..5: r = -3 is outside the domain r ≥ 3"),
    Case("lemma", "12", "--r", "0", says: "--r 0: r = 0 is outside"),
    Case("lemma", "12", "--r", "1..", says: "--r 1..: r = 1 is outside"),
    Case(
      "lemma", "12", "--alpha", "0", says: "--alpha 0: alpha = 0 is outside the domain alpha > 0"),
    Case("lemma", "12", "--alpha", "-1/2", says: "alpha = -1/2 is outside the domain alpha > 0"),
    Case("lemma", "14", "--lambda", "0", says: "--lambda 0: lambda = 0 is outside"),
    Case("theorem3", "--L", "2", says: "--L 2: L = 2 is outside the domain L ≥ 3 of theorem-3"),
    Case("theorem3", "--L", "0..5", says: "L = 0 is outside the domain L ≥ 3"),
    Case("theorem3", "--r", "3..9", says: "r = 3 is outside the domain r ≥ 4 of theorem-3"),
    Case("theorem3", "--K", "5", says: "K = 5 is outside the domain K ≥ 6 of theorem-3.any-K"),
    Case("theorem3", "--lambda", "1/250", "--L", "2", says: "--L 2: L = 2 is outside"),
  ])
  func `a value below the domain of a definition is named`(_ wrong: Case) throws {
    try expectUsageError(wrong)
  }

  @Test(arguments: [
    Case("lemma", "12", "--alpha", "1/0", says: "--alpha: '1/0' in '1/0' is not a number"),
    Case("lemma", "12", "--alpha", "x", says: "--alpha: 'x' in 'x' is not a number"),
    Case("lemma", "14", "--lambda", "4e", says: "--lambda: '4e' in '4e' is not a number"),
    Case(
      "lemma", "14", "--lambda", "1e-999999",
      says: "--lambda: the decimal exponent of '1e-999999' is too large; the limit is 100000"),
    Case("theorem3", "--lambda", "0", says: "--lambda 0: expected a positive number"),
    Case("theorem3", "--lambda", "-1/250", says: "--lambda -1/250: expected a positive number"),
    Case("theorem3", "--lambda", "1//250", says: "--lambda 1//250: not a rational number"),
    Case("theorem3", "--lambda", "1/0", says: "--lambda 1/0: not a rational number"),
    Case("theorem3", "--lambda", "0x1p-8", says: "not a rational number; expected e.g. 1/250"),
    Case("theorem3", "--lambda", "nan", says: "not a rational number"),
    Case("theorem3", "--lambda", "1e999999999", says: "--lambda 1e999999999: "),
    Case("theorem3", "--lambda", "", says: "not a rational number"),
    Case("theorem3", "--lambda", "1/250", "--n", "0", says: "--n 0: expected a positive number"),
    Case(
      "theorem3", "--lambda", "1/250", "--n", "1/2", says: "--n 1/2: expected a positive integer"),
  ])
  func `a malformed or non-positive rational is named`(_ wrong: Case) throws {
    try expectUsageError(wrong)
  }

  @Test(arguments: [
    Case("theorem3", "--r", "5", "--K", "10", says: "--r and --K"),
    Case("theorem3", "--n", "4", says: "--n: matters only with --lambda"),
    Case(
      "theorem3", "--lambda-H", "1/2",
      says: "--lambda-H: the weight decay of the W_l is missing; expected --lambda-W or --lambda"),
    Case(
      "theorem3", "--lambda-W", "1/2",
      says: "--lambda-W: the weight decay of H_1 is missing; expected --lambda-H or --lambda"),
    Case(
      "theorem3", "--lambda", "1", "--lambda-H", "1", "--lambda-W", "1",
      says: "--lambda: --lambda-H and --lambda-W leave nothing for it"),
    Case(
      "theorem3", "--L", "3", "--lambda-H", "1/2", "--lambda-W", "1/2,1/3",
      says: "--lambda-W: 2 values for L = 3 layers; expected one, or one for each"),
    Case("theorem3", "--lambda", "1", "--L", "3..", says: "--L: expected a finite range"),
    Case("theorem3", "--lambda", "1", "--L", "10001", says: "over the limit of 10000"),
  ])
  func `options of Theorem 3 that do not go together`(_ wrong: Case) throws {
    try expectUsageError(wrong)
  }

  @Test(arguments: [
    Case("nonsense", says: "there is no command 'nonsense'"),
    Case("lemm", "13", says: "there is no command 'lemm'; did you mean 'lemma'?"),
    Case("Proof", says: "there is no command 'Proof'; did you mean 'proofs'?"),
    Case("", says: "there is no command ''"),
    Case("help", "lemm", says: "there is no command 'lemm'; did you mean 'lemma'?"),
    Case("lemma", says: "Missing expected argument '<number>'"),
    Case("lemma", "8", says: "there is no lemma 8 on file; expected 9 to 15"),
    Case("lemma", "16", says: "expected 9 to 15"),
    Case("lemma", "twelve", says: "The value 'twelve' is invalid"),
    Case("lemma", "12", "--s", "5", says: "Unknown option '--s'"),
    Case("lemma", "12", "--set", "alpha", says: "--set alpha: expected NAME=VALUES"),
    Case("lemma", "12", "--set", "=3", says: "--set =3: expected NAME=VALUES"),
    Case(
      "lemma", "12", "--set", "beta=3",
      says: "--set beta: no such parameter here; expected one of"),
    Case("lemma", "12", "--r", "5", "--set", "r=6", says: "--set r: r is given values twice"),
    Case("lemma", "12", "--jobs", "0", says: "--jobs 0: expected a number from 1 to 1024"),
    Case("lemma", "12", "--jobs", "-1", says: "--jobs -1: expected a number from 1 to 1024"),
    Case("lemma", "12", "--timeout", "0", says: "--timeout 0.0: expected a positive number"),
    Case("lemma", "12", "--timeout", "nan", says: "--timeout nan: expected a positive number"),
    Case("lemma", "12", "--memory", "0", says: "--memory 0: expected a size such as 500M or 4G"),
    Case("lemma", "12", "--memory", "1X", says: "--memory 1X: expected a size"),
    Case("lemma", "12", "--memory", "9999999999999G", says: "expected a size"),
    Case("lemma", "12", "--format", "yaml", says: "The value 'yaml' is invalid"),
    Case("lemma", "12", "--method", "fast", says: "The value 'fast' is invalid"),
    Case("lemma", "12", "--statement", "wrong", says: "The value 'wrong' is invalid"),
    Case("check", says: "Missing expected argument '<file> ...'"),
    Case(
      "explain", "lema-13",
      says: "there is no statement 'lema-13' on file; verify explain lists all; "
        + "did you mean 'lemma-13'?"),
    Case("explain", "nothing-like-it", says: "verify explain lists all"),
  ])
  func `an unknown command, option or name`(_ wrong: Case) throws {
    try expectUsageError(wrong)
  }

  @Test(arguments: [
    (["--help"], "SUBCOMMANDS:"), (["lemma", "--help"], "verify lemma 12 --r 5..40"),
    (["theorem3", "--help"], "verify theorem3 --L 3...8"), (["check", "--help"], "my.claim"),
    (["proofs", "--help"], "verify proofs"), (["explain", "--help"], "verify explain lemma-13"),
  ])
  func `every command has help with examples`(_ arguments: [String], _ text: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.contains(text))
    #expect(result.errors == "")
  }

  @Test func `without statements on file nothing can be asked`() throws {
    try withTemporaryFolder { folder in
      let copy = folder.appending(path: "verify").path
      let script = "cp \"$0\" '\(copy)' && cd '\(folder.path)' && ./verify lemma 12"
      let result = try Program.shell(script)
      #expect(result.status == 64)
      #expect(result.output == "")
      #expect(result.errors.contains("name one with --proofs DIR"))
    }
  }
}
