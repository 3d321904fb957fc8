import ArgumentParser
import Certificates
import Rational
import Threads
import Training

extension SearchCommand {
  /// The search for a shape, without λ.
  func searchShape(_ classes: Int, _ layers: Int) throws {
    guard classes <= 64, layers <= 64 else {
      throw ValidationError(
        "--K \(classes) --L \(layers): shapes have at most 64 classes and layers")
    }
    let stopReason = try begin()
    let isStopped = { @Sendable in stopReason() != nil }
    var answer = Answer(command: "search")
    let search = ShapeSearch(
      classes: classes, layers: layers, widths: try width.map { _ in try widths(layers) },
      randomStarts: seeds)
    let progress = Progress(isQuiet: quiet)
    let start = Clock.seconds()
    // Each start descends at most three times; near the critical Λ a dozen go on.
    let total = 3 * search.starts.count + 12
    let found = search.run(
      jobs: jobs ?? Thread.cores, keeping: keep ?? 0.75, isStopped: isStopped
    ) { done in
      let elapsed = Clock.seconds() - start
      guard progress.isShown, elapsed > 1 else { return }
      progress.show(
        "descents", done: done, total: total, rate: Double(done) / elapsed,
        fraction: Double(done) / Double(total), elapsed: elapsed)
    }
    let reason = stopReason()
    if progress.isShown { progress.clear() }
    answer.add(
      "K = \(classes) classes, L = \(layers) layers, every n and all λ's",
      "\(search.starts.count) starts: \(search.starts.count - seeds) constructions, \(seeds) at random",
      found.inverseTrace.isFinite
        ? "The least D·tr(G⁻¹)/K^\(layers + 1) of a descent is near \(Float(found.inverseTrace))."
        : "No descent led to features of K classes.")
    answer.members = [
      "K": .integer(classes), "L": .integer(layers), "starts": .integer(found.starts),
      "found": .boolean(found.certificate != nil),
    ]
    if let (certificate, start) = found.certificate {
      answer.members["start"] = .integer(start)
      ShapeText(judged: JudgedShape(certificate), shape: certificate.shape).write(to: &answer)
      if verbose { answer.sections.append(.verbatim(certificate.text)) }
      answer.file = self.certificate.map { (path: $0, text: certificate.text) }
    } else {
      answer.add(
        "Nothing was found: no start led to a shape that is certified to lose less than DNC.",
        "That says nothing about whether there is one.")
      answer.status = .undecided
    }
    if let reason {
      interrupt(
        &answer, reason,
        "\(found.starts) of \(search.starts.count) starts were begun, and the best of them were followed to "
          + "their ends")
    }
    try answer.finish(options)
  }
}
