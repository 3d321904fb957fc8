(** * Counting tuples of subsets of several sets

    Subsets.v has sets of at most two of r vertices, by the closed formulas that the proofs about
    triangular graphs are made of.  Here a subset may have any size, and there may be several base sets,
    with [ns] elements: a tuple has a subset of each of them, of the sizes [ks], perhaps the empty one.
    Proved is for all [ns], without looking at them:

      the sum over all tuples c of the sizes ms of  x(|a ∩ c|) y(|c ∩ b|)  is  [block_product] at |a ∩ b|,

    where |a ∩ b| lists the sizes of the intersections in every base set.  It is a polynomial in the
    numbers of elements.  Nothing is enumerated: the elements of a base set fall into four classes (in a
    and b, in a alone, in b alone, in neither), and c has some of each ([counting_one]). *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Lists.
From Uniform Require Subsets.
Import ListNotations.
Local Open Scope R_scope.

(** ** Subsets of one set *)

(** A subset of n elements says of each whether it is in it. *)
Definition subset : Type := list bool.

Definition bit (p : bool) : nat := if p then 1 else 0.

Fixpoint size (a : subset) : nat :=
  match a with [] => 0 | p :: a => bit p + size a end.

(** |a ∩ b|. *)
Fixpoint meet (a b : subset) : nat :=
  match a, b with p :: a, q :: b => bit (p && q) + meet a b | _, _ => 0 end.

(** The [k]-subsets of [n] elements in lexicographic order: those with the first element come first. *)
Fixpoint subsets (n k : nat) : list subset :=
  match n with
  | O => match k with O => [[]] | S _ => [] end
  | S n =>
    match k with O => [] | S j => map (cons true) (subsets n j) end
    ++ map (cons false) (subsets n k)
  end.

Definition is_subset (n k : nat) (a : subset) : Prop := length a = n /\ size a = k.

Lemma in_subsets : forall n k a, In a (subsets n k) <-> is_subset n k a.
Proof.
  unfold is_subset. induction n; intros k a; simpl.
  - destruct k, a; simpl; intuition (try discriminate; try lia; auto).
  - rewrite in_app_iff, in_map_iff. destruct a as [|[|] a]; simpl.
    + split; [|intros [[=] _]]. intros [I|[x [[=] _]]].
      destruct k; [destruct I|]. apply in_map_iff in I. destruct I as [x [[=] _]].
    + destruct k as [|k]; simpl.
      * split; [intros [[]|[x [[=] _]]] | intros [_ [=]]].
      * rewrite in_map_iff. split.
        -- intros [[x [[= <-] I]]|[x [[=] _]]]. apply IHn in I. lia.
        -- intros [L E]. left. exists a. split; [reflexivity|]. apply IHn. lia.
    + split.
      * intros [I|[x [[= <-] I]]]; [|apply IHn in I; lia].
        destruct k; [destruct I|]. apply in_map_iff in I. destruct I as [x [[=] _]].
      * intros [L E]. right. exists a. split; [reflexivity|]. apply IHn. lia.
Qed.

Lemma NoDup_subsets : forall n k, NoDup (subsets n k).
Proof.
  induction n; intros k; simpl.
  - destruct k; repeat constructor. intros [].
  - apply NoDup_concat.
    + destruct k; [constructor|]. apply FinFun.Injective_map_NoDup; [|apply IHn].
      intros x y [= ->]. reflexivity.
    + apply FinFun.Injective_map_NoDup; [|apply IHn]. intros x y [= ->]. reflexivity.
    + intros x X Y. apply in_map_iff in Y. destruct Y as [y [<- _]].
      destruct k; [destruct X|]. apply in_map_iff in X. destruct X as [z [[=] _]].
Qed.

Lemma meet_comm : forall a b, meet a b = meet b a.
Proof.
  induction a as [|p a]; intros [|q b]; simpl; try reflexivity.
  rewrite IHa, andb_comm. reflexivity.
Qed.

Lemma meet_self : forall a, meet a a = size a.
Proof. induction a as [|p a]; simpl; [reflexivity|]. rewrite IHa. destruct p; reflexivity. Qed.

Lemma meet_at_most : forall a b, (meet a b <= Nat.min (size a) (size b))%nat.
Proof.
  induction a as [|p a]; intros [|q b]; cbn [meet size]; try lia.
  specialize (IHa b). destruct p, q; cbn [andb bit]; lia.
Qed.

(** A set meets another of its size in all of its elements only if it is the same. *)
Lemma meet_full : forall a b, length a = length b -> size b = size a -> meet a b = size a -> a = b.
Proof.
  induction a as [|p a]; intros [|q b] L S M; simpl in *; try discriminate; [reflexivity|].
  assert (H := meet_at_most a b). destruct p, q; simpl in *; try lia; f_equal; apply IHa; lia.
Qed.

(** ** Choosing some of a class *)

(** The sum of [f] of the size over all subsets of [n] things. *)
Fixpoint pick (n : nat) (f : nat -> R) : R :=
  match n with O => f 0%nat | S n => pick n (fun s => f (S s)) + pick n f end.

Lemma pick_ext : forall n f g, (forall s, f s = g s) -> pick n f = pick n g.
Proof.
  induction n; intros f g E; simpl; [apply E|].
  rewrite (IHn f g E), (IHn _ (fun s => g (S s))) by (intros; apply E). reflexivity.
Qed.

Lemma pick_plus : forall n f g, pick n (fun s => f s + g s) = pick n f + pick n g.
Proof. induction n; intros; simpl; [reflexivity|]. rewrite !IHn. ring. Qed.

Lemma pick_zero : forall n, pick n (fun _ => 0) = 0.
Proof. induction n; simpl; [reflexivity|]. rewrite IHn. ring. Qed.

(** How many subsets of [s] things [n] things have. *)
Fixpoint binomial (n s : nat) : nat :=
  match n, s with
  | _, O => 1
  | O, S _ => 0
  | S n, S t => binomial n t + binomial n s
  end.

Lemma binomial_over : forall n s, (n < s)%nat -> binomial n s = 0%nat.
Proof.
  induction n; intros [|s] L; simpl; try lia. rewrite !IHn by lia. reflexivity.
Qed.

(** The same sum, with a term for each size. *)
Definition weigh (n : nat) (f : nat -> R) : R :=
  fold_right (fun s rest => Subsets.times (binomial n s) (f s) + rest) 0 (seq 0 (S n)).

Lemma weigh_sum : forall n f, weigh n f = Subsets.total (S n) (fun s => INR (binomial n s) * f s).
Proof.
  intros n f. rewrite total_list. unfold weigh, sum_list. generalize (seq 0 (S n)).
  intros l. induction l; simpl; [reflexivity|]. rewrite IHl, Subsets.times_INR. reflexivity.
Qed.

Lemma total_shift : forall n f,
  Subsets.total (S n) f = f 0%nat + Subsets.total n (fun s => f (S s)).
Proof.
  induction n; intros f; [simpl; ring|].
  change (Subsets.total (S n) f + f (S n)
    = f 0%nat + (Subsets.total n (fun s => f (S s)) + f (S n))).
  rewrite IHn. ring.
Qed.

Lemma weigh_pick : forall n f, weigh n f = pick n f.
Proof.
  intros n f. rewrite weigh_sum. revert f. induction n; intros f; [simpl; ring|].
  cbn [pick]. rewrite <- !IHn. rewrite (total_shift (S n)).
  rewrite (Subsets.total_ext (S n) _ (fun s => INR (binomial n s) * f (S s)
    + INR (binomial n (S s)) * f (S s))).
  2: { intros s _. simpl binomial. rewrite plus_INR. ring. }
  rewrite Subsets.total_plus, (total_shift n (fun s => INR (binomial n s) * f s)).
  change (Subsets.total (S n) (fun s => INR (binomial n (S s)) * f (S s)))
    with (Subsets.total n (fun s => INR (binomial n (S s)) * f (S s))
      + INR (binomial n (S n)) * f (S n)).
  rewrite (binomial_over n (S n)) by lia. destruct n; simpl; ring.
Qed.

(** x (x - 1) ⋯ (x - k + 1) / k!, the number of [k]-subsets of x things ([subsets_count]). *)
Fixpoint choose (x : R) (k : nat) : R :=
  match k with
  | O => 1
  | 1%nat => x
  | S j => choose x j * (x - IZR (Z.of_nat j)) / IZR (Z.of_nat k)
  end.

Lemma choose_step : forall x j, choose x (S j) = choose x j * (x - INR j) / INR (S j).
Proof.
  intros x [|j]; [simpl; field|]. rewrite !INR_IZR_INZ. reflexivity.
Qed.

Lemma choose_absorb : forall x k, choose (x + 1) (S k) = (x + 1) / INR (S k) * choose x k.
Proof.
  intros x k. induction k; [simpl; field|].
  rewrite choose_step, IHk, (choose_step x k). rewrite !S_INR.
  assert (P := pos_INR k). field. lra.
Qed.

Lemma choose_pascal : forall x k, choose (x + 1) (S k) = choose x k + choose x (S k).
Proof.
  intros x k. rewrite choose_absorb, choose_step, S_INR. assert (P := pos_INR k). field. lra.
Qed.

Lemma choose_zero : forall k, choose 0 (S k) = 0.
Proof.
  induction k; [reflexivity|]. rewrite choose_step, IHk. unfold Rdiv. ring.
Qed.

(** Of [q] things those subsets that make up [m] with [t] others. *)
Lemma pick_rest : forall q t m X,
  pick q (fun w => if (t + w =? m)%nat then X else 0)
  = if (t <=? m)%nat then choose (INR q) (m - t) * X else 0.
Proof.
  induction q; intros t m X; simpl pick.
  - rewrite Nat.add_0_r. destruct (Nat.eqb_spec t m) as [->|N].
    + rewrite Nat.leb_refl, Nat.sub_diag. simpl. ring.
    + destruct (Nat.leb_spec t m) as [L|L]; [|reflexivity].
      replace (m - t)%nat with (S (m - t - 1)) by lia. simpl INR. rewrite choose_zero. ring.
  - rewrite IHq. rewrite (pick_ext q _ (fun w => if (S t + w =? m)%nat then X else 0)).
    2: { intros w. replace (t + S w)%nat with (S t + w)%nat by lia. reflexivity. }
    rewrite IHq, S_INR.
    destruct (Nat.leb_spec (S t) m) as [L|L], (Nat.leb_spec t m) as [L'|L']; try lia.
    + replace (m - t)%nat with (S (m - S t)) by lia. rewrite choose_pascal. ring.
    + replace (m - t)%nat with 0%nat by lia. simpl. ring.
    + ring.
Qed.

(** ** The counting lemma for one set *)

(** The sum of F(|a ∩ c|, |c ∩ b|) over the [m]-subsets c of [n] things, where a [k]-set a and a [p]-set b
    meet in [i]: c has s things of both, u of a alone, v of b alone, and the others of neither. *)
Definition set_sum (n : R) (k m p i : nat) (F : nat -> nat -> R) : R :=
  weigh i (fun s => weigh (k - i) (fun u => weigh (p - i) (fun v =>
    if (s + u + v <=? m)%nat then
      choose (n - IZR (Z.of_nat (k + p - i))) (m - (s + u + v)) * F (s + u)%nat (s + v)%nat
    else 0))).

(** The elements of a alone, of b alone, and of neither. *)
Fixpoint alone (a b : subset) : nat :=
  match a, b with p :: a, q :: b => bit (p && negb q) + alone a b | _, _ => 0 end.
Fixpoint neither (a b : subset) : nat :=
  match a, b with p :: a, q :: b => bit (negb p && negb q) + neither a b | _, _ => 0 end.

Lemma alone_left : forall a b, length a = length b -> (meet a b + alone a b = size a)%nat.
Proof.
  induction a as [|p a]; intros [|q b] L; simpl in *; try discriminate; [reflexivity|].
  injection L as L. specialize (IHa b L). destruct p, q; simpl; lia.
Qed.

Lemma alone_right : forall a b, length a = length b -> (meet a b + alone b a = size b)%nat.
Proof. intros a b L. rewrite meet_comm. apply alone_left. auto. Qed.

Lemma neither_rest : forall a b, length a = length b ->
  (meet a b + alone a b + alone b a + neither a b = length a)%nat.
Proof.
  induction a as [|p a]; intros [|q b] L; simpl in *; try discriminate; [reflexivity|].
  injection L as L. specialize (IHa b L). destruct p, q; simpl; lia.
Qed.

(** The same for classes of given numbers of things. *)
Definition class_sum (tt tf ft ff m : nat) (F : nat -> nat -> R) : R :=
  pick tt (fun s => pick tf (fun u => pick ft (fun v => pick ff (fun w =>
    if (s + u + v + w =? m)%nat then F (s + u)%nat (s + v)%nat else 0)))).

Ltac under_picks :=
  unfold class_sum; repeat (apply pick_ext; intros ?);
  repeat match goal with |- context [(?x =? ?y)%nat] => destruct (Nat.eqb_spec x y) end;
  try lia; try reflexivity; repeat f_equal; lia.

Lemma class_sum_zero : forall tt tf ft ff m F, (forall i l, F i l = 0) ->
  class_sum tt tf ft ff m F = 0.
Proof.
  intros tt tf ft ff m F Z. unfold class_sum.
  rewrite (pick_ext tt _ (fun _ => 0)); [apply pick_zero|]. intros s.
  rewrite (pick_ext tf _ (fun _ => 0)); [apply pick_zero|]. intros u.
  rewrite (pick_ext ft _ (fun _ => 0)); [apply pick_zero|]. intros v.
  rewrite (pick_ext ff _ (fun _ => 0)); [apply pick_zero|]. intros w.
  destruct (_ =? _)%nat; auto.
Qed.

(** What one more thing of a class adds: c has it, or has it not. *)
Definition with_thing (x y : bool) (tt tf ft ff m : nat) (F : nat -> nat -> R) : R :=
  match m with
  | O => 0
  | S j => class_sum tt tf ft ff j (fun i l => F (bit x + i)%nat (bit y + l)%nat)
  end.

(** With nothing left to choose no c has it. *)
Ltac one_of m Z :=
  destruct m;
  [ apply Z; intros;
    match goal with |- context [(?x =? 0)%nat] => destruct (Nat.eqb_spec x 0) end;
    [lia | reflexivity]
  | under_picks ].

Lemma one_more : forall x y tt tf ft ff m F,
  class_sum (bit (x && y) + tt) (bit (x && negb y) + tf) (bit (y && negb x) + ft)
    (bit (negb x && negb y) + ff) m F
  = with_thing x y tt tf ft ff m F + class_sum tt tf ft ff m F.
Proof.
  intros x y tt tf ft ff m F.
  assert (Z : forall g : nat -> nat -> nat -> nat -> R, (forall s u v w, g s u v w = 0) ->
    pick tt (fun s => pick tf (fun u => pick ft (fun v => pick ff (fun w => g s u v w)))) = 0).
  { intros g G. rewrite <- (class_sum_zero tt tf ft ff m (fun _ _ => 0)) by reflexivity.
    unfold class_sum. repeat (apply pick_ext; intros ?). rewrite G.
    destruct (_ =? _)%nat; reflexivity. }
  unfold with_thing.
  destruct x, y; cbn [andb negb bit Nat.add]; unfold class_sum at 1; cbn [pick].
  - f_equal. one_of m Z.
  - rewrite pick_plus. f_equal. one_of m Z.
  - rewrite (pick_ext tt _ (fun s =>
      pick tf (fun u => pick ft (fun v => pick ff (fun w =>
        if (s + u + S v + w =? m)%nat then F (s + u)%nat (s + S v)%nat else 0)))
      + pick tf (fun u => pick ft (fun v => pick ff (fun w =>
        if (s + u + v + w =? m)%nat then F (s + u)%nat (s + v)%nat else 0))))).
    2: { intros s. rewrite <- pick_plus. reflexivity. }
    rewrite pick_plus. f_equal. one_of m Z.
  - rewrite (pick_ext tt _ (fun s =>
      pick tf (fun u => pick ft (fun v => pick ff (fun w =>
        if (s + u + v + S w =? m)%nat then F (s + u)%nat (s + v)%nat else 0)))
      + pick tf (fun u => pick ft (fun v => pick ff (fun w =>
        if (s + u + v + w =? m)%nat then F (s + u)%nat (s + v)%nat else 0))))).
    2: { intros s. rewrite <- pick_plus. apply pick_ext. intros u.
         rewrite <- pick_plus. reflexivity. }
    rewrite pick_plus. f_equal. one_of m Z.
Qed.

Lemma sum_by_classes : forall a b m F, length a = length b ->
  sum_list (subsets (length a) m) (fun c => F (meet a c) (meet c b))
  = class_sum (meet a b) (alone a b) (alone b a) (neither a b) m F.
Proof.
  induction a as [|x a]; intros [|y b] m F L; simpl in L; try discriminate.
  - unfold class_sum. simpl. destruct m; simpl; ring.
  - injection L as L. cbn [length subsets meet alone neither]. rewrite one_more.
    rewrite sum_list_app, sum_list_map. cbn [meet].
    rewrite (sum_list_ext _ (subsets _ m) _ (fun c => F (meet a c) (meet c b))).
    2: { intros c. rewrite andb_false_r. reflexivity. }
    rewrite (IHa b m F L). f_equal. unfold with_thing. destruct m as [|j]; [reflexivity|].
    rewrite sum_list_map. cbn [meet].
    rewrite <- (IHa b j (fun i l => F (bit x + i)%nat (bit y + l)%nat) L).
    apply sum_list_ext. intros c. rewrite andb_true_r. reflexivity.
Qed.

Theorem counting_one : forall n k m p a b F, is_subset n k a -> is_subset n p b ->
  sum_list (subsets n m) (fun c => F (meet a c) (meet c b)) = set_sum (INR n) k m p (meet a b) F.
Proof.
  intros n k m p a b F [La Sa] [Lb Sb]. subst n.
  rewrite (sum_by_classes a b m F) by auto. symmetry in Lb.
  assert (A := alone_left a b Lb). assert (B := alone_right a b Lb).
  assert (N := neither_rest a b Lb). unfold class_sum, set_sum. rewrite weigh_pick.
  replace (k - meet a b)%nat with (alone a b) by lia.
  replace (p - meet a b)%nat with (alone b a) by lia.
  apply pick_ext. intros s. rewrite weigh_pick. apply pick_ext. intros u.
  rewrite weigh_pick. apply pick_ext. intros v. rewrite pick_rest.
  replace (INR (length a) - IZR (Z.of_nat (k + p - meet a b))) with (INR (neither a b));
    [reflexivity|].
  rewrite <- INR_IZR_INZ, <- minus_INR by lia. f_equal. lia.
Qed.

Theorem subsets_count : forall n k c, sum_list (subsets n k) (fun _ => c) = choose (INR n) k * c.
Proof.
  induction n; intros k c; cbn [subsets].
  - destruct k; [simpl; ring|]. simpl INR. rewrite choose_zero. simpl. ring.
  - rewrite sum_list_app, sum_list_map, IHn, S_INR. destruct k as [|k]; [simpl; ring|].
    rewrite sum_list_map, IHn, choose_pascal. ring.
Qed.

(** ** Tuples *)

(** A subset of each base set. *)
Definition tuple : Type := list subset.

Fixpoint inside (ns ks : list nat) (c : tuple) : Prop :=
  match ns, ks, c with
  | n :: ns, k :: ks, a :: c => is_subset n k a /\ inside ns ks c
  | [], [], [] => True
  | _, _, _ => False
  end.

(** All tuples of the sizes [ks] in lexicographic order, the first base set counting most. *)
Fixpoint tuples (ns ks : list nat) : list tuple :=
  match ns, ks with
  | n :: ns, k :: ks => flat_map (fun a => map (cons a) (tuples ns ks)) (subsets n k)
  | [], [] => [[]]
  | _, _ => []
  end.

(** The sizes of the intersections, one for each base set. *)
Fixpoint meets (c d : tuple) : list nat :=
  match c, d with a :: c, b :: d => meet a b :: meets c d | _, _ => [] end.

Lemma in_tuples : forall ns ks c, In c (tuples ns ks) <-> inside ns ks c.
Proof.
  induction ns as [|n ns]; intros [|k ks] c; simpl.
  - destruct c; simpl; intuition discriminate.
  - destruct c; simpl; tauto.
  - destruct c; simpl; tauto.
  - rewrite in_flat_map. split.
    + intros [a [A I]]. apply in_map_iff in I. destruct I as [d [<- D]].
      rewrite <- in_subsets, <- IHns. auto.
    + destruct c as [|a c]; [intros []|]. intros [A C]. exists a. rewrite in_subsets.
      split; [exact A|]. apply in_map, IHns, C.
Qed.

Lemma NoDup_tuples : forall ns ks, NoDup (tuples ns ks).
Proof.
  induction ns as [|n ns]; intros [|k ks]; simpl; try constructor; auto; try constructor.
  apply (NoDup_flat _ _ _ (fun c => hd [] c)).
  - apply NoDup_subsets.
  - intros a. apply FinFun.Injective_map_NoDup; [intros x y [= ->]; reflexivity | apply IHns].
  - intros a c I. apply in_map_iff in I. destruct I as [d [<- _]]. reflexivity.
Qed.

Lemma meets_comm : forall c d, meets c d = meets d c.
Proof.
  induction c as [|a c]; intros [|b d]; simpl; try reflexivity. rewrite IHc, meet_comm. reflexivity.
Qed.

Lemma meets_self : forall ns ks c, inside ns ks c -> meets c c = ks.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|a c] I; simpl in *; try tauto.
  destruct I as [[_ S] I]. rewrite meet_self, S, (IHns ks c I). reflexivity.
