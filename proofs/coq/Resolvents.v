(** * (I + z A)⁻¹ as a quotient of polynomials in z

    Let A be a k × k matrix of integers, B_0 = I and B_(j+1) = m_j I - B_j A.  Where the m's are such that
    the last B is zero, as with the coefficients of det(I + z A), or of a divisor of it,

      (Σ_j B_j z^j) (I + z A) = (1 + z Σ_j m_j z^j) I.

    So all that is needed of a matrix is computed with integers, and no eigenvalue and no determinant. *)

From Coq Require Import Reals ZArith Arith Bool List Lia Lra.
From Uniform Require Import Subsets Matrices Sums Orthogonal Fractions.
Import ListNotations.
Local Open Scope R_scope.

(** A polynomial, constant first. *)
Fixpoint evaluate (cs : list Z) (z : R) : R :=
  match cs with [] => 0 | c :: cs => IZR c + z * evaluate cs z end.

Lemma evaluate_nonnegative : forall cs z, 0 <= z -> forallb (Z.leb 0) cs = true -> 0 <= evaluate cs z.
Proof.
  induction cs as [|c cs IH]; intros z Z0 C; simpl in *; [lra|].
  apply andb_true_iff in C. destruct C as [C Cs]. apply Z.leb_le, IZR_le in C.
  apply Rplus_le_le_0_compat; [exact C | apply Rmult_le_pos; auto].
Qed.

Section Resolvent.
Variable k : nat.
Variable A : fractions.

(** A matrix of integers as one of reals; no denominator is looked at. *)
Definition whole (X : fractions) : dense_matrix := fun i j => IZR (integer X i j).

Definition next (m : Z) (B : fractions) : fractions :=
  let P := product k k k B A in
  tabulated k k 1 (fun i j => (if (i =? j)%nat then m else 0) - integer P i j)%Z.

Definition is_zero (B : fractions) : bool :=
  forallb (fun i => forallb (fun j => integer B i j =? 0)%Z (seq 0 k)) (seq 0 k).

(** The traces of B and those that follow; none when the last is not zero. *)
Fixpoint traces (B : fractions) (ms : list Z) : option (list Z) :=
  match ms with
  | [] => if is_zero B then Some [] else None
  | m :: ms => match traces (next m B) ms with
    | Some ts => Some (total_Z k (fun i => integer B i i) :: ts)
    | None => None
    end
  end.

Definition unit : fractions := tabulated k k 1 (fun i j => if (i =? j)%nat then 1 else 0)%Z.

(** Σ_j B_j z^j. *)
Fixpoint chain (B : fractions) (ms : list Z) (z : R) : dense_matrix :=
  match ms with
  | [] => fun _ _ => 0
  | m :: ms => fun i j => whole B i j + z * chain (next m B) ms z i j
  end.

Lemma whole_unit : same_matrix k k (whole unit) identity.
Proof.
  intros i j I J. unfold whole, unit, identity. rewrite tabulated_at by assumption.
  destruct (i =? j)%nat; reflexivity.
Qed.

Lemma whole_next : forall m B i j, (i < k)%nat -> (j < k)%nat ->
  mul k (whole B) (whole A) i j = IZR m * identity i j - whole (next m B) i j.
Proof.
  intros m B i j I J. unfold whole at 3, next. rewrite tabulated_at, minus_IZR by assumption.
  unfold product. rewrite tabulated_at by assumption. unfold mul, whole, identity.
  rewrite <- total_integers. rewrite (total_ext k _ (fun u => IZR (integer B i u * integer A u j)))
    by (intros; symmetry; apply mult_IZR).
  destruct (i =? j)%nat; ring.
Qed.

Lemma whole_zero : forall B, is_zero B = true -> forall i j, (i < k)%nat -> (j < k)%nat -> whole B i j = 0.
Proof.
  intros B Z i j I J. unfold is_zero in Z. rewrite forallb_forall in Z.
  assert (Q := Z i ltac:(apply in_seq; lia)). cbv beta in Q. rewrite forallb_forall in Q.
  assert (E := Q j ltac:(apply in_seq; lia)). apply Z.eqb_eq in E. unfold whole. rewrite E. reflexivity.
Qed.

Lemma chain_inverse : forall z ms B ts, traces B ms = Some ts -> forall i j, (i < k)%nat -> (j < k)%nat ->
  chain B ms z i j + z * mul k (chain B ms z) (whole A) i j
  = whole B i j + z * evaluate ms z * identity i j.
