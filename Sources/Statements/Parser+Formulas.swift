import Graphs
import Rational

extension Parser {
  // MARK: Expressions

  /// A formula: sums of products of powers.
  mutating func expression() throws(ClaimError) -> Expression {
    formulaSize = 0
    entryCount = 0
    return try sum(above: 0)
  }

  /// Operators that bind more tightly than `precedence`, by precedence climbing.
  mutating func sum(above precedence: Int) throws(ClaimError) -> Expression {
    var left = try operand()
    while case .symbol(let text) = current.kind, let symbol = BinaryOperator(rawValue: text),
      symbol.precedence > precedence
    {
      let place = advance().location
      if symbol == .divided { try rejectRootBelow(at: place) }
      // A power associates to the right: 2^3^2 is 2^9.
      let right = try sum(above: symbol == .power ? symbol.precedence - 1 : symbol.precedence)
      left = .binary(symbol, left, right, place)
    }
    return left
  }

  private mutating func operand() throws(ClaimError) -> Expression {
    formulaSize += 1
    nesting += 1
    let outside = nesting - 1
    defer { nesting = outside }
    try checkLimits()
    let place = current.location
    if skip(symbol: "√") { return try root(at: place) }
    if skip(symbol: "-") {
      // -x^2 is -(x^2): minus binds like a product.
      return .negated(try sum(above: BinaryOperator.times.precedence), place)
    }
    var value = try primary()
    if case .number = value, isAt(symbol: "√") {
      // 2√3, as the program prints it.
      let sign = advance().location
      return .binary(.times, value, try root(at: sign), sign)
    }
    while isAt(symbol: "ᵀ") || isAt(symbol: "'") {
      nesting += 1
      try checkLimits()
      value = .transposed(value, advance().location)
    }
    return value
  }

  /// What stands after `√`: a number, a name, a call or brackets.
  private mutating func root(at place: SourceLocation) throws(ClaimError) -> Expression {
    nesting += 1
    try checkLimits()
    let radicand =
      skip(symbol: "√") ? try root(at: tokens[position - 1].location) : try primary()
    guard !isAt(symbol: "^"), !isAt(symbol: "√") else {
      throw unexpected("brackets, (√2)^2 or √(2^2): it is not plain what the root is of")
    }
    return .call(.squareRoot, [radicand], place)
  }

  /// `1/2√3` is read in two ways.
  private func rejectRootBelow(at place: SourceLocation) throws(ClaimError) {
    guard case .number = current.kind, position + 1 < tokens.count,
      tokens[position + 1].kind == .symbol("√")
    else { return }
    throw ClaimError(
      tokens[position + 1].location,
      "found '√' after a number below '/'; expected brackets, 1/(2√3) or (1/2)*√3")
  }

  func checkLimits() throws(ClaimError) {
    guard formulaSize <= Self.formulaLimit, nesting <= Self.nestingLimit else {
      throw ClaimError(
        current.location,
        "the formula is too long (more than \(Self.formulaLimit) operands) or too deep (more than "
          + "\(Self.nestingLimit) levels); name its parts with 'let'")
    }
  }

  private mutating func primary() throws(ClaimError) -> Expression {
    let token = current
    switch token.kind {
    case .number(let text):
      _ = advance()
      guard let value = Rational(Token.decimal(text)) else {
        throw ClaimError(
          token.location, Domain.exponentFault(of: text) ?? "'\(text)' is not a number")
      }
      guard value.bitsAtMost <= Domain.numberLimit else {
        throw ClaimError(
          token.location,
          "a number of \(value.bitsAtMost) bits; the limit is \(Domain.numberLimit)")
      }
      return .number(value, token.location)
    case .name:
      let name = try name("a formula")
      guard skip(symbol: "(") else { return .name(name, token.location) }
      if name == Function.byFormula.name { return try matrixByFormula(at: token.location) }
      guard let function = Function(rawValue: name) else {
        throw unknownFunction(name, at: token.location)
      }
      var arguments: [Expression] = []
      if !isAt(symbol: ")") {
        repeat { arguments.append(try sum(above: 0)) } while skip(symbol: ",")
      }
      try expect(symbol: ")", "or ',' after the arguments of '\(name)'")
      return .call(function, arguments, token.location)
    case .symbol("("):
      _ = advance()
      let inner = try sum(above: 0)
      try expect(symbol: ")", "to close the bracket opened at \(token.location)")
      return inner
    case .symbol("["): return try matrix()
    case .string(let path):
      _ = advance()
      return .graph(try graph(of: path, at: token.location), path: path, token.location)
    case .symbol("{"): return try partition()
    default:
      throw unexpected("a formula (a number, a name, '(', '[', '√' or '-')")
    }
  }

