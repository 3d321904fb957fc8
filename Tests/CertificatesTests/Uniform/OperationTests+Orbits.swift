/// Base sets of several sizes, and what is read off spectra.
extension `operations of uniform proofs` {
  /// K_{m,n} with its two parts, and the board of m × n squares.
  private static let two =
    "for m in 1, 2.. / for n in 1, 2.. / a1 = vertices m / a2 = vertices n / "
  private static let parts = two + "a3 = table 1a1,1a2x1a1,1a2 0,0;1;1;0,0 / "
  private static let board = "for m in 2.. / for n in 2.. / a1 = vertices m / a2 = vertices n / "

  static let ofBaseSets: [Example] = [
    .accepted(two + "a3 = add a1 a2 / show a3 > a1"),
    .show(two + "a3 = subtract a1 a2 / a4 = number 0 / show a3 >= a4"),
    .step("for m in 1.. / a1 = vertices n / show a1 = a1"),
    .accepted("for m in 1.. / a1 = vertices m / a2 = vertices / show a1 = a2"),
    // (m - 2)(n - 3) is positive from m = 3, n = 4 on, and at m = n = 1.
    .accepted(
      "for m in 1, 3.. / for n in 4.. / a1 = vertices m / a2 = vertices n / a3 = number 2 / "
        + "a4 = number 3 / a5 = subtract a1 a3 / a6 = subtract a2 a4 / a7 = power a5 2 / "
        + "a8 = multiply a7 a6 / a9 = number 0 / show a8 > a9"),
    .show(
      two + "a3 = number 2 / a4 = number 3 / a5 = subtract a1 a3 / a6 = subtract a2 a4 / "
        + "a7 = multiply a5 a6 / a8 = number 0 / show a7 >= a8"),
    // Found at sizes beyond the first ones, those before looked at one by one: (m - n)² + m ≥ 1.
    .accepted(
      two + "a3 = subtract a1 a2 / a4 = power a3 2 / a5 = number 0 / a6 = add a4 a5 / show a4 = a6"),

    .accepted(parts + "a4 = rows a3 : m + n / a5 = add a1 a2 / show a4 = a5"),
    .step(parts + "a4 = rows a3 : m*n / show a4 = a4"),
    .accepted(parts + "a4 = trace a3 : 0 / show a4 = a4"),
    .accepted(
      parts + "a4 = product a3 a3 : 1a1,1a2x1a1,1a2 [n | n; 0; 0; m | m] / show a4 = a4"),
    .step(parts + "a4 = product a3 a3 : 1a1,1a2x1a1,1a2 [m | m; 0; 0; n | n] / show a4 = a4"),
    .accepted(
      parts + "a4 = table 1a1,1a2x0 1;1 / a5 = product a3 a4 : 1a1,1a2x0 [n; m] / "
        + "a6 = diagonal a5 : 1a1,1a2x1a1,1a2 [0 | n; 0; 0; 0 | m] / show a6 = a6"),
    .step(
      parts + "a4 = table 1a1,1a2x0 1;1 / a5 = product a3 a4 / "
        + "a6 = diagonal a5 : 1a1,1a2x1a1,1a2 [n | n; 0; 0; m | m] / show a6 = a6"),
    .step(parts + "a4 = diagonal a3 / show a4 = a4"),
    // The order of parts is that of rows: these are different matrices.
    .show(
      board
        + "a3 = table 1a1.1a2x1a1.1a2 0,1,1,0 / a4 = table 1a2.1a1x1a2.1a1 0,1,1,0 / show a3 = a4"),
    .step(
      board + "a3 = table 1a1.1a2x1a1.1a2 0,1,1,0 / a4 = table 1a2.1a1x1a2.1a1 0,1,1,0 / "
        + "a5 = product a3 a4 / show a5 = a5"),

    // Tables.
    .step(two + "a3 = table 1a1x1a1 0 / show a3 = a3"),
    .step(two + "a3 = table 1a1x1a1 0,x / show a3 = a3"),
    .step(two + "a3 = table 1a1x1a1 0,1;1 / show a3 = a3"),
    .step(two + "a3 = table 1a9x1a9 0,1 / show a3 = a3"),
    .step(two + "a3 = table 1a1.1a1x1a1.1a1 0,0,0,1 / show a3 = a3"),
    .step(two + "a3 = table 7a1x0 1 / show a3 = a3"),
    .accepted(two + "a3 = table 1a1.1a1'x1a1.1a1' 0,0,0,1 / a4 = trace a3 : m^2 / show a4 = a4"),
    // Two pairs beside one another need four elements everywhere.
    .step(two + "a3 = table 2a1x2a1 0,1,0 / show a3 = a3"),
    .accepted(
      "for m in 2, 3, 4.. / a1 = vertices m / a2 = table 2a1x2a1 0,1,0 / show a2 = a2"),
    .step("for m in 3.. / a1 = vertices m / a2 = table 2a1x2a1 0,1,0 / show a2 = a2"),
    // A product whose rows and columns together need more than either factor.
    .step(
      "for m in 3.. / a1 = vertices m / a2 = table 2a1x1a1 0,1 / a3 = transpose a2 / "
        + "a4 = product a2 a3 / show a4 = a4"),
    // A base set of a definite size: two of two elements share one or are equal.
    .accepted(
      "a1 = number 3 / a2 = table 2a1x2a1 0,1,0 / a3 = product a2 a2 : 2a1x2a1 [0 | 1 | 2] / show a3 = a3"
    ),
    .accepted(
      "a1 = number 3 / a2 = table 2a1x2a1 0,1,0 / a3 = product a2 a2 : 2a1x2a1 [7 | 1 | 2] / show a3 = a3"
    ),
    .step(
      "a1 = number 4 / a2 = table 2a1x2a1 0,1,0 / a3 = product a2 a2 : 2a1x2a1 [0 | 1 | 2] / show a3 = a3"
    ),
    // Sizes that are no polynomials with integer coefficients, or may be negative.
    .step("a1 = number 5/2 / a2 = table 1a1x1a1 0,1 / show a2 = a2"),
    .step("a1 = number -1 / a2 = table 1a1x1a1 0,1 / show a2 = a2"),
    .step("symbol x / a1 = symbol x / a2 = table 1a1x1a1 0,1 / show a2 = a2"),
    .step(two + "a3 = subtract a1 a2 / a4 = table 1a3x0 1 / show a4 = a4"),
    .accepted(two + "a3 = multiply a1 a2 / a4 = table 1a3x0 1 / a5 = rows a4 : m*n / show a5 = a5"),

    // Entries.
    .accepted(
      board
        + "a3 = table 1a1.1a2x1a1.1a2 0,1,1,0 / a4 = entry a3 1 2 : 1 / a5 = entry a3 1 1 : 0 / show a5 = a5"
    ),
    .step(board + "a3 = table 1a1.1a2x1a1.1a2 0,1,1,0 / a4 = entry a3 1 3 : 1 / show a4 = a4"),

    // Entry by entry, and Kronecker products.
    .accepted(
      board + "a3 = table 1a1x1a1 1,0 / a4 = table 1a2x1a2 0,1 / "
        + "a5 = kronecker a3 a4 : 1a1.1a2x1a1.1a2 [0 | 1 | 0 | 0] / show a5 = a5"),
    .step(
      board + "a3 = table 1a1x1a1 1,0 / a4 = table 1a2x1a2 0,1 / "
        + "a5 = kronecker a3 a4 : 1a1.1a2x1a1.1a2 [0 | 0 | 1 | 0] / show a5 = a5"),
    .step(board + "a3 = table 1a1x1a1 1,0 / a4 = kronecker a3 a3 / show a4 = a4"),
    .accepted(
      board
        + "a3 = table 1a1x1a1 1,0 / a4 = table 1a1'x1a1' 1,0 / a5 = kronecker a3 a4 / show a5 = a5"),
    // Of several blocks on the right the rows come in another order.
    .step(
      board
        + "a3 = table 1a1x1a1 1,0 / a4 = table 1a2,0x1a2 0,1;1 / a5 = kronecker a3 a4 / show a5 = a5"
    ),
    .accepted(
      board
        + "a3 = table 1a2,0x1a2 0,1;1 / a4 = table 1a1x1a1 1,0 / a5 = kronecker a3 a4 / show a5 = a5"
    ),
    .accepted(
      large + "a1 = adjacency / a2 = hadamard a1 a1 / show a2 = a1"),
    .show(large + "a1 = weightings / a2 = hadamard a1 a1 / show a2 = a1"),
    .step(large + "a1 = weightings / a2 = adjacency / a3 = hadamard a1 a2 / show a3 = a3"),
  ]

