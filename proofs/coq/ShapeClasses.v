(** * What a shape says of Λ, of more classes and of more layers *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums Orthogonal Fractions Collapse Blocks
  OneBlock MoreClasses Networks NetworkClasses Places Shapes ShapeBelow.
Import ListNotations.
Local Open Scope R_scope.

Section Shape.
Variable s : shape.

(** For every number of classes from the shape's on: where Λ belongs to an x between a and b,
    some point is below a number that no collapsed point is below. *)
Theorem shape_below : forall a b t trials, interval_checked s a b t trials = true ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  forall x, Q2R a <= x <= Q2R b ->
  INR (K p) ^ (L p + 1) * Big_lambda p = x ^ (L p - 1) / (1 + x) ^ (2 * L p) ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros a b t trials C p R More EL Wide x X Lam. unfold interval_checked in C.
  rewrite !andb_true_iff in C. destruct C as [[[Net From] T] C].
  apply network_by in Net. apply at_most_Q_true in From. rewrite Q2R_number in From.
  assert (k1 : (1 <= classes s)%nat) by apply Net. assert (L2 := proj1 (proj2 (proj2 R))).
  assert (Large : INR (L p) - 1 <= x).
  { rewrite EL in *. rewrite minus_INR in From by lia. change (INR 1) with 1 in From. lra. }
  set (q := scaled (with_classes p (classes s) (width s)) (INR (K p) / INR (classes s))).
  assert (Rq : regular q) by (apply regular_alone; assumption).
  destruct (trials_loss s q Rq eq_refl EL ltac:(intros; apply le_n) Net x
    ltac:(rewrite <- EL; exact Large))
    with (t := t) (b := b) (trials := trials) (a := a) as [y Y]; try assumption.
  { unfold q. rewrite (critical_alone p (classes s) k1 (proj1 R)). exact Lam. }
  rewrite <- EL in Y.
  apply (block_below p (classes s) (width s) R (conj k1 More) Wide y
    ((1 + (INR (L p) + 1) * x) / (1 + x) ^ 2 / 2)); [fold q; lra|].
  intros u U. assert (Low := place_least p R x Large Lam u U). lra.
Qed.

(** The same in terms of Λ alone. *)
Theorem shape_range : forall a b t trials, interval_checked s a b t trials = true -> Q2R a <= Q2R b ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  place (L p) (Q2R b) <= INR (K p) ^ (L p + 1) * Big_lambda p <= place (L p) (Q2R a) ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros a b t trials C AB p R More EL Wide Lam. assert (C' := C). unfold interval_checked in C'.
  rewrite !andb_true_iff in C'. destruct C' as [[[_ From] _] _]. apply at_most_Q_true in From.
  rewrite Q2R_number in From. assert (L2 := proj1 (proj2 (proj2 R))).
  assert (1 <= INR (layers s - 1)) by (apply (le_INR 1); lia).
  destruct (place_between (L p) (Q2R a) (Q2R b) _ ltac:(lra) AB Lam) as [x [X E]].
  exact (shape_below a b t trials C p R More EL Wide x X E).
Qed.

(** ** At every Λ up to the critical one *)

Lemma everywhere_criterion : forall eta V, everywhere_checked s eta V = true ->
  criterion (frame s) (drawn s).
Proof.
  intros eta V C. unfold everywhere_checked in C. rewrite !andb_true_iff in C.
  destruct C as [[[[Net Eta0] Eta1] Close] Less]. split; [apply network_by; exact Net|].
  apply less_Q_true in Eta0, Eta1, Less. apply at_most_Q_true in Close.
  rewrite RMicromega.Q2R_0 in Eta0. rewrite RMicromega.Q2R_1 in Eta1.
  set (X := product (classes s) (width s (layers s)) (classes s) V (last_features s)) in *.
  exists (real V), (Q2R eta). cbn [K L d frame]. split; [lra|]. split.
  - rewrite Q2R_mult, real_squares in Close. eapply Rle_trans; [|exact Close]. right.
    apply square_ext. intros i j I J. unfold minus. rewrite <- (output_is s V i j I J). fold X.
    unfold real at 2. rewrite tabulated_at by assumption. cbn [over tabulated].
    assert (D := denominator_positive (over X)). rewrite minus_IZR. unfold real, identity.
    destruct (i =? j)%nat; field; lra.
  - rewrite !Q2R_mult, Q2R_power, Q2R_minus, Q2R_number, RMicromega.Q2R_1, norms_is,
      real_squares in Less.
    set (h := (1 - Q2R eta) * (1 - Q2R eta)) in *.
    assert (h0 : 0 < h) by (apply Rmult_lt_0_compat; lra).
    apply Rmult_lt_reg_r with h; [exact h0|].
    eapply Rle_lt_trans; [|exact Less]. right. field. lra.
Qed.

Theorem shape_everywhere : forall eta V, everywhere_checked s eta V = true ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  at_most_critical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros eta V C. exact (criterion_below (frame s) (drawn s) (everywhere_criterion eta V C)).
Qed.

(** And for every number of layers from the shape's on, when some layer is narrow. *)
Theorem shape_layers : forall eta V excess, everywhere_checked s eta V = true ->
  narrow s excess = true ->
  forall p, regular p -> (classes s <= K p)%nat -> (layers s <= L p)%nat ->
  (forall l, (1 <= l <= L p)%nat -> (K p + excess <= d p l)%nat) -> at_most_critical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros eta V excess C N. unfold narrow in N. apply andb_true_iff in N. destruct N as [Narrow Wide].
  apply existsb_exists in Narrow. destruct Narrow as [l0 [Inner Narrow]].
  apply in_seq in Inner. apply Nat.leb_le in Narrow. rewrite forallb_forall in Wide.
  assert (Cr := everywhere_criterion eta V C). assert (L2 := proj1 (proj2 (proj2 (proj1 Cr)))).
  apply (criterion_layers (frame s) (drawn s) Cr l0); cbn [K L d frame] in *; [lia | exact Narrow|].
  intros l B. apply Nat.leb_le, Wide, in_seq. lia.
Qed.
End Shape.
