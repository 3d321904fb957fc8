import Graphs
import Rational
import Synchronization

/// What operations on matrices by orbits gave: the statements of a lemma, and the wordings of one, build the same
/// matrices for the same r.
///
/// An operand is known again by where its coefficients are. These stay there, since an entry has a copy of it.
package final class OrbitResults: Sendable {
  package static let shared = OrbitResults()

  package enum Operation: Hashable {
    case product, gram, rectified, unitRows
  }

  private struct Key: Hashable {
    let operation: Operation
    let first: UnsafeRawPointer?
    let second: UnsafeRawPointer?
  }

  private struct Entry {
    let first: OrbitMatrix<Surd>
    let second: OrbitMatrix<Surd>?
    let result: MatrixValue
  }

  /// How many results are kept, of some kilobytes each; when there are more, all are forgotten.
  static let limit = 4096

  // Unchecked: the pointers are compared, not read.
  private struct Entries: @unchecked Sendable {
    var known: [Key: Entry] = [:]
  }

  private let entries = Mutex(Entries())

  /// The result of an operation, computed where the operands are not by orbits, or were not met before.
  package func result(
    of operation: Operation, _ first: MatrixValue, _ second: MatrixValue? = nil,
    compute: () throws -> MatrixValue
  ) rethrows -> MatrixValue {
    guard case .orbit(let first) = first else { return try compute() }
    var other: OrbitMatrix<Surd>?
    if let second {
      guard case .orbit(let second) = second else { return try compute() }
      other = second
    }
    let key = Key(
      operation: operation, first: first.storagePlace, second: other?.storagePlace)
    let known = entries.withLock { $0.known[key] }
    if let known, known.first.isStored(as: first), Self.isSame(known.second, other) {
      return known.result
    }
    let result = try compute()
    // A dense one may take much.
    guard case .orbit = result else { return result }
    let entry = Entry(first: first, second: other, result: result)
    entries.withLock { entries in
      if entries.known.count >= Self.limit { entries.known.removeAll() }
      entries.known[key] = entry
    }
    return result
  }

  private static func isSame(_ one: OrbitMatrix<Surd>?, _ other: OrbitMatrix<Surd>?) -> Bool {
    switch (one, other) {
    case (nil, nil): true
    case (let one?, let other?): one.isStored(as: other)
    default: false
    }
  }
}
