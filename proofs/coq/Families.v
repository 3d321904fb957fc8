(** * The points of Definitions 6 and 7, and the normal form

    No point of a family is below its normal form everywhere, and every value of the normal form is that
    of some point; for Definition 6 the α's are those of display (4). *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular.
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

Lemma multiples_zero : forall rows k, (1 <= k)%nat -> multiples rows k 0 (fun _ _ => 0).
Proof.
  intros rows k K1. split.
  - intros i _. exists 0%nat, 0. repeat split; [lia | lra|]. intros u _. destruct (u =? 0)%nat; reflexivity.
  - intros v _. apply total_zero. intros. ring.
Qed.

Lemma origin_triangular : forall p r alpha, (1 <= r)%nat -> (1 <= K p)%nat ->
  (forall l, (2 <= l <= L p)%nat -> alpha l = 0) -> (2 <= L p)%nat -> triangular_at p r alpha origin.
Proof.
  intros p r alpha R1 K1 Z L2. exists (fun _ _ _ => 0), (fun _ _ => 0).
  assert (M : forall k X i j, mul k (fun _ _ => 0) X i j = 0)
    by (intros; unfold mul; apply total_zero; intros; ring).
  split; [intros i j _ _; reflexivity|]. split; [|split].
  - intros l R. rewrite (Z l) by lia. split; [apply multiples_zero; exact R1|].
    split; intros i j _ _; rewrite M; [apply origin_before | apply origin_feature].
  - rewrite (Z (L p)) by lia. apply multiples_zero. exact K1.
  - intros i j _ _. rewrite M. apply origin_before.
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
      with (ridge_loss k k k (INR k) a (rectified identity) identity (mul k G (flip (rectified identity)))).
    + split; [eexists; reflexivity|]. intros V. apply ridge_best; assumption.
    + rewrite (ridge_value k a _ G k1 Inv). f_equal. apply total_ext. intros i _. unfold G, identity.
      rewrite Nat.eqb_refl. ring.
Qed.

Lemma D_collapse : forall m k, D m k k k = k ^ (m + 3).
Proof. intros. unfold D. rewrite pow_add. simpl. ring. Qed.

Section Families.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis L3 : (3 <= L p)%nat.
Local Notation k := (INR (K p)).
Local Notation collapse_form := (collapse k (K p) (Big_lambda p) (L p)).

Let L_is : L p = (L p - 3 + 3)%nat. Proof. lia. Qed.
Let K1 : (1 <= K p)%nat. Proof. apply is_regular. Qed.

Lemma Big_lambda_positive : 0 < Big_lambda p.
Proof. apply (Big_lambda_pos p (L p - 3) is_regular L_is). Qed.

Theorem collapsed_above : forall y, collapsed p y ->
  exists t, 0 <= t /\ collapse_form t <= 2 * objective p y.
Proof.
  intros y [M [alpha [_ C]]].
  destruct (normal_form_below_point p (L p - 3) is_regular L_is (K p) identity identity k k (fun _ => 1)
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

Theorem collapsed_attained : wide p ->
  forall t, 0 < t -> exists y, collapsed p y /\ 2 * objective p y = collapse_form t.
Proof.
  intros is_wide t T.
  destruct (normal_form_attained_at p (L p - 3) is_regular L_is (K p) identity identity k k (fun _ => 1)
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

(** ** The triangular graph *)

Section Graph.
Variable r : nat.
Hypothesis r4 : (4 <= r)%nat.
Hypothesis K_is : K p = tri r.

Definition graph_form : R -> R :=
  normal_form k (K p) (mu r) (D (L p - 3) (nu r) (INR r) (kappa r)) (Big_lambda p) (L p).

Lemma graph_construction : construction (K p) r (T r) (N r (K p)) (nu r) (kappa r) (mu r).
Proof. rewrite K_is. apply triangular_construction. exact r4. Qed.

Lemma triangular_built : forall alpha x, triangular_at p r alpha x ->
  exists A, built p r (T r) (N r (K p)) A alpha x /\
    (forall l, (2 <= l < L p)%nat -> multiples (d p l) r (alpha l) (A l)) /\
    multiples (d p (L p)) (K p) (alpha (L p)) (A (L p)).
Proof.
  intros alpha x [A [M1 [_ [Mid [Top B]]]]]. exists A. split; [|split; [|exact Top]].
  - split; [|split; [|split]].
    + intros l R. destruct (Mid l R) as [O BF]. split; [apply multiples_orthogonal; exact O | exact BF].
    + apply multiples_orthogonal. exact Top.
    + exact B.
    + apply (rectify_multiples p x _ _ _ _ (alpha (L p))); [lia | exact Top | exact B].
  - intros l R. apply Mid. exact R.
Qed.

Lemma built_triangular : forall A alpha x M, class_means p (d p 1) (H1 x) M ->
  (forall l, (2 <= l < L p)%nat -> multiples (d p l) r (alpha l) (A l)) ->
  multiples (d p (L p)) (K p) (alpha (L p)) (A (L p)) ->
  built p r (T r) (N r (K p)) A alpha x -> triangular_at p r alpha x.
Proof.
  intros A alpha x M HM Mid Top [Bm [_ [Bt _]]]. exists A, M. split; [exact HM|].
  split; [|split; assumption]. intros l R. split; [apply Mid; exact R | apply Bm; exact R].
Qed.

Theorem triangular_above : forall x, triangular p r x ->
  exists t, 0 <= t /\ graph_form t <= 2 * objective p x.
Proof.
  intros x [alpha Tx]. destruct (triangular_built alpha x Tx) as [A [Bx _]].
  apply (normal_form_below_point p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A alpha x Bx).
Qed.

(** ν √(n λ_H λ_1), by which q is to be multiplied to have t. *)
Definition speed : R := nu r * sqrt (INR (n p) * lambda_H p * lambda p 1).
Let start_pos := start_pos p (L p - 3) is_regular L_is.
Lemma speed_pos : 0 < speed.
Proof. apply Rmult_lt_0_compat; [apply nu_pos; exact r4 | apply sqrt_lt_R0, start_pos]. Qed.

Lemma lambdas_positive : forall l, (l <= L p)%nat -> 0 < lambdas_from_2 p l.
Proof.
  induction l as [|[|l] IH]; intros R; [simpl; lra | simpl; lra|].
  change (0 < lambdas_from_2 p (S l) * lambda p (S (S l))).
  apply Rmult_lt_0_compat; [apply IH; lia | apply is_regular; lia].
Qed.

Lemma display_4_balanced : forall q l, 0 < q -> (2 <= l <= L p)%nat ->
  display_4 p r q l = balanced_alpha p (L p - 3) r (nu r) (kappa r) (speed * q) l.
Proof.
  intros q l Q R. assert (R4 := rho_4 r r4). assert (nu0 := nu_pos r r4).
  unfold display_4, balanced_alpha. rewrite <- L_is.
  replace (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) with (nu r)
    by (rewrite (nu_is r r4); ring).
  set (start := INR (n p) * lambda_H p * lambda p 1) in *.
  replace (sqrt start * nu r) with speed by (unfold speed, start; ring).
  assert (s0 := speed_pos).
  assert (ss : speed * speed = nu r * nu r * start).
  { unfold speed. fold start. transitivity (nu r * nu r * (sqrt start * sqrt start)); [ring|].
    rewrite sqrt_sqrt by lra. reflexivity. }
  assert (Middle : forall i, (i <= L p - 3)%nat ->
    speed ^ i / (INR r ^ i * lambdas_from_2 p (S i)) * q ^ (S (S i))
    = balanced (nu r) (INR r) start (fun i => lambda p (S (S i))) (speed * q) i).
  { induction i as [|i IH]; intros I.
    - simpl. replace (speed * q * (speed * q)) with (speed * speed * (q * q)) by ring. rewrite ss.
      field. lra.
    - cbn [balanced]. rewrite <- IH by lia.
      assert (P := lambdas_positive (S i) ltac:(lia)).
      assert (L0 : 0 < lambda p (S (S i))) by (apply is_regular; lia).
      assert (ri : 0 < INR r ^ i) by (apply pow_lt; lra).
      change (lambdas_from_2 p (S (S i))) with (lambdas_from_2 p (S i) * lambda p (S (S i))).
      rewrite <- !tech_pow_Rmult. field. repeat split; lra. }
  destruct (Nat.eqb_spec l (L p)) as [->|Ne].
  - unfold balanced_last. rewrite <- Middle by lia.
    replace (S (S (L p - 3))) with (L p - 1)%nat by lia.
    replace (L p - 3 + 2)%nat with (L p - 1)%nat by lia.
    replace (L p - 2)%nat with (S (L p - 3)) by lia.
    replace (L p - 1)%nat with (S (S (L p - 3))) by lia.
    replace (L p) with (S (S (S (L p - 3)))) at 4 by lia.
    set (i := (L p - 3)%nat).
    assert (P := lambdas_positive (S i) ltac:(unfold i; lia)).
    assert (L0 : 0 < lambda p (S (S i))) by (apply is_regular; unfold i; lia).
    assert (ri : 0 < INR r ^ i) by (apply pow_lt; lra).
    assert (Qp := quadratic_pos r r4).
    change (lambdas_from_2 p (S (S i))) with (lambdas_from_2 p (S i) * lambda p (S (S i))).
    rewrite <- !tech_pow_Rmult. unfold kappa. simpl ((INR r - 1) ^ 2). field. repeat split; lra.
  - rewrite <- Middle by lia. replace (S (S (l - 2))) with l by lia.
    replace (S (l - 2)) with (l - 1)%nat by lia. reflexivity.
Qed.

Lemma display_4_zero : forall l, (2 <= l <= L p)%nat -> display_4 p r 0 l = 0.
Proof.
  intros l R. unfold display_4. destruct (l =? L p)%nat; rewrite pow_i by lia; ring.
Qed.

Lemma triangular_at_same : forall alpha beta x, (forall l, (2 <= l <= L p)%nat -> alpha l = beta l) ->
  triangular_at p r alpha x -> triangular_at p r beta x.
Proof.
  intros alpha beta x E [A [M1 [HM [Mid [Top B]]]]]. exists A, M1. split; [exact HM|].
  split; [|split; [rewrite <- E by lia; exact Top | exact B]].
  intros l R. rewrite <- E by lia. apply Mid. exact R.
Qed.

Hypothesis is_wide : wide p.

(** With the α's that q gives some point loses what the normal form says. *)
Theorem triangular_attained : forall q, 0 <= q ->
  exists x, triangular_at p r (display_4 p r q) x /\ 2 * objective p x = graph_form (speed * q).
Proof.
  intros q [Q|<-].
  - destruct (normal_form_attained_at p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction
      (speed * q)) as [A [x [Mid [Top [Bx [[M HM] E]]]]]].
    { apply Rmult_lt_0_compat; [apply speed_pos | exact Q]. }
    { rewrite <- L_is. exact is_wide. }
    exists x. split; [|exact E]. rewrite <- L_is in Mid, Top.
    eapply triangular_at_same; [|apply (built_triangular A _ x M HM Mid Top Bx)].
    intros l R. symmetry. apply display_4_balanced; assumption.
  - exists origin. split.
    + apply origin_triangular; [lia | exact K1 | exact display_4_zero | lia].
    + rewrite Rmult_0_r, origin_objective by exact is_regular. unfold graph_form.
      rewrite normal_form_zero; [lra | exact K1 | lia].
Qed.

(** So do all points with these α's and the best weights. *)
Theorem srg_value : forall q x, srg_with p r q x -> 2 * objective p x = graph_form (speed * q).
Proof.
  intros q x [Q0 [Tx Best]]. destruct (triangular_built _ x Tx) as [A [Bx [Mid Top]]].
  destruct Q0 as [Q|<-].
  - assert (tq : 0 < speed * q) by (apply Rmult_lt_0_compat; [apply speed_pos | exact Q]).
    set (alpha := display_4 p r q) in *.
    assert (Eq : forall l, (2 <= l <= L p)%nat -> alpha l
      = balanced_alpha p (L p - 3) r (nu r) (kappa r) (speed * q) l)
      by (intros; apply display_4_balanced; assumption).
    assert (pos : forall l, (2 <= l <= L p - 3 + 3)%nat -> 0 < alpha l).
    { intros l R. rewrite Eq by lia.
      apply (balanced_alpha_pos p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq). lia. }
    assert (Loss : loss_at p (L p - 3) r (nu r) (kappa r) (mu r) alpha = graph_form (speed * q)).
    { unfold graph_form.
      rewrite <- (balanced_loss p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq).
      unfold loss_at, twice_loss. rewrite <- !Eq by lia. do 3 f_equal.
      apply total_ext. intros i I. rewrite <- !Eq by lia. reflexivity. }
    apply Rle_antisym.
    + destruct (loss_attained p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A alpha)
        as [x' [Bx' [HM E]]].
      * assert (G := is_wide 1%nat ltac:(lia)). assert (F := r_below_tri r). rewrite <- K_is in F. lia.
      * rewrite <- L_is. exact Mid.
      * rewrite <- L_is. exact Top.
      * exact pos.
      * rewrite <- Loss, <- E. apply Rmult_le_compat_l; [lra|]. apply Best; [exact HM|].
        intros l R i j I J. destruct (Nat.eq_dec l (L p)) as [->|Ne].
        -- destruct Bx as [_ [_ [B _]]], Bx' as [_ [_ [B' _]]]. rewrite (B i j I J), (B' i j I J). reflexivity.
        -- destruct Bx as [B _], Bx' as [B' _].
           rewrite (proj1 (proj2 (B l ltac:(lia))) i j I J), (proj1 (proj2 (B' l ltac:(lia))) i j I J).
           reflexivity.
    + rewrite <- Loss.
      apply (loss_above p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A alpha x Bx pos).
  - rewrite Rmult_0_r. unfold graph_form. rewrite normal_form_zero by (assumption || lia).
    apply Rle_antisym.
    + assert (O := origin_objective p is_regular). assert (G : objective p x <= objective p origin); [|lra].
      apply Best; [exists (fun _ _ => 0); intros i j _ _; reflexivity|].
      intros l R i j I J. rewrite origin_before.
      assert (Z : forall k0 q0 X, orthogonal (d p l) k0 0 X -> mul k0 X q0 i (j / n p)%nat = 0).
      { intros k0 q0 X O'. unfold mul. apply total_zero. intros u U.
        rewrite (orthogonal_zero _ _ _ O' i u I U). ring. }
      destruct (Nat.eq_dec l (L p)) as [->|Ne].
      * destruct Bx as [_ [O' [B _]]]. rewrite display_4_zero in O' by lia. rewrite (B i j I J).
        symmetry. apply Z. exact O'.
      * destruct Bx as [B _]. destruct (B l ltac:(lia)) as [O' [B' _]].
        rewrite display_4_zero in O' by lia. rewrite (B' i j I J). symmetry. apply Z. exact O'.
    + apply (loss_above_zero p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A _ x Bx).
      rewrite <- L_is. apply display_4_zero. lia.
Qed.

(** There are such points for every q. *)
Theorem srg_exists : forall q, 0 <= q -> exists x, srg_with p r q x.
Proof.
  intros q Q0. destruct (triangular_attained q Q0) as [x [Tx E]]. exists x.
  split; [exact Q0|]. split; [exact Tx|]. intros x' [M HM] Same.
  assert (Tx' : triangular_at p r (display_4 p r q) x').
  { destruct Tx as [A [M1 [_ [Mid [Top B]]]]]. exists A, M. split; [exact HM|].
    assert (Same' : forall l N, (2 <= l <= L p)%nat -> class_means p (d p l) (before p x l) N ->
      class_means p (d p l) (before p x' l) N).
    { intros l N R C i j I J. rewrite (Same l R i j I J). apply C; assumption. }
    split; [|split; [exact Top | apply Same'; [lia | exact B]]].
    intros l R. destruct (Mid l R) as [Mu [Bl Fl]]. split; [exact Mu|].
    assert (C := Same' l _ ltac:(lia) Bl). split; [exact C|].
    intros i j I J. rewrite (rectify p x' l _ _ ltac:(lia) C i j I J), <- (Fl i j I J).
    symmetry. apply (rectify p x l _ _ ltac:(lia) Bl i j I J). }
  assert (Low : graph_form (speed * q) <= 2 * objective p x'); [|lra].
  destruct (triangular_built _ x' Tx') as [A [Bx _]]. destruct Q0 as [Q|<-].
  - assert (tq : 0 < speed * q) by (apply Rmult_lt_0_compat; [apply speed_pos | exact Q]).
    unfold graph_form.
    rewrite <- (balanced_loss p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq).
    replace (loss_at p (L p - 3) r (nu r) (kappa r) (mu r)
      (balanced_alpha p (L p - 3) r (nu r) (kappa r) (speed * q)))
      with (loss_at p (L p - 3) r (nu r) (kappa r) (mu r) (display_4 p r q)).
    + apply (loss_above p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A _ x' Bx).
      intros l R. rewrite display_4_balanced by (assumption || lia).
      apply (balanced_alpha_pos p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq). lia.
    + unfold loss_at, twice_loss. rewrite !display_4_balanced by (assumption || lia). do 3 f_equal.
      apply total_ext. intros i I. rewrite !display_4_balanced by (assumption || lia). reflexivity.
  - rewrite Rmult_0_r. unfold graph_form. rewrite normal_form_zero by (assumption || lia).
    apply (loss_above_zero p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A _ x' Bx).
    rewrite <- L_is. apply display_4_zero. lia.
Qed.

End Graph.
End Families.