Proof.
  intros z. induction ms as [|m ms IH]; intros B ts E i j I J; cbn [traces chain evaluate] in *.
  - destruct (is_zero B) eqn:Z; [|discriminate]. rewrite (whole_zero B Z i j I J).
    unfold mul. rewrite total_zero by (intros; ring). ring.
  - destruct (traces (next m B) ms) as [ts'|] eqn:E'; [|discriminate].
    assert (Q := IH (next m B) ts' E' i j I J).
    rewrite mul_plus_left, (whole_next m B i j I J).
    transitivity (whole B i j + z * (IZR m * identity i j - whole (next m B) i j
      + (chain (next m B) ms z i j + z * mul k (chain (next m B) ms z) (whole A) i j))); [ring|].
    rewrite Q. ring.
Qed.

Lemma chain_trace : forall z ms B ts, traces B ms = Some ts ->
  total k (fun i => chain B ms z i i) = evaluate ts z.
Proof.
  intros z. induction ms as [|m ms IH]; intros B ts E; cbn [traces chain] in *.
  - destruct (is_zero B); [|discriminate]. injection E as <-. apply total_zero. intros; ring.
  - destruct (traces (next m B) ms) as [ts'|] eqn:E'; [|discriminate]. injection E as <-.
    rewrite total_plus, total_scale, (IH _ _ E'). cbn [evaluate]. rewrite <- total_integers.
    reflexivity.
Qed.

(** The last B but the zero one, when the last m is not zero: m A⁻¹. *)
Lemma chain_last : forall ms B ts, traces B ms = Some ts -> ms <> [] -> exists C,
  same_matrix k k (mul k C (whole A)) (fun i j => IZR (List.last ms 0%Z) * identity i j) /\
  total k (fun i => C i i) = IZR (List.last ts 0%Z).
Proof.
  induction ms as [|m ms IH]; intros B ts E N; [congruence|]. cbn [traces] in E.
  destruct (traces (next m B) ms) as [ts'|] eqn:E'; [|discriminate]. injection E as <-.
  destruct ms as [|m' ms].
  - cbn [traces] in E'. destruct (is_zero (next m B)) eqn:Z; [|discriminate]. injection E' as <-.
    exists (whole B). split.
    + intros i j I J. rewrite (whole_next m B i j I J), (whole_zero _ Z i j I J). cbn [List.last]. ring.
    + cbn [List.last]. rewrite <- total_integers. reflexivity.
  - destruct (IH (next m B) ts' E' ltac:(discriminate)) as [C [Inv Tr]]. exists C.
    split; [exact Inv|]. rewrite Tr. destruct ts' as [|t ts']; [|reflexivity].
    cbn [traces] in E'. destruct (traces (next m' (next m B)) ms); discriminate.
Qed.
End Resolvent.

(** What it is for: with MᵀM = A/e and z = 1/(e K a), (MᵀM + K a I)⁻¹ and its trace, and (MᵀM)⁻¹. *)
Section Gram.
Variables w k : nat.
Variable M : dense_matrix.
Variable A : fractions.
Variable e : R.
Hypothesis e0 : 0 < e.
Hypothesis gram : same_matrix k k (mul w (flip M) M) (fun i j => whole A i j / e).
Variables ms ts : list Z.
Hypothesis computed : traces k A (unit k) ms = Some ts.

Theorem ridge_inverse : forall c z, 0 < c -> z = / (e * c) -> 0 < 1 + z * evaluate ms z -> exists G,
  (forall i j, (i < k)%nat -> (j < k)%nat ->
    mul k G (mul w (flip M) M) i j + c * G i j = identity i j) /\
  c * total k (fun i => G i i) = evaluate ts z / (1 + z * evaluate ms z).
Proof.
  intros c z C E P. assert (cz : c * (e * z) = 1) by (rewrite E; field; lra).
  set (b := e * z / (1 + z * evaluate ms z)).
  exists (fun i j => b * chain k A (unit k) ms z i j). split.
  - intros i j I J. assert (Q := chain_inverse k A z ms (unit k) ts computed i j I J).
    rewrite (whole_unit k i j I J) in Q. rewrite mul_scale_left.
    rewrite (mul_ext k k k (chain k A (unit k) ms z) (chain k A (unit k) ms z) _ (fun i j => / e * whole A i j)
      (same_refl _ _ _)) by (try assumption; intros u v U V; rewrite (gram u v U V); unfold Rdiv; ring).
    rewrite mul_scale_right. unfold b.
    replace (e * z / (1 + z * evaluate ms z) * (/ e * mul k (chain k A (unit k) ms z) (whole A) i j)
      + c * (e * z / (1 + z * evaluate ms z) * chain k A (unit k) ms z i j))
      with ((c * (e * z) * chain k A (unit k) ms z i j + z * mul k (chain k A (unit k) ms z) (whole A) i j)
        / (1 + z * evaluate ms z)) by (field; lra).
    rewrite cz, Rmult_1_l, Q. field. lra.
  - rewrite total_scale, (chain_trace k A z ms (unit k) ts computed). unfold b.
    replace (c * (e * z / (1 + z * evaluate ms z) * evaluate ts z))
      with (c * (e * z) * (evaluate ts z / (1 + z * evaluate ms z))) by (field; lra).
    rewrite cz. ring.
Qed.

Theorem gram_inverse : ms <> [] -> 0 < IZR (List.last ms 0%Z) -> exists G,
  same_matrix k k (mul k G (mul w (flip M) M)) identity /\
  total k (fun i => G i i) = e * IZR (List.last ts 0%Z) / IZR (List.last ms 0%Z).
Proof.
  intros N P. destruct (chain_last k A ms (unit k) ts computed N) as [C [Inv Tr]].
  exists (fun i j => e / IZR (List.last ms 0%Z) * C i j). split.
  - intros i j I J. rewrite mul_scale_left.
    rewrite (mul_ext k k k C C _ (fun i j => / e * whole A i j) (same_refl _ _ _))
      by (try assumption; intros u v U V; rewrite (gram u v U V); unfold Rdiv; ring).
    rewrite mul_scale_right, (Inv i j I J). field. lra.
  - rewrite total_scale, Tr. field. lra.
Qed.
End Gram.
