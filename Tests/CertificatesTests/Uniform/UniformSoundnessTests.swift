import Certificates
import Foundation
import Testing

/// False statements that a kernel which forgets one condition would accept.
@Suite struct `false uniform statements` {
  private static let identity =
    "for r in 3, 4.. / a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = number 1"

  /// With equal eigenvalues only the sum of their multiplicities is seen by the traces.
  @Test(arguments: [
    ("a4 = add a1 a3 / a5 = number -1", "1 with multiplicity r + 1 and again with -1"),
    ("a4 = number 3/2 / a5 = subtract a1 a4", "multiplicities that are no integers"),
    ("a4 = number 3 / a5 = divide a1 a4 / a6 = subtract a1 a5", "an integer for some r only"),
  ])
  func `multiplicities that are no counts`(_ lines: String, _ what: String) {
    let last = lines.contains("a6") ? "a3:a5 a3:a6" : "a3:a4 a3:a5"
    let answer = Answer(case: "\(Self.identity) / \(lines) / show spectrum a2 \(last)")
    #expect(answer == .rejected(.show), "\(what)")
  }

  /// √(r - 3) vanishes at r = 3, so what is divided by it, or scaled to norm 1, is undefined there.
  @Test(arguments: ["3, 4..", "4.."])
  func `a number that vanishes somewhere is no divisor`(_ range: String) {
    let shift = range == "4.." ? 4 : 3
    let lines =
      "for r in \(range) / root s = r - \(shift) / a1 = vertices / a2 = number \(shift) / "
      + "a3 = subtract a1 a2 / a4 = root a3 : s / a5 = divide a4 a4 : 1 / show a5 = a5"
    #expect(Answer(case: lines) == .rejected(.step))
  }

  /// A symbol can be as small as one likes.
  @Test func `symbols are positive and nothing more`() {
    for (lines, answer) in [
      ("a2 = number 0 / show a1 > a2", Answer.accepted),
      ("a2 = number 1/1000000000000 / show a1 > a2", .rejected(.show)),
      ("a2 = power a1 2 / show a2 >= a1", .rejected(.show)),
      ("a2 = power a1 -1 / a3 = add a1 a2 / a4 = number 2 / show a3 > a4", .rejected(.show)),
    ] {
      #expect(Answer(case: "symbol x / a1 = symbol x / \(lines)") == answer)
    }
  }

  /// 1/(r - 7) is negative, undefined and positive: no such denominator is read anywhere.
  @Test(arguments: [
    "a1 = number 1 : (r - 7)/(r - 7)", "a1 = vertices / a2 = identity a1 : 1x1 [0 | r - 7]/(r - 7)",
    "a1 = incidence / a2 = rank a1 : {(2*r^2 - 16*r + 14)/(r - 7) : 1}",
    "a1 = incidence / a2 = rank a1 : {2*r - 2 : (r - 7)/(r - 7)}",
    "symbol x / a1 = symbol x : (x^2 - x)/(x - 1)", "root s = r - 2 / a1 = number 1 : (s)/(s)",
  ])
  func `denominators that vanish somewhere`(_ lines: String) {
    #expect(Answer(case: "for r in 4.. / \(lines) / show a1 = a1") == .rejected(.value))
  }

  /// (r - 100)(r - 101) is negative nowhere among integers but -1/4 at r = 100.5; and r² - 201 r + 10099
  /// is negative at r = 100 alone among the integers near it.
  @Test func `values before the shift are looked at one by one`() {
    func lines(_ constant: Int, _ relation: String) -> String {
      "for r in 4.. / a1 = vertices / a2 = power a1 2 / a3 = number 201 / a4 = multiply a1 a3 / "
        + "a5 = subtract a2 a4 / a6 = number \(constant) / a7 = add a5 a6 / a8 = number 0 / "
        + "show a7 \(relation) a8"
    }
    #expect(Answer(case: lines(10_100, ">=")) == .accepted)
    #expect(Answer(case: lines(10_100, ">")) == .rejected(.show))
    #expect(Answer(case: lines(10_100, "!=")) == .rejected(.show))
    #expect(Answer(case: lines(10_099, ">=")) == .rejected(.show))
  }

