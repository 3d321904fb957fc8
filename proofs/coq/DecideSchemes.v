(** * How the generated proofs about tuples are closed

    As Decide.v, for the matrices of Schemes.v: what is here brings a goal about matrices to relations of
    numbers, which Numbers.v closes. *)

From Coq Require Import Reals Arith List Lia Lra.
From Uniform Require Import Tuples Schemes Eigenbasis SchemeSpectra SchemeInverses.
From Uniform Require Subsets Spectra.
From Uniform Require Export Numbers.
Import ListNotations.
Local Open Scope R_scope.

(** ** Computing with lists of entries *)

Ltac compute_entries :=
  cbv [product sum difference scale relu row_square hadamard kronecker diagonal transpose stack identity ones zeros
    apply1 apply2 trace count number choose entry build width rows cols blocks shifted annihilator power
    Spectra.moment chosen gram bounds orbits orbits_number place same_sizes nothing join
    block_product set_sum weigh binomial Subsets.times Subsets.total
    map fold_right flat_map seq nth length app fst snd
    Z.of_nat Pos.of_succ_nat Pos.succ
    Nat.min Nat.add Nat.sub Nat.mul Nat.eqb Nat.ltb Nat.leb andb orb].

Lemma matrix_eq : forall ks ms b b', b = b' -> Matrix ks ms b = Matrix ks ms b'.
Proof. intros; subst; reflexivity. Qed.

Lemma cons_eq : forall (A : Type) (x y : A) l m, x = y -> l = m -> x :: l = y :: m.
Proof. intros; subst; reflexivity. Qed.

(** From an equality of matrices or lists of numbers to those of the numbers. *)
Ltac entry_by_entry :=
  repeat match goal with
  | |- Matrix _ _ _ = Matrix _ _ _ => apply matrix_eq
  | |- _ :: _ = _ :: _ => apply cons_eq
  | |- @nil _ = @nil _ => reflexivity
  end.

(** ** Goals about matrices

    [numbers] decides relations of numbers. *)

Ltac matrices numbers := compute_entries; entry_by_entry; numbers.

(** An entry that is kept, or one that is given as 0. *)
Ltac rectified numbers :=
  compute_entries; entry_by_entry;
  lazymatch goal with
  | |- _ = 0 => apply relu_drops; numbers
  | |- _ => apply relu_keeps; numbers
  end.

(** The rows of norm one of which those of X are c times, block by block. *)
Ltac unit_rows_are c numbers :=
  idtac; lazymatch goal with
  | |- unit_rows ?ns ?X = ?V =>
    apply (unit_rows_by ns X V (fun I => nth I c 0));
    [ compute_entries; reflexivity
    | matrices numbers
    | compute_entries; each_index; numbers
    | compute_entries; each_index; numbers ]
  end.

(** Every member of a list. *)
Ltac listed close :=
  repeat (apply Forall_cons; [cbn [fst snd]; close|]); apply Forall_nil.

(** Which values of a list are counted: [yes] and [no] close what says so of one. *)
Ltac chosen_by yes no numbers :=
  repeat (apply Forall2_cons;
    [ cbn [fst snd];
      lazymatch goal with
      | |- _ = true \/ _ => left; apply yes; numbers
      | |- _ = false \/ _ => first [left; apply no; numbers | right; numbers]
      end |]);
  apply Forall2_nil.

(** An order of all values of a list that do occur. *)
Ltac bounded numbers :=
  repeat (apply Forall_cons; [cbn [fst snd]; first [left; numbers | right; numbers]|]);
  apply Forall_nil.

Ltac each_entry close :=
  unfold all_entries; cbv [blocks]; repeat first [apply Forall_nil | apply Forall_cons]; close.

(** The parts of [strongly_regular]. *)
Ltac regular numbers :=
  split; [matrices numbers|]; split; [compute_entries; numbers|];
  split; [compute_entries; numbers|];
  split;
  [ each_entry ltac:(idtac; first [left; reflexivity | right; reflexivity])
  | matrices numbers ].

(** That no base set has a part in both matrices of a Kronecker product, and other shapes. *)
Ltac fit :=
  repeat split; try reflexivity;
  repeat first [apply Forall_nil | apply Forall_cons]; unfold apart;
  cbv [width rows cols nth];
  repeat first [apply Forall2_nil | apply Forall2_cons]; first [left; reflexivity | right; reflexivity].

(** That a pair is on a list. *)
Ltac listed_there := cbn [In]; repeat first [left; reflexivity | right].
