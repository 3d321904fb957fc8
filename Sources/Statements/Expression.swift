import Graphs
import Rational

/// A formula of the claim language: what stands on either side of a relation.
///
/// A tree that knows where each of its parts was written, so that an error during a reading names
/// the place, and that is the same for every reading.
public indirect enum Expression: Hashable, Sendable {
  case number(Rational, SourceLocation)
  case name(String, SourceLocation)
  case negated(Expression, SourceLocation)
  case binary(BinaryOperator, Expression, Expression, SourceLocation)
  case transposed(Expression, SourceLocation)
  case call(Function, [Expression], SourceLocation)
  /// `[a, b; c, d]`, row by row; the entries are numbers or, as blocks, matrices.
  case matrix([[Expression]], SourceLocation)
  /// `"mine.edges"`: the graph that the file has, read with the claim.
  case graph(Graph, path: String, SourceLocation)
  /// `{1, 2 | 3..n}`: a partition of the integers from 1 on, part by part.
  case partition([[Interval]], SourceLocation)

  /// An integer, or all from one to another.
  public struct Interval: Hashable, Sendable {
    public let first: Expression
    public let last: Expression?

    package init(first: Expression, last: Expression?) {
      self.first = first
      self.last = last
    }
  }

  public var location: SourceLocation {
    switch self {
    case .number(_, let place), .name(_, let place), .negated(_, let place),
      .binary(_, _, _, let place), .transposed(_, let place), .call(_, _, let place),
      .matrix(_, let place), .graph(_, _, let place), .partition(_, let place):
      place
    }
  }

  /// The parts, in the order they are written.
  public var children: [Expression] {
    switch self {
    case .number, .name, .graph: []
    case .negated(let operand, _), .transposed(let operand, _): [operand]
    case .binary(_, let left, let right, _): [left, right]
    case .call(_, let arguments, _): arguments
    case .matrix(let rows, _): rows.flatMap { $0 }
    case .partition(let parts, _):
      parts.joined().flatMap { interval in [interval.first] + (interval.last.map { [$0] } ?? []) }
    }
  }
}

public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case power = "^"

  /// How tightly the operator binds; a greater number binds first.
  package var precedence: Int {
    switch self {
    case .plus, .minus: 1
    case .times, .divided: 2
    case .power: 4
    }
  }
}

/// An order or equality relation.
public enum Relation: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether the relation holds between two values of an ordered type.
  public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
