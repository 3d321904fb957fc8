(** * Definition 6: the points of the triangular graph, and display (4)

    No point of the family is below its normal form everywhere; every value of that is the loss of some
    point with the α's of display (4), and with the best weights of all of them. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Attained Least Edges Triangular.
From Uniform Require Export Collapse.
Local Open Scope R_scope.

Lemma multiples_zero : forall rows k, (1 <= k)%nat -> multiples rows k 0 (fun _ _ => 0).
Proof.
  intros rows k K1. split.
  - intros i _. exists 0%nat, 0. repeat split; [lia | lra|]. intros u _.
    destruct (u =? 0)%nat; reflexivity.
  - intros v _. apply total_zero. intros. ring.
Qed.

Lemma origin_triangular : forall p r alpha, (1 <= r)%nat -> (1 <= K p)%nat ->
  (forall l, (2 <= l <= L p)%nat -> alpha l = 0) -> (2 <= L p)%nat ->
  triangular_at p r alpha origin.
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

Section Families.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis L3 : (3 <= L p)%nat.
Local Notation k := (INR (K p)).

Let L_is : L p = (L p - 3 + 3)%nat. Proof. lia. Qed.
Let K1 : (1 <= K p)%nat. Proof. apply is_regular. Qed.

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
    + intros l R. destruct (Mid l R) as [O BF].
      split; [apply multiples_orthogonal; exact O | exact BF].
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
  apply (normal_form_below_point p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction
    A alpha x Bx).
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

Lemma triangular_at_same : forall alpha beta x,
  (forall l, (2 <= l <= L p)%nat -> alpha l = beta l) ->
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
      apply (balanced_alpha_pos p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq).
      lia. }
    assert (Loss : loss_at p (L p - 3) r (nu r) (kappa r) (mu r) alpha = graph_form (speed * q)).
    { unfold graph_form.
      rewrite <- (balanced_loss p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq).
      unfold loss_at, twice_loss. rewrite <- !Eq by lia. do 3 f_equal.
      apply total_ext. intros i I. rewrite <- !Eq by lia. reflexivity. }
    apply Rle_antisym.
    + destruct (loss_attained p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A alpha)
        as [x' [Bx' [HM E]]].
      * assert (G := is_wide 1%nat ltac:(lia)). assert (F := r_below_tri r). rewrite <- K_is in F.
        lia.
      * rewrite <- L_is. exact Mid.
      * rewrite <- L_is. exact Top.
      * exact pos.
      * rewrite <- Loss, <- E. apply Rmult_le_compat_l; [lra|]. apply Best; [exact HM|].
        intros l R i j I J. destruct (Nat.eq_dec l (L p)) as [->|Ne].
        -- destruct Bx as [_ [_ [B _]]], Bx' as [_ [_ [B' _]]]. rewrite (B i j I J), (B' i j I J).
           reflexivity.
        -- destruct Bx as [B _], Bx' as [B' _].
           rewrite (proj1 (proj2 (B l ltac:(lia))) i j I J),
             (proj1 (proj2 (B' l ltac:(lia))) i j I J).
           reflexivity.
    + rewrite <- Loss.
      apply (loss_above p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction
        A alpha x Bx pos).
  - rewrite Rmult_0_r. unfold graph_form. rewrite normal_form_zero by (assumption || lia).
    apply Rle_antisym.
    + assert (O := origin_objective p is_regular).
      assert (G : objective p x <= objective p origin); [|lra].
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

(** That is L_SRG(q) as in the proof of Theorem 3, with the first eigenvalue as it is. *)
Lemma srg_loss_of_q : forall q x, srg_with p r q x ->
  let s := sqrt (INR (n p) * lambda_H p * lambda p 1)
    * (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) in
  let a := display_4 p r q (L p) in
  let b := (INR r - 2) * (INR r - 3) + 2 in
  let l := lambda p (L p) in
  objective p x
  = l / 2 * (1 / ((INR r - 2) ^ 2 * (INR r - 3) ^ 2 / (2 * b) * a + k * l)
      + (INR r - 1) / (2 * (INR r - 3) ^ 2 / b * a + k * l)
      + INR r * (INR r - 3) / 2 / (2 / b * a + k * l))
    + INR (L p) / 2 * s * q.
Proof.
  intros q x X s a b l. assert (V := srg_value q x X). assert (R4 := rho_4 r r4).
  assert (Sp : s = speed) by (unfold s, speed; rewrite (nu_is r r4); ring).
  assert (Q := quadratic_pos r r4). fold b in Q.
  assert (l0 : 0 < l) by (apply is_regular; lia).
  assert (k0 : 0 < k) by (apply lt_0_INR; lia).
  assert (kl : 0 < k * l) by (apply Rmult_lt_0_compat; assumption).
  assert (nu0 := nu_pos r r4). assert (s0 := speed_pos). assert (st0 := start_pos).
  assert (lp0 : 0 < lambdas_from_2 p (L p - 1)) by (apply lambdas_positive; lia).
  assert (q0 : 0 <= q) by apply X.
  assert (ss : speed * speed = nu r * nu r * (INR (n p) * lambda_H p * lambda p 1)).
  { unfold speed. transitivity (nu r * nu r * (sqrt (INR (n p) * lambda_H p * lambda p 1)
      * sqrt (INR (n p) * lambda_H p * lambda p 1))); [ring | rewrite sqrt_sqrt by lra; reflexivity]. }
  assert (Lam : Big_lambda p
    = INR (n p) * lambda_H p * lambda p 1 * lambdas_from_2 p (L p - 1) * l).
  { assert (G : forall j, lambdas p (S j) = lambda p 1 * lambdas_from_2 p (S j)).
    { induction j as [|j IH]; [simpl; ring|].
      change (lambdas p (S (S j))) with (lambdas p (S j) * lambda p (S (S j))). rewrite IH.
      change (lambdas_from_2 p (S (S j))) with (lambdas_from_2 p (S j) * lambda p (S (S j))). ring. }
    unfold Big_lambda, l. replace (L p) with (S (S (L p - 2))) at 1 2 by lia. rewrite G.
    change (lambdas_from_2 p (S (S (L p - 2))))
      with (lambdas_from_2 p (S (L p - 2)) * lambda p (S (S (L p - 2)))).
    replace (S (S (L p - 2))) with (L p) by lia. replace (S (L p - 2)) with (L p - 1)%nat by lia. ring. }
  assert (rL : 0 < INR r ^ (L p - 3)) by (apply pow_lt; lra).
  assert (pow_split : forall u, u ^ L p = u * u * u * u ^ (L p - 3)).
  { intros u. replace (L p) with (S (S (S (L p - 3)))) at 1 by lia. simpl. ring. }
  assert (T : (speed * q) ^ L p
      / (D (L p - 3) (nu r) (INR r) (kappa r) * Big_lambda p) = a / l).
  { unfold a, display_4. rewrite Nat.eqb_refl. fold s. rewrite Sp, Lam. unfold D, kappa. fold b.
    replace (L p - 2)%nat with (S (L p - 3)) by lia.
    replace (INR r ^ (L p - 1)) with (INR r ^ (L p - 3) * (INR r * INR r))
      by (replace (L p - 1)%nat with (S (S (L p - 3))) by lia; simpl; ring).
    rewrite Rpow_mult_distr.
    replace (speed ^ L p) with (speed * speed * (speed * speed ^ (L p - 3)))
      by (rewrite (pow_split speed); ring).
    rewrite ss. set (start := INR (n p) * lambda_H p * lambda p 1) in *.
    simpl ((INR r - 1) ^ 2). simpl (speed ^ S (L p - 3)). field. repeat split; lra. }
  assert (a0 : 0 <= a).
  { assert (0 <= a / l).
    { rewrite <- T. apply Rmult_le_pos; [apply pow_le, Rmult_le_pos; lra|].
      left. apply Rinv_0_lt_compat, Rmult_lt_0_compat;
        [|apply Big_lambda_positive; assumption].
      apply D_pos; [exact nu0 | lra | apply kappa_pos; exact r4]. }
    replace a with (a / l * l) by (field; lra). apply Rmult_le_pos; lra. }
  unfold graph_form, normal_form, fit in V.
  rewrite (total_ext (K p) _ (fun i => / (k + mu r i * (a / l)))) in V.
  2: { intros i _. rewrite <- T. f_equal. f_equal. unfold Rdiv. ring. }
  assert (Sum := total_mu r r4 (fun u => / (k + u * (a / l)))). rewrite <- K_is in Sum.
  cbv beta in Sum. rewrite Sum, (g_square r r4) in V. fold b in V.
  rewrite Sp. unfold th0, th1 in V.
  assert (den : forall u, 0 <= u -> 0 < u * a + k * l).
  { intros u U. assert (0 <= u * a) by (apply Rmult_le_pos; assumption). lra. }
  assert (b2 : 0 < 2 / b) by (apply Rdiv_lt_0_compat; lra).
  assert (one : forall u, 0 <= u -> / (k + u * (a / l)) = l / (u * a + k * l)).
  { intros u U. specialize (den u U). field. split; lra. }
  rewrite !one in V by (repeat apply Rmult_le_pos; try lra; apply Rle_0_sqr).
  replace ((INR r - 2) ^ 2 * (INR r - 3) ^ 2 / (2 * b))
    with (2 / b * ((INR r - 2) * (INR r - 3) / 2 * ((INR r - 2) * (INR r - 3) / 2))) by (field; lra).
  replace (2 * (INR r - 3) ^ 2 / b) with (2 / b * ((INR r - 3) * (INR r - 3))) by (field; lra).
  unfold Rdiv in *. lra.
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
      apply (balanced_alpha_pos p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction _ tq).
      lia.
    + unfold loss_at, twice_loss. rewrite !display_4_balanced by (assumption || lia). do 3 f_equal.
      apply total_ext. intros i I. rewrite !display_4_balanced by (assumption || lia). reflexivity.
  - rewrite Rmult_0_r. unfold graph_form. rewrite normal_form_zero by (assumption || lia).
    apply (loss_above_zero p (L p - 3) is_regular L_is r _ _ _ _ _ graph_construction A _ x' Bx).
    rewrite <- L_is. apply display_4_zero. lia.
Qed.

End Families.
