(** * How the generated proofs are closed

    [numbers_by] decides equalities and orders of numbers by computing with polynomials
    (Polynomials.v); what is here brings a goal about matrices to such goals.  Nothing searches: a
    tactic either closes its goal or fails.

    A tactic that is passed to another one starts with [idtac]: Ltac would run a leading match at
    once, on the goal that is there when it is passed. *)

From Coq Require Import Reals Arith List Lia Lra.
From Ltac2 Require Import Ltac2.
From Uniform Require Import Subsets Orbits Statements.
From Uniform Require Polynomials Counts Spectra.
Import ListNotations.
Set Default Proof Mode "Classic".
Local Open Scope R_scope.

(** ** Numbers *)

(** The members of a list with their places, from 1. *)
Ltac2 rec places (variables : constr) (place : constr) : (constr * constr) list :=
  match Constr.Unsafe.kind variables with
  | Constr.Unsafe.App _ arguments =>
    if Int.equal (Array.length arguments) 3 then
      let next := Std.eval_vm None constr:(Pos.succ $place) in
      (Array.get arguments 1, place) :: places (Array.get arguments 2) next
    else []
  | _ => []
  end.

(** A number as an expression of Polynomials.v. *)
Ltac2 rec read (places : (constr * constr) list) (t : constr) : constr :=
  let build constructor arguments :=
    Constr.Unsafe.make (Constr.Unsafe.App constructor (Array.of_list arguments)) in
  let rec place rest :=
    match rest with
    | [] => Control.zero (Tactic_failure (Some (Message.of_constr t)))
    | pair :: rest =>
      let (variable, place_of_it) := pair in
      if Constr.equal variable t then build constr:(Polynomials.Place) [place_of_it]
      else place rest
    end in
  match Constr.Unsafe.kind t with
  | Constr.Unsafe.App f arguments =>
    let argument i := read places (Array.get arguments i) in
    let one constructor := build constructor [argument 0] in
    let two constructor := build constructor [argument 0; argument 1] in
    let is c := Constr.equal f c in
    if is 'Rplus then two constr:(Polynomials.Plus)
    else if is 'Rmult then two constr:(Polynomials.Times)
    else if is 'IZR then build constr:(Polynomials.Number) [Array.get arguments 0]
    else if is 'pow then
      build constr:(Polynomials.Power) [argument 0; Array.get arguments 1]
    else if is 'Rminus then two constr:(Polynomials.Minus)
    else if is 'Rdiv then two constr:(Polynomials.Over)
    else if is 'Ropp then one constr:(Polynomials.Opposite)
    else if is 'Rinv then one constr:(Polynomials.Inverse)
    else place places
  | _ => place places
  end.

(** Passes the expressions for two numbers on. *)
Ltac read_two variables x y pass :=
  let run := ltac2:(variables x y pass |-
    let get t := Option.get (Ltac1.to_constr t) in
    let places := places (get variables) constr:(1%positive) in
    let expression t := Ltac1.of_constr (read places (get t)) in
    Ltac1.apply pass [expression x; expression y] Ltac1.run) in
  run variables x y pass.

(** The list of the expressions for the members of a list. *)
Ltac read_list variables members :=
  lazymatch members with
  | nil => exact (@nil Polynomials.expression)
  | cons ?x ?rest =>
    read_two variables x x ltac:(fun e _ => refine (cons e _)); read_list variables rest
  end.

(** [theorem] gives the goal when a computation with the two sides says so. *)
Ltac by_check known theorem x y :=
  lazymatch type of known with
  | Polynomials.holds _ ?variables =>
    read_two variables x y ltac:(fun e f =>
      let rule := constr:(theorem _ _ known e f) in
      lazymatch type of rule with
      | ?check -> _ => cut check; [exact_no_check rule | vm_cast_no_check (eq_refl true)]
      end)
  end.

(** Any relation of numbers; what [known] says of the variables is all that is used. *)
Ltac numbers_by known :=
  idtac; lazymatch goal with
  | |- ?x = ?y => tryif constr_eq x y then reflexivity else by_check known Polynomials.equal_by x y
  | |- ?x <> ?y => by_check known Polynomials.differ_by x y
  | |- ?x < ?y => by_check known Polynomials.less_by x y
  | |- ?x <= ?y => by_check known Polynomials.at_most_by x y
  | |- ?x > ?y => apply Rlt_gt; numbers_by known
  | |- ?x >= ?y => apply Rle_ge; numbers_by known
  end.

(** The roots and symbols are as a setting has them. *)
Ltac variables_known roots symbols last range :=
  lazymatch goal with
  | |- Polynomials.holds ?setting _ =>
    apply (Polynomials.known_by setting roots symbols last);
    [ reflexivity
    | repeat (apply Forall_cons; [assumption|]); apply Forall_nil
    | apply range
    | repeat apply Forall2_cons; try apply Forall2_nil ]
  end.

(** That a polynomial in the number of vertices, perhaps over a number, is a natural number. *)
Ltac counted_by vertices numbers :=
  idtac; lazymatch goal with
  | |- natural (?p / IZR (Zpos ?d)) =>
    read_two (@cons R (INR vertices) (@nil R)) p p ltac:(fun e _ =>
      apply (Counts.natural_by vertices d e); [vm_compute; reflexivity|])
  | |- natural ?p =>
    read_two (@cons R (INR vertices) (@nil R)) p p ltac:(fun e _ =>
      apply (Counts.natural_whole vertices e); [vm_compute; reflexivity|])
  end;
  cbv [Polynomials.meaning BinList.nth hd]; numbers.

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

Lemma below_cases : forall I n, (I < S n)%nat -> I = n \/ (I < n)%nat.
Proof. intros; lia. Qed.

(** Statements about every number below 1, 2, … *)
Ltac each_index :=
  repeat match goal with
  | |- forall I : nat, _ => let I := fresh "I" in intro I
  | |- (_ < _)%nat -> _ => let L := fresh "L" in intro L
  end;
  repeat match goal with
  | L : (?I < S _)%nat |- _ => apply below_cases in L; destruct L as [L|L]; [subst I|]
  | L : (?I < 0)%nat |- _ => exfalso; inversion L
  end;
  cbv iota.

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
