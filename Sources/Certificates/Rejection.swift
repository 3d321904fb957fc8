/// Why a witness does not prove its statement.
public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that was not followed.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The statement is not one that can be true or false: a count, a sign, or a sum is wrong.
    case statement
    /// The witness does not have the parts that the statement asks for.
    case shape
    /// A number is larger than the kernel is prepared to work with.
    case limit
    /// The smaller side is below the value at the points that are given.
    case below
    /// A rate bounds the one that it stands for from above.
    case rate
    /// The larger side is at least the value everywhere, cell by cell.
    case above
    /// Both sides have the same functions, up to the scale of t.
    case same
    /// A value of a uniform proof is written as one, in the numbers of its case.
    case value
    /// A step of a uniform proof has the value that is given.
    case step
    /// What a uniform proof shows follows from its steps.
    case show
  }

  /// The rule.
  public let rule: Rule
  /// Where: a side, a block, a cell.
  public let place: String
  /// What the rule asks for.
  public let expected: String
  /// What is there instead.
  public let found: String

  init(_ rule: Rule, _ place: String, expected: String, found: String) {
    self.rule = rule
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// One line: `right block 1, cell 2: above: expected …, found …`.
  public var description: String {
    "\(place): \(rule.rawValue): expected \(expected), found \(found)"
  }
}
