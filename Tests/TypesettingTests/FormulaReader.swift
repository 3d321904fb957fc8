import Rational

/// Reads the LaTeX of a formula as people do, and finds its value.
///
/// Products bind before sums, exponents before products, `⊗` and `/` stand between factors; a sum with limits
/// takes in the product that follows it, a minimum all that follows. What has no agreed reading is an error.
struct FormulaReader {
  private var rest: Substring
  private var variables: [String: Matrix2] = [:]

  struct Unreadable: Error {
    let rest: String
    let expected: String
  }

  init(_ latex: String) {
    rest = latex[...]
  }

  /// The value of the whole text.
  mutating func value() throws -> Matrix2 {
    let value = try sum()
    skipBlanks()
    guard rest.isEmpty else { throw failure("the end") }
    return value
  }

  private func failure(_ expected: String) -> Unreadable {
    Unreadable(rest: String(rest), expected: expected)
  }

  private mutating func skipBlanks() {
    while rest.first == " " || rest.hasPrefix("\\,") {
      rest = rest.dropFirst(rest.first == " " ? 1 : 2)
    }
  }

  private mutating func skip(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    // A command ends where its letters do.
    let after = rest.dropFirst(text.count)
    if text.hasPrefix("\\"), text.last?.isLetter == true, after.first?.isLetter == true {
      return false
    }
    rest = after
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard skip(text) else { throw failure(text) }
  }

  /// What stands in braces.
  private mutating func group() throws -> Matrix2 {
    try expect("{")
    let value = try sum()
    try expect("}")
    return value
  }

  private mutating func sum() throws -> Matrix2 {
    var value = skip("-") ? Matrix2(-1) * (try product()) : try product()
    while true {
      if skip("+") {
        value = value + (try product())
      } else if skip("-") {
        value = value - (try product())
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Matrix2 {
    var value = try factor()
    if skip("\\otimes") {
      value = Matrix2.kronecker(value, try factor())
      guard try !startsFactor() else { throw failure("brackets around a Kronecker product") }
      return value
    }
    while true {
      if skip("\\cdot") {
        value = value * (try factor())
      } else if skip("/") {
        value = try value.divided(by: try factor())
        guard try !startsFactor() else { throw failure("brackets around a quotient") }
        return value
      } else if try startsFactor() {
        skipBlanks()
        // Two numbers side by side are one.
        guard rest.first?.isNumber != true else { throw failure("a dot between numbers") }
        value = value * (try factor())
      } else {
        return value
      }
    }
  }

  private mutating func startsFactor() throws -> Bool {
    skipBlanks()
    guard let first = rest.first else { return false }
    if first.isLetter || first.isNumber || first == "(" { return true }
    guard first == "\\" else { return false }
    let word = rest.dropFirst().prefix(while: \.isLetter)
    return !["right", "rVert", "cdot", "otimes"].contains(word)
  }

  private mutating func factor() throws -> Matrix2 {
    var value = try base()
    while true {
      if skip("^{\\top}") {
        value = value.transposed
      } else if rest.first == "^" {
        rest = rest.dropFirst()
        value = try value.raised(to: try group())
      } else {
        return value
      }
      // A second exponent beside the first is no LaTeX.
      guard rest.first != "^" else { throw failure("one exponent") }
    }
  }

  private mutating func base() throws -> Matrix2 {
    skipBlanks()
    for (opening, closing) in [("(", ")"), ("\\left(", "\\right)")] where skip(opening) {
      let value = try sum()
      try expect(closing)
      return value
    }
    if skip("\\frac") {
      let above = try group()
      return try above.divided(by: try group())
    }
    if skip("\\sqrt") { return try group().root }
    for (command, isSum) in [("\\sum", true), ("\\prod", false)] where skip(command) {
      return try large(isSum: isSum)
    }
    if skip("\\min") { return try minimum() }
    for opening in ["\\lVert", "\\left\\lVert"] where skip(opening) { return try norm() }
    if skip("\\mathop{\\mathrm{tr}}") { return try argument().trace }
    if skip("\\sigma") {
      // Right before a bracket it is the function.
      return rest.first == "(" || rest.hasPrefix("\\left(")
        ? try argument().relu : try named("sigma")
    }
    if skip("\\mathrm{fit}") {
      guard rest.first != "(", !rest.hasPrefix("\\left(") else {
        throw failure("a dot between a word and a bracket")
      }
      return try named("fit")
    }
    return try letterOrNumber()
  }

  private func named(_ name: String) throws -> Matrix2 {
    guard let value = variables[name] ?? Matrix2.names[name] else { throw failure("a name") }
    return value
  }

  private mutating func letterOrNumber() throws -> Matrix2 {
    guard let first = rest.first else { throw failure("a factor") }
    if first.isNumber {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      guard let number = Rational(String(digits)) else { throw failure("a number") }
      return Matrix2(number)
    }
    guard first.isLetter else { throw failure("a factor") }
    rest = rest.dropFirst()
    guard skip("_{") else { return try named(String(first)) }
    let index = rest.prefix { $0 != "}" }
    rest = rest.dropFirst(index.count + 1)
    return try named("\(first)_\(index)")
  }

  private mutating func argument() throws -> Matrix2 {
    let isTall = skip("\\left(")
    if !isTall { try expect("(") }
    let value = try sum()
    try expect(isTall ? "\\right)" : ")")
    return value
  }

  /// The square of the Frobenius norm, with no other exponent.
  private mutating func norm() throws -> Matrix2 {
    let inner = try sum()
    guard skip("\\right\\rVert") || skip("\\rVert") else { throw failure("the end of a norm") }
    try expect("_{F}^{2}")
    return inner.squaredNorm
  }

  /// What follows `\sum`: the product that comes next belongs to it.
  private mutating func large(isSum: Bool) throws -> Matrix2 {
    try expect("_{")
    guard let variable = rest.popFirst() else { throw failure("a variable") }
    try expect("= 1}^{2}")
    let (start, outer) = (rest, variables[String(variable)])
    var terms: [Matrix2] = []
    for index in 1...2 {
      rest = start
      variables[String(variable)] = Matrix2(Rational(index))
      terms.append(try product())
    }
    variables[String(variable)] = outer
    return isSum ? terms.reduce(Matrix2(0), +) : terms.reduce(Matrix2(1), *)
  }

  /// What follows `\min`: `_{W X = Y}` with any letter, and the sum that comes next, which has to be ‖W‖².
  private mutating func minimum() throws -> Matrix2 {
    try expect("_{")
    guard let letter = rest.popFirst(), "WZS".contains(letter) else { throw failure("a matrix") }
    let primes = rest.prefix { $0 == "'" }
    rest = rest.dropFirst(primes.count)
    let factor = try product()
    try expect("=")
    let target = try sum()
    try expect("}")
    try expect("\\lVert \(letter)\(primes)\\rVert_{F}^{2}")
    skipBlanks()
    guard rest.isEmpty || rest.first == ")" || rest.first == "}" || rest.hasPrefix("\\right") else {
      throw failure("brackets around a minimum")
    }
    return Matrix2.leastNorm(factor, target)
  }
}
