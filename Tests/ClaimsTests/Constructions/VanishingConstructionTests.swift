import Testing

@testable import Claims

/// Constructions with relu(N) = 0, whose loss is 1/2 for every Λ, and one that is close to it.
@Suite struct VanishingConstructionTests {
  private static let path = """
      let B = unit_rows([1, 0; 1, 1; 0, 1])
      let N = unit_rows([-1, -1, 1; 1, -1, -1]*B)
    """

  @Test(arguments: [
    // N = 0 with two layers and with more; N < 0.
    ("minimal_loss(construction(0*I(2))) = 1/2 with 2 layers at regularisation 1/1000000", true),
    (
      "minimal_loss(collapse(2)) < minimal_loss(construction(0*I(2))) with 2 layers "
        + "at regularisation 1/1000000", true
    ),
    (
      "minimal_loss(construction(0*I(2))) < minimal_loss(collapse(2)) with 2 layers "
        + "at regularisation 1", false
    ),
    (
      "minimal_loss(construction(0*I(2), 0*I(2))) < 1/2 with 4 layers "
        + "at regularisation 1/1000000000", false
    ),
    (
      "minimal_loss(construction(I(2), -1*I(2))) = 1/2 with 4 layers "
        + "at regularisation 1/1000000000", true
    ),
    // A path on three vertices: 1 - 2√2/3 is what is left of ‖N‖² = 2.
    ("rank(relu(N)) = 2 and norm2(relu(N)) = 1 - 2*sqrt(2)/3", true),
    ("minimal_loss(construction(B, N)) < 1/2 with 4 layers at regularisation 1/1000000000", true),
    ("minimal_loss(construction(B, N)) < 1/2 with 4 layers at regularisation 1", false),
  ])
  func `its loss is 1/2, and that of no other`(_ formula: String, _ holds: Bool) throws {
    let definitions = formula.contains("(B, N)") || formula.contains("relu(N)") ? Self.path : ""
    let found = try verdict("claim c\n\(definitions)\n  printed \(formula)")
    #expect(found.kind == (holds ? .checked : .refuted))
  }
}
