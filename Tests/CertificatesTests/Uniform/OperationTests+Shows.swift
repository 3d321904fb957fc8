/// Lines `show`.
extension `operations of uniform proofs` {
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
    // With three vertices any two edges meet, and any number is right for those that do not.
    .accepted(
      all
        + "a1 = adjacency / a2 = columns a1 / a3 = vertices / a4 = number 2 / a5 = subtract a3 a4 / "
        + "a6 = multiply a4 a5 / a7 = number 4 / show regular a1 a2 a6 a5 a7"),
    .accepted(
      "for r in 3 / a1 = adjacency / a2 = number 3 / a3 = number 2 / a4 = number 1 / "
        + "a5 = number 99 / show regular a1 a2 a3 a4 a5"),
    .show(
      "for r in 3 / a1 = adjacency / a2 = number 3 / a3 = number 2 / a4 = number 99 / "
        + "a5 = number 1 / show regular a1 a2 a3 a4 a5"),
    .show(large + "a1 = incidence / a2 = number 1 / show regular a1 a2 a2 a2 a2"),
    .syntax(large + "a1 = adjacency / a2 = number 1 / show regular a1 a2 a2 a2"),
  ]
}
