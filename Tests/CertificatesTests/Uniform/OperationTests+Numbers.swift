/// Operations with numbers.
extension `operations of uniform proofs` {
  static let ofNumbers: [Example] = [
    .accepted("a1 = number 3/4 / a2 = number 6/8 / show a1 = a2"),
    .accepted("a1 = number 3/4 : (6)/(8) / show a1 = a1"),
    .step("a1 = number 3/4 : (3)/(5) / show a1 = a1"),
    .value("a1 = number x / show a1 = a1"),
    .value("a1 = number 1e100000 / show a1 = a1"),
    .value("a1 = number 1/0 / show a1 = a1"),
    .value("a1 = number 1 : (1)/(0) / show a1 = a1"),
    .value("a1 = number 1 : x / show a1 = a1"),
    .value("a1 = number 1 : r / show a1 = a1"),
    .step("a1 = number 1 : 1x1 [0 | 1] / show a1 = a1"),
    .syntax("a1 = number / show a1 = a1"),
    .syntax("a1 = number 1 2 / show a1 = a1"),

    .accepted(all + "a1 = vertices / a2 = number 3 / show a1 >= a2"),
    .accepted(all + "a1 = vertices : r / a2 = number 2 / show a1 > a2"),
    .show(all + "a1 = vertices / a2 = number 3 / show a1 > a2"),
    .step("a1 = vertices / show a1 = a1"),
    .step(all + "a1 = vertices : 3 / show a1 = a1"),

    .accepted("symbol x / a1 = symbol x / a2 = number 0 / show a1 > a2"),
    .show("symbol x / a1 = symbol x / a2 = number 1 / show a1 > a2"),
    .value("symbol x / a1 = symbol y / show a1 = a1"),
    .value(all + "symbol x / a1 = symbol r / show a1 = a1"),

    .accepted(all + "a1 = vertices / a2 = add a1 a1 : 2*r / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = add a1 a1 : 3*r / show a2 = a2"),
    .accepted(all + "a1 = vertices / a2 = subtract a1 a1 : 0 / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = subtract a1 a1 : 1 / show a2 = a2"),
    .accepted(all + "a1 = vertices / a2 = multiply a1 a1 : r^2 / show a2 > a1"),
    .step(all + "a1 = vertices / a2 = multiply a1 a1 : 2*r / show a2 = a2"),
    .accepted(all + "a1 = vertices / a2 = negate a1 : -r / show a2 < a1"),
    .step(all + "a1 = vertices / a2 = negate a1 : r / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = incidence / a3 = add a1 a2 / show a1 = a1"),
    .syntax("a1 = add a1 a1 / show a1 = a1"),
    .syntax("show a1 = a1"),
    .syntax("show spectrum a1 a1:a1"),
    .syntax("a1 = number 1 / a2 = add a1 / show a1 = a1"),
    .syntax("a1 = number 1 / a3 = add a1 a1 / show a1 = a1"),
    .syntax("a1 = number 1 / a2 = add a1 a2 / show a1 = a1"),
    .syntax("a1 = number 1 / a2 = add a01 a1 / show a1 = a1"),
    .syntax("a1 = number 1 / a2 = add a0 a1 / show a1 = a1"),
    .syntax("a1 = number 1 / a2 = shift a1 / show a1 = a1"),

    .accepted(all + "a1 = vertices / a2 = divide a1 a1 : 1 / show a2 = a2"),
    .accepted("root s = 2 / a1 = number 2 / a2 = root a1 : s / a3 = divide a1 a2 / show a3 = a2"),
    .step("a1 = number 0 / a2 = divide a1 a1 / show a2 = a2"),
    .step(
      all + "a1 = vertices / a2 = number 5 / a3 = subtract a1 a2 / a4 = divide a1 a3 / show a4 = a4"
    ),
    .step(
      all + "a1 = vertices / a2 = number 3 / a3 = subtract a1 a2 / a4 = divide a1 a3 / show a4 = a4"
    ),
    .step(
      "symbol x / a1 = symbol x / a2 = number 1 / a3 = subtract a1 a2 / a4 = divide a1 a3 / show a4 = a4"
    ),
    .step(
      all
        + "root s = r - 3 / a1 = vertices / a2 = number 3 / a3 = subtract a1 a2 / a4 = root a3 : s / "
        + "a5 = divide a1 a4 / show a5 = a5"),

    .accepted(all + "a1 = vertices / a2 = power a1 2 : r^2 / a3 = multiply a1 a1 / show a2 = a3"),
    .accepted(all + "a1 = vertices / a2 = power a1 -2 : (1)/(r^2) / a3 = number 0 / show a2 > a3"),
    .accepted("a1 = number 0 / a2 = power a1 0 : 1 / show a2 = a2"),
    .step("a1 = number 0 / a2 = power a1 -1 / show a2 = a2"),
    .step(all + "a1 = vertices / a2 = power a1 2 : r^3 / show a2 = a2"),
    .limit("a1 = number 1 / a2 = power a1 101 / show a2 = a2"),
    .limit("a1 = number 1 / a2 = power a1 -101 / show a2 = a2"),
    .limit("a1 = number 1 / a2 = power a1 99999999999999999999 / show a2 = a2"),
    .limit("a1 = number 1 / a2 = power a1 -9223372036854775808 / show a2 = a2"),
    .limit(all + "a1 = vertices / a2 = power a1 100 / a3 = multiply a2 a2 / show a3 = a3"),

    .accepted(
      all + "root s = r - 3 / a1 = number 3 / a2 = vertices / a3 = subtract a2 a1 / "
        + "a4 = root a3 : s / a5 = number 0 / show a4 >= a5"),
    .show(
      all + "root s = r - 3 / a1 = number 3 / a2 = vertices / a3 = subtract a2 a1 / "
        + "a4 = root a3 : s / a5 = number 0 / show a4 > a5"),
    .accepted("symbol x / a1 = symbol x / a2 = power a1 2 / a3 = root a2 : x / show a3 = a1"),
    .step("symbol x / a1 = symbol x / a2 = power a1 2 / a3 = root a2 : -x / show a3 = a3"),
    .step("symbol x / a1 = symbol x / a2 = root a1 : x / show a2 = a2"),
    .step("symbol x / root s = x / a1 = symbol x / a2 = root a1 : -s / show a2 = a2"),
    .step("a1 = number 2 / a2 = root a1 / show a2 = a2"),
    // |x - 1| is neither x - 1 nor 1 - x.
    .step(
      "symbol x / a1 = symbol x / a2 = number 1 / a3 = subtract a1 a2 / a4 = power a3 2 / "
        + "a5 = root a4 : x - 1 / show a5 = a5"),
    .value("symbol x / root s = x - 1 / a1 = symbol x / show a1 = a1"),
    .value(all + "root s = r - 4 / a1 = vertices / show a1 = a1"),
    .accepted(large + "root s = r - 4 / a1 = vertices / show a1 = a1"),
    .value("root s = 2 / root t = s / a1 = number 1 / show a1 = a1"),
    .value("root s = 2*s / a1 = number 1 / show a1 = a1"),
    .value("root s = -1 / a1 = number 1 / show a1 = a1"),
  ]

