import Testing

@testable import Training

@Suite struct TrainingRunTests {
  private let settings = SampleDescentTests.cases[1]

  private func run(to steps: Int) throws -> TrainingRun {
    var run = TrainingRun(settings)
    run.advance(to: steps, try BLAS.shared())
    return run
  }

  @Test func `the same seed gives the same text, another one another`() throws {
    #expect(try run(to: 300).text == run(to: 300).text)
    #expect(TrainingRun(settings).text != TrainingRun(SampleDescentTests.cases[0]).text)
  }

  @Test func `the loss falls`() throws {
    let losses = try run(to: 300).curve.map(\.loss)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 <= $0 })
  }

  /// Stopped at looks of its own, written, read, and gone on with.
  @Test func `a run that was interrupted ends as one that was not`() throws {
    let blas = try BLAS.shared()
    var parts = TrainingRun(settings)
    parts.advance(to: 300, blas) { step, _ in step < 50 }
    #expect(parts.step == 50)
    parts = try TrainingRun(text: parts.text)
    parts.advance(to: 123, blas)
    #expect(parts.curve.last?.step == 123)
    parts = try TrainingRun(text: parts.text)
    parts.advance(to: 300, blas)
    #expect(try parts.text == run(to: 300).text)
  }

  @Test func `the text is read as it was written`() throws {
    let run = try run(to: 20)
    let read = try TrainingRun(text: run.text)
    #expect(read.matrices == run.matrices)
    #expect(read.curve == run.curve)
    #expect(read.settings == run.settings)
    #expect(read.step == 20)
  }

  /// Every line that is left out, doubled or changed is noticed, but for one that says the same.
  @Test func `a damaged text is refused with its line`() throws {
    let lines = try run(to: 3).text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      var damaged = lines
      damaged[index] = "x" + damaged[index]
      let error = #expect(throws: TrainingRun.SyntaxError.self) {
        try TrainingRun(text: damaged.joined(separator: "\n"))
      }
      #expect(error?.line == index + 1)
      damaged = lines
      damaged.remove(at: index)
      // Measurements may be fewer.
      guard !lines[index].hasPrefix("at ") else { continue }
      #expect(throws: TrainingRun.SyntaxError.self) {
        try TrainingRun(text: damaged.joined(separator: "\n"))
      }
    }
    for text in ["", "verify training 2\n", lines.joined(separator: "\n") + "1\n"] {
      #expect(throws: TrainingRun.SyntaxError.self) { try TrainingRun(text: text) }
    }
    for (old, new) in [
      ("samples 3", "samples 0"), ("rate 0.01", "rate -1"), ("rate 0.01", "rate nan"),
      ("lambda_H 1/100", "lambda_H 0"), ("classes 2", "classes 999999999"),
      ("widths 6 3 6", "widths 6"), ("step 3", "step 2"),
    ] {
      var damaged = lines
      let index = try #require(lines.firstIndex(of: Substring(old)))
      damaged[index] = Substring(new)
      #expect(throws: TrainingRun.SyntaxError.self, "\(new)") {
        try TrainingRun(text: damaged.joined(separator: "\n"))
      }
    }
  }

  @Test func `a run that leaves the numbers stops and says so`() throws {
    var run = TrainingRun(
      TrainingSettings(
        classes: 2, widths: [6, 3, 6], regularisation: settings.regularisation, rate: 1e6, seed: 1))
    run.advance(to: 1000, try BLAS.shared())
    #expect(run.hasDiverged)
    #expect(run.step < 1000)
    #expect(try TrainingRun(text: run.text).hasDiverged)
  }

  /// Weights of 1e150 are numbers, and so is their norm; a step further the outputs are none.
  @Test func `a run that is stopped between measurements says so as well`() throws {
    let row = "1e150 1e150\n1e150 1e150\n"
    var run = try TrainingRun(
      text: "verify training 1\nclasses 2\nsamples 1\nwidths 2 2\nlambda_H 1/100\n"
        + "lambda_W 1/100 1/100\nrate 0.5\nseed 1\nstep 1000\nat 1000 0.3 0.2 0 0 0\n"
        + "H1 2 2\n\(row)W1 2 2\n\(row)W2 2 2\n\(row)")
    #expect(!run.hasDiverged)
    run.advance(to: 2000, try BLAS.shared()) { step, _ in step < 1050 }
    #expect(run.step == 1050 && run.hasDiverged)
    #expect(try TrainingRun(text: run.text).hasDiverged)
  }

  @Test func `measurements are forty for each power of ten`() {
    let steps = (0...10_000).filter(TrainingRun.isMeasured)
    #expect(steps.prefix(8) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(steps.count { (1000..<10_000).contains($0) } == 40)
    #expect(steps.contains(10) && steps.contains(100) && steps.contains(1000))
  }

  /// Singular values by way of the trace and the determinant of a Gram matrix, and of known matrices.
  @Test func `singular values and variability are those of the definition`() {
    let matrix = DenseMatrix(rows: 3, columns: 2, entries: [1, 2, 3, 4, 5, 6])
    let values = matrix.singularValues
    #expect(abs(values[0] * values[0] + values[1] * values[1] - 91) < 1e-12)
    // det of [[35, 44], [44, 56]]
    #expect(abs(values[0] * values[1] - 24.0.squareRoot()) < 1e-12)
    let wide = DenseMatrix(rows: 1, columns: 3, entries: [3, 0, 4])
    #expect(zip(wide.singularValues, [5.0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    // Two classes of two samples: means 1 and 5, distances 1 and 2.
    let samples = DenseMatrix(rows: 1, columns: 4, entries: [0, 2, 3, 7])
    let (within, between) = samples.variability(classes: 2)
    #expect(within == 2.5 && between == 4)
  }
}
