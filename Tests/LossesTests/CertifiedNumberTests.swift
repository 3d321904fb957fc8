import Losses
import Rational
import Testing

/// Digits that are shown are digits of the number.
@Suite struct CertifiedNumberTests {
  struct Case: Sendable {
    let lower: String
    let upper: String
    let digits: Int
    let shown: String
  }

  @Test(arguments: [
    Case(lower: "0.12345", upper: "0.12345", digits: 20, shown: "2469/20000"),
    Case(lower: "1/2", upper: "1/2", digits: 5, shown: "1/2"),
    Case(lower: "0", upper: "0", digits: 5, shown: "0"),
    Case(lower: "0.12344", upper: "0.12346", digits: 5, shown: "0.1234…"),
    Case(lower: "0.123449", upper: "0.123451", digits: 5, shown: "0.1234…"),
    Case(lower: "0.50000", upper: "0.500001", digits: 4, shown: "0.5000…"),
    Case(lower: "123456.1", upper: "123456.2", digits: 6, shown: "123456…"),
    Case(lower: "123456.1", upper: "123456.2", digits: 3, shown: "1.23e5…"),
    // Cut off, not rounded: the number begins with these.
    Case(lower: "0.99999", upper: "0.999991", digits: 3, shown: "0.999…"),
    Case(lower: "2/3", upper: "2/3", digits: 2, shown: "0.66…"),
    // On both sides of a short decimal.
    Case(lower: "996", upper: "1004", digits: 2, shown: "1000 ± 4"),
    Case(lower: "0.4999999", upper: "0.5000002", digits: 8, shown: "0.5 ± 0.0000002"),
    Case(lower: "-0.1", upper: "0.3", digits: 8, shown: "-0.1 to 0.3"),
    Case(lower: "0.1234", upper: "0.8765", digits: 8, shown: "0.123 to 0.877"),
    Case(lower: "7e30", upper: "70000001e23", digits: 3, shown: "7.00e30…"),
    Case(lower: "1/30000000000", upper: "1/29999999999", digits: 4, shown: "3.333e-11…"),
  ])
  func `digits on which both bounds agree`(_ example: Case) throws {
    let number = CertifiedNumber(
      lower: try #require(Rational(example.lower)), upper: try #require(Rational(example.upper)))
    #expect(number.shown(digits: example.digits) == example.shown)
  }
}
