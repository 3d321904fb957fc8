/// Two places that a permutation of the vertices carries into each other, with different entries.
public struct NotConstantOnOrbits: Error, Hashable, Sendable {
  /// A row and a column.
  public struct Place: Hashable, Sendable {
    /// The label of the row.
    public let row: Subset
    /// The label of the column.
    public let column: Subset
  }

  /// The place that was visited first.
  public let first: Place
  /// A place of the same orbit.
  public let second: Place
  /// The entries there, as text.
  public let values: [String]
}

extension NotConstantOnOrbits: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    "the entry at (\(first.row), \(first.column)) is \(values[0]), at (\(second.row), "
      + "\(second.column)) it is \(values[1]), and a permutation carries one place to the other"
  }
}
