import ArgumentParser
import Claims
import Glibc
import Synchronization

/// Runs forms of claims and writes the document that comes of it.
///
/// While it runs, a second thread shows how far it has come, and ends the process when the time is
/// up: a single value can take longer than all the time that was granted.
final class Session: Sendable {
  private struct State {
    var document: Document
    /// The form that is being decided.
    var current: (claim: Claim, form: Claim.Form)?
    /// How many of its values are decided, and how many it has.
    var done = 0
    var total = 0
    /// How many values of earlier forms are decided.
    var decidedBefore = 0
    /// How many forms are decided, and how many will be.
    var finished = 0
    var planned = 1
    /// Whether a line of progress stands on the terminal.
    var isProgressShown = false
    /// When the result is being written; nothing may follow.
    var isClosed = false
  }

  private let options: RunningOptions
  private let state: Mutex<State>
  private let text: @Sendable (Document) -> String
  private let start = Clock.seconds()
  private let progress: Progress
  private var deadline: Double? { options.timeout.map { start + $0 } }

  /// How long after the deadline a value that is being decided may take before it is given up.
  private static let grace = 0.5

  /// - Parameter text: How the document is written as text.
  init(
    _ command: String, _ options: RunningOptions,
    text: (@Sendable (Document) -> String)? = nil
  ) {
    self.options = options
    self.text = text ?? { $0.text(isVerbose: options.verbose) }
    state = Mutex(State(document: Document(command: command)))
    progress = Progress(isQuiet: options.quiet)
    if progress.isShown || deadline != nil { Thread.start { self.watch() } }
  }

  /// What is found so far.
  var document: Document { state.withLock { $0.document } }

  /// Changes what the document says besides its results.
  func edit(_ change: (inout Document) -> Void) { state.withLock { change(&$0.document) } }

  /// How many forms will be decided, for the estimate of the time left.
  func plan(_ count: Int) { state.withLock { $0.planned = max(1, count) } }

  func remark(_ line: String) { edit { $0.remarks.append(line) } }

  // MARK: Deciding

  /// Decides a form and adds it to the document.
  ///
  /// - Parameter fallback: Domains that are decided instead when the first ones are undecided.
  /// - Returns: The report, or nil when the job was refused.
  @discardableResult
  func decide(
    _ claim: Claim, _ form: Claim.Form, over domains: [String: Domain],
    orElse fallback: [String: Domain]? = nil
  ) throws -> Report? {
    state.withLock { ($0.current, $0.done, $0.total) = ((claim, form), 0, 0) }
    let report: Report?
    let entry: Document.Entry
    do {
      let runOptions = try options.runOptions(deadline: deadline) { done, total in
        self.state.withLock { ($0.done, $0.total) = (done, total) }
      }
      var found = try claim.report(on: form, over: domains, options: runOptions)
      if let fallback, case .undecided = found.verdict {
        found = try claim.report(on: form, over: fallback, options: runOptions)
      }
      (report, entry) = (found, .decided(found))
    } catch RunError.tooLarge(let reason) {
      (report, entry) = (nil, .refused(claim, form, reason: reason))
    }
    state.withLock {
      $0.document.entries.append(entry)
      $0.current = nil
      $0.decidedBefore += $0.done
      $0.finished += 1
    }
    return report
  }

  /// Decides the chosen wording of each claim; without a choice the printed one and, where that is
  /// refuted, the corrected one.
  ///
  /// - Parameter isOpen: Whether each form with a uniform proof on file is decided by it, for all
  ///   values that its parameters admit.
  func decide(
    _ claims: [Claim], _ choice: WordingOptions.Choice?,
    _ assignments: [DomainOptions.Assignment], isOpen: Bool = false
  ) throws {
    plan(claims.count)
    // All ranges are read before anything is decided.
    let tasks = try claims.map { ($0, try DomainOptions.domains(assignments, for: $0)) }
    for (claim, given) in tasks {
      func decide(_ form: Claim.Form) throws -> Report? {
        guard isOpen else { return try self.decide(claim, form, over: given) }
        if let report = try decideByProof(claim, form) { return report }
        // How far a false statement is false.
        let open = form.record?.verdict == .refuted ? openDomains(of: claim) : nil
        return try self.decide(claim, form, over: open ?? given, orElse: open.map { _ in given })
      }
      let corrected = claim.form(.corrected)
      if choice == .corrected, let corrected {
        _ = try decide(corrected)
        continue
      }
      guard let printed = claim.form(.printed) else {
        edit { $0.listed.append(claim) }
        continue
      }
      let report = try decide(printed)
      if choice == nil, let corrected, report?.verdict.kind == .refuted {
        state.withLock { $0.planned += 1 }
        _ = try decide(corrected)
      }
    }
  }