  static let inLayers: [Example] = [
    .accepted(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = power a1 1 layers 1 / show a2 < a3"
    ),
    .accepted(
      "for L in 3.. / a1 = number 2 / a2 = number 3 / a3 = power a1 1 layers 0 / "
        + "a4 = power a2 1 layers 0 / show a3 < a4"),
    .accepted(
      "for L in 3.. / a1 = number 1/2 / a2 = power a1 -1 layers 0 / a3 = number 2 / "
        + "a4 = power a3 1 layers 0 / show a2 = a4"),
    // 8 = 2^3, but not for L = 4.
    .show("for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 8 / show a2 = a3"),
    // 2^L <= 8 at L = 3 alone, and 100 · 2^L < 3^L is false there.
    .show(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 8 / show a2 <= a3"),
    .show(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 5 / a3 = number 3 / "
        + "a4 = power a3 1 layers 0 / show a2 < a4"),
    .show(
      "for L in 3.. / a1 = number 3 / a2 = power a1 1 layers 0 / a3 = number 2 / "
        + "a4 = power a3 1 layers 3 / show a2 < a4"),
    // (-2)^L and (-1)^L change their sign.
    .show(
      "for L in 3.. / a1 = number -2 / a2 = power a1 1 layers 0 / a3 = number 0 / show a2 < a3"),
    .show(
      "for L in 3.. / a1 = number -1 / a2 = power a1 1 layers 0 / a3 = number 5 / show a2 < a3"),
    .show(
      "for L in 4.. / a1 = number -2 / a2 = power a1 1 layers 0 / a3 = number 0 / show a2 > a3"),
    // -(2^L) > -9 at L = 3 alone.
    .show(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = negate a2 / a4 = number -9 / show a3 > a4"
    ),
    .show(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = number 7 / show a2 != a3"),
    .step(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = add a1 a2 / show a3 = a3"),
    .accepted(
      "for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = add a2 a2 / "
        + "a4 = power a1 1 layers 1 / show a3 = a4"),
    .step(
      "for L in 3.. / a1 = number 4 / a2 = power a1 1 layers 0 / a3 = root a2 : 8 / show a3 = a3"),
    .step(
      "for L in 3.. / a1 = number 4 / a2 = power a1 1 layers 0 / a3 = power a2 1 layers 0 / show a3 = a3"
    ),
    .step("for L in 3.. / for r in 4.. / a1 = number 2 / show a1 = a1").syntaxInstead,
    .step("a1 = number 2 / a2 = power a1 1 layers 0 / show a2 = a2"),
    .step("for L in 101.. / a1 = number 2 / a2 = power a1 1 layers 0 / show a2 = a2"),
    .step("for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 101 / show a2 = a2"),
    .step("for L in 3.. / a1 = number 2 / a2 = power a1 1 levels 1 / show a2 = a2"),
    .step("for L in 3.. / a1 = number 2 / a2 = power a1 1 layers / show a2 = a2"),
    .step("for L in 3.. / a1 = number 0 / a2 = power a1 -1 layers 0 / show a2 = a2"),
    .step("for L in 3.. / a1 = number 0 / a2 = power a1 1 layers -4 / show a2 = a2"),
    .step(
      "for r in 4.. / for L in 3.. / a1 = number 2 / a2 = power a1 1 layers 0 / a3 = incidence / "
        + "a4 = scale a2 a3 / show a4 = a4"),
  ]
}
