/// The radicands of two sums as sets of pairwise coprime numbers whose products they are.
///
/// Such numbers are found without factorisation: where a radicand and a number share a part of the
/// number alone, the number is taken apart.
struct RadicandPlaces {
  /// The product of each set of numbers, at the place whose bits say which of them are in it.
  private(set) var radicands = [1]
  /// The place of each term of the first sum.
  private(set) var own: [Int] = []
  /// The coefficients of the second sum by place.
  private(set) var other: [Int] = []

  /// The most numbers; with each further one there are twice as many places.
  private static let limit = 6

  /// The number of places, a power of two.
  var count: Int { radicands.count }

  /// Nil for radicands of too many numbers, and for a product of all numbers beyond a word.
  init?(_ first: [RootSum<Int>.Term], _ second: [RootSum<Int>.Term]) {
    radicands.reserveCapacity(8)
    own.reserveCapacity(first.count + second.count)
    for term in first {
      if !locate(term.radicand) { return nil }
    }
    for (index, term) in second.enumerated() {
      // Both are often elements of one field, with the same radicands.
      if index < first.count, first[index].radicand == term.radicand {
        own.append(own[index])
      } else if !locate(term.radicand) {
        return nil
      }
    }
    other = [Int](repeating: 0, count: count)
    for (index, term) in second.enumerated() { other[own[first.count + index]] = term.coefficient }
  }

  /// Adds the place of a radicand.
  private mutating func locate(_ radicand: Int) -> Bool {
    var (place, rest, bit) = (0, radicand, 1)
    while rest != 1, bit < count {
      let number = radicands[bit]
      let common = rest.commonDivisor(number)
      if common != 1 {
        if common != number, !split(bit, number / common) { return false }
        place |= bit
        rest /= common
      }
      bit <<= 1
    }
    if rest != 1 {
      place |= count
      if !append(rest) { return false }
    }
    own.append(place)
    return true
  }

  /// Adds a number that is coprime to all others.
  private mutating func append(_ number: Int) -> Bool {
    guard count < 1 << Self.limit else { return false }
    for place in 0..<count {
      guard let radicand = radicands[place].times(number) else { return false }
      radicands.append(radicand)
    }
    return true
  }

  /// Takes a factor out of the number at a bit and makes it a number of its own.
  private mutating func split(_ bit: Int, _ factor: Int) -> Bool {
    for place in radicands.indices where place & bit != 0 { radicands[place] /= factor }
    for index in own.indices where own[index] & bit != 0 { own[index] |= count }
    return append(factor)
  }
}
