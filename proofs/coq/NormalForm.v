(** * The normal form of the loss

    Section 2 of mathematics.md: the loss of a construction as a function of α_2 … α_L is at least

      (L t + Σ 1/(K + μ_i t^L / (D Λ))) / 2,   t^L = D Λ α_L / λ_L,   D = ν² ρ^(L-3) κ,

    and for every t > 0 there are α_2 … α_L where it is equal.  All of it is proved here, from
    1 + x ≤ exp x.  There are L terms: ν √(n λ_H λ_1 α_2) twice, L - 3 of the form
    ρ λ_l α_(l+1)/α_l, and κ λ_(L-1) α_L/α_(L-1). *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion.
Local Open Scope R_scope.

(** ** Arithmetic and geometric mean *)

(** f 0 ⋯ f (n - 1). *)
Fixpoint multiplied (n : nat) (f : nat -> R) : R :=
  match n with O => 1 | S m => multiplied m f * f m end.

Lemma multiplied_pos : forall n f, (forall i, (i < n)%nat -> 0 < f i) -> 0 < multiplied n f.
Proof.
  induction n; intros f P; simpl; [lra|].
  apply Rmult_lt_0_compat; [apply IHn; intros; apply P; lia | apply P; lia].
Qed.

Lemma ln_below : forall x, 0 < x -> ln x <= x - 1.
Proof.
  intros x X. assert (E := exp_ineq1_le (ln x)). rewrite exp_ln in E by exact X. lra.
Qed.

Lemma ln_multiplied : forall n f, (forall i, (i < n)%nat -> 0 < f i) ->
  ln (multiplied n f) = total n (fun i => ln (f i)).
Proof.
  induction n; intros f P; simpl; [apply ln_1|].
  rewrite ln_mult, IHn; auto.
  apply multiplied_pos; auto.
Qed.

Lemma ln_power : forall n t, 0 < t -> ln (t ^ n) = INR n * ln t.
Proof.
  induction n; intros t T; [simpl; rewrite ln_1; lra|].
  rewrite <- tech_pow_Rmult, ln_mult, IHn, S_INR; [lra | exact T | exact T |].
  apply pow_lt; exact T.
Qed.

Theorem mean_inequality : forall n f t, 0 < t -> (forall i, (i < n)%nat -> 0 < f i) ->
  multiplied n f = t ^ n -> INR n * t <= total n f.
Proof.
  intros n f t T P E.
  assert (Z : total n (fun i => ln (f i)) = INR n * ln t).
  { rewrite <- ln_multiplied, E by exact P. apply ln_power; exact T. }
  assert (B : total n (fun i => t * ln (f i)) <= total n (fun i => f i + (t * ln t - t))).
  { apply total_le. intros i I. assert (Fi := P i I).
    assert (Q : 0 < f i / t) by (apply Rdiv_lt_0_compat; assumption).
    assert (H := ln_below _ Q). unfold Rdiv in H.
    rewrite ln_mult, ln_Rinv in H; auto; [|apply Rinv_0_lt_compat; exact T].
    apply Rmult_le_compat_l with (r := t) in H; [|lra].
    replace (t * (f i * / t - 1)) with (f i - t) in H by (field; lra). lra. }
  rewrite total_scale, Z, total_plus, total_constant in B. lra.
Qed.

(** ** The loss *)

Section Loss.

(** L = m + 3 layers; λ_2 … λ_(L-2) are [lambda 0] … [lambda (m - 1)], then [lambda_M] = λ_(L-1) and
    [lambda_L]; [start] = n λ_H λ_1. *)
Variable m k : nat.
Variables nu rho kappa start lambda_M lambda_L K : R.
Variable lambda mu : nat -> R.
Hypothesis nu_pos : 0 < nu.
Hypothesis rho_pos : 0 < rho.
Hypothesis kappa_pos : 0 < kappa.
Hypothesis start_pos : 0 < start.
Hypothesis lambda_M_pos : 0 < lambda_M.
Hypothesis lambda_L_pos : 0 < lambda_L.
Hypothesis lambda_pos : forall i, (i < m)%nat -> 0 < lambda i.
Hypothesis mu_nonneg : forall i, (i < k)%nat -> 0 <= mu i.
Hypothesis K_pos : 0 < K.

Definition D : R := nu * nu * rho ^ m * kappa.
Definition Lambda : R := start * multiplied m lambda * lambda_M * lambda_L.

(** Twice the loss at α_2 … α_(L-1) = [alpha 0] … [alpha m] and α_L = [last]. *)
Definition twice_loss (alpha : nat -> R) (last : R) : R :=
  2 * (nu * sqrt (start * alpha 0%nat))
  + total m (fun i => rho * lambda i * (alpha (S i) / alpha i))
  + kappa * lambda_M * (last / alpha m)
  + lambda_L * total k (fun i => / (mu i * last + K * lambda_L)).

Lemma D_pos : 0 < D.
Proof. unfold D. repeat apply Rmult_lt_0_compat; try assumption. apply pow_lt; assumption. Qed.

Lemma Lambda_pos : 0 < Lambda.
Proof.
  unfold Lambda. repeat apply Rmult_lt_0_compat; try assumption. apply multiplied_pos; assumption.
Qed.

(** The data term, with t^L = D Λ α_L/λ_L. *)
Lemma data_term : forall last t, 0 < last -> t ^ (m + 3) = D * Lambda * last / lambda_L ->
  lambda_L * total k (fun i => / (mu i * last + K * lambda_L)) = fit K k mu D Lambda (m + 3) t.
Proof.
  intros last t P E. unfold fit. rewrite <- total_scale. apply total_ext. intros i I.
  rewrite E. assert (M := mu_nonneg i I). assert (Dp := D_pos). assert (Lp := Lambda_pos).
  assert (0 <= mu i * last) by (apply Rmult_le_pos; lra).
  assert (0 < K * lambda_L) by (apply Rmult_lt_0_compat; assumption).
  field. repeat split; lra.
Qed.

Lemma ratios : forall alpha n, (forall i, (i <= n)%nat -> 0 < alpha i) ->
  multiplied n (fun i => rho * lambda i * (alpha (S i) / alpha i))
  = rho ^ n * multiplied n lambda * (alpha n / alpha 0%nat).
Proof.
  intros alpha n P. induction n.
  - simpl. field. specialize (P 0%nat (le_n _)). lra.
  - simpl. rewrite IHn by (intros; apply P; lia).
    assert (0 < alpha n) by (apply P; lia). assert (0 < alpha 0%nat) by (apply P; lia).
    field. lra.
Qed.

(** The terms beside the data term, one after the other. *)
Definition term (alpha : nat -> R) (last : R) (j : nat) : R :=
  if j <? m then rho * lambda j * (alpha (S j) / alpha j)
  else if j =? m then kappa * lambda_M * (last / alpha m)
  else nu * sqrt (start * alpha 0%nat).

Lemma multiplied_ext : forall n f g, (forall u, (u < n)%nat -> f u = g u) ->
  multiplied n f = multiplied n g.
Proof. induction n; intros f g E; simpl; [reflexivity|]. rewrite (IHn f g), (E n); auto. Qed.

Lemma term_middle : forall alpha last j, (j < m)%nat ->
  term alpha last j = rho * lambda j * (alpha (S j) / alpha j).
Proof. intros. unfold term. destruct (Nat.ltb_spec j m); [reflexivity|lia]. Qed.

Lemma term_last : forall alpha last, term alpha last m = kappa * lambda_M * (last / alpha m).
Proof.
  intros. unfold term. destruct (Nat.ltb_spec m m); [lia|]. rewrite Nat.eqb_refl. reflexivity.
Qed.

Lemma term_first : forall alpha last j, (m < j)%nat ->
  term alpha last j = nu * sqrt (start * alpha 0%nat).
Proof.
  intros. unfold term. destruct (Nat.ltb_spec j m); [lia|].
  destruct (Nat.eqb_spec j m); [lia|reflexivity].
Qed.

Theorem normal_form_below : forall alpha last, (forall i, (i <= m)%nat -> 0 < alpha i) -> 0 < last ->
  forall t, 0 < t -> t ^ (m + 3) = D * Lambda * last / lambda_L ->
  normal_form K k mu D Lambda (m + 3) t <= twice_loss alpha last.
Proof.
  intros alpha last A P t T E. unfold normal_form, twice_loss.
  rewrite (data_term last t P E). apply Rplus_le_compat_r.
  assert (A0 : 0 < alpha 0%nat) by (apply A; lia).
  assert (Am : 0 < alpha m) by (apply A; lia).
  assert (S0 : 0 < start * alpha 0%nat) by (apply Rmult_lt_0_compat; assumption).
  assert (root : sqrt (start * alpha 0%nat) * sqrt (start * alpha 0%nat) = start * alpha 0%nat)
    by (apply sqrt_sqrt; lra).
  assert (root_pos : 0 < sqrt (start * alpha 0%nat)) by (apply sqrt_lt_R0; exact S0).
  apply Rle_trans with (total (m + 3) (term alpha last)).
  - apply mean_inequality; [exact T| |].
    + intros i I. unfold term. destruct (Nat.ltb_spec i m); [|destruct (Nat.eqb_spec i m)].
      * apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; auto|].
        apply Rdiv_lt_0_compat; apply A; lia.
      * repeat apply Rmult_lt_0_compat; auto; apply Rinv_0_lt_compat; assumption.
      * apply Rmult_lt_0_compat; assumption.
    + rewrite E. replace (m + 3)%nat with (S (S (S m))) by lia.
      cbn [multiplied]. rewrite term_last, !term_first by lia.
      rewrite (multiplied_ext m _ _ (term_middle alpha last)), (ratios alpha m A).
      unfold D, Lambda.
      replace (rho ^ m * multiplied m lambda * (alpha m / alpha 0%nat)
        * (kappa * lambda_M * (last / alpha m)) * (nu * sqrt (start * alpha 0%nat))
        * (nu * sqrt (start * alpha 0%nat)))
        with (rho ^ m * multiplied m lambda * (alpha m / alpha 0%nat)
        * (kappa * lambda_M * (last / alpha m)) * (nu * nu)
        * (sqrt (start * alpha 0%nat) * sqrt (start * alpha 0%nat))) by ring.
      rewrite root. field. lra.
  - right. replace (m + 3)%nat with (S (S (S m))) by lia.
    cbn [total]. rewrite term_last, !term_first by lia.
    rewrite (total_ext m _ _ (term_middle alpha last)). ring.
