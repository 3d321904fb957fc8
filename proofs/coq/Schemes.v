(** * Matrices that permutations of several base sets leave unchanged

    As Orbits.v, for tuples of subsets of several sets (Tuples.v).  A [matrix] lists, for every block of
    rows (the tuples of given sizes) and of columns, its entry for each list of sizes of intersections.
    The operations below work on these few numbers, with the numbers [ns] of elements of the base sets as
    real numbers.  [dense] reads such a list as the matrix it stands for, and the theorems named
    [dense_…] say that every operation is the usual one, for all numbers of elements.

    Orbits.v stays beside it: the proofs about triangular graphs compute with its closed formulas, and
    with names of vertices and edges.

    The source is section "The parts" of UNIFORM.md: the numbers of a generated file mean these matrices.
    Tuples come in lexicographic order; where no order is asked for, none matters. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Lists Tuples.
From Uniform Require Subsets Orbits.
Import ListNotations.
Local Open Scope R_scope.

Notation total := Subsets.total.

(** What a block of rows or of columns stands for: the size of the subset of each base set. *)
Definition kind : Type := list nat.

Record matrix := Matrix {
  rows : list kind;
  cols : list kind;
  blocks : list (list (list R))
}.

Definition width (ks : list kind) (I : nat) : kind := nth I ks [].

(** The largest sizes of intersections. *)
Fixpoint bounds (ks ms : kind) : list nat :=
  match ks, ms with k :: ks, m :: ms => Nat.min k m :: bounds ks ms | _, _ => [] end.

(** All lists of sizes up to these, the first counting most, and the place of one in it. *)
Fixpoint orbits (bs : list nat) : list (list nat) :=
  match bs with
  | [] => [[]]
  | b :: bs => flat_map (fun i => map (cons i) (orbits bs)) (seq 0 (S b))
  end.

Fixpoint orbits_number (bs : list nat) : nat :=
  match bs with [] => 1 | b :: bs => S b * orbits_number bs end.

Fixpoint place (bs is : list nat) : nat :=
  match bs, is with b :: bs, i :: is => i * orbits_number bs + place bs is | _, _ => 0 end.

Definition entry (X : matrix) (I J : nat) (is : list nat) : R :=
  nth (place (bounds (width (rows X) I) (width (cols X) J)) is) (nth J (nth I (blocks X) []) []) 0.

(** The matrix with given entries. *)
Definition build (ks ms : list kind) (f : nat -> nat -> list nat -> R) : matrix :=
  Matrix ks ms
    (map (fun I => map (fun J => map (f I J) (orbits (bounds (width ks I) (width ms J))))
      (seq 0 (length ms))) (seq 0 (length ks))).

Definition within (bs is : list nat) : Prop := Forall2 (fun i b => (i <= b)%nat) is bs.

Lemma orbits_length : forall bs, length (orbits bs) = orbits_number bs.
Proof.
  induction bs as [|b bs]; [reflexivity|]. cbn [orbits orbits_number].
  rewrite <- IHbs. rewrite <- (seq_length (S b) 0) at 2. generalize (seq 0 (S b)). intros l.
  induction l as [|i l]; [reflexivity|]. simpl. rewrite app_length, map_length, IHl. reflexivity.
Qed.

Lemma nth_flat : forall (A : Type) (h : nat -> list A) len j d,
  (forall k, length (h k) = len) -> (j < len)%nat -> forall i n a, (i < n)%nat ->
  nth (i * len + j) (flat_map h (seq a n)) d = nth j (h (a + i)%nat) d.
Proof.
  intros A h len j d L J i. induction i; intros [|n] a I; try lia; cbn [seq flat_map].
  - rewrite app_nth1 by (rewrite L; exact J). rewrite Nat.add_0_r. reflexivity.
  - rewrite app_nth2 by (rewrite L; simpl; lia). rewrite L.
    replace (S i * len + j - len)%nat with (i * len + j)%nat by (simpl; lia).
    rewrite IHi by lia. do 2 f_equal. lia.
Qed.

Lemma place_less : forall bs is, within bs is -> (place bs is < orbits_number bs)%nat.
Proof.
  intros bs is W. induction W as [|i b is bs L W IH]; simpl; [lia|].
  assert (i * orbits_number bs <= b * orbits_number bs)%nat by (apply Nat.mul_le_mono_r; exact L).
  lia.
Qed.

Lemma place_right : forall bs is, within bs is -> nth (place bs is) (orbits bs) [] = is.
Proof.
  intros bs is W. induction W as [|i b is bs L W IH]; [reflexivity|]. cbn [place orbits].
  rewrite (nth_flat _ _ (orbits_number bs)).
  - simpl. rewrite (nth_indep _ [] (i :: [])) by
      (rewrite map_length, orbits_length; apply place_less; exact W).
    rewrite map_nth, IH. reflexivity.
  - intros k. rewrite map_length. apply orbits_length.
  - apply place_less. exact W.
  - lia.
Qed.

Lemma entry_build : forall ks ms f I J is,
  (I < length ks)%nat -> (J < length ms)%nat -> within (bounds (width ks I) (width ms J)) is ->
  entry (build ks ms f) I J is = f I J is.
Proof.
  intros ks ms f I J is LI LJ W. unfold entry, build. cbv [blocks rows cols].
  rewrite !Orbits.nth_map_seq by assumption.
  rewrite (nth_indep _ 0 (f I J [])) by
    (rewrite map_length, orbits_length; apply place_less; exact W).
  rewrite map_nth, place_right by exact W. reflexivity.
Qed.

(** ** What a matrix stands for *)

(** A row or a column: the number of its block and a tuple. *)
Definition index : Type := nat * tuple.

(** There is such a row or column when the base sets have [ns] elements. *)
Definition valid (ns : list nat) (ks : list kind) (p : index) : Prop :=
  (fst p < length ks)%nat /\ inside ns (width ks (fst p)) (snd p).

Definition dense (X : matrix) (p q : index) : R := entry X (fst p) (fst q) (meets (snd p) (snd q)).

(** All rows or columns, block by block, each in lexicographic order. *)
Definition indices (ns : list nat) (ks : list kind) : list index :=
  flat_map (fun I => map (pair I) (tuples ns (width ks I))) (seq 0 (length ks)).

Lemma in_indices : forall ns ks p, In p (indices ns ks) <-> valid ns ks p.
Proof.
  intros ns ks [I a]. unfold indices, valid. rewrite in_flat_map. simpl. split.
  - intros [J [LJ P]]. apply in_seq in LJ. apply in_map_iff in P. destruct P as [b [[= <- <-] B]].
    split; [lia|]. apply in_tuples. exact B.
  - intros [L A]. exists I. split; [apply in_seq; lia|]. apply in_map, in_tuples, A.
Qed.

Lemma NoDup_indices : forall ns ks, NoDup (indices ns ks).
Proof.
  intros ns ks. apply (NoDup_flat _ _ _ fst).
  - apply seq_NoDup.
  - intros I. apply FinFun.Injective_map_NoDup; [intros a b [= ->]; reflexivity|].
    apply NoDup_tuples.
  - intros I p P. apply in_map_iff in P. destruct P as [a [<- _]]. reflexivity.
Qed.

Lemma meets_within : forall ns ks ms c d, inside ns ks c -> inside ns ms d ->
  within (bounds ks ms) (meets c d).
Proof.
  induction ns as [|n ns]; intros [|k ks] [|m ms] [|a c] [|b d] C D; simpl in *; try tauto;
    try constructor.
  - destruct C as [[_ <-] _], D as [[_ <-] _]. apply meet_at_most.
  - apply (IHns ks ms); tauto.
Qed.

Lemma dense_build : forall ns ks ms f p q, valid ns ks p -> valid ns ms q ->
  dense (build ks ms f) p q = f (fst p) (fst q) (meets (snd p) (snd q)).
Proof.
  intros ns ks ms f p q [P P'] [Q Q']. apply entry_build; auto. apply (meets_within ns); auto.
Qed.

(** ** Operations *)

Fixpoint same_sizes (is js : list nat) : bool :=
  match is, js with
  | [], [] => true
  | i :: is, j :: js => (i =? j) && same_sizes is js
  | _, _ => false
  end.

Lemma same_sizes_spec : forall is js, reflect (is = js) (same_sizes is js).
Proof.
  induction is as [|i is]; intros [|j js]; simpl; try (constructor; congruence).
  destruct (Nat.eqb_spec i j) as [->|N]; simpl; [|constructor; congruence].
  destruct (IHis js) as [->|N]; constructor; congruence.
Qed.

Definition identity (ks : list kind) : matrix :=
  build ks ks (fun I J is => if (I =? J) && same_sizes is (width ks I) then 1 else 0).
Definition ones (ks ms : list kind) : matrix := build ks ms (fun _ _ _ => 1).
Definition zeros (ks ms : list kind) : matrix := build ks ms (fun _ _ _ => 0).

Definition apply1 (f : R -> R) (X : matrix) : matrix :=
  build (rows X) (cols X) (fun I J is => f (entry X I J is)).
Definition apply2 (f : R -> R -> R) (X Y : matrix) : matrix :=
  build (rows X) (cols X) (fun I J is => f (entry X I J is) (entry Y I J is)).
Definition scale (c : R) : matrix -> matrix := apply1 (fun x => c * x).
Definition sum : matrix -> matrix -> matrix := apply2 Rplus.
Definition difference : matrix -> matrix -> matrix := apply2 Rminus.
(** The product entry by entry. *)
Definition hadamard : matrix -> matrix -> matrix := apply2 Rmult.

Definition transpose (X : matrix) : matrix :=
  build (cols X) (rows X) (fun I J is => entry X J I is).

Definition stack (X Y : matrix) : matrix :=
  build (rows X ++ rows Y) (cols X) (fun I J is =>
    if I <? length (rows X) then entry X I J is else entry Y (I - length (rows X)) J is).

Definition product (ns : list R) (X Y : matrix) : matrix :=
  build (rows X) (cols Y) (fun I J is =>
    total (length (cols X)) (fun T =>
      block_product ns (width (rows X) I) (width (cols X) T) (width (cols Y) J) is
        (entry X I T) (entry Y T J))).

(** The kind that stands for one row or column. *)
Definition nothing {A : Type} (ks : list A) : kind := map (fun _ => 0%nat) ks.

(** A matrix with one column, on the diagonal of a square one. *)
Definition diagonal (X : matrix) : matrix :=
  build (rows X) (rows X) (fun I J is =>
    if (I =? J) && same_sizes is (width (rows X) I) then entry X I 0 (nothing is) else 0).

(** The Kronecker product: no base set has a part in both, and Y has one block. *)
Fixpoint join (ks ms : kind) : kind :=
  match ks, ms with k :: ks, m :: ms => (k + m)%nat :: join ks ms | _, _ => [] end.

Definition kronecker (X Y : matrix) : matrix :=
  build (map (fun k => join k (width (rows Y) 0)) (rows X))
    (map (fun m => join m (width (cols Y) 0)) (cols X))
    (fun I J is =>
      entry X I J (bounds (bounds (width (rows X) I) (width (cols X) J)) is)
      * entry Y 0 0 (bounds (bounds (width (rows Y) 0) (width (cols Y) 0)) is)).

(** No base set has a part in both. *)
Definition apart (ks ms : kind) : Prop := Forall2 (fun k m => k = 0%nat \/ m = 0%nat) ks ms.

Definition kronecker_fits (X Y : matrix) : Prop :=
  length (rows Y) = 1%nat /\ length (cols Y) = 1%nat /\
  Forall (fun k => apart k (width (rows Y) 0)) (rows X) /\
  Forall (fun m => apart m (width (cols Y) 0)) (cols X).

Definition trace (ns : list R) (X : matrix) : R :=
  total (length (rows X)) (fun I =>
    number ns (width (rows X) I) * entry X I I (width (rows X) I)).

(** The number of rows or columns. *)
Definition count (ns : list R) (ks : list kind) : R :=
  total (length ks) (fun I => number ns (width ks I)).

(** ** Every operation is the usual one *)

Theorem dense_identity : forall ns ks p q, valid ns ks p -> valid ns ks q ->
  (p = q -> dense (identity ks) p q = 1) /\ (p <> q -> dense (identity ks) p q = 0).
Proof.
  intros ns ks [I a] [J b] P Q. unfold identity.
  rewrite (dense_build ns ks ks _ _ _ P Q). destruct P as [P A], Q as [Q B]. simpl in *. split.
  - intros [= <- <-]. rewrite (meets_self ns _ a A), Nat.eqb_refl.
    destruct (same_sizes_spec (width ks I) (width ks I)); [reflexivity | congruence].
  - intros N. destruct (Nat.eqb_spec I J) as [<-|]; simpl; [|reflexivity].
    destruct (same_sizes_spec (meets a b) (width ks I)) as [E|]; [|reflexivity].
    exfalso. apply N. f_equal. apply (meets_full ns _ a b A B E).
Qed.

Theorem dense_ones : forall ns ks ms p q, valid ns ks p -> valid ns ms q ->
  dense (ones ks ms) p q = 1.
Proof. intros. unfold ones. rewrite (dense_build ns) by assumption. reflexivity. Qed.

Theorem dense_zeros : forall ns ks ms p q, valid ns ks p -> valid ns ms q ->
  dense (zeros ks ms) p q = 0.
Proof. intros. unfold zeros. rewrite (dense_build ns) by assumption. reflexivity. Qed.

Theorem dense_scale : forall ns c X p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (scale c X) p q = c * dense X p q.
Proof. intros. unfold scale, apply1. rewrite (dense_build ns) by assumption. reflexivity. Qed.

Theorem dense_apply2 : forall ns f X Y p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (apply2 f X Y) p q = f (dense X p q) (dense Y p q).
Proof. intros. unfold apply2. rewrite (dense_build ns) by assumption. reflexivity. Qed.

Theorem dense_sum : forall ns X Y p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (sum X Y) p q = dense X p q + dense Y p q.
Proof. intros. apply (dense_apply2 ns); assumption. Qed.

Theorem dense_difference : forall ns X Y p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (difference X Y) p q = dense X p q - dense Y p q.
Proof. intros. apply (dense_apply2 ns); assumption. Qed.

Theorem dense_hadamard : forall ns X Y p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (hadamard X Y) p q = dense X p q * dense Y p q.
Proof. intros. apply (dense_apply2 ns); assumption. Qed.

Lemma bounds_comm : forall ks ms, bounds ks ms = bounds ms ks.
Proof.
  induction ks as [|k ks]; intros [|m ms]; simpl; try reflexivity.
  rewrite IHks, Nat.min_comm. reflexivity.
Qed.

Theorem dense_transpose : forall ns X p q, valid ns (cols X) p -> valid ns (rows X) q ->
  dense (transpose X) p q = dense X q p.
Proof.
  intros ns X p q P Q. unfold transpose. rewrite (dense_build ns) by assumption.
  unfold dense. rewrite meets_comm. reflexivity.
Qed.

Lemma width_app : forall ks ms I, width (ks ++ ms) I =
  if I <? length ks then width ks I else width ms (I - length ks).
Proof.
  intros. unfold width. destruct (Nat.ltb_spec I (length ks)).
  - apply app_nth1; assumption.
  - apply app_nth2; assumption.
Qed.

(** Rows above, and rows below, whose blocks are numbered on. *)
Theorem dense_stack : forall ns X Y I a q, valid ns (cols X) q ->
  (valid ns (rows X) (I, a) -> dense (stack X Y) (I, a) q = dense X (I, a) q) /\
  (cols X = cols Y -> valid ns (rows Y) (I, a) ->
    dense (stack X Y) ((length (rows X) + I)%nat, a) q = dense Y (I, a) q).
Proof.
  intros ns X Y I a q Q. unfold stack. split.
  - intros [L A]. simpl in *. rewrite (dense_build ns); [|split; simpl|exact Q].
    + simpl. destruct (Nat.ltb_spec I (length (rows X))); [reflexivity | lia].
    + rewrite app_length. lia.
    + rewrite width_app. destruct (Nat.ltb_spec I (length (rows X))); [exact A | lia].
  - intros E [L A]. simpl in *. rewrite (dense_build ns); [|split; simpl|exact Q].
    + simpl. destruct (Nat.ltb_spec (length (rows X) + I) (length (rows X))); [lia|].
      rewrite Nat.add_comm, Nat.add_sub. reflexivity.
    + rewrite app_length. lia.
    + rewrite width_app. destruct (Nat.ltb_spec (length (rows X) + I) (length (rows X))); [lia|].
      rewrite Nat.add_comm, Nat.add_sub. exact A.
Qed.

Theorem dense_product : forall ns X Y p q, cols X = rows Y ->
  valid ns (rows X) p -> valid ns (cols Y) q ->
  dense (product (map INR ns) X Y) p q
  = sum_list (indices ns (cols X)) (fun c => dense X p c * dense Y c q).
Proof.
  intros ns X Y p q E P Q. unfold product. rewrite (dense_build ns) by assumption.
  unfold indices. rewrite sum_list_flat, total_list. apply sum_list_ext. intros T.
  rewrite sum_list_map. unfold dense. cbn [fst snd].
  symmetry. apply (counting ns _ _ _ _ _ (entry X (fst p) T) (entry Y T (fst q)) (proj2 P) (proj2 Q)).
Qed.

Theorem dense_trace : forall ns X,
  trace (map INR ns) X = sum_list (indices ns (rows X)) (fun p => dense X p p).
Proof.
  intros ns X. unfold trace, indices. rewrite sum_list_flat, total_list. apply sum_list_ext.
  intros I. rewrite sum_list_map. unfold dense. cbn [fst snd]. symmetry.
  apply (counting_trace ns (width (rows X) I) (entry X I I)).
Qed.

Theorem dense_count : forall ns ks, count (map INR ns) ks = INR (length (indices ns ks)).
Proof.
  intros ns ks. rewrite <- (Rmult_1_r (INR _)), <- Subsets.total_constant.
  rewrite (total_nth _ (indices ns ks) (0%nat, []) (fun _ => 1)).
  unfold count, indices. rewrite sum_list_flat, total_list. apply sum_list_ext.
  intros I. rewrite sum_list_map, tuples_count. ring.
Qed.

Lemma meets_nothing : forall ns ks c d, inside ns ks c -> inside ns (nothing ks) d ->
  meets c d = nothing ks.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|a c] [|b d] C D; simpl in *; try tauto.
  destruct C as [[_ S] C], D as [[_ T] D].
  assert (M := meet_at_most a b). rewrite (IHns ks) by assumption. f_equal. lia.
