import Foundation
import TestSupport
import Testing

/// Processes that are killed, disks without room, streams that are closed, and odd paths.
@Suite struct FaultTests {
  // MARK: Killing

  /// Kills the command at random moments of its run, so often, and looks at the folder after each time; then
  /// lets it come to its end.
  private func kill(
    _ arguments: [String], in folder: URL, times: Int, within seconds: Double,
    seed: UInt64, _ look: () throws -> Void
  ) throws -> Program.Result {
    var random = SplitMix64(seed: seed)
    for _ in 0..<times {
      let delay = Double.random(in: 0..<seconds, using: &random)
      _ = try Program.shell(
        "cd \"$FOLDER\"; \"$0\" \(arguments.joined(separator: " ")) & process=$!; sleep \(delay); "
          + "kill -KILL $process; wait $process", environment: ["FOLDER": folder.path])
      // Nothing is left of files that were being written.
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      #expect(names.allSatisfy { !$0.hasSuffix(".part") }, "\(names)")
      try look()
    }
    return try Program.run(arguments, in: folder)
  }

  @Test func `a part that is killed keeps what it had decided, forty times`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "part.txt")
      // Values by value, since each has something to say.
      let command = ["theorem3", "--L", "3..9", "--r", "5..30", "--jobs", "1"]
      let part = command + ["--shard", "1/2", "--out", "part.txt"]
      var decided = 0
      let end = try kill(part, in: folder, times: 40, within: 0.3, seed: 1) {
        guard let data = try? Data(contentsOf: file) else { return }
        let text = try #require(String(bytes: data, encoding: .utf8))
        #expect(text.contains(/\nchecksum [0-9a-f]{16}\n$/))
        let values = text.split(separator: "\n").count { $0.hasPrefix("value ") }
        #expect(values >= decided)
        decided = values
      }
      #expect(end.status == 0)
      let other = try Program.run(
        command + ["--shard", "2/2", "--out", "other.txt"], in: folder)
      #expect(other.status == 0)
      let merged = try Program.run(
        ["merge", "part.txt", "other.txt", "--verify"], in: folder)
      #expect(merged.status == 0)
      let one = try Program.run(command, in: folder)
      let lines = merged.output.split(separator: "\n").filter {
        !$0.hasPrefix("Decided once more")
      }
      #expect(lines == one.output.split(separator: "\n"))
    }
  }

  @Test func `trainings that are killed go on, and end as without that, twenty times`() throws {
    try withTemporaryFolder { folder in
      func train(_ name: String) -> [String] {
        [
          "train", "--K", "6", "--L", "3", "--n", "3", "--width", "6", "--lambda", "1/250",
          "--seeds", "2", "--steps", "20000", "--jobs", "2", "--out", name,
        ]
      }
      var steps = 0
      let end = try kill(train("killed"), in: folder, times: 20, within: 0.6, seed: 2) {
        let file = folder.appending(path: "killed/seed-1.run")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
        let step = try #require(text.firstMatch(of: /\nstep (\d+)\n/)?.1)
        #expect(try #require(Int(step)) >= steps)
        steps = try #require(Int(step))
      }
      #expect(end.status == 0)
      let whole = try Program.run(train("whole"), in: folder)
      #expect(whole.status == 0)
      for seed in 1...2 {
        for ending in ["run", "csv", "npz", "safetensors"] {
          func bytes(_ name: String) throws -> Data {
            try Data(contentsOf: folder.appending(path: "\(name)/seed-\(seed).\(ending)"))
          }
          #expect(try bytes("killed") == bytes("whole"), "\(ending)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("report --out page.html", "page.html", 0.8),
      ("export coq --out coq", "coq", 0.4),
      (
        "search --K 3 --L 4 --lambda 1/100 --seeds 4 --steps 3000 --certificate p.point", "p.point",
        0.4
      ),
      ("figure 2 --out fig2.svg", "fig2.svg", 0.2),
    ])
  func `what is killed leaves whole files or none, forty times`(
    _ command: String, _ name: String, _ seconds: Double
  ) throws {
    try withTemporaryFolder { folder in
      let words = command.split(separator: " ").map(String.init)
      /// What there is, by name.
      func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
          var isFolder: ObjCBool = false
          let path = folder.appending(path: name).path
          _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          if !isFolder.boolValue { files[name] = FileManager.default.contents(atPath: path) }
        }
        return files
      }
      var found: [[String: Data]] = []
      let end = try kill(words, in: folder, times: 10, within: seconds, seed: 3) {
        found.append(try files())
      }
      // The paper has statements that are refuted.
      #expect(end.status == (name == "page.html" ? 1 : 0), "\(end.errors)")
      let whole = try files()
      #expect(whole.keys.contains { $0.hasPrefix(name) })
      for files in found {
        for (name, data) in files { #expect(data == whole[name], "\(name)") }
      }
    }
  }

  @Test func `two processes that write the same part do not mix`() throws {
    try withTemporaryFolder { folder in
      let command = "lemma 13 --r 4..200 --shard 1/2 --out part.txt --quiet --jobs 1"
      let both = try Program.shell(
        "cd \"$FOLDER\"; for i in 1 2 3 4; do \"$0\" \(command) & pids=\"$pids $!\"; done; "
          + "for p in $pids; do wait $p || exit 1; done", environment: ["FOLDER": folder.path])
      #expect(both.status == 0, "\(both.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["part.txt"])
      let file = folder.appending(path: "part.txt")
      let text = try String(contentsOf: file, encoding: .utf8)
      try FileManager.default.removeItem(at: file)
      let words = command.split(separator: " ").map(String.init)
      #expect(try Program.run(words, in: folder).status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }

  // MARK: Interrupts

  @Test(arguments: ["--lambda 1/100 --K 3 --L 4", "--K 8 --L 6"], [SIGINT, SIGTERM])
  func `a search that is interrupted shows what it has come to`(
    _ problem: String, _ signal: Int32
  ) throws {
    let result = try Program.shell(
      "\"$0\" search \(problem) --seeds 100000 --jobs 1", ending: signal, after: 1)
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.output.contains("\nInterrupted: "))
  }

  @Test(arguments: ["text", "json"])
  func `a value that takes too long does not hide that another one fails`(_ format: String) throws {
    let claim = """
      claim slow
        parameter n integer >= 1 default 2, 3, 400
        printed characteristic_polynomial(matrix(n, n; i, j: mod(i*i*j*j+7*i*j+i+j, 10007))) = J(1, n+1)

      """
    let result = try Program.run(
      ["check", "-", "--jobs", "2", "--timeout", "1", "--format", format], input: claim)
    #expect(result.status == 1, "\(result.errors)")
    let reason =
      "the time limit was reached while a value was being decided: 2 of 3 values were decided"
    if format == "json" {
      #expect(
        result.output.contains("\"open\": [\n        \"\(reason)\"\n      ]"), "\(result.output)")
    } else {
      #expect(result.output.contains("slow (printed) fails at n = 2:\n"), "\(result.output)")
      #expect(result.output.contains("\n  not all values were decided: \(reason)\n"))
      #expect(result.output.contains("refuted  0 of 2 decided"))
    }
  }

  // MARK: Files and streams

  @Test(
    .enabled(if: Program.canLimitFiles),
    arguments: [
      "report --out x.html", "figure 2 --out x.svg", "lemma 13 --r 4..30 --shard 1/1 --out x.txt",
    ])
  func `a disk without room is told, and what was there stays`(_ command: String) throws {
    try withTemporaryFolder { folder in
      let name = command.contains("html") ? "x.html" : command.contains("svg") ? "x.svg" : "x.txt"
      if name != "x.txt" {
        try Data("before".utf8).write(to: folder.appending(path: name))
      }
      // As much as a page needs is not granted.
      let result = try Program.shell(
        "cd \"$FOLDER\"; (ulimit -f 1; exec \"$0\" \(command)) 2> errors; status=$?; cat errors >&2; exit $status",
        environment: ["FOLDER": folder.path])
      #expect(result.status == 70)
      #expect(result.errors.contains("\(name): not written: File too large"), "\(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(Set(names).subtracting(["errors", name]).isEmpty, "\(names)")
      if name != "x.txt" {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        #expect(text == "before")
      }
    }
  }

  @Test(arguments: [
    "lemma 12 --r 5..7", "export coq --only lemma-12.decomposition --out \"$OUT\"", "--version",
    "lemma --help", "help lemma", "--generate-completion-script bash",
  ])
  func `a full disk for the output is told`(_ command: String) throws {
    try withTemporaryFolder { folder in
      let result = try Program.shell(
        "\"$0\" \(command) > /dev/full", environment: ["OUT": folder.path + "/coq"])
      #expect(result.status == 70)
      #expect(result.errors.contains("the result cannot be written: No space left on device"))
    }
  }

  @Test func `a part that cannot be written is told before anything is decided`() throws {
    try withTemporaryFolder { folder in
      let command = ["lemma", "13", "--r", "4..100000", "--shard", "1/1", "--out"]
      let missing = try Program.run(command + ["missing/part.txt"], in: folder)
      #expect(missing.status == 70)
      #expect(
        missing.errors == "missing: no file can be written there: No such file or directory\n")
      let device = try Program.run(command + ["/dev/null"], in: folder)
      #expect(device.status == 64)
      #expect(device.errors == "/dev/null: expected a file for the part\n")
    }
  }

  @Test func `a page does not take the place of the claim it is of`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "my.claim")
      try Data(claim("r < 7").utf8).write(to: file)
      for out in ["my.claim", "./my.claim", file.path] {
        let result = try Program.run(["report", "my.claim", "--out", out], in: folder)
        #expect(result.status == 64)
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == claim("r < 7"))
    }
  }

  @Test func `a reader that leaves is no error`() throws {
    let result = try Program.shell(
      "set -o pipefail; \"$0\" audit --format json | head -c 10 > /dev/null; echo ${PIPESTATUS[0]}")
    // The audit of the paper has refuted statements, as it has with a reader that stays.
    #expect(result.output == "0\n" || result.output == "1\n", "\(result.output)")
    #expect(result.errors == "")
  }

  @Test func `streams that are closed get nothing, and no file gets what is theirs`() throws {
    try withTemporaryFolder { folder in
      let environment = ["FOLDER": folder.path]
      let closed = try Program.shell(
        "cd \"$FOLDER\"; \"$0\" lemma 13 --r 4..9 --shard 1/1 --out a.txt <&- >&- 2>&-",
        environment: environment)
      // What it has to say cannot be said.
      #expect(closed.status == 70)
      let open = try Program.run(
        ["lemma", "13", "--r", "4..9", "--shard", "1/1", "--out", "b.txt"], in: folder)
      #expect(open.status == 0)
      func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
      #expect(try text("a.txt") == text("b.txt"))
    }
  }

  @Test(arguments: [("C", ""), ("de_DE.ISO-8859-1", "dumb"), ("POSIX", "xterm-256color")])
  func `locales and terminals change nothing`(_ locale: String, _ terminal: String) throws {
    let usual = try Program.run(["lemma", "13", "--r", "4..9"])
    let other = try Program.run(
      ["lemma", "13", "--r", "4..9"],
      environment: ["LC_ALL": locale, "LANG": locale, "TERM": terminal])
    #expect(other.status == usual.status)
    #expect(other.output == usual.output)
  }

  @Test(arguments: ["two words", "größe-日本", "-dash", "a'b\"c", "e\u{301}"])
  func `paths of all kinds are read and written`(_ name: String) throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appending(path: "\(name).claim")
      try Data(claim("r < 7").utf8).write(to: file)
      #expect(try Program.run(["check", file.path]).status == 0)
      #expect(try Program.run(["check", "./\(name)/\(name).claim"], in: root).status == 0)
      for index in 1...2 {
        let part = try Program.run(
          ["check", "./\(name).claim", "--shard", "\(index)/2", "--out", "./\(name) \(index)"],
          in: folder)
        #expect(part.status == 0, "\(part.errors)")
      }
      let merged = try Program.run(["merge", "./\(name) 1", "./\(name) 2"], in: folder)
      #expect(merged.status == 0, "\(merged.errors)")
      let page = folder.appending(path: "\(name).svg").path
      #expect(try Program.run(["figure", "2", "--out=\(page)"]).status == 0)
      #expect(FileManager.default.fileExists(atPath: page))
      let loss = try Program.run(
        ["loss", "--r", "5", "--L", "4", "--lambda", "1/250", "--certificate", "./\(name).loss"],
        in: folder)
      #expect(loss.status == 0, "\(loss.errors)")
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "\(name).loss").path))
    }
  }

  @Test func `a pipe that stands among the files of a folder is not waited for`() throws {
    try withTemporaryFolder { folder in
      let result = try Program.shell(
        """
        cp proofs/paper/lemma-12.claim "$FOLDER"; cd "$FOLDER"; mkdir certificates
        mkfifo certificates/lemma-12.uniform; timeout 60 "$0" lemma 12 --r 4.. --proofs . | tail -1
        rm certificates/*; mkfifo zero.claim
        for command in "lemma 12 --r 5" audit proofs; do
          timeout 60 "$0" $command --proofs .; echo "status $?"
        done
        rm zero.claim; mkfifo one.edges
        printf 'claim one\\n  graph H = "one.edges"\\n  printed\\n    vertices(H) = 1\\n' > one.claim
        timeout 60 "$0" check one.claim; echo "status $?"
        mkdir runs; mkfifo runs/seed-1.run; timeout 60 "$0" figure 6 --runs runs; echo "status $?"
        """, environment: ["FOLDER": folder.path])
      let refused = "expected a file, found a pipe or a device\n"
      // The proof that cannot be read is found anew.
      #expect(
        result.output == "3 of 3 statements hold.\n"
          + String(repeating: "status 65\n", count: 5))
      #expect(
        result.errors == String(repeating: "./zero.claim: \(refused)", count: 3)
          + "one.claim:2:13: one.edges: \(refused)    graph H = \"one.edges\"\n              ^\n"
          + "runs/seed-1.run: \(refused)")
    }
  }

  @Test func `devices and pipes get what is written, and stay what they are`() throws {
    let piped = try Program.shell(
      "\"$0\" figure 2 --out /dev/stdout | head -c 5; ls -ld /dev/stdout")
    #expect(piped.output.hasPrefix("<?xml") || piped.output.hasPrefix("<svg "), "\(piped.output)")
    #expect(piped.output.contains("l") && piped.output.contains("/dev/stdout -> "))
    try withTemporaryFolder { folder in
      let result = try Program.shell(
        """
        cd "$FOLDER"; mkfifo pipe; mkdir dir; ln -s real.svg link; echo before > real.svg
        cat pipe > got & "$0" figure 2 --out pipe; wait
        "$0" figure 2 --out link; "$0" figure 2 --out dir; echo "status $?"
        ln -s dir/second first; ln -s ../new.svg dir/second; ln -s loop loop
        "$0" figure 2 --out first; "$0" figure 2 --out loop; echo "status $?"
        [ -p pipe ] && [ -L link ] && [ -L first ] && [ -L loop ] && cmp got real.svg && cmp got new.svg \
          && echo same
        """, environment: ["FOLDER": folder.path])
      #expect(result.output.hasSuffix("status 70\nstatus 70\nsame\n"), "\(result.output)")
      #expect(
        result.errors
          == "dir: not written: Is a directory\nloop: not written: Too many levels of symbolic links\n"
      )
    }
  }

  @Test func `a folder that cannot be written is told with its name`() throws {
    for command in [
      "report --out /proc/x.html", "figure 2 --out /proc/x.svg",
      "train --lambda 1/250 --steps 1 --out /proc/x",
      "export coq --out /proc/x", "lemma 12 --r 5 --shard 1/1 --out /proc/x.txt",
    ] {
      let result = try Program.run(command.split(separator: " ").map(String.init))
      #expect([64, 70].contains(result.status), "\(command): \(result.status)")
      // A part names the folder.
      #expect(
        result.errors.contains(command.hasPrefix("lemma") ? "/proc: " : "/proc/x"),
        "\(command): \(result.errors)")
    }
  }
}
