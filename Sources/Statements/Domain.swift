import Rational

/// The values that a parameter runs through: a finite list, or all integers from one on.
public enum Domain: Hashable, Sendable, CustomStringConvertible {
  /// Explicit values, ascending and without repetition; `text` is how they were written.
  case finite([Rational], text: String)
  /// All integers `≥ first`.
  case from(Int)

  /// The longest number that is read, in bits: what is computed from one is many times as long.
  public static let numberLimit = 10_000

  /// The most values that one parameter may run through.
  public static let sizeLimit = 1_000_000

  public var count: Int? {
    switch self {
    case .finite(let values, _): values.count
    case .from: nil
    }
  }

  /// The notation of the command line: `5..40`.
  public var description: String {
    switch self {
    case .finite(_, let text): text
    case .from(let first): "\(first).."
    }
  }

  /// How the set is echoed: `{5, …, 40}, 36 values`.
  public var shown: String {
    switch self {
    case .from(let first): "{\(first), \(Integer(first) + 1), …}, all integers from \(first) on"
    case .finite(let values, _):
      "{\(Self.list(values))}, \(values.count) \(values.count == 1 ? "value" : "values")"
    }
  }

  /// The most runs and single values that a list shows.
  private static let listLimit = 12

  /// Ascending values, in full: those that are consecutive integers, when they are more than four, by the
  /// first and the last, `4, …, 9, 12`. Of very many pieces the first ones, and how many values follow.
  package static func list(_ values: [Rational]) -> String {
    var pieces: [(text: String, count: Int)] = []
    var rest = values[...]
    while let first = rest.first {
      var count = 1
      while first.isInteger, count < rest.count,
        rest[rest.startIndex + count] == first + Rational(count)
      {
        count += 1
      }
      if count > 4 {
        pieces.append(("\(first), …, \(first + Rational(count - 1))", count))
      } else {
        pieces += rest.prefix(count).map { ("\($0)", 1) }
      }
      rest = rest.dropFirst(count)
    }
    let shown = pieces.map(\.text)
    guard pieces.count > listLimit else { return shown.joined(separator: ", ") }
    let left = pieces.dropFirst(listLimit - 1).reduce(0) { $0 + $1.count }
    return shown.prefix(listLimit - 1).joined(separator: ", ") + " and \(left) more"
  }
}

/// Why a text is not a domain.
public struct DomainError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  package init(_ description: String) { self.description = description }
}

extension Domain {
  /// Reads `5..40`, `5...40`, `5..<40`, `7`, `5,7,9..12`, `5..40:5`, `5..`, and exact rationals
  /// `1/250`, `0.004`, `4e-3` as single values; with `integersOnly`, one that is no integer is an error.
  public init(parsing text: String, integersOnly: Bool) throws(DomainError) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { throw DomainError("the range is empty; expected e.g. 5..40") }
    if trimmed.hasSuffix("..") && !trimmed.contains(",") {
      let first = try Self.integer(String(trimmed.dropLast(2)), in: text)
      self = .from(first)
      return
    }
    var values: Set<Rational> = []
    for part in trimmed.split(separator: ",", omittingEmptySubsequences: false) {
      for value in try Self.values(ofPart: String(part).trimmed, in: text) { values.insert(value) }
      guard values.count <= Self.sizeLimit else {
        throw DomainError("'\(text)' has more than \(Self.sizeLimit) values, the limit")
      }
    }
    if integersOnly, let odd = values.sorted().first(where: { !$0.isInteger }) {
      throw DomainError("'\(odd)' in '\(text)' is not an integer")
    }
    self = .finite(values.sorted(), text: trimmed)
  }

  private static func values(
    ofPart part: String, in text: String
  ) throws(DomainError) -> [Rational] {
    guard let dots = part.firstRange(of: "..") else {
      guard let value = Rational(part) else {
        throw DomainError(
          exponentFault(of: part)
            ?? "'\(part)' in '\(text)' is not a number; expected e.g. 7, 1/250, 0.004 or 5..40")
      }
      guard value.bitsAtMost <= numberLimit else {
        throw DomainError(
          "'\(part)' is a number of \(value.bitsAtMost) bits; the limit is \(numberLimit)")
      }
      return [value]
    }
    let lower = try integer(String(part[..<dots.lowerBound]), in: text)
    var rest = part[dots.upperBound...]
    var isHalfOpen = false
    if rest.hasPrefix("<") {
      isHalfOpen = true
      rest = rest.dropFirst()
    } else if rest.hasPrefix(".") {
      rest = rest.dropFirst()
    }
    let pieces = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard let end = pieces.first, pieces.count <= 2 else {
      throw DomainError("'\(part)' has more than one step; expected e.g. 5..40:5")
    }
    if end.isEmpty {
      throw DomainError("'\(part)' is open; an open range stands alone, e.g. 5..")
    }
    let last = try integer(String(end), in: text)
    let step = pieces.count == 2 ? try integer(String(pieces[1]), in: text) : 1
    guard step > 0 else { throw DomainError("the step \(step) in '\(part)' is not positive") }
    guard lower <= last else {
      throw DomainError("'\(part)' is reversed: \(lower) is greater than \(last)")
    }
    guard !(isHalfOpen && lower == last) else {
      throw DomainError("'\(part)' is empty: '..<' leaves out \(last)")
    }
    let (span, overflows) = last.subtractingReportingOverflow(lower)
    guard !overflows, span / step < sizeLimit else {
      throw DomainError("'\(part)' has more than \(sizeLimit) values, the limit")
    }
    let values = stride(from: lower, through: isHalfOpen ? last - 1 : last, by: step)
    return values.map { Rational($0) }
  }

  /// What is said of a number that is not read because of its decimal exponent; nil for any other text.
  package static func exponentFault(of text: String) -> String? {
    guard Rational.isBeyondExponentLimit(text) else { return nil }
    return "the decimal exponent of '\(text)' is too large; the limit is \(Rational.exponentLimit)"
  }

  private static func integer(_ text: String, in whole: String) throws(DomainError) -> Int {
    guard let exact = Integer(text), !text.hasPrefix("+") else {
      throw DomainError("'\(text)' in '\(whole)' is not an integer; expected e.g. 5..40")
    }
    guard let value = Int(exactly: exact) else {
      throw DomainError("'\(text)' in '\(whole)' is too large; the limit is \(Int.max)")
    }
    return value
  }
}

extension String {
  /// Without white space at either end.
  package var trimmed: String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.isWhitespace { view = view.dropLast() }
    return String(view)
  }
}

extension Domain {
  /// The first value that a parameter's bound does not admit.
  public func firstValue(rejectedBy bound: Claim.Parameter.Bound) -> Rational? {
    switch self {
    case .from(let first): bound.admits(Rational(first)) ? nil : Rational(first)
    case .finite(let values, _): values.first { !bound.admits($0) }
    }
  }
}

extension Domain {
  /// Whether it is all integers from one on.
  package var isOpen: Bool { if case .from = self { true } else { false } }

  /// The first values of an open range, as far as they fit into a word; a finite list is taken whole.
  ///
  /// - Precondition: `count` is positive.
  package func first(_ count: Int) -> Domain {
    guard case .from(let first) = self else { return self }
    let (last, overflows) = first.addingReportingOverflow(count - 1)
    return .integers(first...(overflows ? .max : last))
  }

  /// Consecutive integers.
  package static func integers(_ range: ClosedRange<Int>) -> Domain {
    let (first, last) = (range.lowerBound, range.upperBound)
    let text = first == last ? "\(first)" : "\(first)..\(last)"
    return .finite(range.map { Rational($0) }, text: text)
  }
}
