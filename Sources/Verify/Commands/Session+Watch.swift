import Claims
import Glibc
import Threads

extension Session {
  /// Until the end: shows the progress, keeps what is decided of a part, and ends the process when the
  /// time is up.
  func watch() {
    var pace = SavingPace(seconds: 0.2)
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
        let reason = "the time limit was reached while a value was being decided"
        for (number, current) in state.current {
          let entry: Document.Entry =
            current.soFar.map { .decided($0(reason)) }
            ?? .stopped(current.claim, current.form, reason: reason)
          state.entries[number, default: []].append(entry)
        }
        let left = state.planned - state.finished - state.current.count
        if left > 0 { state.document.remarks.append("Not begun: \(left) more.") }
        return state.result
      }
      if let document {
        let status = file.map { (try? save($0)) ?? .internalError } ?? write(document)
        _exit(status.rawValue)
      }
      // A command that is refused leaves no file: nothing is kept while nothing is decided.
      if let file, pace.isDue(now), file.part.progress.done > 0 {
        // Where that fails, saving at the end fails and says why.
        pace.save { try? file.save() }
      }
      if state.withLock({ $0.isClosed }) { return }
    }
  }

  private func show(_ state: inout State, _ now: Double) {
    guard progress.isShown, now - start > 1,
      let (_, first) = state.current.min(by: { $0.key < $1.key })
    else { return }
    state.isProgressShown = true
    let running = state.current.values
    let parts = running.map { $0.total == 0 ? 0 : Double($0.done) / Double($0.total) }
    progress.show(
      first.claim.id, done: first.done, total: first.total,
      rate: Double(state.decidedBefore + running.reduce(0) { $0 + $1.done }) / (now - start),
      fraction: (Double(state.finished) + parts.reduce(0, +)) / Double(state.planned),
      elapsed: now - start)
  }

  /// Writes the file of a part, and says how far it is.
  func save(_ file: PartFile) throws -> ExitStatus {
    try file.save()
    let (done, size) = file.part.progress
    var line = "Part \(file.part.shard): \(done) of \(size) values are decided"
    line += "; written to \(file.path)"
    if !file.part.isComplete { line += "; the same command goes on from there" }
    guard Terminal.output(line + ".\n") else { return .internalError }
    return file.part.isComplete ? .holds : .limit
  }
}
