import Certificates
import Graphs
import Losses
import Rational

/// A certificate on file, replayed by the kernel.
///
/// A certificate proves a statement about numbers. That these are the invariants of the paper's
/// solutions is checked here: they are computed from the definitions once more.
public struct RecordedCertificate: Sendable {
  /// The name of the file.
  public let name: String
  /// The statement for people: `SRG(5) < DNC(10), L = 4, Λ = 1/976562500000`.
  public let statement: String
  /// What was found.
  public let outcome: Outcome

  /// What replaying gives.
  public enum Outcome: Hashable, Sendable {
    /// The statement is proved, over so many cells.
    case valid(cells: Int)
    /// The kernel rejects it, or it is about something else.
    case invalid(String)
  }

  /// Whether the certificate proves its statement.
  public var isValid: Bool { if case .valid = outcome { true } else { false } }

  /// Reads a certificate and replays it.
  ///
  /// - Throws: `CertificateSyntaxError` for a text that is none; `RunError` for more vertices than are
  ///   enumerated.
  public init(name: String, text: String) throws {
    let certificate = try LossCertificate(text: text)
    let stated = certificate.statement
    self.name = name
    let outcome: Outcome
    do {
      outcome = .valid(cells: try LossComparison.replay(stated, certificate.witness).cells)
    } catch {
      outcome = .invalid("\(error)")
    }
    // Names only for numbers that make sense.
    guard case .valid = outcome else {
      statement = "K = \(stated.classes), L = \(stated.layers), Λ = \(stated.regularisation)"
      self.outcome = outcome
      return
    }
    var sides: [String] = []
    var stranger: String?
    for (name, side) in [("left", stated.left), ("right", stated.right)] {
      var names: [String] = []
      for (index, block) in side.enumerated() {
        if let known = try Self.name(of: block, layers: stated.layers) {
          names.append(known)
        } else {
          names.append("?(\(block.classes))")
          stranger =
            stranger
            ?? "\(name) block \(index + 1): expected the invariants of SRG or DNC for "
            + "\(block.classes) classes"
        }
      }
      sides.append(names.joined(separator: " ⊕ "))
    }
    statement =
      "\(sides[0]) \(stated.order.rawValue) \(sides[1]), L = \(stated.layers), "
      + "Λ = \(stated.regularisation)"
    self.outcome = stranger.map { .invalid($0) } ?? outcome
  }

  /// The solution of the paper that a block is; nil when it is none.
  private static func name(of block: LossStatement.Block, layers: Int) throws -> String? {
    let classes = block.classes
    if isSame(block, .collapse(classes: classes)) { return "DNC(\(classes))" }
    let order = CompleteGraph.order(withEdgesAtMost: classes)
    guard order >= 3, order * (order - 1) / 2 == classes,
      isSame(block, try GraphConstruction.triangular(order: order, layers: layers))
    else { return nil }
    return "SRG(\(order))"
  }

  private static func isSame(_ block: LossStatement.Block, _ known: Construction) -> Bool {
    let eigenvalues = known.gramSpectrum.map {
      LossStatement.Eigenvalue(multiplicity: $0.multiplicity, value: $0.value)
    }
    return (block.nuclearNorm, block.rank, block.lastLayerNorm)
      == (known.nuclearNorm, known.rank, known.lastLayerNorm)
      && block.eigenvalues.count == eigenvalues.count
      && Set(block.eigenvalues) == Set(eigenvalues)
  }
}
