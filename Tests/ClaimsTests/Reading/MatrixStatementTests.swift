import Rational
import Testing

@testable import Claims
@testable import Denotations
@testable import Proving
@testable import Statements

/// Functions and statements of matrices: true ones, worked out by hand or from textbooks, each beside a
/// variant that is false.
@Suite struct MatrixStatementTests {
  @Test(arguments: [
    // Numbers
    ("max(1, 3, 2) = 3", "max(1, 3, 2) = 2"), ("min(1, 3, √2/2) = √2/2", "min(1, 3, √2/2) = 1"),
    ("abs(1 - √2) = √2 - 1", "abs(1 - √2) = 1 - √2"), ("mod(7, 5) = 2", "mod(7, 5) = 1"),
    ("mod(-1, 5) = 4", "mod(-1, 5) = -1"), ("mod(10^30 + 3, 7) = 4", "mod(10^30 + 3, 7) = 5"),
    // Matrices
    ("matrix(2, 3; i, j: 10*i + j) = [11, 12, 13; 21, 22, 23]", "matrix(2, 3; i, j: i) = J(2, 3)"),
    ("matrix(3, 3; i, j: max(0, 1 - abs(i-j))) = I(3)", "matrix(3, 3; i, j: i - j) = 0*I(3)"),
    ("rows(matrix(0, 3; i, j: 1/0)) = 0", "columns(matrix(0, 3; i, j: 1/0)) = 0"),
    ("diagonal(1, 2) = [1, 0; 0, 2]", "diagonal(1, 2) = [2, 0; 0, 1]"),
    ("diagonal([1; 2]) = diagonal([1, 2])", "diagonal([1; 2]) = I(2)"),
    ("diagonal_of([1, 2; 3, 4]) = [1; 4]", "diagonal_of([1, 2; 3, 4]) = [1; 3]"),
    ("diagonal_of(G(4) + I(6)) = J(6, 1)", "diagonal_of(G(4)) = J(6, 1)"),
    ("hadamard([1, 2], [3, 4]) = [3, 8]", "hadamard([1, 2], [3, 4]) = [3, 6]"),
    ("hadamard(2*I(3) + J(3), I(3) - J(3)) = I(3) - J(3)", "hadamard(J(3), I(3)) = J(3)"),
    ("hadamard(G(5), G(5) + 3*I(10)) = G(5)", "hadamard(G(5), I(10)) = G(5)"),
    ("[I(2), J(2, 1); J(1, 2), 5] = [1, 0, 1; 0, 1, 1; 1, 1, 5]", "[I(2), I(2)] = J(2, 4)"),
    (
      "[0*I(4), B(4); B(4)', 0*I(6)]^2 = [B(4)*B(4)', 0*B(4); 0*B(4)', gram(B(4))]",
      "[0*I(4), B(4); B(4)', 0*I(6)]^2 = [B(4)*B(4)', B(4); 0*B(4)', gram(B(4))]"
    ),
    ("inclusion(4, 1, 2) = B(4) and inclusion(4, 2, 2) = I(6)", "inclusion(4, 2, 1) = B(4)'"),
    // Each 2-subset of 4 elements is in two 3-subsets, and two that meet are in one.
    (
      "inclusion(4, 2, 3)*inclusion(4, 2, 3)' = 2*I(6) + G(4)",
      "inclusion(4, 2, 3)*inclusion(4, 2, 3)' = 2*I(6) + J(6)"
    ),
    (
      "inclusion(5, 0, 2) = J(1, 10) and inclusion(5, 3, 2) = 0*J(10)",
      "inclusion(5, 0, 2) = 0*J(1, 10)"
    ),
    ("inclusion(3, 1, 2) = [1, 1, 0; 1, 0, 1; 0, 1, 1]", "inclusion(3, 1, 2) = I(3)"),
    ("[1, 1; 0, 1]^100 = [1, 100; 0, 1]", "[1, 1; 0, 1]^100 = [1, 101; 0, 1]"),
    ("[1, 1; 0, 1]^(-3) = [1, -3; 0, 1] and [2]^0 = [1]", "[1, 1; 0, 1]^(-3) = [1, 3; 0, 1]"),
    ("sum(k, 1, 3, k*I(2)) = 6*I(2)", "sum(k, 1, 3, k*I(2)) = 5*I(2)"),
    ("sum(k, 0, 2, [0, 1, 0; 0, 0, 1; 1, 0, 0]^k) = J(3)", "sum(k, 0, 1, [0, 1; 1, 0]^k) = I(2)"),
    ("kronecker(I(2), G(3)) = [G(3), 0*I(3); 0*I(3), G(3)]", "kronecker(I(2), G(3)) = J(6)"),
    // Determinants and polynomials
    ("determinant([1, 2; 3, 4]) = -2", "determinant([1, 2; 3, 4]) = 2"),
    ("determinant(J(4) - I(4)) = -3", "determinant(J(4) - I(4)) = 3"),
    ("determinant(I(0)) = 1 and determinant(G(6)) = 8 * 2^5 * 512*(-1)", "determinant(G(6)) = 0"),
    ("determinant([√2, 1; 1, √2]) = 1", "determinant([√2, 1; 1, √2]) = 2"),
    (
      "characteristic_polynomial([1, 2; 3, 4]) = [-2, -5, 1]",
      "characteristic_polynomial([1, 2; 3, 4]) = [1, -5, -2]"
    ),
    (
      "characteristic_polynomial([√2, 0; 0, 1]) = [√2, -1 - √2, 1]",
      "characteristic_polynomial([√2, 0; 0, 1]) = [√2, 1 + √2, 1]"
    ),
    ("root(1, [-2, 0, 1]) = -√2 and root(2, [-2, 0, 1]) = √2", "root(1, [-2, 0, 1]) = √2"),
    ("root(1, [0, 0, 1]) = 0 and root(2, [6, -5, 1]) = 3", "root(2, [6, -5, 1]) = 2"),
    ("1.2599 < root(1, [-2, 0, 0, 1]) < 1.26", "root(1, [-2, 0, 0, 1]) < 1.2599"),
    // (√2 + √3)² = 5 + 2√6, and √2 + √3 is the largest root of x⁴ - 10x² + 1.
    ("root(4, [1, 0, -10, 0, 1]) = √2 + √3", "root(3, [1, 0, -10, 0, 1]) = √2 + √3"),
    // Eigenvalues
    ("eigenvalue(J(3), 1) = 3 and eigenvalue(J(3), 3) = 0", "eigenvalue(J(3), 2) = 3"),
    (
      "smallest_eigenvalue(G(6)) = -2 and largest_eigenvalue(G(6)) = 8",
      "smallest_eigenvalue(G(6)) = 2"
    ),
    ("spectral_radius([1, 2; 3, 2]) = 4", "spectral_radius([1, 2; 3, 2]) = 1"),
    ("spectral_radius(-J(3)) = 3", "spectral_radius(-J(3)) = -3"),
    (
      "eigenvalue([0, 0, 0, 1; 0, 0, 1, 1; 0, 1, 0, 0; 1, 1, 0, 0], 1) = (1 + √5)/2",
      "eigenvalue([0, 0, 0, 1; 0, 0, 1, 1; 0, 1, 0, 0; 1, 1, 0, 0], 2) = (1 + √5)/2"
    ),
    ("[2, 1; 1, 2]*[1; 1] = 3*[1; 1]", "[2, 1; 1, 2]*[1; 1] = 2*[1; 1]"),
    // Not symmetric
    ("spectrum([1, 2; 3, 2]) = { 4 : 1, -1 : 1 }", "spectrum([1, 2; 3, 2]) = { 4 : 1, 1 : 1 }"),
    ("spectrum([1, 1; 0, 1]) = { 1 : 2 }", "spectrum([1, 1; 0, 1]) = { 1 : 1, 0 : 1 }"),
    ("spectrum([0, 2; 1, 0]) = { √2 : 1, -√2 : 1 }", "spectrum([0, -1; 1, 0]) = { 1 : 1, -1 : 1 }"),
    // The triangle with one more edge: x³ - x² - 3x + 1 and -1.
    (
      "spectrum([0,1,0,0; 1,0,1,1; 0,1,0,1; 0,1,1,0]) = { -1 : 1, root(1, [1, -3, -1, 1]) : 1, "
        + "root(2, [1, -3, -1, 1]) : 1, root(3, [1, -3, -1, 1]) : 1 }",
      "spectrum([0,1,0,0; 1,0,1,1; 0,1,0,1; 0,1,1,0]) = { -1 : 2, root(1, [1, -3, -1, 1]) : 1, "
        + "root(3, [1, -3, -1, 1]) : 1 }"
    ),
    (
      "spectrum(I(2)) = { root(1, [-1, 3, -3, 1]) : 2 }",
      "spectrum(2*I(2)) = { root(1, [-2, 0, 0, 1]) : 2 }"
    ),
    // Signs
    ("inertia([0, 1; 1, 0]) = (1, 0, 1)", "inertia([0, 1; 1, 0]) = (0, 1, 1)"),
    ("inertia(G(5)) = (5, 0, 5)", "inertia(G(5)) = (1, 4, 5)"),
    ("inertia(J(4)) = (1, 3, 0) and inertia(0*I(2)) = (0, 2, 0)", "inertia(J(4)) = (1, 0, 3)"),
    ("inertia([√2, 1; 1, √2/2]) = (1, 1, 0)", "inertia([√2, 1; 1, √2/2]) = (2, 0, 0)"),
    ("positive_definite([2, 1; 1, 2])", "positive_definite([1, 1; 1, 1])"),
    ("positive_semidefinite([1, 1; 1, 1])", "positive_semidefinite([1, 2; 2, 1])"),
    (
      "positive_semidefinite(gram(T(6))) and positive_definite(T(6)*T(6)')",
      "positive_definite(gram(T(6)))"
    ),
    ("2*I(3) >= J(3) - I(3)", "I(3) >= J(3)"), ("3*I(3) >= J(3)", "3*I(3) > J(3)"),
    ("4*I(3) > J(3) and J(3) < 4*I(3) and J(3) <= 3*I(3)", "4*I(3) < J(3)"),
    ("0*I(2) <= [1, 0; 0, 1] <= 2*I(2)", "0*I(2) <= [1, 0; 0, 3] <= 2*I(2)"),
    // Not an order of all: neither is at least the other.
    ("2*I(2) >= [0, 2; 2, 0]", "[0, 2; 2, 0] >= [2, 0; 0, -2]"),
    // Parts: the path of three vertices, and the cycle of four with 1, 3 opposite.
    (
      "equitable([0, 1, 0; 1, 0, 1; 0, 1, 0], {1, 3 | 2})",
      "equitable([0, 1, 0; 1, 0, 1; 0, 1, 0], {1, 2 | 3})"
    ),
    (
      "quotient([0, 1, 0; 1, 0, 1; 0, 1, 0], {1, 3 | 2}) = [0, 1; 2, 0]",
      "quotient([0, 1, 0; 1, 0, 1; 0, 1, 0], {2 | 1, 3}) = [0, 1; 2, 0]"
    ),
    (
      "quotient([0, 1, 0; 1, 0, 1; 0, 1, 0], {1..2 | 3}) = [1, 1/2; 1, 0]",
      "quotient([0, 1, 0; 1, 0, 1; 0, 1, 0], {1..2 | 3}) = [1, 1; 1, 0]"
    ),
    (
      "interlaces([0, 1; 1, 0], [0, 1, 0; 1, 0, 1; 0, 1, 0])",
      "interlaces([0, 2; 2, 0], [0, 1, 0; 1, 0, 1; 0, 1, 0])"
    ),
    (
      "interlaces(J(4) - I(4), J(5) - I(5)) and interlaces(I(0), I(2))",
      "interlaces(J(4) - 2*I(4), J(5) - I(5))"
    ),
    // Cayley: n^(n-2).
    ("spanning_trees(J(5) - I(5)) = 125", "spanning_trees(J(5) - I(5)) = 120"),
    (
      "spanning_trees([0, 1, 0; 1, 0, 1; 0, 1, 0]) = 1 and spanning_trees([0]) = 1",
      "spanning_trees([0, 1; 1, 0]) = 0"
    ),
    (
      "spanning_trees([0, 3; 3, 0]) = 3 and spanning_trees(0*I(2)) = 0",
      "spanning_trees(0*I(2)) = 1"
    ),
    // T(5): (1/10) · 5⁴ · 8⁵ · …, the product of the Laplacian eigenvalues 5 (4 times) and 8 (5 times).
    ("spanning_trees(G(5)) = 5^4 * 8^5 / 10", "spanning_trees(G(5)) = 5^5 * 8^4 / 10"),
    // Conventions: any λ without edges, any μ where all are adjacent.
    (
      "strongly_regular(J(4) - I(4)) = (4, 3, 2, 77)",
      "strongly_regular(J(4) - I(4)) = (4, 3, 1, 0)"
    ),
    ("strongly_regular(0*I(4)) = (4, 0, -5, 0)", "strongly_regular(0*I(4)) = (4, 0, 0, 1)"),
    ("strongly_regular([0]) = (1, 0, 8, 9)", "strongly_regular([0]) = (1, 1, 8, 9)"),
    // All vectors
    (
      "for all vectors z in R^2: z'*[2, 1; 1, 2]*z >= 0",
      "for all vectors z in R^2: z'*[1, 2; 2, 1]*z >= 0"
    ),
    (
      "for all nonzero vectors z in R^2: z'*[2, 1; 1, 2]*z > 0",
      "for all vectors z in R^2: z'*[2, 1; 1, 2]*z > 0"
    ),
    (
      "for all nonzero vectors z in R^2: z'*z + 1 > 1",
      "for all nonzero vectors z in R^2: z'*J(2)*z > 0"
    ),
    (
      "for all vectors z in R^2: z'*z + 2*[1, 1]*z + 2 >= 0",
      "for all vectors z in R^2: z'*z + 2*[1, 1]*z + 2 > 0"
    ),
    (
      "for all vectors z in R^2: z'*z + 2*[1, 1]*z + 3 > 0",
      "for all vectors z in R^2: z'*z + 2*[1, 1]*z + 1 >= 0"
    ),
    // The part that is not symmetric does not count.
    (
      "for all vectors z in R^2: z'*[1, 3; -3, 1]*z = z'*z",
      "for all vectors z in R^2: z'*[1, 3; -2, 1]*z = z'*z"
    ),
    (
      "for all vectors z in R^3: 0 <= norm2(z) and -1 < norm2(z)",
      "for all vectors z in R^3: 0 < norm2(z)"
    ),
    ("for all vectors z in R^2: 0*[1, 1]*z <= 3", "for all vectors z in R^2: [1, 0]*z <= 3"),
    (
      "for all vectors z in R^2: [1, 2; 3, 4]*z = [1; 3]*entry(z, 1, 1) + [2; 4]*entry(z, 2, 1)",
      "for all vectors z in R^2: [1, 2; 3, 4]*z = [1, 3; 2, 4]*z"
    ),
    ("for all nonzero vectors z in R^1: z'*z = z'*z", "for all nonzero vectors z in R^1: z'*z = 1"),
    ("for all nonzero vectors z in R^1: z'*z >= 0", "for all nonzero vectors z in R^1: z'*z >= 1"),
    (
      "for all vectors z in R^2: z'*([2, 1; 1, 2]*z) > -1",
      "for all nonzero vectors z in R^2: z'*z - 1 > 0"
    ),
    // Alternatives
    ("1 = 2 or 2 = 2", "1 = 2 or 2 = 3"), ("1 = 2 or 2 = 2 and 3 = 3", "1 = 2 or 2 = 2 and 3 = 4"),
    ("(1 = 2 or 2 = 2) and 3 = 3", "(1 = 2 or 2 = 2) and 3 = 4"),
    ("positive_definite(I(2)) or 1/0 = 1", "positive_definite(-I(2)) or 1 = 0"),
    ("0 < 1 <= 1 < 2 = 2", "0 < 1 <= 1 < 2 < 2"),
  ])
  func `true, and false`(_ holds: String, _ fails: String) throws {
    #expect(try verdict("claim c printed " + holds).kind == .checked, "\(holds)")
    #expect(try verdict("claim c printed " + fails).kind == .refuted, "\(fails)")
  }

