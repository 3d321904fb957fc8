(** * A formal matrix as a matrix with numbered rows and columns

    The subsets that rows and columns stand for, one after the other: [table] reads a matrix of Orbits.v
    as one of Matrices.v, and the operations on both are the same. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Subsets Lists Orbits Matrices Spectra.
Import ListNotations.
Local Open Scope R_scope.

(** ** The subsets in order *)

Definition subset_list (r k : nat) : list subset :=
  match k with
  | 0%nat => [nothing]
  | 1%nat => map vertex (seq 0 r)
  | _ => flat_map (fun v => map (fun u => edge u v) (seq 0 v)) (seq 0 r)
  end.

Definition indices (r : nat) (ks : list nat) : list index :=
  flat_map (fun I => map (pair I) (subset_list r (width ks I))) (seq 0 (length ks)).

Definition size_of (r : nat) (ks : list nat) : nat := length (indices r ks).
Definition index_at (r : nat) (ks : list nat) (i : nat) : index := nth i (indices r ks) (0%nat, nothing).

Lemma sum_subset_list : forall r k f, sum_subsets r k f = sum_list (subset_list r k) f.
Proof.
  intros r [|[|k]] f; simpl; [ring| |].
  - rewrite sum_list_map. apply total_list.
  - rewrite sum_list_flat, total_list. apply sum_list_ext. intros v.
    rewrite sum_list_map. apply total_list.
Qed.

Theorem sum_index_total : forall r ks f,
  sum_index r ks f = total (size_of r ks) (fun i => f (index_at r ks i)).
Proof.
  intros r ks f. unfold size_of, index_at. rewrite total_nth. unfold indices.
  rewrite sum_list_flat. unfold sum_index. rewrite total_list. apply sum_list_ext. intros I.
  rewrite sum_list_map. apply sum_subset_list.
Qed.

Lemma in_subset_list : forall r k a, (k <= 2)%nat -> (In a (subset_list r k) <-> inside r k a).
Proof.
  intros r k a K. unfold inside. destruct k as [|[|[|k]]]; try lia; simpl.
  - split; [intros [<-|[]]; simpl; auto|]. intros [S _]. destruct a; try discriminate. auto.
  - rewrite in_map_iff. split.
    + intros [u [<- U]]. apply in_seq in U. simpl. split; lia.
    + intros [S A]. destruct a; try discriminate. exists u. split; [reflexivity|].
      apply in_seq. lia.
  - rewrite in_flat_map. split.
    + intros [v [V A]]. apply in_map_iff in A. destruct A as [u [<- U]].
      apply in_seq in U. apply in_seq in V. simpl. split; lia.
    + intros [S A]. destruct a as [|u|u v]; try discriminate. exists v.
      split; [apply in_seq; lia|]. apply in_map_iff. exists u. split; [reflexivity|].
      apply in_seq. lia.
Qed.

Lemma in_indices : forall r ks p, small_sizes ks -> (In p (indices r ks) <-> valid r ks p).
Proof.
  intros r ks [I a] S. unfold indices, valid. rewrite in_flat_map. simpl. split.
  - intros [J [LJ P]]. apply in_seq in LJ. apply in_map_iff in P. destruct P as [b [[= <- <-] B]].
    split; [lia|]. apply in_subset_list; [apply S; lia | exact B].
  - intros [L A]. exists I. split; [apply in_seq; lia|]. apply in_map.
    apply in_subset_list; [apply S; lia | exact A].
Qed.

Lemma NoDup_subset_list : forall r k, NoDup (subset_list r k).
Proof.
  intros r [|[|k]]; simpl.
  - repeat constructor. simpl. tauto.
  - apply FinFun.Injective_map_NoDup; [intros u v [= ->]; reflexivity | apply seq_NoDup].
  - apply (NoDup_flat _ _ _ (fun a => match a with edge u v => v | _ => 0%nat end)).
    + apply seq_NoDup.
    + intros v. apply FinFun.Injective_map_NoDup; [intros u w [= ->]; reflexivity|].
      apply seq_NoDup.
    + intros v a A. apply in_map_iff in A. destruct A as [u [<- _]]. reflexivity.
Qed.

Lemma NoDup_indices : forall r ks, NoDup (indices r ks).
Proof.
  intros r ks. apply (NoDup_flat _ _ _ fst).
  - apply seq_NoDup.
  - intros I. apply FinFun.Injective_map_NoDup; [intros a b [= ->]; reflexivity|].
    apply NoDup_subset_list.
  - intros I p P. apply in_map_iff in P. destruct P as [a [<- _]]. reflexivity.
Qed.

Lemma index_at_valid : forall r ks i, small_sizes ks -> (i < size_of r ks)%nat ->
  valid r ks (index_at r ks i).
Proof. intros r ks i S L. apply in_indices; [exact S|]. apply nth_In. exact L. Qed.

Lemma index_at_all : forall r ks p, small_sizes ks -> valid r ks p ->
  exists i, (i < size_of r ks)%nat /\ index_at r ks i = p.
Proof.
  intros r ks p S V. apply in_indices in V; [|exact S].
  destruct (In_nth _ _ (0%nat, nothing) V) as [i [L E]]. exists i. split; assumption.
Qed.

Lemma index_at_once : forall r ks i j, (i < size_of r ks)%nat -> (j < size_of r ks)%nat ->
  index_at r ks i = index_at r ks j -> i = j.
Proof.
  intros r ks i j I J. apply (proj1 (NoDup_nth _ _) (NoDup_indices r ks)); assumption.
Qed.

(** There are as many as the formal count says. *)
Theorem count_size : forall r ks, count (INR r) ks = INR (size_of r ks).
Proof.
  intros r ks. rewrite dense_count, sum_index_total, total_constant. ring.
Qed.

(** ** Tables *)

Definition table (r : nat) (X : matrix) : dense_matrix :=
  fun i j => dense X (index_at r (rows X) i) (index_at r (cols X) j).

Definition formal (X : matrix) : Prop := small_sizes (rows X) /\ small_sizes (cols X).

(** Equal as matrices for this number of vertices. *)
Definition agree (r : nat) (X Y : matrix) : Prop :=
  rows X = rows Y /\ cols X = cols Y /\
  forall p q, valid r (rows X) p -> valid r (cols X) q -> dense X p q = dense Y p q.

Section Tables.
Variable r : nat.
Local Notation size := (size_of r).
Local Notation same X := (same_matrix (size (rows X)) (size (cols X))).

Theorem agree_table : forall X Y, formal X -> rows X = rows Y -> cols X = cols Y ->
  same X (table r X) (table r Y) -> agree r X Y.
Proof.
  intros X Y [SR SC] R C E. split; [exact R|]. split; [exact C|]. intros p q P Q.
  destruct (index_at_all r _ p SR P) as [i [I <-]]. destruct (index_at_all r _ q SC Q) as [j [J <-]].
  assert (H := E i j I J). unfold table in H. rewrite <- R, <- C in H. exact H.
Qed.

Lemma table_product : forall X Y, formal X -> formal Y -> cols X = rows Y ->
  same_matrix (size (rows X)) (size (cols Y)) (table r (product (INR r) X Y))
    (mul (size (cols X)) (table r X) (table r Y)).
Proof.
  intros X Y [XR XC] [YR YC] E i j I J. unfold table.
  change (rows (product (INR r) X Y)) with (rows X).
  change (cols (product (INR r) X Y)) with (cols Y).
  rewrite (dense_product r) by auto using index_at_valid.
  rewrite sum_index_total. unfold mul, table. rewrite E. reflexivity.
Qed.

Lemma table_transpose : forall X, formal X ->
  same_matrix (size (cols X)) (size (rows X)) (table r (transpose X)) (flip (table r X)).
Proof.
  intros X [XR XC] i j I J. unfold table, flip. apply (dense_transpose r); auto using index_at_valid.
Qed.

Lemma table_sum : forall X Y, formal X -> rows X = rows Y -> cols X = cols Y ->
  same X (table r (sum X Y)) (fun i j => table r X i j + table r Y i j).
Proof.
  intros X Y [XR XC] R C i j I J. unfold table. rewrite <- R, <- C.
  apply (dense_sum r); auto using index_at_valid.
Qed.

Lemma table_difference : forall X Y, formal X -> rows X = rows Y -> cols X = cols Y ->
  same X (table r (difference X Y)) (fun i j => table r X i j - table r Y i j).
Proof.
  intros X Y [XR XC] R C i j I J. unfold table. rewrite <- R, <- C.
  apply (dense_difference r); auto using index_at_valid.
Qed.

Lemma table_scale : forall c X, formal X ->
  same X (table r (scale c X)) (fun i j => c * table r X i j).
Proof.
  intros c X [XR XC] i j I J. apply (dense_scale r); auto using index_at_valid.
Qed.

Lemma table_zeros : forall ks ms, small_sizes ks -> small_sizes ms ->
  same_matrix (size ks) (size ms) (table r (zeros ks ms)) zero_matrix.
Proof.
  intros ks ms K M i j I J. unfold table, zero_matrix.
  apply (dense_zeros r); apply index_at_valid; assumption.
Qed.

Lemma table_identity : forall ks, small_sizes ks ->
  same_matrix (size ks) (size ks) (table r (identity ks)) unit_matrix.
Proof.
  intros ks K i j I J. unfold table, unit_matrix. cbn [rows cols identity build].
  destruct (dense_identity r ks (index_at r ks i) (index_at r ks j)) as [D N];
    auto using index_at_valid.
  destruct (Nat.eqb_spec i j) as [->|H]; [apply D; reflexivity|].
  apply N. intros E. apply H. apply (index_at_once r ks); assumption.
Qed.

Lemma table_trace : forall X, formal X -> rows X = cols X ->
  trace (INR r) X = tr (size (rows X)) (table r X).
Proof.
  intros X [XR _] E. rewrite (dense_trace r X XR), sum_index_total. unfold tr, table.
  rewrite <- E. reflexivity.
Qed.

End Tables.
