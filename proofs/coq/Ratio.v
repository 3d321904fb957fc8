(** * (3) with constants: L_SRG/L_DNC ≤ (Ψ^L/φ)^(1/(L+1)), and its order *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular Families Theorem3 Blocks AllClasses.
Local Open Scope R_scope.

(** Ψ(K)^L of the paper. *)
Definition Psi_power (r L : nat) : R :=
  2 ^ (L - 3) * (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) ^ 2 / (INR r * (INR r - 1) ^ (L - 2)).
Definition phi (L : nat) : R :=
  INR L ^ (2 * L) / (INR (L + 1) ^ (L + 1) * (INR L - 1) ^ (L - 1)).
Definition ratio (r L : nat) : R := Rpower (Psi_power r L / phi L) (/ INR (L + 1)).

(** ** Where collapse is least *)

(** x^(L-1) (1+x)² L^(2L) ≤ (L-1)^(L-1) (1+(L+1)x)^(L+1) for x ≥ L - 1, by the means of L - 1 times
    x/(L-1) and twice (1+x)/L. *)
Lemma least_bound : forall L x, (2 <= L)%nat -> INR L - 1 <= x ->
  x ^ (L - 1) * (1 + x) ^ 2 * INR L ^ (2 * L)
  <= (INR L - 1) ^ (L - 1) * (1 + INR (L + 1) * x) ^ (L + 1).
Proof.
  intros L x L2 X. assert (exists m, L = S m /\ (1 <= m)%nat) as [m [E M]]
    by (exists (L - 1)%nat; lia).
  assert (m0 : 1 <= INR m) by (replace 1 with (INR 1) by reflexivity; apply le_INR; exact M).
  set (l := INR L) in *. assert (lm : l = INR m + 1) by (unfold l; rewrite E, S_INR; ring).
  replace (L - 1)%nat with m by lia.
  replace (INR (L + 1)) with (l + 1) by (rewrite plus_INR; reflexivity).
  set (u := x / INR m). set (v := (1 + x) / l). set (w := (1 + (l + 1) * x) / (l * l)).
  assert (u0 : 0 < u) by (apply Rdiv_lt_0_compat; lra).
  assert (v0 : 0 < v) by (apply Rdiv_lt_0_compat; lra).
  assert (G : u ^ m * v ^ 2 <= w ^ (L + 1)).
  { destruct (root_exists (L + 1) (u ^ m * v ^ 2)) as [t [T Et]]; [lia | |].
    { apply Rmult_lt_0_compat; apply pow_lt; assumption. }
    rewrite <- Et. apply pow_incr. split; [lra|].
    assert (A := mean_inequality (S (S m)) (fun i => if (i <? m)%nat then u else v) t T).
    cbn [total multiplied] in A.
    replace (m <? m)%nat with false in A by (symmetry; apply Nat.ltb_irrefl).
    replace (S m <? m)%nat with false in A by (symmetry; apply Nat.ltb_ge; lia).
    assert (Sum : total m (fun i => if (i <? m)%nat then u else v) = INR m * u).
    { rewrite <- total_constant. apply total_ext. intros i I.
      destruct (Nat.ltb_spec i m); [reflexivity | lia]. }
    assert (Pro : multiplied m (fun i => if (i <? m)%nat then u else v) = u ^ m).
    { assert (H : forall j, (j <= m)%nat ->
        multiplied j (fun i => if (i <? m)%nat then u else v) = u ^ j); [|apply H; lia].
      induction j; intros J; [reflexivity|]. cbn [multiplied]. rewrite IHj by lia.
      destruct (Nat.ltb_spec j m); [simpl; ring | lia]. }
    rewrite Sum, Pro in A. replace (S (S m)) with (L + 1)%nat in A by lia. rewrite Et in A.
    assert (B : INR (L + 1) * t <= INR m * u + v + v).
    { apply A; [|simpl; ring]. intros i _. destruct (i <? m)%nat; assumption. }
    rewrite plus_INR in B. fold l in B. simpl (INR 1) in B.
    apply Rmult_le_reg_l with (l + 1); [lra|]. eapply Rle_trans; [exact B|].
    replace (INR m * u) with x by (unfold u; field; lra). unfold v, w.
    apply Rmult_le_reg_r with (l * l); [apply Rmult_lt_0_compat; lra|].
    replace ((x + (1 + x) / l + (1 + x) / l) * (l * l)) with (l * l * x + 2 * l * (1 + x))
      by (field; lra).
    replace ((l + 1) * ((1 + (l + 1) * x) / (l * l)) * (l * l)) with ((l + 1) * (1 + (l + 1) * x))
      by (field; lra). lra. }
  unfold u, v, w, Rdiv in G. rewrite !Rpow_mult_distr, !pow_inv in G.
  assert (P1 : 0 < INR m ^ m) by (apply pow_lt; lra).
  assert (P2 : 0 < l ^ L) by (apply pow_lt; lra).
  assert (P3 : 0 < l ^ 2) by (apply pow_lt; lra).
  assert (Q : 0 < INR m ^ m * (l ^ 2 * (l ^ L * l ^ L))).
  { apply Rmult_lt_0_compat; [exact P1|]. apply Rmult_lt_0_compat; [exact P3|].
    apply Rmult_lt_0_compat; exact P2. }
  apply Rmult_le_compat_r with (r := INR m ^ m * (l ^ 2 * (l ^ L * l ^ L))) in G; [|left; exact Q].
  replace (l ^ (2 * L)) with (l ^ L * l ^ L) by (rewrite <- pow_add; f_equal; lia).
  replace (l - 1) with (INR m) by lra.
  replace (x ^ m * / INR m ^ m * ((1 + x) ^ 2 * / l ^ 2) * (INR m ^ m * (l ^ 2 * (l ^ L * l ^ L))))
    with (x ^ m * (1 + x) ^ 2 * (l ^ L * l ^ L)) in G by (field; lra).
  eapply Rle_trans; [exact G|]. right. rewrite (Rpow_mult_distr l l), (pow_add l L 1). field. lra.
Qed.

Section Minimum.
Variables k L : nat.
Variable Lambda t : R.
Hypothesis k1 : (1 <= k)%nat.
Hypothesis L2 : (2 <= L)%nat.
Hypothesis Lambda0 : 0 < Lambda.
Hypothesis t0 : 0 < t.
Local Notation value := (collapse (INR k) k Lambda L).
Hypothesis least : forall s, 0 <= s -> value t <= value s.

Let k0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.
Let l2 : 2 <= INR L.
Proof. replace 2 with (INR 2) by (simpl; lra). apply le_INR. exact L2. Qed.
Let c := INR k ^ (L + 1) * Lambda.
Let c0 : 0 < c. Proof. apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | exact Lambda0]. Qed.
Let x := t ^ L / c.
Let x0 : 0 < x. Proof. apply Rdiv_lt_0_compat; [apply pow_lt; exact t0 | exact c0]. Qed.

