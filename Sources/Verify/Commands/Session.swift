import ArgumentParser
import Claims
import Denotations
import Glibc
import Statements
import Synchronization
import Threads

/// Runs forms of claims and writes the document that comes of it.
///
/// While it runs, a second thread shows how far it has come, and ends the process when the time is
/// up: a single value can take longer than all the time that was granted.
final class Session: Sendable {
  /// A form that is being decided.
  struct Current {
    let claim: Claim
    let form: Claim.Form
    /// How many of its values are decided, and how many it has.
    var done = 0
    var total = 0
    /// The report on the values that are decided so far, and why it is no more; nil while there is none.
    var soFar: (@Sendable (_ reason: String) -> Report)?
  }

  struct State {
    var document: Document
    /// What the parts of the run have found, by their numbers.
    var entries: [Int: [Document.Entry]] = [:]
    /// The forms that are being decided, by the numbers of their parts.
    var current: [Int: Current] = [:]
    /// How many values of forms that are finished are decided.
    var decidedBefore = 0
    /// How many forms are decided, and how many will be.
    var finished = 0
    var planned = 1
    /// Whether a line of progress stands on the terminal.
    var isProgressShown = false
    /// When the result is being written; nothing may follow.
    var isClosed = false

    /// What is found so far, in the order of the parts.
    var result: Document {
      var document = document
      document.entries = entries.sorted { $0.key < $1.key }.flatMap(\.value)
      return document
    }
  }

  /// A part of a run, whose results stand together.
  struct Part {
    /// Its place among the parts.
    let number: Int
    /// How many of its values are decided at a time.
    let jobs: Int
  }

  /// The parts of a run that take the place of deciding: `verify merge` carries out the command of the
  /// parts once more.
  @TaskLocal static var merged: MergedRun?

  let options: RunningOptions
  /// The part of the run that is decided, when it is decided in parts.
  let file: PartFile?
  private let merged: MergedRun?
  let state: Mutex<State>
  private let text: @Sendable (Document) -> String
  private let article: @Sendable (Document) -> Article
  private let writePage: @Sendable (Document) throws(FileError) -> Void
  let start = Clock.seconds()
  let progress: Progress
  var deadline: Double? { options.timeout.map { start + $0 } }

  /// How long after the deadline a value that is being decided may take before it is given up.
  static let grace = 0.5

  /// - Parameters:
  ///   - library: The claims that are decided.
  ///   - part: The part of the run that is decided; all of it, when it is nil.
  ///   - text: How the document is written as text.
  ///   - article: What it is as LaTeX and HTML.
  ///   - page: Writes it to a file, before the result is written; that it fails is an error of its own.
  /// - Throws: `FileError` when the parts that are merged were decided with other claims.
  init(
    _ command: String, _ options: RunningOptions, _ library: Library, part file: PartFile? = nil,
    text: (@Sendable (Document) -> String)? = nil,
    article: @escaping @Sendable (Document) -> Article = \.article,
    page: @escaping @Sendable (Document) throws(FileError) -> Void = { _ in }
  ) throws {
    self.options = options
    self.file = file
    merged = Self.merged
    if let merged, merged.statements != "\(Fingerprint(of: library.sources))" {
      throw FileError(
        description: "\(merged.name): this part and the others were decided with claim files that "
          + "differ from those read now")
    }
    self.article = article
    writePage = page
    self.text = text ?? { $0.text(isVerbose: options.verbose) }
    state = Mutex(State(document: Document(command: command)))
    progress = Progress(isQuiet: options.quiet)
    Interruption.catchFirst()
    if file != nil { Interruption.catchTermination() }
    guard progress.isShown || deadline != nil || file != nil else { return }
    if !Thread.start({ self.watch() }), deadline != nil { Terminal.error(TimeLimit.unwatched) }
  }

  /// What is found so far.
  var document: Document { state.withLock { $0.result } }

  /// Changes what the document says besides its results.
  func edit(_ change: (inout Document) -> Void) { state.withLock { change(&$0.document) } }

  func remark(_ line: String) { edit { $0.remarks.append(line) } }

  // MARK: Deciding

  /// Carries out the parts of a run.
  ///
  /// When there are many, several at a time, each deciding its values one after the other; when there
  /// are few, one after the other, each deciding several values at a time. The results stand in the
  /// order of the parts either way.
  ///
  /// - Throws: The error of the first part that has one; later ones are not begun.
  func carryOut<Element: Sendable>(
    _ parts: [Element], _ body: @Sendable (Element, Part) throws -> Void
  ) throws {
    state.withLock { $0.planned = max(1, parts.count) }
    guard parts.count >= 4 * options.threads else {
      for (number, part) in parts.enumerated() {
        try body(part, Part(number: number, jobs: options.threads))
      }
      return
    }
    _ = try mapInParallel(count: parts.count, jobs: options.threads) { number in
      try body(parts[number], Part(number: number, jobs: 1))
    }
  }

