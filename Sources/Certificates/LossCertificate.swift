/// A statement and its witness in one text, the statement first.
public struct LossCertificate: Hashable, Sendable {
  /// What is claimed.
  public var statement: LossStatement
  /// What is to prove it.
  public var witness: LossWitness

  /// The certificate with these parts; nothing is checked.
  public init(statement: LossStatement, witness: LossWitness) {
    self.statement = statement
    self.witness = witness
  }

  /// The one text of the certificate, in lines.
  public var text: String { statement.text + witness.text }

  /// Reads the text of a certificate and nothing else.
  public init(text: String) throws(CertificateSyntaxError) {
    var reader = try LineReader(text)
    statement = try LossStatement(from: &reader)
    witness = try LossWitness(from: &reader, for: statement.order)
    try reader.end()
  }

  /// Checks that the certificate is one for the expected statement, and that it proves it.
  ///
  /// - Throws: The first rule that is not followed.
  public func replay(
    expecting expected: LossStatement
  ) throws(Rejection) -> LossComparison.Summary {
    guard statement == expected else {
      throw Rejection(
        .statement, "certificate", expected: "the statement that was asked for",
        found: "another one")
    }
    return try LossComparison.replay(statement, witness)
  }
}
