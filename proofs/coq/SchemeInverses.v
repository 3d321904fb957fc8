(** * Inverses, unit rows and nuclear norms of matrices over tuples

    As Statements.v, for the matrices of Schemes.v: what these operations are, that they are what
    they are called of the [table] of a matrix, and how a proof on file shows them. *)

From Coq Require Import Reals Arith List Setoid Morphisms Lia Lra.
From Uniform Require Import Lists Tuples Schemes Matrices Spectra Eigenbasis SchemeSpectra.
From Uniform Require Subsets.
Import ListNotations.
Local Open Scope R_scope.

(** ** Entry by entry *)

Definition relu : matrix -> matrix := apply1 (Rmax 0).

Theorem dense_relu : forall ns X p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (relu X) p q = Rmax 0 (dense X p q).
Proof. intros. unfold relu, apply1. rewrite (dense_build ns) by assumption. reflexivity. Qed.

Theorem relu_keeps : forall x v, 0 <= x -> x = v -> Rmax 0 x = v.
Proof. intros x v P <-. apply Rmax_right. exact P. Qed.

Theorem relu_drops : forall x, x <= 0 -> Rmax 0 x = 0.
Proof. intros x P. apply Rmax_left. exact P. Qed.

(** ** Unit rows *)

(** The square of the norm of the rows in a block. *)
Definition row_square (ns : list R) (X : matrix) (I : nat) : R :=
  let k := width (rows X) I in
  total (length (cols X)) (fun T =>
    block_product ns k (width (cols X) T) k k (entry X I T) (entry X I T)).

Definition unit_rows (ns : list R) (X : matrix) : matrix :=
  build (rows X) (cols X) (fun I J is => entry X I J is / sqrt (row_square ns X I)).

(** No row is zero, so that every row has a multiple of norm one. *)
Definition no_zero_row (ns : list R) (X : matrix) : Prop :=
  forall I, (I < length (rows X))%nat -> 0 < row_square ns X I.

Theorem dense_unit_rows : forall ns X p q, valid ns (rows X) p -> valid ns (cols X) q ->
  dense (unit_rows (map INR ns) X) p q
  = dense X p q / sqrt (sum_list (indices ns (cols X)) (fun c => dense X p c * dense X p c)).
Proof.
  intros ns X p q P Q. unfold unit_rows. rewrite (dense_build ns) by assumption.
  unfold Rdiv. f_equal. do 2 f_equal. unfold row_square, indices.
  rewrite sum_list_flat, total_list. apply sum_list_ext. intros T. rewrite sum_list_map.
  unfold dense. cbn [fst snd].
  transitivity (sum_list (tuples ns (width (cols X) T)) (fun c =>
    entry X (fst p) T (meets (snd p) c) * entry X (fst p) T (meets c (snd p)))).
  - rewrite <- (meets_self ns _ (snd p) (proj2 P)) at 3. symmetry.
    apply (counting ns _ _ _ _ _ (entry X (fst p) T) (entry X (fst p) T) (proj2 P) (proj2 P)).
  - apply sum_list_ext. intros c. rewrite (meets_comm c). reflexivity.
Qed.

Lemma orbits_within : forall bs is, In is (orbits bs) -> within bs is.
Proof.
  induction bs as [|b bs IH]; intros is I; cbn [orbits] in I.
  - destruct I as [<-|[]]. constructor.
  - apply in_flat_map in I. destruct I as [i [Hi I]]. apply in_seq in Hi. apply in_map_iff in I.
    destruct I as [js [<- J]]. constructor; [lia | apply IH; exact J].
Qed.

(** The rows of X are those of V times positive numbers, block by block, which are their norms. *)
Theorem unit_rows_by : forall ns X V (c : nat -> R),
  V = build (rows X) (cols X) (entry V) ->
  X = build (rows X) (cols X) (fun I J is => c I * entry V I J is) ->
  (forall I, (I < length (rows X))%nat -> 0 < c I) ->
  (forall I, (I < length (rows X))%nat -> row_square ns X I = c I * c I) ->
  unit_rows ns X = V.
Proof.
  intros ns X V c Shape Multiple Pos Norm. rewrite Shape. unfold unit_rows, build. f_equal.
  apply map_ext_in. intros I LI. apply in_seq in LI. apply map_ext_in. intros J LJ. apply in_seq in LJ.
  apply map_ext_in. intros is Is. apply orbits_within in Is.
  assert (E : entry X I J is = c I * entry V I J is).
  { rewrite (f_equal (fun Z => entry Z I J is) Multiple). apply entry_build; [lia | lia | exact Is]. }
  assert (P := Pos I ltac:(lia)). rewrite E, (Norm I) by lia. rewrite sqrt_square by lra. field. lra.
Qed.

(** ** Inverses *)

Definition inverse (ns : list R) (M V : matrix) : Prop :=
  product ns V M = identity (rows M) /\ product ns M V = identity (rows M).

(** The four Penrose equations; that they have one solution is [penrose_unique] in Matrices.v. *)
Definition pseudo_inverse (ns : list R) (M V : matrix) : Prop :=
  product ns (product ns M V) M = M /\
  product ns (product ns V M) V = V /\
  transpose (product ns M V) = product ns M V /\
  transpose (product ns V M) = product ns V M.

Section Tables.
Variable ns : list nat.
Local Notation size := (size_of ns).
Local Notation sizes := (map INR ns).
Local Notation read := (table ns).

Lemma table_equal : forall X Y, X = Y -> same_matrix (size (rows X)) (size (cols X)) (read X) (read Y).
Proof. intros X Y <-. apply same_refl. Qed.

