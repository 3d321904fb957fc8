import Foundation
import Testing

/// `verify export`: whole folders, and a refusal where something else is in the way.
@Suite struct ExportTests {
  private let proof = "lemma-12.decomposition"

  private func export(_ folder: URL, _ options: String...) throws -> Program.Result {
    try Program.run(["export", "coq", "--out", folder.path, "--only", proof] + options)
  }

  private func modified(_ file: URL) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
  }

  @Test func `a folder is made, and what is up to date is left alone`() throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.appending(path: "a/b")
      let first = try export(folder)
      #expect(first.status == 0 && first.errors == "")
      let library = try FileManager.default.contentsOfDirectory(
        atPath: packageFolder.appending(path: "proofs/coq").path
      ).filter { $0.hasSuffix(".v") }
      #expect(
        first.output.hasPrefix("1 proof and \(library.count) files of the library are in "))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names.contains("lemma_12_decomposition.v") && names.contains("Orbits.v"))
      #expect(!names.contains { $0.hasSuffix(".part") })
      let file = folder.appending(path: "Orbits.v")
      let before = try modified(file)
      // One that was changed by hand is written again.
      let record = folder.appending(path: "Makefile")
      try Data("changed".utf8).write(to: record)
      #expect(try export(folder).status == 0)
      #expect(try modified(file) == before)
      #expect(try String(contentsOf: record, encoding: .utf8).hasPrefix("# Written by verify"))
    }
  }

  @Test func `points are one file, of those that are named`() throws {
    try withTemporaryFolder { folder in
      #expect(try export(folder, "--only", "K3-L4", "--only", "K5-L2").status == 0)
      let text = try String(
        contentsOf: folder.appending(path: "certified_points.v"), encoding: .utf8)
      #expect(text.contains("Module K3_L4.") && text.contains("Module K5_L2."))
      #expect(text.components(separatedBy: "\nModule ").count == 3)
    }
  }

  @Test func `shapes are one file, of those that are named`() throws {
    try withTemporaryFolder { folder in
      #expect(try export(folder, "--only", "K3-L4", "--only", "K7-L3").status == 0)
      let text = try String(
        contentsOf: folder.appending(path: "certified_shapes.v"), encoding: .utf8)
      #expect(text.contains("Module K3_L4.") && text.contains("Module K7_L3."))
      #expect(text.components(separatedBy: "\nModule ").count == 3)
    }
  }

  @Test func `folders are taken, and without one all that is on file`() throws {
    try withTemporaryFolder { folder in
      func export(_ name: String, _ folders: [String]) throws -> Program.Result {
        try Program.run(["export", "coq"] + folders + ["--out", folder.path, "--only", name])
      }
      let graphs = packageFolder.appending(path: "proofs/graphs").path
      for folders in [[], [graphs]] {
        let result = try export("rook.spectrum", folders)
        #expect(result.status == 0 && result.output.hasPrefix("1 proof and "))
      }
      let text = try String(contentsOf: folder.appending(path: "rook_spectrum.v"), encoding: .utf8)
      #expect(text.contains("spectrum sets"))
      let other = try export(proof, [graphs])
      #expect(
        other.status == 64 && other.errors.contains("no \(proof).uniform, .point or .shape in "))
      #expect(try Program.run(["export", "coq", graphs]).status == 64)
    }
  }

  @Test func `files that are not from an export stay`() throws {
    try withTemporaryFolder { folder in
      let makefile = folder.appending(path: "Makefile")
      try Data("all:\n".utf8).write(to: makefile)
      let result = try export(folder)
      #expect(result.status == 64)
      #expect(result.errors.contains("Makefile is there already and not from an export"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Makefile"])
    }
  }

  @Test func `a place where no folder can be`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      try Data("text".utf8).write(to: file)
      for place in [file, file.appending(path: "below")] {
        let result = try export(place)
        #expect(result.status == 64 && result.output == "")
        #expect(result.errors.contains(place.path))
      }
    }
  }

  @Test(arguments: [
    ["export"], ["export", "coq"], ["export", "lean", "--out", "x"],
    ["export", "coq", "--out", "x", "--only", "no-such-proof"],
  ])
  func `what cannot be meant is a usage error`(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64 && result.output == "")
  }

  @Test func `a damaged proof on file is named with its line`() throws {
    try withTemporaryFolder { folder in
      let proofs = folder.appending(path: "proofs")
      let manager = FileManager.default
      try manager.copyItem(at: packageFolder.appending(path: "proofs"), to: proofs)
      let file = proofs.appending(path: "paper/certificates/\(proof).uniform")
      let text = try String(contentsOf: file, encoding: .utf8)
      for (old, new, reason) in [
        ("case\n", "box\n", ".uniform:4: expected"), ("show a", "show b", ".uniform:"),
        ("= number 2\n", "= number 3\n", "expected"),
      ] {
        try Data(text.replacing(old, with: new).utf8).write(to: file)
        let result = try export(folder.appending(path: "out"), "--proofs", proofs.path)
        #expect(result.status == 65, "\(new)")
        #expect(result.errors.contains(reason) && result.errors.contains(proof))
        #expect(!manager.fileExists(atPath: folder.appending(path: "out").path))
      }
      try manager.removeItem(at: proofs.appending(path: "coq"))
      let result = try export(folder.appending(path: "out"), "--proofs", proofs.path)
      #expect(result.status == 65 && result.errors.contains("expected the Coq library"))
    }
  }
}
