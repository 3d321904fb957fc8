import Foundation
import Testing

/// Runs in parts: `--shard` and `verify merge`.
@Suite struct ShardTests {
  /// Decides all parts of a command, and calls the body with their files.
  private func withParts<Value>(
    _ command: [String], _ count: Int, _ body: ([String], URL) throws -> Value
  ) throws -> Value {
    try withTemporaryFolder { folder in
      let files = (1...count).map { folder.appending(path: "part-\($0).txt").path }
      for (index, file) in files.enumerated() {
        let part = try Program.run(command + ["--shard", "\(index + 1)/\(count)", "--out", file])
        #expect(part.status == 0, "\(part.errors)")
        #expect(part.output.hasPrefix("Part \(index + 1)/\(count): "))
      }
      return try body(files, folder)
    }
  }

  /// The lines but for the times.
  private func lines(_ output: String) -> [Substring] {
    withoutTiming(output).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(
    arguments: [
      "lemma 13 --r 4..20", "lemma 14 --r 4..6 --alpha 1,9/4", "theorem3 --L 3..5 --r 4..12",
      "theorem3 --L 3..4 --K 6..20", "theorem3 --r 5 --L 3..5 --lambda 1/250",
      "lemma 12 --r 20..30 --method dense --memory 1M",
    ])
  func `the parts together say what one run says, with its status`(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    try withParts(words, 3) { files, _ in
      for options in ["text", "text --quiet", "json --verbose", "markdown", "junit"] {
        let format = ["--format"] + options.split(separator: " ").map(String.init)
        let one = try Program.run(words + format)
        let merged = try Program.run(["merge"] + files + format)
        #expect(merged.status == one.status)
        #expect(lines(merged.output) == lines(one.output))
        #expect(merged.errors == "")
      }
    }
  }

  @Test func `every kind of outcome is kept`() throws {
    let content = """
      claim parts.some
        title "Holds, fails, misses the hypothesis, by the value"
        parameter r integer default 3..30
        requires r != 7
        printed
          r < 20
        corrected
          r < 40

      claim parts.values
        title "A value of two numbers, with a failure that is no integer"
        parameter r integer >= 1 default 1..9
        parameter a rational default 1/3, 2/7
        printed
          sqrt(r) < 1 + a*r

      """
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "my.claim")
      try Data(content.utf8).write(to: file)
      let command = ["check", file.path]
      try withParts(command, 3) { files, _ in
        for format in ["text", "json"] {
          let one = try Program.run(command + ["--format", format, "--verbose"])
          #expect(one.status == 1)
          let merged = try Program.run(["merge"] + files + ["--format", format, "--verbose"])
          #expect(merged.status == one.status)
          #expect(lines(merged.output) == lines(one.output))
        }
      }
    }
  }

  @Test func `the order of the parts and the number of threads do not matter`() throws {
    let command = ["lemma", "13", "--r", "4..9"]
    try withParts(command, 4) { files, folder in
      let again = folder.appending(path: "again.txt").path
      _ = try Program.run(command + ["--shard", "2/4", "--out", again, "--jobs", "1", "-q"])
      let (first, second) = (try Data(contentsOf: URL(filePath: files[1])), URL(filePath: again))
      #expect(try Data(contentsOf: second) == first)
      let one = try Program.run(command)
      let merged = try Program.run(["merge"] + files.reversed())
      #expect(merged.output == one.output)
    }
  }

  @Test func `more parts than values`() throws {
    let command = ["lemma", "10", "--r", "5..6"]
    try withParts(command, 5) { files, _ in
      let one = try Program.run(command)
      #expect(try Program.run(["merge"] + files).output == one.output)
    }
  }

  @Test func `a part that is missing, doubled or foreign is named`() throws {
    try withParts(["lemma", "12", "--r", "5..9"], 3) { files, folder in
      func refused(_ arguments: [String], _ reason: String) throws {
        let result = try Program.run(["merge"] + arguments)
        #expect(result.status == 65)
        #expect(result.output == "")
        #expect(result.errors.contains(reason), "\(result.errors)")
      }
      try refused([files[0], files[2]], "missing: part 2/3 of the run of \(files[0])")
      try refused(files + [files[1]], "part-2.txt: part 2/3 again; \(files[1]) is that part")
      let other = folder.appending(path: "other.txt").path
      func decide(_ command: [String], _ shard: String) throws {
        try? FileManager.default.removeItem(atPath: other)
        let result = try Program.run(command + ["--shard", shard, "--out", other])
        #expect(result.status == 0)
      }
      try decide(["lemma", "12", "--r", "5..10"], "2/3")
      try refused(
        [files[0], other, files[2]],
        "other.txt: a part of another run than \(files[0]): 'lemma 12 --r 5..10', not "
          + "'lemma 12 --r 5..9'")
      try decide(["lemma", "12", "--r", "5..9"], "2/4")
      try refused([files[0], other, files[2]], "one of 4 parts, not of 3")
      try refused(["nowhere.txt"], "nowhere.txt: No such file or directory")
    }
  }

  @Test func `parts that other claim files decided are refused`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "my.claim")
      let (first, second) = ("p1.txt", "p2.txt")
      func decide(_ shard: String, _ out: String) throws {
        let result = try Program.run(
          ["check", "my.claim", "--shard", shard, "--out", out], in: folder)
        #expect(result.status == 0)
      }
      try Data(claim("r < 7").utf8).write(to: file)
      try decide("1/2", first)
      try Data(claim("r < 8").utf8).write(to: file)
      try decide("2/2", second)
      let mixed = try Program.run(["merge", first, second], in: folder)
      #expect(mixed.status == 65)
      #expect(mixed.errors.contains("the claim files were not the same"))
      try FileManager.default.removeItem(at: folder.appending(path: first))
      try decide("1/2", first)
      #expect(try Program.run(["merge", first, second], in: folder).status == 0)
      // They agree with each other, but no longer with the file.
      try Data(claim("r < 6").utf8).write(to: file)
      let changed = try Program.run(["merge", first, second], in: folder)
      #expect(changed.status == 65)
      #expect(changed.errors.contains("differ from those read now"))
    }
  }

  @Test func `what an interrupted part has decided is kept, and it goes on from there`() throws {
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "part.txt").path
      let other = folder.appending(path: "other.txt").path
      let command = ["lemma", "13", "--r", "5..60", "--method", "dense", "--jobs", "1"]
      let stopped = try Program.run(
        command + ["--shard", "1/2", "--out", out, "--timeout", "0.3"])
      #expect(stopped.status == 3)
      #expect(stopped.output.contains("the same command goes on from there"))
      #expect(try String(contentsOfFile: out, encoding: .utf8).contains("\nincomplete\n"))
      let early = try Program.run(["merge", out])
      #expect(early.status == 65)
      #expect(early.errors.contains("part 1/2 is not complete"))
      // The file of another part is not written over.
      let foreign = try Program.run(command + ["--shard", "2/2", "--out", out])
      #expect(foreign.status == 65)
      #expect(foreign.errors.contains("choose another file"))

      // With smaller values, to the end: first half of it, then the rest.
      let short = ["lemma", "13", "--r", "5..12"]
      for shard in [("1/2", other), ("2/2", folder.appending(path: "second.txt").path)] {
        let part = try Program.run(short + ["--shard", shard.0, "--out", shard.1])
        #expect(part.status == 0)
      }
      let complete = try String(contentsOfFile: other, encoding: .utf8)
      // As an interruption leaves it: without the values from the third on.
      let resumed = folder.appending(path: "resumed.txt").path
      _ = try Program.run(short + ["--shard", "1/2", "--out", resumed, "--timeout", "0.000001"])
      #expect(try String(contentsOfFile: resumed, encoding: .utf8) != complete)
      let again = try Program.run(short + ["--shard", "1/2", "--out", resumed])
      #expect(again.status == 0)
      #expect(try String(contentsOfFile: resumed, encoding: .utf8) == complete)
    }
  }

  @Test func `a scheduler that ends a part loses nothing that was decided`() throws {
    try withTemporaryFolder { folder in
      let out = folder.appending(path: "part.txt").path
      let command = "\"$0\" theorem3 --L 3..300 --r 5..400 --shard 1/2 --out \(out)"
      var text = ""
      // Longer, until a first value is decided.
      for seconds in [0.5, 2, 8] where !text.contains("\nvalue ") {
        let ended = try Program.shell(command, ending: SIGTERM, after: seconds)
        #expect(ended.status == 3)
        #expect(ended.output.contains("the same command goes on from there"))
        text = try String(contentsOfFile: out, encoding: .utf8)
        #expect(text.contains("\nincomplete\n"))
      }
      #expect(text.contains("\nvalue "))
    }
  }

  @Test func `a damaged file is refused with the line`() throws {
    try withParts(["lemma", "13", "--r", "4..9"], 2) { files, folder in
      let text = try String(contentsOfFile: files[0], encoding: .utf8)
      let damaged = folder.appending(path: "damaged.txt")
      func refused(_ content: String) throws -> String {
        try Data(content.utf8).write(to: damaged)
        let result = try Program.run(["merge", damaged.path, files[1]])
        #expect(result.status == 65)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix(damaged.path), "\(result.errors)")
        return result.errors
      }
      let edited = text.replacing("false eigenvalue 1", with: "false eigenvalue 2")
      #expect(edited != text)
      #expect(try refused(edited).contains("the file is damaged or was edited"))
      for character in ["\u{1B}[2K", "\r", "\u{7}", "\u{9B}", "\u{202E}"] {
        let steering = text.replacing("word 13", with: "word 13\(character)")
        #expect(try refused(steering).contains(":5: expected text, found a control character"))
      }
      _ = try refused(String(text.dropLast(30)))
      _ = try refused("")
      _ = try refused(text + "\n")
      #expect(try refused(text.replacing("verify part 1", with: "verify part 9")).contains(":1:"))
      // Any one byte.
      var bytes = Array(text.utf8)
      for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
        bytes[place] ^= 1
        try Data(bytes).write(to: damaged)
        let result = try Program.run(["merge", damaged.path, files[1]])
        #expect(result.status == 65, "byte \(place)")
        bytes[place] ^= 1
      }
    }
  }

  @Test func `a part of a form over a limit is the same however many values are decided at a time`()
    throws
  {
    try withTemporaryFolder { folder in
      let command = "lemma 12 --r 4..30 --method dense --memory 1M --quiet --shard 1/1 --out"
      let parts = try ["1", "2", "8"].map { jobs in
        let file = folder.appending(path: jobs)
        let words = command.split(separator: " ").map(String.init)
        #expect(try Program.run(words + [file.path, "--jobs", jobs]).status == 0)
        return try String(contentsOf: file, encoding: .utf8)
      }
      #expect(parts[0].contains("\nvalue 26\n"))
      #expect(!parts[0].contains("\nholds "))
      #expect(Set(parts).count == 1)
    }
  }

  @Test(arguments: ["0/3", "4/3", "3", "1/0", "a/b", "1/3/5", "01/3", "-1/3", "1/1000000"])
  func `what is no part is a usage error`(_ shard: String) throws {
    let result = try Program.run(["lemma", "12", "--shard=\(shard)", "--out", "x.txt"])
    #expect(result.status == 64)
    #expect(
      result.errors.contains(
        "for '--shard <3/16>': expected a part of the values, such as 1/16, 2/16, …, 16/16"))
  }

  @Test func `what cannot be decided in parts says so`() throws {
    func refused(_ arguments: [String], _ reason: String) throws {
      let result = try Program.run(arguments)
      #expect(result.status == 64)
      #expect(result.output == "")
      #expect(result.errors.contains(reason), "\(result.errors)")
    }
    try refused(["lemma", "12", "--shard", "1/2"], "expected --out FILE")
    try refused(["lemma", "12", "--out", "x.txt"], "expected --shard as well")
    try refused(
      ["lemma", "12", "--r", "5..", "--shard", "1/2", "--out", "x.txt"],
      "r: an open range is decided in one piece")
    try refused(["audit", "--all", "--shard", "1/2", "--out", "x.txt"], "without --all")
    try refused(["check", "-", "--shard", "1/2", "--out", "x.txt"], "expected a file")
    #expect(!FileManager.default.fileExists(atPath: packageFolder.appending(path: "x.txt").path))
  }

  @Test func `a part that cannot be written is an internal error`() throws {
    let result = try Program.run(
      ["lemma", "12", "--r", "5", "--shard", "1/2", "--out", "/nowhere/part.txt"])
    #expect(result.status == 70)
    #expect(result.errors.hasPrefix("/nowhere: no file can be written there: "))
  }
}