Qed.

Theorem dense_diagonal : forall ns X p q one, cols X = [nothing ns] ->
  valid ns (cols X) one -> valid ns (rows X) p -> valid ns (rows X) q ->
  (p = q -> dense (diagonal X) p q = dense X p one) /\
  (p <> q -> dense (diagonal X) p q = 0).
Proof.
  intros ns X [I a] [J b] [T e] C O P Q. unfold diagonal.
  rewrite (dense_build ns _ _ _ _ _ P Q). rewrite C in O.
  destruct P as [P A], Q as [Q B], O as [O N]. simpl in *. destruct T; [|lia]. split.
  - intros [= <- <-]. rewrite (meets_self ns _ a A), Nat.eqb_refl.
    destruct (same_sizes_spec (width (rows X) I) (width (rows X) I)); [|congruence]. simpl.
    unfold dense. cbn [fst snd]. rewrite (meets_nothing ns (width (rows X) I)); auto.
    unfold width in N at 1. simpl in N.
    replace (nothing (width (rows X) I)) with (nothing ns); [exact N|].
    clear - A. revert A. generalize (width (rows X) I). revert a.
    induction ns as [|n ns IH]; intros [|b a] [|k ks] A; simpl in *; try tauto.
    f_equal. apply (IH a). tauto.
  - intros N'. destruct (Nat.eqb_spec I J) as [<-|]; simpl; [|reflexivity].
    destruct (same_sizes_spec (meets a b) (width (rows X) I)) as [E|]; [|reflexivity].
    exfalso. apply N'. f_equal. apply (meets_full ns _ a b A B E).