Qed.

Lemma meets_full : forall ns ks c d, inside ns ks c -> inside ns ks d -> meets c d = ks -> c = d.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|a c] [|b d] C D M; simpl in *; try tauto.
  destruct C as [[La Sa] C], D as [[Lb Sb] D]. injection M as E M. f_equal.
  - apply meet_full; congruence.
  - apply (IHns ks); assumption.
Qed.

(** The sum of F over the tuples of the sizes [ms], as [set_sum]. *)
Fixpoint block_product (ns : list R) (ks ms ps is : list nat) (x y : list nat -> R) : R :=
  match ns, ks, ms, ps, is with
  | n :: ns, k :: ks, m :: ms, p :: ps, i :: is =>
    set_sum n k m p i (fun j l =>
      block_product ns ks ms ps is (fun js => x (j :: js)) (fun ls => y (l :: ls)))
  | [], [], [], [], [] => x [] * y []
  | _, _, _, _, _ => 0
  end.

(** The lemma that everything uniform in several sizes rests on. *)
Theorem counting : forall ns ks ms ps a b x y, inside ns ks a -> inside ns ps b ->
  sum_list (tuples ns ms) (fun c => x (meets a c) * y (meets c b))
  = block_product (map INR ns) ks ms ps (meets a b) x y.