  /// Decides a form for all values by the uniform proof on file; nil when there is none.
  private func decideByProof(_ claim: Claim, _ form: Claim.Form) throws -> Report? {
    let runOptions = try options.runOptions(deadline: deadline) { _, _ in }
    guard let report = try claim.generalReport(on: form, options: runOptions) else { return nil }
    state.withLock {
      $0.document.entries.append(.decided(report))
      $0.finished += 1
    }
    return report
  }

  /// The default domains with r, or else K, running through all integers from its first value on.
  private func openDomains(of claim: Claim) -> [String: Domain]? {
    let candidates = ["r", "K"].compactMap { name in
      claim.parameters.first { $0.name == name && $0.isInteger }
    }
    guard let parameter = candidates.first,
      case .finite(let values, _)? = parameter.defaultValues, values.count > 1,
      let first = values.first.flatMap({ Int(exactly: $0.numerator) })
    else { return nil }
    return [parameter.name: .from(first)]
  }

  // MARK: Ending

  /// Writes the document and ends with its status.
  func finish() throws {
    let document = state.withLock { state -> Document? in
      guard !state.isClosed else { return nil }
      state.isClosed = true
      if state.isProgressShown { progress.clear() }
      return state.document
    }
    // The other thread is about to end the process.
    guard let document else { while true { pause() } }
    let status = write(document)
    if status != .holds { throw ExitCode(status.rawValue) }
  }

  private func write(_ document: Document) -> ExitStatus {
    var document = document
    document.seconds = Clock.seconds() - start
    let isWritten =
      switch options.format {
      case .text: Terminal.output(options.quiet ? document.summary + "\n" : text(document))
      case .json: Terminal.output(document.json)
      case .junit: Terminal.output(document.junit)
      case .markdown: Terminal.output(document.markdown)
      }
    return isWritten ? document.status : .internalError
  }

  /// Until the end: shows the progress, and ends the process when the time is up.
  private func watch() {
    while true {
      Clock.sleep(0.1)
      let now = Clock.seconds()
      let isLate = deadline.map { now > $0 + Self.grace } ?? false
      let document = state.withLock { state -> Document? in
        guard !state.isClosed else { return nil }
        guard isLate else {
          show(&state, now)
          return nil
        }
        state.isClosed = true
        if state.isProgressShown { progress.clear() }
        state.document.isCutShort = true
        if let (claim, form) = state.current {
          var reason = "the time limit was reached while a value was being decided"
          if state.total > 0 { reason += "; \(state.done) of \(state.total) values were decided" }
          state.document.entries.append(.stopped(claim, form, reason: reason))
        }
        let left = state.planned - state.document.entries.count
        if left > 0 { state.document.remarks.append("Not begun: \(left) more.") }
        return state.document
      }
      if let document { _exit(write(document).rawValue) }
      if state.withLock({ $0.isClosed }) { return }
    }
  }

  private func show(_ state: inout State, _ now: Double) {
    guard progress.isShown, now - start > 1, let claim = state.current?.claim else { return }
    state.isProgressShown = true
    let part = state.total == 0 ? 0 : Double(state.done) / Double(state.total)
    progress.show(
      claim.id, done: state.done, total: state.total,
      rate: Double(state.decidedBefore + state.done) / (now - start),
      fraction: (Double(state.finished) + part) / Double(state.planned), elapsed: now - start)
  }
}

/// Gives the errors of an input the documented exit code and writes them to standard error.
func reportingErrors(_ command: String, _ body: () throws -> Void) throws {
  func stop(_ message: String, _ status: ExitStatus) -> ExitCode {
    Terminal.error("\(message)\n")
    return ExitCode(status.rawValue)
  }
  func usage(_ message: String) -> ExitCode {
    let help = "  See 'verify \(command) --help' for more information."
    return stop("Error: \(message)\n\(help)", .usage)
  }
  do {
    try body()
  } catch let error as ClaimError {
    throw stop("\(error)", .badInput)
  } catch let error as FileError {
    throw stop("\(error)", error.status)
  } catch let error as ValidationError {
    throw usage(error.message)
  } catch let error as RunError {
    switch error {
    case .domain: throw usage("\(error)")
    case .tooLarge: throw stop("Error: \(error)", .limit)
    case .readingsDisagree: throw stop("Error: \(error)", .internalError)
    }
  }
}
