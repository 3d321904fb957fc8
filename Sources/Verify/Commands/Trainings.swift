import Dispatch
import Losses
import Synchronization
import Training

/// Several trainings that go on at a time, each on a core of its own and into files of its own.
struct Trainings: Sendable {
  /// How it ended.
  struct Result {
    /// The trainings, in the order of the settings, as far as they have come.
    let runs: [TrainingRun]
    /// Why not all have come to their ends: `interrupted`; nil when they have.
    let stopReason: String?
  }

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

  /// How many seconds after it was written a training is written again.
  private static let savingInterval = 30.0

  private struct State {
    var next = 0
    var runs: [TrainingRun]
    var done = 0
    var isProgressShown = false
    var shownAt = 0.0
    var error: (any Error)?
    var stopReason: String?
  }

  /// Goes on with all of them up to their ends, or until the user or the time says stop.
  ///
  /// - Throws: What is wrong with the library or a file; what the other trainings have come to is kept.
  func run() throws -> Result {
    let folder = TrainingFolder(path: folder)
    let begun = try settings.map { try folder.run($0, steps: steps) }
    let open = begun.indices.filter { begun[$0].step < steps && !begun[$0].hasDiverged }
    let state = Mutex(State(runs: begun))
    if !open.isEmpty {
      let blas: BLAS
      do {
        blas = try BLAS.shared()
      } catch {
        throw FileError(description: "Error: \(error)", status: .usage)
      }
      Interruption.catchTermination()
      let total = open.reduce(0) { $0 + steps - begun[$1].step }
      DispatchQueue.concurrentPerform(iterations: min(jobs, open.count)) { _ in
        while let index = state.withLock({ next(&$0, open) }) {
          do {
            try train(index, total, state, blas)
          } catch {
            state.withLock { $0.error = $0.error ?? error }
          }
        }
      }
    }
    return try state.withLock { state in
      if state.isProgressShown { progress.clear() }
      if let error = state.error { throw error }
      return Result(runs: state.runs, stopReason: state.stopReason)
    }
  }

  private func next(_ state: inout State, _ open: [Int]) -> Int? {
    guard state.next < open.count, state.error == nil, state.stopReason == nil else { return nil }
    defer { state.next += 1 }
    return open[state.next]
  }

  /// Takes one training to its end, or as far as there is time.
  private func train(
    _ index: Int, _ total: Int, _ state: borrowing Mutex<State>, _ blas: BLAS
  ) throws {
    let folder = TrainingFolder(path: folder)
    var run = state.withLock { $0.runs[index] }
    var saved = Clock.seconds()
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
        return goesOn && now - saved < Self.savingInterval
      }
      state.withLock { state in
        state.done += run.step - reported
        state.runs[index] = run
      }
      try folder.save(run)
      saved = Clock.seconds()
      if isStopped { return }
    }
    if !run.hasDiverged { try folder.export(run) }
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
