import Rational

/// The places of two kinds of tuples by the sizes of their intersections.
struct Meeting {
  private let shared: [(set: UniformProof.BaseSet, sizes: Int)]
  let count: Int

  init(_ rows: UniformProof.Index, _ columns: UniformProof.Index) {
    shared = rows.shared(with: columns)
    count = shared.reduce(1) { $0 * $1.sizes }
  }

  /// Sizes of the intersections in the base sets that both have a part in.
  struct Orbit {
    /// Its number among all lists of sizes, the first base set counting most.
    let place: Int
    let common: [UniformProof.BaseSet: Int]

    func common(_ set: UniformProof.BaseSet) -> Int { common[set] ?? 0 }
  }

  func orbit(at place: Int) -> Orbit {
    var rest = place
    var common: [UniformProof.BaseSet: Int] = [:]
    for (set, sizes) in shared.reversed() {
      common[set] = rest % sizes
      rest /= sizes
    }
    return Orbit(place: place, common: common)
  }

  /// The entries of a block that are not zero, with their orbits.
  func entries(of block: [KernelPolynomial]) -> [(orbit: Orbit, entry: KernelPolynomial)] {
    block.enumerated().filter { !$0.element.isZero }.map { (orbit(at: $0.offset), $0.element) }
  }

  /// The place of an orbit, whose other base sets are left out.
  func place(of orbit: Orbit) -> Int {
    shared.reduce(0) { $0 * $1.sizes + orbit.common($1.set) }
  }
}

/// How subsets of the base sets meet, over one range of the sizes.
///
/// With a size that is open everything is a polynomial in it. These are the counts wherever the set has
/// as many elements as two subsets that have to fit beside one another: that this is so everywhere is
/// seen to whenever orbits are asked for.
final class SetCounts {
  private let ring: RadicalRing
  private var sets: [UniformProof.BaseSet: Size] = [:]
  private var known: [Key: KernelPolynomial] = [:]

  /// A number of elements: an integer ≥ 0, or a polynomial with a bound that it nowhere falls below.
  private struct Size {
    let value: KernelPolynomial
    /// The number itself, or a lower bound of it, up to twice the largest subset.
    let least: Int
    let isNumber: Bool
  }

  private struct Key: Hashable {
    let set: UniformProof.BaseSet
    let sizes: [Int]
  }

  init(_ ring: RadicalRing) { self.ring = ring }

  func knows(_ set: UniformProof.BaseSet) -> Bool { sets[set] != nil }

  /// Says how many elements a base set has: a polynomial with integer coefficients in the sizes.
  ///
  /// - Returns: false where it may be negative.
  func define(
    _ set: UniformProof.BaseSet, _ value: KernelPolynomial, on ranges: SizeRanges
  ) throws(RadicalRing.Overflow) -> Bool {
    if let constant = value.constant {
      guard constant.sign >= 0, let number = Int(exactly: constant) else { return false }
      sets[set] = Size(value: value, least: number, isNumber: true)
      return true
    }
    var least = -1
    while least < 2 * UniformProof.Index.sizeLimit {
      let gap = value - KernelPolynomial(Integer(least + 1))
      guard try ring.sign(gap, on: ranges)?.isAtLeastZero == true else { break }
      least += 1
    }
    guard least >= 0 else { return false }
    sets[set] = Size(value: value, least: least, isNumber: false)
    return true
  }

  /// A number of elements that a base set has at least.
  func leastSize(of set: UniformProof.BaseSet) -> Int { size(set).least }

  /// Everything is asked for after `define`.
  private func size(_ set: UniformProof.BaseSet) -> Size {
    sets[set] ?? Size(value: KernelPolynomial(), least: 0, isNumber: true)
  }

  /// The orbits that occur.
  ///
  /// Two subsets that share i elements cover k + m - i; there are that many, or at least k + m in a set
  /// whose size is open.
  ///
  /// - Throws: `smallSet` where a size that is open may be too small for two disjoint subsets.
  func orbits(
    _ rows: UniformProof.Index, _ columns: UniformProof.Index
  ) throws(RadicalRing.Overflow) -> [Meeting.Orbit] {
    let meeting = Meeting(rows, columns)
    var alone: [(UniformProof.BaseSet, Int, Int)] = []
    for part in rows.parts { alone.append((part.set, part.size, columns.size(of: part.set))) }
    for part in columns.parts where rows.size(of: part.set) == 0 {
      alone.append((part.set, 0, part.size))
    }
    for (set, k, m) in alone {
      guard size(set).isNumber || size(set).least >= k + m else {
        throw .smallSet("\(set)", k + m)
      }
    }
    return (0..<meeting.count).map { meeting.orbit(at: $0) }.filter { orbit in
      alone.allSatisfy { set, k, m in
        !size(set).isNumber || k + m - orbit.common(set) <= size(set).least
      }
    }
  }

