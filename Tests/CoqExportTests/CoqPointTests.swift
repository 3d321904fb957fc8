import Certificates
import Foundation
import Rational
import Testing

@testable import CoqExport

/// What is written for points.
@Suite struct CoqPointTests {
  private func text(_ name: String) throws -> String {
    try CoqFile(points: [Proofs.point(name)], name: "points").text
  }

  @Test func `a point is evaluated and compared with collapse`() throws {
    let text = try text("K3-L4")
    #expect(
      text.contains(
        """
        Module K3_L4.

        (** K = 3, L = 4, n = 1, Λ = 1/10000000000. *)
        Definition it : certificate := Certificate
          3 1 1 [2; 2; 2; 4]%nat
          (1 # 100) [(1 # 100); (1 # 100); (1 # 100); (1 # 100)]
          (Fractions 16 [[9; 17; 9]; [-12; 0; 12]]%Z)
        """))
    #expect(text.contains("Lemma accepted : checked it = true."))
    #expect(text.contains("  forall p x, alike it p -> collapsed p x -> 183 / 2500 <= "))
    #expect(text.contains("Definition everything := (K3_L4.shown,\n  K3_L4.in_range)."))
    #expect(text.contains("in_range : forall p, regular p -> K p = 3%nat -> L p = 4%nat ->"))
    #expect(text.contains("  (97 / 3) ^ (L p - 1) <= INR (K p) ^ (L p + 1) * Big_lambda p * "))
  }

  @Test func `a column that stands for all samples is repeated`() throws {
    var point = try Proofs.point("K3-L4").certificate
    point.point.samples = 2
    // n λ_H is what it was, hence the loss and Λ.
    point.point.featureDecay = point.point.featureDecay / 2
    let text = try CoqFile(points: [.init(name: "two", certificate: point)], name: "points").text
    #expect(text.contains("  3 2 2 [2; 2; 2; 4]%nat\n  (1 # 200) "))
    // What Coq has of other problems is about one sample.
    #expect(!text.contains("in_range"))
  }

  @Test func `a point that the kernel rejects is not written`() throws {
    var point = try Proofs.point("K3-L4").certificate
    point.loss = point.loss + 1
    #expect(throws: Rejection.self) {
      try CoqFile(points: [.init(name: "damaged", certificate: point)], name: "points")
    }
  }
}
