import Rational

extension SplitMix64 {
  /// An integer with at most `bits` binary digits and a random sign, runs of equal bits being
  /// frequent so that carries travel far.
  public mutating func integer(bits: Int) -> Integer {
    var value = Integer(0)
    var left = int(in: 0...bits)
    while left > 0 {
      let run = min(left, int(in: 1...32))
      let word = Int(truncatingIfNeeded: next() >> UInt64(64 - run))
      let pattern = [0, (1 << run) - 1, word, word][int(in: 0...3)]
      value = value * Integer(1 << run) + Integer(pattern)
      left -= run
    }
    return int(in: 0...1) == 0 ? value : -value
  }

  /// An edge value, a small number, a word, or a number of several limbs.
  public mutating func integer() -> Integer {
    switch int(in: 0...5) {
    case 0, 1: return element(of: EdgeIntegers.all)
    case 2: return Integer(int(in: -12...12))
    case 3: return integer(bits: 64)
    default: return integer(bits: 300)
    }
  }

  public mutating func nonzeroInteger() -> Integer {
    while true {
      let value = integer()
      if !value.isZero { return value }
    }
  }

  /// Zero, an integer, a fraction of small numbers, of words, or of large ones.
  public mutating func rational() -> Rational {
    switch int(in: 0...4) {
    case 0: return Rational(integer())
    case 1, 2: return smallRational()
    default:
      let numerator = integer()
      let denominator = nonzeroInteger()
      return Rational(numerator, denominator)
    }
  }

  /// A fraction with numerator from -12 to 12 and denominator from 1 to 12.
  public mutating func smallRational() -> Rational {
    let numerator = int(in: -12...12)
    let denominator = int(in: 1...12)
    return Rational(numerator, denominator)
  }

  public mutating func nonzeroRational() -> Rational {
    while true {
      let value = rational()
      if !value.isZero { return value }
    }
  }

  /// A sum of rational multiples of roots of products of 2, 3, 5 and 7, often with few terms.
  public mutating func surd() -> Surd {
    var value = Surd(smallRational())
    for _ in 0..<int(in: 0...3) {
      let radicand = element(of: [2, 3, 5, 6, 7, 10, 14, 15, 21, 30, 35, 42, 70, 105, 210])
      let coefficient = int(in: 0...7) == 0 ? rational() : smallRational()
      value += Surd(coefficient) * root(radicand)
    }
    return value
  }

  public mutating func nonzeroSurd() -> Surd {
    while true {
      let value = surd()
      if !value.isZero { return value }
    }
  }

  private func root(_ radicand: Int) -> Surd {
    guard let root = try? Surd.squareRoot(of: Rational(radicand)) else {
      preconditionFailure("\(radicand) has a square root")
    }
    return root
  }
}
