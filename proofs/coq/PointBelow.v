(** * What a certificate of a point proves

    [checked] is the computation; [point_value] and [point_below] are what its answer means. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Criterion Objective Families PointBound Points.
Import ListNotations.
Local Open Scope R_scope.

Definition less_Q (a b : Q) : bool := negb (Qle_bool b a).

Lemma less_Q_true : forall a b, less_Q a b = true -> Q2R a < Q2R b.
Proof.
  intros a b E. apply Qlt_Rlt, Qnot_le_lt. intros L. apply Qle_bool_iff in L.
  unfold less_Q in E. rewrite L in E. discriminate.
Qed.

Lemma at_most_Q_true : forall a b, Qle_bool a b = true -> Q2R a <= Q2R b.
Proof. intros a b E. apply Qle_Rle, Qle_bool_iff, E. Qed.

Lemma equal_Q_true : forall a b, Qeq_bool a b = true -> Q2R a = Q2R b.
Proof. intros a b E. apply Qeq_eqR, Qeq_bool_iff, E. Qed.

Section Checks.
Variable c : certificate.

(** A problem, and a loss that is its point's. *)
Definition value_checked : bool :=
  (1 <=? classes c)%nat && (1 <=? samples c)%nat && (2 <=? layers c)%nat
  && less_Q 0 (feature_decay c) && forallb (less_Q 0) (weight_decays c)
  && Qeq_bool (value c) (loss c).

(** Λ. *)
Fixpoint decays (l : nat) : Q :=
  match l with O => 1%Q | S m => (decays m * decay c (S m))%Q end.
Definition regularisation : Q := (number (samples c) * feature_decay c * decays (layers c))%Q.

(** The bound of PointBound.v. *)
Definition bound_checked : bool :=
  Qle_bool (number (layers c)) (place c + 1)
  && Qle_bool (power_Q (place c) (layers c - 1))
      (power_Q (number (classes c)) (layers c + 1) * regularisation
        * power_Q (1 + place c) (2 * layers c))
  && Qeq_bool (bound c * (2 * power_Q (1 + place c) 2)) (1 + (number (layers c) + 1) * place c).

Definition checked : bool := value_checked && bound_checked && less_Q (loss c) (bound c).

Theorem point_value : value_checked = true ->
  regular (problem_of c) /\ objective (problem_of c) (point_of c) = Q2R (loss c).
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

Lemma regularisation_is : Q2R regularisation = Big_lambda (problem_of c).
Proof.
  unfold regularisation, Big_lambda. rewrite !Q2R_mult, Q2R_number. cbn [n problem_of lambda_H L].
  f_equal. generalize (layers c). intros m. induction m; simpl; [apply RMicromega.Q2R_1|].
  rewrite Q2R_mult, IHm. reflexivity.
Qed.

(** The same problem, with layers of any widths. *)
Definition alike (p : problem) : Prop :=
  K p = classes c /\ n p = samples c /\ L p = layers c /\ lambda_H p = Q2R (feature_decay c) /\
  forall l, (1 <= l <= L p)%nat -> lambda p l = Q2R (decay c l).

Theorem point_below : checked = true -> (3 <= layers c)%nat ->
  objective (problem_of c) (point_of c) = Q2R (loss c) /\ Q2R (loss c) < Q2R (bound c) /\
  forall p x, alike p -> collapsed p x -> Q2R (bound c) <= objective p x.
Proof.
  unfold checked, bound_checked. rewrite !andb_true_iff. intros [[V [[X P] B]] E] L3.
  destruct (point_value V) as [[K1 [n1 [L2 [LH LW]]]] Value].
  split; [exact Value|]. split; [apply less_Q_true, E|]. intros p x [EK [En [EL [EH EW]]]] C.
  cbn [problem_of K n L lambda_H lambda] in *.
  assert (Lambda : Big_lambda p = Q2R regularisation).
  { rewrite regularisation_is. unfold Big_lambda. rewrite En, EH. cbn [problem_of n lambda_H L].
    f_equal. rewrite EL. assert (H : forall m, (m <= layers c)%nat ->
      lambdas p m = lambdas (problem_of c) m); [|apply H; apply le_n].
    induction m; intros M; simpl; [reflexivity|]. rewrite IHm, EW by lia. reflexivity. }
  assert (R : regular p).
  { split; [lia|]. split; [lia|]. split; [lia|]. split; [rewrite EH; exact LH|].
    intros l Hl. rewrite EW by exact Hl. apply LW. lia. }
  assert (Positive : 0 < Big_lambda p) by (apply Big_lambda_positive; [exact R | lia]).
  destruct (collapsed_above p R ltac:(lia) x C) as [t [T A]].
  rewrite EK, EL, Lambda in A. rewrite Lambda in Positive.
  apply at_most_Q_true in X, P. apply equal_Q_true in B.
  rewrite ?Q2R_plus, ?Q2R_mult, ?Q2R_power, ?Q2R_plus, ?Q2R_number, ?RMicromega.Q2R_1 in *.
  replace (Q2R 2) with 2 in B by (unfold Q2R; simpl; lra).
  set (y := Q2R (place c)) in *.
  assert (3 <= INR (layers c)) by (apply (le_INR 3) in L3; simpl in L3; lra).
  assert (Low := collapse_above (classes c) (layers c) (Q2R regularisation) y t K1 ltac:(lia)
    Positive ltac:(lra) ltac:(lra) P T).
  assert (Q2R (bound c) = (1 + (INR (layers c) + 1) * y) / (1 + y) ^ 2 / 2) as ->; [|lra].
  apply Rmult_eq_reg_r with (2 * (1 + y) ^ 2); [rewrite B; field; lra|].
  apply Rgt_not_eq, Rmult_lt_0_compat; [lra | apply pow_lt; lra].
Qed.

End Checks.
