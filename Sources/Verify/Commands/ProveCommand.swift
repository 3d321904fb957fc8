import ArgumentParser
import Certificates
import Claims
import Proving
import Statements

struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    _superCommandName: "verify",
    abstract: "Finds a uniform proof of a statement and writes it as a certificate.",
    discussion: """
      A uniform proof covers all numbers r of vertices, all layers where the statement is geometric
      in them, and all positive values of the other parameters where that can be had. It is replayed
      by the kernel before it is written. The format is on file in proofs/UNIFORM.md.

      EXAMPLES
        verify prove lemma-12
        verify prove lemma-13 --statement corrected --out lemma-13.uniform
        verify prove --all --out DIR     one file for each statement that has a proof
        verify prove my.claim            claims of your own, into the folder certificates beside them
      """)

  @Argument(
    help: "The name of a statement, e.g. lemma-13, or a claim file of your own.",
    completion: .statements)
  var id: String?

  enum Wording: String, ExpressibleByArgument, CaseIterable {
    case printed, corrected
  }

  @Option(help: "Which form of it.")
  var statement: Wording = .printed

  @Flag(help: "All statements on file; those without a proof are named with the reason.")
  var all = false

  @Option(
    help: ArgumentHelp("Where to write (default: standard output).", valueName: "path"),
    completion: .file())
  var out: String?

  @OptionGroup(title: "Running") var running: RunningOptions

  func validate() throws {
    guard all != (id != nil) else {
      throw ValidationError("name one statement, or ask for --all; verify explain lists them")
    }
    if all, out == nil { throw ValidationError("--all needs --out DIR, a folder for the files") }
  }

  func run() throws {
    try reportingErrors("prove") {
      // What was written until then is whole.
      TimeLimit.begin(running.timeout)
      if let id, id.hasSuffix(".claim") { return try proveFile(id) }
      if all { return try proveAll(running.library()) }
      let library = try running.wholeLibrary()
      guard let id, let claim = library[id] else {
        throw ValidationError(
          "there is no statement '\(id ?? "")' on file; verify explain lists all"
            + Spelling.hint(for: id ?? "", among: library.claims.map(\.id)))
      }
      guard let form = claim.forms.first(where: { $0.wording.rawValue == statement.rawValue })
      else { throw ValidationError("\(id) has no \(statement.rawValue) form") }
      switch Self.proof(of: form, claim, library) {
      case .success(let (proof, _)):
        if let out {
          try Files.makeFolder(Files.folder(of: out))
          return try Files.write(proof.text, to: out)
        }
        if !Terminal.output(proof.text) { throw ExitCode(ExitStatus.internalError.rawValue) }
      case .failure(let reason):
        let what =
          form.record?.verdict == .refuted
          ? "is on record as refuted, without a proof of how far it fails" : "has no uniform proof"
        Terminal.error("\(id) \(what): \(reason.description)\n")
        throw ExitCode(ExitStatus.undecided.rawValue)
      }
    }
  }

  /// All claims of a file, with their proofs in `certificates` beside it.
  private func proveFile(_ path: String) throws {
    let library = try Library(
      files: [(name: path, text: try Files.text(path))], readGraph: running.readGraph)
    let folder = out ?? Files.certificate("", in: Files.folder(of: path))
    let missing = try write(library, to: folder, saysWhatIsMissing: true)
    if missing > 0 { throw ExitCode(ExitStatus.undecided.rawValue) }
  }

  private func proveAll(_ library: Library) throws {
    _ = try write(library, to: out ?? ".", saysWhatIsMissing: running.verbose)
  }

  /// Writes the proofs that are found.
  ///
  /// - Returns: How many forms have none.
  private func write(
    _ library: Library, to folder: String, saysWhatIsMissing: Bool
  ) throws -> Int {
    let place = folder.hasSuffix("/") ? folder : folder + "/"
    var (found, missing) = (0, 0)
    for claim in library.claims {
      for form in claim.forms {
        let name = form.proofName(in: claim, isRefutation: form.record?.verdict == .refuted)
        switch Self.proof(of: form, claim, library) {
        case .success(let (proof, recorded)):
          if found == 0 { try Files.makeFolder(folder) }
          try Files.write(proof.text, to: place + name)
          found += 1
          _ = Terminal.output("\(all ? name : place + name)  \(recorded.extents)\n")
        case .failure(let reason):
          missing += 1
          if saysWhatIsMissing {
            Terminal.error("\(name): no uniform proof: \(reason.description)\n")
          }
        }
      }
    }
    let what = found == 1 && !all ? "1 proof" : "\(found) proofs"
    _ = Terminal.output("\(what) written, \(missing) forms without one\n")
    return missing
  }

  /// A proof that is accepted when it is read back.
  static func proof(
    of form: Claim.Form, _ claim: Claim, _ library: Library
  ) -> Result<(UniformProof, RecordedProof), NoProofFound> {
    do {
      let proof =
        form.record?.verdict == .refuted
        ? try claim.uniformRefutation(of: form) : try claim.uniformProof(of: form)
      let recorded = try RecordedProof(text: proof.text, in: library)
      guard let failure = recorded.failure else { return .success((proof, recorded)) }
      return .failure(NoProofFound(failure))
    } catch {
      return .failure(NoProofFound("\(error)"))
    }
  }
}
