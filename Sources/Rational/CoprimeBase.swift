/// The radicands of two sums as sets of pairwise coprime numbers whose products they are.
///
/// Such numbers are found without factorisation: where a radicand and a number share a part of the
/// number alone, the number is taken apart. All is kept on the stack.
struct CoprimeBase {
  typealias Term = RootSum<Int>.Term

  /// The number of places, a power of two.
  private(set) var count = 1
  /// The product of each set of numbers, at the place whose bits say which of them are in it.
  let radicands: UnsafeMutablePointer<Int>
  /// The coefficients of the second sum by place.
  let other: UnsafeMutablePointer<Int>
  /// The places of the terms of the first sum, then of those of the second one.
  let own: UnsafeMutablePointer<Int>
  private var located = 0

  /// The most numbers; with each further one there are twice as many places.
  private static let limit = 6

  /// What `body` gives for the places of two sums. Nil for radicands of too many numbers, and for a
  /// product of all numbers beyond a word.
  static func of<Result>(
    _ first: [Term], _ second: [Term], _ body: (borrowing CoprimeBase) -> Result?
  ) -> Result? {
    let most = 1 << limit
    // Each term has a place of its own.
    guard first.count <= most, second.count <= most else { return nil }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * most) { table in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * most) { own in
        guard let table = table.baseAddress, let own = own.baseAddress else { return nil }
        var places = CoprimeBase(radicands: table, other: table + most, own: own)
        return places.locate(first, second) ? body(places) : nil
      }
    }
  }

  private init(
    radicands: UnsafeMutablePointer<Int>, other: UnsafeMutablePointer<Int>,
    own: UnsafeMutablePointer<Int>
  ) {
    (self.radicands, self.other, self.own) = (radicands, other, own)
    radicands[0] = 1
  }

  private mutating func locate(_ first: [Term], _ second: [Term]) -> Bool {
    for term in first {
      if !locate(term.radicand) { return false }
    }
    for (index, term) in second.enumerated() {
      // Both are often elements of one field, with the same radicands.
      if index < first.count, first[index].radicand == term.radicand {
        own[located] = own[index]
        located += 1
      } else if !locate(term.radicand) {
        return false
      }
    }
    for place in 0..<count { other[place] = 0 }
    for (index, term) in second.enumerated() { other[own[first.count + index]] = term.coefficient }
    return true
  }

  /// Adds the place of a radicand.
  private mutating func locate(_ radicand: Int) -> Bool {
    guard let place = known(radicand) ?? found(radicand) else { return false }
    own[located] = place
    located += 1
    return true
  }

  /// The place of a radicand that is there.
  private func known(_ radicand: Int) -> Int? {
    for place in 0..<count where radicands[place] == radicand { return place }
    return nil
  }

  /// The place of a radicand for which a number is new, or taken apart.
  private mutating func found(_ radicand: Int) -> Int? {
    var (place, rest, bit) = (0, radicand, 1)
    while rest != 1, bit < count {
      let number = radicands[bit]
      let common = rest.commonDivisor(number)
      if common != 1 {
        if common != number, !split(bit, number / common) { return nil }
        place |= bit
        rest /= common
      }
      bit <<= 1
    }
    if rest != 1 {
      place |= count
      if !append(rest) { return nil }
    }
    return place
  }

  /// Adds a number that is coprime to all others.
  private mutating func append(_ number: Int) -> Bool {
    guard count < 1 << Self.limit else { return false }
    for place in 0..<count {
      guard let radicand = radicands[place].times(number) else { return false }
      radicands[count + place] = radicand
    }
    count *= 2
    return true
  }

  /// Takes a factor out of the number at a bit and makes it a number of its own.
  private mutating func split(_ bit: Int, _ factor: Int) -> Bool {
    for place in 0..<count where place & bit != 0 { radicands[place] /= factor }
    for index in 0..<located where own[index] & bit != 0 { own[index] |= count }
    return append(factor)
  }
}
