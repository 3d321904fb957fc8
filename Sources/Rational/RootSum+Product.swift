extension RootSum where Number == Integer {
  /// The product, term by term: √d √e = g √(de/g²) with g = gcd(d, e), and de/g² is square-free
  /// again.
  func product(_ other: RootSum) -> RootSum {
    var result: [Term] = []
    result.reserveCapacity(terms.count * other.terms.count)
    for x in terms {
      for y in other.terms {
        let g = Integer.gcd(x.radicand, y.radicand)
        let radicand = x.radicand.dividedExactly(by: g) * y.radicand.dividedExactly(by: g)
        let coefficient = x.coefficient * y.coefficient * g
        // The terms are kept in order as they come: find the first that is not below.
        var (place, end) = (0, result.count)
        while place < end {
          let middle = (place + end) / 2
          if result[middle].radicand < radicand { place = middle + 1 } else { end = middle }
        }
        if place < result.count, result[place].radicand == radicand {
          result[place].coefficient += coefficient
        } else {
          result.insert(Term(radicand: radicand, coefficient: coefficient), at: place)
        }
      }
    }
    let common = denominator * other.denominator
    return RootSum(sorted: result, over: common, commonFactorIn: common)
  }
}

extension RootSum where Number == Int {
  /// The product, or nil when something does not fit a word or there are too many roots.
  ///
  /// Each radicand is a product of some of a few pairwise coprime numbers, and its place is the set
  /// of them, as bits. Then √d √e is the root at the place p ⊕ q times the radicand at p ∧ q, and
  /// no radicand is multiplied or looked for.
  func product(_ other: RootSum) -> RootSum? {
    guard let common = denominator.times(other.denominator) else { return nil }
    return CoprimeBase.of(terms, other.terms) { places in
      var result: [Term] = []
      result.reserveCapacity(places.count)
      // A coefficient is a sum of products of three numbers. If their binary digits and those of how
      // many terms there are make no more than 63, it fits a word, and so does all on the way to it.
      let largest = places.radicands[places.count - 1]
      let digits = self.digits + other.digits + largest.digits + terms.count.digits
      let fits = digits < Int.bitWidth
      for place in 0..<places.count {
        guard
          let coefficient =
            fits ? coefficientInWord(at: place, places) : coefficient(at: place, places)
        else { return nil }
        if coefficient == 0 { continue }
        // Places are almost in the order of their radicands: few steps down.
        var index = result.count
        result.append(Term(radicand: places.radicands[place], coefficient: coefficient))
        while index > 0, result[index - 1].radicand > result[index].radicand {
          result.swapAt(index - 1, index)
          index -= 1
        }
      }
      return RootSum(sorted: result, over: common, commonFactorIn: common)
    }
  }

  /// The coefficient of a product at a place, or nil when something does not fit a word.
  private func coefficient(at place: Int, _ places: borrowing CoprimeBase) -> Int? {
    var sum = 0
    for (index, term) in terms.enumerated() {
      let own = places.own[index]
      let factor = places.other[own ^ place]
      let (product, first) = term.coefficient.multipliedReportingOverflow(by: factor)
      let (scaled, second) = product.multipliedReportingOverflow(
        by: places.radicands[own & ~place])
      let (next, third) = sum.addingReportingOverflow(scaled)
      if first || second || third { return nil }
      sum = next
    }
    return sum == .min ? nil : sum
  }

  /// The coefficient of a product at a place where it is known to fit a word.
  private func coefficientInWord(at place: Int, _ places: borrowing CoprimeBase) -> Int {
    var sum = 0
    for (index, term) in terms.enumerated() {
      let own = places.own[index]
      sum &+= term.coefficient &* places.other[own ^ place] &* places.radicands[own & ~place]
    }
    return sum
  }

  /// The number of binary digits of the longest coefficient.
  private var digits: Int { terms.reduce(0) { max($0, $1.coefficient.digits) } }
}

extension Int {
  /// The number of binary digits of the magnitude.
  fileprivate var digits: Int { Int.bitWidth - magnitude.leadingZeroBitCount }
}
