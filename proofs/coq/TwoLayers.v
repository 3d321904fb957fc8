(** * Two layers: for K ≥ 15 collapse is not optimal wherever it is not zero

    15 of the classes are the edges of K_6, and their features come from the twenty triples of
    vertices (Triples.v); the others collapse.  Both blocks are balanced as collapse is.  Then
    relu(W_1 H_1) has on the 15 classes 9/2, 9/4 and 3/4 times (once, 5 and 9 times) the squares of
    the singular values that collapse has, and the mean of the inverses, 130/135, is below 1. *)

From Coq Require Import Reals ZArith Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums Orthogonal Least Collapse
  Blocks Triples TwoLayersBound TwoLayersPoint.
Local Open Scope R_scope.

Opaque spread projection inside_triple sign height triples.

(** ** Fifteen classes *)

Section Fifteen.
Variable p : problem.
Hypothesis L_is : L p = 2%nat.
Hypothesis K_is : K p = 15%nat.
Hypothesis n1 : (1 <= n p)%nat.
Hypothesis LH : 0 < lambda_H p.
Hypothesis L1 : 0 < lambda p 1.
Hypothesis L2 : 0 < lambda p 2.
Hypothesis wide_1 : (6 <= d p 1)%nat.
Hypothesis wide_2 : (20 <= d p 2)%nat.
(* in a problem of k classes *)
Variables k s : R.
Hypothesis k0 : 0 < k.
Hypothesis s0 : 0 < s.
Local Notation start := (INR (n p) * lambda_H p).
Local Notation c := (k * lambda p 2).

(** relu(W_1 H_1) = β · [inside_triple], and W_2 from the ridge problem. *)
Definition to_triples : R := factor s k 8 (lambda p 1).
Definition to_vertices : R := factor s k 12 start.
Definition beta : R := 6 * (to_triples * to_vertices).
Definition inverse_at (u : nat) : R := / (beta * beta * IZR (eigenvalue u) + c).
Definition combination (f : nat -> nat -> nat -> Z) : dense_matrix :=
  fun i j => total 3 (fun u => inverse_at u * / 60 * IZR (f u i j)).

Definition fifteen : point := by_factors p 6 20
  (fun P v => to_triples * IZR (sign P v)) (fun v e => to_vertices * IZR (height v e))
  (fun e P => beta * combination spread e P).

Let n0 : 0 < INR (n p). Proof. apply lt_0_INR. lia. Qed.
Let start0 : 0 < start. Proof. apply Rmult_lt_0_compat; [exact n0 | exact LH]. Qed.
Let c0 : 0 < c. Proof. apply Rmult_lt_0_compat; assumption. Qed.

Lemma to_triples_square : lambda p 1 * (to_triples * to_triples) = s / (8 * k).
Proof. apply factor_square; lra. Qed.
Lemma to_vertices_square : start * (to_vertices * to_vertices) = s / (12 * k).
Proof. apply factor_square; lra. Qed.

(** 3/8 of the square for collapse. *)
Lemma beta_square : beta * beta = 3 / 8 * (s * s / (k * k * (start * lambda p 1))).
Proof.
  assert (A := to_triples_square). assert (B := to_vertices_square). unfold beta.
  apply Rmult_eq_reg_l with (start * lambda p 1).
  - transitivity (36 * ((lambda p 1 * (to_triples * to_triples))
    * (start * (to_vertices * to_vertices))));
      [ring|]. rewrite A, B. field. lra.
  - assert (0 < start * lambda p 1) by (apply Rmult_lt_0_compat; assumption). lra.
Qed.

Lemma denominators : forall u, 0 < beta * beta * IZR (eigenvalue u) + c.
Proof.
  intros u. assert (G : 0 <= beta * beta) by apply Rle_0_sqr.
  assert (0 <= beta * beta * IZR (eigenvalue u)); [|lra].
  apply Rmult_le_pos; [exact G|]. apply IZR_le. destruct u as [|[|]]; discriminate.
Qed.

Lemma features : same_matrix 20 15
  (rectified (mul 6 (fun P v => to_triples * IZR (sign P v))
    (fun v e => to_vertices * IZR (height v e))))
  (fun P e => beta * IZR (inside_triple P e)).
