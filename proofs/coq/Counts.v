(** * Numbers that count

    A polynomial over [d] in the sizes is a natural number, for all sizes, where it is not negative and
    [d] divides the values of the polynomial where each size is one of 0 … d - 1. *)

From Coq Require Import Reals ZArith Bool List Lia Lra.
From Coq Require Import BinList Ring_theory Ring_polynom.
From Uniform Require Import Statements.
From Uniform Require Import Polynomials.
Import ListNotations.
Local Open Scope R_scope.

(** The value of a polynomial at integers. *)
Fixpoint at_integers (xs : list Z) (p : poly) : Z :=
  match p with
  | Pc c => c
  | Pinj j q => at_integers (jump j xs) q
  | PX a i q => at_integers xs a * pow_pos Z.mul (hd 0 xs) i + at_integers (tl xs) q
  end%Z.

Lemma power_integer : forall x i, IZR (pow_pos Z.mul x i) = pow_pos Rmult (IZR x) i.
Proof. intros x i. induction i; simpl; rewrite ?mult_IZR, ?IHi; reflexivity. Qed.

Lemma at_integers_value : forall p xs, value (map IZR xs) p = IZR (at_integers xs p).
Proof.
  unfold value. induction p as [c|j q IH|a IHa i q IHq]; intros xs; simpl.
  - reflexivity.
  - rewrite <- map_jump. apply IH.
  - rewrite plus_IZR, mult_IZR, power_integer, <- IHa, <- IHq, map_tl.
    destruct xs; reflexivity.
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

Definition congruent (d : Z) : list Z -> list Z -> Prop := Forall2 (fun x y => (d | x - y)%Z).

Lemma congruent_tl : forall d xs ys, congruent d xs ys -> congruent d (tl xs) (tl ys).
Proof. intros d xs ys C. destruct C; [constructor | assumption]. Qed.

Lemma congruent_jump : forall d j xs ys, congruent d xs ys -> congruent d (jump j xs) (jump j ys).
Proof.
  intros d j. induction j as [|j IH] using Pos.peano_ind; intros xs ys C; [apply congruent_tl, C|].
  rewrite !jump_succ. apply congruent_tl, IH, C.
Qed.

Lemma at_integers_congruent : forall d p xs ys, congruent d xs ys ->
  (d | at_integers xs p - at_integers ys p)%Z.
Proof.
  intros d. induction p as [c|j q IH|a IHa i q IHq]; intros xs ys D; simpl.
  - rewrite Z.sub_diag. apply Z.divide_0_r.
  - apply IH, congruent_jump, D.
  - set (X := pow_pos Z.mul (hd 0%Z xs) i). set (Y := pow_pos Z.mul (hd 0%Z ys) i).
    replace (at_integers xs a * X + at_integers (tl xs) q
        - (at_integers ys a * Y + at_integers (tl ys) q))%Z
      with ((at_integers xs a - at_integers ys a) * X + at_integers ys a * (X - Y)
        + (at_integers (tl xs) q - at_integers (tl ys) q))%Z by ring.
    apply Z.divide_add_r; [|apply IHq, congruent_tl, D].
    apply Z.divide_add_r; [apply Z.divide_mul_l, IHa, D | apply Z.divide_mul_r, power_congruent].
    destruct D; [rewrite Z.sub_diag; apply Z.divide_0_r | assumption].
Qed.

(** All lists of [n] of the numbers 0 … d - 1. *)
Fixpoint residues (n : nat) (d : positive) : list (list Z) :=
  match n with
  | O => [[]]
  | S n => flat_map (fun x => map (cons (Z.of_nat x)) (residues n d)) (seq 0 (Pos.to_nat d))
  end.

Lemma in_residues : forall d xs, In (map (fun x => x mod Zpos d)%Z xs) (residues (length xs) d).
Proof.
  intros d xs. induction xs as [|x xs IH]; [left; reflexivity|]. simpl.
  assert (B : (0 <= x mod Zpos d < Zpos d)%Z) by (apply Z.mod_pos_bound; lia).
  apply in_flat_map. exists (Z.to_nat (x mod Zpos d)). split; [apply in_seq; lia|].
  rewrite Z2Nat.id by lia. apply in_map. exact IH.
Qed.

Lemma congruent_residues : forall d xs, congruent (Zpos d) xs (map (fun x => x mod Zpos d)%Z xs).
Proof.
  intros d xs. induction xs as [|x xs IH]; simpl; constructor; [|exact IH].
  exists (x / Zpos d)%Z. rewrite Z.mod_eq by lia. ring.
Qed.

Definition count_check (n : nat) (d : positive) (e : expression) : bool :=
  is_whole e && forallb (fun xs => (at_integers xs (polynomial e) mod Zpos d =? 0)%Z) (residues n d).

Theorem natural_by : forall vs d e, count_check (length vs) d e = true ->
  0 <= meaning (map INR vs) e / IZR (Zpos d) -> natural (meaning (map INR vs) e / IZR (Zpos d)).
Proof.
  intros vs d e C P. apply andb_true_iff in C. destruct C as [W C].
  rewrite <- (polynomial_value _ e W) in *. set (p := polynomial e) in *.
  assert (V : map INR vs = map IZR (map Z.of_nat vs)).
  { rewrite map_map. apply map_ext. intros v. apply INR_IZR_INZ. }
  rewrite V, at_integers_value in *. rewrite <- (map_length Z.of_nat vs) in C.
  set (xs := map Z.of_nat vs) in *.
  assert (D : (Zpos d | at_integers xs p)%Z).
  { rewrite forallb_forall in C. assert (H := C _ (in_residues d xs)).
    apply Z.eqb_eq, Z.mod_divide in H; [|lia].
    set (ys := map (fun x => x mod Zpos d)%Z xs) in *.
    replace (at_integers xs p)
      with ((at_integers xs p - at_integers ys p) + at_integers ys p)%Z by ring.
    apply Z.divide_add_r; [|exact H]. apply at_integers_congruent, congruent_residues. }
  destruct D as [z E]. rewrite E, mult_IZR in *.
  assert (D0 : 0 < IZR (Zpos d)) by (apply IZR_lt; lia).
  replace (IZR z * IZR (Zpos d) / IZR (Zpos d)) with (IZR z) in * by (field; lra).
  apply le_IZR in P. exists (Z.to_nat z). rewrite INR_IZR_INZ, Z2Nat.id by exact P. reflexivity.
Qed.

Theorem natural_whole : forall vs e, count_check (length vs) 1 e = true ->
  0 <= meaning (map INR vs) e -> natural (meaning (map INR vs) e).
Proof.
  intros vs e C P. replace (meaning (map INR vs) e) with (meaning (map INR vs) e / 1) in * by field.
  apply natural_by; assumption.
Qed.
