(** * How the generated proofs are closed

    Equalities of entries by [field], with s * s = P for every root s.  Signs by what a polynomial is
    in t = r - N: a sum of products of what is not negative.  A root is treated as the kernel treats
    it, by the signs of A, B and A² - B² P for A + B s.  Nothing searches: a tactic either closes its
    goal on these ways or fails. *)

From Coq Require Import Reals Arith List Lia Lra.
From Uniform Require Import Subsets Orbits Statements.
Import ListNotations.
Local Open Scope R_scope.

(** ** Computing with lists of entries *)

Ltac compute_entries :=
  cbv [product sum difference scale relu transpose stack identity ones zeros incidence adjacency
    weightings apply1 apply2 unit_rows row_square trace count subsets entry build width rows cols
    blocks shifted annihilator power moment gram
    block_product class_sum small bit total map fold_right seq nth length app fst snd
    Nat.min Nat.add Nat.sub Nat.eqb Nat.ltb Nat.leb andb].

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
  lazymatch goal with
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

(** A polynomial, after it is multiplied out. *)
Ltac by_coefficients := first [structurally | ring_simplify; first [structurally | lra]].

(** The sign of something linear in the root [s], where [E] says what s * s is; [rest] shows the signs
    of what is left. *)
Ltac by_root s E rest :=
  lazymatch goal with
  | |- ?relation 0 ?e =>
    let f := eval pattern s in e in
    lazymatch f with
    | ?g _ =>
      let A := eval cbv beta in (g 0) in
      let B := eval cbv beta in (g 1 - g 0) in
      replace e with (A + B * s) by ring
    end
  end;
  first
    [ eapply root_positive_1; [assumption | exact E | rest | by_negative rest | rest]
    | eapply root_positive_2; [assumption | exact E | by_negative rest | rest | rest]
    | eapply root_nonnegative_1; [assumption | exact E | rest | by_negative rest | rest]
    | eapply root_nonnegative_2; [assumption | exact E | by_negative rest | rest | rest] ]
with by_negative rest :=
  apply Ropp_le_cancel; rewrite Ropp_0; rest.

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
  destruct (beyond _ _ B) as [t [T E]]; clear B; rewrite E in *; clear E; close.

(** For n = N, then for n > N. *)
Ltac first_value n H close rest :=
  let C := fresh "C" in
  destruct (value_or_beyond _ _ H) as [C|C];
  [ apply INR_value in C; simpl Z.of_nat in C; rewrite C in *; clear C; close
  | clear H; rename C into H; rest ].

(** All n ≥ N, if need be after up to [steps] values one by one. *)
Ltac stepwise steps n H close :=
  first
    [ all_at_once n H close
    | lazymatch steps with
      | S ?m => first_value n H close ltac:(stepwise m n H close)
      end ].
