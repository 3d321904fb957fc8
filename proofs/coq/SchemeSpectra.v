(** * The spectra of matrices over tuples

    [table] reads a matrix of Schemes.v as one with numbered rows and columns.  What is said of its
    eigenvalues is said of that one, in the words of Eigenbasis.v; [spectrum_by] and the theorems after it
    are how a proof on file shows it from a few equations between formal matrices. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Lists Tuples Schemes Matrices Spectra Eigenbasis.
From Uniform Require Subsets Statements.
Import ListNotations.
Local Open Scope R_scope.

Notation natural := Statements.natural.

(** ** Numbered rows and columns *)

Definition size_of (ns : list nat) (ks : list kind) : nat := length (indices ns ks).
Definition index_at (ns : list nat) (ks : list kind) (i : nat) : index :=
  nth i (indices ns ks) (0%nat, []).
Definition table (ns : list nat) (X : matrix) : dense_matrix :=
  fun i j => dense X (index_at ns (rows X) i) (index_at ns (cols X) j).

Lemma index_at_valid : forall ns ks i, (i < size_of ns ks)%nat -> valid ns ks (index_at ns ks i).
Proof. intros ns ks i L. apply in_indices, nth_In, L. Qed.

Lemma index_at_once : forall ns ks i j, (i < size_of ns ks)%nat -> (j < size_of ns ks)%nat ->
  index_at ns ks i = index_at ns ks j -> i = j.
Proof.
  intros ns ks i j I J. apply (proj1 (NoDup_nth _ _) (NoDup_indices ns ks)); assumption.
Qed.

Section Tables.
Variable ns : list nat.
Local Notation size := (size_of ns).
Local Notation same X := (same_matrix (size (rows X)) (size (cols X))).

Lemma table_product : forall X Y, cols X = rows Y ->
  same_matrix (size (rows X)) (size (cols Y)) (table ns (product (map INR ns) X Y))
    (mul (size (cols X)) (table ns X) (table ns Y)).
Proof.
  intros X Y E i j I J. unfold table.
  change (rows (product (map INR ns) X Y)) with (rows X).
  change (cols (product (map INR ns) X Y)) with (cols Y).
  rewrite (dense_product ns) by auto using index_at_valid.
  unfold mul, size_of. rewrite <- E.
  rewrite <- (total_nth _ (indices ns (cols X)) (0%nat, [])). reflexivity.
Qed.

Lemma table_transpose : forall X,
  same_matrix (size (cols X)) (size (rows X)) (table ns (transpose X)) (flip (table ns X)).
Proof.
  intros X i j I J. unfold table, flip. apply (dense_transpose ns); auto using index_at_valid.
Qed.

Lemma table_shifted : forall X v, rows X = cols X ->
  same X (table ns (difference X (scale v (identity (rows X))))) (less (table ns X) v).
Proof.
  intros X v E i j I J. unfold table, less.
  change (rows (difference X _)) with (rows X). change (cols (difference X _)) with (cols X).
  rewrite <- E in *.
  set (p := index_at ns (rows X) i). set (q := index_at ns (rows X) j).
  assert (P : valid ns (rows X) p) by (apply index_at_valid; exact I).
  assert (Q : valid ns (rows X) q) by (apply index_at_valid; exact J).
  rewrite (dense_difference ns) by (rewrite <- ?E; assumption).
  rewrite (dense_scale ns) by assumption. unfold unit_matrix.
  destruct (dense_identity ns (rows X) p q P Q) as [D N].
  destruct (Nat.eqb_spec i j) as [->|H]; [rewrite D; reflexivity|].
  rewrite N; [reflexivity|]. intros F. apply H. apply (index_at_once ns (rows X)); assumption.
Qed.

Lemma table_identity : forall ks, same_matrix (size ks) (size ks) (table ns (identity ks)) unit_matrix.
Proof.
  intros ks i j I J. unfold table, unit_matrix. cbn [rows cols identity build].
  destruct (dense_identity ns ks (index_at ns ks i) (index_at ns ks j)) as [D N];
    auto using index_at_valid.
  destruct (Nat.eqb_spec i j) as [->|H]; [apply D; reflexivity|].
  apply N. intros E. apply H. apply (index_at_once ns ks); assumption.
Qed.

Lemma table_zeros : forall ks ms,
  same_matrix (size ks) (size ms) (table ns (zeros ks ms)) zero_matrix.
Proof.
  intros ks ms i j I J. unfold table, zero_matrix. apply (dense_zeros ns); apply index_at_valid;
    assumption.
Qed.

Lemma table_trace : forall X, rows X = cols X ->
  trace (map INR ns) X = tr (size (rows X)) (table ns X).
Proof.
  intros X E. rewrite dense_trace. unfold tr, table. rewrite <- E.
  rewrite <- (total_nth _ (indices ns (rows X)) (0%nat, [])). reflexivity.
Qed.

End Tables.

(** ** What is said of the eigenvalues of a matrix

    For the one list of natural numbers that the numbers of elements are. *)

Definition of_matrix (ns : list R) (M : matrix) (P : nat -> dense_matrix -> Prop) : Prop :=
  rows M = cols M /\ exists sizes, ns = map INR sizes /\ P (size_of sizes (rows M)) (table sizes M).

(** The eigenvalues with their multiplicities, which are natural numbers. *)
Definition spectrum (ns : list R) (M : matrix) (vs : list (R * R)) : Prop :=
  of_matrix ns M (fun n A => has_spectrum n A vs) /\ Forall (fun vm => natural (snd vm)) vs.

(** How many eigenvalues, with their multiplicities, are positive, zero or negative. *)
Definition positives (ns : list R) (M : matrix) (x : R) : Prop :=
  of_matrix ns M (fun n A => eigenvalues_with is_positive n A x).
Definition nulls (ns : list R) (M : matrix) (x : R) : Prop :=
  of_matrix ns M (fun n A => eigenvalues_with is_zero n A x).
Definition negatives (ns : list R) (M : matrix) (x : R) : Prop :=
  of_matrix ns M (fun n A => eigenvalues_with is_negative n A x).

Definition least (ns : list R) (M : matrix) (v : R) : Prop :=
  of_matrix ns M (fun n A => least_eigenvalue n A v).
Definition greatest (ns : list R) (M : matrix) (v : R) : Prop :=
  of_matrix ns M (fun n A => greatest_eigenvalue n A v).

(** The product of the eigenvalues is a product of powers. *)
Definition determinant (ns : list R) (M : matrix) (powers : list (R * R)) : Prop :=
  of_matrix ns M (fun n A => exists d, eigenvalue_product n A d /\ power_product powers d).

(** The number of eigenvalues of MᵀM that are not zero. *)
Definition rank (ns : list R) (M : matrix) (x : R) : Prop :=
  exists sizes, ns = map INR sizes /\
    eigenvalues_with is_not_zero (size_of sizes (cols M))
      (mul (size_of sizes (rows M)) (flip (table sizes M)) (table sizes M)) x.

(** ** How it is shown *)

Definition shifted (M : matrix) (v : R) : matrix := difference M (scale v (identity (rows M))).

Fixpoint annihilator (ns : list R) (M : matrix) (vs : list (R * R)) : matrix :=
  match vs with
  | [] => identity (rows M)
  | [(v, _)] => shifted M v
  | (v, _) :: rest => product ns (annihilator ns M rest) (shifted M v)
  end.

Fixpoint power (ns : list R) (M : matrix) (n : nat) : matrix :=
  match n with O => identity (rows M) | 1%nat => M | S m => product ns (power ns M m) M end.

Lemma annihilator_table : forall ns M vs, rows M = cols M ->
  rows (annihilator (map INR ns) M vs) = rows M /\ cols (annihilator (map INR ns) M vs) = rows M /\
  same_matrix (size_of ns (rows M)) (size_of ns (rows M))
    (table ns (annihilator (map INR ns) M vs))
    (annihilate (size_of ns (rows M)) (table ns M) (map fst vs) unit_matrix).
Proof.
  intros ns M vs E. set (n := size_of ns (rows M)).
  assert (S : forall v, same_matrix n n (table ns (shifted M v)) (less (table ns M) v)).
  { intros v. unfold n. rewrite E at 2. apply table_shifted. exact E. }
  induction vs as [|[v m] vs IH]; [|destruct vs as [|vm vs]].
  - split; [reflexivity|]. split; [reflexivity|]. apply table_identity.
  - split; [reflexivity|]. split; [symmetry; exact E|]. cbn [annihilator map fst annihilate].
    rewrite unit_right. apply S.
  - destruct IH as [R [C T]].
    set (X := annihilator (map INR ns) M (vm :: vs)) in *.
    change (annihilator (map INR ns) M ((v, m) :: vm :: vs))
      with (product (map INR ns) X (shifted M v)).
    split; [exact R|]. split; [symmetry; exact E|].
    assert (P := table_product ns X (shifted M v) C). rewrite R, C in P.
    change (cols (shifted M v)) with (cols M) in P. rewrite <- E in P. fold n in P.
    rewrite P, T, (S v). apply annihilate_right.
Qed.

Lemma power_table : forall ns M k, rows M = cols M ->
  rows (power (map INR ns) M k) = rows M /\ cols (power (map INR ns) M k) = rows M /\
  same_matrix (size_of ns (rows M)) (size_of ns (rows M))
    (table ns (power (map INR ns) M k)) (pow_matrix (size_of ns (rows M)) (table ns M) k).
Proof.
  intros ns M k E. set (n := size_of ns (rows M)). induction k as [|k IH]; [|destruct k as [|k]].
  - split; [reflexivity|]. split; [reflexivity|]. apply table_identity.
  - split; [reflexivity|]. split; [symmetry; exact E|]. cbn [power pow_matrix].
    rewrite unit_left. reflexivity.
  - destruct IH as [R [C T]]. set (X := power (map INR ns) M (S k)) in *.
    change (power (map INR ns) M (S (S k))) with (product (map INR ns) X M).
    split; [exact R|]. split; [symmetry; exact E|].
    assert (P := table_product ns X M C). rewrite R, C, <- E in P. fold n in P.
    rewrite P, T. reflexivity.
Qed.

Definition gram (ns : list R) (M : matrix) : matrix := product ns (transpose M) M.

(** The equations that show a spectrum. *)
Definition spectral_equations (ns : list R) (M : matrix) (vs : list (R * R)) : Prop :=
  transpose M = M /\
  annihilator ns M vs = zeros (rows M) (rows M) /\
  map (fun j => trace ns (power ns M j)) (seq 0 (length vs))
  = map (moment vs) (seq 0 (length vs)).

Lemma natural_sizes : forall ns, Forall natural ns -> exists sizes, ns = map INR sizes.
Proof.
  intros ns F. induction F as [|n ns [k ->] F [ks ->]]; [exists []; reflexivity|].
  exists (k :: ks). reflexivity.
Qed.

Lemma has_spectrum_by : forall ns M vs, spectral_equations (map INR ns) M vs ->
  rows M = cols M /\ has_spectrum (size_of ns (rows M)) (table ns M) vs.
Proof.
  intros ns M vs [S [Z T]].
  assert (E : rows M = cols M) by (apply (f_equal cols) in S; exact S).
  split; [exact E|]. apply Eigenbasis.spectrum_by.
  - assert (H := table_transpose ns M). rewrite S, <- E in H. symmetry. exact H.
  - destruct (annihilator_table ns M vs E) as [_ [_ A]]. rewrite <- A, Z. apply table_zeros.
  - intros j J. destruct (power_table ns M j E) as [R [C P]].
    unfold trace_of_power. rewrite <- P. rewrite <- R at 1. rewrite <- table_trace by congruence.
    assert (H := f_equal (fun l => nth j l 0) T). cbv beta in H.
    rewrite !Orbits.nth_map_seq in H by exact J. exact H.
Qed.

Theorem spectrum_by : forall ns M vs, Forall natural ns -> spectral_equations ns M vs ->
  Forall (fun vm => natural (snd vm)) vs -> spectrum ns M vs.
Proof.
  intros ns M vs N H F. destruct (natural_sizes ns N) as [sizes ->].
  destruct (has_spectrum_by sizes M vs H) as [E S]. split; [|exact F]. split; [exact E|].
  exists sizes. auto.
Qed.

Section From.
Variables (ns : list R) (M : matrix) (vs : list (R * R)).
Hypothesis known : spectrum ns M vs.

Lemma of_spectrum : forall P : nat -> dense_matrix -> Prop,
  (forall n A, has_spectrum n A vs -> P n A) -> of_matrix ns M P.
Proof.
  intros P H. destruct known as [[E [sizes [N S]]] _]. split; [exact E|]. exists sizes. auto.
Qed.

Theorem positives_by : forall which,
  Forall2 (fun b vm => is_positive (fst vm) = b \/ snd vm = 0) which vs ->
  positives ns M (chosen which vs).
Proof. intros which F. apply of_spectrum. intros n A S. apply eigenvalues_with_by; assumption. Qed.

Theorem nulls_by : forall which,
  Forall2 (fun b vm => is_zero (fst vm) = b \/ snd vm = 0) which vs -> nulls ns M (chosen which vs).
Proof. intros which F. apply of_spectrum. intros n A S. apply eigenvalues_with_by; assumption. Qed.

Theorem negatives_by : forall which,
  Forall2 (fun b vm => is_negative (fst vm) = b \/ snd vm = 0) which vs ->
  negatives ns M (chosen which vs).
Proof. intros which F. apply of_spectrum. intros n A S. apply eigenvalues_with_by; assumption. Qed.

Lemma multiplicities_nonnegative : Forall (fun vm => 0 <= snd vm) vs.
Proof.
  destruct known as [_ F]. eapply Forall_impl; [|exact F]. intros vm [k ->]. apply pos_INR.
Qed.

Theorem least_by : forall v m, In (v, m) vs -> 0 < m ->
  Forall (fun vm => v <= fst vm \/ snd vm = 0) vs -> least ns M v.
Proof.
  intros v m I P F. apply of_spectrum. intros n A S.
  apply (extreme_by Rle n A vs v m); auto using multiplicities_nonnegative.
Qed.

Theorem greatest_by : forall v m, In (v, m) vs -> 0 < m ->
  Forall (fun vm => fst vm <= v \/ snd vm = 0) vs -> greatest ns M v.
Proof.
  intros v m I P F. apply of_spectrum. intros n A S.
  apply (extreme_by (fun v w => w <= v) n A vs v m); auto using multiplicities_nonnegative.
Qed.

Lemma natural_exponents : exists es : list nat, map snd vs = map INR es.
Proof.
  destruct known as [_ F]. clear known. induction F as [|[v m] vs [k K] F [es E]].
  - exists []. reflexivity.
  - simpl in K. subst m. exists (k :: es). simpl. rewrite E. reflexivity.
Qed.

Theorem determinant_by : determinant ns M vs.
Proof.
  apply of_spectrum. intros n A S. destruct natural_exponents as [es E].
  assert (P : power_product vs
    (fold_right (fun be rest => fst be ^ snd be * rest) 1 (combine (map fst vs) es)))
    by (exists es; auto).
  eexists. split; [|exact P]. apply eigenvalue_product_by with vs; assumption.
Qed.

(** A power of 1 may be left out. *)
Theorem determinant_without_one : forall e ws, vs = (1, e) :: ws -> determinant ns M ws.
Proof.
  intros e ws E. destruct determinant_by as [S [sizes [N [d [D [es [L ->]]]]]]].
  split; [exact S|]. exists sizes. split; [exact N|]. eexists. split; [exact D|].
  rewrite E in *. destruct es as [|k es]; [discriminate|]. injection L as _ L. exists es.
  split; [exact L|]. cbn [map combine fold_right fst snd]. rewrite pow1. ring.
Qed.

(** Where 0 is an eigenvalue, a product with a power of 0 is the determinant. *)
Theorem determinant_zero : forall m, In (0, m) vs -> 0 < m ->
  forall ws e, Forall (fun be => natural (snd be)) ws -> In (0, e) ws -> 0 < e ->
  determinant ns M ws.
Proof.
  assert (Zero : forall us, Forall (fun be => natural (snd be)) us ->
    forall e, In (0, e) us -> 0 < e -> power_product us 0).
  { intros us F. induction F as [|[b x] us [k K] F IH]; intros e I P; [destruct I|].
    simpl in K. subst x. destruct I as [I|I].
    - injection I as -> <-. assert (E : exists es : list nat, map snd us = map INR es).
      { clear - F. induction F as [|[b x] us [j J] F [es E]]; [exists []; reflexivity|].
        simpl in J. subst x. exists (j :: es). simpl. rewrite E. reflexivity. }
      destruct E as [es E]. exists (k :: es). simpl. rewrite E. split; [reflexivity|].
      destruct k; [simpl in P; lra|]. simpl. ring.
    - destruct (IH e I P) as [es [E Z]]. exists (k :: es). simpl. rewrite E, <- Z.
      split; [reflexivity|]. simpl. ring. }
  intros m I P ws e F J Q. apply of_spectrum. intros n A S. exists 0. split.
  - apply eigenvalue_product_by with vs; [exact S|]. destruct known as [_ K].
    apply (Zero vs K m I P).
  - apply (Zero ws F e J Q).
Qed.

End From.

Theorem rank_by : forall ns M vs which, Forall natural ns ->
  spectral_equations ns (gram ns M) vs ->
  Forall2 (fun b vm => is_not_zero (fst vm) = b \/ snd vm = 0) which vs ->
  rank ns M (chosen which vs).
Proof.
  intros ns M vs which N H F. destruct (natural_sizes ns N) as [sizes ->]. exists sizes.
  split; [reflexivity|]. apply eigenvalues_with_by; [|exact F].
  destruct (has_spectrum_by sizes _ vs H) as [_ S]. refine (has_spectrum_ext _ _ _ _ _ S).
  change (rows (gram _ M)) with (cols M). unfold gram.
  rewrite (table_product sizes (transpose M) M eq_refl).
  change (rows (transpose M)) with (cols M). change (cols (transpose M)) with (rows M).
  rewrite (table_transpose sizes M). reflexivity.
Qed.

(** ** There is one answer *)

Lemma sizes_once : forall sizes sizes', map INR sizes = map INR sizes' -> sizes = sizes'.
Proof.
  induction sizes as [|n sizes IH]; intros [|n' sizes'] E; try discriminate; [reflexivity|].
  injection E as E E'. apply INR_eq in E. rewrite E, (IH sizes' E'). reflexivity.
Qed.

Theorem eigenvalues_with_once : forall p ns M x y,
  of_matrix ns M (fun n A => eigenvalues_with p n A x) ->
  of_matrix ns M (fun n A => eigenvalues_with p n A y) -> x = y.
Proof.
  intros p ns M x y [_ [sizes [-> X]]] [_ [sizes' [E Y]]]. apply sizes_once in E. subst sizes'.
  apply (eigenvalues_with_unique p _ _ x y X Y).
Qed.

Theorem rank_once : forall ns M x y, rank ns M x -> rank ns M y -> x = y.
Proof.
  intros ns M x y [sizes [-> X]] [sizes' [E Y]]. apply sizes_once in E. subst sizes'.
  apply (eigenvalues_with_unique _ _ _ x y X Y).
Qed.

Theorem least_once : forall ns M v w, least ns M v -> least ns M w -> v = w.
Proof.
  intros ns M v w [_ [sizes [-> X]]] [_ [sizes' [E Y]]]. apply sizes_once in E. subst sizes'.
  apply (extreme_unique Rle _ _ v w Rle_antisym X Y).
Qed.

Theorem greatest_once : forall ns M v w, greatest ns M v -> greatest ns M w -> v = w.
Proof.
  intros ns M v w [_ [sizes [-> X]]] [_ [sizes' [E Y]]]. apply sizes_once in E. subst sizes'.
  refine (extreme_unique (fun a b => b <= a) _ _ v w _ X Y).
  intros a b H K. apply Rle_antisym; assumption.
Qed.

(** Without negative eigenvalues a matrix is positive semidefinite. *)
Theorem negatives_none : forall ns M, negatives ns M 0 ->
  of_matrix ns M (fun n A => forall x, 0 <= form n A x).
Proof.
  intros ns M [E [sizes [N S]]]. split; [exact E|]. exists sizes. split; [exact N|].
  apply semidefinite. exact S.
Qed.

(** ** Graphs *)

Definition all_entries (P : R -> Prop) (X : matrix) : Prop := Forall (Forall (Forall P)) (blocks X).

(** The equations of a strongly regular graph with v vertices of degree k, l common neighbours of
    adjacent and m of other vertices; the entries are 0 or 1, the diagonal is 0. *)
Definition strongly_regular (ns : list R) (M : matrix) (v k l m : R) : Prop :=
  transpose M = M /\ count ns (rows M) = v /\ trace ns M = 0 /\
  all_entries (fun x => x = 0 \/ x = 1) M /\
  product ns M M =
    sum (scale k (identity (rows M)))
      (sum (scale l M)
        (scale m (difference (difference (ones (rows M) (rows M)) (identity (rows M))) M))).
