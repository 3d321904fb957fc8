(** * How the generated proofs are closed

    What is here brings a goal about matrices to relations of numbers, which Numbers.v closes. *)

From Coq Require Import Reals Arith List Lia Lra.
From Uniform Require Import Subsets Orbits Statements.
From Uniform Require Spectra.
From Uniform Require Export Numbers.
Import ListNotations.
Local Open Scope R_scope.

(** That there are rows or columns; [least] is a lower bound of the number of vertices. *)
Ltac valid_by least :=
  unfold valid, inside; cbv [width rows cols fst snd length nth size];
  assert (L := least); repeat split; lia.

(** ** Computing with lists of entries *)

Ltac compute_entries :=
  cbv [product sum difference scale relu transpose stack identity ones zeros incidence adjacency
    weightings apply1 apply2 row_square row_product small_sizes trace count subsets entry build
    width rows cols blocks shifted annihilator power Spectra.moment gram
    block_product class_sum edge_sum times pairs bit total map fold_right seq nth length app fst snd
    Z.of_nat Pos.of_succ_nat Pos.succ
    Nat.min Nat.add Nat.sub Nat.mul Nat.eqb Nat.ltb Nat.leb andb orb dense meet member].

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
  | |- unit_rows ?r ?X = ?V =>
    apply (unit_rows_by r X V (fun I => nth I c 0));
    [ compute_entries; each_index; lia
    | compute_entries; reflexivity
    | compute_entries; each_index; numbers
    | compute_entries; each_index; numbers
    | compute_entries; each_index; numbers ]
  end.

(** Every member of a list. *)
Ltac listed close :=
  repeat (apply Forall_cons; [cbn [fst snd]; close|]); apply Forall_nil.

Ltac each_entry close :=
  unfold nonnegative, all_entries; cbv [blocks];
  repeat first [apply Forall_nil | apply Forall_cons]; close.

(** The parts of [strongly_regular]. *)
Ltac regular numbers :=
  split; [matrices numbers|]; split; [compute_entries; numbers|];
  split; [compute_entries; numbers|];
  split;
  [ each_entry ltac:(idtac; first [left; reflexivity | right; reflexivity])
  | matrices numbers ].

(** From "for every a that is …" to the step with this definition. *)
Ltac is_step s :=
  let a := fresh "a" in let E := fresh "E" in
  intros a E; change (a = s) in E; subst a.
