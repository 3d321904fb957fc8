(** * The twenty triples of vertices of K_6

    A triple P is the row of signs that is 1 at its vertices and -1 at the other three.  Against
    [height], 2 at the ends of an edge and -1 elsewhere, it is 6 at the edges inside P and at most 0
    at all others ([signs_height]): after the relu [inside_triple] is left, whose Gram matrix has
    the eigenvalues 12, 6 and 2, with the eigenprojections [projection] / 60.

    All of it is decided by computing with integers, and lifted to the reals by [total_IZR]. *)

From Coq Require Import Reals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums.
Import ListNotations.
Local Open Scope Z_scope.

Definition triples : list (nat * nat * nat) :=
  flat_map (fun a => flat_map (fun b => map (fun c => (a, b, c)) (seq (S b) (5 - b)))
    (seq (S a) (5 - a))) (seq 0 6).

Definition in_triple (P v : nat) : bool :=
  let '(a, b, c) := nth P triples (0, 0, 0)%nat in ((v =? a) || (v =? b) || (v =? c))%nat.

Definition sign (P v : nat) : Z := if in_triple P v then 1 else -1.
Definition height (v e : nat) : Z := if on v e then 2 else -1.
Definition inside_triple (P e : nat) : Z :=
  if in_triple P (fst (edge_pair e)) && in_triple P (snd (edge_pair e)) then 1 else 0.

(** By the number of vertices that two edges have in common: 60 times the projections to the
    eigenspaces of dimensions 1, 5 and 9 of the triangular graph T(6). *)
Definition common (e f : nat) : nat := bit (on (fst (edge_pair e)) f)
  + bit (on (snd (edge_pair e)) f).
Definition projection (a e f : nat) : Z :=
  nth (common e f) (nth a [[4; 4; 4]; [-10; 5; 20]; [6; -9; 36]] []) 0.
Definition eigenvalue (a : nat) : Z := match a with O => 12 | 1%nat => 6 | _ => 2 end.
Definition dimension (a : nat) : Z := match a with O => 1 | 1%nat => 5 | _ => 9 end.

Fixpoint sum (n : nat) (f : nat -> Z) : Z := match n with O => 0 | S m => sum m f + f m end.

(** The projections times the transpose of [inside_triple], by the number of ends inside P. *)
Definition within (e P : nat) : nat :=
  bit (in_triple P (fst (edge_pair e))) + bit (in_triple P (snd (edge_pair e))).
Definition spread (a e P : nat) : Z :=
  nth (within e P) (nth a [[12; 12; 12]; [-30; 0; 30]; [18; -12; 18]] []) 0.

Lemma total_IZR : forall n f, total n (fun i => IZR (f i)) = IZR (sum n f).
Proof. induction n; intros f; [reflexivity|]. simpl. rewrite IHn, plus_IZR. reflexivity. Qed.

(** ** By computing *)

Definition all (n : nat) (f : nat -> bool) : bool := forallb f (seq 0 n).

Lemma all_spec : forall n f, all n f = true -> forall i, (i < n)%nat -> f i = true.
Proof.
  intros n f A i I. unfold all in A. rewrite forallb_forall in A. apply A, in_seq. lia.
Qed.

Lemma all_two : forall n m f, all n (fun i => all m (f i)) = true ->
  forall i j, (i < n)%nat -> (j < m)%nat -> f i j = true.
Proof. intros n m f A i j I J. apply (all_spec m (f i)); [|exact J].
apply (all_spec n (fun i => all m (f i)) A i I). Qed.

Lemma signs_height : forall P e, (P < 20)%nat -> (e < 15)%nat ->
  let v := sum 6 (fun u => sign P u * height u e) in
  (v = 6 /\ inside_triple P e = 1) \/ (v <= 0 /\ inside_triple P e = 0).
Proof.
  intros P e HP He v.
  assert (A := all_two 20 15 (fun P e => let v := sum 6 (fun u => sign P u * height u e) in
    ((v =? 6) && (inside_triple P e =? 1)) || ((v <=? 0) && (inside_triple P e =? 0)))
      ltac:(vm_compute; reflexivity) P e HP He).
  cbv beta zeta in A. fold v in A. apply orb_prop in A.
  destruct A as [A|A]; apply andb_prop in A; lia.
Qed.

(** ‖signs‖² and ‖height‖². *)
Lemma signs_square : sum 20 (fun P => sum 6 (fun v => sign P v * sign P v)) = 120.
Proof. vm_compute. reflexivity. Qed.
Lemma height_square : sum 15 (fun e => sum 6 (fun v => height v e * height v e)) = 180.
Proof. vm_compute. reflexivity. Qed.

Lemma spread_inside : forall a e f, (a < 3)%nat -> (e < 15)%nat -> (f < 15)%nat ->
  sum 20 (fun P => spread a e P * inside_triple P f) = eigenvalue a * projection a e f.
Proof.
  intros a e f A E F. apply Z.eqb_eq.
  apply (all_two 15 15 (fun e f => sum 20 (fun P => spread a e P * inside_triple P f) =? eigenvalue
    a * projection a e f)); [|exact E | exact F].
  destruct a as [|[|[|]]]; [vm_compute; reflexivity .. | lia].
Qed.

Lemma projections_sum : forall e f, (e < 15)%nat -> (f < 15)%nat ->
  sum 3 (fun a => projection a e f) = if (e =? f)%nat then 60 else 0.
Proof.
  intros e f E F. apply Z.eqb_eq. apply
    (all_two 15 15 (fun e f => sum 3 (fun a => projection a e f) =? if (e =? f)%nat then 60 else
      0)); [vm_compute; reflexivity | exact E | exact F].
Qed.

Lemma projections_dot : forall a b, (a < 3)%nat -> (b < 3)%nat ->
  sum 15 (fun e => sum 15 (fun f => projection a e f * projection b e f))
  = if (a =? b)%nat then 3600 * dimension a else 0.
Proof. intros [|[|[|]]] [|[|[|]]] A B; try lia; vm_compute; reflexivity. Qed.

Lemma spreads_dot : forall a b, (a < 3)%nat -> (b < 3)%nat ->
  sum 15 (fun e => sum 20 (fun P => spread a e P * spread b e P))
  = if (a =? b)%nat then 3600 * (eigenvalue a * dimension a) else 0.
Proof. intros [|[|[|]]] [|[|[|]]] A B; try lia; vm_compute; reflexivity. Qed.
