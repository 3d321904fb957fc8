import Denotations
import Graphs
import Polynomials
import Rational
import Statements

/// What runs over integers: sums, products, matrices by a formula and in blocks, partitions; and the
/// functions of numbers that choose among them.
extension Evaluator {
  // MARK: Numbers

  mutating func numbers(_ expressions: [Expression]) throws -> [Surd] {
    var values: [Surd] = []
    for expression in expressions { values.append(try number(expression)) }
    return values
  }

  mutating func magnitude(of expression: Expression) throws -> Surd {
    let value = try number(expression)
    return value.sign < 0 ? -value : value
  }

  mutating func modulus(_ arguments: [Expression]) throws -> Surd {
    let (value, modulus) = (
      try wholeNumber(arguments[0], "the first number of 'mod'"),
      try wholeNumber(arguments[1], "the modulus")
    )
    guard modulus.sign > 0 else {
      throw failure(arguments[1].location, "the modulus is \(modulus); expected an integer ≥ 1")
    }
    let remainder = value.quotientAndRemainder(dividingBy: modulus).remainder
    return Surd(remainder.sign < 0 ? remainder + modulus : remainder)
  }

  /// An integer of any size and sign.
  private mutating func wholeNumber(_ expression: Expression, _ role: String) throws -> Integer {
    let value = try number(expression)
    guard let rational = value.rational, rational.isInteger else {
      throw failure(expression.location, "\(role) is \(value); expected an integer")
    }
    return rational.numerator
  }

  // MARK: Sums and products

  /// The most terms of a sum or product.
  private static let termLimit = 100_000

  /// `sum(k, a, b, f)`, of numbers or of matrices of one shape.
  mutating func sum(_ arguments: [Expression], at place: SourceLocation) throws -> Value {
    var total: Value?
    try forEachTerm(arguments, at: place) { evaluator, term in
      switch (total, term) {
      case (nil, .number), (nil, .matrix): total = term
      case (.number(let a)?, .number(let b)): total = .number(a + b)
      case (.matrix(let a)?, .matrix(let b)):
        try evaluator.requireSameShape(a, b, "a sum of", at: place)
        total = .matrix(try evaluator.limited(at: place) { try a.adding(b, limit: $0) })
      default: throw evaluator.failure(place, "a term of the sum is not a number")
      }
      if let total { try evaluator.admit(total, at: place) }
    }
    if let total { return total }
    // Without a term only the formula tells what is summed.
    guard !claim.isMatrix(arguments[3]) else {
      throw failure(place, "a sum of no matrices has no shape")
    }
    return .number(0)
  }

  /// `product(k, a, b, f)`
  mutating func product(_ arguments: [Expression], at place: SourceLocation) throws -> Value {
    var total = Surd.one
    try forEachTerm(arguments, at: place) { evaluator, term in
      guard case .number(let factor) = term else {
        throw evaluator.failure(place, "a factor of the product is not a number")
      }
      total *= factor
      try evaluator.admit(.number(total), at: place)
    }
    return .number(total)
  }

  /// The formula for each value of its own variable.
  private mutating func forEachTerm(
    _ arguments: [Expression], at place: SourceLocation,
    _ body: (Evaluator, Value) throws -> Void
  ) throws {
    guard case .name(let variable, _) = arguments[0] else {
      throw failure(place, "a sum or product takes a name first")
    }
    let first = try integer(arguments[1], atLeast: -1_000_000, "the first index")
    let last = try integer(arguments[2], atLeast: -1_000_000, "the last index")
    let (distance, overflows) = last.subtractingReportingOverflow(first)
    guard last < first || !overflows && distance < Self.termLimit else {
      let count = Integer(last) - Integer(first) + 1
      throw refusal(place, "\(count) terms; the limit is \(Self.termLimit)")
    }
    defer { values[variable] = nil }
    for index in stride(from: first, through: last, by: 1) {
      try takeStep(at: place)
      values[variable] = .number(Surd(index))
      let term = try value(of: arguments[3])
      if case .algebraic = term { _ = try number(arguments[3]) }
      try body(self, term)
    }
  }

  // MARK: Matrices

