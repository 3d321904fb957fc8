import Foundation
import Testing

/// `verify merge --verify`: parts of a run are held against what comes of deciding their values once more.
@Suite struct RecheckTests {
  /// The text of a part with edited lines and the checksum that belongs to them, as a forger would write it.
  private func forged(_ text: String, _ edit: (String) -> String) throws -> String {
    var body = text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    let edited = edit(body)
    #expect(edited != body)
    body = edited
    // FNV-1a of the text and a byte 0.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Array(body.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return body + "checksum \(String(format: "%016lx", hash))\n"
  }

  /// Decides a command in three parts, and has the second one edited.
  private func refused(
    _ command: String, _ options: [String] = [], _ edit: (String) -> String
  ) throws -> Program.Result {
    try withTemporaryFolder { folder in
      let files = (1...3).map { folder.appending(path: "part-\($0).txt").path }
      for (index, file) in files.enumerated() {
        let words = command.split(separator: " ").map(String.init)
        let part = try Program.run(words + ["--shard", "\(index + 1)/3", "--out", file])
        #expect(part.status == 0)
      }
      let honest = try Program.run(["merge", "--verify"] + options + files)
      #expect(honest.errors == "")
      #expect(honest.output.contains("each is as its part says"))
      let text = try String(contentsOfFile: files[1], encoding: .utf8)
      try Data(try forged(text, edit).utf8).write(to: URL(filePath: files[1]))
      // Nothing but deciding once more tells them apart.
      #expect(try Program.run(["merge"] + files).errors == "")
      let result = try Program.run(["merge", "--verify"] + options + files)
      #expect(result.status == 65)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix(files[1] + ": "))
      return result
    }
  }

  @Test func `a counterexample that is none is always caught`() throws {
    let result = try refused("lemma 13 --r 4..20") { text in
      text.replacing("actual 36/7", with: "actual 22/7")
        .replacing(/actual (\d+)\/(\d+)/) { "actual \($0.1)1/\($0.2)" }
    }
    #expect(result.errors.contains("lemma-13 (printed) at r = "))
    #expect(result.errors.contains("decided once more, it fails: eigenvalue 1"))
  }

  @Test func `a value that is left out of a hypothesis is always caught`() throws {
    let result = try refused("theorem3 --L 3..4 --r 4..12") { text in
      text.replacing(/\nholds 1..(\d+):3/) { "\nvalue 1\noutside of no use\nholds 4..\($0.1):3" }
        .replacing(/\nvalue 1\ntrue(\nfinding .*\nis .*)+/, with: "\nvalue 1\noutside of no use")
    }
    #expect(result.errors.contains("the part says that it is outside: of no use"))
  }

  @Test func `a failure that is said to hold is caught when all are drawn`() throws {
    let result = try refused("lemma 13 --r 4..20", ["--sample", "1"]) { text in
      // r = 11, between others that fail.
      text.replacing(
        /\nvalue 7\nfalse .*\nclaimed .*\nactual .*\nclaimed-decimal .*\nactual-decimal .*\nat .*/,
        with: "\nholds 7", maxReplacements: 1)
    }
    #expect(result.errors.contains("the part says that it holds; decided once more, it fails: "))
  }

  @Test(
    arguments: [
      "merge part.txt", "search --K 3 --L 4 --seeds 1 --certificate victim.txt",
      "train --lambda 1/100 --steps 1 --out trained", "loss --r 5 --L 4 --lambda 1/250",
      "lemma 12 --r 5..6 --proofs evil", "lemma 12 --r 5..6 --timeout 0.000001",
      "lemma 12 --r 5..6 --shard 1/1 --out stolen.txt", "lemma 12 --r 5..6 --help", "--help",
      "lemma 12 --r 5..6 --format=json", "lemma 12 --r 2", "lemma 12 --r 5..6 -q",
    ])
  func `a command that parts do not have is not carried out`(_ command: String) throws {
    try withTemporaryFolder { folder in
      let words = ["lemma", "12", "--r", "5..6"]
      let part = try Program.run(
        words + ["--shard", "1/1", "--out", "part.txt"], in: folder)
      #expect(part.status == 0)
      let file = folder.appending(path: "part.txt")
      let honest = words.map { "word \($0)\n" }.joined()
      let text = try forged(try String(contentsOf: file, encoding: .utf8)) {
        $0.replacing(
          honest, with: command.split(separator: " ").map { "word \($0)\n" }.joined())
      }
      try Data(text.utf8).write(to: file)
      for options in [[], ["--verify"]] {
        let result = try Program.run(["merge", "part.txt"] + options, in: folder)
        #expect([64, 65].contains(result.status), "\(result.output)")
        #expect(result.output == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["part.txt"])
      }
    }
  }

  @Test func `parts that were decided elsewhere agree`() throws {
    try withTemporaryFolder { folder in
      let copy = folder.appending(path: "copy of proofs").path
      try FileManager.default.copyItem(
        atPath: packageFolder.appending(path: "proofs").path, toPath: copy)
      let part = try Program.run(
        ["theorem", "3", "--L", "3..4", "--r", "4..8", "--shard", "1/1", "--out", "a.txt"],
        in: folder)
      let second = try Program.run(
        ["lemma", "13", "--r", "4..9", "--shard", "1/1", "--out", "b.txt"], in: folder)
      #expect(part.status == 0 && second.status == 0)
      for (file, status) in [("a.txt", Int32(0)), ("b.txt", 1)] {
        let merged = try Program.run(
          ["merge", file, "--verify", "--sample", "1", "--proofs", copy], in: folder)
        #expect(merged.status == status)
        #expect(merged.errors == "")
      }
    }
  }

  @Test func `what is interrupted says nothing`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "part.txt").path
      let command = ["lemma", "13", "--r", "4..400", "--shard", "1/1", "--out", file]
      #expect(try Program.run(command).status == 0)
      let result = try Program.shell(
        "\"$0\" merge \(file) --verify --sample 1", ending: SIGINT, after: 0.1)
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(result.errors == "interrupted: not all was decided once more, so nothing is said\n")
    }
  }

  @Test func `what was decided once more is said, in every format`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "part.txt").path
      let command = ["lemma", "12", "--r", "5..40", "--shard", "1/1", "--out", file]
      #expect(try Program.run(command).status == 0)
      let line =
        "Decided once more, of 'lemma 12 --r 5..40': 3 of the 108 values that hold, drawn at random; each"
      for format in ["text", "json", "markdown", "html"] {
        let result = try Program.run(["merge", file, "--verify", "--format", format])
        #expect(result.status == 0)
        #expect(result.output.contains(line), "\(result.output.suffix(400))")
        #expect(result.output.contains("(99/100)^m"))
      }
      let all = try Program.run(["merge", file, "--verify", "--sample", "1"])
      #expect(all.output.contains("108 of the 108 values that hold"))
      #expect(!all.output.contains("^m"))
    }
  }

  @Test(arguments: ["0", "-1/2", "1.5", "x"])
  func `a share that is none is a usage error`(_ share: String) throws {
    let result = try Program.run(["merge", "part.txt", "--verify", "--sample=\(share)"])
    #expect(result.status == 64)
    #expect(result.errors.contains("expected a number above 0, at most 1"))
  }

  @Test func `a share without deciding once more is a usage error`() throws {
    let result = try Program.run(["merge", "part.txt", "--sample", "1/2"])
    #expect(result.status == 64)
    #expect(result.errors.contains("expected it as well"))
  }
}
