(** * The triangular graph is a construction: B = T_r, N = A_L^(1) T_r with rows of norm 1

    ν = √((r-1)(r-2)) + √2, ρ = r, κ = r²(r-1)² / (4((r-2)(r-3)+2)), and the eigenvalues μ_i. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm Objective Sums Terms Orthogonal
  Construction Edges.
Local Open Scope R_scope.

Section Triangular.
Variable r : nat.
Hypothesis r4 : (4 <= r)%nat.
Local Notation rho := (INR r).
Local Notation k := (INR (tri r)).

Lemma rho_4 : 4 <= rho. Proof. exact (rho4 r r4). Qed.
Lemma tri_pos : 0 < k.
Proof.
  rewrite (tri_real r r4). assert (R4 := rho_4).
  assert (0 < rho * (rho - 1)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.
Lemma r_below_tri : (r <= tri r)%nat. Proof. assert (T := tri_twice r). nia. Qed.

Definition root : R := sqrt (rho - 1).
Lemma root_pos : 0 < root. Proof. apply sqrt_lt_R0. assert (R4 := rho_4). lra. Qed.
Lemma root_square : root * root = rho - 1. Proof. apply sqrt_sqrt. assert (R4 := rho_4). lra. Qed.

(** Fourth roots of the eigenvalues (r-2)/(r-1) and 2 of T Tᵀ. *)
Definition a : R := sqrt (sqrt ((rho - 2) / (rho - 1))).
Definition b : R := sqrt (sqrt 2).
Lemma ratio_pos : 0 < (rho - 2) / (rho - 1).
Proof. assert (R4 := rho_4). apply Rdiv_lt_0_compat; lra. Qed.
Lemma a_pos : 0 < a. Proof. apply sqrt_lt_R0, sqrt_lt_R0, ratio_pos. Qed.
Lemma b_pos : 0 < b. Proof. apply sqrt_lt_R0, sqrt_lt_R0. lra. Qed.
Lemma a_fourth : a * a * (a * a) = (rho - 2) / (rho - 1).
Proof.
  unfold a. rewrite sqrt_sqrt by (left; apply sqrt_lt_R0, ratio_pos).
  apply sqrt_sqrt. left. apply ratio_pos.
Qed.
Lemma b_fourth : b * b * (b * b) = 2.
Proof. unfold b. rewrite sqrt_sqrt by (left; apply sqrt_lt_R0; lra). apply sqrt_sqrt. lra. Qed.

Definition nu : R := (rho - 1) * (a * a) + b * b.
Lemma nu_pos : 0 < nu.
Proof.
  assert (R4 := rho_4). assert (A := a_pos). assert (B := b_pos). unfold nu.
  assert (0 < a * a) by (apply Rmult_lt_0_compat; lra).
  assert (0 < b * b) by (apply Rmult_lt_0_compat; lra).
  assert (0 < (rho - 1) * (a * a)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma nu_is : nu = sqrt ((rho - 1) * (rho - 2)) + sqrt 2.
Proof.
  assert (R4 := rho_4). assert (A := a_pos). assert (B := b_pos). unfold nu. f_equal.
  - symmetry. apply sqrt_lem_1.
    + apply Rmult_le_pos; lra.
    + apply Rmult_le_pos; [lra | apply Rle_0_sqr].
    + replace ((rho - 1) * (a * a) * ((rho - 1) * (a * a)))
        with ((rho - 1) * (rho - 1) * (a * a * (a * a))) by ring. rewrite a_fourth. field. lra.
  - symmetry. apply sqrt_lem_1; [lra | apply Rle_0_sqr | apply b_fourth].
Qed.

(** ** Entries by the size of an intersection *)

Definition t_of : nat -> R := by_size 0 (/ root) 0.
Definition a_of : nat -> R := by_size 1 (-1) 0.
(** (T Tᵀ)^(1/4), and S⁻¹ T for the S with T Tᵀ's eigenvectors and the eigenvalues u and v. *)
Definition f_of : nat -> R := by_size ((b - a) / rho) (a + (b - a) / rho) 0.
Definition over_entry (u v i : R) : R := / root * ((i - 2 / rho) / u + 2 / rho / v).
Definition over_of (u v : R) : nat -> R := by_size (over_entry u v 0) (over_entry u v 1) 0.

Ltac entries := cbv [block_product class_sum edge_sum pairs times Nat.sub Nat.add Nat.mul Z.of_nat
  Pos.of_succ_nat Pos.succ f_of over_of t_of a_of by_size bit]; unfold over_entry.

Lemma T_is : forall v e, T r v e = t_of (meet (vertex v) (E e)).
Proof.
  intros v e. unfold T. rewrite on_member. simpl. destruct (member v (E e)); simpl; fold root; lra.
Qed.

Lemma A1_is : forall e v, (e < tri r)%nat -> (v < r)%nat -> A1 e v = a_of (meet (E e) (vertex v)).
Proof.
  intros e v He Hv. unfold A1. rewrite on_member.
  rewrite (meet_comm r 2 1 (E e) (vertex v)) by auto using E_inside, vertex_inside.
  simpl. destruct (member v (E e)); reflexivity.
Qed.

Lemma meet_2 : forall e f, (e < tri r)%nat -> (f < tri r)%nat -> (meet (E e) (E f) <= 2)%nat.
Proof. intros. apply (meet_at_most r 2 2); auto using E_inside. Qed.
Lemma meet_1 : forall u e, (u < r)%nat -> (e < tri r)%nat -> (meet (vertex u) (E e) <= 1)%nat.
Proof. intros. apply (meet_at_most r 1 2); auto using E_inside, vertex_inside. Qed.

Lemma vertex_meet : forall u v, meet (vertex u) (vertex v) = if (u =? v)%nat then 1%nat else 0%nat.
Proof. intros. simpl. destruct (u =? v)%nat; reflexivity. Qed.

Ltac signs := assert (R4 := rho_4); assert (Ap := a_pos); assert (Bp := b_pos);
  assert (Rp := root_pos).

(** (S⁻¹ T)(S'⁻¹ T)ᵀ. *)
Lemma over_gram : forall u v u' v' i j, (i < r)%nat -> (j < r)%nat ->
  total (tri r)
    (fun e => over_of u v (meet (vertex i) (E e)) * over_of u' v' (meet (vertex j) (E e)))
  = block_product rho 1 2 1 (over_of u v) (over_of u' v') (if (i =? j)%nat then 1%nat else 0%nat).
Proof.
  intros u v u' v' i j I J. rewrite <- vertex_meet.
  rewrite <- (over_edges r 1 1) by auto using vertex_inside. apply total_ext. intros e He.
  rewrite (meet_comm r 1 2 (vertex j) (E e)) by auto using vertex_inside, E_inside. reflexivity.
Qed.

Lemma t_is_over : forall i, t_of i = over_of 1 1 i.
Proof.
  signs. intros [|[|i]]; cbv [t_of over_of by_size]; unfold over_entry; field; lra.
Qed.

Lemma factors_T : same_matrix r (tri r)
  (mul r (fun i j => f_of (meet (vertex i) (vertex j)))
    (fun i e => over_of a b (meet (vertex i) (E e)))) (T r).
Proof.
  signs. intros v e V He. unfold mul.
  rewrite (over_vertices r 1 2) by auto using vertex_inside, E_inside.
  rewrite T_is. assert (M := meet_1 v e V He).
  destruct (meet _ _) as [|[|i]]; try lia; entries; field; lra.
Qed.

Lemma norm_f : square r r (fun i j => f_of (meet (vertex i) (vertex j))) = nu.
Proof.
  signs. unfold square, dot.
  rewrite (total_ext r _ (fun _ => block_product rho 1 1 1 f_of f_of 1)).
  - rewrite total_constant. entries. unfold nu. field. lra.
  - intros v V. assert (A := vertex_inside r v V).
    transitivity (block_product rho 1 1 1 f_of f_of (meet (vertex v) (vertex v)));
      [|rewrite (meet_self r 1 (vertex v) A); reflexivity].
    rewrite <- (over_vertices r 1 1 _ _ _ _ A A).
    apply total_ext. intros u U.
    rewrite (meet_comm r 1 1 (vertex u) (vertex v)) by auto using vertex_inside. reflexivity.
Qed.

(** <S⁻¹ T, S'⁻¹ T>. *)
Lemma dot_over : forall u v u' v', u <> 0 -> v <> 0 -> u' <> 0 -> v' <> 0 ->
  dot r (tri r) (fun i e => over_of u v (meet (vertex i) (E e)))
    (fun i e => over_of u' v' (meet (vertex i) (E e))) = (rho - 2) / (u * u') + 2 / (v * v').
Proof.
  signs. intros u v u' v' U V U' V'. unfold dot.
  rewrite (total_ext r _ (fun _ => block_product rho 1 2 1 (over_of u v) (over_of u' v') 1)).
  2: { intros i I. rewrite over_gram, Nat.eqb_refl by assumption. reflexivity. }
  rewrite total_constant.
  transitivity (((rho - 2) / (u * u') + 2 / (v * v')) * ((rho - 1) / (root * root))).
  - entries. field. repeat split; lra.
  - rewrite root_square. field. repeat split; lra.
Qed.

Lemma nu_halves : (rho - 2) / (a * a) + 2 / (b * b) = nu.
Proof.
  signs. unfold nu. f_equal.
  - apply Rmult_eq_reg_r with (a * a); [|assert (0 < a * a) by (apply Rmult_lt_0_compat; lra); lra].
    rewrite (Rmult_assoc (rho - 1)), a_fourth. field. lra.
  - apply Rmult_eq_reg_r with (b * b); [|assert (0 < b * b) by (apply Rmult_lt_0_compat; lra); lra].
    rewrite b_fourth. field. lra.
Qed.

Lemma dual_T : contraction r (tri r) (fun i e => over_of (a * a) (b * b) (meet (vertex i) (E e))).
Proof.
  signs. apply contraction_rows. intros i j I J. rewrite over_gram by assumption.
  assert (A4 := a_fourth). assert (B4 := b_fourth). assert (S := root_square).
  assert (0 < a * a) by (apply Rmult_lt_0_compat; lra).
  assert (0 < b * b) by (apply Rmult_lt_0_compat; lra).
  transitivity ((rho - 1) / (root * root) * ((rho - 2) / (rho - 1) / (a * a * (a * a))
    * ((if (i =? j)%nat then 1 else 0) - / rho) + 2 / (b * b * (b * b)) * / rho)).
  - destruct (i =? j)%nat; entries; field; repeat split; lra.
  - rewrite A4, B4, S. destruct (i =? j)%nat; field; lra.
Qed.

Lemma right_inverse_T : same_matrix r r
  (mul (tri r) (T r) (fun e i => over_of ((rho - 2) / (rho - 1)) 2 (meet (vertex i) (E e))))
  identity.
Proof.
  signs. intros i j I J. unfold mul.
  rewrite (total_ext _ _ (fun e => over_of 1 1 (meet (vertex i) (E e))
    * over_of ((rho - 2) / (rho - 1)) 2 (meet (vertex j) (E e))))
    by (intros e He; rewrite T_is, t_is_over; reflexivity).
  rewrite over_gram by assumption. unfold identity. assert (S := root_square).
  transitivity ((rho - 1) / (root * root) * (if (i =? j)%nat then 1 else 0)).
  - destruct (i =? j)%nat; entries; field; repeat split; lra.
  - rewrite S. field. lra.
Qed.

(** ** The last layer *)

Lemma A1_T : forall e f, (e < tri r)%nat -> (f < tri r)%nat ->
  mul r A1 (T r) e f = by_size (2 / root) 0 (- (2 / root)) (meet (E e) (E f)).
Proof.
  signs. intros e f He Hf. unfold mul.
  rewrite (total_ext r _ (fun v => a_of (meet (E e) (vertex v)) * t_of (meet (vertex v) (E f))))
    by (intros v V; rewrite A1_is, T_is by assumption; reflexivity).
  rewrite (over_vertices r 2 2 (E e) (E f)) by auto using E_inside. assert (M := meet_2 e f He Hf).
  destruct (meet _ _) as [|[|[|i]]]; try lia; entries; field; lra.
Qed.

(** The square of the norm of a row of A_L^(1) T_r. *)
Definition row : R := 2 * ((rho - 2) * (rho - 3) + 2) / (rho - 1).
Lemma quadratic_pos : 0 < (rho - 2) * (rho - 3) + 2.
Proof. signs. assert (0 < (rho - 2) * (rho - 3)) by (apply Rmult_lt_0_compat; lra). lra. Qed.
Lemma row_pos : 0 < row.
Proof. signs. assert (Q := quadratic_pos). apply Rdiv_lt_0_compat; lra. Qed.

Lemma row_norm : forall e, (e < tri r)%nat ->
  total (tri r) (fun g => mul r A1 (T r) e g * mul r A1 (T r) e g) = row.
Proof.
  signs. intros e He. assert (A := E_inside r e He).
  rewrite (total_ext (tri r) _ (fun g => by_size (2 / root) 0 (- (2 / root)) (meet (E e) (E g))
    * by_size (2 / root) 0 (- (2 / root)) (meet (E g) (E e)))).
  2: { intros g Hg. rewrite A1_T by assumption.
    rewrite (meet_comm r 2 2 (E g) (E e)) by auto using E_inside. reflexivity. }
  rewrite (over_edges r 2 2 _ _ _ _ A A), (meet_self r 2 (E e) A).
  unfold row. rewrite <- root_square. entries. field. lra.
Qed.

(** relu of N: the disjoint edges, times g with g² = 2/((r-2)(r-3)+2). *)
Definition g : R := 2 / root / sqrt row.
Lemma g_pos : 0 < g.
Proof.
  signs. assert (Q := row_pos).
  apply Rdiv_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply sqrt_lt_R0, Q].
Qed.
Lemma g_square : g * g = 2 / ((rho - 2) * (rho - 3) + 2).
Proof.
  signs. assert (Q := row_pos). assert (Qq := quadratic_pos). assert (S := sqrt_lt_R0 _ Q).
  unfold g.
  transitivity (4 / (root * root) / (sqrt row * sqrt row)); [field; lra|].
  rewrite root_square, sqrt_sqrt by lra. unfold row. field. lra.
Qed.

Definition th0 : R := (rho - 2) * (rho - 3) / 2.
Definition th1 : R := rho - 3.

Lemma N_is : forall e f, (e < tri r)%nat -> (f < tri r)%nat ->
  N r (tri r) e f = by_size g 0 (- g) (meet (E e) (E f)).
Proof.
  signs. intros e f He Hf. unfold N. rewrite row_norm, A1_T by assumption.
  assert (S := sqrt_lt_R0 _ row_pos). unfold g.
  destruct (meet _ _) as [|[|[|i]]]; cbn [by_size]; field; lra.
Qed.

Lemma relu_N : forall e f, (e < tri r)%nat -> (f < tri r)%nat ->
  rectified (N r (tri r)) e f = spec r (g * th0) (- (g * th1)) g (meet (E e) (E f)).
Proof.
  intros e f He Hf. assert (G := g_pos). assert (M := meet_2 e f He Hf).
  transitivity (g * spec r ((INR r - 2) * (INR r - 3) / 2) (- (INR r - 3)) 1 (meet (E e) (E f))).
  - rewrite <- (spec_disjoint r r4) by exact M. unfold rectified. rewrite N_is by assumption.
    destruct (meet _ _) as [|[|[|i]]]; cbn [by_size]; try lia.
    + rewrite Rmax_right; lra.
    + rewrite Rmax_right; lra.
    + rewrite Rmax_left; lra.
  - rewrite (spec_scale r). unfold th0, th1. f_equal; ring.
Qed.

Definition kappa : R := rho * rho * ((rho - 1) * (rho - 1)) / (4 * ((rho - 2) * (rho - 3) + 2)).
Lemma kappa_pos : 0 < kappa.
Proof.
  signs. assert (Q := quadratic_pos). apply Rdiv_lt_0_compat; [|lra].
  repeat apply Rmult_lt_0_compat; lra.
Qed.

Definition mu (i : nat) : R :=
  2 / ((rho - 2) * (rho - 3) + 2)
    * (if (i <? 1)%nat then th0 * th0 else if (i <? r)%nat then th1 * th1 else 1).

Lemma mu_pos : forall i, 0 < mu i.
Proof.
  signs. intros i. assert (Q := quadratic_pos). unfold mu, th0, th1.
  apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra|].
  assert (0 < (rho - 2) * (rho - 3)) by (apply Rmult_lt_0_compat; lra).
  destruct (i <? 1)%nat; [apply Rmult_lt_0_compat; lra|].
  destruct (i <? r)%nat; [apply Rmult_lt_0_compat; lra | lra].
Qed.

Lemma total_mu : forall f : R -> R,
  total (tri r) (fun i => f (mu i)) = f (g * g * (th0 * th0)) + (rho - 1) * f (g * g * (th1 * th1))
    + rho * (rho - 3) / 2 * f (g * g).
Proof.
  intros f. assert (Rk := r_below_tri). assert (Kr := tri_real r r4). rewrite g_square.
  replace (tri r) with (1 + ((r - 1) + (tri r - r)))%nat by lia. rewrite !total_split.
  simpl total at 1.
  rewrite (total_ext (r - 1) _ (fun _ => f (2 / ((rho - 2) * (rho - 3) + 2) * (th1 * th1)))).
  2: { intros i I. unfold mu. destruct (Nat.ltb_spec (1 + i) 1); [lia|].
    destruct (Nat.ltb_spec (1 + i) r); [reflexivity | lia]. }
  rewrite (total_ext (tri r - r) _ (fun _ => f (2 / ((rho - 2) * (rho - 3) + 2)))).
  2: { intros i I. unfold mu. destruct (Nat.ltb_spec (1 + (r - 1 + i)) 1); [lia|].
    destruct (Nat.ltb_spec (1 + (r - 1 + i)) r); [lia | f_equal; ring]. }
  rewrite !total_constant, !minus_INR by lia. simpl INR. unfold mu. simpl. rewrite Kr. field.
Qed.

Lemma ridge_N : forall c, 0 < c ->
  let value := c / 2 * total (tri r) (fun i => / (mu i + k * c)) in
  let loss := ridge_loss (tri r) (tri r) (tri r) k c (rectified (N r (tri r))) identity in
  (exists V, loss V = value) /\ forall V, value <= loss V.
Proof.
  intros c C. assert (k0 := tri_pos). assert (G0 := g_pos). set (P := rectified (N r (tri r))).
  set (x := fun th => / (g * g * (th * th) + k * c)).
  set (G := fun e f => spec r (x th0) (x th1) (x 1) (meet (E e) (E f))).
  assert (den : forall th, 0 < g * g * (th * th) + k * c).
  { intros th. assert (0 <= g * g * (th * th)) by (apply Rmult_le_pos; apply Rle_0_sqr).
    assert (0 < k * c) by (apply Rmult_lt_0_compat; assumption). lra. }
  assert (k1 : (1 <= tri r)%nat) by (assert (Q := r_below_tri); lia).
  assert (PP : same_matrix (tri r) (tri r) (mul (tri r) (flip P) P)
    (fun e f => spec r (g * th0 * (g * th0)) (- (g * th1) * - (g * th1)) (g * g) (meet (E e)
      (E f)))).
  { intros e f He Hf. rewrite <- (mul_spec r r4) by assumption.
    apply (mul_ext (tri r) (tri r) (tri r)); [| | exact He | exact Hf]; intros u v U V; unfold P,
      flip.
    - rewrite relu_N, (meet_comm r 2 2 (E v) (E u)) by auto using E_inside. reflexivity.
    - apply relu_N; assumption. }
  assert (Inv : forall e f, (e < tri r)%nat -> (f < tri r)%nat ->
    mul (tri r) G (mul (tri r) (flip P) P) e f + k * c * G e f = identity e f).
  { intros e f He Hf.
    rewrite (mul_ext (tri r) (tri r) (tri r) G G _ _ (same_refl _ _ _) PP e f He Hf).
    unfold G. rewrite (mul_spec r r4), (spec_scale r), (spec_plus r),
      (identity_spec r r4) by assumption.
    assert (D0 := den th0). assert (D1 := den th1). assert (D2 := den 1). rewrite Rmult_1_r in D2.
    f_equal; unfold x; field; rewrite ?Rmult_1_r; lra. }
  assert (Value : c / 2 * total (tri r) (fun i => / (mu i + k * c))
    = ridge_loss (tri r) (tri r) (tri r) k c P identity (mul (tri r) G (flip P))).
  { rewrite (ridge_value (tri r) c P G k1 Inv). f_equal. unfold G. rewrite (trace_spec r r4).
    rewrite (total_mu (fun u => / (u + k * c))). unfold x. rewrite !Rmult_1_r. reflexivity. }
  cbv zeta. rewrite Value. split; [eexists; reflexivity|].
  intros V. apply (ridge_best (tri r) c P G k1 C Inv).
Qed.

Theorem triangular_construction : construction (tri r) r (T r) (N r (tri r)) nu kappa mu.
Proof.
  signs. assert (Rk := r_below_tri). assert (A2 : 0 < a * a) by (apply Rmult_lt_0_compat; lra).
  assert (B2 : 0 < b * b) by (apply Rmult_lt_0_compat; lra).
  assert (TM : same_matrix r (tri r) (T r) (fun i e => over_of 1 1 (meet (vertex i) (E e))))
    by (intros i e _ _; rewrite T_is; apply t_is_over).
  constructor.
  - lia.
  - intros i j. rewrite T_is. destruct (meet _ _) as [|[|i']]; simpl; try lra.
    left. apply Rinv_0_lt_compat. lra.
  - apply nu_pos.
  - exists (fun i e => over_of (a * a) (b * b) (meet (vertex i) (E e))). split; [apply dual_T|].
    rewrite (dot_ext _ _ _ _ _ _ (same_refl _ _ _) TM), dot_over by lra.
    rewrite !Rmult_1_r. apply nu_halves.
  - exists (fun i j => f_of (meet (vertex i) (vertex j))).
    exists (fun i e => over_of a b (meet (vertex i) (E e))). split; [apply factors_T|].
    split; [apply norm_f|]. unfold square. rewrite dot_over by lra. apply nu_halves.
  - eexists. apply right_inverse_T.
  - apply kappa_pos.
  - assert (S := sqrt_lt_R0 _ row_pos). exists (fun e v => / sqrt row * A1 e v). split.
    + intros e f He Hf. rewrite mul_scale_left. unfold N. rewrite row_norm by exact He. field. lra.
    + rewrite square_scale. unfold square, dot.
      rewrite (total_ext (tri r) _ (fun _ => rho)).
      * rewrite total_constant, (tri_real r r4). assert (Q := quadratic_pos).
        transitivity (/ (sqrt row * sqrt row) * (rho * (rho - 1) / 2 * rho)); [field; lra|].
        rewrite sqrt_sqrt by (left; apply row_pos). unfold row, kappa. field. lra.
      * intros e _. rewrite (total_ext r _ (fun _ => 1)); [rewrite total_constant; ring|].
        intros v _. unfold A1. destruct (on v e); ring.
  - intros i _. apply mu_pos.
  - apply ridge_N.
Qed.

End Triangular.
