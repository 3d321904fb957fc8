(** * Shapes, evaluated by Coq

    A certificate *.shape (SHAPE.md) has H_1 and W_1 … W_(L-1) of a network, and intervals of x with
    a τ, where x belongs to Λ by K^(L+1) Λ = x^(L-1)/(1 + x)^(2L).  The kernel takes the best W_L;
    here some W_L = V are given, rounded, whose multiples do as well.  With t = τ x/(1 + x)² in
    Networks.v,

      p = ‖V M‖², q = tr (V M)²/K, r = D ‖V‖²/(τ K)^L,    twice the loss is at most
      τ L x/(1 + x)² + 1 - q x/(p x + r);

    what that is below (1 + (L+1) x)/(1 + x)² is a positive multiple of a quadratic polynomial in
    x, which is concave: it is enough to see it at the ends of an interval. *)

From Coq Require Import Reals QArith ZArith Arith Bool List.
From Uniform Require Import Matrices Objective Fractions.
Import ListNotations.
Local Open Scope R_scope.

Record shape := Shape {
  classes : nat;
  features : fractions;
  (** W_1 … W_(L-1) *)
  weights : list fractions
}.

Definition layers (s : shape) : nat := S (length (weights s)).
Definition weight (s : shape) (l : nat) : fractions := nth (l - 1) (weights s) (Fractions 1 []).

(** The rows of H_1, H_2, …, H_L. *)
Definition width (s : shape) (l : nat) : nat :=
  length (entries (nth (l - 1) (features s :: weights s) (Fractions 1 []))).

(** As a network: of the λ's nothing is asked. *)
Definition frame (s : shape) : problem :=
  Problem (classes s) 1 (layers s) (width s) 0 (fun _ => 0).
Definition drawn (s : shape) : point := Point (real (features s)) (fun l => real (weight s l)).

Section Check.
Variable s : shape.
Local Notation k := (classes s).
Local Notation depth := (layers s).
Local Notation w := (width s depth).

(** M, ‖H_1‖², ‖W_l‖² and D. *)
Definition last_features : fractions := layer (width s) k (features s) (weight s) depth.
Definition norm_H : Q := squares (width s 1) k (features s).
Definition norm (l : nat) : Q := squares (width s (S l)) (width s l) (weight s l).
Definition norms : Q := Qred (norm_H * multiplied_Q (depth - 1) (fun l => norm (S l))).

Definition network_checked : bool :=
  (1 <=? k)%nat && (2 <=? depth)%nat && less_Q 0 norm_H
  && forallb (fun l => less_Q 0 (norm l)) (seq 1 (depth - 1)).

(** The polynomial at both ends. *)
Definition trial_checked (M : fractions) (t a b : Q) (V : fractions) : bool :=
  let X := product k w k V M in
  let p := Qred (squares k k X) in
  let q := Qred (trace k X * trace k X / number k) in
  let r := Qred (norms * squares k w V / power_Q (t * number k) depth) in
  let slope := (number (S depth) - t * number depth)%Q in
  let value x := (q + (slope - 2) * r + (slope * p - 2 * (p - q) - r) * x - (p - q) * (x * x))%Q in
  less_Q 0 r && Qle_bool q p && less_Q 0 (value a) && less_Q 0 (value b).

(** The interval in pieces, with the end of each and its V. *)
Fixpoint trials_checked (M : fractions) (t a b : Q) (trials : list (Q * fractions)) : bool :=
  match trials with
  | [] => false
  | (e, V) :: trials => trial_checked M t a e V && (Qeq_bool e b || trials_checked M t e b trials)
  end.

Definition interval_checked (a b t : Q) (trials : list (Q * fractions)) : bool :=
  network_checked && Qle_bool (number (depth - 1)) a && less_Q 0 t
  && trials_checked last_features t a b trials.

(** V nearly inverts M: then it is below collapse at all x ≥ L - 1. *)
Definition everywhere_checked (eta : Q) (V : fractions) : bool :=
  let X := product k w k V last_features in
  let E := tabulated k k (over X) (fun i j =>
    (if (i =? j)%nat then Zpos (over X) else 0) - integer X i j)%Z in
  network_checked && less_Q 0 eta && less_Q eta 1 && Qle_bool (squares k k E) (eta * eta)
  && less_Q (norms * squares k w V) (power_Q (number k) (depth + 1) * ((1 - eta) * (1 - eta))).

(** Some layer from the second on has at most K rows, and none more than K and [excess]. *)
Definition narrow (excess : nat) : bool :=
  existsb (fun l => width s l <=? k)%nat (seq 2 (depth - 1))
  && forallb (fun l => width s l <=? k + excess)%nat (seq 1 (depth)).
End Check.
