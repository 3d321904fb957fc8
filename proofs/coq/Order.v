(** * (3) for every K: L_SRG/L_DNC ≤ C K^((3-L)/(2(L+1))), C a number that depends on L alone *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular Families Theorem3 Blocks OneBlock AllClasses Ratio.
Local Open Scope R_scope.

(** C, and the exponent of K. *)
Definition order_constant (L : nat) : R := Rpower (2 ^ (2 * L - 5) / phi L) (/ INR (L + 1)) + 2.
Definition order_exponent (L : nat) : R := (3 - INR L) / (2 * INR (L + 1)).

Lemma Rpower_less : forall a b e, 0 < a <= b -> e <= 0 -> Rpower b e <= Rpower a e.
Proof.
  intros a b e [A B] E. replace e with (- - e) by ring. rewrite !(Rpower_Ropp _ (- e)).
  apply Rinv_le_contravar; [apply exp_pos|]. apply Rle_Rpower_l; lra.
Qed.

Section Order.
Variables r L : nat.
Hypothesis r4 : (4 <= r)%nat.
Hypothesis L3 : (3 <= L)%nat.
Local Notation e := (2 * order_exponent L).

Let l3 : 3 <= INR L. Proof. replace 3 with (INR 3) by (simpl; lra). apply le_INR. exact L3. Qed.
Let l1 : INR (L + 1) = INR L + 1. Proof. rewrite plus_INR. reflexivity. Qed.

Lemma exponent_between : -1 <= e <= 0.
Proof.
  unfold order_exponent. rewrite l1.
  replace (2 * ((3 - INR L) / (2 * (INR L + 1)))) with ((3 - INR L) / (INR L + 1)) by (field; lra).
  split.
  - apply Rmult_le_reg_r with (INR L + 1); [lra|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l by lra. lra.
  - apply Rmult_le_reg_r with (INR L + 1); [lra|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma Psi_order : Psi_power r L <= 2 ^ (2 * L - 5) * / INR r ^ (L - 3).
Proof.
  assert (R4 := rho_4 r r4). assert (N0 := nu_pos r r4). assert (Nu := nu_below r r4).
  unfold Psi_power. replace (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) with (nu r)
    by (rewrite (nu_is r r4); ring).
  assert (exists m, L = (m + 3)%nat) as [m ->] by (exists (L - 3)%nat; lia).
  replace (m + 3 - 3)%nat with m by lia. replace (m + 3 - 2)%nat with (m + 1)%nat by lia.
  replace (2 * (m + 3) - 5)%nat with (m + (m + 1))%nat by lia. set (x := INR r) in *.
  assert (xm : 0 < x ^ m) by (apply pow_lt; lra).
  assert (ym : 0 < (x - 1) ^ (m + 1)) by (apply pow_lt; lra).
  assert (tm : 0 < 2 ^ m) by (apply pow_lt; lra).
  assert (A : nu r ^ 2 <= x ^ 2) by (apply pow_incr; lra).
  assert (B : x ^ (m + 1) <= 2 ^ (m + 1) * (x - 1) ^ (m + 1)).
  { rewrite <- Rpow_mult_distr. apply pow_incr. lra. }
  apply Rle_trans with (2 ^ m * x ^ 2 / (x * (x - 1) ^ (m + 1))).
  - apply Rmult_le_compat_r.
    + left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra.
    + apply Rmult_le_compat_l; lra.
  - apply Rmult_le_reg_r with ((x - 1) ^ (m + 1) * x ^ m); [apply Rmult_lt_0_compat; assumption|].
    replace (2 ^ m * x ^ 2 / (x * (x - 1) ^ (m + 1)) * ((x - 1) ^ (m + 1) * x ^ m))
      with (2 ^ m * x ^ (m + 1)) by (rewrite (pow_add x m 1); simpl; field; lra).
    replace (2 ^ (m + (m + 1)) * / x ^ m * ((x - 1) ^ (m + 1) * x ^ m))
      with (2 ^ m * (2 ^ (m + 1) * (x - 1) ^ (m + 1)))
        by (rewrite (pow_add 2 m (m + 1)); field; lra).
    apply Rmult_le_compat_l; lra.
Qed.

Lemma ratio_order : ratio r L
  <= Rpower (2 ^ (2 * L - 5) / phi L) (/ INR (L + 1)) * Rpower (INR r) e.
Proof.
  assert (R4 := rho_4 r r4). assert (F := phi_pos L L3).
  assert (P := Psi_pos r L r4 L3). assert (xm : 0 < INR r ^ (L - 3)) by (apply pow_lt; lra).
  assert (tm : 0 < 2 ^ (2 * L - 5)) by (apply pow_lt; lra).
  replace (Rpower (INR r) e) with (Rpower (/ INR r ^ (L - 3)) (/ INR (L + 1))).
  - rewrite Rpower_mult_distr.
    + unfold ratio. apply Rle_Rpower_l; [left; apply Rinv_0_lt_compat; lra|].
      split; [apply Rdiv_lt_0_compat; assumption|].
      replace (2 ^ (2 * L - 5) / phi L * / INR r ^ (L - 3))
        with (2 ^ (2 * L - 5) * / INR r ^ (L - 3) / phi L) by (field; lra).
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; exact F | apply Psi_order].
    + apply Rdiv_lt_0_compat; assumption.
    + apply Rinv_0_lt_compat. exact xm.
  - rewrite <- Rpower_pow, <- Rpower_Ropp, Rpower_mult by lra. f_equal.
    unfold order_exponent. rewrite l1, minus_INR by exact L3. simpl (INR 3). field. lra.
Qed.

(** The share of collapse in Definition 8. *)
Lemma share_order : 2 / (INR r + 2) <= 2 * Rpower (INR r) e.
Proof.
  assert (R4 := rho_4 r r4). destruct exponent_between as [E _].
  apply Rle_trans with (2 * / INR r).
  - apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; lra.
  - apply Rmult_le_compat_l; [lra|].
    rewrite <- (Rpower_1 (INR r)) at 1 by lra. rewrite <- Rpower_Ropp. apply Rle_Rpower; lra.
Qed.

Lemma classes_order : forall k, (1 <= k)%nat -> (k < tri (S r))%nat ->
  Rpower (INR r) e <= Rpower (INR k) (order_exponent L).
Proof.
  intros k K1 Kr. assert (R4 := rho_4 r r4). destruct exponent_between as [_ E].
  assert (k0 : 0 < INR k) by (apply lt_0_INR; lia).
  rewrite <- Rpower_mult. replace (Rpower (INR r) 2) with (INR r * INR r).
  - apply Rpower_less; [|lra]. split; [exact k0|]. rewrite <- mult_INR. apply le_INR.
    assert (T := tri_twice (S r)). nia.
  - replace 2 with (INR 2) by (simpl; lra). rewrite Rpower_pow by lra. simpl. ring.
Qed.

Lemma order : forall k, (1 <= k)%nat -> (k < tri (S r))%nat ->
  ratio r L + 2 / (INR r + 2) <= order_constant L * Rpower (INR k) (order_exponent L).
Proof.
  intros k K1 Kr. assert (A := ratio_order). assert (B := share_order).
  assert (C := classes_order k K1 Kr).
  unfold order_constant. set (c := Rpower (2 ^ (2 * L - 5) / phi L) (/ INR (L + 1))) in *.
  assert (c0 : 0 < c) by apply exp_pos.
  assert (D := Rmult_le_compat_l (c + 2) _ _ ltac:(lra) C). lra.
Qed.
End Order.

(** ** Any number of classes *)

Section AllClasses.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis enough : classes_enough p.
Hypothesis is_wide : wide p.

Let L3 : (3 <= L p)%nat. Proof. unfold classes_enough in enough. lia. Qed.
Let K1 : (1 <= K p)%nat := proj1 is_regular.
Let k0 : 0 < INR (K p). Proof. apply lt_0_INR. lia. Qed.

Lemma block_ratio : forall k width r t, (1 <= k)%nat ->
  (forall l, (1 <= l <= L p)%nat -> (k <= width l)%nat) -> k = (r * (r - 1) / 2)%nat ->
  layers_enough r (L p) -> 0 < t ->
  (forall s, 0 <= s -> collapse (INR (K p)) (K p) (Big_lambda p) (L p) t
    <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) s) ->
  exists x, triangular (with_classes p k width) r x /\
    cost (with_classes p k width) (INR (K p)) x
    <= INR k * (ratio r (L p) * collapse (INR (K p)) (K p) (Big_lambda p) (L p) t).
Proof.
  intros k width r t k1 Wide Kr En T Least.
  assert (b0 : 0 < INR k) by (apply lt_0_INR; lia).
  set (block := with_classes p k width). set (alone := scaled block (INR (K p) / INR k)).
  assert (Reg : regular alone) by (apply regular_alone; assumption).
  assert (Same : forall s, 0 <= s ->
    collapse (INR (K alone)) (K alone) (Big_lambda alone) (L alone) s
    = collapse (INR (K p)) (K p) (Big_lambda p) (L p) s).
  { intros s S. apply (collapse_alone p is_regular k width k1). exact S. }
  destruct (triangular_ratio alone r Reg Kr En Wide t T) as [q [x [_ [X B]]]].
  { intros s S. rewrite !Same by lra. apply Least, S. }
  exists x. split.
  - apply (proj1 (triangular_scaled block (INR (K p) / INR k) r x)). eexists. exact X.
  - rewrite Same in B by lra. change (L alone) with (L p) in B.
    rewrite (cost_scaled block (INR (K p)) x); [|apply regular_block; assumption | exact k0].
    change (K block) with k. fold alone.
    apply Rmult_le_compat_l with (r := INR k) in B; lra.
Qed.

(** L_SRG <= ((Ψ^L/φ)^(1/(L+1)) + 2/(r+2)) L_DNC. *)
Theorem ratio_extended : subcritical p -> exists r x,
  (r * (r - 1) / 2 <= K p < (r + 1) * r / 2)%nat /\ extended p x /\
  forall y, collapsed p y -> objective p x <= (ratio r (L p) + 2 / (INR r + 2)) * objective p y.
Proof.
  intros Small. destruct (least_collapse p is_regular Small) as [t [T Least]].
  destruct (graph_fits p is_regular enough) as [r [En R]].
  assert (r4 : (4 <= r)%nat) by (unfold layers_enough in En; lia). assert (R4 := rho_4 r r4).
  destruct (block_ratio _ _ r t (graph_1 p is_regular enough r En R)
    (graph_wide p is_regular enough is_wide r R) eq_refl En T Least)
    as [x [X B]].
  destruct (extended_point p is_regular enough is_wide r R x t X (Rlt_le _ _ T)) as [z [Z E]].
  exists r, z. split; [exact R|]. split; [exact Z|]. intros y Y.
  set (c := collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) in *.
  assert (Two := two_parts p is_regular enough r R). set (k := (r * (r - 1) / 2)%nat) in *.
  set (rest := (K p - k)%nat) in *.
  assert (q0 : 0 < ratio r (L p)) by apply exp_pos.
  assert (C : c <= 2 * objective p y).
  { destruct (collapsed_above p is_regular y Y) as [s [S A]]. assert (Q := Least s S).
    fold c in Q. lra. }
  assert (c0 : 0 < c).
  { unfold c. rewrite collapse_is; [|exact K1 | apply Big_lambda_positive; assumption | lra].
    assert (0 < INR (L p)) by (apply lt_0_INR; lia).
    assert (0 < INR (L p) * t) by (apply Rmult_lt_0_compat; assumption).
    assert (0 < / (1 + t ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p))); [|lra].
    apply Rinv_0_lt_compat. assert (0 < t ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p)); [|lra].
    apply Rdiv_lt_0_compat; [apply pow_lt; exact T|].
    apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | apply Big_lambda_positive; assumption]. }
  assert (Share : INR rest * (INR r + 2) <= 2 * INR (K p)).
  { assert (Q : (rest + 1 <= r)%nat).
    { unfold rest, k. assert (Q' := proj2 R).
      replace ((r + 1) * r / 2)%nat with (tri (S r)) in Q'
        by (rewrite <- tri_is; f_equal; f_equal; lia).
      rewrite tri_is. simpl in Q'. lia. }
    assert (kr : INR k = INR r * (INR r - 1) / 2)
      by (unfold k; rewrite tri_is; apply tri_real; exact r4).
    apply le_INR in Q. rewrite plus_INR in Q. simpl (INR 1) in Q. rewrite Two, kr.
    assert (0 <= INR rest) by apply pos_INR.
    assert (INR rest * INR r <= (INR r - 1) * INR r) by (apply Rmult_le_compat_r; lra). lra. }
  apply Rmult_le_reg_l with (2 * INR (K p)); [lra|]. rewrite E.
  assert (S1 : INR rest <= INR (K p) * (2 / (INR r + 2))).
  { apply Rmult_le_reg_r with (INR r + 2); [lra|].
    replace (INR (K p) * (2 / (INR r + 2)) * (INR r + 2)) with (2 * INR (K p)) by (field; lra).
    exact Share. }
  assert (S2 : INR k <= INR (K p)) by (rewrite Two; assert (Q := pos_INR rest); lra).
  assert (M1 : INR k * (ratio r (L p) * c) <= INR (K p) * (ratio r (L p) * c)).
  { apply Rmult_le_compat_r; [left; apply Rmult_lt_0_compat; assumption | exact S2]. }
  assert (M2 : INR rest * c <= INR (K p) * (2 / (INR r + 2)) * c) by (apply Rmult_le_compat_r; lra).
  assert (f0 : 0 <= INR (K p) * (ratio r (L p) + 2 / (INR r + 2))).
  { apply Rmult_le_pos; [lra|]. assert (0 < 2 / (INR r + 2)) by (apply Rdiv_lt_0_compat; lra).
    lra. }
  assert (M3 := Rmult_le_compat_l _ _ _ f0 C). lra.
Qed.

Theorem order_extended : subcritical p -> exists x, extended p x /\
  forall y, collapsed p y -> objective p x
    <= order_constant (L p) * Rpower (INR (K p)) (order_exponent (L p)) * objective p y.
Proof.
  intros Small. destruct (ratio_extended Small) as [r [x [R [X B]]]]. exists x. split; [exact X|].
  intros y Y. eapply Rle_trans; [apply (B y Y)|]. apply Rmult_le_compat_r.
  - destruct (collapsed_above p is_regular y Y) as [s [S A]].
    assert (0 <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) s); [|lra].
    rewrite collapse_is; [|exact K1 | apply Big_lambda_positive; assumption | exact S].
    assert (0 <= INR (L p) * s) by (apply Rmult_le_pos; [apply pos_INR | exact S]).
    assert (0 < / (1 + s ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p))); [|lra].
    apply Rinv_0_lt_compat.
    assert (0 <= s ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p)); [|lra].
    apply Rmult_le_pos; [apply pow_le; exact S|]. left. apply Rinv_0_lt_compat.
    apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | apply Big_lambda_positive; assumption].
  - assert (T : (K p < tri (S r))%nat).
    { replace (tri (S r)) with ((r + 1) * r / 2)%nat; [apply R|].
      rewrite <- tri_is. f_equal. f_equal; lia. }
    apply order; try assumption. destruct (le_lt_dec 4 r) as [r4|r4]; [exact r4|]. exfalso.
    assert (Q := tri_below (S r) 4 ltac:(lia)). change (tri 4) with 6%nat in Q.
    unfold classes_enough in enough. lia.
Qed.
End AllClasses.
