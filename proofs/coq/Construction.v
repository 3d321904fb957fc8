(** * Constructions: from objective (1) to the normal form, from below

    A construction is a matrix B with non-negative entries, what all layers up to L - 1 are made of,
    and a matrix N, what the last one is made of before the relu.  Four numbers carry its loss: the
    nuclear norm ν of B, its rank ρ, κ = ‖X‖² for the X with X B = N, and the eigenvalues μ_i of
    relu(N)ᵀ relu(N), here by the value of the ridge problem.

    Proved here: no point whose features are built of B and N loses less than its α's say
    ([loss_above]), nor less than the normal form at some t ([normal_form_below_point]). *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal.
Local Open Scope R_scope.

Record construction (k rho : nat) (B N : dense_matrix) (nu kappa : R) (mu : nat -> R) : Prop := {
  rank_positive : (1 <= rho <= k)%nat;
  entries : forall i j, 0 <= B i j;
  (* ‖B‖_* = ν *)
  nu_positive : 0 < nu;
  dual : exists Z, contraction rho k Z /\ dot rho k Z B = nu;
  factors : exists F G, same_matrix rho k (mul rho F G) B /\
    square rho rho F = nu /\ square rho k G = nu;
  (* rank B = ρ *)
  right_inverse : exists R, same_matrix rho rho (mul k B R) identity;
  kappa_positive : 0 < kappa;
  last : exists X, same_matrix k k (mul rho X B) N /\ square k rho X = kappa;
  mu_positive : forall i, (i < k)%nat -> 0 < mu i;
  ridge : forall a, 0 < a ->
    let value := a / 2 * total k (fun i => / (mu i + INR k * a)) in
    let loss := ridge_loss k k k (INR k) a (rectified N) identity in
    (exists V, loss V = value) /\ forall V, value <= loss V
}.

(** The features are A_l B, and A_L N before the last relu. *)
Definition built (p : problem) (rho : nat) (B N : dense_matrix) (A : nat -> dense_matrix)
    (alpha : nat -> R) (x : point) : Prop :=
  (forall l, (2 <= l < L p)%nat ->
    orthogonal (d p l) rho (alpha l) (A l) /\
    class_means p (d p l) (before p x l) (mul rho (A l) B) /\
    class_means p (d p l) (feature p x l) (mul rho (A l) B)) /\
  orthogonal (d p (L p)) (K p) (alpha (L p)) (A (L p)) /\
  class_means p (d p (L p)) (before p x (L p)) (mul (K p) (A (L p)) N) /\
  class_means p (d p (L p)) (feature p x (L p)) (mul (K p) (A (L p)) (rectified N)).

(** What W_l does to class means. *)
Lemma through_layer : forall p x l M M', (1 <= n p)%nat ->
  class_means p (d p l) (feature p x l) M -> class_means p (d p (S l)) (before p x (S l)) M' ->
  same_matrix (d p (S l)) (K p) (mul (d p l) (W x l) M) M'.
Proof.
  intros p x l M M' N1 F B i c I C.
  assert (J : (c * n p < K p * n p)%nat) by (apply Nat.mul_lt_mono_pos_r; lia).
  assert (E := B i (c * n p)%nat I J). cbv beta in E. rewrite Nat.div_mul in E by lia.
  rewrite <- E. unfold before.
  replace (S l - 1)%nat with l by lia. unfold mul. apply total_ext. intros u U.
  rewrite (F u (c * n p)%nat U J), Nat.div_mul by lia. reflexivity.
Qed.

(** Twice the loss at α_2 … α_L, for L = m + 3: the terms of NormalForm.v. *)
Definition loss_at (p : problem) (m rho : nat) (nu kappa : R) (mu alpha : nat -> R) : R :=
  twice_loss m (K p) nu (INR rho) kappa (INR (n p) * lambda_H p * lambda p 1) (lambda p (m + 2))
    (lambda p (m + 3)) (INR (K p)) (fun i => lambda p (S (S i))) mu
    (fun i => alpha (S (S i))) (alpha (m + 3)%nat).

Lemma rectify : forall p x l rows M, (2 <= l)%nat -> class_means p rows (before p x l) M ->
  class_means p rows (feature p x l) (rectified M).
Proof.
  intros p x [|[|l]] rows M L2 C; try lia. intros i j I J.
  transitivity (Rmax 0 (before p x (S (S l)) i j)); [reflexivity|].
  rewrite (C i j I J). reflexivity.
Qed.

Lemma rectify_multiples : forall p x l rows k A a N, (2 <= l)%nat -> multiples rows k a A ->
  class_means p rows (before p x l) (mul k A N) ->
  class_means p rows (feature p x l) (mul k A (rectified N)).
Proof.
  intros p x l rows k A a N L2 Mu C i j I J. rewrite (rectify p x l _ _ L2 C i j I J).
  destruct (multiples_row _ _ _ _ i Mu I) as [v [s [_ [S0 Row]]]]. unfold rectified at 1.
  rewrite !Row. unfold rectified. rewrite <- RmaxRmult by exact S0. rewrite Rmult_0_r. reflexivity.
Qed.

Lemma n_pos : forall p, regular p -> 0 < INR (n p).
Proof. intros p [_ [H _]]. apply lt_0_INR. lia. Qed.
Lemma K_pos : forall p, regular p -> 0 < INR (K p).
Proof. intros p [H _]. apply lt_0_INR. lia. Qed.
Lemma class_of : forall p, regular p -> forall j, (j < K p * n p)%nat -> (j / n p < K p)%nat.
Proof.
  intros p [_ [H _]] j J. apply Nat.div_lt_upper_bound; [lia|]. rewrite Nat.mul_comm. exact J.
Qed.

Section Construction.
Variable p : problem.
Variable m : nat.
Hypothesis is_regular : regular p.
Hypothesis L_is : L p = (m + 3)%nat.
Variable rho : nat.
Variables B N : dense_matrix.
Variables nu kappa : R.
Variable mu : nat -> R.
Hypothesis is_construction : construction (K p) rho B N nu kappa mu.

Local Notation la := (lambda p).
Local Notation k := (INR (K p)).
Local Notation start := (INR (n p) * lambda_H p * lambda p 1).

Lemma la_pos : forall l, (1 <= l <= m + 3)%nat -> 0 < la l.
Proof. intros l R. apply is_regular. rewrite L_is. exact R. Qed.
Let n_pos := n_pos p is_regular.
Let K_pos := K_pos p is_regular.
Lemma rho_pos : 0 < INR rho.
Proof. apply lt_0_INR. destruct (rank_positive _ _ _ _ _ _ _ is_construction). lia. Qed.
Lemma start_pos : 0 < start.
Proof.
  repeat apply Rmult_lt_0_compat; [apply n_pos | apply is_regular | apply la_pos; lia].
Qed.
Lemma Lambda_is : Big_lambda p
  = Lambda m start (la (m + 2)%nat) (la (m + 3)%nat) (fun i => la (S (S i))).
Proof. apply Big_lambda_is. exact L_is. Qed.
Lemma Big_lambda_pos : 0 < Big_lambda p.
Proof.
  rewrite Lambda_is. apply Lambda_pos; try apply start_pos; try (apply la_pos; lia).
  intros i I. apply la_pos. lia.
Qed.

(** The right inverse of B. *)
Lemma cancel : forall q X Y, same_matrix q (K p) (mul rho X B) (mul rho Y B)
  -> same_matrix q rho X Y.
Proof.
  intros q X Y E i j I J.
  destruct (right_inverse _ _ _ _ _ _ _ is_construction) as [R BR].
  assert (Z : forall V, mul rho V (mul (K p) B R) i j = V i j).
  { intros V. rewrite <- (mul_identity_right rho V i j J).
    apply (mul_ext (S i) rho rho); [apply same_refl | exact BR | lia | exact J]. }
  rewrite <- (Z X), <- (Z Y), <- !mul_assoc.
  apply (mul_ext q (K p) rho); [exact E | apply same_refl | exact I | exact J].
Qed.

(** ** From below *)

Section Below.
Variable A : nat -> dense_matrix.
Variable alpha : nat -> R.
Variable x : point.
Hypothesis is_built : built p rho B N A alpha x.

Lemma alpha_nonneg : forall l, (2 <= l <= m + 3)%nat -> 0 <= alpha l.
Proof.
  assert (Reg := is_regular). destruct Reg as [K1 _]. destruct is_built as [Mid [Top _]].
  rewrite L_is in Mid, Top.
  destruct (rank_positive _ _ _ _ _ _ _ is_construction) as [R1 _]. intros l Rl.
  destruct (Nat.eq_dec l (m + 3)) as [->|Ne].
  - apply (orthogonal_nonneg _ _ _ _ K1 Top).
  - destruct (Mid l ltac:(lia)) as [O _]. apply (orthogonal_nonneg _ _ _ _ R1 O).
Qed.

Lemma middle_below : forall l, (2 <= l < m + 2)%nat ->
  INR rho * alpha (S l) <= alpha l * square (d p (S l)) (d p l) (W x l).
Proof.
  intros l R. assert (P := alpha_nonneg l ltac:(lia)).
  assert (Reg := is_regular). destruct Reg as [_ [n1 _]]. destruct is_built as [Mid _].
  rewrite L_is in Mid.
  destruct (Mid l ltac:(lia)) as [O [_ F]]. destruct (Mid (S l) ltac:(lia)) as [O' [F' _]].
  assert (E := through_layer p x l _ _ n1 F F').
  assert (Q := layer_bound (d p (S l)) (d p l) rho (alpha l) (A l) (W x l) P O).
  rewrite (square_ext (d p (S l)) rho _ (A (S l))) in Q.
  - rewrite (square_orthogonal _ _ _ _ O') in Q. exact Q.
  - apply cancel. intros i j I J. rewrite mul_assoc. apply E; assumption.
Qed.

Lemma lower_below : kappa * alpha (m + 3)%nat
  <= alpha (m + 2)%nat * square (d p (m + 3)) (d p (m + 2)) (W x (m + 2)%nat).
Proof.
  assert (P := alpha_nonneg (m + 2) ltac:(lia)).
  assert (Reg := is_regular). destruct Reg as [_ [n1 _]]. destruct is_built as [Mid [Top [Fb _]]].
  rewrite L_is in Mid, Top, Fb.
  destruct (Mid (m + 2)%nat ltac:(lia)) as [O [_ F]].
  destruct (last _ _ _ _ _ _ _ is_construction) as [X [XB SX]].
  replace (m + 3)%nat with (S (m + 2)) in Top, Fb |- * by lia.
  assert (E := through_layer p x (m + 2) _ _ n1 F Fb).
  assert (Q := layer_bound (d p (S (m + 2))) (d p (m + 2)) rho _ _ (W x (m + 2)%nat) P O).
  rewrite (square_ext (d p (S (m + 2))) rho _ (mul (K p) (A (S (m + 2))) X)) in Q.
  - rewrite (square_left _ _ _ _ _ _ Top), SX in Q. lra.
  - apply cancel. intros i j I J. rewrite !mul_assoc. rewrite (E i j I J).
    apply (mul_ext (S i) (K p) (K p)); [apply same_refl | apply same_sym; exact XB | lia | exact J].
Qed.

Lemma first_below : 0 < alpha 2%nat -> 2 * (nu * sqrt (start * alpha 2%nat))
  <= la 1%nat * square (d p 2) (d p 1) (W x 1%nat)
    + lambda_H p * square (d p 1) (K p * n p) (H1 x).
Proof.
  intros P. assert (LA := la_pos 1 ltac:(lia)). assert (n0 := n_pos).
  assert (Reg := is_regular). destruct Reg as [_ [n1 [_ [LB _]]]]. destruct is_built as [Mid _].
  rewrite L_is in Mid.
  destruct (Mid 2%nat ltac:(lia)) as [O [E _]].
  destruct (dual _ _ _ _ _ _ _ is_construction) as [Z [C V]].
  set (a := alpha 2%nat) in *. set (s := sqrt a). set (r := sqrt (INR (n p))).
  assert (s0 : 0 < s) by (apply sqrt_lt_R0; exact P).
  assert (ss : s * s = a) by (apply sqrt_sqrt; lra).
  assert (r0 : 0 < r) by (apply sqrt_lt_R0; exact n0).
  assert (rr : r * r = INR (n p)) by (apply sqrt_sqrt; lra).
  assert (D := nuclear_dual (d p 2) (d p 1) (K p * n p) _
    (fun i j => sqrt (la 1%nat) * W x 1%nat i j) (fun i j => sqrt (lambda_H p) * H1 x i j)
    (contraction_repeated _ _ _ _ n1 (contraction_orthogonal _ _ _ _ _ _ P O C))).
  fold r s in D. rewrite !square_scale, !sqrt_sqrt in D by lra.
  assert (Q : dot (d p 2) (K p * n p) (fun i j => / r * (/ s * mul rho (A 2%nat) Z i (j / n p)%nat))
      (mul (d p 1) (fun i j => sqrt (la 1%nat) * W x 1%nat i j)
        (fun i j => sqrt (lambda_H p) * H1 x i j))
    = sqrt (la 1%nat) * sqrt (lambda_H p) * (r * s) * nu).
  { rewrite (dot_ext _ _ _ (fun i j => / r * (/ s * mul rho (A 2%nat) Z i (j / n p)%nat)) _
      (fun i j => sqrt (la 1%nat) * sqrt (lambda_H p) * mul rho (A 2%nat) B i (j / n p)%nat)).
    - transitivity (/ r * / s * sqrt (la 1%nat) * sqrt (lambda_H p) * (INR (n p) * (a * nu))).
      + rewrite <- V, <- (dot_orthogonal _ _ (K p) _ _ Z B O). unfold dot.
        rewrite <- !total_scale. apply total_ext. intros i _.
        rewrite <- (total_classes_of (K p) (n p) (fun c => mul rho (A 2%nat) Z i c
          * mul rho (A 2%nat) B i c)), <- total_scale. apply total_ext. intros; ring.
      + rewrite <- rr, <- ss. field. lra.
    - apply same_refl.
    - intros i j I J. rewrite <- (E i j I J). unfold before, mul. rewrite <- total_scale.
      apply total_ext. intros u _. change (feature p x (2 - 1)) with (H1 x). simpl. ring. }
  rewrite Q in D.
  replace (sqrt (start * a)) with (sqrt (la 1%nat) * sqrt (lambda_H p) * (r * s)); [lra|].
  unfold r, s. rewrite <- !sqrt_mult by (try apply Rmult_le_pos; lra). f_equal. ring.
Qed.

Lemma data_below :
  la (m + 3)%nat * total (K p) (fun i => / (mu i * alpha (m + 3)%nat + k * la (m + 3)%nat))
  <= 2 * (square (K p) (K p * n p)
        (minus (mul (d p (m + 3)) (W x (m + 3)%nat) (feature p x (m + 3))) (label p))
        / (2 * INR (K p * n p))
      + la (m + 3)%nat / 2 * square (K p) (d p (m + 3)) (W x (m + 3)%nat)).
Proof.
  assert (P := alpha_nonneg (m + 3) ltac:(lia)). assert (L0 := la_pos (m + 3) ltac:(lia)).
  assert (k0 := K_pos). assert (n0 := n_pos).
  destruct is_built as [_ [O [_ F]]]. rewrite L_is in O, F.
  set (a := alpha (m + 3)%nat) in *. set (l := la (m + 3)%nat) in *.
  set (V := W x (m + 3)%nat). set (U := mul (d p (m + 3)) V (A (m + 3)%nat)).
  assert (Fit : square (K p) (K p * n p)
      (minus (mul (d p (m + 3)) V (feature p x (m + 3))) (label p))
    = INR (n p) * square (K p) (K p) (minus (mul (K p) U (rectified N)) identity)).
  { rewrite <- square_repeat. apply square_ext. intros i j I J. unfold minus, label, identity.
    f_equal.
    unfold U. rewrite mul_assoc. unfold mul at 1 2. apply total_ext. intros u Hu.
    rewrite (F u j Hu J). reflexivity. }
  assert (Q := layer_bound (K p) (d p (m + 3)) (K p) a _ V P O). fold U in Q.
  rewrite Fit, mult_INR.
  replace (INR (n p) * square (K p) (K p) (minus (mul (K p) U (rectified N)) identity)
      / (2 * (k * INR (n p))))
    with (square (K p) (K p) (minus (mul (K p) U (rectified N)) identity) / (2 * k))
      by (field; lra).
  destruct P as [P|P].
  - destruct (ridge _ _ _ _ _ _ _ is_construction (l / a)) as [_ Min];
      [apply Rdiv_lt_0_compat; lra|].
    specialize (Min U). unfold ridge_loss in Min.
    replace (l * total (K p) (fun i => / (mu i * a + k * l)))
      with (2 * (l / a / 2 * total (K p) (fun i => / (mu i + k * (l / a))))).
    2: { rewrite (total_ext (K p) (fun i => / (mu i + k * (l / a)))
        (fun i => a * / (mu i * a + k * l))).
      - rewrite total_scale. field. lra.
      - intros i I. assert (Mu := mu_positive _ _ _ _ _ _ _ is_construction i I).
        assert (0 < mu i * a) by (apply Rmult_lt_0_compat; assumption).
        assert (0 < k * l) by (apply Rmult_lt_0_compat; assumption). field. lra. }
    apply Rmult_le_compat_l; [lra|]. eapply Rle_trans; [exact Min|]. apply Rplus_le_compat_l.
    replace (l / a / 2 * square (K p) (K p) U) with (l / 2 * / a * square (K p) (K p) U)
      by (field; lra).
    replace (l / 2 * square (K p) (d p (m + 3)) V)
      with (l / 2 * / a * (a * square (K p) (d p (m + 3)) V)) by (field; lra).
    apply Rmult_le_compat_l; [|exact Q]. left.
    apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; exact P].
  - assert (Uz : same_matrix (K p) (K p) U (fun _ _ => 0)).
    { intros i j I J. unfold U, mul. apply total_zero. intros u Hu.
      rewrite <- P in O. rewrite (orthogonal_zero _ _ _ O) by assumption. ring. }
    rewrite (square_ext _ _ _ (fun i j => - 1 * identity i j)).
    2: { intros i j I J. unfold minus, mul. rewrite total_zero; [ring|]. intros u Hu.
      rewrite (Uz i u I Hu). ring. }
    rewrite square_scale, (square_orthogonal _ _ 1) by apply identity_orthogonal.
    rewrite (total_ext (K p) _ (fun _ => / (k * l))), total_constant by
      (intros; rewrite <- P; f_equal; ring).
    assert (S0 := square_nonnegative (K p) (d p (m + 3)) V).
    assert (0 <= l * square (K p) (d p (m + 3)) V) by (apply Rmult_le_pos; lra).
    replace (l * (k * / (k * l))) with 1 by (field; lra).
    replace (-1 * -1 * (k * 1) / (2 * k)) with (1 / 2) by (field; lra). lra.
Qed.

Theorem loss_above : (forall l, (2 <= l <= m + 3)%nat -> 0 < alpha l) ->
  loss_at p m rho nu kappa mu alpha <= 2 * objective p x.
Proof.
  intros Pos. assert (Reg := is_regular). destruct Reg as [K1 [n1 _]].
  rewrite (objective_terms p x m L_is K1 n1). unfold loss_at, twice_loss.
  assert (F1 := first_below (Pos 2%nat ltac:(lia))). assert (F2 := data_below).
  assert (step : forall l c, (2 <= l < m + 3)%nat ->
    c * alpha (S l) <= alpha l * square (d p (S l)) (d p l) (W x l) ->
    c * la l * (alpha (S l) / alpha l) <= la l * square (d p (S l)) (d p l) (W x l)).
  { intros l c R H. assert (Pl := Pos l ltac:(lia)). assert (Ll := la_pos l ltac:(lia)).
    replace (c * la l * (alpha (S l) / alpha l)) with (la l * / alpha l * (c * alpha (S l)))
      by (field; lra).
    apply Rle_trans with (la l * / alpha l * (alpha l * square (d p (S l)) (d p l) (W x l))).
    - apply Rmult_le_compat_l; [|exact H].
      left. apply Rmult_lt_0_compat; [exact Ll | apply Rinv_0_lt_compat; exact Pl].
    - right. field. lra. }
  assert (F3 : total m (fun i => INR rho * la (S (S i)) * (alpha (S (S (S i))) / alpha (S (S i))))
    <= total m (fun i => la (S (S i))
      * square (d p (S (S (S i)))) (d p (S (S i))) (W x (S (S i))))).
  { apply total_le. intros i I. apply step; [lia | apply middle_below; lia]. }
  assert (F4 : kappa * la (m + 2)%nat * (alpha (m + 3)%nat / alpha (S (S m)))
    <= la (m + 2)%nat * square (d p (m + 3)) (d p (m + 2)) (W x (m + 2)%nat)).
  { replace (S (S m)) with (m + 2)%nat by lia. assert (B' := lower_below).
    replace (m + 3)%nat with (S (m + 2)) in B' |- * by lia. apply step; [lia | exact B']. }
  lra.
Qed.

(** Nothing reaches the last layer. *)
Lemma loss_above_zero : alpha (m + 3)%nat = 0 -> 1 <= 2 * objective p x.
Proof.
  intros Top. assert (k0 := K_pos). assert (F := data_below).
  assert (Reg := is_regular). destruct Reg as [K1 [n1 _]].
  assert (ll := la_pos (m + 3) ltac:(lia)).
  rewrite Top, (total_ext (K p) _ (fun _ => / (k * la (m + 3)%nat))), total_constant in F
    by (intros; f_equal; ring).
  replace (la (m + 3)%nat * (k * / (k * la (m + 3)%nat))) with 1 in F by (field; lra).
  rewrite (objective_terms p x m L_is K1 n1).
  assert (Q : forall l a b X, (1 <= l <= m + 3)%nat -> 0 <= la l * square a b X).
  { intros l a b X R.
    apply Rmult_le_pos; [left; apply la_pos; exact R | apply square_nonnegative]. }
  assert (Q1 := Q 1%nat (d p 2) (d p 1) (W x 1%nat) ltac:(lia)).
  assert (Q2 := Q (m + 2)%nat (d p (m + 3)) (d p (m + 2)) (W x (m + 2)%nat) ltac:(lia)).
  assert (Q3 : 0 <= lambda_H p * square (d p 1) (K p * n p) (H1 x)).
  { apply Rmult_le_pos; [left; apply is_regular | apply square_nonnegative]. }
  assert (Q4 : 0 <= total m (fun i => la (S (S i))
    * square (d p (S (S (S i)))) (d p (S (S i))) (W x (S (S i))))).
  { apply total_nonneg. intros i I. apply Q. lia. }
  lra.
Qed.

Theorem normal_form_below_point : exists t, 0 <= t /\
  normal_form k (K p) mu (D m nu (INR rho) kappa) (Big_lambda p) (L p) t <= 2 * objective p x.
Proof.
  assert (k0 := K_pos). assert (r0 := rho_pos). assert (s0 := start_pos).
  assert (Lp := Big_lambda_pos).
  assert (nu0 := nu_positive _ _ _ _ _ _ _ is_construction).
  assert (kappa0 := kappa_positive _ _ _ _ _ _ _ is_construction).
  assert (mu0 := mu_positive _ _ _ _ _ _ _ is_construction).
  destruct (alpha_nonneg (m + 3) ltac:(lia)) as [Top|Top].
  - assert (Pos : forall l, (2 <= l <= m + 3)%nat -> 0 < alpha l).
    { assert (down : forall u, (u <= m + 1)%nat -> 0 < alpha (m + 3 - u)%nat).
      { induction u; intros Hu; [rewrite Nat.sub_0_r; exact Top|].
        specialize (IHu ltac:(lia)). set (l := (m + 3 - S u)%nat) in *.
        replace (m + 3 - u)%nat with (S l) in IHu by (unfold l; lia).
        destruct (alpha_nonneg l ltac:(unfold l; lia)) as [Q|Q]; [exact Q|]. exfalso.
        destruct u as [|u].
        - assert (E := lower_below). replace (m + 2)%nat with l in E by (unfold l; lia).
          replace (m + 3)%nat with (S l) in E by (unfold l; lia). rewrite <- Q, Rmult_0_l in E.
          assert (0 < kappa * alpha (S l)) by (apply Rmult_lt_0_compat; assumption). lra.
        - assert (E := middle_below l ltac:(unfold l; lia)). rewrite <- Q, Rmult_0_l in E.
          assert (0 < INR rho * alpha (S l)) by (apply Rmult_lt_0_compat; assumption). lra. }
      intros l R. specialize (down (m + 3 - l)%nat ltac:(lia)).
      replace (m + 3 - (m + 3 - l))%nat with l in down by lia. exact down. }
    assert (D0 : 0 < D m nu (INR rho) kappa) by (apply D_pos; assumption).
    destruct (root_exists (m + 3) (D m nu (INR rho) kappa * Big_lambda p * alpha (m + 3)%nat
      / la (m + 3)%nat)) as [t [T E]]; [lia| |].
    { apply Rdiv_lt_0_compat; [|apply la_pos; lia].
      apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; assumption. }
    exists t. split; [lra|]. eapply Rle_trans; [|apply (loss_above Pos)].
    rewrite L_is. rewrite Lambda_is in E |- *.
    apply normal_form_below; try assumption; try (apply la_pos; lia).
    + intros i I. apply la_pos. lia.
    + intros i I. left. apply mu0. exact I.
    + intros i I. apply Pos. lia.
  - exists 0. split; [lra|]. symmetry in Top. assert (Z := loss_above_zero Top).
    unfold normal_form, fit. rewrite (total_ext (K p) _ (fun _ => / k)), total_constant.
    + replace (INR (L p) * 0 + k * / k) with 1 by (field; lra). exact Z.
    + intros i I. rewrite L_is, pow_i by lia. f_equal. unfold Rdiv. ring.
Qed.
End Below.

End Construction.
