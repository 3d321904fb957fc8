(** * What a shape says of Λ, of more classes and of more layers *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Fractions PointBound Collapse Blocks
  OneBlock MoreClasses Intervals Networks Resolvents NetworkClasses Shapes.
Import ListNotations.
Local Open Scope R_scope.

(** ** Every x has its Λ, and the other way round *)

(** K^(L+1) Λ of x: it falls from x = L - 1 on. *)
Definition place (L : nat) (x : R) : R := x ^ (L - 1) / (1 + x) ^ (2 * L).

Lemma place_between : forall L a b c, 0 < a -> a <= b -> place L b <= c <= place L a ->
  exists x, a <= x <= b /\ c = place L x.
Proof.
  intros L a b c A B [Low High]. unfold place in *.
  set (f := fun x => c * (1 + x) ^ (2 * L) - x ^ (L - 1)).
  assert (P : forall x, 0 < x -> 0 < (1 + x) ^ (2 * L)) by (intros; apply pow_lt; lra).
  assert (Fa : f a <= 0).
  { unfold f. assert (Q := P a A). apply Rmult_le_compat_r with (r := (1 + a) ^ (2 * L)) in High; [|lra].
    unfold Rdiv in High. rewrite Rmult_assoc, Rinv_l in High by lra. lra. }
  assert (Fb : 0 <= f b).
  { unfold f. assert (Q := P b ltac:(lra)).
    apply Rmult_le_compat_r with (r := (1 + b) ^ (2 * L)) in Low; [|lra].
    unfold Rdiv in Low. rewrite Rmult_assoc, Rinv_l in Low by lra. lra. }
  destruct (IVT_cor f a b) as [x [X E]]; [|exact B | |].
  - apply derivable_continuous. unfold f. reg.
  - rewrite <- (Rmult_0_l (f b)). apply Rmult_le_compat_r; assumption.
  - exists x. split; [exact X|]. assert (Q := P x ltac:(lra)). unfold f in E.
    apply Rmult_eq_reg_r with ((1 + x) ^ (2 * L)); [|lra].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma place_after : forall L a c, (1 <= L)%nat -> 0 < a -> 0 < c <= place L a -> exists x, a <= x /\ c = place L x.
Proof.
  intros L a c L1 A [C High]. set (b := Rmax a (Rmax 1 (/ c))).
  assert (b1 : 1 <= b) by (unfold b; eapply Rle_trans; [apply Rmax_l | apply Rmax_r]).
  assert (bc : / c <= b) by (unfold b; eapply Rle_trans; [|apply Rmax_r]; apply Rmax_r).
  destruct (place_between L a b c A) as [x [[X _] E]]; [apply Rmax_l| |exists x; split; assumption].
  split; [|exact High]. unfold place. apply Rmult_le_reg_r with ((1 + b) ^ (2 * L)); [apply pow_lt; lra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by (apply pow_nonzero; lra).
  assert (cb : 1 <= c * b).
  { apply Rmult_le_compat_l with (r := c) in bc; [|lra]. rewrite Rinv_r in bc by lra. exact bc. }
  assert (P : 0 < b ^ (L - 1)) by (apply pow_lt; lra).
  apply Rle_trans with (c * (b ^ (L - 1) * b)).
  - replace (c * (b ^ (L - 1) * b)) with (b ^ (L - 1) * (c * b)) by ring.
    rewrite <- (Rmult_1_r (b ^ (L - 1))) at 1. apply Rmult_le_compat_l; lra.
  - apply Rmult_le_compat_l; [lra|]. rewrite Rmult_comm, tech_pow_Rmult.
    apply Rle_trans with (b ^ (2 * L)); [apply Rle_pow; [exact b1 | lia] | apply pow_incr; lra].
Qed.

(** ** More classes *)

Section Accepted.
Variable s : shape.
Hypothesis accepted : shape_checked s = true.

(** For every number of classes from the shape's on: where Λ belongs to an x of an interval, some point is
    below a number that no collapsed point is below. *)
Theorem shape_below : forall i, In i (intervals s) -> forall x, inside i x ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  INR (K p) ^ (L p + 1) * Big_lambda p = x ^ (L p - 1) / (1 + x) ^ (2 * L p) ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros i I x X p R More EL Wide Lam. assert (Net := shape_network s accepted).
  assert (k1 : (1 <= classes s)%nat) by apply Net. assert (K1 := proj1 R).
  set (a := scaled (with_classes p (classes s) (width s)) (INR (K p) / INR (classes s))).
  assert (Ra : regular a) by (apply regular_alone; assumption).
  destruct (shape_loss s accepted i I x X a Ra eq_refl EL ltac:(intros; apply le_n)) as [Xl [y Y]].
  { unfold a. rewrite (critical_alone p (classes s) k1 K1). exact Lam. }
  change (L a) with (L p) in *. set (v := (1 + (INR (L p) + 1) * x) / (1 + x) ^ 2) in *.
  apply (block_below p (classes s) (width s) R (conj k1 More) Wide y (v / 2)); [fold a; lra|].
  intros t T. assert (L2 := proj1 (proj2 (proj2 R))).
  assert (l2 : 2 <= INR (L p)) by (apply (le_INR 2) in L2; exact L2).
  assert (Low : v <= collapse (INR (K p)) (K p) (Big_lambda p) (L p) t); [|lra].
  apply collapse_above; try assumption; try lia; try lra; [apply Big_lambda_positive; exact R|].
  rewrite Lam. right. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; [ring|]. apply pow_nonzero. lra.
Qed.

(** The same in terms of Λ: from x upto of an interval to its x from. *)
Theorem shape_range : forall i, In i (intervals s) ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  INR (K p) ^ (L p + 1) * Big_lambda p <= place (L p) (Q2R (from i)) ->
  match upto i with None => True
    | Some b => Q2R (from i) <= Q2R b /\ place (L p) (Q2R b) <= INR (K p) ^ (L p + 1) * Big_lambda p end ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros i I p R More EL Wide High Low. set (c := INR (K p) ^ (L p + 1) * Big_lambda p) in *.
  assert (c0 : 0 < c).
  { apply Rmult_lt_0_compat; [apply pow_lt, lt_0_INR; destruct R; lia | apply Big_lambda_positive; exact R]. }
  assert (a0 : 0 < Q2R (from i)) by (apply (shape_from s accepted i I)).
  assert (L1 : (1 <= L p)%nat) by (assert (L2 := proj1 (proj2 (proj2 R))); lia).
  assert (exists x, inside i x /\ c = place (L p) x) as [x [X E]].
  { unfold inside. destruct (upto i) as [b|].
    - destruct (place_between (L p) _ _ c a0 (proj1 Low) (conj (proj2 Low) High)) as [x X]. exists x. tauto.
    - destruct (place_after (L p) _ c L1 a0 (conj c0 High)) as [x X]. exists x. tauto. }
  exact (shape_below i I x X p R More EL Wide E).
Qed.

(** Every Λ below the critical one, where an interval is all x ≥ L - 1. *)
Theorem shape_everywhere : forall i, In i (intervals s) -> from i = number (layers s - 1) -> upto i = None ->
  forall p, regular p -> (classes s <= K p)%nat -> L p = layers s ->
  (forall l, (1 <= l <= L p)%nat -> (width s l + (K p - classes s) <= d p l)%nat) ->
  subcritical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros i I From Upto p R More EL Wide Small. assert (L2 := proj1 (proj2 (proj2 R))).
  assert (l2 : 2 <= INR (L p)) by (apply (le_INR 2) in L2; exact L2).
  apply (shape_range i I p R More EL Wide); [|rewrite Upto; exact Logic.I].
  rewrite From, Q2R_number, <- EL, minus_INR by lia. change (INR 1) with 1. unfold place.
  replace (1 + (INR (L p) - 1)) with (INR (L p)) by ring. unfold subcritical in Small.
  assert (P : 0 < INR (L p) ^ (2 * L p)) by (apply pow_lt; lra).
  apply Rmult_le_reg_r with (INR (L p) ^ (2 * L p)); [exact P|].
  unfold Rdiv. rewrite Rmult_assoc, (Rmult_assoc _ (/ _)), Rinv_l by lra. lra.
Qed.
End Accepted.

(** ** More layers *)

Section Layers.
Variable s : shape.
(** How many more rows than K a layer has at most. *)
Variable excess : nat.

(** D tr (M_Lᵀ M_L)⁻¹ < K^(L+1), and some layer from the second on has at most K rows. *)
Definition layers_checked : bool :=
  let X := last_features s in
  network_checked s
  && match traces (classes s) (gram s X) (unit (classes s)) (coefficients s) with
    | Some ts => (0 <? List.last (coefficients s) 0)%Z
      && less_Q (norms s * scale X * inject_Z (List.last ts 0%Z))
        (power_Q (number (classes s)) (layers s + 1) * inject_Z (List.last (coefficients s) 0%Z))
    | None => false
    end
  && existsb (fun l => width s l <=? classes s)%nat (seq 2 (layers s - 1))
  && forallb (fun l => width s l <=? classes s + excess)%nat (seq 1 (layers s)).

Theorem shape_layers : layers_checked = true ->
  forall p, regular p -> (classes s <= K p)%nat -> (layers s <= L p)%nat ->
  (forall l, (1 <= l <= L p)%nat -> (K p + excess <= d p l)%nat) -> subcritical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  unfold layers_checked. rewrite !andb_true_iff. intros [[[Net C] Narrow] Wide].
  destruct (traces (classes s) _ _ _) as [ts|] eqn:Tr; [|discriminate].
  apply andb_true_iff in C. destruct C as [Last Less]. apply Z.ltb_lt, IZR_lt in Last.
  apply less_Q_true in Less. rewrite !Q2R_mult, Q2R_power, Q2R_number, norms_is in Less.
  apply existsb_exists in Narrow. destruct Narrow as [l0 [Inner Narrow]].
  apply in_seq in Inner. apply Nat.leb_le in Narrow. rewrite forallb_forall in Wide.
  assert (Net' := network_by s Net). assert (L2 : (2 <= layers s)%nat) by apply Net'.
  apply (criterion_layers (frame s) (drawn s)) with (l0 := l0); cbn [K L d frame]; try lia.
  - split; [exact Net'|].
    destruct (gram_inverse (width s (layers s)) (classes s) _ _ _ (scale_positive s) (gram_is s) _ ts Tr)
      as [G [Inv Trace]]; [intros E; rewrite E in Last; simpl in Last; lra | exact Last|].
    exists G. split; [exact Inv|]. cbn [K L frame]. rewrite Trace.
    assert (int : forall z, Q2R (inject_Z z) = IZR z) by (intros z; unfold inject_Z; rewrite Q2R_make; field).
    rewrite !int in Less. apply Rmult_lt_reg_r with (IZR (List.last (coefficients s) 0%Z)); [exact Last|].
    eapply Rle_lt_trans; [|exact Less]. right. field. lra.
  - intros l B. apply Nat.leb_le, Wide, in_seq. lia.
Qed.
End Layers.
