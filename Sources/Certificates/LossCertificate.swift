/// A statement and its witness in one text, the statement first.
///
/// The text has one item a line, in this order; every line ends with a line feed, and a count says how
/// many items of a kind follow. Numbers have one form each: counts in decimal digits, fractions `p/q` or
/// `p` in lowest terms, sums of square roots as in `14 + 4√6` or `1/2 - √5/2`.
///
///     loss-statement 1             loss-witness 1            for < and >
///     classes K                    value v
///     layers L                     points n, then n times:
///     regularisation Λ               point t
///     order < or = or >            bounds n, then n times:
///     left n, then n times:          bound v
///       block K₀                     rates n, then n times:
///       nuclear-norm ν                 rate exact, or rate a
///       rank ρ                       cuts n, then n times:
///       last-layer-norm κ              cut t
///       eigenvalues n, then n times:
///         eigenvalue m μ           loss-witness 1            for =
///     right n, then n times        tie, then bounds twice; or same
///
/// Lines are not indented.
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
