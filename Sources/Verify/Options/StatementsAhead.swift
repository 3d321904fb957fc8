import CSystem
import Claims
import Dispatch
import Statements
import Synchronization
import Threads

/// Statements on file that another thread reads while this one reads the arguments, and of which it then rehearses one.
/// The first words of a command tell which; in a short run that saves a quarter of the time.
///
/// They are taken only by who asks for the same once all arguments are known. What went wrong is forgotten: who asks
/// reads for himself then, and says it.
final class StatementsAhead: Sendable {
  private static let current = Mutex<StatementsAhead?>(nil)

  private let id: String
  private let isFamily: Bool
  /// Whether what is read is to be decided by several threads, as far as is known.
  private let isShared: Bool
  private let isBegun = Atomic(false)
  private let library = Mutex<Library?>(nil)
  private let done = DispatchSemaphore(value: 0)

  private init(_ id: String, isFamily: Bool, isShared: Bool) {
    (self.id, self.isFamily, self.isShared) = (id, isFamily, isShared)
  }

  /// Begins with the statements that a command most probably asks for, if there is a core for it and no folder is named.
  static func begin(_ words: [String]) {
    func names(_ option: String) -> Bool { words.contains { $0.hasPrefix(option) } }
    let isShared = !names("--jobs")
    let ahead: StatementsAhead
    switch words.first {
    case "lemma" where words.count > 1:
      ahead = .init("lemma-\(words[1])", isFamily: true, isShared: isShared)
    case "theorem3": ahead = .init("theorem-3", isFamily: false, isShared: isShared)
    default: return
    }
    guard Thread.cores > 1, !names("--proofs") else { return }
    current.withLock { $0 = ahead }
    verify_populate_variables()
    startThread { ahead.read() }
  }

  /// Those of the folder that is taken without an option, if they are these and were begun in time.
  static func library(of id: String, isFamily: Bool) -> Library? {
    guard let ahead = current.withLock({ $0 }), (ahead.id, ahead.isFamily) == (id, isFamily),
      !ahead.begins()
    else { return nil }
    ahead.done.wait()
    return ahead.library.withLock { $0 }
  }

  /// Whether the caller is the first, who then reads.
  private func begins() -> Bool { !isBegun.exchange(true, ordering: .acquiringAndReleasing) }

  private func read() {
    guard begins() else { return }
    // A graph that is read is told on standard error, unless an option says no.
    let part = try? RunningOptions.part(
      with: id, isFamily: isFamily, in: Files.paperFolder(nil), readGraph: nil)
    library.withLock { $0 = part }
    done.signal()
    // Until there is something to decide this thread would only wait.
    if isShared { part?[id]?.rehearse() }
  }
}