Qed.

(** *** The Kronecker product

    Its rows are the pairs of a row of X and one of Y ([kronecker_rows]), and so are its columns. *)

Fixpoint union (a b : subset) : subset :=
  match a, b with p :: a, q :: b => (p || q) :: union a b | _, _ => [] end.

(** A tuple of subsets of some base sets, and one of others. *)
Fixpoint beside (c d : tuple) : tuple :=
  match c, d with a :: c, b :: d => union a b :: beside c d | _, _ => [] end.

Lemma apart_length : forall ks ms, apart ks ms -> length ms = length ks.
Proof. intros ks ms A. induction A; simpl; congruence. Qed.

Lemma union_comm : forall a b, union a b = union b a.
Proof.
  induction a as [|p a]; intros [|q b]; simpl; try reflexivity. rewrite IHa, orb_comm. reflexivity.
Qed.

Lemma union_empty : forall a b, length b = length a -> size b = 0%nat -> union a b = a.
Proof.
  induction a as [|p a]; intros [|q b] L S; simpl in *; try discriminate; [reflexivity|].
  destruct q; simpl in S; [discriminate|]. rewrite orb_false_r, IHa by lia. reflexivity.
Qed.

Lemma empty_same : forall a b, length a = length b -> size a = 0%nat -> size b = 0%nat -> a = b.
Proof. intros a b L A B. rewrite <- (union_empty a b), union_comm, union_empty; auto. Qed.

