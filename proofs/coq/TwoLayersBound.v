(** * Two layers: what collapse loses at least

    Objective (1) for L = 2, and its normal form as a lower bound for every point of Definition 7.
*)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums Orthogonal.
Local Open Scope R_scope.

Section Two.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis L_is : L p = 2%nat.
Local Notation k := (INR (K p)).
Local Notation N := (K p * n p)%nat.

Lemma two_positive : 0 < k /\ 0 < INR (n p) /\ 0 < lambda_H p /\ 0 < lambda p 1 /\ 0 < lambda p 2.
Proof.
  destruct is_regular as [K1 [n1 [_ [LH La]]]].
  repeat split; try exact LH; try (apply lt_0_INR; lia);
    apply La; lia.
Qed.

Lemma two_Lambda : Big_lambda p = INR (n p) * lambda_H p * lambda p 1 * lambda p 2.
Proof. unfold Big_lambda. rewrite L_is. simpl. ring. Qed.

Lemma objective_two : forall x, 2 * objective p x
  = square (K p) N (minus (mul (d p 2) (W x 2%nat) (feature p x 2)) (label p)) / INR N
    + lambda p 2 * square (K p) (d p 2) (W x 2%nat)
    + (lambda p 1 * square (d p 2) (d p 1) (W x 1%nat) + lambda_H p * square (d p 1) N (H1 x)).
Proof.
  intros x. destruct two_positive as [k0 [n0 _]]. unfold objective. rewrite L_is. cbn [total].
  unfold d_out. rewrite L_is. cbn [Nat.eqb]. rewrite mult_INR. field. lra.
Qed.

(** The normal form of collapse, with D = K². *)
Lemma collapse_two : forall t, collapse k (K p) (Big_lambda p) 2 t
  = 2 * t + lambda p 2 * (k * / (t * t / (k * k * (INR (n p) * lambda_H p * lambda p 1))
    + k * lambda p 2)).
Proof.
  intros t. destruct two_positive as [k0 [n0 [LH [L1 L2]]]].
  unfold collapse, normal_form, fit. rewrite total_constant, two_Lambda. simpl pow. simpl INR.
  assert (S0 : 0 < INR (n p) * lambda_H p * lambda p 1)
    by (repeat apply Rmult_lt_0_compat; assumption).
  set (start := INR (n p) * lambda_H p * lambda p 1) in *.
  assert (T : 0 <= t * t) by apply Rle_0_sqr.
  assert (0 < k * k * start) by (repeat apply Rmult_lt_0_compat; assumption).
  assert (0 < k * (k * k * (start * lambda p 2))) by (repeat apply Rmult_lt_0_compat; assumption).
  field. repeat split; lra.
Qed.

(** p (u - e)² + q u² is at least its least value. *)
Lemma least_of_two : forall u e c a, 0 < c -> 0 < a ->
  e * e * / (a + c) <= (u - e) * (u - e) / c + u * u / a.
Proof.
  intros u e c a C A.
  assert (E : (u - e) * (u - e) / c + u * u / a - e * e * / (a + c)
    = ((a + c) * u - a * e) * ((a + c) * u - a * e) / (a * c * (a + c))) by (field; lra).
  assert (0 <= ((a + c) * u - a * e) * ((a + c) * u - a * e) / (a * c * (a + c))).
  { apply Rle_mult_inv_pos; [apply Rle_0_sqr | repeat apply Rmult_lt_0_compat; lra]. }
  lra.
Qed.

Theorem collapsed_above_two : forall x, collapsed p x ->
  exists t, 0 <= t /\ collapse k (K p) (Big_lambda p) 2 t <= 2 * objective p x.