Qed.

(** The α's at which all terms are t. *)
Fixpoint balanced (t : R) (i : nat) : R :=
  match i with
  | O => t * t / (nu * nu * start)
  | S j => t / (rho * lambda j) * balanced t j
  end.

Lemma balanced_pos : forall t, 0 < t -> forall i, (i <= m)%nat -> 0 < balanced t i.
Proof.
  intros t T i. induction i; intros I; simpl.
  - apply Rdiv_lt_0_compat; repeat apply Rmult_lt_0_compat; assumption.
  - apply Rmult_lt_0_compat; [|apply IHi; lia].
    apply Rdiv_lt_0_compat; [exact T|]. apply Rmult_lt_0_compat; [assumption|apply lambda_pos; lia].
Qed.

Definition balanced_last (t : R) : R := t / (kappa * lambda_M) * balanced t m.

Theorem normal_form_balanced : forall t, 0 < t -> 0 < balanced_last t /\
  twice_loss (balanced t) (balanced_last t) = normal_form K k mu D Lambda (m + 3) t.
Proof.
  intros t T. assert (B := balanced_pos t T). assert (Bm := B m (le_n _)).
  assert (KM : 0 < kappa * lambda_M) by (apply Rmult_lt_0_compat; assumption).
  assert (last_pos : 0 < balanced_last t).
  { apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat|]; assumption. }
  split; [exact last_pos|]. set (last := balanced_last t) in *.
  assert (N0 : 0 < nu * nu * start) by (repeat apply Rmult_lt_0_compat; assumption).
  assert (power : forall n, (n <= m)%nat ->
    t ^ (n + 2) = nu * nu * start * rho ^ n * multiplied n lambda * balanced t n).
  { induction n; intros I; simpl.
    - field. lra.
    - rewrite IHn by lia. assert (0 < lambda n) by (apply lambda_pos; lia). field. lra. }
  unfold twice_loss, normal_form. rewrite (data_term last t last_pos).
  - f_equal.
    assert (R0 : sqrt (start * balanced t 0) = t / nu).
    { apply sqrt_lem_1.
      - simpl. apply Rmult_le_pos; [lra|]. left. apply (B 0%nat); lia.
      - left. apply Rdiv_lt_0_compat; assumption.
      - simpl. field. split; lra. }
    rewrite R0, (total_ext m _ (fun _ => t)).
    + rewrite total_constant, plus_INR. unfold last, balanced_last. simpl. field. repeat split; lra.
    + intros i I. simpl. assert (0 < balanced t i) by (apply B; lia).
      assert (0 < lambda i) by (apply lambda_pos; exact I). field. repeat split; lra.
  - replace (m + 3)%nat with (S (m + 2)) by lia. simpl. rewrite (power m (le_n _)).
    unfold D, Lambda, last, balanced_last. field. repeat split; lra.