Proof.
  intros P e HP He. unfold rectified, mul.
  rewrite (total_ext 6 _ (fun v => to_triples * to_vertices * IZR (sign P v * height v e))) by
    (intros; rewrite mult_IZR; ring).
  rewrite total_scale, total_IZR. unfold beta.
  assert (B : 0 <= to_triples * to_vertices) by (apply Rmult_le_pos; apply sqrt_pos).
  destruct (signs_height P e HP He) as [[-> ->]|[V ->]].
  - rewrite Rmax_right; lra.
  - apply IZR_le in V. assert (Q := Rmult_le_compat_l _ _ _ B V). rewrite Rmax_left; lra.
Qed.

Lemma square_combination : forall r q f w,
  (forall u v, (u < 3)%nat -> (v < 3)%nat -> sum r (fun i => sum q (fun j => (f u i j * f v i j)%Z))
    = if (u =? v)%nat then (3600 * w u)%Z else 0%Z) ->
  square r q (combination f) = total 3 (fun u => inverse_at u * inverse_at u * IZR (w u)).
Proof.
  intros r q f w O. set (z u v := inverse_at u * / 60 * (inverse_at v * / 60)).
  assert (row : forall i, total q (fun j => combination f i j * combination f i j)
    = total 3 (fun u => total 3 (fun v => z u v * IZR (sum q (fun j => (f u i j * f v i j)%Z))))).
  { intros i. rewrite (total_ext q _ (fun j => total 3 (fun u => total 3 (fun v =>
      z u v * IZR (f u i j * f v i j))))).
    - rewrite total_swap. apply total_ext. intros u _. rewrite total_swap. apply total_ext.
      intros v _.
      rewrite total_scale, total_IZR. reflexivity.
    - intros j _. unfold combination. rewrite total_times. apply total_ext. intros u _.
      apply total_ext. intros v _. rewrite mult_IZR. unfold z. ring. }
  unfold square, dot. rewrite (total_ext r _ _ (fun i _ => row i)), total_swap.
  apply total_ext. intros u U.
  rewrite total_swap, (total_ext 3 _
    (fun v => if (v =? u)%nat then z u u * IZR (3600 * w u) else 0)).
  - rewrite (total_delta_at 3 u (fun _ => z u u * IZR (3600 * w u)) U), mult_IZR. unfold z. field.
  - intros v V. rewrite total_scale, total_IZR, (O u v U V), Nat.eqb_sym.
    destruct (Nat.eqb_spec v u) as [->|]; ring.
Qed.

Lemma residual : same_matrix 15 15
  (minus (mul 20 (fun e P => beta * combination spread e P)
    (fun P f => beta * IZR (inside_triple P f))) identity)
  (fun e f => - c * combination projection e f).
Proof.
  intros e f He Hf. unfold minus, mul.
  rewrite (total_ext 20 _ (fun P => total 3 (fun u => beta * beta * (inverse_at u * / 60)
    * IZR (spread u e P * inside_triple P f)))).
  2: { intros P _. transitivity (beta * beta * IZR (inside_triple P f) * combination spread e P);
    [ring|].
    unfold combination. rewrite <- total_scale. apply total_ext. intros u _. rewrite mult_IZR.
    ring. }
  rewrite total_swap.
  assert (One : identity e f = total 3 (fun u => / 60 * IZR (projection u e f))).
  { rewrite total_scale, total_IZR, (projections_sum e f He Hf). unfold identity.
    destruct (e =? f)%nat; field. }
  rewrite One. unfold combination. rewrite <- (total_scale 3 (- c)).
  transitivity (total 3 (fun u => total 20 (fun P => beta * beta * (inverse_at u * / 60)
    * IZR (spread u e P * inside_triple P f)) + -1 * (/ 60 * IZR (projection u e f)))).
  - rewrite total_plus, (total_scale 3 (-1)). ring.
  - apply total_ext. intros u U. rewrite total_scale, total_IZR, (spread_inside u e f U He Hf),
    mult_IZR.
    unfold inverse_at. assert (D := denominators u). field. lra.
Qed.

Theorem cost_fifteen : cost p k fifteen
  = 15 * (2 * s) + c * (inverse_at 0 + 5 * inverse_at 1 + 9 * inverse_at 2).
