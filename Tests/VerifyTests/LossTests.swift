import Foundation
import Testing

/// `verify loss`: one problem, exact text and exit codes.
@Suite struct LossTests {
  private func loss(_ options: String...) throws -> Program.Result {
    try Program.run(["loss"] + options)
  }

  @Test func `one problem with its minimisers and parts`() throws {
    let result = try loss("--r", "5", "--L", "4", "--lambda", "1/250", "--digits", "12")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        K = 10 classes, L = 4 layers, n = 1, every λ = 1/250; Λ = n·λ_H·λ_1⋯λ_L = 1/976562500000
        SRG: SRG(5), Definition 6
        DNC is not zero iff Λ < (L-1)^(L-1)/(K^(L+1)·L^(2L)) = 27/6553600000; here it is not zero.

                                      SRG                 DNC
        ────────────────────────────  ──────────────────  ──────────────────
        loss                          0.0809113321993…    0.0991798746355…
          fit, 1/(2N) ‖W_L H_L - Y‖²  0.000787551958586…  0.000841235129169…
          λ_L/2 ‖W_L‖²                0.0160247560481…    0.0196677279012…
          λ_l/2 ‖W_l‖², each l < L    0.0160247560481…    0.0196677279012…
          λ_H/2 ‖H_1‖²                0.0160247560481…    0.0196677279012…
        minimiser t                   0.0320495120963…    0.0393354558025…
          x = (t/K₀)^L/(KΛ)           10.3035227219…      23.3795846361…
          α_2                         2.69763477105…      0.967048801997…
          α_3                         4.32289391132…      0.950982635247…
          α_4                         2.77093281404…      0.935183385444…

        loss(SRG) / loss(DNC) = 0.815803937004…
        loss(SRG) < loss(DNC), exactly; certificate replayed over 4 cells:
          2·loss(SRG) < 2/11 at t = 1/24; 2·loss(DNC) ≥ 2/11 for all t.

        """)
  }

  @Test(arguments: [
    // The critical Λ itself, spread over the parameters: DNC is 1/2, the construction less.
    (["--r", "5", "--L", "4", "--lambda-H", "27/6553600000", "--lambda-W", "1,1,1,1"], "<"),
    (["--r", "4", "--L", "3", "--lambda-H", "4/944784", "--lambda-W", "1,1,1"], "="),
    (["--r", "4", "--L", "3", "--lambda", "1/250"], ">"),
    (["--r", "3", "--L", "4", "--lambda", "1/250"], ">"),
    (["--r", "3", "--L", "4", "--lambda", "250"], "="),
    (["--r", "4", "--L", "2", "--lambda", "1/250"], "="),
    (["--r", "5", "--L", "2", "--lambda", "1/250"], ">"),
    (["--r", "5", "--L", "2", "--lambda-H", "1/17000", "--lambda-W", "1,1"], "<"),
    (["--r", "200", "--L", "64", "--lambda", "1e-30"], "<"),
    (["--r", "200", "--L", "64", "--lambda", "1e30"], "="),
    (["--r", "40", "--L", "4096", "--lambda", "1e-8"], "<"),
    (["--K", "7", "--L", "4", "--lambda", "1/250"], "<"),
    (["--K", "10", "--L", "4", "--lambda", "1/250", "--n", "50"], "<"),
    (["--K", "9", "--L", "3", "--lambda", "9"], "="),
  ])
  func `the order is decided, whatever it is`(_ options: [String], _ order: String) throws {
    let result = try Program.run(["loss", "--format", "json"] + options)
    #expect(result.status == 0)
    let answer = try object(result.output)
    let comparisons = try #require(answer["comparisons"] as? [[String: Any]])
    #expect(comparisons[0]["order"] as? String == order)
    #expect((comparisons[0]["certificate"] as? [String: Any])?["replayed"] as? Bool == true)
    #expect(
      withoutTiming(result.output)
        == withoutTiming(
          try Program.run(["loss", "--format", "json"] + options).output))
  }

  @Test func `both ways of Definition 8`() throws {
    let result = try loss("--K", "7", "--L", "4", "--lambda", "1/250")
    #expect(result.output.contains("SRG, way 1: SRG(4) and DNC(1), Definition 8, first way\n"))
    #expect(
      result.output.contains("SRG, way 2: SRG(5) without 3 columns, edges at one vertex, "))
    #expect(result.output.contains("without 3 columns, edges that touch as little as can be, "))
    #expect(result.output.contains("loss(SRG, way 2, apart) > loss(DNC), exactly, by bounds"))
    #expect(result.output.contains("loss(SRG, way 2) / loss(DNC) = 1.0233360942056837658…\n"))
    // With one column less it does not matter which.
    let nine = try loss("--K", "9", "--L", "3", "--lambda", "1/250")
    #expect(nine.output.contains("SRG, way 2: SRG(5) without 1 column, Definition 8, second way\n"))
    #expect(!nine.output.contains("apart"))
    let triangular = try loss("--K", "10", "--L", "4", "--lambda", "1/250")
    #expect(triangular.output.contains("way 2: SRG(5), Definition 8, second way\n"))
  }

  @Test func `markdown has the same numbers`() throws {
    let result = try loss("--r", "5", "--lambda", "2", "--format", "markdown")
    #expect(result.output.hasPrefix("## verify loss\n\nK = 10 classes"))
    #expect(result.output.contains("| loss | 1/2 | 1/2 |\n"))
  }

  @Test func `the certificate is written whole or not at all`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "my.loss").path
      let result = try loss("--r", "5", "--lambda", "1/250", "--certificate", path)
      #expect(result.status == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("loss-statement 1\nclasses 10\nlayers 4\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["my.loss"])
      let wrong = folder.appending(path: "none/my.loss").path
      let failed = try loss("--r", "5", "--lambda", "1/250", "--certificate", wrong)
      #expect(failed.status == 70)
      #expect(failed.errors == "\(wrong): not written: No such file or directory\n")
      // What is seen only when it is written takes no answer with it.
      let full = try loss("--r", "5", "--lambda", "1/250", "--certificate", "/dev/full")
      #expect(full.status == 70)
      #expect(full.output.contains("loss(SRG) < loss(DNC), exactly"))
      #expect(full.errors == "/dev/full: not written: No space left on device\n")
    }
  }

  @Test(arguments: [
    (["--lambda", "1//250"], "--lambda 1//250: not a rational number; expected e.g. 1/250, 0.004"),
    (["--lambda", "0"], "--lambda 0: expected a positive number"),
    (["--lambda", "-1"], "--lambda -1: expected a positive number"),
    (["--lambda", "1/250x"], "--lambda 1/250x: not a rational number"),
    ([], "--lambda: the regularisation is missing"),
    (["--lambda", "1", "--L", "1"], "--L 1: 1 is outside 2 … 4096, the numbers of layers"),
    (["--lambda", "1", "--L", "3,4"], "--L 3,4: expected one number"),
    (["--lambda", "1", "--r", "2"], "--r 2: 2 is outside 3 … 5000"),
    (["--lambda", "1", "--K", "5"], "--K 5: 5 is outside 6 … 10000000"),
    (["--lambda", "1", "--r", "5", "--K", "10"], "--r and --K"),
    (["--lambda", "1", "--r", "5.."], "--r 5..: expected a finite range"),
    (["--lambda", "1", "--digits", "0"], "--digits 0: expected 1 to 1000"),
    (["--lambda", "1", "--n", "2/3"], "--n 2/3: expected a positive integer"),
    (["--lambda-H", "1", "--lambda-W", "1,1"], "--lambda-W: 2 values for L = 4 layers"),
    (["--lambda", "1", "--format", "junit"], "The value 'junit' is invalid"),
  ])
  func `what is not a problem`(_ options: [String], _ message: String) throws {
    let result = try Program.run(["loss"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(message))
    #expect(result.errors.contains("--help"))
  }

  @Test func `help has examples`() throws {
    let result = try loss("--help")
    #expect(result.status == 0)
    #expect(result.output.contains("verify loss --r 5 --L 4 --lambda 1/250\n"))
  }

  @Test func `the second way without a column to remove ties as the first one does`() throws {
    let result = try Program.run(
      ["loss", "--K", "6", "--L", "2", "--lambda-H", "1/5000", "--lambda-W", "1,1"])
    #expect(result.status == 0)
    #expect(!result.output.contains("undecided"))
  }

  @Test func `x is by the number of classes that the label names`() throws {
    let result = try Program.run(["loss", "--K", "8", "--L", "3", "--lambda", "1/36"])
    let row = try #require(
      result.output.split(separator: "\n").first { $0.contains("(t/K₀)^L/(KΛ)") })
    // K = 8 and K₀ = 10: 10/8 of the x of the problem with 10 classes.
    #expect(row.contains("1.5686"), "\(row)")
  }
}