Qed.

Theorem normal_form_attained : forall t, 0 < t -> exists alpha last,
  (forall i, (i <= m)%nat -> 0 < alpha i) /\ 0 < last /\
  twice_loss alpha last = normal_form K k mu D Lambda (m + 3) t.
Proof.
  intros t T. destruct (normal_form_balanced t T). exists (balanced t), (balanced_last t).
  split; [apply balanced_pos; exact T|]. split; assumption.
Qed.

End Loss.

(** Both together with Criterion.v: a construction that satisfies the criterion has α's at which its
    loss is below the least loss of collapse. *)
Theorem construction_below_collapse :
  forall m k nu rho kappa start lambda_M lambda_L K lambda mu t,
  0 < nu -> 0 < rho -> 0 < kappa -> 0 < start -> 0 < lambda_M -> 0 < lambda_L ->
  (forall i, (i < m)%nat -> 0 < lambda i) -> (forall i, (i < k)%nat -> 0 < mu i) ->
  0 < K -> (0 < k)%nat -> 0 < t ->
  D m nu rho kappa * total k (fun i => / mu i) < INR k ^ (m + 3 + 1) ->
  let Lam := Lambda m start lambda_M lambda_L lambda in
  (forall s, 0 <= s -> collapse K k Lam (m + 3) t <= collapse K k Lam (m + 3) s) ->
  exists alpha last, (forall i, (i <= m)%nat -> 0 < alpha i) /\ 0 < last /\
    forall s, 0 <= s ->
      twice_loss m k nu rho kappa start lambda_M lambda_L K lambda mu alpha last
      < collapse K k Lam (m + 3) s.
