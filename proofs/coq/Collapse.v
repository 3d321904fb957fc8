(** * Definition 7: collapse is the construction B = N = I

    No collapsed point is below its normal form everywhere, and every value of that is some point's;
    so L_DNC < 1/2 if and only if K^(L+1) L^(2L) Λ < (L-1)^(L-1). *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least TwoLayersBound TwoLayersPoint.
Local Open Scope R_scope.

(** ** The point where everything is zero *)

Definition origin : point := Point (fun _ _ => 0) (fun _ _ _ => 0).

Lemma origin_before : forall p l i j, before p origin l i j = 0.
Proof. intros. unfold before, mul. apply total_zero. intros. simpl. ring. Qed.

Lemma origin_feature : forall p l i j, feature p origin l i j = 0.
Proof.
  intros p [|[|l]] i j; try reflexivity. transitivity (Rmax 0 (before p origin (S (S l)) i j)).
  - reflexivity.
  - rewrite origin_before. apply Rmax_left. lra.
Qed.

Lemma square_zero : forall p q, square p q (fun _ _ => 0) = 0.
Proof. intros. apply dot_zero, same_refl. Qed.

Lemma square_label : forall p, square (K p) (K p * n p) (label p) = INR (K p * n p).
Proof.
  intros p. rewrite (square_ext _ _ _ (fun i j => identity i (j / n p)%nat))
    by (intros i j _ _; reflexivity).
  rewrite square_repeat, (square_orthogonal _ _ _ _ (identity_orthogonal (K p))), mult_INR. ring.
Qed.

Lemma origin_objective : forall p, regular p -> objective p origin = 1 / 2.
Proof.
  intros p Reg. assert (k0 := K_pos p Reg). assert (n0 := n_pos p Reg).
  assert (N0 : 0 < INR (K p * n p)) by (rewrite mult_INR; apply Rmult_lt_0_compat; assumption).
  unfold objective. rewrite (square_ext _ _ _ (fun i j => -1 * label p i j)).
  - rewrite square_scale, square_label, total_zero.
    + cbn [H1 origin]. rewrite square_zero. field. lra.
    + intros i _. cbn [W origin]. rewrite square_zero. ring.
  - intros i j _ _. unfold minus, mul. rewrite total_zero; [ring|]. intros u _. simpl. ring.
Qed.

Lemma origin_collapsed : forall p, collapsed p origin.
Proof.
  intros p. exists (fun _ _ _ => 0), (fun _ => 0). split; [intros i j _ _; reflexivity|].
  intros l R. repeat split.
  - intros i j _ _. apply origin_before.
  - intros i j _ _. apply origin_feature.
  - intros b c _ _. rewrite total_zero by (intros; ring). destruct (b =? c)%nat; reflexivity.
Qed.

(** ** Collapse *)

Lemma relu_identity : forall i j, rectified identity i j = identity i j.
Proof. intros. unfold rectified, identity. apply Rmax_right. destruct (i =? j)%nat; lra. Qed.

Theorem collapse_construction : forall k, (1 <= k)%nat ->
  construction k k identity identity (INR k) (INR k) (fun _ => 1).
Proof.
  intros k k1. assert (k0 : 0 < INR k) by (apply lt_0_INR; lia).
  assert (S : square k k identity = INR k)
    by (rewrite (square_orthogonal _ _ _ _ (identity_orthogonal k)); ring).
  assert (II : same_matrix k k (mul k identity identity) identity)
    by (intros i j I _; apply mul_identity_left; exact I).
  constructor; try assumption; try (intros; lra); try lia.
  - intros i j. unfold identity. destruct (i =? j)%nat; lra.
  - exists identity. split; [|exact S]. apply contraction_rows. intros i j I J.
    rewrite <- (identity_orthogonal k i j I J). apply total_ext. intros u _. unfold identity.
    rewrite (Nat.eqb_sym i u), (Nat.eqb_sym j u). reflexivity.
  - exists identity, identity. split; [exact II|]. split; exact S.
  - exists identity. exact II.
  - exists identity. split; [exact II | exact S].
  - intros a a0. set (G := fun i j => / (1 + INR k * a) * identity i j).
    assert (ka : 0 < INR k * a) by (apply Rmult_lt_0_compat; assumption).
    assert (Inv : forall i j, (i < k)%nat -> (j < k)%nat ->
      mul k G (mul k (flip (rectified identity)) (rectified identity)) i j + INR k * a * G i j
      = identity i j).
    { intros i j I J. rewrite (mul_ext k k k G G _ identity (same_refl _ _ _)); try assumption.
      - unfold G. rewrite mul_scale_left, mul_identity_left by exact I. field. lra.
      - intros u v U V. rewrite <- (identity_orthogonal k u v U V) at 1.
        unfold mul, flip. apply total_ext. intros w _. rewrite !relu_identity. reflexivity. }
    cbv zeta. replace (a / 2 * total k (fun _ => / (1 + INR k * a)))
      with (ridge_loss k k k (INR k) a (rectified identity) identity
        (mul k G (flip (rectified identity)))).
    + split; [eexists; reflexivity|]. intros V. apply ridge_best; assumption.
    + rewrite (ridge_value k a _ G k1 Inv). f_equal. apply total_ext. intros i _.
      unfold G, identity. rewrite Nat.eqb_refl. ring.
Qed.

Lemma D_collapse : forall m k, D m k k k = k ^ (m + 3).
Proof. intros. unfold D. rewrite pow_add. simpl. ring. Qed.

Section Deep.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis L3 : (3 <= L p)%nat.
Local Notation k := (INR (K p)).
Local Notation collapse_form := (collapse k (K p) (Big_lambda p) (L p)).

Let L_is : L p = (L p - 3 + 3)%nat. Proof. lia. Qed.
Let K1 : (1 <= K p)%nat. Proof. apply is_regular. Qed.

Lemma collapsed_above_three : forall y, collapsed p y ->
  exists t, 0 <= t /\ collapse_form t <= 2 * objective p y.
Proof.
  intros y [M [alpha [_ C]]].
  destruct (normal_form_below_point p (L p - 3) is_regular L_is (K p) identity identity k k
    (fun _ => 1)
    (collapse_construction (K p) K1) M alpha y) as [t [T Q]].
  - assert (mean : forall l X N, class_means p (d p l) X (M l) ->
      (forall i j, N i j = identity i j) -> class_means p (d p l) X (mul (K p) (M l) N)).
    { intros l X N CM E i j I J. rewrite (CM i j I J).
      rewrite <- (mul_identity_right (K p) (M l) i (j / n p)) by (apply class_of; assumption).
      unfold mul. apply total_ext. intros u _. rewrite E. reflexivity. }
    split; [|split; [|split]].
    + intros l R. destruct (C l ltac:(lia)) as [B [F O]]. split; [exact O|].
      split; apply mean; auto.
    + apply C. lia.
    + destruct (C (L p) ltac:(lia)) as [B [F O]]. apply mean; auto.
    + destruct (C (L p) ltac:(lia)) as [B [F O]]. apply mean; [exact F | exact relu_identity].
  - exists t. split; [exact T|]. rewrite D_collapse, <- L_is in Q. exact Q.
Qed.

Lemma collapsed_attained_three : wide p ->
  forall t, 0 < t -> exists y, collapsed p y /\ 2 * objective p y = collapse_form t.
Proof.
  intros is_wide t T.
  destruct (normal_form_attained_at p (L p - 3) is_regular L_is (K p) identity identity k k
    (fun _ => 1)
    (collapse_construction (K p) K1) t T) as [A [y [_ [_ [[Mid [TopO [TopB TopF]]] [[M HM] E]]]]]].
  { rewrite <- L_is. exact is_wide. }
  exists y. split; [|rewrite E, D_collapse, <- L_is; reflexivity].
  exists (fun l => if (l =? 1)%nat then M else A l).
  exists (balanced_alpha p (L p - 3) (K p) k k t). split; [exact HM|].
  assert (mean : forall l X N, class_means p (d p l) X (mul (K p) (A l) N) ->
    (forall i j, N i j = identity i j) -> class_means p (d p l) X (A l)).
  { intros l X N CM E' i j I J. rewrite (CM i j I J).
    rewrite <- (mul_identity_right (K p) (A l) i (j / n p)) by (apply class_of; assumption).
    unfold mul. apply total_ext. intros u _. rewrite E'. reflexivity. }
  intros l R. destruct (Nat.eqb_spec l 1); [lia|].
  destruct (Nat.eq_dec l (L p)) as [->|Ne].
  - split; [apply (mean _ _ identity); auto|]. split; [|exact TopO].
    apply (mean _ _ (rectified identity)); [exact TopF | exact relu_identity].
  - destruct (Mid l ltac:(lia)) as [O [B F]].
    split; [apply (mean _ _ identity); auto|]. split; [apply (mean _ _ identity); auto | exact O].
Qed.

End Deep.

Lemma Big_lambda_positive : forall p, regular p -> 0 < Big_lambda p.
Proof.
  intros p [_ [n1 [_ [LH La]]]]. unfold Big_lambda.
  assert (G : forall l, (l <= L p)%nat -> 0 < lambdas p l).
  { induction l as [|l IH]; intros Hl; simpl; [lra|].
    apply Rmult_lt_0_compat; [apply IH; lia | apply La; lia]. }
  apply Rmult_lt_0_compat; [|apply G; lia].
  apply Rmult_lt_0_compat; [apply lt_0_INR; lia | exact LH].
Qed.

Section Family.
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation collapse_form := (collapse (INR (K p)) (K p) (Big_lambda p) (L p)).

Let depth : L p = 2%nat \/ (3 <= L p)%nat.
Proof. assert (L2 := proj1 (proj2 (proj2 is_regular))). lia. Qed.

Theorem collapsed_above : forall y, collapsed p y ->
  exists t, 0 <= t /\ collapse_form t <= 2 * objective p y.
Proof.
  destruct depth as [L2|L3].
  - rewrite L2. apply collapsed_above_two; assumption.
  - apply collapsed_above_three; assumption.
Qed.

Theorem collapsed_attained : wide p ->
  forall t, 0 < t -> exists y, collapsed p y /\ 2 * objective p y = collapse_form t.
Proof.
  intros Wide t T. destruct depth as [L2|L3].
  - rewrite L2. apply collapsed_attained_two; try assumption. lra.
  - apply collapsed_attained_three; assumption.
Qed.
End Family.

(** ** The least loss *)

Section Least.
Variable p : problem.
Hypothesis is_regular : regular p.

Let L2 : (2 <= L p)%nat := proj1 (proj2 (proj2 is_regular)).

(** At and above the critical Λ every point of Definition 7 loses at least 1/2. *)
Theorem collapse_degenerate : ~ subcritical p ->
  forall y, collapsed p y -> 1 / 2 <= objective p y.
Proof.
  intros Large y Y. destruct (collapsed_above p is_regular y Y) as [t [T A]].
  assert (B := collapse_at_least (K p) (L p) (Big_lambda p) (proj1 is_regular) ltac:(lia)
    (Big_lambda_positive p is_regular) (Rnot_lt_le _ _ Large) t T). lra.
Qed.

Lemma subcritical_if : (exists y, collapsed p y /\ objective p y < 1 / 2) -> subcritical p.
Proof.
  intros [y [Y B]]. apply Rnot_le_lt. intros Large.
  assert (Q := collapse_degenerate (Rle_not_lt _ _ Large) y Y). lra.
Qed.

(** Below it some lose less. *)
Theorem collapse_subcritical : wide p ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) <-> subcritical p.
Proof.
  intros Wide. split; [exact subcritical_if|]. intros S.
  destruct (collapse_below (K p) (L p) (Big_lambda p) (proj1 is_regular) L2
    (Big_lambda_positive p is_regular) S) as [t [T B]].
  destruct (collapsed_attained p is_regular Wide t T) as [y [Y E]].
  exists y. split; [exact Y | lra].
Qed.

Lemma least_collapse : subcritical p -> exists t, 0 < t /\ forall s, 0 <= s ->
  collapse (INR (K p)) (K p) (Big_lambda p) (L p) t
  <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) s.
