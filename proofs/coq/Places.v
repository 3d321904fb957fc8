(** * Every Λ up to the critical one has its x

    Where collapse is not zero, and at the critical Λ, some x ≥ L - 1 has
    K^(L+1) Λ = x^(L-1)/(1 + x)^(2L), and twice the least loss of collapse is
    (1 + (L+1) x)/(1 + x)² (PointBound.v). *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Objective Least Collapse PointBound.
Local Open Scope R_scope.

(** K^(L+1) Λ of x: it falls from x = L - 1 on. *)
Definition place (L : nat) (x : R) : R := x ^ (L - 1) / (1 + x) ^ (2 * L).

Lemma place_between : forall L a b c, 0 < a -> a <= b -> place L b <= c <= place L a ->
  exists x, a <= x <= b /\ c = place L x.
Proof.
  intros L a b c A B [Low High]. unfold place in *.
  set (f := fun x => c * (1 + x) ^ (2 * L) - x ^ (L - 1)).
  assert (P : forall x, 0 < x -> 0 < (1 + x) ^ (2 * L)) by (intros; apply pow_lt; lra).
  assert (Fa : f a <= 0).
  { unfold f. assert (Q := P a A).
    apply Rmult_le_compat_r with (r := (1 + a) ^ (2 * L)) in High; [|lra].
    unfold Rdiv in High. rewrite Rmult_assoc, Rinv_l in High by lra. lra. }
  assert (Fb : 0 <= f b).
  { unfold f. assert (Q := P b ltac:(lra)).
    apply Rmult_le_compat_r with (r := (1 + b) ^ (2 * L)) in Low; [|lra].
    unfold Rdiv in Low. rewrite Rmult_assoc, Rinv_l in Low by lra. lra. }
  destruct (IVT_cor f a b) as [x [X E]]; [|exact B | |].
  - apply derivable_continuous. unfold f. reg.
  - rewrite <- (Rmult_0_l (f b)). apply Rmult_le_compat_r; assumption.
  - exists x. split; [exact X|]. assert (Q := P x ltac:(lra)). unfold f in E.
    apply Rmult_eq_reg_r with ((1 + x) ^ (2 * L)); [|lra].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma place_after : forall L a c, (1 <= L)%nat -> 0 < a -> 0 < c <= place L a ->
  exists x, a <= x /\ c = place L x.
Proof.
  intros L a c L1 A [C High]. set (b := Rmax a (Rmax 1 (/ c))).
  assert (b1 : 1 <= b) by (unfold b; eapply Rle_trans; [apply Rmax_l | apply Rmax_r]).
  assert (bc : / c <= b) by (unfold b; eapply Rle_trans; [|apply Rmax_r]; apply Rmax_r).
  destruct (place_between L a b c A) as [x [[X _] E]]; [apply Rmax_l| |exists x; split; assumption].
  split; [|exact High]. unfold place.
  apply Rmult_le_reg_r with ((1 + b) ^ (2 * L)); [apply pow_lt; lra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by (apply pow_nonzero; lra).
  assert (cb : 1 <= c * b).
  { apply Rmult_le_compat_l with (r := c) in bc; [|lra]. rewrite Rinv_r in bc by lra. exact bc. }
  assert (P : 0 < b ^ (L - 1)) by (apply pow_lt; lra).
  apply Rle_trans with (c * (b ^ (L - 1) * b)).
  - replace (c * (b ^ (L - 1) * b)) with (b ^ (L - 1) * (c * b)) by ring.
    rewrite <- (Rmult_1_r (b ^ (L - 1))) at 1. apply Rmult_le_compat_l; lra.
  - apply Rmult_le_compat_l; [lra|]. rewrite Rmult_comm, tech_pow_Rmult.
    apply Rle_trans with (b ^ (2 * L)); [apply Rle_pow; [exact b1 | lia] | apply pow_incr; lra].
Qed.

(** Λ at most the critical one: [subcritical], or the same. *)
Definition at_most_critical (p : problem) : Prop :=
  INR (K p) ^ (L p + 1) * INR (L p) ^ (2 * L p) * Big_lambda p <= (INR (L p) - 1) ^ (L p - 1).

Section Problem.
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation c := (INR (K p) ^ (L p + 1) * Big_lambda p).
Local Notation value := (collapse (INR (K p)) (K p) (Big_lambda p) (L p)).

Let L2 : (2 <= L p)%nat := proj1 (proj2 (proj2 is_regular)).
Let l2 : 2 <= INR (L p). Proof. assert (Q := L2). apply (le_INR 2) in Q. exact Q. Qed.
Let Lambda0 := Big_lambda_positive p is_regular.

Lemma c_positive : 0 < c.
Proof. apply Rmult_lt_0_compat; [apply pow_lt, lt_0_INR; destruct is_regular; lia | exact Lambda0].
Qed.

Lemma critical_place : at_most_critical p <-> c <= place (L p) (INR (L p) - 1).
Proof.
  unfold at_most_critical, place. replace (1 + (INR (L p) - 1)) with (INR (L p)) by ring.
  assert (P : 0 < INR (L p) ^ (2 * L p)) by (apply pow_lt; lra).
  set (b := INR (L p) ^ (2 * L p)) in *. set (d := (INR (L p) - 1) ^ (L p - 1)). split; intros B.
  - apply Rmult_le_reg_r with b; [exact P|]. unfold Rdiv.
    rewrite Rmult_assoc, (Rmult_assoc d), Rinv_l by lra.
    lra.
  - apply Rmult_le_compat_r with (r := b) in B; [|lra]. unfold Rdiv in B.
    rewrite Rmult_assoc, (Rmult_assoc d), Rinv_l in B by lra. lra.
Qed.

Section At.
Variable x : R.
Hypothesis x_large : INR (L p) - 1 <= x.
Hypothesis x_is : c = place (L p) x.

Lemma place_least : forall t, 0 <= t -> (1 + (INR (L p) + 1) * x) / (1 + x) ^ 2 <= value t.
Proof.
  intros t T. apply collapse_above; try assumption; try lia; try lra; [apply is_regular|].
  rewrite x_is. right. unfold place, Rdiv. rewrite Rmult_assoc, Rinv_l; [ring|]. apply pow_nonzero.
  lra.
Qed.

(** It is attained. *)
Lemma place_attained : value (x / (1 + x) ^ 2) = (1 + (INR (L p) + 1) * x) / (1 + x) ^ 2.
Proof.
  assert (y0 : 0 < (1 + x) ^ 2) by (apply pow_lt; lra).
  rewrite collapse_is; [|apply is_regular | exact Lambda0 | apply Rle_mult_inv_pos; lra].
  rewrite x_is. unfold place.
  replace ((x / (1 + x) ^ 2) ^ L p / (x ^ (L p - 1) / (1 + x) ^ (2 * L p))) with x; [field; lra|].
  assert (E : x ^ L p = x * x ^ (L p - 1)) by (rewrite tech_pow_Rmult; f_equal; lia).
  unfold Rdiv. rewrite Rpow_mult_distr, pow_inv, <- pow_mult, E.
  assert (0 < x ^ (L p - 1)) by (apply pow_lt; lra).
  assert (0 < (1 + x) ^ (2 * L p)) by (apply pow_lt; lra). field. lra.
Qed.
End At.
End Problem.