  /// Decides a form and adds it to the document.
  ///
  /// - Parameters:
  ///   - saysHowFarItFails: Whether a form that is refuted is given the proof on file of how far it fails.
  ///   - part: The part of the run that it belongs to; without one it is the whole run.
  /// - Returns: The report, or nil when the job was refused, and when one part of the values was decided.
  @discardableResult
  func decide(
    _ claim: Claim, _ form: Claim.Form, over domains: [String: Domain],
    saysHowFarItFails: Bool = false, in part: Part? = nil
  ) throws -> Report? {
    let part = part ?? Part(number: 0, jobs: options.threads)
    state.withLock { $0.current[part.number] = Current(claim: claim, form: form) }
    let report: Report?
    let entry: Document.Entry
    defer {
      state.withLock {
        $0.decidedBefore += $0.current.removeValue(forKey: part.number)?.done ?? 0
        $0.finished += 1
      }
    }
    do {
      let runOptions = try runOptions(part)
      if let file {
        try claim.decide(form, over: domains, for: file.part, options: runOptions)
        return nil
      }
      let begin = Clock.seconds()
      var found = try claim.report(on: form, over: domains, options: runOptions)
      if saysHowFarItFails, found.verdict.kind == .refuted {
        found.refutation = try claim.refutation(of: form, options: runOptions)
      }
      found.seconds = Clock.seconds() - begin
      (report, entry) = (found, .decided(found))
    } catch RunError.tooLarge(let reason) {
      // In parts, that is said when they are put together.
      guard file == nil else { return nil }
      (report, entry) = (nil, .refused(claim, form, reason: reason))
    }
    state.withLock { $0.entries[part.number, default: []].append(entry) }
    return report
  }

  private func runOptions(_ part: Part) throws -> RunOptions {
    var runOptions = try options.runOptions(jobs: part.jobs, deadline: deadline) { done, total in
      self.state.withLock { state in
        state.current[part.number]?.done = done
        state.current[part.number]?.total = total
      }
    }
    runOptions.began = { soFar in
      self.state.withLock { $0.current[part.number]?.soFar = soFar }
    }
    runOptions.merged = merged
    return runOptions
  }

  /// Decides the chosen wording of each claim; without a choice the printed one and, where that is
  /// refuted, the corrected one.
  ///
  /// - Parameter isOpen: Whether each form with a uniform proof on file is decided by it, for all
  ///   values that its parameters admit.
  func decide(
    _ claims: [Claim], _ choice: WordingChoice?,
    _ assignments: [DomainOptions.Assignment], isOpen: Bool = false
  ) throws {
    // All ranges are read before anything is decided.
    let tasks = try claims.map { ($0, try DomainOptions.domains(assignments, for: $0)) }
    edit { document in
      document.listed += claims.filter {
        $0.form(.printed) == nil && (choice != .corrected || $0.form(.corrected) == nil)
      }
    }
    try carryOut(tasks) { task, part in
      let (claim, given) = task
      func decide(_ form: Claim.Form) throws -> Report? {
        guard isOpen else { return try self.decide(claim, form, over: given, in: part) }
        if let report = try decideByProof(claim, form, in: part) { return report }
        return try self.decide(claim, form, over: given, saysHowFarItFails: true, in: part)
      }
      let corrected = claim.form(.corrected)
      if choice == .corrected, let corrected {
        _ = try decide(corrected)
        return
      }
      guard let printed = claim.form(.printed) else { return }
      let report = try decide(printed)
      // One part cannot tell whether the whole is refuted.
      if choice == nil, let corrected, file != nil || report?.verdict.kind == .refuted {
        state.withLock { $0.planned += 1 }
        _ = try decide(corrected)
      }
    }
  }

  /// Decides a form for all values by the uniform proof on file; nil when there is none.
  private func decideByProof(_ claim: Claim, _ form: Claim.Form, in part: Part) throws -> Report? {
    let runOptions = try options.runOptions(jobs: part.jobs, deadline: deadline) { _, _ in }
    let begin = Clock.seconds()
    guard var report = try claim.generalReport(on: form, options: runOptions) else { return nil }
    report.seconds = Clock.seconds() - begin
    state.withLock {
      $0.entries[part.number, default: []].append(.decided(report))
      $0.finished += 1
    }
    return report
  }

  // MARK: Ending

  /// Writes the document and ends with its status.
  func finish() throws {
    if let merged, let recheck = merged.recheck {
      let command = merged.command.joined(separator: " ")
      edit { $0.add(recheck.done, share: recheck.share, of: command) }
    }
    let document = state.withLock { state -> Document? in
      guard !state.isClosed else { return nil }
      state.isClosed = true
      if state.isProgressShown { progress.clear() }
      return state.result
    }
    // The other thread is about to end the process.
    guard let document else { while true { pause() } }
    file?.part.end()
    let status = try file.map(save) ?? write(document)
    if status != .holds { throw ExitCode(status.rawValue) }
  }

  func write(_ document: Document) -> ExitStatus {
    var document = document
    document.seconds = Clock.seconds() - start
    do {
      try writePage(document)
    } catch {
      Terminal.error("\(error)\n")
      return error.status
    }
    let isWritten =
      switch options.format {
      case .text:
        Terminal.output(
          options.quiet
            ? (document.recheck.map { $0 + "\n" } ?? "") + document.summary + "\n" : text(document))
      case .json: Terminal.output(document.json)
      case .junit: Terminal.output(document.junit)
      case .markdown: Terminal.output(options.quiet ? document.brief : document.markdown)
      case .latex: Terminal.output(article(document).latex)
      case .html: Terminal.output(article(document).html.text)
      }
    return isWritten ? document.status : .internalError
  }
}
