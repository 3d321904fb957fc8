(** * Definition 8, the first way: the losses of the blocks add up

    A block of k classes among K costs k/K of what it costs alone with all of the regularisation
    times K/k; K^(L+1) Λ is then the same for the blocks and for the whole. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms.
Local Open Scope R_scope.

(** ** Block diagonal matrices *)

Lemma mul_blocks : forall p q1 q2 s A B C D i j,
  mul (q1 + q2) (blocks p q1 A B) (blocks q1 s C D) i j
  = blocks p s (mul q1 A C) (mul q2 B D) i j.
Proof.
  intros p q1 q2 s A B C D i j. unfold mul at 1. rewrite total_split. unfold blocks.
  rewrite (total_ext q1 _ (fun u => if (i <? p)%nat then (if (j <? s)%nat then A i u * C u j else 0)
    else 0)).
  2: { intros u U. destruct (Nat.ltb_spec u q1); [|lia].
    destruct (i <? p)%nat, (j <? s)%nat; ring. }
  rewrite (total_ext q2 _ (fun u => if (i <? p)%nat then 0 else (if (j <? s)%nat then 0
    else B (i - p)%nat u * D u (j - s)%nat))).
  2: { intros u U. destruct (Nat.ltb_spec (q1 + u) q1); [lia|].
    replace (q1 + u - q1)%nat with u by lia. destruct (i <? p)%nat, (j <? s)%nat; ring. }
  destruct (i <? p)%nat, (j <? s)%nat; rewrite ?(total_zero q1) by reflexivity;
    rewrite ?(total_zero q2) by reflexivity; unfold mul; ring.
Qed.

Lemma square_blocks : forall p1 p2 q1 q2 A B,
  square (p1 + p2) (q1 + q2) (blocks p1 q1 A B) = square p1 q1 A + square p2 q2 B.
Proof.
  intros p1 p2 q1 q2 A B. unfold square, dot. rewrite total_split. f_equal; apply total_ext;
    intros i I; rewrite total_split; unfold blocks.
  - rewrite (total_zero q2).
    + rewrite Rplus_0_r. apply total_ext. intros j J.
      destruct (Nat.ltb_spec i p1), (Nat.ltb_spec j q1); try lia. reflexivity.
    + intros j J. destruct (Nat.ltb_spec i p1), (Nat.ltb_spec (q1 + j) q1); try lia. ring.
  - rewrite (total_zero q1).
    + rewrite Rplus_0_l. apply total_ext. intros j J.
      destruct (Nat.ltb_spec (p1 + i) p1), (Nat.ltb_spec (q1 + j) q1); try lia.
      replace (p1 + i - p1)%nat with i by lia. replace (q1 + j - q1)%nat with j by lia. reflexivity.
    + intros j J. destruct (Nat.ltb_spec (p1 + i) p1), (Nat.ltb_spec j q1); try lia. ring.
Qed.

Lemma rectified_blocks : forall p q A B i j,
  rectified (blocks p q A B) i j = blocks p q (rectified A) (rectified B) i j.
Proof.
  intros. unfold rectified, blocks. destruct (i <? p)%nat, (j <? q)%nat; try reflexivity;
    apply Rmax_left; lra.
Qed.

(** ** The loss, not divided by the number of samples *)

(** Twice the loss of a block times [k], the number of all classes. *)
Definition cost (p : problem) (k : R) (x : point) : R :=
  square (K p) (K p * n p) (minus (mul (d p (L p)) (W x (L p)) (feature p x (L p))) (label p))
    / INR (n p)
  + k * (total (L p) (fun i => lambda p (S i) * square (d_out p (S i)) (d p (S i)) (W x (S i)))
    + lambda_H p * square (d p 1) (K p * n p) (H1 x)).

(** All of the regularisation times s. *)
Definition scaled (p : problem) (s : R) : problem :=
  Problem (K p) (n p) (L p) (d p) (s * lambda_H p) (fun l => s * lambda p l).

Lemma feature_scaled : forall p s x l, feature (scaled p s) x l = feature p x l.
Proof.
  intros p s x. induction l as [|[|l] IH]; [reflexivity | reflexivity|]. simpl in *. rewrite IH.
  reflexivity.
Qed.

Lemma before_scaled : forall p s x l, before (scaled p s) x l = before p x l.
Proof. intros. unfold before. rewrite feature_scaled. reflexivity. Qed.

Lemma collapsed_scaled : forall p s x, collapsed (scaled p s) x <-> collapsed p x.
Proof.
  intros p s x. split; intros [M [alpha [F C]]]; exists M, alpha; split; try exact F;
    intros l R; destruct (C l R) as [B [G O]].
  - rewrite before_scaled in B. rewrite feature_scaled in G. exact (conj B (conj G O)).
  - rewrite before_scaled, feature_scaled. exact (conj B (conj G O)).
Qed.

Lemma triangular_scaled : forall p s r x, triangular (scaled p s) r x -> triangular p r x.
Proof.
  intros p s r x [alpha [A [M1 [F [Mid [Top B]]]]]]. exists alpha, A, M1. split; [exact F|].
  split; [|split; [exact Top|]].
  - intros l R. destruct (Mid l R) as [Mu [Bl Fl]]. rewrite before_scaled in Bl.
    rewrite feature_scaled in Fl. exact (conj Mu (conj Bl Fl)).
  - rewrite before_scaled in B. exact B.
Qed.

Lemma regular_scaled : forall p s, 0 < s -> regular p -> regular (scaled p s).
Proof.
  intros p s S [A [B [C [D E]]]]. split; [exact A|]. split; [exact B|]. split; [exact C|]. split.
  - apply Rmult_lt_0_compat; assumption.
  - intros l R. apply Rmult_lt_0_compat; [exact S | apply E; exact R].
Qed.

Lemma Big_lambda_scaled : forall p s, Big_lambda (scaled p s) = s ^ (L p + 1) * Big_lambda p.
Proof.
  intros p s. unfold Big_lambda. cbn [n L lambda_H scaled].
  assert (G : forall l, lambdas (scaled p s) l = s ^ l * lambdas p l).
  { induction l; simpl; [ring|]. rewrite IHl. ring. }
  rewrite G, pow_add. simpl. ring.
Qed.

Lemma cost_scaled : forall p k x, regular p -> 0 < k ->
  cost p k x = 2 * INR (K p) * objective (scaled p (k / INR (K p))) x.
Proof.
  intros p k x Reg k0. assert (K0 : 0 < INR (K p)) by (apply lt_0_INR; destruct Reg; lia).
  assert (n0 : 0 < INR (n p)) by (apply lt_0_INR; destruct Reg as [_ [? _]]; lia).
  unfold cost, objective. cbn [K n L d lambda lambda_H scaled]. rewrite feature_scaled.
  change (label (scaled p (k / INR (K p)))) with (label p). rewrite mult_INR.
  rewrite (total_ext (L p) (fun i => k / INR (K p) * lambda p (S i) / 2 * _)
    (fun i => k / INR (K p) / 2 * (lambda p (S i)
      * square (d_out p (S i)) (d p (S i)) (W x (S i))))).
  - rewrite total_scale. field. lra.
  - intros i _. change (d_out (scaled p (k / INR (K p))) (S i)) with (d_out p (S i)). field. lra.
Qed.

Lemma cost_objective : forall p x, regular p ->
  cost p (INR (K p)) x = 2 * INR (K p) * objective p x.
Proof.
  intros p x Reg. assert (K0 : 0 < INR (K p)) by (apply lt_0_INR; destruct Reg; lia).
  assert (n0 : 0 < INR (n p)) by (apply lt_0_INR; destruct Reg as [_ [? _]]; lia).
  unfold cost, objective. rewrite mult_INR.
  rewrite (total_ext (L p) (fun i => lambda p (S i) / 2 * _)
    (fun i => / 2 * (lambda p (S i) * square (d_out p (S i)) (d p (S i)) (W x (S i)))))
    by (intros; field).
  rewrite total_scale. field. lra.
Qed.

(** ** The sum of two blocks *)

Section Blocks.
Variable p : problem.
Variables k1 k2 : nat.
Variables d1 d2 : nat -> nat.
Hypothesis n1 : (1 <= n p)%nat.
Hypothesis L1 : (1 <= L p)%nat.
Hypothesis K_sum : K p = (k1 + k2)%nat.
Hypothesis d_sum : forall l, (1 <= l <= L p)%nat -> (d1 l + d2 l)%nat = d p l.
Variables x1 x2 : point.
Local Notation p1 := (with_classes p k1 d1).
Local Notation p2 := (with_classes p k2 d2).
Local Notation both := (block_sum p1 x1 x2).

Lemma feature_blocks : forall l, (1 <= l <= L p)%nat -> forall i j,
  feature p both l i j = blocks (d1 l) (k1 * n p) (feature p1 x1 l) (feature p2 x2 l) i j.
Proof.
  induction l as [|[|l] IH]; intros R i j; [lia | reflexivity|].
  transitivity (rectified (blocks (d1 (S (S l))) (k1 * n p)
    (mul (d1 (S l)) (W x1 (S l)) (feature p1 x1 (S l)))
    (mul (d2 (S l)) (W x2 (S l)) (feature p2 x2 (S l)))) i j).
  - change (Rmax 0 (mul (d p (S l)) (W both (S l)) (feature p both (S l)) i j)
      = Rmax 0 (blocks (d1 (S (S l))) (k1 * n p)
        (mul (d1 (S l)) (W x1 (S l)) (feature p1 x1 (S l)))
        (mul (d2 (S l)) (W x2 (S l)) (feature p2 x2 (S l))) i j)).
    f_equal. rewrite <- (d_sum (S l)) by lia. rewrite <- mul_blocks.
    unfold mul. apply total_ext. intros u _. rewrite IH by lia. f_equal.
    cbn [W block_sum d with_classes]. unfold d_out. cbn [L d K with_classes].
    destruct (Nat.eqb_spec (S l) (L p)); [lia | reflexivity].
  - apply rectified_blocks.
Qed.

Lemma label_blocks : forall i j, (i < K p)%nat -> (j < K p * n p)%nat ->
  label p i j = blocks k1 (k1 * n p) (label p1) (label p2) i j.
Proof.
  intros i j I J. unfold blocks, label. cbn [n with_classes].
  assert (D := Nat.div_mod j (n p) ltac:(lia)).
  assert (M := Nat.mod_upper_bound j (n p) ltac:(lia)).
  destruct (Nat.ltb_spec i k1), (Nat.ltb_spec j (k1 * n p)); try reflexivity.
  - destruct (Nat.eqb_spec i (j / n p)); [|reflexivity]. exfalso.
    assert (j / n p < k1)%nat by lia. nia.
  - destruct (Nat.eqb_spec i (j / n p)); [|reflexivity]. exfalso.
    assert (k1 <= j / n p)%nat by lia. nia.
  - assert (E : ((j - k1 * n p) / n p)%nat = (j / n p - k1)%nat).
    { replace j with ((j - k1 * n p) + k1 * n p)%nat at 2 by lia. rewrite Nat.div_add by lia. lia. }
    rewrite E. assert (k1 <= j / n p)%nat by (apply Nat.div_le_lower_bound; lia).
    destruct (Nat.eqb_spec i (j / n p)) as [Y|Y], (Nat.eqb_spec (i - k1) (j / n p - k1)) as [Z|Z];
      try reflexivity; lia.
Qed.

Theorem cost_block_sum : forall k, cost p k both = cost p1 k x1 + cost p2 k x2.
Proof.
  intros k. unfold cost. cbn [K n L d lambda lambda_H with_classes].
  assert (Fit : square (K p) (K p * n p)
      (minus (mul (d p (L p)) (W both (L p)) (feature p both (L p))) (label p))
    = square k1 (k1 * n p) (minus (mul (d1 (L p)) (W x1 (L p)) (feature p1 x1 (L p))) (label p1))
      + square k2 (k2 * n p)
          (minus (mul (d2 (L p)) (W x2 (L p)) (feature p2 x2 (L p))) (label p2))).
  { rewrite <- square_blocks, K_sum, Nat.mul_add_distr_r.
    apply (square_ext (k1 + k2) (k1 * n p + k2 * n p)).
    intros i j I J. unfold minus at 1.
    rewrite (label_blocks i j ltac:(rewrite K_sum; exact I)
      ltac:(rewrite K_sum, Nat.mul_add_distr_r; exact J)).
    transitivity (blocks k1 (k1 * n p) (mul (d1 (L p)) (W x1 (L p)) (feature p1 x1 (L p)))
      (mul (d2 (L p)) (W x2 (L p)) (feature p2 x2 (L p))) i j
      - blocks k1 (k1 * n p) (label p1) (label p2) i j).
    - f_equal. rewrite <- mul_blocks, <- (d_sum (L p)) by lia. unfold mul. apply total_ext.
      intros u _.
      rewrite feature_blocks by lia. f_equal. cbn [W block_sum d with_classes]. unfold d_out.
      cbn [L d K with_classes]. rewrite Nat.eqb_refl. reflexivity.
    - unfold blocks, minus. destruct (i <? k1)%nat, (j <? k1 * n p)%nat; ring. }
  assert (Weights : total (L p)
      (fun i => lambda p (S i) * square (d_out p (S i)) (d p (S i)) (W both (S i)))
    = total (L p) (fun i => lambda p (S i) * square (d_out p1 (S i)) (d1 (S i)) (W x1 (S i)))
      + total (L p) (fun i => lambda p (S i) * square (d_out p2 (S i)) (d2 (S i)) (W x2 (S i)))).
  { rewrite <- total_plus. apply total_ext. intros i I. rewrite <- Rmult_plus_distr_l. f_equal.
    rewrite <- square_blocks, (d_sum (S i)) by lia. f_equal.
    unfold d_out. cbn [L d K with_classes]. destruct (Nat.eqb_spec (S i) (L p)); [exact K_sum|].
    symmetry. apply d_sum. lia. }
  assert (First : square (d p 1) (K p * n p) (H1 both)
    = square (d1 1%nat) (k1 * n p) (H1 x1) + square (d2 1%nat) (k2 * n p) (H1 x2)).
  { rewrite <- square_blocks, (d_sum 1) by lia. rewrite K_sum, Nat.mul_add_distr_r. reflexivity. }
  rewrite Fit, Weights, First. assert (n0 : 0 < INR (n p)) by (apply lt_0_INR; lia). field. lra.
Qed.
End Blocks.
