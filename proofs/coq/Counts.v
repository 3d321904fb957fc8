(** * Numbers that count

    A polynomial over [d] in the number of vertices is a natural number, for every number of vertices,
    where it is not negative and [d] divides the values of the polynomial at 0 … d - 1. *)

From Coq Require Import Reals ZArith Bool List Lia Lra.
From Coq Require Import BinList Ring_theory Ring_polynom.
From Uniform Require Import Statements.
From Uniform Require Import Polynomials.
Import ListNotations.
Local Open Scope R_scope.

(** The value of a polynomial in one variable at an integer. *)
Fixpoint at_integer (x : Z) (p : poly) : Z :=
  match p with
  | Pc c => c
  | Pinj _ q => at_integer 0 q
  | PX a i q => at_integer x a * pow_pos Z.mul x i + at_integer 0 q
  end%Z.

Lemma power_integer : forall x i, IZR (pow_pos Z.mul x i) = pow_pos Rmult (IZR x) i.
Proof. intros x i. induction i; simpl; rewrite ?mult_IZR, ?IHi; reflexivity. Qed.

Lemma jump_nil : forall j, jump j (@nil R) = [].
Proof. induction j; simpl; rewrite ?IHj; reflexivity. Qed.

Lemma jump_one : forall j (x : R), jump j [x] = [].
Proof. induction j; intros x; simpl; rewrite ?IHj, ?jump_nil; reflexivity. Qed.

Lemma at_integer_value : forall p x,
  value [IZR x] p = IZR (at_integer x p) /\ value [] p = IZR (at_integer 0 p).
Proof.
  unfold value. induction p as [c|j q IH|a IHa i q IHq]; intros x; simpl.
  - split; reflexivity.
  - rewrite jump_one, jump_nil. destruct (IH 0%Z) as [_ ->]. split; reflexivity.
  - rewrite !plus_IZR, !mult_IZR, !power_integer.
    destruct (IHa x) as [-> ->], (IHq 0%Z) as [_ ->]. split; reflexivity.
Qed.

Lemma power_congruent : forall d x y i, (d | x - y)%Z ->
  (d | pow_pos Z.mul x i - pow_pos Z.mul y i)%Z.
Proof.
  intros d x y i D. assert (P : forall a b a' b', (d | a - a')%Z -> (d | b - b')%Z ->
    (d | a * b - a' * b')%Z).
  { intros a b a' b' A B. replace (a * b - a' * b')%Z with ((a - a') * b + a' * (b - b'))%Z by ring.
    apply Z.divide_add_r; [apply Z.divide_mul_l | apply Z.divide_mul_r]; assumption. }
  induction i; simpl; auto.
Qed.

Lemma at_integer_congruent : forall d p x y, (d | x - y)%Z ->
  (d | at_integer x p - at_integer y p)%Z.
Proof.
  intros d. induction p as [c|j q IH|a IHa i q IHq]; intros x y D; simpl.
  - rewrite Z.sub_diag. apply Z.divide_0_r.
  - rewrite Z.sub_diag. apply Z.divide_0_r.
  - set (X := pow_pos Z.mul x i). set (Y := pow_pos Z.mul y i).
    replace (at_integer x a * X + at_integer 0 q - (at_integer y a * Y + at_integer 0 q))%Z
      with ((at_integer x a - at_integer y a) * X + at_integer y a * (X - Y))%Z by ring.
    apply Z.divide_add_r; [apply Z.divide_mul_l, IHa | apply Z.divide_mul_r, power_congruent];
      assumption.
Qed.

Definition count_check (d : positive) (e : expression) : bool :=
  is_whole e && forallb (fun x => (at_integer (Z.of_nat x) (polynomial e) mod Zpos d =? 0)%Z)
    (seq 0 (Pos.to_nat d)).

Theorem natural_by : forall v d e, count_check d e = true ->
  0 <= meaning [INR v] e / IZR (Zpos d) -> natural (meaning [INR v] e / IZR (Zpos d)).
Proof.
  intros v d e C P. apply andb_true_iff in C. destruct C as [W C].
  rewrite <- (polynomial_value [INR v] e W) in *. set (p := polynomial e) in *.
  rewrite INR_IZR_INZ, (proj1 (at_integer_value p _)) in *. set (x := Z.of_nat v) in *.
  assert (D : (Zpos d | at_integer x p)%Z).
  { rewrite forallb_forall in C. set (y := (x mod Zpos d)%Z).
    assert (B : (0 <= y < Zpos d)%Z) by (apply Z.mod_pos_bound; lia).
    assert (H : (at_integer y p mod Zpos d =? 0)%Z = true).
    { replace y with (Z.of_nat (Z.to_nat y)) by (apply Z2Nat.id; lia). apply C, in_seq. lia. }
    apply Z.eqb_eq, Z.mod_divide in H; [|lia].
    replace (at_integer x p) with ((at_integer x p - at_integer y p) + at_integer y p)%Z by ring.
    apply Z.divide_add_r; [|exact H]. apply at_integer_congruent. exists (x / Zpos d)%Z.
    unfold y. rewrite Z.mod_eq by lia. ring. }
  destruct D as [z E]. rewrite E, mult_IZR in *.
  assert (D0 : 0 < IZR (Zpos d)) by (apply IZR_lt; lia).
  replace (IZR z * IZR (Zpos d) / IZR (Zpos d)) with (IZR z) in * by (field; lra).
  apply le_IZR in P. exists (Z.to_nat z). rewrite INR_IZR_INZ, Z2Nat.id by exact P. reflexivity.
Qed.

Theorem natural_whole : forall v e, count_check 1 e = true ->
  0 <= meaning [INR v] e -> natural (meaning [INR v] e).
Proof.
  intros v e C P. replace (meaning [INR v] e) with (meaning [INR v] e / 1) in * by field.
  apply natural_by; assumption.
Qed.
