import ArgumentParser
import Certificates
import Claims
import Statements

/// The options of a run that is decided in parts, each by a process of its own.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Decide one part of the values, for 'verify merge' to put together.", valueName: "3/16"),
    transform: { text in
      guard let shard = Shard(text) else {
        throw ValidationError("expected a part of the values, such as 1/16, 2/16, …, 16/16")
      }
      return shard
    })
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "The file of that part; what an interrupted run has decided is kept there.",
      valueName: "file"), completion: .file())
  var out: String?

  mutating func validate() throws {
    if let shard, out == nil {
      throw ValidationError("--shard \(shard): expected --out FILE as well, for what is decided")
    }
    if out != nil, shard == nil {
      throw ValidationError("--out: is for one part of a run; expected --shard as well, e.g. 3/16")
    }
  }

  /// The part with what an earlier run has left of it, or nil when the run is not in parts.
  ///
  /// - Throws: `FileError` for a file that is something else.
  func part(of library: Library) throws -> PartFile? {
    guard let shard, let out else { return nil }
    let part = ShardRecord(
      command: PartFile.words(of: Verify.arguments), shard: shard,
      statements: "\(Fingerprint(of: library.sources))")
    return try PartFile(out, continuing: part)
  }
}

/// A part of a run and its file.
struct PartFile: Sendable {
  let path: String
  let part: ShardRecord

  /// - Parameter part: A part of which nothing is decided; what the file has of it, when there is one,
  ///   is taken over.
  /// - Throws: `FileError` for a file that is something else.
  init(_ path: String, continuing part: ShardRecord) throws {
    self.path = path
    guard Files.exists(path) else {
      self.part = part
      // Now, not at the end, is the time to say that it cannot be written.
      do {
        try Files.requireWritable(folder: Files.folder(of: path))
      } catch {
        throw FileError(description: error.description, status: .internalError)
      }
      return
    }
    guard Files.isFile(path) else {
      throw FileError(description: "\(path): expected a file for the part", status: .usage)
    }
    let earlier = try Self.read(path)
    guard earlier.isOfSameRun(as: part), earlier.shard == part.shard else {
      throw FileError(
        description: "\(path): part \(earlier.shard) of 'verify "
          + earlier.command.joined(separator: " ")
          + "' or of other claim files; choose another file, or remove it")
    }
    self.part = earlier
  }

  static func read(_ path: String) throws -> ShardRecord {
    do {
      return try ShardRecord(text: try Files.text(path, limit: ShardRecord.textLimit))
    } catch let error as CertificateSyntaxError {
      throw FileError(path, error)
    }
  }

  /// Writes what is decided so far, or keeps what was there.
  func save() throws(FileError) { try Files.write(part.text, to: path) }

  /// The words of a command without the options that say how it is carried out and shown.
  static func words(of arguments: some Sequence<String>) -> [String] {
    let flags: Set = ["--quiet", "--verbose", "-q", "-v", "-qv", "-vq"]
    let options = ["--format", "--jobs", "--timeout", "--proofs", "--shard", "--out"]
    var words: [String] = []
    var isValue = false
    for word in arguments {
      if isValue {
        isValue = false
      } else if options.contains(word) {
        isValue = true
      } else if !flags.contains(word), !options.contains(where: { word.hasPrefix($0 + "=") }) {
        words.append(word)
      }
    }
    return words
  }
}
