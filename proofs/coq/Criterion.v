(** * When a construction loses less than collapse

    mathematics.md calls it "concavity of u/(u + x)": with D = ν² ρ^(L-3) κ and the eigenvalues
    μ_1 … μ_k > 0 of the last features, D Σ 1/μ_i < k^(L+1) makes the construction's loss smaller than
    that of deep neural collapse, in the normal form of NormalForm.v, at every t > 0 and for every
    regularisation.  It is how Theorem 3 of the paper is shown for all r and all L at once. *)

From Coq Require Import Reals Lia Lra.
From Uniform Require Import Subsets.
Local Open Scope R_scope.

(** u/(u + x) lies below its tangent at u = 1. *)
Lemma below_tangent : forall u x, 0 < u -> 0 < x ->
  u / (u + x) <= 1 / (1 + x) + x / ((1 + x) * (1 + x)) * (u - 1).
Proof.
  intros u x U X.
  assert (E : 1 / (1 + x) + x / ((1 + x) * (1 + x)) * (u - 1) - u / (u + x)
    = x * ((u - 1) * (u - 1)) / ((u + x) * ((1 + x) * (1 + x)))) by (field; lra).
  assert (0 <= x * ((u - 1) * (u - 1)) / ((u + x) * ((1 + x) * (1 + x)))).
  { apply Rmult_le_pos.
    - apply Rmult_le_pos; [lra | apply Rle_0_sqr].
    - left. apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra. }
  lra.
Qed.

(** The sum of two totals in order. *)
Lemma total_le : forall n f g, (forall i, (i < n)%nat -> f i <= g i) -> total n f <= total n g.
Proof.
  induction n; intros f g H; simpl; [lra|].
  assert (f n <= g n) by (apply H; lia).
  assert (total n f <= total n g) by (apply IHn; intros; apply H; lia). lra.
Qed.

(** The mean of 1/(1 + c_i x) is below 1/(1 + x) when the mean of the 1/c_i is below 1. *)
Theorem mean_below : forall k (c : nat -> R) x,
  (0 < k)%nat -> 0 < x -> (forall i, (i < k)%nat -> 0 < c i) ->
  total k (fun i => / c i) < INR k ->
  total k (fun i => / (1 + c i * x)) < INR k * / (1 + x).
Proof.
  intros k c x K X C S.
  assert (P : 0 < x / ((1 + x) * (1 + x))).
  { apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]. }
  apply Rle_lt_trans with (total k (fun i =>
    1 / (1 + x) + x / ((1 + x) * (1 + x)) * (/ c i - 1))).
  - apply total_le. intros i I. assert (Ci := C i I).
    assert (0 < / c i) by (apply Rinv_0_lt_compat; assumption).
    replace (/ (1 + c i * x)) with (/ c i / (/ c i + x)).
    + apply below_tangent; assumption.
    + assert (0 < c i * x) by (apply Rmult_lt_0_compat; assumption).
      field. repeat split; lra.
  - rewrite (total_plus k (fun _ => 1 / (1 + x))
      (fun i => x / ((1 + x) * (1 + x)) * (/ c i - 1))), total_constant, total_scale.
    unfold Rminus at 1. rewrite total_plus, total_constant.
    assert (x / ((1 + x) * (1 + x)) * (total k (fun i => / c i) + INR k * - 1) < 0).
    { rewrite <- (Rmult_0_r (x / ((1 + x) * (1 + x)))). apply Rmult_lt_compat_l; lra. }
    lra.
Qed.

(** ** The losses

    [K] is the number of all classes, [k] that of those the block has (k = K unless collapsed classes
    are added, Definition 8), [scale] is D Λ. *)

Definition fit (K : R) (k : nat) (mu : nat -> R) (D Lambda : R) (L : nat) (t : R) : R :=
  total k (fun i => / (K + mu i * t ^ L / (D * Lambda))).

(** Twice the loss of a block in normal form; collapse has all μ_i = 1 and D = k^L. *)
Definition normal_form (K : R) (k : nat) (mu : nat -> R) (D Lambda : R) (L : nat) (t : R) : R :=
  INR L * t + fit K k mu D Lambda L t.
Definition collapse (K : R) (k : nat) (Lambda : R) (L : nat) (t : R) : R :=
  normal_form K k (fun _ => 1) (INR k ^ L) Lambda L t.

Theorem below_collapse : forall K k mu D Lambda L t,
  (0 < k)%nat -> 0 < K -> 0 < D -> 0 < Lambda -> 0 < t ->
  (forall i, (i < k)%nat -> 0 < mu i) ->
  D * total k (fun i => / mu i) < INR k ^ (L + 1) ->
  normal_form K k mu D Lambda L t < collapse K k Lambda L t.
