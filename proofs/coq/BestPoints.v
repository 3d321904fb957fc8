(** * Definition 8 has a best point, and Theorem 3 in terms of it *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular Families Theorem3 Blocks OneBlock AllClasses.
Local Open Scope R_scope.

Section Best.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis enough : classes_enough p.
Hypothesis is_wide : wide p.

Let L3 : (3 <= L p)%nat. Proof. unfold classes_enough in enough. lia. Qed.
Let K1 : (1 <= K p)%nat := proj1 is_regular.
Let k0 : 0 < INR (K p). Proof. apply lt_0_INR. lia. Qed.
Let n1 : (1 <= n p)%nat := proj1 (proj2 is_regular).
Let regular_block := regular_block p is_regular.
Let regular_alone := regular_alone p is_regular.
Let graph_fits := graph_fits p is_regular enough.
Let graph_1 := graph_1 p is_regular enough.
Let graph_wide := graph_wide p is_regular enough is_wide.
Let extended_point := extended_point p is_regular enough is_wide.
Let extended_half := extended_half p is_regular enough is_wide.
Let theorem_3 := theorem_3 p is_regular enough is_wide.

(** The normal form of the graph's block, whatever its widths. *)
Definition block_form (r : nat) (t : R) : R :=
  let k := (r * (r - 1) / 2)%nat in
  normal_form (INR k) k (mu r) (D (L p - 3) (nu r) (INR r) (kappa r))
    ((INR (K p) / INR k) ^ (L p + 1) * Big_lambda p) (L p) t.

Section Block.
Variable r : nat.
Hypothesis r_enough : layers_enough r (L p).
Local Notation k := (r * (r - 1) / 2)%nat.
Let r4 : (4 <= r)%nat. Proof. unfold layers_enough in r_enough. lia. Qed.
Let k1 : (1 <= k)%nat.
Proof. rewrite tri_is. assert (Q := tri_below 4 r r4). change (tri 4) with 6%nat in Q. lia. Qed.

Lemma graph_form_alone : forall width t,
  graph_form (scaled (with_classes p k width) (INR (K p) / INR k)) r t = block_form r t.
Proof.
  intros width t. unfold graph_form, block_form. rewrite Lambda_alone by assumption. reflexivity.
Qed.

Lemma block_above : forall width x, triangular (with_classes p k width) r x ->
  exists t, 0 <= t /\
    INR k * block_form r t <= cost (with_classes p k width) (INR (K p)) x.
Proof.
  intros width x X. set (block := with_classes p k width).
  set (alone := scaled block (INR (K p) / INR k)).
  assert (Reg : regular alone) by (apply regular_alone; exact k1).
  assert (X' : triangular alone r x) by (apply (proj2 (triangular_scaled block _ r x)); exact X).
  destruct (triangular_above alone Reg L3 r r4 (tri_is r) x X') as [t [T A]].
  exists t. split; [exact T|]. unfold alone, block in A. rewrite graph_form_alone in A.
  rewrite (cost_scaled block (INR (K p)) x (regular_block _ _ k1) k0).
  change (K block) with k. assert (P := pos_INR k).
  assert (Q := Rmult_le_compat_l (INR k) _ _ P A). unfold block. lra.
Qed.

Lemma block_attained : forall width t, 0 <= t ->
  (forall l, (1 <= l <= L p)%nat -> (k <= width l)%nat) ->
  exists x, triangular (with_classes p k width) r x /\
    cost (with_classes p k width) (INR (K p)) x = INR k * block_form r t.
Proof.
  intros width t T Wide. set (block := with_classes p k width).
  set (alone := scaled block (INR (K p) / INR k)).
  assert (Reg : regular alone) by (apply regular_alone; exact k1).
  assert (s0 := speed_pos alone Reg L3 r r4).
  destruct (triangular_attained alone Reg L3 r r4 (tri_is r) Wide (t / speed alone r)) as [x [X E]].
  { apply Rmult_le_pos; [exact T | left; apply Rinv_0_lt_compat; exact s0]. }
  replace (speed alone r * (t / speed alone r)) with t in E by (field; lra).
  unfold alone at 2, block in E. rewrite graph_form_alone in E. exists x. split.
  - apply (proj1 (triangular_scaled block (INR (K p) / INR k) r x)). eexists. exact X.
  - rewrite (cost_scaled block (INR (K p)) x (regular_block _ _ k1) k0).
    change (K block) with k. rewrite <- E. unfold alone. ring.
Qed.
End Block.

Theorem extended_solution_exists : exists x, extended_solution p x.
Proof.
  destruct graph_fits as [r [En R]]. assert (Lam := Big_lambda_positive p is_regular).
  assert (r4 : (4 <= r)%nat) by (unfold layers_enough in En; lia). assert (R4 := rho_4 r r4).
  assert (g1 := graph_1 r En R). assert (g0 : 0 < INR (r * (r - 1) / 2)) by (apply lt_0_INR; lia).
  destruct (least_normal_form (r * (r - 1) / 2) (mu r) (D (L p - 3) (nu r) (INR r) (kappa r))
    ((INR (K p) / INR (r * (r - 1) / 2)) ^ (L p + 1) * Big_lambda p) (L p)) as [t [T Best]];
    [exact g1 | | | | lia |].
  { intros i _. left. apply mu_pos. exact r4. }
  { apply D_pos; [apply nu_pos | lra | apply kappa_pos]; exact r4. }
  { apply Rmult_lt_0_compat; [apply pow_lt, Rdiv_lt_0_compat|]; assumption. }
  change (forall s, 0 <= s -> block_form r t <= block_form r s) in Best.
  destruct (least_normal_form (K p) (fun _ => 1) (INR (K p) ^ L p) (Big_lambda p) (L p) K1
    ltac:(intros; lra) ltac:(apply pow_lt; exact k0) Lam ltac:(lia)) as [s [s0 Least]].
  change (forall u, 0 <= u -> collapse (INR (K p)) (K p) (Big_lambda p) (L p) s
    <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) u) in Least.
  destruct (block_attained r En _ t T (graph_wide r R)) as [x [X Ex]].
  destruct (extended_point r R x s X s0) as [z [Z Ez]]. rewrite Ex in Ez. exists z.
  split; [exact Z|].
  intros z' [r' [d1 [d2 [x1 [x2 [R' [Sum [X1 [X2 ->]]]]]]]]].
  assert (r' = r) as ->.
  { replace ((r + 1) * r / 2)%nat with (tri (S r)) in R
      by (rewrite <- tri_is; f_equal; f_equal; lia).
    replace ((r' + 1) * r' / 2)%nat with (tri (S r')) in R'
      by (rewrite <- tri_is; f_equal; f_equal; lia). rewrite tri_is in R, R'.
    destruct (lt_eq_lt_dec r r') as [[Lt|E]|Lt]; [|symmetry; exact E|]; exfalso.
    - assert (Q := tri_below (S r) r' Lt). lia.
    - assert (Q := tri_below (S r') r Lt). lia. }
  destruct (block_above r En d1 x1 X1) as [t1 [T1 A1']].
  destruct (block_collapsed_above p is_regular _ d2 x2 X2) as [t2 [T2 A2']].
  assert (C := cost_objective p (block_sum (with_classes p (r * (r - 1) / 2) d1) x1 x2) is_regular).
  rewrite (cost_block_sum p (r * (r - 1) / 2) (K p - r * (r - 1) / 2) d1 d2) in C; try assumption;
    try lia.
  assert (B1 := Rmult_le_compat_l _ _ _ (pos_INR (r * (r - 1) / 2)) (Best t1 T1)).
  assert (B2 := Rmult_le_compat_l _ _ _ (pos_INR (K p - r * (r - 1) / 2)) (Least t2 T2)).
  apply Rmult_le_reg_l with (2 * INR (K p)); [lra|]. lra.
Qed.

Theorem theorem_3_extended_solutions : forall x y, extended_solution p x -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof.
  intros x y [X Best]. apply (best_compared p is_regular (extended p)); assumption.
Qed.

End Best.
