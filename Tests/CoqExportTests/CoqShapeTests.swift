import Certificates
import Foundation
import Rational
import Testing

@testable import CoqExport

/// What is written for shapes.
@Suite struct CoqShapeTests {
  private func text(_ name: String) throws -> String {
    try CoqFile(shapes: [Proofs.shape(name)], name: "shapes").text
  }

  @Test func `a ray is shown for every Λ, and for more layers`() throws {
    let text = try text("K3-L4")
    #expect(
      text.contains(
        """
        Module K3_L4.

        (** K = 3, L = 4; H_1, …, H_L have 2, 2, 2, 3 rows. *)
        Definition it : shape := Shape 3
          (Fractions 1 [[28; 48; 28]; [35; 0; -35]]%Z)
          [(Fractions 1 [[5; 4]; [5; -4]]%Z);
        """))
    #expect(
      text.contains("Lemma accepted : everywhere_checked it (1 # 4096)\n  (Fractions 8028160"))
    #expect(
      text.contains("Theorem everywhere : forall p, regular p -> (3 <= K p)%nat -> L p = 4%nat"))
    #expect(
      text.contains("more_layers : forall p, regular p -> (3 <= K p)%nat -> (4 <= L p)%nat ->"))
    #expect(text.contains("(K p + 0 <= d p l)%nat"))
    #expect(
      text.hasSuffix("Definition everything := (K3_L4.everywhere,\n  K3_L4.more_layers).\n"))
  }

  @Test func `a shape without a narrow layer is about its own L`() throws {
    let text = try text("K15-L2")
    #expect(text.contains("Theorem everywhere") && !text.contains("Theorem more_layers"))
  }

  @Test func `an interval is shown by its x`() throws {
    let text = try text("K5-L2")
    #expect(text.contains("Lemma accepted : interval_checked it (1 # 1) (47 # 39) (31 # 39)\n  [("))
    #expect(
      text.contains("  (forall l, (1 <= l <= L p)%nat -> (width it l + (K p - 5) <= d p l)%nat)"))
    #expect(text.contains("  forall x, 1 / 1 <= x <= 47 / 39 ->"))
    #expect(text.hasSuffix("Definition everything := (K5_L2.below).\n"))
  }

  @Test func `intervals that are several are shown one after the other`() throws {
    var shape = try Proofs.shape("K5-L2").certificate
    let whole = shape.intervals[0]
    let middle = Rational(41) / 39
    shape.intervals = [
      .init(from: whole.from, to: middle, tau: whole.tau),
      .init(from: middle, to: whole.to, tau: whole.tau),
    ]
    let text = try CoqFile(shapes: [.init(name: "two", certificate: shape)], name: "shapes").text
    #expect(text.contains("accepted_2 : interval_checked it (41 # 39) (47 # 39) (31 # 39)"))
    #expect(text.hasSuffix("Definition everything := (two.below_1,\n  two.below_2).\n"))
  }

  @Test func `a shape that the kernel rejects is not written`() throws {
    var shape = try Proofs.shape("K5-L2").certificate
    shape.intervals[0].tau = 1
    #expect(throws: Rejection.self) {
      try CoqFile(shapes: [.init(name: "damaged", certificate: shape)], name: "shapes")
    }
  }
}
