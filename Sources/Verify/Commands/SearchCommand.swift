import ArgumentParser
import Certificates
import Losses
import Rational
import Training

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "search", abstract: "Search.")
  @Option(name: .customLong("K")) var classes: Int = 3
  @Option(name: .customLong("L")) var layers: Int = 4
  @Option var width: Int = 10
  @Option var seeds: Int = 20
  @Option var steps: Int = 60000
  @Option var jobs: Int = 2
  @Option var rate: Double = 0.5
  @Option var first: Double = 0.5
  @Option var certificate: String?
  @OptionGroup var regularisation: RegularisationOptions
  func run() throws {
    let value = try regularisation.value(layers: layers)
    let search = PointSearch(
      classes: classes, regularisation: value, widths: Array(repeating: width, count: layers),
      seeds: 1..<UInt64(seeds + 1), schedule: Schedule(steps: steps, rate: rate, firstDecay: first))
    guard let r = search.run(jobs: jobs) else { return }
    print("DNC", r.collapse.shown(digits: 12), "Λ/crit", Double((value.product / Collapse.threshold(classes: classes, layers: layers)).decimal(digits: 5))!)
    for k in 0..<4 {
      print("kind", k, r.losses.enumerated().filter { ($0.offset + 1) % 4 == k }.map { $0.element }.sorted().prefix(5))
    }
    if let c = r.certificate {
      print("seed", c.seed, "q", c.denominator, "loss", c.text.loss.decimal(digits: 10), "x", c.text.x)
      print("margin", (1 - c.text.loss / r.collapse.lower).decimal(digits: 4), "Λ range factor", (try! c.text.replay().least / value.product).decimal(digits: 5))
      if let certificate { try Files.write(c.text.text, to: certificate) } else { print(c.text.text) }
    }
  }
}