  @Test(arguments: [
    ("positive_definite([1, 2; 2, 1])", "smallest eigenvalue of [1, 2; 2, 1]", "> 0", "-1"),
    ("I(2) >= J(2)", "smallest eigenvalue of I(2) - J(2)", ">= 0", "-1"),
    ("inertia(J(2)) = (2, 0, 0)", "number of positive eigenvalues of J(2)", "2", "1"),
    ("1 = 2 or 1 > 3", "1", "2 or > 3", "1"),
    ("1 = 2 or 3 = 4", "all alternatives", "1: 2 or 3: 4", "1: 1; 3: 3"),
    (
      "equitable([0, 1, 0; 1, 0, 1; 0, 1, 0], {1, 2 | 3})",
      "sum of row 2 of [0, 1, 0; 1, 0, 1; 0, 1, 0] over part 2", "0, as in row 1", "1"
    ),
    (
      "interlaces([0, 2; 2, 0], [0, 1; 1, 0])", "eigenvalue 1 of [0, 2; 2, 0]", "<= 1", "2"
    ),
    (
      "spectrum([0, -1; 1, 0]) = { 1 : 1, -1 : 1 }", "spectrum of [0, -1; 1, 0]", "1 (1), -1 (1)",
      "2 of 2 eigenvalues are not real"
    ),
    (
      "spectrum([0,1,0,0; 1,0,1,1; 0,1,0,1; 0,1,1,0]) = { -1 : 1, 0 : 3 }", "eigenvalue 2", "0",
      "root(3, [1, -3, -1, 1])"
    ),
    ("for all vectors z in R^2: z'*z > 0", "zᵀ * z at z = [0; 0]", "> 0", "0"),
    ("for all vectors z in R^2: z'*z = 1", "zᵀ * z at z = [0; 0]", "1", "0"),
    ("largest_eigenvalue(J(2)) <= √2", "largest_eigenvalue(J(2))", "<= √2", "2"),
  ])
  func `what a counterexample says`(
    _ statement: String, _ what: String, _ claimed: String, _ actual: String
  ) throws {
    let failure = try failure("claim c printed " + statement)
    #expect(failure.what == what)
    #expect(failure.claimed == claimed)
    #expect(failure.actual == actual)
  }