Proof.
  exact (least_below (K p) (L p) (Big_lambda p) (proj1 is_regular) ltac:(lia)
    (Big_lambda_positive p is_regular)).
Qed.

Theorem dnc_solution_exists : wide p -> exists y, dnc_solution p y.
Proof.
  intros Wide. assert (k1 := proj1 is_regular).
  assert (k0 : 0 < INR (K p)) by (apply lt_0_INR; lia).
  destruct (least_normal_form (K p) (fun _ => 1) (INR (K p) ^ L p) (Big_lambda p) (L p) k1
    ltac:(intros; lra) ltac:(apply pow_lt; exact k0)
      (Big_lambda_positive p is_regular) ltac:(lia))
    as [t [T Least]].
  assert (exists y, collapsed p y /\ 2 * objective p y
    = collapse (INR (K p)) (K p) (Big_lambda p) (L p) t) as [y [Y E]].
  { destruct T as [T|<-]; [apply collapsed_attained; assumption|].
    exists origin. split; [apply origin_collapsed|]. rewrite origin_objective by exact is_regular.
    unfold collapse. rewrite normal_form_zero by (assumption || lia). lra. }
  exists y. split; [exact Y|]. intros y' Y'.
  destruct (collapsed_above p is_regular y' Y') as [s [S A]].
  assert (Q := Least s S). unfold collapse in *. lra.
