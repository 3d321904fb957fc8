import Certificates
import Testing

/// A text and what must become of it.
struct Example: CustomTestStringConvertible {
  let lines: String
  let answer: Answer
  var testDescription: String { lines }

  static func accepted(_ lines: String) -> Example { Example(lines: lines, answer: .accepted) }
  static func value(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.value)) }
  static func step(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.step)) }
  static func show(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.show)) }
  static func limit(_ lines: String) -> Example { Example(lines: lines, answer: .rejected(.limit)) }
  static func syntax(_ lines: String) -> Example { Example(lines: lines, answer: .syntaxError) }
}

/// Each operation and each line `show` of `UNIFORM.md`: what is right, and what is wrong by one rule.
@Suite struct `operations of uniform proofs` {
  /// All r, and r = 3 where two edges always meet.
  private static let all = "for r in 3, 4.. / "
  private static let large = "for r in 4.. / "

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
    .value("a1 = number 1 / a2 = identity a1 : 0x0 [1] / show a2 = a2"),
    .syntax(all + "a1 = vertices / a2 = identity a1 : 1x1 [0 | 1 | 1] / show a2 = a2"),
    .syntax(all + "a1 = vertices / a2 = identity a1 : 3x3 [0 | 1 | 1 | 1] / show a2 = a2"),
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

