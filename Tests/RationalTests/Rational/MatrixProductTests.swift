import TestSupport
import Testing

@testable import Rational

/// Products of matrices over common denominators, beside products term by term.
@Suite struct MatrixProductTests {
  private func expect(_ left: [Rational], _ right: [Rational], _ shape: ProductShape) {
    let expected = Rational.termwiseProduct(left, right, shape: shape)
    #expect(Rational.matrixProduct(left, right, shape: shape) == expected)
    let surds = Surd.matrixProduct(left.map { Surd($0) }, right.map { Surd($0) }, shape: shape)
    #expect(surds == expected.map { Surd($0) })
  }

  @Test(arguments: Seeds.all)
  func `products are those of single terms`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for shape in [(0, 0, 0), (2, 0, 3), (0, 2, 3), (3, 2, 0), (1, 1, 1), (2, 3, 4), (5, 5, 5)] {
      for _ in 0..<10 {
        func values(_ count: Int, _ value: (inout SplitMix64) -> Rational) -> [Rational] {
          (0..<count).map { _ in value(&random) }
        }
        let (left, right) = (shape.0 * shape.1, shape.1 * shape.2)
        expect(
          values(left) { $0.smallRational() }, values(right) { $0.smallRational() },
          (shape.0, shape.1, shape.2))
        expect(
          values(left) { $0.rational() }, values(right) { $0.rational() },
          (shape.0, shape.1, shape.2))
      }
    }
  }

  @Test func `sums next to the end of a word are right`() {
    for bits in 28...33 {
      for count in [1, 2, 3, 4, 7, 8] {
        for (a, b) in [
          ((1 << bits) - 1, 1 << bits), (-(1 << bits), 1 << bits), (-1 << bits, -1 << bits),
        ] {
          let left = [Rational](repeating: Rational(a), count: count)
          let right = [Rational](repeating: Rational(b), count: count)
          expect(left, right, (1, count, 1))
          expect(left.map { $0 / 3 }, right.map { $0 / 5 }, (1, count, 1))
        }
      }
    }
    let edges = EdgeIntegers.words.map { Rational($0) }
    expect(edges, edges, (edges.count, 1, edges.count))
    expect(edges.map { $0 / 7 }, edges, (1, edges.count, 1))
    expect(edges.map { $0.isZero ? 0 : 1 / $0 }, edges, (1, edges.count, 1))
  }

  @Test(arguments: Seeds.all)
  func `products with roots are those of single terms`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let radicands = [1, 1, 2, 3, 5, 6, 10, 30, 4_294_967_279, 4_294_967_291]
    for kinds in [1, 2, 3, 4, 6, 8, 10] {
      for shape in [(2, 3, 2), (3, 1, 3), (1, 4, 1), (2, 0, 2)] {
        func values(_ count: Int) -> [Surd] {
          (0..<count).map { _ in
            // At most one root in most entries, none in some, and large numbers now and then.
            (0..<random.int(in: 0...2)).reduce(Surd.zero) { sum, _ in
              let coefficient =
                random.int(in: 0...7) == 0 ? random.rational() : random.smallRational()
              return sum + Surd(coefficient) * root(radicands[random.int(in: 0...kinds - 1)])
            }
          }
        }
        let (left, right) = (values(shape.0 * shape.1), values(shape.1 * shape.2))
        #expect(
          Surd.matrixProduct(left, right, shape: shape)
            == Surd.termwiseProduct(left, right, shape: shape))
      }
    }
  }

  @Test func `roots in a product`() {
    let left: [Surd] = [root(2), 1, root(3), root(2) - 1]
    let right: [Surd] = [root(2), 0, root(3) / 2, root(6)]
    // (√2, 1; √3, √2-1) (√2, 0; √3/2, √6)
    #expect(
      Surd.matrixProduct(left, right, shape: (2, 2, 2)) == [
        2 + root(3) / 2, root(6), root(6) + (root(6) - root(3)) / 2,
        2 * root(3) - root(6),
      ])
  }
}
