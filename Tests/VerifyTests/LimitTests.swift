import Foundation
import Testing

/// The limit of memory, the folder of the statements, and streams that are not there.
@Suite struct LimitTests {
  @Test func `matrices over the limit of memory are refused with the figure`() throws {
    // Every entry of the 435 × 435 matrix for r = 30 would take 189225 entries; a megabyte holds
    // 1048576 bytes.
    let result = try Program.run(
      ["lemma", "12", "--r", "30", "--method", "dense", "--memory", "1M", "--format", "json"])
    #expect(result.status == 3)
    #expect(result.errors == "")
    let document = try object(result.output)
    #expect(document["exit"] as? Int == 3)
    let results = try #require(document["results"] as? [[String: Any]])
    let reason = try #require(results.first?["reason"] as? String)
    #expect(results.first?["verdict"] as? String == "undecided")
    #expect(results.first?["instances"] as? Int == 0)
    #expect(reason.contains("would take about"))
    #expect(reason.contains("the limit is 1 MB"))
    let small = try Program.run(
      ["lemma", "12", "--r", "10", "--method", "dense", "--memory", "10K"])
    #expect(small.output.contains("would take about 28 kB; the limit is 10 kB"))
    let granted = try Program.run(["lemma", "12", "--r", "10", "--method", "dense"])
    #expect(granted.status == 0)
  }

  @Test func `a refused statement does not stop the others`() throws {
    let large = claim("trace(gram(B(r))) = r*(r-1)", r: "1000000")
    let small = claim("r < 7").replacing("claim mine", with: "claim theirs")
    let result = try check(large + small)
    #expect(result.status == 3)
    #expect(result.output.contains("mine was refused: "))
    #expect(result.output.contains("the limit is 5000 vertices"))
    #expect(result.output.contains("theirs     printed  checked "))
    #expect(result.output.hasSuffix("\n1 of 2 statements hold; 1 refused as too large.\n"))
  }

  @Test func `a number that is no size of a matrix is refused with its place`() throws {
    let result = try check(claim("rank(I(10^30)) = 1"))
    #expect(result.status == 3)
    #expect(result.output.contains("the size of a matrix is too large, a number of 100 bits"))
  }

  @Test func `an operation that would take hours is refused with the figure`() throws {
    // 3000³ = 27·10^9
    let result = try check(claim("norm2(sample(3000, 3000, 3000, 1)) = 1"))
    #expect(result.status == 3)
    #expect(result.output.contains("about 27·10^9 multiplications; the limit is 20·10^9"))
  }

  @Test func `an option that is given twice lists its values`() throws {
    let twice = try Program.run(["lemma", "12", "--r", "5", "--r", "7..8"])
    let once = try Program.run(["lemma", "12", "--r", "5,7..8"])
    #expect(twice.status == 0)
    #expect(twice.output == once.output)
    let two = try Program.run(["theorem3", "--lambda", "1/250", "--lambda", "1/300"])
    #expect(two.status == 64)
    #expect(two.errors.contains("--lambda 1/250,1/300: not a rational number"))
  }

  @Test func `too many combinations are refused with their number`() throws {
    let wanted = claim("r = r", r: "1..1000000", more: "  parameter s integer default 1..1000\n")
    let result = try check(wanted)
    #expect(result.status == 3)
    #expect(result.output.contains("1000000 × 1000 combinations"))
  }

  @Test func `a closed standard output is no success, and no crash`() throws {
    let closed = try Program.shell("\"$0\" lemma 12 --r 5 >&-")
    #expect(closed.status == 70)
    #expect(closed.errors.contains("the result cannot be written"))
    let silent = try Program.shell("\"$0\" lemma 12 --r 5 >&- 2>&-")
    #expect(silent.status == 70)
  }

  @Test func `a closed standard input is a file that cannot be read`() throws {
    let result = try Program.shell("\"$0\" check - <&-")
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("-: "))
  }

  @Test func `a wrong record is named`() throws {
    try withTemporaryFolder { folder in
      let right = claim("r < 7") + "  expect checked\n"
      let wrong =
        claim("r < 6").replacing("claim mine", with: "claim theirs") + "  expect checked\n"
      try Data(right.utf8).write(to: folder.appending(path: "a.claim"))
      try Data(wrong.utf8).write(to: folder.appending(path: "b.claim"))
      let result = try Program.run(["proofs", "."], in: folder)
      #expect(result.status == 1)
      let differing = result.output.split(separator: "\n").filter { $0.contains("differs") }
      #expect(differing.count == 1)
      #expect(differing.first?.hasPrefix("theirs ") == true)
      #expect(result.output.contains("theirs (printed) fails first at r = 6:"))
      #expect(result.output.hasSuffix("\n1 of 2 verdicts are as recorded; 1 is not.\n"))
    }
  }

  @Test func `the statements are those of the nearest folder, or of the one that is named`() throws
  {
    try withTemporaryFolder { folder in
      let proofs = folder.appending(path: "proofs")
      let below = folder.appending(path: "some/where")
      for new in [proofs, below] {
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
      }
      let text = claim("r < 7") + "  expect checked\n"
      try Data(text.utf8).write(to: proofs.appending(path: "a.claim"))
      let summary = "1 of 1 verdicts are as recorded.\n"
      for place in [folder, below] {
        let result = try Program.run(["proofs", "--quiet"], in: place)
        #expect(result.status == 0)
        #expect(result.output == summary)
      }
      let named = try Program.run(["proofs", "--quiet", "--proofs", proofs.path])
      #expect(named.output == summary)
      let set = try Program.run(
        ["proofs", "--quiet"], environment: ["VERIFY_PROOFS": proofs.path])
      #expect(set.output == summary)
      // What is wanted from that folder must be there.
      let missing = try Program.run(["lemma", "12"], in: folder)
      #expect(missing.status == 65)
      #expect(missing.errors.contains("lemma-12 is not among the statements on file"))
    }
  }
}