Qed.

(** What it loses: twice that is the minimum over t ≥ 0 of display (8). *)
Theorem dnc_loss : wide p -> forall y, dnc_solution p y ->
  let value t := INR (L p) * t + / (1 + t ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p)) in
  (exists t, 0 <= t /\ 2 * objective p y = value t) /\
  forall t, 0 <= t -> 2 * objective p y <= value t.
Proof.
  intros Wide y [Y Best] value. assert (Lam := Big_lambda_positive p is_regular).
  assert (k1 := proj1 is_regular).
  assert (Is : forall t, 0 <= t -> collapse (INR (K p)) (K p) (Big_lambda p) (L p) t = value t)
    by (intros; apply collapse_is; assumption).
  assert (Upper : forall t, 0 <= t -> 2 * objective p y <= value t).
  { intros t [T|<-].
    - destruct (collapsed_attained p is_regular Wide t T) as [z [Z E]]. rewrite Is in E by lra.
      assert (Q := Best z Z). lra.
    - rewrite <- Is by lra. unfold collapse. rewrite normal_form_zero by (assumption || lia).
      assert (Q := Best origin (origin_collapsed p)).
      rewrite origin_objective in Q by exact is_regular. lra. }
  split; [|exact Upper]. destruct (collapsed_above p is_regular y Y) as [t [T A]].
  exists t. split; [exact T|]. rewrite Is in A by exact T. assert (Q := Upper t T). lra.
