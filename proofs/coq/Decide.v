(** * How the generated proofs are closed

    Equalities of entries by [field], with s * s = P for every root s.  Signs by what a polynomial is
    in t = r - N: a sum of products of what is not negative.  A root is treated as the kernel treats
    it, by the signs of A, B and A² - B² P for A + B s.  Nothing searches: a tactic either closes its
    goal on these ways or fails.

    A tactic that is passed to another one starts with [idtac]: Ltac would run a leading match at once,
    on the goal that is there when it is passed. *)

From Coq Require Import Reals Arith List Lia Lra.
From Uniform Require Import Subsets Orbits Statements.
Import ListNotations.
Local Open Scope R_scope.

(** ** Computing with lists of entries *)

Ltac compute_entries :=
  cbv [product sum difference scale relu transpose stack identity ones zeros incidence adjacency
    weightings apply1 apply2 row_square row_product small_sizes trace count subsets entry build width rows cols
    blocks shifted annihilator power moment gram
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

(** ** Signs *)

Lemma root_positive_1 : forall A B s P, 0 <= s -> s * s = P ->
  0 <= A -> B <= 0 -> 0 < A * A - B * B * P -> 0 < A + B * s.
Proof.
  intros A B s P S E HA HB G. rewrite <- E in G.
  assert (T : 0 <= - B * s) by (apply Rmult_le_pos; lra).
  destruct (Rlt_or_le 0 (A + B * s)) as [H|H]; [exact H|]. exfalso.
  assert (A * A <= (- B * s) * (- B * s)) by (apply Rmult_le_compat; lra). lra.
Qed.

Lemma root_positive_2 : forall A B s P, 0 <= s -> s * s = P ->
  A <= 0 -> 0 <= B -> 0 < B * B * P - A * A -> 0 < A + B * s.
Proof.
  intros A B s P S E HA HB G. rewrite <- E in G.
  assert (T : 0 <= B * s) by (apply Rmult_le_pos; lra).
  destruct (Rlt_or_le 0 (A + B * s)) as [H|H]; [exact H|]. exfalso.
  assert ((B * s) * (B * s) <= (- A) * (- A)) by (apply Rmult_le_compat; lra). lra.
Qed.

Lemma root_nonnegative_1 : forall A B s P, 0 <= s -> s * s = P ->
  0 <= A -> B <= 0 -> 0 <= A * A - B * B * P -> 0 <= A + B * s.
Proof.
  intros A B s P S E HA HB G. rewrite <- E in G.
  assert (T : 0 <= - B * s) by (apply Rmult_le_pos; lra).
  destruct (Rle_or_lt 0 (A + B * s)) as [H|H]; [exact H|]. exfalso.
  assert (A * A < (- B * s) * (- B * s)); [|lra].
  apply Rmult_le_0_lt_compat; lra.
Qed.

Lemma root_nonnegative_2 : forall A B s P, 0 <= s -> s * s = P ->
  A <= 0 -> 0 <= B -> 0 <= B * B * P - A * A -> 0 <= A + B * s.
Proof.
  intros A B s P S E HA HB G. rewrite <- E in G.
  assert (T : 0 <= B * s) by (apply Rmult_le_pos; lra).
  destruct (Rle_or_lt 0 (A + B * s)) as [H|H]; [exact H|]. exfalso.
  assert ((B * s) * (B * s) < (- A) * (- A)); [|lra].
  apply Rmult_le_0_lt_compat; lra.
Qed.

(** Sums, products, quotients and powers of what is known to be positive or not negative. *)
Ltac structurally :=
  idtac; lazymatch goal with
  | |- 0 < _ + _ =>
    first
      [ apply Rplus_le_lt_0_compat; [| solve [structurally]]; structurally
      | apply Rplus_lt_le_0_compat; structurally ]
  | |- 0 <= _ + _ => apply Rplus_le_le_0_compat; structurally
  | |- 0 < _ * _ => apply Rmult_lt_0_compat; structurally
  | |- 0 <= _ * _ => apply Rmult_le_pos; structurally
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; structurally
  | |- 0 < / _ => apply Rinv_0_lt_compat; structurally
  | |- 0 < _ ^ _ => apply pow_lt; structurally
  | |- 0 <= _ ^ _ => apply pow_le; structurally
  | |- 0 < IZR _ => lra
  | |- 0 <= IZR _ => lra
  | |- 0 < _ => assumption
  | |- 0 <= _ => first [assumption | apply Rlt_le; assumption]
  end.

Lemma at_most : forall x, 0 <= - x -> x <= 0.
Proof. intros; lra. Qed.

Lemma below_by : forall x, 0 < - x -> x < 0.
Proof. intros; lra. Qed.

Lemma quotient_at_most : forall n d, n <= 0 -> 0 < d -> n / d <= 0.
Proof.
  intros n d N P. assert (0 <= (- n) / d) by (apply Rle_mult_inv_pos; lra).
  replace (n / d) with (- ((- n) / d)) by (field; lra). lra.
Qed.

Lemma quotient_below : forall n d, n < 0 -> 0 < d -> n / d < 0.
Proof.
  intros n d N P. assert (0 < (- n) / d) by (apply Rdiv_lt_0_compat; lra).
  replace (n / d) with (- ((- n) / d)) by (field; lra). lra.
Qed.

(** The sign of A + B s, which is linear in the root [s]; [rest] shows the signs of what is left. *)
Ltac by_root s rest :=
  idtac; lazymatch goal with
  | N : 0 <= s, E : s * s = ?P |- ?relation 0 ?e =>
    let f := eval pattern s in e in
    lazymatch f with
    | ?g _ =>
      let A := eval cbv beta in (g 0) in
      let B := eval cbv beta in (g 1 - g 0) in
      first
        [ replace e with (B * s) by ring; first [apply Rmult_lt_0_compat | apply Rmult_le_pos];
          [rest | assumption]
        | replace e with (A + B * s) by ring;
          first
            [ apply (root_positive_1 _ _ _ _ N E); [rest | apply at_most; rest | rest]
            | apply (root_positive_2 _ _ _ _ N E); [apply at_most; rest | rest | rest]
            | apply (root_nonnegative_1 _ _ _ _ N E); [rest | apply at_most; rest | rest]
            | apply (root_nonnegative_2 _ _ _ _ N E); [apply at_most; rest | rest | rest] ] ]
    end
  end.

(** The sign of a polynomial by its coefficients, or by the last of the [roots] that is in it;
    [reduce] multiplies out and replaces squares of roots. *)
Ltac sign_of_polynomial reduce roots :=
  idtac; first [structurally | reduce; first [structurally | by_last_root reduce roots]]
with by_last_root reduce roots :=
  lazymatch roots with
  | cons ?s ?others =>
    lazymatch goal with
    | |- context [s] => by_root s ltac:(idtac; sign_of_polynomial reduce others)
    | |- _ => by_last_root reduce others
    end
  end.

(** ** Every r from some N on *)

(** [x] is a number that is known to be at least [N]: write it as t + N. *)
Lemma beyond : forall x N, N <= x -> exists t, 0 <= t /\ x = t + N.
Proof. intros x N H. exists (x - N). lra. Qed.

Lemma value_or_beyond : forall n N, (N <= n)%nat -> n = N \/ (S N <= n)%nat.
Proof. intros. lia. Qed.

Lemma INR_bound : forall n N, (N <= n)%nat -> IZR (Z.of_nat N) <= INR n.
Proof. intros n N H. rewrite <- INR_IZR_INZ. apply le_INR. exact H. Qed.

Lemma INR_value : forall n N, n = N -> INR n = IZR (Z.of_nat N).
Proof. intros n N ->. apply INR_IZR_INZ. Qed.

(** For all n ≥ N at once: powers of t = n - N. *)
Ltac all_at_once n H close :=
  let B := fresh "B" in let t := fresh "t" in let T := fresh "T" in let E := fresh "E" in
  pose proof (INR_bound _ _ H) as B; simpl Z.of_nat in B;
  destruct (beyond _ _ B) as [t [T E]]; clear B; try rewrite E in *; clear E; close.

(** For n = N, then for n > N. *)
Ltac first_value n H close rest :=
  let C := fresh "C" in
  destruct (value_or_beyond _ _ H) as [C|C];
  [ apply INR_value in C; simpl Z.of_nat in C; try rewrite C in *; clear C; close
  | clear H; rename C into H; rest ].

(** All n ≥ N, if need be after up to [steps] values one by one. *)
Ltac stepwise steps n H close :=
  first
    [ all_at_once n H close
    | lazymatch steps with
      | S ?m => first_value n H close ltac:(stepwise m n H close)
      end ].

(** ** Goals

    [equal] proves an equality of numbers up to nonzero denominators, [sign] any of 0 < x and 0 ≤ x. *)

Lemma less_by : forall x y, 0 < y - x -> x < y.
Proof. intros; lra. Qed.

Lemma at_most_by : forall x y, 0 <= y - x -> x <= y.
Proof. intros; lra. Qed.

Lemma nonzero_by : forall x, 0 < x \/ 0 < - x -> x <> 0.
Proof. intros x [P|P]; lra. Qed.

Lemma differ_by : forall x y, x - y <> 0 -> x <> y.
Proof. intros x y N ->. apply N. ring. Qed.

(** Conjunctions of x <> 0. *)
Ltac nonzero sign :=
  repeat match goal with |- _ /\ _ => split end;
  apply nonzero_by; first [left; sign | right; sign].

(** Nothing to prove, on the face of it. *)
Ltac same := idtac; lazymatch goal with |- ?x = ?y => constr_eq x y; reflexivity end.

(** The sign of an expression that is equal to [gap], a quotient of polynomials. *)
Ltac by_gap gap equal sign :=
  lazymatch goal with |- ?relation 0 ?e => replace e with gap by equal end; sign.

Ltac matrices equal := compute_entries; entry_by_entry; equal.

Ltac rectified equal sign :=
  compute_entries; entry_by_entry;
  first
    [ apply relu_drops; sign
    | apply relu_keeps; [sign | equal] ].

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

(** The sign of a polynomial or of a quotient of two. *)
Ltac sign_of_fraction polynomial :=
  idtac; lazymatch goal with
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; polynomial
  | |- 0 <= _ / _ => apply Rle_mult_inv_pos; polynomial
  | |- _ / _ < 0 => apply quotient_below; [apply below_by |]; polynomial
  | |- _ / _ <= 0 => apply quotient_at_most; [apply at_most |]; polynomial
  | |- _ < 0 => apply below_by; polynomial
  | |- _ <= 0 => apply at_most; polynomial
  | |- _ => polynomial
  end.

(** The rows of norm one of which those of X are c times, block by block. *)
Ltac unit_rows_are c equal sign :=
  idtac; lazymatch goal with
  | |- unit_rows ?r ?X = ?V =>
    apply (unit_rows_by r X V (fun I => nth I c 0));
    [ compute_entries; each_index; lia
    | compute_entries; reflexivity
    | compute_entries; each_index; sign
    | compute_entries; each_index; equal
    | compute_entries; each_index; equal ]
  end.

(** Every member of a list. *)
Ltac listed close :=
  repeat (apply Forall_cons; [cbn [fst snd]; close|]); apply Forall_nil.

Ltac each_entry close :=
  unfold nonnegative, all_entries; cbv [blocks];
  repeat first [apply Forall_nil | apply Forall_cons]; close.

Ltac nonnegative_entries sign := each_entry sign.

(** The parts of [strongly_regular]. *)
Ltac regular equal :=
  split; [matrices equal | split; [compute_entries; equal | split; [compute_entries; equal|]]];
  split;
  [ each_entry ltac:(idtac; first [left; equal | right; equal])
  | matrices equal ].

(** From "for every a that is …" to the step with this definition. *)
Ltac is_step s :=
  let a := fresh "a" in let E := fresh "E" in
  intros a E; change (a = s) in E; subst a.
