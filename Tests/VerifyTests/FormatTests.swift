import Foundation
import FoundationXML
import Testing

/// What other programs read.
@Suite struct FormatTests {
  @Test func `JSON is one object of the documented shape`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..9", "--format", "json"])
    #expect(result.status == 1)
    #expect(result.errors == "")
    let document = try object(result.output)
    #expect(document["schema"] as? String == "verify/1")
    #expect(document["command"] as? String == "lemma 13")
    #expect(document["exit"] as? Int == 1)
    let results = try #require(document["results"] as? [[String: Any]])
    #expect(results.count == 4)
    let printed = results[0]
    #expect(printed["claim"] as? String == "lemma-13")
    #expect(printed["statement"] as? String == "printed")
    #expect(printed["source"] as? String == "Lemma 13")
    #expect(printed["domain"] as? [String: String] == ["r": "5..9", "alpha": "1"])
    #expect(printed["verdict"] as? String == "refuted")
    #expect(printed["instances"] as? Int == 5)
    #expect(printed["holds"] as? Int == 1)
    let counterexample = try #require(printed["counterexample"] as? [String: Any])
    #expect(counterexample["at"] as? [String: String] == ["r": "6", "alpha": "1"])
    #expect(counterexample["what"] as? String == "eigenvalue 1")
    #expect(counterexample["claimed"] as? String == "22/7")
    #expect(counterexample["actual"] as? String == "36/7")
    #expect(printed["method"] as? String == "annihilating polynomial and traces")
    #expect(printed["principles"] is [String])
    #expect(results[1]["statement"] as? String == "corrected")
    #expect(results[1]["verdict"] as? String == "checked")
  }

  @Test func `the keys of JSON objects are sorted`() throws {
    let result = try Program.run(["theorem3", "--r", "4,5", "--L", "3", "--format", "json"])
    // Objects are indented: keys of one object follow one another at one depth.
    var open: [[String]] = []
    for line in result.output.split(separator: "\n") {
      if line.contains("\": "), let key = line.split(separator: "\"").dropFirst().first {
        let depth = open.count - 1
        if let last = open[depth].last { #expect(last < key) }
        open[depth].append(String(key))
      }
      if line.hasSuffix("{") || line.hasSuffix("[") { open.append([]) }
      if let first = line.first(where: { $0 != " " }), first == "}" || first == "]" {
        open.removeLast()
      }
    }
    #expect(open.isEmpty)
    #expect(result.output.hasPrefix("{\n  \"command\": \"theorem3\",\n"))
  }

  @Test(arguments: [
    ["lemma", "13", "--r", "4..12", "--alpha", "1,2/3"],
    ["theorem3", "--L", "3..5", "--r", "4..9"],
    ["explain", "lemma-12.graph-spectrum"],
    ["theorem3", "--r", "5", "--L", "3,4", "--lambda", "1/250"],
  ])
  func `the bytes do not depend on the number of jobs`(_ arguments: [String]) throws {
    for format in ["json", "text", "junit", "markdown", "latex", "html"] {
      let runs = try ["1", "2", "7"].map {
        try Program.run(arguments + ["--format", format, "--jobs", $0])
      }
      let outputs = runs.map { withoutTiming($0.output) }
      #expect(outputs[0].count > 100)
      #expect(outputs[1] == outputs[0])
      #expect(outputs[2] == outputs[0])
      #expect(Set(runs.map(\.status)).count == 1)
    }
  }

  @Test func `the exit in JSON is that of the process`() throws {
    let cases: [([String], Int32)] = [
      (["lemma", "12", "--r", "5"], 0), (["lemma", "13", "--r", "6"], 1),
      (["lemma", "10", "--r", "5", "--set", "vertices=4.."], 2),
      (["lemma", "12", "--r", "100000"], 3),
      (["explain", "lemma-13"], 0),
    ]
    for (arguments, status) in cases {
      let result = try Program.run(arguments + ["--format", "json"])
      #expect(result.status == status)
      #expect(try object(result.output)["exit"] as? Int == Int(status))
    }
  }

  /// Counts elements of an XML document.
  private final class Counter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var messages: [String] = []
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
      if let message = attributes["message"] { messages.append(message) }
    }
  }

  @Test func `JUnit has a test case for each form`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--format", "junit"])
    #expect(result.status == 1)
    let parser = XMLParser(data: Data(result.output.utf8))
    let counter = Counter()
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts == ["testsuite": 1, "testcase": 4, "failure": 1, "system-out": 1])
    #expect(
      counter.messages == ["r = 6, alpha = 1: eigenvalue 1: claimed 22/7, actual 36/7"])
  }

  @Test func `JUnit takes any characters`() throws {
    let text = "claim c\n  title \"<&> \\\"\"\n  printed\n    1 < 0\n"
    let result = try check(text, "--format=junit")
    if result.status == 1 { #expect(XMLParser(data: Data(result.output.utf8)).parse()) }
    #expect([1, 65].contains(result.status))
  }

  @Test func `a bar in a title stays one in Markdown`() throws {
    let result = try check("claim c title \"|x| = |y\" printed 1 = 1", "--format=markdown")
    #expect(result.output.contains(#"| \|x\| = \|y |"#), "\(result.output)")
  }

  @Test func `Markdown has a table of verdicts and one of counterexamples`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--format", "markdown"])
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("| statement | form | verdict | holds for | what it says |"))
    #expect(
      lines.contains(
        "| lemma-13 | printed | r = 6, alpha = 1 | eigenvalue 1 | 22/7  ≈ 3.14286 "
          + "| 36/7  ≈ 5.14286 |"))
    // All rows of a table have as many cells as its header.
    for table in result.output.components(separatedBy: "\n\n") where table.hasPrefix("|") {
      let widths = table.split(separator: "\n").map { $0.filter { $0 == "|" }.count }
      #expect(Set(widths).count == 1)
    }
  }

  @Test func `quiet writes the summary alone`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--quiet"])
    #expect(
      result.output == "2 of 3 statements hold; 1 refuted as printed, its corrected form holds.\n")
    #expect(result.errors == "")
  }

  @Test func `verbose says how each form was decided`() throws {
    let result = try Program.run(["lemma", "13", "--r", "5..7", "--verbose"])
    #expect(
      result.output.contains("\nlemma-13 (printed): annihilating polynomial and traces; leans on"))
  }
}
