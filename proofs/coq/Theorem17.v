(** * Theorem 17: with a smoothed ReLU every global optimum is without variability in every layer

    Let σ be differentiable, 0 on (-∞, 0] and positive on (0, ∞): every ReLU_ε of Definition 16 is.
    The distance that the theorem bounds is then 0, for every ε and every regularisation.

    Let x and y be the columns of H_1 of two samples of one class; either may stand in the place of
    the other.  Let a, b be the gradients at W_1 x, W_1 y and c, d those at W_2 σ(W_1 x), W_2 σ(W_1
    y).  Stationarity in W_1 gives a xᵀ = b yᵀ, in the columns W_1ᵀ a = -λ x and W_1ᵀ b = -λ y; so x
    xᵀ = y yᵀ and y = x or y = -x.  In W_2 it gives c σ(W_1 x)ᵀ = d σ(W_1 y)ᵀ; with y = -x that is 0
    = -λ|x|². *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums Smoothed Samples Smooth.
Local Open Scope R_scope.

Section Proof.
Variables sigma sigma' : R -> R.
Hypothesis smooth : forall x, derivable_pt_lim sigma x (sigma' x).
Hypothesis flat : forall x, x <= 0 -> sigma x = 0.
Hypothesis positive : forall x, 0 < x -> 0 < sigma x.
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation N := (K p * n p)%nat.

Lemma flat_slope : forall x, x <= 0 -> sigma' x = 0.
Proof.
  intros x X. destruct (Req_dec (sigma' x) 0) as [Z|Nz]; [exact Z|]. exfalso.
  destruct (smooth x (Rabs (sigma' x)) (Rabs_pos_lt _ Nz)) as [[delta D0] D]. simpl in D.
  specialize (D (- (delta / 2))). rewrite !flat in D by lra.
  replace ((0 - 0) / - (delta / 2) - sigma' x) with (- sigma' x) in D by (field; lra).
  rewrite (Rabs_Ropp (sigma' x)) in D. assert (B : Rabs (sigma' x) < Rabs (sigma' x)); [|lra].
  apply D; [lra|]. rewrite Rabs_Ropp, Rabs_right; lra.
Qed.

(** Samples [a] and [b] of one class, at an optimum. *)
Section Pair.
Variable x : point.
Variables a b : nat.
Hypothesis x_optimal : optimal sigma p x.
Hypothesis a_in : (a < N)%nat.
Hypothesis b_in : (b < N)%nat.
Hypothesis one_class : (a / n p = b / n p)%nat.

Local Notation V := (W x).
Local Notation u := (column (H1 x) a).
Local Notation v := (column (H1 x) b).
Local Notation c := (a / n p)%nat.
Local Notation back := (back sigma sigma' p).
Local Notation inner m y z := (total m (fun i => y i * z i)).

Local Notation change := (change sigma sigma' p V).

Lemma same_change : forall A B, change A B c u = change A B c v.
Proof.
  intros A B. apply (same_term sigma p (fun V => Smooth.change sigma sigma' p V A B) (fun V =>
    total (L p) (fun i => lambda p (S i)
      * dot (d_out p (S i)) (d p (S i)) (V (S i)) (first_two A B (S i))))); try assumption.
  intros y O. apply weights_stationary; assumption.
Qed.

Local Notation back_u := (back V u c 2).
Local Notation back_v := (back V v c 2).
Local Notation W1 h i := (total (d p 1) (fun k => V 1%nat i k * h k)).

(** Stationarity in the columns and in W_1. *)
Lemma in_columns : forall q,
  inner (d p 2) back_u (fun i => W1 q i) = - lambda_H p * inner (d p 1) u q /\
  inner (d p 2) back_v (fun i => W1 q i) = - lambda_H p * inner (d p 1) v q.
Proof.
  intros q. assert (E := column_stationary sigma sigma' smooth p is_regular x a q x_optimal a_in).
  assert (F := column_stationary sigma sigma' smooth p is_regular x b q x_optimal b_in).
  cbv zeta in E, F. rewrite <- one_class in F. split; lra.
Qed.

Lemma in_first_weights : forall y z,
  inner (d p 1) u y * inner (d p 1) u z = inner (d p 1) v y * inner (d p 1) v z.
Proof.
  intros y z. destruct is_regular as [_ [_ [_ [LH _]]]].
  assert (E := same_change (fun i k => W1 y i * z k) (fun _ _ => 0)). unfold Smooth.change in E.
  rewrite !(total_zero (d_out p 2)), !Rplus_0_l in E
    by (intros; rewrite total_zero; intros; ring).
  assert (T : forall g h, total (d p 2) (fun i => g i * total (d p 1) (fun k => W1 y i * z k * h k))
    = inner (d p 2) g (fun i => W1 y i) * inner (d p 1) h z).
  { intros g h. rewrite Rmult_comm, <- total_scale. apply total_ext. intros i _.
    rewrite (total_ext (d p 1) (fun k => W1 y i * z k * h k) (fun k => W1 y i * (h k * z k)))
      by (intros; ring).
    rewrite total_scale. ring. }
  rewrite !T in E. destruct (in_columns y) as [U U']. rewrite U, U' in E.
  apply Rmult_eq_reg_l with (- lambda_H p); lra.
Qed.

(** y = -x: stationarity in W_2 says that there is nothing. *)
Lemma opposite : (forall k, (k < d p 1)%nat -> v k = - u k) -> inner (d p 1) u u = 0.
Proof.
  intros Opp. destruct is_regular as [_ [_ [_ [LH _]]]]. set (z i := W1 u i).
  assert (zv : forall i, W1 v i = - z i).
  { intros i. unfold z. replace (- _) with (-1 * total (d p 1) (fun k => V 1%nat i k * u k))
    by ring.
    rewrite <- total_scale. apply total_ext. intros k Hk. rewrite (Opp k Hk). ring. }
  (* the direction of W_2 that undoes σ where W_1 x is positive *)
  set (w k := if Rle_lt_dec (z k) 0 then 0 else sigma' (z k) * z k / sigma (z k)).
  assert (E := same_change (fun _ _ => 0) (fun i k => V 2%nat i k * w k)).
  unfold Smooth.change in E.
  rewrite !(total_zero (d p 2) (fun i => _ * total (d p 1) _)), !Rplus_0_r in E
    by (intros; rewrite total_zero; intros; ring).
  assert (two : forall h k, sample sigma p V h 2 k = sigma (W1 h k)) by reflexivity.
  rewrite (total_ext _ (fun i => _ * total (d p 2)
    (fun k => V 2%nat i k * w k * sample sigma p V v 2 k)) (fun _ => 0)) in E.
  2: { intros i _. rewrite total_zero; [ring|]. intros k _. rewrite two, zv. unfold w.
    destruct (Rle_lt_dec (z k) 0); [ring|]. rewrite (flat (- z k)) by lra. ring. }
  rewrite total_constant, Rmult_0_r in E.
  apply Rmult_eq_reg_l with (- lambda_H p); [|lra].
  rewrite Rmult_0_r, <- (proj1 (in_columns u)), <- E.
  rewrite (total_ext _ (fun i => _ * total (d p 2) _) (fun i => total (d p 2) (fun k =>
    back V u c 3 i * (V 2%nat i k * w k * sample sigma p V u 2 k))))
      by (intros; rewrite total_scale; reflexivity).
  rewrite total_swap. apply total_ext. intros k _. destruct is_regular as [_ [_ [L2 _]]].
  rewrite back_step by lia. change (preactivation sigma p V u 2 k) with (z k). rewrite two.
  change (total (d p 1) (fun j => V 1%nat k j * u j)) with (z k).
  rewrite (total_ext _ (fun i => back V u c 3 i * _)
    (fun i => w k * sigma (z k) * (V 2%nat i k * back V u c 3 i)))
    by (intros; unfold z; ring).
  rewrite total_scale. replace (w k * sigma (z k)) with (sigma' (z k) * z k); [ring|]. unfold w.
  destruct (Rle_lt_dec (z k) 0) as [Le|Gt]; [rewrite flat_slope by exact Le; ring|].
  assert (P := positive (z k) ltac:(lra)). field. lra.
Qed.

Lemma same_column : forall k, (k < d p 1)%nat -> u k = v k.
Proof.
  assert (A := in_first_weights u u). assert (B := in_first_weights u v).
  assert (C := in_first_weights v v).
  rewrite (total_ext (d p 1) (fun i => v i * u i) (fun i => u i * v i)) in A, B by (intros; ring).
  set (uu := inner (d p 1) u u) in *. set (uv := inner (d p 1) u v) in *.
  set (vv := inner (d p 1) v v) in *.
  assert (U0 : 0 <= uu) by (apply total_nonneg; intros; apply Rle_0_sqr).
  assert (V0 : 0 <= vv) by (apply total_nonneg; intros; apply Rle_0_sqr).
  assert (UV : uu = vv) by (apply Rsqr_inj; [exact U0 | exact V0 | unfold Rsqr; lra]).
  destruct (Rsqr_eq uu uv ltac:(unfold Rsqr; lra)) as [E|E].
  - apply same_vector. fold uu uv vv. lra.
  - assert (O : forall k, (k < d p 1)%nat -> - u k = v k).
    { apply same_vector. fold vv. rewrite
      (total_ext (d p 1) (fun i => - u i * - u i) (fun i => u i * u i)),
        (total_ext (d p 1) (fun i => - u i * v i) (fun i => -1 * (u i * v i))), total_scale
          by (intros; ring).
      fold uu uv. lra. }
    assert (Z : uu = 0) by (apply opposite; intros k Hk; rewrite O by exact Hk; reflexivity).
    intros k Hk. assert (Zu := squares_zero _ _ Z k Hk). rewrite <- (O k Hk), Zu. ring.
Qed.
End Pair.

(** The features of two samples of one class are the same in every layer. *)
Lemma same_features : forall x a b, optimal sigma p x -> (a < N)%nat -> (b < N)%nat ->
  (a / n p = b / n p)%nat ->
  forall l i, (1 <= l)%nat -> (i < d p l)%nat ->
  feature_with sigma p x l i a = feature_with sigma p x l i b.
Proof.
  intros x a b O A B C l. induction l as [|[|l] IH]; intros i Hl I; [lia | apply same_column;
    assumption|].
  cbn [feature_with]. f_equal. apply total_ext. intros k Hk. f_equal. apply IH; [lia | exact Hk].
Qed.

Theorem theorem_17 : forall x, (forall y, objective_with sigma p x <= objective_with sigma p y) ->
  forall l, (1 <= l <= L p)%nat -> exists M, class_means p (d p l) (feature_with sigma p x l) M.
Proof.
  intros x O l Hl. apply class_means_exist; [apply is_regular|]. intros i a b I A B C.
  apply same_features; try assumption. lia.
Qed.

End Proof.

(** ** As printed *)

Theorem theorem_17_printed : forall p sigma eps x, regular p -> 0 < eps -> smoothed eps sigma ->
  lambda_H p <= 1 / (INR (L p) + 1) ->
  (forall l, (1 <= l <= L p)%nat -> lambda p l <= 1 / (INR (L p) + 1)) ->
  (forall y, objective_with sigma p x <= objective_with sigma p y) ->
  forall l a b, (1 <= l <= L p)%nat -> (a < K p * n p)%nat -> (b < K p * n p)%nat ->
    (a / n p = b / n p)%nat ->
    distance (d p l) (feature_with sigma p x l) a b <= bound_17 p eps.
Proof.
  intros p sigma eps x Reg E [Outside [Inside [sigma' [_ [Smooth _]]]]] _ _ O l a b Hl A B C.
  apply Rle_trans with 0.
  - right. unfold distance. rewrite total_zero; [apply sqrt_0|]. intros i I.
    rewrite (same_features sigma sigma' Smooth) with (b := b); try assumption; try ring; try lia.
    + intros y Y. rewrite Outside by (left; exact Y). apply Rmax_left. exact Y.
    + intros y Y. destruct (Rlt_le_dec y eps) as [Le|Ge]; [apply Inside; lra|].
      rewrite Outside by (right; exact Ge). rewrite Rmax_right; lra.
  - assert (Ls : 0 < INR (L p) + 1) by (assert (P := pos_INR (L p)); lra).
    destruct Reg as [_ [n1 [_ [LH La]]]].
    assert (P : forall m, (m <= L p)%nat -> 0 < lambdas p m).
    { induction m; intros M; simpl; [lra|].
      apply Rmult_lt_0_compat; [apply IHm; lia | apply La; lia]. }
    apply Rmult_le_pos; [apply Rmult_le_pos; [lra | apply sqrt_pos]|].
    left. apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; auto using pow_lt.
    apply sqrt_lt_R0, lt_0_INR. lia.
Qed.
