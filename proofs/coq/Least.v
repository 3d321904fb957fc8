(** * The least value of the normal form, and when that of collapse is below 1 *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion NormalForm Sums.
Local Open Scope R_scope.

Lemma continuous_total : forall k (f : nat -> R -> R) x,
  (forall i, (i < k)%nat -> continuity_pt (f i) x) ->
  continuity_pt (fun t => total k (fun i => f i t)) x.
Proof.
  induction k; intros f x C; simpl.
  - apply continuity_pt_const. intros ? ?. reflexivity.
  - apply (continuity_pt_plus (fun t => total k (fun i => f i t)) (f k)); [|apply C; lia].
    apply IHk. intros; apply C; lia.
Qed.

Section Least.
Variable k : nat.
Variable mu : nat -> R.
Variables D Lambda : R.
Variable L : nat.
Hypothesis k1 : (1 <= k)%nat.
Hypothesis mu0 : forall i, (i < k)%nat -> 0 <= mu i.
Hypothesis D0 : 0 < D.
Hypothesis Lambda0 : 0 < Lambda.
Hypothesis L1 : (1 <= L)%nat.
Local Notation value := (normal_form (INR k) k mu D Lambda L).

Let k0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.

Lemma normal_form_zero : value 0 = 1.
Proof.
  unfold normal_form, fit. rewrite (total_ext k _ (fun _ => / INR k)), total_constant.
  - field. lra.
  - intros i _. rewrite pow_i by lia. f_equal. unfold Rdiv. ring.
Qed.

Lemma least_normal_form : exists t, 0 <= t /\ forall s, 0 <= s -> value t <= value s.
Proof.
  assert (DL : 0 < D * Lambda) by (apply Rmult_lt_0_compat; assumption).
  assert (den : forall i t, (i < k)%nat -> 0 <= t -> 0 < INR k + mu i * t ^ L / (D * Lambda)).
  { intros i t I T. assert (0 <= mu i * t ^ L / (D * Lambda)); [|lra].
    apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; exact DL].
    apply Rmult_le_pos; [apply mu0; exact I | apply pow_le; exact T]. }
  assert (constant : forall c x, continuity_pt (fun _ => c) x)
    by (intros; apply continuity_pt_const; intros ? ?; reflexivity).
  assert (Cont : forall t, 0 <= t -> continuity_pt value t).
  { intros t T. unfold normal_form, fit. apply continuity_pt_plus.
    - apply continuity_pt_mult; [apply constant | apply derivable_continuous_pt, derivable_pt_id].
    - apply continuous_total. intros i I.
      apply (continuity_pt_inv (fun t => INR k + mu i * t ^ L / (D * Lambda)));
        [|specialize (den i t I T); lra].
      apply continuity_pt_plus; [apply constant|]. unfold Rdiv.
      apply continuity_pt_mult; [|apply constant].
      apply continuity_pt_mult;
        [apply constant | apply derivable_continuous_pt, derivable_pt_pow]. }
  destruct (continuity_ab_min value 0 1 ltac:(lra) (fun c H => Cont c (proj1 H))) as [t [M [T _]]].
  exists t. split; [exact T|]. intros s S0.
  destruct (Rle_lt_dec s 1) as [S1|S1]; [apply M; lra|].
  apply Rle_trans with (value 0); [apply M; lra|]. rewrite normal_form_zero.
  unfold normal_form. assert (L0 : 1 <= INR L).
  { replace 1 with (INR 1) by reflexivity. apply le_INR. exact L1. }
  assert (1 * 1 <= INR L * s) by (apply Rmult_le_compat; lra).
  assert (0 <= fit (INR k) k mu D Lambda L s); [|lra].
  apply total_nonneg. intros i I. left. apply Rinv_0_lt_compat, den; assumption.
Qed.
End Least.

(** ** Collapse: everything depends on c = k^(L+1) Λ alone *)

Lemma collapse_is : forall k Lambda L t, (1 <= k)%nat -> 0 < Lambda -> 0 <= t ->
  collapse (INR k) k Lambda L t = INR L * t + / (1 + t ^ L / (INR k ^ (L + 1) * Lambda)).
Proof.
  intros k Lambda L t k1 La T. assert (k0 : 0 < INR k) by (apply lt_0_INR; lia).
  unfold collapse, normal_form, fit. f_equal. rewrite total_constant.
  assert (kL : 0 < INR k ^ L) by (apply pow_lt; exact k0).
  assert (tL : 0 <= t ^ L) by (apply pow_le; exact T).
  assert (0 < INR k ^ L * Lambda) by (apply Rmult_lt_0_compat; assumption).
  assert (0 < INR k * (INR k ^ L * Lambda)) by (apply Rmult_lt_0_compat; assumption).
  rewrite pow_add. simpl (INR k ^ 1). field. repeat split; lra.
Qed.

