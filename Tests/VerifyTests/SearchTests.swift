import Foundation
import Testing

/// `verify search`: tiny runs, exact text and exit codes.
@Suite struct SearchTests {
  private let hexagon = [
    "search", "--K", "6", "--L", "2", "--lambda", "33/500", "--width", "6", "--seeds", "2",
    "--first-seed", "1", "--steps", "500",
  ]

  /// The numbers of the shape, its nuclear norms too, are those of another program (NumPy).
  @Test func `a point that is found is certified`() throws {
    let result = try Program.run(hexagon)
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(
      result.output == """
        K = 6 classes, L = 2 layers, n = 1, every λ = 33/500; Λ = n·λ_H·λ_1⋯λ_L = 35937/125000000
        2 starts, seeds 1 … 2; width 6; 500 steps, rate 0.5
        The best start, seed 2, ends near 0.492622705.

        The point: seed 2, rounded to fractions over 10; H_1 is 2×6, W_1 … W_2 are 6×2, 6×6.

                   loss             loss of the point / this
        ─────────  ───────────────  ────────────────────────
        the point  30817/62500      1
        DNC        0.499195692643…  0.987732881645…
        SRG        0.499195692643…  0.987732881645…

        loss(point) < loss(DNC), exactly; certificate replayed, 60 numbers:
          loss(point) = 30817/62500 < 1501/3042 ≤ loss(DNC), by x = 20/19.
          DNC is not optimal for K = 6, L = 2 and every Λ from 0.000274523 to 0.000287496, and, with blocks of DNC,
          for every K' ≥ 6 where (K'/6)^3·Λ' is one of these; widths d_l ≥ K.
        loss(point) < loss(SRG), exactly.

        The shape H_1, W_1 (2×6, 6×2), for every n and all λ's:
          loss(shape) < loss(DNC), exactly, for K ≥ 6, L = 2, d_l ≥ K, Λ/Λ_DNC from 0.7875 to 1
          1 - loss/loss(DNC) is at least 1.4 % at x = 1, Λ/Λ_DNC = 1
          D·tr(G⁻¹)/K^3 is infinite: G has no inverse; 1 interval, 24 numbers
          nuclear norm of W_1 H_1 before and after σ: 2.7782008… and 2.9903900…

        """)
  }

  @Test(arguments: [["--first-seed", "7"], ["--steps", "5"], ["--rate", "0.1"]])
  func `what a search without λ does not look at is refused`(_ options: [String]) throws {
    let result = try Program.run(["search", "--K", "4", "--L", "3"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains("\(options[0]): matters only with --lambda"))
  }

  /// The paper's construction is not beaten by the search alone, so the search begins there.
  @Test func `the search does not end above what the program itself knows`() throws {
    let result = try Program.run(
      [
        "search", "--K", "10", "--L", "4", "--lambda", "1/250", "--seeds", "1", "--steps", "400",
        "--keep", "0.99",
      ])
    #expect(result.status == 0)
    #expect(result.output.contains("The best start, near a construction, ends near 0.08091"))
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
    ["--lambda", "1", "--steps", "0"], ["--lambda", "1", "--rate", "0"], ["--K", "65"],
    ["--lambda", "1", "--jobs", "0"], ["--lambda", "-1"],
    ["--lambda", "1e-400"], ["--lambda", "1", "--keep", "1"],
  ])
  func `options that do not fit are usage errors`(_ options: [String]) throws {
    let result = try Program.run(["search"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test func `a search whose time is nearly up says what it has come to`() throws {
    let result = try Program.run(
      ["search", "--K", "3", "--L", "4", "--seeds", "100000", "--timeout", "6"])
    #expect(result.status == 3)
    #expect(result.output.contains("The time limit was reached: "))
    #expect(result.output.contains(" of 100015 starts were begun"))
  }
}
