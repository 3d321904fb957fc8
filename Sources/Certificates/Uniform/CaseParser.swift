import Rational

/// Reads the lines of a case of a uniform proof, one after the other.
///
/// Only the form is looked at; what the numbers say is read when the proof is replayed.
struct CaseParser {
  /// What the line that was read last should have been.
  private(set) var expected = ""

  private var sizes: [UniformProof.Size] = []
  private var layers: Int?
  private var program = UniformProof.Program()
  private var roots: [UniformProof.Root] = []
  private var values: [UniformProof.Value?] = []

  /// The case that has been read.
  func finished(
    _ reader: LineReader
  ) throws(CertificateSyntaxError) -> UniformProof.Case {
    guard !program.shows.isEmpty else {
      throw reader.error(expected: "a line that starts with \"show\"", found: "the end of the case")
    }
    return UniformProof.Case(
      sizes: sizes, layers: layers, program: program, roots: roots,
      values: values)
  }

  /// Reads a line; false for one that has no place here.
  mutating func read(_ line: String) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    switch words[0] {
    case "for": return readRange(words)
    case "value":
      expected = "\"value NAME = q\""
      guard words.count == 4, words[2] == "=", Self.isName(words[1]), let value = Rational(words[3])
      else { return false }
      program.parameters.append(.init(name: words[1], value: value))
    case "symbol":
      expected = "\"symbol NAME\""
      guard words.count == 2, Self.isName(words[1]) else { return false }
      program.symbols.append(words[1])
    case "root":
      expected = "\"root NAME = P\""
      guard words.count >= 4, words[2] == "=", Self.isName(words[1]) else { return false }
      roots.append(.init(name: words[1], square: words[3...].joined(separator: " ")))
    case "show":
      guard let show = self.show(Array(words.dropFirst())) else { return false }
      program.shows.append(show)
    default: return readStep(line)
    }
    return true
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 40 else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return !digits.contains(first)
      && text.utf8.allSatisfy {
        digits.contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || $0 == UInt8(ascii: "_")
      }
  }

  /// `for r in 3, 5..` or `for L in 4..`
  private mutating func readRange(_ words: [String]) -> Bool {
    expected = "\"for r in\" or \"for L in\" and a range"
    guard words.count >= 4, words[2] == "in", Self.isName(words[1]),
      sizes.count < UniformProof.Index.partLimit, sizes.allSatisfy({ $0.name != words[1] })
    else { return false }
    let items = words[3...].joined(separator: " ").split(separator: ",").map { item in
      String(item.drop { $0 == " " })
    }
    guard let last = items.last else { return false }
    var numbers: [Int] = []
    var open: Int?
    for item in items.dropLast() {
      guard let number = Int(item) else { return false }
      numbers.append(number)
    }
    if last.hasSuffix("..") {
      guard let number = Int(last.dropLast(2)) else { return false }
      open = number
    } else {
      guard let number = Int(last) else { return false }
      numbers.append(number)
    }
    // More than that is no use, and each is replayed.
    guard numbers.count <= 64, (numbers + [open ?? 0]).allSatisfy({ (0...10_000).contains($0) })
    else { return false }
    guard words[1] == "L" else {
      sizes.append(.init(words[1], singles: numbers, first: open))
      return true
    }
    guard numbers.isEmpty else { return false }
    layers = open
    return true
  }

  /// The number of an earlier step, `a7`.
  private func step(_ word: some StringProtocol) -> Int? {
    guard word.hasPrefix("a"), let number = Int(word.dropFirst()), number >= 1,
      number <= program.steps.count
    else { return nil }
    return number - 1
  }

  /// `aN = OPERATION OPERANDS : VALUE`
  private mutating func readStep(_ line: String) -> Bool {
    expected = "\"a\(program.steps.count + 1) = \" and an operation on earlier steps"
    let prefix = "a\(program.steps.count + 1) = "
    guard program.shows.isEmpty, program.steps.count < 4096, line.hasPrefix(prefix) else {
      return false
    }
    let body = line.dropFirst(prefix.count)
    let colon = body.firstRange(of: " : ")
    let words = body[..<(colon?.lowerBound ?? body.endIndex)].split(separator: " ")
    guard let name = words.first, let operation = UniformProof.Operation(rawValue: String(name))
    else { return false }
    let arguments = words.dropFirst()
    guard arguments.count >= operation.operands else { return false }
    let operands = arguments.prefix(operation.operands).compactMap { step($0) }
    let constants = arguments.dropFirst(operation.operands).map(String.init)
    guard operands.count == operation.operands, operation.constants.contains(constants.count)
    else { return false }
    var value: UniformProof.Value?
    if let colon {
      expected = "a value after \":\" that fits \"\(name)\""
      value = Self.value(body[colon.upperBound...], of: operation)
      if value == nil { return false }
    }
    program.steps.append(.init(operation, operands, constants: constants))
    values.append(value)
    return true
  }

  // MARK: Values

  private static func value(
    _ text: Substring, of operation: UniformProof.Operation
  ) -> UniformProof.Value? {
    switch operation {
    case .rank, .nuclear, .spectrum:
      guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
      var pairs: [UniformProof.Weighted] = []
      for item in separated(text.dropFirst().dropLast(), ", ") {
        let parts = separated(item, " : ")
        guard parts.count == 2 else { return nil }
        pairs.append(.init(value: String(parts[0]), multiplicity: String(parts[1])))
      }
      return .spectrum(pairs)
    case .factorisation:
      guard text.hasSuffix("}"), let brace = text.firstRange(of: " {") else { return nil }
      let matrices = separated(text[..<brace.lowerBound], ", ")
      guard matrices.count == 2, let factor = matrix(matrices[0]), let root = matrix(matrices[1])
      else { return nil }
      let values = separated(text[brace.upperBound...].dropLast(), ", ")
      return .polar(factor, root, values.map(String.init))
    default:
      return text.contains("[") ? matrix(text).map { .matrix($0) } : .number(String(text))
    }
  }

  /// `KxM [e0 | e1; …]` or the same followed by `/(Q)`
  private static func matrix(_ text: Substring) -> UniformProof.Matrix? {
    guard let bracket = text.firstRange(of: " ["), let close = text.firstRange(of: "]") else {
      return nil
    }
    let rest = text[close.upperBound...]
    guard bracket.upperBound <= close.lowerBound,
      rest.isEmpty || rest.hasPrefix("/(") && rest.hasSuffix(")")
    else { return nil }
    let denominator = rest.isEmpty ? nil : String(rest.dropFirst(2).dropLast())
    guard let (rows, columns) = shape(text[..<bracket.lowerBound]) else { return nil }
    let blocks = separated(text[bracket.upperBound..<close.lowerBound], "; ").map { block in
      separated(block, " | ").map(String.init)
    }
    guard fits(blocks.map(\.count), rows, columns) else { return nil }
    return .init(rows: rows, columns: columns, blocks: blocks, denominator: denominator)
  }

  /// `KxM`
  static func shape(
    _ text: Substring
  ) -> (rows: [UniformProof.Index], columns: [UniformProof.Index])? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let rows = types(sides[0]), let columns = types(sides[1]) else {
      return nil
    }
    return (rows, columns)
  }

  /// Whether there are so many entries in the blocks of a shape.
  static func fits(
    _ counts: [Int], _ rows: [UniformProof.Index], _ columns: [UniformProof.Index]
  ) -> Bool {
    counts == rows.flatMap { row in columns.map { row.entries(with: $0) } }
  }

  /// `1,2`: at most eight kinds of subsets.
  private static func types(_ text: Substring) -> [UniformProof.Index]? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let types = words.compactMap { UniformProof.Index(text: $0) }
    return words.count == types.count && (1...8).contains(types.count) ? types : nil
  }

  private static func separated(_ text: Substring, _ separator: String) -> [Substring] {
    text.split(separator: separator, omittingEmptySubsequences: false)
  }

  // MARK: What is shown

  private mutating func show(_ words: [String]) -> UniformProof.Show? {
    expected = "\"show\" and a relation of steps"
    guard let kind = words.first else { return nil }
    switch kind {
    case "spectrum", "determinant":
      guard words.count >= 3, let matrix = step(words[1]) else { return nil }
      var pairs: [UniformProof.Pair] = []
      for word in words[2...] {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let value = step(parts[0]), let multiplicity = step(parts[1])
        else { return nil }
        pairs.append(.init(value: value, multiplicity: multiplicity))
      }
      return kind == "spectrum" ? .spectrum(matrix, pairs) : .determinant(matrix, pairs)
    case "regular":
      let steps = words.dropFirst().compactMap { step($0) }
      guard words.count == 6, steps.count == 5 else { return nil }
      return .regular(steps[0], Array(steps[1...]))
    case "below":
      let steps = words.dropFirst().prefix(6).compactMap { step($0) }
      guard words.count == 8, steps.count == 6 else { return nil }
      let isOpen = words[7].hasSuffix("..")
      guard let layers = Int(isOpen ? words[7].dropLast(2) : Substring(words[7])) else {
        return nil
      }
      return .below(
        .init(
          base: steps[0], last: steps[1], nuclear: steps[2], rank: steps[3],
          pseudoInverse: steps[4], inverse: steps[5], layers: layers, isForAllLayers: isOpen))
    default:
      guard words.count == 3, let left = step(words[0]), let right = step(words[2]),
        ["<", "<=", "=", "!=", ">=", ">"].contains(words[1])
      else { return nil }
      return .relation(left, words[1], right)
    }
  }
}
