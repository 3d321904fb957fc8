(** * A network at every Λ where collapse is not zero: more classes, more layers

    With D and M as in Networks.v: where D tr (MᵀM)⁻¹ < K^(L+1), the network, scaled, is below
    collapse at every Λ up to the critical one; with blocks of collapse beside it for every
    larger number of classes; and when one of H_2 … H_L has at most K rows, for every larger
    number of layers, with I for the weights after that layer.  A V that nearly inverts M has
    ‖V‖² in the place of the trace. *)

From Coq Require Import Reals Arith Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Orthogonal Collapse
  Blocks OneBlock MoreClasses Networks Places.
Local Open Scope R_scope.

Definition criterion (q : problem) (x : point) : Prop :=
  let k := K q in let w := d q (L q) in
  network q x /\ exists V eta, 0 < eta < 1 /\
    square k k (minus identity (mul w V (last q x))) <= eta * eta /\
    spread q x * (square k w V / ((1 - eta) * (1 - eta))) < INR k ^ (L q + 1).

Lemma critical_alone : forall p k, (1 <= k)%nat -> (1 <= K p)%nat -> forall width,
  let a := scaled (with_classes p k width) (INR (K p) / INR k) in
  INR (K a) ^ (L a + 1) * Big_lambda a = INR (K p) ^ (L p + 1) * Big_lambda p.
Proof.
  intros p k k1 K1 width a. unfold a. rewrite Lambda_alone. cbn [K L scaled with_classes].
  assert (0 < INR k) by (apply lt_0_INR; lia). assert (0 < INR (K p)) by (apply lt_0_INR; lia).
  rewrite <- Rmult_assoc, <- Rpow_mult_distr. do 2 f_equal. field. lra.
Qed.

(** At the Λ of any x ≥ L - 1. *)
Theorem criterion_at : forall q x, criterion q x -> forall p, regular p -> (K q <= K p)%nat ->
  L p = L q -> (forall l, (1 <= l <= L p)%nat -> (d q l + (K p - K q) <= d p l)%nat) ->
  forall u, INR (L p) - 1 <= u -> INR (K p) ^ (L p + 1) * Big_lambda p = place (L p) u ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros q x [Net [V [eta [Eta [Close Less]]]]] p R More EL Wide u Large U.
  assert (k1 := proj1 (proj2 Net)). assert (L2 := proj1 (proj2 (proj2 R))).
  assert (l2 : 2 <= INR (L p)) by (apply (le_INR 2) in L2; exact L2).
  set (t := u / (1 + u) ^ 2).
  assert (T : 0 < t) by (apply Rdiv_lt_0_compat; [lra | apply pow_lt; lra]).
  set (a := scaled (with_classes p (K q) (d q)) (INR (K p) / INR (K q))).
  assert (Ra : regular a) by (apply regular_alone; assumption).
  destruct (network_inverse q x Net a Ra eq_refl EL ltac:(intros; apply le_n) t T V eta Eta
    Close Less)
    as [y Y].
  assert (E := collapse_alone p R (K q) (d q) k1 t (Rlt_le _ _ T)). fold a in E.
  change (K a) with (K q) in E. change (L a) with (L p) in E. rewrite <- EL in Y.
  apply (block_below p (K q) (d q) R (conj k1 More) Wide y
    ((1 + (INR (L p) + 1) * u) / (1 + u) ^ 2 / 2)).
  - fold a. rewrite <- (place_attained p R u Large U). fold t. lra.
  - intros s S0. assert (Q := place_least p R u Large U s S0). lra.
Qed.

Theorem criterion_below : forall q x, criterion q x -> forall p, regular p -> (K q <= K p)%nat ->
  L p = L q -> (forall l, (1 <= l <= L p)%nat -> (d q l + (K p - K q) <= d p l)%nat) ->
  at_most_critical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros q x C p R More EL Wide Small. assert (L2 := proj1 (proj2 (proj2 R))).
  assert (l2 : 2 <= INR (L p)) by (apply (le_INR 2) in L2; exact L2).
  apply (critical_place p R) in Small.
  destruct (place_after (L p) (INR (L p) - 1) _ ltac:(lia) ltac:(lra) (conj (c_positive p R) Small))
    as [u [Large U]].
  exact (criterion_at q x C p R More EL Wide u Large U).
Qed.

Section Deeper.
Variables (q : problem) (x : point).
Hypothesis is_network : network q x.
Variable l0 : nat.
Hypothesis inner : (2 <= l0 <= L q)%nat.

(** Layer l0 stands twice. *)
Definition twice (l : nat) : nat := if (l <=? l0)%nat then l else (l - 1)%nat.
Definition deeper : problem :=
  Problem (K q) 1 (S (L q)) (fun l => d q (twice l)) (lambda_H q) (lambda q).
