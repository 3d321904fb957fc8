import Testing

@testable import Claims
@testable import Denotations
@testable import Statements

/// A matrix without rows has its columns still, and one without columns its rows.
@Suite struct EmptyMatrixTests {
  @Test(
    arguments: [
      "rows(J(0, 3)) = 0 and columns(J(0, 3)) = 3", "rows(J(0, 3)') = 3 and columns(J(0, 3)') = 0",
      "columns(repeat_rows(J(0, 3))) = 3 and rows(repeat_rows(J(0, 3))) = 0",
      "columns(relu(J(0, 3))) = 3", "columns(unit_rows(J(0, 3))) = 3", "columns(2*J(0, 3)) = 3",
      "columns(stack(J(0, 3), J(0, 3))) = 3", "stack(J(0, 3), I(3)) = I(3)",
      "columns(kronecker(J(0, 3), I(2))) = 6", "rows(kronecker(I(2), J(3, 0))) = 6",
      "rows(pseudo_inverse(J(0, 3))) = 3 and columns(pseudo_inverse(J(0, 3))) = 0",
      "gram(J(0, 3)) = 0*J(3)", "J(3, 0)*J(0, 2) = 0*J(3, 2)", "columns(J(0, 3)*J(3, 2)) = 2",
      "rank(J(0, 3)) = 0 and norm2(J(0, 3)) = 0 and nuclear_norm(J(0, 3)) = 0",
      "trace(J(0)) = 0 and inverse(J(0)) = J(0) and J(0) = 2*J(0)",
      "J(0, 3) = 2*J(0, 3) and J(3, 0) = 2*J(3, 0)", "feasible([1, 0], J(0, 2))",
      "unit_rows(I(0)) = I(0)", "rows(unit_rows(A1(1))) = 0",
      "unit_rows(stack(A1(1), I(1))) = I(1)",
    ], [MatrixMethod.orbit, .dense])
  func shapes(_ statement: String, _ method: MatrixMethod) throws {
    #expect(try verdict("claim c printed " + statement, method: method) == .checked)
  }

  /// One vertex has no edge.
  @Test(arguments: [MatrixMethod.orbit, .dense])
  func `the matrices of a single vertex`(_ method: MatrixMethod) throws {
    let found = try verdict(
      "claim c parameter r integer default 1..3 printed columns(repeat_rows(A1(r))) = r "
        + "and columns(relu(A1(r))) = r and rows(B(r)) = r and columns(B(r)) = r*(r-1)/2",
      method: method)
    #expect(found == .checked)
  }

  @Test func `the claimed number of columns is refuted with both values`() throws {
    let found = try failure("claim c printed columns(repeat_rows(J(0, 3))) = 0")
    #expect(found.claimed == "0" && found.actual == "3")
  }

  @Test(
    arguments: [
      "minimal_loss(construction(I(0), -2*I(0))) < minimal_loss(collapse(0)) with 3 layers "
        + "for every regularisation",
      "minimal_loss(construction(I(2), -I(2))) < minimal_loss(construction(I(0), I(0))) with 3 layers "
        + "for every regularisation",
      "minimal_loss(construction(J(2, 0), J(5, 0))) = 0 with 3 layers at regularisation 1/8",
      "minimal_loss(construction(J(2, 0))) = 0 with 2 layers at regularisation 1/8",
    ])
  func `a construction for no classes has no loss`(_ statement: String) throws {
    let found = try verdict("claim c printed " + statement)
    #expect(found.kind == .undecided && "\(found)".contains("at least 1"), "\(found)")
  }

  /// Beside others, what has no classes changes nothing.
  @Test func `a construction for no classes joined to another`() throws {
    let text =
      "minimal_loss(join(construction(I(0), I(0)), collapse(2))) = 1/2 with 3 layers "
      + "at regularisation 10"
    #expect(try verdict("claim c printed " + text) == .checked)
  }
}
