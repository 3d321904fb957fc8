/// Which array of a file is which part of the network, as somebody says.
public struct LayerNames: Hashable, Sendable {
  /// A part of the network.
  enum Part: Hashable, CustomStringConvertible {
    case features
    /// W_l, counted from 1.
    case weights(Int)
    /// What is added to W_l H_l.
    case bias(Int)
    case labels

    /// `H1`, `W2`, `b2`, `labels`; H is H1.
    init?(_ text: some StringProtocol) {
      switch text {
      case "H", "H1": self = .features
      case "labels": self = .labels
      default:
        guard let number = Int(text.dropFirst()), number > 0,
          text == "\(text.prefix(1))\(number)"
        else { return nil }
        switch text.first {
        case "W": self = .weights(number)
        case "b": self = .bias(number)
        default: return nil
        }
      }
    }

    var description: String {
      switch self {
      case .features: "H1"
      case .weights(let number): "W\(number)"
      case .bias(let number): "b\(number)"
      case .labels: "labels"
      }
    }
  }

  private(set) var parts: [Part: String] = [:]

  /// Nothing is said.
  public init() {}

  /// Reads `H1=features,W1=fc1.weight,W2=fc2.weight,b1=fc1.bias,labels=y`, or some of that.
  public init(_ text: String) throws(WeightsError) {
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let part = Part(sides[0].filter { $0 != " " }) else {
        throw WeightsError(
          "--names", expected: "parts such as H1=features, W1=fc1.weight, b1=fc1.bias or labels=y",
          found: "\"\(item)\"")
      }
      guard parts.updateValue(sides[1], forKey: part) == nil else {
        throw WeightsError("--names", expected: "\(part) once", found: "another")
      }
    }
    let numbers = parts.keys.compactMap {
      if case .weights(let number) = $0 { number } else { nil }
    }
    if let most = numbers.max(), most != numbers.count {
      let missing = (1...most).first { parts[.weights($0)] == nil } ?? most
      throw WeightsError(
        "--names", expected: "W1, …, W\(most), or no weights", found: "no W\(missing)")
    }
  }

  /// How many weights are named.
  var weightCount: Int {
    parts.keys.count { if case .weights = $0 { true } else { false } }
  }

  /// The array that is said to be a part; nil where nothing is said.
  ///
  /// - Throws: When there is no array of that name, or it was not read.
  func array(
    _ part: Part, in arrays: [WeightArray]
  ) throws(WeightsError) -> WeightArray? {
    guard let name = parts[part] else { return nil }
    guard let array = arrays.first(where: { $0.name == name }) else {
      throw WeightsError(
        "--names \(part)=\(name)",
        expected: "one of "
          + arrays.prefix(40).map(\.name).joined(separator: ", "), found: "no array of that name")
    }
    if let reason = array.unread {
      throw WeightsError(array.place, expected: "numbers for \(part)", found: reason)
    }
    return array
  }
}

/// Which matrices of a file stand the other way round.
public enum Transposition: Hashable, Sendable {
  /// Those whose shapes say so.
  case byShape
  /// Those of these names, and no others.
  case only(Set<String>)
  /// All of them.
  case all
}
