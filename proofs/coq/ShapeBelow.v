(** * What it means that a shape is accepted

    At the Λ of an x of its intervals the network, scaled and with a multiple of one of the V's,
    loses less than collapse can; K classes, and the layers of the shape. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices NormalForm Sums Objective Orthogonal Fractions Collapse
  Networks Places Shapes.
Import ListNotations.
Local Open Scope R_scope.

Section Shape.
Variable s : shape.
Local Notation k := (classes s).
Local Notation depth := (layers s).
Local Notation w := (width s depth).
Local Notation M := (last (frame s) (drawn s)).

Lemma norm_is : forall l, Q2R (norm s l) = squared (frame s) (drawn s) l.
Proof. intros l. apply real_squares. Qed.

Lemma norms_is : Q2R (norms s) = spread (frame s) (drawn s).
Proof.
  unfold norms, spread. rewrite (Qeq_eqR _ _ (Qred_correct _)), Q2R_mult, Q2R_multiplied.
  f_equal; [apply real_squares|]. apply multiplied_ext. intros l _. apply norm_is.
Qed.

Lemma network_by : network_checked s = true -> network (frame s) (drawn s).
Proof.
  unfold network_checked. rewrite !andb_true_iff. intros [[[K1 L2] H] W].
  apply Nat.leb_le in K1, L2. rewrite forallb_forall in W.
  split; [reflexivity|]. split; [exact K1|]. split; [exact L2|]. split.
  - rewrite <- RMicromega.Q2R_0. unfold squared_H. cbn [d K H1 frame drawn].
    rewrite <- real_squares. apply less_Q_true, H.
  - intros l B. rewrite <- norm_is, <- RMicromega.Q2R_0. apply less_Q_true, W, in_seq.
    cbn [L frame] in B. lia.
Qed.

Lemma output_is : forall V,
  same_matrix k k (real (product k w k V (last_features s))) (mul w (real V) M).
Proof.
  intros V i j I J. rewrite (real_product _ _ _ _ _ i j I J).
  apply (mul_ext k w k); auto using same_refl.
  apply (real_layer (width s) k (features s) (weight s) (frame s) (drawn s) depth);
    try reflexivity; [apply same_refl | unfold layers; lia].
Qed.

(** A concave quadratic polynomial. *)
Lemma between_ends : forall c0 c1 c2 a b x, 0 <= c2 -> a <= x <= b ->
  0 < c0 + c1 * a - c2 * (a * a) -> 0 < c0 + c1 * b - c2 * (b * b) -> 0 < c0 + c1 * x - c2 * (x * x).
Proof.
  intros c0 c1 c2 a b x C [A B] P Q. destruct (Req_dec a b) as [E|N].
  { replace x with a by lra. exact P. }
  apply Rmult_lt_reg_l with (b - a); [lra|]. rewrite Rmult_0_r.
  replace ((b - a) * (c0 + c1 * x - c2 * (x * x)))
    with ((b - x) * (c0 + c1 * a - c2 * (a * a)) + (x - a) * (c0 + c1 * b - c2 * (b * b))
      + c2 * ((x - a) * (b - x) * (b - a))) by ring.
  assert (0 <= c2 * ((x - a) * (b - x) * (b - a))).
  { apply Rmult_le_pos; [exact C|]. repeat apply Rmult_le_pos; lra. }
  destruct (Rle_lt_or_eq_dec a x A) as [A'|E].
  - assert (0 <= (b - x) * (c0 + c1 * a - c2 * (a * a))) by (apply Rmult_le_pos; lra).
    assert (0 < (x - a) * (c0 + c1 * b - c2 * (b * b))) by (apply Rmult_lt_0_compat; lra). lra.
  - subst a. assert (0 < (b - x) * (c0 + c1 * x - c2 * (x * x))) by (apply Rmult_lt_0_compat; lra).
    lra.
Qed.

(** What the polynomial is positive for. *)
Lemma polynomial_less : forall l t p q r x, 0 < x -> 0 < r -> 0 <= q <= p ->
  0 < q + (l + 1 - t * l - 2) * r + ((l + 1 - t * l) * p - 2 * (p - q) - r) * x - (p - q) * (x * x) ->
  l * (t * (x / (1 + x) ^ 2)) + (1 - q / (p + r / x)) < (1 + (l + 1) * x) / (1 + x) ^ 2.
Proof.
  intros l t p q r x X R [Q P] Less. assert (y0 : 0 < (1 + x) ^ 2) by (apply pow_lt; lra).
  assert (0 <= p * x) by (apply Rmult_le_pos; lra).
  assert (E : (1 + (l + 1) * x) / (1 + x) ^ 2
      - (l * (t * (x / (1 + x) ^ 2)) + (1 - q / (p + r / x)))
    = x * (q + (l + 1 - t * l - 2) * r + ((l + 1 - t * l) * p - 2 * (p - q) - r) * x
        - (p - q) * (x * x))
      * / ((1 + x) ^ 2 * (p * x + r))) by (field; lra).
  assert (0 < x * (q + (l + 1 - t * l - 2) * r + ((l + 1 - t * l) * p - 2 * (p - q) - r) * x
      - (p - q) * (x * x)) * / ((1 + x) ^ 2 * (p * x + r))).
  { apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; assumption|].
    apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra. }
  lra.
Qed.

Section Problem.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis same_K : K p = k.
Hypothesis same_L : L p = depth.
Hypothesis wider : forall l, (1 <= l <= depth)%nat -> (width s l <= d p l)%nat.
Hypothesis is_network : network (frame s) (drawn s).
Variable x : R.
Hypothesis x_large : INR depth - 1 <= x.
Hypothesis x_is : INR (K p) ^ (L p + 1) * Big_lambda p = place (L p) x.

Lemma trial_loss : forall t a b V, less_Q 0 t = true ->
  trial_checked s (last_features s) t a b V = true ->
  Q2R a <= x <= Q2R b ->
  exists y, 2 * objective p y < (1 + (INR depth + 1) * x) / (1 + x) ^ 2.
Proof.
  intros tq a b V T C B. apply less_Q_true in T. rewrite RMicromega.Q2R_0 in T.
  set (t := Q2R tq) in *. assert (Lam0 := Big_lambda_positive p is_regular).
  assert (L2 := proj1 (proj2 (proj2 is_regular))). rewrite same_L in L2.
  assert (l2 : 2 <= INR depth) by (apply (le_INR 2) in L2; exact L2).
  assert (x0 : 0 < x) by lra. assert (y0 : 0 < (1 + x) ^ 2) by (apply pow_lt; lra).
  assert (k0 : 0 < INR k) by (apply lt_0_INR; apply is_network).
  assert (kL : 0 < INR k ^ depth) by (apply pow_lt; exact k0).
  assert (tL : 0 < t ^ depth) by (apply pow_lt; exact T).
  assert (D0 := spread_positive (frame s) (drawn s) is_network).
  set (D := spread (frame s) (drawn s)) in *.
  set (P := square k k (mul w (real V) M)). set (n0 := square k w (real V)).
  set (f := total k (fun i => mul w (real V) M i i)).
  set (q := f * f / INR k). set (r := D * n0 / (t * INR k) ^ depth).
  unfold trial_checked in C. set (X := product k w k V (last_features s)) in C.
  assert (Eq : Q2R (Qred (squares k k X)) = P).
  { rewrite (Qeq_eqR _ _ (Qred_correct _)), real_squares. apply square_ext, output_is. }
  assert (Ef : Q2R (trace k X) = f).
  { rewrite real_trace. apply total_ext. intros i I. apply output_is; exact I. }
  assert (Qq : Q2R (Qred (trace k X * trace k X / number k)) = q).
  { rewrite (Qeq_eqR _ _ (Qred_correct _)), Q2R_div, Q2R_mult, Ef, Q2R_number; [reflexivity|].
    intros Z. apply Qeq_eqR in Z. rewrite Q2R_number, RMicromega.Q2R_0 in Z. lra. }
  assert (tk : 0 < (t * INR k) ^ depth) by (apply pow_lt, Rmult_lt_0_compat; assumption).
  assert (Rq : Q2R (Qred (norms s * squares k w V / power_Q (tq * number k) depth)) = r).
  { rewrite (Qeq_eqR _ _ (Qred_correct _)), Q2R_div, Q2R_mult, Q2R_power, Q2R_mult, Q2R_number,
      norms_is, real_squares; [reflexivity|].
    intros Z. apply Qeq_eqR in Z. rewrite Q2R_power, Q2R_mult, Q2R_number, RMicromega.Q2R_0 in Z.
    fold t in Z. lra. }
  set (pq := Qred (squares k k X)) in *. set (qq := Qred (trace k X * trace k X / number k)) in *.
  set (rq := Qred (norms s * squares k w V / power_Q (tq * number k) depth)) in *.
  rewrite !andb_true_iff in C. destruct C as [[[R0 QP] A] E].
  apply less_Q_true in R0, A, E. apply at_most_Q_true in QP.
  repeat rewrite ?Q2R_plus, ?Q2R_minus, ?Q2R_mult, ?Q2R_number, ?RMicromega.Q2R_0 in *.
  replace (Q2R 2) with 2 in * by (unfold Q2R; simpl; lra).
  rewrite S_INR, Eq, Qq, Rq in *. fold t in A, E.
  assert (q0 : 0 <= q) by (apply Rle_mult_inv_pos; [apply Rle_0_sqr | exact k0]).
  assert (Less := polynomial_less (INR depth) t P q r x x0 R0 (conj q0 QP)
    (between_ends _ _ (P - q) _ _ x ltac:(lra) B A E)).
  (* The scale of the network. *)
  set (u := t * (x / (1 + x) ^ 2)) in *.
  assert (u0 : 0 < u) by (apply Rmult_lt_0_compat; [exact T | apply Rdiv_lt_0_compat; assumption]).
  assert (U : u ^ depth = t ^ depth * x * (INR k ^ (depth + 1) * Big_lambda p)).
  { rewrite same_K, same_L in x_is. rewrite x_is. unfold u, place.
    rewrite Rpow_mult_distr, Rmult_assoc. f_equal. unfold Rdiv.
    rewrite Rpow_mult_distr, pow_inv, <- pow_mult, <- Rmult_assoc, tech_pow_Rmult. do 3 f_equal.
    lia. }
  assert (Ridge : INR k * decay (frame s) (drawn s) (Big_lambda p) u * n0 = r / x).
  { unfold decay, r. cbn [L frame]. fold D. rewrite U, Rpow_mult_distr, pow_add, pow_1. field.
    repeat split; lra. }
  destruct (network_trial (frame s) (drawn s) is_network p is_regular same_K same_L wider u u0
    (real V))
    as [y Y].
  - change (0 < P + INR k * decay (frame s) (drawn s) (Big_lambda p) u * n0). rewrite Ridge.
    assert (0 < r / x) by (apply Rdiv_lt_0_compat; assumption).
    assert (0 <= P) by apply square_nonnegative. lra.
  - exists y. change (2 * objective p y <= INR (L p) * u + (1 - f * f
      / (INR k * (P + INR k * decay (frame s) (drawn s) (Big_lambda p) u * n0)))) in Y.
    rewrite Ridge, same_L in Y.
    replace (f * f / (INR k * (P + r / x))) with (q / (P + r / x)) in Y; [lra|].
    assert (0 < r / x) by (apply Rdiv_lt_0_compat; assumption).
    assert (0 <= P) by apply square_nonnegative. unfold q.
    assert (0 <= P * x) by (apply Rmult_le_pos; lra). field. repeat split; lra.
Qed.

Lemma trials_loss : forall t b, less_Q 0 t = true -> forall trials a,
  trials_checked s (last_features s) t a b trials = true -> Q2R a <= x <= Q2R b ->
  exists y, 2 * objective p y < (1 + (INR depth + 1) * x) / (1 + x) ^ 2.
Proof.
  intros t b T. induction trials as [|[e V] trials IH]; intros a C [A B]; [discriminate|].
  cbn [trials_checked] in C. apply andb_true_iff in C. destruct C as [C Rest].
  destruct (Rle_lt_dec x (Q2R e)) as [E|E]; [exact (trial_loss t a e V T C (conj A E))|].
  apply orb_true_iff in Rest. destruct Rest as [Z|Rest].
  - apply equal_Q_true in Z. lra.
  - apply (IH e Rest). lra.
Qed.
End Problem.
End Shape.
