import ArgumentParser
import Certificates
import Claims
import CoqExport
import Glibc
import Proving
import Statements

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    _superCommandName: "verify",
    abstract: "Writes the uniform proofs, points and shapes on file for another proof checker.",
    discussion: """
      coq    a Coq file for each proof, one for all points and one for all shapes, with the library
             they lean on, a _CoqProject and a Makefile; Coq 8.16 checks every step again, and
             evaluates every point and shape, from the axioms of the real numbers

      Files that are up to date are left alone. A folder with files of the same names that are not
      from an export is refused.

      EXAMPLES
        verify export coq --out build/coq && make -C build/coq -j2
        verify export coq --out build/coq --only lemma-12.decomposition
        verify export coq proofs/graphs --out build/coq      what is in certificates there
        verify export coq my.claim           claims of your own, into the folder coq beside them; a
                                             proof that is not in certificates is looked for
      """)

  enum Checker: String, ExpressibleByArgument, CaseIterable {
    case coq
  }

  @Argument(help: "For which proof checker.")
  var checker: Checker

  @Argument(
    help: ArgumentHelp(
      "Folders of statements (default: all on file), or claim files of your own.",
      valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp("The folder; it is made when there is none.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      "This proof, point or shape alone, by the name of its file.", valueName: "name"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("The folder of the statements on file.", valueName: "dir"),
    completion: .directory)
  var proofs: String?

  func validate() throws {
    if areFolders, out == nil {
      throw ValidationError("expected --out DIR, a folder for the files")
    }
    if !areFolders, !only.isEmpty {
      throw ValidationError("--only names proofs on file; it is not for claim files")
    }
  }

  /// Whether what is asked for is what folders have in `certificates`.
  private var areFolders: Bool { files.allSatisfy { Files.names(in: $0, suffix: "") != nil } }

  func run() throws {
    try reportingErrors("export") {
      let place = try Files.proofsFolder(proofs)
      let library = try library(place)
      let folder = Files.folder(of: files.first ?? "")
      let out = out ?? (folder == "." ? "coq" : "\(folder)/coq")
      let certificates: [CoqFile]
      if areFolders {
        let places = (files.isEmpty ? [place] : files).flatMap(Files.folders)
        try checkNames(places)
        certificates = try places.flatMap(uniformProofs) + points(places) + shapes(places)
      } else {
        certificates = try files.flatMap { try ownProofs($0) }
        guard !certificates.isEmpty else { throw ExitCode(ExitStatus.undecided.rawValue) }
      }
      let project = CoqProject(library: library, proofs: certificates)
      try write(project.files, to: out)
      let proofs = project.proofs.count
      let isSaid = Terminal.output(
        "\(proofs) \(proofs == 1 ? "proof" : "proofs") and \(project.library.count) files of the "
          + "library are in \(out)\n")
      if !isSaid { throw ExitCode(ExitStatus.internalError.rawValue) }
    }
  }

  /// The hand-written part, `coq/*.v` beside the statements.
  private func library(_ place: String) throws -> [CoqProject.File] {
    let folder = place + "/coq"
    guard let names = Files.names(in: folder, suffix: ".v"), !names.isEmpty else {
      throw FileError(
        description: "\(Files.shortened(folder)): expected the Coq library, found no *.v there")
    }
    return try names.map { .init(name: $0, text: try Files.text(found: "\(folder)/\($0)")) }
  }

  /// The proofs of the claims of a file: those beside it, and others that are found.
  private func ownProofs(_ path: String) throws -> [CoqFile] {
    let library = try Library(
      files: [(name: path, text: try Files.text(path))],
      readGraph: GraphFiles.reader(isQuiet: false))
    var files: [CoqFile] = []
    for claim in library.claims {
      for form in claim.forms {
        let name = form.proofName(in: claim, isRefutation: form.record?.verdict == .refuted)
        do {
          let proof = try proof(of: form, claim, library, beside: path, name)
          files.append(try CoqFile(proof, name: String(name.dropLast(".uniform".count))))
        } catch let reason as NoProofFound {
          Terminal.error("\(name): no uniform proof: \(reason.description)\n")
        } catch let error as Rejection {
          Terminal.error("\(name): \(error)\n")
        }
      }
    }
    return files
  }

  private func proof(
    of form: Claim.Form, _ claim: Claim, _ library: Library, beside path: String, _ name: String
  ) throws -> UniformProof {
    if let text = try? Files.text(found: Files.certificate(name, in: Files.folder(of: path))),
      let recorded = try? RecordedProof(text: text, in: library), recorded.failure == nil
    {
      return try UniformProof(text: text)
    }
    return try ProveCommand.proof(of: form, claim, library).get().0
  }

  private func checkNames(_ places: [String]) throws {
    let folders = places.map { $0 + "/certificates" }
    let names = folders.flatMap { folder in
      [".uniform", ".point", ".shape"].flatMap { Files.names(in: folder, suffix: $0) ?? [] }
    }
    for wanted in only
    where ![".uniform", ".point", ".shape"].contains(where: { names.contains(wanted + $0) }) {
      throw ValidationError(
        "--only \(wanted): there is no \(wanted).uniform, .point or .shape in "
          + folders.map(Files.shortened).joined(separator: ", "))
    }
  }

  /// What a reader makes of each file of a kind, of those that are asked for.
  private func certificates<Value>(
    _ place: String, _ suffix: String, _ read: (_ text: String, _ name: String) throws -> Value
  ) throws -> [Value] {
    let folder = place + "/certificates"
    return try (Files.names(in: folder, suffix: suffix) ?? []).compactMap { file in
      let name = String(file.dropLast(suffix.count))
      guard only.isEmpty || only.contains(name) else { return nil }
      let shown = Files.shortened("\(folder)/\(file)")
      do {
        return try read(try Files.text(found: "\(folder)/\(file)"), name)
      } catch let error as CertificateSyntaxError {
        throw FileError(shown, error)
      } catch let error as Rejection {
        throw FileError(description: "\(shown): \(error)")
      }
    }
  }

  private func uniformProofs(_ place: String) throws -> [CoqFile] {
    try certificates(place, ".uniform") { text, name -> CoqFile? in
      let proof = try UniformProof(text: text)
      do {
        return try CoqFile(proof, name: name)
      } catch let error as Rejection {
        // An invalid proof is an error; a valid one may have a step that the library does not know.
        try proof.replay()
        guard !only.contains(name) else { throw error }
        Terminal.error("\(name): not exported: \(error)\n")
        return nil
      }
    }.compactMap { $0 }
  }

  /// One file for all points; none without points.
  private func points(_ places: [String]) throws -> [CoqFile] {
    let points = try places.flatMap { place in
      try certificates(place, ".point") { text, name in
        let point = CoqFile.NamedPoint(name: name, certificate: try PointCertificate(text: text))
        _ = try point.certificate.replay()
        return point
      }
    }
    return points.isEmpty ? [] : [try CoqFile(points: points, name: "certified_points")]
  }

  /// One file for all shapes; none without shapes.
  private func shapes(_ places: [String]) throws -> [CoqFile] {
    let shapes = try places.flatMap { place in
      try certificates(place, ".shape") { text, name in
        let shape = CoqFile.NamedShape(name: name, certificate: try ShapeCertificate(text: text))
        _ = try shape.certificate.replay()
        return shape
      }
    }
    return shapes.isEmpty ? [] : [try CoqFile(shapes: shapes, name: "certified_shapes")]
  }

  // MARK: Files

  private func write(_ files: [CoqProject.File], to out: String) throws {
    try Files.makeFolder(out)
    // What is there already, and whether an earlier export wrote it.
    let record = try? Files.text(found: "\(out)/\(CoqProject.record)")
    let isOurs = record?.hasPrefix(CoqProject.heading) == true
    var changed: [CoqProject.File] = []
    for file in files {
      let path = "\(out)/\(file.name)"
      guard access(path, F_OK) == 0 else {
        changed.append(file)
        continue
      }
      if let text = try? Files.text(found: path), text == file.text { continue }
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