(** The derivative is zero: x = t (1 + x)². *)
Lemma stationary : x = t * ((1 + x) * (1 + x)).
Proof.
  set (f := fun s => INR L * s + / (1 + s ^ L / c)).
  assert (D : derivable_pt_lim f t (INR L * 1 + - (INR L * t ^ pred L / c) / Rsqr (1 + t ^ L / c))).
  { apply derivable_pt_lim_plus.
    - apply derivable_pt_lim_scal, derivable_pt_lim_id.
    - replace (- (INR L * t ^ pred L / c) / Rsqr (1 + t ^ L / c))
        with ((0 * (1 + t ^ L / c) - (INR L * t ^ pred L / c) * 1) / Rsqr (1 + t ^ L / c)).
      2: { unfold Rdiv. ring. }
      assert (Q := derivable_pt_lim_div (fun _ => 1) (fun s => 1 + s ^ L / c) t 0
        (INR L * t ^ pred L / c)).
      assert (Q' : derivable_pt_lim (div_fct (fun _ => 1) (fun s => 1 + s ^ L / c)) t
        ((0 * (1 + t ^ L / c) - INR L * t ^ pred L / c * 1) / Rsqr (1 + t ^ L / c))).
      { apply Q.
        - apply derivable_pt_lim_const.
        - replace (INR L * t ^ pred L / c) with (0 + INR L * t ^ pred L / c) by ring.
          apply derivable_pt_lim_plus; [apply derivable_pt_lim_const|].
          replace (INR L * t ^ pred L / c) with (/ c * (INR L * t ^ pred L)) by (unfold Rdiv; ring).
          intros e He. destruct (derivable_pt_lim_scal _ (/ c) _ _ (derivable_pt_lim_pow t L) e He)
            as [delta Hd]. exists delta. intros h h0 Hh. specialize (Hd h h0 Hh).
          unfold mult_real_fct in Hd. unfold Rdiv in *. rewrite !(Rmult_comm _ (/ c)).
          exact Hd.
        - fold x. lra. }
      intros e He. destruct (Q' e He) as [delta Hd]. exists delta. intros h h0 Hh.
      specialize (Hd h h0 Hh). unfold div_fct in Hd. unfold Rdiv in *.
      rewrite !Rmult_1_l in Hd. exact Hd. }
  assert (Z : derive_pt f t (exist _ _ D) = 0).
  { apply (deriv_minimum f 0 (2 * t) t); [exact t0 | lra|]. intros s S0 S1.
    assert (V := least s ltac:(lra)). rewrite !collapse_is in V by (assumption || lra). exact V. }
  unfold derive_pt in Z. cbn [proj1_sig] in Z. fold x in Z. unfold Rsqr in Z.
  assert (tL : t ^ pred L / c * t = x).
  { unfold x. replace L with (S (pred L)) at 2 by lia. simpl. field. lra. }
  assert (xx : 0 < (1 + x) * (1 + x)) by (apply Rmult_lt_0_compat; lra).
  assert (F : INR L * (t ^ pred L / c) = INR L * ((1 + x) * (1 + x))).
  { apply Rmult_eq_reg_r with (/ ((1 + x) * (1 + x))); [|apply Rinv_neq_0_compat; lra].
    rewrite (Rmult_assoc _ ((1 + x) * (1 + x))), Rinv_r by lra. unfold Rdiv in *. lra. }
  apply Rmult_eq_reg_l in F; [|lra]. rewrite <- tL at 1. rewrite F. ring.
Qed.

(** (L+1)^(L+1) φ K^(L+1) Λ ≤ (2 L_DNC)^(L+1). *)
Lemma value_bound : value t <= 1 -> 0 < value t /\
  INR L ^ (2 * L) * c <= (INR L - 1) ^ (L - 1) * value t ^ (L + 1).
Proof.
  assert (E := collapse_is k Lambda L t k1 Lambda0 (Rlt_le _ _ t0)). fold c in E. fold x in E.
  assert (St := stationary). set (y := 1 + x) in *. assert (y1 : 1 < y) by (unfold y; lra).
  assert (yy : 0 < y * y) by (apply Rmult_lt_0_compat; lra).
  assert (T : t = x / (y * y)) by (rewrite St at 1; field; lra).
  assert (V : value t = (1 + INR (L + 1) * x) / (y * y)).
  { rewrite E, T, plus_INR. simpl (INR 1). unfold y. field. unfold y in *. lra. }
  intros Le. assert (l1 : INR (L + 1) = INR L + 1) by (rewrite plus_INR; reflexivity).
  assert (num : 0 < 1 + INR (L + 1) * x).
  { rewrite l1. assert (0 < (INR L + 1) * x) by (apply Rmult_lt_0_compat; lra). lra. }
  split; [rewrite V; apply Rdiv_lt_0_compat; assumption|].
  assert (Xl : INR L - 1 <= x).
  { apply Rmult_le_reg_r with x; [exact x0|]. rewrite V in Le.
    apply Rmult_le_compat_r with (r := y * y) in Le; [|lra].
    replace ((1 + INR (L + 1) * x) / (y * y) * (y * y)) with (1 + INR (L + 1) * x) in Le
      by (field; lra).
    rewrite l1 in Le. unfold y in Le. lra. }
  assert (B := least_bound L x L2 Xl). fold y in B.
  assert (C : c * (x * (y * y) ^ L) = x ^ L).
  { assert (C' : c * x = t ^ L) by (unfold x; field; lra).
    replace (c * (x * (y * y) ^ L)) with (c * x * (y * y) ^ L) by ring.
    rewrite C', <- Rpow_mult_distr.
    f_equal. rewrite T. field. lra. }
  assert (yL : 0 < (y * y) ^ L) by (apply pow_lt; exact yy).
  assert (C2 : c * (y * y) ^ L = x ^ (L - 1)).
  { apply Rmult_eq_reg_l with x; [|lra]. rewrite tech_pow_Rmult. replace (S (L - 1)) with L by lia.
    rewrite <- C. ring. }
  apply Rmult_le_reg_r with ((y * y) ^ (L + 1)); [apply pow_lt; exact yy|].
  rewrite V.
  assert (N : ((1 + INR (L + 1) * x) / (y * y)) ^ (L + 1) * (y * y) ^ (L + 1)
    = (1 + INR (L + 1) * x) ^ (L + 1)) by (rewrite <- Rpow_mult_distr; f_equal; field; lra).
  rewrite (Rmult_assoc ((INR L - 1) ^ (L - 1))), N.
  eapply Rle_trans; [|exact B]. right. rewrite (pow_add (y * y) L 1). rewrite <- C2. ring.
Qed.
End Minimum.

(** ** The triangular graph *)

Section Triangular.
Variable r L : nat.
Hypothesis r4 : (4 <= r)%nat.
Hypothesis L3 : (3 <= L)%nat.

Lemma Psi_is : Psi_power r L
  = D (L - 3) (nu r) (INR r) (kappa r) / (g r * g r * INR (tri r) ^ L).
Proof.
  assert (R4 := rho_4 r r4). assert (Q := quadratic_pos r r4). unfold Psi_power, D, kappa.
  replace (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) with (nu r) by (rewrite (nu_is r r4); ring).
  rewrite (g_square r r4), (tri_real r r4). set (x := INR r) in *.
  assert (exists m, L = (m + 3)%nat) as [m ->] by (exists (L - 3)%nat; lia).
  replace (m + 3 - 3)%nat with m by lia. replace (m + 3 - 2)%nat with (m + 1)%nat by lia.
  unfold Rdiv. rewrite !Rpow_mult_distr, pow_inv, !pow_add.
  assert (0 < x ^ m) by (apply pow_lt; lra). assert (0 < (x - 1) ^ m) by (apply pow_lt; lra).
  assert (0 < 2 ^ m) by (apply pow_lt; lra). simpl. field. repeat split; lra.
Qed.

Lemma Psi_pos : 0 < Psi_power r L.
Proof.
  assert (R4 := rho_4 r r4). rewrite Psi_is. assert (G := g_pos r r4). apply Rdiv_lt_0_compat.
  - apply D_pos; [apply nu_pos | lra | apply kappa_pos]; exact r4.
  - apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; exact G | apply pow_lt, tri_pos; exact r4].
Qed.

Lemma mu_least : forall i, g r * g r <= mu r i.
Proof.
  intros i. assert (R4 := rho_4 r r4). assert (Q := quadratic_pos r r4). rewrite (g_square r r4).
  unfold mu. rewrite <- (Rmult_1_r (2 / _)) at 1. apply Rmult_le_compat_l.
  - left. apply Rdiv_lt_0_compat; lra.
  - assert (A : 1 <= th1 r) by (unfold th1; lra).
    assert (B : 1 <= th0 r).
    { unfold th0. assert (2 * 1 <= (INR r - 2) * (INR r - 3)) by (apply Rmult_le_compat; lra).
      lra. }
    destruct (i <? 1)%nat; [|destruct (i <? r)%nat; [|lra]];
      rewrite <- (Rmult_1_r 1) at 1; apply Rmult_le_compat; lra.
Qed.
End Triangular.

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
Local Notation c := (INR (K p) ^ (L p + 1) * Big_lambda p).
Let c0 : 0 < c.
Proof.
  apply Rmult_lt_0_compat; [apply pow_lt, lt_0_INR; lia | apply Big_lambda_positive; assumption].
Qed.

(** Bounded by the smallest eigenvalue, at t^(L+1) = K^(L+1) Λ Ψ^L. *)
Lemma graph_at : forall t, 0 < t -> t ^ (L p + 1) = c * Psi_power r (L p) ->
  graph_form p r t <= INR (L p + 1) * t.
Proof.
  intros t T E. assert (Lam := Big_lambda_positive p is_regular).
  assert (k0 : 0 < INR (K p)) by (apply lt_0_INR; lia).
  assert (R4 := rho_4 r r4). assert (G := g_pos r r4).
  assert (D0 : 0 < D (L p - 3) (nu r) (INR r) (kappa r)).
  { apply D_pos; [apply nu_pos | lra | apply kappa_pos]; exact r4. }
  unfold graph_form, normal_form. rewrite plus_INR. simpl (INR 1).
  rewrite Rmult_plus_distr_r. apply Rplus_le_compat_l. rewrite Rmult_1_l.
  set (Dl := D (L p - 3) (nu r) (INR r) (kappa r) * Big_lambda p).
  assert (Dl0 : 0 < Dl) by (apply Rmult_lt_0_compat; assumption).
  assert (gg : 0 < g r * g r) by (apply Rmult_lt_0_compat; exact G).
  assert (tL : 0 < t ^ L p) by (apply pow_lt; exact T).
  apply Rle_trans with (total (K p) (fun _ => Dl / (g r * g r * t ^ L p))).
  - apply total_le. intros i _. assert (M := mu_least r r4 i).
    assert (P : 0 < g r * g r * t ^ L p / Dl)
      by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; assumption).
    replace (Dl / (g r * g r * t ^ L p)) with (/ (g r * g r * t ^ L p / Dl)) by (field; lra).
    apply Rinv_le_contravar; [exact P|]. fold Dl.
    assert (Q : g r * g r * t ^ L p / Dl <= mu r i * t ^ L p / Dl); [|lra].
    apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; exact Dl0|].
    apply Rmult_le_compat_r; lra.
  - rewrite total_constant. right. apply Rmult_eq_reg_r with (t ^ L p); [|lra].
    replace (t * t ^ L p) with (t ^ (L p + 1)) by (rewrite pow_add; simpl; ring).
    rewrite E, (Psi_is r (L p) r4 L3), <- K_tri, pow_add. unfold Dl.
    assert (kL : 0 < INR (K p) ^ L p) by (apply pow_lt; exact k0). simpl (INR (K p) ^ 1).
    field. repeat split; lra.
