(** * There is an optimal solution

    Objective (1), with any continuous activation, attains its infimum: it is continuous, and grows
    with every entry.  No sequence is chosen. [Near delta] are the points with less than the infimum
    plus δ; one entry after the other finds a number that it comes as near to as one likes, in all
    of them ([cluster]). *)

From Coq Require Import Reals Arith Classical FunctionalExtensionality Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums Smoothed Samples.
Local Open Scope R_scope.

(** ** Cluster points *)

(** Sets of points, not empty, that shrink with δ. *)
Definition shrinking (G : R -> point -> Prop) : Prop :=
  (forall delta, 0 < delta -> exists y, G delta y) /\
  (forall delta delta' y, delta <= delta' -> G delta y -> G delta' y).

Lemma cluster : forall G (f : point -> R) b, shrinking G -> (forall y, G 1 y -> Rabs (f y) <= b) ->
  exists a, shrinking (fun delta y => G delta y /\ Rabs (f y - a) < delta).
Proof.
  intros G f b [Some Mono] B.
  set (E t := forall delta, 0 < delta -> exists y, G delta y /\ t <= f y).
  assert (bounded : bound E).
  { exists b. intros t T. destruct (T 1 Rlt_0_1) as [y [Y Le]].
    assert (Q := Rle_abs (f y)). specialize (B y Y). lra. }
  assert (inhabited : exists t, E t).
  { exists (- b). intros delta D. destruct (Some (Rmin delta 1)) as [y Y].
    { apply Rmin_glb_lt; lra. }
    exists y. split; [apply (Mono _ _ y (Rmin_l delta 1) Y)|].
    specialize (B y (Mono _ _ y (Rmin_r delta 1) Y)). assert (Q := Rle_abs (- f y)).
    rewrite Rabs_Ropp in Q. lra. }
  destruct (completeness E bounded inhabited) as [a [Upper Least]]. exists a. split.
  - intros delta D.
    assert (above : exists d1, 0 < d1 /\ forall y, G d1 y -> f y < a + delta).
    { apply NNPP. intros Not. assert (T : E (a + delta)).
      { intros d1 D1. apply NNPP. intros None. apply Not. exists d1. split; [exact D1|].
        intros y Y. apply Rnot_le_lt. intros Le. apply None. exists y. split; assumption. }
      specialize (Upper _ T). lra. }
    assert (below : exists t, E t /\ a - delta < t).
    { apply NNPP. intros Not. assert (Q : a <= a - delta); [|lra]. apply Least. intros t T.
      apply Rnot_lt_le. intros Lt. apply Not. exists t. split; assumption. }
    destruct above as [d1 [D1 A]]. destruct below as [t [T Tb]].
    destruct (T (Rmin delta d1)) as [y [Y Le]]; [apply Rmin_glb_lt; assumption|].
    assert (Ay := A y (Mono _ _ y (Rmin_r delta d1) Y)). exists y.
    split; [apply (Mono _ _ y (Rmin_l delta d1) Y)|]. apply Rabs_def1; lra.
  - intros delta delta' y Le [Gy Ay]. split; [apply (Mono _ _ y Le Gy) | lra].
Qed.

Lemma shrinking_same : forall G G', shrinking G -> (forall delta y, G delta y <-> G' delta y) ->
  shrinking G'.
Proof.
  intros G G' [A B] E. split.
  - intros delta D. destruct (A delta D) as [y Y]. exists y. apply E, Y.
  - intros delta delta' y Le Y. apply E. apply E in Y. apply (B _ _ y Le Y).
Qed.

Lemma clusters : forall n G (f : nat -> point -> R) b, shrinking G ->
  (forall c y, (c < n)%nat -> G 1 y -> Rabs (f c y) <= b) ->
  exists a, shrinking (fun delta y =>
    G delta y /\ forall c, (c < n)%nat -> Rabs (f c y - a c) < delta).
