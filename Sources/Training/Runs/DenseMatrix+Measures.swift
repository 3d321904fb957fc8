extension DenseMatrix {
  /// The mean of the columns of each class, which stand side by side.
  public func classMeans(_ classes: Int) -> DenseMatrix {
    let samples = columns / classes
    return DenseMatrix(rows: rows, columns: classes) { row, label in
      let start = row * columns + label * samples
      return entries[start..<start + samples].reduce(0, +) / Double(samples)
    }
  }

  /// tr Σ_W and tr Σ_B: the mean square distance of a column from the mean of its class, and of that from the
  /// mean of all.
  func variability(classes: Int) -> (within: Double, between: Double) {
    let means = classMeans(classes)
    let samples = columns / classes
    var (within, between) = (0.0, 0.0)
    for row in 0..<rows {
      var sum = 0.0
      for label in 0..<classes { sum += means[row, label] }
      let middle = sum / Double(classes)
      for label in 0..<classes {
        let mean = means[row, label]
        between += (mean - middle) * (mean - middle)
        let start = row * columns + label * samples
        for place in start..<start + samples {
          let distance = entries[place] - mean
          within += distance * distance
        }
      }
    }
    return (within / Double(columns), between / Double(classes))
  }

  /// The singular values, rounded, the largest first, as many as the matrix has columns.
  ///
  /// Hestenes, "Inversion of matrices by biorthogonalization", 1958: columns are turned by pairs until all
  /// are orthogonal; their lengths are the singular values.
  public var singularValues: [Double] {
    var columnList = (0..<columns).map { column in (0..<rows).map { self[$0, column] } }
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for index in a.indices { sum += a[index] * b[index] }
      return sum
    }
    for _ in 0..<60 {
      var isDone = true
      for i in 0..<columns {
        for j in (i + 1)..<max(i + 1, columns) {
          let (a, b) = (columnList[i], columnList[j])
          let (aa, bb, ab) = (dot(a, a), dot(b, b), dot(a, b))
          guard abs(ab) > 1e-15 * (aa * bb).squareRoot(), aa > 0, bb > 0 else { continue }
          isDone = false
          let tau = (bb - aa) / (2 * ab)
          let tangent = (tau < 0 ? -1 : 1) / (abs(tau) + (1 + tau * tau).squareRoot())
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          let sine = cosine * tangent
          for row in 0..<rows {
            columnList[i][row] = cosine * a[row] - sine * b[row]
            columnList[j][row] = sine * a[row] + cosine * b[row]
          }
        }
      }
      if isDone { break }
    }
    return columnList.map { dot($0, $0).squareRoot() }.sorted(by: >)
  }
}
