import Losses
import Synchronization
import Threads
import Training

/// Several trainings that go on at a time, each on a core of its own and into files of its own.
///
/// In memory are those alone that go on now.
struct Trainings: Sendable {
  let folder: String
  let settings: [TrainingSettings]
  let steps: Int
  let jobs: Int
  let deadline: Double?
  private let progress: Progress
  private let start = Clock.seconds()

  init(
    folder: TrainingFolder, settings: [TrainingSettings], steps: Int, jobs: Int, timeout: Double?,
    isQuiet: Bool
  ) {
    self.folder = folder.path
    self.settings = settings
    self.steps = steps
    self.jobs = jobs
    deadline = timeout.map { Clock.seconds() + $0 }
    progress = Progress(isQuiet: isQuiet)
  }

  private struct State {
    var next = 0
    var done = 0
    var isProgressShown = false
    var shownAt = 0.0
    var error: (any Error)?
    var stopReason: String?
  }

  /// Goes on with all of them up to their ends, or until the user or the time says stop.
  ///
  /// - Returns: Why not all have come to their ends: `interrupted`; nil when they have.
  /// - Throws: What is wrong with the library or a file; what the other trainings have come to is kept.
  func run() throws -> String? {
    let folder = TrainingFolder(path: folder)
    var (open, total) = ([TrainingSettings](), 0)
    for settings in settings {
      let run = try folder.run(settings, steps: steps)
      guard run.step < steps, !run.hasDiverged else {
        // The files for other programs may have been moved away since.
        if !run.hasDiverged, !folder.isExported(settings) { try folder.export(run) }
        continue
      }
      open.append(settings)
      total += steps - run.step
    }
    let state = Mutex(State())
    if !open.isEmpty {
      try Files.requireWritable(folder: folder.path)
      let blas: BLAS
      do {
        blas = try BLAS.shared()
      } catch {
        throw FileError(description: "Error: \(error)", status: .usage)
      }
      Interruption.catchFirst()
      Interruption.catchTermination()
      let (begun, all) = (open, total)
      inParallel(jobs: min(jobs, begun.count)) {
        while let settings = state.withLock({ next(&$0, begun) }) {
          do {
            try train(settings, all, state, blas)
          } catch {
            state.withLock { $0.error = $0.error ?? error }
          }
        }
      }
    }
    return try state.withLock { state in
      if state.isProgressShown { progress.clear() }
      if let error = state.error { throw error }
      return state.stopReason
    }
  }

  private func next(_ state: inout State, _ open: [TrainingSettings]) -> TrainingSettings? {
    guard state.next < open.count, state.error == nil, state.stopReason == nil else { return nil }
    defer { state.next += 1 }
    return open[state.next]
  }

  /// Takes one training to its end, or as far as there is time.
  private func train(
    _ settings: TrainingSettings, _ total: Int, _ state: borrowing Mutex<State>, _ blas: BLAS
  ) throws {
    let folder = TrainingFolder(path: folder)
    var run = try folder.run(settings, steps: steps)
    var pace = SavingPace(seconds: 1)
    while run.step < steps, !run.hasDiverged {
      var (isStopped, reported) = (false, run.step)
      run.advance(to: steps, blas) { step, loss in
        let now = Clock.seconds()
        let reason = Interruption.reason(deadline: deadline)
        let goesOn = state.withLock { state in
          state.done += step - reported
          if let reason { state.stopReason = reason }
          show(&state, loss, total, now)
          return state.stopReason == nil && state.error == nil
        }
        reported = step
        isStopped = !goesOn
        return goesOn && !pace.isDue(now)
      }
      state.withLock { $0.done += run.step - reported }
      // Whoever finds a training at its end finds the other files, too.
      if run.step == steps, !run.hasDiverged { try folder.export(run) }
      try pace.save { try folder.save(run) }
      if isStopped { return }
    }
  }

  private func show(_ state: inout State, _ loss: Double, _ total: Int, _ now: Double) {
    guard progress.isShown, now - start > 1, now - state.shownAt > 0.2 else { return }
    (state.shownAt, state.isProgressShown) = (now, true)
    progress.show(
      "loss \(Float(loss))", done: state.done, total: total,
      rate: Double(state.done) / (now - start), fraction: Double(state.done) / Double(total),
      elapsed: now - start)
  }
}
