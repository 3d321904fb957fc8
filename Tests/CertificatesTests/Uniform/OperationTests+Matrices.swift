/// Operations with matrices.
extension `operations of uniform proofs` {
  static let ofMatrices: [Example] = [
    .accepted(all + "a1 = adjacency / a2 = trace a1 : 0 / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = trace a1 : 1 / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = trace a1 / show a2 = a2"),
    .accepted(
      all + "a1 = incidence / a2 = rows a1 : r / a3 = columns a1 : (r^2 - r)/(2) / show a2 <= a3"),
    .step(all + "a1 = incidence / a2 = rows a1 : (r^2 - r)/(2) / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = columns a1 : r / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = rows a1 / show a2 = a2"),

    .accepted(all + "a1 = adjacency / a2 = entry a1 1 2 : 1 / show a2 = a2"),
    .accepted(all + "a1 = incidence / a2 = entry a1 3 2 : 1 / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = entry a1 1 1 : 1 / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = entry a1 1 3 / show a2 = a2"),
    .accepted(large + "a1 = adjacency / a2 = entry a1 1 3 / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = entry a1 4 1 / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = entry a1 0 1 / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = stack a1 a1 / a3 = entry a2 1 1 / show a3 = a3"),

    .accepted(
      all + "a1 = incidence / a2 = rank a1 : {2*r - 2 : 1, r - 2 : r - 1, 0 : (r^2 - 3*r)/(2)} / "
        + "a3 = vertices / show a2 = a3"),
    .show(
      all
        + "a1 = incidence / a2 = rank a1 : {2*r - 2 : 1, r - 2 : r, 0 : (r^2 - 3*r - 2)/(2)} / show a2 = a2"
    ),
    .show(all + "a1 = incidence / a2 = rank a1 : {2*r - 2 : 1, r - 2 : r - 1} / show a2 = a2"),
    .show(
      all + "a1 = incidence / a2 = rank a1 : {2*r - 2 : r, 0 : (r^2 - 3*r)/(2)} / show a2 = a2"),
    .step(all + "a1 = incidence / a2 = rank a1 / show a2 = a2"),
    .syntax(all + "a1 = incidence / a2 = rank a1 : 3 / show a2 = a2"),
    .syntax(all + "a1 = incidence / a2 = rank a1 : {} / show a2 = a2"),
    // (r - 4) I has rank K, but for r = 4.
    .step(
      large
        + "a1 = vertices / a2 = number 4 / a3 = subtract a1 a2 / a4 = identity a1 : 1x1 [0 | 1] / "
        + "a5 = scale a3 a4 / a6 = rank a5 : {r^2 - 8*r + 16 : r} / show a6 = a1"),
    .accepted(
      "for r in 5.. / a1 = vertices / a2 = number 4 / a3 = subtract a1 a2 / a4 = identity a1 : 1x1 [0 | 1] / "
        + "a5 = scale a3 a4 / a6 = rank a5 : {r^2 - 8*r + 16 : r} / show a6 = a1"),
    // A value that is zero is not hidden by a formula.
    .show(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = rank a2 : {r^2 : r} / show a3 = a1"),

    .accepted(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = nuclear a2 : {r : 1, 0 : r - 1} / show a3 = a1"
    ),
    .step(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = nuclear a2 : {-r : 1, 0 : r - 1} / show a3 = a3"
    ),
    .show(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = nuclear a2 : {r : 2, 0 : r - 2} / show a3 = a3"
    ),

    .accepted(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [1 | 1]/(r), 1x1 [1 | 1] {r, 0} / show a3 = a1"),
    .step(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [-1 | -1]/(r), 1x1 [-1 | -1] {-r, 0} / show a3 = a3"),
    .show(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [-1 | -1]/(r), 1x1 [-1 | -1] {r, 0} / show a3 = a3"),
    .step(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [1 | 1], 1x1 [1 | 1]/(r) {1, 0} / show a3 = a3"),
    .step(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [0 | 1], 1x2 [1 | 1] {r, 0} / show a3 = a3"),
    // U S = J with U = I, and S = J is fine; U = 2 I, S = J/2 is not isometric.
    .step(
      all + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a3 = factorisation a2 : 1x1 [0 | 2], 1x1 [1 | 1]/(2) {(r)/(2), 0} / show a3 = a3"),

    .accepted(
      all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = trace a2 / show a3 = a1"),
    .step(all + "a1 = vertices / a2 = identity a1 : 1x1 [1 | 1] / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = identity a1 : 2x2 [0 | 0 | 1] / show a2 = a2"),
    .accepted("for r in 3 / a1 = vertices / a2 = identity a1 : 2x2 [0 | 0 | 1] / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = identity a1 : 1x2 [0 | 1] / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = identity a1 / show a2 = a2"),
    .step("a1 = number 1 / a2 = identity a1 / show a2 = a2"),
    // One row needs no r, a vertex does.
    .accepted("a1 = number 1 / a2 = identity a1 : 0x0 [1] / show a2 = a2"),
    .step("a1 = number 1 / a2 = identity a1 : 1x1 [0 | 1] / show a2 = a2"),
    .syntax(all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1 | 1] / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = identity a1 : 3x3 [0 | 0 | 0 | 1] / show a2 = a2"),
    .syntax(all + "a1 = vertices / a2 = identity a1 : 7x7 [0 | 1] / show a2 = a2"),
    .syntax(all + "a1 = vertices / a2 = identity a1 : x1 [0 | 1] / show a2 = a2"),
    .syntax(
      all
        + "a1 = vertices / a2 = identity a1 : 0,0,0,0,0,0,0,0,0x0 [1; 1; 1; 1; 1; 1; 1; 1; 1] / show a2 = a2"
    ),
    .value(all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | r - 5]/(r - 5) / show a2 = a2"),

    .accepted(
      all
        + "a1 = vertices / a2 = number 1 / a3 = ones a1 a2 : 1x0 [1] / a4 = columns a3 / show a4 = a2"
    ),
    .step(all + "a1 = vertices / a2 = number 1 / a3 = ones a1 a2 : 1x0 [2] / show a3 = a3"),
    .step(all + "a1 = vertices / a2 = number 1 / a3 = ones a1 a2 : 0x1 [1] / show a3 = a3"),
    .step(all + "a1 = vertices / a2 = number 1 / a3 = ones a1 a2 : 1x1 [1 | 1] / show a3 = a3"),

    .accepted(all + "a1 = incidence : 1x2 [0 | 1] / show a1 = a1"),
    .step(all + "a1 = incidence : 1x2 [1 | 0] / show a1 = a1"),
    .step(all + "a1 = incidence : 2x1 [0 | 1] / show a1 = a1"),
    .accepted(all + "a1 = adjacency : 2x2 [0 | 1 | 0] / show a1 = a1"),
    .step(all + "a1 = adjacency : 2x2 [0 | 1 | 1] / show a1 = a1"),
    // Where two edges always meet the first number is of no matter.
    .accepted(
      "for r in 3 / a1 = adjacency : 2x2 [7 | 1 | 0] / a2 = product a1 a1 / a3 = trace a2 : 6 / show a3 = a3"
    ),
    .step("for r in 3, 4 / a1 = adjacency : 2x2 [7 | 1 | 0] / show a1 = a1"),
    .accepted(all + "a1 = weightings : 2x1 [1 | -1] / show a1 = a1"),
    .step(all + "a1 = weightings : 2x1 [-1 | 1] / show a1 = a1"),

    .accepted(all + "a1 = adjacency / a2 = sum a1 a1 : 2x2 [0 | 2 | 0] / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = sum a1 a1 : 2x2 [0 | 1 | 0] / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = incidence / a3 = sum a1 a2 / show a1 = a1"),
    .accepted(all + "a1 = adjacency / a2 = difference a1 a1 : 2x2 [0 | 0 | 0] / show a2 = a2"),
    .step(all + "a1 = adjacency / a2 = difference a1 a1 : 2x2 [0 | 1 | 0] / show a2 = a2"),
    .accepted(
      all + "a1 = vertices / a2 = incidence / a3 = scale a1 a2 : 1x2 [0 | r] / show a3 = a3"),
    .step(all + "a1 = vertices / a2 = incidence / a3 = scale a1 a2 : 1x2 [0 | 1] / show a3 = a3"),
    .step(all + "a1 = vertices / a2 = incidence / a3 = scale a2 a1 / show a1 = a1"),
    .accepted(
      all
        + "a1 = incidence / a2 = transpose a1 : 2x1 [0 | 1] / a3 = product a1 a2 : 1x1 [1 | r - 1] / show a3 = a3"
    ),
    .step(
      all
        + "a1 = incidence / a2 = transpose a1 : 2x1 [0 | 1] / a3 = product a1 a2 : 1x1 [1 | r] / show a3 = a3"
    ),
    .step(all + "a1 = incidence / a2 = product a1 a1 / show a1 = a1"),
    .step(all + "a1 = incidence / a2 = transpose a1 : 1x2 [0 | 1] / show a2 = a2"),
    .accepted(
      all
        + "a1 = incidence / a2 = stack a1 a1 : 1,1x2 [0 | 1; 0 | 1] / a3 = rows a2 : 2*r / show a3 = a3"
    ),
    .step(
      all
        + "a1 = incidence / a2 = adjacency / a3 = stack a1 a2 : 2,1x2 [0 | 1 | 0; 0 | 1] / show a3 = a3"
    ),
    .accepted(
      all
        + "a1 = incidence / a2 = adjacency / a3 = stack a1 a2 : 1,2x2 [0 | 1; 0 | 1 | 0] / show a3 = a3"
    ),
    .step(all + "a1 = incidence / a2 = weightings / a3 = stack a1 a2 / show a1 = a1"),
    .step(
      all
        + "a1 = incidence / a2 = stack a1 a1 / a3 = stack a2 a2 / a4 = stack a3 a3 / a5 = stack a4 a1 / show a1 = a1"
    ),
  ]

  static let withWitness: [Example] = [
    .accepted(all + "a1 = weightings / a2 = relu a1 : 2x1 [1 | 0] / show a2 = a2"),
    .step(all + "a1 = weightings / a2 = relu a1 : 2x1 [1 | -1] / show a2 = a2"),
    .step(all + "a1 = weightings / a2 = relu a1 : 2x1 [0 | 0] / show a2 = a2"),
    .step(all + "a1 = weightings / a2 = relu a1 : 2x1 [1 | 1] / show a2 = a2"),
    .step(all + "a1 = weightings / a2 = relu a1 : 1x2 [1 | 0] / show a2 = a2"),
    // 5 - r changes its sign.
    .step(
      all
        + "a1 = number 5 / a2 = vertices / a3 = subtract a1 a2 / a4 = incidence / a5 = scale a3 a4 / "
        + "a6 = relu a5 : 1x2 [0 | 0] / show a6 = a6"),
    .accepted(
      "for r in 5.. / a1 = number 5 / a2 = vertices / a3 = subtract a1 a2 / a4 = incidence / "
        + "a5 = scale a3 a4 / a6 = relu a5 : 1x2 [0 | 0] / show a6 = a6"),

    .accepted(
      all
        + "root s = r - 1 / a1 = incidence / a2 = unit_rows a1 : 1x2 [0 | s]/(r - 1) / show a2 = a2"
    ),
    .step(
      all
        + "root s = r - 1 / a1 = incidence / a2 = unit_rows a1 : 1x2 [0 | -s]/(r - 1) / show a2 = a2"
    ),
    .step(all + "a1 = incidence / a2 = unit_rows a1 : 1x2 [0 | 1] / show a2 = a2"),
    .step(
      all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = ones a1 a1 : 1x1 [1 | 1] / "
        + "a4 = unit_rows a3 : 1x1 [0 | 1] / show a4 = a4"),
    // Rows of zeros have no direction.
    .step(
      all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = difference a2 a2 / "
        + "a4 = unit_rows a3 : 1x1 [0 | 1] / show a4 = a4"),
    .step(
      all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = difference a2 a2 / "
        + "a4 = unit_rows a3 : 1x1 [0 | 0] / show a4 = a4"),
    .step(
      large
        + "a1 = vertices / a2 = number 4 / a3 = subtract a1 a2 / a4 = identity a1 : 1x1 [0 | 1] / "
        + "a5 = scale a3 a4 / a6 = unit_rows a5 : 1x1 [0 | 1] / show a6 = a6"),
    // Two blocks, each with its own factor, of which one is wrong.
    .accepted(
      all + "root s = r - 1 / a1 = incidence / a2 = stack a1 a1 / "
        + "a3 = unit_rows a2 : 1,1x2 [0 | s; 0 | s]/(r - 1) / show a3 = a3"),
    .step(
      all + "root s = r - 1 / a1 = incidence / a2 = stack a1 a1 / "
        + "a3 = unit_rows a2 : 1,1x2 [0 | s; 0 | -s]/(r - 1) / show a3 = a3"),

    .accepted(
      all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = scale a1 a2 / "
        + "a4 = inverse a3 : 1x1 [0 | 1]/(r) / show a4 = a4"),
    .step(
      all
        + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = scale a1 a2 / a4 = inverse a3 : 1x1 [0 | 1] / show a4 = a4"
    ),
    .step(all + "a1 = incidence / a2 = inverse a1 : 2x1 [0 | 1] / show a1 = a1"),
    .step(all + "a1 = adjacency / a2 = inverse a1 / show a1 = a1"),

    .accepted(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = pseudo_inverse a2 : 1x1 [1 | 1]/(r^2) / show a3 = a3"
    ),
    .step(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = pseudo_inverse a2 : 1x1 [1 | 1]/(r) / show a3 = a3"
    ),
    // V = 0 is V M V, but not M⁺; V = I/r has M V M = M alone.
    .step(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = pseudo_inverse a2 : 1x1 [0 | 0] / show a3 = a3"
    ),
    .step(
      all
        + "a1 = vertices / a2 = ones a1 a1 : 1x1 [1 | 1] / a3 = pseudo_inverse a2 : 1x1 [0 | 1]/(r) / show a3 = a3"
    ),
    .step(all + "a1 = incidence / a2 = pseudo_inverse a1 : 1x2 [0 | 1] / show a1 = a1"),

    .accepted(
      all
        + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = ridge a2 a1 : 1x1 [0 | 1]/(r^2 + 1) / show a3 = a3"
    ),
    .step(
      all
        + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = ridge a2 a1 : 1x1 [0 | 1]/(r + 1) / show a3 = a3"
    ),
    .step(
      all
        + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = number -2 / a4 = ridge a2 a3 : 1x1 [0 | -1]/(2*r - 1) / show a4 = a4"
    ),
    .step(
      all
        + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1] / a3 = number 0 / a4 = ridge a2 a3 : 1x1 [0 | 1] / show a4 = a4"
    ),
    .step(all + "a1 = incidence / a2 = vertices / a3 = ridge a1 a2 : 1x2 [0 | 1] / show a1 = a1"),
  ]
}
