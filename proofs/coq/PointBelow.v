(** * A point below collapse

    [checked] also computes the bound of PointBound.v; [point_below] is what its answer means. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Criterion Objective Collapse PointBound Fractions Points.
Import ListNotations.
Local Open Scope R_scope.

Section Checks.
Variable c : certificate.

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

Definition checked : bool := value_checked c && bound_checked && less_Q (loss c) (bound c).

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

(** The bound holds in every problem with as many layers where K^(L+1) Λ is large enough for x. *)
Lemma bound_collapse : bound_checked = true -> forall p, regular p -> L p = layers c ->
  Q2R (place c) ^ (L p - 1) <= INR (K p) ^ (L p + 1) * Big_lambda p * (1 + Q2R (place c)) ^ (2 * L p) ->
  forall t, 0 <= t -> 2 * Q2R (bound c) <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  unfold bound_checked. rewrite !andb_true_iff. intros [[X _] B] p R EL P t T.
  assert (Positive := Big_lambda_positive p R).
  destruct R as [K1 [_ [L2 _]]]. rewrite <- EL in X, B.
  apply at_most_Q_true in X. apply equal_Q_true in B.
  rewrite ?Q2R_plus, ?Q2R_mult, ?Q2R_power, ?Q2R_plus, ?Q2R_number, ?RMicromega.Q2R_1 in *.
  replace (Q2R 2) with 2 in B by (unfold Q2R; simpl; lra).
  set (y := Q2R (place c)) in *.
  assert (2 <= INR (L p)) by (apply (le_INR 2) in L2; exact L2).
  assert (Low := collapse_above (K p) (L p) (Big_lambda p) y t K1 ltac:(lia)
    Positive ltac:(lra) ltac:(lra) P T).
  assert (Q2R (bound c) = (1 + (INR (L p) + 1) * y) / (1 + y) ^ 2 / 2) as ->; [|lra].
  apply Rmult_eq_reg_r with (2 * (1 + y) ^ 2); [rewrite B; field; lra|].
  apply Rgt_not_eq, Rmult_lt_0_compat; [lra | apply pow_lt; lra].
Qed.

Lemma bound_below : bound_checked = true -> forall p x, regular p -> L p = layers c ->
  Q2R (place c) ^ (L p - 1) <= INR (K p) ^ (L p + 1) * Big_lambda p * (1 + Q2R (place c)) ^ (2 * L p) ->
  collapsed p x -> Q2R (bound c) <= objective p x.
Proof.
  intros B p x R EL P C. destruct (collapsed_above p R x C) as [t [T A]].
  assert (Low := bound_collapse B p R EL P t T). lra.
Qed.

Theorem point_below : checked = true ->
  objective (problem_of c) (point_of c) = Q2R (loss c) /\ Q2R (loss c) < Q2R (bound c) /\
  forall p x, alike p -> collapsed p x -> Q2R (bound c) <= objective p x.
Proof.
  unfold checked. rewrite !andb_true_iff. intros [[V B] E].
  destruct (point_value c V) as [[K1 [n1 [L2 [LH LW]]]] Value].
  split; [exact Value|]. split; [apply less_Q_true, E|]. intros p x [EK [En [EL [EH EW]]]] C.
  cbn [problem_of K n L lambda_H lambda] in *. apply bound_below; auto.
  - split; [lia|]. split; [lia|]. split; [lia|]. split; [rewrite EH; exact LH|].
    intros l Hl. rewrite EW by exact Hl. apply LW. lia.
  - assert (Big_lambda p = Q2R regularisation) as ->.
    { rewrite regularisation_is. unfold Big_lambda. rewrite En, EH. cbn [problem_of n lambda_H L].
      f_equal. rewrite EL. assert (H : forall m, (m <= layers c)%nat ->
        lambdas p m = lambdas (problem_of c) m); [|apply H; apply le_n].
      induction m; intros M; simpl; [reflexivity|]. rewrite IHm, EW by lia. reflexivity. }
    unfold bound_checked in B. rewrite !andb_true_iff in B. destruct B as [[_ P] _].
    apply at_most_Q_true in P. rewrite EK, EL.
    rewrite ?Q2R_mult, ?Q2R_power, ?Q2R_plus, ?Q2R_number, ?RMicromega.Q2R_1 in P. exact P.
Qed.

End Checks.
