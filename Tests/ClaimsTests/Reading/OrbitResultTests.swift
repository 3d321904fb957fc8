import Rational
import Testing

@testable import Denotations
@testable import Graphs

/// Results that are kept are those of the same matrices, and of no others.
@Suite struct OrbitResultTests {
  private let scheme = Scheme<Surd>(order: 7)

  /// How often it was computed.
  private final class Count { var value = 0 }

  private func product(
    _ results: OrbitResults, _ left: OrbitMatrix<Surd>, _ right: OrbitMatrix<Surd>, _ count: Count
  ) -> MatrixValue {
    results.result(of: .product, .orbit(left), .orbit(right)) {
      count.value += 1
      return .orbit(left * right)
    }
  }

  @Test func `a product of the same matrices is computed once`() {
    let (results, count) = (OrbitResults(), Count())
    let incidence = OrbitMatrix<Surd>.incidence(scheme)
    let transposed = incidence.transposed
    for _ in 0..<3 {
      #expect(product(results, incidence, transposed, count) == .orbit(incidence * transposed))
    }
    #expect(count.value == 1)
    #expect(product(results, transposed, incidence, count) == .orbit(transposed * incidence))
    #expect(count.value == 2)
  }

  @Test func `operations and operands are told apart`() {
    let (results, count) = (OrbitResults(), Count())
    let matrix = OrbitMatrix<Surd>.vertexSigns(scheme)
    func kept(_ operation: OrbitResults.Operation, _ second: OrbitMatrix<Surd>?, _ value: Surd)
      -> MatrixValue
    {
      results.result(of: operation, .orbit(matrix), second.map(MatrixValue.orbit)) {
        count.value += 1
        return .orbit(matrix.scaled(by: value))
      }
    }
    let other = matrix.transposed
    for _ in 0..<2 {
      #expect(kept(.gram, nil, 2) == .orbit(matrix.scaled(by: 2)))
      #expect(kept(.rectified, nil, 3) == .orbit(matrix.scaled(by: 3)))
      #expect(kept(.product, other, 4) == .orbit(matrix.scaled(by: 4)))
      #expect(kept(.product, other.scaled(by: 5), 5) == .orbit(matrix.scaled(by: 5)))
      #expect(kept(.unitRows, nil, 6) == .orbit(matrix.scaled(by: 6)))
    }
    // The product with a matrix made anew is not known.
    #expect(count.value == 6)
  }

  /// Coefficients at one place belong to a matrix with these blocks over these vertices only.
  @Test func `coefficients at the same place do not make the same matrix`() {
    let (results, count) = (OrbitResults(), Count())
    let row = OrbitMatrix<Surd>(
      scheme: scheme, rowBlocks: [1], columnBlocks: [2]
    ) { _, _, common in Surd(common + 2) }
    let column = OrbitMatrix<Surd>(
      scheme: scheme, rowBlocks: [2], columnBlocks: [1], coefficients: row.coefficients)
    let elsewhere = OrbitMatrix<Surd>(
      scheme: Scheme<Surd>(order: 8), rowBlocks: [1], columnBlocks: [2],
      coefficients: row.coefficients)
    #expect(row.storagePlace == column.storagePlace && row.storagePlace == elsewhere.storagePlace)
    for _ in 0..<2 {
      for matrix in [row, column, elsewhere] {
        let gram = results.result(of: .gram, .orbit(matrix)) {
          count.value += 1
          return .orbit(matrix.transposed * matrix)
        }
        #expect(gram == .orbit(matrix.transposed * matrix), "\(matrix)")
      }
    }
    #expect(count.value == 6)
  }

  /// What is kept keeps its operands: no other matrix comes to stand where they were.
  @Test func `many results are forgotten, and none is taken for another`() {
    let (results, count) = (OrbitResults(), Count())
    let identity = OrbitMatrix<Surd>.identity([2], scheme)
    for number in 1...(2 * OrbitResults.limit + 10) {
      let matrix = identity.scaled(by: Surd(number))
      let result = results.result(of: .gram, .orbit(matrix)) {
        count.value += 1
        return .orbit(matrix.scaled(by: 2))
      }
      #expect(result == .orbit(identity.scaled(by: Surd(2 * number))))
    }
    #expect(count.value == 2 * OrbitResults.limit + 10)
  }

  @Test func `what is not by orbits, and what fails, is computed each time`() {
    let (results, count) = (OrbitResults(), Count())
    struct Failure: Error {}
    let matrix = OrbitMatrix<Surd>.incidence(scheme)
    for _ in 0..<2 {
      _ = results.result(of: .gram, .identity(3)) {
        count.value += 1
        return .identity(3)
      }
      _ = results.result(of: .product, .orbit(matrix), .identity(21)) {
        count.value += 1
        return .orbit(matrix)
      }
      _ = results.result(of: .rectified, .orbit(matrix)) {
        count.value += 1
        return .identity(3)
      }
      #expect(throws: Failure.self) {
        try results.result(of: .unitRows, .orbit(matrix)) {
          count.value += 1
          throw Failure()
        }
      }
    }
    #expect(count.value == 8)
  }
}
