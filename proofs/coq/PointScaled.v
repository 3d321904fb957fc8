(** * One point for many problems

    The point of a certificate with one sample in each class, scaled and with rows of zeros, is a point
    of every problem with as many classes and layers, any n and λ's whose product Λ is at most its own,
    and layers that are as wide or wider; and its objective there is at most the same. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Sums Objective PointBound Fractions Points
  PointBelow.
Import ListNotations.
Local Open Scope R_scope.

Lemma Rmax_scale : forall c y, 0 <= c -> Rmax 0 (c * y) = c * Rmax 0 y.
Proof.
  intros c y C. destruct (Rle_dec 0 y) as [Y|Y].
  - rewrite (Rmax_right 0 y Y). apply Rmax_right. apply Rmult_le_pos; assumption.
  - rewrite (Rmax_left 0 y) by lra. rewrite Rmult_0_r. apply Rmax_left.
    rewrite <- (Rmult_0_r c). apply Rmult_le_compat_l; lra.
Qed.

Section Scaled.
Variables (q p : problem) (x : point).
Hypothesis regular_q : regular q.
Hypothesis regular_p : regular p.
Hypothesis one : n q = 1%nat.
Hypothesis same_K : K p = K q.
Hypothesis same_L : L p = L q.
Hypothesis wider : forall l, (1 <= l <= L q)%nat -> (d q l <= d p l)%nat.
Hypothesis at_most : Big_lambda p <= Big_lambda q.

Local Notation k := (K q).
Local Notation m := (n p).

Definition speed (l : nat) : R := sqrt (lambda q l / lambda p l).
Definition start : R := sqrt (lambda_H q / (INR m * lambda_H p)).

(** By what the features of layer l + 1 are multiplied. *)
Fixpoint factor (l : nat) : R := match l with O => start | S l => factor l * speed (S l) end.

Let positive_p : forall l, (1 <= l <= L q)%nat -> 0 < lambda p l.
Proof. intros l B. apply regular_p. rewrite same_L. exact B. Qed.
Let positive_q : forall l, (1 <= l <= L q)%nat -> 0 < lambda q l.
Proof. intros l B. apply regular_q. exact B. Qed.
Let H_p : 0 < lambda_H p. Proof. apply regular_p. Qed.
Let H_q : 0 < lambda_H q. Proof. apply regular_q. Qed.
Let m0 : 0 < INR m. Proof. apply lt_0_INR. destruct regular_p. lia. Qed.
Let k0 : 0 < INR k. Proof. apply lt_0_INR. destruct regular_q. lia. Qed.
Let L2 : (2 <= L q)%nat. Proof. apply regular_q. Qed.

Lemma speed_square : forall l, (1 <= l <= L q)%nat -> speed l * speed l = lambda q l / lambda p l.
Proof. intros l B. apply sqrt_sqrt. left. apply Rdiv_lt_0_compat; auto. Qed.

Lemma speed_positive : forall l, (1 <= l <= L q)%nat -> 0 < speed l.
Proof. intros l B. apply sqrt_lt_R0, Rdiv_lt_0_compat; auto. Qed.

Lemma start_square : start * start = lambda_H q / (INR m * lambda_H p).
Proof. apply sqrt_sqrt. left. apply Rdiv_lt_0_compat; [|apply Rmult_lt_0_compat]; assumption. Qed.

Lemma start_positive : 0 < start.
Proof. apply sqrt_lt_R0, Rdiv_lt_0_compat; [|apply Rmult_lt_0_compat]; assumption. Qed.

Lemma factor_positive : forall l, (l <= L q)%nat -> 0 < factor l.
Proof.
  induction l; intros B; simpl; [apply start_positive|].
  apply Rmult_lt_0_compat; [apply IHl | apply speed_positive]; lia.
Qed.

Lemma lambdas_positive : forall r, regular r -> forall l, (l <= L r)%nat -> 0 < lambdas r l.
Proof.
  intros r R. induction l; intros B; simpl; [lra|].
  apply Rmult_lt_0_compat; [apply IHl; lia | apply R; lia].
Qed.

Lemma factor_square : forall l, (l <= L q)%nat ->
  factor l * factor l = lambda_H q / (INR m * lambda_H p) * (lambdas q l / lambdas p l).
Proof.
  induction l; intros B; cbn [factor lambdas]; [rewrite start_square; field; lra|].
  assert (P := lambdas_positive p regular_p l ltac:(lia)).
  assert (Q := positive_p (S l) ltac:(lia)).
  replace (factor l * speed (S l) * (factor l * speed (S l)))
    with (factor l * factor l * (speed (S l) * speed (S l))) by ring.
  rewrite IHl, speed_square by lia. field. lra.
Qed.

Lemma factor_last : 1 <= factor (L q).
Proof.
  assert (F := factor_positive (L q) (le_n _)).
  assert (Q := factor_square (L q) (le_n _)).
  assert (P := lambdas_positive p regular_p (L q) ltac:(lia)).
  assert (S : 1 <= factor (L q) * factor (L q)).
  { rewrite Q. unfold Big_lambda in at_most. rewrite one, same_L in at_most. simpl in at_most.
    assert (D : 0 < INR m * lambda_H p * lambdas p (L q)) by (repeat apply Rmult_lt_0_compat; assumption).
    apply Rmult_le_reg_r with (INR m * lambda_H p * lambdas p (L q)); [exact D|].
    replace (lambda_H q / (INR m * lambda_H p) * (lambdas q (L q) / lambdas p (L q))
      * (INR m * lambda_H p * lambdas p (L q))) with (lambda_H q * lambdas q (L q)) by (field; lra).
    lra. }
  destruct (Rle_lt_dec 1 (factor (L q))) as [|B]; [assumption|].
  assert (factor (L q) * factor (L q) < 1 * 1) by (apply Rmult_le_0_lt_compat; lra). lra.
Qed.

(** By what W_l is multiplied. *)
Definition weight_scale (l : nat) : R :=
  if (l =? L q)%nat then speed l / factor (L q) else speed l.

Definition scaled : point :=
  Point (fun i j => start * pad (d q 1) k (H1 x) i (j / m)%nat)
    (fun l i j => weight_scale l * pad (d_out q l) (d q l) (W x l) i j).

Lemma class_below : forall j, (j < k * m)%nat -> (j / m < k)%nat.
Proof. intros j J. apply Nat.div_lt_upper_bound; [destruct regular_p; lia | lia]. Qed.

(** W_l times the features of layer l. *)
Lemma layer_output : forall l c F i j, (1 <= l <= L q)%nat -> (j < k * m)%nat ->
  (forall u, (u < d p l)%nat -> F u j = c * pad (d q l) k (feature q x l) u (j / m)%nat) ->
  mul (d p l) (W scaled l) F i j
  = weight_scale l * c * (if (i <? d_out q l)%nat
      then mul (d q l) (W x l) (feature q x l) i (j / m)%nat else 0).
Proof.
  intros l c F i j B J E. unfold mul at 1. cbn [W scaled].
  rewrite (total_ext (d p l) _ (fun u => weight_scale l * c
    * (pad (d_out q l) (d q l) (W x l) i u * pad (d q l) k (feature q x l) u (j / m)%nat))).
  2: { intros u U. rewrite (E u U). ring. }
  rewrite total_scale. f_equal.
  change (mul (d p l) (pad (d_out q l) (d q l) (W x l)) (pad (d q l) k (feature q x l)) i (j / m)%nat
    = if (i <? d_out q l)%nat then mul (d q l) (W x l) (feature q x l) i (j / m)%nat else 0).
  rewrite mul_pad by (apply wider; exact B). destruct (i <? d_out q l)%nat; [|reflexivity].
  unfold mul. apply total_ext. intros u U. rewrite pad_in by auto using class_below. reflexivity.
Qed.

Lemma scaled_feature : forall l, (1 <= l <= L q)%nat -> forall i j, (i < d p l)%nat ->
  (j < k * m)%nat ->
  feature p scaled l i j = factor (l - 1) * pad (d q l) k (feature q x l) i (j / m)%nat.
Proof.
  induction l as [|[|l] IH]; intros B i j I J; [lia|reflexivity|].
  change (feature p scaled (S (S l)) i j)
    with (Rmax 0 (mul (d p (S l)) (W scaled (S l)) (feature p scaled (S l)) i j)).
  rewrite (layer_output (S l) (factor (S l - 1)) _ i j ltac:(lia) J)
    by (intros u U; apply IH; [lia | exact U | exact J]).
  replace (S l - 1)%nat with l by lia. replace (S (S l) - 1)%nat with (S l) by lia.
  unfold weight_scale, d_out. destruct (Nat.eqb_spec (S l) (L q)) as [C|_]; [lia|].
  rewrite Rmax_scale.
  2: { apply Rmult_le_pos; left; [apply speed_positive | apply factor_positive]; lia. }
  cbn [factor]. rewrite (Rmult_comm (speed (S l))). f_equal.
  unfold pad. assert (C := class_below j J). apply Nat.ltb_lt in C. rewrite C, andb_true_r.
  destruct (i <? d q (S (S l)))%nat; [reflexivity|]. apply Rmax_left. lra.
Qed.

Lemma scaled_output : forall i j, (i < k)%nat -> (j < k * m)%nat ->
  mul (d p (L q)) (W scaled (L q)) (feature p scaled (L q)) i j
  = mul (d q (L q)) (W x (L q)) (feature q x (L q)) i (j / m)%nat.
Proof.
  intros i j I J. rewrite (layer_output (L q) (factor (L q - 1)) _ i j ltac:(lia) J).
  2: { intros u U. apply scaled_feature; [lia | exact U | exact J]. }
  unfold d_out, weight_scale. rewrite Nat.eqb_refl. apply Nat.ltb_lt in I. rewrite I.
  assert (F := factor_positive (L q) (le_n _)).
  assert (E : factor (L q) = factor (L q - 1) * speed (L q)).
  { replace (L q) with (S (L q - 1)) at 1 3 by lia. reflexivity. }
  replace (speed (L q) / factor (L q) * factor (L q - 1))
    with (factor (L q - 1) * speed (L q) / factor (L q)) by (field; lra).
  rewrite <- E. field. lra.
Qed.

Lemma weight_norm : forall l, (1 <= l <= L q)%nat ->
  lambda p l / 2 * square (d_out p l) (d p l) (W scaled l)
  <= lambda q l / 2 * square (d_out q l) (d q l) (W x l).
Proof.
  intros l B. cbn [W scaled]. rewrite square_scale.
  assert (Out : (d_out q l <= d_out p l)%nat).
  { unfold d_out. rewrite same_L, same_K. destruct (Nat.eqb_spec l (L q)); [lia|]. apply wider. lia. }
  rewrite (square_pad _ _ _ _ _ Out (wider l B)).
  assert (N := square_nonnegative (d_out q l) (d q l) (W x l)).
  assert (P := positive_p l B). assert (Q := positive_q l B). assert (S := speed_square l B).
  assert (G : weight_scale l * weight_scale l <= lambda q l / lambda p l).
  { unfold weight_scale. rewrite <- S. assert (F := factor_last). assert (V := speed_positive l B).
    destruct (l =? L q)%nat; [|lra].
    assert (I : 0 < / factor (L q) <= 1).
    { split; [apply Rinv_0_lt_compat; lra|]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
    assert (H : 0 <= speed l / factor (L q) <= speed l).
    { unfold Rdiv. split; [apply Rmult_le_pos; lra|].
      apply Rle_trans with (speed l * 1); [apply Rmult_le_compat_l; lra | lra]. }
    apply Rmult_le_compat; lra. }
  replace (lambda q l / 2) with (lambda p l / 2 * (lambda q l / lambda p l)) by (field; lra).
  rewrite <- !Rmult_assoc. apply Rmult_le_compat_r; [exact N|].
  rewrite Rmult_assoc. apply Rmult_le_compat_l; lra.
Qed.

Theorem scaled_below : objective p scaled <= objective q x.
Proof.
  unfold objective. rewrite same_K, same_L, one, Nat.mul_1_r.
  apply Rplus_le_compat; [apply Rplus_le_compat|].
  - right. rewrite (square_ext k (k * m) _ (fun i j =>
      minus (mul (d q (L q)) (W x (L q)) (feature q x (L q))) (label q) i (j / m)%nat)).
    + rewrite square_repeat, mult_INR. field. lra.
    + intros i j I J. unfold minus, label. rewrite (scaled_output i j I J), one, Nat.div_1_r.
      reflexivity.
  - apply total_le. intros i I. apply weight_norm. lia.
  - right. cbn [H1 scaled].
    rewrite (square_repeat (d p 1) k m (fun i c => start * pad (d q 1) k (H1 x) i c)).
    rewrite square_scale, start_square.
    rewrite square_pad by (try apply wider; lia). field. lra.
Qed.

End Scaled.

(** A certificate with one sample in each class, for all n, all λ's with Λ between two numbers, and all
    widths that are large enough: its point, scaled, is below every point of Definition 7. *)
Theorem point_range : forall c, checked c = true -> samples c = 1%nat -> forall p, regular p ->
  K p = classes c -> L p = layers c ->
  (forall l, (1 <= l <= L p)%nat -> (nth (l - 1) (widths c) 0%nat <= d p l)%nat) ->
  Q2R (place c) ^ (L p - 1) <= INR (K p) ^ (L p + 1) * Big_lambda p * (1 + Q2R (place c)) ^ (2 * L p) ->
  Big_lambda p <= Big_lambda (problem_of c) ->
  exists x, objective p x <= Q2R (loss c) /\ Q2R (loss c) < Q2R (bound c) /\
    forall y, collapsed p y -> Q2R (bound c) <= objective p y.
Proof.
  intros c C One p R EK EL Wide Low High.
  assert (C' := C). unfold checked in C'. rewrite !andb_true_iff in C'. destruct C' as [[V B] E].
  destruct (point_value c V) as [R' Value].
  exists (scaled (problem_of c) p (point_of c)). split; [|split; [apply less_Q_true, E|]].
  - rewrite <- Value. apply scaled_below; auto. intros l Hl. apply Wide. rewrite EL. exact Hl.
  - intros y Y. apply (bound_below c B p y R EL Low Y).
Qed.
