(** * That a polynomial is positive on an interval, seen from signs of coefficients

    With x = (a + b u)/(a' + b' u) for u ≥ 0, as the kernel does it; polynomials in x = X/Y are made of X and
    Y, so that nothing is divided. *)

From Coq Require Import Reals QArith Qreals ZArith Bool List Lia Lra.
From Uniform Require Import Fractions Resolvents.
From Uniform Require Polynomials.
Import ListNotations.
Local Open Scope R_scope.

(** [from, upto], or all x ≥ from. *)
Record interval := Interval { from : Q; upto : option Q; tau : Q }.

Module P := Polynomials.

(** Y^n times the polynomial with these n coefficients, and Y^n. *)
Fixpoint form (cs : list Z) (X Y : P.poly) : P.poly * P.poly :=
  match cs with
  | [] => (P.constant 0, P.constant 1)
  | c :: cs => let (p, power) := form cs X Y in
    (P.plus (P.times (P.constant c) (P.times power Y)) (P.times X p), P.times power Y)
  end.

(** c + d u for the variable u. *)
Definition line (c d : Z) : P.poly := P.plus (P.constant c) (P.times (P.constant d) (P.place 1)).

Lemma value_line : forall u c d, P.value [u] (line c d) = IZR c + IZR d * u.
Proof.
  intros u c d. unfold line. rewrite P.value_plus, P.value_times, P.value_place. reflexivity.
Qed.

Lemma value_form : forall l X Y cs, P.value l Y <> 0 ->
  P.value l (fst (form cs X Y)) = P.value l Y ^ length cs * evaluate cs (P.value l X / P.value l Y) /\
  P.value l (snd (form cs X Y)) = P.value l Y ^ length cs.
Proof.
  intros l X Y cs N. induction cs as [|c cs [IH1 IH2]]; [split; unfold P.value; simpl; ring|].
  cbn [form]. destruct (form cs X Y) as [p power]. cbn [fst snd length evaluate] in *.
  rewrite P.value_plus, !P.value_times, IH1, IH2. change (P.value l (P.constant c)) with (IZR c).
  split; [|simpl; ring]. simpl. field. exact N.
Qed.

Section Positive.
(** A polynomial for each X and Y, whose sign depends on X/Y alone. *)
Variable polynomial : P.poly -> P.poly -> P.poly.
Variable holds : R -> Prop.
Hypothesis meaning : forall l X Y, 0 < P.value l Y -> 0 < P.value l (polynomial X Y) ->
  holds (P.value l X / P.value l Y).

(** x = (a + b u)/(a' + b' u) runs from a/a' to b/b' as u does from 0 to infinity; b' may be 0.  No
    coefficient is negative, and the first is positive; or this is so in both parts. *)
Fixpoint positive_on (halvings : nat) (a a' b b' : Z) : bool :=
  if P.positive_coefficients 0 (polynomial (line a b) (line a' b')) then true
  else match halvings with
  | O => false
  | S n => if positive_on n a a' (a + b) (a' + b') then positive_on n (a + b) (a' + b') b b' else false
  end.

Lemma positive_between : forall n a a' b b', positive_on n a a' b b' = true ->
  (0 < a')%Z -> (0 <= b')%Z -> forall x, IZR a <= IZR a' * x -> IZR b' * x < IZR b -> holds x.
Proof.
  induction n as [|n IH]; intros a a' b b' C A B x Low High; cbn [positive_on] in C;
    destruct (P.positive_coefficients 0 _) eqn:E; try discriminate.
  1, 2: apply IZR_lt in A; apply IZR_le in B; clear C; try clear IH;
    set (v := IZR b - IZR b' * x); set (u := (IZR a' * x - IZR a) / v);
    assert (v0 : 0 < v) by (unfold v; lra);
    assert (u0 : 0 <= u) by (apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; exact v0]);
    assert (y0 : 0 < IZR a' + IZR b' * u)
      by (assert (0 <= IZR b' * u) by (apply Rmult_le_pos; lra); lra);
    replace x with ((IZR a + IZR b * u) / (IZR a' + IZR b' * u)).
  1, 3: rewrite <- !(value_line u); apply meaning; [rewrite value_line; exact y0|];
    apply (P.positive_value 0 _ [u]); [exact (Forall_cons _ u0 (Forall_nil _)) | exact E].
  1, 2: apply Rmult_eq_reg_r with (IZR a' + IZR b' * u); [|lra];
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; unfold u, v in *; field; lra.
  destruct (positive_on n a a' (a + b) (a' + b')) eqn:E1; [|discriminate].
  destruct (Rlt_le_dec (IZR (a' + b') * x) (IZR (a + b))) as [H|H].
  - apply (IH _ _ _ _ E1); auto; lia.
  - apply (IH _ _ _ _ C); auto; lia.
Qed.

Definition halvings : nat := 10.

Definition positive_in (i : interval) : bool :=
  let (a, a') := from i in
  match upto i with
  | None => positive_on halvings a (Zpos a') 1 0
  | Some (b # b') => positive_on halvings a (Zpos a') b (Zpos b')
    && P.positive_coefficients 0 (polynomial (P.constant b) (P.constant (Zpos b')))
  end.

Lemma below_fraction : forall a a' x, Q2R (a # a') <= x <-> IZR a <= IZR (Zpos a') * x.
Proof.
  intros a a' x. rewrite Q2R_make. assert (D := denominator_positive a'). split; intros B.
  - apply Rmult_le_compat_l with (r := IZR (Zpos a')) in B; [|lra].
    replace (IZR (Zpos a') * (IZR a / IZR (Zpos a'))) with (IZR a) in B by (field; lra). exact B.
  - apply Rmult_le_reg_l with (IZR (Zpos a')); [exact D|].
    replace (IZR (Zpos a') * (IZR a / IZR (Zpos a'))) with (IZR a) by (field; lra). exact B.
Qed.

Definition inside (i : interval) (x : R) : Prop :=
  Q2R (from i) <= x /\ match upto i with None => True | Some b => x <= Q2R b end.

Lemma positive_inside : forall i, positive_in i = true -> forall x, inside i x -> holds x.
Proof.
  intros [[a a'] [[b b']|] t] C x [Low High]; unfold positive_in in C; cbn [from upto] in *;
    apply below_fraction in Low.
  - apply andb_true_iff in C. destruct C as [C End]. assert (D := denominator_positive b').
    destruct (Rlt_le_dec (IZR (Zpos b') * x) (IZR b)) as [B|B].
    + apply (positive_between _ _ _ _ _ C); try reflexivity; try assumption. discriminate.
    + replace x with (Q2R (b # b')) by (apply Rle_antisym; [apply below_fraction; exact B | exact High]).
      rewrite Q2R_make. apply (meaning [] (P.constant b) (P.constant (Zpos b'))); [exact D|].
      apply (P.positive_value 0); [constructor | exact End].
  - apply (positive_between _ _ _ _ _ C); try reflexivity; try assumption; lra.
Qed.
End Positive.