Definition repeated : point := Point (H1 x) (fun l =>
  if (l =? l0)%nat then identity else W x (twice l)).

Let n1 : n q = 1%nat := proj1 is_network.
Let W0 := proj2 (proj2 (proj2 (proj2 is_network))).

Lemma twice_before : forall l, (l <= l0)%nat -> twice l = l.
Proof. intros l B. unfold twice. destruct (Nat.leb_spec l l0); [reflexivity | lia]. Qed.

Lemma twice_after : forall l, (l0 <= l)%nat -> twice (S l) = l.
Proof. intros l B. unfold twice. destruct (Nat.leb_spec (S l) l0); lia. Qed.

Lemma narrow_positive : (1 <= d q l0)%nat.
Proof.
  assert (P := W0 (l0 - 1)%nat ltac:(lia)). unfold squared in P.
  replace (S (l0 - 1)) with l0 in P by lia. destruct (d q l0); [|lia].
  unfold square, dot in P. simpl in P. lra.
Qed.

Lemma squared_before : forall l, (l < l0)%nat -> squared deeper repeated l = squared q x l.
Proof.
  intros l B. unfold squared. cbn [d W deeper repeated]. rewrite !twice_before by lia.
  destruct (Nat.eqb_spec l l0); [lia | reflexivity].
Qed.

Lemma squared_at : squared deeper repeated l0 = INR (d q l0).
Proof.
  unfold squared. cbn [d W deeper repeated]. rewrite Nat.eqb_refl, twice_after, twice_before by lia.
  rewrite (square_orthogonal _ _ _ _ (identity_orthogonal (d q l0))). ring.
Qed.

Lemma squared_after : forall l, (l0 <= l)%nat -> squared deeper repeated (S l) = squared q x l.
Proof.
  intros l B. unfold squared. cbn [d W deeper repeated]. rewrite !twice_after by lia.
  destruct (Nat.eqb_spec (S l) l0); [lia | reflexivity].
Qed.

Lemma network_deeper : network deeper repeated.
Proof.
  assert (Net := is_network). destruct Net as [_ [K1 [L2 [H0 _]]]]. split; [reflexivity|].
  split; [exact K1|].
  split; [cbn [L deeper]; lia|]. split.
  - unfold squared_H. cbn [d K H1 deeper repeated]. rewrite twice_before by lia. exact H0.
  - intros l B. cbn [L deeper] in B. destruct (lt_eq_lt_dec l l0) as [[Lt|E]|Gt].
    + rewrite squared_before by exact Lt. apply W0. lia.
    + rewrite E, squared_at. apply lt_0_INR. assert (P := narrow_positive). lia.
    + replace l with (S (l - 1)) by lia. rewrite squared_after by lia. apply W0. lia.
Qed.

Lemma spread_deeper : spread deeper repeated = INR (d q l0) * spread q x.
Proof.
  unfold spread. cbn [L deeper]. replace (squared_H deeper repeated) with (squared_H q x).
  2: { unfold squared_H. cbn [d K H1 deeper repeated]. rewrite twice_before by lia. reflexivity. }
  assert (Before : forall j, (j < l0)%nat -> multiplied j (fun i => squared deeper repeated (S i))
    = multiplied j (fun i => squared q x (S i))).
  { intros j B. apply multiplied_ext. intros i I. apply squared_before. lia. }
  assert (G : forall j, multiplied (l0 + j) (fun i => squared deeper repeated (S i))
    = INR (d q l0) * multiplied (l0 + j - 1) (fun i => squared q x (S i))).
  { induction j as [|j IH].
    - replace (l0 + 0)%nat with (S (l0 - 1)) by lia.
      replace (S (l0 - 1) - 1)%nat with (l0 - 1)%nat by lia.
      cbn [multiplied]. rewrite Before by lia. replace (S (l0 - 1)) with l0 by lia.
      rewrite squared_at. ring.
    - replace (l0 + S j)%nat with (S (l0 + j)) by lia. cbn [multiplied].
      rewrite IH, squared_after by lia.
      replace (S (l0 + j) - 1)%nat with (S (l0 + j - 1)) by lia. cbn [multiplied].
      replace (S (l0 + j - 1)) with (l0 + j)%nat by lia. ring. }
  replace (S (L q) - 1)%nat with (l0 + (L q - l0))%nat by lia. rewrite G.
  replace (l0 + (L q - l0) - 1)%nat with (L q - 1)%nat by lia. ring.
Qed.

Lemma feature_before : forall l, (l <= l0)%nat -> feature deeper repeated l = feature q x l.
Proof.
  induction l as [|[|l] IH]; intros B; [reflexivity | reflexivity|].
  change (rectified (mul (d q (twice (S l))) (W repeated (S l)) (feature deeper repeated (S l)))
    = rectified (mul (d q (S l)) (W x (S l)) (feature q x (S l)))).
  rewrite IH, twice_before by lia. cbn [W repeated]. rewrite twice_before by lia.
  destruct (Nat.eqb_spec (S l) l0); [lia | reflexivity].
