(** * Matrices that permutations of the vertices leave unchanged

    A [matrix] lists, for every block of rows (all k-subsets) and of columns (all m-subsets), its entry
    for each size of intersection 0 … min(k, m).  The operations below work on these few numbers, with
    the number [r] of vertices as a real number.  [dense] reads such a list as the matrix it stands for,
    and the theorems named [dense_…] say that every operation is the usual one, for every r.

    The source is section "Uniform in r" of UNIFORM.md: the numbers of a generated file mean these
    matrices. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Subsets.
Import ListNotations.
Local Open Scope R_scope.

Record matrix := Matrix {
  rows : list nat;
  cols : list nat;
  blocks : list (list (list R))
}.

Definition entry (X : matrix) (I J i : nat) : R := nth i (nth J (nth I (blocks X) []) []) 0.

Definition width (ks : list nat) (I : nat) : nat := nth I ks 0%nat.

(** The matrix with given entries. *)
Definition build (ks ms : list nat) (f : nat -> nat -> nat -> R) : matrix :=
  Matrix ks ms
    (map (fun I => map (fun J => map (f I J)
      (seq 0 (S (Nat.min (width ks I) (width ms J))))) (seq 0 (length ms))) (seq 0 (length ks))).

Lemma nth_map_seq : forall (A : Type) (f : nat -> A) n i d,
  (i < n)%nat -> nth i (map f (seq 0 n)) d = f i.
Proof.
  intros A f n i d L.
  rewrite (nth_indep _ d (f 0%nat)) by (rewrite map_length, seq_length; exact L).
  rewrite map_nth, seq_nth by exact L. reflexivity.
Qed.

Lemma entry_build : forall ks ms f I J i,
  (I < length ks)%nat -> (J < length ms)%nat -> (i <= Nat.min (width ks I) (width ms J))%nat ->
  entry (build ks ms f) I J i = f I J i.
Proof.
  intros ks ms f I J i LI LJ Li. unfold entry, build. cbv [blocks].
  rewrite nth_map_seq, nth_map_seq, nth_map_seq; auto. lia.
Qed.

Lemma build_ext : forall ks ms f g,
  (forall I J i, (I < length ks)%nat -> (J < length ms)%nat ->
    (i <= Nat.min (width ks I) (width ms J))%nat -> f I J i = g I J i) ->
  build ks ms f = build ks ms g.
Proof.
  intros ks ms f g E. unfold build. f_equal.
  apply map_ext_in. intros I LI. apply in_seq in LI.
  apply map_ext_in. intros J LJ. apply in_seq in LJ.
  apply map_ext_in. intros i Li. apply in_seq in Li. apply E; lia.
Qed.

(** ** What a matrix stands for *)

(** A row or a column: the number of its block and a subset. *)
Definition index : Type := nat * subset.

Definition valid (r : nat) (ks : list nat) (p : index) : Prop :=
  (fst p < length ks)%nat /\ inside r (width ks (fst p)) (snd p).

Definition dense (X : matrix) (p q : index) : R := entry X (fst p) (fst q) (meet (snd p) (snd q)).

(** Sums over all rows or columns. *)
Definition sum_index (r : nat) (ks : list nat) (f : index -> R) : R :=
  total (length ks) (fun I => sum_subsets r (width ks I) (fun a => f (I, a))).

Definition small_sizes (ks : list nat) : Prop := forall I, (I < length ks)%nat -> (width ks I <= 2)%nat.

Lemma dense_build : forall r ks ms f p q, valid r ks p -> valid r ms q ->
  dense (build ks ms f) p q = f (fst p) (fst q) (meet (snd p) (snd q)).
Proof.
  intros r ks ms f p q [P P'] [Q Q']. unfold dense. apply entry_build; auto.
  apply (meet_at_most r); auto.
Qed.

(** ** Operations *)

Definition identity (ks : list nat) : matrix :=
  build ks ks (fun I J i => if (I =? J) && (i =? width ks I) then 1 else 0).
Definition ones (ks ms : list nat) : matrix := build ks ms (fun _ _ _ => 1).
Definition zeros (ks ms : list nat) : matrix := build ks ms (fun _ _ _ => 0).
(** B_r, G_r and A1_r of the paper (Definitions 5 and 6). *)
Definition incidence : matrix := build [1%nat] [2%nat] (fun _ _ i => if i =? 1 then 1 else 0).
Definition adjacency : matrix := build [2%nat] [2%nat] (fun _ _ i => if i =? 1 then 1 else 0).
Definition weightings : matrix := build [2%nat] [1%nat] (fun _ _ i => if i =? 1 then -1 else 1).

Definition apply1 (f : R -> R) (X : matrix) : matrix :=
  build (rows X) (cols X) (fun I J i => f (entry X I J i)).
Definition apply2 (f : R -> R -> R) (X Y : matrix) : matrix :=
  build (rows X) (cols X) (fun I J i => f (entry X I J i) (entry Y I J i)).
Definition relu : matrix -> matrix := apply1 (Rmax 0).
Definition scale (c : R) : matrix -> matrix := apply1 (fun x => c * x).
Definition sum : matrix -> matrix -> matrix := apply2 Rplus.
Definition difference : matrix -> matrix -> matrix := apply2 Rminus.

Definition transpose (X : matrix) : matrix :=
  build (cols X) (rows X) (fun I J i => entry X J I i).

Definition stack (X Y : matrix) : matrix :=
  build (rows X ++ rows Y) (cols X) (fun I J i =>
    if I <? length (rows X) then entry X I J i else entry Y (I - length (rows X)) J i).

Definition product (r : R) (X Y : matrix) : matrix :=
  build (rows X) (cols Y) (fun I J i =>
    total (length (cols X)) (fun T =>
      block_product r (width (rows X) I) (width (cols X) T) (width (cols Y) J)
        (entry X I T) (entry Y T J) i)).

Definition trace (r : R) (X : matrix) : R :=
  total (length (rows X)) (fun I =>
    subsets r (width (rows X) I) * entry X I I (width (rows X) I)).

(** The number of rows or columns. *)
Definition count (r : R) (ks : list nat) : R := total (length ks) (fun I => subsets r (width ks I)).

(** The square of the norm of the rows in a block. *)
Definition row_square (r : R) (X : matrix) (I : nat) : R :=
  let k := width (rows X) I in
  total (length (cols X)) (fun T =>
    block_product r k (width (cols X) T) k (entry X I T) (entry X I T) k).

Definition unit_rows (r : R) (X : matrix) : matrix :=
  build (rows X) (cols X) (fun I J i => entry X I J i / sqrt (row_square r X I)).

(** ** Every operation is the usual one *)

Theorem dense_identity : forall r ks p q, valid r ks p -> valid r ks q ->
  (p = q -> dense (identity ks) p q = 1) /\ (p <> q -> dense (identity ks) p q = 0).
Proof.
  intros r ks [I a] [J b] P Q. unfold identity.
  rewrite (dense_build r ks ks _ _ _ P Q). destruct P as [P A], Q as [Q B]. simpl in *. split.
  - intros [= <- <-]. rewrite (meet_self r _ a A), !Nat.eqb_refl. reflexivity.
  - intros N. destruct (Nat.eqb_spec I J) as [<-|]; simpl; [|reflexivity].
    destruct (Nat.eqb_spec (meet a b) (width ks I)) as [E|]; [|reflexivity].
    exfalso. apply N. f_equal. apply (meet_full r _ a b A B E).
Qed.

Theorem dense_ones : forall r ks ms p q, valid r ks p -> valid r ms q -> dense (ones ks ms) p q = 1.
Proof. intros. unfold ones. rewrite (dense_build r) by assumption. reflexivity. Qed.

Theorem dense_zeros : forall r ks ms p q, valid r ks p -> valid r ms q -> dense (zeros ks ms) p q = 0.
Proof. intros. unfold zeros. rewrite (dense_build r) by assumption. reflexivity. Qed.

(** The row of vertex u has a one at the edges that contain u. *)
Theorem dense_incidence : forall r u e, valid r [1%nat] (0%nat, vertex u) ->
  valid r [2%nat] (0%nat, e) -> dense incidence (0%nat, vertex u) (0%nat, e) = real (member u e).
Proof.
  intros r u e U E. unfold incidence. rewrite (dense_build r) by assumption.
  simpl. destruct (member u e); reflexivity.
Qed.

(** Two edges are neighbours in the triangular graph when they are different and share a vertex. *)
Theorem dense_adjacency : forall r a b, valid r [2%nat] (0%nat, a) -> valid r [2%nat] (0%nat, b) ->
  let related := a <> b /\ exists w, member w a = true /\ member w b = true in
  (related -> dense adjacency (0%nat, a) (0%nat, b) = 1) /\
  (~ related -> dense adjacency (0%nat, a) (0%nat, b) = 0).
Proof.
  intros r a b A B related. unfold adjacency. rewrite (dense_build r) by assumption.
  destruct A as [_ [SA A]], B as [_ [SB B]].
  destruct a as [|u|u v]; try discriminate. destruct b as [|x|x y]; try discriminate.
  cbn -[member] in *. unfold related.
  destruct (member u (edge x y)) eqn:MU, (member v (edge x y)) eqn:MV; cbn in *; split; try reflexivity.
  - intros [N _]. exfalso. apply N. decide_equalities; simpl in *; congruence || lia.
  - intros C. exfalso. apply C. split.
    + intros [= -> ->]. rewrite Nat.eqb_refl, orb_true_r in MV. discriminate.
    + exists u. rewrite Nat.eqb_refl. auto.
  - intros C. exfalso. apply C. split.
    + intros [= -> ->]. rewrite Nat.eqb_refl in MU. discriminate.
    + exists v. rewrite Nat.eqb_refl, orb_true_r. auto.
  - intros [_ [w [W W']]]. exfalso. decide_equalities; simpl in *; congruence || lia.
Qed.

(** The row of edge e weights its two vertices by -1 and all others by 1. *)
Theorem dense_weightings : forall r e u, valid r [2%nat] (0%nat, e) ->
  valid r [1%nat] (0%nat, vertex u) ->
  dense weightings (0%nat, e) (0%nat, vertex u) = if member u e then -1 else 1.
Proof.
  intros r e u E U. unfold weightings. rewrite (dense_build r) by assumption. simpl.
  destruct E as [_ E], U as [_ U]. rewrite (meet_comm r _ _ e (vertex u) E U). simpl.
  destruct (member u e); reflexivity.
Qed.

Theorem dense_apply1 : forall r f X p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (apply1 f X) p q = f (dense X p q).
Proof. intros. unfold apply1. rewrite (dense_build r) by assumption. reflexivity. Qed.

Theorem dense_relu : forall r X p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (relu X) p q = Rmax 0 (dense X p q).
Proof. intros. apply (dense_apply1 r); assumption. Qed.

Theorem dense_scale : forall r c X p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (scale c X) p q = c * dense X p q.
Proof. intros. apply (dense_apply1 r (fun x => c * x)); assumption. Qed.

Theorem dense_apply2 : forall r f X Y p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (apply2 f X Y) p q = f (dense X p q) (dense Y p q).
Proof. intros. unfold apply2. rewrite (dense_build r) by assumption. reflexivity. Qed.

Theorem dense_sum : forall r X Y p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (sum X Y) p q = dense X p q + dense Y p q.
Proof. intros. apply (dense_apply2 r); assumption. Qed.

Theorem dense_difference : forall r X Y p q, valid r (rows X) p -> valid r (cols X) q ->
  dense (difference X Y) p q = dense X p q - dense Y p q.
Proof. intros. apply (dense_apply2 r); assumption. Qed.

Theorem dense_transpose : forall r X p q, valid r (cols X) p -> valid r (rows X) q ->
  dense (transpose X) p q = dense X q p.
Proof.
  intros r X p q P Q. unfold transpose. rewrite (dense_build r) by assumption. unfold dense.
  destruct P as [_ P], Q as [_ Q]. rewrite (meet_comm r _ _ _ _ P Q). reflexivity.
Qed.

Lemma width_app : forall ks ms I, width (ks ++ ms) I =
  if I <? length ks then width ks I else width ms (I - length ks).
Proof.
  intros. unfold width. destruct (Nat.ltb_spec I (length ks)).
  - apply app_nth1; assumption.
  - apply app_nth2; assumption.
Qed.

(** Rows above, and rows below, whose blocks are numbered on. *)
Theorem dense_stack : forall r X Y I a q, cols X = cols Y -> valid r (cols X) q ->
  (valid r (rows X) (I, a) -> dense (stack X Y) (I, a) q = dense X (I, a) q) /\
  (valid r (rows Y) (I, a) ->
    dense (stack X Y) ((length (rows X) + I)%nat, a) q = dense Y (I, a) q).
Proof.
  intros r X Y I a q E Q. unfold stack. split; intros [L A]; simpl in *.
  - assert (V : valid r (rows X ++ rows Y) (I, a)).
    { split; simpl; [rewrite app_length; lia|]. rewrite width_app.
      destruct (Nat.ltb_spec I (length (rows X))); [exact A | lia]. }
    rewrite (dense_build r) by assumption. simpl.
    destruct (Nat.ltb_spec I (length (rows X))); [reflexivity | lia].
  - assert (V : valid r (rows X ++ rows Y) ((length (rows X) + I)%nat, a)).
    { split; simpl; [rewrite app_length; lia|]. rewrite width_app.
      destruct (Nat.ltb_spec (length (rows X) + I) (length (rows X))); [lia|].
      rewrite Nat.add_comm, Nat.add_sub. exact A. }
    rewrite (dense_build r) by assumption. simpl.
    destruct (Nat.ltb_spec (length (rows X) + I) (length (rows X))); [lia|].
    rewrite Nat.add_comm, Nat.add_sub. reflexivity.
Qed.

Theorem dense_product : forall r X Y p q, cols X = rows Y -> small_sizes (cols X) ->
  valid r (rows X) p -> valid r (cols Y) q ->
  dense (product (INR r) X Y) p q
  = sum_index r (cols X) (fun c => dense X p c * dense Y c q).
Proof.
  intros r X Y p q E S P Q. unfold product. rewrite (dense_build r) by assumption.
  unfold sum_index. apply total_ext. intros T L. unfold dense. simpl.
  symmetry. apply counting; [apply S; exact L | apply P | apply Q].
Qed.

Theorem dense_trace : forall r X, small_sizes (rows X) ->
  trace (INR r) X = sum_index r (rows X) (fun p => dense X p p).
Proof.
  intros r X S. unfold trace, sum_index. apply total_ext. intros I L. unfold dense. simpl.
  symmetry. apply counting_trace. apply S. exact L.
Qed.

Theorem dense_count : forall r ks, count (INR r) ks = sum_index r ks (fun _ => 1).
Proof.
  intros r ks. unfold count, sum_index. apply total_ext. intros I L.
  rewrite sum_subsets_constant. ring.
Qed.

Theorem dense_row_square : forall r X p, small_sizes (cols X) -> valid r (rows X) p ->
  row_square (INR r) X (fst p) = sum_index r (cols X) (fun c => dense X p c * dense X p c).
Proof.
  intros r X [I a] S [L A]. unfold row_square, sum_index. apply total_ext. intros T LT.
  unfold dense. simpl in *.
  assert (C := counting r (width (rows X) I) (width (cols X) T) (width (rows X) I) a a
    (entry X I T) (entry X I T) (S T LT) A A).
  rewrite (meet_self r _ a A) in C. rewrite <- C.
  apply sum_subsets_ext; [apply S; exact LT|]. intros c Hc.
  rewrite (meet_comm r _ _ c a Hc A). reflexivity.
Qed.

Theorem dense_unit_rows : forall r X p q, small_sizes (cols X) ->
  valid r (rows X) p -> valid r (cols X) q ->
  dense (unit_rows (INR r) X) p q
  = dense X p q / sqrt (sum_index r (cols X) (fun c => dense X p c * dense X p c)).
Proof.
  intros r X p q S P Q. unfold unit_rows. rewrite (dense_build r) by assumption.
  rewrite (dense_row_square r X p S P). reflexivity.
Qed.
