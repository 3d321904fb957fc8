import Foundation
import Testing

/// Terminals, readers that leave, limits and interrupts.
@Suite struct StreamTests {
  private static let escape = "\u{1B}["

  /// Runs a command on a terminal of its own, with the utility of util-linux.
  private func onTerminal(
    _ command: String, environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.shell(
      "script --quiet --return --command \"'$0' \(command)\" /dev/null < /dev/null",
      environment: environment)
  }

  private static let hasScript = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test func `no escape codes off a terminal`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7"])
    #expect(result.status == 1)
    #expect(result.output.contains("2 of 3 statements hold"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test(.enabled(if: hasScript))
  func `colour on a terminal, unless NO_COLOR is set`() throws {
    let coloured = try onTerminal("lemma 13 --r 5..7")
    #expect(coloured.status == 1)
    #expect(coloured.output.contains(Self.escape + "31m2 of 3 statements hold"))
    let empty = try onTerminal("lemma 13 --r 5..7", environment: ["NO_COLOR": ""])
    #expect(empty.output.contains(Self.escape + "31m"))
    let plain = try onTerminal("lemma 13 --r 5..7", environment: ["NO_COLOR": "1"])
    #expect(plain.status == 1)
    #expect(plain.output.contains("2 of 3 statements hold"))
    #expect(!plain.output.contains("\u{1B}"))
  }

  /// Many values that take a moment each: minutes in all.
  private static let long = """
    claim long
      title "Long"
      parameter seed integer default 1..200000
      printed
        rank(sample(6, 6, 5, seed)) <= 5

    """

  /// Writes the long claim to a file and runs a script on it, as `$CLAIM`.
  private func onLongClaim(_ script: String) throws -> Program.Result {
    try onLongClaim { try Program.shell(script, environment: $0) }
  }

  private func onLongClaim(
    _ body: (_ environment: [String: String]) throws -> Program.Result
  ) throws -> Program.Result {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "long.claim")
      try Data(Self.long.utf8).write(to: file)
      return try body(["CLAIM": file.path])
    }
  }

  @Test(.enabled(if: hasScript))
  func `a long run shows its progress on a terminal, and only there`() throws {
    let shown = try onLongClaim(
      "script -qec \"'$0' check $CLAIM --timeout 2.5\" /dev/null < /dev/null")
    #expect(shown.output.contains("long ") && shown.output.contains("░"))
    #expect(shown.output.contains("/200000, ") && shown.output.contains(" s left"))
    let quiet = try onLongClaim(
      "script -qec \"'$0' check $CLAIM --timeout 2.5 --quiet\" /dev/null < /dev/null")
    #expect(!quiet.output.contains("░"))
    let elsewhere = try onLongClaim("\"$0\" check $CLAIM --timeout 2.5")
    #expect(elsewhere.errors == "")
  }

  @Test func `the time limit ends a run, and what was finished is reported`() throws {
    let result = try onLongClaim("\"$0\" check $CLAIM --timeout 0.5 --format json")
    #expect(result.status == 3)
    #expect(result.errors == "")
    let document = try object(result.output)
    #expect(document["exit"] as? Int == 3)
    let results = try #require(document["results"] as? [[String: Any]])
    #expect(results.first?["verdict"] as? String == "undecided")
    let reason = try #require(results.first?["reason"] as? String)
    #expect(reason.hasPrefix("the time limit was reached"))
    #expect(reason.contains("of 200000 values were decided"))
  }

  @Test func `the time limit ends a single value as well`() throws {
    // Dense matrices for K = 1770 classes: hours.
    let result = try Program.run(
      ["lemma", "13", "--r", "60", "--method", "dense", "--timeout", "1", "--memory", "4G"])
    #expect(result.status == 3)
    #expect(result.output.contains("not finished"))
    #expect(result.output.contains("the time limit was reached while a value was being decided"))
  }

  @Test func `the first interrupt stops between values and reports what was finished`() throws {
    let result = try onLongClaim {
      try Program.shell(
        "\"$0\" check $CLAIM --timeout 60", ending: SIGINT, after: 1, environment: $0)
    }
    #expect(result.status == 3)
    #expect(result.output.contains("interrupted: "))
    #expect(result.output.contains("of 200000 values were decided"))
    #expect(result.output.hasSuffix("\n0 of 1 statement holds; 1 not finished.\n"))
  }

  @Test func `two interrupts of one moment, to a process and to its group, are one`() throws {
    let result = try onLongClaim {
      try Program.shell(
        "\"$0\" check $CLAIM --timeout 60", ending: SIGINT, after: 1, again: 0.02, environment: $0)
    }
    #expect(result.status == 3)
    #expect(result.output.contains("interrupted: "))
  }

  @Test(arguments: [
    "construction --graph johnson:12,3 --L 3..5",
    "loss --r 900 --L 4000 --lambda 1/250 --digits 1000",
  ])
  func `a command that answers one question ends at an interrupt`(_ command: String) throws {
    let result = try Program.shell("timeout --preserve-status --signal=INT 2 \"$0\" \(command)")
    // 128 + SIGINT
    #expect(result.status == 130)
    #expect(result.output == "")
  }

  @Test func `the second interrupt ends the process`() throws {
    // Interrupts before the program has begun to listen are lost, and before the value is begun the
    // first one is enough.
    let result = try Program.shell(
      """
      "$0" lemma 13 --r 60 --method dense --timeout 60 & process=$!
      sleep 3
      while kill -INT $process 2> /dev/null; do sleep 0.5; done
      wait $process; echo "status $?"
      """)
    // 128 + SIGINT
    #expect(result.output == "status 130\n")
  }

  @Test func `a reader that leaves ends the output, not the program`() throws {
    let result = try Program.shell(
      "\"$0\" theorem3 --L 3..8 --r 5..12 --format json | head -n 1; echo \"${PIPESTATUS[0]}\"")
    #expect(result.output == "{\n0\n")
    #expect(result.errors == "")
    let closed = try Program.shell("\"$0\" lemma 12 --r 5 | true; echo \"${PIPESTATUS[0]}\"")
    #expect(closed.output == "0\n")
  }
}
