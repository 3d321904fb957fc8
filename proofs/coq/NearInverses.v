(** * A matrix that nearly inverts another

    Let V M = I - E with ‖E‖ ≤ η < 1.  With V_0 = 0 and V_(n+1) = V + E V_n it is
    V_n M = I - E^n; so some matrices that are no longer than ‖V‖/(1 - η) invert M as nearly as one
    likes.  Exact inverses have long fractions, and are not needed. *)

From Coq Require Import Reals Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Sums Orthogonal.
Local Open Scope R_scope.

(** ** Norms *)

Lemma cauchy : forall n x y, total n (fun i => x i * y i) * total n (fun i => x i * y i)
  <= total n (fun i => x i * x i) * total n (fun i => y i * y i).
Proof.
  intros n x y. set (s := total n (fun i => x i * x i)). set (u := total n (fun i => y i * y i)).
  set (t := total n (fun i => x i * y i)).
  assert (Square : forall a b, 0 <= a * a * s + 2 * (a * b) * t + b * b * u).
  { intros a b. unfold s, t, u. rewrite <- !total_scale, <- !total_plus. apply total_nonneg.
    intros i _. replace (a * a * (x i * x i) + 2 * (a * b) * (x i * y i) + b * b * (y i * y i))
      with (Rsqr (a * x i + b * y i)) by (unfold Rsqr; ring). apply Rle_0_sqr. }
  assert (s0 : 0 <= s) by (apply total_nonneg; intros; apply Rle_0_sqr).
  destruct (Rle_lt_or_eq_dec 0 s s0) as [P|Z].
  - assert (Q := Square (- t) s). apply Rmult_le_reg_l with s; [exact P|]. lra.
  - rewrite <- Z in *. assert (Q := Square (- (u + 1)) t).
    assert (u0 : 0 <= u) by (apply total_nonneg; intros; apply Rle_0_sqr).
    assert (tt : 0 <= t * t) by apply Rle_0_sqr.
    assert (tu : 0 <= t * t * u) by (apply Rmult_le_pos; assumption). lra.
Qed.

Lemma square_mul : forall p n q A B,
  square p q (mul n A B) <= square p n A * square n q B.
Proof.
  intros p n q A B. rewrite (Rmult_comm (square p n A)). unfold square at 1 3, dot.
  rewrite <- total_scale. apply total_le. intros i _. rewrite Rmult_comm.
  unfold square, dot. rewrite total_swap, <- total_scale. apply total_le. intros j _.
  apply (cauchy n (A i) (fun u => B u j)).
Qed.

(** ‖A + B‖ ≤ ‖A‖ + ‖B‖, without roots: the best c is ‖B‖/‖A‖. *)
Lemma square_sum : forall c p q A B, 0 < c ->
  square p q (fun i j => A i j + B i j) <= (1 + c) * square p q A + (1 + / c) * square p q B.
Proof.
  intros c p q A B C. rewrite square_plus.
  assert (P := square_nonnegative p q (fun i j => - c * A i j + B i j)).
  rewrite square_plus, square_scale in P.
  assert (E : dot p q (fun i j => - c * A i j) B = - c * dot p q A B).
  { unfold dot. rewrite <- total_scale. apply total_ext. intros i _. rewrite <- total_scale.
    apply total_ext. intros; ring. }
  rewrite E in P. assert (I : 0 < / c) by (apply Rinv_0_lt_compat; exact C).
  apply Rmult_le_compat_l with (r := / c) in P; [|lra].
  replace (/ c * (- c * - c * square p q A + 2 * (- c * dot p q A B) + square p q B))
    with (c * square p q A - 2 * dot p q A B + / c * square p q B) in P by (field; lra). lra.
Qed.

(** ** Inverses *)

Section Near.
Variables k w : nat.
Variables V M : dense_matrix.
Variable eta : R.
Hypothesis eta0 : 0 < eta < 1.
Local Notation E := (minus identity (mul w V M)).
Hypothesis close : square k k E <= eta * eta.

Fixpoint near (n : nat) : dense_matrix :=
  match n with O => fun _ _ => 0 | S n => fun i j => V i j + mul k E (near n) i j end.
Fixpoint rest (n : nat) : dense_matrix :=
  match n with O => identity | S n => mul k E (rest n) end.

