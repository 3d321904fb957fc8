(** * A number that no collapsed point goes below

    With c = K^(L+1) Λ, collapse loses at least (1 + (L+1) x)/(2 (1 + x)²) for every x ≥ L - 1 with
    x^(L-1) ≤ c (1 + x)^(2L).  Twice the loss is at least L t + 1/(1 + t^L/c) for some t; with
    t = u x/(1 + x)² that is at least L x u/(1 + x)² + 1/(1 + x u^L), and this less its value at
    u = 1 is a positive multiple of

      (1 + x) (1 - u^L) - L (1 - u) (1 + x u^L) = (1 - u)² Σ_j ((j + 1) x - (L - 1 - j)) u^j. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion.
Local Open Scope R_scope.

Lemma geometric_sum : forall u n, (1 - u) * total n (fun j => u ^ j) = 1 - u ^ n.
Proof. intros u n. induction n; simpl; [ring|]. rewrite Rmult_plus_distr_l, IHn. ring. Qed.

Lemma above_at_one : forall x u n,
  (1 + x) * (1 - u ^ n) - INR n * (1 - u) * (1 + x * u ^ n)
  = (1 - u) * ((1 - u) * total n (fun j => ((INR j + 1) * x - (INR n - 1 - INR j)) * u ^ j)).
Proof.
  intros x u n. induction n; [simpl; ring|].
  set (g := total n (fun j => ((INR j + 1) * x - (INR n - 1 - INR j)) * u ^ j)) in *.
  assert (E : (1 - u) * total (S n)
      (fun j => ((INR j + 1) * x - (INR (S n) - 1 - INR j)) * u ^ j)
    = (1 - u) * g - (1 - u ^ n) + (1 - u) * (INR n + 1) * x * u ^ n).
  { rewrite <- (geometric_sum u n). cbn [total]. rewrite S_INR.
    rewrite (total_ext n _ (fun j => ((INR j + 1) * x - (INR n - 1 - INR j)) * u ^ j
      + -1 * u ^ j)) by (intros; ring).
    rewrite total_plus, total_scale. fold g. change (total n (pow u)) with (total n (fun j => u ^ j)).
    ring. }
  rewrite E. transitivity ((1 - u) * ((1 - u) * g)
    + (1 - u) * (- (1 - u ^ n) + (1 - u) * (INR n + 1) * x * u ^ n)); [|ring].
  rewrite <- IHn, S_INR. simpl. ring.
Qed.

Lemma above_nonnegative : forall x u n, 0 <= u -> INR n - 1 <= x -> 0 <= x ->
  0 <= (1 + x) * (1 - u ^ n) - INR n * (1 - u) * (1 + x * u ^ n).
Proof.
  intros x u n U N X. rewrite above_at_one, <- Rmult_assoc.
  apply Rmult_le_pos; [apply Rle_0_sqr|]. apply total_nonneg. intros j J.
  apply Rmult_le_pos; [|apply pow_le; exact U].
  assert (0 <= INR j) by apply pos_INR. assert (0 <= INR j * x) by (apply Rmult_le_pos; lra). lra.
Qed.

(** The value at u = 1 is the least. *)
Lemma least_at_one : forall x u n, 0 <= u -> INR n - 1 <= x -> 0 < x ->
  (1 + (INR n + 1) * x) / (1 + x) ^ 2
  <= INR n * (u * (x / (1 + x) ^ 2)) + / (1 + x * u ^ n).
Proof.
  intros x u n U N X. assert (F := above_nonnegative x u n U N (Rlt_le _ _ X)).
  assert (0 <= u ^ n) by (apply pow_le; exact U).
  assert (0 <= x * u ^ n) by (apply Rmult_le_pos; lra).
  assert (E : INR n * (u * (x / (1 + x) ^ 2)) + / (1 + x * u ^ n)
    - (1 + (INR n + 1) * x) / (1 + x) ^ 2
    = x * ((1 + x) * (1 - u ^ n) - INR n * (1 - u) * (1 + x * u ^ n))
      * / ((1 + x) ^ 2 * (1 + x * u ^ n))) by (field; lra).
  assert (P : 0 <= x * ((1 + x) * (1 - u ^ n) - INR n * (1 - u) * (1 + x * u ^ n))
    * / ((1 + x) ^ 2 * (1 + x * u ^ n))).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra|]. left. apply Rinv_0_lt_compat.
    apply Rmult_lt_0_compat; [apply pow_lt|]; lra. }
  lra.
