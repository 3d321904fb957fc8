(** * Polynomials that Coq computes with

    An equality or a sign of numbers that are made of a few variables is decided by a function on
    polynomials with integer coefficients, [equal_check] and [sign_check], which Coq's virtual
    machine runs; the theorems [equal_by], [less_by], [at_most_by] and [differ_by] say what its
    answer means.  The polynomials are those of Coq's [ring].

    The variables are roots, then symbols, which are positive, then sizes, each of which is one of a list
    or any integer from some N on.  Signs are decided as the kernel does it (UNIFORM.md, "What is
    shown"): value by value below some M, and by the coefficients in powers of r - M; a root by the signs of A, B and A² - B² Q for A + B s with s² = Q. *)

From Coq Require Import Reals ZArith Bool List Lia Lra.
From Coq Require Import BinList Ring_theory Ring_polynom InitialRing.
Import ListNotations.
Local Open Scope R_scope.
Local Open Scope lazy_bool_scope.

(** ** Ring operations *)

Definition poly := Pol Z.
Definition constant : Z -> poly := @Pc Z.
Definition place : positive -> poly := mk_X 0%Z 1%Z.
Definition plus : poly -> poly -> poly := Padd 0%Z Z.add Zeq_bool.
Definition times : poly -> poly -> poly := Pmul 0%Z 1%Z Z.add Z.mul Zeq_bool.
Definition opposite : poly -> poly := Popp Z.opp.
Definition same : poly -> poly -> bool := Peq Zeq_bool.
Definition after : positive -> poly -> poly := @mkPinj Z.
Definition horner : poly -> positive -> poly -> poly := mkPX 0%Z Zeq_bool.
Definition power (p : poly) (i : positive) : poly := pow_pos times p i.

(** What a polynomial is at some values of its variables. *)
Definition value (l : list R) (p : poly) : R := Pphi 0 Rplus Rmult IZR l p.

Lemma integers : ring_morph 0 1 Rplus Rmult Rminus Ropp eq
  0%Z 1%Z Z.add Z.mul Z.sub Z.opp Zeq_bool IZR.
Proof.
  split; intros; auto using plus_IZR, minus_IZR, mult_IZR, opp_IZR.
  f_equal. apply Zeq_bool_eq. assumption.
Qed.

Definition reals := F_R Rfield.
Definition extensional := Eq_ext Rplus Rmult Ropp.
Definition almost := Rth_ARth (Eqsth R) extensional reals.

Lemma value_plus : forall l p q, value l (plus p q) = value l p + value l q.
Proof. intros. apply (Padd_ok (Eqsth R) extensional almost integers). Qed.

Lemma value_times : forall l p q, value l (times p q) = value l p * value l q.
Proof. intros. apply (Pmul_ok (Eqsth R) extensional almost integers). Qed.

Lemma value_opposite : forall l p, value l (opposite p) = - value l p.
Proof. intros. apply (Popp_ok (Eqsth R) extensional almost integers). Qed.

Lemma value_same : forall l p q, same p q = true -> value l p = value l q.
Proof. intros l p q E. apply (Peq_ok (Eqsth R) extensional integers). exact E. Qed.

Lemma value_place : forall l i, value l (place i) = BinList.nth 0 i l.
Proof. intros. symmetry. apply (mkX_ok (Eqsth R) extensional almost integers). Qed.

Lemma value_after : forall l i p, value l (after i p) = value (jump i l) p.
Proof. intros. apply (mkPinj_ok 0 Rplus Rmult (Eqsth R) IZR). Qed.

Lemma value_horner : forall l p i q,
  value l (horner p i q) = value l p * pow_pos Rmult (hd 0 l) i + value (tl l) q.
Proof. intros. apply (mkPX_ok (Eqsth R) extensional almost integers). Qed.

Lemma value_power : forall l p i, value l (power p i) = pow_pos Rmult (value l p) i.
Proof.
  intros l p i. unfold power. induction i; simpl; rewrite ?value_times, ?IHi; reflexivity.
Qed.

Lemma power_square : forall x i, pow_pos Rmult x i * pow_pos Rmult x i = pow_pos Rmult (x * x) i.
Proof. intros x i. induction i; simpl; rewrite <- ?IHi; ring. Qed.

Lemma power_positive : forall x i, 0 < x -> 0 < pow_pos Rmult x i.
Proof. intros x i P. induction i; simpl; repeat apply Rmult_lt_0_compat; assumption. Qed.

Lemma power_nonnegative : forall x i, 0 <= x -> 0 <= pow_pos Rmult x i.
Proof. intros x i P. induction i; simpl; repeat apply Rmult_le_pos; assumption. Qed.

(** ** The first variable is a root of Q *)

(** p = A + B s, where Q, A and B are polynomials in the other variables. *)
Fixpoint split (Q p : poly) : poly * poly :=
  match p with
  | Pc c => (p, constant 0)
  | Pinj xH q => (q, constant 0)
  | Pinj j q => (after (Pos.pred j) q, constant 0)
  | PX p i q =>
    let (a, b) := split Q p in
    match i with
    | xH => (plus (times b Q) q, a)
    | xO j => let T := power Q j in (plus (times a T) q, times b T)
    | xI j => let T := power Q j in (plus (times b (times Q T)) q, times a T)
    end
  end.

Lemma jump_after_first : forall j (s : R) l, j <> xH -> jump j (s :: l) = jump (Pos.pred j) l.
Proof.
  intros j s l N. rewrite <- (Pos.succ_pred j N) at 1. rewrite jump_succ. simpl jump at 1.
  apply jump_tl.
Qed.

Lemma value_split : forall Q p s l, s * s = value l Q ->
  value (s :: l) p = value l (fst (split Q p)) + value l (snd (split Q p)) * s.
Proof.
  intros Q p s l E. induction p as [c|j q _|p IH i q _]; simpl.
  - unfold value. simpl. ring.
  - change (value (s :: l) (Pinj j q)) with (value (jump j (s :: l)) q).
    destruct (Pos.eq_dec j 1) as [->|N].
    + cbn [fst snd]. unfold value. simpl. ring.
    + rewrite (jump_after_first j s l N), <- value_after.
      destruct j; try congruence; cbn [fst snd]; unfold value; simpl; ring.
  - change (value (s :: l) (PX p i q)) with (value (s :: l) p * pow_pos Rmult s i + value l q).
    rewrite IH. destruct (split Q p) as [a b]. cbn [fst snd].
    destruct i as [j|j|]; cbn [fst snd]; simpl pow_pos;
      rewrite ?value_plus, ?value_times, ?value_power, <- E, <- ?power_square; ring.
Qed.

(** The roots come first; the square of each is a polynomial in what comes after all of them. *)
Definition rooted (Qs : list poly) (rest l : list R) : Prop :=
  exists ss, l = ss ++ rest /\ Forall2 (fun s Q => 0 <= s /\ s * s = value rest Q) ss Qs.

Lemma rooted_nil : forall rest l, rooted [] rest l -> l = rest.
Proof. intros rest l [ss [-> F]]. inversion F. reflexivity. Qed.

Lemma rooted_cons : forall Q Qs rest l, rooted (Q :: Qs) rest l ->
  exists s l', l = s :: l' /\ 0 <= s /\ s * s = value rest Q /\ rooted Qs rest l'.
Proof.
  intros Q Qs rest l [ss [-> F]]. inversion F as [|s Q' ss' Qs' [N E] F']; subst.
  exists s, (ss' ++ rest). repeat split; auto. exists ss'. auto.
Qed.

(** A polynomial in what comes after [n] variables as one in all of them. *)
Fixpoint lift (n : nat) (p : poly) : poly :=
  match n with O => p | S m => after 1 (lift m p) end.

Lemma value_lift : forall Qs rest l p, rooted Qs rest l ->
  value l (lift (length Qs) p) = value rest p.
Proof.
  induction Qs as [|Q Qs IH]; intros rest l p H.
  - rewrite (rooted_nil rest l H). reflexivity.
  - destruct (rooted_cons Q Qs rest l H) as [s [l' [-> [_ [_ H']]]]].
    simpl lift. rewrite value_after. apply (IH rest l' p H').
