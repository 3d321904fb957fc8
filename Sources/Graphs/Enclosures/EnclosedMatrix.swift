import Rational

/// A matrix of real numbers of which rational bounds are known: words over one power of two, and how
/// far an entry may be off.
///
/// What is derived from it (`gram`, `EnclosedGram.eigenvalueBounds`) is integer arithmetic with the
/// error carried along, so it holds for the real matrix.
public struct EnclosedMatrix: Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// What an entry is divided by: 2^scale.
  let scale: Int
  /// Row after row; an entry times 2^scale is at most `error` away.
  let words: [Int64]
  let error: Int64

  /// The matrix with these bounds of its entries, row after row, which are integers over 2^bits.
  ///
  /// - Precondition: At most 2^16 rows; one pair of bounds in order for each place.
  public init(rows: Int, columns: Int, bits: Int, bounds: [(lower: Integer, upper: Integer)]) {
    precondition(rows <= 1 << 16 && bounds.count == rows * columns, "bounds for each place")
    self.rows = rows
    self.columns = columns
    let widest = bounds.reduce(0) { max($0, $1.lower.bitLength, $1.upper.bitLength) }
    // A sum of `rows` products of two entries has to fit 126 bits.
    let room = (124 - (Int.bitWidth - rows.leadingZeroBitCount)) / 2
    let shift = widest - room
    scale = bits - shift
    var error = Integer(0)
    var words: [Int64] = []
    words.reserveCapacity(bounds.count)
    for (lower, upper) in bounds {
      let floor = Self.shifted(lower, shift)
      error = max(error, Self.shifted(upper, shift) + 1 - floor)
      words.append(Int64(floor.word ?? 0))
    }
    self.words = words
    self.error = Int64(error.word ?? Int(Int64.max))
  }

  /// ⌊value / 2^shift⌋
  private static func shifted(_ value: Integer, _ shift: Int) -> Integer {
    shift <= 0 ? value << -shift : value >> shift
  }

  /// The inner products of the columns.
  ///
  /// - Complexity: A product of words for each row and pair of columns.
  public func gram() -> EnclosedGram {
    var sums = [Int128](repeating: 0, count: columns * columns)
    words.withUnsafeBufferPointer { words in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          let base = row * columns
          for i in 0..<columns where words[base + i] != 0 {
            let factor = Int128(words[base + i])
            for j in i..<columns { sums[i * columns + j] &+= factor &* Int128(words[base + j]) }
          }
        }
      }
    }
    let greatest = words.reduce(Int128(0)) { max($0, Int128($1.magnitude)) }
    let error = Int128(self.error)
    let off = Int128(rows) * (2 * greatest * error + error * error)
    return EnclosedGram(order: columns, scale: 2 * scale, upper: sums, error: off)
  }
}

/// A positive semidefinite symmetric matrix of real numbers that are known within bounds.
public struct EnclosedGram: Sendable {
  /// The number of rows, and of columns.
  public let order: Int
  /// What an entry is divided by: 2^scale.
  let scale: Int
  /// Row after row, each below 2^61; an entry times 2^scale is at most `error` away.
  let words: [Int64]
  let error: Int64

  /// How many entries are known not to be zero.
  public var nonzeroCount: Int { words.count { $0.magnitude > error.magnitude } }

  /// - Parameter upper: The entries on and above the diagonal; what is below is not read.
  fileprivate init(order: Int, scale: Int, upper: [Int128], error: Int128) {
    self.order = order
    let widest = upper.reduce(Int128(0)) { max($0, $1 < 0 ? -$1 : $1) }
    let shift = max(0, 128 - widest.leadingZeroBitCount - 61)
    self.scale = scale - shift
    var words = [Int64](repeating: 0, count: order * order)
    for i in 0..<order {
      for j in i..<order {
        let word = Int64(upper[i * order + j] >> Int128(shift))
        words[i * order + j] = word
        words[j * order + i] = word
      }
    }
    self.words = words
    self.error = Int64(clamping: (error >> Int128(shift)) + 2)
  }
}
