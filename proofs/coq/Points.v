(** * Points with rational entries, evaluated by Coq

    A certificate *.point (POINT.md) is a point of objective (1) with rational entries and a number x.
    [value_checked] computes its objective and compares; [point_value] says what it proves when the
    answer is yes. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Sums Objective Fractions.
Import ListNotations.
Local Open Scope R_scope.

(** ** Certificates *)

Record certificate := Certificate {
  classes : nat;
  samples : nat;
  (** How many samples one after the other have the same column of H_1: 1, or all of a class. *)
  repeated : nat;
  widths : list nat;
  feature_decay : Q;
  weight_decays : list Q;
  features : fractions;
  weights : list fractions;
  (** The objective, the number x, and the bound that belongs to it. *)
  loss : Q;
  place : Q;
  bound : Q
}.

Definition layers (c : certificate) : nat := length (weight_decays c).
Definition weight (c : certificate) (l : nat) : fractions := nth (l - 1) (weights c) (Fractions 1 []).
Definition decay (c : certificate) (l : nat) : Q := nth (l - 1) (weight_decays c) 0%Q.

(** The problem, and the point. *)
Definition problem_of (c : certificate) : problem :=
  Problem (classes c) (samples c) (layers c) (fun l => nth (l - 1) (widths c) 0%nat)
    (Q2R (feature_decay c)) (fun l => Q2R (decay c l)).

Definition point_of (c : certificate) : point :=
  Point (fun i j => real (features c) i (j / repeated c)%nat) (fun l => real (weight c l)).

Section Value.
Variable c : certificate.
Local Notation p := (problem_of c).
Local Notation x := (point_of c).
Local Notation N := (classes c * samples c)%nat.
Local Notation wide := (d p).

(** Nothing is repeated any more. *)
Definition spread : fractions :=
  tabulated (wide 1) N (over (features c)) (fun i j => integer (features c) i (j / repeated c)).

Local Notation last := (layer wide N spread (weight c) (layers c)).

Lemma real_spread : same_matrix (wide 1) N (real spread) (H1 x).
Proof. intros i j I J. unfold real, spread. rewrite tabulated_at by assumption. reflexivity. Qed.

Definition residual : fractions :=
  let output := product (classes c) (wide (layers c)) N (weight c (layers c)) last in
  tabulated (classes c) N (over output) (fun i j =>
    integer output i j - if (i =? j / samples c)%nat then Zpos (over output) else 0)%Z.

Lemma real_residual : (1 <= layers c)%nat -> same_matrix (classes c) N (real residual)
  (minus (mul (wide (layers c)) (W x (layers c)) (feature p x (layers c))) (label p)).
Proof.
  intros L i j I J. unfold real at 1, residual. rewrite tabulated_at by assumption.
  cbn [over tabulated]. set (output := product _ _ _ _ _).
  assert (D := denominator_positive (over output)). rewrite minus_IZR.
  assert (E : real output i j = mul (wide (layers c)) (W x (layers c)) (feature p x (layers c)) i j).
  { unfold output. rewrite (real_product _ _ _ _ _ i j I J).
    apply (mul_ext (classes c) (wide (layers c)) N); auto using same_refl.
    apply (real_layer wide N spread (weight c) p x (layers c) eq_refl real_spread);
      [reflexivity | lia]. }
  unfold minus. rewrite <- E. unfold real, label. cbn [n problem_of].
  destruct (i =? j / samples c)%nat; field; lra.
Qed.

(** The objective. *)
Definition value : Q :=
  (squares (classes c) N residual * (1 # 2) / number N
  + total_Q (layers c) (fun i => decay c (S i) * (1 # 2)
      * squares (d_out p (S i)) (wide (S i)) (weight c (S i)))
  + feature_decay c * (1 # 2) * squares (wide 1) N spread)%Q.

Theorem value_objective : (1 <= layers c)%nat -> (1 <= N)%nat -> Q2R value = objective p x.
Proof.
  intros L1 N1. assert (N0 : 0 < INR N) by (apply lt_0_INR; lia).
  unfold value, objective. rewrite !Q2R_plus. cbn [K n L problem_of lambda lambda_H].
  f_equal; [f_equal|].
  - unfold Qdiv. rewrite Q2R_mult, Q2R_half, Q2R_inv, Q2R_number, real_squares.
    2: { intros E. apply Qeq_eqR in E. rewrite Q2R_number, RMicromega.Q2R_0 in E. lra. }
    rewrite (square_ext _ _ _ _ (real_residual L1)). field. lra.
  - rewrite Q2R_total. apply total_ext. intros i _.
    rewrite Q2R_mult, Q2R_half, real_squares. reflexivity.
  - rewrite Q2R_mult, Q2R_half, real_squares. rewrite (square_ext _ _ _ _ real_spread).
    reflexivity.
Qed.

(** A problem, and a loss that is its point's. *)
Definition value_checked : bool :=
  (1 <=? classes c)%nat && (1 <=? samples c)%nat && (2 <=? layers c)%nat
  && less_Q 0 (feature_decay c) && forallb (less_Q 0) (weight_decays c)
  && Qeq_bool value (loss c).

Theorem point_value : value_checked = true ->
  regular p /\ objective p x = Q2R (loss c).
Proof.
  unfold value_checked. rewrite !andb_true_iff. intros [[[[[K1 n1] L2] H] W] E].
  apply Nat.leb_le in K1, n1, L2. split.
  - split; [exact K1|]. split; [exact n1|]. split; [exact L2|].
    apply less_Q_true in H. rewrite RMicromega.Q2R_0 in H. split; [exact H|].
    intros l R. cbn [problem_of L lambda] in *. unfold decay. rewrite forallb_forall in W.
    rewrite <- RMicromega.Q2R_0. apply less_Q_true, W, nth_In. unfold layers in R. lia.
  - rewrite <- value_objective; [apply equal_Q_true, E|lia|].
    apply Nat.le_trans with (1 * 1)%nat; [lia|]. apply Nat.mul_le_mono; assumption.
Qed.

End Value.