Qed.

(** Every root at most once. *)
Fixpoint reduce (Qs : list poly) (p : poly) : poly :=
  match Qs, p with
  | [], _ | _, Pc _ => p
  | Q :: Qs, _ =>
    let (a, b) := split (lift (length Qs) Q) p in horner (after 1 (reduce Qs b)) 1 (reduce Qs a)
  end.

Lemma value_reduce : forall Qs rest l p, rooted Qs rest l -> value l (reduce Qs p) = value l p.
Proof.
  induction Qs as [|Q Qs IH]; intros rest l p H; [reflexivity|].
  destruct (rooted_cons Q Qs rest l H) as [s [l' [-> [_ [E H']]]]].
  assert (G : forall a b, split (lift (length Qs) Q) p = (a, b) ->
    value (s :: l') (horner (after 1 (reduce Qs b)) 1 (reduce Qs a)) = value (s :: l') p).
  { intros a b D. rewrite (value_split (lift (length Qs) Q) p s l'), D
      by (rewrite (value_lift Qs rest); assumption).
    rewrite value_horner, value_after. simpl. rewrite !(IH rest) by assumption. ring. }
  simpl reduce. destruct p; [reflexivity | |]; destruct (split _ _) as [a b]; apply G; reflexivity.
Qed.

(** ** Signs *)

(** The first m variables are positive, and those after them are not negative. *)
Fixpoint signed (m : nat) (l : list R) : Prop :=
  match m with O => Forall (Rle 0) l | S m => 0 < hd 0 l /\ signed m (tl l) end.

Lemma signed_tl : forall m l, signed m l -> signed (pred m) (tl l).
Proof.
  intros [|m] l H; simpl in *; [|apply H]. destruct l; [exact H | inversion H; assumption].
Qed.

Lemma signed_jump : forall j m l, signed m l -> signed (m - Pos.to_nat j) (jump j l).
Proof.
  induction j as [|j IH] using Pos.peano_ind; intros m l H.
  - replace (m - Pos.to_nat 1)%nat with (pred m) by (simpl; lia). apply signed_tl. exact H.
  - rewrite jump_succ. replace (m - Pos.to_nat (Pos.succ j))%nat
      with (pred (m - Pos.to_nat j)) by (rewrite Pos2Nat.inj_succ; lia).
    apply signed_tl, IH, H.
Qed.

Lemma signed_hd : forall m l, signed m l -> 0 <= hd 0 l.
Proof.
  intros [|m] l H; simpl in *; [|lra]. destruct H; simpl; [lra | assumption].
Qed.

Fixpoint nonnegative_coefficients (p : poly) : bool :=
  match p with
  | Pc c => (0 <=? c)%Z
  | Pinj _ q => nonnegative_coefficients q
  | PX p _ q => nonnegative_coefficients p &&& nonnegative_coefficients q
  end.

(** And one of a monomial in the first m variables is not zero. *)
Fixpoint positive_coefficients (m : nat) (p : poly) : bool :=
  match p with
  | Pc c => (0 <? c)%Z
  | Pinj j q => positive_coefficients (m - Pos.to_nat j) q
  | PX p _ q =>
    match m with
    | O => nonnegative_coefficients p &&& positive_coefficients 0 q
    | S n =>
      (nonnegative_coefficients p &&& positive_coefficients n q)
      ||| (positive_coefficients m p &&& nonnegative_coefficients q)
    end
  end.

Lemma lazy_and : forall a b : bool, (a &&& b) = true -> a = true /\ b = true.
Proof. intros [|] b E; [auto | discriminate]. Qed.

Lemma lazy_or : forall a b : bool, (a ||| b) = true -> a = true \/ b = true.
Proof. intros [|] b E; auto. Qed.

Ltac booleans :=
  repeat match goal with
  | H : (if _ then _ else false) = true |- _ => apply lazy_and in H; destruct H
  | H : (if _ then true else _) = true |- _ => apply lazy_or in H; destruct H
  end.

Lemma nonnegative_value : forall m p l, signed m l -> nonnegative_coefficients p = true ->
  0 <= value l p.
Proof.
  intros m p. revert m. induction p as [c|j q IH|p IHp i q IHq]; intros m l H C; simpl in C.
  - apply IZR_le, Z.leb_le, C.
  - apply (IH _ (jump j l) (signed_jump j m l H) C).
  - booleans. apply Rplus_le_le_0_compat.
    + apply Rmult_le_pos; [apply (IHp m l H); assumption|].
      apply power_nonnegative, (signed_hd m l H).
    + apply (IHq (pred m) (tl l) (signed_tl m l H)). assumption.
Qed.

Lemma positive_value : forall m p l, signed m l -> positive_coefficients m p = true ->
  0 < value l p.
Proof.
  intros m p. revert m. induction p as [c|j q IH|p IHp i q IHq]; intros m l H C; simpl in C.
  - apply IZR_lt, Z.ltb_lt, C.
  - apply (IH _ (jump j l) (signed_jump j m l H) C).
  - assert (T := signed_tl m l H).
    assert (N := power_nonnegative _ i (signed_hd m l H)).
    change (0 < value l p * pow_pos Rmult (hd 0 l) i + value (tl l) q).
    destruct m as [|n]; booleans.
    + apply Rplus_le_lt_0_compat; [|apply (IHq 0%nat); assumption].
      apply Rmult_le_pos; [apply (nonnegative_value 0); assumption | exact N].
    + apply Rplus_le_lt_0_compat; [|apply (IHq n); assumption].
      apply Rmult_le_pos; [apply (nonnegative_value (S n)); assumption | exact N].
    + apply Rplus_lt_le_0_compat; [|apply (nonnegative_value n); assumption].
      apply Rmult_lt_0_compat; [apply (IHp (S n)); assumption | apply power_positive, H].
Qed.

(** What is known of the sign of a number. *)
Inductive sign := Negative | Nonpositive | Zero | Nonnegative | Positive.

Definition fits (s : sign) (x : R) : Prop :=
  match s with
  | Negative => x < 0
  | Nonpositive => x <= 0
  | Zero => x = 0
  | Nonnegative => 0 <= x
  | Positive => 0 < x
  end.

Definition negated (s : sign) : sign :=
  match s with
  | Negative => Positive
  | Nonpositive => Nonnegative
  | Zero => Zero
  | Nonnegative => Nonpositive
  | Positive => Negative
  end.

Definition at_least_zero (s : sign) : bool :=
  match s with Zero | Nonnegative | Positive => true | _ => false end.

(** Of a sum. *)
Definition sign_plus (s t : sign) : option sign :=
  match s, t with
  | Zero, u | u, Zero => Some u
  | Positive, (Nonnegative | Positive) | Nonnegative, Positive => Some Positive
  | Nonnegative, Nonnegative => Some Nonnegative
  | Negative, (Nonpositive | Negative) | Nonpositive, Negative => Some Negative
  | Nonpositive, Nonpositive => Some Nonpositive
  | _, _ => None
  end.

(** Of a product with a number that is not negative. *)
Definition sign_times (s nonnegative : sign) : sign :=
  match nonnegative, s with
  | Zero, _ => Zero
  | Positive, _ => s
  | _, Negative => Nonpositive
  | _, Positive => Nonnegative
  | _, _ => s
  end.

Lemma fits_negated : forall s x, fits s x -> fits (negated s) (- x).
Proof. intros [] x H; simpl in *; lra. Qed.

Lemma fits_plus : forall s t r x y, sign_plus s t = Some r -> fits s x -> fits t y ->
  fits r (x + y).
Proof. intros [] [] r x y E X Y; simpl in *; try discriminate; injection E as <-; simpl; lra. Qed.

(** A root has the sign of its square. *)
Lemma fits_times : forall s t x y, 0 <= y -> fits s x -> fits t (y * y) ->
  fits (sign_times s t) (x * y).
Proof.
  intros s t x y N X T.
  assert (Y : y = 0 \/ 0 < y) by lra.
  destruct Y as [->|P].
  - rewrite Rmult_0_r in *. destruct s, t; simpl in *; lra.
  - assert (0 < y * y) by (apply Rmult_lt_0_compat; exact P).
    assert (L : forall u, 0 < u -> 0 < u * y) by (intros; apply Rmult_lt_0_compat; assumption).
    assert (M : forall u, 0 <= u -> 0 <= u * y) by (intros; apply Rmult_le_pos; assumption).
    assert (L' := L (- x)). assert (M' := M (- x)). specialize (L x). specialize (M x).
    destruct t; simpl in T; try lra; destruct s; simpl in *; lra || (subst x; ring).
Qed.

(** By the coefficients, with m positive variables. *)
Definition sign_of_coefficients (m : nat) (p : poly) : option sign :=
  if same p (constant 0) then Some Zero
  else if nonnegative_coefficients p then
    Some (if positive_coefficients m p then Positive else Nonnegative)
  else
    let q := opposite p in
    if nonnegative_coefficients q then
      Some (if positive_coefficients m q then Negative else Nonpositive)
    else None.

(** The sign of a polynomial in roots, symbols and a number that is not negative. *)
Fixpoint sign_of (m : nat) (Qs : list poly) (p : poly) : option sign :=
  match Qs with
  | [] => sign_of_coefficients m p
  | Q :: Qs =>
    let T := lift (length Qs) Q in
    let (a, b) := split T p in
    if same b (constant 0) then sign_of m Qs a
    else
      match sign_of m Qs a, sign_of m Qs b, sign_of m Qs T with
      | Some of_a, Some of_b, Some of_T =>
        match sign_plus of_a (sign_times of_b of_T) with
        | Some s => Some s
        | None =>
          (* a and b s have different signs: that of the sum is that of a² - b² T, or the other. *)
          match sign_of m Qs (plus (times a a) (opposite (times (times b b) T))) with
          | Some s => Some (if at_least_zero of_a then s else negated s)
          | None => None
          end
        end
      | _, _, _ => None
      end
  end.

Lemma coefficients_value : forall m p l s, signed m l -> sign_of_coefficients m p = Some s ->
  fits s (value l p).
Proof.
  intros m p l s H E. unfold sign_of_coefficients in E.
  destruct (same p (constant 0)) eqn:Z.
  { injection E as <-. rewrite (value_same l p _ Z). reflexivity. }
  destruct (nonnegative_coefficients p) eqn:N.
  { injection E as <-. destruct (positive_coefficients m p) eqn:P.
    - apply (positive_value m p l H P).
    - apply (nonnegative_value m p l H N). }
  destruct (nonnegative_coefficients (opposite p)) eqn:N'; [|discriminate].
  injection E as <-. rewrite <- (Ropp_involutive (value l p)), <- value_opposite.
  destruct (positive_coefficients m (opposite p)) eqn:P.
  - apply (fits_negated Positive), (positive_value m _ l H P).
  - apply (fits_negated Nonnegative), (nonnegative_value m _ l H N').
Qed.

(** x - y has the sign of x² - y². *)
Lemma squares_apart : forall s x y, 0 <= x -> 0 <= y -> fits s (x * x - y * y) -> fits s (x - y).
Proof.
  intros s x y X Y. replace (x * x - y * y) with ((x + y) * (x - y)) by ring. intros H.
  destruct (Rtotal_order (x - y) 0) as [L|[E|G]].
  - assert (0 < (x + y) * - (x - y)) by (apply Rmult_lt_0_compat; lra).
    destruct s; simpl in *; lra.
  - rewrite E, Rmult_0_r in H. rewrite E. exact H.
  - assert (0 < (x + y) * (x - y)) by (apply Rmult_lt_0_compat; lra).
    destruct s; simpl in *; lra.
Qed.

Lemma different_signs : forall s t u x y, sign_plus s t = None -> fits s x -> fits t y ->
  fits u (x * x - y * y) -> fits (if at_least_zero s then u else negated u) (x + y).
Proof.
  intros s t u x y E X Y H.
  assert (P : 0 <= x -> y <= 0 -> fits u (x + y)).
  { intros. replace (x + y) with (x - - y) by ring. apply squares_apart; [lra | lra|].
    replace (- y * - y) with (y * y) by ring. exact H. }
  assert (N : x <= 0 -> 0 <= y -> fits (negated u) (x + y)).
  { intros. replace (x + y) with (y - - x) by ring. apply squares_apart; [lra | lra|].
    replace (y * y - - x * - x) with (- (x * x - y * y)) by ring. apply fits_negated, H. }
  destruct s, t; simpl in *; try discriminate; try (apply P; lra); apply N; lra.
Qed.

Lemma sign_of_value : forall m Qs p s rest l, signed m rest -> rooted Qs rest l ->
  sign_of m Qs p = Some s -> fits s (value l p).
Proof.
  intros m Qs. induction Qs as [|Q Qs IH]; intros p s rest l H R C.
  - rewrite (rooted_nil rest l R). apply (coefficients_value m p rest s H C).
  - destruct (rooted_cons Q Qs rest l R) as [x [l' [-> [P [E R']]]]].
    assert (ET := value_lift Qs rest l' Q R'). rewrite <- E in ET.
    rewrite (value_split (lift (length Qs) Q) p x l' (eq_sym ET)).
    cbn [sign_of] in C. cbv zeta in C. destruct (split _ p) as [a b]. cbn [fst snd].
    set (T := lift (length Qs) Q) in *.
    assert (sub : forall q t, sign_of m Qs q = Some t -> fits t (value l' q))
      by (intros; apply (IH _ _ rest); assumption).
    destruct (same b (constant 0)) eqn:B.
    { rewrite (value_same l' _ _ B). unfold value at 2. simpl Pphi. rewrite Rmult_0_l, Rplus_0_r.
      apply sub, C. }
    destruct (sign_of m Qs a) as [of_a|] eqn:Sa; [|discriminate].
    destruct (sign_of m Qs b) as [of_b|] eqn:Sb; [|discriminate].
    destruct (sign_of m Qs T) as [of_T|] eqn:ST; [|discriminate].
    assert (Term : fits (sign_times of_b of_T) (value l' b * x)).
    { apply fits_times; [exact P | apply sub, Sb | rewrite <- ET; apply sub, ST]. }
    destruct (sign_plus of_a (sign_times of_b of_T)) as [t|] eqn:Sum.
    { injection C as <-. apply (fits_plus _ _ _ _ _ Sum); [apply sub, Sa | exact Term]. }
    destruct (sign_of m Qs (plus _ _)) as [t|] eqn:Gap; [|discriminate]. injection C as <-.
    apply (different_signs _ _ _ _ _ Sum); [apply sub, Sa | exact Term|].
    apply sub in Gap. rewrite value_plus, value_opposite, !value_times, ET in Gap.
    replace (value l' a * value l' a - value l' b * x * (value l' b * x))
      with (value l' a * value l' a + - (value l' b * value l' b * (x * x))) by ring. exact Gap.
Qed.

(** ** Sizes *)

(** One of a list, or any integer from some N on. *)
Record range := Range { singles : list Z; from : option Z }.

Definition in_range (g : range) (x : R) : Prop :=
  (exists z, In z (singles g) /\ x = IZR z) \/
  (exists N z, from g = Some N /\ (N <= z)%Z /\ x = IZR z).

Lemma in_range_from : forall N n, (N <= n)%nat -> in_range (Range [] (Some (Z.of_nat N))) (INR n).
Proof.
  intros N n L. right. exists (Z.of_nat N), (Z.of_nat n).
  repeat split; [lia | apply INR_IZR_INZ].
Qed.

Lemma in_range_some : forall ns N n, In n ns \/ (N <= n)%nat ->
  in_range (Range (map Z.of_nat ns) (Some (Z.of_nat N))) (INR n).
Proof.
  intros ns N n [I|L]; [left | right].
  - exists (Z.of_nat n). split; [apply in_map; exact I | apply INR_IZR_INZ].
  - exists (Z.of_nat N), (Z.of_nat n). repeat split; [lia | apply INR_IZR_INZ].
Qed.

(** A polynomial in which the variables are replaced. *)
Fixpoint compose (p : poly) (by_places : list poly) : poly :=
  match p with
  | Pc c => p
  | Pinj j q => compose q (jump j by_places)
  | PX p i q =>
    plus (times (compose p by_places) (power (hd (constant 0) by_places) i))
      (compose q (tl by_places))
  end.

Lemma map_tl : forall (A B : Type) (f : A -> B) l, map f (tl l) = tl (map f l).
Proof. intros A B f [|x l]; reflexivity. Qed.

Lemma map_jump : forall (A B : Type) (f : A -> B) j l, map f (jump j l) = jump j (map f l).
Proof.
  intros A B f j. induction j as [|j IH] using Pos.peano_ind; intros l; [apply map_tl|].
  rewrite !jump_succ, <- IH. apply map_tl.
Qed.

Lemma value_compose : forall l p qs, value l (compose p qs) = value (map (value l) qs) p.
Proof.
  intros l p. induction p as [c|j q IH|p IHp i q IHq]; intros qs; simpl compose.
  - reflexivity.
  - rewrite IH, map_jump. reflexivity.
  - rewrite value_plus, value_times, value_power, IHp, IHq, map_tl.
    change (value ?l (PX p i q)) with (value l p * pow_pos Rmult (hd 0 l) i + value (tl l) q).
    destruct qs; reflexivity.
Qed.

(** [n] variables that stay what they are, and the last ones. *)
Fixpoint places (n : nat) (last : list poly) : list poly :=
  match n with O => last | S m => place 1 :: map (after 1) (places m last) end.

Lemma value_places : forall ws ts last,
  map (value (ws ++ ts)) (places (length ws) last) = ws ++ map (value ts) last.
Proof.
  intros ws ts last. induction ws as [|w ws IH]; [reflexivity|].
  simpl app. simpl length. cbn [places map]. f_equal.
  - rewrite value_place. reflexivity.
  - rewrite map_map, <- IH. apply map_ext. intros q. rewrite value_after. reflexivity.
Qed.

(** What is known of the variables: the squares of the roots are polynomials in the symbols, which are
    positive, and the sizes, which are integers of given ranges. *)
Record setting := Setting { symbols : nat; sizes : list range; squares : list poly }.

Definition holds (c : setting) (l : list R) : Prop :=
  exists ys zs, length ys = symbols c /\ Forall (Rlt 0) ys /\ Forall2 in_range (sizes c) zs /\
    rooted (squares c) (ys ++ zs) l.

Lemma signed_symbols : forall ys ts, Forall (Rlt 0) ys -> Forall (Rle 0) ts ->
  signed (length ys) (ys ++ ts).
Proof.
  induction ys as [|y ys IH]; intros ts P T; simpl; [auto|]. inversion P; subst. auto.
Qed.

(** The sign where the sizes are [qs], of which each is a number or some t ≥ 0 and a number. *)
Definition sign_at (c : setting) (p : poly) (qs : list poly) : option sign :=
  let (m, k) := (symbols c, length (squares c)) in
  sign_of m (map (fun Q => compose Q (places m qs)) (squares c)) (compose p (places (k + m) qs)).

Lemma sign_at_value : forall c p qs s ys zs l ts, length ys = symbols c -> Forall (Rlt 0) ys ->
  rooted (squares c) (ys ++ zs) l -> Forall (Rle 0) ts -> map (value ts) qs = zs ->
  sign_at c p qs = Some s -> fits s (value l p).
Proof.
  intros c p qs s ys zs l ts M P [ss [-> F]] T E C. unfold sign_at in C.
  assert (L : length (squares c) = length ss) by (clear - F; induction F; simpl; congruence).
  assert (H := value_places (ss ++ ys) ts qs).
  rewrite app_length, <- !app_assoc, E in H. rewrite L, <- M in C.
  rewrite <- H, <- value_compose.
  apply (sign_of_value _ _ _ _ (ys ++ ts) (ss ++ ys ++ ts) (signed_symbols ys ts P T)) in C;
    [exact C|].
  exists ss. split; [reflexivity|]. clear - F E.
  induction F as [|x' Q ss Qs [N EQ] F IH]; constructor; [|exact IH]. split; [exact N|].
  rewrite value_compose, value_places, E. exact EQ.
Qed.

(** What is known when one of two holds. *)
Definition either (s t : sign) : option sign :=
  match s, t with
  | Negative, Negative | Zero, Zero | Positive, Positive => Some s
  | _, _ =>
    if at_least_zero s &&& at_least_zero t then Some Nonnegative
    else if at_least_zero (negated s) &&& at_least_zero (negated t) then Some Nonpositive
    else None
  end.

(** What is known when one of a list holds. *)
Fixpoint any_of (signs : list (option sign)) : option sign :=
  match signs with
  | [] => None
  | [s] => s
  | s :: signs =>
    match s, any_of signs with
    | Some s, Some t => either s t
    | _, _ => None
    end
  end.

Lemma any_of_fits : forall x signs s, any_of signs = Some s -> forall t, In t signs ->
  exists u, t = Some u /\ (fits u x -> fits s x).
Proof.
  intros x signs. induction signs as [|o signs IH]; intros s E t I; [discriminate|].
  destruct signs as [|o' signs].
  { simpl in *. destruct I as [<-|[]]. exists s. auto. }
  change (match o, any_of (o' :: signs) with Some s, Some t => either s t | _, _ => None end
    = Some s) in E.
  destruct o as [u|]; [|discriminate].
  destruct (any_of (o' :: signs)) as [v|] eqn:A; [|discriminate].
  assert (K : (fits u x -> fits s x) /\ (fits v x -> fits s x)).
  { destruct u, v; simpl in E; try discriminate; injection E as <-; simpl; split; intros; lra. }
  destruct I as [<-|I].
  - exists u. split; [reflexivity | apply K].
  - destruct (IH v eq_refl t I) as [w [W F]]. exists w.
    split; [exact W | intros; apply K, F; assumption].
Qed.

(** A range in pieces: from N + k on at once, and those before one by one. The [i]-th t is the distance
    from N + k. *)
Definition pieces (i : positive) (k : nat) (g : range) : list poly :=
  match from g with
  | None => []
  | Some N => plus (place i) (constant (N + Z.of_nat k))
    :: map (fun j => constant (N + Z.of_nat j)) (seq 0 k)
  end ++ map constant (singles g).

(** Where all are from N + k on. *)
Fixpoint top (i : positive) (k : nat) (gs : list range) : list poly :=
  match gs with
  | [] => []
  | g :: gs => hd (constant 0) (pieces i k g) :: top (Pos.succ i) k gs
  end.

(** All of several ranges, by a piece of each: there are many, but [top] comes first. *)
Fixpoint boxes (i : positive) (k : nat) (gs : list range) : list (list poly) :=
  match gs with
  | [] => [[]]
  | g :: gs => flat_map (fun q => map (cons q) (boxes (Pos.succ i) k gs)) (pieces i k g)
  end.

Lemma boxes_top : forall gs i k b rest, boxes i k gs = b :: rest -> b = top i k gs.
Proof.
  induction gs as [|g gs IH]; intros i k b rest E; cbn [boxes top] in *.
  - injection E as <- _. reflexivity.
  - destruct (pieces i k g) as [|q qs]; [discriminate|]. simpl in E.
    destruct (boxes (Pos.succ i) k gs) as [|b' rest'] eqn:B.
    + exfalso. clear - E. induction qs; simpl in E; [discriminate | auto].
    + injection E as <- _. rewrite (IH _ _ _ _ B). reflexivity.
Qed.

Lemma in_pieces : forall i k g z, in_range g z -> exists q t, In q (pieces i k g) /\ 0 <= t /\
  forall ts, BinList.nth 0 i ts = t -> value ts q = z.
Proof.
  intros i k g z [[n [I ->]]|[N [n [E [L ->]]]]]; unfold pieces.
  - exists (constant n), 0. split; [|split; [lra|reflexivity]].
    apply in_or_app. right. apply in_map. exact I.
  - rewrite E. destruct (Z_lt_le_dec n (N + Z.of_nat k)) as [Low|High].
    + exists (constant n), 0. split; [|split; [lra|reflexivity]].
      apply in_or_app. left. right. apply in_map_iff. exists (Z.to_nat (n - N)). split.
      * f_equal. lia.
      * apply in_seq. lia.
    + exists (plus (place i) (constant (N + Z.of_nat k))), (IZR n - IZR (N + Z.of_nat k)).
      split; [left; reflexivity|]. split; [apply IZR_le in High; lra|].
      intros ts T. rewrite value_plus, value_place, T. unfold value. simpl. lra.
Qed.

Lemma nth_succ : forall i (t : R) ts, BinList.nth 0 (Pos.succ i) (t :: ts) = BinList.nth 0 i ts.
Proof.
  intros i t ts. change ts with (tl (t :: ts)) at 2. change (t :: ts) with (tl (0 :: t :: ts)) at 1.
  rewrite !nth_jump, jump_succ. change (jump 1 ?l) with (tl l). rewrite jump_tl. reflexivity.
Qed.

Lemma nth_of_nat : forall j (ts : list R), BinList.nth 0 (Pos.of_nat (S j)) ts = List.nth j ts 0.
Proof.
  induction j; intros [|t ts]; [reflexivity | reflexivity | |].
  - change (@nil R) with (tl (@nil R)) at 1. rewrite nth_jump.
    generalize (Pos.of_nat (S (S j))). intros i.
    replace (jump i (@nil R)) with (@nil R); [destruct j; reflexivity|].
    induction i; simpl; rewrite <- ?IHi; reflexivity.
  - replace (Pos.of_nat (S (S j))) with (Pos.succ (Pos.of_nat (S j))) by lia.
    rewrite nth_succ. apply IHj.
Qed.

Lemma in_boxes : forall gs zs, Forall2 in_range gs zs -> forall i k, exists qs ts,
  In qs (boxes i k gs) /\ Forall (Rle 0) ts /\
  forall us, (forall j, (j < length ts)%nat ->
      BinList.nth 0 (Pos.of_nat (Pos.to_nat i + j)) us = List.nth j ts 0) ->
    map (value us) qs = zs.
Proof.
  intros gs zs F. induction F as [|g z gs zs G F IH]; intros i k.
  - exists [], []. repeat split; auto. left. reflexivity.
  - destruct (in_pieces i k g z G) as [q [t [Q [T V]]]].
    destruct (IH (Pos.succ i) k) as [qs [ts [I [P W]]]].
    exists (q :: qs), (t :: ts). split; [|split; [constructor; assumption|]].
    + cbn [boxes]. apply in_flat_map. exists q. split; [exact Q|]. apply in_map. exact I.
    + intros us U. cbn [map]. f_equal.
      * apply V. replace i with (Pos.of_nat (Pos.to_nat i + 0)) by lia. apply (U 0%nat). simpl. lia.
      * apply W. intros j J. replace (Pos.to_nat (Pos.succ i) + j)%nat
          with (Pos.to_nat i + S j)%nat by lia. apply (U (S j)). simpl. lia.
Qed.

(** All sizes together: those below N + k one by one, the others at once, for a k of a list. *)
Fixpoint sign_in (c : setting) (p : poly) (steps : list nat) : option sign :=
  match steps with
  | [] => None
  | k :: steps =>
    match sign_at c p (top 1 k (sizes c)) with
    | None => sign_in c p steps
    | Some s =>
      match any_of (Some s :: map (sign_at c p) (tl (boxes 1 k (sizes c)))) with
      | Some s => Some s
      | None => sign_in c p steps
      end
    end
  end.

Lemma sign_in_value : forall c l p steps s, holds c l -> sign_in c p steps = Some s ->
  fits s (value l p).
Proof.
  intros c l p steps s [ys [zs [M [P [G H]]]]]. induction steps as [|k steps IH]; intros C;
    [discriminate|].
  cbn [sign_in] in C. destruct (in_boxes _ _ G 1%positive k) as [qs [ts [I [T V]]]].
  destruct (sign_at c p (top 1 k (sizes c))) as [b|] eqn:B; [|apply IH, C].
  destruct (any_of _) as [s'|] eqn:O in C; [|apply IH, C]. injection C as ->.
  assert (A := any_of_fits (value l p) _ s O). rewrite <- B in A.
  destruct (A (sign_at c p qs)) as [u [U F]].
  { destruct (boxes 1 k (sizes c)) as [|q rest] eqn:E; [destruct I|].
    apply boxes_top in E. destruct I as [I|I].
    - left. congruence.
    - right. apply in_map. exact I. }
  apply F. apply (sign_at_value c p qs u ys zs l ts M P H T); [|exact U].
  apply V. intros j J. apply nth_of_nat.
Qed.

(** As far as the kernel goes; with several sizes there are soon too many boxes. *)
Definition steps : list nat := [0; 1; 2; 4; 8; 16; 32; 64; 128; 256; 512]%nat.

(** The sign everywhere. *)
Definition sign_everywhere (c : setting) (p : poly) : option sign :=
  sign_in c p (match sizes c with [] | [_] => steps | _ => firstn 6 steps end).

Theorem sign_everywhere_value : forall c l p s, holds c l -> sign_everywhere c p = Some s ->
  fits s (value l p).
Proof. intros c l p s. apply sign_in_value. Qed.

Definition nonzero_everywhere (c : setting) (p : poly) : bool :=
  match sign_everywhere c p with Some Positive | Some Negative => true | _ => false end.

Lemma nonzero_value : forall c l p, holds c l -> nonzero_everywhere c p = true -> value l p <> 0.
Proof.
  intros c l p H C. unfold nonzero_everywhere in C.
  destruct (sign_everywhere c p) as [s|] eqn:S; [|discriminate].
  apply (sign_everywhere_value c l p s H) in S. destruct s; simpl in S; discriminate || lra.
Qed.

(** ** Expressions *)

Inductive expression :=
  | Number (z : Z)
  | Place (i : positive)
  | Plus (e f : expression)
  | Minus (e f : expression)
  | Times (e f : expression)
  | Opposite (e : expression)
  | Over (e f : expression)
  | Inverse (e : expression)
  | Power (e : expression) (n : nat).

Fixpoint meaning (l : list R) (e : expression) : R :=
  match e with
  | Number z => IZR z
  | Place i => BinList.nth 0 i l
  | Plus e f => meaning l e + meaning l f
  | Minus e f => meaning l e - meaning l f
  | Times e f => meaning l e * meaning l f
  | Opposite e => - meaning l e
  | Over e f => meaning l e / meaning l f
  | Inverse e => / meaning l e
  | Power e n => meaning l e ^ n
  end.

(** A polynomial over a product of others, and all by which is divided on the way. *)
Record fraction := Fraction
  { numerator : poly; denominators : list poly; divisors : list poly }.

Definition times_all (ps : list poly) (p : poly) : poly := fold_right times p ps.

(** The product of the values. *)
Definition value_all (l : list R) (ps : list poly) : R :=
  fold_right (fun p x => value l p * x) 1 ps.

Lemma value_times_all : forall l ps p, value l (times_all ps p) = value_all l ps * value l p.
Proof.
  intros l ps p. induction ps; simpl; [ring|]. rewrite value_times, IHps. ring.
Qed.

Lemma value_all_app : forall l ps qs, value_all l (ps ++ qs) = value_all l ps * value_all l qs.
Proof. intros l ps qs. induction ps; simpl; [ring|]. rewrite IHps. ring. Qed.

Lemma value_all_nonzero : forall l ps, Forall (fun p => value l p <> 0) ps -> value_all l ps <> 0.
Proof.
  intros l ps F. induction F; simpl; [lra|]. apply Rmult_integral_contrapositive_currified; auto.
Qed.

(** The list without one that is [p]. *)
Fixpoint without (p : poly) (qs : list poly) : option (list poly) :=
  match qs with
  | [] => None
  | q :: qs =>
    if same p q then Some qs
    else match without p qs with Some rest => Some (q :: rest) | None => None end
  end.

Lemma value_without : forall l p qs rest, without p qs = Some rest ->
  value_all l qs = value l p * value_all l rest.
Proof.
  intros l p qs. induction qs as [|q qs IH]; intros rest E; simpl in E; [discriminate|].
  destruct (same p q) eqn:D.
  - injection E as <-. simpl. rewrite (value_same l p q D). reflexivity.
  - destruct (without p qs); [|discriminate]. injection E as <-. simpl. rewrite (IH l0 eq_refl).
    ring.
Qed.

(** What two lists have in common, and what each of them has beside it. *)
Fixpoint common (ps qs : list poly) : list poly * list poly * list poly :=
  match ps with
  | [] => ([], [], qs)
  | p :: ps =>
    match without p qs with
    | Some rest => let '(both, a, b) := common ps rest in (p :: both, a, b)
    | None => let '(both, a, b) := common ps qs in (both, p :: a, b)
    end
  end.

Lemma value_common : forall l ps qs both a b, common ps qs = (both, a, b) ->
  value_all l ps = value_all l both * value_all l a /\
  value_all l qs = value_all l both * value_all l b.
Proof.
  intros l ps. induction ps as [|p ps IH]; intros qs both a b E; simpl in E.
  - injection E as <- <- <-. simpl. lra.
  - destruct (without p qs) as [rest|] eqn:W.
    + destruct (common ps rest) as [[both' a'] b'] eqn:C. injection E as <- <- <-.
      destruct (IH _ _ _ _ C) as [A B]. rewrite (value_without l p qs rest W), B. simpl.
      rewrite A. lra.
    + destruct (common ps qs) as [[both' a'] b'] eqn:C. injection E as <- <- <-.
      destruct (IH _ _ _ _ C) as [A B]. simpl. rewrite A, B. lra.
Qed.

(** Both lists, each member once. *)
Definition join (ps qs : list poly) : list poly :=
  fold_right (fun p all => if existsb (same p) all then all else p :: all) qs ps.

Lemma join_nonzero : forall l ps qs, Forall (fun p => value l p <> 0) (join ps qs) ->
  Forall (fun p => value l p <> 0) ps /\ Forall (fun p => value l p <> 0) qs.
Proof.
  intros l ps qs. induction ps as [|p ps IH]; intros F; [auto|]. simpl in F.
  destruct (existsb (same p) (join ps qs)) eqn:E.
  - split; [constructor|]; try apply (IH F). apply existsb_exists in E. destruct E as [q [I D]].
    rewrite (value_same l p q D). rewrite Forall_forall in F. apply F, I.
  - inversion F; subst. split; [constructor|]; try apply IH; assumption.
Qed.

Definition is_zero (p : poly) : bool := same p (constant 0).

Lemma is_zero_value : forall l p, is_zero p = true -> value l p = 0.
Proof. intros l p E. rewrite (value_same l _ _ E). reflexivity. Qed.

Section Normal.
(** How a product is reduced. *)
Variable simplify : poly -> poly.

Definition fraction_plus (f g : fraction) : fraction :=
  let all := join (divisors f) (divisors g) in
  if is_zero (numerator f) then Fraction (numerator g) (denominators g) all
  else if is_zero (numerator g) then Fraction (numerator f) (denominators f) all
  else
    let '(both, a, b) := common (denominators f) (denominators g) in
    Fraction (simplify (plus (times_all b (numerator f)) (times_all a (numerator g))))
      (both ++ a ++ b) all.

Definition fraction_times (f g : fraction) : fraction :=
  Fraction (simplify (times (numerator f) (numerator g))) (denominators f ++ denominators g)
    (join (divisors f) (divisors g)).

Definition fraction_opposite (f : fraction) : fraction :=
  Fraction (opposite (numerator f)) (denominators f) (divisors f).

Definition fraction_over (f g : fraction) : fraction :=
  let '(_, a, b) := common (denominators f) (denominators g) in
  Fraction (simplify (times_all b (numerator f))) (numerator g :: a)
    (join [numerator g] (join (divisors f) (divisors g))).

Definition whole (p : poly) : fraction := Fraction p [] [].

Definition plain (f : fraction) : fraction * (fraction -> fraction) :=
  (f, fun x => fraction_over x f).

(** An expression as a fraction, and how to divide by it: by a product factor by factor, so that
    common factors of denominators are seen. *)
Fixpoint normal_both (e : expression) : fraction * (fraction -> fraction) :=
  match e with
  | Number z => plain (whole (constant z))
  | Place i => plain (whole (place i))
  | Plus e f => plain (fraction_plus (fst (normal_both e)) (fst (normal_both f)))
  | Minus e f =>
    plain (fraction_plus (fst (normal_both e)) (fraction_opposite (fst (normal_both f))))
  | Times e f =>
    let (n, over_n) := normal_both e in
    let (m, over_m) := normal_both f in
    (fraction_times n m, fun x => over_m (over_n x))
  | Opposite e => plain (fraction_opposite (fst (normal_both e)))
  | Over e f => plain (snd (normal_both f) (fst (normal_both e)))
  | Inverse e => plain (snd (normal_both e) (whole (constant 1)))
  | Power e n =>
    let (m, over_m) := normal_both e in
    (nat_rect _ (whole (constant 1)) (fun _ => fraction_times m) n,
      fun x => nat_rect _ x (fun _ => over_m) n)
  end.

Definition normal (e : expression) : fraction := fst (normal_both e).

Variable l : list R.
Hypothesis simplified : forall p, value l (simplify p) = value l p.

Definition nonzero_divisors (f : fraction) : Prop := Forall (fun p => value l p <> 0) (divisors f).

Definition stands_for (f : fraction) (x : R) : Prop :=
  nonzero_divisors f ->
  value_all l (denominators f) <> 0 /\ x = value l (numerator f) / value_all l (denominators f).

Lemma stands_for_whole : forall p, stands_for (whole p) (value l p).
Proof. intros p _. simpl. split; [lra | field]. Qed.

Lemma stands_for_plus : forall f g x y, stands_for f x -> stands_for g y ->
  stands_for (fraction_plus f g) (x + y).
Proof.
  intros f g x y F G N.
  assert (J : nonzero_divisors f /\ nonzero_divisors g).
  { apply join_nonzero. revert N. unfold nonzero_divisors, fraction_plus.
    destruct (is_zero (numerator f)), (is_zero (numerator g)),
      (common (denominators f) (denominators g)) as [[? ?] ?]; auto. }
  clear N. destruct J as [Jf Jg]. destruct (F Jf) as [Df ->], (G Jg) as [Dg ->].
  unfold fraction_plus.
  destruct (is_zero (numerator f)) eqn:Zf.
  { simpl. rewrite (is_zero_value l _ Zf). split; [exact Dg | field; auto]. }
  destruct (is_zero (numerator g)) eqn:Zg.
  { simpl. rewrite (is_zero_value l _ Zg). split; [exact Df | field; auto]. }
  destruct (common (denominators f) (denominators g)) as [[both a] b] eqn:C.
  destruct (value_common l _ _ _ _ _ C) as [Ef Eg]. simpl.
  rewrite simplified, value_plus, !value_times_all, !value_all_app.
  rewrite Ef in *. rewrite Eg in *.
  assert (value_all l both <> 0) by (intros Z; apply Df; rewrite Z; ring).
  assert (value_all l a <> 0) by (intros Z; apply Df; rewrite Z; ring).
  assert (value_all l b <> 0) by (intros Z; apply Dg; rewrite Z; ring).
  split; [|field; auto]. repeat apply Rmult_integral_contrapositive_currified; assumption.
Qed.

Lemma stands_for_times : forall f g x y, stands_for f x -> stands_for g y ->
  stands_for (fraction_times f g) (x * y).
Proof.
  intros f g x y F G N. apply join_nonzero in N. destruct N as [Nf Ng].
  destruct (F Nf) as [Df ->], (G Ng) as [Dg ->]. simpl.
  rewrite simplified, value_times, value_all_app.
  split; [|field; auto]. apply Rmult_integral_contrapositive_currified; assumption.
Qed.

Lemma stands_for_opposite : forall f x, stands_for f x -> stands_for (fraction_opposite f) (- x).
Proof.
  intros f x F N. destruct (F N) as [D ->]. simpl. rewrite value_opposite.
  split; [exact D | field; exact D].
Qed.

Lemma stands_for_over : forall f g x y, stands_for f x -> stands_for g y ->
  stands_for (fraction_over f g) (x / y).
Proof.
  intros f g x y F G N. unfold fraction_over in *.
  destruct (common (denominators f) (denominators g)) as [[both a] b] eqn:C.
  apply join_nonzero in N. destruct N as [Ny N]. apply join_nonzero in N. destruct N as [Nf Ng].
  inversion Ny as [|? ? Y _]; subst.
  destruct (value_common l _ _ _ _ _ C) as [Ef Eg].
  destruct (F Nf) as [Df ->], (G Ng) as [Dg ->]. simpl. rewrite simplified, value_times_all.
  rewrite Ef in *. rewrite Eg in *.
  assert (value_all l both <> 0) by (intros Z; apply Df; rewrite Z; ring).
  assert (value_all l a <> 0) by (intros Z; apply Df; rewrite Z; ring).
  assert (value_all l b <> 0) by (intros Z; apply Dg; rewrite Z; ring).
  split; [|field; auto]. apply Rmult_integral_contrapositive_currified; assumption.
Qed.

Lemma stands_for_both : forall e, stands_for (fst (normal_both e)) (meaning l e) /\
  forall f x, stands_for f x -> stands_for (snd (normal_both e) f) (x / meaning l e).
Proof.
  assert (P : forall f x, stands_for f x -> stands_for (fst (plain f)) x /\
    forall g y, stands_for g y -> stands_for (snd (plain f) g) (y / x)).
  { intros f x F. split; [exact F|]. intros g y G. apply stands_for_over; assumption. }
  induction e as [z|i|e [E _] f [F _]|e [E _] f [F _]|e [E E'] f [F F']|e [E _]|e [E _] f [_ F']
    |e [_ E']|e [E E'] n]; cbn [normal_both meaning]; try apply P.
  - apply (stands_for_whole (constant z)).
  - rewrite <- value_place. apply stands_for_whole.
  - apply stands_for_plus; assumption.
  - apply stands_for_plus; [assumption | apply stands_for_opposite; assumption].
  - destruct (normal_both e), (normal_both f). cbn [fst snd] in *. split.
    + apply stands_for_times; assumption.
    + intros g y G. replace (y / (meaning l e * meaning l f)) with (y / meaning l e / meaning l f)
        by (unfold Rdiv; rewrite Rinv_mult; ring). auto.
  - apply stands_for_opposite. assumption.
  - apply F', E.
  - replace (/ meaning l e) with (value l (constant 1) / meaning l e)
      by (unfold value, Rdiv; simpl; ring).
    apply E', stands_for_whole.
  - destruct (normal_both e). cbn [fst snd] in *. split.
    + induction n; simpl; [apply (stands_for_whole (constant 1)) | apply stands_for_times; auto].
    + intros g y G. induction n; simpl.
      * replace (y / 1) with y by field. exact G.
      * replace (y / (meaning l e * meaning l e ^ n)) with (y / meaning l e ^ n / meaning l e)
          by (unfold Rdiv; rewrite Rinv_mult; ring). auto.
Qed.

Lemma stands_for_normal : forall e, stands_for (normal e) (meaning l e).
Proof. intros e. apply stands_for_both. Qed.

End Normal.

(** ** Decisions *)

Definition normal_in (c : setting) : expression -> fraction := normal (reduce (squares c)).

Definition nonzero_all (c : setting) : list poly -> bool := forallb (nonzero_everywhere c).

Lemma normal_in_value : forall c l e, holds c l ->
  nonzero_all c (divisors (normal_in c e)) = true ->
  value_all l (denominators (normal_in c e)) <> 0 /\
  meaning l e = value l (numerator (normal_in c e)) / value_all l (denominators (normal_in c e)).
Proof.
  intros c l e H N. apply (stands_for_normal (reduce (squares c)) l).
  - destruct H as [ys [zs [_ [_ [_ R]]]]]. intros p. apply (value_reduce _ _ _ _ R).
  - apply Forall_forall. intros p I. apply (nonzero_value c l p H).
    unfold nonzero_all in N. rewrite forallb_forall in N. apply N, I.
Qed.

Definition equal_check (c : setting) (e f : expression) : bool :=
  let d := normal_in c (Minus e f) in
  is_zero (numerator d) &&& nonzero_all c (divisors d).

Theorem equal_by : forall c l, holds c l -> forall e f, equal_check c e f = true ->
  meaning l e = meaning l f.
Proof.
  intros c l H e f C. apply lazy_and in C. destruct C as [Z N].
  destruct (normal_in_value c l (Minus e f) H N) as [D E]. simpl meaning in E.
  rewrite (is_zero_value l _ Z) in E. unfold Rdiv in E. rewrite Rmult_0_l in E. lra.
Qed.

(** The numerator where the denominator is made positive. *)
Fixpoint turned (c : setting) (ds : list poly) (p : poly) : option poly :=
  match ds with
  | [] => Some p
  | d :: ds =>
    match sign_everywhere c d with
    | Some Positive => turned c ds p
    | Some Negative => turned c ds (opposite p)
    | _ => None
    end
  end.

(** 0 < x or 0 ≤ x. *)
Definition has_sign (strict : bool) (x : R) : Prop := if strict then 0 < x else 0 <= x.

Lemma has_sign_times : forall strict x y, 0 < y -> has_sign strict x -> has_sign strict (x * y).
Proof.
  intros [|] x y Y X; simpl in *; [apply Rmult_lt_0_compat | apply Rmult_le_pos]; lra.
Qed.

Lemma turned_value : forall c l, holds c l -> forall ds p q strict, turned c ds p = Some q ->
  has_sign strict (value l q) -> has_sign strict (value l p / value_all l ds).
Proof.
  intros c l H ds. induction ds as [|d ds IH]; intros p q strict E G; simpl in *.
  - injection E as <-. replace (value l p / 1) with (value l p) by field. exact G.
  - destruct (sign_everywhere c d) as [s|] eqn:D; [|discriminate].
    apply (sign_everywhere_value c l _ s H) in D.
    destruct s; try discriminate; simpl in D; specialize (IH _ _ strict E G).
    + rewrite value_opposite in IH. replace (value l p / (value l d * value_all l ds))
        with (- value l p / value_all l ds * / - value l d)
        by (unfold Rdiv; rewrite Rinv_mult, Rinv_opp; ring).
      apply has_sign_times; [apply Rinv_0_lt_compat; lra | exact IH].
    + replace (value l p / (value l d * value_all l ds))
        with (value l p / value_all l ds * / value l d) by (unfold Rdiv; rewrite Rinv_mult; ring).
      apply has_sign_times; [apply Rinv_0_lt_compat, D | exact IH].
Qed.

(** e < f, or e ≤ f. *)
Definition sign_check (c : setting) (strict : bool) (e f : expression) : bool :=
  let d := normal_in c (Minus f e) in
  nonzero_all c (divisors d)
  &&& match turned c (denominators d) (numerator d) with
      | Some p =>
        match sign_everywhere c p with
        | Some Positive => true
        | Some (Nonnegative | Zero) => negb strict
        | _ => false
        end
      | None => false
      end.

Lemma sign_by : forall c l, holds c l -> forall strict e f, sign_check c strict e f = true ->
  has_sign strict (meaning l f - meaning l e).
Proof.
  intros c l H strict e f C. apply lazy_and in C. destruct C as [N C].
  destruct (normal_in_value c l (Minus f e) H N) as [_ E]. simpl meaning in E. rewrite E.
  destruct (turned c _ _) as [p|] eqn:T; [|discriminate].
  apply (turned_value c l H _ _ p strict T).
  destruct (sign_everywhere c p) as [s|] eqn:S; [|discriminate].
  apply (sign_everywhere_value c l p s H) in S.
  destruct s, strict; simpl in *; discriminate || lra.
Qed.

Theorem less_by : forall c l, holds c l -> forall e f, sign_check c true e f = true ->
  meaning l e < meaning l f.
Proof. intros c l H e f C. apply (sign_by c l H) in C. simpl in C. lra. Qed.

Theorem at_most_by : forall c l, holds c l -> forall e f, sign_check c false e f = true ->
  meaning l e <= meaning l f.
Proof. intros c l H e f C. apply (sign_by c l H) in C. simpl in C. lra. Qed.

Theorem differ_by : forall c l, holds c l -> forall e f,
  sign_check c true e f ||| sign_check c true f e = true -> meaning l e <> meaning l f.
Proof.
  intros c l H e f C. apply lazy_or in C. destruct C as [C|C]; apply (sign_by c l H) in C;
    simpl in C; lra.
Qed.

(** A polynomial as it is written. *)
Definition polynomial (e : expression) : poly := numerator (normal (fun p => p) e).

Definition is_whole (e : expression) : bool :=
  let f := normal (fun p => p) e in
  match denominators f, divisors f with [], [] => true | _, _ => false end.

Lemma polynomial_value : forall l e, is_whole e = true -> value l (polynomial e) = meaning l e.
Proof.
  intros l e W. destruct (stands_for_normal (fun p => p) l (fun p => eq_refl) e) as [_ ->].
  - unfold is_whole, nonzero_divisors in *. destruct (denominators _), (divisors _); auto;
      discriminate.
  - unfold is_whole, polynomial in *. destruct (denominators _); [|discriminate].
    simpl. field.
Qed.

(** ** What a file knows of its variables *)

Theorem known_by : forall c ss ys zs, length ys = symbols c -> Forall (Rlt 0) ys ->
  Forall2 in_range (sizes c) zs ->
  Forall2 (fun s Q => 0 <= s /\ s * s = value (ys ++ zs) Q) ss (squares c) ->
  holds c (ss ++ ys ++ zs).
Proof.
  intros c ss ys zs M P G F. exists ys, zs. repeat split; auto. exists ss. auto.
Qed.

Lemma root_known : forall s a l e, 0 <= s -> s * s = a -> is_whole e = true -> meaning l e = a ->
  0 <= s /\ s * s = value l (polynomial e).
Proof. intros s a l e N E W <-. rewrite polynomial_value by exact W. auto. Qed.

Lemma in_range_only : forall z, in_range (Range [z] None) (IZR z).
Proof. intros z. left. exists z. simpl. auto. Qed.
