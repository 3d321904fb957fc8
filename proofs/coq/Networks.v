(** * How little a network can lose

    A network is a point with one sample in each class of which nothing counts but H_1 and W_1 … W_(L-1),
    and a problem of which nothing counts but K, L and the widths.  All that its losses depend on are

      D = ‖H_1‖² ‖W_1‖² ⋯ ‖W_(L-1)‖²    and    M = H_L, the features of the last layer:

    scaled such that its L terms of the regularisation are all t/2, with any W_L = V, it is a point of
    every problem with as many classes and layers, and loses at most L t/2 + the ridge loss of V with the
    regularisation Λ D/t^L. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Orthogonal Least
  Collapse PointScaled.
Local Open Scope R_scope.

Section Network.
Variables (q : problem) (x : point).
Local Notation k := (K q).
Local Notation m := (L q - 1)%nat.

Definition squared_H : R := square (d q 1) k (H1 x).
Definition squared (l : nat) : R := square (d q (S l)) (d q l) (W x l).
Definition spread : R := squared_H * multiplied m (fun i => squared (S i)).
Definition last : dense_matrix := feature q x (L q).

(** The network, and none of its matrices is zero. *)
Definition network : Prop :=
  n q = 1%nat /\ (1 <= k)%nat /\ (2 <= L q)%nat /\ 0 < squared_H /\
  forall l, (1 <= l < L q)%nat -> 0 < squared l.

Hypothesis is_network : network.

Let n1 : n q = 1%nat := proj1 is_network.
Let k1 : (1 <= k)%nat := proj1 (proj2 is_network).
Let L2 : (2 <= L q)%nat := proj1 (proj2 (proj2 is_network)).
Let H0 : 0 < squared_H := proj1 (proj2 (proj2 (proj2 is_network))).
Let W0 : forall l, (1 <= l < L q)%nat -> 0 < squared l := proj2 (proj2 (proj2 (proj2 is_network))).
Let k0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.

Lemma squared_product : 0 < multiplied m (fun i => squared (S i)).
Proof. apply multiplied_pos. intros i I. apply W0. lia. Qed.

Lemma spread_positive : 0 < spread.
Proof. apply Rmult_lt_0_compat; [exact H0 | exact squared_product]. Qed.

Section Balanced.
Variables Lambda t : R.
Hypothesis Lambda0 : 0 < Lambda.
Hypothesis t0 : 0 < t.
Variable V : dense_matrix.

(** λ_L. *)
Definition decay : R := Lambda * spread / t ^ L q.

(** The λ's with which all terms are t/2, and the point. *)
Definition balanced : problem := Problem k 1 (L q) (d q) (t / squared_H)
  (fun l => if (l =? L q)%nat then decay else t / squared l).
Definition completed : point := Point (H1 x) (fun l => if (l =? L q)%nat then V else W x l).

Let tL : 0 < t ^ L q. Proof. apply pow_lt. exact t0. Qed.

Lemma decay_positive : 0 < decay.
Proof.
  apply Rdiv_lt_0_compat; [|exact tL].
  apply Rmult_lt_0_compat; [exact Lambda0 | exact spread_positive].
Qed.

Lemma balanced_middle : forall l, (1 <= l < L q)%nat -> lambda balanced l = t / squared l.
Proof. intros l B. cbn [lambda balanced]. destruct (Nat.eqb_spec l (L q)); [lia | reflexivity]. Qed.

Lemma balanced_last : lambda balanced (L q) = decay.
Proof. cbn [lambda balanced]. rewrite Nat.eqb_refl. reflexivity. Qed.

Lemma balanced_regular : regular balanced.
Proof.
  split; [exact k1|]. split; [apply le_n|]. split; [exact L2|].
  split; [apply Rdiv_lt_0_compat; [exact t0 | exact H0]|]. intros l B. cbn [L balanced] in B.
  destruct (Nat.eq_dec l (L q)) as [->|Ne]; [rewrite balanced_last; apply decay_positive|].
  rewrite balanced_middle by lia. apply Rdiv_lt_0_compat; [exact t0 | apply W0; lia].
Qed.

Lemma balanced_Lambda : Big_lambda balanced = Lambda.
Proof.
  assert (P := squared_product). unfold Big_lambda. cbn [n lambda_H L balanced].
  assert (G : forall j, (j < L q)%nat ->
    lambdas balanced j = t ^ j / multiplied j (fun i => squared (S i))).
  { induction j as [|j IH]; intros B; [simpl; field|].
    cbn [lambdas multiplied]. rewrite IH, balanced_middle by lia.
    assert (0 < multiplied j (fun i => squared (S i)))
      by (apply multiplied_pos; intros i I; apply W0; lia).
    assert (0 < squared (S j)) by (apply W0; lia). simpl. field. lra. }
  assert (E : lambdas balanced (L q) = lambdas balanced m * decay).
  { assert (E : lambdas balanced (S m) = lambdas balanced m * lambda balanced (S m)) by reflexivity.
    replace (S m) with (L q) in E by lia. rewrite balanced_last in E. exact E. }
  assert (F : t ^ L q = t * t ^ m).
  { rewrite tech_pow_Rmult. f_equal. lia. }
  rewrite E, G by lia. unfold decay, spread. rewrite F.
  assert (0 < t ^ m) by (apply pow_lt; exact t0). simpl. field. lra.
Qed.

Lemma completed_feature : forall l, (l <= L q)%nat -> feature balanced completed l = feature q x l.
Proof.
  induction l as [|[|l] IH]; intros B; [reflexivity | reflexivity|].
  change (rectified (mul (d q (S l)) (W completed (S l)) (feature balanced completed (S l)))
    = rectified (mul (d q (S l)) (W x (S l)) (feature q x (S l)))).
  rewrite IH by lia. cbn [W completed]. destruct (Nat.eqb_spec (S l) (L q)); [lia | reflexivity].
Qed.

Lemma completed_objective : 2 * objective balanced completed
  = INR (L q) * t + 2 * ridge_loss k (d q (L q)) k (INR k) decay last identity V.
Proof.
  unfold objective. rewrite !Nat.mul_1_r. cbn [K n L d lambda_H balanced].
  rewrite completed_feature by apply le_n. fold last.
  assert (E : total (L q) (fun i => lambda balanced (S i) / 2
      * square (d_out balanced (S i)) (d q (S i)) (W completed (S i)))
    = INR m * (t / 2) + decay / 2 * square k (d q (L q)) V).
  { replace (total (L q)) with (total (S m)) by (f_equal; lia). cbn [total].
    rewrite <- total_constant. f_equal.
    - apply total_ext. intros i I. rewrite balanced_middle by lia. unfold d_out.
      cbn [L d balanced W completed]. destruct (Nat.eqb_spec (S i) (L q)); [lia|].
      assert (0 < squared (S i)) by (apply W0; lia). unfold squared in *. field. lra.
    - replace (S m) with (L q) by lia. rewrite balanced_last. unfold d_out.
      cbn [L K balanced W completed]. rewrite Nat.eqb_refl. reflexivity. }
  rewrite E. unfold ridge_loss. cbn [H1 completed W]. rewrite Nat.eqb_refl.
  rewrite (square_ext k k _ (minus (mul (d q (L q)) V last) identity)).
  - fold squared_H. replace (INR (L q)) with (INR m + 1)
      by (rewrite <- S_INR; f_equal; lia). field. lra.
  - intros i j _ _. unfold minus, label, identity. cbn [n balanced]. rewrite Nat.div_1_r. reflexivity.
Qed.
End Balanced.

(** ** In a problem *)

Section Problem.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis same_K : K p = k.
Hypothesis same_L : L p = L q.
Hypothesis wider : forall l, (1 <= l <= L q)%nat -> (d q l <= d p l)%nat.
Variable t : R.
Hypothesis t0 : 0 < t.
Local Notation a := (decay (Big_lambda p) t).
Local Notation w := (d q (L q)).

Let Lambda0 := Big_lambda_positive p is_regular.

Theorem network_loss : forall V, exists y,
  2 * objective p y <= INR (L p) * t + 2 * ridge_loss k w k (INR k) a last identity V.
Proof.
  intros V. exists (scaled (balanced (Big_lambda p) t) p (completed V)).
  rewrite same_L, <- (completed_objective (Big_lambda p) t V).
  apply Rmult_le_compat_l; [lra|].
  apply scaled_below; try assumption; try reflexivity; [apply balanced_regular; assumption|].
  right. symmetry. apply balanced_Lambda; assumption.
Qed.

(** With the best V. *)
Theorem network_best : forall G, (forall i j, (i < k)%nat -> (j < k)%nat ->
    mul k G (mul w (flip last) last) i j + INR k * a * G i j = identity i j) ->
  exists y, 2 * objective p y <= INR (L p) * t + a * total k (fun i => G i i).
Proof.
  intros G Inv. destruct (network_loss (mul k G (flip last))) as [y Y]. exists y.
  rewrite (ridge_value w k a last G k1 Inv) in Y. lra.
Qed.

(** With a V that makes the fit a multiple of the label: below collapse where D tr (MᵀM)⁻¹ is below
    K^(L+1). *)
Theorem network_inverse : forall G, same_matrix k k (mul k G (mul w (flip last) last)) identity ->
  0 <= total k (fun i => G i i) /\
  (spread * total k (fun i => G i i) < INR k ^ (L q + 1) ->
    exists y, 2 * objective p y < collapse (INR k) k (Big_lambda p) (L q) t).
Proof.
  intros G Inv. set (V := mul k G (flip last)).
  assert (Fit : same_matrix k k (mul w V last) identity).
  { intros i j I J. unfold V. rewrite mul_assoc. exact (Inv i j I J). }
  assert (Norm : square k w V = total k (fun i => G i i)).
  { unfold square. unfold V at 2. rewrite dot_mul, (dot_ext k k _ identity _ G).
    - unfold dot. apply total_ext. intros i I. exact (mul_identity_left k (flip G) i i I).
    - exact Fit.
    - apply same_refl. }
  set (s := total k (fun i => G i i)) in *.
  assert (s0 : 0 <= s) by (rewrite <- Norm; apply square_nonnegative).
  split; [exact s0|]. intros Less. assert (S0 := spread_positive).
  assert (tL : 0 < t ^ L q) by (apply pow_lt; exact t0).
  set (u := a * s). set (b := / (1 + u)).
  assert (u0 : 0 <= u) by (apply Rmult_le_pos; [left; apply decay_positive|]; assumption).
  destruct (network_loss (fun i j => b * V i j)) as [y Y]. exists y. rewrite same_L in Y.
  eapply Rle_lt_trans; [exact Y|]. rewrite collapse_is by (assumption || lra).
  apply Rplus_lt_compat_l. unfold ridge_loss. rewrite square_scale, Norm.
  rewrite (square_ext k k _ (fun i j => (b - 1) * identity i j)).
  2: { intros i j I J. unfold minus. rewrite mul_scale_left, (Fit i j I J). ring. }
  rewrite square_scale, (square_orthogonal _ _ _ _ (identity_orthogonal k)).
  replace (2 * ((b - 1) * (b - 1) * (INR k * 1) / (2 * INR k) + a / 2 * (b * b * s)))
    with ((b - 1) * (b - 1) + u * (b * b)) by (unfold u; field; lra).
  replace ((b - 1) * (b - 1) + u * (b * b)) with (1 - / (1 + u)) by (unfold b; field; lra).
  set (c := INR k ^ (L q + 1) * Big_lambda p).
  assert (c0 : 0 < c).
  { apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | exact Lambda0]. }
  replace (/ (1 + t ^ L q / c)) with (1 - / (1 + c / t ^ L q)) by (field; lra).
  assert (u < c / t ^ L q).
  { unfold u, decay, c. replace (Big_lambda p * spread / t ^ L q * s)
      with (spread * s * (Big_lambda p / t ^ L q)) by (field; lra).
    unfold Rdiv at 2. rewrite (Rmult_assoc _ (Big_lambda p)).
    apply Rmult_lt_compat_r; [apply Rdiv_lt_0_compat|]; assumption. }
  assert (/ (1 + c / t ^ L q) < / (1 + u)); [|lra].
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.
End Problem.
End Network.
