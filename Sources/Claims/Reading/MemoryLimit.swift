/// The most memory that dense matrices may be estimated to take.
struct MemoryLimit: Sendable {
  let bytes: Int

  /// A matrix that was not built.
  struct Exceeded: Error, CustomStringConvertible {
    let description: String
  }

  /// About what an entry of a dense matrix takes: the element itself and, on average, a few words
  /// behind it.
  static let bytesPerEntry = 64

  /// - Throws: `Exceeded` when a dense matrix of that shape is estimated to be over the limit.
  func admit(rows: Int, columns: Int) throws(Exceeded) {
    let (entries, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard overflows || entries > bytes / Self.bytesPerEntry else { return }
    let size = overflows ? "more than 2^63" : "about \(entries / 1_000_000 * Self.bytesPerEntry)"
    throw Exceeded(
      description: "a \(rows) × \(columns) matrix would take \(size) MB; the limit is "
        + "\(bytes / 1_000_000) MB")
  }
}