Theorem inverse_table : forall M V, inverse sizes M V ->
  let n := size (rows M) in
  cols M = rows M /\ rows V = rows M /\ cols V = rows M /\
  same_matrix n n (mul n (read V) (read M)) unit_matrix /\
  same_matrix n n (mul n (read M) (read V)) unit_matrix.
Proof.
  intros M V [E F] n. assert (E1 := f_equal rows E). assert (E2 := f_equal cols E).
  assert (F2 := f_equal cols F). change (rows V = rows M) in E1. change (cols M = rows M) in E2.
  change (cols V = rows M) in F2. do 3 (split; [assumption|]).
  assert (E' := table_product ns V M F2). assert (F' := table_product ns M V (eq_trans E2 (eq_sym E1))).
  rewrite E in E'. rewrite F in F'. rewrite E1, E2, F2 in E'. rewrite E2, F2 in F'. fold n in E', F'.
  assert (I := table_identity ns (rows M)). fold n in I.
  split; intros i j Hi Hj; rewrite <- (I i j Hi Hj); symmetry; [apply E' | apply F']; assumption.
Qed.

Theorem inverse_unique : forall M V V', inverse sizes M V -> inverse sizes M V' ->
  same_matrix (size (rows M)) (size (rows M)) (read V) (read V').
Proof.
  intros M V V' I I'. destruct (inverse_table M V I) as [_ [_ [_ [E _]]]].
  destruct (inverse_table M V' I') as [_ [_ [_ [_ F]]]]. set (n := size (rows M)) in *.
  rewrite <- (unit_right n n (read V)), <- F, <- mul_assoc_same, E, unit_left. reflexivity.
Qed.

Theorem pseudo_inverse_table : forall M V, pseudo_inverse sizes M V ->
  rows V = cols M /\ cols V = rows M /\
  penrose (size (rows M)) (size (cols M)) (read M) (read V).
Proof.
  intros M V [E1 [E2 [E3 E4]]].
  assert (C : cols V = rows M) by exact (f_equal rows E3).
  assert (R : rows V = cols M) by exact (eq_sym (f_equal rows E4)).
  split; [exact R|]. split; [exact C|]. assert (R' := eq_sym R).
  assert (MV := table_product ns M V R'). assert (VM := table_product ns V M C).
  assert (T1 := table_product ns (product sizes M V) M C).
  assert (T2 := table_product ns (product sizes V M) V R').
  assert (T3 := table_transpose ns (product sizes M V)).
  assert (T4 := table_transpose ns (product sizes V M)).
  rewrite E1 in T1. rewrite E2 in T2. rewrite E3 in T3. rewrite E4 in T4.
  simpl in *. rewrite ?R, ?C in *. split.
  - rewrite <- MV. symmetry. exact T1.
  - rewrite <- VM. symmetry. exact T2.
  - rewrite <- (same_flip _ _ _ _ MV), <- T3. exact MV.
  - rewrite <- (same_flip _ _ _ _ VM), <- T4. exact VM.
Qed.

Theorem pseudo_inverse_unique : forall M V V', pseudo_inverse sizes M V -> pseudo_inverse sizes M V' ->
  same_matrix (size (cols M)) (size (rows M)) (read V) (read V').
Proof.
  intros M V V' I I'. apply (penrose_unique _ _ (read M)); apply pseudo_inverse_table; assumption.
Qed.
End Tables.

(** ** The nuclear norm: the sum of the singular values *)

Definition nuclear (ns : list R) (M : matrix) (nu : R) : Prop :=
  exists sizes vs, ns = map INR sizes /\
    has_spectrum (size_of sizes (cols M))
      (mul (size_of sizes (rows M)) (flip (table sizes M)) (table sizes M))
      (map (fun vm => (fst vm * fst vm, snd vm)) vs) /\
    Forall (fun vm => 0 <= fst vm) vs /\ nu = Spectra.moment vs 1.

Theorem nuclear_by : forall ns M vs, Forall natural ns ->
  spectral_equations ns (gram ns M) (map (fun vm => (fst vm * fst vm, snd vm)) vs) ->
  Forall (fun vm => 0 <= fst vm) vs -> nuclear ns M (Spectra.moment vs 1).
Proof.
  intros ns M vs N H F. destruct (natural_sizes ns N) as [sizes ->]. exists sizes, vs.
  split; [reflexivity|]. split; [|split; [exact F | reflexivity]].
  destruct (has_spectrum_by sizes _ _ H) as [_ S]. refine (has_spectrum_ext _ _ _ _ _ S).
  change (rows (gram _ M)) with (cols M). unfold gram.
  rewrite (table_product sizes (transpose M) M eq_refl).
  change (rows (transpose M)) with (cols M). change (cols (transpose M)) with (rows M).
  rewrite (table_transpose sizes M). reflexivity.
Qed.

Theorem nuclear_once : forall ns M x y, nuclear ns M x -> nuclear ns M y -> x = y.
Proof.
  intros ns M x y [sizes [vs [E [S [P ->]]]]] [sizes' [vs' [E' [S' [P' ->]]]]].
  assert (sizes' = sizes) as -> by (apply sizes_once; congruence).
  rewrite (moment_of_squares vs P), (moment_of_squares vs' P').
  assert (B := S). destruct B as [_ [basis [B _]]].
  rewrite <- (spectrum_sums _ _ _ S basis B), <- (spectrum_sums _ _ _ S' basis B). reflexivity.
Qed.

(** ** A construction with two layers below collapse

    The premises of [two_layers_below_collapse] in NormalForm.v, in numbers of N: ν its nuclear
    norm and [i] the inverse of relu(N)ᵀ relu(N). *)
Definition below_two (ns : list R) (N : matrix) (nu : R) (i : matrix) : Prop :=
  nu * nu * trace ns i < count ns (cols N) ^ 3.