  /// The number of tuples of a type.
  func count(of type: UniformProof.Index) throws(RadicalRing.Overflow) -> KernelFraction {
    var result = KernelFraction.one
    for part in type.parts {
      let subsets = try fallingFactorial(of: part.set, minus: 0, part.size)
      let factor = KernelFraction(
        numerator: subsets, denominator: KernelPolynomial(Self.factorial(part.size)))
      result = try ring.product(result, factor)
    }
    return result
  }

  /// A number that every count of subsets of these kinds is an integer combination over.
  func commonFactor(of types: [UniformProof.Index]) -> Integer {
    types.map(Self.factor).reduce(1) { $0 / Integer.gcd($0, $1) * $1 }
  }

  private static func factor(of type: UniformProof.Index) -> Integer {
    type.parts.reduce(1) { $0 * factorial($1.size) }
  }

  /// `scale` times the number of tuples c of a type that meet a tuple of rows and one of columns in the
  /// given orbits, where those two meet in `orbit`.
  ///
  /// - Precondition: `scale` is a multiple of the factorials of the sizes of c, as `commonFactor` gives.
  func count(
    _ rows: UniformProof.Index, _ columns: UniformProof.Index, _ orbit: Meeting.Orbit,
    middle: UniformProof.Index, _ left: Meeting.Orbit, _ right: Meeting.Orbit,
    times scale: Integer
  ) throws(RadicalRing.Overflow) -> KernelPolynomial {
    var result = KernelPolynomial(scale / Self.factor(of: middle))
    for part in middle.parts {
      let set = part.set
      let factor = try count(
        set,
        [
          rows.size(of: set), columns.size(of: set), orbit.common(set), part.size,
          left.common(set), right.common(set),
        ])
      if factor.isZero { return factor }
      result = try ring.product(result, factor)
    }
    return result
  }

  /// m! times the number of m-subsets c with |a ∩ c| = j and |c ∩ b| = l, where |a| = k, |b| = p and
  /// |a ∩ b| = i; `sizes` are k, p, i, m, j, l.
  ///
  /// With s = |a ∩ b ∩ c|: c has s of i, j - s of k - i, l - s of p - i and the rest of the other
  /// n - k - p + i elements.
  private func count(
    _ set: UniformProof.BaseSet, _ sizes: [Int]
  ) throws(RadicalRing.Overflow) -> KernelPolynomial {
    let key = Key(set: set, sizes: sizes)
    if let result = known[key] { return result }
    let (k, p, i) = (sizes[0], sizes[1], sizes[2])
    let (m, j, l) = (sizes[3], sizes[4], sizes[5])
    var sum = KernelPolynomial()
    for s in 0...min(i, j, l) {
      let rest = m - j - l + s
      guard rest >= 0 else { continue }
      let inside = Self.choose(i, s) * Self.choose(k - i, j - s) * Self.choose(p - i, l - s)
      guard inside > 0 else { continue }
      let outside = try fallingFactorial(of: set, minus: k + p - i, rest)
      let factor = Integer(inside) * Self.factorial(m) / Self.factorial(rest)
      sum = sum + outside.scaled(by: factor)
    }
    known[key] = sum
    return sum
  }

  /// (n - shift)(n - shift - 1) ⋯, so many factors; with n ≥ shift it is the number of lists without
  /// repetition.
  private func fallingFactorial(
    of set: UniformProof.BaseSet, minus shift: Int, _ factors: Int
  ) throws(RadicalRing.Overflow) -> KernelPolynomial {
    var result = KernelPolynomial.one
    for index in 0..<factors {
      let factor = size(set).value - KernelPolynomial(Integer(shift + index))
      result = try ring.product(result, factor)
    }
    return result
  }

  private static func choose(_ n: Int, _ k: Int) -> Int {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  private static func factorial(_ n: Int) -> Integer {
    n < 2 ? 1 : (2...n).reduce(1) { $0 * Integer($1) }
  }
}
