(** * Theorem 3 for K = r(r-1)/2 *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular Families.
Local Open Scope R_scope.

(** ** The criterion D Σ 1/μ < K^(L+1) *)

Lemma nu_below : forall r, (4 <= r)%nat -> nu r < INR r.
Proof.
  intros r r4. assert (R4 := rho_4 r r4). assert (A := a_fourth r r4). assert (B := b_fourth).
  assert (Ap := a_pos r r4). assert (Bp := b_pos).
  set (rho := INR r) in *. unfold nu. fold rho.
  set (u := a r * a r) in *. set (v := b * b) in *.
  assert (U : 0 < u) by (apply Rmult_lt_0_compat; assumption).
  assert (V : 0 < v) by (apply Rmult_lt_0_compat; assumption).
  assert (V' : v < 3 / 2).
  { apply Rnot_le_lt. intros G. assert (3 / 2 * (3 / 2) <= v * v) by (apply Rmult_le_compat; lra).
    lra. }
  assert (U' : (rho - 1) * u <= rho - 3 / 2).
  { apply Rnot_lt_le. intros G.
    assert ((rho - 3 / 2) * (rho - 3 / 2) < (rho - 1) * u * ((rho - 1) * u))
      by (apply Rmult_le_0_lt_compat; lra).
    replace ((rho - 1) * u * ((rho - 1) * u)) with ((rho - 1) * (rho - 1) * (u * u)) in H by ring.
    rewrite A in H.
    replace ((rho - 1) * (rho - 1) * ((rho - 2) / (rho - 1))) with ((rho - 1) * (rho - 2)) in H
      by (field; lra). lra. }
  lra.
Qed.

(** L ≥ 4 from r = 4 on, L = 3 from r = 5 on. *)
Definition layers_enough (r L : nat) : Prop := (4 <= r /\ 4 <= L)%nat \/ (5 <= r /\ L = 3)%nat.

Definition sigma (r : nat) : R :=
  / (th0 r * th0 r) + (INR r - 1) * / (th1 r * th1 r) + INR r * (INR r - 3) / 2.

Section Criterion.
Variable r : nat.
Hypothesis r4 : (4 <= r)%nat.
Local Notation rho := (INR r).

Lemma theta_pos : 0 < th0 r /\ 0 < th1 r.
Proof.
  assert (R4 := rho_4 r r4). unfold th0, th1.
  assert (0 < (rho - 2) * (rho - 3)) by (apply Rmult_lt_0_compat; lra). split; lra.
Qed.

Lemma sigma_pos : 0 < sigma r.
Proof.
  assert (R4 := rho_4 r r4). destruct theta_pos as [A B]. unfold sigma.
  assert (0 < / (th0 r * th0 r)) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; assumption).
  assert (0 < (rho - 1) * / (th1 r * th1 r)).
  { apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat, Rmult_lt_0_compat; assumption]. }
  assert (0 < rho * (rho - 3)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma D_sigma : forall m,
  D m (nu r) rho (kappa r) * total (tri r) (fun i => / mu r i)
  = nu r * nu r * rho ^ (m + 2) * ((rho - 1) * (rho - 1)) / 8 * sigma r.
Proof.
  intros m. assert (R4 := rho_4 r r4). destruct theta_pos as [A B].
  assert (Q := quadratic_pos r r4).
  rewrite (total_mu r r4 (fun u => / u)), (g_square r r4). unfold D, kappa, sigma.
  rewrite (pow_add rho m 2). simpl (rho ^ 2). field. repeat split; lra.
Qed.

Lemma sigma_bound : forall m, (5 <= r)%nat \/ (r = 4 /\ 1 <= m)%nat ->
  (rho - 1) * sigma r / 4 <= ((rho - 1) / 2) ^ (m + 3).
Proof.
  intros m [R5|[E M]].
  - assert (R : 5 <= rho) by (replace 5 with (INR 5) by (simpl; lra); apply le_INR; exact R5).
    unfold sigma, th0, th1. set (x := rho) in *.
    assert (S : 2 * (/ ((x - 2) * (x - 3) / 2 * ((x - 2) * (x - 3) / 2))
      + (x - 1) * / ((x - 3) * (x - 3)) + x * (x - 3) / 2) <= (x - 1) * (x - 1)).
    { assert (A : / ((x - 2) * (x - 3) / 2 * ((x - 2) * (x - 3) / 2)) <= 1).
      { rewrite <- Rinv_1. apply Rinv_le_contravar; [lra|].
        assert (3 * 2 <= (x - 2) * (x - 3)) by (apply Rmult_le_compat; lra).
        assert (1 * 1 <= (x - 2) * (x - 3) / 2 * ((x - 2) * (x - 3) / 2))
          by (apply Rmult_le_compat; lra). lra. }
      assert (B : (x - 1) * / ((x - 3) * (x - 3)) <= 1).
      { assert (P : 0 < (x - 3) * (x - 3)) by (apply Rmult_lt_0_compat; lra).
        apply Rmult_le_reg_r with ((x - 3) * (x - 3)); [exact P|].
        rewrite Rmult_assoc, Rinv_l by lra.
        assert (2 * (x - 3) <= (x - 3) * (x - 3)) by (apply Rmult_le_compat_r; lra). lra. }
      lra. }
    assert (G : ((x - 1) / 2) ^ 3 <= ((x - 1) / 2) ^ (m + 3)) by (apply Rle_pow; [lra | lia]).
    eapply Rle_trans; [|exact G].
    assert (T := Rmult_le_compat_l (x - 1) _ _ ltac:(lra) S). simpl. lra.
  - rewrite E. assert (G : ((INR 4 - 1) / 2) ^ 4 <= ((INR 4 - 1) / 2) ^ (m + 3)).
    { apply Rle_pow; [simpl; lra | lia]. }
    eapply Rle_trans; [|exact G]. unfold sigma, th0, th1. simpl INR. simpl pow.
    replace ((1 + 1 + 1 + 1 - 2) * (1 + 1 + 1 + 1 - 3) / 2) with 1 by field.
    replace (1 + 1 + 1 + 1 - 3) with 1 by ring. rewrite Rmult_1_r, Rinv_1. lra.
Qed.

Lemma criterion : forall m, (5 <= r)%nat \/ (r = 4 /\ 1 <= m)%nat ->
  D m (nu r) rho (kappa r) * total (tri r) (fun i => / mu r i) < INR (tri r) ^ (m + 3 + 1).
Proof.
  intros m C. rewrite D_sigma. assert (R4 := rho_4 r r4). assert (k0 := tri_pos r r4).
  assert (Kr := tri_real r r4). assert (Np := nu_pos r r4). assert (Nu := nu_below r r4).
  assert (B := sigma_bound m C). assert (S0 := sigma_pos). set (x := rho) in *.
  set (k := INR (tri r)) in *.
  assert (rm : 0 < x ^ (m + 1)) by (apply pow_lt; lra).
  assert (NN : nu r * nu r < x * x) by (apply Rmult_le_0_lt_compat; lra).
  replace (nu r * nu r * x ^ (m + 2) * ((x - 1) * (x - 1)) / 8 * sigma r)
    with (k * x ^ (m + 1) * ((x - 1) * sigma r / 4) * (nu r * nu r))
    by (rewrite Kr, !pow_add; simpl; field).
  apply Rlt_le_trans with (k * x ^ (m + 1) * ((x - 1) * sigma r / 4) * (x * x)).
  - apply Rmult_lt_compat_l; [|exact NN].
    apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; assumption|].
    assert (0 < (x - 1) * sigma r) by (apply Rmult_lt_0_compat; lra). lra.
  - apply Rle_trans with (k * x ^ (m + 1) * ((x - 1) / 2) ^ (m + 3) * (x * x)).
    + apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|]. apply Rmult_le_compat_l; [|exact B].
      left. apply Rmult_lt_0_compat; assumption.
    + right. replace (m + 3 + 1)%nat with (S (m + 3)) by lia. cbn [pow].
      replace (k ^ (m + 3)) with (x ^ (m + 3) * ((x - 1) / 2) ^ (m + 3)).
      * replace (m + 3)%nat with (m + 1 + 2)%nat at 2 by lia. rewrite (pow_add x (m + 1) 2).
        simpl. ring.
      * rewrite <- Rpow_mult_distr. f_equal. rewrite Kr. field.
