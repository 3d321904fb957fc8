import Rational

/// Which class is which pair of vertices, so that the inner products of class means are nearest to those of
/// the strongly regular solution.
///
/// Floating point looks for it; how far the order that was found is, is computed exactly. Up to ten classes
/// all orders are looked at, otherwise what exchanging two classes leads to from several starts, so that
/// there the nearest may be nearer.
struct ClassOrder {
  /// Whether two pairs of vertices have one in common.
  private let isAdjacent: [[Bool]]
  /// What it counts for when two classes are such pairs.
  private let weights: [[Double]]
  private let count: Int
  private var best: (value: Double, places: [Int])

  /// The place of each class among the pairs.
  static func nearest(
    to shape: TriangularShape, middle: [[[Integer]]], last: [[Integer]]
  ) -> [Int] {
    let count = shape.edges.count
    var weights = Array(repeating: [Double](repeating: 0, count: count), count: count)
    // ⟨G, S⟩ depends on the order only through the sum of G over pairs with a vertex in common: S has one
    // value for these and one for the others.
    func add(_ gram: [[Integer]], _ reference: [[Integer]]) {
      guard let i = (1..<count).first(where: { shape.middle[0][$0] == 1 }),
        let j = (1..<count).first(where: { shape.middle[0][$0] == 0 })
      else { return }
      let widest = gram.reduce(0) { $1.reduce($0) { max($0, $1.bitLength) } }
      let numbers = gram.map { $0.map { Double(near: $0, shiftedBy: widest) } }
      let norm = numbers.reduce(0) { $1.reduce($0) { $0 + $1 * $1 } }.squareRoot()
      let size = reference.reduce(0.0) {
        $1.reduce($0) { $0 + Double($1.word ?? 0) * Double($1.word ?? 0) }
      }.squareRoot()
      guard norm > 0, size > 0 else { return }
      let factor = Double((reference[0][i] - reference[0][j]).word ?? 0) / (norm * size)
      for a in 0..<count {
        for b in 0..<count { weights[a][b] += factor * numbers[a][b] }
      }
    }
    for gram in middle { add(gram, shape.middle) }
    add(last, shape.last)
    var search = ClassOrder(
      isAdjacent: shape.middle.map { $0.map { $0 == 1 } }, weights: weights, count: count,
      best: (-.infinity, Array(0..<count)))
    if count <= 10 {
      var places = [0]
      var isFree = (0..<count).map { $0 > 0 }
      search.extend(&places, &isFree, 0)
    } else {
      search.exchange()
    }
    return search.best.places
  }

  /// All orders; the first class is the first pair, as any pair can be brought there.
  private mutating func extend(_ places: inout [Int], _ isFree: inout [Bool], _ value: Double) {
    if places.count == count {
      if value > best.value { best = (value, places) }
      return
    }
    let next = places.count
    for place in 0..<count where isFree[place] {
      var sum = value
      for (earlier, other) in places.enumerated() where isAdjacent[place][other] {
        sum += weights[next][earlier]
      }
      isFree[place] = false
      places.append(place)
      extend(&places, &isFree, sum)
      places.removeLast()
      isFree[place] = true
    }
  }

  /// Exchanges of two classes that are for the better, from starts that are the same in every run.
  private mutating func exchange() {
    var state: UInt64 = 1
    for _ in 0..<40 {
      var places = Array(0..<count)
      for index in stride(from: count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        places.swapAt(index, Int(state >> 33) % (index + 1))
      }
      var isBetter = true
      while isBetter {
        isBetter = false
        for a in 0..<count {
          for b in 0..<a where gain(places, a, b) > 1e-12 {
            places.swapAt(a, b)
            isBetter = true
          }
        }
      }
      let value = self.value(places)
      if value > best.value { best = (value, places) }
    }
  }

  private func value(_ places: [Int]) -> Double {
    var sum = 0.0
    for a in 0..<count {
      for b in 0..<a where isAdjacent[places[a]][places[b]] { sum += weights[a][b] }
    }
    return sum
  }

  /// What exchanging two classes adds.
  private func gain(_ places: [Int], _ a: Int, _ b: Int) -> Double {
    var sum = 0.0
    for c in 0..<count where c != a && c != b {
      let at = isAdjacent[places[a]][places[c]]
      if at != isAdjacent[places[b]][places[c]] {
        sum += (at ? 1 : -1) * (weights[b][c] - weights[a][c])
      }
    }
    return sum
  }
}
