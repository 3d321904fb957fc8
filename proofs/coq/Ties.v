(** * Theorem 3 for every regularisation, as it is printed, fails: where Λ is large both lose 1/2 *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion NormalForm Objective Sums Construction Edges
  Triangular Families Theorem3.
Local Open Scope R_scope.

Section Ties.
Variables r L : nat.
Hypothesis r4 : (4 <= r)%nat.
Hypothesis L3 : (3 <= L)%nat.
Local Notation k := (INR (tri r)).
Local Notation scale := (D (L - 3) (nu r) (INR r) (kappa r)).

Definition large : R := total (tri r) (mu r) / (k * k * scale).

Lemma graph_large : forall Lambda t, 0 < Lambda -> large <= Lambda -> 0 <= t ->
  1 <= normal_form k (tri r) (mu r) scale Lambda L t.
Proof.
  intros Lam t Lam0 Le T. assert (k0 := tri_pos r r4). assert (R4 := rho_4 r r4).
  assert (D0 : 0 < scale) by (apply D_pos; [apply nu_pos | lra | apply kappa_pos]; exact r4).
  assert (DL : 0 < scale * Lam) by (apply Rmult_lt_0_compat; assumption).
  assert (tL : 0 <= t ^ L) by (apply pow_le; exact T).
  assert (l3 : 3 <= INR L) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; exact L3).
  assert (Lt : t <= INR L * t) by (rewrite <- (Rmult_1_l t) at 1; apply Rmult_le_compat_r; lra).
  assert (inside : forall i, 0 <= mu r i * t ^ L / (scale * Lam)).
  { intros i. apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; exact DL].
    apply Rmult_le_pos; [left; apply mu_pos; exact r4 | exact tL]. }
  unfold normal_form. destruct (Rle_lt_dec 1 t) as [T1|T1].
  - assert (0 <= fit k (tri r) (mu r) scale Lam L t); [|lra].
    apply total_nonneg. intros i _. left. apply Rinv_0_lt_compat. specialize (inside i). lra.
  - set (s := t ^ L / (scale * Lam)).
    assert (Fit : total (tri r) (fun i => / k + - (/ (k * k) * s) * mu r i)
      <= fit k (tri r) (mu r) scale Lam L t).
    { apply total_le. intros i _. specialize (inside i).
      replace (mu r i * t ^ L / (scale * Lam)) with (mu r i * s) in * by (unfold s; field; lra).
      apply Rmult_le_reg_r with (k * k * (k + mu r i * s)).
      - apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
      - replace ((/ k + - (/ (k * k) * s) * mu r i) * (k * k * (k + mu r i * s)))
          with (k * k - mu r i * s * (mu r i * s)) by (field; lra).
        replace (/ (k + mu r i * s) * (k * k * (k + mu r i * s))) with (k * k) by (field; lra).
        assert (0 <= mu r i * s * (mu r i * s)) by (apply Rmult_le_pos; assumption). lra. }
    rewrite total_plus, total_constant, total_scale in Fit.
    replace (k * / k) with 1 in Fit by (field; lra).
    assert (G : / (k * k) * s * total (tri r) (mu r) <= t ^ L).
    { unfold large in Le. apply Rmult_le_compat_r with (r := t ^ L / Lam) in Le;
        [|apply Rmult_le_pos; [exact tL | left; apply Rinv_0_lt_compat; exact Lam0]].
      replace (Lam * (t ^ L / Lam)) with (t ^ L) in Le by (field; lra).
      replace (/ (k * k) * s * total (tri r) (mu r))
        with (total (tri r) (mu r) / (k * k * scale) * (t ^ L / Lam)); [exact Le|].
      unfold s. field. lra. }
    assert (P : t ^ L <= t).
    { replace L with (S (L - 1)) by lia. simpl. rewrite <- (Rmult_1_r t) at 3.
      apply Rmult_le_compat_l; [exact T|]. rewrite <- (pow1 (L - 1)). apply pow_incr. lra. }
    lra.
