import Rational
import Testing

@testable import Statements

@Suite("Domains")
struct DomainTests {
  private func values(_ text: String) throws -> [Rational]? {
    guard case .finite(let values, _) = try Domain(parsing: text, integersOnly: false) else {
      return nil
    }
    return values
  }

  @Test(
    "a finite domain is the set that its text names",
    arguments: [
      ("5..8", [5, 6, 7, 8]), ("5...8", [5, 6, 7, 8]), ("5..<8", [5, 6, 7]), ("7", [7]),
      ("5,7,9..12", [5, 7, 9, 10, 11, 12]), ("5..20:5", [5, 10, 15, 20]),
      ("5..21:5", [5, 10, 15, 20]), ("7..7", [7]), (" 3 , 1 ", [1, 3]), ("3,3,2..3", [2, 3]),
      ("-2..1", [-2, -1, 0, 1]),
    ])
  func finite(text: String, expected: [Int]) throws {
    #expect(try values(text) == expected.map { Rational($0) })
  }

  @Test("a rational is exact whichever way it is written", arguments: ["1/250", "0.004", "4e-3"])
  func rationals(text: String) throws {
    #expect(try values(text) == [Rational(1, 250)])
  }

  @Test("an open range stands for all integers from its start")
  func open() throws {
    #expect(try Domain(parsing: "5..", integersOnly: true) == .from(5))
  }

  @Test(
    "a text that is no domain is refused with a reason",
    arguments: [
      ("", "empty"), ("  ", "empty"), ("9..5", "reversed"), ("5..<5", "empty"),
      ("5..<4", "reversed"), ("a", "not a number"), ("5..b", "not an integer"),
      ("5..9:0", "not positive"), ("5..9:-1", "not positive"), ("5..9:2:3", "more than one step"),
      ("5,", "not a number"), (",5", "not a number"), ("5..,7", "open"), ("1/0", "not a number"),
      ("1..99999999999", "more than 1000000"), ("1..99999999999999999999999", "too large"),
      ("1/2..3", "not an integer"), ("--5", "not a number"), ("5....9", "not an integer"),
      ("..5", "not an integer"), ("+5..7", "not an integer"),
      ("1e100001", "exponent of '1e100001' is too large; the limit is 100000"),
      ("7,-2.5E-999999", "exponent of '-2.5E-999999' is too large"), ("e999999", "not a number"),
      ("1e100000", "a number of 332224 bits"), ("1/3e999999", "not a number"),
    ])
  func refused(text: String, reason: String) {
    let error = #expect(throws: DomainError.self) {
      try Domain(parsing: text, integersOnly: false)
    }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test("a fraction is refused where integers are due")
  func integersOnly() {
    let error = #expect(throws: DomainError.self) {
      try Domain(parsing: "1/2,3", integersOnly: true)
    }
    #expect(error?.description.contains("'1/2'") == true)
  }

  @Test("the echo names the ends and the size")
  func shown() throws {
    #expect(try Domain(parsing: "5..40", integersOnly: true).shown == "{5, …, 40}, 36 values")
    #expect(try Domain(parsing: "7", integersOnly: true).shown == "{7}, 1 value")
    #expect(try Domain(parsing: "5,9", integersOnly: true).shown == "{5, 9}, 2 values")
    #expect(
      try Domain(parsing: "5..30:5", integersOnly: true).shown
        == "{5, 10, 15, 20, 25, 30}, 6 values")
  }

  @Test("an open range may begin at the last word")
  func lastWord() throws {
    let last = try Domain(parsing: "9223372036854775807..", integersOnly: true)
    #expect(
      last.shown
        == "{9223372036854775807, 9223372036854775808, …}, all integers from 9223372036854775807 on"
    )
    #expect(last.first(8) == .finite([Rational(Int.max)], text: "9223372036854775807"))
    #expect(
      Domain.from(.max - 1).first(8)
        == .finite(
          [Rational(Int.max - 1), Rational(Int.max)], text: "\(Int.max - 1)..\(Int.max)"))
    #expect(Domain.from(.min).first(1) == .finite([Rational(Int.min)], text: "\(Int.min)"))
  }
}