Qed.

Theorem collapse_above : forall K L Lambda x t, (1 <= K)%nat -> (1 <= L)%nat -> 0 < Lambda ->
  INR L - 1 <= x -> 0 < x -> x ^ (L - 1) <= INR K ^ (L + 1) * Lambda * (1 + x) ^ (2 * L) ->
  0 <= t -> (1 + (INR L + 1) * x) / (1 + x) ^ 2 <= collapse (INR K) K Lambda L t.
Proof.
  intros K L Lambda x t K1 L1 P N X C T.
  assert (k : 0 < INR K) by (apply lt_0_INR; lia).
  assert (kL : 0 < INR K ^ L) by (apply pow_lt; exact k).
  assert (tL : 0 <= t ^ L) by (apply pow_le; exact T).
  assert (xL : 0 < (1 + x) ^ (2 * L)) by (apply pow_lt; lra).
  set (u := t / (x / (1 + x) ^ 2)).
  assert (s : 0 < x / (1 + x) ^ 2) by (apply Rdiv_lt_0_compat; [exact X | apply pow_lt; lra]).
  assert (U : 0 <= u) by (apply Rmult_le_pos; [exact T | left; apply Rinv_0_lt_compat; exact s]).
  apply Rle_trans with (1 := least_at_one x u L U N X).
  unfold collapse, normal_form, fit. rewrite total_constant.
  replace (u * (x / (1 + x) ^ 2)) with t by (unfold u; field; lra).
  apply Rplus_le_compat_l.
  assert (D : 0 < INR K ^ L * Lambda) by (apply Rmult_lt_0_compat; assumption).
  assert (y0 : 0 <= t ^ L / (INR K ^ L * Lambda)).
  { apply Rmult_le_pos; [exact tL | left; apply Rinv_0_lt_compat; exact D]. }
  (* t^L/(K^(L+1) Λ) ≤ x u^L *)
  assert (y : t ^ L / (INR K ^ L * Lambda) <= INR K * (x * u ^ L)).
  { unfold u. replace (x * (t / (x / (1 + x) ^ 2)) ^ L)
      with (t ^ L * (1 + x) ^ (2 * L) / x ^ (L - 1)).
    - apply Rmult_le_reg_r with (INR K ^ L * Lambda); [exact D|].
      replace (t ^ L / (INR K ^ L * Lambda) * (INR K ^ L * Lambda)) with (t ^ L) by (field; lra).
      assert (x0 : 0 < x ^ (L - 1)) by (apply pow_lt; exact X).
      replace (INR K * (t ^ L * (1 + x) ^ (2 * L) / x ^ (L - 1)) * (INR K ^ L * Lambda))
        with (t ^ L * (INR K ^ (L + 1) * Lambda * (1 + x) ^ (2 * L) / x ^ (L - 1))).
      2: { rewrite Nat.add_1_r. simpl. field. lra. }
      rewrite <- (Rmult_1_r (t ^ L)) at 1. apply Rmult_le_compat_l; [exact tL|].
      apply Rmult_le_reg_r with (x ^ (L - 1)); [exact x0|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l by lra. lra.
    - replace (t / (x / (1 + x) ^ 2)) with (t * (1 + x) ^ 2 * / x) by (field; lra).
      rewrite !Rpow_mult_distr, <- pow_mult, pow_inv.
      assert (E : x ^ L = x * x ^ (L - 1)) by (replace L with (S (L - 1)) at 1 by lia; reflexivity).
      rewrite E. field. split; [apply pow_nonzero|]; lra. }
  rewrite Rmult_1_l. set (v := t ^ L / (INR K ^ L * Lambda)) in *.
  replace (/ (1 + x * u ^ L)) with (INR K * / (INR K + INR K * (x * u ^ L))).
  - apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; lra.
  - assert (0 <= x * u ^ L) by (apply Rmult_le_pos; [lra | apply pow_le; exact U]). field. lra.
Qed.
