import Certificates
import Synchronization

/// One part of a run, as its file has it: what was asked, and what is found so far.
///
/// The text is strict: a header, the forms in order, and a last line with a checksum. What is damaged or
/// cut off is not read.
public final class ShardRecord: Sendable {
  /// The words of the command, without those that say how it is carried out.
  public let command: [String]
  public let shard: Shard
  /// A fingerprint of the claim files that were read.
  public let statements: String
  private let runs: Mutex<[RunKey: PartialRun]>
  private let ended = Atomic(false)

  private static let title = "verify part 1"
  /// The most bytes of a file.
  public static let textLimit = 1 << 28

  /// A part of which nothing is decided.
  public init(command: [String], shard: Shard, statements: String) {
    (self.command, self.shard, self.statements) = (command, shard, statements)
    runs = Mutex([:])
  }

  /// Whether all is decided.
  public var isComplete: Bool { ended.load(ordering: .relaxed) }

  /// Says that there is no form left; the part is complete when all values of its forms are decided.
  public func end() {
    let (done, size) = progress
    ended.store(done == size, ordering: .relaxed)
  }

  /// What is found about a form, or nil for one that was not begun.
  subscript(question: RunKey) -> PartialRun? { runs.withLock { $0[question] } }

  /// What is found about a form; nothing for one that is new.
  public func run(_ question: RunKey) -> PartialRun {
    runs.withLock { runs in
      if let known = runs[question] { return known }
      let run = PartialRun(question)
      runs[question] = run
      return run
    }
  }

  /// How many values are decided, and how many the forms that were begun have.
  public var progress: (done: Int, size: Int) {
    runs.withLock { runs in
      runs.values.reduce(into: (0, 0)) { sum, run in
        let (done, size) = run.progress(of: shard)
        sum = (sum.0 + done, sum.1 + size)
      }
    }
  }

  /// Whether it belongs to the same run as another one, as a part of it or as the same part.
  public func isOfSameRun(as other: ShardRecord) -> Bool {
    (command, statements, shard.count) == (other.command, other.statements, other.shard.count)
  }

  // MARK: Text

  /// The content of its file.
  public var text: String {
    var lines = [Self.title, "shard \(shard)", "statements \(statements)"]
    lines += command.map { "word \($0.onOneLine)" }
    let forms = runs.withLock { $0.values.sorted { $0.question < $1.question } }
    for run in forms { lines += run.lines(of: shard) }
    lines.append(isComplete ? "complete" : "incomplete")
    let body = lines.joined(separator: "\n") + "\n"
    return body + "checksum \(Fingerprint(of: [body]))\n"
  }

  /// Reads the content of a file.
  ///
  /// - Throws: For a text that is none, with the line and what was expected there.
  public convenience init(text: String) throws(CertificateSyntaxError) {
    try Self.requireHarmless(text)
    var reader = try LineReader(text, limit: Self.textLimit)
    try reader.exactly(Self.title)
    let number = try reader.value(of: "shard")
    guard let shard = Shard(number) else {
      throw reader.error(expected: "a part such as 3/16", found: number)
    }
    let statements = try reader.value(of: "statements")
    var command: [String] = []
    while reader.nextName == "word" { command.append(try reader.text("word")) }
    self.init(command: command, shard: shard, statements: statements)
    while reader.nextName == "form" {
      let run = try PartialRun(&reader, shard)
      guard runs.withLock({ $0.updateValue(run, forKey: run.question) }) == nil else {
        throw reader.error(expected: "each form once", found: "\(run.question)")
      }
    }
    if reader.nextName == "complete" {
      try reader.exactly("complete")
      end()
    } else {
      try reader.exactly("incomplete")
    }
    _ = try reader.value(of: "checksum")
    try reader.end()
    // One text for each content, and the checksum of it.
    guard text.utf8.elementsEqual(self.text.utf8) else {
      throw reader.error(
        expected: "the checksum of the lines above",
        found: "another one; the file is damaged or was edited")
    }
  }

  /// Claim files have nothing that a terminal obeys, so that none of it comes from deciding what they say; what a
  /// part says is shown.
  ///
  /// - Throws: With the line of a character that a terminal would obey.
  private static func requireHarmless(_ text: String) throws(CertificateSyntaxError) {
    // Most texts have no byte that one of them begins with.
    func mayBegin(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): false
      case ..<0x20, 0x7F, 0xC2, 0xE2: true
      default: false
      }
    }
    guard text.utf8.contains(where: mayBegin) else { return }
    for (index, line) in text.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() where line.contains(where: { $0.steersTerminals || $0 == "\r" }) {
      throw CertificateSyntaxError(
        line: index + 1, expected: "text", found: "a control character")
    }
  }
}

/// 64 bits that differ when texts were mixed up or damaged: no protection against intent.
///
/// The hash FNV-1a of Fowler, Noll and Vo, a byte 0 between the texts.
public struct Fingerprint: CustomStringConvertible {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Complexity: A multiplication for each byte.
  public init(of texts: [String]) {
    for text in texts {
      for byte in text.utf8 { add(byte) }
      add(0)
    }
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// 16 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
