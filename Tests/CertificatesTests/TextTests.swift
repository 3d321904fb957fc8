import Certificates
import Rational
import TestSupport
import Testing

@Suite struct `the text of certificates` {
  /// Written by hand; it is not meant to be true.
  static let statement = """
    loss-statement 1
    classes 3
    layers 3
    regularisation 1/100000
    order <
    left 1
    block 3
    nuclear-norm 1
    rank 1
    last-layer-norm 1/2
    eigenvalues 2
    eigenvalue 1 2
    eigenvalue 2 1/2 + 3√2/4
    right 2
    block 1
    nuclear-norm 5 - √3
    rank 1
    last-layer-norm 1
    eigenvalues 1
    eigenvalue 1 1
    block 2
    nuclear-norm √6
    rank 2
    last-layer-norm 2
    eigenvalues 1
    eigenvalue 2 0

    """
  static let witness = """
    loss-witness 1
    value 1/2
    points 1
    point 3/100
    bounds 2
    bound 1/6
    rates 1
    rate 7/2
    cuts 2
    cut 1/9
    cut 2/9
    bound 1/3
    rates 1
    rate exact
    cuts 0

    """

  @Test func `what is written by hand is read as meant and written back the same`() throws {
    let certificate = try LossCertificate(text: Self.statement + Self.witness)
    #expect(certificate.text == Self.statement + Self.witness)
    let statement = certificate.statement
    #expect(statement == (try LossStatement(text: Self.statement)))
    #expect(statement.text == Self.statement)
    #expect(statement.classes == 3 && statement.layers == 3 && statement.order == .less)
    #expect(statement.regularisation == Rational(1, 100_000))
    #expect(statement.left.count == 1 && statement.right.count == 2)
    #expect(statement.left[0].eigenvalues[1].multiplicity == 2)
    #expect(
      statement.left[0].eigenvalues[1].value
        == Surd(Rational(1, 2)) + Surd(Rational(3, 4)) * root(2))
    #expect(statement.right[0].nuclearNorm == 5 - root(3))
    #expect(statement.right[1].rank == 2 && statement.right[1].nuclearNorm == root(6))
    #expect(certificate.witness == (try LossWitness(text: Self.witness, for: .less)))
    guard case .strict(let value, let points, let bounds) = certificate.witness else {
      Issue.record("not a strict order")
      return
    }
    #expect(value == Rational(1, 2) && points == [Rational(3, 100)])
    #expect(bounds.map(\.value) == [Rational(1, 6), Rational(1, 3)])
    #expect(bounds[0].rates == [.atMost(Rational(7, 2))] && bounds[1].rates == [.exact])
    #expect(bounds[0].cuts == [Rational(1, 9), Rational(2, 9)] && bounds[1].cuts == [])
  }

  @Test(arguments: AcceptanceTests.statements)
  func `every certificate survives being written and read`(_ statement: LossStatement) throws {
    for order in LossStatement.Order.allCases {
      let claim = statement.claiming(order)
      let prover = Prover(statement: claim)
      let witnesses =
        order == .equal ? [prover.tieWitness(cells: 10), .same] : [prover.witness(cells: 10)]
      for witness in witnesses {
        let certificate = LossCertificate(statement: claim, witness: witness)
        #expect(try LossCertificate(text: certificate.text) == certificate)
        #expect(try LossStatement(text: claim.text) == claim)
        #expect(try LossWitness(text: witness.text, for: order) == witness)
      }
    }
  }

  @Test func `a missing line is named, by its number and what belongs there`() {
    let lines = (Self.statement + Self.witness).split(separator: "\n").map(String.init)
    for index in lines.indices {
      var damaged = lines
      damaged.remove(at: index)
      let error = #expect(throws: CertificateSyntaxError.self) {
        try LossCertificate(text: damaged.map { $0 + "\n" }.joined())
      }
      // A line that starts like the one after it is missed at the end of the run.
      let name = lines[index].prefix { $0 != " " }
      let last = lines[index...].firstIndex { !$0.hasPrefix(name) } ?? lines.count
      #expect(error?.line == last, "without \(lines[index])")
    }
  }

  @Test func `an extra line is noticed`() {
    let lines = (Self.statement + Self.witness).split(separator: "\n").map(String.init)
    for extra in ["", "comment", "classes 3", "# hello", "loss-witness 1"] {
      for index in 0...lines.count {
        var damaged = lines
        damaged.insert(extra, at: index)
        let error = #expect(throws: CertificateSyntaxError.self) {
          try LossCertificate(text: damaged.map { $0 + "\n" }.joined())
        }
        #expect((error?.line ?? 0) >= index + 1)
      }
    }
  }

  /// One line replaced by another, which has to be refused there.
  static let badLines: [(String, String)] = [
    ("loss-statement 1", "loss-statement 2"), ("loss-statement 1", "loss-statement"),
    ("loss-statement 1", "Loss-Statement 1"), ("loss-witness 1", "loss-witness 0"),
    ("classes 3", "classes"), ("classes 3", "classes "), ("classes 3", "classes  3"),
    ("classes 3", "classes 3 "), ("classes 3", " classes 3"), ("classes 3", "classes 3\r"),
    ("classes 3", "classes\t3"), ("classes 3", "classes 03"), ("classes 3", "classes +3"),
    ("classes 3", "classes -3"), ("classes 3", "classes 3.0"), ("classes 3", "classes 3/1"),
    ("classes 3", "classes three"), ("classes 3", "classes ３"), ("classes 3", "Classes 3"),
    ("classes 3", "class 3"), ("classes 3", "classes 99999999999999999999999"),
    ("regularisation 1/100000", "regularisation 2/200000"),
    ("regularisation 1/100000", "regularisation 1/0"),
    ("regularisation 1/100000", "regularisation 1/-100000"),
    ("regularisation 1/100000", "regularisation -1/-100000"),
    ("regularisation 1/100000", "regularisation 0.00001"),
    ("regularisation 1/100000", "regularisation 1e-5"),
    ("regularisation 1/100000", "regularisation 01/100000"),
    ("regularisation 1/100000", "regularisation 1/"),
    ("regularisation 1/100000", "regularisation /100000"),
    ("regularisation 1/100000", "regularisation 1//100000"),
    ("regularisation 1/100000", "regularisation inf"),
    ("order <", "order <="), ("order <", "order ≮"), ("order <", "order less"),
    ("order <", "order"),
    ("nuclear-norm √6", "nuclear-norm √24"), ("nuclear-norm √6", "nuclear-norm √4"),
    ("nuclear-norm √6", "nuclear-norm 1√6"), ("nuclear-norm √6", "nuclear-norm √06"),
    ("nuclear-norm √6", "nuclear-norm √"), ("nuclear-norm √6", "nuclear-norm √0"),
    ("nuclear-norm √6", "nuclear-norm √-6"), ("nuclear-norm √6", "nuclear-norm √6/1"),
    ("nuclear-norm √6", "nuclear-norm √6/0"), ("nuclear-norm √6", "nuclear-norm √6 + 0"),
    ("nuclear-norm √6", "nuclear-norm 0 + √6"), ("nuclear-norm √6", "nuclear-norm √6 +"),
    ("nuclear-norm √6", "nuclear-norm + √6"), ("nuclear-norm √6", "nuclear-norm √6 - -1"),
    ("nuclear-norm √6", "nuclear-norm √6+1"), ("nuclear-norm √6", "nuclear-norm √6 + 1"),
    ("nuclear-norm √6", "nuclear-norm sqrt(6)"), ("nuclear-norm √6", "nuclear-norm √1/2"),
    ("nuclear-norm √6", "nuclear-norm √99999999999999999999"),
    ("eigenvalue 2 1/2 + 3√2/4", "eigenvalue 2"), ("eigenvalue 2 1/2 + 3√2/4", "eigenvalue 1/2 2"),
    ("eigenvalue 2 1/2 + 3√2/4", "eigenvalue 2 3√2/4 + 1/2"),
    ("eigenvalue 2 1/2 + 3√2/4", "eigenvalue 2 1/2 + 6√2/8"),
    ("eigenvalue 2 1/2 + 3√2/4", "eigenvalue 2 1/2 + √2/2 + √2/4"),
    ("eigenvalues 2", "eigenvalues 3"), ("eigenvalues 2", "eigenvalues 1"),
    ("eigenvalues 2", "eigenvalues 0"), ("left 1", "left 0"), ("left 1", "left 2"),
    ("right 2", "right 1"), ("right 2", "right 9223372036854775807"),
    ("points 1", "points 2"), ("points 1", "points 9223372036854775807"), ("bounds 2", "bounds 1"),
    ("bounds 2", "bounds 3"), ("cuts 2", "cuts 1"), ("cuts 0", "cuts 1"),
    ("rate exact", "rate Exact"),
    ("rate exact", "rate"), ("rate 7/2", "rate 7/2 exact"), ("value 1/2", "value 1/2\u{0}"),
    ("value 1/2", "value 1/2\u{301}"), ("value 1/2", "tie"), ("value 1/2", "same"),
  ]

  @Test(arguments: badLines)
  func `a line that is not in its one form is refused`(_ line: String, _ replacement: String) throws
  {
    let text = Self.statement + Self.witness
    let lines = text.split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex(of: line))
    var damaged = lines
    damaged[index] = replacement
    let error = #expect(throws: CertificateSyntaxError.self) {
      try LossCertificate(text: damaged.map { $0 + "\n" }.joined())
    }
    #expect((error?.line ?? 0) > index, "\(replacement)")
    #expect(error.map { $0.description.hasPrefix("line \($0.line): expected ") } == true)
  }

  @Test func `numbers with too many digits are refused, not computed`() {
    let long = String(repeating: "7", count: 20_000)
    for (line, replacement) in [
      ("value 1/2", "value \(long)"), ("value 1/2", "value 1/\(long)"),
      ("cut 1/9", "cut 1/\(long)"),
      ("nuclear-norm √6", "nuclear-norm \(long)"), ("nuclear-norm √6", "nuclear-norm √\(long)"),
      ("classes 3", "classes \(long)"), ("left 1", "left \(long)"),
    ] {
      let text = (Self.statement + Self.witness).replacingLine(line, by: replacement)
      let error = #expect(throws: CertificateSyntaxError.self) { try LossCertificate(text: text) }
      #expect((error?.found.utf8.count ?? 1000) < 200)
    }
  }

  @Test func `a text must end with its last line`() {
    let text = Self.statement + Self.witness
    for bad in [
      "", "\n", String(text.dropLast()), text + "\n", text + " ", text + text, "\u{FEFF}" + text,
    ] {
      #expect(throws: CertificateSyntaxError.self) { try LossCertificate(text: bad) }
    }
    for count in stride(from: 0, to: text.utf8.count, by: 7) {
      #expect(throws: CertificateSyntaxError.self) {
        try LossCertificate(text: String(decoding: text.utf8.prefix(count), as: UTF8.self))
      }
    }
    #expect(throws: CertificateSyntaxError.self) { try LossStatement(text: text) }
    #expect(throws: CertificateSyntaxError.self) { try LossWitness(text: text, for: .less) }
    #expect(throws: CertificateSyntaxError.self) {
      try LossWitness(text: Self.witness, for: .equal)
    }
    #expect(throws: CertificateSyntaxError.self) { try LossCertificate(text: Self.statement) }
  }
}

extension String {
  fileprivate func replacingLine(_ line: String, by replacement: String) -> String {
    split(separator: "\n").map { ($0 == line ? replacement : String($0)) + "\n" }.joined()
  }
}
