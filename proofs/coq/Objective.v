(** * Objective (1) and Definitions 5 to 8: nothing here is proved

    Matrices are functions of a row and a column, counted from 0, with their shapes beside them
    (Matrices.v).  Sample j is the one of class j / n; layers are counted from 1. *)

From Coq Require Import Reals Arith.
From Uniform Require Import Subsets Matrices.
Local Open Scope R_scope.

(** ** The problem *)

(** K classes of n samples, L layers, H_l of d_l rows, and the regularisation. *)
Record problem := Problem {
  K : nat; n : nat; L : nat; d : nat -> nat;
  lambda_H : R; lambda : nat -> R }.

Definition regular (p : problem) : Prop :=
  (1 <= K p)%nat /\ (1 <= n p)%nat /\ (2 <= L p)%nat /\ 0 < lambda_H p /\
  (forall l, (1 <= l <= L p)%nat -> 0 < lambda p l).

(** d_l ≥ K for all l. *)
Definition wide (p : problem) : Prop := forall l, (1 <= l <= L p)%nat -> (K p <= d p l)%nat.

(** H_1 (d_1 × Kn) and W_1 … W_L. *)
Record point := Point { H1 : dense_matrix; W : nat -> dense_matrix }.

Definition rectified (X : dense_matrix) : dense_matrix := fun i j => Rmax 0 (X i j).

(** H_l = relu(W_(l-1) H_(l-1)). *)
Fixpoint feature (p : problem) (x : point) (l : nat) : dense_matrix :=
  match l with
  | O => H1 x
  | S m => match m with O => H1 x | _ => rectified (mul (d p m) (W x m) (feature p x m)) end
  end.

(** The same before the relu: H̃_l = W_(l-1) H_(l-1). *)
Definition before (p : problem) (x : point) (l : nat) : dense_matrix :=
  mul (d p (l - 1)%nat) (W x (l - 1)%nat) (feature p x (l - 1)%nat).

(** Y = I_K ⊗ 1ᵀ. *)
Definition label (p : problem) : dense_matrix := fun i j => if (i =? j / n p)%nat then 1 else 0.

(** The rows of W_l. *)
Definition d_out (p : problem) (l : nat) : nat := if (l =? L p)%nat then K p else d p (S l).

(** Objective (1). *)
Definition objective (p : problem) (x : point) : R :=
  let N := (K p * n p)%nat in
  square (K p) N (minus (mul (d p (L p)) (W x (L p)) (feature p x (L p))) (label p)) / (2 * INR N)
  + total (L p) (fun i => lambda p (S i) / 2 * square (d_out p (S i)) (d p (S i)) (W x (S i)))
  + lambda_H p / 2 * square (d p 1) N (H1 x).

(** Λ = n λ_H λ_1 ⋯ λ_L. *)
Fixpoint lambdas (p : problem) (l : nat) : R :=
  match l with O => 1 | S m => lambdas p m * lambda p (S m) end.
Definition Big_lambda (p : problem) : R := INR (n p) * lambda_H p * lambdas p (L p).

(** ** Collapse *)

(** X = M ⊗ 1ᵀ, in [rows] rows: no variability within a class. *)
Definition class_means (p : problem) (rows : nat) (X M : dense_matrix) : Prop :=
  same_matrix rows (K p * n p) X (fun i j => M i (j / n p)%nat).

(** Mᵀ M = a I, M of [rows] rows and k columns. *)
Definition orthogonal (rows k : nat) (a : R) (M : dense_matrix) : Prop :=
  forall b c, (b < k)%nat -> (c < k)%nat ->
    total rows (fun i => M i b * M i c) = if (b =? c)%nat then a else 0.

(** Definition 7's points, whatever their α's and weights. *)
Definition collapsed (p : problem) (x : point) : Prop :=
  exists (M : nat -> dense_matrix) (alpha : nat -> R),
    class_means p (d p 1) (H1 x) (M 1%nat) /\
    forall l, (2 <= l <= L p)%nat ->
      class_means p (d p l) (before p x l) (M l) /\
      class_means p (d p l) (feature p x l) (M l) /\
      orthogonal (d p l) (K p) (alpha l) (M l).

(** ** The triangular graph *)

(** The edges of the complete graph, one after the other: 01, 02, 12, 03, … *)
Fixpoint edge_pair (e : nat) : nat * nat :=
  match e with
  | O => (0, 1)%nat
  | S e => let (u, v) := edge_pair e in if (S u <? v)%nat then (S u, v) else (O, S v)
  end.
Definition on (v e : nat) : bool := ((v =? fst (edge_pair e)) || (v =? snd (edge_pair e)))%nat%bool.

(** Definition 5: T_r (r × K). *)
Definition T (r : nat) : dense_matrix := fun v e => if on v e then 1 / sqrt (INR r - 1) else 0.

(** Definition 6: A_L^(1) (K × r), one row for every edge; and A_L^(1) T_r with rows of norm 1. *)
Definition A1 : dense_matrix := fun e v => if on v e then -1 else 1.
Definition N (r K : nat) : dense_matrix := fun e f =>
  mul r A1 (T r) e f / sqrt (total K (fun g => mul r A1 (T r) e g * mul r A1 (T r) e g)).

(** Every row of A is a multiple, not negative, of a standard basis vector of length k, and the
    squares of the multiples of each of these add up to [alpha]. *)
