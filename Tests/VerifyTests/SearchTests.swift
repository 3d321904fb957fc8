import Foundation
import Testing

/// `verify search`: tiny runs, exact text and exit codes.
@Suite struct SearchTests {
  private let hexagon = [
    "search", "--K", "6", "--L", "2", "--lambda", "33/500", "--width", "6", "--seeds", "2",
    "--first-seed", "1", "--steps", "STEPS",
  ]

  @Test func `a point that is found is certified`() throws {
    let result = try Program.run(hexagon)
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(
      result.output == """
SEARCHTEXT
        """)
  }

  @Test func `the answer is the same for every number of jobs, in every format`() throws {
    for format in ["text", "json", "markdown"] {
      let outputs = try [1, 2, 5].map { jobs in
        withoutTiming(
          try Program.run(hexagon + ["--jobs", "\(jobs)", "--format", format]).output)
      }
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0] == outputs[2])
      #expect(outputs[0].contains("certificate"))
    }
  }

  @Test func `the certificate that is written replays`() throws {
    try withTemporaryFolder { folder in
      let result = try Program.run(hexagon + ["--certificate", "my.point"], in: folder)
      #expect(result.status == 0)
      let again = try Program.run(["certify", "my.point"], in: folder)
      #expect(again.status == 0)
      #expect(again.output.contains("loss(point) < loss(DNC), exactly; certificate replayed"))
    }
  }

  @Test func `that nothing was found does not say that nothing exists`() throws {
    try withTemporaryFolder { folder in
      let result = try Program.run(
        [
          "search", "--K", "2", "--L", "3", "--lambda", "1/50", "--width", "3", "--seeds", "2",
          "--steps", "200", "--certificate", "none.point",
        ], in: folder)
      #expect(result.status == 2)
      #expect(
        result.output.hasSuffix(
          """
          Nothing was found: no start led to a point that is certified to lose less than DNC.
          That says nothing about whether there is one.

          """))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "none.point").path))
    }
  }

  @Test(arguments: [
    ["--K", "1", "--lambda", "1"], ["--lambda", "1", "--width", "0"],
    ["--lambda", "1", "--width", "3,3"], ["--lambda", "1", "--seeds", "0"],
    ["--lambda", "1", "--steps", "0"], ["--lambda", "1", "--rate", "0"], ["--L", "4"],
    ["--lambda", "1", "--jobs", "0"], ["--lambda", "-1"],
  ])
  func `options that do not fit are usage errors`(_ options: [String]) throws {
    let result = try Program.run(["search"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
  }
}
