import ArgumentParser
import Claims

/// Runs forms of claims and writes the document that comes of it.
struct Session {
  let options: RunningOptions
  private let start = Clock.seconds()
  private(set) var document: Document

  init(_ command: String, _ options: RunningOptions) {
    self.options = options
    document = Document(command: command)
  }

  /// Decides a form and adds it to the document.
  ///
  /// - Returns: The report, or nil when the job was refused.
  @discardableResult
  mutating func decide(
    _ claim: Claim, _ form: Claim.Form, over domains: [String: Domain]
  ) throws -> Report? {
    let progress = Progress(claim.id, isQuiet: options.quiet)
    defer { progress.finish() }
    do {
      let report = try claim.report(
        on: form, over: domains, options: try options.runOptions(progress))
      document.entries.append(.decided(report))
      return report
    } catch RunError.tooLarge(let reason) {
      document.entries.append(.refused(claim, form, reason: reason))
      return nil
    }
  }

  /// Decides the chosen wording of each claim; without a choice the printed one and, where that is
  /// refuted, the corrected one.
  mutating func decide(
    _ claims: [Claim], _ choice: WordingOptions.Choice?, _ assignments: [DomainOptions.Assignment]
  ) throws {
    for claim in claims {
      let domains = try DomainOptions.domains(assignments, for: claim)
      let corrected = claim.form(.corrected)
      if choice == .corrected, let corrected {
        try decide(claim, corrected, over: domains)
        continue
      }
      guard let printed = claim.form(.printed) else { continue }
      let report = try decide(claim, printed, over: domains)
      if choice == nil, let corrected, report?.verdict.kind == .refuted {
        try decide(claim, corrected, over: domains)
      }
    }
  }

  mutating func remark(_ line: String) { document.remarks.append(line) }
  mutating func hideOutside() { document.showsOutside = false }
  mutating func markRegression() { document.isRegression = true }

  /// Writes the document and ends with its status.
  mutating func finish(_ text: ((Document) -> String)? = nil) throws {
    document.seconds = Clock.seconds() - start
    switch options.format {
    case .text:
      Terminal.output(
        options.quiet ? document.summary + "\n" : text?(document) ?? document.text(options))
    case .json: Terminal.output(document.json)
    case .junit: Terminal.output(document.junit)
    case .markdown: Terminal.output(document.markdown)
    }
    let status = document.status
    if status != .holds { throw ExitCode(status.rawValue) }
  }
}

/// Gives the errors of an input the documented exit code and writes them to standard error.
func reportingErrors(_ body: () throws -> Void) throws {
  func stop(_ message: String, _ status: ExitStatus) -> ExitCode {
    Terminal.error("error: \(message)\n")
    return ExitCode(status.rawValue)
  }
  do {
    try body()
  } catch let error as ClaimError {
    throw stop("\(error)", .badInput)
  } catch let error as FileError {
    throw stop("\(error)", .badInput)
  } catch let error as RunError {
    switch error {
    case .domain: throw ValidationError("\(error)")
    case .tooLarge: throw stop("\(error)", .limit)
    case .readingsDisagree: throw stop("\(error)", .internalError)
    }
  }
}
