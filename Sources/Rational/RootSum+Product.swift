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
    guard let common = denominator.times(other.denominator),
      let places = RadicandPlaces(terms, other.terms)
    else { return nil }
    var result: [Term] = []
    result.reserveCapacity(places.count)
    for place in 0..<places.count {
      var sum = 0
      for (index, term) in terms.enumerated() {
        let own = places.own[index]
        let factor = places.other[own ^ place]
        if factor == 0 { continue }
        guard let product = term.coefficient.times(factor),
          let scaled = product.times(places.radicands[own & ~place]),
          let next = sum.plus(scaled)
        else { return nil }
        sum = next
      }
      if sum != 0 {
        // Places are almost in the order of their radicands: few steps down.
        var index = result.count
        result.append(Term(radicand: places.radicands[place], coefficient: sum))
        while index > 0, result[index - 1].radicand > result[index].radicand {
          result.swapAt(index - 1, index)
          index -= 1
        }
      }
    }
    return RootSum(sorted: result, over: common, commonFactorIn: common)
  }
}
