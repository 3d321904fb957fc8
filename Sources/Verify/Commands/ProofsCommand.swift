import ArgumentParser
import Claims

struct ProofsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proofs",
    abstract: "Replays every statement on file against its recorded verdict.",
    discussion: """
      A statement that is recorded as refuted must be refuted, at the recorded place and with the
      recorded values. The exit status is 0 when everything is as recorded.

      EXAMPLES
        verify proofs
        verify proofs path/to/proofs --format junit
      """)

  @Argument(help: ArgumentHelp("The folder (default: the one on file).", valueName: "dir"))
  var folder: String?

  @OptionGroup(title: "Running") var running: RunningOptions

  func run() throws {
    try reportingErrors("proofs") {
      let library = try folder.map(RunningOptions.library(in:)) ?? running.library()
      let session = Session("proofs", running)
      session.plan(library.claims.reduce(0) { $0 + $1.forms.count })
      session.edit {
        $0.purpose = .regression
        $0.showsOutside = false
      }
      for claim in library.claims {
        for form in claim.forms {
          try session.decide(claim, form, over: claim.replayDomains)
        }
      }
      try session.finish()
    }
  }
}
