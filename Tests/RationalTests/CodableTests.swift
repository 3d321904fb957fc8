import Foundation
import Rational
import TestSupport
import Testing

@Suite struct CodableTests {
  private func readBack<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test(arguments: Seeds.all)
  func `values are read back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let integer = random.integer()
      let rational = random.rational()
      let surd = random.surd()
      #expect(try readBack(integer) == integer)
      #expect(try readBack([rational]) == [rational])
      #expect(try readBack(["x": surd]) == ["x": surd])
    }
  }

  @Test func `they are texts`() throws {
    let text = try JSONEncoder().encode([Rational(-1, 3), 2])
    #expect(String(decoding: text, as: UTF8.self) == #"["-1\/3","2"]"#)
    let root = try Surd.squareRoot(of: 8)
    #expect(String(decoding: try JSONEncoder().encode(root), as: UTF8.self) == #""2√2""#)
  }

  @Test(arguments: [#""1/0""#, #""""#, "1.5", "null", #""x""#, #"" 1""#])
  func `other data are an error`(json: String) {
    let data = Data(json.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Integer.self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Rational.self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Surd.self, from: data) }
  }
}
