(** * Constructions: the weights at which the loss is just that of their α's

    For all A_l whose rows are multiples of basis vectors there are weights that lose what their α's
    say ([loss_attained]); the α's of [balanced_alpha] make that the normal form at t
    ([normal_form_attained_at]). *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction.
Local Open Scope R_scope.

Section Attained.
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
Let la_pos := la_pos p m is_regular L_is.
Let n_pos := n_pos p is_regular.
Let K_pos := K_pos p is_regular.
Let start_pos := start_pos p m is_regular L_is.
Let class_of := class_of p is_regular.

Section Weights.
Variable A : nat -> dense_matrix.
Variable alpha : nat -> R.
Hypothesis wide : (rho <= d p 1)%nat.
Hypothesis middle : forall l, (2 <= l < m + 3)%nat -> multiples (d p l) rho (alpha l) (A l).
Hypothesis top : multiples (d p (m + 3)) (K p) (alpha (m + 3)%nat) (A (m + 3)%nat).
Hypothesis alpha_pos : forall l, (2 <= l <= m + 3)%nat -> 0 < alpha l.

Lemma orthogonal_middle : forall l, (2 <= l < m + 3)%nat -> orthogonal (d p l) rho (alpha l) (A l).
Proof. intros. apply multiples_orthogonal, middle. assumption. Qed.
Lemma orthogonal_top : orthogonal (d p (m + 3)) (K p) (alpha (m + 3)%nat) (A (m + 3)%nat).
Proof. apply multiples_orthogonal, top. Qed.

(** Half of what the first weights and the features of the first layer cost. *)
Definition first_half : R := sqrt (start * alpha 2%nat).
Definition first_scale : R := sqrt (first_half / (la 1%nat * alpha 2%nat)).

Variables E F G X V : dense_matrix.
Hypothesis EO : orthogonal (d p 1) rho 1 E.
Hypothesis FG : same_matrix rho (K p) (mul rho F G) B.
Hypothesis FF : square rho rho F = nu.
Hypothesis GG : square rho (K p) G = nu.
Hypothesis XB : same_matrix (K p) (K p) (mul rho X B) N.
Hypothesis XX : square (K p) rho X = kappa.
Hypothesis VV : let a := la (m + 3)%nat / alpha (m + 3)%nat in
  ridge_loss (K p) (K p) (K p) k a (rectified N) identity V
  = a / 2 * total (K p) (fun i => / (mu i + k * a)).

(** Weights of a layer whose features are A_l Y. *)
Definition weights (Z : dense_matrix) (k : nat) (l : nat) : dense_matrix :=
  fun i j => / alpha l * mul k Z (flip (A l)) i j.

Definition best : point := Point
  (fun i j => / first_scale * mul rho E G i (j / n p)%nat)
  (fun l => if (l =? 1)%nat then
      (fun i j => / 1 * mul rho (fun u v => first_scale * mul rho (A 2%nat) F u v) (flip E) i j)
    else if (l =? m + 3)%nat then weights V (K p) l
    else if (l =? m + 2)%nat then weights (mul (K p) (A (m + 3)%nat) X) rho l
    else weights (A (S l)) rho l).

Lemma first_half_pos : 0 < first_half.
Proof.
  apply sqrt_lt_R0, Rmult_lt_0_compat; [apply start_pos | apply alpha_pos; lia].
Qed.
Lemma first_scale_square : first_scale * first_scale = first_half / (la 1%nat * alpha 2%nat).
Proof.
  apply sqrt_sqrt. left. apply Rdiv_lt_0_compat; [apply first_half_pos|].
  apply Rmult_lt_0_compat; [apply la_pos | apply alpha_pos]; lia.
Qed.
Lemma first_scale_pos : 0 < first_scale.
Proof.
  apply sqrt_lt_R0, Rdiv_lt_0_compat; [apply first_half_pos|].
  apply Rmult_lt_0_compat; [apply la_pos | apply alpha_pos]; lia.
Qed.

Lemma weights_first : W best 1%nat
  = (fun i j => / 1 * mul rho (fun u v => first_scale * mul rho (A 2%nat) F u v) (flip E) i j).
Proof. reflexivity. Qed.
Lemma weights_middle : forall l, (2 <= l < m + 2)%nat -> W best l = weights (A (S l)) rho l.
Proof.
  intros l R. cbn [W best]. destruct (Nat.eqb_spec l 1); [lia|].
  destruct (Nat.eqb_spec l (m + 3)); [lia|]. destruct (Nat.eqb_spec l (m + 2)); [lia | reflexivity].
Qed.
Lemma weights_lower : W best (m + 2)%nat = weights (mul (K p) (A (m + 3)%nat) X) rho (m + 2).
Proof.
  cbn [W best]. destruct (Nat.eqb_spec (m + 2) 1); [lia|].
  destruct (Nat.eqb_spec (m + 2) (m + 3)); [lia|]. rewrite Nat.eqb_refl. reflexivity.
Qed.
Lemma weights_top : W best (m + 3)%nat = weights V (K p) (m + 3).
Proof.
  cbn [W best]. destruct (Nat.eqb_spec (m + 3) 1); [lia|]. rewrite Nat.eqb_refl. reflexivity.
Qed.

Lemma carried : forall l rows k Z Y, (1 <= l)%nat -> 0 < alpha l ->
  orthogonal (d p l) k (alpha l) (A l) -> W best l = weights Z k l ->
  class_means p (d p l) (feature p best l) (mul k (A l) Y) ->
  class_means p rows (before p best (S l)) (mul k Z Y).
Proof.
  intros l rows k Z Y L1 P O Wl C i j I J. unfold before. replace (S l - 1)%nat with l by lia.
  rewrite Wl. transitivity (mul (d p l) (weights Z k l) (mul k (A l) Y) i (j / n p)%nat).
  - unfold mul at 1 2. apply total_ext. intros u U. rewrite (C u j U J). reflexivity.
  - apply carry; assumption.
Qed.

Lemma best_middle : forall i, (i <= m)%nat ->
  class_means p (d p (S (S i))) (before p best (S (S i))) (mul rho (A (S (S i))) B) /\
  class_means p (d p (S (S i))) (feature p best (S (S i))) (mul rho (A (S (S i))) B).
Proof.
  assert (nonneg : forall i, (i <= m)%nat ->
    class_means p (d p (S (S i))) (before p best (S (S i))) (mul rho (A (S (S i))) B) ->
    class_means p (d p (S (S i))) (before p best (S (S i))) (mul rho (A (S (S i))) B) /\
    class_means p (d p (S (S i))) (feature p best (S (S i))) (mul rho (A (S (S i))) B)).
  { intros i I C. split; [exact C|]. intros u j U J.
    rewrite (rectify p best (S (S i)) _ _ ltac:(lia) C u j U J).
    unfold rectified. apply Rmax_right.
    destruct (multiples_row _ _ _ _ u (middle (S (S i)) ltac:(lia)) U) as [v [s [_ [S0 Row]]]].
    rewrite Row. apply Rmult_le_pos; [exact S0 | apply (entries _ _ _ _ _ _ _ is_construction)]. }
  induction i as [|i IH]; intros I; apply nonneg; auto.
  - intros u j U J. unfold before. change (feature p best (2 - 1)) with (H1 best).
    change (2 - 1)%nat with 1%nat. rewrite weights_first.
    transitivity (mul (d p 1)
      (fun i j => / 1 * mul rho (fun u v => first_scale * mul rho (A 2%nat) F u v) (flip E) i j)
      (mul rho E (fun u v => / first_scale * G u v)) u (j / n p)%nat).
    + unfold mul at 1 4. apply total_ext. intros v _. cbn [H1 best]. rewrite mul_scale_right.
      reflexivity.
    + rewrite (carry _ _ 1) by (try apply EO; lra).
      rewrite mul_scale_left, mul_scale_right, mul_assoc.
      rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by (assert (Q := first_scale_pos); lra).
      assert (Hj := class_of j J).
      apply (mul_ext (S u) rho (K p)); [apply same_refl | exact FG | lia | exact Hj].
  - apply (carried (S (S i)) _ rho (A (S (S (S i)))) B); [lia | apply alpha_pos; lia | | |].
    + apply orthogonal_middle. lia.
    + apply weights_middle. lia.
    + apply IH. lia.
Qed.

Lemma best_top :
  class_means p (d p (m + 3)) (before p best (m + 3)) (mul (K p) (A (m + 3)%nat) N) /\
  class_means p (d p (m + 3)) (feature p best (m + 3)) (mul (K p) (A (m + 3)%nat) (rectified N)).
Proof.
  assert (C : class_means p (d p (m + 3)) (before p best (m + 3)) (mul (K p) (A (m + 3)%nat) N)).
  { replace (m + 3)%nat with (S (m + 2)) at 1 2 by lia. intros i j I J.
    assert (Hj := class_of j J).
    assert (Q : class_means p (d p (S (m + 2))) (before p best (S (m + 2)))
      (mul rho (mul (K p) (A (m + 3)%nat) X) B)).
    { apply carried; [lia | apply alpha_pos; lia | apply orthogonal_middle; lia | |].
      - apply weights_lower.
      - replace (m + 2)%nat with (S (S m)) by lia. apply best_middle. lia. }
    rewrite (Q i j I J), mul_assoc.
    apply (mul_ext (S i) (K p) (K p)); [apply same_refl | exact XB | lia | exact Hj]. }
  split; [exact C|]. apply (rectify_multiples p best _ _ _ _ (alpha (m + 3)%nat));
    [lia | exact top | exact C].
Qed.

Lemma best_built : built p rho B N A alpha best.
Proof.
  unfold built. rewrite L_is. split; [|split; [exact orthogonal_top | exact best_top]].
  intros l R. split; [apply orthogonal_middle; exact R|].
  replace l with (S (S (l - 2))) by lia. apply best_middle. lia.
Qed.

Lemma best_loss : 2 * objective p best = loss_at p m rho nu kappa mu alpha.
Proof.
  assert (Reg := is_regular). destruct Reg as [K1 [n1 [_ [LH _]]]]. assert (k0 := K_pos).
  assert (n0 := n_pos).
  rewrite (objective_terms p best m L_is K1 n1). unfold loss_at, twice_loss.
  assert (A2 := alpha_pos 2 ltac:(lia)). assert (l1 := la_pos 1 ltac:(lia)).
  assert (At := alpha_pos (m + 3) ltac:(lia)). assert (lt := la_pos (m + 3) ltac:(lia)).
  assert (Am := alpha_pos (m + 2) ltac:(lia)).
  assert (fs := first_scale_pos). assert (fss := first_scale_square). assert (fh := first_half_pos).
  assert (C1 : la 1%nat * square (d p 2) (d p 1) (W best 1%nat) = first_half * nu).
  { rewrite weights_first, (square_carry _ _ _ 1) by (try apply EO; lra).
    rewrite square_scale, (square_left _ _ _ _ _ _ (orthogonal_middle 2 ltac:(lia))), FF, fss.
    field. lra. }
  assert (C2 : lambda_H p * square (d p 1) (K p * n p) (H1 best) = first_half * nu).
  { cbn [H1 best]. rewrite square_scale.
    rewrite (square_repeat (d p 1) (K p) (n p) (mul rho E G)), (square_left _ _ _ _ _ _ EO), GG.
    transitivity (/ (first_scale * first_scale) * (INR (n p) * lambda_H p) * nu); [field; lra|].
    rewrite fss. assert (Q : first_half * first_half = start * alpha 2%nat).
    { apply sqrt_sqrt. left. apply Rmult_lt_0_compat; [apply start_pos | exact A2]. }
    transitivity (first_half * first_half / first_half * nu); [rewrite Q|]; field; lra. }
  assert (C3 : total m (fun i => la (S (S i))
      * square (d p (S (S (S i)))) (d p (S (S i))) (W best (S (S i))))
    = total m (fun i => INR rho * la (S (S i)) * (alpha (S (S (S i))) / alpha (S (S i))))).
  { apply total_ext. intros i I. rewrite weights_middle by lia. unfold weights.
    assert (Ai := alpha_pos (S (S i)) ltac:(lia)).
    rewrite (square_carry _ _ _ _ _ _ Ai) by (apply orthogonal_middle; lia).
    rewrite (square_orthogonal _ _ _ _ (orthogonal_middle (S (S (S i))) ltac:(lia))). field. lra. }
  assert (C4 : la (m + 2)%nat * square (d p (m + 3)) (d p (m + 2)) (W best (m + 2)%nat)
    = kappa * la (m + 2)%nat * (alpha (m + 3)%nat / alpha (m + 2)%nat)).
  { rewrite weights_lower. unfold weights.
    rewrite (square_carry _ _ _ _ _ _ Am) by (apply orthogonal_middle; lia).
    rewrite (square_left _ _ _ _ _ _ orthogonal_top), XX. field. lra. }
  assert (C5 : square (K p) (K p * n p)
        (minus (mul (d p (m + 3)) (W best (m + 3)%nat) (feature p best (m + 3))) (label p))
      / (2 * INR (K p * n p))
    + la (m + 3)%nat / 2 * square (K p) (d p (m + 3)) (W best (m + 3)%nat)
    = ridge_loss (K p) (K p) (K p) k (la (m + 3)%nat / alpha (m + 3)%nat) (rectified N) identity V).
  { unfold ridge_loss. f_equal.
    - rewrite (square_ext _ _ _
        (fun i j => minus (mul (K p) V (rectified N)) identity i (j / n p)%nat)).
      + rewrite square_repeat, mult_INR. field. lra.
      + intros i j I J. unfold minus, label, identity. f_equal.
        transitivity (mul (d p (m + 3)) (weights V (K p) (m + 3))
          (mul (K p) (A (m + 3)%nat) (rectified N)) i (j / n p)%nat).
        * rewrite weights_top. unfold mul at 1 2. apply total_ext. intros u U.
          rewrite (proj2 best_top u j U J). reflexivity.
        * apply carry; [exact At | apply orthogonal_top].
    - rewrite weights_top. unfold weights.
      rewrite (square_carry _ _ _ _ _ _ At orthogonal_top). field. lra. }
  rewrite C1, C2, C3, C4, C5, VV. replace (S (S m)) with (m + 2)%nat by lia.
  fold first_half.
  rewrite (total_ext (K p) (fun i => / (mu i + k * (la (m + 3)%nat / alpha (m + 3)%nat)))
    (fun i => alpha (m + 3)%nat * / (mu i * alpha (m + 3)%nat + k * la (m + 3)%nat))).
  - rewrite total_scale. field. split; lra.
  - intros i I. assert (Mu := mu_positive _ _ _ _ _ _ _ is_construction i I).
    assert (0 < mu i * alpha (m + 3)%nat) by (apply Rmult_lt_0_compat; assumption).
    assert (0 < k * la (m + 3)%nat) by (apply Rmult_lt_0_compat; assumption). field. lra.
Qed.
End Weights.

(** Whatever the A's, some weights cost no more than the loss at the α's. *)
Theorem loss_attained : forall A alpha, (rho <= d p 1)%nat ->
  (forall l, (2 <= l < m + 3)%nat -> multiples (d p l) rho (alpha l) (A l)) ->
  multiples (d p (m + 3)) (K p) (alpha (m + 3)%nat) (A (m + 3)%nat) ->
  (forall l, (2 <= l <= m + 3)%nat -> 0 < alpha l) ->
  exists x, built p rho B N A alpha x /\ (exists M, class_means p (d p 1) (H1 x) M) /\
    2 * objective p x = loss_at p m rho nu kappa mu alpha.
Proof.
  intros A alpha wide middle top pos.
  destruct (rank_positive _ _ _ _ _ _ _ is_construction) as [R1 _].
  assert (EO := diagonal_multiples (d p 1) rho 1 (conj R1 wide) Rle_0_1).
  apply multiples_orthogonal in EO.
  destruct (factors _ _ _ _ _ _ _ is_construction) as [F [G [FG [FF GG]]]].
  destruct (last _ _ _ _ _ _ _ is_construction) as [X [XB XX]].
  destruct (ridge _ _ _ _ _ _ _ is_construction (la (m + 3)%nat / alpha (m + 3)%nat)) as [[V VV] _].
  { apply Rdiv_lt_0_compat; [apply la_pos | apply pos]; lia. }
  exists (best A alpha (diagonal rho 1) F G X V). split; [|split].
  - apply best_built; assumption.
  - exists (fun i c => / first_scale alpha * mul rho (diagonal rho 1) G i c). intros i j _ _.
    reflexivity.
  - apply best_loss; assumption.
Qed.

(** The α's at which all terms of the normal form are t. *)
Definition balanced_alpha (t : R) (l : nat) : R :=
  if (l =? m + 3)%nat
  then balanced_last m nu (INR rho) kappa start (la (m + 2)%nat) (fun i => la (S (S i))) t
  else balanced nu (INR rho) start (fun i => la (S (S i))) t (l - 2).

Section Balanced.
Variable t : R.
Hypothesis T : 0 < t.

Let nu0 := nu_positive _ _ _ _ _ _ _ is_construction.
Let kappa0 := kappa_positive _ _ _ _ _ _ _ is_construction.
Let mu0 := mu_positive _ _ _ _ _ _ _ is_construction.
Let rho0 : 0 < INR rho.
Proof. apply lt_0_INR. destruct (rank_positive _ _ _ _ _ _ _ is_construction). lia. Qed.
Let lam : forall i, (i < m)%nat -> 0 < la (S (S i)). Proof. intros. apply la_pos. lia. Qed.
Let balanced_values := normal_form_balanced m (K p) nu (INR rho) kappa start (la (m + 2)%nat)
  (la (m + 3)%nat) k (fun i => la (S (S i))) mu nu0 rho0 kappa0 start_pos
  (la_pos (m + 2)%nat ltac:(lia)) (la_pos (m + 3)%nat ltac:(lia)) lam
  (fun i I => Rlt_le _ _ (mu0 i I)) K_pos t T.

Lemma balanced_alpha_pos : forall l, (2 <= l <= m + 3)%nat -> 0 < balanced_alpha t l.
Proof.
  intros l R. unfold balanced_alpha. destruct (Nat.eqb_spec l (m + 3)).
  - exact (proj1 balanced_values).
  - apply (balanced_pos m nu (INR rho) start (fun i => la (S (S i))) nu0 rho0 start_pos lam t T).
    lia.
Qed.

Lemma balanced_loss : loss_at p m rho nu kappa mu (balanced_alpha t)
  = normal_form k (K p) mu (D m nu (INR rho) kappa) (Big_lambda p) (L p) t.
Proof.
  rewrite L_is, (Lambda_is p m L_is), <- (proj2 balanced_values).
  unfold loss_at, balanced_alpha, twice_loss. rewrite Nat.eqb_refl.
  assert (Y : forall i, (i <= m)%nat -> (S (S i) =? m + 3)%nat = false)
    by (intros i I; apply Nat.eqb_neq; lia).
  rewrite (Y 0%nat), (Y m) by lia. replace (S (S m) - 2)%nat with m by lia.
  f_equal. f_equal. f_equal. apply total_ext. intros i I. rewrite !Y by lia.
  replace (S (S (S i)) - 2)%nat with (S i) by lia. replace (S (S i) - 2)%nat with i by lia.
  reflexivity.
Qed.

Theorem normal_form_attained_at : (forall l, (1 <= l <= m + 3)%nat -> (K p <= d p l)%nat) ->
  exists A x,
    (forall l, (2 <= l < m + 3)%nat -> multiples (d p l) rho (balanced_alpha t l) (A l)) /\
    multiples (d p (m + 3)) (K p) (balanced_alpha t (m + 3)) (A (m + 3)%nat) /\
    built p rho B N A (balanced_alpha t) x /\ (exists M, class_means p (d p 1) (H1 x) M) /\
    2 * objective p x = normal_form k (K p) mu (D m nu (INR rho) kappa) (Big_lambda p) (L p) t.
Proof.
  intros wide. destruct (rank_positive _ _ _ _ _ _ _ is_construction) as [R1 RK].
  assert (pos := balanced_alpha_pos).
  set (A := fun l => diagonal (if (l =? m + 3)%nat then K p else rho) (balanced_alpha t l)).
  assert (Mid : forall l, (2 <= l < m + 3)%nat -> multiples (d p l) rho (balanced_alpha t l) (A l)).
  { intros l R. unfold A. destruct (Nat.eqb_spec l (m + 3)); [lia|].
    assert (P := pos l ltac:(lia)). assert (Wl := wide l ltac:(lia)).
    apply diagonal_multiples; [lia | lra]. }
  assert (Top : multiples (d p (m + 3)) (K p) (balanced_alpha t (m + 3)) (A (m + 3)%nat)).
  { unfold A. rewrite Nat.eqb_refl. assert (P := pos (m + 3)%nat ltac:(lia)).
    assert (Wl := wide (m + 3)%nat ltac:(lia)). apply diagonal_multiples; [lia | lra]. }
  destruct (loss_attained A (balanced_alpha t)) as [x [Bx [Hx Ex]]]; try assumption.
  { specialize (wide 1%nat ltac:(lia)). lia. }
  exists A, x. repeat (split; [assumption|]). rewrite Ex. apply balanced_loss.
Qed.
End Balanced.

End Attained.