  /// The adjacency matrix of K_r: r - 1 once, -1 for all others.
  private static let complete = "for r in 2.. / a1 = vertices / a2 = table 1x1 1,0 / "
  private static let list = complete + "a3 = spectrum a2 : {r - 1 : 1, -1 : r - 1} / "

  /// The same from one vertex on.
  private static let one =
    "for r in 1, 2.. / a1 = vertices / a2 = table 1x1 1,0 / a3 = spectrum a2 : {r - 1 : 1, -1 : r - 1} / "

  static let ofSpectra: [Example] = [
    .accepted(list + "show a1 = a1"),
    .show(complete + "a3 = spectrum a2 : {r - 1 : 1, -1 : r} / show a1 = a1"),
    .show(complete + "a3 = spectrum a2 : {r : 1, -1 : r - 1} / show a1 = a1"),
    // Multiplicities that add up to the right ones, but are no counts.
    .show(
      complete + "a3 = spectrum a2 : {r - 1 : (1)/(2), r - 1 : (1)/(2), -1 : r - 1} / show a1 = a1"),
    .show(
      complete + "a3 = spectrum a2 : {r - 1 : 1, -1 : r, -1 : -1} / show a1 = a1"),
    .syntax(complete + "a3 = spectrum a2 : 1 / show a1 = a1"),
    .step(complete + "a3 = spectrum a2 / show a1 = a1"),
    .step(list + "a4 = trace a3 / show a4 = a4"),
    .step(list + "a4 = positives a2 / show a4 = a4"),
    .step(list + "show a3 = a3"),
    .step(list + "show spectrum a3 a1:a1"),
    // Not symmetric.
    .show(
      parts + "a4 = table 1a1,1a2x0 1;1 / a5 = product a3 a4 / a6 = diagonal a5 / "
        + "a7 = product a6 a3 / a8 = spectrum a7 : {0 : m + n} / show a1 = a1"),

    .accepted(
      list + "a4 = positives a3 : 1 / a5 = negatives a3 : r - 1 / a6 = zeros a3 : 0 / show a4 <= a5"
    ),
    .step(list + "a4 = positives a3 : r - 1 / show a4 = a4"),
    .step(list + "a4 = zeros a3 : 1 / show a4 = a4"),
    // r - 1 is positive or zero from r = 1 on, neither everywhere nor nowhere; it is nowhere negative.
    .accepted(one + "a4 = positives a3 / show a4 = a4"),
    .accepted(one + "a4 = zeros a3 / show a4 = a4"),
    .accepted(one + "a4 = negatives a3 : r - 1 / show a4 = a4"),

    .step(
      "symbol x / a1 = symbol x / a2 = number 1 / a3 = subtract a1 a2 / a4 = table 0x0 1 / "
        + "a5 = scale a3 a4 / a6 = spectrum a5 : {x - 1 : 1} / a7 = positives a6 / show a7 = a7"),
    .accepted(
      "symbol x / a1 = symbol x / a2 = number 1 / a3 = subtract a1 a2 / a4 = power a3 2 / "
        + "a5 = table 0x0 1 / a6 = scale a4 a5 / a7 = spectrum a6 : {x^2 - 2*x + 1 : 1} / "
        + "a8 = number 0 / show a8 = a8"),

    .accepted(list + "a4 = least a3 : -1 / a5 = greatest a3 : r - 1 / show a4 < a5"),
    .step(list + "a4 = least a3 : -2 / show a4 = a4"),
    .step(list + "a4 = least a3 : r - 1 / show a4 = a4"),
    .step(list + "a4 = greatest a3 : r / show a4 = a4"),
    .step(list + "a4 = greatest a3 : -1 / show a4 = a4"),
    .step(list + "a4 = greatest a3 / show a4 = a4"),
    // With one vertex there is no eigenvalue -1.
    .step(one + "a4 = least a3 : -1 / show a4 = a4"),

    // (r - 1) (-1)^(r - 1)
    .accepted(
      list
        + "a4 = number 1 / a5 = subtract a1 a4 / a6 = number -1 / show determinant a3 a5:a4 a6:a5"),
    .accepted(
      list + "a4 = number 1 / a5 = subtract a1 a4 / a6 = number -1 / "
        + "show determinant a3 a6:a5 a4:a1 a5:a4"),
    .show(
      list
        + "a4 = number 1 / a5 = subtract a1 a4 / a6 = number -1 / show determinant a3 a5:a4 a6:a1"),
    .show(list + "a4 = number 1 / a5 = subtract a1 a4 / show determinant a3 a5:a4"),
    .show(list + "a4 = number 1 / a5 = number 0 / show determinant a3 a5:a4"),
    .show(list + "a4 = number 1/2 / a5 = subtract a1 a4 / show determinant a3 a5:a4"),
    .step(list + "a4 = number 1 / show determinant a2 a4:a4"),
    .syntax(list + "show determinant a3"),
    // r I - A - I has the eigenvalue 0.
    .accepted(
      "for r in 2.. / a1 = vertices / a2 = table 1x1 -1,0 / a3 = table 1x1 0,1 / a4 = number 1 / "
        + "a5 = subtract a1 a4 / a6 = scale a5 a3 / a7 = sum a6 a2 / "
        + "a8 = spectrum a7 : {r : r - 1, 0 : 1} / a9 = number 0 / show determinant a8 a9:a4"),
    .show(
      "for r in 2.. / a1 = vertices / a2 = table 1x1 -1,0 / a3 = table 1x1 0,1 / a4 = number 1 / "
        + "a5 = subtract a1 a4 / a6 = scale a5 a3 / a7 = sum a6 a2 / "
        + "a8 = spectrum a7 : {r : r - 1, 0 : 1} / show determinant a8 a1:a5"),
  ]
}
