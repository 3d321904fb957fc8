import Statements

/// The parts of a run, put together: what is known about each of its forms.
public struct MergedRun: Sendable {
  /// The words of the command that the parts are of.
  public let command: [String]
  /// A fingerprint of the claim files that the parts were decided with.
  public let statements: String
  /// What of it is decided once more; nil when the parts are believed.
  public let recheck: Recheck?
  private let parts: [(name: String, part: ShardRecord)]

  /// The name of the first part.
  public var name: String { parts[0].name }

  /// Why parts do not make a run.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
    /// Whether it was time to stop, so that nothing is known.
    public var isStop = false
  }

  /// - Parameters:
  ///   - parts: The parts, each with a name for messages.
  ///   - recheck: What of it is decided once more; nil when the parts are believed.
  /// - Throws: `Failure` for a part that is foreign, doubled, incomplete or missing.
  public init(
    _ parts: [(name: String, part: ShardRecord)], recheck: Recheck? = nil
  ) throws(Failure) {
    guard let first = parts.first else { throw Failure(description: "no part is given") }
    var names: [Int: String] = [:]
    for (name, part) in parts {
      guard part.isOfSameRun(as: first.part) else {
        throw Failure(
          description: "\(name): a part of another run than \(first.name): "
            + Self.difference(part, first.part))
      }
      if let earlier = names.updateValue(name, forKey: part.shard.index) {
        throw Failure(description: "\(name): part \(part.shard) again; \(earlier) is that part")
      }
      guard part.isComplete else {
        let (done, size) = part.progress
        throw Failure(
          description: "\(name): part \(part.shard) is not complete, \(done) of \(size) values are "
            + "decided; run it once more to finish it")
      }
    }
    let count = first.part.shard.count
    let missing = (1...count).filter { names[$0] == nil }
    guard missing.isEmpty else {
      let shown = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw Failure(
        description: "missing: part \(shown)" + (missing.count > 8 ? ", …" : "")
          + " of the run of \(first.name)")
    }
    self.command = first.part.command
    self.statements = first.part.statements
    self.parts = parts
    self.recheck = recheck
  }

  private static func difference(_ part: ShardRecord, _ other: ShardRecord) -> String {
    let (command, expected) = (part.command, other.command)
    if command != expected {
      return "'\(command.joined(separator: " "))', not '\(expected.joined(separator: " "))'"
    }
    return part.shard.count != other.shard.count
      ? "one of \(part.shard.count) parts, not of \(other.shard.count)"
      : "the claim files were not the same"
  }

  /// All that is known about a form.
  ///
  /// - Throws: `Failure` when a part does not have it.
  public func run(_ question: RunKey) throws(Failure) -> PartialRun {
    var attempts: [Int: PartialRun.Attempt] = [:]
    for (name, part) in parts {
      guard let run = part[question] else {
        throw Failure(description: "\(name): part \(part.shard) has nothing about \(question)")
      }
      attempts.merge(run.known.map { ($0.place, $0.attempt) }) { own, _ in own }
    }
    return PartialRun(question, attempts)
  }

  /// Holds what a part says of a value against what comes of deciding it once more.
  ///
  /// - Throws: `Failure` when it is something else.
  func require(
    _ attempt: PartialRun.Attempt, at place: Int, _ instance: Instance, of run: PartialRun
  ) throws(Failure) {
    guard let claimed = run[place], !claimed.agrees(with: attempt) else { return }
    let part = parts.first { place % $0.part.shard.count == $0.part.shard.index - 1 }
    let difference =
      claimed.shown == attempt.shown
      ? "the same, but with other decimals, findings or another line of the claim file"
      : attempt.shown
    throw Failure(
      description: "\(part?.name ?? ""): \(run.question.claim) (\(run.question.statement)) at "
        + "\(instance): the part says that \(claimed.shown); decided once more, "
        + difference)
  }
}