  @Test(arguments: [
    ("1/0 = 1 or 1 = 1", "1:18", "division by zero"),
    ("mod(1/2, 2) = 0", "1:22", "the first number of 'mod' is 1/2; expected an integer"),
    ("mod(1, 0) = 0", "1:24", "the modulus is 0; expected an integer ≥ 1"),
    ("matrix(-1, 2; i, j: 1) = I(2)", "1:24", "expected an integer ≥ 0"),
    ("matrix(2, 2; i, j: 1/(i-1)) = I(2)", "1:37", "division by zero"),
    ("matrix(100000, 100000; i, j: 1) = I(2)", "1:17", "would take"),
    ("sum(i, 1, 90000, sum(j, 1, 90000, 1)) = 1", "1:34", "more than 2000000 terms of sums"),
    ("sum(k, 1, 0, I(2)) = I(2)", "1:17", "a sum of no matrices has no shape"),
    ("sum(k, 1, 2, I(k)) = I(2)", "1:17", "expected the same shape"),
    ("diagonal(J(2)) = I(2)", "1:26", "expected a row or a column"),
    ("diagonal_of(J(2, 3)) = I(2)", "1:17", "expected a square one"),
    ("hadamard(I(2), I(3)) = I(2)", "1:17", "expected the same shape"),
    ("[I(2), I(3)] = I(2)", "1:24", "a block of 3 × 3; expected 2 × 3"),
    ("[I(2); J(2, 3)] = I(2)", "1:24", "a block of 2 × 3; expected 2 × 2"),
    ("[I(2), 1] = I(2)", "1:24", "a block of 1 × 1; expected 2 × 1"),
    ("inclusion(3, 4, 2) = I(2)", "1:30", "subsets with 4 of 3 elements; expected at most 3"),
    ("inclusion(100, 40, 50) = I(2)", "1:17", "too many rows or columns"),
    ("J(2)^(-1) = I(2)", "1:21", "has no inverse"),
    ("J(2)^(1/2) = I(2)", "1:21", "the exponent is 1/2; expected an integer"),
    ("J(2)^10000000 = I(2)", "1:21", "the limit is 1000000"),
    (
      "determinant(J(2, 3)) = 1", "1:17", "the determinant of a 2 × 3 matrix; expected a square one"
    ),
    ("determinant(3*I(10000000)) = 1", "1:17", "more than 2000000 bits"),
    ("eigenvalue(I(2), 3) = 1", "1:34", "eigenvalue 3 of a matrix that has 2"),
    ("eigenvalue(I(2), 0) = 1", "1:34", "expected an integer ≥ 1"),
    ("largest_eigenvalue(I(0)) = 1", "1:17", "without rows has no eigenvalues"),
    ("eigenvalue([0, -1; 1, 0], 1) = 1", "1:17", "not real"),
    (
      "1 + root(1, [-2, 0, 0, 1]) = 1", "1:19",
      "root(1, [-2, 0, 0, 1]) is not available for arithmetic"
    ),
    ("root(2, [-2, 0, 0, 1]) = 1", "1:22", "root 2 of a polynomial with 1 different real roots"),
    ("root(1, [1]) = 1", "1:25", "a constant has no roots"),
    ("root(1, [1; 2]) = 1", "1:25", "expected the coefficients as a row"),
    ("root(1, [√2, 1]) = 1", "1:25", "expected a rational number"),
    ("inertia([1, 2; 3, 4]) = (1, 0, 1)", "1:17", "not symmetric"),
    ("positive_definite([1, 2; 3, 4])", "1:17", "not symmetric"),
    ("[1, 2; 3, 4] >= I(2)", "1:30", "the left side is not symmetric"),
    ("I(2) >= I(3)", "1:22", "expected the same shape"),
    ("J(2, 3) >= J(2, 3)", "1:25", "expected a square one"),
    ("equitable(I(3), {1, 2})", "1:33", "3 is in no part"),
    ("equitable(I(3), {1, 2 | 2, 3})", "1:33", "2 stands twice in the partition"),
    ("equitable(I(3), {1..4})", "1:33", "4 is in a part, but there are 3 rows"),
    ("equitable(I(3), {1..3 | 4..3})", "1:33", "part 2 is empty"),
    ("equitable(I(3), {0..3})", "1:34", "expected an integer ≥ 1"),
    ("equitable(J(2, 3), {1, 2})", "1:27", "expected a square one"),
    ("interlaces(I(3), I(2))", "1:28", "expected not more on the left"),
    ("spanning_trees([0, 1; 0, 0]) = 1", "1:17", "an adjacency matrix is symmetric"),
    ("spanning_trees(I(2)) = 1", "1:17", "0 on the diagonal"),
    ("spanning_trees([0, -1; -1, 0]) = 1", "1:17", "integers ≥ 0"),
    ("spanning_trees(I(0)) = 1", "1:17", "a graph without vertices"),
    ("for all vectors z in R^0: z'*z >= 0", "1:40", "expected an integer ≥ 1"),
    (
      "for all vectors z in R^101: z'*z >= 0", "1:40",
      "vectors with 101 coordinates; the limit is 100"
    ),
    ("for all vectors z in R^2: z'*I(3)*z >= 0", "1:45", "'*' joins a 1 × 2 and a 3 × 3 matrix"),
    ("for all vectors z in R^2: I(2)*z >= 0", "1:17", "a 2 × 1 matrix beside a number"),
  ])
  func `what has no value is undecided, with its place`(
    _ statement: String, _ place: String, _ says: String
  ) throws {
    let reason: String
    do {
      guard case .undecided(.value(let text)) = try verdict("claim c printed " + statement) else {
        Issue.record("\(statement): \(try verdict("claim c printed " + statement))")
        return
      }
      reason = text
    } catch let error as RunError {
      reason = error.description
    }
    #expect(reason.hasPrefix("test.claim:\(place): "), "\(reason)")
    #expect(reason.contains(says), "\(reason)")
  }