Proof.
  unfold fifteen. rewrite cost_factors by assumption. rewrite K_is.
  rewrite (square_ext 15 15 _ (fun e f => - c * combination projection e f)).
  2: { intros e f He Hf. rewrite <- (residual e f He Hf). unfold minus. f_equal.
    apply (mul_ext 15 20 15); [apply same_refl | exact features | exact He | exact Hf]. }
  rewrite (square_scale 15 20 beta (combination spread)),
    (square_scale 15 15 (- c) (combination projection)), (square_scale 20 6), (square_scale 6 15).
  rewrite (square_combination 15 20 spread (fun u => eigenvalue u * dimension u)%Z spreads_dot),
    (square_combination 15 15 projection dimension projections_dot).
  assert (S1 : square 20 6 (fun P v => IZR (sign P v)) = 120).
  { unfold square, dot. rewrite (total_ext 20 _
    (fun P => IZR (sum 6 (fun v => sign P v * sign P v)%Z))).
    - rewrite total_IZR, signs_square. reflexivity.
    - intros P _. rewrite <- total_IZR. apply total_ext. intros; rewrite mult_IZR; reflexivity. }
  assert (S2 : square 6 15 (fun v e => IZR (height v e)) = 180).
  { unfold square, dot. rewrite total_swap.
    rewrite (total_ext 15 _ (fun e => IZR (sum 6 (fun v => height v e * height v e)%Z))).
    - rewrite total_IZR, height_square. reflexivity.
    - intros e _. rewrite <- total_IZR. apply total_ext. intros; rewrite mult_IZR; reflexivity. }
  rewrite S1, S2. cbn [total eigenvalue dimension]. rewrite !mult_IZR.
  assert (part : forall u, c * c * (inverse_at u * inverse_at u)
    + c * (beta * beta * IZR (eigenvalue u) * (inverse_at u * inverse_at u))
      = c * inverse_at u).
  { intros u. assert (D := denominators u). unfold inverse_at. field. lra. }
  assert (E0 := part 0%nat). assert (E1 := part 1%nat). assert (E2 := part 2%nat).
  cbn [eigenvalue] in E0, E1, E2.
  transitivity (c * inverse_at 0 + 5 * (c * inverse_at 1) + 9 * (c * inverse_at 2)
    + k * (120 * (lambda p 1 * (to_triples * to_triples))
      + 180 * (start * (to_vertices * to_vertices)))).
  - rewrite <- E0, <- E1, <- E2. ring.
  - rewrite to_triples_square, to_vertices_square. field. lra.
Qed.

(** The mean of the inverses. *)
Lemma fifteen_below : cost p k fifteen
  < 15 * (2 * s + c * / (s * s / (k * k * (start * lambda p 1)) + c)).
Proof.
  rewrite cost_fifteen. unfold inverse_at. rewrite beta_square. cbn [eigenvalue].
  set (g := s * s / (k * k * (start * lambda p 1))).
  assert (g0 : 0 < g) by (apply Rdiv_lt_0_compat; repeat apply Rmult_lt_0_compat; assumption).
  assert (e0 : 0 < c) by exact c0. set (e := c) in *. clearbody g e.
  assert (E : 15 * (2 * s + e * / (g + e)) - (15 * (2 * s)
      + e * (/ (3 / 8 * g * 12 + e) + 5 * / (3 / 8 * g * 6 + e) + 9 * / (3 / 8 * g * 2 + e)))
    = 15 * (e * g) * (9 * (g * g) + 60 * (e * g) + 16 * (e * e))
      / ((g + e) * (3 * g + 4 * e) * (9 * g + 2 * e) * (9 * g + 4 * e))) by (field; lra).
  assert (0 < g * g) by (apply Rmult_lt_0_compat; assumption).
  assert (0 < e * g) by (apply Rmult_lt_0_compat; assumption).
  assert (0 < e * e) by (apply Rmult_lt_0_compat; assumption).
  assert (0 < 15 * (e * g) * (9 * (g * g) + 60 * (e * g) + 16 * (e * e))
    / ((g + e) * (3 * g + 4 * e) * (9 * g + 2 * e) * (9 * g + 4 * e))); [|lra].
  apply Rdiv_lt_0_compat; repeat apply Rmult_lt_0_compat; lra.
Qed.

End Fifteen.

