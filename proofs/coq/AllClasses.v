(** * Theorem 3 for every K ≥ 6 with L ≥ 4 and every K ≥ 10 with L = 3, by Definition 8 *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular Families Theorem3 Blocks OneBlock.
Local Open Scope R_scope.

Definition classes_enough (p : problem) : Prop :=
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat.

(** The largest triangular graph. *)
Lemma largest : forall k, exists r, (1 <= r)%nat /\ (tri r <= k < tri (S r))%nat.
Proof.
  induction k as [|k [r [R1 R]]]; [exists 1%nat; simpl; lia|].
  destruct (Nat.eq_dec (S k) (tri (S r))) as [E|Ne].
  - exists (S r). rewrite E. simpl. lia.
  - exists r. lia.
Qed.

Lemma tri_below : forall a b, (a <= b)%nat -> (tri a <= tri b)%nat.
Proof. intros a b H. induction H as [|b H IH]; simpl; lia. Qed.

Section AllClasses.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis enough : classes_enough p.
Hypothesis is_wide : wide p.

Let L3 : (3 <= L p)%nat. Proof. unfold classes_enough in enough. lia. Qed.
Let K1 : (1 <= K p)%nat := proj1 is_regular.
Let k0 : 0 < INR (K p). Proof. apply lt_0_INR. lia. Qed.
Let n1 : (1 <= n p)%nat := proj1 (proj2 is_regular).

Lemma block_triangular : forall k width r t, (1 <= k)%nat ->
  (forall l, (1 <= l <= L p)%nat -> (k <= width l)%nat) ->
  k = (r * (r - 1) / 2)%nat -> layers_enough r (L p) -> 0 < t ->
  exists x, triangular (with_classes p k width) r x /\
    cost (with_classes p k width) (INR (K p)) x
    < INR k * collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros k width r t k1 Wide Kr En T. set (block := with_classes p k width).
  assert (b0 : 0 < INR k) by (apply lt_0_INR; lia).
  destruct (triangular_below (scaled block (INR (K p) / INR k)) r
    (regular_alone p is_regular k width k1) Kr En Wide t T) as [q [x [_ [X B]]]].
  exists x. split.
  - apply (proj1 (triangular_scaled block (INR (K p) / INR k) r x)). eexists. exact X.
  - unfold block in B. rewrite (collapse_alone p is_regular k width k1) in B by lra.
    rewrite (cost_scaled block (INR (K p)) x (regular_block p is_regular k width k1) k0).
    cbn [K with_classes block]. apply Rmult_lt_compat_l with (r := INR k) in B; [|exact b0].
    unfold block. lra.
Qed.

Lemma graph_fits : exists r, layers_enough r (L p) /\
  (r * (r - 1) / 2 <= K p < (r + 1) * r / 2)%nat.
Proof.
  destruct (largest (K p)) as [r [R1 R]]. exists r.
  replace ((r + 1) * r / 2)%nat with (tri (S r))
    by (rewrite <- tri_is; f_equal; f_equal; lia). rewrite tri_is. split; [|exact R].
  assert (B4 : (r < 4 -> tri (S r) <= 6)%nat) by (intros; apply (tri_below (S r) 4); lia).
  assert (B5 : (r < 5 -> tri (S r) <= 10)%nat) by (intros; apply (tri_below (S r) 5); lia).
  unfold layers_enough, classes_enough in *. lia.
Qed.

(** A point of Definition 6 beside collapse at t. *)
Section Point.
Variable r : nat.
Hypothesis r_enough : layers_enough r (L p).
Hypothesis r_largest : (r * (r - 1) / 2 <= K p < (r + 1) * r / 2)%nat.
Local Notation k := (r * (r - 1) / 2)%nat.
Local Notation rest := (K p - k)%nat.
Local Notation d1 := (fun l => d p l - rest)%nat.
Local Notation d2 := (fun _ : nat => rest).

Lemma graph_1 : (1 <= k)%nat.
Proof.
  rewrite tri_is. assert (r4 : (4 <= r)%nat) by (unfold layers_enough in r_enough; lia).
  assert (Q := tri_below 4 r r4). simpl in Q. lia.
Qed.

Lemma graph_wide : forall l, (1 <= l <= L p)%nat -> (k <= d1 l)%nat.
Proof. intros l R. assert (Q := is_wide l R). cbv beta. lia. Qed.

Lemma two_parts : INR (K p) = INR k + INR rest.
Proof. rewrite <- plus_INR. f_equal. lia. Qed.

Lemma extended_sum : forall x y, triangular (with_classes p k d1) r x ->
  collapsed (with_classes p rest d2) y -> exists z, extended p z /\
  2 * INR (K p) * objective p z
  = cost (with_classes p k d1) (INR (K p)) x + cost (with_classes p rest d2) (INR (K p)) y.
Proof.
  intros x y X Y. exists (block_sum (with_classes p k d1) x y).
  assert (Sum : forall l, (1 <= l <= L p)%nat -> (d1 l + d2 l)%nat = d p l).
  { intros l R. assert (Q := is_wide l R). cbv beta. lia. }
  split.
  - exists r, d1, d2, x, y. repeat (split; [assumption|]). reflexivity.
  - rewrite <- cost_objective by exact is_regular.
    apply (cost_block_sum p k rest d1 d2); try assumption; lia.
Qed.

Lemma extended_point : forall x t, triangular (with_classes p k d1) r x -> 0 <= t ->
  exists z, extended p z /\ 2 * INR (K p) * objective p z
    = cost (with_classes p k d1) (INR (K p)) x
      + INR rest * collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros x t X T.
  destruct (block_collapsed p is_regular rest d2 (fun _ _ => le_n _) t T) as [y [Y E]].
  rewrite <- E. apply extended_sum; assumption.
Qed.
End Point.

Theorem theorem_3 : subcritical p -> beats_collapse p (extended p).
Proof.
  intros Small. destruct (least_collapse p is_regular Small) as [t [T Least]].
  destruct graph_fits as [r [En R]].
  destruct (block_triangular _ _ r t (graph_1 r En R) (graph_wide r R) eq_refl En T) as [x [X B]].
  destruct (extended_point r R x t X (Rlt_le _ _ T)) as [z [Z E]].
  set (c := collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) in *.
  exists z, (c / 2). split; [exact Z|]. split.
  - assert (S := two_parts r R). apply Rmult_lt_reg_l with (2 * INR (K p)); [lra|]. rewrite E.
    replace (2 * INR (K p) * (c / 2)) with (INR (K p) * c) by field.
    apply (f_equal (fun u => u * c)) in S. lra.
  - intros y Y. destruct (collapsed_above p is_regular y Y) as [s [S A]].
    assert (Q := Least s S). fold c in Q. lra.
Qed.

Lemma extended_half : exists x, extended p x /\ objective p x = 1 / 2.
Proof.
  destruct graph_fits as [r [En R]].
  assert (r4 : (4 <= r)%nat) by (unfold layers_enough in En; lia). assert (G := graph_1 r En R).
  destruct (extended_sum r R origin origin) as [z [Z E]].
  - exists (fun _ => 0). apply origin_triangular; try reflexivity; cbn [K L with_classes]; lia.
  - apply origin_collapsed.
  - exists z. split; [exact Z|]. rewrite !cost_origin in E by exact n1. cbn [K with_classes] in E.
    rewrite <- (two_parts r R) in E. apply Rmult_eq_reg_l with (2 * INR (K p)); [|lra]. rewrite E.
    field.
Qed.

(** The same with a point of Definition 7 that loses less than 1/2 in the place of the number. *)
Theorem theorem_3_nondegenerate : (exists y, collapsed p y /\ objective p y < 1 / 2) ->
  beats_collapse p (extended p).
Proof. intros H. apply theorem_3. apply collapse_subcritical; assumption. Qed.

(** Whatever Λ: never above, and strictly below just where Definition 8 is below 1/2. *)
Theorem extended_never_above : forall y, collapsed p y ->
  exists x, extended p x /\ objective p x <= objective p y.
Proof. apply never_above; try assumption; [apply extended_half | apply theorem_3]. Qed.

Theorem extended_beats_iff : beats_collapse p (extended p)
  <-> exists x, extended p x /\ objective p x < 1 / 2.
Proof. apply beats_iff; try assumption. apply theorem_3. Qed.

(** No point of Definition 7 is a global minimum of (1). *)
Theorem collapse_not_optimal : subcritical p ->
  forall y, collapsed p y -> exists x, objective p x < objective p y.
Proof.
  intros Small y Y. destruct (theorem_3 Small) as [x [v [_ [B V]]]]. exists x. specialize (V y Y).
  lra.
Qed.

End AllClasses.

(** ** The hypotheses can be met: K = 10, L = 4, n = 50, all widths 30, all λ = 1/1000 *)

Definition example : problem := Problem 10 50 4 (fun _ => 30%nat) (1 / 1000) (fun _ => 1 / 1000).

Example example_is_one : regular example /\ classes_enough example /\ wide example
  /\ subcritical example.
Proof.
  split; [|split; [|split]].
  - repeat split; simpl; try lia; intros; lra.
  - left. simpl. lia.
  - intros l _. simpl. lia.
  - unfold subcritical, Big_lambda, example. simpl. lra.
Qed.
