import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `verify figure`: pictures that are documents, the numbers behind them, and whole files.
@Suite struct FigureTests {
  private func figure(_ options: String...) throws -> Program.Result {
    try Program.run(["figure"] + options)
  }

  @Test(arguments: [
    ["2"], ["2", "--r", "4", "--L", "2"], ["2", "--r", "3"], ["2", "--r", "12", "--L", "64"],
    ["2", "--r", "6", "--L", "3", "--lambda", "1/1000", "--n", "2"],
    ["3", "--r", "4..12", "--lambda", "1/250"], ["3", "--r", "5", "--L", "3"],
    ["3", "--r", "3..9", "--L", "2,3", "--lambda", "1e-6"],
    ["phase", "--r", "3..9", "--L", "2..5"], ["phase", "--r", "4", "--L", "3"],
  ])
  func `every picture is a document that needs nothing else`(_ options: [String]) throws {
    let result = try Program.run(["figure"] + options)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(XMLParser(data: Data(result.output.utf8)).parse())
    #expect(result.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(result.output.contains("@media (prefers-color-scheme: dark)"))
    // No links but the name space, and no number that is none.
    #expect(result.output.components(separatedBy: "http").count == 2)
    #expect(!result.output.contains("nan") && !result.output.contains("\"inf"))
    #expect(result.output == (try Program.run(["figure"] + options)).output)
  }

  @Test func `half of the signs minus is Definition 6 for r = 4 and 5, and loses less from 6 on`()
    throws
  {
    let result = try figure("3", "--half", "--r", "4..7,11", "--L", "3", "--format", "csv")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map { $0[1] } == ["4", "5", "6", "7", "11"])
    for row in rows.prefix(2) { #expect(row[7] == row[4]) }
    for row in rows[2..<4] {
      #expect(try #require(Double(row[7])) < #require(Double(row[4])) - 0.05)
    }
    // More vertices than are drawn.
    #expect(rows[4][7] == "")
    let picture = try figure("3", "--half", "--r", "4..7", "--L", "3")
    #expect(picture.output.contains("L = 3, half minus"))
  }

  @Test func `no curve of Figure 3 ends where both solutions are zero, and they are apart`() throws
  {
    let result = try figure("3", "--r", "5,20,60", "--format", "csv")
    let rows = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(rows.count == 9)
    #expect(rows.allSatisfy { $0[6] == "true" })
    for r in ["5", "20", "60"] {
      let ratios = try rows.filter { $0[1] == r }.map { try #require(Double($0[4])) }
      #expect(ratios[0] > ratios[1] + 0.05 && ratios[1] > ratios[2] + 0.05)
    }
    #expect(try figure("3", "--r", "5").output.contains(">n = 1, every λ = 1/100000</text>"))
  }

  @Test func `the few points of the second construction have a third of the width`() throws {
    let picture = try figure("3", "--half", "--r", "4..60", "--L", "3").output
    let places = try picture.components(separatedBy: "\n").filter { $0.contains("half minus, r =") }
      .map { try #require(Double($0.components(separatedBy: "cx=\"")[1].prefix { $0 != "\"" })) }
    #expect(places.count == 7)
    #expect(try #require(places.last) - places[0] > 528.0 / 3 - 10)
  }

  @Test func `the numbers of Figure 3`() throws {
    let result = try figure(
      "3", "--lambda", "1/250", "--r", "4,5,13", "--L", "3", "--format", "csv")
    #expect(
      result.output == """
        L,r,K,Lambda,ratio,bound,dnc_nonzero
        3,4,6,1/3906250000,1.05573687479,1.14974010417,true
        3,5,10,1/3906250000,0.920571250719,1.00531133902,true
        3,13,78,1/3906250000,1,1.05771461967,false

        """)
  }

  @Test func `the numbers of Figure 2 are exact`() throws {
    let result = try figure("2", "--r", "4", "--format", "csv")
    let lines = result.output.split(separator: "\n")
    #expect(lines[0] == "matrix,row,column,exact,factor,value")
    #expect(lines[1] == "M_3,1,1,√3/3,1.0,0.5773502691896257")
    #expect(lines.contains { $0.hasPrefix("M~_4,1,1,-√2/2,1.0,-0.7071067811865") })
    // r K entries of the first, and K² of five more.
    #expect(lines.count == 1 + 24 + 5 * 36)
  }

  @Test func `the numbers of the phase diagram`() throws {
    let result = try figure("phase", "--r", "4", "--L", "3", "--format", "csv")
    #expect(
      result.output == """
        L,r,K,from,to,order,srg_nonzero,dnc_nonzero
        3,4,6,0,0.00000340330732651,>,true,true
        3,4,6,0.00000340330732651,1/236196,>,false,true
        3,4,6,1/236196,inf,=,false,false

        """)
  }

  @Test func `a file is written whole or not at all`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "fig2.svg").path
      let result = try figure("2", "--out", path)
      #expect(result.status == 0)
      #expect(result.output == "")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == figure("2").output)
      // A failure leaves what was there before.
      let failed = try figure("2", "--r", "31", "--out", path)
      #expect(failed.status == 64)
      guard Program.canLimitFiles else { return }
      // No room for more than a kilobyte.
      let full = try Program.shell(
        "ulimit -f 1; trap '' XFSZ; \"$0\" figure 2 --r 9 --out '\(path)'")
      #expect(full.status == 70)
      #expect(full.errors.contains("not written: File too large"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == figure("2").output)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["fig2.svg"])
    }
  }

  @Test(arguments: [
    (["8"], "The value '8' is invalid"),
    (["2", "--r", "31"], "--r 31: 31 is outside 3 … 30"),
    (["2", "--r", "5,6"], "--r 5,6: expected one number"),
    (["2", "--lambda", "5"], "--lambda: the minimiser is zero for Λ = 3125"),
    (["2", "--n", "5"], "--n: matters only with --lambda"),
    (["3", "--lambda", "abc"], "--lambda abc: not a rational number"),
    (["3", "--lambda-H", "1", "--lambda-W", "1,1,1"], "--lambda-W: 3 values for L = 4 layers"),
    (["phase", "--lambda", "1"], "--lambda: the phase diagram has every regularisation"),
    (["phase", "--format", "png"], "The value 'png' is invalid"),
  ])
  func `what is not a figure`(_ options: [String], _ message: String) throws {
    let result = try Program.run(["figure"] + options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(message))
  }
}
