(** * How relations of numbers are closed

    [numbers_by] decides equalities and orders of numbers by computing with polynomials
    (Polynomials.v), and [counted_by] that a number counts something (Counts.v).  Nothing searches: a
    tactic either closes its goal or fails.

    A tactic that is passed to another one starts with [idtac]: Ltac would run a leading match at
    once, on the goal that is there when it is passed. *)

From Coq Require Import Reals Arith List Lia Lra.
From Ltac2 Require Import Ltac2.
From Uniform Require Statements Polynomials Counts.
Import ListNotations.
Set Default Proof Mode "Classic".
Local Open Scope R_scope.

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

(** The roots, symbols and sizes are as a setting has them; [ranges] shows the last. *)
Ltac variables_known roots symbols sizes ranges :=
  lazymatch goal with
  | |- Polynomials.holds ?setting _ =>
    apply (Polynomials.known_by setting roots symbols sizes);
    [ reflexivity
    | repeat (apply Forall_cons; [assumption|]); apply Forall_nil
    | ranges
    | repeat apply Forall2_cons; try apply Forall2_nil ]
  end.

(** That a polynomial in sizes, perhaps over a number, is a natural number; [sizes] lists them. *)
Ltac counted_by sizes numbers :=
  idtac; let variables := eval cbv [map] in (map INR sizes) in
  lazymatch goal with
  | |- Statements.natural (?p / IZR (Zpos ?d)) =>
    read_two variables p p ltac:(fun e _ =>
      apply (Counts.natural_by sizes d e); [vm_compute; reflexivity|])
  | |- Statements.natural ?p =>
    read_two variables p p ltac:(fun e _ =>
      apply (Counts.natural_whole sizes e); [vm_compute; reflexivity|])
  end;
  cbv [Polynomials.meaning BinList.nth BinList.jump map hd tl]; numbers.

(** ** Indices *)

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
