(** * Shapes, evaluated by Coq

    A certificate *.shape (SHAPE.md) has H_1 and W_1 … W_(L-1) of a network, and intervals of a number x
    with a τ for each.  [shape_checked] computes D, the Gram matrix of the last features and a
    polynomial in x for each interval, and sees that this is positive there; [shape_loss] is what the
    answer yes means where Λ belongs to an x, K^(L+1) Λ = x^(L-1)/(1 + x)^(2L).

    The file lists m_1, m_2, … besides: with A the Gram matrix without its denominators, the coefficients
    of 1 + m_1 z + …, a divisor of det(I + z A) or all of it.  They are no matter of belief: Resolvents.v. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices NormalForm Sums Objective Orthogonal Fractions Intervals
  Networks Resolvents.
From Uniform Require Collapse.
Import ListNotations.
Local Open Scope R_scope.

Record shape := Shape {
  classes : nat;
  features : fractions;
  (** W_1 … W_(L-1) *)
  weights : list fractions;
  (** m_1, m_2, … *)
  coefficients : list Z;
  intervals : list interval
}.

Definition layers (s : shape) : nat := S (length (weights s)).
Definition weight (s : shape) (l : nat) : fractions := nth (l - 1) (weights s) (Fractions 1 []).

(** The rows of H_1, H_2, …, H_L. *)
Definition width (s : shape) (l : nat) : nat :=
  length (entries (nth (l - 1) (features s :: weights s) (Fractions 1 []))).

(** As a network: of the λ's nothing is asked. *)
Definition frame (s : shape) : problem :=
  Problem (classes s) 1 (layers s) (width s) 0 (fun _ => 0).
Definition drawn (s : shape) : point := Point (real (features s)) (fun l => real (weight s l)).

(** ** The check *)

Section Check.
Variable s : shape.
Local Notation k := (classes s).
Local Notation depth := (layers s).
Local Notation w := (width s depth).

(** M_L, and M_Lᵀ M_L times [scale]. *)
Definition last_features : fractions := layer (width s) k (features s) (weight s) depth.
Definition gram (X : fractions) : fractions :=
  tabulated k k 1 (fun i j => total_Z w (fun u => integer X u i * integer X u j)%Z).
Definition scale (X : fractions) : Q := inject_Z (Zpos (over X * over X)).

(** ‖H_1‖², ‖W_l‖² and D. *)
Definition norm_H : Q := squares (width s 1) k (features s).
Definition norm (l : nat) : Q := squares (width s (S l)) (width s l) (weight s l).
Definition norms : Q := norm_H * multiplied_Q (depth - 1) (fun l => norm (S l)).

(** τ^L K^L/(D [scale]): what z is of x. *)
Definition rate (X : fractions) (i : interval) : Q :=
  Qred (power_Q (tau i * number k) depth / (norms * scale X)).

(** (1 + (L + 1 - τ L) x) K (1 + z m_1 + …) - (1 + x)² (t_1 + z t_2 + …), z = r x, times a positive
    number. *)
Definition difference (ts : list Z) (t r : Q) (X Y : P.poly) : P.poly :=
  let at_z cs := fst (form cs (P.times (P.constant (Qnum r)) X) (P.times (P.constant (Zpos (Qden r))) Y)) in
  let b := Zpos (Qden t) in
  let slope := (b * Z.of_nat (S depth) - Qnum t * Z.of_nat depth)%Z in
  P.plus
    (P.times (P.plus (P.times (P.constant b) Y) (P.times (P.constant slope) X))
      (P.times (P.constant (Z.of_nat k)) (at_z (1%Z :: coefficients s))))
    (P.times (P.constant (- (b * Zpos (Qden r))))
      (P.times (P.times (P.plus X Y) (P.plus X Y)) (at_z ts))).

Definition interval_checked (X : fractions) (ts : list Z) (i : interval) : bool :=
  let r := rate X i in
  Qle_bool (number (depth - 1)) (from i) && less_Q 0 (tau i)
  && positive_in (difference ts (tau i) r) i.

Definition network_checked : bool :=
  (1 <=? k)%nat && (2 <=? depth)%nat && less_Q 0 norm_H
  && forallb (fun l => less_Q 0 (norm l)) (seq 1 (depth - 1)).

Definition shape_checked : bool :=
  let X := last_features in
  network_checked && forallb (Z.leb 0) (coefficients s)
  && match traces k (gram X) (unit k) (coefficients s) with
    | Some ts => forallb (interval_checked X ts) (intervals s)
    | None => false
    end.

(** ** What it means *)

Local Notation M := (last (frame s) (drawn s)).
Local Notation e := (Q2R (scale last_features)).

Lemma scale_positive : 0 < e.
Proof. unfold scale, inject_Z. rewrite Q2R_make. assert (D := denominator_positive (over last_features * over last_features)). lra. Qed.

Lemma norm_is : forall l, Q2R (norm l) = squared (frame s) (drawn s) l.
Proof. intros l. apply real_squares. Qed.

Lemma norms_is : Q2R norms = spread (frame s) (drawn s).
Proof.
  unfold norms, spread. rewrite Q2R_mult, Q2R_multiplied. f_equal; [apply real_squares|].
  apply multiplied_ext. intros l _. apply norm_is.
Qed.

Lemma network_by : network_checked = true -> network (frame s) (drawn s).
Proof.
  unfold network_checked. rewrite !andb_true_iff. intros [[[K1 L2] H] W].
  apply Nat.leb_le in K1, L2. rewrite forallb_forall in W.
  split; [reflexivity|]. split; [exact K1|]. split; [exact L2|]. split.
  - rewrite <- RMicromega.Q2R_0. unfold squared_H. cbn [d K H1 frame drawn].
    rewrite <- real_squares. apply less_Q_true, H.
  - intros l B. rewrite <- norm_is, <- RMicromega.Q2R_0. apply less_Q_true, W, in_seq.
    cbn [L frame] in B. lia.
Qed.

Lemma last_is : same_matrix w k (real last_features) M.
Proof.
  apply (real_layer (width s) k (features s) (weight s) (frame s) (drawn s) depth);
    try reflexivity; [apply same_refl | unfold layers; lia].
Qed.

Lemma gram_is : same_matrix k k (mul w (flip M) M)
  (fun i j => whole (gram last_features) i j / e).
Proof.
  intros i j I J. unfold whole, gram. rewrite tabulated_at by assumption. unfold mul, flip.
  rewrite <- total_integers. unfold Rdiv. rewrite Rmult_comm, <- total_scale. apply total_ext.
  intros u U. rewrite <- (last_is u i U I), <- (last_is u j U J). unfold real, scale, inject_Z.
  rewrite Q2R_make, Pos2Z.inj_mul, !mult_IZR.
  assert (D := denominator_positive (over last_features)). field. lra.
Qed.

Lemma traces_length : forall A ms B ts, traces k A B ms = Some ts -> length ts = length ms.
Proof.
  intros A. induction ms as [|m ms IH]; intros B ts E; cbn [traces] in E.
  - destruct (is_zero k B); [injection E as <-; reflexivity | discriminate].
  - destruct (traces k A (next k A m B) ms) as [ts'|] eqn:E'; [|discriminate]. injection E as <-.
    simpl. f_equal. apply (IH _ _ E').
Qed.

(** What [difference] is positive for. *)
Definition less_at (ts : list Z) (t r x : R) : Prop :=
  (1 + x) ^ 2 * evaluate ts (r * x)
  < (1 + (INR depth + 1 - t * INR depth) * x) * (INR k * (1 + r * x * evaluate (coefficients s) (r * x))).

Lemma difference_is : forall ts t r, length ts = length (coefficients s) -> 0 < Q2R r ->
  forall l X Y, 0 < P.value l Y -> 0 < P.value l (difference ts t r X Y) ->
  less_at ts (Q2R t) (Q2R r) (P.value l X / P.value l Y).
Proof.
  intros ts [a b] [u v] Len R0 l X Y Y0 Less. unfold difference in Less.
  cbn [Qnum Qden] in *. rewrite !Q2R_make in *.
  assert (b0 := denominator_positive b). assert (v0 := denominator_positive v).
  assert (yv : P.value l (P.times (P.constant (Zpos v)) Y) = IZR (Zpos v) * P.value l Y)
    by (rewrite P.value_times; reflexivity).
  assert (xu : P.value l (P.times (P.constant u) X) = IZR u * P.value l X)
    by (rewrite P.value_times; reflexivity).
  assert (y1 : 0 < IZR (Zpos v) * P.value l Y) by (apply Rmult_lt_0_compat; assumption).
  assert (At : forall cs, P.value l (fst (form cs (P.times (P.constant u) X)
      (P.times (P.constant (Zpos v)) Y)))
    = (IZR (Zpos v) * P.value l Y) ^ length cs
      * evaluate cs (IZR u / IZR (Zpos v) * (P.value l X / P.value l Y))).
  { intros cs. rewrite (proj1 (value_form l _ _ cs ltac:(rewrite yv; lra))), yv, xu. do 2 f_equal.
    field. lra. }
  repeat rewrite ?P.value_plus, ?P.value_times, ?At in Less.
  change (fun z : Z => P.value l (P.constant z)) with IZR in *.
  repeat match type of Less with context [P.value l (P.constant ?c)] =>
    change (P.value l (P.constant c)) with (IZR c) in Less end.
  cbn [length evaluate] in Less. rewrite Len in Less.
  rewrite opp_IZR, minus_IZR, !mult_IZR, <- !INR_IZR_INZ, S_INR in Less.
  unfold less_at. set (x := P.value l X) in *. set (y := P.value l Y) in *.
  set (z := IZR u / IZR (Zpos v) * (x / y)) in *.
  set (g := evaluate (coefficients s) z) in *. set (f := evaluate ts z) in *.
  set (c := (IZR (Zpos v) * y) ^ length (coefficients s)) in *.
  assert (c0 : 0 < c) by (apply pow_lt; exact y1).
  assert (P : 0 < c * IZR (Zpos v) * (y * y) * IZR (Zpos b)) by (repeat apply Rmult_lt_0_compat; assumption).
  apply Rmult_lt_reg_l with (c * IZR (Zpos v) * (y * y) * IZR (Zpos b)); [exact P|].
  apply Rminus_gt_0_lt. eapply Rlt_le_trans; [exact Less|]. right. simpl. fold c. field. lra.
Qed.

Section Accepted.
Hypothesis accepted : shape_checked = true.

Lemma shape_network : network (frame s) (drawn s).
Proof.
  unfold shape_checked in accepted. rewrite !andb_true_iff in accepted.
  apply network_by, accepted.
Qed.

Lemma shape_from : forall i, In i (intervals s) -> 0 < Q2R (from i).
Proof.
  intros i I. assert (C := accepted). unfold shape_checked in C. rewrite !andb_true_iff in C.
  destruct C as [_ C]. destruct (traces k _ _ _) as [ts|]; [|discriminate].
  rewrite forallb_forall in C. assert (Ci := C i I). unfold interval_checked in Ci.
  rewrite !andb_true_iff in Ci. destruct Ci as [[From _] _]. apply at_most_Q_true in From.
  rewrite Q2R_number in From. assert (L2 := proj1 (proj2 (proj2 shape_network))). cbn [L frame] in L2.
  assert (1 <= INR (depth - 1)) by (apply (le_INR 1); lia). lra.
Qed.

(** Where Λ belongs to an x of an interval, some point is below what collapse loses at least. *)
Theorem shape_loss : forall i, In i (intervals s) -> forall x, inside i x ->
  forall p, regular p -> K p = k -> L p = depth ->
  (forall l, (1 <= l <= L p)%nat -> (width s l <= d p l)%nat) ->
  INR (K p) ^ (L p + 1) * Big_lambda p = x ^ (L p - 1) / (1 + x) ^ (2 * L p) ->
  INR (L p) - 1 <= x /\ exists y, 2 * objective p y < (1 + (INR (L p) + 1) * x) / (1 + x) ^ 2.
Proof.
  intros i I x X p R EK EL Wide Lam. assert (Net := shape_network).
  assert (C := accepted). unfold shape_checked in C. rewrite !andb_true_iff in C.
  destruct C as [[_ Ms] C].
  destruct (traces k (gram last_features) (unit k) (coefficients s)) as [ts|] eqn:Tr; [|discriminate].
  rewrite forallb_forall in C. assert (Ci := C i I). unfold interval_checked in Ci.
  rewrite !andb_true_iff in Ci. destruct Ci as [[From Tau] Pos].
  apply at_most_Q_true in From. apply less_Q_true in Tau.
  rewrite Q2R_number in From. rewrite RMicromega.Q2R_0 in Tau.
  assert (L2 : (2 <= L p)%nat) by apply R. rewrite EK, EL in *. set (t := Q2R (tau i)) in *.
  assert (l2 : 2 <= INR depth) by (apply (le_INR 2) in L2; exact L2).
  assert (Xl : INR depth - 1 <= x).
  { rewrite minus_INR in From by lia. destruct X as [Low _]. change (INR 1) with 1 in From. lra. }
  split; [exact Xl|].
  assert (k0 : 0 < INR k) by (apply lt_0_INR; destruct R as [K1 _]; lia).
  assert (D0 := spread_positive (frame s) (drawn s) Net).
  assert (S0 := scale_positive). assert (Lam0 := Collapse.Big_lambda_positive p R).
  set (D := spread (frame s) (drawn s)) in *.
  assert (Rate : Q2R (rate last_features i) = (t * INR k) ^ depth / (D * e)).
  { unfold rate. rewrite (Qeq_eqR _ _ (Qred_correct _)). unfold Qdiv.
    rewrite Q2R_mult, Q2R_inv, !Q2R_mult, Q2R_power, Q2R_mult, Q2R_number, norms_is; [reflexivity|].
    intros E. apply Qeq_eqR in E. rewrite Q2R_mult, norms_is, RMicromega.Q2R_0 in E. fold D in E.
    assert (0 < D * e) by (apply Rmult_lt_0_compat; assumption). lra. }
  assert (r0 : 0 < Q2R (rate last_features i)).
  { rewrite Rate. apply Rdiv_lt_0_compat; [apply pow_lt|]; apply Rmult_lt_0_compat; assumption. }
  assert (Less := positive_inside _ _
    (difference_is ts (tau i) _ (traces_length _ _ _ _ Tr) r0) i Pos x X).
  unfold less_at in Less. fold t in Less. set (r := Q2R (rate last_features i)) in *.
  (* The scale of the network. *)
  set (u := t * (x / (1 + x) ^ 2)).
  assert (y0 : 0 < (1 + x) ^ 2) by (apply pow_lt; lra).
  assert (u0 : 0 < u) by (apply Rmult_lt_0_compat; [|apply Rdiv_lt_0_compat]; lra).
  assert (uL : 0 < u ^ depth) by (apply pow_lt; exact u0).
  assert (kL : 0 < INR k ^ depth) by (apply pow_lt; exact k0).
  assert (U : u ^ depth = t ^ depth * x * (INR k ^ (depth + 1) * Big_lambda p)).
  { rewrite Lam. unfold u. rewrite Rpow_mult_distr, Rmult_assoc. f_equal. unfold Rdiv.
    rewrite Rpow_mult_distr, pow_inv, <- pow_mult, <- Rmult_assoc, tech_pow_Rmult. do 3 f_equal. lia. }
  assert (a0 := decay_positive (frame s) (drawn s) Net (Big_lambda p) u Lam0 u0).
  set (a := decay (frame s) (drawn s) (Big_lambda p) u) in *.
  assert (Z : r * x = / (e * (INR k * a))).
  { rewrite Rate. unfold a, decay. cbn [L frame]. fold D. rewrite U, Rpow_mult_distr, pow_add.
    assert (0 < t ^ depth) by (apply pow_lt; exact Tau). field. repeat split; lra. }
  assert (rx : 0 <= r * x) by (apply Rmult_le_pos; lra).
  assert (P : 0 < 1 + r * x * evaluate (coefficients s) (r * x)).
  { assert (0 <= r * x * evaluate (coefficients s) (r * x)); [|lra].
    apply Rmult_le_pos; [exact rx | apply evaluate_nonnegative; assumption]. }
  destruct (ridge_inverse w k M (gram last_features) e S0 gram_is _ ts Tr (INR k * a) (r * x)
    ltac:(apply Rmult_lt_0_compat; assumption) Z P) as [G [Inv Trace]].
  destruct (network_best (frame s) (drawn s) Net p R EK EL ltac:(intros l B; apply Wide; exact B) u u0 G Inv)
    as [y Y].
  exists y. eapply Rle_lt_trans; [exact Y|]. rewrite EL.
  cbn [K frame] in *. fold a. apply Rmult_lt_reg_l with ((1 + x) ^ 2 * INR k);
    [apply Rmult_lt_0_compat; assumption|].
  set (f := evaluate ts (r * x)) in *. set (g := 1 + r * x * evaluate (coefficients s) (r * x)) in *.
  assert (Quotient : (1 + x) ^ 2 * (f / g) < (1 + (INR depth + 1 - t * INR depth) * x) * INR k).
  { apply Rmult_lt_reg_r with g; [exact P|].
    replace ((1 + x) ^ 2 * (f / g) * g) with ((1 + x) ^ 2 * f) by (field; lra). lra. }
  rewrite <- Trace in Quotient. unfold u.
  replace ((1 + x) ^ 2 * INR k * ((1 + (INR depth + 1) * x) / (1 + x) ^ 2))
    with (INR k * (1 + (INR depth + 1) * x)) by (field; lra).
  replace ((1 + x) ^ 2 * INR k * (INR depth * (t * (x / (1 + x) ^ 2)) + a * total k (fun i => G i i)))
    with (INR k * (INR depth * t * x) + (1 + x) ^ 2 * (INR k * a * total k (fun i => G i i)))
    by (field; lra).
  lra.
Qed.
End Accepted.
End Check.
