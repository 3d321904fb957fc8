import Losses
import Rational
import Testing

@testable import Training

@Suite struct SampleDescentTests {
  /// Some settings: other widths than columns, one as many as columns, one sample, λ's of their own.
  static let cases = [
    TrainingSettings(
      classes: 3, widths: [4, 5],
      regularisation: Regularisation(
        samples: 2, features: Rational(3, 100), weights: [Rational(1, 50), Rational(1, 100)]),
      rate: 0.01, seed: 1),
    TrainingSettings(
      classes: 2, widths: [6, 3, 6],
      regularisation: Regularisation(
        samples: 3, features: Rational(1, 100),
        weights: [Rational(1, 5), Rational(1, 50), Rational(2, 5)]),
      rate: 0.01, seed: 2),
    TrainingSettings(
      classes: 10, widths: [7, 9, 8, 11],
      regularisation: Regularisation(samples: 1, all: Rational(1, 250), layers: 4), rate: 0.01,
      seed: 3),
  ]

  /// (1) as it stands in the paper, sample by sample.
  private func objective(_ settings: TrainingSettings, _ matrices: [DenseMatrix]) -> Double {
    let total = Double(settings.classes * settings.samples)
    let value = settings.regularisation
    let decays = ([value.features] + value.weights).map { Double($0) }
    var sum = 0.0
    for (decay, matrix) in zip(decays, matrices) {
      sum += decay / 2 * matrix.entries.reduce(0) { $0 + $1 * $1 }
    }
    for sample in 0..<settings.classes * settings.samples {
      var vector = (0..<matrices[0].rows).map { matrices[0][$0, sample] }
      for (index, weight) in matrices.dropFirst().enumerated() {
        vector = (0..<weight.rows).map { row in
          (0..<weight.columns).reduce(0) { $0 + weight[row, $1] * vector[$1] }
        }
        if index < settings.widths.count - 1 { vector = vector.map { max($0, 0) } }
      }
      for (row, value) in vector.enumerated() {
        let rest = value - (row == sample / settings.samples ? 1 : 0)
        sum += rest * rest / (2 * total)
      }
    }
    return sum
  }

  @Test(arguments: cases)
  func `the objective is (1), with all samples`(_ settings: TrainingSettings) throws {
    let descent = SampleDescent(settings, try BLAS.shared())
    let matrices = settings.start()
    descent.matrices = matrices
    #expect(descent.matrices == matrices)
    let (loss, fit) = descent.loss()
    #expect(abs(loss - objective(settings, matrices)) < 1e-12)
    #expect(fit < loss)
  }

  @Test(arguments: cases)
  func `a step follows the gradient of finite differences`(_ settings: TrainingSettings) throws {
    let matrices = settings.start()
    let descent = SampleDescent(settings, try BLAS.shared())
    descent.matrices = matrices
    descent.step()
    let moved = descent.matrices
    for index in matrices.indices {
      for place in matrices[index].entries.indices {
        let width = 1e-5
        var (above, below) = (matrices, matrices)
        above[index].entries[place] += width
        below[index].entries[place] -= width
        let slope = (objective(settings, above) - objective(settings, below)) / (2 * width)
        let step = (matrices[index].entries[place] - moved[index].entries[place]) / settings.rate
        #expect(abs(slope - step) < 1e-6 * (1 + abs(slope)))
      }
    }
  }

  @Test func `with one sample a class it goes where the descent without a library goes`() throws {
    let settings = Self.cases[2]
    let descent = SampleDescent(settings, try BLAS.shared())
    let value = settings.regularisation
    let other = Descent(
      TrainingProblem(
        classes: settings.classes, widths: settings.widths,
        decays: ([value.features] + value.weights).map { Double($0) }))
    descent.matrices = settings.start()
    other.matrices = settings.start()
    for _ in 0..<100 {
      descent.step()
      other.step(rate: settings.rate)
    }
    #expect(abs(descent.loss().total - other.loss()) < 1e-12)
  }

  @Test func `without the library the message says what to install`() {
    let error = #expect(throws: BLAS.Missing.self) { try BLAS(names: ["libno-such-blas.so"]) }
    #expect(error?.description.contains("apt-get install libopenblas0") == true)
    #expect(error?.description.contains("libno-such-blas.so") == true)
  }
}
