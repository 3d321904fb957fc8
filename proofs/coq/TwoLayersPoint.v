(** * Two layers: points by their factors

    A point of objective (1) with L = 2, the features relu(S h) of its classes, and what it costs;
    and the collapsed points, that lose what the normal form says. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums Orthogonal Blocks
  TwoLayersBound.
Local Open Scope R_scope.

Section Factors.
Variable p : problem.
Hypothesis L_is : L p = 2%nat.
Hypothesis n1 : (1 <= n p)%nat.
Variables u q : nat.
Hypothesis wide_1 : (u <= d p 1)%nat.
Hypothesis wide_2 : (q <= d p 2)%nat.
(* q × u, u × K and K × q *)
Variables S h V : dense_matrix.
Local Notation N := (K p * n p)%nat.
Local Notation R := (rectified (mul u S h)).

Definition by_factors : point := Point
  (fun i j => pad u (K p) h i (j / n p)%nat)
  (fun l => if (l =? 1)%nat then pad q u S else pad (K p) q V).

Lemma class_in : forall j, (j < N)%nat -> (j / n p < K p)%nat.
Proof. intros j J. apply Nat.div_lt_upper_bound; lia. Qed.

Lemma before_factors : class_means p (d p 2) (before p by_factors 2) (pad q (K p) (mul u S h)).
Proof.
  intros i j I J. change (before p by_factors 2 i j)
    with (mul (d p 1) (pad q u S) (fun i j => pad u (K p) h i (j / n p)%nat) i j).
  assert (C := class_in j J). rewrite mul_pad by exact wide_1. destruct (Nat.ltb_spec i q) as [Q|Q].
  - rewrite pad_in by assumption. unfold mul. apply total_ext. intros v Hv.
    rewrite pad_in by assumption.
    reflexivity.
  - rewrite pad_out by lia. reflexivity.
Qed.

Lemma feature_factors : class_means p (d p 2) (feature p by_factors 2) (pad q (K p) R).
Proof.
  intros i j I J. change (feature p by_factors 2 i j) with (Rmax 0 (before p by_factors 2 i j)).
  rewrite (before_factors i j I J). unfold pad, rectified.
  destruct ((i <? q)%nat && (j / n p <? K p)%nat); [reflexivity | apply Rmax_left; lra].
Qed.

Theorem cost_factors : forall k, cost p k by_factors
  = square (K p) (K p) (minus (mul q V R) identity)
    + k * (lambda p 1 * square q u S + lambda p 2 * square (K p) q V
      + INR (n p) * lambda_H p * square u (K p) h).
Proof.
  intros k. assert (n0 : 0 < INR (n p)) by (apply lt_0_INR; lia). unfold cost. rewrite L_is.
  cbn [total].
  unfold d_out. rewrite L_is. cbn [Nat.eqb W H1 by_factors].
  rewrite (square_repeat (d p 1) (K p) (n p) (pad u (K p) h)), !square_pad by lia.
  rewrite (square_ext (K p) N _ (fun i j => minus (mul q V R) identity i (j / n p)%nat)).
  - rewrite square_repeat. field. lra.
  - intros i j I J. unfold minus, label, identity. f_equal. assert (C := class_in j J).
    rewrite mul_pad by exact wide_2. destruct (Nat.ltb_spec i (K p)); [|lia].
    unfold mul at 1 2. apply total_ext. intros v Hv.
    rewrite (feature_factors v j ltac:(lia) J), pad_in by assumption. reflexivity.
Qed.

End Factors.

(** A factor of weights or features with the squares c and regularisation l, balanced to cost s/k.
*)
Definition factor (s k c l : R) : R := sqrt (s / (c * k * l)).

Lemma factor_square : forall s k c l, 0 <= s -> 0 < k -> 0 < c -> 0 < l ->
  l * (factor s k c l * factor s k c l) = s / (c * k).
Proof.
  intros s k c l S K0 C L0. unfold factor. rewrite sqrt_sqrt.
  - field. lra.
  - apply Rle_mult_inv_pos; [exact S | repeat apply Rmult_lt_0_compat; assumption].
Qed.

(** ** Collapse *)

Section Collapse.
Variable p : problem.
Hypothesis L_is : L p = 2%nat.
Hypothesis n1 : (1 <= n p)%nat.
Hypothesis LH : 0 < lambda_H p.
Hypothesis L1 : 0 < lambda p 1.
Hypothesis L2 : 0 < lambda p 2.
Hypothesis wide_1 : (K p <= d p 1)%nat.
Hypothesis wide_2 : (K p <= d p 2)%nat.
(* in a problem of k classes *)
Variables k s : R.
Hypothesis k0 : 0 < k.
Hypothesis s0 : 0 <= s.
Local Notation start := (INR (n p) * lambda_H p).

Definition scale_W : R := factor s k 1 (lambda p 1).
Definition scale_H : R := factor s k 1 start.
Definition inverse : R := / (scale_W * scale_H * (scale_W * scale_H) + k * lambda p 2).
Definition scalar (c : R) : dense_matrix := fun i j => c * identity i j.

Definition collapsed_point : point :=
  by_factors p (K p) (K p) (scalar scale_W) (scalar scale_H) (scalar (scale_W * scale_H * inverse)).

Let n0 : 0 < INR (n p). Proof. apply lt_0_INR. lia. Qed.

Lemma start_pos : 0 < start.
Proof. apply Rmult_lt_0_compat; [exact n0 | exact LH]. Qed.

Lemma scales_square : scale_W * scale_H * (scale_W * scale_H)
  = s * s / (k * k * (start * lambda p 1)).
Proof.
  assert (P := start_pos). assert (A := factor_square s k 1 _ s0 k0 Rlt_0_1 L1).
  assert (B := factor_square s k 1 _ s0 k0 Rlt_0_1 P). fold scale_W in A. fold scale_H in B.
  apply Rmult_eq_reg_l with (start * lambda p 1).
  - transitivity ((lambda p 1 * (scale_W * scale_W)) * (start * (scale_H * scale_H))); [ring|].
    rewrite A, B. field. lra.
  - assert (0 < start * lambda p 1) by (apply Rmult_lt_0_compat; assumption). lra.
Qed.

Lemma scalar_product : forall m c e i j, (i < m)%nat ->
  mul m (scalar c) (scalar e) i j = scalar (c * e) i j.
Proof.
  intros m c e i j I. unfold scalar. rewrite mul_scale_left, mul_scale_right.
  rewrite mul_identity_left by exact I. ring.
Qed.

Lemma scalar_relu : forall i j,
  rectified (mul (K p) (scalar scale_W) (scalar scale_H)) i j
    = mul (K p) (scalar scale_W) (scalar scale_H) i j.
Proof.
  intros i j. apply Rmax_right, total_nonneg. intros v _. unfold scalar, identity.
  assert (0 <= scale_W) by apply sqrt_pos. assert (0 <= scale_H) by apply sqrt_pos.
  apply Rmult_le_pos; apply Rmult_le_pos; try assumption;
    [destruct (i =? v)%nat | destruct (v =? j)%nat]; lra.
Qed.

Lemma square_scalar : forall m c, square m m (scalar c) = INR m * (c * c).
Proof.
  intros m c. unfold scalar. rewrite square_scale,
    (square_orthogonal _ _ _ _ (identity_orthogonal m)). ring.
Qed.

Theorem cost_collapsed_point : cost p k collapsed_point
  = INR (K p) * (2 * s + k * lambda p 2 * inverse).
Proof.
  assert (P := start_pos). unfold collapsed_point. rewrite cost_factors by assumption.
  rewrite !square_scalar.
  rewrite (square_ext _ _ _ (scalar (scale_W * scale_H * inverse * (scale_W * scale_H) - 1))).
  - rewrite square_scalar.
    assert (A := factor_square s k 1 _ s0 k0 Rlt_0_1 L1).
    assert (B := factor_square s k 1 _ s0 k0 Rlt_0_1 P). fold scale_W in A. fold scale_H in B.
    set (g := scale_W * scale_H * (scale_W * scale_H)). assert (g0 : 0 <= g) by apply Rle_0_sqr.
    assert (kl : 0 < k * lambda p 2) by (apply Rmult_lt_0_compat; assumption).
    transitivity (INR (K p) * ((g * inverse - 1) * (g * inverse - 1)
      + k * (lambda p 2 * (g * (inverse * inverse)))
      + k * (lambda p 1 * (scale_W * scale_W)) + k * (start * (scale_H * scale_H)))); [unfold g;
        ring|].
    rewrite A, B. unfold inverse. fold g. field. lra.
  - intros i j I J. unfold minus. rewrite
    (mul_ext (K p) (K p) (K p) _ (scalar (scale_W * scale_H * inverse)) _
      (scalar (scale_W * scale_H)))
      by (try assumption; try apply same_refl; intros v w Hv _; rewrite scalar_relu;
        apply scalar_product; exact Hv).
    rewrite scalar_product by exact I. unfold scalar. ring.
Qed.

Theorem collapsed_point_collapsed : collapsed p collapsed_point.
Proof.
  exists (fun l => if (l =? 1)%nat then pad (K p) (K p) (scalar scale_H)
    else pad (K p) (K p) (mul (K p) (scalar scale_W) (scalar scale_H))),
      (fun _ => scale_W * scale_H * (scale_W * scale_H)).
  split; [intros i j _ _; reflexivity|]. intros l Hl. rewrite L_is in Hl.
  replace l with 2%nat by lia.
  cbn [Nat.eqb]. split; [|split].
  - apply before_factors; assumption.
  - intros i j I J. unfold collapsed_point. rewrite feature_factors by assumption. unfold pad.
    destruct ((i <? K p)%nat && _); [apply scalar_relu | reflexivity].
  - intros e f E F. rewrite (total_pad (K p) (d p 2)) by
      (try exact wide_2; intros; rewrite pad_out by lia; ring).
    rewrite (total_ext (K p) _ (fun i => scale_W * scale_H * (scale_W * scale_H)
      * (identity i e * identity i f))).
    + rewrite total_scale, (identity_orthogonal (K p) e f E F). destruct (e =? f)%nat; ring.
    + intros i I. rewrite !pad_in by assumption. rewrite !scalar_product by exact I. unfold scalar.
      ring.
Qed.

End Collapse.

(** The normal form of collapse is attained. *)
Theorem collapsed_attained_two : forall p, regular p -> L p = 2%nat -> wide p -> forall t, 0 <= t ->
  exists x, collapsed p x /\ 2 * objective p x = collapse (INR (K p)) (K p) (Big_lambda p) 2 t.
Proof.
  intros p Reg L2 Wide t T. destruct (two_positive p Reg L2) as [k0 [n0 [LH [La Lb]]]].
  assert (n1 := proj1 (proj2 Reg)).
  exists (collapsed_point p (INR (K p)) t). split.
  - apply collapsed_point_collapsed; try assumption; apply Wide; lia.
  - assert (C := cost_objective p (collapsed_point p (INR (K p)) t) Reg).
    rewrite cost_collapsed_point in C; try assumption; try (apply Wide; lia).
    apply Rmult_eq_reg_l with (INR (K p)); [|lra].
    replace (INR (K p) * (2 * objective p (collapsed_point p (INR (K p)) t)))
      with (2 * INR (K p) * objective p (collapsed_point p (INR (K p)) t)) by ring.
    rewrite <- C, collapse_two by assumption. unfold inverse.
    rewrite scales_square by (try assumption; apply Wide; lia). ring.
Qed.
