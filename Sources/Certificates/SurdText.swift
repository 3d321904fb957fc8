import Rational

/// The written form of sums of square roots.
enum SurdText {
  /// The most digits under a root; splitting off squares must stay quick.
  private static let radicandDigits = 15

  /// The value of a text that is exactly how its value is written; nil for any other text.
  static func value(of text: String) -> Surd? {
    let roots = text.split(separator: "√", omittingEmptySubsequences: false).dropFirst()
    guard roots.allSatisfy({ $0.prefix { $0.isNumber }.count <= radicandDigits }),
      let value = Surd(text), text.utf8.elementsEqual(value.description.utf8)
    else { return nil }
    return value
  }
}
