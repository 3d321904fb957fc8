import ArgumentParser
import Certificates
import CoqExport
import Glibc

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the uniform proofs on file for another proof checker.",
    discussion: """
      coq    a Coq file for each proof, with the library they lean on, a _CoqProject and a Makefile;
             Coq 8.16 checks every step again, from the axioms of the real numbers

      Files that are up to date are left alone. A folder with files of the same names that are not
      from an export is refused.

      EXAMPLES
        verify export coq --out build/coq && make -C build/coq -j2
        verify export coq --out build/coq --only lemma-12.decomposition
      """)

  enum Checker: String, ExpressibleByArgument, CaseIterable {
    case coq
  }

  @Argument(help: "For which proof checker.")
  var checker: Checker

  @Option(help: ArgumentHelp("The folder; it is made when there is none.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("This proof alone, by the name of its file.", valueName: "name"))
  var only: [String] = []

  @Option(help: ArgumentHelp("The folder of the statements on file.", valueName: "dir"))
  var proofs: String?

  func run() throws {
    try reportingErrors("export") {
      let place = try Files.proofsFolder(proofs)
      let project = try CoqProject(library: library(place), proofs: uniformProofs(place))
      try write(project.files)
      let proofs = project.proofs.count
      _ = Terminal.output(
        "\(proofs) \(proofs == 1 ? "proof" : "proofs") and \(project.library.count) files of the "
          + "library are in \(out)\n")
    }
  }

  /// The hand-written part, `coq/*.v` beside the statements.
  private func library(_ place: String) throws -> [CoqProject.File] {
    let folder = place + "/coq"
    guard let names = Files.names(in: folder, suffix: ".v"), !names.isEmpty else {
      throw FileError(
        description: "\(Files.shortened(folder)): expected the Coq library, found no *.v there")
    }
    return try names.map { .init(name: $0, text: try Files.text("\(folder)/\($0)")) }
  }

  private func uniformProofs(_ place: String) throws -> [CoqFile] {
    let folder = place + "/certificates"
    var names = Files.names(in: folder, suffix: ".uniform") ?? []
    for wanted in only where !names.contains(wanted + ".uniform") {
      throw ValidationError(
        "--only \(wanted): there is no \(wanted).uniform in \(Files.shortened(folder))")
    }
    if !only.isEmpty { names = names.filter { only.contains(String($0.dropLast(8))) } }
    return try names.map { name in
      let shown = Files.shortened("\(folder)/\(name)")
      do {
        return try CoqFile(
          UniformProof(text: try Files.text("\(folder)/\(name)")), name: String(name.dropLast(8)))
      } catch let error as CertificateSyntaxError {
        throw FileError(shown, error)
      } catch let error as Rejection {
        throw FileError(description: "\(shown): \(error)")
      }
    }
  }

  // MARK: Files

  private func write(_ files: [CoqProject.File]) throws {
    try Files.makeFolder(out)
    // What is there already, and whether an earlier export wrote it.
    let record = try? Files.text("\(out)/\(CoqProject.record)")
    let isOurs = record?.hasPrefix(CoqProject.heading) == true
    var changed: [CoqProject.File] = []
    for file in files {
      let path = "\(out)/\(file.name)"
      guard access(path, F_OK) == 0 else {
        changed.append(file)
        continue
      }
      if let text = try? Files.text(path), text == file.text { continue }
      guard isOurs else {
        throw ValidationError(
          "--out \(out): \(file.name) is there already and not from an export; "
            + "expected a new or empty folder")
      }
      changed.append(file)
    }
    // The record comes first, so that an export that was stopped can be done again.
    let records = changed.filter { $0.name == CoqProject.record }
    for file in records + changed.filter({ $0.name != CoqProject.record }) {
      try Files.write(file.text, to: "\(out)/\(file.name)")
    }
  }
}
