/// A graph by its family and its arguments, known before it is built: `johnson(7, 3)`.
public struct NamedGraph: Hashable, Sendable {
  public let family: GraphFamily
  /// As many as the family takes, each in its range.
  public let arguments: [Int]

  /// Why there is no such graph.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place of the argument that is at fault, from 0; nil when their number is.
    public let argument: Int?
    public let description: String
  }

  /// - Throws: `Failure` for a wrong number of arguments, and for one that is out of its range.
  public init(_ family: GraphFamily, _ arguments: [Int]) throws(Failure) {
    let parameters = family.parameters
    guard arguments.count == parameters.count else {
      let noun = parameters.count == 1 ? "argument" : "arguments"
      throw Failure(
        argument: nil,
        description: "\(family.signature) takes \(parameters.count) \(noun), not "
          + "\(arguments.count)")
    }
    for (place, (value, parameter)) in zip(arguments, parameters).enumerated()
    where value < parameter.least {
      throw Failure(
        argument: place,
        description: "the \(parameter.name) of \(family.signature) is \(value); expected an "
          + "integer ≥ \(parameter.least)")
    }
    switch family {
    case .johnson, .kneser:
      guard arguments[1] <= arguments[0] else {
        throw Failure(
          argument: 1,
          description: "the k of \(family.signature) is \(arguments[1]); expected at most n, which "
            + "is \(arguments[0])")
      }
    case .paley:
      let q = arguments[0]
      guard q % 4 == 1, q <= FiniteField.sizeLimit, FiniteField.isSize(q) else {
        throw Failure(
          argument: 0,
          description: "the q of \(family.signature) is \(q); expected a power of a prime that is "
            + "1 more than a multiple of 4, up to \(FiniteField.sizeLimit)")
      }
    default: break
    }
    self.family = family
    self.arguments = arguments
  }

  /// The number of vertices, without building the graph; nil when it is more than a word holds.
  public var order: Int? {
    func product(_ a: Int, _ b: Int) -> Int? {
      let (value, overflows) = a.multipliedReportingOverflow(by: b)
      return overflows ? nil : value
    }
    func sum(_ a: Int, _ b: Int) -> Int? {
      let (value, overflows) = a.addingReportingOverflow(b)
      return overflows ? nil : value
    }
    let arguments = arguments
    switch family {
    case .complete, .cycle, .path, .paley: return arguments[0]
    case .completeBipartite: return sum(arguments[0], arguments[1])
    case .completeMultipartite, .rook: return product(arguments[0], arguments[1])
    case .cocktailParty: return product(2, arguments[0])
    case .star: return sum(1, arguments[0])
    case .hypercube: return Self.power(2, arguments[0])
    case .hamming: return Self.power(arguments[1], arguments[0])
    case .johnson, .kneser: return Self.subsets(arguments[1], of: arguments[0])
    case .petersen: return 10
    case .hoffmanSingleton: return 50
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    if base == 1 { return 1 }
    guard exponent < Int.bitWidth else { return nil }
    return (0..<exponent).reduce(Optional(1)) { result, _ in
      guard let (value, overflows) = result?.multipliedReportingOverflow(by: base) else {
        return nil
      }
      return overflows ? nil : value
    }
  }

  /// How many k-subsets n points have; each step at least doubles it until it is done or over a word.
  private static func subsets(_ size: Int, of points: Int) -> Int? {
    let size = min(size, points - size)
    var count: UInt = 1
    for step in stride(from: 1, through: UInt(size), by: 1) {
      let product = count.multipliedFullWidth(by: UInt(points - size) + step)
      guard product.high < step else { return nil }
      count = step.dividingFullWidth(product).quotient
    }
    return Int(exactly: count)
  }
}

extension NamedGraph: CustomStringConvertible {
  /// As it is written: `johnson(7, 3)`.
  public var description: String {
    "\(family.name)(\(arguments.map(String.init).joined(separator: ", ")))"
  }
}
