/// Theorems of the library in `proofs/coq` that say more than a proof on file can: for all values what
/// it says for some, or from the definitions what it says of formulas.
public enum GeneralTheorems {
  /// By the name of the claim, the module and the theorem.
  public static let proving: [String: String] = [
    "theorem-3": "MainTheorems.theorem_3_triangular",
    "theorem-3.any-K": "MainTheorems.theorem_3",
    "theorem-3.minimum": "NormalForm.normal_form_below",
    "theorem-3.attained": "NormalForm.normal_form_attained",
    "definition-7.minimum": "NormalForm.normal_form_below",
    "definition-7.attained": "NormalForm.normal_form_attained",
  ]
}