Proof.
  induction ns as [|n ns]; intros [|k ks] ms [|p ps] [|a c] [|b d] x y C D; simpl in C, D;
    try tauto.
  - destruct ms; simpl; ring.
  - destruct ms as [|m ms]; [reflexivity|].
    destruct C as [A C], D as [B D]. cbn [tuples map meets block_product].
    rewrite <- (counting_one n k m p a b _ A B), sum_list_flat. apply sum_list_ext. intros e.
    rewrite sum_list_map. cbn [meets]. rewrite <- (IHns ks ms ps c d _ _ C D).
    reflexivity.
Qed.

(** How many tuples there are. *)
Fixpoint number (ns : list R) (ks : list nat) : R :=
  match ns, ks with
  | n :: ns, k :: ks => choose n k * number ns ks
  | [], [] => 1
  | _, _ => 0
  end.

Theorem tuples_count : forall ns ks c, sum_list (tuples ns ks) (fun _ => c)
  = number (map INR ns) ks * c.
Proof.
  induction ns as [|n ns]; intros [|k ks] c; cbn [tuples map number]; try (simpl; ring).
  rewrite sum_list_flat.
  rewrite (sum_list_ext _ _ _ (fun _ => number (map INR ns) ks * c)).
  2: { intros a. rewrite sum_list_map. apply IHns. }
  rewrite subsets_count. ring.
Qed.

Theorem counting_trace : forall ns ks x,
  sum_list (tuples ns ks) (fun c => x (meets c c)) = number (map INR ns) ks * x ks.
Proof.
  intros ns ks x. rewrite <- tuples_count. apply sum_list_in. intros c C.
  apply in_tuples in C. rewrite (meets_self ns ks c C). reflexivity.
Qed.
