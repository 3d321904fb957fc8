import CPeers
import Measurement
import Rational

/// Products, signs and comparisons in Q(√2, √3, √5): elements with all eight terms.
enum RootSums {
  static let radicands = [1, 2, 3, 6, 5, 10, 15, 30]
  static let count = 1024

  /// Coefficients with numerators up to 50 and denominators up to 12.
  private static func elements(seed: UInt64) -> [[Rational]] {
    var random = SplitMix(state: seed)
    return (0..<count).map { _ in
      (0..<8).map { _ in
        let top = Int.random(in: 1...50, using: &random)
        let bottom = Int.random(in: 1...12, using: &random)
        return Rational(Bool.random(using: &random) ? top : -top, bottom)
      }
    }
  }

  static func surd(_ coefficients: [Rational]) -> Surd {
    zip(radicands, coefficients).reduce(0) { $0 + Surd($1.1) * root($1.0) }
  }

  static func root(_ radicand: Int) -> Surd {
    guard let root = try? Surd.squareRoot(of: Rational(radicand)) else { fatalError() }
    return root
  }

  /// Those of `radicands`.
  private static func coefficients(_ value: Surd) -> [Rational] {
    radicands.map { radicand in
      value.terms.first { $0.radicand == Integer(radicand) }?.coefficient ?? 0
    }
  }

  static func races() -> [Race] {
    let (left, right) = (elements(seed: 1), elements(seed: 2))
    let (a, b) = (left.map(surd), right.map(surd))
    var results = a
    var signs = [Int](repeating: 0, count: count)
    func answer(_ value: (Int) -> [String]) -> String {
      (0..<count).map { value($0).joined(separator: " ") }.joined(separator: ";")
    }
    func own(_ run: @escaping () -> Void) -> Contender {
      Contender(name: "Surd", run: run) {
        answer { coefficients(results[$0]).map(\.description) }
      }
    }
    let product = own { for i in 0..<count { results[i] = a[i] * b[i] } }
    let difference = Contender(name: "Surd") {
      for i in 0..<count {
        results[i] = a[i] - b[i]
        signs[i] = results[i].sign
      }
    } answer: {
      "\(signs)"
    }
    let integers = IntegerRootSums(left, right)
    let fractions = FractionRootSums(left, right)
    #if CALCIUM
      let calcium = [CalciumRootSums.Form.roots, .primitive].map {
        CalciumRootSums(left, right, form: $0)
      }
      let products = calcium.map { peer in
        Contender(name: peer.name, run: peer.multiply) {
          answer { index in
            let expected = coefficients(a[index] * b[index])
            return peer.result(index, is: expected) ? expected.map(\.description) : ["another"]
          }
        }
      }
      let differences = calcium.map { peer in
        Contender(name: peer.name, run: peer.compare) { "\((0..<count).map(peer.sign))" }
      }
    #else
      let (products, differences) = ([Contender](), [Contender]())
    #endif
    return [
      Race(
        name: "product in Q(√2, √3, √5)", calls: count,
        contenders: [
          product,
          Contender(name: "fmpz over a denominator", run: integers.multiply) {
            answer(integers.coefficients)
          },
          Contender(name: "eight fmpq", run: fractions.multiply) { answer(fractions.coefficients) },
        ] + products),
      NumberField.race(left, right),
      Race(
        name: "sum in Q(√2, √3, √5)", calls: count,
        contenders: [own { for i in 0..<count { results[i] = a[i] + b[i] } }]),
      Race(
        name: "sign in Q(√2, √3, √5)", calls: count,
        contenders: [
          Contender(name: "", run: { for i in 0..<count { signs[i] = a[i].sign } }) { "\(signs)" }
        ]),
      Race(
        name: "sign of a - b in Q(√2, √3, √5)", calls: count, contenders: [difference] + differences
      ),
      Race(
        name: "a < b in Q(√2, √3, √5)", calls: count,
        contenders: [
          Contender(name: "", run: { for i in 0..<count { signs[i] = a[i] < b[i] ? 1 : 0 } }) {
            "\(signs)"
          }
        ]),
    ]
  }
}