Qed.

Lemma phi_pos : forall L, (3 <= L)%nat -> 0 < phi L.
Proof.
  intros L' L3'. assert (l3 : 3 <= INR L')
    by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; exact L3').
  unfold phi. apply Rdiv_lt_0_compat; [apply pow_lt; lra|].
  apply Rmult_lt_0_compat; apply pow_lt; [rewrite plus_INR; simpl; lra | lra].
Qed.

Lemma ratio_power : 0 < ratio r (L p) /\ ratio r (L p) ^ (L p + 1) = Psi_power r (L p) / phi (L p).
Proof.
  assert (P := Psi_pos r (L p) r4 L3). assert (F := phi_pos (L p) L3).
  assert (Q : 0 < Psi_power r (L p) / phi (L p)) by (apply Rdiv_lt_0_compat; assumption).
  unfold ratio. split; [apply exp_pos|].
  rewrite <- Rpower_pow by apply exp_pos. rewrite Rpower_mult.
  assert (N0 : 0 < INR (L p + 1)) by (apply lt_0_INR; lia).
  rewrite Rinv_l by lra. apply Rpower_1. exact Q.
Qed.

(** Against the least value of collapse. *)
Lemma triangular_ratio : forall t, 0 < t ->
  (forall s, 0 <= s -> collapse (INR (K p)) (K p) (Big_lambda p) (L p) t
    <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) s) ->
  exists q x, 0 < q /\ triangular_at p r (display_4 p r q) x /\
    2 * objective p x
    <= ratio r (L p) * collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros t T Least. assert (Lam := Big_lambda_positive p is_regular).
  assert (Le : collapse (INR (K p)) (K p) (Big_lambda p) (L p) t <= 1).
  { eapply Rle_trans; [apply (Least 0); lra|]. unfold collapse.
    rewrite normal_form_zero by (assumption || lia). lra. }
  destruct (value_bound (K p) (L p) (Big_lambda p) t K1 ltac:(lia) Lam T Least Le) as [V B].
  set (v := collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) in *.
  destruct ratio_power as [R0 R].
  assert (P := Psi_pos r (L p) r4 L3).
  destruct (root_exists (L p + 1) (c * Psi_power r (L p))) as [s [S E]]; [lia | |].
  { apply Rmult_lt_0_compat; assumption. }
  assert (s0 := speed_pos p is_regular L3 r r4).
  assert (q0 : 0 < s / speed p r) by (apply Rdiv_lt_0_compat; assumption).
  destruct (triangular_attained p is_regular L3 r r4 K_tri is_wide (s / speed p r))
    as [x [X Ex]]; [lra|].
  replace (speed p r * (s / speed p r)) with s in Ex by (field; lra).
  exists (s / speed p r), x. split; [exact q0|]. split; [exact X|]. rewrite Ex.
  eapply Rle_trans; [apply (graph_at s S E)|].
  apply Rnot_lt_le. intros G.
  assert (l3 : 3 <= INR (L p)) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; exact L3).
  assert (H : (ratio r (L p) * v) ^ (L p + 1) < (INR (L p + 1) * s) ^ (L p + 1)).
  { apply power_less; [|lia]. split; [|exact G]. left. apply Rmult_lt_0_compat; assumption. }
  rewrite !Rpow_mult_distr, R, E in H. unfold phi in H.
  set (a := INR (L p + 1) ^ (L p + 1)) in *. set (b := (INR (L p) - 1) ^ (L p - 1)) in *.
  set (e := INR (L p) ^ (2 * L p)) in *.
  assert (a0 : 0 < a) by (unfold a; apply pow_lt, lt_0_INR; lia).
  assert (b0 : 0 < b) by (unfold b; apply pow_lt; lra).
  assert (e0 : 0 < e) by (unfold e; apply pow_lt; lra).
  assert (w : 0 < a * Psi_power r (L p) / e)
    by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; assumption).
  apply Rmult_le_compat_l with (r := a * Psi_power r (L p) / e) in B; [|lra].
  replace (a * Psi_power r (L p) / e * (e * c)) with (a * (c * Psi_power r (L p))) in B
    by (field; lra).
  replace (a * Psi_power r (L p) / e * (b * v ^ (L p + 1)))
    with (Psi_power r (L p) / (e / (a * b)) * v ^ (L p + 1)) in B by (field; lra).
  lra.
Qed.

Theorem ratio_triangular : subcritical p -> exists q x, 0 < q /\
  triangular_at p r (display_4 p r q) x /\
  forall y, collapsed p y -> objective p x <= ratio r (L p) * objective p y.
Proof.
  intros Small. destruct (least_collapse p is_regular Small) as [t [T Least]].
  destruct (triangular_ratio t T Least) as [q [x [Q [X B]]]]. exists q, x.
  split; [exact Q|]. split; [exact X|]. intros y Y. destruct ratio_power as [R0 _].
  destruct (collapsed_above p is_regular y Y) as [s [S A]].
  assert (Z := Least s S).
  assert (M : ratio r (L p) * collapse (INR (K p)) (K p) (Big_lambda p) (L p) t
    <= ratio r (L p) * (2 * objective p y)) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.
End Main.
