(** * Objective (1) with any activation, one sample at a time

    For fixed weights the objective is a sum over the samples ([objective_samples]).  So a global
    optimum stays one when a column of H_1 is put in the place of another of its class ([exchange]):
    that is how Theorems 4 and 17 begin.
    With the ReLU for σ it is that of Objective.v: [objective_relu]. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums Smoothed.
Local Open Scope R_scope.

Definition column (X : dense_matrix) (j : nat) : nat -> R := fun i => X i j.

(** [X] with the column [h] in place [a]. *)
Definition put (h : nat -> R) (a : nat) (X : dense_matrix) : dense_matrix :=
  fun i j => if (j =? a)%nat then h i else X i j.

Lemma column_put : forall h a X j, column (put h a X) j = if (j =? a)%nat then h else column X j.
Proof. intros h a X j. unfold column, put. destruct (j =? a)%nat; reflexivity. Qed.

(** A sum of squares that is 0. *)
Lemma squares_zero : forall n x, total n (fun i => x i * x i) = 0 -> forall i, (i < n)%nat ->
  x i = 0.
Proof.
  induction n; intros x E i I; [lia|]. cbn [total] in E.
  assert (0 <= total n (fun i => x i * x i)) by (apply total_nonneg; intros; apply Rle_0_sqr).
  assert (P := Rle_0_sqr (x n)). unfold Rsqr in P.
  destruct (Nat.eq_dec i n) as [->|Ne]; [apply Rsqr_0_uniq; unfold Rsqr; lra|].
  apply IHn; [lra | lia].
Qed.

(** Two sums that are the same but for one term. *)
Lemma one_term : forall n f g a, (a < n)%nat -> (forall j, j <> a -> f j = g j) ->
  total n f - total n g = f a - g a.
Proof.
  intros n f g a A E. rewrite <- (total_delta_at n a (fun j => f j - g j) A).
  replace (total n f - total n g) with (total n f + -1 * total n g) by ring.
  rewrite <- total_scale, <- total_plus. apply total_ext. intros j _.
  destruct (Nat.eqb_spec j a) as [->|Ne]; [ring | rewrite (E j Ne); ring].
Qed.

(** ** Along a line *)

Lemma norm_along : forall n x y e, total n (fun i => (x i + e * y i) * (x i + e * y i))
  = total n (fun i => x i * x i) + e * (2 * total n (fun i => x i * y i))
    + e * e * total n (fun i => y i * y i).
Proof.
  intros n x y e. rewrite <- !total_scale, <- !total_plus. apply total_ext. intros. ring.
Qed.

Definition along (A D : dense_matrix) (e : R) : dense_matrix := fun i j => A i j + e * D i j.

Lemma square_along : forall p q A D e, square p q (along A D e)
  = square p q A + e * (2 * dot p q A D) + e * e * square p q D.
Proof.
  intros p q A D e. unfold square, dot, along. rewrite <- !total_scale, <- !total_plus.
  apply total_ext. intros. apply norm_along.
Qed.

(** |x - y|² = 0. *)
Lemma same_vector : forall n x y,
  total n (fun i => x i * x i) + total n (fun i => y i * y i) <= 2 * total n (fun i => x i * y i) ->
  forall i, (i < n)%nat -> x i = y i.
Proof.
  intros n x y Le i I. assert (E := norm_along n x y (-1)).
  assert (P : 0 <= total n (fun i => (x i + -1 * y i) * (x i + -1 * y i)))
    by (apply total_nonneg; intros; apply Rle_0_sqr).
  assert (Z := squares_zero n (fun i => x i + -1 * y i) ltac:(lra) i I). cbv beta in Z. lra.
Qed.

Section Activation.
Variable sigma : R -> R.
Variable p : problem.
Local Notation N := (K p * n p)%nat.
Local Notation feature_with := (feature_with sigma p).
Local Notation objective_with := (objective_with sigma p).

(** A global optimum. *)
Definition optimal (x : point) : Prop := forall y, objective_with x <= objective_with y.

(** ** One sample *)

(** What the weights [V] make of the column [h] of H_1: its column of H_l, … *)
Fixpoint sample (V : nat -> dense_matrix) (h : nat -> R) (l : nat) : nat -> R :=
  match l with
  | O => h
  | S m => match m with
    | O => h
    | _ => fun i => sigma (total (d p m) (fun k => V m i k * sample V h m k))
    end
  end.

(** … and of W_(l-1) H_(l-1); [preactivation V h (S (L p))] is the output of the network. *)
Definition preactivation (V : nat -> dense_matrix) (h : nat -> R) (l : nat) : nat -> R :=
  fun i => total (d p (l - 1)) (fun k => V (l - 1)%nat i k * sample V h (l - 1) k).

(** W_L h - y, of a sample of class [c]. *)
Definition residual (V : nat -> dense_matrix) (h : nat -> R) (c i : nat) : R :=
  preactivation V h (S (L p)) i - (if (i =? c)%nat then 1 else 0).

(** A sample's part of the objective, and that of the weights. *)
Definition sample_cost (V : nat -> dense_matrix) (c : nat) (h : nat -> R) : R :=
  total (K p) (fun i => residual V h c i * residual V h c i) / (2 * INR N)
  + lambda_H p / 2 * total (d p 1) (fun k => h k * h k).
Definition decay (V : nat -> dense_matrix) : R :=
  total (L p) (fun i => lambda p (S i) / 2 * square (d_out p (S i)) (d p (S i)) (V (S i))).

Lemma feature_sample : forall x l i j, feature_with x l i j = sample (W x) (column (H1 x) j) l i.
Proof.
  intros x l. induction l as [|[|l] IH]; intros i j; [reflexivity | reflexivity|].
  cbn [feature_with sample]. f_equal. apply total_ext. intros k _. f_equal. apply IH.
Qed.

Theorem objective_samples : forall x, objective_with x
  = total N (fun j => sample_cost (W x) (j / n p) (column (H1 x) j)) + decay (W x).
Proof.
  intros x. unfold objective_with, sample_cost, decay. rewrite total_plus, total_scale.
  unfold Rdiv at 1.
  rewrite (Rmult_comm (square (K p) _ _)). unfold square at 1 3, dot.
  rewrite (total_swap (K p)), (total_swap (d p 1)), <- total_scale.
  rewrite (total_ext N _ (fun j => total (K p)
    (fun i => residual (W x) (column (H1 x) j) (j / n p) i
    * residual (W x) (column (H1 x) j) (j / n p) i) / (2 * INR N))).
  - unfold column. ring.
  - intros j _. unfold Rdiv. rewrite Rmult_comm. f_equal. apply total_ext. intros i _.
    assert (E : minus (mul (d p (L p)) (W x (L p)) (feature_with x (L p))) (label p) i j
      = residual (W x) (column (H1 x) j) (j / n p) i).
    { unfold minus, residual, label, preactivation. rewrite Nat.sub_succ, Nat.sub_0_r. f_equal.
      apply total_ext. intros k _. rewrite feature_sample. reflexivity. }
    rewrite E. reflexivity.
Qed.

Lemma decay_along : forall V D e, decay (fun l => along (V l) (D l) e)
  = decay V
    + e * total (L p)
      (fun i => lambda p (S i) * dot (d_out p (S i)) (d p (S i)) (V (S i)) (D (S i)))
    + e * e * decay D.
Proof.
  intros V D e. unfold decay. rewrite <- !total_scale, <- !total_plus. apply total_ext.
  intros i _. rewrite square_along. field.
Qed.

(** Another column in one place. *)
Lemma objective_put : forall x h a, (a < N)%nat ->
  objective_with (Point (put h a (H1 x)) (W x)) - objective_with x
  = sample_cost (W x) (a / n p) h - sample_cost (W x) (a / n p) (column (H1 x) a).
Proof.
  intros x h a A. rewrite !objective_samples. cbn [H1 W].
  transitivity (total N (fun j => sample_cost (W x) (j / n p) (column (put h a (H1 x)) j))
    - total N (fun j => sample_cost (W x) (j / n p) (column (H1 x) j))); [ring|].
  rewrite (one_term N (fun j => sample_cost (W x) (j / n p) (column (put h a (H1 x)) j))
    (fun j => sample_cost (W x) (j / n p) (column (H1 x) j)) a A).
  - rewrite column_put, Nat.eqb_refl. reflexivity.
  - intros j Ne. rewrite column_put. destruct (Nat.eqb_spec j a); [contradiction | reflexivity].
Qed.

(** At an optimum no other column costs less … *)
Lemma optimal_column : forall x h a, optimal x -> (a < N)%nat ->
  sample_cost (W x) (a / n p) (column (H1 x) a) <= sample_cost (W x) (a / n p) h.
Proof.
  intros x h a O A. assert (E := objective_put x h a A).
  specialize (O (Point (put h a (H1 x)) (W x))). lra.
Qed.

(** … so those of one class cost the same, and one may stand for the other. *)
Lemma same_cost : forall x a b, optimal x -> (a < N)%nat -> (b < N)%nat ->
  (a / n p = b / n p)%nat ->
  sample_cost (W x) (a / n p) (column (H1 x) a) = sample_cost (W x) (a / n p) (column (H1 x) b).
Proof.
  intros x a b O A B E. apply Rle_antisym; [apply optimal_column; assumption|].
  rewrite E. apply optimal_column; assumption.
Qed.

Theorem exchange : forall x a b, optimal x -> (a < N)%nat -> (b < N)%nat ->
  (a / n p = b / n p)%nat ->
  optimal (Point (put (column (H1 x) b) a (H1 x)) (W x)).
Proof.
  intros x a b O A B E y. assert (Q := objective_put x (column (H1 x) b) a A).
  rewrite <- (same_cost x a b O A B E) in Q. specialize (O y). lra.
Qed.

(** So stationarity in the weights, a sum over the samples, has the same term for both. *)
Theorem same_term : forall (f : (nat -> dense_matrix) -> nat -> (nat -> R) -> R) r,
  (forall y, optimal y -> total N (fun j => f (W y) (j / n p)%nat (column (H1 y) j)) + r (W y)
    = 0) ->
  forall x a b, optimal x -> (a < N)%nat -> (b < N)%nat -> (a / n p = b / n p)%nat ->
  f (W x) (a / n p)%nat (column (H1 x) a) = f (W x) (a / n p)%nat (column (H1 x) b).
Proof.
  intros f r S x a b O A B E. set (V := W x). set (x' := Point (put (column (H1 x) b) a (H1 x)) V).
  assert (S0 := S x O). assert (S1 := S x' (exchange x a b O A B E)).
  assert (T := one_term N (fun j => f V (j / n p)%nat (column (H1 x) j))
    (fun j => f V (j / n p)%nat (column (H1 x') j)) a A). cbv beta in T.
  cbn [H1 W x'] in S1, T. fold V in S0. rewrite (column_put _ a _ a), Nat.eqb_refl in T.
  apply Rminus_diag_uniq. rewrite <- T; [lra|].
  intros j Ne. rewrite column_put. destruct (Nat.eqb_spec j a); [contradiction | reflexivity].
Qed.

End Activation.

(** Equal columns within each class are the class means. *)
Lemma class_means_exist : forall p rows X, (1 <= n p)%nat ->
  (forall i a b, (i < rows)%nat -> (a < K p * n p)%nat -> (b < K p * n p)%nat ->
    (a / n p = b / n p)%nat -> X i a = X i b) ->
  exists M, class_means p rows X M.
Proof.
  intros p rows X n1 E. exists (fun i c => X i (c * n p)%nat).
  intros i j I J. assert (C := Nat.div_mod j (n p) ltac:(lia)).
  apply E; [exact I | exact J | lia | rewrite Nat.div_mul by lia; reflexivity].
Qed.

Lemma feature_relu : forall p x l, feature_with (Rmax 0) p x l = feature p x l.
Proof.
  intros p x l. induction l as [|[|l] IH]; [reflexivity | reflexivity|].
  simpl in *. rewrite IH. reflexivity.
Qed.

Theorem objective_relu : forall p x, objective_with (Rmax 0) p x = objective p x.
Proof. intros p x. unfold objective_with, objective. rewrite feature_relu. reflexivity. Qed.
