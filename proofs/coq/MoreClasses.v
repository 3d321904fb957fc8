(** * From one number of classes to every larger one

    A point that is below half the least value of collapse stays below all of collapse when blocks of
    collapse are put beside it: the other problem has more classes, and its λ's are smaller in the same
    proportion, so that K^(L+1) Λ is the same. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Least Collapse Blocks
  OneBlock.
Local Open Scope R_scope.

Section MoreClasses.
Variables p q : problem.
Hypothesis is_regular : regular p.
Hypothesis q_regular : regular q.
Hypothesis classes : (K p <= K q)%nat.
Hypothesis same_n : n q = n p.
Hypothesis same_L : L q = L p.
Hypothesis same_H : lambda_H q = INR (K p) / INR (K q) * lambda_H p.
Hypothesis same_lambda : forall l, (1 <= l <= L p)%nat ->
  lambda q l = INR (K p) / INR (K q) * lambda p l.
(** The layers of the block, and room for the other classes. *)
Hypothesis room : forall l, (1 <= l <= L p)%nat -> (d p l + (K q - K p) <= d q l)%nat.

Local Notation rest := (K q - K p)%nat.
Local Notation block := (with_classes q (K p) (d p)).
Let p0 : 0 < INR (K p). Proof. apply lt_0_INR. destruct is_regular. lia. Qed.
Let q0 : 0 < INR (K q). Proof. apply lt_0_INR. destruct q_regular. lia. Qed.

Lemma feature_same : forall x l, feature block x l = feature p x l.
Proof.
  intros x. induction l as [|[|l] IH]; [reflexivity | reflexivity|]. simpl in *. rewrite IH.
  reflexivity.
Qed.

Lemma cost_same : forall x, cost block (INR (K q)) x = 2 * INR (K p) * objective p x.
Proof.
  intros x. rewrite <- (cost_objective p x is_regular). unfold cost.
  cbn [K n L d lambda lambda_H with_classes]. rewrite feature_same, same_n, same_L, same_H. f_equal.
  - replace (label block) with (label p)
      by (unfold label; cbn [n with_classes]; rewrite same_n; reflexivity).
    reflexivity.
  - rewrite (total_ext (L p) _ (fun i => INR (K p) / INR (K q) * (lambda p (S i)
      * square (d_out p (S i)) (d p (S i)) (W x (S i))))).
    + rewrite total_scale. field. lra.
    + intros i I. rewrite same_lambda by lia. unfold d_out. cbn [L K d with_classes].
      rewrite same_L. ring.
Qed.

Lemma value_same : forall t, 0 <= t ->
  collapse (INR (K q)) (K q) (Big_lambda q) (L q) t
  = collapse (INR (K p)) (K p) (Big_lambda p) (L p) t.
Proof.
  intros t T. assert (P := Big_lambda_positive p is_regular).
  assert (Q := Big_lambda_positive q q_regular).
  rewrite !collapse_is; try assumption; try (apply is_regular); try (apply q_regular).
  rewrite same_L. do 4 f_equal.
  assert (G : forall l, (l <= L p)%nat -> lambdas q l = (INR (K p) / INR (K q)) ^ l * lambdas p l).
  { induction l as [|l IH]; intros R; [simpl; ring|]. simpl. rewrite IH, same_lambda by lia. ring. }
  unfold Big_lambda. rewrite same_L, same_n, same_H, G by lia.
  replace (INR (K q) ^ (L p + 1) * (INR (n p) * (INR (K p) / INR (K q) * lambda_H p)
      * ((INR (K p) / INR (K q)) ^ L p * lambdas p (L p))))
    with ((INR (K q) * (INR (K p) / INR (K q))) ^ (L p + 1)
      * (INR (n p) * lambda_H p * lambdas p (L p)))
    by (rewrite Rpow_mult_distr, (pow_add (INR (K p) / INR (K q))); simpl; ring).
  replace (INR (K q) * (INR (K p) / INR (K q))) with (INR (K p)) by (field; lra). ring.
Qed.

Lemma below_beside : forall x v, objective p x < v ->
  (forall t, 0 <= t -> 2 * v <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) ->
  exists z w, objective q z < w /\ forall y, collapsed q y -> w <= objective q y.
Proof.
  intros x v B V.
  destruct (least_normal_form (K p) (fun _ => 1) (INR (K p) ^ L p) (Big_lambda p) (L p))
    as [t [T Least]].
  { apply is_regular. } { intros; lra. } { apply pow_lt, p0. }
  { apply Big_lambda_positive, is_regular. }
  { destruct is_regular as [_ [_ [L2 _]]]. lia. }
  change (forall s, 0 <= s -> collapse (INR (K p)) (K p) (Big_lambda p) (L p) t
    <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) s) in Least.
  destruct (block_collapsed q q_regular rest (fun l => d q l - d p l)%nat) with (t := t) as [y [Y E]];
    [|exact T|].
  { intros l R. rewrite same_L in R. assert (Q := room l R). cbv beta. lia. }
  rewrite (value_same t T) in E. assert (Vt := V t T).
  set (c := collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) in *.
  exists (block_sum block x y), (c / 2). split.
  - assert (C := cost_objective q (block_sum block x y) q_regular).
    rewrite (cost_block_sum q (K p) rest (d p) (fun l => d q l - d p l)%nat) in C.
    + rewrite cost_same, E in C.
      assert (S : INR (K q) = INR (K p) + INR rest) by (rewrite <- plus_INR; f_equal; lia).
      apply Rmult_lt_reg_l with (2 * INR (K q)); [lra|]. rewrite <- C.
      replace (2 * INR (K q) * (c / 2)) with (INR (K q) * c) by field.
      apply (f_equal (fun u => u * c)) in S.
      assert (M := Rmult_lt_compat_l (2 * INR (K p)) _ _ ltac:(lra) B).
      assert (M' := Rmult_le_compat_l (INR (K p)) _ _ (Rlt_le _ _ p0) Vt). lra.
    + destruct q_regular as [_ [N1 _]]. exact N1.
    + destruct q_regular as [_ [_ [L2 _]]]. lia.
    + lia.
    + intros l R. rewrite same_L in R. assert (Q := room l R). lia.
  - intros y' Y'. destruct (collapsed_above q q_regular y' Y') as [s [S A]].
    rewrite (value_same s S) in A. assert (Q := Least s S). fold c in Q. lra.
Qed.

(** The widths of the first problem play no part in what its collapse loses. *)
Theorem more_classes : forall x v, objective p x < v ->
  (let p' := with_classes p (K p) (fun _ => K p) in
    forall y, collapsed p' y -> v <= objective p' y) ->
  exists z w, objective q z < w /\ forall y, collapsed q y -> w <= objective q y.
Proof.
  intros x v B V. apply (below_beside x v B). set (p' := with_classes p (K p) (fun _ => K p)) in *.
  cbv zeta in V. assert (Lam : Big_lambda p' = Big_lambda p).
  { assert (G : forall l, lambdas p' l = lambdas p l)
      by (induction l as [|l IH]; [reflexivity | simpl; rewrite IH; reflexivity]).
    unfold Big_lambda. rewrite G. reflexivity. }
  intros t [T|<-].
  - destruct (collapsed_attained p' is_regular ltac:(intros l _; apply le_n) t T) as [y [Y E]].
    rewrite Lam in E. change (K p') with (K p) in E. change (L p') with (L p) in E.
    assert (Q := V y Y). lra.
  - assert (Q := V origin (origin_collapsed p')). rewrite origin_objective in Q by exact is_regular.
    unfold collapse. rewrite normal_form_zero; [lra | apply is_regular|].
    destruct is_regular as [_ [_ [L2 _]]]. lia.
Qed.
End MoreClasses.

(** A block of k classes in a problem q, scaled such that it is a problem of its own with the same
    K^(L+1) Λ: what is below all of q's collapse there is so in q. *)
Theorem block_below : forall q k width, regular q -> (1 <= k <= K q)%nat ->
  (forall l, (1 <= l <= L q)%nat -> (width l + (K q - k) <= d q l)%nat) ->
  let p := scaled (with_classes q k width) (INR (K q) / INR k) in
  forall x v, objective p x < v ->
  (forall t, 0 <= t -> 2 * v <= collapse (INR (K q)) (K q) (Big_lambda q) (L q) t) ->
  exists z w, objective q z < w /\ forall y, collapsed q y -> w <= objective q y.
Proof.
  intros q k width R [k1 More] Room p x v B V.
  assert (k0 : 0 < INR k) by (apply lt_0_INR; lia).
  assert (q0 : 0 < INR (K q)) by (apply lt_0_INR; lia).
  assert (Rp : regular p) by (apply regular_alone; assumption).
  apply (below_beside p q Rp R More eq_refl eq_refl) with (x := x) (v := v).
  - cbn [K lambda_H p scaled with_classes]. field. lra.
  - intros l _. cbn [K lambda p scaled with_classes]. field. lra.
  - exact Room.
  - exact B.
  - intros t T. unfold p. rewrite collapse_alone by assumption. apply V. exact T.
Qed.
