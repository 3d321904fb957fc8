(** * Matrices and numbers that Coq computes with

    Matrices of integers, each over one common denominator, with their product, relu and squared norm,
    and fractions; what they stand for are real matrices and numbers. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices NormalForm Sums Objective.
From Uniform Require Orbits.
Import ListNotations.
Local Open Scope R_scope.

(** ** Matrices of integers over a denominator *)

Record fractions := Fractions { over : positive; entries : list (list Z) }.

Definition integer (X : fractions) (i j : nat) : Z := nth j (nth i (entries X) []) 0%Z.

(** The matrix that it stands for; 0 where nothing is written. *)
Definition real (X : fractions) : dense_matrix := fun i j => IZR (integer X i j) / IZR (Zpos (over X)).

Definition tabulated (p q : nat) (d : positive) (f : nat -> nat -> Z) : fractions :=
  Fractions d (map (fun i => map (f i) (seq 0 q)) (seq 0 p)).

Lemma tabulated_at : forall p q d f i j, (i < p)%nat -> (j < q)%nat ->
  integer (tabulated p q d f) i j = f i j.
Proof.
  intros p q d f i j I J. unfold integer, tabulated. cbn [entries].
  rewrite (Orbits.nth_map_seq _ _ p i [] I), (Orbits.nth_map_seq _ _ q j 0%Z J). reflexivity.
Qed.

Fixpoint total_Z (n : nat) (f : nat -> Z) : Z :=
  match n with O => 0%Z | S m => (total_Z m f + f m)%Z end.

Lemma total_integers : forall n f, total n (fun i => IZR (f i)) = IZR (total_Z n f).
Proof. induction n; intros f; simpl; [reflexivity|]. rewrite IHn, plus_IZR. reflexivity. Qed.

Lemma denominator_positive : forall d, 0 < IZR (Zpos d).
Proof. intros d. apply IZR_lt. reflexivity. Qed.

Definition product (p n q : nat) (X Y : fractions) : fractions :=
  tabulated p q (over X * over Y) (fun i j =>
    total_Z n (fun k => integer X i k * integer Y k j)%Z).

Lemma real_product : forall p n q X Y,
  same_matrix p q (real (product p n q X Y)) (mul n (real X) (real Y)).
Proof.
  intros p n q X Y i j I J. unfold real at 1, product. rewrite tabulated_at by assumption.
  cbn [over tabulated]. rewrite Pos2Z.inj_mul, mult_IZR, <- total_integers.
  assert (DX := denominator_positive (over X)). assert (DY := denominator_positive (over Y)).
  unfold mul, real. set (x := IZR (Zpos (over X))) in *. set (y := IZR (Zpos (over Y))) in *.
  unfold Rdiv. rewrite Rmult_comm, <- total_scale. apply total_ext. intros k _.
  rewrite mult_IZR. field. lra.
Qed.

Definition cut (p q : nat) (X : fractions) : fractions :=
  tabulated p q (over X) (fun i j => Z.max 0 (integer X i j)).

Lemma real_cut : forall p q X, same_matrix p q (real (cut p q X)) (rectified (real X)).
Proof.
  intros p q X i j I J. unfold real at 1, cut. rewrite tabulated_at by assumption.
  cbn [over tabulated]. unfold rectified, real.
  assert (D := denominator_positive (over X)). set (d := IZR (Zpos (over X))) in *.
  assert (0 < / d) by (apply Rinv_0_lt_compat; exact D).
  destruct (Z.le_ge_cases 0 (integer X i j)) as [L|L].
  - rewrite Z.max_r by exact L. rewrite Rmax_right; [reflexivity|].
    apply IZR_le in L. apply Rmult_le_pos; lra.
  - rewrite Z.max_l by exact L. apply IZR_le in L. rewrite Rmax_left; [unfold Rdiv; ring|].
    rewrite <- (Rmult_0_l (/ d)). apply Rmult_le_compat_r; lra.
Qed.

Lemma Q2R_make : forall z d, Q2R (z # d) = IZR z / IZR (Zpos d).
Proof. reflexivity. Qed.

Definition squares (p q : nat) (X : fractions) : Q :=
  total_Z p (fun i => total_Z q (fun j => integer X i j * integer X i j)%Z) # (over X * over X).

Lemma real_squares : forall p q X, Q2R (squares p q X) = square p q (real X).
Proof.
  intros p q X. unfold squares. rewrite Q2R_make, Pos2Z.inj_mul, mult_IZR, <- total_integers.
  assert (D := denominator_positive (over X)). unfold square, dot, real.
  set (d := IZR (Zpos (over X))) in *. unfold Rdiv. rewrite Rmult_comm, <- total_scale.
  apply total_ext. intros i _. rewrite <- total_integers, <- total_scale. apply total_ext.
  intros j _. rewrite mult_IZR. field. lra.
Qed.

Definition trace (p : nat) (X : fractions) : Q := total_Z p (fun i => integer X i i) # over X.

Lemma real_trace : forall p X, Q2R (trace p X) = total p (fun i => real X i i).
Proof.
  intros p X. unfold trace, real. rewrite Q2R_make, <- total_integers. unfold Rdiv.
  rewrite Rmult_comm, <- total_scale. apply total_ext. intros; ring.
Qed.

(** ** Features

    Those of the layers of the widths [wide], N columns each, after H_1 and the weights. *)

Section Layers.
Variable wide : nat -> nat.
Variable N : nat.
Variable start : fractions.
Variable weight : nat -> fractions.

Fixpoint layer (l : nat) : fractions :=
  match l with
  | O => start
  | S m => match m with
    | O => start
    | _ => cut (wide l) N (product (wide l) (wide m) N (weight m) (layer m))
    end
  end.

Lemma real_layer : forall p x L, d p = wide -> same_matrix (wide 1) N (real start) (H1 x) ->
  (forall l, (1 <= l < L)%nat -> W x l = real (weight l)) -> forall l, (1 <= l <= L)%nat ->
  same_matrix (wide l) N (real (layer l)) (feature p x l).
Proof.
  intros p x L Wide Start Weight. induction l as [|[|m] IH]; intros B; [lia|exact Start|].
  change (layer (S (S m))) with (cut (wide (S (S m))) N
    (product (wide (S (S m))) (wide (S m)) N (weight (S m)) (layer (S m)))).
  change (feature p x (S (S m)))
    with (rectified (mul (d p (S m)) (W x (S m)) (feature p x (S m)))).
  rewrite Wide, Weight by lia.
  intros i j I J. rewrite (real_cut _ _ _ i j I J). unfold rectified. f_equal.
  rewrite (real_product _ _ _ _ _ i j I J).
  apply (mul_ext (wide (S (S m))) (wide (S m)) N); auto using same_refl. apply IH. lia.
Qed.

End Layers.

(** ** Fractions *)

Fixpoint power_Q (q : Q) (n : nat) : Q := match n with O => 1%Q | S m => (q * power_Q q m)%Q end.

Lemma Q2R_power : forall q n, Q2R (power_Q q n) = Q2R q ^ n.
Proof. intros q n. induction n; simpl; [apply RMicromega.Q2R_1|]. rewrite Q2R_mult, IHn. reflexivity. Qed.

Definition number (n : nat) : Q := inject_Z (Z.of_nat n).

Lemma Q2R_number : forall n, Q2R (number n) = INR n.
Proof. intros n. unfold number, inject_Z. rewrite Q2R_make, INR_IZR_INZ. field. Qed.

Fixpoint total_Q (n : nat) (f : nat -> Q) : Q :=
  match n with O => 0%Q | S m => (total_Q m f + f m)%Q end.

Lemma Q2R_total : forall n f, Q2R (total_Q n f) = total n (fun i => Q2R (f i)).
Proof.
  intros n f. induction n; simpl; [apply RMicromega.Q2R_0|]. rewrite Q2R_plus, IHn. reflexivity.
Qed.

Fixpoint multiplied_Q (n : nat) (f : nat -> Q) : Q :=
  match n with O => 1%Q | S m => (multiplied_Q m f * f m)%Q end.

Lemma Q2R_multiplied : forall n f,
  Q2R (multiplied_Q n f) = multiplied n (fun i => Q2R (f i)).
Proof.
  intros n f. induction n; simpl; [apply RMicromega.Q2R_1|]. rewrite Q2R_mult, IHn. reflexivity.
Qed.

Lemma Q2R_half : forall q, Q2R (q * (1 # 2)) = Q2R q / 2.
Proof. intros q. rewrite Q2R_mult, Q2R_make. lra. Qed.

Definition less_Q (a b : Q) : bool := negb (Qle_bool b a).

Lemma less_Q_true : forall a b, less_Q a b = true -> Q2R a < Q2R b.
Proof.
  intros a b E. apply Qlt_Rlt, Qnot_le_lt. intros L. apply Qle_bool_iff in L.
  unfold less_Q in E. rewrite L in E. discriminate.
Qed.

Lemma at_most_Q_true : forall a b, Qle_bool a b = true -> Q2R a <= Q2R b.
Proof. intros a b E. apply Qle_Rle, Qle_bool_iff, E. Qed.

Lemma equal_Q_true : forall a b, Qeq_bool a b = true -> Q2R a = Q2R b.
Proof. intros a b E. apply Qeq_eqR, Qeq_bool_iff, E. Qed.
