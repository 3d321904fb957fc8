import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// Numbers that grow from definition to definition are refused with the figure.
@Suite struct SizeLimitTests {
  /// `let a0 = FIRST let a1 = … …`, each from the ones before.
  private func chain(_ count: Int, _ first: String, _ next: (Int) -> String) -> String {
    "let a0 = \(first) " + (1...count).map { "let a\($0) = \(next($0)) " }.joined()
  }

  private func squares(_ count: Int, _ first: String) -> String {
    chain(count, first) { "a\($0 - 1)*a\($0 - 1)" }
  }

  private func refusal(_ text: String) -> String? {
    let error = #expect(throws: RunError.self) { try verdict("claim c " + text) }
    guard case .tooLarge(let reason)? = error else { return nil }
    return reason
  }

  /// 3^(2^20) has 1.7 million bits, the next 3.3.
  @Test(arguments: ["r", "-r", "1/r", "sqrt(r)", "[r, 0; 0, 1]"])
  func `repeated squaring`(_ first: String) throws {
    let isMatrix = first.hasPrefix("[")
    let relation = { (last: Int) in
      isMatrix ? "entry(a\(last), 2, 2) = 1" : "a\(last) != 0"
    }
    let parameter = "parameter r integer default 3 "
    let reason = try #require(
      refusal(parameter + squares(24, first) + "printed " + relation(24)))
    #expect(reason.hasPrefix("test.claim:1:"))
    #expect(reason.contains(" bits; the limit is 2000000"), "\(reason)")
    #expect(reason.hasSuffix("(at r = 3)"))
    let within = try verdict(
      "claim c " + parameter + squares(16, first) + "printed " + relation(16))
    #expect(within == .checked)
  }

  /// Π (1 + √p) over n primes is a sum of 2ⁿ different square roots.
  @Test func `sums of many square roots`() throws {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    func product(_ count: Int) -> String {
      chain(count, "1") { "a\($0 - 1)*(1 + sqrt(\(primes[$0 - 1])))" } + "printed a\(count) != 0"
    }
    let reason = try #require(refusal(product(12)))
    #expect(reason.contains("a sum of 2048 different square roots; the limit is 1024"), "\(reason)")
    #expect(try verdict("claim c " + product(8)) == .checked)
  }

  /// Each the sum of the two before: 60 definitions, not 2⁶⁰ formulas.
  @Test(.timeLimit(.minutes(1)), arguments: ["3..", "3..5"])
  func `definitions are read once`(_ range: String) throws {
    let lets = chain(60, "r") { $0 == 1 ? "1" : "a\($0 - 1) + a\($0 - 2)" }
    // F(59) r + F(60), with the numbers of Fibonacci.
    let found = try verdict(
      "claim c parameter r integer >= 3 default \(range) \(lets) "
        + "printed a60 = 956722026041*r + 1548008755920")
    #expect(found.kind == (range == "3.." ? .proved : .checked), "\(found)")
  }

  @Test(.timeLimit(.minutes(1)))
  func `an open range of powers is given up, not worked out`() throws {
    let text =
      "claim c parameter r integer >= 3 default 3.. " + squares(24, "r") + "printed a24 > 0"
    guard case .undecided(.noProof(let reason, _)) = try verdict(text) else {
      Issue.record("\(try verdict(text))")
      return
    }
    #expect(reason.contains("too large"), "\(reason)")
  }

  /// Rows without entries are gone through as others are, and counted.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "rows(repeat_rows(J(9223372036854775807, 0)))", "rows([J(9223372036854775807, 0); J(1, 0)])",
      "columns([J(0, 9223372036854775807), J(0, 1)])", "rank(relu(J(10^15, 0)))",
      "rows(repeat_rows(J(10^12, 0)))", "rank(repeat_rows(J(0, 10^15)))",
    ])
  func `matrices of many rows and no columns`(_ number: String) throws {
    let reason = try #require(refusal("printed \(number) > 0"))
    #expect(reason.contains(" matrix would take "), "\(reason)")
  }
}