(** ** The theorem *)

Section Main.
Variable p : problem.
Hypothesis is_regular : regular p.
Hypothesis L_is : L p = 2%nat.
Hypothesis enough : (15 <= K p)%nat.
Hypothesis wide_1 : (K p - 9 <= d p 1)%nat.
Hypothesis wide_2 : (K p + 5 <= d p 2)%nat.
Local Notation k := (INR (K p)).
Local Notation rest := (K p - 15)%nat.

(** 15 classes in 6 and 20 rows, or what there is, and the others in K - 15. *)
Local Notation first := (with_classes p 15 (fun l => d p l - rest)%nat).
Local Notation second := (with_classes p rest (fun _ => rest)).
Definition triples_and_collapse (s : R) : point :=
  block_sum first (fifteen first k s) (collapsed_point second k s).

Lemma triples_and_collapse_below : forall s, 0 < s ->
  2 * objective p (triples_and_collapse s) < collapse k (K p) (Big_lambda p) 2 s.
Proof.
  intros s S. destruct (two_positive p is_regular L_is) as [k0 [n0 [LH [L1 L2]]]].
  assert (n1 := proj1 (proj2 is_regular)).
  assert (C := cost_objective p (triples_and_collapse s) is_regular).
  unfold triples_and_collapse in C.
  rewrite (cost_block_sum p 15 rest (fun l => d p l - rest)%nat (fun _ => rest)) in C; try lia.
  2: { intros l Hl. rewrite L_is in Hl. assert (E : l = 1%nat \/ l = 2%nat) by lia.
    destruct E as [->| ->]; lia. }
  assert (A : cost first k (fifteen first k s) < _) by
    (apply fifteen_below; cbn [K L n d lambda lambda_H with_classes]; try assumption;
      try reflexivity; lia).
  rewrite (cost_collapsed_point second) in C by
    (cbn [K L n d lambda lambda_H with_classes]; try assumption; try lia; lra).
  rewrite collapse_two by assumption. cbn [K L n d lambda lambda_H with_classes] in A, C.
  unfold inverse in C. rewrite (scales_square second) in C by
    (cbn [K L n d lambda lambda_H with_classes]; try assumption; try lia; lra).
  cbn [K L n d lambda lambda_H with_classes] in C.
  assert (Sum : k = 15 + INR rest) by (rewrite minus_INR by exact enough; simpl; ring).
  set (v := / (s * s / (k * k * (INR (n p) * lambda_H p * lambda p 1)) + k * lambda p 2)) in *.
  apply Rmult_lt_reg_l with k; [exact k0|].
  fold (triples_and_collapse s) in C. replace (k * (2 * objective p (triples_and_collapse s)))
    with (2 * k * objective p (triples_and_collapse s)) by ring.
  rewrite <- C. apply Rlt_le_trans with (15 * (2 * s + k * lambda p 2 * v)
    + INR rest * (2 * s + k * lambda p 2 * v)); [lra|].
  right. rewrite <- Rmult_plus_distr_r, <- Sum. ring.
Qed.

(** Some of these points is below a number that no point of Definition 7 is below. *)
Theorem two_layers_beat_collapse : subcritical p ->
  beats_collapse p (fun x => exists s, 0 < s /\ x = triples_and_collapse s).
Proof.
  intros Small. destruct (least_collapse p is_regular Small) as [s [S Least]]. rewrite L_is in Least.
  exists (triples_and_collapse s), (collapse k (K p) (Big_lambda p) 2 s / 2).
  split; [exists s; auto|]. split.
  - assert (B := triples_and_collapse_below s S). lra.
  - intros y Y. destruct (collapsed_above p is_regular y Y) as [t [T A]].
    rewrite L_is in A. assert (Q := Least t T). lra.
Qed.

End Main.

(** ** The hypotheses can be met: K = 15, n = 10, widths 20, all λ = 1/200 *)

Definition two_layers_example : problem := Problem 15 10 2 (fun _ => 20%nat) (1 / 200)
  (fun _ => 1 / 200).

Example two_layers_example_is_one : regular two_layers_example /\ subcritical two_layers_example.
Proof.
  split; [repeat split; simpl; try lia; intros; lra|].
  unfold subcritical, Big_lambda, two_layers_example. simpl. lra.
Qed.