Qed.

(** What follows for a family with a point that loses 1/2 and that beats collapse below the critical
    Λ: never above, and strictly below just where the family is below 1/2. *)
Section Exact.
Variable family : point -> Prop.
Hypothesis half : exists x, family x /\ objective p x = 1 / 2.
Hypothesis beats : subcritical p -> beats_collapse p family.

Let decide : {subcritical p} + {~ subcritical p}.
Proof.
  destruct (Rlt_le_dec (INR (K p) ^ (L p + 1) * INR (L p) ^ (2 * L p) * Big_lambda p)
    ((INR (L p) - 1) ^ (L p - 1))) as [S|S]; [left; exact S | right; apply Rle_not_lt; exact S].
Qed.

Lemma never_above : forall y, collapsed p y -> exists x, family x /\ objective p x <= objective p y.
Proof.
  intros y Y. destruct decide as [S|S].
  - destruct (beats S) as [x [v [F [B V]]]]. exists x. split; [exact F|]. specialize (V y Y). lra.
  - destruct half as [x [F E]]. exists x. split; [exact F|].
    assert (Q := collapse_degenerate S y Y). lra.
Qed.

Lemma beats_iff : beats_collapse p family <-> exists x, family x /\ objective p x < 1 / 2.
Proof.
  split.
  - intros [x [v [F [B V]]]]. exists x. split; [exact F|].
    specialize (V origin (origin_collapsed p)). rewrite origin_objective in V by exact is_regular.
    lra.
  - intros [x [F B]]. destruct decide as [S|S]; [apply beats; exact S|].
    exists x, (1 / 2). split; [exact F|]. split; [exact B | apply collapse_degenerate; exact S].
Qed.
(** The same for the best point of the family and those of Definition 7. *)
Lemma best_compared : forall x y, family x ->
  (forall x', family x' -> objective p x <= objective p x') -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof.
  intros x y F Best [Y BestY].
  assert (low : objective p y <= 1 / 2).
  { rewrite <- (origin_objective p is_regular). apply BestY, origin_collapsed. }
  assert (wins : beats_collapse p family -> objective p x < objective p y).
  { intros [z [v [Z [B V]]]]. assert (Q := Best z Z). specialize (V y Y). lra. }
  split; [|split; [split|]].
  - destruct (never_above y Y) as [z [Z Q]]. assert (Q' := Best z Z). lra.
  - lra.
  - intros B. apply wins, beats_iff. exists x. split; assumption.
  - intros S. apply wins, beats, S.
Qed.
End Exact.
End Least.
