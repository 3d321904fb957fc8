import Certificates

extension CoqFile {
  /// A certificate of a point, by the name of its file.
  public struct NamedPoint: Sendable {
    public let name: String
    public let certificate: PointCertificate

    public init(name: String, certificate: PointCertificate) {
      self.name = name
      self.certificate = certificate
    }
  }

  /// All certificates of points as one file: loading the real numbers takes Coq longer than a point.
  ///
  /// Coq evaluates the objective at each of them, and proves that no point of Definition 7 goes below
  /// the bound; with one sample in each class also for the other problems that the point says
  /// something of.
  ///
  /// - Throws: The first rule that a certificate does not follow.
  public init(points: [NamedPoint], name: String) throws(Rejection) {
    var lines = [
      "(** Points of objective (1) with rational entries that lose less than collapse can.",
      "",
      "    Written by `verify export coq` from the certificates on file; do not edit. *)",
      "",
      "From Coq Require Import Reals QArith Arith List.",
      "From Uniform Require Import Objective Fractions Points PointBelow PointScaled.",
      "Import ListNotations.",
      "Local Open Scope R_scope.",
    ]
    var theorems: [String] = []
    for point in points {
      _ = try point.certificate.replay()
      let module = CoqText.identifier(point.name)
      lines += Self.module(module, point.certificate)
      theorems.append("\(module).shown")
      if point.certificate.point.samples == 1 { theorems.append("\(module).in_range") }
    }
    lines += [
      "", "(** Axioms.v prints what it leans on. *)",
      "Definition everything := (\(theorems.joined(separator: ",\n  "))).",
    ]
    self.init(name: CoqText.identifier(name), text: lines.map { $0 + "\n" }.joined())
  }

  private static func module(_ name: String, _ certificate: PointCertificate) -> [String] {
    let point = certificate.point
    let widths = [point.features.rows] + point.weights.dropLast().map(\.rows)
    let decays = point.weightDecays.map(CoqText.fraction).joined(separator: "; ")
    let repeated = point.columnsPerClass == 1 ? point.samples : 1
    let (loss, bound) = (CoqText.quotient(certificate.loss), CoqText.quotient(certificate.bound))
    let x = CoqText.quotient(certificate.x)
    let lines = [
      "", "Module \(name).", "",
      "(** K = \(point.classes), L = \(point.layers), n = \(point.samples), "
        + "Λ = \(point.regularisation). *)",
      "Definition it : certificate := Certificate",
      "  \(point.classes) \(point.samples) \(repeated) "
        + "[\(widths.map(String.init).joined(separator: "; "))]%nat",
      "  \(CoqText.fraction(point.featureDecay)) [\(decays)]",
      "  \(CoqText.matrix(point.features))",
      "  [\(point.weights.map(CoqText.matrix).joined(separator: ";\n   "))]",
      "  \(CoqText.fraction(certificate.loss)) \(CoqText.fraction(certificate.x)) "
        + "\(CoqText.fraction(certificate.bound)).",
      "",
      "Lemma accepted : checked it = true.",
      "Proof. vm_compute. reflexivity. Qed.", "",
      "(** No point of Definition 7 of the same problem, of any widths, is as low. *)",
      "Theorem shown :",
      "  objective (problem_of it) (point_of it) = \(loss) /\\",
      "  \(loss) < \(bound) /\\",
      "  forall p x, alike it p -> collapsed p x -> \(bound) <= objective p x.",
      "Proof. exact (point_below it accepted). Qed.",
    ]
    guard point.samples == 1 else { return lines + ["", "End \(name)."] }
    return lines + [
      "",
      "(** The same for every n, all λ's with Λ in a range that ends here, and wider layers. *)",
      "Theorem in_range : forall p, regular p -> K p = \(point.classes)%nat -> "
        + "L p = \(point.layers)%nat ->",
      "  (forall l, (1 <= l <= L p)%nat -> (nth (l - 1) (widths it) 0%nat <= d p l)%nat) ->",
      "  (\(x)) ^ (L p - 1) <= INR (K p) ^ (L p + 1) * Big_lambda p * (1 + \(x)) ^ (2 * L p) ->",
      "  Big_lambda p <= Big_lambda (problem_of it) ->",
      "  exists x, objective p x <= \(loss) /\\ \(loss) < \(bound) /\\",
      "    forall y, collapsed p y -> \(bound) <= objective p y.",
      "Proof. exact (point_range it accepted eq_refl). Qed.",
      "", "End \(name).",
    ]
  }
}
