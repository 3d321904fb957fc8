import Certificates
import Foundation
import Testing

@testable import CoqExport

/// What is written for a proof: definitions, lemmas and theorems, and names that Coq reads.
@Suite struct CoqFileTests {
  private func text(_ proof: String) throws -> String {
    try CoqFile(Proofs.proof(proof), name: "some-proof.1").text
  }

  @Test func `every step is a definition and a lemma`() throws {
    let text = try text(Proofs.weak)
    #expect(
      text.contains(
        """
        (** a4 = product a2 a3 *)
        Definition step_4 : matrix := product r step_2 step_3.
        Lemma step_4_value : step_4 = Matrix [1%nat] [1%nat] [[[(1) / (r - 1); (r - 1) / (r - 1)]]].
        Proof. unfold step_4. rewrite !step_2_value, !step_3_value. matrices numbers. Qed.
        """))
    #expect(text.contains("Lemma step_6_defined_1 : count r [1%nat] = step_5."))
    for step in 1...16 { #expect(text.contains("Definition step_\(step) :")) }
  }

  @Test func `what is shown is about the steps, and once a theorem without them`() throws {
    let text = try text(Proofs.weak)
    #expect(text.contains("Theorem show_1 : step_4 = step_16."))
    #expect(text.contains("Theorem show_2 : step_12 >= step_14."))
    // Every condition once, where it is first needed; r - 1 is short and stands where it is used.
    #expect(
      text.contains(
        """
        Theorem shown :
          (* Case_1 *)
          forall vertices : nat, (3 <= vertices)%nat -> let r := INR vertices in
          no_zero_row r incidence /\\
          let a2 := unit_rows r incidence in
          count r [1%nat] = r /\\
          r - 1 <> 0 /\\
          let a12 := (r - 2) / (r - 1) in
          (product r a2 (transpose a2) = sum (scale a12 (identity [1%nat])) (scale (1 / (r - 1)) (ones [1%nat] [1%nat]))) /\\
          (a12 >= 1 / (r - 1)).
        Proof.
          intros vertices many r.
        """))
    #expect(text.contains("  exact (Case_1.show_2 vertices many).\nQed."))
  }

  @Test func `what must be defined is stated`() throws {
    let text = try text(Proofs.defined)
    for condition in [
      "count r [1%nat] = r", "no_zero_row r a2", "x <> 0", "0 <= x ^ 2", "2 * x <> 0",
      "valid vertices (rows a2) (0%nat, vertex 0)", "valid vertices (cols a2) (0%nat, vertex 2)",
    ] {
      #expect(text.contains("  \(condition) /\\\n"), "\(condition)")
    }
    #expect(text.contains("Theorem shapes :\n  cols step_2 = rows step_11 /\\\n"))
    #expect(text.contains("  rows step_12 = rows step_2 /\\\n"))
    // A divisor that is written out needs no condition.
    #expect(!text.contains("  2 <> 0"))
  }

  @Test func `matrices that differ do so at a row and a column that there are`() throws {
    let text = try text(Proofs.different)
    #expect(text.contains("Theorem show_1 : differ vertices step_4 step_13."))
    #expect(text.contains("exists (0%nat, vertex 0), (0%nat, vertex 1)."))
    #expect(text.contains("  (differ vertices a4 a13) /\\\n"))
  }

  @Test func `what is below collapse says what its numbers are`() throws {
    let text = try CoqFile(Proofs.onFile("theorem-3.corrected"), name: "theorem-3").text
    let relations = """
      nuclear r a3 a14 /\\ rank r a3 a15 /\\ pseudo_inverse r a3 a16 /\\ \
      inverse r (product r (transpose (relu a6)) (relu a6)) a20
      """
    #expect(text.contains("  (\(relations) /\\ below_at r a3 a6 a14 a15 a16 a20 3) /\\\n"))
    #expect(
      text.contains(
        "(\(relations) /\\ forall L, (4 <= L)%nat -> below_at r a3 a6 a14 a15 a16 a20 L)"))
  }

  @Test func `tables and two layers below collapse are written`() throws {
    let four = try CoqFile(Proofs.onFile("beyond-5.four-layers"), name: "four").text
    #expect(four.contains("From Uniform Require Import Subsets Orbits Statements Decide."))
    #expect(four.contains("forall L, (4 <= L)%nat -> below_at r a17 a32 "))
    // N stands in the place of B, over the subsets of six vertices.
    let two = try CoqFile(Proofs.onFile("beyond-5.two-layers"), name: "two").text
    #expect(two.contains("let sets := [6] in"))
    #expect(two.contains("no_zero_row sets (Matrix [[1]%nat] [[2]%nat] [[[0; 1]]])"))
    #expect(
      two.contains(
        "(nuclear sets a7 a13 /\\ inverse sets (product sets (transpose (relu a7)) (relu a7)) a19"
          + " /\\ below_two sets a7 a13 a19)"))
  }

  @Test func `a proof that a form fails says so`() throws {
    let text = try CoqFile(Proofs.onFile("theorem-3.dnc-alphas.fails"), name: "fails").text
    #expect(
      text.hasPrefix(
        "(** theorem-3.dnc-alphas, as printed fails: its assertion 2 is false, as this shows.\n"))
    #expect(text.contains("Theorem show_1 : step_8 <> step_14."))
  }

  @Test func `multiplicities are natural numbers`() throws {
    let text = try CoqFile(Proofs.onFile("lemma-12"), name: "lemma-12").text
    #expect(text.contains("split; [|listed counted]."))
    #expect(text.contains("Ltac counted := counted_by [vertices] numbers."))
  }

  @Test func `without edges a proof goes down to where it holds`() throws {
    let text = try text(Proofs.counts)
    #expect(text.contains("(** Every r from 1 on. *)"))
    let at2 = try self.text(
      Proofs.counts.replacing("show a4 = a1", with: "show a4 > a2"))
    #expect(at2.contains("(** Every r from 2 on. *)"))
  }

  @Test func `values of parameters are said, and the general theorem`() throws {
    let head = "claim theorem-3.minimum\nstatement printed\n"
    let proof = Proofs.counts.replacing("claim counts\nstatement printed\n", with: head)
      .replacing("for r in 3, 4..", with: "for r in 3, 4..\nvalue L = 5")
    let text = try text(proof)
    #expect(text.contains("values of the parameters alone, in the cases below:\n      L = 5\n"))
    #expect(text.contains("proved in general by [NormalForm.normal_form_below]."))
    #expect(text.contains("  (* Case_1: L = 5 *)\n"))
    #expect(!(try self.text(Proofs.counts)).contains("alone"))
  }

  @Test func `the general theorems are in the library`() throws {
    for (claim, name) in GeneralTheorems.proving {
      let parts = name.split(separator: ".")
      let file = libraryFolder.appending(path: "\(parts[0]).v")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("\nTheorem \(parts[1]) "), "\(claim)")
    }
  }

  @Test func `nothing is taken for granted`() throws {
    for proof in [Proofs.weak, Proofs.symbols] {
      let text = try text(proof)
      for word in ["Axiom ", "Admitted", "admit.", "Parameter ", "Conjecture "] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func `single r that go on to the open range are one section`() throws {
    let text = try text(Proofs.weak)
    #expect(text.contains("Hypothesis many : (3 <= vertices)%nat."))
    #expect(text.components(separatedBy: "Module ").count == 2)
  }

  @Test func `other single r are a premise`() throws {
    let text = try text(Proofs.gram.replacing("for r in 3, 4..", with: "for r in 5, 7.."))
    #expect(text.contains("Hypothesis many : In vertices [5]%nat \\/ (7 <= vertices)%nat."))
    #expect(text.contains("[Polynomials.Range [5%Z] (Some 7%Z)]"))
    #expect(text.components(separatedBy: "Module ").count == 2)
  }

  @Test func `single r without an open range have a section each`() throws {
    let text = try text(Proofs.gram.replacing("for r in 3, 4..", with: "for r in 5, 7"))
    #expect(text.contains("Module Case_1_at_5.") && text.contains("Module Case_1_at_7."))
    #expect(text.contains("Definition vertices : nat := 5."))
  }

  @Test func `denominators are in factors`() throws {
    let text = try text(
      Proofs.weak.replacing("show a4", with: "a17 = multiply a12 a14\nshow a4"))
    #expect(text.contains("Lemma step_17_value : step_17 = (r - 2)/((r - 1)^2)."))
  }

  @Test func `a rank that is another at a single r keeps it apart`() throws {
    func proof(_ eigenvalue: String) -> String {
      """
      verify uniform proof 1
      claim rank
      statement printed
      case
      for r in 4, 5..
      a1 = vertices
      a2 = number 4
      a3 = subtract a1 a2
      a4 = identity a1 : 1x1 [0 | 1]
      a5 = scale a3 a4
      a6 = rank a5 : {\(eigenvalue) : r}
      show a6 = a6
      end

      """
    }
    #expect(try text(proof("r^2 - 8*r + 16")).contains("Module Case_1_at_4."))
  }

  @Test func `names that Coq has already are others`() throws {
    let text = try text(Proofs.symbols)
    #expect(text.contains("Variable symbol_forall : R."))
    #expect(text.contains("Variable symbol_a1 : R."))
    #expect(text.contains("Lemma step_3_value : step_3 = symbol_forall + symbol_a1."))
    #expect(!text.contains("many"))
  }

  @Test(arguments: [
    ("lemma-12.decomposition", "lemma_12_decomposition"), ("3", "proof_3"), ("", "proof_"),
    ("ä", "proof__"), ("a*)b", "a__b"),
  ])
  func `a module has a name that Coq reads`(_ name: String, _ identifier: String) throws {
    #expect(CoqText.identifier(name) == identifier)
  }

  @Test(arguments: [
    ("(a + b)", "a + b", "(a + b)"), ("(a) + (b)", "(a) + (b)", "((a) + (b))"),
    ("x_1", "x_1", "x_1"), ("2", "2", "2"), ("-1", "-1", "(-1)"), ("f x", "f x", "(f x)"),
  ])
  func `a term has parentheses where it needs them`(_ text: String, _ bare: String, _ atom: String)
  {
    #expect(CoqText.bare(text) == bare)
    #expect(CoqText.atom(text) == atom)
  }

  @Test func `a comment stays one`() {
    #expect(CoqText.comment("a (* \"b\" *) c") == "a ( * 'b' * ) c")
  }
}

/// What is written for tuples of subsets of several base sets.
@Suite struct CoqTupleTests {
  @Test func `the theorem is about all values of the sizes`() throws {
    let text = try CoqFile(Proofs.aboutGraphs("rook.spectrum"), name: "rook").text
    #expect(
      text.contains(
        """
        Theorem shown :
          (* Case_1 *)
          forall nat_m : nat, (1 <= nat_m)%nat -> let m := INR nat_m in
          forall nat_n : nat, (1 <= nat_n)%nat -> let n := INR nat_n in
          let sets := [m; n] in
          Forall natural sets /\\
          (m >= 1) /\\
          (n >= 1) /\\
          (spectrum sets (Matrix [[1; 1]%nat] [[1; 1]%nat] [[[0; 1; 1; 0]]]) \
        [((m + n) - 2, 1); (m - 2, n - 1); (n - 2, m - 1); (- 2, (m - 1) * (n - 1))]).
        """))
    #expect(
      text.contains("Import Tuples Schemes Eigenbasis SchemeSpectra SchemeInverses DecideSchemes."))
  }

  @Test func `a base set has as many elements as a step says`() throws {
    let text = try CoqFile(Proofs.aboutGraphs("cocktail-party.spectrum"), name: "cocktail").text
    #expect(
      text.contains("Definition sets : list R := [r; step_3].\nLocal Notation elements := [r; 2]."))
    // A proof without sizes.
    #expect(
      try CoqFile(Proofs.aboutGraphs("petersen"), name: "petersen").text.contains(
        "let sets := [5] in"))
  }

  @Test func `numbers of eigenvalues are characterised`() throws {
    let text = try CoqFile(Proofs.aboutGraphs("complete.inertia"), name: "inertia").text
    let matrix = "(Matrix [[1]%nat] [[1]%nat] [[[1; 0]]])"
    for line in [
      "spectrum sets \(matrix) [(r - 1, 1); (-1, r - 1)]", "exists a5, positives sets \(matrix) a5",
      "exists a6, nulls sets \(matrix) a6", "exists a8, negatives sets \(matrix) a8",
      "exists a10, greatest sets \(matrix) a10", "exists a11, least sets \(matrix) a11",
    ] {
      #expect(text.contains("  \(line) /\\\n"), "\(line)")
    }
  }

  @Test func `all proofs about graphs are written`() throws {
    let names = try Proofs.namesAboutGraphs()
    #expect(names.count >= 49)
    for name in names {
      let text = try CoqFile(Proofs.aboutGraphs(name), name: name).text
      #expect(text.contains("Theorem shown :"), "\(name)")
    }
  }

  /// What Coq's library does not know of tuples, with what is said of it.
  @Test(arguments: [
    ("a5 = incidence", "an operation that the library in Coq knows of tuples, found incidence"),
    ("a5 = table 1a1.1a2x1a1.1a2 0,1,1,0", nil),
    ("a5 = table 1a2.1a1x1a2.1a1 0,1,1,0", "the order of the base sets, found 1a2.1a1"),
    ("a5 = table 1a3x1a3 0,1", "at least 2 elements, for two subsets beside one another, found 1"),
  ])
  func `what is not known is refused by name`(_ step: String, _ reason: String?) throws {
    let proof = try Proofs.proof(
      """
      verify uniform proof 1
      claim other
      statement printed
      case
      for m in 4..
      for n in 4..
      a1 = vertices m
      a2 = vertices n
      a3 = number 1
      a4 = table 1a1x1a1 0,1
      \(step)
      show a1 > a3
      end

      """)
    try expectExport(proof, reason)
  }

  @Test func `values with gaps are refused, and a power of 1`() throws {
    let plain = """
      verify uniform proof 1
      claim other
      statement printed
      case
      for m in 2, 5..
      a1 = vertices m
      a2 = number 1
      a3 = table 1a1x1a1 0,1
      a4 = spectrum a3 : {1 : m}
      show determinant a4 a2:a1
      end

      """
    try expectExport(try Proofs.proof(plain), "all integers from some one on, for tuples")
    try expectExport(
      try Proofs.proof(plain.replacing("2, 5..", with: "4, 5..")), "no power of 1")
    let other = plain.replacing("2, 5..", with: "4, 5..")
      .replacing("show determinant a4 a2:a1", with: "a5 = scale a1 a3\nshow a5 != a3")
    try expectExport(try Proofs.proof(other), "an equality of matrices over tuples")
  }

  private func expectExport(_ proof: UniformProof, _ reason: String?) throws {
    let error = Result { try CoqFile(proof, name: "other") as CoqFile }.failure
    #expect(reason == nil ? error == nil : error?.contains(reason ?? "") == true, "\(error ?? "")")
  }
}

extension Result {
  /// What is said of the failure.
  fileprivate var failure: String? {
    if case .failure(let error) = self { "\(error)" } else { nil }
  }
}

/// Proofs that do not hold are not written out.
@Suite struct CoqRejectionTests {
  @Test(arguments: [
    ("0 | s1]/(r - 1)", "0 | 2*s1]/(r - 1)"), ("[1 | r - 1]", "[1 | r - 2]"),
    ("show a4 = a16", "show a4 = a13"), ("show a12 > a14", "show a12 > a8"),
    ("root s1 = r - 1", "root s1 = r - 5"), ("[0 | 1]", "[1 | 1]"),
    ("show a12 > a14", "show a12 = a4"),
  ])
  func `a damaged proof`(_ old: String, _ new: String) throws {
    let text = Proofs.gram.replacing("3, 4..", with: "4..")
    #expect(text.contains(old))
    let proof = try Proofs.proof(text.replacing(old, with: new))
    #expect(throws: Rejection.self) { try CoqFile(proof, name: "damaged") }
  }

  @Test func `the same proof undamaged`() throws {
    let proof = try Proofs.proof(Proofs.gram.replacing("3, 4..", with: "4.."))
    #expect(try CoqFile(proof, name: "sound").name == "sound")
  }
}
