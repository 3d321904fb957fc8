(** * The gradient of objective (1) with a differentiable activation

    Along a line of weights and of a column of H_1 the chain rule gives the derivative of a sample's
    cost, forward from layer to layer ([sample_cost_derivative]).  Read backward it is linear in the
    directions, by the gradients [back] at what is before each activation ([back_down]).  So a
    global optimum is stationary in the columns of H_1 ([column_stationary]) and in W_1 and W_2
    ([weights_stationary]); the other weights are not needed. *)

From Coq Require Import Reals Arith FunctionalExtensionality Lia Lra.
From Uniform Require Import Subsets Matrices Objective Sums Smoothed Samples.
Local Open Scope R_scope.

Lemma derivable_total : forall n f f' x, (forall i, (i < n)%nat ->
  derivable_pt_lim (f i) x (f' i)) ->
  derivable_pt_lim (fun e => total n (fun i => f i e)) x (total n f').
Proof.
  induction n; intros f f' x H; simpl.
  - apply derivable_pt_lim_const.
  - apply (derivable_pt_lim_plus (fun e => total n (fun i => f i e)) (f n)); [|apply H; lia].
    apply IHn. intros; apply H; lia.
Qed.

Lemma derivable_product : forall f g f' g' a b x, derivable_pt_lim f x f' ->
  derivable_pt_lim g x g' -> f x = a -> g x = b ->
  derivable_pt_lim (fun e => f e * g e) x (f' * b + a * g').
Proof. intros f g f' g' a b x F G <- <-. exact (derivable_pt_lim_mult f g x f' g' F G). Qed.

Lemma derivable_line : forall a b, derivable_pt_lim (fun e => a + e * b) 0 b.
Proof.
  intros a b. assert (D := derivable_product (fun e => e) (fun _ => b) 1 0 0 b 0
    (derivable_pt_lim_id 0) (derivable_pt_lim_const b 0) eq_refl eq_refl).
  assert (E := derivable_pt_lim_plus (fun _ => a) _ 0 0 _ (derivable_pt_lim_const a 0) D).
  replace (0 + (1 * b + 0 * 0)) with b in E by ring. exact E.
Qed.

Lemma minimum_stationary : forall f l, derivable_pt_lim f 0 l -> (forall e, f 0 <= f e) -> l = 0.
Proof.
  intros f l D M. assert (pr : derivable_pt f 0) by (exists l; exact D).
  rewrite <- (derive_pt_eq_0 f 0 l pr D). apply (deriv_minimum f (-1) 1 0 pr); [lra | lra | intros;
    apply M].
Qed.

Section Smooth.
Variables sigma sigma' : R -> R.
Hypothesis smooth : forall x, derivable_pt_lim sigma x (sigma' x).
Variable p : problem.
Hypothesis is_regular : regular p.
Local Notation N := (K p * n p)%nat.

(** ** Forward: along the line (V + eD, h + eq) *)

Section Sample.
Variables V D : nat -> dense_matrix.
Variables h q : nat -> R.
Local Notation V_at e := (fun l => along (V l) (D l) e).
Local Notation h_at e := (fun k => h k + e * q k).

(** The derivative of [sample] at e = 0, … *)
Fixpoint tangent (l : nat) : nat -> R :=
  match l with
  | O => q
  | S m => match m with
    | O => q
    | _ => fun i => sigma' (preactivation sigma p V h (S m) i)
        * total (d p m) (fun k => D m i k * sample sigma p V h m k + V m i k * tangent m k)
    end
  end.

(** … and that of [preactivation]. *)
Definition pretangent (l i : nat) : R :=
  total (d p (l - 1)) (fun k =>
    D (l - 1)%nat i k * sample sigma p V h (l - 1) k + V (l - 1)%nat i k * tangent (l - 1) k).

Lemma tangent_step : forall l i, (2 <= l)%nat ->
  tangent l i = sigma' (preactivation sigma p V h l i) * pretangent l i.
Proof. intros [|[|l]] i Hl; try lia. reflexivity. Qed.

Lemma sample_start : forall l i, sample sigma p (V_at 0) (h_at 0) l i = sample sigma p V h l i.
Proof.
  intros l. induction l as [|[|l] IH]; intros i; [cbn; ring | cbn; ring|].
  cbn [sample]. f_equal. apply total_ext. intros k _. cbn [sample] in IH. rewrite IH. unfold along.
  ring.
Qed.

Lemma preactivation_start : forall l i,
  preactivation sigma p (V_at 0) (h_at 0) l i = preactivation sigma p V h l i.
Proof.
  intros l i. unfold preactivation. apply total_ext. intros k _. rewrite sample_start.
  unfold along. ring.
Qed.

Lemma preactivation_derivative_if : forall l i,
  (forall k, derivable_pt_lim (fun e => sample sigma p (V_at e) (h_at e) (l - 1) k) 0 (tangent (l -
    1) k)) ->
  derivable_pt_lim (fun e => preactivation sigma p (V_at e) (h_at e) l i) 0 (pretangent l i).
Proof.
  intros l i H. apply derivable_total. intros k _. apply derivable_product.
  - apply derivable_line.
  - apply H.
  - unfold along. ring.
  - apply sample_start.
Qed.

Lemma sample_derivative : forall l i,
  derivable_pt_lim (fun e => sample sigma p (V_at e) (h_at e) l i) 0 (tangent l i).
Proof.
  intros l. induction l as [|[|l] IH]; intros i; [apply derivable_line | apply derivable_line|].
  apply (derivable_pt_lim_comp (fun e => preactivation sigma p (V_at e) (h_at e) (S (S l)) i)
    sigma).
  - apply (preactivation_derivative_if (S (S l)) i IH).
  - rewrite preactivation_start. apply smooth.
Qed.

Lemma preactivation_derivative : forall l i,
  derivable_pt_lim (fun e => preactivation sigma p (V_at e) (h_at e) l i) 0 (pretangent l i).
Proof. intros. apply preactivation_derivative_if. intros. apply sample_derivative. Qed.

Lemma norm_derivative : forall n f f' a, (forall i, derivable_pt_lim (fun e => f e i) 0 (f' i)) ->
  (forall i, f 0 i = a i) ->
  derivable_pt_lim (fun e => total n (fun i => f e i * f e i)) 0
    (2 * total n (fun i => a i * f' i)).
Proof.
  intros m f f' a F A. rewrite <- total_scale.
  rewrite (total_ext m _ (fun i => f' i * a i + a i * f' i))
    by (intros; ring).
  apply derivable_total. intros i _. apply (derivable_product (fun e => f e i) (fun e => f e i));
    auto.
Qed.

Lemma sample_cost_derivative : forall c,
  derivable_pt_lim (fun e => sample_cost sigma p (V_at e) c (h_at e)) 0
    (/ INR N * total (K p) (fun i => residual sigma p V h c i * pretangent (S (L p)) i)
      + lambda_H p * total (d p 1) (fun k => h k * q k)).
Proof.
  intros c. assert (N0 : 0 < INR N).
  { apply lt_0_INR. destruct is_regular as [A [B _]]. nia. }
  replace (/ INR N * total (K p) (fun i => residual sigma p V h c i * pretangent (S (L p)) i))
    with (/ (2 * INR N) * (2 * total (K p)
      (fun i => residual sigma p V h c i * pretangent (S (L p)) i)))
    by (field; lra).
  replace (lambda_H p * total (d p 1) (fun k => h k * q k))
    with (lambda_H p / 2 * (2 * total (d p 1) (fun k => h k * q k))) by field.
  unfold sample_cost. apply derivable_pt_lim_plus.
  - replace (fun e => total (K p) _ / (2 * INR N)) with (fun e => / (2 * INR N) * total (K p)
      (fun i => residual sigma p (V_at e) (h_at e) c i * residual sigma p (V_at e) (h_at e) c i)).
    2: { apply functional_extensionality. intros e. unfold Rdiv. ring. }
    apply (derivable_pt_lim_scal (fun e => total (K p)
      (fun i => residual sigma p (V_at e) (h_at e) c i * residual sigma p (V_at e) (h_at e) c i))).
    apply norm_derivative.
    + intros i. replace (pretangent (S (L p)) i) with (pretangent (S (L p)) i - 0) by ring.
      apply (derivable_pt_lim_minus (fun e => preactivation sigma p (V_at e) (h_at e) (S (L p)) i)
        (fun _ => if (i =? c)%nat then 1 else 0)).
      * apply preactivation_derivative.
      * apply derivable_pt_lim_const.
    + intros i. unfold residual. rewrite preactivation_start. reflexivity.
  - apply (derivable_pt_lim_scal (fun e => total (d p 1) (fun k => (h k + e * q k) * (h k
    + e * q k)))).
      apply (norm_derivative (d p 1) (fun e k => h k + e * q k)).
    + intros; apply derivable_line.
    + intros; ring.
Qed.

End Sample.

Lemma decay_derivative : forall V D,
  derivable_pt_lim (fun e => decay p (fun l => along (V l) (D l) e)) 0
    (total (L p) (fun i => lambda p (S i) * dot (d_out p (S i)) (d p (S i)) (V (S i)) (D (S i)))).
Proof.
  intros V D. set (b := total (L p) _).
  replace (fun e => decay p (fun l => along (V l) (D l) e))
    with (fun e => (decay p V + e * b) + e * e * decay p D).
  2: { apply functional_extensionality. intros e. rewrite decay_along. reflexivity. }
  assert (S2 : derivable_pt_lim (fun e => e * e * decay p D) 0 ((1 * 0 + 0 * 1) * decay p D
    + 0 * 0)).
  { apply (derivable_product (fun e => e * e) (fun _ => decay p D)); try ring.
    - apply (derivable_product (fun e => e) (fun e => e)); try reflexivity;
      apply derivable_pt_lim_id.
    - apply derivable_pt_lim_const. }
  assert (E := derivable_pt_lim_plus _ _ 0 _ _ (derivable_line (decay p V) b) S2).
  replace (b + _) with b in E by ring. exact E.
Qed.

(** ** Backward *)

(** The gradient of a sample's fit at what is before the activation of layer L + 1 - k. *)
Fixpoint gradient (V : nat -> dense_matrix) (h : nat -> R) (c k : nat) : nat -> R :=
  match k with
  | O => fun i => / INR N * residual sigma p V h c i
  | S m => fun i => sigma' (preactivation sigma p V h (L p - m) i)
      * total (d_out p (L p - m)) (fun u => V (L p - m)%nat u i * gradient V h c m u)
  end.
Definition back V h c l := gradient V h c (S (L p) - l).

Lemma back_step : forall V h c l i, (l <= L p)%nat -> back V h c l i
  = sigma' (preactivation sigma p V h l i) * total (d_out p l)
    (fun u => V l u i * back V h c (S l) u).
Proof.
  intros V h c l i Hl. unfold back. replace (S (L p) - l)%nat with (S (L p - l)) by lia.
  cbn [gradient]. replace (L p - (L p - l))%nat with l by lia.
  replace (S (L p) - S l)%nat with (L p - l)%nat by lia. reflexivity.
Qed.

(** What a direction of W_l adds, and what comes from below. *)
Lemma back_layer : forall V D h q c l,
  total (d_out p l) (fun i => back V h c (S l) i * pretangent V D h q (S l) i)
  = total (d_out p l) (fun i => back V h c (S l) i
      * total (d p l) (fun k => D l i k * sample sigma p V h l k))
    + total (d p l) (fun k => total (d_out p l) (fun i => V l i k * back V h c (S l) i)
        * tangent V D h q l k).
Proof.
  intros V D h q c l. unfold pretangent. rewrite Nat.sub_succ, Nat.sub_0_r.
  rewrite (total_ext (d p l) (fun k => total _ _ * _) (fun k => total (d_out p l) (fun i =>
    back V h c (S l) i * (V l i k * tangent V D h q l k)))).
  2: { intros k _. rewrite Rmult_comm, <- total_scale. apply total_ext. intros; ring. }
  rewrite total_swap, <- total_plus. apply total_ext. intros i _.
  rewrite total_plus, total_scale. ring.
Qed.

Lemma back_from : forall V D h q c l, (2 <= l <= L p)%nat ->
  total (d p l) (fun k => total (d_out p l) (fun i => V l i k * back V h c (S l) i)
    * tangent V D h q l k)
  = total (d p l) (fun k => back V h c l k * pretangent V D h q l k).
Proof.
  intros V D h q c l Hl. apply total_ext. intros k _. rewrite back_step by lia.
  rewrite tangent_step by lia. ring.
Qed.

(** Directions of W_1 and W_2 alone. *)
Definition first_two (A B : dense_matrix) (l : nat) : dense_matrix :=
  if (l =? 1)%nat then A else if (l =? 2)%nat then B else fun _ _ => 0.

Lemma back_down : forall V A B h q c,
  / INR N * total (K p)
    (fun i => residual sigma p V h c i * pretangent V (first_two A B) h q (S (L p)) i)
  = total (d_out p 2) (fun i => back V h c 3 i
        * total (d p 2) (fun k => B i k * sample sigma p V h 2 k))
    + total (d p 2) (fun i => back V h c 2 i
        * total (d p 1) (fun k => A i k * h k + V 1%nat i k * q k)).
Proof.
  intros V A B h q c. destruct is_regular as [_ [_ [L2 _]]].
  assert (top : forall m l, (l + m = L p)%nat -> (2 <= l)%nat ->
    / INR N * total (K p)
      (fun i => residual sigma p V h c i * pretangent V (first_two A B) h q (S (L p)) i)
    = total (d_out p l) (fun i => back V h c (S l) i * pretangent V (first_two A B) h q (S l) i)).
  { induction m; intros l E Hl.
    - replace (L p) with l by lia. unfold d_out.
      replace (l =? L p)%nat with true by (symmetry; apply Nat.eqb_eq; lia).
      rewrite <- total_scale. apply total_ext. intros i _. unfold back.
      replace (S (L p) - S l)%nat with 0%nat by lia. cbn [gradient]. ring.
    - rewrite (IHm (S l)) by lia. rewrite back_layer, back_from by lia.
      rewrite total_zero.
      + rewrite Rplus_0_l. unfold d_out. destruct (Nat.eqb_spec l (L p)); [lia | reflexivity].
      + intros i _. rewrite total_zero; [ring|]. intros k _. unfold first_two.
        destruct (Nat.eqb_spec (S l) 1), (Nat.eqb_spec (S l) 2); try lia. ring. }
  rewrite (top (L p - 2)%nat 2%nat), back_layer, back_from by lia. f_equal.
Qed.

Lemma nothing_along : forall V e,
  (fun l => along (V l) (first_two (fun _ _ => 0) (fun _ _ => 0) l) e) = V.
Proof.
  intros V e. apply functional_extensionality. intros l. apply functional_extensionality. intros i.
  apply functional_extensionality. intros j. unfold along, first_two.
  destruct (l =? 1)%nat, (l =? 2)%nat; ring.
Qed.

Theorem column_stationary : forall x j q, optimal sigma p x -> (j < N)%nat ->
  let h := column (H1 x) j in
  total (d p 2) (fun i => back (W x) h (j / n p) 2 i * total (d p 1) (fun k => W x 1%nat i k * q k))
  + lambda_H p * total (d p 1) (fun k => h k * q k) = 0.
Proof.
  intros x j q O J h. set (Z := fun _ _ : nat => 0).
  apply (minimum_stationary (fun e => sample_cost sigma p
    (fun l => along (W x l) (first_two Z Z l) e) (j / n p) (fun k => h k + e * q k))).
  2: { intros e. rewrite !nothing_along. replace (fun k => h k + 0 * q k) with h.
    - apply optimal_column; assumption.
    - apply functional_extensionality. intros k. ring. }
  assert (E := sample_cost_derivative (W x) (first_two Z Z) h q (j / n p)).
  rewrite back_down, (total_zero (d_out p 2)), Rplus_0_l in E
    by (intros; try ring; rewrite total_zero; unfold Z; intros; ring).
  rewrite (total_ext (d p 2) _ (fun i => back (W x) h (j / n p) 2 i
    * total (d p 1) (fun k => W x 1%nat i k * q k))) in E; [exact E|].
  intros i _. f_equal. apply total_ext. intros k _. unfold Z. ring.
Qed.

(** What the directions A of W_1 and B of W_2 change for a sample of class [c]. *)
Definition change (V : nat -> dense_matrix) (A B : dense_matrix) (c : nat) (h : nat -> R) : R :=
  total (d_out p 2) (fun i => back V h c 3 i
    * total (d p 2) (fun k => B i k * sample sigma p V h 2 k))
  + total (d p 2) (fun i => back V h c 2 i * total (d p 1) (fun k => A i k * h k)).

Theorem weights_stationary : forall x A B, optimal sigma p x ->
  total N (fun j => change (W x) A B (j / n p) (column (H1 x) j))
  + total (L p) (fun i => lambda p (S i)
      * dot (d_out p (S i)) (d p (S i)) (W x (S i)) (first_two A B (S i))) = 0.
Proof.
  intros x A B O. set (V := W x). set (D := first_two A B). set (zero := fun _ : nat => 0).
  assert (still : forall h : nat -> R, forall e, (fun k => h k + e * zero k) = h).
  { intros h e. apply functional_extensionality. intros k. unfold zero. ring. }
  apply (minimum_stationary (fun e =>
    total N (fun j => sample_cost sigma p (fun l => along (V l) (D l) e) (j / n p)
      (column (H1 x) j))
    + decay p (fun l => along (V l) (D l) e))).
  - apply derivable_pt_lim_plus; [|apply decay_derivative]. apply derivable_total. intros j _.
    set (h := column (H1 x) j).
    assert (E := sample_cost_derivative V D h zero (j / n p)).
    unfold D at 2 in E.
    rewrite back_down, (total_zero (d p 1) (fun k => h k * zero k)), Rmult_0_r, Rplus_0_r in E
      by (intros; unfold zero; ring).
    rewrite (total_ext (d p 2) (fun i => back V h (j / n p) 2 i * total (d p 1) _)
      (fun i => back V h (j / n p) 2 i * total (d p 1) (fun k => A i k * h k))) in E.
    + replace (fun e => sample_cost sigma p (fun l => along (V l) (D l) e) (j / n p) h) with
        (fun e => sample_cost sigma p (fun l => along (V l) (D l) e) (j / n p)
          (fun k => h k + e * zero k));
        [exact E | apply functional_extensionality; intros e; rewrite still; reflexivity].
    + intros i _. f_equal. apply total_ext. intros k _. unfold zero. ring.
  - intros e. specialize (O (Point (H1 x) (fun l => along (V l) (D l) e))).
    rewrite !objective_samples in O. cbn [H1 W] in O. fold V in O.
    replace (fun l => along (V l) (D l) 0) with V; [exact O|].
    apply functional_extensionality. intros l. apply functional_extensionality. intros i.
    apply functional_extensionality. intros k. unfold along. ring.
Qed.

End Smooth.
