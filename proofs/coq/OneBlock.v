(** * One block among K classes: what it costs, alone and beside others *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Orthogonal Least
  Collapse Blocks.
Local Open Scope R_scope.

Lemma cost_origin : forall q k, (1 <= n q)%nat -> cost q k origin = INR (K q).
Proof.
  intros q k N1. assert (n0 : 0 < INR (n q)) by (apply lt_0_INR; lia). unfold cost.
  rewrite (square_ext _ _ _ (fun i j => -1 * label q i j)).
  - rewrite square_scale, square_label, total_zero, mult_INR.
    + cbn [H1 origin]. rewrite square_zero. field. lra.
    + intros i _. cbn [W origin]. rewrite square_zero. ring.
  - intros i j _ _. unfold minus, mul. rewrite total_zero; [ring|]. intros u _. simpl. ring.
Qed.

Section Block.
Variable p : problem.
Hypothesis is_regular : regular p.
Variable k : nat.
Variable width : nat -> nat.
Local Notation block := (with_classes p k width).
Local Notation alone := (scaled block (INR (K p) / INR k)).
Local Notation value := (collapse (INR (K p)) (K p) (Big_lambda p) (L p)).

Let K1 : (1 <= K p)%nat := proj1 is_regular.
Let k0 : 0 < INR (K p). Proof. apply lt_0_INR. lia. Qed.
Let n1 : (1 <= n p)%nat := proj1 (proj2 is_regular).
Let L2 : (2 <= L p)%nat := proj1 (proj2 (proj2 is_regular)).

Lemma Lambda_alone : Big_lambda alone = (INR (K p) / INR k) ^ (L p + 1) * Big_lambda p.
Proof.
  rewrite Big_lambda_scaled. f_equal.
  change (Big_lambda block) with (INR (n p) * lambda_H p * lambdas block (L p)).
  assert (G : forall l, lambdas block l = lambdas p l).
  { induction l as [|l IH]; [reflexivity|]. simpl. rewrite IH. reflexivity. }
  rewrite G. reflexivity.
Qed.

Section Classes.
Hypothesis block_1 : (1 <= k)%nat.
Let block_0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.

Lemma regular_block : regular block.
Proof. exact (conj block_1 (proj2 is_regular)). Qed.

Lemma regular_alone : regular alone.
Proof. apply regular_scaled; [apply Rdiv_lt_0_compat; assumption | apply regular_block]. Qed.

Lemma collapse_alone : forall t, 0 <= t ->
  collapse (INR (K alone)) (K alone) (Big_lambda alone) (L alone) t
  = collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros t T. assert (Lam := Big_lambda_positive p is_regular).
  rewrite !collapse_is; try assumption; try lia.
  2: { apply (Big_lambda_positive alone regular_alone). }
  cbn [K L scaled with_classes]. do 4 f_equal. rewrite Lambda_alone.
  rewrite <- Rmult_assoc, <- Rpow_mult_distr. do 2 f_equal. field. lra.
Qed.

End Classes.

(** Collapse at t, for any number of classes. *)
Lemma block_collapsed : (forall l, (1 <= l <= L p)%nat -> (k <= width l)%nat) ->
  forall t, 0 <= t -> exists y, collapsed block y /\ cost block (INR (K p)) y = INR k * value t.
Proof.
  intros Wide t T. destruct (le_lt_dec 1 k) as [B1|B0]; [destruct T as [T|<-]|].
  - destruct (collapsed_attained alone (regular_alone B1) Wide t T) as [y [Y E]].
    exists y. split; [exact (proj1 (collapsed_scaled _ _ _) Y)|].
    rewrite collapse_alone in E by (assumption || lra). rewrite <- E.
    rewrite (cost_scaled block (INR (K p)) y (regular_block B1) k0). cbn [K with_classes]. ring.
  - exists origin. split; [apply origin_collapsed|]. rewrite cost_origin by exact n1.
    unfold collapse. rewrite normal_form_zero by (assumption || lia). cbn [K with_classes]. ring.
  - exists origin. split; [apply origin_collapsed|]. rewrite cost_origin by exact n1.
    cbn [K with_classes]. apply Nat.lt_1_r in B0. rewrite B0. simpl. ring.
Qed.

Lemma block_collapsed_above : forall y, collapsed block y ->
  exists t, 0 <= t /\ INR k * value t <= cost block (INR (K p)) y.
Proof.
  intros y Y. destruct (le_lt_dec 1 k) as [B1|B0].
  - destruct (collapsed_above _ (regular_alone B1) y (proj2 (collapsed_scaled _ _ _) Y))
      as [t [T A]].
    exists t. split; [exact T|]. rewrite (collapse_alone B1) in A by exact T.
    rewrite (cost_scaled _ (INR (K p)) y (regular_block B1) k0).
    assert (P := pos_INR k). assert (Q := Rmult_le_compat_l (INR k) _ _ P A).
    cbn [K with_classes]. lra.
  - apply Nat.lt_1_r in B0. exists 0. split; [lra|]. rewrite B0 at 1. rewrite Rmult_0_l. unfold cost.
    apply Rplus_le_le_0_compat.
    + apply Rmult_le_pos; [apply square_nonnegative|]. left. apply Rinv_0_lt_compat, lt_0_INR.
      cbn [n with_classes]. lia.
    + apply Rmult_le_pos; [lra|]. assert (Reg := is_regular). destruct Reg as [_ [_ [_ [LH La]]]].
      apply Rplus_le_le_0_compat.
      * apply total_nonneg. intros i I. apply Rmult_le_pos; [|apply square_nonnegative].
        left. apply La. cbn [L with_classes] in I. lia.
      * apply Rmult_le_pos; [left; exact LH | apply square_nonnegative].
Qed.
End Block.
