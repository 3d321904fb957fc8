import Glibc

/// How the loss of a shape compares with that of collapse, in floating point, with its gradient.
///
/// At x (`ShapeCertificate`) it is the logarithm of
///
///     (τ L x/(1 + x)² + 1/K tr (I + τ^L x C)⁻¹) / ((1 + (L+1) x)/(1 + x)²),
///
/// and without x its limit for the best τ as x → ∞, ln(tr(C⁻¹)/K)/(L+1) = ln(D tr(G⁻¹)/K^(L+1))/(L+1): below
/// zero the shape wins. It does not change when a matrix is multiplied by a positive number.
struct ShapeObjective: Sendable {
  /// K
  let classes: Int
  /// L
  let layers: Int
  /// x, nil for the limit.
  let x: Double?

  /// A place: H_1, W_1, …, W_{L-1}, and the logarithm of τ, which the limit does not use.
  struct Place: Sendable {
    var matrices: [DenseMatrix]
    var logTau = -0.05
  }

  /// The value and the gradient; nil where there is none, as where G has no inverse in the limit.
  ///
  /// - Complexity: Some products of matrices, the largest K × K.
  func evaluate(_ place: Place) -> (value: Double, gradient: Place)? {
    let matrices = place.matrices
    var features = [matrices[0]]
    for matrix in matrices.dropFirst() { features.append((matrix * features.last!).positivePart) }
    let norms = matrices.map(\.squaredNorm)
    guard norms.allSatisfy({ $0 > 1e-100 && $0.isFinite }) else { return nil }
    let logNorm = norms.reduce(0) { $0 + log($1) }
    let last = features[layers - 1]
    let gram = last.transposed * last
    guard let (value, gramGradient, normGradient, tauGradient) = core(gram, logNorm, place.logTau)
    else { return nil }
    var gradient = place
    gradient.logTau = tauGradient
    var error = last * gramGradient
    for place in error.entries.indices { error.entries[place] *= 2 }
    for layer in stride(from: layers - 1, through: 0, by: -1) {
      var own: DenseMatrix
      if layer > 0 {
        for place in error.entries.indices where features[layer].entries[place] <= 0 {
          error.entries[place] = 0
        }
        own = error * features[layer - 1].transposed
        error = matrices[layer].transposed * error
      } else {
        own = error
      }
      let factor = 2 * normGradient / norms[layer]
      for place in own.entries.indices {
        own.entries[place] += factor * matrices[layer].entries[place]
      }
      gradient.matrices[layer] = own
    }
    return (value, gradient)
  }

  /// The value, its gradient in G, in ln D, and in ln τ.
  private func core(
    _ gram: DenseMatrix, _ logNorm: Double, _ logTau: Double
  ) -> (Double, DenseMatrix, Double, Double)? {
    let (size, depth) = (Double(classes), Double(layers))
    func trace(_ matrix: DenseMatrix) -> Double {
      (0..<classes).reduce(0) { $0 + matrix[$1, $1] }
    }
    func scaled(_ matrix: DenseMatrix, _ factor: Double) -> DenseMatrix {
      DenseMatrix(
        rows: classes, columns: classes, entries: matrix.entries.map { $0 * factor })
    }
    guard let x else {
      guard let inverse = gram.inverseOfPositive else { return nil }
      let sum = trace(inverse)
      let value = (logNorm + log(sum)) / (depth + 1) - log(size)
      guard value.isFinite else { return nil }
      return (value, scaled(inverse * inverse, -1 / (sum * (depth + 1))), 1 / (depth + 1), 0)
    }
    let tau = exp(logTau)
    let y = exp(logTau * depth) * x
    let scale = exp(depth * log(size) - logNorm)  // C = scale G
    guard y.isFinite, scale.isFinite else { return nil }
    var matrix = scaled(gram, y * scale)
    for index in 0..<classes { matrix[index, index] += 1 }
    guard let inverse = matrix.inverseOfPositive else { return nil }
    let square = inverse * inverse
    let linear = tau * depth * x / ((1 + x) * (1 + x))
    let loss = linear + trace(inverse) / size
    let gramGradient = scaled(square, -y * scale / (size * loss))
    let along = zip(gramGradient.entries, gram.entries).reduce(0) { $0 + $1.0 * $1.1 }
    let value = log(loss) - log((1 + (depth + 1) * x) / ((1 + x) * (1 + x)))
    return (value, gramGradient, -along, linear / loss + along * depth)
  }

  /// Descends with limited memory (Nocedal's recursion), halving steps until the value falls enough.
  ///
  /// - Returns: The last place, and its value; nil when the start has none.
  func descend(from start: Place, steps: Int) -> (place: Place, value: Double)? {
    var place = start
    for index in place.matrices.indices {
      let norm = place.matrices[index].squaredNorm.squareRoot()
      guard norm > 0 else { return nil }
      for entry in place.matrices[index].entries.indices {
        place.matrices[index].entries[entry] /= norm
      }
    }
    guard var (value, gradient) = evaluate(place) else { return nil }
    var history: [(step: [Double], change: [Double], product: Double)] = []
    var since = 0
    for _ in 0..<steps {
      let flat = gradient.flat
      var direction = flat.map { -$0 }
      var weights: [Double] = []
      for pair in history.reversed() {
        let weight = dot(pair.step, direction) / pair.product
        add(&direction, -weight, pair.change)
        weights.append(weight)
      }
      if let pair = history.last {
        let factor = pair.product / dot(pair.change, pair.change)
        for index in direction.indices { direction[index] *= factor }
      }
      for (pair, weight) in zip(history, weights.reversed()) {
        add(&direction, weight - dot(pair.change, direction) / pair.product, pair.step)
      }
      var slope = dot(direction, flat)
      if slope >= 0 {
        direction = flat.map { -$0 }
        slope = -dot(flat, flat)
        history = []
      }
      guard slope < -1e-18 else { break }
      var length = history.isEmpty ? min(1, 0.1 / dot(direction, direction).squareRoot()) : 1
      var next: (place: Place, value: Double, gradient: Place)?
      while next == nil, length > 1e-12 {
        let candidate = place.moved(length, direction)
        if let (value2, gradient2) = evaluate(candidate), value2 <= value + 1e-4 * length * slope {
          next = (candidate, value2, gradient2)
        } else {
          length /= 2
        }
      }
      guard let next else {
        if history.isEmpty { break }
        history = []
        continue
      }
      let step = direction.map { $0 * length }
      let change = zip(next.gradient.flat, flat).map { $0 - $1 }
      let product = dot(step, change)
      if product > 1e-14 {
        history.append((step, change, product))
        if history.count > 16 { history.removeFirst() }
      }
      since = value - next.value < 1e-10 ? since + 1 : 0
      (place, value, gradient) = next
      if since >= 8 { break }
    }
    return (place, value)
  }
}

extension ShapeObjective.Place {
  /// All numbers, one after the other.
  fileprivate var flat: [Double] { matrices.flatMap(\.entries) + [logTau] }

  /// This place and a multiple of a vector.
  fileprivate func moved(_ length: Double, _ direction: [Double]) -> Self {
    var result = self
    var next = 0
    for index in matrices.indices {
      for entry in matrices[index].entries.indices {
        result.matrices[index].entries[entry] += length * direction[next]
        next += 1
      }
    }
    result.logTau += length * direction[next]
    return result
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}

private func add(_ a: inout [Double], _ factor: Double, _ b: [Double]) {
  for index in a.indices { a[index] += factor * b[index] }
}
