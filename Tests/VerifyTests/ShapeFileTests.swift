import Foundation
import Testing

/// Certificates of shapes on file: the program and the second checker, and the commands that show them.
@Suite struct ShapeFileTests {
  private func recorded(_ name: String) throws -> String {
    try String(
      contentsOf: packageFolder.appending(path: "proofs/paper/certificates/\(name).shape"),
      encoding: .utf8)
  }

  /// What `verify certify` and `proofs/check.py` say about a certificate; nil without Python.
  private func verdicts(
    _ text: String
  ) throws -> (program: Program.Result, second: Program.Result?) {
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "my.shape"))
      let program = try Program.run(["certify", "my.shape"], in: folder)
      let hasPython = try Program.shell("command -v python3").status == 0
      let second =
        hasPython
        ? try Program.shell("python3 proofs/check.py '\(folder.path)/my.shape'") : nil
      return (program, second)
    }
  }

  @Test func `a shape for every Λ is named with all that it proves`() throws {
    let (program, second) = try verdicts(try recorded("K7-L3"))
    #expect(program.status == 0)
    let extent = "every Λ where the minimiser of DNC is not zero"
    #expect(program.output.contains("exactly, for K ≥ 7, L = 3, d_l ≥ K, \(extent)\n"))
    #expect(program.output.contains("exactly, for K ≥ 7, L ≥ 3, d_l ≥ K, \(extent)\n"))
    #expect(program.output.contains("certificate replayed"))
    if let second {
      #expect(second.status == 0)
      #expect(
        second.output.hasPrefix(
          "my.shape: K = 7, L = 3: loss < L_DNC for every K' >= K, x from 2 to infinity\n"))
    }
  }

  @Test func `a shape for some Λ does not say every`() throws {
    let program = try verdicts(try recorded("K5-L3")).program
    #expect(program.status == 0)
    #expect(program.output.contains("for K ≥ 5, L = 3, d_l ≥ K + 5, Λ/Λ_DNC from 0."))
    #expect(!program.output.contains("every Λ"))
    #expect(!program.output.contains("L ≥"))
  }

  /// A number of each line in turn: the checkers have to agree, whether or not what is said is still true.
  @Test(arguments: 0..<17)
  func `both checkers judge the same damage alike`(_ index: Int) throws {
    var lines = try recorded("K3-L4").split(separator: "\n").map(String.init)
    #expect(lines.count == 19)
    var words = lines[index + 2].split(separator: " ").map(String.init)
    words[words.count - 1] = ["7", "-7", "0", "1/2"][index % 4]
    lines[index + 2] = words.joined(separator: " ")
    let (program, second) = try verdicts(lines.map { $0 + "\n" }.joined())
    if let second { #expect((program.status == 0) == (second.status == 0), "\(lines[index + 2])") }
    #expect([0, 1, 65].contains(program.status))
  }

  /// Far beyond what floating point holds, and at a Λ of which nothing can be printed but 0.
  @Test(arguments: [18, 19, 40, 310])
  func `an interval may begin anywhere`(_ digits: Int) throws {
    let text = try recorded("K3-L4")
    let interval = try #require(text.split(separator: "\n").last)
    let far = "1" + String(repeating: "0", count: digits)
    for line in ["interval \(far) infinity 1", "interval 3 \(far) 1"] {
      let (program, second) = try verdicts(text.replacing(interval, with: line))
      #expect(program.status == 0, "\(line): \(program.errors)")
      if let second { #expect(second.status == 0, "\(line): \(second.output)") }
    }
  }

  @Test func `what is too large is refused by both checkers`() throws {
    let text = try recorded("K3-L4")
    let last = try #require(text.range(of: "interval "))
    let layer = "weights 3 3\nover 1\nrow 1 0 0\nrow 0 1 0\nrow 0 0 1\n"
    let deep =
      text[..<last.lowerBound] + String(repeating: layer, count: 61) + "interval 64 infinity 1\n"
    let (program, second) = try verdicts(String(deep))
    #expect(program.status == 1)
    if let second { #expect(second.status == 1, "\(second.output)") }
  }

  @Test func `a wider interval, a smaller K and a regularisation are refused`() throws {
    let text = try recorded("K5-L3")
    let interval = try #require(text.split(separator: "\n").last { $0.hasPrefix("interval ") })
    let parts = interval.split(separator: " ").map(String.init)
    for end in ["infinity", "1000000"] {
      let wide = text.replacing(interval, with: "interval \(parts[1]) \(end) \(parts[3])")
      let (program, second) = try verdicts(wide)
      #expect(program.status == 1)
      #expect(program.output.contains("shape INVALID: interval "))
      #expect(!program.output.contains("replayed"))
      if let second { #expect(second.status == 1) }
    }
    let below = text.replacing("interval 2 ", with: "interval 19/10 ")
    #expect(below != text)
    #expect(try verdicts(below).program.status == 1)
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "my.shape"))
      let result = try Program.run(["certify", "my.shape", "--lambda", "1/100"], in: folder)
      #expect(result.status == 64)
    }
  }

  @Test func `weights have a shape without any λ, which is written and comes back`() throws {
    // Two points, and three classes: one, both, the other; W_4 is not looked at.
    let weights = """
      {"H1": [[7, 6, 0], [0, 6, 7]],
       "W": [[[1, 0], [0, 1]], [[1, 0], [0, 1]], [[7, -7], [-7, 7], [5, 5]], [[0, 0, 0], [0, 0, 0], [0, 0, 0]]]}
      """
    try withTemporaryFolder { folder in
      try Data(weights.utf8).write(to: folder.appending(path: "w.json"))
      let result = try Program.run(
        ["certify", "w.json", "--certificate", "my.shape"], in: folder)
      #expect(result.errors == "")
      #expect(result.status == 0)
      // W_1 = I is no balanced factorisation, but near to one.
      #expect(result.output.contains("loss(shape) < loss(DNC), exactly, for K ≥ 3, L = 4, "))
      let again = try Program.run(["certify", "my.shape"], in: folder)
      #expect(again.status == 0)
      #expect(again.output.contains("certificate replayed"))
    }
  }

  @Test func `the phase of a shape has its losses, enclosed, beside the construction of the paper`()
    throws
  {
    let folder = "proofs/paper/certificates"
    let result = try Program.run(["phase", "--shape", "\(folder)/K6-L4.shape"], in: packageFolder)
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        "K6-L4.shape: loss(shape) < loss(DNC), exactly, for Λ/Λ_DNC > 0 up to 1\n"))
    #expect(result.output.contains("SRG/DNC"))
    #expect(result.output.contains("\n  K6-L4.shape and SRG: K6-L4.shape loses less\n"))
    // Two layers and K = 6: SRG loses what collapse does, so they change places where collapse does.
    let crossing = try Program.run(
      ["phase", "--shape", "\(folder)/K6-L2.shape"], in: packageFolder)
    #expect(crossing.output.contains("; they are equal at Λ/Λ_DNC = 0.774245305638…, below"))
    #expect(
      crossing.output.contains(
        "\n  K6-L2.shape and SRG: SRG loses less up to Λ/Λ_DNC = 0.774245305638…, then K6-L2.shape\n"
      ))
    let other = try Program.run(
      ["phase", "--shape", "\(folder)/K6-L4.shape", "\(folder)/K5-L3.shape"], in: packageFolder)
    #expect(other.status == 64)
    // Columns of one name each, also for one's own file beside that on file.
    let twice = try Program.run(
      ["phase", "--shape", "\(folder)/K5-L3.shape", "\(folder)/K5-L3.shape"], in: packageFolder)
    #expect(twice.status == 0)
    #expect(
      twice.output.contains("1:K5-L3.shape/DNC") && twice.output.contains("2:K5-L3.shape/DNC"))
    let part = try Program.run(["phase", "--shape", "\(folder)/K5-L3.shape"], in: packageFolder)
    #expect(part.output.contains("; they are equal at Λ/Λ_DNC = 0."))
  }

  @Test func `an invalid shape in the folder is named by points and by proofs`() throws {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "certificates")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let text = try recorded("K5-L3").replacing("interval 2 ", with: "interval 19/10 ")
      try Data(text.utf8).write(to: place.appending(path: "a.shape"))
      let points = try Program.run(["points", "--proofs", folder.path])
      #expect(points.status == 1)
      #expect(points.errors.hasPrefix("a.shape: invalid: interval 1: "))
      try Data((claim("r = r") + "  expect checked\n").utf8)
        .write(to: folder.appending(path: "a.claim"))
      let proofs = try Program.run(["proofs", folder.path])
      #expect(proofs.status == 1)
      #expect(proofs.output.contains("a.shape: invalid: interval 1: "))
    }
  }

  @Test func `a search without λ certifies, and finds nothing for two classes`() throws {
    try withTemporaryFolder { folder in
      let found = try Program.run(
        ["search", "--K", "3", "--L", "4", "--seeds", "2", "--certificate", "my.shape"], in: folder)
      #expect(found.status == 0)
      #expect(
        found.output.contains("for K ≥ 3, L ≥ 4, d_l ≥ K"))
      #expect(try Program.run(["certify", "my.shape"], in: folder).status == 0)
      let none = try Program.run(["search", "--K", "2", "--L", "4", "--seeds", "4"], in: folder)
      #expect(none.status == 2)
      #expect(none.output.contains("That says nothing about whether there is one."))
    }
  }
}