  @Test func `ranges`() {
    func answer(_ range: String) -> Answer {
      Answer(case: "\(range) / a1 = vertices / show a1 = a1")
    }
    #expect(answer("for r in 3, 4..") == .accepted)
    #expect(answer("for r in 17") == .accepted)
    #expect(answer("for r in 1, 2, 4..") == .accepted)
    #expect(answer("for r in 1..") == .accepted)
    #expect(answer("for K in 4..") == .accepted)
    for range in ["0", "3, 0, 4..", "0.."] {
      #expect(answer("for r in \(range)") == .rejected(.statement), "\(range)")
    }
    for range in [
      "", "+4..", "04..", "4...", "4..,", "4.., 5", "3,4..", "3 , 4..", "-3", "10001", "٣",
      "99999999999999999999", "4..5", " 4..", "4.. ", "4..\r",
    ] {
      #expect(answer("for r in \(range)") == .syntaxError, "\(range)")
    }
    #expect(answer("for r in 4.. / for r in 4..") == .syntaxError)
    #expect(answer("for r in 5 / for r in 4..") == .syntaxError)
    #expect(answer("for L in 3.. / for r in 4..") == .syntaxError)
    #expect(answer("for L in 3 / for r in 4..") == .syntaxError)
    #expect(answer("for m in 1.. / for n in 2, 4..") == .accepted)
    #expect(answer("for m in 1.. / for n in 0, 4..") == .rejected(.statement))
    let many = (1...7).map { "for n\($0) in 1.." }
    #expect(answer(many[..<6].joined(separator: " / ")) == .accepted)
    #expect(answer(many.joined(separator: " / ")) == .syntaxError)
    let singles = (1...40).map(String.init).joined(separator: ", ")
    #expect(answer("for m in \(singles) / for n in \(singles)") == .rejected(.limit))
  }

  @Test func `names`() {
    func answer(_ head: String) -> Answer {
      Answer(case: "for r in 4.. / \(head) / a1 = vertices / show a1 = a1")
    }
    #expect(answer("symbol L / symbol a1 / root s1 = 2") == .accepted)
    for head in ["symbol r", "root r = 2", "symbol x / symbol x", "symbol x / root x = 2"] {
      #expect(answer(head) == .rejected(.limit), "\(head)")
    }
    for head in [
      "symbol é", "symbol x\u{301}", "symbol 1x", "symbol x y", "symbol", "symbol x^2", "root s",
      "root = 2", "value x 1", "value x = 1e3", "value x = 2/4", "value x = +1", "value x = 01",
      "root s = 2 / symbol x", "symbol x / value y = 1", "symbol  x", "symbol x ", "symbol ｘ",
    ] {
      #expect(answer(head) == .syntaxError, "\(head)")
    }
    #expect(answer((1...15).map { "symbol x\($0)" }.joined(separator: " / ")) == .accepted)
    #expect(answer((1...16).map { "symbol x\($0)" }.joined(separator: " / ")) == .rejected(.limit))
  }

  @Test(arguments: [
    "r + -1", "r +1", "r+1", " r", "r ", "r  + 1", "+r", "--r", "r^0", "r^-1", "r^128", "r^1^2",
    "r*r",
    "2r", "2*3", "r*2", "2**r", "*r", "r*", "(r)", "((r))/(1)", "(r)/(1)/(1)", "(r)/ (1)", "r/1",
    "1/2",
    "0x10", "1e3", "1.0", "٣", "s^2", "s*s", "", "-", "r + ", "r - ", "R", "r\u{301}", "(r)/(s)",
  ])
  func `texts that are no polynomial`(_ text: String) {
    let answer = Answer(
      case: "for r in 4.. / root s = 4 / a1 = vertices : \(text) / show a1 = a1")
    #expect(answer == .rejected(.value) || answer == .syntaxError, "\(answer)")
  }
}