(** s^m ≤ ((1 + m s)/(m + 1))^(m+1). *)
Lemma power_mean : forall m s, 0 < s -> s ^ m <= ((1 + INR m * s) / INR (S m)) ^ S m.
Proof.
  intros m s S0. assert (P : 0 < INR (S m)) by (apply lt_0_INR; lia).
  destruct (root_exists (S m) (s ^ m)) as [u [U E]]; [lia | apply pow_lt; exact S0|].
  rewrite <- E. apply pow_incr. split; [lra|].
  apply Rmult_le_reg_l with (INR (S m)); [exact P|].
  replace (INR (S m) * ((1 + INR m * s) / INR (S m))) with (INR m * s + 1) by (field; lra).
  assert (M := mean_inequality (S m) (fun i => if (i <? m)%nat then s else 1) u U).
  cbn [total multiplied] in M. rewrite Nat.ltb_irrefl in M.
  assert (A : total m (fun i => if (i <? m)%nat then s else 1) = INR m * s).
  { rewrite <- total_constant. apply total_ext. intros i I.
    destruct (Nat.ltb_spec i m); [reflexivity | lia]. }
  assert (B : multiplied m (fun i => if (i <? m)%nat then s else 1) = s ^ m).
  { assert (G : forall j, (j <= m)%nat ->
      multiplied j (fun i => if (i <? m)%nat then s else 1) = s ^ j); [|apply G; lia].
    induction j; intros J; [reflexivity|]. cbn [multiplied]. rewrite IHj by lia.
    destruct (Nat.ltb_spec j m); [simpl; ring | lia]. }
  rewrite A, B, E in M. apply M; [|ring]. intros i _. destruct (i <? m)%nat; lra.
Qed.

Section Critical.
Variables k L : nat.
Variable Lambda : R.
Hypothesis k1 : (1 <= k)%nat.
Hypothesis L2 : (2 <= L)%nat.
Hypothesis Lambda0 : 0 < Lambda.

Let k0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.
Let l2 : 2 <= INR L.
Proof. replace 2 with (INR 2) by (simpl; lra). apply le_INR. exact L2. Qed.
Let c := INR k ^ (L + 1) * Lambda.
Let c0 : 0 < c. Proof. apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | exact Lambda0]. Qed.

(** Where K^(L+1) L^(2L) Λ < (L-1)^(L-1), collapse is below 1 at t^L = (L - 1) c. *)
Lemma collapse_below : INR k ^ (L + 1) * INR L ^ (2 * L) * Lambda < (INR L - 1) ^ (L - 1) ->
  exists t, 0 < t /\ collapse (INR k) k Lambda L t < 1.
Proof.
  intros Small. set (l := INR L) in *.
  destruct (root_exists L ((l - 1) * c)) as [t [T E]]; [lia | apply Rmult_lt_0_compat; lra|].
  exists t. split; [exact T|]. rewrite collapse_is by (assumption || lra). fold c. rewrite E.
  fold l.
  replace (/ (1 + (l - 1) * c / c)) with (/ l) by (field; lra).
  assert (G : t < (l - 1) / (l * l)).
  { apply Rnot_le_lt. intros G.
    assert (H : ((l - 1) / (l * l)) ^ L <= t ^ L).
    { apply pow_incr. split; [|exact G]. left.
      apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]. }
    rewrite E in H. unfold Rdiv in H. rewrite Rpow_mult_distr, pow_inv, Rpow_mult_distr in H.
    assert (lL : 0 < l ^ L) by (apply pow_lt; lra).
    assert (ll : 0 < l ^ L * l ^ L) by (apply Rmult_lt_0_compat; assumption).
    apply Rmult_le_compat_r with (r := l ^ L * l ^ L) in H; [|left; exact ll].
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r in H by lra.
    replace (l ^ (2 * L)) with (l ^ L * l ^ L) in Small by (rewrite <- pow_add; f_equal; lia).
    replace ((l - 1) ^ L) with ((l - 1) * (l - 1) ^ (L - 1)) in H
      by (rewrite tech_pow_Rmult; f_equal; lia).
    assert (Q := Rmult_lt_compat_l (l - 1) _ _ ltac:(lra) Small). unfold c in H. lra. }
  apply Rmult_lt_compat_l with (r := l) in G; [|lra].
  replace (l * ((l - 1) / (l * l))) with (1 - / l) in G by (field; lra). lra.
Qed.

(** Elsewhere it is nowhere below 1. *)
Lemma collapse_at_least : (INR L - 1) ^ (L - 1) <= INR k ^ (L + 1) * INR L ^ (2 * L) * Lambda ->
  forall t, 0 <= t -> 1 <= collapse (INR k) k Lambda L t.
