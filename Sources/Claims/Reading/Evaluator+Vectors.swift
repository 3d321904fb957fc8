import Denotations
import Graphs
import Rational
import Statements

/// `for all vectors z in R^n: …`
///
/// Both sides are polynomials of degree at most 2 in the coordinates, which the type checker has seen, so
/// that their values at a few vectors determine them.
extension Evaluator {
  /// The most coordinates where a side is quadratic, and where both are linear.
  private static let quadraticLimit = 100
  private static let linearLimit = 400

  mutating func decide(_ statement: Proposition.ForAllVectors) throws -> Outcome {
    let count = try integer(statement.dimension, atLeast: 1, "the number of coordinates")
    let sides = [statement.left, statement.right]
    let degree = sides.compactMap { $0.degree(in: statement.name) }.max() ?? 0
    let most = degree > 1 ? Self.quadraticLimit : Self.linearLimit
    guard count <= most else {
      throw refusal(
        statement.dimension.location, "vectors with \(count) coordinates; the limit is \(most)")
    }
    defer { values[statement.name] = nil }
    return statement.relation == .equal
      ? try decideIdentity(statement, count, degree)
      : try decideOrder(statement, count, degree)
  }

  /// The vector with these coordinates and zeros elsewhere.
  private func vector(_ count: Int, _ entries: [Int: Int]) -> [Surd] {
    (0..<count).map { Surd(entries[$0] ?? 0) }
  }

  private mutating func sides(
    of statement: Proposition.ForAllVectors, at vector: [Surd]
  ) throws -> (Value, Value) {
    values[statement.name] = .matrix(.dense(rows: vector.map { [$0] }))
    return (try value(of: statement.left), try value(of: statement.right))
  }

  /// A side that is a number, or a matrix with a single entry.
  private func number(_ side: Value, _ statement: Proposition.ForAllVectors) throws -> Surd {
    switch side {
    case .number(let number): return number
    case .matrix(let matrix): return try singleEntry(matrix, at: statement.location)
    default: throw failure(statement.location, "expected a number")
    }
  }

  private func text(_ statement: Proposition.ForAllVectors, _ vector: [Surd]) -> String {
    "\(statement.left.brief) at \(statement.name) = [\(vector.map(\.description).joined(separator: "; "))]"
  }

  /// An identity holds when it does at 0, at ±e_i and at e_i + e_j; a linear one at 0 and e_i. Without 0
  /// it is asked for at 2 e_1, the third of three places on a line.
  private mutating func decideIdentity(
    _ statement: Proposition.ForAllVectors, _ count: Int, _ degree: Int
  ) throws -> Outcome {
    var samples = [vector(count, statement.excludesZero ? [0: 2] : [:])]
    for i in 0..<count {
      samples.append(vector(count, [i: 1]))
      guard degree > 1 else { continue }
      samples.append(vector(count, [i: -1]))
      for j in 0..<i { samples.append(vector(count, [i: 1, j: 1])) }
    }
    for sample in samples {
      let what = text(statement, sample)
      switch try sides(of: statement, at: sample) {
      case (.matrix(let a), .matrix(let b)):
        try requireSameShape(a, b, "'=' compares", at: statement.location)
        let difference = try limited(at: statement.location) {
          try a.firstDifference(from: b, limit: $0)
        }
        if let entry = difference {
          return fails(
            "entry (\(entry.row + 1), \(entry.column + 1)) of \(what)", .surd(entry.right),
            .surd(entry.left), at: statement.location)
        }
      case (let left, let right):
        let (a, b) = (try number(left, statement), try number(right, statement))
        if a != b { return fails(what, .surd(b), .surd(a), at: statement.location) }
      }
    }
    return Outcome(result: .holds)
  }

  /// The greater side minus the other one, at a vector.
  private mutating func gap(
    _ statement: Proposition.ForAllVectors, at vector: [Surd]
  ) throws -> Surd {
    let (left, right) = try sides(of: statement, at: vector)
    let (a, b) = (try number(left, statement), try number(right, statement))
    let leftIsGreater =
      statement.relation == .greater || statement.relation == .greaterOrEqual
    return leftIsGreater ? a - b : b - a
  }

  /// The gap `zᵀQz + cᵀz + d` is nowhere negative exactly when the form of the matrix with the blocks
  /// Q, c/2, cᵀ/2, d is: that is the gap made homogeneous by one more coordinate. The gap is 0 at z/t
  /// for a vector (z, t) of the kernel with t ≠ 0, and at no other place.
  private mutating func decideOrder(
    _ statement: Proposition.ForAllVectors, _ count: Int, _ degree: Int
  ) throws -> Outcome {
    let half = Surd(Rational(1, 2))
    let constant = try gap(statement, at: vector(count, [:]))
    var form = Array(repeating: Array(repeating: Surd.zero, count: count + 1), count: count + 1)
    form[count][count] = constant
    var plus: [Surd] = []
    for i in 0..<count {
      plus.append(try gap(statement, at: vector(count, [i: 1])))
      let minus =
        degree > 1
        ? try gap(statement, at: vector(count, [i: -1])) : constant + constant - plus[i]
      form[i][i] = (plus[i] + minus) * half - constant
      form[i][count] = (plus[i] - minus) * half * half
      form[count][i] = form[i][count]
      guard degree > 1 else { continue }
      for j in 0..<i {
        let both = try gap(statement, at: vector(count, [i: 1, j: 1]))
        form[i][j] = (both - plus[i] - plus[j] + constant) * half
        form[j][i] = form[i][j]
      }
    }
    let isStrict = statement.relation == .less || statement.relation == .greater
    switch QuadraticForm(form).analysis {
    case .negative(let vector):
      return try fails(statement, at: try negativePlace(statement, vector, count))
    case .semidefinite(let kernel):
      guard isStrict else { return Outcome(result: .holds) }
      for vector in kernel {
        let (place, last) = (Array(vector.prefix(count)), vector[count])
        if !last.isZero, !(statement.excludesZero && place.allSatisfy(\.isZero)) {
          return try fails(statement, at: place.map { $0 / last })
        }
        // With the constant 0 there is no linear part either, and the whole kernel counts.
        if statement.excludesZero, constant.isZero, place.contains(where: { !$0.isZero }) {
          return try fails(statement, at: place)
        }
      }
      return Outcome(result: .holds)
    }
  }

  /// A vector at which the gap is negative, from one (z, t) at which its homogeneous form is.
  private mutating func negativePlace(
    _ statement: Proposition.ForAllVectors, _ vector: [Surd], _ count: Int
  ) throws -> [Surd] {
    let (direction, last) = (Array(vector.prefix(count)), vector[count])
    // Far out along z where t = 0; close to 0 where that itself is left out.
    var place = last.isZero ? direction : direction.map { $0 / last }
    let isAtZero = place.allSatisfy(\.isZero)
    if isAtZero, statement.excludesZero { place[0] = 1 }
    while try gap(statement, at: place).sign >= 0 {
      place = place.map { isAtZero ? $0 / Surd(2) : $0 * Surd(2) }
    }
    return place
  }

  private mutating func fails(
    _ statement: Proposition.ForAllVectors, at vector: [Surd]
  ) throws -> Outcome {
    let (left, right) = try sides(of: statement, at: vector)
    return fails(
      text(statement, vector), .surd(try number(right, statement)),
      .surd(try number(left, statement)),
      sign: "\(statement.relation.rawValue) ", at: statement.location)
  }
}
