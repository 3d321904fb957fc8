(** * Objective (1) with any activation, and Theorem 17: nothing here is proved *)

From Coq Require Import Reals Arith List.
From Uniform Require Import Subsets Matrices Objective.
Local Open Scope R_scope.

Section Activation.
Variable sigma : R -> R.
Variable p : problem.
Local Notation N := (K p * n p)%nat.

(** H_l = σ(W_(l-1) H_(l-1)), and objective (1) of these. *)
Fixpoint feature_with (x : point) (l : nat) : dense_matrix :=
  match l with
  | O => H1 x
  | S m => match m with
    | O => H1 x
    | _ => fun i j => sigma (mul (d p m) (W x m) (feature_with x m) i j)
    end
  end.

Definition objective_with (x : point) : R :=
  square (K p) N (minus (mul (d p (L p)) (W x (L p)) (feature_with x (L p))) (label p))
    / (2 * INR N)
  + total (L p) (fun i => lambda p (S i) / 2 * square (d_out p (S i)) (d p (S i)) (W x (S i)))
  + lambda_H p / 2 * square (d p 1) N (H1 x).

End Activation.

(** Definition 16: ReLU_ε. *)
Definition smoothed (eps : R) (sigma : R -> R) : Prop :=
  (forall x, x <= 0 \/ eps <= x -> sigma x = Rmax 0 x) /\
  (forall x, 0 < x < eps -> 0 < sigma x < Rmax 0 x) /\
  exists sigma' bound, (forall x, derivable_pt_lim sigma x (sigma' x)) /\ continuity sigma' /\
    (forall x, Rabs (sigma' x) <= bound) /\ (forall x, 0 < x < eps -> 0 < sigma' x).

(** max {d_2, …, d_L}. *)
Definition widest (p : problem) : nat := fold_right Nat.max 0%nat (map (d p) (seq 2 (L p - 1))).

(** Display (17). *)
Definition bound_17 (p : problem) (eps : R) : R :=
  6 * eps * sqrt (INR (widest p) * (INR (L p) + 1))
  / ((INR (L p) + 1) ^ (L p + 1) * (lambda_H p * lambdas p (L p)) * sqrt (INR (n p))).

(** Of columns a and b. *)
Definition distance (rows : nat) (X : dense_matrix) (a b : nat) : R :=
  sqrt (total rows (fun i => (X i a - X i b) * (X i a - X i b))).
