import ArgumentParser
import Claims
import Statements

struct ProofsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proofs",
    _superCommandName: "verify",
    abstract: "Replays every statement and every certificate on file.",
    discussion: """
      A statement that is recorded as refuted must be refuted, at the recorded place and with the
      recorded values. The certificates in the folder certificates below are replayed by the kernel:
      comparisons of losses, *.loss, whose numbers are compared with the definitions, points that
      lose less than DNC, *.point, whose loss is computed again, shapes that do so on intervals of Λ, *.shape,
      and uniform proofs, *.uniform, whose steps are compared with the statements. The exit status is 0 when everything is as recorded and
      every certificate is valid. A statement without a record counts by what is found: one that is
      refuted, or not decided, is not as it should be. A folder without claim files stands for the
      folders in it that have some.

      EXAMPLES
        verify proofs                              all that is on file
        verify proofs proofs/graphs                the classical facts about graphs alone
        verify proofs path/to/mine --format junit  claims of your own
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the one on file).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup(title: "Running") var running: RunningOptions

  func run() throws {
    try reportingErrors("proofs") {
      let place = try folder ?? Files.proofsFolder(running.proofs)
      let folders = Files.folders(ofClaimsIn: place)
      let library = try running.library(in: folders)
      let certificates = try folders.flatMap {
        try ReplayedCertificate.all(in: $0, library, jobs: running.threads)
      }
      let session = try Session("proofs", running, library)
      session.edit {
        $0.purpose = .regression
        $0.certificates = certificates
        $0.showsOutside = false
      }
      let forms = library.claims.flatMap { claim in claim.forms.map { (claim, $0) } }
      try session.carryOut(forms) { task, part in
        let (claim, form) = task
        try session.decide(claim, form, over: claim.allReplayDomains, in: part)
      }
      try session.finish()
    }
  }
}

extension Claim {
  /// The values of the regression; all that its bound admits for an integer without any on file.
  fileprivate var allReplayDomains: [String: Domain] {
    var domains = replayDomains
    for parameter in parameters where parameter.isInteger && domains[parameter.name] == nil {
      domains[parameter.name] = parameter.bound?.leastInteger.map { .from($0) }
    }
    return domains
  }
}
