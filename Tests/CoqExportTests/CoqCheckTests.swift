import Certificates
import CoqExport
import Foundation
import Testing

private let coqc = "/usr/bin/coqc"

/// What `coqc` says about exported files, where it is installed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: coqc)))
struct CoqCheckTests {
  /// The hand-written files that a proof needs, in order.
  private static let library = [
    "Subsets", "Orbits", "Criterion", "Statements", "Polynomials", "Decide",
  ]

  /// Whether `coqc` accepts a file in a folder.
  private func accepts(_ name: String, in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: coqc)
    process.arguments = ["-Q", ".", "Uniform", name + ".v"]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test func `a proof is accepted, and each damage to it is not`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "verify-coq-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "proofs/coq")
    for name in Self.library {
      try FileManager.default.copyItem(
        at: source.appending(path: name + ".v"), to: folder.appending(path: name + ".v"))
      #expect(try accepts(name, in: folder))
    }
    let text = try CoqFile(Proofs.proof(Proofs.weak), name: "sound").text
    let damages = [
      // The values of two steps, the sign of a relation, a wrong number of rows.
      ("step_4 = Matrix [1%nat] [1%nat] [[[(1)", "step_4 = Matrix [1%nat] [1%nat] [[[(2)"),
      ("step_2 = Matrix [1%nat] [2%nat] [[[0; (s1", "step_2 = Matrix [1%nat] [2%nat] [[[0; (2*s1"),
      ("Theorem show_2 : step_12 >= step_14", "Theorem show_2 : step_12 > step_14"),
      ("count r [1%nat] = step_5", "count r [2%nat] = step_5"),
      ("(a4 = a16)", "(a4 = a13)"),
    ]
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name + ".v"))
    }
    try write(text, "sound")
    #expect(try accepts("sound", in: folder))
    for (index, (old, new)) in damages.enumerated() {
      #expect(text.contains(old), "\(old)")
      try write(text.replacing(old, with: new), "damaged\(index)")
      #expect(try !accepts("damaged\(index)", in: folder), "\(new)")
    }
    // At r = 2 the relation does not hold.
    let bounds = [("(3 <= ", "(2 <= "), ("Some 3%Z", "Some 2%Z"), ("from 3 ", "from 2 ")]
    let wider = bounds.reduce(text) { $0.replacing($1.0, with: $1.1) }
    try write(wider, "wider")
    #expect(try !accepts("wider", in: folder))
    try write(bounds[1...].reduce(text) { $0.replacing($1.0, with: $1.1) }, "assumed")
    #expect(try !accepts("assumed", in: folder))
  }
}