  static let ofShows: [Example] = [
    .show("a1 = number 1 / a2 = number 2 / show a1 = a2"),
    .show("a1 = number 1 / a2 = number 1 / show a1 != a2"),
    .show("a1 = number 1 / a2 = number 1 / show a1 < a2"),
    .accepted("a1 = number 1 / a2 = number 1 / show a1 <= a2"),
    .accepted("a1 = number 1 / a2 = number 1 / show a1 >= a2"),
    .show("a1 = number 1 / a2 = number 1 / show a1 > a2"),
    .show("a1 = number 1 / a2 = number 2 / show a1 >= a2"),
    .show("a1 = number 2 / a2 = number 1 / show a1 <= a2"),
    .syntax("a1 = number 1 / show a1 == a1"),
    .syntax("a1 = number 1 / show a1 = a2"),
    .syntax("a1 = number 1 / show"),
    .syntax("a1 = number 1"),
    .syntax("a1 = number 1 / show a1 = a1 / a2 = number 1"),
    // r - 5 has no one sign; (r - 5)² ≥ 0 is not > 0.
    .show(all + "a1 = vertices / a2 = number 5 / show a1 != a2"),
    .show(
      all
        + "a1 = vertices / a2 = number 5 / a3 = subtract a1 a2 / a4 = power a3 2 / a5 = number 0 / show a4 > a5"
    ),
    .accepted(
      all
        + "a1 = vertices / a2 = number 5 / a3 = subtract a1 a2 / a4 = power a3 2 / a5 = number 0 / show a4 >= a5"
    ),
    .show(all + "a1 = vertices / a2 = number 500 / show a1 < a2"),
    // Far beyond what is tried.
    .show(
      all
        + "a1 = vertices / a2 = number 600 / a3 = subtract a1 a2 / a4 = power a3 2 / a5 = number 0 / show a4 >= a5"
    ),
    // x - y and x² - 2x + 1 for positive symbols.
    .show("symbol x / symbol y / a1 = symbol x / a2 = symbol y / show a1 != a2"),
    .show("symbol x / a1 = symbol x / a2 = number 1/1000000 / show a1 >= a2"),
    // √(r-3) + √(r-3) > 0 is false at r = 3; √2 √3 = √6.
    .show(
      all
        + "root s = r - 3 / a1 = vertices / a2 = number 3 / a3 = subtract a1 a2 / a4 = root a3 : s / "
        + "a5 = number 0 / show a4 != a5"),
    .accepted(
      "root s = 2 / root t = 3 / a1 = number 6 / a2 = root a1 : s*t / a3 = number 5/2 / show a2 < a3"
    ),
    .show(
      "root s = 2 / root t = 3 / a1 = number 6 / a2 = root a1 : s*t / a3 = number 12/5 / show a2 < a3"
    ),

    .show(all + "a1 = adjacency / a2 = incidence / show a1 = a2"),
    .show(all + "a1 = adjacency / a2 = sum a1 a1 / show a1 = a2"),
    .accepted(all + "a1 = adjacency / a2 = sum a1 a1 / show a1 != a2"),
    .show(all + "a1 = adjacency / a2 = sum a1 a1 / show a1 < a2"),
    .show(all + "a1 = adjacency / show a1 != a1"),
    .step(all + "a1 = adjacency / a2 = number 1 / show a1 = a2"),
    // At r = 3 these differ where nothing is.
    .show(
      "for r in 3 / a1 = adjacency : 2x2 [0 | 1 | 0] / a2 = number 0 / a3 = scale a2 a1 : 2x2 [5 | 0 | 0] / "
        + "a4 = sum a1 a3 / show a1 != a4"),

    .accepted(
      all
        + "a1 = adjacency / a2 = vertices / a3 = number 2 / a4 = subtract a2 a3 / a5 = multiply a3 a4 / "
        + "a6 = number 1 / a7 = number 4 / a8 = subtract a2 a7 / a9 = subtract a2 a6 / a10 = number -2 / "
        + "a11 = number 3 / a12 = subtract a2 a11 / a13 = multiply a2 a12 / a14 = divide a13 a3 / "
        + "show spectrum a1 a5:a6 a8:a9 a10:a14"),
    .show(
      all
        + "a1 = adjacency / a2 = vertices / a3 = number 2 / a4 = subtract a2 a3 / a5 = multiply a3 a4 / "
        + "a6 = number 1 / a7 = number 4 / a8 = subtract a2 a7 / a9 = subtract a2 a6 / a10 = number -2 / "
        + "a11 = number 3 / a12 = subtract a2 a11 / a13 = multiply a2 a12 / a14 = divide a13 a3 / "
        + "show spectrum a1 a5:a6 a8:a14 a10:a9"),
    .show(all + "a1 = incidence / a2 = number 1 / show spectrum a1 a2:a2"),
    .syntax(all + "a1 = incidence / a2 = number 1 / show spectrum a1"),
    .syntax(all + "a1 = incidence / a2 = number 1 / show spectrum a1 a2"),

    .accepted(
      large
        + "a1 = adjacency / a2 = columns a1 / a3 = vertices / a4 = number 2 / a5 = subtract a3 a4 / "
        + "a6 = multiply a4 a5 / a7 = number 4 / show regular a1 a2 a6 a5 a7"),
    .show(
      large
        + "a1 = adjacency / a2 = columns a1 / a3 = vertices / a4 = number 2 / a5 = subtract a3 a4 / "
        + "a6 = multiply a4 a5 / a7 = number 3 / show regular a1 a2 a6 a5 a7"),
    .show(
      all
        + "a1 = adjacency / a2 = columns a1 / a3 = vertices / a4 = number 2 / a5 = subtract a3 a4 / "
        + "a6 = multiply a4 a5 / a7 = number 4 / show regular a1 a2 a6 a5 a7"),
    .show(large + "a1 = incidence / a2 = number 1 / show regular a1 a2 a2 a2 a2"),
    .syntax(large + "a1 = adjacency / a2 = number 1 / show regular a1 a2 a2 a2"),
  ]

  @Test(arguments: ofNumbers)
  func `numbers`(_ example: Example) { #expect(Answer(case: example.lines) == example.answer) }

  @Test(arguments: inLayers)
  func `numbers that are geometric in L`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }

  @Test(arguments: ofMatrices)
  func `matrices`(_ example: Example) { #expect(Answer(case: example.lines) == example.answer) }

  @Test(arguments: withWitness)
  func `matrices that need a witness`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }

  @Test(arguments: ofShows)
  func `what is shown`(_ example: Example) {
    #expect(Answer(case: example.lines) == example.answer)
  }
}

extension Example {
  /// The same text, which is no proof at all.
  fileprivate var syntaxInstead: Example { Example(lines: lines, answer: .syntaxError) }
}
