import CGMP

/// Integers that are changed in place, a row of a matrix under elimination.
///
/// `Integer` is a value: each result is made anew, and for integers of a few words making it takes
/// longer than computing it. Here the room for results is kept. A row has one owner.
package final class IntegerRow {
  private let entries: UnsafeMutablePointer<GMPInteger>
  private let count: Int

  /// A row of values.
  package init(_ values: [Integer]) {
    count = values.count
    entries = .allocate(capacity: count)
    entries.initialize(repeating: GMPInteger(), count: count)
    for (index, value) in values.enumerated() {
      verify_mpz_init(entries + index)
      value.read { __gmpz_set(entries + index, $0) }
    }
  }

  deinit {
    for index in 0..<count { verify_mpz_clear(entries + index) }
    entries.deallocate()
  }

  /// Where GMP finds the value at a place.
  private func place(_ index: Int) -> UnsafeMutablePointer<GMPInteger> {
    precondition(index >= 0 && index < count, "not a place of the row")
    return entries + index
  }

  /// The value at a place.
  package subscript(index: Int) -> Integer {
    Integer(copying: place(index))
  }

  /// Whether the value at a place is 0.
  package func isZero(at index: Int) -> Bool { verify_mpz_sign(place(index)) == 0 }

  /// Replaces each value x from a place on by `factor` x - `other` y, with y at the same place of
  /// another row, which is as long.
  package func combine(
    times factor: Integer, minus other: Integer, times row: IntegerRow, from start: Int
  ) {
    factor.read { factor in
      other.read { other in
        for index in start..<count {
          __gmpz_mul(place(index), place(index), factor)
          __gmpz_submul(place(index), other, row.place(index))
        }
      }
    }
  }

  /// Divides the values from a place on by their greatest common divisor, which is the result; 0
  /// when all of them are 0.
  package func divideByContent(from start: Int) -> Integer {
    let content = Integer { content in
      for index in start..<count where __gmpz_cmp_ui(content, 1) != 0 {
        LimbGCD.set(content, content, place(index))
      }
    }
    if content.isZero || content == 1 { return content }
    content.read { content in
      for index in start..<count { __gmpz_divexact(place(index), place(index), content) }
    }
    return content
  }
}
