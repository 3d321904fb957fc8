import Certificates
import Rational

extension CoqFile {
  /// A certificate of a shape, by the name of its file.
  public struct NamedShape: Sendable {
    public let name: String
    public let certificate: ShapeCertificate

    public init(name: String, certificate: ShapeCertificate) {
      self.name = name
      self.certificate = certificate
    }
  }

  /// All certificates of shapes as one file, as it is with points.
  ///
  /// Coq looks at last weights that are rounded (`TrialWeights`) where the kernel takes the best ones. An
  /// interval without an end is shown for every x ≥ L - 1 at once, and with it all others.
  ///
  /// - Throws: The first rule that a certificate does not follow, or that rounded weights do not show
  ///   it.
  public init(shapes: [NamedShape], name: String) throws(Rejection) {
    var lines = [
      "(** Networks that lose less than collapse, scaled, at every Λ of an interval.",
      "",
      "    Written by `verify export coq` from the certificates on file; do not edit. *)",
      "",
      "From Coq Require Import Reals QArith Arith List.",
      "From Uniform Require Import Objective Fractions Shapes ShapeClasses.",
      "Import ListNotations.",
      "Local Open Scope R_scope.",
    ]
    var theorems: [String] = []
    for shape in shapes {
      let summary = try shape.certificate.replay()
      let module = CoqText.identifier(shape.name)
      let parts = try Self.parts(shape.certificate, summary)
      lines += ["", "Module \(module).", ""]
      lines += Self.definition(shape.certificate.shape)
      for part in parts { lines += part.lines }
      lines += ["", "End \(module)."]
      theorems += parts.map { "\(module).\($0.theorem)" }
    }
    lines += [
      "", "(** Axioms.v prints what it leans on. *)",
      "Definition everything := (\(theorems.joined(separator: ",\n  "))).",
    ]
    self.init(name: CoqText.identifier(name), text: lines.map { $0 + "\n" }.joined())
  }

  /// A theorem of a shape, with what it needs.
  private struct Part {
    let theorem: String
    let lines: [String]
  }

  private static func definition(_ shape: Shape) -> [String] {
    let rows = ([shape.features] + shape.weights).map { "\($0.rows)" }.joined(separator: ", ")
    return [
      "(** K = \(shape.classes), L = \(shape.layers); H_1, …, H_L have \(rows) rows. *)",
      "Definition it : shape := Shape \(shape.classes)",
      "  \(CoqText.matrix(shape.features))",
      "  [\(shape.weights.map(CoqText.matrix).joined(separator: ";\n   "))].",
    ]
  }

  private static func parts(
    _ certificate: ShapeCertificate, _ summary: ShapeCertificate.Summary
  ) throws(Rejection) -> [Part] {
    let shape = certificate.shape
    let trials = TrialWeights(shape)
    if certificate.intervals.contains(where: { $0.to == nil }) {
      return try everywhere(shape, summary, trials)
    }
    var parts: [Part] = []
    for (index, interval) in certificate.intervals.enumerated() {
      guard let to = interval.to else { continue }
      let pieces = try trials.cover(from: interval.from, to: to, tau: interval.tau)
      let suffix = certificate.intervals.count == 1 ? "" : "_\(index + 1)"
      let list = pieces.map { "(\(CoqText.fraction($0.end)), \(CoqText.matrix($0.weights)))" }
      let (a, b) = (CoqText.quotient(interval.from), CoqText.quotient(to))
      parts.append(
        Part(
          theorem: "below\(suffix)",
          lines: [
            "",
            "Lemma accepted\(suffix) : interval_checked it \(CoqText.fraction(interval.from)) "
              + "\(CoqText.fraction(to)) \(CoqText.fraction(interval.tau))",
            "  [\(list.joined(separator: ";\n   "))] = true.",
            "Proof. vm_compute. reflexivity. Qed.", "",
            "Theorem below\(suffix) : \(forEach(shape))",
            "  forall x, \(a) <= x <= \(b) ->",
            "  INR (K p) ^ (L p + 1) * Big_lambda p = x ^ (L p - 1) / (1 + x) ^ (2 * L p) ->",
            wins,
            "Proof. exact (shape_below it _ _ _ _ accepted\(suffix)). Qed.",
          ]))
    }
    return parts
  }

  private static func everywhere(
    _ shape: Shape, _ summary: ShapeCertificate.Summary, _ trials: TrialWeights
  ) throws(Rejection) -> [Part] {
    let (eta, weights) = try trials.nearInverse()
    let critical =
      "  INR (K p) ^ (L p + 1) * INR (L p) ^ (2 * L p) * Big_lambda p "
      + "<= (INR (L p) - 1) ^ (L p - 1) ->"
    let here = Part(
      theorem: "everywhere",
      lines: [
        "",
        "Lemma accepted : everywhere_checked it \(CoqText.fraction(eta))",
        "  \(CoqText.matrix(weights)) = true.",
        "Proof. vm_compute. reflexivity. Qed.", "",
        "Theorem everywhere : \(forEach(shape))", critical, wins,
        "Proof. exact (shape_everywhere it _ _ accepted). Qed.",
      ])
    guard summary.isNarrow else { return [here] }
    let excess = shape.widthExcess
    return [
      here,
      Part(
        theorem: "more_layers",
        lines: [
          "",
          "Theorem more_layers : forall p, regular p -> (\(shape.classes) <= K p)%nat -> "
            + "(\(shape.layers) <= L p)%nat ->",
          "  (forall l, (1 <= l <= L p)%nat -> (K p + \(excess) <= d p l)%nat) ->", critical, wins,
          "Proof. exact (shape_layers it _ _ \(excess) accepted eq_refl). Qed.",
        ]),
    ]
  }

  /// The problems with as many layers and at least as many classes, and room for the shape.
  private static func forEach(_ shape: Shape) -> String {
    """
    forall p, regular p -> (\(shape.classes) <= K p)%nat -> L p = \(shape.layers)%nat ->
      (forall l, (1 <= l <= L p)%nat -> (width it l + (K p - \(shape.classes)) <= d p l)%nat) ->
    """
  }

  /// Some point is below a number that no point of Definition 7 is below.
  private static let wins =
    "  exists z w, objective p z < w /\\ forall y, collapsed p y -> w <= objective p y."
}