Lemma near_inverse : forall n, same_matrix k k (mul w (near n) M) (minus identity (rest n)).
Proof.
  induction n as [|n IH]; intros i j I J.
  - unfold mul, minus. cbn [near rest]. rewrite total_zero by (intros; ring). ring.
  - transitivity (mul w V M i j + mul k E (mul w (near n) M) i j).
    + rewrite <- (mul_assoc k w E (near n) M).
      change (total w (fun u => (V i u + mul k E (near n) i u) * M u j)
        = total w (fun u => V i u * M u j) + total w (fun u => mul k E (near n) i u * M u j)).
      rewrite <- total_plus. apply total_ext. intros; ring.
    + rewrite (mul_ext k k k E E _ _ (same_refl _ _ _) IH i j I J).
      assert (D : mul k E (minus identity (rest n)) i j = E i j - mul k E (rest n) i j).
      { rewrite <- (mul_identity_right k E i j J).
        change (total k (fun u => E i u * (identity u j - rest n u j))
          = total k (fun u => E i u * identity u j) - total k (fun u => E i u * rest n u j)).
        rewrite (total_ext k _ (fun u => E i u * identity u j + -1 * (E i u * rest n u j)))
          by (intros; ring).
        rewrite total_plus, total_scale. ring. }
      rewrite D. unfold minus at 1 3. cbn [rest]. ring.
Qed.

Lemma rest_small : forall n, square k k (rest n) <= (eta * eta) ^ n * INR k.
Proof.
  induction n as [|n IH]; cbn [rest pow].
  - rewrite (square_orthogonal _ _ _ _ (identity_orthogonal k)). lra.
  - eapply Rle_trans; [apply square_mul|]. rewrite Rmult_assoc.
    apply Rmult_le_compat; try apply square_nonnegative; assumption.
Qed.

Lemma near_short : forall n, square k w (near n) <= square k w V / ((1 - eta) * (1 - eta)).
Proof.
  assert (V0 := square_nonnegative k w V). set (v := square k w V) in *.
  induction n as [|n IH]; cbn [near].
  - replace (square k w (fun _ _ => 0)) with 0.
    + apply Rle_mult_inv_pos; [exact V0 | apply Rmult_lt_0_compat; lra].
    + symmetry. apply total_zero. intros. apply total_zero. intros; ring.
  - eapply Rle_trans; [apply (square_sum (eta / (1 - eta))); apply Rdiv_lt_0_compat; lra|]. fold v.
    assert (P := square_mul k k w E (near n)).
    assert (Q : square k w (mul k E (near n)) <= eta * eta * (v / ((1 - eta) * (1 - eta)))).
    { eapply Rle_trans; [exact P|]. apply Rmult_le_compat; try apply square_nonnegative; assumption. }
    replace (1 + eta / (1 - eta)) with (/ (1 - eta)) by (field; lra).
    replace (1 + / (eta / (1 - eta))) with (/ eta) by (field; lra).
    apply Rle_trans with (/ (1 - eta) * v + / eta * (eta * eta * (v / ((1 - eta) * (1 - eta))))).
    + apply Rplus_le_compat_l, Rmult_le_compat_l; [left; apply Rinv_0_lt_compat; lra | exact Q].
    + right. field. lra.
Qed.

Theorem near_inverses : forall small, 0 < small -> exists U,
  square k w U <= square k w V / ((1 - eta) * (1 - eta)) /\
  square k k (minus identity (mul w U M)) <= small.
Proof.
  intros small S0. assert (kk : 0 < INR k + 1) by (assert (Q := pos_INR k); lra).
  destruct (pow_lt_1_zero (eta * eta)) with (y := small / (INR k + 1)) as [n N].
  - rewrite Rabs_right by nra. nra.
  - apply Rdiv_lt_0_compat; assumption.
  - exists (near n). split; [apply near_short|].
    rewrite (square_ext k k _ (rest n)).
    2: { intros i j I J. unfold minus at 1. rewrite (near_inverse n i j I J). unfold minus. ring. }
    eapply Rle_trans; [apply rest_small|]. specialize (N n (le_n _)).
    assert (P : 0 <= (eta * eta) ^ n) by (apply pow_le; nra).
    rewrite Rabs_right in N by lra.
    apply Rle_trans with (small / (INR k + 1) * INR k).
    + apply Rmult_le_compat_r; [apply pos_INR | lra].
    + apply Rmult_le_reg_r with (INR k + 1); [exact kk|].
      replace (small / (INR k + 1) * INR k * (INR k + 1)) with (small * INR k) by (field; lra). nra.
Qed.
End Near.
