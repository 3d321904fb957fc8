(** * How little a network can lose

    A network is a point with one sample in each class of which nothing counts but H_1 and
    W_1 … W_(L-1), and a problem of which nothing counts but K, L and the widths.  All that its
    losses depend on are

      D = ‖H_1‖² ‖W_1‖² ⋯ ‖W_(L-1)‖²    and    M = H_L, the features of the last layer:

    scaled such that its L terms of the regularisation are all t/2, with any W_L = V, it is a
    point of every problem with as many classes and layers, and loses at most L t/2 + the ridge
    loss of V with the regularisation Λ D/t^L. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Orthogonal Least
  Collapse PointScaled NearInverses.
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

(** ** With a multiple of some V *)

Section Trial.
Variable V : dense_matrix.
Local Notation X := (mul w V last).
Local Notation trace := (total k (fun i => X i i)).

Lemma square_trial : forall b,
  square k k (minus (mul w (fun i j => b * V i j) last) identity)
  = b * b * square k k X - 2 * b * trace + INR k.
Proof.
  intros b. rewrite (square_ext k k _ (fun i j => b * X i j + -1 * identity i j)).
  2: { intros i j _ _. unfold minus. rewrite mul_scale_left. ring. }
  rewrite square_plus, !square_scale, (square_orthogonal _ _ _ _ (identity_orthogonal k)).
  assert (E : dot k k (fun i j => b * X i j) (fun i j => -1 * identity i j) = - b * trace).
  { unfold dot. rewrite <- total_scale. apply total_ext. intros i I.
    transitivity (- b * total k (fun j => X i j * identity j i)).
    - rewrite <- total_scale. apply total_ext. intros j _. unfold identity.
      rewrite (Nat.eqb_sym i j). ring.
    - f_equal. exact (mul_identity_right k X i i I). }
  rewrite E. ring.
Qed.

(** The best multiple: tr (VM)²/(‖VM‖² + K a ‖V‖²) of K is fitted. *)
Theorem network_trial : 0 < square k k X + INR k * a * square k w V -> exists y,
  2 * objective p y <= INR (L p) * t
    + (1 - trace * trace / (INR k * (square k k X + INR k * a * square k w V))).
Proof.
  intros P. set (r := square k k X + INR k * a * square k w V) in *. set (b := trace / r).
  destruct (network_loss (fun i j => b * V i j)) as [y Y]. exists y.
  eapply Rle_trans; [exact Y|]. apply Rplus_le_compat_l. right. unfold ridge_loss.
  rewrite square_trial, square_scale.
  replace (2 * ((b * b * square k k X - 2 * b * trace + INR k) / (2 * INR k)
      + a / 2 * (b * b * square k w V)))
    with (1 + (b * b * r - 2 * b * trace) / INR k) by (unfold r; field; lra).
  unfold b. field. lra.
Qed.

(** Where V nearly inverts M: below collapse if D ‖V‖²/(1 - η)² < K^(L+1). *)
Theorem network_inverse : forall eta, 0 < eta < 1 -> square k k (minus identity X) <= eta * eta ->
  spread * (square k w V / ((1 - eta) * (1 - eta))) < INR k ^ (L q + 1) ->
  exists y, 2 * objective p y < collapse (INR k) k (Big_lambda p) (L q) t.
Proof.
  intros eta Eta Close Less. set (n := square k w V / ((1 - eta) * (1 - eta))) in *.
  assert (n0 : 0 <= n).
  { apply Rle_mult_inv_pos; [apply square_nonnegative | apply Rmult_lt_0_compat; lra]. }
  assert (S0 := spread_positive). assert (a0 : 0 < a) by (apply decay_positive; assumption).
  assert (tL : 0 < t ^ L q) by (apply pow_lt; exact t0).
  set (c := INR k ^ (L q + 1) * Big_lambda p).
  assert (c0 : 0 < c) by (apply Rmult_lt_0_compat; [apply pow_lt; exact k0 | exact Lambda0]).
  set (v := c / t ^ L q). set (u := a * n).
  assert (u0 : 0 <= u) by (apply Rmult_le_pos; lra).
  assert (uv : u < v).
  { unfold u, v, decay, c. replace (Big_lambda p * spread / t ^ L q * n)
      with (spread * n * (Big_lambda p / t ^ L q)) by (field; lra).
    unfold Rdiv at 2. rewrite (Rmult_assoc _ (Big_lambda p)).
    apply Rmult_lt_compat_r; [apply Rdiv_lt_0_compat|]; assumption. }
  set (b := / (1 + u)). assert (b0 : 0 < b) by (apply Rinv_0_lt_compat; lra).
  assert (b1 : b <= 1) by (unfold b; rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  set (g := b - / (1 + v)). assert (g0 : 0 < g).
  { assert (/ (1 + v) < b); [|unfold g; lra].
    apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra. }
  set (e := g / 2). assert (e0 : 0 < e) by (unfold e; lra).
  assert (i0 : 0 < / e) by (apply Rinv_0_lt_compat; exact e0).
  set (small := e * INR k / (2 * (1 + / e))).
  assert (small0 : 0 < small).
  { apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra. }
  destruct (near_inverses k w V last eta Eta Close small small0) as [U [Short Near]]. fold n in Short.
  destruct (network_loss (fun i j => b * U i j)) as [y Y]. exists y. rewrite same_L in Y.
  eapply Rle_lt_trans; [exact Y|]. rewrite collapse_is by (assumption || lra). fold c.
  apply Rplus_lt_compat_l. unfold ridge_loss. rewrite square_scale.
  rewrite (square_ext k k _ (fun i j =>
    (b - 1) * identity i j + - b * minus identity (mul w U last) i j)).
  2: { intros i j _ _. unfold minus. rewrite mul_scale_left. ring. }
  assert (Fit := square_sum e k k (fun i j => (b - 1) * identity i j)
    (fun i j => - b * minus identity (mul w U last) i j) e0).
  rewrite !square_scale, (square_orthogonal _ _ _ _ (identity_orthogonal k)) in Fit.
  set (f := square k k (fun i j => (b - 1) * identity i j + - b * minus identity (mul w U last)
    i j)) in *.
  set (r := square k k (minus identity (mul w U last))) in *. set (l := square k w U) in *.
  replace (/ (1 + t ^ L q / c)) with (1 - / (1 + v)) by (unfold v; field; lra).
  (* f <= (1 + e) (1 - b)^2 K + e/2 K, and (1 - b)^2 + a b^2 n = 1 - b. *)
  assert (bb : 0 <= b * b <= 1) by (split; [apply Rle_0_sqr | nra]).
  assert (rr : (1 + / e) * (- b * - b * r) <= e / 2 * INR k).
  { replace (e / 2 * INR k) with ((1 + / e) * (1 * small)) by (unfold small; field; lra).
    apply Rmult_le_compat_l; [lra|]. assert (0 <= r) by apply square_nonnegative.
    replace (- b * - b) with (b * b) by ring. apply Rmult_le_compat; lra. }
  assert (bu : b * (1 + u) = 1) by (unfold b; field; lra).
  assert (Ridge : a * (b * b * l) <= b * (1 - b)).
  { replace (b * (1 - b)) with (a * (b * b * n)).
    - apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat_l; lra.
    - replace (a * (b * b * n)) with (b * (b * u)) by (unfold u; ring). f_equal. lra. }
  assert (Q : f / INR k <= (1 + e) * ((b - 1) * (b - 1)) + e / 2).
  { apply Rmult_le_reg_r with (INR k); [exact k0|].
    replace (f / INR k * INR k) with f by (field; lra). lra. }
  assert ((b - 1) * (b - 1) <= 1) by nra.
  assert (e * ((b - 1) * (b - 1)) <= e * 1) by (apply Rmult_le_compat_l; lra).
  replace (2 * (f / (2 * INR k) + a / 2 * (b * b * l))) with (f / INR k + a * (b * b * l))
    by (field; lra).
  apply Rle_lt_trans with ((1 + e) * ((b - 1) * (b - 1)) + e / 2 + b * (1 - b)); [lra|].
  replace ((1 + e) * ((b - 1) * (b - 1)) + e / 2 + b * (1 - b))
    with (1 - b + e * ((b - 1) * (b - 1)) + e / 2) by ring.
  assert (b - / (1 + v) = 2 * e) by (unfold e, g; field; lra). lra.
Qed.
End Trial.
End Problem.
End Network.
