import Functions
import Polynomials
import Rational
import TestSupport
import Testing

private let r = RootFunction.x

/// Runs a computation with a horizon and says from where on it holds.
@discardableResult
private func withHorizon<Result>(
  _ body: () throws -> Result
) rethrows -> (result: Result, bound: Int?) {
  let horizon = Horizon()
  let result = try Horizon.$current.withValue(horizon) { try body() }
  return (result, horizon.failure == nil ? horizon.bound(from: 0, limit: 1000) : nil)
}

@Suite struct `functions with square roots` {
  /// √2 + √((r-1)(r-2)), the nuclear norm of T_r; r/(r+3); √(r-1) - 2√3; and kin.
  private static func samples() throws -> [RootFunction] {
    let root = try #require(((r - RootFunction(1)) * (r - RootFunction(2))).squareRoot)
    let two = try #require(RootFunction(2).squareRoot)
    let three = try #require(RootFunction(3).squareRoot)
    let degree = try #require((r - RootFunction(1)).squareRoot)
    return [
      two + root, r / (r + RootFunction(3)), degree - three - three, RootFunction(Rational(-7, 3)),
      r * r - RootFunction(5), root * degree, .zero, (r - RootFunction(4)).inverse - two * degree,
    ]
  }

  @Test func `values at a point are those of the operations`() throws {
    try withHorizon {
      let samples = try Self.samples()
      for point in [Rational(20), Rational(37, 2), Rational(101)] {
        for a in samples {
          for b in samples {
            let (x, y) = (try #require(a.value(at: point)), try #require(b.value(at: point)))
            #expect((a + b).value(at: point) == x + y)
            #expect((a - b).value(at: point) == x - y)
            #expect((a * b).value(at: point) == x * y)
          }
          guard a != .zero else { continue }
          let x = try #require(a.value(at: point))
          #expect(a.inverse.value(at: point) == x.inverse, "\(a)")
        }
      }
    }
  }

  @Test func `polynomials with integer values`() throws {
    let half = RootFunction(Rational(1, 2))
    let five = (0..<5).reduce(RootFunction.one) { $0 * (r - RootFunction($1)) }
    let root = try withHorizon { try #require((r - RootFunction(1)).squareRoot) }.result
    for function in [
      .zero, r, r * (r - .one) * half, -r * (r + .one) * half, RootFunction(-7),
      five * RootFunction(Rational(1, 120)),
    ] { #expect(function.isIntegerValued, "\(function)") }
    withHorizon {
      for function in [
        half, r * half, r * r * half, r.inverse, root, root * root * half,
        // Integers at 0, …, 4, but not at 5.
        five * RootFunction(Rational(1, 240)), (five + .one) / r,
      ] { #expect(!function.isIntegerValued, "\(function)") }
    }
  }

  @Test func `signs are those beyond the horizon`() throws {
    for index in try withHorizon({ try Self.samples() }).result.indices {
      let (function, bound) = try withHorizon {
        let function = try Self.samples()[index]
        return (function, function.sign)
      }
      let start = try #require(bound)
      #expect(start < 40)
      for point in start..<(start + 30) {
        let value = try #require(function.0.value(at: Rational(point)))
        #expect(value.sign == function.1, "\(function.0) at \(point)")
      }
    }
  }

  @Test(
    arguments: [
      // r² - 5r + 6 is positive from 4 on: 2 and 3 are its roots.
      (4, { @Sendable (r: RootFunction) in r * r - RootFunction(5) * r + RootFunction(6) }),
      // √(r-1) > 2 from r = 6 on.
      (
        6,
        { @Sendable (r: RootFunction) in
          ((r - RootFunction(1)).squareRoot ?? .zero) - RootFunction(2)
        }
      ),
      // The sign of a constant holds everywhere.
      (0, { @Sendable (_: RootFunction) in RootFunction(2) }),
      // 1/(r-9) has a pole.
      (10, { @Sendable (r: RootFunction) in (r - RootFunction(9)).inverse }),
    ])
  func `the horizon is as near as it can be`(
    expected: Int, function: @Sendable (RootFunction) -> RootFunction
  ) {
    let (sign, bound) = withHorizon { function(r).sign }
    #expect(sign == 1)
    #expect(bound == expected)
  }

  @Test func `square roots are square roots`() throws {
    try withHorizon {
      let five = RootFunction(5)
      for square in [
        r, r * r, (r - five) * (r - five) * r, RootFunction(Rational(8, 9)), r.inverse,
        (r * r - five) / (r + five), RootFunction(12) * r * r * r, .zero,
      ] {
        let root = try #require(square.squareRoot)
        #expect(root * root == square)
        #expect(root.sign >= 0)
      }
      #expect((-r).squareRoot == nil)
      #expect((r - r * r).squareRoot == nil)
    }
  }

  @Test func `equal functions have equal terms, different ones are different`() throws {
    try withHorizon {
      let root = try #require((r * r - RootFunction(1)).squareRoot)
      let (a, b) = (
        try #require((r - RootFunction(1)).squareRoot),
        try #require((r + RootFunction(1)).squareRoot)
      )
      #expect(a * b == root)
      #expect(a * b != a)
      #expect((a + b) * (a - b) == RootFunction(-2))
      #expect((a * a * a).hashValue == ((r - RootFunction(1)) * a).hashValue)
    }
  }

  @Test func `a sum with more square roots than can be decided says so`() throws {
    let horizon = Horizon()
    try Horizon.$current.withValue(horizon) {
      let sum = try [2, 3, 5, 7, 11].reduce(RootFunction.zero) {
        $0 + (try #require((r + RootFunction($1)).squareRoot))
      }
      #expect(horizon.failure == nil)
      _ = sum.sign
      #expect(horizon.failure != nil)
    }
  }

  @Test func `polynomials that split over Q(x) are split`() {
    withHorizon {
      let one = RootFunction(1)
      let roots = [r - RootFunction(4), (r - one) * (r - one) / r, RootFunction(-2), r * r]
      let polynomial = roots.reduce(Polynomial<RootFunction>(constant: RootFunction(3))) {
        $0 * Polynomial([-$1, .one])
      }
      let found = RootFunction.rationalRoots(ofSquareFree: polynomial)
      #expect(found.map(Set.init) == Set(roots))
      // x³ - r does not split.
      #expect(
        RootFunction.rationalRoots(ofSquareFree: Polynomial([-r, .zero, .zero, .one])) == nil)
    }
  }
}

@Suite struct `rational functions` {
  @Test(arguments: Seeds.all)
  func `they form a field`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func polynomial() -> Polynomial<Rational> {
      Polynomial((0...random.int(in: 0...3)).map { _ in Rational(random.int(in: -4...4)) })
    }
    func function() -> RationalFunction {
      let bottom = polynomial()
      return RationalFunction(polynomial(), over: bottom.isZero ? .x : bottom)
    }
    for _ in 0..<50 {
      let (a, b, c) = (function(), function(), function())
      #expect(a + b == b + a && a * b == b * a)
      #expect((a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a - a).isZero && a + .zero == a && a * .one == a)
      if !a.isZero { #expect(a * a.inverse == .one && b / a * a == b) }
      let point = Rational(1, 1009)
      if let x = a.value(at: point), let y = b.value(at: point) {
        #expect((a * b - a).value(at: point) == x * y - x)
      }
    }
  }
}
