import Foundation
import Rational
import TestSupport
import Testing

@testable import Certificates

/// The objective, entry by entry and with nothing in common with the kernel but the numbers.
private func objective(_ point: NetworkPoint) -> Rational {
  typealias Rows = [[Rational]]
  func rows(_ matrix: PointMatrix) -> Rows {
    (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
  }
  // All n columns of each class, one by one.
  var columns: Rows = []
  for label in 0..<point.classes {
    for sample in 0..<point.samples {
      let column =
        point.columnsPerClass == 1 ? label : label * point.columnsPerClass + sample
      columns.append(rows(point.features).map { $0[column] })
    }
  }
  var sum = Rational(0)
  for column in columns { for entry in column { sum += point.featureDecay * entry * entry } }
  for (decay, weight) in zip(point.weightDecays, point.weights) {
    for row in rows(weight) { for entry in row { sum += decay * entry * entry } }
  }
  for (index, column) in columns.enumerated() {
    var vector = column
    for (layer, weight) in point.weights.enumerated() {
      vector = rows(weight).map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      if layer < point.weights.count - 1 { vector = vector.map { max($0, 0) } }
    }
    for (label, entry) in vector.enumerated() {
      let rest = entry - (label == index / point.samples ? 1 : 0)
      sum += rest * rest / Rational(columns.count)
    }
  }
  return sum / 2
}

private func point(
  classes: Int, widths: [Int], samples: Int, columns: Int, _ random: inout SplitMix64
) -> NetworkPoint {
  func matrix(_ rows: Int, _ columns: Int) -> PointMatrix {
    let entries = (0..<rows * columns).map { _ -> Rational in
      let top = random.int(in: -9...9)
      let bottom = random.int(in: 1...6)
      return Rational(top, bottom)
    }
    return PointMatrix(rows: rows, columns: columns, entries: entries)
  }
  func decay() -> Rational {
    let bottom = random.int(in: 1...50)
    return Rational(1, bottom)
  }
  let heights = widths.dropFirst() + [classes]
  return NetworkPoint(
    classes: classes, samples: samples, columnsPerClass: columns, featureDecay: decay(),
    weightDecays: widths.map { _ in decay() }, features: matrix(widths[0], classes * columns),
    weights: zip(heights, widths).map { matrix($0, $1) })
}

/// The point of three classes and four layers that is on file, with 34 numbers.
private let sample = """
  verify point 1
  classes 3
  layers 4
  samples 1
  columns 1
  feature-decay 1/100
  weight-decay 1/100
  weight-decay 1/100
  weight-decay 1/100
  weight-decay 1/100
  features 2 3
  over 19
  row 11 20 11
  row 14 0 -14
  weights 2 2
  over 19
  row 18 14
  row 18 -14
  weights 2 2
  over 19
  row 23 0
  row 0 23
  weights 4 2
  over 19
  row 4 12
  row -14 14
  row 11 1
  row 14 -14
  weights 3 4
  over 19
  row -4 3 6 16
  row 11 -10 9 -10
  row 4 16 -5 3
  loss 14156514527291/193612618667400
  x 97/3
  bound 183/2500

  """

@Suite struct PointTests {
  @Test(arguments: 1...40)
  func `the loss is the objective, computed another way`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let depth = random.int(in: 2...5)
    let classes = random.int(in: 1...4)
    let samples = random.int(in: 1...3)
    let single = random.int(in: 0...1) == 0
    let widths = (0..<depth).map { _ in random.int(in: 1...4) }
    let value = point(
      classes: classes, widths: widths, samples: samples, columns: single ? 1 : samples, &random)
    try value.validate()
    #expect(value.terms().loss == objective(value))
  }

  @Test func `the sample is valid and comes back byte by byte`() throws {
    let certificate = try PointCertificate(text: sample)
    #expect(certificate.text == sample)
    let summary = try certificate.replay()
    #expect(summary.entries == 34)
    #expect(summary.greatest == Rational(1, 10_000_000_000))
    #expect(summary.least < summary.greatest)
    #expect(objective(certificate.point) == certificate.loss)
  }

  @Test func `a point with n samples and one with n λ_H lose the same`() throws {
    var certificate = try PointCertificate(text: sample)
    let loss = certificate.loss
    certificate.point.samples = 5
    certificate.point.featureDecay = Rational(1, 500)
    #expect(certificate.point.terms().loss == loss)
    _ = try certificate.replay()
  }

  @Test func `every number that is changed is found`() throws {
    var count = 0
    let lines = sample.split(separator: "\n").map(String.init)
    for (index, line) in lines.enumerated() {
      let words = line.split(separator: " ").map(String.init)
      for (place, word) in words.enumerated() where Rational(word) != nil {
        let value = try #require(Rational(word))
        for other in [value + 1, value - 1, -value, value * 2, value / 2, 0] where other != value {
          var changed = words
          changed[place] = other.description
          var text = lines
          text[index] = changed.joined(separator: " ")
          count += 1
          guard
            let certificate = try? PointCertificate(
              text: text.map { $0 + "\n" }.joined()),
            (try? certificate.replay()) != nil
          else { continue }
          // Accepted: then it must be true.
          Issue.record("\(text[index]) was accepted instead of \(line)")
        }
      }
    }
    #expect(count > 250)
  }

  @Test func `another x is accepted exactly when it proves something`() throws {
    var accepted = 0
    for x in (1...60).flatMap({ [Rational($0), Rational($0) + Rational(1, 3)] }) {
      var certificate = try PointCertificate(text: sample)
      certificate.x = x
      certificate.bound = (1 + 5 * x) / (2 * (1 + x) * (1 + x))
      let c = Rational(243, 10_000_000_000)
      let isTrue =
        x >= 3 && x * x * x <= c * (1 + x).power(8) && certificate.loss < certificate.bound
      #expect(((try? certificate.replay()) != nil) == isTrue, "x = \(x)")
      if isTrue { accepted += 1 }
    }
    #expect(accepted == 2)
  }

  /// The minimum is at least the bound, on a grid that would show an error in its direction.
  @Test(arguments: 2...6)
  func `the bound is below the loss of collapse wherever it may be used`(_ layers: Int) {
    let depth = Rational(layers)
    for step in 0...40 {
      let x = Rational(layers - 1) + Rational(step, 4)
      let bound = (1 + (depth + 1) * x) / ((1 + x) * (1 + x))
      let least = x.power(layers - 1) / (1 + x).power(2 * layers)
      for factor in [Rational(1), Rational(5, 4), Rational(4)] {
        // y = x s^L at c = least · factor^L, so that (c y)^(1/L) = factor · s · x/(1 + x)².
        for place in 0...60 {
          let s = Rational(place, 20)
          let value =
            1 / (1 + x * s.power(layers)) + depth * factor * s * x / ((1 + x) * (1 + x))
          #expect(value >= bound)
        }
        _ = least
      }
      // Attained at y = x; and at 0 the value is 1, which is at least the bound.
      #expect(bound <= 1)
    }
    // Just below L - 1 the value at 0 is smaller: the condition is needed.
    let x = Rational(layers - 1) - Rational(1, 100)
    #expect((1 + (depth + 1) * x) / ((1 + x) * (1 + x)) > 1)
  }

  @Test(arguments: [
    ("verify point 1", "verify point 2", 1), ("classes 3", "classes 03", 2),
    ("feature-decay 1/100", "feature-decay 2/200", 6), ("features 2 3", "features 2", 11),
    ("features 2 3", "features 0 3", 11), ("over 19", "over 0", 12), ("over 19", "over 19/2", 12),
    ("row 11 20 11", "row 11 20", 13), ("row 11 20 11", "row 11 20  11", 13),
    ("row 14 0 -14", "row 14 -0 -14", 14), ("row 14 0 -14", "row 14 1/2 -14", 14),
    ("x 97/3", "x 97/3 ", 35), ("bound 183/2500", "bound 183/2500\n", 37),
  ])
  func `a malformed text names its line`(_ old: String, _ new: String, _ line: Int) throws {
    let range = try #require(sample.firstRange(of: old))
    let text = sample.replacingCharacters(in: range, with: new)
    let error = #expect(throws: CertificateSyntaxError.self) { try PointCertificate(text: text) }
    #expect(error?.line == line)
  }

  @Test func `numbers with a divisor in common are not the one text`() throws {
    let doubled = sample.replacing(
      "over 19\nrow 23 0\nrow 0 23", with: "over 38\nrow 46 0\nrow 0 46")
    #expect(doubled != sample)
    #expect(throws: CertificateSyntaxError.self) { try PointCertificate(text: doubled) }
  }

  @Test func `a cut text is no certificate`() {
    for length in 0..<sample.utf8.count {
      let text = String(decoding: sample.utf8.prefix(length), as: UTF8.self)
      #expect(throws: CertificateSyntaxError.self) { try PointCertificate(text: text) }
    }
  }

  @Test func `a point above collapse is rejected for that reason`() throws {
    var certificate = try PointCertificate(text: sample)
    certificate.point.weights[0] = PointMatrix(
      rows: 2, columns: 2, entries: Array(repeating: 0, count: 4))
    certificate.loss = certificate.point.terms().loss
    let error = #expect(throws: Rejection.self) { try certificate.replay() }
    #expect(error?.rule == .below)
  }
}