/// A construction below deep neural collapse.
@Suite struct `comparisons with deep neural collapse` {
  private func recorded() throws -> String {
    try #require(try proofsOnFile().first { $0.name == "theorem-3.corrected.uniform" }).text
  }

  @Test(arguments: [
    // Steps that are not what they are used as.
    ("below a3 a6 a14", "below a6 a3 a14"), ("below a3 a6 a14", "below a2 a6 a14"),
    ("a14 a15", "a15 a14"), ("a15 a16", "a14 a16"), ("a16 a20", "a20 a16"), ("a16 a20", "a16 a19"),
    ("a16 a20 3", "a16 a16 3"), ("a3 a6 a14 a15", "a3 a17 a14 a15"), ("a14 a15", "a1 a15"),
    ("a14 a15", "a14 a1"),
    // Other numbers of layers.
    ("a20 3\n", "a20 2\n"), ("a20 3\n", "a20 0\n"), ("a20 4..\n", "a20 3..\n"),
    ("a20 4..\n", "a20 101..\n"), ("a20 3\n", "a20 -3\n"),
    // For r = 4 and L = 3 it is false.
    ("for r in 5..", "for r in 4.."), ("for r in 5..", "for r in 4, 5.."),
    // All operands of the inverse are those of Pᵀ P with P = relu N.
    ("product a18 a17", "product a17 a17"), ("a18 = transpose a17", "a18 = transpose a6"),
    ("relu a6", "relu a3"),
  ])
  func `anything else is rejected`(_ old: String, _ new: String) throws {
    let text = try recorded()
    #expect(Answer(text: text) == .accepted)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    let answer = Answer(text: changed)
    #expect(answer == .rejected(.show) || answer == .rejected(.step), "\(answer)")
  }

  /// B = scale · I and N = I on the vertices, with a value for each step.
  private func simple(_ layers: String, scale: Int = 1, last: String = "a2") -> Answer {
    let square = scale * scale
    return Answer(
      case: """
        for r in 3, 4..
        a1 = vertices
        a2 = identity a1 : 1x1 [0 | 1]
        a3 = number \(scale)
        a4 = scale a3 a2
        a5 = ones a1 a1 : 1x1 [1 | 1]
        a6 = sum a5 a2
        a7 = nuclear a4 : {\(abs(scale)) : r}
        a8 = rank a4 : {\(square) : r}
        a9 = pseudo_inverse a4 : 1x1 [0 | \(scale)]/(\(square))
        a10 = relu a2 : 1x1 [0 | 1]
        a11 = transpose a10
        a12 = product a11 a10
        a13 = inverse a12 : 1x1 [0 | 1]
        show below a4 \(last) a7 a8 a9 a13 \(layers)
        """)
  }

  /// D Σ 1/μ is k^(L+1) for collapse itself: a tie.
  @Test func `collapse is not below collapse`() {
    for layers in ["3", "4", "3.."] { #expect(simple(layers) == .rejected(.show)) }
    #expect(simple("3", scale: 2) == .rejected(.show))
  }

  @Test func `nor is a matrix with negative entries one of features`() {
    #expect(simple("3", scale: -1) == .rejected(.show))
  }

  @Test func `nor other rows than those of the relu`() {
    #expect(simple("3", last: "a6") == .rejected(.show))
  }

  /// With two layers N stands in place of B; for any other number it has to be B ≥ 0.
  @Test(arguments: [
    ("a19 2\n", "a19 3\n"), ("a19 2\n", "a19 2..\n"), ("a19 2\n", "a19 1\n"),
    ("below a7 a7", "below a16 a7"), ("below a7 a7", "below a7 a16"), ("a13 a14", "a14 a13"),
    ("for r in 15..", "for r in 14.."), ("relu a7", "relu a3"),
  ])
  func `two layers have a matrix N alone`(_ old: String, _ new: String) throws {
    let text = try #require(
      try proofsOnFile().first { $0.name == "beyond-5.two-layers.uniform" }
    ).text
    #expect(Answer(text: text) == .accepted)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    #expect(Answer(text: changed) != .accepted)
  }