Qed.
End Criterion.

(** ** The solutions of Definition 6 *)

Section Solutions.
Variable p : problem.
Variable r : nat.
Hypothesis is_regular : regular p.
Hypothesis K_is : K p = (r * (r - 1) / 2)%nat.
Hypothesis enough : (4 <= r /\ 3 <= L p)%nat.
Hypothesis is_wide : wide p.

Let r4 : (4 <= r)%nat := proj1 enough.
Let L3 : (3 <= L p)%nat := proj2 enough.
Let K_tri : K p = tri r. Proof. rewrite K_is. apply tri_is. Qed.
Let K1 : (1 <= K p)%nat := proj1 is_regular.

Let graph_mu : forall i, (i < K p)%nat -> 0 <= mu r i.
Proof. intros i _. left. apply mu_pos. exact r4. Qed.

Lemma graph_least : exists t, 0 <= t /\ forall s, 0 <= s -> graph_form p r t <= graph_form p r s.
Proof.
  apply least_normal_form; try assumption; try lia.
  - apply D_pos; [apply nu_pos | | apply kappa_pos]; try exact r4. assert (Q := rho_4 r r4). lra.
  - apply Big_lambda_positive; assumption.
Qed.

Theorem srg_solution_exists : exists x, srg_solution p r x.
Proof.
  destruct graph_least as [t [T Least]]. assert (s0 := speed_pos p is_regular L3 r r4).
  set (q := t / speed p r).
  assert (q0 : 0 <= q) by (apply Rmult_le_pos; [exact T | left; apply Rinv_0_lt_compat; exact s0]).
  assert (E : speed p r * q = t) by (unfold q; field; lra).
  destruct (srg_exists p is_regular L3 r r4 K_tri is_wide q q0) as [x X].
  exists x, q. split; [exact X|]. intros q' x' X'.
  assert (V := srg_value p is_regular L3 r r4 K_tri is_wide q x X).
  assert (V' := srg_value p is_regular L3 r r4 K_tri is_wide q' x' X'). rewrite E in V.
  assert (Q := Least (speed p r * q')
    (Rmult_le_pos _ _ (Rlt_le _ _ s0) (proj1 X'))). lra.
Qed.

Definition srg_loss := srg_loss_of_q p is_regular L3 r r4 K_tri is_wide.

(** Display (4) gives the best α's. *)
Theorem srg_solution_least : forall x, srg_solution p r x ->
  triangular p r x /\ forall x', triangular p r x' -> objective p x <= objective p x'.
Proof.
  intros x [q [X Best]]. split.
  - exists (display_4 p r q). apply X.
  - intros x' X'. destruct (triangular_above p is_regular L3 r r4 K_tri x' X') as [t [T A]].
    assert (s0 := speed_pos p is_regular L3 r r4). set (q' := t / speed p r).
    assert (q0 : 0 <= q')
      by (apply Rmult_le_pos; [exact T | left; apply Rinv_0_lt_compat; exact s0]).
    destruct (srg_exists p is_regular L3 r r4 K_tri is_wide q' q0) as [z Z].
    assert (V := srg_value p is_regular L3 r r4 K_tri is_wide q' z Z).
    replace (speed p r * q') with t in V by (unfold q'; field; lra).
    assert (Q := Best q' z Z). lra.
Qed.

End Solutions.

(** ** The theorem *)

Section Main.
Variable p : problem.
Variable r : nat.
Hypothesis is_regular : regular p.
Hypothesis K_is : K p = (r * (r - 1) / 2)%nat.
Hypothesis enough : layers_enough r (L p).
Hypothesis is_wide : wide p.

Let r4 : (4 <= r)%nat. Proof. unfold layers_enough in enough. lia. Qed.
Let L3 : (3 <= L p)%nat. Proof. unfold layers_enough in enough. lia. Qed.
Let K_tri : K p = tri r. Proof. rewrite K_is. apply tri_is. Qed.
Let K1 : (1 <= K p)%nat := proj1 is_regular.

Lemma graph_below : forall t, 0 < t ->
  graph_form p r t < collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros t T. unfold graph_form. apply below_collapse.
  - lia.
  - apply lt_0_INR. lia.
  - apply D_pos; [apply nu_pos | | apply kappa_pos]; try exact r4. assert (Q := rho_4 r r4). lra.
  - apply Big_lambda_positive; assumption.
  - exact T.
  - intros i _. apply mu_pos. exact r4.
  - assert (C := criterion r r4 (L p - 3)). replace (L p - 3 + 3)%nat with (L p) in C by lia.
    rewrite K_tri. apply C. unfold layers_enough in enough. lia.
Qed.

(** With the α's of display (4), below collapse at every t. *)
Lemma triangular_below : forall t, 0 < t -> exists q x, 0 < q /\
  triangular_at p r (display_4 p r q) x /\
  2 * objective p x < collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros t T. assert (s0 := speed_pos p is_regular L3 r r4).
  assert (q0 : 0 < t / speed p r) by (apply Rdiv_lt_0_compat; assumption).
  destruct (triangular_attained p is_regular L3 r r4 K_tri is_wide (t / speed p r))
    as [x [X E]]; [lra|].
  replace (speed p r * (t / speed p r)) with t in E by (field; lra).
  exists (t / speed p r), x. split; [exact q0|]. split; [exact X|]. rewrite E. apply graph_below, T.
Qed.

Theorem theorem_3_display_4 : subcritical p ->
  exists q, 0 < q /\ beats_collapse p (triangular_at p r (display_4 p r q)).
Proof.
  intros Small. destruct (least_collapse p is_regular Small) as [t [T Least]].
  destruct (triangular_below t T) as [q [x [Q [X B]]]]. exists q. split; [exact Q|].
  exists x, (collapse (INR (K p)) (K p) (Big_lambda p) (L p) t / 2). split; [exact X|].
  split; [lra|]. intros y Y. destruct (collapsed_above p is_regular y Y) as [s [S A]].
  assert (Z := Least s S). lra.
Qed.

Theorem theorem_3_triangular : subcritical p -> beats_collapse p (triangular p r).
Proof.
  intros Small. destruct (theorem_3_display_4 Small) as [q [_ [x [v [X B]]]]].
  exists x, v. split; [exists (display_4 p r q); exact X | exact B].
Qed.

Lemma triangular_half : exists x, triangular p r x /\ objective p x = 1 / 2.
Proof.
  exists origin. split; [|apply origin_objective; exact is_regular].
  exists (fun _ => 0). apply origin_triangular; try lia. reflexivity.
Qed.

(** Whatever Λ: never above, and strictly below just where Definition 6 is below 1/2. *)
Theorem triangular_never_above : forall y, collapsed p y ->
  exists x, triangular p r x /\ objective p x <= objective p y.
Proof. apply never_above; try assumption; [apply triangular_half | apply theorem_3_triangular]. Qed.

Theorem triangular_beats_iff : beats_collapse p (triangular p r)
  <-> exists x, triangular p r x /\ objective p x < 1 / 2.
Proof. apply beats_iff; try assumption. apply theorem_3_triangular. Qed.

Theorem theorem_3_solutions : forall x y, srg_solution p r x -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof.
  intros x y X [Y BestY].
  destruct (srg_solution_least p r is_regular K_is (conj r4 L3) is_wide x X) as [_ Best].
  assert (half : objective p y <= 1 / 2).
  { rewrite <- (origin_objective p is_regular). apply BestY, origin_collapsed. }
  assert (beats : beats_collapse p (triangular p r) -> objective p x < objective p y).
  { intros [z [v [Z [B V]]]]. assert (Q := Best z Z). specialize (V y Y). lra. }
  split; [|split; [split|]].
  - destruct (triangular_never_above y Y) as [z [Z Q]]. assert (Q' := Best z Z). lra.
  - lra.
  - intros B. apply beats, triangular_beats_iff. exists x. split; [|exact B].
    apply (srg_solution_least p r); try assumption. exact (conj r4 L3).
  - intros S. apply beats, theorem_3_triangular, S.
Qed.

End Main.