  /// A matrix that is written out: numbers, or blocks, of which a number is one with a single entry.
  mutating func literal(_ rows: [[Expression]], at place: SourceLocation) throws -> MatrixValue {
    var values: [[Value]] = []
    for row in rows {
      var entries: [Value] = []
      for entry in row {
        let value = try value(of: entry)
        if case .algebraic = value { _ = try number(entry) }
        entries.append(value)
      }
      values.append(entries)
    }
    let numbers = values.map { row in
      row.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
    guard numbers.contains(where: { $0.count < rows[0].count }) else {
      return .dense(rows: numbers)
    }
    var blocks: [[MatrixValue]] = []
    for (row, values) in zip(rows, values) {
      var line: [MatrixValue] = []
      for (column, (entry, value)) in zip(row, values).enumerated() {
        let block: MatrixValue
        switch value {
        case .number(let number): block = .dense(rows: [[number]])
        case .matrix(let matrix): block = matrix
        default: throw failure(entry.location, "expected a number or a matrix")
        }
        let height = line.first?.rows ?? block.rows
        let width = blocks.first?[column].columns ?? block.columns
        guard block.rows == height, block.columns == width else {
          throw failure(
            entry.location,
            "a block of \(block.shape); expected \(height) × \(width) as its neighbours are")
        }
        line.append(block)
      }
      blocks.append(line)
    }
    return try limited(at: place) { try .blocks(blocks, limit: $0) }
  }

  /// `matrix(m, n; i, j: f)`
  mutating func matrixByFormula(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    guard case .name(let row, _) = arguments[0], case .name(let column, _) = arguments[1] else {
      throw failure(place, "a matrix by a formula takes two names")
    }
    let (rows, columns) = (try size(arguments[2]), try size(arguments[3]))
    try limited(at: place) { try $0.admit(rows: rows, columns: columns) }
    defer { (values[row], values[column]) = (nil, nil) }
    return .dense(
      try Matrix(rows: rows, columns: columns) { i, j in
        try takeStep(at: place)
        values[row] = .number(Surd(i + 1))
        values[column] = .number(Surd(j + 1))
        return try number(arguments[4])
      })
  }

  mutating func inclusion(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let order = try integer(arguments[0], atLeast: 0, "the number of elements")
    let small = try integer(arguments[1], atLeast: 0, "the size of the subsets of the rows")
    let large = try integer(arguments[2], atLeast: 0, "the size of the subsets of the columns")
    for (size, argument) in [(small, arguments[1]), (large, arguments[2])] where size > order {
      throw failure(
        argument.location, "subsets with \(size) of \(order) elements; expected at most \(order)")
    }
    let method = options.method
    return try limited(at: place) {
      try .inclusion(
        order: order, rowSize: small, columnSize: large, method: method, limit: $0)
    }
  }

  mutating func diagonal(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    var entries: [Surd] = []
    if case .matrix(let vector) = try value(of: arguments[0]) {
      guard vector.rows == 1 || vector.columns == 1 else {
        throw failure(
          arguments[0].location,
          "the diagonal matrix of a \(vector.shape) matrix; expected a row or a column "
            + "(diagonal_of takes the diagonal of a matrix)")
      }
      let count = max(vector.rows, vector.columns)
      try limited(at: place) { try $0.admit(rows: count, columns: 1) }
      if vector.rows == 1 {
        entries = (0..<vector.columns).map { vector.entry(0, $0) }
      } else {
        entries = (0..<vector.rows).map { vector.entry($0, 0) }
      }
    } else {
      entries = try numbers(arguments)
    }
    return try limited(at: place) { try .diagonal(entries, limit: $0) }
  }

  mutating func diagonal(
    of argument: Expression, at place: SourceLocation
  ) throws -> MatrixValue {
    let matrix = try matrix(argument)
    try requireSquare(matrix, "the diagonal", at: place)
    return try limited(at: place) { try matrix.diagonal(limit: $0) }
  }

  mutating func hadamard(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let (a, b) = (try matrix(arguments[0]), try matrix(arguments[1]))
    try requireSameShape(a, b, "'hadamard' joins", at: place)
    return try limited(at: place) { try a.hadamard(b, limit: $0) }
  }

  // MARK: Partitions

  mutating func partition(
    _ parts: [[Expression.Interval]], at place: SourceLocation
  ) throws -> Partition {
    var result: [[Int]] = []
    var count = 0
    for part in parts {
      var members: [Int] = []
      for interval in part {
        let first = try integer(interval.first, atLeast: 1, "a member of a partition")
        let last =
          try interval.last.map { try integer($0, atLeast: 0, "a member of a partition") } ?? first
        guard last - first < Partition.sizeLimit - count else {
          throw refusal(place, "a partition with more than \(Partition.sizeLimit) members")
        }
        members += first...max(first, last)
        if last < first { members.removeLast() }
        count += max(0, last - first + 1)
      }
      result.append(members)
    }
    return Partition(parts: result)
  }

  /// The quotient: for each two parts the mean sum of a row of the block.
  mutating func quotient(
    _ arguments: [Expression], at place: SourceLocation
  ) throws -> MatrixValue {
    let sums = try blockSums(arguments[0], arguments[1], at: place).sums
    return .dense(
      rows: sums.map { line in
        line.map { sums in sums.reduce(Surd.zero, +) / Surd(sums.count) }
      })
  }

  /// The sums of the rows of each block of a square matrix, with the parts.
  mutating func blockSums(
    _ matrix: Expression, _ partition: Expression, at place: SourceLocation
  ) throws -> (parts: [[Int]], sums: [[[Surd]]]) {
    let value = try self.matrix(matrix)
    try requireSquare(value, "a partition of the rows", at: matrix.location)
    guard case .partition(let list) = try self.value(of: partition) else {
      throw failure(partition.location, "expected a partition")
    }
    let parts: [[Int]]
    do throws(Partition.Defect) {
      parts = try list.places(of: value.rows)
    } catch {
      throw failure(
        partition.location,
        "\(error); expected each of 1, …, \(value.rows) in one part")
    }
    return (parts, try limited(at: place) { try value.rowSums(ofBlocks: parts, limit: $0) })
  }
}
