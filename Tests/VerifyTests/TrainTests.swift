import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `verify train` and the figures of trainings: tiny runs, files and exit codes.
@Suite struct TrainTests {
  /// A folder that goes away with the test.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "train-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func train(_ folder: URL, _ options: [String] = []) throws -> Program.Result {
    try Program.run(
      ["train", "--K", "3", "--L", "4", "--n", "5", "--width", "6", "--lambda", "1/100"]
        + ["--out", folder.path] + options)
  }

  private func file(_ folder: URL, _ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// The numbers of a session in which somebody trains, is interrupted, and goes on.
  @Test func `the same command goes on where a run was stopped, and ends as without that`() throws {
    try withFolder { folder in
      let (parts, whole) = (folder.appending(path: "parts"), folder.appending(path: "whole"))
      let options = ["--seeds", "2", "--steps", "400"]
      #expect(try train(parts, ["--seeds", "1", "--steps", "150"]).status == 0)
      let result = try train(parts, options + ["--jobs", "2"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("Width 6; seeds 1 … 2; 400 steps of rate 0.5."))
      #expect(try train(whole, options + ["--jobs", "1"]).status == 0)
      for name in ["run", "csv", "npz", "safetensors"] {
        for seed in 1...2 {
          let file = "seed-\(seed).\(name)"
          #expect(try self.file(parts, file) == self.file(whole, file), "\(file)")
        }
      }
      // Where all is done, the ends are shown again.
      #expect(try train(parts, options).output == result.output)
    }
  }

  @Test func `the loss of the weights is that of certify and of the curve`() throws {
    try withFolder { folder in
      let json = try train(folder, ["--steps", "300", "--digits", "9", "--format", "json"])
      #expect(json.status == 0)
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let run = try #require((answer["runs"] as? [[String: Any]])?.first)
      let loss = try #require((run["loss"] as? [String: Any])?["decimal"] as? String)
      for name in ["seed-1.npz", "seed-1.safetensors"] {
        let certified = try Program.run([
          "certify", folder.appending(path: name).path, "--lambda", "1/100", "--n", "5", "--digits",
          "9",
        ])
        #expect(certified.status == 0)
        #expect(certified.output.contains(loss), "\(name): \(loss)")
      }
      let curve = String(decoding: try file(folder, "seed-1.csv"), as: UTF8.self)
      let last = try #require(curve.split(separator: "\n").last).split(separator: ",")
      #expect(last[0] == "300")
      let rounded = try #require(Double(last[1]))
      let digits = try #require(Double(loss.dropLast()))
      #expect(abs(rounded - digits) < 1e-9)
    }
  }

  /// A training of two classes at its end, with H_1 = diag(1, x) and identities.
  private func training(_ x: String) -> String {
    """
    verify training 1
    classes 2
    samples 1
    widths 2 2
    lambda_H 1/100
    lambda_W 1/100 1/100
    rate 0.5
    seed 1
    step 1
    at 1 0.3 0.2 0 0 0
    H1 2 2
    1.0 0.0
    0.0 \(x)
    W1 2 2
    1.0 0.0
    0.0 1.0
    W2 2 2
    1.0 0.0
    0.0 1.0

    """
  }

  /// A training of two classes whose weights are written by hand: M̃_2 = M_2 = diag(1, x).
  ///
  /// The loss is (1 - x)²/4 + (1 + x² + 2 + 2)/200; x is a singular value, above a thousandth or not.
  @Test(arguments: [("0.001953125", "0.274024…", 2), ("0.00048828125", "0.274755…", 1)])
  func `loss and ranks are those of the numbers in the file`(
    _ x: String, _ loss: String, _ rank: Int
  ) throws {
    try withFolder { folder in
      try Data(training(x).utf8).write(to: folder.appending(path: "seed-1.run"))
      let result = try Program.run([
        "train", "--K", "2", "--L", "2", "--width", "2", "--lambda", "1/100", "--steps", "1",
        "--out", folder.path,
      ])
      #expect(result.status == 0, "\(result.errors)")
      let row = try #require(result.output.split(separator: "\n").first { $0.contains(loss) })
      #expect(row.split(separator: " ").suffix(2) == ["\(rank)", "\(rank)"])
    }
  }

  @Test func `a folder that cannot be written is told before the training`() throws {
    let result = try train(URL(filePath: "/proc"), ["--steps", "1000000000"])
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("/proc: no file can be written there: "), "\(result.errors)")
  }

  @Test(arguments: ["1e400", "nan", "-inf"])
  func `a weight that is no number is refused with its line`(_ value: String) throws {
    try withFolder { folder in
      let file = folder.appending(path: "seed-1.run")
      try Data(training(value).utf8).write(to: file)
      let result = try Program.run(["figure", "1", "--runs", folder.path])
      #expect(result.status == 65)
      #expect(result.errors == "\(file.path):13: expected finite numbers\n")
    }
  }

  @Test func `an interrupt keeps what was reached`() throws {
    try withFolder { folder in
      let out = folder.appending(path: "runs").path
      let command =
        "\"$0\" train --K 3 --L 3 --n 4 --width 5 --lambda 1/100 --steps 900000000 --out '\(out)'"
      let result = try Program.shell(command, ending: SIGINT, after: 0.3)
      #expect(result.status == 3)
      #expect(result.output.contains("Stopped: interrupted. 1 of 1 trainings"))
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(names == ["seed-1.run"])
    }
  }

  @Test func `a run that diverges is told`() throws {
    try withFolder { folder in
      let result = try train(folder, ["--steps", "100", "--rate", "900"])
      #expect(result.status == 2)
      #expect(result.output.contains("Seed 1: the objective left the numbers after"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "seed-1.npz").path))
    }
  }

  @Test func `another training in the folder, or a damaged one, is refused with its name`() throws {
    try withFolder { folder in
      #expect(try train(folder, ["--steps", "20"]).status == 0)
      let run = folder.appending(path: "seed-1.run")
      let before = try Data(contentsOf: run)
      for options in [["--steps", "10"], ["--steps", "30", "--rate", "0.25"]] {
        let result = try train(folder, options)
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix("\(run.path): a training "), "\(result.errors)")
      }
      #expect(try Data(contentsOf: run) == before)
      try Data(before.prefix(before.count / 2)).write(to: run)
      let result = try train(folder, ["--steps", "30"])
      #expect(result.status == 65)
      #expect(result.errors.hasPrefix("\(run.path):"), "\(result.errors)")
      #expect(result.errors.contains("expected"))
    }
  }

  @Test(arguments: [
    (["--steps", "0"], "--steps 0: expected 1 to"), (["--seeds", "0"], "--seeds 0: expected 1 to"),
    (["--rate", "0"], "--rate 0.0: expected a positive number"),
    (["--out", "/dev/null/runs"], "/dev/null/runs: no folder was made"),
    (["--width", "6,6"], "--width 6,6: expected one number"),
    (["--width", "1000", "--n", "1000"], "expected at most 4194304"),
  ])
  func `bad options are usage errors`(_ options: [String], _ message: String) throws {
    try withFolder { folder in
      let kept = ["train", "--K", "3", "--L", "4", "--lambda", "1/100", "--out", folder.path]
      let result = try Program.run(kept + options)
      #expect(result.status == 64)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  // MARK: Figures

  @Test func `figures of trainings are drawn, with the numbers they show`() throws {
    try withFolder { folder in
      #expect(try train(folder, ["--steps", "60", "--seeds", "2"]).status == 0)
      for figure in ["1", "3-middle", "3-right", "4", "5", "6", "7"] {
        let picture = try Program.run(["figure", figure, "--runs", folder.path])
        #expect(picture.status == 0, "\(figure): \(picture.errors)")
        #expect(XMLParser(data: Data(picture.output.utf8)).parse())
        let table = try Program.run(["figure", figure, "--format", "csv", "--runs", folder.path])
        #expect(table.output.hasPrefix("panel,series,x,value,lower,upper\n"))
      }
      // The mean of the last losses is that of the files.
      let table = try Program.run(["figure", "1", "--format", "csv", "--runs", folder.path])
      let rows = table.output.split(separator: "\n").map { $0.split(separator: ",") }
      let shown = try #require(rows.last { $0[0] == "3" && $0[2] == "60.0" }).dropFirst(3)
      let losses = try (1...2).map { seed in
        let text = String(decoding: try file(folder, "seed-\(seed).csv"), as: UTF8.self)
        let last = try #require(text.split(separator: "\n").last)
        return try #require(Double(last.split(separator: ",")[1]))
      }
      let mean = (losses[0] + losses[1]) / 2
      let deviation = abs(losses[0] - losses[1]) / 2.0.squareRoot()
      let expected = [mean, mean - deviation, mean + deviation]
      #expect(zip(shown, expected).allSatisfy { abs((Double($0) ?? .nan) - $1) < 1e-12 })
    }
  }

  @Test func `what is no folder of trainings is refused`() throws {
    try withFolder { folder in
      func figure(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["figure"] + arguments)
      }
      let empty = try figure(["1", "--runs", folder.path])
      #expect(empty.status == 65)
      #expect(empty.errors.contains("the folder has no trainings (*.run)"))
      #expect(try figure(["1", "--runs", "/no/such/folder"]).status == 65)
      #expect(try figure(["1"]).status == 64)
      #expect(try figure(["2", "--runs", folder.path]).status == 64)
      #expect(try figure(["1", "--runs", folder.path, "--r", "5"]).status == 64)
      let text = "verify training 1\nclasses x\n"
      try Data(text.utf8).write(to: folder.appending(path: "seed-1.run"))
      let damaged = try figure(["1", "--runs", folder.path])
      #expect(damaged.status == 65)
      #expect(damaged.errors.contains("seed-1.run:2: expected classes"))
      let other = folder.appending(path: "other")
      try FileManager.default.removeItem(at: folder.appending(path: "seed-1.run"))
      #expect(try train(folder, ["--steps", "20"]).status == 0)
      #expect(try train(other, ["--steps", "30"]).status == 0)
      let mixed = try figure(["1", "--runs", folder.path, other.path])
      #expect(mixed.status == 64)
      #expect(mixed.errors.contains("these differ"))
      let first = folder.appending(path: "seed-1.run")
      let copy = folder.appending(path: "seed-2.run")
      try FileManager.default.copyItem(at: first, to: copy)
      let twice = try figure(["1", "--runs", folder.path])
      #expect(twice.status == 65)
      #expect(
        twice.errors
          == "\(copy.path): the training of seed 1, which is seed-1.run as well; expected each once\n"
      )
      try FileManager.default.removeItem(at: copy)
      // Files for other programs that were moved away are written again.
      try FileManager.default.removeItem(at: folder.appending(path: "seed-1.npz"))
      #expect(try train(folder, ["--steps", "20"]).status == 0)
      #expect(
        FileManager.default.fileExists(atPath: folder.appending(path: "seed-1.npz").path))
      #expect(try figure(["6", "--seed", "9", "--runs", folder.path]).status == 64)
    }
  }
}