Proof.
  intros Large t [T|<-].
  2: { right. symmetry. apply normal_form_zero; lia. }
  rewrite collapse_is by (assumption || lra). fold c.
  set (x := t ^ L / c). assert (tL : 0 < t ^ L) by (apply pow_lt; exact T).
  assert (X : 0 < x) by (apply Rdiv_lt_0_compat; assumption).
  assert (exists m, L = S m /\ (1 <= m)%nat) as [m [Lm M1]] by (exists (L - 1)%nat; lia).
  assert (m0 : 0 < INR m) by (apply lt_0_INR; lia).
  assert (Lreal : INR L = INR m + 1) by (rewrite Lm, S_INR; ring).
  assert (P : x ^ m * INR L ^ L <= INR m ^ m * (1 + x) ^ L).
  { assert (Q := power_mean m (x / INR m) ltac:(apply Rdiv_lt_0_compat; assumption)).
    rewrite <- Lm in Q. replace (1 + INR m * (x / INR m)) with (1 + x) in Q by (field; lra).
    unfold Rdiv in Q. rewrite !Rpow_mult_distr, !pow_inv in Q.
    assert (mm : 0 < INR m ^ m) by (apply pow_lt; exact m0).
    assert (LL : 0 < INR L ^ L) by (apply pow_lt; lra).
    apply Rmult_le_compat_r with (r := INR m ^ m * INR L ^ L) in Q;
      [|left; apply Rmult_lt_0_compat; assumption].
    replace (x ^ m * / INR m ^ m * (INR m ^ m * INR L ^ L)) with (x ^ m * INR L ^ L) in Q
      by (field; lra).
    replace ((1 + x) ^ L * / INR L ^ L * (INR m ^ m * INR L ^ L))
      with (INR m ^ m * (1 + x) ^ L) in Q
      by (field; lra). exact Q. }
  assert (G : x / (1 + x) / INR L <= t).
  { apply Rnot_lt_le. intros G.
    assert (H : t ^ L < (x / (1 + x) / INR L) ^ L).
    { apply power_less; [lra | lia]. }
    replace (t ^ L) with (x * c) in H by (unfold x; field; lra).
    unfold Rdiv in H. rewrite !Rpow_mult_distr, !pow_inv in H.
    assert (LL : 0 < INR L ^ L) by (apply pow_lt; lra).
    assert (XX : 0 < (1 + x) ^ L) by (apply pow_lt; lra).
    assert (W : 0 < (1 + x) ^ L * (INR L ^ L * INR L ^ L))
      by (apply Rmult_lt_0_compat; [exact XX | apply Rmult_lt_0_compat; exact LL]).
    apply Rmult_lt_compat_r with (r := (1 + x) ^ L * (INR L ^ L * INR L ^ L)) in H; [|exact W].
    replace (x ^ L * / (1 + x) ^ L * / INR L ^ L * ((1 + x) ^ L * (INR L ^ L * INR L ^ L)))
      with (x ^ L * INR L ^ L) in H by (field; lra).
    replace (x ^ L * INR L ^ L) with (x * (x ^ m * INR L ^ L)) in H
      by (replace (x ^ L) with (x * x ^ m) by (rewrite Lm; reflexivity); ring).
    replace (INR L ^ (2 * L)) with (INR L ^ L * INR L ^ L) in Large
      by (rewrite <- pow_add; f_equal; lia).
    replace (L - 1)%nat with m in Large by lia. rewrite Lreal in Large at 1.
    replace (INR m + 1 - 1) with (INR m) in Large by ring.
    assert (B := Rmult_le_compat_l x _ _ (Rlt_le _ _ X) P).
    assert (C : x * (1 + x) ^ L * INR m ^ m
      <= x * (1 + x) ^ L * (INR k ^ (L + 1) * (INR L ^ L * INR L ^ L) * Lambda)).
    { apply Rmult_le_compat_l; [|exact Large]. left. apply Rmult_lt_0_compat; assumption. }
    unfold c in H. lra. }
  apply Rmult_le_compat_l with (r := INR L) in G; [|lra].
  replace (INR L * (x / (1 + x) / INR L)) with (1 - / (1 + x)) in G by (field; lra). lra.
Qed.
(** The least value of collapse, below the critical Λ. *)
Lemma least_below : INR k ^ (L + 1) * INR L ^ (2 * L) * Lambda < (INR L - 1) ^ (L - 1) ->
  exists t, 0 < t /\
    forall s, 0 <= s -> collapse (INR k) k Lambda L t <= collapse (INR k) k Lambda L s.
Proof.
  intros Small.
  destruct (least_normal_form k (fun _ => 1) (INR k ^ L) Lambda L k1 ltac:(intros; lra)
    ltac:(apply pow_lt; exact k0) Lambda0 ltac:(lia)) as [t [T Least]].
  exists t. split; [|exact Least]. destruct T as [T|<-]; [exact T|]. exfalso.
  destruct (collapse_below Small) as [s [S B]].
  assert (Q := Least s (Rlt_le _ _ S)). unfold collapse in B.
  rewrite normal_form_zero in Q by (assumption || lia). lra.
Qed.
End Critical.
