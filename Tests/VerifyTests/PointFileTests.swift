import Foundation
import Testing

/// Certificates of points on file: `verify proofs`, `verify points` and the second checker.
@Suite struct PointFileTests {
  /// What the pages and the tests name; there may be more.
  private static let names = (3...7).flatMap { classes in
    (2...6).compactMap { layers in
      (classes, layers) == (3, 2) || (classes, layers) == (3, 3) || (classes, layers) == (4, 2)
        ? nil : "K\(classes)-L\(layers)"
    }
  }

  private func recorded(_ name: String) throws -> String {
    try String(
      contentsOf: packageFolder.appending(path: "proofs/paper/certificates/\(name).point"),
      encoding: .utf8)
  }

  /// What `verify proofs` and `proofs/check.py` say about a certificate; nil without Python.
  private func verdicts(
    _ text: String
  ) throws -> (proofs: Program.Result, second: Program.Result?) {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "proofs/certificates")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data((claim("r = r") + "  expect checked\n").utf8)
        .write(to: folder.appending(path: "proofs/a.claim"))
      try Data(text.utf8).write(to: place.appending(path: "my.point"))
      let proofs = try Program.run(["proofs", "proofs", "--verbose"], in: folder)
      let hasPython = try Program.shell("command -v python3").status == 0
      let second =
        hasPython ? try Program.shell("python3 proofs/check.py '\(place.path)'") : nil
      return (proofs, second)
    }
  }

  @Test func `a valid point is named with what it proves, by both checkers`() throws {
    let (proofs, second) = try verdicts(try recorded("K6-L2"))
    #expect(proofs.status == 0)
    #expect(proofs.output.contains("K = 6, L = 2: DNC is not optimal for Λ from 0.000"))
    #expect(proofs.output.contains("60 numbers"))
    #expect(proofs.output.hasSuffix("as recorded; 1 of 1 certificates are valid.\n"))
    if let second {
      #expect(second.status == 0)
      #expect(second.output.contains("my.point: K = 6, L = 2, Lambda = 35937/125000000: loss"))
      #expect(second.output.hasSuffix("1 of 1 certificates are valid\n"))
    }
  }

  @Test(arguments: 0..<14)
  func `both checkers refuse the same damage`(_ index: Int) throws {
    let text = try recorded("K6-L2")
    let lines = text.split(separator: "\n").map(String.init)
    // A number of the line is changed, or the line is left out.
    let target = index * lines.count / 14
    var damaged = lines
    if index % 3 == 0 {
      damaged.remove(at: target)
    } else {
      var words = lines[target].split(separator: " ").map(String.init)
      words[words.count - 1] = words[words.count - 1] == "7" ? "8" : "7"
      damaged[target] = words.joined(separator: " ")
    }
    let (proofs, second) = try verdicts(damaged.map { $0 + "\n" }.joined())
    #expect(proofs.status == 1 || proofs.status == 65)
    if let second {
      #expect(second.status == 1)
      #expect(second.output.contains("INVALID"))
    }
  }

  @Test func `both checkers accept all points and shapes on file`() throws {
    let folder = packageFolder.appending(path: "proofs/paper/certificates").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".point") || $0.hasSuffix(".shape") }.sorted()
    #expect(Set(files).isSuperset(of: Self.names.map { "\($0).point" }))
    let second = try Program.shell(
      "command -v python3 > /dev/null || exit 77; python3 proofs/check.py")
    guard second.status != 77 else { return }
    #expect(second.status == 0)
    #expect(second.output.hasSuffix("\(files.count) of \(files.count) certificates are valid\n"))
    for name in files { #expect(second.output.contains("\(name): K = ")) }
  }

  @Test func `the second checker is short and needs the standard library alone`() throws {
    let text = try String(
      contentsOf: packageFolder.appending(path: "proofs/check.py"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 250)
    let imports = text.split(separator: "\n")
      .filter { $0.hasPrefix("import ") || $0.hasPrefix("from ") }
    #expect(
      imports == [
        "import math", "import os", "import re", "import sys", "from fractions import Fraction",
      ])
  }

  @Test func `an invalid point in the folder is named by points`() throws {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "certificates")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let none = try Program.run(["points", "--proofs", folder.path])
      #expect(none.status == 65)
      let text = try recorded("K5-L3").replacing("classes 5", with: "classes 4")
      try Data(text.utf8).write(to: place.appending(path: "a.point"))
      let result = try Program.run(["points", "--proofs", folder.path])
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("a.point: invalid: "))
    }
  }
}