Definition multiples (rows k : nat) (alpha : R) (A : dense_matrix) : Prop :=
  (forall i, (i < rows)%nat -> exists v c, (v < k)%nat /\ 0 <= c /\
    forall u, (u < k)%nat -> A i u = if (u =? v)%nat then c else 0) /\
  (forall v, (v < k)%nat -> total rows (fun i => A i v * A i v) = alpha).

(** Definition 6's points with these α's, for K = r(r-1)/2, whatever their weights. *)
Definition triangular_at (p : problem) (r : nat) (alpha : nat -> R) (x : point) : Prop :=
  exists (A : nat -> dense_matrix) (M1 : dense_matrix),
    class_means p (d p 1) (H1 x) M1 /\
    (forall l, (2 <= l < L p)%nat ->
      multiples (d p l) r (alpha l) (A l) /\
      class_means p (d p l) (before p x l) (mul r (A l) (T r)) /\
      class_means p (d p l) (feature p x l) (mul r (A l) (T r))) /\
    multiples (d p (L p)) (K p) (alpha (L p)) (A (L p)) /\
    class_means p (d p (L p)) (before p x (L p)) (mul (K p) (A (L p)) (N r (K p))).

(** The same, whatever their α's. *)
Definition triangular (p : problem) (r : nat) (x : point) : Prop :=
  exists alpha, triangular_at p r alpha x.

(** λ_2 ⋯ λ_l. *)
Fixpoint lambdas_from_2 (p : problem) (l : nat) : R :=
  match l with
  | O => 1
  | S m => match m with O => 1 | _ => lambdas_from_2 p m * lambda p (S m) end
  end.

(** Display (4): the α's that a q ≥ 0 gives. *)
Definition display_4 (p : problem) (r : nat) (q : R) (l : nat) : R :=
  let s := sqrt (INR (n p) * lambda_H p * lambda p 1)
    * (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) in
  if (l =? L p)%nat
  then s ^ (L p - 2) * (4 * ((INR r - 2) * (INR r - 3) + 2))
    / (INR r ^ (L p - 1) * (INR r - 1) ^ 2 * lambdas_from_2 p (L p - 1)) * q ^ L p
  else s ^ (l - 2) / (INR r ^ (l - 2) * lambdas_from_2 p (l - 1)) * q ^ l.

(** H_1 and all weights are the best for the features of the layers that follow. *)
Definition best_weights (p : problem) (x : point) : Prop :=
  forall x', (exists M, class_means p (d p 1) (H1 x') M) ->
    (forall l, (2 <= l <= L p)%nat ->
      same_matrix (d p l) (K p * n p) (before p x' l) (before p x l)) ->
    objective p x <= objective p x'.

(** Definition 6, with everything that it asks for, and Definition 7. *)
Definition srg_with (p : problem) (r : nat) (q : R) (x : point) : Prop :=
  0 <= q /\ triangular_at p r (display_4 p r q) x /\ best_weights p x.
Definition srg_solution (p : problem) (r : nat) (x : point) : Prop :=
  exists q, srg_with p r q x /\
    forall q' x', srg_with p r q' x' -> objective p x <= objective p x'.
Definition dnc_solution (p : problem) (x : point) : Prop :=
  collapsed p x /\ forall x', collapsed p x' -> objective p x <= objective p x'.

(** ** Any number of classes *)

(** A above, of [rows] rows and [cols] columns, and B below: a block diagonal matrix. *)
Definition blocks (rows cols : nat) (A B : dense_matrix) : dense_matrix := fun i j =>
  if (i <? rows)%nat then (if (j <? cols)%nat then A i j else 0)
  else (if (j <? cols)%nat then 0 else B (i - rows)%nat (j - cols)%nat).

(** The first of the points belongs to p. *)
Definition block_sum (p : problem) (x y : point) : point := Point
  (blocks (d p 1) (K p * n p) (H1 x) (H1 y))
  (fun l => blocks (d_out p l) (d p l) (W x l) (W y l)).

(** The same problem with other classes and widths. *)
Definition with_classes (p : problem) (k : nat) (width : nat -> nat) : problem :=
  Problem k (n p) (L p) width (lambda_H p) (lambda p).

(** Definition 8's points, the first way, whatever their α's and weights: the largest triangular
    graph that K has room for, and collapse for the classes that are left. *)
Definition extended (p : problem) (x : point) : Prop :=
  exists r d1 d2 x1 x2,
    let k := (r * (r - 1) / 2)%nat in
    (k <= K p < (r + 1) * r / 2)%nat /\
    (forall l, (1 <= l <= L p)%nat -> (d1 l + d2 l)%nat = d p l) /\
    triangular (with_classes p k d1) r x1 /\
    collapsed (with_classes p (K p - k) d2) x2 /\
    x = block_sum (with_classes p k d1) x1 x2.

(** ** What is claimed *)

(** L_SRG < L_DNC: some point of the family is below a number that no point of Definition 7 is
    below. *)
Definition beats_collapse (p : problem) (family : point -> Prop) : Prop :=
  exists x v, family x /\ objective p x < v /\ forall y, collapsed p y -> v <= objective p y.

(** L_DNC < 1/2, in numbers: K^(L+1) L^(2L) Λ < (L-1)^(L-1). *)
Definition subcritical (p : problem) : Prop :=
  INR (K p) ^ (L p + 1) * INR (L p) ^ (2 * L p) * Big_lambda p < (INR (L p) - 1) ^ (L p - 1).