Proof.
  intros m k nu rho kappa start lambda_M lambda_L K lambda mu t
    Nu Rho Kappa Start LM LL La Mu K0 k0 T C Lam Least.
  destruct (normal_form_attained m k nu rho kappa start lambda_M lambda_L K lambda mu
    Nu Rho Kappa Start LM LL La (fun i I => Rlt_le _ _ (Mu i I)) K0 t T)
    as [alpha [last [A [P E]]]].
  exists alpha, last. split; [exact A|]. split; [exact P|]. intros s S0. rewrite E.
  apply Rlt_le_trans with (collapse K k Lam (m + 3) t); [|apply Least; exact S0].
  apply below_collapse; auto.
  - apply D_pos; auto.
  - apply Lambda_pos; auto.
Qed.

(** ** Two layers

    There is no B: N = W_1 H_1 up to scale, D = ν² with ν its nuclear norm, and nothing is left to balance. *)

Definition twice_loss_two (k : nat) (nu start lambda_L K : R) (mu : nat -> R) (last : R) : R :=
  2 * (nu * sqrt (start * last)) + lambda_L * total k (fun i => / (mu i * last + K * lambda_L)).

Theorem two_layers_normal_form : forall k nu start lambda_L K mu last,
  0 < nu -> 0 < start -> 0 < lambda_L -> 0 < K -> 0 <= last ->
  (forall i, (i < k)%nat -> 0 <= mu i) ->
  twice_loss_two k nu start lambda_L K mu last
  = normal_form K k mu (nu * nu) (start * lambda_L) 2 (nu * sqrt (start * last)).
Proof.
  intros k nu start lambda_L K mu last Nu Start LL K0 Last Mu.
  assert (S : sqrt (start * last) * sqrt (start * last) = start * last)
    by (apply sqrt_sqrt, Rmult_le_pos; lra).
  unfold twice_loss_two, normal_form, fit. apply f_equal2; [simpl; ring|]. rewrite <- total_scale.
  apply total_ext. intros i I. assert (M := Mu i I).
  assert (0 <= mu i * last) by (apply Rmult_le_pos; lra).
  assert (0 < K * lambda_L) by (apply Rmult_lt_0_compat; assumption).
  replace ((nu * sqrt (start * last)) ^ 2) with (nu * nu * (start * last)).
  2: { transitivity (nu * nu * (sqrt (start * last) * sqrt (start * last))); [rewrite S|]; ring. }
  field. repeat split; lra.
Qed.

(** [construction_below_collapse] for two layers. *)
Theorem two_layers_below_collapse : forall k nu start lambda_L K mu t,
  0 < nu -> 0 < start -> 0 < lambda_L -> (forall i, (i < k)%nat -> 0 < mu i) ->
  0 < K -> (0 < k)%nat -> 0 < t ->
  nu * nu * total k (fun i => / mu i) < INR k ^ 3 ->
  let Lam := start * lambda_L in
  (forall s, 0 <= s -> collapse K k Lam 2 t <= collapse K k Lam 2 s) ->
  exists last, 0 < last /\
    forall s, 0 <= s -> twice_loss_two k nu start lambda_L K mu last < collapse K k Lam 2 s.
Proof.
  intros k nu start lambda_L K mu t Nu Start LL Mu K0 k0 T C Lam Least.
  exists (t * t / (nu * nu * start)).
  assert (P : 0 < nu * nu * start) by (repeat apply Rmult_lt_0_compat; assumption).
  assert (Last : 0 < t * t / (nu * nu * start))
    by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; assumption).
  split; [exact Last|]. intros s S0.
  rewrite two_layers_normal_form by (try assumption; try lra; intros; left; auto).
  replace (nu * sqrt (start * (t * t / (nu * nu * start)))) with t.
  - apply Rlt_le_trans with (collapse K k Lam 2 t); [|apply Least; exact S0].
    apply below_collapse; auto; apply Rmult_lt_0_compat; assumption.
  - replace (start * (t * t / (nu * nu * start))) with (t / nu * (t / nu)) by (field; lra).
    rewrite sqrt_square by (left; apply Rdiv_lt_0_compat; assumption). field. lra.
Qed.
