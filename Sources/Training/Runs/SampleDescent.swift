/// Gradient descent on the objective (1) with a column for every sample, the products by a BLAS.
///
/// `Descent` is for one column a class and needs no library; with n columns a class nearly all of the time
/// goes to products of matrices, and those of a BLAS are several times as fast. What stands beside the
/// products, σ, its derivative and the decay, is one pass over the features a layer, or a factor of a product.
///
/// Rows are padded with zeros to whole vectors; no product reads or writes the padding.
///
/// - Complexity: A step takes about 6 Σ d_l d_{l+1} N operations and allocates nothing.
final class SampleDescent {
  private typealias Vector = SIMD8<Double>

  private let settings: TrainingSettings
  private let blas: BLAS
  private let layers: Int
  private let columns: Int
  private let shapes: [(rows: Int, columns: Int)]
  /// From one row of features to the next, in numbers.
  private let stride: Int
  /// λ_H, λ_1, …, λ_L
  private let decays: [Double]
  /// H_1, W_1, …, W_L
  private let parameters: [UnsafeMutablePointer<Double>]
  /// σ(W_l H_l) for l = 1, …, L - 1, and the output; the gradients there.
  private let activations: [UnsafeMutablePointer<Double>]
  private let errors: [UnsafeMutablePointer<Double>]
  /// W_1 before a step.
  private let scratch: UnsafeMutablePointer<Double>

  init(_ settings: TrainingSettings, _ blas: BLAS) {
    let shapes = settings.shapes
    self.settings = settings
    self.blas = blas
    layers = settings.layers
    columns = settings.columns
    let stride = (settings.columns + Vector.scalarCount - 1) & -Vector.scalarCount
    self.stride = stride
    decays = settings.decays
    /// Memory of a matrix, at a place that is right for vectors.
    func buffer(_ rows: Int, _ stride: Int) -> UnsafeMutablePointer<Double> {
      let count = (rows * stride + Vector.scalarCount - 1) / Vector.scalarCount
      let vectors = UnsafeMutablePointer<Vector>.allocate(capacity: count)
      vectors.initialize(repeating: .zero, count: count)
      return UnsafeMutableRawPointer(vectors).assumingMemoryBound(to: Double.self)
    }
    self.shapes = shapes
    parameters = shapes.enumerated().map { buffer($1.rows, $0 == 0 ? stride : $1.columns) }
    activations = shapes.dropFirst().map { buffer($0.rows, stride) }
    errors = shapes.dropFirst().map { buffer($0.rows, stride) }
    scratch = buffer(shapes[1].rows, shapes[1].columns)
  }

  deinit {
    for buffer in parameters + activations + errors + [scratch] { buffer.deallocate() }
  }

  /// H_1, W_1, …, W_L.
  var matrices: [DenseMatrix] {
    get { shapes.indices.map { matrix(operand($0), shapes[$0]) } }
    set {
      for (index, matrix) in newValue.enumerated() {
        let length = operand(index).stride
        for row in 0..<matrix.rows {
          for column in 0..<matrix.columns {
            parameters[index][row * length + column] = matrix[row, column]
          }
        }
      }
    }
  }

  /// H_1, …, H_L and the output, after `loss` or a step.
  var features: [DenseMatrix] {
    (0...layers).map { matrix(features($0), (shapes[$0].rows, columns)) }
  }

  private func matrix(
    _ operand: BLAS.Operand, _ shape: (rows: Int, columns: Int)
  ) -> DenseMatrix {
    DenseMatrix(rows: shape.rows, columns: shape.columns) {
      operand.start[$0 * operand.stride + $1]
    }
  }

  /// One of H_1, W_1, …, W_L.
  private func operand(_ index: Int) -> BLAS.Operand {
    BLAS.Operand(
      start: parameters[index], stride: index == 0 ? stride : shapes[index].columns)
  }

  /// H_l, from l = 0 on.
  private func features(_ layer: Int) -> BLAS.Operand {
    BLAS.Operand(start: layer == 0 ? parameters[0] : activations[layer - 1], stride: stride)
  }

  /// The objective, and of it the first term.
  func loss() -> (total: Double, fit: Double) {
    forward()
    // The errors of the output are (W_L H_L - Y)/N.
    let fit = Self.squares(errors[layers - 1], settings.classes * stride) * Double(columns) / 2
    var total = fit
    for (index, shape) in shapes.enumerated() {
      let count = shape.rows * operand(index).stride
      total += decays[index] / 2 * Self.squares(parameters[index], count)
    }
    return (total, fit)
  }

  private static func squares(_ start: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += start[index] * start[index] }
    return sum
  }

  /// The features of all layers, and (W_L H_L - Y)/N.
  private func forward() {
    for layer in 0..<layers {
      let shape = shapes[layer + 1]
      let target = activations[layer]
      blas.multiply(
        operand(layer + 1), features(layer), rows: shape.rows, columns: columns,
        inner: shape.columns, into: BLAS.Operand(start: target, stride: stride))
      guard layer < layers - 1 else { break }
      let vectors = Self.vectors(target)
      for place in 0..<shape.rows * stride / Vector.scalarCount {
        let value = vectors[place]
        vectors[place] = value.replacing(with: 0, where: value .<= 0)
      }
    }
    let (output, error) = (activations[layers - 1], errors[layers - 1])
    let scale = 1 / Double(columns)
    for place in 0..<settings.classes * stride { error[place] = output[place] * scale }
    for label in 0..<settings.classes {
      let start = label * stride + label * settings.samples
      for place in start..<start + settings.samples { error[place] -= scale }
    }
  }

  private static func vectors(
    _ start: UnsafeMutablePointer<Double>
  ) -> UnsafeMutablePointer<Vector> {
    UnsafeMutableRawPointer(start).assumingMemoryBound(to: Vector.self)
  }

  /// One step against the gradient; σ'(0) is 0.
  func step() {
    let rate = settings.rate
    forward()
    for layer in Swift.stride(from: layers - 1, through: 0, by: -1) {
      let shape = shapes[layer + 1]
      let error = BLAS.Operand(start: errors[layer], stride: stride)
      var weights = operand(layer + 1)
      if layer > 0 {
        let below = errors[layer - 1]
        blas.multiply(
          weights.transposed, error, rows: shape.columns, columns: columns, inner: shape.rows,
          into: BLAS.Operand(start: below, stride: stride))
        let (gradient, active) = (Self.vectors(below), Self.vectors(activations[layer - 1]))
        for place in 0..<shape.columns * stride / Vector.scalarCount {
          gradient[place] = gradient[place].replacing(with: 0, where: active[place] .<= 0)
        }
      } else {
        // H_1 goes by the weights from before the step.
        scratch.update(from: weights.start, count: shape.rows * shape.columns)
      }
      blas.multiply(
        error, features(layer).transposed, rows: shape.rows, columns: shape.columns,
        inner: columns, factor: -rate, into: weights, keep: 1 - rate * decays[layer + 1])
      guard layer == 0 else { continue }
      weights = BLAS.Operand(start: scratch, stride: shape.columns)
      blas.multiply(
        weights.transposed, error, rows: shape.columns, columns: columns, inner: shape.rows,
        factor: -rate, into: features(0), keep: 1 - rate * decays[0])
    }
  }
}
