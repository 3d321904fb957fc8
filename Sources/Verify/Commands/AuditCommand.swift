import ArgumentParser
import Claims

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    _superCommandName: "verify",
    abstract: "Goes through the paper's statements on file: what holds as printed, what not.",
    discussion: """
      Each statement is decided over its default values. First comes whether Theorem 3 survives,
      then what is false as printed: each root with its kind, its correction, and what inherits from
      it or leans on it; then every statement, and the counterexamples. The exit status is 1 when a
      printed form is refuted.

      EXAMPLES
        verify audit
        verify audit --all             for all r, all L, every α > 0, where a uniform proof is on file
        verify audit --format markdown > findings.md
      """)

  @Flag(
    help: "Decide each statement that has a uniform proof on file for all values of its parameters."
  )
  var all = false

  @OptionGroup(title: "Running") var running: RunningOptions
  @OptionGroup(title: "In parts") var sharding: ShardOptions

  mutating func validate() throws {
    if all, let shard = sharding.shard {
      throw ValidationError("--shard \(shard): open ranges are decided in one piece; without --all")
    }
  }

  func run() throws {
    try reportingErrors("audit") {
      let library = try running.library()
      let session = try Session("audit", running, library, part: try sharding.part(of: library))
      session.edit { $0.showsOutside = false }
      try session.decide(library.claims, nil, [], isOpen: all)
      let audit = Audit(session.document.entries, library)
      session.edit { $0.audit = audit }
      try session.finish()
    }
  }
}
