import Testing

@testable import Claims
@testable import Denotations
@testable import Statements

/// Matrices of which rows and columns stand for different things, as many of each: an operation on them
/// goes by the places, in the documented order, as dense matrices do.
@Suite struct LabelTests {
  @Test(
    arguments: [
      // Three vertices have three edges: 12, 13, 23.
      "B(3) = [1, 1, 0; 1, 0, 1; 0, 1, 1]", "trace(B(3)) = 2", "trace(A1(3)) = -1",
      "B(3) + I(3) = [2, 1, 0; 1, 1, 1; 0, 1, 2]", "B(3) - J(3) = [0, 0, -1; 0, -1, 0; -1, 0, 0]",
      "A1(3) + B(3) = [0, 0, 1; 0, 1, 0; 1, 0, 0]", "A1(3) = J(3) - 2*B(3)",
      "B(3)*B(3) = J(3) + I(3)", "B(3)^2 = J(3) + I(3)", "B(3)*G(3) = [1, 1, 2; 1, 2, 1; 2, 1, 1]",
      "inverse(B(3)) = 1/2*[1, 1, -1; 1, -1, 1; -1, 1, 1]", "inverse(B(3))*B(3) = I(3)",
      "pseudo_inverse(B(3)) = inverse(B(3))", "B(3)' = B(3)",
      // Symmetric, with the row sums 2, the trace 2 and the determinant -2.
      "spectrum(B(3)) = { 2 : 1, 1 : 1, -1 : 1 }", "spectrum(A1(3)) = { -1 : 1, -2 : 1, 2 : 1 }",
      "rank(B(3) - 2*I(3)) = 2", "rank(B(3) + 2*I(3)) = 3", "nuclear_norm(B(3)) = 4",
      "stack(B(3), I(3)) = [1,1,0; 1,0,1; 0,1,1; 1,0,0; 0,1,0; 0,0,1]",
      "stack(B(3)', G(3)) = [1,1,0; 1,0,1; 0,1,1; 0,1,1; 1,0,1; 1,1,0]",
      "stack(A1(3), B(3)) = [-1,-1,1; -1,1,-1; 1,-1,-1; 1,1,0; 1,0,1; 0,1,1]",
      "rank(stack(B(3), A1(3))) = 3", "norm2(stack(A1(3), B(3))) = 15",
      "gram(stack(A1(3), B(3))) = gram(A1(3)) + gram(B(3))",
      "least_norm(B(3), I(3)) = norm2(inverse(B(3)))", "feasible(B(3), A1(3))",
      "relu(B(3) - 2*I(3)) = [0, 1, 0; 1, 0, 1; 0, 1, 0]", "unit_rows(B(3)) = T(3)",
      "entry(B(3) + 3*I(3), 2, 2) = 3", "B(3) != B(3) + I(3)", "B(3) != G(3) + I(3)",
      // Four vertices have six edges, as many as six vertices: B_6 B_6ᵀ = 4 I + J.
      "G(4) + gram(B(6)') = G(4) + 4*I(6) + J(6)", "norm2(G(4)*B(6)) = 192",
      "trace(G(4)*gram(B(6)')) = 24", "rows(stack(B(6)', G(4))) = 21",
      "norm2(stack(B(6)', G(4))) = 54", "G(4)*gram(B(6)') = 4*G(4) + 4*J(6)",
    ], [MatrixMethod.orbit, .dense])
  func `worked out by hand`(_ statement: String, _ method: MatrixMethod) throws {
    #expect(try verdict("claim c printed " + statement, method: method) == .checked)
  }
}
