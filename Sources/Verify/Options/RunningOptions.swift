import ArgumentParser
import Certificates
import Claims
import Denotations
import Statements
import Threads

/// Options that say how a run is carried out and shown; none of them changes a verdict.
struct RunningOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit, markdown, latex, html
  }

  @Option(help: "How results are written.")
  var format: Format = .text

  @Flag(name: .shortAndLong, help: "Write the summary only, and no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Write what was found for each value as well.")
  var verbose = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many values are decided at a time (default: all cores).", valueName: "n"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop after that long, and report what was finished.", valueName: "seconds"))
  var timeout: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Refuse matrices estimated above that size: 500M, 4G.", valueName: "size"))
  var memory: String = "4G"

  @Option(help: "Matrices by orbits of the symmetric group, or every entry (slow).")
  var method: MatrixMethod = .orbit

  @Option(
    help: ArgumentHelp("The folder of the statements on file.", valueName: "dir"),
    completion: .directory)
  var proofs: String?

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): expected a number from 1 to 1024")
    }
    try TimeLimit.check(timeout)
    _ = try MemorySize.bytes(memory)
  }

  /// How many values are decided at a time.
  var threads: Int { jobs ?? Thread.cores }

  /// Options for a part of a run that ends at `deadline` at the latest.
  ///
  /// - Parameter jobs: How many of its values are decided at a time.
  func runOptions(
    jobs: Int, deadline: Double?, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws -> RunOptions {
    RunOptions(
      jobs: jobs, method: method,
      progress: progress, stopReason: { Interruption.reason(deadline: deadline) },
      memoryLimit: try MemorySize.bytes(memory),
      proofOnFile: { claim, form, isRefutation in
        // One that cannot be read is none: verify proofs says what is wrong with it.
        self.proofOnFile(form, claim, isRefutation: isRefutation)
          .flatMap { try? UniformProof(text: $0.text) }
      })
  }

  /// The path and the text of the uniform proof of a form, or of that it fails, when there is one on file:
  /// in the folder `certificates` beside the claim's file, or of the statements on file.
  func proofOnFile(
    _ form: Claim.Form, _ claim: Claim, isRefutation: Bool
  ) -> (path: String, text: String)? {
    let name = form.proofName(in: claim, isRefutation: isRefutation)
    var folders = [try? Files.paperFolder(proofs)].compactMap { $0 }
    // What is read from standard input stands nowhere.
    if claim.location.file != "-" { folders.insert(Files.folder(of: claim.location.file), at: 0) }
    for folder in folders {
      let path = Files.certificate(name, in: folder)
      if let text = try? Files.text(found: path) { return (path, text) }
    }
    return nil
  }

  /// Reads the graphs that claims name, and says what they were read as.
  var readGraph: GraphReader { GraphFiles.reader(isQuiet: quiet) }

  /// The paper's statements on file.
  ///
  /// - Parameters:
  ///   - id: The name of a statement, when no other one is looked at: only the file that states it is parsed,
  ///     which is most of the time of a short run.
  ///   - isFamily: Whether those that belong to it are looked at as well.
  func library(of id: String? = nil, isFamily: Bool = true) throws -> Library {
    if let id, proofs == nil, let part = StatementsAhead.library(of: id, isFamily: isFamily),
      part[id] != nil
    {
      return part
    }
    // Another thread is at hand when there is something to decide; until then files are read.
    if threads > 1 { startThread() }
    let folder = try Files.paperFolder(proofs)
    if let id {
      let part = try Self.part(with: id, isFamily: isFamily, in: folder, readGraph: readGraph)
      if part[id] != nil { return part }
    }
    return try library(in: [folder])
  }

  /// The statements of those files of a folder that may state the one of a name.
  static func part(
    with id: String, isFamily: Bool, in folder: String, readGraph: GraphReader?
  ) throws -> Library {
    let files = try claimFiles(in: folder) { Library.states($0, id, isFamily: isFamily) }
    return try Library(part: files, readGraph: readGraph)
  }

  /// All statements on file, the paper's and others.
  func wholeLibrary() throws -> Library {
    try library(in: Files.folders(ofClaimsIn: Files.proofsFolder(proofs)))
  }

  /// The statements of some folders, as one library.
  func library(in folders: [String]) throws -> Library {
    try Library(
      files: folders.flatMap { try Self.claimFiles(in: $0) }, jobs: threads, readGraph: readGraph)
  }

  /// The claim files of a folder, of all those whose bytes are wanted, in the order of their names.
  private static func claimFiles(
    in folder: String, where isWanted: ([UInt8]) -> Bool = { _ in true }
  ) throws -> [(name: String, text: String)] {
    guard let names = Files.names(in: folder, suffix: ".claim") else {
      throw FileError(
        description: Files.isFile(folder)
          ? "\(folder): expected a folder with claim files; verify check decides a single one"
          : "\(folder): there is no such folder, or it cannot be read")
    }
    guard !names.isEmpty else {
      throw FileError(description: "\(folder): the folder has no claim files (*.claim)")
    }
    let shown = Files.shortened(folder)
    return try names.compactMap { name in
      let bytes = try Files.bytes(found: "\(folder)/\(name)", limit: Files.sizeLimit)
      let name = "\(shown)/\(name)"
      return isWanted(bytes) ? (name: name, text: try Files.text(of: bytes, name)) : nil
    }
  }
}

extension Claim.Form {
  /// The name of the file of its uniform proof, `lemma-12.uniform`, `lemma-13.corrected.uniform`, or of
  /// the proof that it fails, `lemma-13.fails.uniform`.
  func proofName(in claim: Claim, isRefutation: Bool) -> String {
    claim.id + (wording == .printed ? "" : ".\(wording.rawValue)")
      + (isRefutation ? ".fails" : "") + ".uniform"
  }
}

extension MatrixMethod: ExpressibleByArgument {}

/// Which wording of a statement is decided.
enum WordingChoice: String, ExpressibleByArgument, CaseIterable {
  case printed, corrected

  static let help: ArgumentHelp =
    "Decide this wording alone (default: printed, and corrected where that is false)."
}