Qed.

Lemma feature_nonnegative : forall l i j, (2 <= l)%nat -> 0 <= feature q x l i j.
Proof. intros [|[|l]] i j B; [lia | lia | apply Rmax_l]. Qed.

Lemma feature_after : forall c j, same_matrix (d q (l0 + j)) c
  (feature deeper repeated (S (l0 + j))) (feature q x (l0 + j)).
Proof.
  assert (Step : forall y p l, (1 <= l)%nat -> feature p y (S l)
    = rectified (mul (d p l) (W y l) (feature p y l))) by (intros y p [|l] B; [lia | reflexivity]).
  intros c. induction j as [|j IH]; intros i u I U; rewrite (Step repeated) by lia.
  - rewrite Nat.add_0_r in *. rewrite feature_before by lia. unfold rectified.
    cbn [d W deeper repeated]. rewrite twice_before, Nat.eqb_refl, mul_identity_left by (lia ||
      exact I).
    apply Rmax_right, feature_nonnegative. lia.
  - replace (l0 + S j)%nat with (S (l0 + j)) in * by lia. rewrite (Step x) by lia.
    unfold rectified. f_equal. cbn [d W deeper repeated]. rewrite twice_after by lia.
    destruct (Nat.eqb_spec (S (l0 + j)) l0); [lia|].
    apply (mul_ext (d q (S (l0 + j))) (d q (l0 + j)) c); auto using same_refl.
Qed.

Lemma last_deeper : forall c, same_matrix (d q (L q)) c (last deeper repeated) (last q x).
Proof.
  intros c. unfold last. cbn [L deeper]. replace (L q) with (l0 + (L q - l0))%nat by lia.
  apply feature_after.
Qed.

Lemma criterion_deeper : (d q l0 <= K q)%nat -> criterion q x -> criterion deeper repeated.
Proof.
  intros Narrow [_ [V [eta [Eta [Close Less]]]]]. split; [exact network_deeper|]. exists V, eta.
  cbn [K L d deeper]. rewrite twice_after by lia. split; [exact Eta|]. split.
  - eapply Rle_trans; [|exact Close]. right. apply square_ext. intros i j I J. unfold minus. f_equal.
    apply (mul_ext (K q) (d q (L q)) (K q)); auto using same_refl. apply last_deeper.
  - rewrite spread_deeper. set (s := square (K q) (d q (L q)) V / ((1 - eta) * (1 - eta))) in *.
    assert (w : INR (d q l0) <= INR (K q)) by (apply le_INR; exact Narrow).
    assert (w1 : 1 <= INR (d q l0)) by (apply (le_INR 1); exact narrow_positive).
    assert (P : 0 < INR (K q) ^ (L q + 1)) by (apply pow_lt; lra).
    replace (S (L q) + 1)%nat with (S (L q + 1)) by lia. rewrite <- tech_pow_Rmult, Rmult_assoc.
    apply Rlt_le_trans with (INR (d q l0) * INR (K q) ^ (L q + 1)).
    + apply Rmult_lt_compat_l; [lra | exact Less].
    + apply Rmult_le_compat_r; lra.
Qed.
End Deeper.

(** Every number of layers from L on, for layers with room for the other classes and the widest of the
    network. *)
Theorem criterion_layers : forall q x, criterion q x -> forall l0, (2 <= l0 <= L q)%nat ->
  (d q l0 <= K q)%nat -> forall e, (forall l, (1 <= l <= L q)%nat -> (d q l <= K q + e)%nat) ->
  forall p, regular p -> (K q <= K p)%nat -> (L q <= L p)%nat ->
  (forall l, (1 <= l <= L p)%nat -> (K p + e <= d p l)%nat) -> at_most_critical p ->
  exists z w, objective p z < w /\ forall y, collapsed p y -> w <= objective p y.
Proof.
  intros q x C l0 Inner Narrow e Wide p R More Layers Room Small.
  remember (L p - L q)%nat as j eqn:J. revert q x C Inner Narrow Wide More Layers J.
  induction j as [|j IH]; intros q x C Inner Narrow Wide More Layers J.
  - apply (criterion_below q x C p R More); [lia | | exact Small].
    intros l B. assert (A := Wide l ltac:(lia)). assert (B' := Room l B). lia.
  - apply (IH (deeper q l0) (repeated x l0)); cbn [K L d deeper]; try lia.
    + exact (criterion_deeper q x (proj1 C) l0 Inner Narrow C).
    + unfold twice. rewrite Nat.leb_refl. exact Narrow.
    + intros l B. apply Wide. unfold twice. destruct (Nat.leb_spec l l0); lia.
Qed.