Lemma union_cases : forall n k m a b, is_subset n k a -> is_subset n m b -> k = 0%nat \/ m = 0%nat ->
  (m = 0%nat /\ union a b = a) \/ (k = 0%nat /\ union a b = b).
Proof.
  intros n k m a b [La Sa] [Lb Sb] [E|E]; [right|left]; (split; [exact E|]).
  - rewrite union_comm. apply union_empty; congruence.
  - apply union_empty; congruence.
Qed.

Lemma beside_inside : forall ns ks ms c d, inside ns ks c -> inside ns ms d -> apart ks ms ->
  inside ns (join ks ms) (beside c d).
Proof.
  induction ns as [|n ns]; intros [|k ks] [|m ms] [|a c] [|b d] C D A; simpl in *; try tauto.
  inversion A as [|? ? ? ? E A']; subst. destruct C as [Ca C], D as [Db D].
  split; [|apply IHns; assumption].
  destruct (union_cases n k m a b Ca Db E) as [[-> ->]|[-> ->]]; [rewrite Nat.add_0_r|]; assumption.
Qed.

Lemma beside_meets : forall ns ks ks' ms ms' c c' d d',
  inside ns ks c -> inside ns ks' c' -> inside ns ms d -> inside ns ms' d' ->
  apart ks ks' -> apart ms ms' ->
  bounds (bounds ks ms) (meets (beside c c') (beside d d')) = meets c d /\
  bounds (bounds ks' ms') (meets (beside c c') (beside d d')) = meets c' d'.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|k' ks'] [|m ms] [|m' ms'] [|a c] [|a' c'] [|b d] [|b' d']
    C C' D D' A B; simpl in *; try tauto.
  inversion A as [|? ? ? ? E A']; inversion B as [|? ? ? ? F B']; subst.
  destruct C as [Ca C], C' as [Ca' C'], D as [Db D], D' as [Db' D'].
  destruct (IHns ks ks' ms ms' c c' d d') as [H H']; auto. rewrite H, H'. clear H H'.
  assert (M := meet_at_most a b). assert (M1 := meet_at_most a' b').
  assert (M2 := meet_at_most a b'). assert (M3 := meet_at_most a' b).
  destruct (union_cases n k k' a a' Ca Ca' E) as [[-> ->]|[-> ->]],
    (union_cases n m m' b b' Db Db' F) as [[-> ->]|[-> ->]];
    destruct Ca as [_ Sa], Ca' as [_ Sa'], Db as [_ Sb], Db' as [_ Sb'];
    split; f_equal; lia.
Qed.

Lemma width_map : forall f ks I, (I < length ks)%nat -> width (map f ks) I = f (width ks I).
Proof.
  intros f ks I L. unfold width. rewrite (nth_indep _ [] (f [])) by (rewrite map_length; exact L).
  apply map_nth.
Qed.

Theorem dense_kronecker : forall ns X Y I J a a' b b', kronecker_fits X Y ->
  valid ns (rows X) (I, a) -> valid ns (rows Y) (0%nat, a') ->
  valid ns (cols X) (J, b) -> valid ns (cols Y) (0%nat, b') ->
  dense (kronecker X Y) (I, beside a a') (J, beside b b')
  = dense X (I, a) (J, b) * dense Y (0%nat, a') (0%nat, b').
Proof.
  intros ns X Y I J a a' b b' [_ [_ [FA FB]]] [LI Ia] [L0 Ia'] [LJ Ib] [L0' Ib']. simpl in *.
  assert (A : apart (width (rows X) I) (width (rows Y) 0)).
  { rewrite Forall_forall in FA. apply FA. apply nth_In. exact LI. }
  assert (B : apart (width (cols X) J) (width (cols Y) 0)).
  { rewrite Forall_forall in FB. apply FB. apply nth_In. exact LJ. }
  unfold kronecker. rewrite (dense_build ns).
  - unfold dense. cbn [fst snd].
    destruct (beside_meets ns _ _ _ _ a a' b b' Ia Ia' Ib Ib' A B) as [-> ->]. reflexivity.
  - split; simpl; [rewrite map_length; exact LI|]. rewrite width_map by exact LI.
    apply beside_inside; assumption.
  - split; simpl; [rewrite map_length; exact LJ|]. rewrite width_map by exact LJ.
    apply beside_inside; assumption.
Qed.

(** A tuple of both is one of each, in one way. *)
Lemma beside_split : forall ns ks ms c, length ms = length ks -> apart ks ms ->
  inside ns (join ks ms) c -> exists a b, inside ns ks a /\ inside ns ms b /\ c = beside a b.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|m ms] [|e c] L A C; simpl in *; try discriminate;
    try tauto.
  - exists [], []. auto.
  - inversion A as [|? ? ? ? E A']; subst. destruct C as [[Le Se] C]. injection L as L.
    destruct (IHns ks ms c L A' C) as [a [b [Ia [Ib ->]]]].
    assert (Z : is_subset n 0 (repeat false n)).
    { split; [apply repeat_length|]. clear. induction n; simpl; auto. }
    destruct E as [-> | ->].
    + exists (repeat false n :: a), (e :: b). simpl. repeat split; auto; try apply Z.
      rewrite union_comm, union_empty; [reflexivity | | apply Z].
      rewrite repeat_length. auto.
    + exists (e :: a), (repeat false n :: b). simpl. repeat split; auto; try apply Z; [lia|].
      rewrite union_empty; [reflexivity | | apply Z]. rewrite repeat_length. auto.
Qed.

Lemma beside_once : forall ns ks ms a b c d, apart ks ms -> inside ns ks a -> inside ns ms b ->
  inside ns ks c -> inside ns ms d -> beside a b = beside c d -> a = c /\ b = d.
Proof.
  induction ns as [|n ns]; intros [|k ks] [|m ms] [|x a] [|y b] [|z c] [|w d] A Ia Ib Ic Id E;
    simpl in *; try tauto.
  inversion A as [|? ? ? ? O A']; subst. injection E as E E'.
  destruct Ia as [Ix Ia], Ib as [Iy Ib], Ic as [Iz Ic], Id as [Iw Id].
  destruct (IHns ks ms a b c d) as [-> ->]; auto.
  enough (x = z /\ y = w) as [-> ->] by auto.
  destruct O as [-> | ->].
  - rewrite (union_comm x), (union_comm z) in E. unfold is_subset in *.
    rewrite (union_empty y x), (union_empty w z) in E by intuition congruence.
    split; [apply empty_same|]; intuition congruence.
  - unfold is_subset in *.
    rewrite (union_empty x y), (union_empty z w) in E by intuition congruence.
    split; [|apply empty_same]; intuition congruence.
Qed.

Theorem kronecker_rows : forall ns X Y I c, kronecker_fits X Y -> (I < length (rows X))%nat ->
  valid ns (rows (kronecker X Y)) (I, c) ->
  exists a b, (valid ns (rows X) (I, a) /\ valid ns (rows Y) (0%nat, b) /\ c = beside a b) /\
    forall a' b', valid ns (rows X) (I, a') -> valid ns (rows Y) (0%nat, b') -> c = beside a' b' ->
      a' = a /\ b' = b.
Proof.
  intros ns X Y I c [One [_ [F _]]] L [_ C].
  assert (A : apart (width (rows X) I) (width (rows Y) 0)).
  { rewrite Forall_forall in F. apply F. apply nth_In. exact L. }
  simpl in C. rewrite width_map in C by exact L.
  destruct (beside_split ns _ _ c (apart_length _ _ A) A C) as [a [b [Ia [Ib ->]]]].
  exists a, b. split.
  - split; [split; assumption|]. split; [|reflexivity]. split; simpl; [lia | assumption].
  - intros a' b' [_ Ia'] [_ Ib'] E. simpl in *.
    destruct (beside_once ns _ _ a b a' b' A Ia Ib Ia' Ib' E); auto.
Qed.