Qed.

(** K = r(r-1)/2, n = 1, all λ's 1 but for a large λ_H. *)
Definition tie : problem :=
  Problem (r * (r - 1) / 2) 1 L (fun _ => (r * (r - 1) / 2)%nat) (1 + Rabs large) (fun _ => 1).

Lemma tie_lambda : Big_lambda tie = 1 + Rabs large.
Proof.
  unfold Big_lambda. cbn [n lambda_H Objective.L tie].
  assert (G : forall l, lambdas tie l = 1)
    by (induction l; simpl; [reflexivity | rewrite IHl; ring]).
  rewrite G. simpl. ring.
Qed.

Theorem tie_is_one : regular tie /\ K tie = (r * (r - 1) / 2)%nat /\ Objective.L tie = L
  /\ wide tie.
Proof.
  assert (Q := Rabs_pos large). assert (P := r_below_tri r).
  split; [|split; [reflexivity | split; [reflexivity | intros l _; apply le_n]]].
  unfold regular. cbn [K n Objective.L lambda_H lambda tie]. rewrite tri_is.
  split; [lia|]. split; [lia|]. split; [lia|]. split; [lra|]. intros; lra.
Qed.

Theorem tie_loses : forall x, triangular tie r x -> 1 / 2 <= objective tie x.
Proof.
  intros x X. destruct tie_is_one as [Reg [Kt [Lt _]]].
  destruct (triangular_above tie Reg ltac:(rewrite Lt; exact L3) r r4
    ltac:(rewrite Kt; apply tri_is) x X)
    as [t [T A]].
  assert (B : 1 <= graph_form tie r t); [|lra].
  unfold graph_form. rewrite tie_lambda. change (K tie) with (r * (r - 1) / 2)%nat. rewrite tri_is.
  apply graph_large; [| |exact T]; assert (Q := Rabs_pos large); [lra|].
  assert (Q' := Rle_abs large). lra.
Qed.
End Ties.

(** Some problem with all that Theorem 3 asks for has L_SRG = L_DNC = 1/2. *)
Theorem tie_exists : forall r L, layers_enough r L -> exists p,
  regular p /\ K p = (r * (r - 1) / 2)%nat /\ L = Objective.L p /\ wide p /\
  (exists x, srg_solution p r x) /\ (exists y, dnc_solution p y) /\
  (forall x, srg_solution p r x -> objective p x = 1 / 2) /\
  (forall y, dnc_solution p y -> objective p y = 1 / 2).
Proof.
  intros r L En. assert (r4 : (4 <= r)%nat) by (unfold layers_enough in En; lia).
  assert (L3 : (3 <= L)%nat) by (unfold layers_enough in En; lia).
  exists (tie r L). destruct (tie_is_one r L r4 L3) as [Reg [Kt [Lt Wide]]].
  assert (Low := tie_loses r L r4 L3).
  split; [exact Reg|]. split; [exact Kt|]. split; [symmetry; exact Lt|]. split; [exact Wide|].
  split; [apply srg_solution_exists; try assumption; rewrite Lt; lia|].
  split; [apply dnc_solution_exists; try assumption; rewrite Lt; exact L3|]. split.
  - intros x X. destruct (srg_solution_least (tie r L) r Reg Kt ltac:(rewrite Lt; lia)
      Wide x X) as [Tx Best].
    apply Rle_antisym; [|apply Low, Tx].
    destruct (triangular_half (tie r L) r Reg Kt ltac:(rewrite Lt; exact En)) as [o [O E]].
    rewrite <- E. apply Best, O.
  - intros y [Y Best]. apply Rle_antisym.
    + rewrite <- (origin_objective _ Reg). apply Best, origin_collapsed.
    + destruct (triangular_never_above (tie r L) r Reg Kt ltac:(rewrite Lt; exact En) Wide y Y)
        as [x [X B]]. specialize (Low x X). lra.
Qed.
