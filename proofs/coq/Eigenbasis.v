(** * Eigenvalues and their multiplicities

    [has_spectrum]: a symmetric matrix has an orthonormal basis of eigenvectors, and the values on a list
    belong to as many of them as the list says.  [spectrum_by] gives it for a symmetric matrix that
    Π (A - v) annihilates and whose traces of powers are Σ m v^j for as many j as there are v.

    For such a matrix no more of the spectral theorem is needed than what is here: Π (A - w) over the
    other values, divided by Π (v - w), is the projector onto the eigenvectors of v, and the columns of a
    projector give an orthonormal basis of what it projects onto ([projector_basis]). *)

From Coq Require Import Reals Arith Bool List Setoid Morphisms Lia Lra.
From Uniform Require Import Subsets Lists Matrices Spectra.
Import ListNotations.
Local Open Scope R_scope.

Definition vector : Type := nat -> R.

(** ** What an orthonormal basis of eigenvectors is *)

Section Definitions.
Variable n : nat.

Definition inner (u w : vector) : R := total n (fun i => u i * w i).

(** Of length one, and orthogonal to one another. *)
Fixpoint orthonormal (us : list vector) : Prop :=
  match us with
  | [] => True
  | u :: us => inner u u = 1 /\ Forall (fun w => inner u w = 0) us /\ orthonormal us
  end.

(** A u = v u. *)
Definition eigenvector (A : dense_matrix) (v : R) (u : vector) : Prop :=
  forall i, (i < n)%nat -> total n (fun j => A i j * u j) = v * u i.

(** Σ u uᵀ. *)
Definition outer (us : list vector) : dense_matrix := fun i j => sum_list us (fun u => u i * u j).

(** An orthonormal basis of eigenvectors, each with its eigenvalue: Σ u uᵀ = 1 says that every vector is
    Σ (u·x) u.  There are as many of them as rows ([eigenbasis_length]), and which eigenvalues there are
    and how often does not depend on the basis ([eigenbasis_unique]). *)
Definition eigenbasis (A : dense_matrix) (basis : list (R * vector)) : Prop :=
  orthonormal (map snd basis) /\ same_matrix n n (outer (map snd basis)) unit_matrix /\
  Forall (fun vu => eigenvector A (fst vu) (snd vu)) basis.

(** How often a value is an eigenvalue, and how often a list of values with multiplicities says so: where
    values on the list coincide, their multiplicities add up. *)
Definition times_in (basis : list (R * vector)) (v : R) : nat :=
  count_occ Req_EM_T (map fst basis) v.
Definition multiplicity (vs : list (R * R)) (v : R) : R :=
  weighted (fun w => if Req_EM_T w v then 1 else 0) vs.

Definition has_spectrum (A : dense_matrix) (vs : list (R * R)) : Prop :=
  same_matrix n n (flip A) A /\
  exists basis, eigenbasis A basis /\ forall v, INR (times_in basis v) = multiplicity vs v.

(** ** Sums of matrices *)

Definition linear (a b : R) (X Y : dense_matrix) : dense_matrix :=
  fun i j => a * X i j + b * Y i j.

#[local] Instance linear_proper p q a b :
  Proper (same_matrix p q ==> same_matrix p q ==> same_matrix p q) (linear a b).
Proof. intros X X' E Y Y' F i j I J. unfold linear. rewrite E, F by assumption. reflexivity. Qed.

Lemma mul_linear_left : forall p q a X b Y Z,
  same_matrix p q (mul n (linear a b X Y) Z) (linear a b (mul n X Z) (mul n Y Z)).
Proof.
  intros p q a X b Y Z i j _ _. unfold mul, linear. rewrite <- !total_scale, <- total_plus.
  apply total_ext. intros; ring.
Qed.

Lemma mul_linear_right : forall p q a X b Y Z,
  same_matrix p q (mul n Z (linear a b X Y)) (linear a b (mul n Z X) (mul n Z Y)).
Proof.
  intros p q a X b Y Z i j _ _. unfold mul, linear. rewrite <- !total_scale, <- total_plus.
  apply total_ext. intros; ring.
Qed.

(** A vector as a matrix of one column. *)
Definition column (u : vector) : dense_matrix := fun i _ => u i.

Lemma outer_app : forall us ws i j, outer (us ++ ws) i j = outer us i j + outer ws i j.
Proof. intros. apply sum_list_app. Qed.

Lemma orthonormal_app : forall us ws, orthonormal us -> orthonormal ws ->
  Forall (fun u => Forall (fun w => inner u w = 0) ws) us -> orthonormal (us ++ ws).
Proof.
  intros us ws U W C. induction C as [|u us O C IH]; simpl in *; [exact W|].
  destruct U as [E [F U]]. split; [exact E|]. split; [|auto]. apply Forall_app. auto.
Qed.

(** Fixed by P. *)
Definition fixed (P : dense_matrix) (u : vector) : Prop :=
  same_matrix n 1 (mul n P (column u)) (column u).

Lemma inner_mul : forall P u w, same_matrix n n (flip P) P ->
  inner (fun i => mul n P (column u) i 0%nat) w = inner u (fun i => mul n P (column w) i 0%nat).
Proof.
  intros P u w S. unfold inner, mul, column.
  rewrite (total_ext n _ (fun i => total n (fun k => P i k * u k * w i))).
  2: { intros i _. rewrite (Rmult_comm _ (w i)), <- total_scale. apply total_ext. intros; ring. }
  rewrite total_swap. apply total_ext. intros k K.
  rewrite <- total_scale. apply total_ext. intros i I.
  assert (H := S k i K I). unfold flip in H. rewrite H. ring.
Qed.

