import Certificates
import CoqExport
import Foundation
import Testing

private let coqc = "/usr/bin/coqc"

/// What `coqc` says about exported files, where it is installed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: coqc)))
struct CoqCheckTests {
  /// A folder with some files of the library, each after those it needs, which `coqc` accepts.
  private struct Folder {
    let place: URL

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: place.appending(path: name + ".v"))
    }

    func accepts(_ name: String) throws -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: coqc)
      process.arguments = ["-Q", ".", "Uniform", name + ".v"]
      process.currentDirectoryURL = place
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    }

    func accepts(_ text: String, as name: String) throws -> Bool {
      try write(text, name)
      return try accepts(name)
    }
  }

  private func withLibrary(_ names: String, _ body: (Folder) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "verify-coq-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = Folder(place: folder)
    for name in names.split(separator: " ").map(String.init) {
      try FileManager.default.copyItem(
        at: libraryFolder.appending(path: name + ".v"), to: folder.appending(path: name + ".v"))
      #expect(try library.accepts(name), "\(name)")
    }
    try body(library)
  }

  @Test func `a proof is accepted, and each damage to it is not`() throws {
    try withLibrary(
      "Subsets Orbits Criterion Matrices Spectra Statements Polynomials Counts Numbers Decide"
    ) { folder in
      let text = try CoqFile(Proofs.proof(Proofs.weak), name: "sound").text
      let damages = [
        // The values of two steps, the sign of a relation, a wrong number of rows.
        ("step_4 = Matrix [1%nat] [1%nat] [[[(1)", "step_4 = Matrix [1%nat] [1%nat] [[[(2)"),
        (
          "step_2 = Matrix [1%nat] [2%nat] [[[0; (s1", "step_2 = Matrix [1%nat] [2%nat] [[[0; (2*s1"
        ),
        ("Theorem show_2 : step_12 >= step_14", "Theorem show_2 : step_12 > step_14"),
        ("count r [1%nat] = step_5", "count r [2%nat] = step_5"),
        // The last theorem: its range, a condition, a matrix, a relation.
        ("nat, (3 <= vertices)", "nat, (2 <= vertices)"), ("r - 1 <> 0 /\\", "r - 4 <> 0 /\\"),
        ("(ones [1%nat] [1%nat])))", "(identity [1%nat])))"), ("(a12 >= ", "(a12 > "),
      ]
      #expect(try folder.accepts(text, as: "sound"))
      for (index, (old, new)) in damages.enumerated() {
        #expect(text.contains(old), "\(old)")
        #expect(
          try !folder.accepts(text.replacing(old, with: new), as: "damaged\(index)"), "\(new)")
      }
      // At r = 2 the relation does not hold.
      let bounds = [("(3 <= ", "(2 <= "), ("Some 3%Z", "Some 2%Z"), ("from 3 ", "from 2 ")]
      let wider = bounds.reduce(text) { $0.replacing($1.0, with: $1.1) }
      #expect(try !folder.accepts(wider, as: "wider"))
      let assumed = bounds[1...].reduce(text) { $0.replacing($1.0, with: $1.1) }
      #expect(try !folder.accepts(assumed, as: "assumed"))
      // What presupposes something, what differs, what goes down to r = 1.
      for (index, proof) in [Proofs.defined, Proofs.different, Proofs.counts].enumerated() {
        let text = try CoqFile(Proofs.proof(proof), name: "other").text
        #expect(try folder.accepts(text, as: "other\(index)"), "\(proof)")
      }
      // A multiplicity has to be a natural number, for every r.
      let head = """
        From Coq Require Import Reals List Lra.
        From Uniform Require Import Statements Decide.
        Import ListNotations.
        Local Open Scope R_scope.

        """
      for (number, isCount) in [
        ("(r^2 - 3*r)/2", true), ("r - 3", true), ("(r^2 - 2*r)/2", false), ("r - 4", false),
        ("1/2", false), ("2", true),
      ] {
        let goal = """
          Goal forall v, (3 <= v)%nat -> let r := INR v in natural (\(number)).
          Proof.
            intros v V r. assert (3 <= r) by (apply (le_INR 3) in V; simpl in V; unfold r; lra).
            subst r. counted_by [v] ltac:(nra).
          Qed.
          """
        let name = "natural" + String(number.filter { $0.isNumber || $0.isLetter })
        let isAccepted = try folder.accepts(head + goal, as: name)
        #expect(isAccepted == isCount, "\(number)")
      }
    }
  }

  /// What files about tuples need.
  private static let tuples = """
    Subsets Lists Orbits Criterion Matrices Spectra Statements Polynomials Counts Numbers Tuples \
    Schemes Eigenbasis SchemeSpectra SchemeInverses DecideSchemes
    """

  @Test func `a proof about tuples is accepted, and each damage to it is not`() throws {
    try withLibrary(Self.tuples) { folder in
      var proofs: [(proof: UniformProof, damages: [(old: String, new: String)])] = [
        (
          try Proofs.proof(Proofs.determinants),
          [
            ("determinant sets step_4 [(step_6,", "determinant sets step_4 [(step_1,"),
            ("determinant sets step_7 [(step_3,", "determinant sets step_7 [(step_2,"),
            ("[(1, r - 1); (r + 1, 1)]", "[(1, r); (r + 1, 1)]"),
          ]
        )
      ]
      for (name, damages) in [
        (
          "rook.spectrum",
          [
            // An entry, an eigenvalue, its multiplicity, a range, a number of elements.
            ("[[1; 1]%nat] [[[0; 1; 1; 0]]]) [", "[[1; 1]%nat] [[[0; 1; 1; 1]]]) ["),
            ("(m - 2, n - 1);", "(m - 1, n - 1);"), ("(n - 2, m - 1);", "(n - 2, m - 2);"),
            ("(1 <= nat_m)%nat -> let", "(0 <= nat_m)%nat -> let"),
            ("let sets := [m; n]", "let sets := [m; m]"),
            ("step_5_value : step_5 = m + n", "step_5_value : step_5 = m + n + 1"),
            ("product elements", "product (cons 1 elements)"),
          ]
        ),
        (
          "complete.inertia",
          [
            ("exists a5, positives", "exists a5, negatives"),
            ("exists a6, nulls", "exists a6, rank"),
            ("exists a11, least", "exists a11, greatest"), ("(a8 = r - 1)", "(a8 = r)"),
            ("chosen [true; false]", "chosen [true; true]"),
            ("[(r - 1, 1); (-1, r - 1)] /", "[] /"),
          ]
        ),
        ("bipartite.spanning-trees", [("(m, n - 1); (n, m - 1)]).", "(n, n - 1); (m, m - 1)]).")]),
        ("inclusion.rank", [("[[[0; 0; 1]]]) a4", "[[[0; 1; 1]]]) a4")]),
        ("rook.strong", [("(kronecker a3 a5) =", "(kronecker a5 a3) ="), ("; fit|].", "|].")]),
      ] {
        proofs.append((try Proofs.aboutGraphs(name), damages))
      }
      for (proof, damages) in proofs {
        let text = try CoqFile(proof, name: "sound").text
        #expect(try folder.accepts(text, as: "sound"), "\(proof.claim)")
        for (index, (old, new)) in damages.enumerated() {
          #expect(text.contains(old), "\(proof.claim): \(old)")
          let isAccepted = try folder.accepts(
            text.replacing(old, with: new), as: "damaged\(index)")
          #expect(!isAccepted, "\(proof.claim): \(new)")
        }
      }
      // What is said of eigenvalues determines them.
      let head = """
        From Coq Require Import Reals.
        From Uniform Require Import Schemes Eigenbasis SchemeSpectra SchemeInverses.
        Local Open Scope R_scope.

        """
      for (relation, theorem) in [
        ("positives", "eigenvalues_with_once is_positive"),
        ("nulls", "eigenvalues_with_once is_zero"),
        ("negatives", "eigenvalues_with_once is_negative"), ("rank", "rank_once"),
        ("least", "least_once"), ("greatest", "greatest_once"), ("nuclear", "nuclear_once"),
      ] {
        let goal = """
          Goal forall ns M x y, \(relation) ns M x -> \(relation) ns M y -> x = y.
          Proof. exact (\(theorem)). Qed.

          """
        let isAccepted = try folder.accepts(head + goal, as: relation)
        #expect(isAccepted, "\(relation)")
      }
    }
  }

  @Test func `what a relation says determines its value`() throws {
    try withLibrary(
      "Subsets Lists Orbits Criterion Matrices Spectra Eigenbasis Statements Tables Unique"
    ) {
      folder in
      let head = """
        From Coq Require Import Reals List Lia.
        From Uniform Require Import Orbits Tables Statements Unique.
        Import ListNotations.
        Local Open Scope R_scope.

        """
      let premise = "Goal forall M, formal M -> forall a x y, "
      for (name, relation, conclusion) in [
        ("ridge_unique", "ridge 7 M a", "agree 7 x y"),
        ("inverse_unique", "inverse 7 M", "agree 7 x y"),
        ("pseudo_inverse_unique", "pseudo_inverse 7 M", "agree 7 x y"),
        ("rank_unique", "rank 7 M", "x = y"), ("nuclear_unique", "nuclear 7 M", "x = y"),
        ("factorisation_unique", "factorisation 7 M", "x = y"),
      ] {
        let goal =
          "\(premise)\(relation) x -> \(relation) y -> (a : R) = a -> \(conclusion).\n"
          .replacing(" 7 ", with: " (INR 7) ").replacing("agree (INR 7)", with: "agree 7")
        let proof = "Proof. intros. eapply (\(name) 7); eassumption. Qed.\n"
        let isAccepted = try folder.accepts(head + goal + proof, as: name)
        #expect(isAccepted, "\(goal)")
      }
      // A relation by itself: what its parts say.
      for (name, goal) in [
        ("shape", "ridge (INR 7) M 1 W -> rows W = cols M /\\ cols W = rows M"),
        ("natural", "spectrum (INR 7) M [(v, m)] -> natural m"),
        ("layers", "below_at (INR 7) M W v m M W L -> (3 <= L)%nat"),
      ] {
        let proof =
          name == "natural"
          ? "intros M W v m L [_ [_ [_ F]]]. inversion F. assumption."
          : name == "shape"
            ? "intros M W v m L [_ [R [C _]]]. auto." : "intros M W v m L [B _]. auto."
        let text =
          "Goal forall (M W : matrix) (v m : R) (L : nat), \(goal).\nProof. \(proof) Qed.\n"
        let isAccepted = try folder.accepts(head + text, as: name)
        #expect(isAccepted, "\(goal)")
      }
    }
  }

  @Test func `a point is evaluated, and each damage to it is seen`() throws {
    try withLibrary("Subsets Criterion Matrices NormalForm Sums Objective Orbits Fractions Points")
    {
      folder in
      // Without what is compared with collapse, which needs far more of the library.
      let whole = try CoqFile(points: [Proofs.point("K5-L2")], name: "points").text
      let text =
        whole.components(separatedBy: "Lemma accepted")[0].replacing(
          " PointBelow PointScaled.", with: ".")
        + "Goal objective (problem_of it) (point_of it) = 23863768331 / 48275138000.\n"
        + "Proof. apply point_value. vm_compute. reflexivity. Qed.\nEnd K5_L2.\n"
      #expect(try folder.accepts(text, as: "sound"))
      for (index, (old, new)) in [
        ("23863768331 # ", "23863768332 # "), ("= 23863768331 / ", "= 23863768332 / "),
        ("[[-5; -5; 6;", "[[-5; -4; 6;"), ("(Fractions 17 [[-6;", "(Fractions 18 [[-6;"),
        ("5 1 1 [3; 5]", "5 2 1 [3; 5]"), ("5 1 1 [3; 5]", "5 1 1 [3; 4]"),
        ("(79 # 1000) [(79 # 1000);", "(79 # 1000) [(78 # 1000);"),
        ("(79 # 1000) [(79 # 1000);", "(-79 # 1000) [(79 # 1000);"),
      ].enumerated() {
        #expect(text.contains(old), "\(old)")
        #expect(
          try !folder.accepts(text.replacing(old, with: new), as: "damaged\(index)"), "\(new)")
      }
    }
  }

  @Test func `a shape is evaluated, and each damage to it is seen`() throws {
    try withLibrary("Subsets Criterion Matrices NormalForm Sums Objective Orbits Fractions Shapes")
    {
      folder in
      for (name, damages) in [
        (
          "K3-L4",
          [
            // H_1, W_1, W_2, W_3, K; η, V, and what it is over.
            ("[[28; 48; 28]", "[[28; 58; 28]"), ("[5; -4]", "[5; -3]"), ("[0; 1]]", "[0; 2]]"),
            ("[5; 5]]", "[5; 6]]"), ("Shape 3", "Shape 4"), ("(1 # 4096)", "(1 # 1048576)"),
            ("(1 # 4096)", "(4095 # 4096)"), ("(1 # 4096)", "(2 # 1)"), ("3345]", "3355]"),
            ("(Fractions 8028160 ", "(Fractions 8128160 "),
          ]
        ),
        (
          "K5-L2",
          [
            ("[44; 0; 90;", "[44; 0; 80;"), ("[0; 0; 129]", "[0; 0; 119]"), ("Shape 5", "Shape 4"),
            // The ends, τ, the end of the last piece, a V.
            ("(1 # 1) (47 # 39)", "(1 # 2) (47 # 39)"), ("(47 # 39) (31", "(48 # 39) (31"),
            ("(31 # 39)", "(33 # 39)"), ("(31 # 39)", "(-31 # 39)"),
            ("((47 # 39), ", "((48 # 39), "), ("[627; 4070;", "[627; 3070;"),
          ]
        ),
      ] {
        // Without what it means, which needs far more of the library.
        let whole = try CoqFile(shapes: [Proofs.shape(name)], name: "shapes").text
        let text =
          whole.components(separatedBy: "Theorem ")[0].replacing(" ShapeClasses.", with: ".")
          + "End \(name.replacing("-", with: "_")).\n"
        #expect(try folder.accepts(text, as: "sound"), "\(name)")
        for (index, (old, new)) in damages.enumerated() {
          #expect(text.contains(old), "\(name): \(old)")
          let damaged = text.replacing(old, with: new)
          #expect(try !folder.accepts(damaged, as: "damaged\(index)"), "\(name): \(new)")
        }
      }
    }
  }
}