  /// ‖I‖_*² · r = r³: a tie.
  @Test func `collapse with two layers is not below collapse`() {
    let lines = """
      for r in 3, 4..
      a1 = vertices
      a2 = identity a1 : 1x1 [0 | 1]
      a3 = nuclear a2 : {1 : r}
      a4 = rank a2 : {1 : r}
      a5 = pseudo_inverse a2 : 1x1 [0 | 1]
      a6 = relu a2 : 1x1 [0 | 1]
      a7 = transpose a6
      a8 = product a7 a6
      a9 = inverse a8 : 1x1 [0 | 1]
      """
    #expect(Answer(case: lines + "\nshow a2 = a6") == .accepted)
    #expect(Answer(case: lines + "\nshow below a2 a2 a3 a4 a5 a9 2") == .rejected(.show))
  }

  /// N = stack of rows outside of the row space of B = J; and B, N with other columns.
  @Test func `rows of N are those of B`() {
    let lines = """
      for r in 4..
      a1 = vertices
      a2 = identity a1 : 1x1 [0 | 1]
      a3 = ones a1 a1 : 1x1 [1 | 1]
      a4 = nuclear a3 : {r : 1, 0 : r - 1}
      a5 = rank a3 : {r^2 : 1, 0 : r - 1}
      a6 = pseudo_inverse a3 : 1x1 [1 | 1]/(r^2)
      a7 = relu a2 : 1x1 [0 | 1]
      a8 = transpose a7
      a9 = product a8 a7
      a10 = inverse a9 : 1x1 [0 | 1]
      """
    #expect(Answer(case: lines + "\nshow below a3 a2 a4 a5 a6 a10 3") == .rejected(.show))
    let other = lines.replacing("ones a1 a1 : 1x1 [1 | 1]", with: "incidence")
    #expect(Answer(case: other + "\nshow below a3 a2 a4 a5 a6 a10 3") != .accepted)
  }
}