Lemma inner_ext : forall u u' w w', (forall i, (i < n)%nat -> u i = u' i) ->
  (forall i, (i < n)%nat -> w i = w' i) -> inner u w = inner u' w'.
Proof. intros u u' w w' E F. apply total_ext. intros i I. rewrite E, F by exact I. reflexivity. Qed.

(** What P fixes and what P maps to 0 are orthogonal. *)
Lemma orthogonal_by : forall P u w, same_matrix n n (flip P) P -> fixed P u ->
  same_matrix n 1 (mul n P (column w)) zero_matrix -> inner u w = 0.
Proof.
  intros P u w S F Z. transitivity (inner (fun i => mul n P (column u) i 0%nat) w).
  - apply inner_ext; [|reflexivity]. intros i I. symmetry. apply (F i 0%nat I). lia.
  - rewrite inner_mul by exact S. apply total_zero. intros i I.
    rewrite (Z i 0%nat I) by lia. unfold zero_matrix. ring.
Qed.

(** ** The columns of a projector *)

Definition projector (P : dense_matrix) : Prop :=
  same_matrix n n (flip P) P /\ same_matrix n n (mul n P P) P.

Lemma projector_diagonal : forall P k, projector P -> (k < n)%nat ->
  P k k = total n (fun i => P i k * P i k).
Proof.
  intros P k [S D] K. rewrite <- (D k k K K) at 1. unfold mul. apply total_ext. intros i I.
  assert (H := S k i K I). unfold flip in H. rewrite H. reflexivity.
Qed.

(** One column at a time. *)
Lemma projector_columns : forall d P, (d <= n)%nat -> projector P ->
  (forall i j, (i < n)%nat -> (j < n - d)%nat -> P i j = 0) ->
  exists us, orthonormal us /\ Forall (fixed P) us /\ same_matrix n n P (outer us).
Proof.
  induction d as [|d IH]; intros P L R Z.
  - exists []. split; [exact I|]. split; [constructor|]. intros i j Hi Hj.
    rewrite Z by lia. reflexivity.
  - set (k := (n - S d)%nat). assert (K : (k < n)%nat) by (unfold k; lia).
    assert (N := projector_diagonal P k R K).
    assert (N0 : 0 <= P k k).
    { rewrite N. apply total_nonneg. intros. apply Rle_0_sqr. }
    destruct (Req_EM_T (P k k) 0) as [E|E].
    { apply IH; [lia | exact R|]. intros i j Hi Hj.
      destruct (Nat.eq_dec j k) as [->|J]; [|apply Z; lia].
      rewrite E in N. symmetry in N.
      assert (Q := total_zero_each n _ (fun i _ => Rle_0_sqr (P i k)) N i Hi).
      apply Rsqr_0_uniq, Q. }
    destruct R as [S D]. set (s := sqrt (P k k)).
    assert (s0 : s <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; lra).
    assert (ss : s * s = P k k) by (apply sqrt_sqrt; exact N0).
    set (u := (fun i => P i k / s) : vector).
    set (P' := (fun i j => P i j - u i * u j) : dense_matrix).
    assert (uu : inner u u = 1).
    { unfold inner, u. rewrite (total_ext n _ (fun i => / (s * s) * (P i k * P i k))).
      - rewrite total_scale, <- N, ss. apply Rinv_l. exact E.
      - intros i _. field. exact s0. }
    assert (Pu : fixed P u).
    { intros i j Hi Hj. unfold mul, column, u.
      rewrite (total_ext n _ (fun l => / s * (P i l * P l k))) by (intros; field; exact s0).
      rewrite total_scale. fold (mul n P P i k). rewrite (D i k Hi K). field. exact s0. }
    assert (E' : forall q X, same_matrix n q (mul n P' X)
      (fun i j => mul n P X i j - u i * mul n (fun _ l => u l) X 0%nat j)).
    { intros q X i j Hi Hj. unfold mul, P'. rewrite <- total_scale.
      rewrite (total_ext n _ (fun l => P i l * X l j + -1 * (u i * (u l * X l j))))
        by (intros; ring).
      rewrite total_plus, total_scale. ring. }
    assert (P'u : same_matrix n 1 (mul n P' (column u)) zero_matrix).
    { intros i j Hi Hj. rewrite (E' 1%nat _ i j Hi Hj), (Pu i j Hi Hj).
      unfold mul, column, zero_matrix. fold (inner u u). rewrite uu. ring. }
    assert (S' : same_matrix n n (flip P') P').
    { intros i j Hi Hj. unfold flip, P'. assert (H := S i j Hi Hj). unfold flip in H.
      rewrite H. ring. }
    destruct (IH P') as [us [O [F Sum]]]; [lia | split; [exact S'|] | |].
    + intros i j Hi Hj. rewrite (E' n P' i j Hi Hj).
      assert (H : mul n (fun _ l => u l) P' 0%nat j = 0).
      { transitivity (mul n P' (column u) j 0%nat).
        - unfold mul, column. apply total_ext. intros l Hl.
          assert (H := S' j l Hj Hl). unfold flip in H. rewrite H. ring.
        - apply (P'u j 0%nat Hj). lia. }
      rewrite H. unfold P' at 2. unfold mul, P'.
      rewrite (total_ext n _ (fun l => P i l * P l j + - u j * (P i l * u l))) by (intros; ring).
      rewrite total_plus, total_scale. fold (mul n P P i j). rewrite (D i j Hi Hj).
      assert (H' := Pu i 0%nat Hi ltac:(lia)). unfold mul, column in H'. rewrite H'. ring.
    + intros i j Hi Hj. unfold P'. destruct (Nat.eq_dec j k) as [->|J].
      * unfold u. replace (P i k - P i k / s * (P k k / s)) with (P i k - P i k * P k k / (s * s))
          by (field; exact s0). rewrite ss. field. exact E.
      * rewrite (Z i j) by lia. assert (H := S k j K ltac:(lia)). unfold flip in H.
        unfold u. rewrite H, (Z k j K) by lia. unfold Rdiv. ring.
    + assert (Orth : Forall (fun w => inner u w = 0) us).
      { apply Forall_forall. intros w W. rewrite Forall_forall in F.
        assert (H := orthogonal_by P' w u S' (F w W) P'u). unfold inner in *.
        rewrite <- H. apply total_ext. intros; ring. }
      exists (u :: us). split; [simpl; auto|]. split.
      * constructor; [exact Pu|]. apply Forall_forall. intros w W i j Hi Hj.
        rewrite Forall_forall in F, Orth. assert (H := F w W i j Hi Hj).
        rewrite (E' 1%nat (column w) i j Hi Hj) in H. unfold mul in H at 2. unfold column in H at 2.
        assert (H' := Orth w W). unfold inner in H'. rewrite H' in H. lra.
      * intros i j Hi Hj. unfold outer. simpl. fold (outer us i j). rewrite <- (Sum i j Hi Hj).
        unfold P'. ring.
Qed.

Lemma projector_basis : forall P, projector P ->
  exists us, orthonormal us /\ Forall (fixed P) us /\ same_matrix n n P (outer us).
Proof. intros P R. apply (projector_columns n P); auto. intros. lia. Qed.

(** ** The projectors of a matrix that a product annihilates *)

Section Eigenvectors.
Variable A : dense_matrix.
Hypothesis symmetric : same_matrix n n (flip A) A.

Local Notation annihilate := (annihilate n A).
Local Notation less := (less A).

(** X is a polynomial in A, as far as is needed. *)
Definition commutes (X : dense_matrix) : Prop :=
  same_matrix n n (flip X) X /\ same_matrix n n (mul n A X) (mul n X A).

Lemma less_linear : forall v q Y,
  same_matrix n q (mul n (less v) Y) (linear 1 (- v) (mul n A Y) Y).
Proof.
  intros v q Y i j I J. rewrite (less_left n A v q Y i j I J). unfold linear. ring.
Qed.

Lemma less_linear_right : forall v q Y,
  same_matrix q n (mul n Y (less v)) (linear 1 (- v) (mul n Y A) Y).
Proof.
  intros v q Y i j I J. unfold linear. rewrite <- (unit_right q n Y i j I J).
  unfold mul, Spectra.less. rewrite <- !total_scale, <- total_plus. apply total_ext. intros; ring.
Qed.

Lemma annihilate_mul : forall ws X q Y,
  same_matrix n q (mul n (annihilate ws X) Y) (annihilate ws (mul n X Y)).
Proof.
  intros ws X q Y. induction ws as [|w ws]; simpl; [reflexivity|].
  rewrite mul_assoc_same, IHws. reflexivity.
Qed.

Lemma annihilate_linear : forall ws q a X b Y,
  same_matrix n q (annihilate ws (linear a b X Y)) (linear a b (annihilate ws X) (annihilate ws Y)).
Proof.
  intros ws q a X b Y. induction ws as [|w ws]; simpl; [reflexivity|].
  rewrite IHws. apply mul_linear_right.
Qed.

Lemma annihilate_commutes : forall ws X, commutes X -> commutes (annihilate ws X).
Proof.
  intros ws X C. induction ws as [|w ws]; simpl; [exact C|]. destruct IHws as [S M].
  set (Y := annihilate ws X) in *.
  assert (E : same_matrix n n (mul n (less w) Y) (mul n Y (less w))).
  { rewrite less_linear, less_linear_right, M. reflexivity. }
  assert (F : same_matrix n n (flip (less w)) (less w)).
  { intros i j I J. unfold flip, Spectra.less. assert (H := symmetric i j I J). unfold flip in H.
    rewrite H. unfold unit_matrix. rewrite Nat.eqb_sym. reflexivity. }
  split.
  - rewrite flip_mul_same, S, F. symmetry. exact E.
  - rewrite E, <- mul_assoc_same, M, mul_assoc_same.
    transitivity (mul n Y (mul n (less w) A)); [|symmetry; apply mul_assoc_same].
    apply mul_proper; [reflexivity|]. rewrite less_linear, less_linear_right. reflexivity.
Qed.

(** Π (v - w). *)
Definition gap (v : R) (ws : list R) : R := fold_right (fun w rest => (v - w) * rest) 1 ws.

Lemma gap_nonzero : forall v ws, ~ In v ws -> gap v ws <> 0.
Proof.
  intros v ws. induction ws as [|w ws]; simpl; intros N; [lra|].
  apply Rmult_integral_contrapositive_currified; [|tauto]. intros E. apply N. left. lra.
Qed.

Lemma annihilate_eigen : forall v ws q Y, same_matrix n q (mul n A Y) (linear v 0 Y Y) ->
  same_matrix n q (annihilate ws Y) (linear (gap v ws) 0 Y Y).
Proof.
  intros v ws q Y E. induction ws as [|w ws]; simpl.
  - intros i j I J. unfold linear. ring.
  - rewrite IHws, mul_linear_right, less_linear, E. intros i j _ _. unfold linear. ring.
Qed.

Lemma eigenvectors : forall vs Q, NoDup vs -> projector Q -> commutes Q ->
  same_matrix n n (annihilate vs Q) zero_matrix ->
  exists basis, orthonormal (map snd basis) /\ Forall (fixed Q) (map snd basis) /\
    same_matrix n n Q (outer (map snd basis)) /\
    Forall (fun vu => eigenvector A (fst vu) (snd vu)) basis.
Proof.
  induction vs as [|v ws IH]; intros Q D [QS QQ] C Z.
  - exists []. split; [exact I|]. split; [constructor|]. split; [exact Z | constructor].
  - inversion D as [|? ? N D']; subst. set (B := annihilate ws Q) in *.
    assert (c0 := gap_nonzero v ws N). set (c := gap v ws) in *.
    assert (AB : same_matrix n n (mul n A B) (linear v 0 B B)).
    { simpl in Z. fold B in Z. rewrite less_linear in Z. intros i j I J.
      assert (H := Z i j I J). unfold linear, zero_matrix in *. lra. }
    destruct (annihilate_commutes ws Q C) as [BS BA]. fold B in BS, BA.
    assert (BQ : same_matrix n n (mul n B Q) B).
    { unfold B. rewrite annihilate_mul. apply annihilate_ext. exact QQ. }
    assert (QB : same_matrix n n (mul n Q B) B).
    { rewrite <- BS at 2. rewrite <- (same_flip _ _ _ _ BQ), flip_mul_same, QS, BS. reflexivity. }
    assert (BB : same_matrix n n (mul n B B) (linear c 0 B B)).
    { unfold B at 1. rewrite annihilate_mul. rewrite (annihilate_ext n A n ws _ _ QB).
      apply annihilate_eigen. exact AB. }
    set (P := linear (/ c) 0 B B).
    assert (PS : same_matrix n n (flip P) P).
    { intros i j I J. unfold flip, P, linear. assert (H := BS i j I J). unfold flip in H.
      rewrite H. reflexivity. }
    assert (PP : same_matrix n n (mul n P P) P).
    { unfold P at 1. rewrite mul_linear_left. unfold P. rewrite mul_linear_right, BB.
      intros i j I J. unfold linear. field. exact c0. }
    assert (QP : same_matrix n n (mul n Q P) P).
    { unfold P. rewrite mul_linear_right, QB. reflexivity. }
    assert (PQ : same_matrix n n (mul n P Q) P).
    { unfold P. rewrite mul_linear_left, BQ. reflexivity. }
    set (Q' := linear 1 (-1) Q P).
    assert (Q'S : same_matrix n n (flip Q') Q').
    { intros i j I J. unfold Q', linear. assert (H := PS i j I J). assert (H' := QS i j I J).
      unfold flip in *. rewrite H, H'. reflexivity. }
    assert (PQ' : same_matrix n n (mul n P Q') zero_matrix).
    { unfold Q'. rewrite mul_linear_right, PQ, PP. intros i j I J. unfold linear, zero_matrix. ring. }
    destruct (projector_basis P (conj PS PP)) as [us [UO [UF UP]]].
    destruct (IH Q' D') as [basis [O [F [E V]]]].
    { split; [exact Q'S|]. unfold Q' at 1. rewrite mul_linear_left, PQ'.
      unfold Q'. rewrite mul_linear_right, QQ, QP.
      intros i j I J. unfold linear, zero_matrix. ring. }
    { split; [exact Q'S|]. unfold Q'. rewrite mul_linear_right, mul_linear_left.
      destruct C as [_ C]. rewrite C. unfold P. rewrite mul_linear_right, mul_linear_left, BA.
      reflexivity. }
    { unfold Q'. rewrite annihilate_linear. fold B. unfold P at 1. rewrite annihilate_linear.
      rewrite (annihilate_eigen v ws n B AB). fold c. intros i j I J. unfold linear, zero_matrix.
      field. exact c0. }
    exists (map (pair v) us ++ basis). rewrite map_app, map_map. simpl. rewrite map_id.
    assert (fixes : forall X Y u, same_matrix n n (mul n Y X) X -> fixed X u -> fixed Y u).
    { intros X Y u M H. unfold fixed in *. rewrite <- H at 1.
      rewrite <- mul_assoc_same, M. exact H. }
    split; [|split; [|split]].
    + apply orthonormal_app; [exact UO | exact O|].
      apply Forall_forall. intros u U. apply Forall_forall. intros w W.
      rewrite Forall_forall in UF, F. apply (orthogonal_by P); [exact PS | auto|].
      specialize (F w W). unfold fixed in F. rewrite <- F, <- mul_assoc_same, PQ'.
      intros i j I J. unfold mul. apply total_zero. intros. unfold zero_matrix. ring.
    + apply Forall_app. split; [|].
      * eapply Forall_impl; [|exact UF]. intros u. apply fixes. exact QP.
      * eapply Forall_impl; [|exact F]. intros u. apply fixes.
        unfold Q' at 1. rewrite mul_linear_right, QQ, QP. reflexivity.
    + intros i j I J. rewrite outer_app, <- (UP i j I J), <- (E i j I J). unfold Q', linear. ring.
    + apply Forall_app. split; [|exact V]. apply Forall_forall. intros vu W.
      apply in_map_iff in W. destruct W as [u [<- U]]. cbn [fst snd].
      rewrite Forall_forall in UF. specialize (UF u U). intros i I.
      assert (H : same_matrix n 1 (mul n A (column u)) (linear v 0 (column u) (column u))).
      { unfold fixed in UF. rewrite <- UF at 1. rewrite <- mul_assoc_same. unfold P at 1.
        rewrite mul_linear_right, AB.
        transitivity (linear v 0 (mul n P (column u)) (mul n P (column u))).
        - unfold P. intros a b Ha Hb. unfold linear at 3. unfold mul, linear.
          rewrite <- !total_scale, <- total_plus. apply total_ext. intros; ring.
        - rewrite UF. reflexivity. }
      assert (H' := H i 0%nat I ltac:(lia)). unfold mul, column, linear in H'. rewrite H'. ring.
Qed.

Lemma eigenbasis_exists : forall vs, same_matrix n n (annihilate vs unit_matrix) zero_matrix ->
  exists basis, eigenbasis A basis.
Proof.
  intros vs Z.
  assert (S : same_matrix n n (flip unit_matrix) unit_matrix).
  { intros i j _ _. unfold flip, unit_matrix. rewrite Nat.eqb_sym. reflexivity. }
  destruct (eigenvectors (nodup Req_EM_T vs) unit_matrix) as [basis [O [_ [E V]]]].
  - apply NoDup_nodup.
  - split; [exact S | apply unit_left].
  - split; [exact S|]. rewrite unit_left, unit_right. reflexivity.
  - apply annihilated_once; assumption.
  - exists basis. split; [exact O|]. split; [symmetry; exact E | exact V].
Qed.

Lemma trace_outer : forall X us,
  tr n (mul n X (outer us)) = sum_list us (fun u => inner (fun i => mul n X (column u) i 0%nat) u).
Proof.
  intros X us. induction us as [|u us IH].
  - apply total_zero. intros i _. apply total_zero. intros. unfold outer. simpl. ring.
  - simpl. rewrite <- IH. unfold tr, inner. rewrite <- total_plus. apply total_ext. intros i _.
    unfold mul, column. rewrite Rmult_comm, <- total_scale, <- total_plus. apply total_ext.
    intros j _. unfold outer. simpl. ring.
Qed.

Lemma power_eigenvector : forall v u, eigenvector A v u -> forall k,
  same_matrix n 1 (mul n (pow_matrix n A k) (column u)) (linear (v ^ k) 0 (column u) (column u)).
Proof.
  intros v u V. assert (E : same_matrix n 1 (mul n A (column u)) (linear v 0 (column u) (column u))).
  { intros i j Hi _. unfold mul, column, linear. rewrite (V i Hi). ring. }
  induction k; simpl.
  - rewrite unit_left. intros i j _ _. unfold linear. ring.
  - rewrite mul_assoc_same, E, mul_linear_right, IHk. intros i j _ _. unfold linear. ring.
Qed.

(** The traces of powers are those of the eigenvalues. *)
Lemma eigenbasis_traces : forall basis, eigenbasis A basis ->
  forall k, trace_of_power n A k = moment (map (fun vu => (fst vu, 1)) basis) k.
Proof.
  intros basis [O [E V]] k. unfold trace_of_power. rewrite <- (unit_right n n (pow_matrix n A k)), <- E.
  rewrite trace_outer, sum_list_map. unfold moment. clear E.
  induction V as [|[v u] basis V1 V IH]; [reflexivity|].
  destruct O as [U [_ O]]. cbn [sum_list fold_right map fst snd] in *. f_equal; [|auto].
  transitivity (v ^ k * inner u u); [|rewrite U; ring].
  unfold inner. rewrite <- total_scale. apply total_ext. intros i I.
  rewrite (power_eigenvector v u V1 k i 0%nat I) by lia. unfold linear, column. ring.
Qed.

(** The sum of f over the eigenvalues. *)
Definition over_basis (f : R -> R) (basis : list (R * vector)) : R :=
  sum_list basis (fun vu => f (fst vu)).

Lemma over_basis_weighted : forall f basis,
  over_basis f basis = weighted f (map (fun vu => (fst vu, 1)) basis).
Proof.
  intros f basis. unfold over_basis, weighted. induction basis; simpl; [reflexivity|].
  rewrite IHbasis. ring.
Qed.

Lemma over_basis_same : forall basis basis', eigenbasis A basis -> eigenbasis A basis' ->
  forall f, over_basis f basis = over_basis f basis'.
Proof.
  intros basis basis' B B' f. rewrite !over_basis_weighted. apply moments_determine. intros j.
  rewrite <- !eigenbasis_traces by assumption. reflexivity.
Qed.

Lemma times_in_over : forall basis v,
  INR (times_in basis v) = over_basis (fun w => if Req_EM_T w v then 1 else 0) basis.
Proof.
  intros basis v. unfold times_in, over_basis.
  induction basis as [|[w u] basis IH]; [reflexivity|]. simpl.
  destruct (Req_EM_T w v); rewrite <- IH; [rewrite S_INR|]; ring.
Qed.

Theorem eigenbasis_unique : forall basis basis', eigenbasis A basis -> eigenbasis A basis' ->
  forall v, times_in basis v = times_in basis' v.
Proof.
  intros basis basis' B B' v. apply INR_eq. rewrite !times_in_over. apply over_basis_same; assumption.
Qed.

Theorem eigenbasis_length : forall basis, eigenbasis A basis -> length basis = n.
Proof.
  intros basis B. apply INR_eq. assert (T := eigenbasis_traces basis B 0).
  unfold trace_of_power, tr in T. simpl in T.
  rewrite (total_ext n _ (fun _ => 1)), total_constant, Rmult_1_r in T.
  - rewrite T. unfold moment. clear. induction basis; [reflexivity|].
    cbn [length map fold_right snd]. rewrite S_INR, IHbasis. simpl. ring.
  - intros i _. unfold unit_matrix. rewrite Nat.eqb_refl. reflexivity.
Qed.

(** Sums over the eigenvalues are those over the list. *)
Lemma over_basis_spectrum : forall vs,
  same_matrix n n (annihilate (map fst vs) unit_matrix) zero_matrix ->
  (forall j, (j < length vs)%nat -> trace_of_power n A j = moment vs j) ->
  forall basis, eigenbasis A basis -> forall f, over_basis f basis = weighted f vs.
Proof.
  intros vs Z T basis B f. rewrite over_basis_weighted. apply moments_determine. intros j.
  rewrite <- (eigenbasis_traces basis B). apply annihilated_moments; assumption.
Qed.

Theorem spectrum_by : forall vs,
  same_matrix n n (annihilate (map fst vs) unit_matrix) zero_matrix ->
  (forall j, (j < length vs)%nat -> trace_of_power n A j = moment vs j) ->
  has_spectrum A vs.
Proof.
  intros vs Z T. split; [exact symmetric|].
  destruct (eigenbasis_exists (map fst vs) Z) as [basis B]. exists basis. split; [exact B|].
  intros v. rewrite times_in_over. apply over_basis_spectrum; assumption.
Qed.

End Eigenvectors.
End Definitions.

(** ** What a spectrum says *)

Lemma weighted_apart : forall f x vs, weighted f vs
  = f x * multiplicity vs x
    + weighted f (filter (fun vm => if Req_EM_T (fst vm) x then false else true) vs).
Proof.
  intros f x vs. unfold multiplicity. induction vs as [|[v m] vs IH]; [simpl; ring|].
  simpl. rewrite IH. destruct (Req_EM_T v x) as [->|]; simpl; ring.
Qed.

Lemma filter_at_most : forall A (p : A -> bool) l, (length (filter p l) <= length l)%nat.
Proof. intros A p l. induction l; simpl; [lia|]. destruct (p a); simpl; lia. Qed.

Lemma multiplicities_zero : forall k vs, (length vs <= k)%nat ->
  (forall v, multiplicity vs v = 0) -> forall f, weighted f vs = 0.
Proof.
  induction k; intros [|[x m] vs] L Z f; simpl in L; try reflexivity; [lia|].
  rewrite (weighted_apart f x), Z, IHk; [ring | |].
  - simpl. destruct (Req_EM_T x x) as [_|N]; [|congruence].
    assert (H := filter_at_most _ (fun vm => if Req_EM_T (fst vm) x then false else true) vs). lia.
  - intros v. assert (H := weighted_apart (fun w => if Req_EM_T w v then 1 else 0) x ((x, m) :: vs)).
    fold (multiplicity ((x, m) :: vs) v) in H. rewrite !Z in H. unfold multiplicity. lra.
Qed.

Section Spectrum.
Variables (n : nat) (A : dense_matrix) (vs : list (R * R)).
Hypothesis spectrum : has_spectrum n A vs.

(** Sums over the eigenvalues are those over the list, whatever the basis. *)
Theorem spectrum_sums : forall basis, eigenbasis n A basis -> forall f,
  over_basis f basis = weighted f vs.
Proof.
  intros basis B f. destruct spectrum as [S [basis' [B' M]]].
  rewrite (over_basis_same n A basis basis' B B'), over_basis_weighted.
  set (ls := map (fun vu : R * vector => (fst vu, 1)) basis').
  assert (Z : weighted f (ls ++ map (fun vm => (fst vm, - snd vm)) vs) = 0).
  { apply (multiplicities_zero _ _ (Nat.le_refl _)). intros v. unfold multiplicity.
    rewrite weighted_app, weighted_negated. fold (multiplicity vs v). rewrite <- M.
    unfold ls. rewrite <- over_basis_weighted, times_in_over. ring. }
  rewrite weighted_app, weighted_negated in Z. lra.
Qed.

Lemma multiplicity_in : forall v, 0 < multiplicity vs v ->
  exists m, In (v, m) vs /\ m <> 0.
Proof.
  clear spectrum. intros v. unfold multiplicity. induction vs as [|[w m] rest IH]; simpl; [lra|].
  intros P. destruct (Req_EM_T w v) as [->|N].
  - destruct (Req_EM_T m 0) as [->|M]; [|exists m; auto].
    destruct IH as [m [I M]]; [lra|]. exists m. auto.
  - destruct IH as [m' [I M]]; [lra|]. exists m'. auto.
Qed.

Lemma multiplicity_at_least : forall v m, Forall (fun vm => 0 <= snd vm) vs -> In (v, m) vs ->
  m <= multiplicity vs v.
Proof.
  clear spectrum. intros v m P I. unfold multiplicity.
  assert (N : 0 <= weighted (fun w => if Req_EM_T w v then 1 else 0) vs).
  { clear I. induction P as [|[w k] rest K P IH]; simpl in *; [lra|].
    destruct (Req_EM_T w v); lra. }
  induction P as [|[w k] rest K P IH]; [destruct I|]. simpl in *.
  assert (N' : 0 <= weighted (fun w => if Req_EM_T w v then 1 else 0) rest).
  { clear - P. induction P as [|[w k] rest K P IH]; simpl in *; [lra|].
    destruct (Req_EM_T w v); lra. }
  destruct I as [[= -> ->]|I].
  - destruct (Req_EM_T v v); [lra | congruence].
  - specialize (IH I N'). destruct (Req_EM_T w v); lra.
Qed.

End Spectrum.

Lemma has_spectrum_ext : forall n A B vs, same_matrix n n A B -> has_spectrum n A vs ->
  has_spectrum n B vs.
Proof.
  intros n A B vs E [S [basis [[O [C V]] M]]]. split; [rewrite <- E; exact S|].
  exists basis. split; [|exact M]. split; [exact O|]. split; [exact C|].
  eapply Forall_impl; [|exact V]. intros [v u] H i I. rewrite <- (H i I).
  apply total_ext. intros j J. rewrite (E i j I J). reflexivity.
Qed.

(** *** Inertia *)

Definition is_positive (v : R) : bool := if Rlt_dec 0 v then true else false.
Definition is_zero (v : R) : bool := if Req_EM_T v 0 then true else false.
Definition is_negative (v : R) : bool := if Rlt_dec v 0 then true else false.
Definition is_not_zero (v : R) : bool := if Req_EM_T v 0 then false else true.

Lemma is_positive_true : forall v, 0 < v -> is_positive v = true.
Proof. intros v P. unfold is_positive. destruct (Rlt_dec 0 v); [reflexivity | contradiction]. Qed.
Lemma is_positive_false : forall v, v <= 0 -> is_positive v = false.
Proof. intros v P. unfold is_positive. destruct (Rlt_dec 0 v); [lra | reflexivity]. Qed.
Lemma is_negative_true : forall v, v < 0 -> is_negative v = true.
Proof. intros v P. unfold is_negative. destruct (Rlt_dec v 0); [reflexivity | contradiction]. Qed.
Lemma is_negative_false : forall v, 0 <= v -> is_negative v = false.
Proof. intros v P. unfold is_negative. destruct (Rlt_dec v 0); [lra | reflexivity]. Qed.
Lemma is_zero_true : forall v, v = 0 -> is_zero v = true.
Proof. intros v P. unfold is_zero. destruct (Req_EM_T v 0); [reflexivity | contradiction]. Qed.
Lemma is_zero_false : forall v, v <> 0 -> is_zero v = false.
Proof. intros v P. unfold is_zero. destruct (Req_EM_T v 0); [contradiction | reflexivity]. Qed.
Lemma is_not_zero_true : forall v, v <> 0 -> is_not_zero v = true.
Proof. intros v P. unfold is_not_zero. destruct (Req_EM_T v 0); [contradiction | reflexivity]. Qed.
Lemma is_not_zero_false : forall v, v = 0 -> is_not_zero v = false.
Proof. intros v P. unfold is_not_zero. destruct (Req_EM_T v 0); [reflexivity | contradiction]. Qed.

(** A symmetric matrix has x eigenvalues, with their multiplicities, for which [p] is true. *)
Definition eigenvalues_with (p : R -> bool) (n : nat) (A : dense_matrix) (x : R) : Prop :=
  same_matrix n n (flip A) A /\
  exists basis, eigenbasis n A basis /\ x = INR (length (filter (fun vu => p (fst vu)) basis)).

(** The multiplicities of some of a list. *)
Fixpoint chosen (which : list bool) (vs : list (R * R)) : R :=
  match which, vs with
  | b :: which, vm :: vs => (if b then snd vm else 0) + chosen which vs
  | _, _ => 0
  end.

Theorem eigenvalues_with_by : forall p n A vs which, has_spectrum n A vs ->
  Forall2 (fun b vm => p (fst vm) = b \/ snd vm = 0) which vs ->
  eigenvalues_with p n A (chosen which vs).
Proof.
  intros p n A vs which H F. assert (H' := H). destruct H' as [S [basis [B _]]].
  split; [exact S|]. exists basis. split; [exact B|].
  transitivity (over_basis (fun v => if p v then 1 else 0) basis).
  - rewrite (spectrum_sums n A vs H basis B). clear - F.
    induction F as [|b [v m] which vs E F IH]; [reflexivity|]. simpl in *. rewrite IH.
    destruct E as [->| ->]; destruct b; ring.
  - unfold over_basis. clear. induction basis as [|[v u] basis IH]; [reflexivity|].
    simpl. rewrite IH. destruct (p v); cbn [length]; [rewrite S_INR|]; ring.
Qed.

Theorem eigenvalues_with_unique : forall p n A x y, eigenvalues_with p n A x ->
  eigenvalues_with p n A y -> x = y.
Proof.
  intros p n A x y [S [b [B ->]]] [_ [b' [B' ->]]].
  assert (E : forall basis, INR (length (filter (fun vu : R * vector => p (fst vu)) basis))
    = over_basis (fun v => if p v then 1 else 0) basis).
  { unfold over_basis. induction basis as [|[v u] basis IH]; [reflexivity|].
    simpl. rewrite <- IH. destruct (p v); cbn [length]; [rewrite S_INR|]; ring. }
  rewrite !E. apply (over_basis_same n A); assumption.
Qed.

(** *** The smallest and the largest eigenvalue *)

Definition least_eigenvalue (n : nat) (A : dense_matrix) (v : R) : Prop :=
  same_matrix n n (flip A) A /\ exists basis, eigenbasis n A basis /\
    In v (map fst basis) /\ Forall (fun w => v <= w) (map fst basis).
Definition greatest_eigenvalue (n : nat) (A : dense_matrix) (v : R) : Prop :=
  same_matrix n n (flip A) A /\ exists basis, eigenbasis n A basis /\
    In v (map fst basis) /\ Forall (fun w => w <= v) (map fst basis).

Lemma extreme_by : forall (before : R -> R -> Prop) n A vs v m, has_spectrum n A vs ->
  Forall (fun vm => 0 <= snd vm) vs -> In (v, m) vs -> 0 < m ->
  Forall (fun vm => before v (fst vm) \/ snd vm = 0) vs ->
  same_matrix n n (flip A) A /\ exists basis, eigenbasis n A basis /\
    In v (map fst basis) /\ Forall (before v) (map fst basis).
Proof.
  intros before n A vs v m [S [basis [B M]]] P I m0 F. split; [exact S|].
  exists basis. split; [exact B|]. split.
  - apply (count_occ_In Req_EM_T). apply INR_lt. fold (times_in basis v). rewrite M.
    assert (H := multiplicity_at_least vs v m P I). simpl. lra.
  - apply Forall_forall. intros w W. apply (count_occ_In Req_EM_T), lt_INR in W.
    fold (times_in basis w) in W. rewrite M in W.
    destruct (multiplicity_in vs w W) as [k [K N]].
    rewrite Forall_forall in F. destruct (F (w, k) K) as [H|H]; [exact H | contradiction].
Qed.

Lemma extreme_unique : forall (before : R -> R -> Prop) n A v w,
  (forall a b, before a b -> before b a -> a = b) ->
  (same_matrix n n (flip A) A /\ exists basis, eigenbasis n A basis /\
    In v (map fst basis) /\ Forall (before v) (map fst basis)) ->
  (same_matrix n n (flip A) A /\ exists basis, eigenbasis n A basis /\
    In w (map fst basis) /\ Forall (before w) (map fst basis)) -> v = w.
Proof.
  intros before n A v w H [S [b [B [I F]]]] [_ [b' [B' [I' F']]]].
  assert (M : forall u, In u (map fst b) <-> In u (map fst b')).
  { intros u. rewrite !(count_occ_In Req_EM_T). fold (times_in b u) (times_in b' u).
    rewrite (eigenbasis_unique n A b b' B B' u). reflexivity. }
  rewrite Forall_forall in F, F'. apply H; [apply F, M, I' | apply F', M, I].
Qed.

(** *** Quadratic forms *)

Definition form (n : nat) (A : dense_matrix) (x : vector) : R :=
  total n (fun i => total n (fun j => x i * A i j * x j)).

Lemma parseval : forall n basis x y, same_matrix n n (outer (map snd basis)) unit_matrix ->
  inner n x y = sum_list basis (fun vu : R * vector => inner n x (snd vu) * inner n (snd vu) y).
Proof.
  intros n basis x y E.
  transitivity (total n (fun i => total n (fun j => x i * outer (map snd basis) i j * y j))).
  - apply total_ext. intros i I.
    rewrite (total_ext n _ (fun j => real (j =? i) * (x i * y j))).
    + symmetry. apply (total_delta n i (fun j => x i * y j) I).
    + intros j J. rewrite (E i j I J). unfold unit_matrix. rewrite Nat.eqb_sym.
      destruct (j =? i)%nat; simpl; ring.
  - clear E. unfold outer. induction basis as [|[v u] basis IH]; simpl.
    + apply total_zero. intros. apply total_zero. intros. ring.
    + rewrite <- IH. unfold inner. rewrite <- (Rmult_comm (total n (fun i => u i * y i))).
      rewrite <- total_scale, <- total_plus. apply total_ext. intros i _.
      rewrite (Rmult_comm _ (x i * u i)), <- total_scale, <- total_plus. apply total_ext.
      intros j _. ring.
Qed.

(** Every form is at least the smallest eigenvalue times the square of the length. *)
Theorem form_at_least : forall n A basis v, same_matrix n n (flip A) A -> eigenbasis n A basis ->
  Forall (fun w => v <= w) (map fst basis) -> forall x, v * inner n x x <= form n A x.
Proof.
  intros n A basis v S [O [E V]] F x.
  set (y := (fun i => total n (fun j => A i j * x j)) : vector).
  assert (Form : form n A x = inner n x y).
  { unfold form, inner, y. apply total_ext. intros i _. rewrite <- total_scale.
    apply total_ext. intros; ring. }
  rewrite Form, (parseval n basis x y E), (parseval n basis x x E). clear O E Form.
  induction V as [|[w u] basis U V IH]; simpl in *; [lra|].
  inversion F as [|? ? L F']; subst. specialize (IH F').
  assert (Y : inner n u y = w * inner n u x).
  { unfold inner, y. rewrite (total_ext n _ (fun i => total n (fun j => u i * A i j * x j))).
    - rewrite total_swap, <- total_scale. apply total_ext. intros j J.
      rewrite (total_ext n _ (fun i => x j * (A j i * u i))).
      + rewrite total_scale, (U j J). ring.
      + intros i I. assert (H := S j i J I). unfold flip in H. rewrite H. ring.
    - intros i _. rewrite <- total_scale. apply total_ext. intros; ring. }
  assert (C : inner n x u = inner n u x) by (apply total_ext; intros; ring).
  rewrite Y, C. assert (0 <= inner n u x * inner n u x) by apply Rle_0_sqr.
  assert (v * (inner n u x * inner n u x) <= w * (inner n u x * inner n u x))
    by (apply Rmult_le_compat_r; assumption). lra.
Qed.

Theorem least_form : forall n A v, least_eigenvalue n A v -> forall x, v * inner n x x <= form n A x.
Proof. intros n A v [S [basis [B [_ F]]]]. apply (form_at_least n A basis); assumption. Qed.

(** Without negative eigenvalues a matrix is positive semidefinite. *)
Theorem semidefinite : forall n A, eigenvalues_with is_negative n A 0 -> forall x, 0 <= form n A x.
Proof.
  intros n A [S [basis [B Z]]] x. replace 0 with (0 * inner n x x) by ring.
  apply (form_at_least n A basis); auto. apply Forall_forall. intros w W.
  apply in_map_iff in W. destruct W as [[v u] [<- I]]. simpl.
  destruct (Rlt_dec v 0) as [N|N]; [exfalso|lra].
  assert (H : In (v, u) (filter (fun vu => is_negative (fst vu)) basis)).
  { apply filter_In. split; [exact I|]. unfold is_negative. simpl.
    destruct (Rlt_dec v 0); [reflexivity | contradiction]. }
  destruct (filter _ basis); [destruct H|]. cbn [length] in Z. rewrite S_INR in Z.
  assert (P := pos_INR (length l)). lra.
Qed.

(** *** The product of the eigenvalues *)

(** Π v, every eigenvalue as often as it is one: the determinant.  (That it is the alternating sum over
    permutations is not shown here.) *)
Definition eigenvalue_product (n : nat) (A : dense_matrix) (d : R) : Prop :=
  same_matrix n n (flip A) A /\
  exists basis, eigenbasis n A basis /\ d = fold_right Rmult 1 (map fst basis).

(** d = Π b^e, where the exponents count. *)
Definition power_product (powers : list (R * R)) (d : R) : Prop :=
  exists es : list nat, map snd powers = map INR es /\
    d = fold_right (fun be rest => fst be ^ snd be * rest) 1 (combine (map fst powers) es).

Lemma product_permuted : forall l m, Permutation.Permutation l m ->
  fold_right Rmult 1 l = fold_right Rmult 1 m.
Proof.
  intros l m P. induction P; simpl; [reflexivity | rewrite IHP; reflexivity | ring | congruence].
Qed.

Theorem eigenvalue_product_by : forall n A vs d, has_spectrum n A vs -> power_product vs d ->
  eigenvalue_product n A d.
Proof.
  intros n A vs d [S [basis [B M]]] [es [E ->]]. split; [exact S|]. exists basis.
  split; [exact B|].
  set (all := flat_map (fun ve => repeat (fst ve) (snd ve)) (combine (map fst vs) es)).
  transitivity (fold_right Rmult 1 all).
  - unfold all. clear. induction (combine (map fst vs) es) as [|[v e] l IH]; [reflexivity|].
    simpl. rewrite IH. clear. induction e; simpl; [ring|]. rewrite <- IHe. ring.
  - apply product_permuted. apply (Permutation.Permutation_count_occ Req_EM_T). intros v.
    apply INR_eq. fold (times_in basis v). rewrite M. unfold all, multiplicity. clear - E.
    revert es E. induction vs as [|[w m] vs IH]; intros [|e es] E; try discriminate; [reflexivity|].
    injection E as -> E. cbn [map combine flat_map fst snd].
    rewrite count_occ_app, plus_INR, IH by exact E.
    unfold weighted. cbn [fold_right fst snd]. f_equal.
    destruct (Req_EM_T w v) as [->|N].
    + rewrite count_occ_repeat_eq by reflexivity. ring.
    + rewrite count_occ_repeat_neq by congruence. simpl. ring.
Qed.
