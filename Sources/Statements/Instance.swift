import Rational

/// Values of the parameters of a claim, in the order they are declared.
public struct Instance: Hashable, Sendable, CustomStringConvertible {
  public let names: [String]
  public let values: [Rational]

  public init(names: [String], values: [Rational]) {
    self.names = names
    self.values = values
  }

  public subscript(name: String) -> Rational? {
    names.firstIndex(of: name).map { values[$0] }
  }

  public var description: String {
    zip(names, values).map { "\($0) = \($1)" }.joined(separator: ", ")
  }

  /// The domain that consists of this one value, for each parameter.
  public var domains: [String: Domain] {
    Dictionary(
      uniqueKeysWithValues: zip(names, values.map { .finite([$0], text: "\($0)") }))
  }
}
