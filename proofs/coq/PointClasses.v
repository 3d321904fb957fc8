(** * One point for every larger number of classes

    The point of a certificate with one sample in each class, with blocks of collapse beside it: for
    every problem with more classes whose K^(L+1) Λ is in the certificate's range. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Objective Points PointBelow PointScaled Blocks
  MoreClasses.
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
  assert (q0 : 0 < INR (K q)) by (apply lt_0_INR; lia).
  set (s := INR (K q) / INR (classes c)). assert (s0 : 0 < s) by (apply Rdiv_lt_0_compat; assumption).
  set (p := scaled (with_classes q (classes c) (fun l => nth (l - 1) (widths c) 0%nat)) s).
  assert (Rp : regular p).
  { apply regular_scaled; [exact s0|]. split; [exact k1 | exact (proj2 R)]. }
  assert (Same : INR (K p) ^ (L p + 1) * Big_lambda p = INR (K q) ^ (L q + 1) * Big_lambda q).
  { unfold p. rewrite Big_lambda_scaled. cbn [K L scaled with_classes].
    replace (Big_lambda (with_classes q (classes c) (fun l => nth (l - 1) (widths c) 0%nat)))
      with (Big_lambda q).
    - rewrite <- Rmult_assoc, <- Rpow_mult_distr. do 2 f_equal. unfold s. field. lra.
    - assert (G : forall l, lambdas (with_classes q (classes c)
        (fun l => nth (l - 1) (widths c) 0%nat)) l = lambdas q l)
        by (induction l as [|l IH]; [reflexivity | simpl; rewrite IH; reflexivity]).
      unfold Big_lambda. rewrite G. reflexivity. }
  destruct (point_range c C One p Rp eq_refl EL) as [x [X [Less _]]].
  - intros l _. apply le_n.
  - rewrite Same. exact Low.
  - apply Rmult_le_reg_l with (INR (classes c) ^ (L q + 1)); [apply pow_lt; exact k0|].
    change (INR (classes c) ^ (L q + 1)) with (INR (K p) ^ (L p + 1)) at 1. rewrite Same. exact High.
  - apply (more_classes p q Rp R More eq_refl eq_refl) with (x := x) (v := Q2R (bound c)).
    + cbn [K lambda_H p scaled with_classes]. unfold s. field. lra.
    + intros l _. cbn [K lambda p scaled with_classes]. unfold s. field. lra.
    + exact Wide.
    + lra.
    + intros p' y Y. apply (bound_below c B p' y); try assumption; try reflexivity.
      assert (Lam : Big_lambda p' = Big_lambda p).
      { assert (G : forall l, lambdas p' l = lambdas p l)
          by (induction l as [|l IH]; [reflexivity | simpl; rewrite IH; reflexivity]).
        unfold Big_lambda. rewrite G. reflexivity. }
      rewrite Lam. change (K p') with (K p). change (L p') with (L p). rewrite Same. exact Low.
Qed.