Proof.
  induction n; intros G f b S B.
  - exists (fun _ => 0). apply (shrinking_same G); [exact S|]. intros delta y. split; [|tauto].
    intros Y. split; [exact Y | intros; lia].
  - destruct (IHn G f b S) as [a Sa]; [intros; apply B; auto; lia|].
    destruct (cluster _ (f n) b Sa) as [last Sl]; [intros y [Y _]; apply B; auto; lia|].
    exists (fun c => if (c =? n)%nat then last else a c). apply (shrinking_same _ _ Sl).
    intros delta y. split.
    + intros [[Y A] A']. split; [exact Y|]. intros c C.
      destruct (Nat.eqb_spec c n) as [->|]; [exact A'|].
      apply A. lia.
    + intros [Y A]. split; [split; [exact Y|]|].
      * intros c C. specialize (A c ltac:(lia)). destruct (Nat.eqb_spec c n); [lia | exact A].
      * specialize (A n ltac:(lia)). rewrite Nat.eqb_refl in A. exact A.
Qed.

Lemma clusters_matrix : forall p q G (f : point -> dense_matrix) b, shrinking G ->
  (forall i j y, (i < p)%nat -> (j < q)%nat -> G 1 y -> Rabs (f y i j) <= b) ->
  exists A, shrinking (fun delta y => G delta y /\
    forall i j, (i < p)%nat -> (j < q)%nat -> Rabs (f y i j - A i j) < delta).
Proof.
  intros p q G f b S B. destruct (clusters (p * q) G (fun c y => f y (c / q)%nat (c mod q)) b S) as
    [a Sa].
  - intros c y C Y. assert (q <> 0)%nat by lia.
    apply B; [|apply Nat.mod_upper_bound; assumption | exact Y].
    apply Nat.div_lt_upper_bound; [assumption | lia].
  - exists (fun i j => a (i * q + j)%nat). apply (shrinking_same _ _ Sa). intros delta y. split.
    + intros [Y A]. split; [exact Y|]. intros i j I J. assert (Q := A (i * q + j)%nat ltac:(nia)).
      rewrite block_of in Q by exact J.
      replace ((i * q + j) mod q) with j in Q; [exact Q|].
      rewrite Nat.add_comm, Nat.mod_add, Nat.mod_small by lia. reflexivity.
    + intros [Y A]. split; [exact Y|]. intros c C. assert (q <> 0)%nat by lia.
      assert (Q := A (c / q)%nat (c mod q) ltac:(apply Nat.div_lt_upper_bound; lia)
        ltac:(apply Nat.mod_upper_bound; assumption)).
      replace (c / q * q + c mod q)%nat with c in Q by (rewrite (Nat.div_mod c q) at 1; lia).
      exact Q.
Qed.

Lemma clusters_layers : forall n (rows cols : nat -> nat) G (f : point -> nat -> dense_matrix) b,
  shrinking G ->
  (forall l i j y, (l < n)%nat -> (i < rows l)%nat -> (j < cols l)%nat -> G 1 y ->
    Rabs (f y l i j) <= b) ->
  exists A, shrinking (fun delta y => G delta y /\ forall l i j, (l < n)%nat -> (i < rows l)%nat ->
    (j < cols l)%nat -> Rabs (f y l i j - A l i j) < delta).
Proof.
  induction n; intros rows cols G f b S B.
  - exists (fun _ _ _ => 0). apply (shrinking_same G); [exact S|]. intros delta y. split; [|tauto].
    intros Y. split; [exact Y | intros; lia].
  - destruct (IHn rows cols G f b S) as [A Sa]; [intros; apply B; auto; lia|].
    destruct (clusters_matrix (rows n) (cols n) _ (fun y => f y n) b Sa) as [last Sl];
      [intros i j y I J [Y _]; apply B; auto; lia|].
    exists (fun l => if (l =? n)%nat then last else A l). apply (shrinking_same _ _ Sl).
    intros delta y. split.
    + intros [[Y C] C']. split; [exact Y|]. intros l i j Hl. destruct (Nat.eqb_spec l n) as [->|];
        [apply C' | apply C; lia].
    + intros [Y C]. split; [split; [exact Y|]|].
      * intros l i j Hl. specialize (C l i j ltac:(lia)).
        destruct (Nat.eqb_spec l n); [lia | exact C].
      * intros i j. specialize (C n i j ltac:(lia)). rewrite Nat.eqb_refl in C. exact C.
Qed.

(** ** The objective is continuous *)

Section Exists.
Variable sigma : R -> R.
Hypothesis sigma_continuous : continuity sigma.
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation N := (K p * n p)%nat.

(** Every entry of y differs from that of x by less than δ. *)
Definition near (x : point) (delta : R) (y : point) : Prop :=
  (forall i j, (i < d p 1)%nat -> (j < N)%nat -> Rabs (H1 y i j - H1 x i j) < delta) /\
  (forall l i j, (l < L p)%nat -> (i < d_out p (S l))%nat -> (j < d p (S l))%nat ->
    Rabs (W y (S l) i j - W x (S l) i j) < delta).

Section At.
Variable x : point.

Definition continuous (f : point -> R) : Prop := forall eps, 0 < eps ->
  exists delta, 0 < delta /\ forall y, near x delta y -> Rabs (f y - f x) < eps.

Lemma near_less : forall delta delta' y, delta <= delta' -> near x delta y -> near x delta' y.
Proof.
  intros delta delta' y Le [A B]. split; intros.
  - eapply Rlt_le_trans; [apply A; assumption | exact Le].
  - eapply Rlt_le_trans; [apply B; assumption | exact Le].
Qed.

Lemma continuous_constant : forall c, continuous (fun _ => c).
Proof.
  intros c eps E. exists 1. split; [lra|]. intros y _. unfold Rminus. rewrite Rplus_opp_r, Rabs_R0.
  exact E.
Qed.

Lemma continuous_through : forall f g, continuity g -> continuous f -> continuous
  (fun y => g (f y)).
Proof.
  intros f g Cg Cf eps E. destruct (Cg (f x) eps E) as [a [A G]].
  destruct (Cf a A) as [delta [D F]]. exists delta. split; [exact D|]. intros y Y.
  destruct (Req_dec (f y) (f x)) as [->|Ne];
    [unfold Rminus; rewrite Rplus_opp_r, Rabs_R0; exact E|].
  apply (G (f y)). split; [split; [exact I | congruence]|]. apply F. exact Y.
Qed.

Lemma continuous_sum : forall f g, continuous f -> continuous g -> continuous (fun y => f y + g y).
Proof.
  intros f g F G eps E. destruct (F (eps / 2) ltac:(lra)) as [a [A Fa]].
  destruct (G (eps / 2) ltac:(lra)) as [b [B Gb]].
  exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|]. intros y Y.
  specialize (Fa y (near_less _ _ y (Rmin_l a b) Y)).
  specialize (Gb y (near_less _ _ y (Rmin_r a b) Y)).
  replace (f y + g y - (f x + g x)) with ((f y - f x) + (g y - g x)) by ring.
  eapply Rle_lt_trans; [apply Rabs_triang | lra].
Qed.

Lemma continuous_square : forall f, continuous f -> continuous (fun y => f y * f y).
Proof.
  intros f F. apply (continuous_through f (fun t => t * t)); [|exact F]. intros t.
  apply continuity_pt_mult; apply derivable_continuous_pt, derivable_pt_id.
Qed.

Lemma continuous_scale : forall c f, continuous f -> continuous (fun y => c * f y).
Proof.
  intros c f F. apply (continuous_through f (fun t => c * t)); [|exact F]. intros t.
  apply continuity_pt_mult; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply derivable_continuous_pt, derivable_pt_id.
Qed.

(** f g = ((f + g)² - (f - g)²)/4. *)
Lemma continuous_product : forall f g, continuous f -> continuous g -> continuous
  (fun y => f y * g y).
Proof.
  intros f g F G.
  assert (C : continuous (fun y => / 4 * ((f y + g y) * (f y + g y))
    + - / 4 * ((f y + -1 * g y) * (f y + -1 * g y)))).
  { apply continuous_sum; apply continuous_scale, continuous_square, continuous_sum; auto using
    continuous_scale. }
  intros eps E. destruct (C eps E) as [delta [D B]]. exists delta. split; [exact D|]. intros y Y.
  replace (f y * g y - f x * g x) with (/ 4 * ((f y + g y) * (f y + g y))
    + - / 4 * ((f y + -1 * g y) * (f y + -1 * g y)) - (/ 4 * ((f x + g x) * (f x + g x))
    + - / 4 * ((f x + -1 * g x) * (f x + -1 * g x)))) by field. apply B, Y.
Qed.

Lemma continuous_total : forall m f, (forall i, (i < m)%nat -> continuous (f i)) ->
  continuous (fun y => total m (fun i => f i y)).
Proof.
  induction m; intros f F; [apply (continuous_constant 0)|]. simpl.
  apply continuous_sum; [apply IHm; intros; apply F; lia | apply F; lia].
Qed.

Lemma continuous_square_norm : forall r q (A : point -> dense_matrix),
  (forall i j, (i < r)%nat -> (j < q)%nat -> continuous (fun y => A y i j)) ->
  continuous (fun y => square r q (A y)).
Proof.
  intros r q A C. unfold square, dot. apply
    (continuous_total r (fun i y => total q (fun j => A y i j * A y i j))).
  intros i I. apply (continuous_total q (fun j y => A y i j * A y i j)). intros j J.
  apply continuous_square, C; assumption.
Qed.

Lemma continuous_H1 : forall i j, (i < d p 1)%nat -> (j < N)%nat -> continuous (fun y => H1 y i j).
Proof. intros i j I J eps E. exists eps. split; [exact E|]. intros y [A _]. apply A; assumption.
Qed.

Lemma continuous_W : forall l i j, (1 <= l <= L p)%nat -> (i < d_out p l)%nat -> (j < d p l)%nat ->
  continuous (fun y => W y l i j).
Proof.
  intros [|l] i j Hl I J eps E; [lia|]. exists eps. split; [exact E|]. intros y [_ A].
  apply A; try assumption. lia.
Qed.

Lemma continuous_feature : forall l i j, (1 <= l <= L p)%nat -> (i < d p l)%nat -> (j < N)%nat ->
  continuous (fun y => feature_with sigma p y l i j).
Proof.
  induction l as [|[|l] IH]; intros i j Hl I J; [lia | apply continuous_H1; assumption|].
  apply (continuous_through (fun y => mul (d p (S l)) (W y (S l)) (feature_with sigma p y (S l)) i
    j) sigma);
    [exact sigma_continuous|].
  apply (continuous_total (d p (S l))
    (fun k y => W y (S l) i k * feature_with sigma p y (S l) k j)).
  intros k Hk. apply continuous_product; [|apply IH; try assumption; lia].
  apply continuous_W; [lia | | exact Hk]. unfold d_out.
  destruct (Nat.eqb_spec (S l) (L p)); [lia | exact I].
Qed.

Theorem continuous_objective : continuous (objective_with sigma p).
Proof.
  destruct is_regular as [_ [_ [L2 _]]]. unfold objective_with, Rdiv.
  apply continuous_sum; [apply continuous_sum|].
  - assert (C : continuous (fun y => / (2 * INR N) * square (K p) N
      (minus (mul (d p (L p)) (W y (L p)) (feature_with sigma p y (L p))) (label p)))).
    { apply continuous_scale, continuous_square_norm. intros i j I J. unfold minus.
      apply (continuous_sum
        (fun y => mul (d p (L p)) (W y (L p)) (feature_with sigma p y (L p)) i j)
        (fun _ => - label p i j)); [|apply continuous_constant].
      apply (continuous_total (d p (L p))
        (fun k y => W y (L p) i k * feature_with sigma p y (L p) k j)).
      intros k Hk. apply continuous_product; [|apply continuous_feature; try assumption; lia].
      apply continuous_W; [lia | | exact Hk]. unfold d_out. rewrite Nat.eqb_refl. exact I. }
    intros eps E. destruct (C eps E) as [delta [D B]]. exists delta. split; [exact D|]. intros y Y.
    rewrite (Rmult_comm (square _ _ _)), (Rmult_comm (square _ _ (minus (mul _ (W x _) _) _))).
    apply B, Y.
  - apply (continuous_total (L p) (fun i y => lambda p (S i) * / 2
      * square (d_out p (S i)) (d p (S i)) (W y (S i)))).
    intros i I. apply continuous_scale, continuous_square_norm. intros u v U V.
    apply continuous_W; try assumption. lia.
  - apply continuous_scale, continuous_square_norm. intros. apply continuous_H1; assumption.
Qed.
End At.

(** ** It grows with every entry *)

Lemma entry_below : forall r q A i j, (i < r)%nat -> (j < q)%nat -> A i j * A i j <= square r q A.
Proof.
  intros r q A i j I J. unfold square, dot.
  rewrite <- (total_delta_at q j (fun v => A i v * A i v) J).
  rewrite <- (total_delta_at r i (fun u => total q
    (fun v => if (v =? j)%nat then A u v * A u v else 0)) I).
  assert (S : forall u v, 0 <= A u v * A u v) by (intros; apply Rle_0_sqr).
  apply total_le. intros u _. destruct (u =? i)%nat.
  - apply total_le. intros v _. destruct (v =? j)%nat; [lra | apply S].
  - apply total_nonneg. intros v _. apply S.
Qed.

Lemma objective_parts : forall y, 0 <= objective_with sigma p y /\
  lambda_H p / 2 * square (d p 1) N (H1 y) <= objective_with sigma p y /\
  forall l, (l < L p)%nat -> lambda p (S l) / 2 * square (d_out p (S l)) (d p (S l)) (W y (S l))
    <= objective_with sigma p y.
Proof.
  intros y. destruct is_regular as [K1 [n1 [_ [LH La]]]]. unfold objective_with.
  assert (N0 : 0 < INR N) by (apply lt_0_INR; nia).
  set (fit := square (K p) N _ / (2 * INR N)). set (h := lambda_H p / 2 * _).
  set (w i := lambda p (S i) / 2 * square (d_out p (S i)) (d p (S i)) (W y (S i))).
  assert (F : 0 <= fit) by (apply Rle_mult_inv_pos; [apply square_nonnegative | lra]).
  assert (H : 0 <= h) by (apply Rmult_le_pos; [lra | apply square_nonnegative]).
  assert (Wn : forall i, (i < L p)%nat -> 0 <= w i).
  { intros i I. apply Rmult_le_pos; [|apply square_nonnegative]. assert (Q := La (S i) ltac:(lia)).
    lra. }
  assert (T := total_nonneg (L p) w Wn). split; [lra|]. split; [lra|]. intros l Hl.
  assert (Q : w l <= total (L p) w); [|fold (w l); lra].
  rewrite <- (total_delta_at (L p) l w Hl). apply total_le. intros i I.
  destruct (i =? l)%nat; [lra | apply Wn; exact I].
Qed.

(** The squares of all entries are below v/κ. *)
Lemma entries_bounded : forall v, exists b, forall y, objective_with sigma p y <= v ->
  (forall i j, (i < d p 1)%nat -> (j < N)%nat -> Rabs (H1 y i j) <= b) /\
  (forall l i j, (l < L p)%nat -> (i < d_out p (S l))%nat -> (j < d p (S l))%nat ->
    Rabs (W y (S l) i j) <= b).
Proof.
  intros v. destruct is_regular as [_ [_ [_ [LH La]]]].
  assert (least : forall m, (m <= L p)%nat -> exists c, 0 < c /\ c <= lambda_H p / 2 /\
    forall l, (l < m)%nat -> c <= lambda p (S l) / 2).
  { induction m; intros M.
    - exists (lambda_H p / 2). split; [lra|]. split; [lra|]. intros; lia.
    - destruct (IHm ltac:(lia)) as [c [C [Ch Cl]]]. assert (Q := La (S m) ltac:(lia)).
      exists (Rmin c (lambda p (S m) / 2)). split; [apply Rmin_glb_lt; lra|].
      assert (A := Rmin_l c (lambda p (S m) / 2)). assert (B := Rmin_r c (lambda p (S m) / 2)).
      split; [lra|]. intros l Hl. destruct (Nat.eq_dec l m) as [->|]; [exact B|].
      assert (Z := Cl l ltac:(lia)). lra. }
  destruct (least (L p) (le_n _)) as [c [C [Ch Cl]]]. exists (sqrt (v / c)).
  assert (bound : forall r q A lam i j y, (i < r)%nat -> (j < q)%nat -> c <= lam ->
    lam * square r q A <= objective_with sigma p y -> objective_with sigma p y <= v ->
    Rabs (A i j) <= sqrt (v / c)).
  { intros r q A lam i j y I J Le B V.
    rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr.
    apply Rmult_le_reg_l with c; [exact C|]. replace (c * (v / c)) with v by (field; lra).
    assert (E := entry_below r q A i j I J). assert (S := square_nonnegative r q A).
    assert (c * (A i j * A i j) <= c * square r q A) by (apply Rmult_le_compat_l; lra).
    assert (c * square r q A <= lam * square r q A) by (apply Rmult_le_compat_r; lra). lra. }
  intros y V. destruct (objective_parts y) as [_ [Ph Pl]]. split.
  - intros i j I J. apply (bound (d p 1) N (H1 y) _ i j y I J Ch Ph V).
  - intros l i j Hl I J. apply (bound _ _ (W y (S l)) _ i j y I J (Cl l Hl) (Pl l Hl) V).
Qed.

(** ** Hence *)

Theorem optimum_exists : exists x, forall y, objective_with sigma p x <= objective_with sigma p y.
Proof.
  set (f := objective_with sigma p). set (origin := Point (fun _ _ => 0) (fun _ _ _ => 0)).
  destruct (completeness (fun t => exists y, t = - f y)) as [m [Upper Least]].
  - exists 0. intros t [y ->]. assert (Q := proj1 (objective_parts y)). fold f in Q. lra.
  - exists (- f origin). exists origin. reflexivity.
  - set (G delta y := f y < - m + delta).
    assert (S0 : shrinking G).
    { split.
      - intros delta D. apply NNPP. intros None. assert (Q : m <= m - delta); [|lra].
        apply Least. intros t [y ->]. apply Rnot_lt_le. intros Lt. apply None. exists y. unfold G.
        lra.
      - intros delta delta' y Le Y. unfold G in *. lra. }
    destruct (entries_bounded (- m + 1)) as [b B].
    destruct (clusters_matrix (d p 1) N G H1 b S0) as [A S1].
    { intros i j y I J Y. apply (B y); [left; exact Y | exact I | exact J]. }
    destruct (clusters_layers (L p) (fun l => d_out p (S l)) (fun l => d p (S l)) _
      (fun y l => W y (S l)) b S1) as [V S2].
    { intros l i j y Hl I J [Y _]. apply (B y); [left; exact Y | exact Hl | exact I | exact J]. }
    exists (Point A (fun l => V (l - 1)%nat)). set (x := Point A (fun l => V (l - 1)%nat)).
    intros y. fold f.
    apply Rle_trans with (- m); [|assert (Q := Upper (- f y) (ex_intro _ y eq_refl)); lra].
    apply Rnot_lt_le. intros Lt. set (eps := (f x + m) / 2).
    assert (E : 0 < eps) by (unfold eps; lra).
    destruct (continuous_objective x eps E) as [delta [D C]].
    destruct (proj1 S2 (Rmin delta eps)) as [z [[Gz Az] Vz]]; [apply Rmin_glb_lt; assumption|].
    assert (Nz : near x delta z).
    { apply (near_less x (Rmin delta eps)); [apply Rmin_l|]. split; [exact Az|].
      intros l i j Hl I J. cbn [W x]. rewrite Nat.sub_succ, Nat.sub_0_r. apply Vz; assumption. }
    specialize (C z Nz). fold f in C. unfold G in Gz. assert (Q := Rmin_r delta eps).
    apply Rabs_def2 in C. unfold eps in *. lra.
Qed.

End Exists.

Lemma relu_continuous : continuity (Rmax 0).
Proof.
  replace (Rmax 0) with (fun t => / 2 * (t + Rabs t)).
  - intros t. apply continuity_pt_mult; [apply continuity_pt_const; intros ? ?; reflexivity|].
    apply continuity_pt_plus; [apply derivable_continuous_pt, derivable_pt_id | apply
      Rcontinuity_abs].
  - apply functional_extensionality. intros t. destruct (Rle_lt_dec 0 t).
    + rewrite Rmax_right, Rabs_right by lra. field.
    + rewrite Rmax_left, Rabs_left by lra. field.
Qed.

Theorem optimal_solution_exists : forall p, regular p ->
  exists x, forall y, objective p x <= objective p y.
Proof.
  intros p Reg. destruct (optimum_exists (Rmax 0) relu_continuous p Reg) as [x X].
  exists x. intros y. rewrite <- !objective_relu. apply X.
Qed.