  private func graph(of path: String, at place: SourceLocation) throws(ClaimError) -> Graph {
    guard let readGraph else { throw ClaimError(place, "files of graphs are not read here") }
    do {
      return try readGraph(path, place.file)
    } catch {
      throw ClaimError(place, "\(error)")
    }
  }

  private func unknownFunction(_ name: String, at place: SourceLocation) -> ClaimError {
    guard !Self.statements.contains(name) else {
      return ClaimError(
        place, "'\(name)(…)' is a statement of its own, not a part of a formula")
    }
    let known = Function.allCases.map(\.name) + Array(Self.statements)
    let hint = Spelling.hint(for: name, among: known)
    // A letter before a bracket is a factor more often than a misspelt function.
    let product = name.count == 1 ? "; a product is written with '*': \(name)*(…)" : ""
    return ClaimError(
      place,
      "'\(name)' is not a function" + (product.isEmpty ? hint : product)
        + " (verify explain --language lists them)")
  }

  private mutating func matrix() throws(ClaimError) -> Expression {
    let place = advance().location
    var rows: [[Expression]] = [[]]
    repeat {
      rows[rows.count - 1].append(try entry())
      if skip(symbol: ";") {
        // The last row may end like the others.
        if isAt(symbol: "]") { break }
        rows.append([])
      } else if !skip(symbol: ",") {
        break
      }
    } while true
    try expect(symbol: "]", "to close the matrix opened at \(place)")
    if let odd = rows.first(where: { $0.count != rows[0].count }) {
      throw ClaimError(
        odd.first?.location ?? place,
        "this row has \(odd.count) entries; expected \(rows[0].count) as in the first row")
    }
    // Other languages write a list of rows like this; here it would be one row of blocks.
    if rows.count == 1, rows[0].allSatisfy({ if case .matrix = $0 { true } else { false } }) {
      throw ClaimError(
        place, "a matrix in a matrix; expected rows parted by ';', as in [1, 2; 3, 4]")
    }
    return .matrix(rows, place)
  }

  /// An entry is a formula of its own.
  private mutating func entry() throws(ClaimError) -> Expression {
    entryCount += 1
    guard entryCount <= Self.entryLimit else {
      throw ClaimError(
        current.location, "more than \(Self.entryLimit) entries of matrices, the limit")
    }
    let outside = formulaSize
    defer { formulaSize = outside }
    formulaSize = 0
    return try sum(above: 0)
  }

  /// `matrix(m, n; i, j: f)` after the opening bracket.
  private mutating func matrixByFormula(at place: SourceLocation) throws(ClaimError) -> Expression {
    let name = Function.byFormula.name
    let form = "as in \(name)(m, n; i, j: i + j)"
    let rows = try sum(above: 0)
    try expect(symbol: ",", "and the number of columns, \(form)")
    let columns = try sum(above: 0)
    try expect(symbol: ";", "and names for the row and the column, \(form)")
    let (rowPlace, row) = (current.location, try self.name("a name for the row, \(form)"))
    try expect(symbol: ",", "and a name for the column, \(form)")
    let (columnPlace, column) = (current.location, try self.name("a name for the column, \(form)"))
    try expect(symbol: ":", "and the entry in row \(row), column \(column), \(form)")
    let entry = try sum(above: 0)
    try expect(symbol: ")", "after the entry of '\(name)'")
    return .call(
      .byFormula, [.name(row, rowPlace), .name(column, columnPlace), rows, columns, entry], place)
  }

  /// `{1, 2 | 3..n}`
  private mutating func partition() throws(ClaimError) -> Expression {
    let place = advance().location
    var parts: [[Expression.Interval]] = [[]]
    repeat {
      let first = try entry()
      let last = skip(symbol: "..") || skip(symbol: "...") ? try entry() : nil
      parts[parts.count - 1].append(.init(first: first, last: last))
      if skip(symbol: "|") {
        parts.append([])
      } else if !skip(symbol: ",") {
        break
      }
    } while true
    try expect(symbol: "}", "to close the partition opened at \(place), e.g. {1, 2 | 3..5}")
    return .partition(parts, place)
  }
}