Proof.
  intros K k mu D Lambda L t k0 K0 D0 Lambda0 t0 M C.
  assert (k1 : 0 < INR k) by (apply lt_0_INR; exact k0).
  assert (kL : 0 < INR k ^ L) by (apply pow_lt; exact k1).
  assert (tL : 0 < t ^ L) by (apply pow_lt; exact t0).
  set (x := t ^ L / (K * INR k ^ L * Lambda)).
  assert (X : 0 < x).
  { apply Rdiv_lt_0_compat; [exact tL|]. repeat apply Rmult_lt_0_compat; assumption. }
  assert (B := mean_below k (fun i => mu i * INR k ^ L / D) x k0 X).
  unfold collapse, normal_form, fit. apply Rplus_lt_compat_l.
  rewrite (total_ext k _ (fun i => / K * / (1 + mu i * INR k ^ L / D * x))).
  2: { intros i I. specialize (M i I). unfold x.
    assert (0 < mu i * t ^ L) by (apply Rmult_lt_0_compat; assumption).
    assert (0 < D * Lambda) by (apply Rmult_lt_0_compat; assumption).
    assert (0 < K * (D * Lambda)) by (apply Rmult_lt_0_compat; assumption).
    field. repeat split; lra. }
  rewrite (total_ext k (fun _ => / (K + 1 * t ^ L / (INR k ^ L * Lambda)))
    (fun i => / K * / (1 + x))).
  2: { intros i I. unfold x.
    assert (0 < INR k ^ L * Lambda) by (apply Rmult_lt_0_compat; assumption).
    assert (0 < K * (INR k ^ L * Lambda)) by (apply Rmult_lt_0_compat; assumption).
    field. repeat split; lra. }
  rewrite total_scale, total_scale, total_constant.
  apply Rmult_lt_compat_l; [apply Rinv_0_lt_compat; exact K0|].
  apply B.
  - intros i I. apply Rdiv_lt_0_compat; [|exact D0].
    apply Rmult_lt_0_compat; [apply M; exact I | exact kL].
  - rewrite (total_ext k _ (fun i => D / INR k ^ L * / mu i)).
    2: { intros i I. specialize (M i I). field. repeat split; lra. }
    rewrite total_scale. replace (INR k) with (/ INR k ^ L * INR k ^ (L + 1)) at 2.
    + unfold Rdiv. rewrite Rmult_assoc, (Rmult_comm (/ INR k ^ L)), <- Rmult_assoc.
      rewrite (Rmult_comm (D * _)). apply Rmult_lt_compat_l; [|exact C].
      apply Rinv_0_lt_compat; exact kL.
    + rewrite pow_add. field. lra.
Qed.

(** Hence less than the least loss of collapse, where that is not at t = 0. *)
Corollary below_least_collapse : forall K k mu D Lambda L t,
  (0 < k)%nat -> 0 < K -> 0 < D -> 0 < Lambda -> 0 < t ->
  (forall i, (i < k)%nat -> 0 < mu i) ->
  D * total k (fun i => / mu i) < INR k ^ (L + 1) ->
  (forall s, 0 <= s -> collapse K k Lambda L t <= collapse K k Lambda L s) ->
  exists s, 0 < s /\ forall s', 0 <= s' -> normal_form K k mu D Lambda L s < collapse K k Lambda L s'.
Proof.
  intros K k mu D Lambda L t k0 K0 D0 Lambda0 t0 M C Least. exists t. split; [exact t0|].
  intros s' S'. apply Rlt_le_trans with (collapse K k Lambda L t); [|apply Least; exact S'].
  apply below_collapse; assumption.
Qed.

(** ** From one number of layers to the next

    Nothing but L changes in ν, κ and σ = Σ 1/μ_i; D gains a factor ρ and k^(L+1) a factor k. *)

Theorem geometric : forall c d p q n, 0 <= c -> c < d -> 0 < q -> q <= p -> c * q ^ n < d * p ^ n.
Proof.
  intros c d p q n C CD Q QP.
  assert (0 < q ^ n) by (apply pow_lt; exact Q).
  assert (q ^ n <= p ^ n) by (apply pow_incr; lra).
  apply Rlt_le_trans with (d * q ^ n).
  - apply Rmult_lt_compat_r; assumption.
  - apply Rmult_le_compat_l; lra.
Qed.

Theorem all_layers : forall nu rho kappa sigma k L0,
  0 <= nu * nu * rho ^ (L0 - 3) * kappa * sigma -> (3 <= L0)%nat -> 0 < rho -> rho <= k ->
  nu * nu * rho ^ (L0 - 3) * kappa * sigma < k ^ (L0 + 1) ->
  forall L, (L0 <= L)%nat -> nu * nu * rho ^ (L - 3) * kappa * sigma < k ^ (L + 1).
Proof.
  intros nu rho kappa sigma k L0 P L3 R RK Base L LL.
  replace (L - 3)%nat with (L0 - 3 + (L - L0))%nat by lia.
  replace (L + 1)%nat with (L0 + 1 + (L - L0))%nat by lia.
  rewrite !pow_add with (m := (L - L0)%nat).
  replace (nu * nu * (rho ^ (L0 - 3) * rho ^ (L - L0)) * kappa * sigma)
    with (nu * nu * rho ^ (L0 - 3) * kappa * sigma * rho ^ (L - L0)) by ring.
  apply geometric; assumption.
Qed.
