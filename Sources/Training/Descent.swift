/// Gradient descent on the objective, in buffers that are allocated once.
///
/// Every matrix is stored transposed, its rows padded with zeros to whole vectors of four: then the
/// inner loops run over whole vectors, forward and backward. The padding stays zero: its gradient
/// is zero.
///
/// - Complexity: A step takes about 6 Σ d_l d_{l+1} K operations and allocates nothing.
final class Descent {
  typealias Vector = SIMD4<Double>

  private let problem: TrainingProblem
  private let layers: Int
  private let classes: Int
  /// How many vectors a row of H_lᵀ has, l = 1 … L, and of the output.
  private let lengths: [Int]
  /// H_1ᵀ, W_1ᵀ, …, W_Lᵀ
  private let parameters: [UnsafeMutablePointer<Vector>]
  private let counts: [Int]
  /// σ(W_l …) transposed, l = 1 … L - 1, and the output.
  private let activations: [UnsafeMutablePointer<Vector>]
  /// The gradients at the same places.
  private let errors: [UnsafeMutablePointer<Vector>]
  /// One row of H_1 before the step.
  private let scratch: UnsafeMutablePointer<Double>
  /// The decays in use: those of the problem times a factor.
  private var decays: [Double]

  init(_ problem: TrainingProblem) {
    self.problem = problem
    layers = problem.layers
    classes = problem.classes
    lengths = (problem.widths + [problem.classes]).map { ($0 + 3) / 4 }
    decays = problem.decays
    func buffer(_ count: Int) -> UnsafeMutablePointer<Vector> {
      let buffer = UnsafeMutablePointer<Vector>.allocate(capacity: count)
      buffer.initialize(repeating: .zero, count: count)
      return buffer
    }
    // Rows for the padding as well: they stay zero.
    var counts = [problem.classes * lengths[0]]
    for layer in 0..<layers { counts.append(lengths[layer] * 4 * lengths[layer + 1]) }
    self.counts = counts
    parameters = counts.map(buffer)
    activations = (1...layers).map { [lengths] in buffer(problem.classes * lengths[$0]) }
    errors = (1...layers).map { [lengths] in buffer(problem.classes * lengths[$0]) }
    scratch = .allocate(capacity: problem.classes)
  }

  deinit {
    for buffer in parameters + activations + errors { buffer.deallocate() }
    scratch.deallocate()
  }

  /// H_1, W_1, …, W_L.
  var matrices: [DenseMatrix] {
    get {
      problem.shapes.enumerated().map { index, shape in
        let length = lengths[index]
        return DenseMatrix(rows: shape.rows, columns: shape.columns) { row, column in
          parameters[index][column * length + row / 4][row % 4]
        }
      }
    }
    set {
      for (index, matrix) in newValue.enumerated() {
        let length = lengths[index]
        parameters[index].update(repeating: .zero, count: counts[index])
        for row in 0..<matrix.rows {
          for column in 0..<matrix.columns {
            parameters[index][column * length + row / 4][row % 4] = matrix[row, column]
          }
        }
      }
    }
  }

  /// Changes one entry of H_1, W_1, …, W_L.
  func set(_ index: Int, row: Int, column: Int, to value: Double) {
    parameters[index][column * lengths[index] + row / 4][row % 4] = value
  }

  /// All decays are those of the problem times this factor.
  func scaleDecays(_ factor: Double) { decays = problem.decays.map { $0 * factor } }

  /// The objective with the decays in use.
  func loss() -> Double {
    forward()
    var fit = 0.0
    let output = errors[layers - 1]
    for index in 0..<classes * lengths[layers] { fit += (output[index] * output[index]).sum() }
    // The errors of the output are (W_L H_L - Y)/K.
    fit *= Double(classes) / 2
    for (index, decay) in decays.enumerated() {
      var sum = 0.0
      for place in 0..<counts[index] {
        sum += (parameters[index][place] * parameters[index][place]).sum()
      }
      fit += decay / 2 * sum
    }
    return fit
  }

  /// The output, and its error (W_L H_L - Y)/K.
  private func forward() {
    for layer in 0..<layers {
      let (inner, outer) = (lengths[layer], lengths[layer + 1])
      let weights = parameters[layer + 1]
      let target = activations[layer]
      // Numbers, not vectors, of what goes in.
      let source = UnsafeRawPointer(layer == 0 ? parameters[0] : activations[layer - 1])
        .assumingMemoryBound(to: Double.self)
      let isLast = layer == layers - 1
      for sample in 0..<classes {
        let row = source + sample * inner * 4
        for place in 0..<outer {
          var sum = Vector.zero
          var weight = weights + place
          for index in 0..<problem.widths[layer] {
            sum += row[index] * weight.pointee
            weight += outer
          }
          target[sample * outer + place] =
            isLast ? sum : sum.replacing(with: 0, where: sum .< 0)
        }
      }
    }
    let (output, error) = (activations[layers - 1], errors[layers - 1])
    let scale = 1 / Double(classes)
    for sample in 0..<classes {
      for place in 0..<lengths[layers] {
        let index = sample * lengths[layers] + place
        error[index] = output[index] * scale
        if place == sample / 4 { error[index][sample % 4] -= scale }
      }
    }
  }

  /// ‖W_L H_L‖/‖Y‖, after the objective was evaluated.
  func relativeOutput() -> Double {
    var sum = 0.0
    let output = activations[layers - 1]
    for index in 0..<classes * lengths[layers] { sum += (output[index] * output[index]).sum() }
    return (sum / Double(classes)).squareRoot()
  }

  /// One step against the gradient; σ'(0) is 0.
  func step(rate: Double) {
    forward()
    for layer in stride(from: layers - 1, through: 0, by: -1) {
      let (inner, outer) = (lengths[layer], lengths[layer + 1])
      let weights = parameters[layer + 1]
      let above = errors[layer]
      let source = layer == 0 ? parameters[0] : activations[layer - 1]
      let values = UnsafeRawPointer(source).assumingMemoryBound(to: Double.self)
      let shrink = 1 - rate * decays[layer + 1]
      if layer == 0 {
        let keep = 1 - rate * decays[0]
        for index in 0..<problem.widths[0] {
          let weight = weights + index * outer
          for sample in 0..<classes {
            var sum = Vector.zero
            let row = above + sample * outer
            for place in 0..<outer { sum += weight[place] * row[place] }
            // The feature is needed for the step of W_1 first.
            let gradient = sum.sum()
            let place = sample * inner + index / 4
            scratch[sample] = source[place][index % 4]
            source[place][index % 4] = keep * scratch[sample] - rate * gradient
          }
          for place in 0..<outer {
            var sum = Vector.zero
            for sample in 0..<classes { sum += scratch[sample] * above[sample * outer + place] }
            weight[place] = shrink * weight[place] - rate * sum
          }
        }
        continue
      }
      let below = UnsafeMutableRawPointer(errors[layer - 1]).assumingMemoryBound(to: Double.self)
      for index in 0..<problem.widths[layer] {
        let weight = weights + index * outer
        for sample in 0..<classes {
          let place = sample * inner * 4 + index
          guard values[place] > 0 else {
            below[place] = 0
            continue
          }
          var sum = Vector.zero
          let row = above + sample * outer
          for place in 0..<outer { sum += weight[place] * row[place] }
          below[place] = sum.sum()
        }
        for place in 0..<outer {
          var sum = Vector.zero
          for sample in 0..<classes {
            sum += values[sample * inner * 4 + index] * above[sample * outer + place]
          }
          weight[place] = shrink * weight[place] - rate * sum
        }
      }
    }
  }
}
