/// The most that dense matrices may be estimated to take, in memory and in time.
///
/// Estimates are made before anything is allocated, so that a job that is too large is refused
/// with a figure instead of filling the machine.
public struct SizeLimit: Sendable {
  /// The most memory for one matrix, as it is estimated.
  public let bytes: Int

  public init(bytes: Int) { self.bytes = bytes }

  /// What is granted when nothing else is said: 4 GB.
  public static let standard = SizeLimit(bytes: 4 << 30)

  /// A matrix that was not built, or an operation that was not begun.
  package struct Exceeded: Error, CustomStringConvertible {
    package let description: String
  }

  /// About what an entry of a dense matrix takes: the element itself and, on average, a few words
  /// behind it.
  package static let bytesPerEntry = 64

  /// The most multiplications of entries in one operation on dense matrices: about an hour of
  /// exact arithmetic.
  package static let multiplications = 20_000_000_000

  /// - Throws: `Exceeded` when a dense matrix of that shape is estimated to be over the limit. Rows without
  ///   entries count as if they had one each: they are still gone through.
  package func admit(rows: Int, columns: Int) throws(Exceeded) {
    let (entries, overflows) = max(rows, 1).multipliedReportingOverflow(by: max(columns, 1))
    guard overflows || entries > bytes / Self.bytesPerEntry else { return }
    let size =
      if overflows {
        "more than 2^63 MB"
      } else if entries <= .max / Self.bytesPerEntry {
        "about \(Self.shown(entries * Self.bytesPerEntry))"
      } else {
        "about \(entries / 1_000_000 * Self.bytesPerEntry) MB"
      }
    throw Exceeded(
      description: "a \(rows) × \(columns) matrix would take \(size); the limit is "
        + Self.shown(bytes))
  }

  /// So many bytes as people write them: `6400 MB`, and `10 kB` below a megabyte.
  package static func shown(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) bytes"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }

  /// - Throws: `Exceeded` when the product of a `rows` × `inner` and an `inner` × `columns` dense
  ///   matrix, or an elimination of as many steps, is estimated to take too long. What has no entries
  ///   counts as in the other estimate.
  package func admit(rows: Int, inner: Int, columns: Int) throws(Exceeded) {
    let (entries, first) = max(rows, 1).multipliedReportingOverflow(by: max(columns, 1))
    let (count, second) = entries.multipliedReportingOverflow(by: max(inner, 1))
    guard first || second || count > Self.multiplications else { return }
    let size = first || second ? "more than 2^63" : "about \(count / 1_000_000_000)·10^9"
    throw Exceeded(
      description: "an operation on dense matrices, \(rows) × \(inner) by \(inner) × \(columns), "
        + "would take \(size) multiplications; the limit is "
        + "\(Self.multiplications / 1_000_000_000)·10^9")
  }
}
