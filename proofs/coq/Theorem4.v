(** * Theorem 4: at every global optimum of (1) there is no variability in layer L

    Let x and y be the columns of H_1 of two samples of one class, h and g theirs in H_L, r and s
    their residuals W_L h - e_c, W_L g - e_c.  Either may stand in the place of the other.  So
    stationarity in W_L, where (1) is quadratic, gives r hᵀ = s gᵀ.  On the ray of x it gives <r,
    W_L h> = -N λ_H |x|², since the ReLU is positively homogeneous; hence |x| = |y|, and |r| = |s|
    since both cost the same.  With h, g >= 0 that is h = g.

    If there is no variability in layer 2 there is none in layer 1 either: the mean of x and y has
    the same features, and a smaller norm.  So with L = 2 there is none at all, more than is
    printed. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums Smoothed Samples.
Local Open Scope R_scope.

Local Notation relu := (Rmax 0).

(** What has its minimum at e = 0 has no linear part. *)
Lemma no_linear_part : forall a b, (forall e, -1 <= e -> 0 <= e * b + e * e * a) -> b = 0.
Proof.
  intros a b M. set (s := 1 + Rabs a + Rabs b).
  assert (A := Rle_abs a). assert (A0 := Rabs_pos a). assert (B := Rle_abs b).
  assert (B0 := Rabs_pos b).
  assert (S : 0 < s) by (unfold s; lra).
  assert (Q : b / s <= 1).
  { apply Rmult_le_reg_r with s; [exact S|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra.
    unfold s. lra. }
  specialize (M (- (b / s)) ltac:(lra)).
  replace (- (b / s) * b + - (b / s) * - (b / s) * a) with (- ((b / s) * (b / s) * (s - a))) in M
    by (field; lra).
  assert (P : 0 <= b / s * (b / s)) by apply Rle_0_sqr.
  assert (T : 1 <= s - a) by (unfold s; lra).
  assert (Z : b / s = 0).
  { apply Rsqr_0_uniq. unfold Rsqr. apply Rle_antisym; [|exact P].
    assert (b / s * (b / s) * 1 <= b / s * (b / s) * (s - a))
      by (apply Rmult_le_compat_l; assumption).
    lra. }
  replace b with (b / s * s) by (field; lra). rewrite Z. ring.
Qed.

Lemma relu_scale : forall c x, 0 <= c -> relu (c * x) = c * relu x.
Proof. intros c x C. rewrite <- RmaxRmult by exact C. rewrite Rmult_0_r. reflexivity. Qed.

Section Proof.
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation N := (K p * n p)%nat.
Local Notation feature_of V h := (sample relu p V h (L p)).

Lemma samples_pos : 0 < INR N.
Proof. apply lt_0_INR. destruct is_regular as [A [B _]]. nia. Qed.

Lemma sample_scale : forall V h c l i, 0 <= c ->
  sample relu p V (fun k => c * h k) l i = c * sample relu p V h l i.
Proof.
  intros V h c l. induction l as [|[|l] IH]; intros i C; [reflexivity | reflexivity|].
  cbn [sample]. rewrite <- relu_scale, <- total_scale by exact C. f_equal. apply total_ext.
  intros k _.
  cbn [sample] in IH. rewrite IH by exact C. ring.
Qed.

(** <r, W_L h> = -N λ_H |x|². *)
Lemma on_the_ray : forall x a, optimal relu p x -> (a < N)%nat ->
  let h := column (H1 x) a in
  total (K p) (fun i => residual relu p (W x) h (a / n p) i
    * preactivation relu p (W x) h (S (L p)) i)
  = - (INR N * lambda_H p) * total (d p 1) (fun k => h k * h k).
Proof.
  intros x a O A h. assert (N0 := samples_pos). set (V := W x).
  set (r := residual relu p V h (a / n p)). set (z := preactivation relu p V h (S (L p))).
  set (e1 := total (K p) (fun i => r i * z i)). set (e2 := total (d p 1) (fun k => h k * h k)).
  assert (Z : e1 / INR N + lambda_H p * e2 = 0).
  { apply (no_linear_part (total (K p) (fun i => z i * z i) / (2 * INR N) + lambda_H p / 2 * e2)).
    intros e E. assert (Q := optimal_column relu p x (fun k => (1 + e) * h k) a O A).
    fold h V in Q. unfold sample_cost in Q. fold r e2 in Q.
    rewrite (total_ext (K p) (fun i => residual relu p V (fun k => (1 + e) * h k) (a / n p) i * _)
      (fun i => (r i + e * z i) * (r i + e * z i))) in Q.
    - rewrite norm_along in Q. fold e1 in Q.
      rewrite (total_ext (d p 1) (fun k => (1 + e) * h k * ((1 + e) * h k))
        (fun k => (1 + e) * (1 + e) * (h k * h k))), total_scale in Q by (intros; ring).
      fold e2 in Q.
      match goal with |- 0 <= ?u => replace u with
        ((total (K p) (fun i => r i * r i) + e * (2 * e1)
            + e * e * total (K p) (fun i => z i * z i)) / (2 * INR N)
          + lambda_H p / 2 * ((1 + e) * (1 + e) * e2)
          - (total (K p) (fun i => r i * r i) / (2 * INR N) + lambda_H p / 2 * e2))
        by (field; lra) end.
      lra.
    - intros i _.
      assert (R : residual relu p V (fun k => (1 + e) * h k) (a / n p) i = r i + e * z i);
        [|rewrite R; reflexivity].
      unfold r, residual. fold (z i).
      assert (P : preactivation relu p V (fun k => (1 + e) * h k) (S (L p)) i = (1 + e) * z i);
        [|rewrite P; ring].
      unfold z, preactivation. rewrite <- total_scale. apply total_ext. intros k _.
      rewrite sample_scale by lra. ring. }
  apply Rmult_eq_reg_r with (/ INR N); [|apply Rinv_neq_0_compat; lra].
  transitivity (- (lambda_H p * e2)); [unfold Rdiv in Z; lra | field; lra].
Qed.

(** Stationarity in W_L, in the direction D. *)
Lemma in_last_weights : forall x D, optimal relu p x ->
  total N (fun j => total (K p) (fun i => residual relu p (W x) (column (H1 x) j) (j / n p) i
      * total (d p (L p)) (fun k => D i k * feature_of (W x) (column (H1 x) j) k)))
  + INR N * lambda p (L p) * dot (K p) (d p (L p)) (W x (L p)) D = 0.
Proof.
  intros x D O. assert (N0 := samples_pos). set (V := W x).
  set (E l := if (l =? L p)%nat then D else fun _ _ => 0).
  assert (below : forall e h l i, (l <= L p)%nat ->
    sample relu p (fun l => along (V l) (E l) e) h l i = sample relu p V h l i).
  { intros e h l. induction l as [|[|l] IH]; intros i Hl; [reflexivity | reflexivity|].
    cbn [sample]. f_equal. apply total_ext. intros k _. cbn [sample] in IH. rewrite IH by lia.
    unfold along, E. destruct (Nat.eqb_spec (S l) (L p)); [lia | ring]. }
  set (r j i := residual relu p V (column (H1 x) j) (j / n p) i).
  set (q j i := total (d p (L p)) (fun k => D i k * feature_of V (column (H1 x) j) k)).
  set (s := total N (fun j => total (K p) (fun i => r j i * q j i))).
  set (w := dot (K p) (d p (L p)) (V (L p)) D).
  change (s + INR N * lambda p (L p) * w = 0).
  assert (Z : s / INR N + lambda p (L p) * w = 0);
    [|transitivity (INR N * (s / INR N + lambda p (L p) * w)); [field; lra | rewrite Z; ring]].
  apply (no_linear_part (total N (fun j => total (K p) (fun i => q j i * q j i)) / (2 * INR N)
    + decay p E)).
  intros e _. specialize (O (Point (H1 x) (fun l => along (V l) (E l) e))).
  rewrite !objective_samples in O. cbn [H1 W] in O. fold V in O. rewrite decay_along in O.
  rewrite (total_ext (L p) (fun i => lambda p (S i) * dot _ _ _ _)
    (fun i => if (i =? L p - 1)%nat then lambda p (L p) * w else 0)) in O.
  2: { intros i I. unfold E, w. destruct (Nat.eqb_spec (S i) (L p)) as [El|El],
    (Nat.eqb_spec i (L p - 1)); try lia.
    - rewrite El. unfold d_out. rewrite Nat.eqb_refl. reflexivity.
    - unfold dot. rewrite total_zero; [ring|]. intros; apply total_zero; intros; ring. }
  rewrite (total_delta_at (L p) (L p - 1) (fun _ => lambda p (L p) * w)) in O
    by (destruct is_regular as [_ [_ [L2 _]]]; lia).
  rewrite (total_ext N (fun j => sample_cost relu p (fun l => along (V l) (E l) e) _ _)
    (fun j => sample_cost relu p V (j / n p) (column (H1 x) j)
      + (e * (/ INR N * total (K p) (fun i => r j i * q j i))
         + e * e * (/ (2 * INR N) * total (K p) (fun i => q j i * q j i))))) in O.
  - rewrite total_plus, total_plus, !total_scale in O. fold s in O.
    unfold Rdiv. lra.
  - intros j _. unfold sample_cost. change (residual relu p V (column (H1 x) j) (j / n p))
    with (r j).
    rewrite (total_ext (K p) _ (fun i => (r j i + e * q j i) * (r j i + e * q j i))).
    + rewrite norm_along. field. lra.
    + intros i _.
      assert (R : residual relu p (fun l => along (V l) (E l) e) (column (H1 x) j) (j / n p) i
        = r j i + e * q j i); [|rewrite R; reflexivity].
      unfold r, residual.
      assert (P : preactivation relu p (fun l => along (V l) (E l) e) (column (H1 x) j) (S (L p)) i
        = preactivation relu p V (column (H1 x) j) (S (L p)) i + e * q j i); [|rewrite P; ring].
      unfold q, preactivation. rewrite Nat.sub_succ, Nat.sub_0_r, <- total_scale, <- total_plus.
      apply total_ext. intros k _. rewrite below by lia. unfold along, E. rewrite Nat.eqb_refl.
      ring.
Qed.

Lemma feature_nonneg : forall V h k, 0 <= feature_of V h k.
Proof.
  intros V h k. destruct is_regular as [_ [_ [L2 _]]]. destruct (L p) as [|[|l]]; try lia.
  apply Rmax_l.
Qed.

Lemma of_zero : forall V h l i, (forall k, (k < d p 1)%nat -> h k = 0) -> (i < d p l)%nat ->
  (1 <= l)%nat -> sample relu p V h l i = 0.
Proof.
  intros V h l. induction l as [|[|l] IH]; intros i Z I Hl; [lia | apply Z; exact I|].
  cbn [sample]. rewrite total_zero; [apply Rmax_left; lra|].
  intros k Hk. cbn [sample] in IH. rewrite IH by (auto; lia). ring.
Qed.

(** Samples [a] and [b] of one class, at an optimum. *)
Section Pair.
Variable x : point.
Variables a b : nat.
Hypothesis x_optimal : optimal relu p x.
Hypothesis a_in : (a < N)%nat.
Hypothesis b_in : (b < N)%nat.
Hypothesis one_class : (a / n p = b / n p)%nat.

Local Notation V := (W x).
Local Notation u := (column (H1 x) a).
Local Notation v := (column (H1 x) b).
Local Notation r := (residual relu p V u (a / n p)).
Local Notation s := (residual relu p V v (a / n p)).
Local Notation "| X | m" := (total m (fun i => X i * X i)) (at level 20).

(** <r, D h> = <s, D g>. *)
Lemma same_gradient : forall D,
  total (K p) (fun i => r i * total (d p (L p)) (fun k => D i k * feature_of V u k))
  = total (K p) (fun i => s i * total (d p (L p)) (fun k => D i k * feature_of V v k)).
Proof.
  intros D. apply (same_term relu p (fun V c h => total (K p) (fun i => residual relu p V h c i
      * total (d p (L p)) (fun k => D i k * feature_of V h k)))
    (fun V => INR N * lambda p (L p) * dot (K p) (d p (L p)) (V (L p)) D)); try assumption.
  intros y O. apply in_last_weights. exact O.
Qed.

Lemma same_norms : |u| d p 1 = |v| d p 1 /\ |r| K p = |s| K p.
Proof.
  assert (N0 := samples_pos). destruct is_regular as [_ [_ [_ [LH _]]]].
  assert (A := on_the_ray x a x_optimal a_in). assert (B := on_the_ray x b x_optimal b_in).
  assert (G := same_gradient (V (L p))). cbv zeta in A, B. rewrite <- one_class in B.
  unfold preactivation in A, B. rewrite Nat.sub_succ, Nat.sub_0_r in A, B. rewrite A, B in G.
  assert (NL : 0 < INR N * lambda_H p) by (apply Rmult_lt_0_compat; assumption).
  assert (U : |u| d p 1 = |v| d p 1) by (apply Rmult_eq_reg_l with (- (INR N * lambda_H p)); lra).
  split; [exact U|]. assert (C := same_cost relu p x a b x_optimal a_in b_in one_class).
  unfold sample_cost in C. rewrite U in C. unfold Rdiv in C.
  apply Rmult_eq_reg_r with (/ (2 * INR N)); [lra|].
  apply Rinv_neq_0_compat. lra.
Qed.

Lemma same_last_feature : forall i, (i < d p (L p))%nat -> feature_of V u i = feature_of V v i.
Proof.
  destruct same_norms as [U R]. set (h := feature_of V u). set (g := feature_of V v).
  assert (outer : forall y z, total (K p) (fun i => r i * y i) * total (d p (L p))
    (fun k => z k * h k)
    = total (K p) (fun i => s i * y i) * total (d p (L p)) (fun k => z k * g k)).
  { intros y z. assert (G := same_gradient (fun i k => y i * z k)). fold h g in G.
    assert (T : forall q f, total (K p)
      (fun i => q i * total (d p (L p)) (fun k => y i * z k * f k))
      = total (K p) (fun i => q i * y i) * total (d p (L p)) (fun k => z k * f k)).
    { intros q f. rewrite Rmult_comm, <- total_scale. apply total_ext. intros i _.
      rewrite (total_ext _ (fun k => y i * z k * f k) (fun k => y i * (z k * f k)))
        by (intros; ring).
      rewrite total_scale. ring. }
    rewrite !T in G. exact G. }
  destruct (Req_dec (|r| K p) 0) as [Z|Nz].
  - (* no residual, hence nothing to begin with *)
    assert (zero : forall c, (c < N)%nat -> (a / n p = c / n p)%nat ->
      |residual relu p V (column (H1 x) c) (a / n p)| K p = 0 ->
      forall k, (k < d p 1)%nat -> column (H1 x) c k = 0).
    { intros c C E Zc. apply squares_zero. assert (N0 := samples_pos).
      destruct is_regular as [_ [_ [_ [LH _]]]].
      assert (NL : 0 < INR N * lambda_H p) by (apply Rmult_lt_0_compat; assumption).
      assert (Ray := on_the_ray x c x_optimal C). cbv zeta in Ray. rewrite <- E in Ray.
      rewrite total_zero in Ray.
      - apply Rmult_eq_reg_l with (- (INR N * lambda_H p)); lra.
      - intros i I. rewrite (squares_zero _ _ Zc i I). ring. }
    intros i I. unfold h, g. destruct is_regular as [_ [_ [L2 _]]].
    rewrite (of_zero V u), (of_zero V v); try lia; try exact I; [reflexivity | |].
    + apply (zero b b_in one_class). rewrite <- R. exact Z.
    + apply (zero a a_in eq_refl Z).
  - assert (A := outer r h). assert (B := outer s g).
    set (rs := total (K p) (fun i => s i * r i)) in *.
    set (hg := total (d p (L p)) (fun k => h k * g k)) in *.
    rewrite (total_ext (K p) (fun i => r i * s i) (fun i => s i * r i)) in B by (intros; ring).
    fold rs in B.
    rewrite (total_ext (d p (L p)) (fun k => g k * h k) (fun k => h k * g k)) in B
      by (intros; ring). fold hg in B.
    assert (RS : 2 * rs <= |r| K p + |s| K p).
    { assert (Q := norm_along (K p) s r (-1)).
      assert (0 <= total (K p) (fun i => (s i + -1 * r i) * (s i + -1 * r i)))
        by (apply total_nonneg; intros; apply Rle_0_sqr). fold rs in Q. lra. }
    assert (HG : 0 <= hg) by (apply total_nonneg; intros; apply Rmult_le_pos; apply feature_nonneg).
    assert (R0 : 0 < |r| K p).
    { assert (0 <= |r| K p) by (apply total_nonneg; intros; apply Rle_0_sqr). lra. }
    rewrite <- R in *. assert (M : rs * hg <= |r| K p * hg) by (apply Rmult_le_compat_r; lra).
    apply same_vector. fold hg.
    assert (|h| d p (L p) <= hg) by (apply Rmult_le_reg_l with (|r| K p); [exact R0 | lra]).
    assert (|g| d p (L p) <= hg) by (apply Rmult_le_reg_l with (|r| K p); [exact R0 | lra]). lra.
Qed.

(** Equal features in layer 2 have equal ones in layer 1: the mean of both would cost less. *)
Lemma same_first_feature : (forall i, (i < d p 2)%nat ->
  sample relu p V u 2 i = sample relu p V v 2 i) ->
  forall i, (i < d p 1)%nat -> u i = v i.
Proof.
  intros E. set (m := fun k => / 2 * (u k + v k)).
  assert (mean : forall l i, (2 <= l)%nat -> (i < d p l)%nat ->
    sample relu p V m l i = sample relu p V u l i).
  { intros l. induction l as [|[|[|l]] IH]; intros i Hl I; try lia.
    - specialize (E i I). cbn [sample] in *.
      set (zu := total (d p 1) (fun k => V 1%nat i k * u k)) in *.
      set (zv := total (d p 1) (fun k => V 1%nat i k * v k)) in *.
      replace (total (d p 1) (fun k => V 1%nat i k * m k)) with (/ 2 * (zu + zv)).
      + revert E. unfold Rmax. repeat destruct (Rle_dec _ _); lra.
      + unfold zu, zv, m. rewrite <- total_plus, <- total_scale. apply total_ext. intros; ring.
    - cbn [sample]. f_equal. apply total_ext. intros k Hk. f_equal. apply IH; [lia | exact Hk]. }
  destruct same_norms as [U _]. destruct is_regular as [_ [_ [L2 [LH _]]]].
  assert (O := optimal_column relu p x m a x_optimal a_in). unfold sample_cost in O.
  rewrite (total_ext (K p) (fun i => residual relu p V m (a / n p) i * _) (fun i => r i * r i))
    in O.
  2: { intros i _. assert (Q : residual relu p V m (a / n p) i = r i); [|rewrite Q; reflexivity].
    unfold residual, preactivation. rewrite Nat.sub_succ, Nat.sub_0_r. f_equal. apply total_ext.
    intros k Hk. rewrite mean by assumption. reflexivity. }
  assert (Q : |m| d p 1 = / 4 * (|u| d p 1 + 2 * total (d p 1) (fun k => u k * v k) + |v| d p 1)).
  { unfold m. rewrite <- total_scale, <- !total_plus, <- total_scale. apply total_ext.
    intros; field. }
  rewrite Q in O. apply same_vector.
  assert (Le : lambda_H p / 2 * |u| d p 1 <= lambda_H p / 2
    * (/ 4 * (|u| d p 1 + 2 * total (d p 1) (fun k => u k * v k) + |v| d p 1))) by lra.
  apply Rmult_le_reg_l in Le; lra.
Qed.
End Pair.

End Proof.

Section Theorems.
Variable p : problem.
Hypothesis is_regular : regular p.
Variable x : point.
Hypothesis x_optimal : forall y, objective p x <= objective p y.

Lemma optimal_here : optimal relu p x.
Proof. intros y. rewrite !objective_relu. apply x_optimal. Qed.

Lemma n_pos : (1 <= n p)%nat.
Proof. apply is_regular. Qed.

Theorem theorem_4 : exists M, class_means p (d p (L p)) (feature p x (L p)) M.
Proof.
  apply class_means_exist; [apply n_pos|]. intros i a b I A B C.
  rewrite <- feature_relu, !feature_sample.
  apply (same_last_feature p is_regular x a b optimal_here A B C i I).
Qed.

Theorem first_layer : (exists M, class_means p (d p 2) (feature p x 2) M) ->
  exists M, class_means p (d p 1) (H1 x) M.
Proof.
  intros [M E]. rewrite <- feature_relu in E. apply class_means_exist; [apply n_pos|].
  intros i a b I A B C. apply (same_first_feature p is_regular x a b optimal_here A B C);
    [|exact I].
  intros k Hk. assert (Ea := E k a Hk A). assert (Eb := E k b Hk B).
  rewrite feature_sample in Ea, Eb. rewrite Ea, Eb, C. reflexivity.
Qed.

(** Two layers: no variability anywhere. *)
Corollary theorem_4_two_layers : L p = 2%nat ->
  forall l, (1 <= l <= L p)%nat -> exists M, class_means p (d p l) (feature p x l) M.
Proof.
  intros L2 l Hl. assert (T := theorem_4). rewrite L2 in T, Hl.
  assert (E : l = 2%nat \/ l = 1%nat) by lia.
  destruct E as [->| ->]; [exact T | apply first_layer, T].
Qed.

End Theorems.
