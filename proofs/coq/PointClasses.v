(** * One point for every larger number of classes

    The point of a certificate with one sample in each class, with blocks of collapse beside it: for
    every problem with more classes whose K^(L+1) Λ is in the certificate's range. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Objective Fractions Points PointBelow PointScaled Blocks
  OneBlock MoreClasses.
Local Open Scope R_scope.

Theorem point_classes : forall c, checked c = true -> samples c = 1%nat -> forall q, regular q ->
  (classes c <= K q)%nat -> L q = layers c ->
  (forall l, (1 <= l <= L q)%nat ->
    (nth (l - 1) (widths c) 0%nat + (K q - classes c) <= d q l)%nat) ->
  Q2R (place c) ^ (L q - 1)
    <= INR (K q) ^ (L q + 1) * Big_lambda q * (1 + Q2R (place c)) ^ (2 * L q) ->
  INR (K q) ^ (L q + 1) * Big_lambda q
    <= INR (classes c) ^ (L q + 1) * Big_lambda (problem_of c) ->
  exists z w, objective q z < w /\ forall y, collapsed q y -> w <= objective q y.
Proof.
  intros c C One q R More EL Wide Low High.
  assert (C' := C). unfold checked in C'. rewrite !andb_true_iff in C'. destruct C' as [[V B] E].
  destruct (point_value c V) as [R' _]. assert (k1 := proj1 R'). cbn [problem_of K] in k1.
  assert (k0 : 0 < INR (classes c)) by (apply lt_0_INR; lia).
  set (width := fun l => nth (l - 1) (widths c) 0%nat).
  set (p := scaled (with_classes q (classes c) width) (INR (K q) / INR (classes c))).
  assert (Rp : regular p) by (apply regular_alone; assumption).
  assert (Same : INR (K p) ^ (L p + 1) * Big_lambda p = INR (K q) ^ (L q + 1) * Big_lambda q).
  { unfold p. rewrite Lambda_alone. cbn [K L scaled with_classes].
    rewrite <- Rmult_assoc, <- Rpow_mult_distr. do 2 f_equal. field. lra. }
  destruct (point_range c C One p Rp eq_refl EL) as [x [X [Less _]]].
  - intros l _. apply le_n.
  - rewrite Same. exact Low.
  - apply Rmult_le_reg_l with (INR (classes c) ^ (L q + 1)); [apply pow_lt; exact k0|].
    change (INR (classes c) ^ (L q + 1)) with (INR (K p) ^ (L p + 1)) at 1. rewrite Same. exact High.
  - apply (block_below q (classes c) width R (conj k1 More) Wide x (Q2R (bound c)));
      [fold p; lra|].
    intros t T. apply (bound_collapse c B); assumption.
Qed.
