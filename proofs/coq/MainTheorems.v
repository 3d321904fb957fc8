(** * The theorems of the paper that are proved from its definitions

    Every statement is written out in the terms of Objective.v; README.md says them in words. *)

From Coq Require Import Reals Arith.
From Uniform Require Import Objective.
From Uniform Require Theorem3 AllClasses.
Local Open Scope R_scope.

(** ** Theorem 3, the first sentence *)

(** For every number of classes, by Definition 8's first way, where collapse is not degenerate. *)
Theorem theorem_3 : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) ->
  beats_collapse p (extended p).
Proof. exact AllClasses.theorem_3_nondegenerate. Qed.

(** The same with the condition in numbers. *)
Theorem theorem_3_subcritical : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  subcritical p -> beats_collapse p (extended p).
Proof. exact AllClasses.theorem_3. Qed.

(** The two conditions are the same. *)
Theorem nondegenerate : forall p, regular p -> (3 <= L p)%nat -> wide p ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) <-> subcritical p.
Proof. exact Theorem3.collapse_subcritical. Qed.

(** Whatever Λ: L_SRG <= L_DNC, and L_SRG < L_DNC just where L_SRG < 1/2. *)
Theorem theorem_3_never_above : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  forall y, collapsed p y -> exists x, extended p x /\ objective p x <= objective p y.
Proof. exact AllClasses.extended_never_above. Qed.

Theorem theorem_3_exact : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  beats_collapse p (extended p) <-> exists x, extended p x /\ objective p x < 1 / 2.
Proof. exact AllClasses.extended_beats_iff. Qed.

(** Below the critical Λ no point of Definition 7 is a global minimum of (1). *)
Theorem collapse_not_optimal : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p -> subcritical p ->
  forall y, collapsed p y -> exists x, objective p x < objective p y.
Proof. exact AllClasses.collapse_not_optimal. Qed.

(** ** K = r(r-1)/2 *)

(** By Definition 6, with the α's of display (4). *)
Theorem theorem_3_triangular : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p -> subcritical p ->
  exists q, 0 < q /\ beats_collapse p (triangular_at p r (display_4 p r q)).
Proof. exact Theorem3.theorem_3_display_4. Qed.

Theorem triangular_exact : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p ->
  beats_collapse p (triangular p r) <-> exists x, triangular p r x /\ objective p x < 1 / 2.
Proof. exact Theorem3.triangular_beats_iff. Qed.

(** The solutions of Definitions 6 and 7: there are some, those of Definition 6 are the best of their
    family, and what Theorem 3 says of them. *)
Theorem dnc_solution_exists : forall p, regular p -> (3 <= L p)%nat -> wide p ->
  exists y, dnc_solution p y.
Proof. exact Theorem3.dnc_solution_exists. Qed.

Theorem srg_solution_exists : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 3 <= L p)%nat -> wide p -> exists x, srg_solution p r x.
Proof. exact Theorem3.srg_solution_exists. Qed.

Theorem srg_solution_least : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 3 <= L p)%nat -> wide p -> forall x, srg_solution p r x ->
  triangular p r x /\ forall x', triangular p r x' -> objective p x <= objective p x'.
Proof. exact Theorem3.srg_solution_least. Qed.

Theorem theorem_3_solutions : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p ->
  forall x y, srg_solution p r x -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof. exact Theorem3.theorem_3_solutions. Qed.

(** All of them, to be asked for their axioms. *)
Definition everything := (theorem_3, theorem_3_subcritical, nondegenerate, theorem_3_never_above,
  theorem_3_exact, collapse_not_optimal, theorem_3_triangular, triangular_exact,
  dnc_solution_exists, srg_solution_exists, srg_solution_least, theorem_3_solutions).
