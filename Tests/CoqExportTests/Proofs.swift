import Certificates

/// Small proofs for the tests.
enum Proofs {
  /// B_r B_rᵀ with unit rows is ((r-2) I + J)/(r-1).
  static let gram = """
    verify uniform proof 1
    claim gram
    statement printed
    case
    for r in 3, 4..
    root s1 = r - 1
    a1 = incidence
    a2 = unit_rows a1 : 1x2 [0 | s1]/(r - 1)
    a3 = transpose a2
    a4 = product a2 a3 : 1x1 [1 | r - 1]/(r - 1)
    a5 = vertices
    a6 = identity a5 : 1x1 [0 | 1]
    a7 = ones a5 a5 : 1x1 [1 | 1]
    a8 = number 1
    a9 = subtract a5 a8
    a10 = number 2
    a11 = subtract a5 a10
    a12 = divide a11 a9
    a13 = scale a12 a6
    a14 = divide a8 a9
    a15 = scale a14 a7
    a16 = sum a13 a15
    show a4 = a16
    show a12 > a14

    """

  /// The first show of `gram` alone holds at 3, where a12 = a14.
  static let weak = gram.replacing("show a12 > a14", with: "show a12 >= a14")

  static func proof(_ text: String) throws -> UniformProof {
    try UniformProof(text: text.hasSuffix("end\n") ? text : text + "end\n")
  }

  static let symbols = """
    verify uniform proof 1
    claim symbols
    statement printed
    case
    symbol forall
    symbol a1
    a1 = symbol forall
    a2 = symbol a1
    a3 = add a1 a2
    a4 = multiply a3 a3
    a5 = multiply a1 a2
    show a4 > a5
    end

    """
}
