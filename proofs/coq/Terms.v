(** * The objective, term by term, for L = m + 3 *)
From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums.
Local Open Scope R_scope.

Lemma total_first : forall n f, total (S n) f = f 0%nat + total n (fun i => f (S i)).
Proof. intros n f. change (S n) with (1 + n)%nat. rewrite total_split. simpl. ring. Qed.

Lemma lambdas_split : forall p m,
  lambdas p (m + 2) = lambda p 1 * multiplied m (fun i => lambda p (S (S i))) * lambda p (m + 2).
Proof.
  intros p m. induction m; simpl in *; [ring|]. rewrite IHm.
  replace (S (m + 1)) with (S (S m)) by lia.
  replace (m + 2)%nat with (S (S m)) by lia. ring.
Qed.

Lemma Big_lambda_is : forall p m, L p = (m + 3)%nat ->
  Big_lambda p
  = Lambda m (INR (n p) * lambda_H p * lambda p 1) (lambda p (m + 2)) (lambda p (m + 3))
    (fun i => lambda p (S (S i))).
Proof.
  intros p m E. unfold Big_lambda, Lambda. rewrite E.
  replace (m + 3)%nat with (S (m + 2)) by lia. cbn [lambdas]. rewrite lambdas_split. ring.
Qed.

Theorem objective_terms : forall p x m, L p = (m + 3)%nat -> (1 <= K p)%nat -> (1 <= n p)%nat ->
  let N := (K p * n p)%nat in
  2 * objective p x
  = 2 * (square (K p) N (minus (mul (d p (m + 3)) (W x (m + 3)%nat) (feature p x (m + 3)))
        (label p)) / (2 * INR N)
      + lambda p (m + 3) / 2 * square (K p) (d p (m + 3)) (W x (m + 3)%nat))
    + (lambda p 1 * square (d p 2) (d p 1) (W x 1%nat) + lambda_H p * square (d p 1) N (H1 x))
    + total m (fun i => lambda p (S (S i))
        * square (d p (S (S (S i)))) (d p (S (S i))) (W x (S (S i))))
    + lambda p (m + 2) * square (d p (m + 3)) (d p (m + 2)) (W x (m + 2)%nat).
Proof.
  intros p x m EL K1 n1 N. unfold objective. fold N. rewrite EL.
  rewrite (total_ext (m + 3) _ (fun i => / 2 * (lambda p (S i) * square (d_out p (S i)) (d p (S i))
    (W x (S i))))) by (intros; field).
  rewrite total_scale. replace (m + 3)%nat with (S (S (S m))) at 4 by lia.
  rewrite total_first. cbn [total].
  assert (out : forall l, (l < m + 3)%nat -> d_out p l = d p (S l)).
  { intros l Hl. unfold d_out. rewrite EL. destruct (Nat.eqb_spec l (m + 3)); [lia | reflexivity]. }
  assert (out_last : d_out p (S (S (S m))) = K p).
  { unfold d_out. rewrite EL. destruct (Nat.eqb_spec (S (S (S m))) (m + 3)); [reflexivity | lia]. }
  rewrite out_last, !out by lia.
  rewrite (total_ext m (fun i => lambda p (S (S i)) * square (d_out p (S (S i))) _ _)
    (fun i => lambda p (S (S i)) * square (d p (S (S (S i)))) (d p (S (S i))) (W x (S (S i)))))
    by (intros i I; rewrite out by lia; reflexivity).
  replace (m + 3)%nat with (S (S (S m))) by lia. replace (m + 2)%nat with (S (S m)) by lia.
  assert (INR N <> 0).
  { unfold N. rewrite mult_INR.
    apply Rmult_integral_contrapositive_currified; apply not_0_INR; lia. }
  field. assumption.
Qed.