Proof.
  intros x [M [alpha [_ C]]]. destruct two_positive as [k0 [n0 [LH [L1 L2]]]].
  destruct (C 2%nat ltac:(lia)) as [Before [After O]]. set (a := alpha 2%nat) in *.
  set (M2 := M 2%nat) in *.
  assert (A0 : 0 <= a) by (apply (orthogonal_nonneg (d p 2) (K p) a M2);
    [apply is_regular | exact O]).
  set (start := INR (n p) * lambda_H p * lambda p 1).
  assert (S0 : 0 < start) by (repeat apply Rmult_lt_0_compat; assumption).
  set (U := mul (d p 2) (W x 2%nat) M2).
  rewrite objective_two.
  assert (Fit : square (K p) N (minus (mul (d p 2) (W x 2%nat) (feature p x 2)) (label p)) / INR N
    = square (K p) (K p) (minus U identity) / k).
  { rewrite (square_ext _ _ _ (fun i j => minus U identity i (j / n p)%nat)).
    - rewrite square_repeat, mult_INR. field. lra.
    - intros i j I J. unfold minus, label, identity, U. f_equal. unfold mul. apply total_ext.
      intros u Hu. rewrite (After u j Hu J). reflexivity. }
  rewrite Fit.
  assert (Q1 := square_nonnegative (d p 2) (d p 1) (W x 1%nat)).
  assert (Q2 := square_nonnegative (d p 1) N (H1 x)).
  assert (Q3 := square_nonnegative (K p) (d p 2) (W x 2%nat)).
  assert (P1 : 0 <= lambda p 1 * square (d p 2) (d p 1) (W x 1%nat)) by (apply Rmult_le_pos; lra).
  assert (P2 : 0 <= lambda_H p * square (d p 1) N (H1 x)) by (apply Rmult_le_pos; lra).
  assert (P3 : 0 <= lambda p 2 * square (K p) (d p 2) (W x 2%nat)) by (apply Rmult_le_pos; lra).
  destruct A0 as [A0|A0].
  - exists (k * sqrt (start * a)).
    assert (R : sqrt (start * a) * sqrt (start * a) = start * a)
      by (apply sqrt_sqrt; left; apply Rmult_lt_0_compat; assumption).
    split; [apply Rmult_le_pos; [lra | apply sqrt_pos]|]. rewrite collapse_two. fold start.
    replace (k * sqrt (start * a) * (k * sqrt (start * a)) / (k * k * start)) with a.
    2: { transitivity (sqrt (start * a) * sqrt (start * a) / start); [rewrite R|]; field; lra. }
    assert (Data : lambda p 2 * (k * / (a + k * lambda p 2))
      <= square (K p) (K p) (minus U identity) / k + lambda p 2 * square (K p) (d p 2) (W x 2%nat)).
    { apply Rle_trans with (square (K p) (K p) (minus U identity) / k
        + lambda p 2 * (square (K p) (K p) U / a)).
      - assert (E : lambda p 2 * (k * / (a + k * lambda p 2))
          = total (K p) (fun i => total (K p) (fun j => lambda p 2
            * (identity i j * identity i j * / (a + k * lambda p 2))))).
        { transitivity (total (K p) (fun _ => lambda p 2 * / (a + k * lambda p 2)));
            [rewrite total_constant; ring|]. apply total_ext. intros i I.
          rewrite <- (total_delta_at (K p) i (fun _ => lambda p 2 * / (a + k * lambda p 2)) I).
          apply total_ext. intros j _. unfold identity. rewrite Nat.eqb_sym.
          destruct (i =? j)%nat; ring. }
        rewrite E. unfold Rdiv. rewrite (Rmult_comm (square _ _ (minus _ _))),
          (Rmult_comm (square _ _ U)).
        unfold square, dot. rewrite <- !total_scale, <- total_plus. apply total_le. intros i _.
        rewrite <- !total_scale, <- total_plus. apply total_le. intros j _.
        assert (B := least_of_two (U i j) (identity i j) (k * lambda p 2) a
          ltac:(apply Rmult_lt_0_compat; assumption) A0).
        apply Rmult_le_compat_l with (r := lambda p 2) in B; [|lra]. eapply Rle_trans; [exact B|].
        right. unfold minus. field. lra.
      - apply Rplus_le_compat_l, Rmult_le_compat_l; [lra|].
        assert (B := layer_bound (K p) (d p 2) (K p) a M2 (W x 2%nat) ltac:(lra) O). fold U in B.
        apply Rmult_le_reg_l with a; [exact A0|].
        replace (a * (square (K p) (K p) U / a)) with (square (K p) (K p) U) by (field; lra).
        exact B. }
    assert (First : 2 * (k * sqrt (start * a)) <= lambda p 1 * square (d p 2) (d p 1) (W x 1%nat)
      + lambda_H p * square (d p 1) N (H1 x)); [|lra].
    assert (Ci : contraction (K p) (K p) identity).
    { intros v. right. apply total_ext. intros i I.
      rewrite (total_ext (K p) _ (fun j => if (j =? i)%nat then v j else 0)).
      - rewrite (total_delta_at (K p) i v I). reflexivity.
      - intros j _. unfold identity. rewrite Nat.eqb_sym. destruct (j =? i)%nat; ring. }
    assert (D := nuclear_dual (d p 2) (d p 1) N _
      (fun i j => sqrt (lambda p 1) * W x 1%nat i j) (fun i j => sqrt (lambda_H p) * H1 x i j)
      (contraction_repeated _ _ (n p) _ (proj1 (proj2 is_regular)) (contraction_orthogonal _ _ _ _ _
        _ A0 O Ci))).
    rewrite !square_scale, !sqrt_sqrt in D by lra.
    rewrite (dot_ext _ _ _ (fun i j => / sqrt (INR (n p)) * (/ sqrt a * M2 i (j / n p)%nat)) _
      (fun i j => sqrt (lambda p 1) * sqrt (lambda_H p) * M2 i (j / n p)%nat)) in D.
    + replace (dot _ _ _ _) with (k * sqrt (start * a)) in D; [lra|].
      transitivity (/ sqrt (INR (n p)) * / sqrt a * (sqrt (lambda p 1) * sqrt (lambda_H p))
        * square (d p 2) N (fun i j => M2 i (j / n p)%nat)).
      * rewrite square_repeat, (square_orthogonal _ _ _ _ O).
        replace (start * a) with (INR (n p) * a * (lambda p 1 * lambda_H p))
          by (unfold start; ring).
        rewrite !sqrt_mult by (try apply Rmult_le_pos; lra).
        assert (sn := sqrt_lt_R0 _ n0). assert (sa := sqrt_lt_R0 _ A0).
        replace (INR (n p) * (k * a)) with
          (k * (sqrt (INR (n p)) * sqrt (INR (n p))) * (sqrt a * sqrt a))
          by (rewrite !sqrt_sqrt by lra; ring).
        field. lra.
      * unfold square, dot. rewrite <- total_scale. apply total_ext. intros i _.
        rewrite <- total_scale.
        apply total_ext. intros; ring.
    + intros i j I J. assert (B := Before i j I J). do 2 f_equal. apply mul_identity_right.
      apply Nat.div_lt_upper_bound; [destruct is_regular as [_ [n1 _]]; lia | lia].
    + intros i j I J. cbv beta. rewrite <- (Before i j I J). unfold before, mul.
      rewrite <- total_scale.
      apply total_ext. intros u _. change (feature p x (2 - 1)) with (H1 x). simpl. ring.
  - exists 0. split; [lra|]. rewrite collapse_two.
    replace (0 * 0 / _) with 0 by (unfold Rdiv; ring).
    replace (2 * 0 + lambda p 2 * (k * / (0 + k * lambda p 2))) with 1 by (field; lra).
    rewrite <- A0 in O. assert (Z := orthogonal_zero _ _ _ O).
    rewrite (square_ext (K p) (K p) _ (fun i j => -1 * identity i j)).
    + rewrite square_scale, (square_orthogonal _ _ 1) by apply identity_orthogonal.
      replace (-1 * -1 * (k * 1) / k) with 1 by (field; lra). lra.
    + intros i j I J. unfold minus, U, mul. rewrite total_zero; [ring|]. intros u Hu.
      rewrite (Z u j Hu J). ring.
Qed.

End Two.
