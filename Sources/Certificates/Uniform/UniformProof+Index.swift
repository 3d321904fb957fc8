extension UniformProof {
  /// A base set: its subsets are what rows and columns stand for.
  public enum BaseSet: Hashable, Sendable, Comparable {
    /// The r vertices.
    case vertices
    /// A set with as many elements as an earlier step says, counted from 0; copies are sets of their own.
    case step(Int, copy: Int)
  }

  /// What rows or columns stand for: a tuple of subsets, one of each of some base sets, in lexicographic
  /// order, the first part counting most. Without parts it is one row.
  public struct Index: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
      /// How many elements the subset has, from 1 to 6.
      public let size: Int
      public let set: BaseSet

      public init(size: Int, set: BaseSet) {
        self.size = size
        self.set = set
      }
    }

    public let parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }

    /// The subsets of the vertices of one size; of size 0 there is one.
    public init(_ size: Int) {
      parts = size == 0 ? [] : [Part(size: size, set: .vertices)]
    }

    /// The size of the part of a base set, 0 where it has none.
    public func size(of set: BaseSet) -> Int { parts.first { $0.set == set }?.size ?? 0 }

    /// The size where it stands for subsets of the vertices and nothing else.
    public var vertexSubset: Int? {
      switch parts.count {
      case 0: 0
      case 1: parts[0].set == .vertices ? parts[0].size : nil
      default: nil
      }
    }

    /// The sets in which two tuples can meet, with the number of sizes that their intersections can have,
    /// in the order of the sets.
    func shared(with other: Index) -> [(set: BaseSet, sizes: Int)] {
      parts.filter { other.size(of: $0.set) > 0 }
        .map { ($0.set, min($0.size, other.size(of: $0.set)) + 1) }
        .sorted { $0.0 < $1.0 }
    }

    /// How many entries a block has: one for each list of sizes of intersections.
    public func entries(with other: Index) -> Int {
      shared(with: other).reduce(1) { $0 * $1.sizes }
    }
  }
}

extension UniformProof.Index: CustomStringConvertible {
  /// `2`, `1a3.1a4`, `1a3.1a3'`, `0`
  public var description: String {
    parts.isEmpty ? "0" : parts.map { "\($0.size)\($0.set)" }.joined(separator: ".")
  }
}

extension UniformProof.BaseSet: CustomStringConvertible {
  /// Nothing for the vertices, `a3` for the third step, `a3'` for a copy.
  public var description: String {
    switch self {
    case .vertices: ""
    case .step(let step, let copy): "a\(step + 1)" + String(repeating: "'", count: copy)
    }
  }
}

extension UniformProof.Index {
  /// The largest subsets and the most parts, and copies of a set.
  static let sizeLimit = 6
  static let partLimit = 6

  /// Reads what `description` writes.
  init?(text: Substring) {
    if text == "0" {
      self.init([])
      return
    }
    var parts: [Part] = []
    for word in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let digit = word.first?.wholeNumberValue, (1...Self.sizeLimit).contains(digit),
        let set = UniformProof.BaseSet(text: word.dropFirst()),
        parts.allSatisfy({ $0.set != set })
      else { return nil }
      parts.append(Part(size: digit, set: set))
    }
    guard parts.count <= Self.partLimit else { return nil }
    self.init(parts)
  }
}

extension UniformProof.BaseSet {
  fileprivate init?(text: Substring) {
    if text.isEmpty {
      self = .vertices
      return
    }
    let copies = text.reversed().prefix { $0 == "'" }.count
    guard text.hasPrefix("a"), copies < UniformProof.Index.partLimit,
      let number = Int(text.dropFirst().dropLast(copies)), (1...4096).contains(number)
    else { return nil }
    self = .step(number - 1, copy: copies)
  }
}

extension UniformProof {
  /// The lists of sizes of intersections of two kinds of tuples, in the order in which entries are written.
  public static func orbits(_ rows: Index, _ columns: Index) -> [[BaseSet: Int]] {
    let meeting = Meeting(rows, columns)
    return (0..<meeting.count).map { meeting.orbit(at: $0).common }
  }

  /// The matrix of a step `table`: integers by orbit, block by block.
  public struct Table: Hashable, Sendable {
    public let rows: [Index]
    public let columns: [Index]
    public let entries: [[Int]]

    /// The table with these entries, given by blocks of rows and columns and by how many elements their
    /// tuples share in each base set that both have a part in.
    public init(
      rows: [Index], columns: [Index],
      entry: (_ row: Int, _ column: Int, _ common: [BaseSet: Int]) -> Int
    ) {
      (self.rows, self.columns) = (rows, columns)
      entries = rows.indices.flatMap { row in
        columns.indices.map { column in
          let meeting = Meeting(rows[row], columns[column])
          return (0..<meeting.count).map { entry(row, column, meeting.orbit(at: $0).common) }
        }
      }
    }

    /// The table that a step says; nil for other operations and for what is none.
    public init?(_ step: Step) {
      guard step.operation == .table, let (rows, columns) = CaseParser.shape(step.constants[0][...])
      else { return nil }
      let blocks = step.constants[1].split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) } }
      let entries = blocks.map { $0.compactMap { $0 } }
      guard blocks.map(\.count) == entries.map(\.count),
        CaseParser.fits(entries.map(\.count), rows, columns)
      else { return nil }
      (self.rows, self.columns, self.entries) = (rows, columns, entries)
    }

    /// The step that says it.
    public var step: Step {
      let shape = [rows, columns].map { $0.map(\.description).joined(separator: ",") }
      let blocks = entries.map { $0.map(String.init).joined(separator: ",") }
      return Step(
        .table, constants: [shape.joined(separator: "x"), blocks.joined(separator: ";")])
    }
  }
}
