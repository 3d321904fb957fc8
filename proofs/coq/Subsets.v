(** * Counting subsets

    Vertices are the natural numbers below [r]; a set has at most two of them.  A matrix that every
    permutation of the vertices leaves unchanged has an entry at (a, b) that depends on |a ∩ b| alone.
    This file proves, for every [r], why such matrices can be multiplied without looking at [r]:

      the sum over all m-subsets c of  x(|a ∩ c|) y(|c ∩ b|)  is  [block_product] at |a ∩ b|,

    a polynomial in [r].  Nothing is enumerated: the vertices fall into four classes (in a and b, in a
    alone, in b alone, in neither), and the sum depends on how many there are in each. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
Local Open Scope R_scope.

(** ** Sets of at most two vertices *)

Inductive subset := nothing | vertex (u : nat) | edge (u v : nat).

Definition size (a : subset) : nat :=
  match a with nothing => 0 | vertex _ => 1 | edge _ _ => 2 end.

(** [a] is a [k]-subset of the vertices 0 … r - 1; an edge names its smaller vertex first. *)
Definition inside (r k : nat) (a : subset) : Prop :=
  size a = k /\
  match a with
  | nothing => True
  | vertex u => (u < r)%nat
  | edge u v => (u < v /\ v < r)%nat
  end.

Definition member (w : nat) (a : subset) : bool :=
  match a with
  | nothing => false
  | vertex u => w =? u
  | edge u v => (w =? u) || (w =? v)
  end.

Definition bit (p : bool) : nat := if p then 1 else 0.

(** |a ∩ b|. *)
Definition meet (a b : subset) : nat :=
  match a with
  | nothing => 0
  | vertex u => bit (member u b)
  | edge u v => bit (member u b) + bit (member v b)
  end.

Ltac decide_equalities :=
  repeat match goal with
  | H : context [?u =? ?v] |- _ => destruct (Nat.eqb_spec u v); subst
  | |- context [?u =? ?v] => destruct (Nat.eqb_spec u v); subst
  end.

Lemma meet_comm : forall r k m a b, inside r k a -> inside r m b -> meet a b = meet b a.
Proof.
  intros r k m a b [_ A] [_ B].
  destruct a, b; simpl in *; decide_equalities; simpl; lia.
Qed.

Lemma meet_self : forall r k a, inside r k a -> meet a a = k.
Proof.
  intros r k a [S A]. destruct a; simpl in *; decide_equalities; simpl; lia.
Qed.

Lemma meet_at_most : forall r k m a b,
  inside r k a -> inside r m b -> (meet a b <= Nat.min k m)%nat.
Proof.
  intros r k m a b [S A] [T B].
  destruct a, b; simpl in *; subst; decide_equalities; simpl; lia.
Qed.

(** A set meets another of its size in all of its elements only if it is the same. *)
Lemma meet_full : forall r k a b, inside r k a -> inside r k b -> meet a b = k -> a = b.
Proof.
  intros r k a b [S A] [T B] M.
  destruct a, b; simpl in *; subst; try lia; try reflexivity;
    decide_equalities; simpl in *; try lia; try reflexivity.
Qed.

(** ** Sums *)

(** f 0 + … + f (n - 1). *)
Fixpoint total (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => total m f + f m end.

Lemma total_ext : forall n f g, (forall u, (u < n)%nat -> f u = g u) -> total n f = total n g.
Proof.
  induction n; intros f g E; simpl; [reflexivity|].
  rewrite (IHn f g), (E n); auto.
Qed.

Lemma total_plus : forall n f g, total n (fun u => f u + g u) = total n f + total n g.
Proof. induction n; intros; simpl; [lra | rewrite IHn; lra]. Qed.

Lemma total_scale : forall n c f, total n (fun u => c * f u) = c * total n f.
Proof. induction n; intros; simpl; [lra | rewrite IHn; lra]. Qed.

Lemma total_constant : forall n c, total n (fun _ => c) = INR n * c.
Proof. induction n; intros; [simpl; lra | rewrite S_INR; simpl; rewrite IHn; lra]. Qed.

Lemma total_zero : forall n f, (forall u, (u < n)%nat -> f u = 0) -> total n f = 0.
Proof.
  intros n f E. rewrite (total_ext n f (fun _ => 0) E), total_constant. lra.
Qed.

Lemma total_nonneg : forall n f, (forall u, (u < n)%nat -> 0 <= f u) -> 0 <= total n f.
Proof.
  induction n; intros f P; simpl; [lra|].
  assert (0 <= f n) by (apply P; lia).
  assert (0 <= total n f) by (apply IHn; intros; apply P; lia). lra.
Qed.

Lemma total_swap : forall n m f,
  total n (fun u => total m (fun v => f u v)) = total m (fun v => total n (fun u => f u v)).
Proof.
  induction n; intros; simpl.
  - symmetry. apply total_zero. auto.
  - rewrite IHn, <- total_plus. reflexivity.
Qed.

(** Sums over all pairs u < v of something symmetric: half of what all pairs give off the diagonal. *)
Lemma total_pairs : forall n h, (forall u v, h u v = h v u) ->
  total n (fun v => total v (fun u => h u v))
  = (total n (fun u => total n (fun v => h u v)) - total n (fun u => h u u)) / 2.
Proof.
  intros n h H. induction n; simpl; [lra|].
  rewrite IHn, total_plus.
  rewrite (total_ext n (fun u => h n u) (fun u => h u n)) by (intros; apply H). lra.
Qed.

(** The sum over all [k]-subsets of the vertices below [r]. *)
Definition sum_subsets (r k : nat) (f : subset -> R) : R :=
  match k with
  | 0%nat => f nothing
  | 1%nat => total r (fun u => f (vertex u))
  | _ => total r (fun v => total v (fun u => f (edge u v)))
  end.

Lemma sum_subsets_ext : forall r k f g, (k <= 2)%nat ->
  (forall a, inside r k a -> f a = g a) -> sum_subsets r k f = sum_subsets r k g.
Proof.
  intros r k f g K E. destruct k as [|[|[|k]]]; simpl; try lia.
  - apply E. split; simpl; auto.
  - apply total_ext. intros u U. apply E. split; simpl; auto.
  - apply total_ext. intros v V. apply total_ext. intros u U. apply E. split; simpl; lia.
Qed.

(** ** Classes of vertices *)

Definition real (p : bool) : R := if p then 1 else 0.

(** The sum of [h] over the elements of [a]. *)
Definition over (a : subset) (h : nat -> R) : R :=
  match a with nothing => 0 | vertex u => h u | edge u v => h u + h v end.

Lemma total_delta : forall n u h, (u < n)%nat ->
  total n (fun w => real (w =? u) * h w) = h u.
Proof.
  induction n; intros u h U; [lia|]. simpl.
  destruct (Nat.eq_dec u n) as [->|N].
  - rewrite Nat.eqb_refl. simpl. rewrite total_zero; [lra|].
    intros w W. decide_equalities; simpl; [lia|lra].
  - rewrite IHn by lia. decide_equalities; simpl; [lia|lra].
Qed.

Lemma total_member : forall r k a h, inside r k a ->
  total r (fun w => real (member w a) * h w) = over a h.
Proof.
  intros r k a h [_ A]. destruct a as [|u|u v]; simpl in *.
  - apply total_zero. intros; lra.
  - apply total_delta; auto.
  - destruct A as [A B].
    rewrite <- (total_delta r u h), <- (total_delta r v h) by lia.
    rewrite <- total_plus. apply total_ext. intros w W.
    decide_equalities; simpl; try lia; lra.
Qed.

Lemma over_constant : forall a, over a (fun _ => 1) = INR (size a).
Proof. intros [|u|u v]; simpl; lra. Qed.

Lemma over_member : forall a b, over a (fun w => real (member w b)) = INR (meet a b).
Proof.
  intros [|u|u v] b; simpl; [reflexivity| |].
  - destruct (member u b); simpl; lra.
  - destruct (member u b), (member v b); simpl; lra.
Qed.

(** n x for the small n that sizes are, written so that computing leaves no zeros to multiply. *)
Definition times (n : nat) (x : R) : R :=
  match n with O => 0 | 1%nat => x | _ => IZR (Z.of_nat n) * x end.

Lemma times_INR : forall n x, times n x = INR n * x.
Proof.
  intros [|[|n]] x; [simpl; lra | simpl; lra |].
  cbv beta iota delta [times]. rewrite <- INR_IZR_INZ. reflexivity.
Qed.

(** The sum of [g] over [r] vertices, where a [k]-set and a [p]-set meet in [i]: the arguments of [g]
    say whether the vertex is in the one and in the other. *)
Definition class_sum (r : R) (k p i : nat) (g : bool -> bool -> R) : R :=
  times i (g true true)
  + times (k - i) (g true false)
  + times (p - i) (g false true)
  + (r - IZR (Z.of_nat (k + p - i))) * g false false.

Lemma inside_small : forall r k a, inside r k a -> (k <= 2)%nat.
Proof. intros r k a [S _]. destruct a; simpl in S; lia. Qed.

Theorem total_classes : forall r k p a b g, inside r k a -> inside r p b ->
  total r (fun w => g (member w a) (member w b)) = class_sum (INR r) k p (meet a b) g.
Proof.
  intros r k p a b g A B.
  assert (K := inside_small _ _ _ A). assert (P := inside_small _ _ _ B).
  assert (I := meet_at_most _ _ _ _ _ A B).
  rewrite (total_ext r _ (fun w =>
    g false false
    + ((real (member w a) * 1) * (g true false - g false false)
    + ((real (member w b) * 1) * (g false true - g false false)
    + (real (member w a) * real (member w b))
      * (g true true - g true false - g false true + g false false))))).
  2: { intros w _. destruct (member w a), (member w b); simpl; ring. }
  rewrite total_plus, total_constant, total_plus.
  rewrite (total_ext r _ (fun w => (g true false - g false false) * (real (member w a) * 1)))
    by (intros; ring).
  rewrite total_scale, (total_member r k a (fun _ => 1) A), total_plus.
  rewrite (total_ext r _ (fun w => (g false true - g false false) * (real (member w b) * 1)))
    by (intros; ring).
  rewrite total_scale, (total_member r p b (fun _ => 1) B).
  rewrite (total_ext r _ (fun w => (g true true - g true false - g false true + g false false)
    * (real (member w a) * real (member w b)))) by (intros; ring).
  rewrite total_scale, (total_member r k a (fun w => real (member w b)) A).
  rewrite over_member, !over_constant.
  destruct A as [-> _], B as [-> _].
  unfold class_sum. rewrite !times_INR, <- INR_IZR_INZ, !minus_INR, plus_INR by lia. ring.
Qed.

(** ** Products *)

(** The number of pairs of n things, n at most 2, times x. *)
Definition pairs (n : nat) (x : R) : R := match n with O | 1%nat => 0 | _ => x end.

(** The sum of [h] over all edges, as [class_sum]: both vertices are of one class, or of two.  The
    arguments of [h] are those of the one vertex and those of the other. *)
Definition edge_sum (r : R) (k p i : nat) (h : bool -> bool -> bool -> bool -> R) : R :=
  let rest := r - IZR (Z.of_nat (k + p - i)) in
  pairs i (h true true true true)
  + pairs (k - i) (h true false true false)
  + pairs (p - i) (h false true false true)
  + times (i * (k - i)) (h true true true false)
  + times (i * (p - i)) (h true true false true)
  + times ((k - i) * (p - i)) (h true false false true)
  + rest * times i (h true true false false)
  + rest * times (k - i) (h true false false false)
  + rest * times (p - i) (h false true false false)
  + rest * (rest - 1) * h false false false false / 2.

(** An edge is an unordered pair of two vertices: half of all ordered pairs without the diagonal. *)
Lemma edge_sum_by_classes : forall r k p i h,
  (k <= 2)%nat -> (p <= 2)%nat -> (i <= k)%nat -> (i <= p)%nat ->
  (forall s t s' t', h s t s' t' = h s' t' s t) ->
  (class_sum r k p i (fun s t => class_sum r k p i (h s t))
    - class_sum r k p i (fun s t => h s t s t)) / 2 = edge_sum r k p i h.
Proof.
  intros r k p i h K P IK IP H. unfold class_sum, edge_sum.
  rewrite (H true false true true), (H false true true true), (H false false true true),
    (H false true true false), (H false false true false), (H false false false true).
  destruct k as [|[|[|k]]]; try lia; destruct p as [|[|[|p]]]; try lia;
    destruct i as [|[|[|i]]]; try lia;
    cbv [times pairs Nat.sub Nat.add Nat.mul Z.of_nat Pos.of_succ_nat Pos.succ]; field.
Qed.

(** The entry, where a [k]-set and a [p]-set meet in [i] vertices, of the product of a (k × m)-matrix
    [x] and an (m × p)-matrix [y]. *)
Definition block_product (r : R) (k m p : nat) (x y : nat -> R) (i : nat) : R :=
  match m with
  | 0%nat => x 0%nat * y 0%nat
  | 1%nat => class_sum r k p i (fun s t => x (bit s) * y (bit t))
  | _ => edge_sum r k p i (fun s t s' t' => x (bit s + bit s')%nat * y (bit t + bit t')%nat)
  end.

(** The lemma that everything uniform in r rests on. *)
Theorem counting : forall r k m p a b x y, (m <= 2)%nat -> inside r k a -> inside r p b ->
  sum_subsets r m (fun c => x (meet a c) * y (meet c b))
  = block_product (INR r) k m p x y (meet a b).
Proof.
  intros r k m p a b x y M A B.
  assert (K := inside_small _ _ _ A). assert (P := inside_small _ _ _ B).
  assert (I := meet_at_most _ _ _ _ _ A B).
  rewrite (sum_subsets_ext r m _ (fun c => x (meet c a) * y (meet c b))) by
    (auto; intros c C; rewrite (meet_comm r k m a c A C); reflexivity).
  destruct m as [|[|[|m]]]; simpl; try lia.
  - reflexivity.
  - apply (total_classes r k p a b (fun s t => x (bit s) * y (bit t)) A B).
  - set (pair s t s' t' := x (bit s + bit s')%nat * y (bit t + bit t')%nat).
    assert (S : forall s t s' t', pair s t s' t' = pair s' t' s t).
    { intros s t s' t'. unfold pair.
      rewrite (Nat.add_comm (bit s)), (Nat.add_comm (bit t)). reflexivity. }
    set (h u v := pair (member u a) (member u b) (member v a) (member v b)).
    change (total r (fun v => total v (fun u => h u v)) = edge_sum (INR r) k p (meet a b) pair).
    rewrite (total_pairs r h) by (intros; unfold h; apply S).
    rewrite <- edge_sum_by_classes by (auto; lia). unfold h. f_equal. f_equal.
    + rewrite (total_ext r _ (fun u => class_sum (INR r) k p (meet a b)
        (pair (member u a) (member u b)))).
      2: { intros u _. apply (total_classes r k p a b (pair (member u a) (member u b)) A B). }
      apply (total_classes r k p a b
        (fun s t => class_sum (INR r) k p (meet a b) (pair s t)) A B).
    + f_equal. apply (total_classes r k p a b (fun s t => pair s t s t) A B).
Qed.

(** How many [k]-subsets there are. *)
Definition subsets (r : R) (k : nat) : R :=
  match k with 0%nat => 1 | 1%nat => r | _ => r * (r - 1) / 2 end.

Lemma sum_subsets_constant : forall r k c, sum_subsets r k (fun _ => c) = subsets (INR r) k * c.
Proof.
  intros r [|[|k]] c; simpl; [lra | apply total_constant |].
  rewrite (total_pairs r (fun _ _ => c)) by reflexivity.
  rewrite !total_constant. lra.
Qed.

(** The trace of a (k × k)-matrix. *)
Theorem counting_trace : forall r k x, (k <= 2)%nat ->
  sum_subsets r k (fun a => x (meet a a)) = subsets (INR r) k * x k.
Proof.
  intros r k x K. rewrite <- sum_subsets_constant.
  apply sum_subsets_ext; auto. intros a A. rewrite (meet_self r k a A). reflexivity.
Qed.