  @Test func `a sum of no matrices has no shape for all values either`() throws {
    let text = "claim c parameter r integer >= 4 default 4.. printed "
    let sum = "sum(k, 1, 0, k*J(r))"
    #expect(try verdict(text + "\(sum) = 2*\(sum)").kind == .undecided)
    #expect(try verdict(text + "sum(k, 1, 0, k*r) = 0").kind == .proved)
  }

  @Test func `alternatives of a range are each needed somewhere`() throws {
    let text = "claim c parameter r integer >= 2 default 2..5 printed "
    #expect(try verdict(text + "r = 2 or r^2 > 8 and r < 5 or r = 5").kind == .checked)
    guard case .refuted(let counterexample) = try verdict(text + "r = 2 or r = 3 or r = 5") else {
      Issue.record("not refuted")
      return
    }
    #expect(counterexample.at["r"] == 4 && counterexample.failure.assertion == 1)
    #expect(counterexample.failure.claimed == "2 or 3 or 5")
    // The part that has no value is looked at where r is not 2.
    #expect(try verdict(text + "r = 2 or 1/(r-2) <= 1").kind == .checked)
    #expect(try verdict(text + "1/(r-2) <= 1 or r = 2").kind == .undecided)
  }

  @Test(arguments: [
    "r = 3 or r > 3", "eigenvalue(G(r), 2) = r - 4", "interlaces(G(r), G(r))",
    "characteristic_polynomial(J(r)) = characteristic_polynomial(J(r))",
  ])
  func `an open range without a step is undecided`(_ statement: String) throws {
    let text = "claim c parameter r integer >= 5 default 5.. printed " + statement
    guard case .undecided(.noProof(let reason, _)) = try verdict(text) else {
      Issue.record("\(try verdict(text))")
      return
    }
    #expect(reason.contains("has no step"), "\(reason)")
  }

  @Test(arguments: [
    "inertia(J(r)) = (1, r - 1, 0)", "positive_definite(gram(T(r)) + I(r*(r-1)/2))",
    "gram(T(r)) <= 2*I(r*(r-1)/2)", "2*I(r*(r-1)/2) >= gram(T(r))",
    "determinant(I(r) + J(r)) = r + 1", "spectral_radius(G(r)) = 2*(r - 2)",
    "abs(2 - r) = r - 2", "max(r, 3, 2*r) = 2*r and min(r, 3, 7) = 3", "3 <= r < r + 1",
    "T(r)*T(r)' = (T(r)*T(r)')^1 and (G(r) + 2*I(r*(r-1)/2))^2 = (G(r) + 2*I(r*(r-1)/2))*(G(r) + 2*I(r*(r-1)/2))",
    "(I(r) + J(r))^(-1) = inverse(I(r) + J(r)) and G(r)^0 = I(r*(r-1)/2)",
    "sum(k, 1, 3, k*J(r)) = 6*J(r)",
  ])
  func `what translates into steps is proved`(_ statement: String) throws {
    let text = "claim c parameter r integer >= 4 default 4.. printed " + statement
    let found = try verdict(text)
    #expect(found.kind == .proved, "\(found)")
  }
}