/// Small files that would take hours or all memory.
@Suite(.serialized, .timeLimit(.minutes(1))) struct `limits of uniform proofs` {
  /// √101 ± √102 ± … with twelve roots.
  private static var sumOfRoots: String {
    var lines = (101...112).map { "root s\($0) = \($0)" } + ["a1 = number 1"]
    for index in 1...12 {
      let (sum, last) = (3 * index - 2, 3 * index)
      let operation = index % 2 == 0 ? "add" : "subtract"
      lines.append("a\(last - 1) = number \(100 + index)")
      lines.append("a\(last) = root a\(last - 1) : s\(100 + index)")
      lines.append("a\(last + 1) = \(operation) a\(sum) a\(last)")
    }
    return (lines + ["show a37 > a1"]).joined(separator: " / ")
  }

  /// `aN = …` for all N of a range, with the number of the step before.
  private static func repeated(_ range: ClosedRange<Int>, _ operation: (Int) -> String) -> String {
    range.map { "a\($0) = \(operation($0 - 1))" }.joined(separator: " / ")
  }

  private static let symbols =
    "symbol x / symbol y / a1 = symbol x / a2 = symbol y / a3 = add a1 a2 / a4 = number 1"

  @Test(arguments: [
    // 2^(100^n)
    "a1 = number 2 / \(repeated(2...40) { "power a\($0) 100" }) / show a1 = a1",
    "a1 = number 2 / \(repeated(2...4000) { "multiply a\($0) a\($0)" }) / show a1 = a1",
    "a1 = number 1/3 / \(repeated(2...4000) { "add a\($0) a\($0)" })"
      + " / a4001 = power a4000 100 / a4002 = power a4001 100 / a4003 = power a4002 100 / show a1 = a1",
    "a1 = number \(String(repeating: "7", count: 1_000_000)) / a2 = power a1 100 / show a1 = a1",
    // (1 + x + y + z)^63
    "symbol x / symbol y / symbol z / a1 = symbol x / a2 = symbol y / a3 = symbol z / a4 = add a1 a2 / "
      + "a5 = add a4 a3 / a6 = number 1 / a7 = add a5 a6 / a8 = power a7 20 / a9 = power a8 2 / show a9 = a9",
    "\(symbols) / a5 = add a3 a4 / a6 = power a5 60 / \(repeated(7...300) { _ in "power a6 2" }) / show a6 = a6",
    sumOfRoots,
  ])
  func `numbers that grow`(_ lines: String) {
    #expect(Answer(case: lines, limit: 10_000) == .rejected(.limit))
  }

  /// A large number that is negated, added and subtracted over and over takes memory each time.
  @Test(arguments: ["negate a2", "add a2 a2", "subtract a2 a2"])
  func `copies of a large number`(_ operation: String) {
    let copies = (3...4000).map { "a\($0) = \(operation)" }.joined(separator: " / ")
    let lines = "a1 = number \(String(repeating: "7", count: 2000)) / a2 = power a1 5"
    #expect(Answer(case: "\(lines) / show a1 = a1") == .accepted)
    #expect(Answer(case: "\(lines) / \(copies) / show a1 = a1") == .rejected(.limit))
  }

  @Test func `many lines`() {
    let show = (1...5000).map { _ in "show a9 = a9" }.joined(separator: " / ")
    let lines =
      "\(Self.symbols) / a5 = add a3 a4 / a6 = power a5 60 / a7 = negate a6 / a8 = negate a7 / a9 = negate a8 / \(show)"
    #expect(Answer(case: lines, limit: 10_000) == .rejected(.limit))
    let pairs = (1...3000).map { _ in "a2:a2" }.joined(separator: " ")
    let spectrum = "for r in 4.. / a1 = adjacency / a2 = number 1 / show spectrum a1 \(pairs)"
    #expect(Answer(case: spectrum, limit: 10_000) == .rejected(.limit))
    let cases = (1...20_000).map { _ in "case\na1 = number 1\nshow a1 = a1\n" }.joined()
    let text = "verify uniform proof 1\nclaim c\nstatement printed\n\(cases)end\n"
    #expect(Answer(text: text) == .syntaxError)
    let steps = (1...5000).map { "a\($0) = number 1" }.joined(separator: " / ")
    #expect(Answer(case: steps + " / show a1 = a1") == .syntaxError)
  }

  /// Eight by eight blocks, thousands of times.
  @Test func `many blocks`() {
    let entries = Array(repeating: "1 | 1 | 1", count: 64).joined(separator: "; ")
    let size = "2,2,2,2,2,2,2,2"
    let products = (4...400).map { "a\($0) = product a\($0 - 1) a3" }.joined(separator: " / ")
    let lines =
      "for r in 3, 4.. / a1 = adjacency / a2 = rows a1 : 4*r^2 - 4*r / a3 = ones a2 a2 : \(size)x\(size) [\(entries)]"
      + " / \(products) / show a1 = a1"
    // The rows are not that many; with the right number the products are the limit.
    #expect(Answer(case: lines) == .rejected(.step))
    let right = lines.replacing(
      "a2 = rows a1 : 4*r^2 - 4*r", with: "a2 = number 8 / a3 = rows a1 / a4 = multiply a2 a3"
    ).replacing("a3 = ones a2 a2", with: "a5 = ones a4 a4")
    let renumbered =
      right.components(separatedBy: " / a4 = product")[0] + " / "
      + (6...400).map { "a\($0) = product a\($0 - 1) a5" }.joined(separator: " / ")
      + " / show a1 = a1"
    #expect(Answer(case: renumbered, limit: 10_000) == .rejected(.limit))
  }
}
