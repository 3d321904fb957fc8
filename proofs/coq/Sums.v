(** * Finite sums, blocks of matrices, and roots *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices NormalForm.
Local Open Scope R_scope.

Lemma total_split : forall a b f, total (a + b) f = total a f + total b (fun i => f (a + i)%nat).
Proof.
  intros a b f. induction b; simpl; [rewrite Nat.add_0_r; ring|].
  replace (a + S b)%nat with (S (a + b)) by lia. simpl. rewrite IHb. ring.
Qed.

(** What is zero beyond m adds nothing. *)
Lemma total_pad : forall m n f, (m <= n)%nat -> (forall i, (m <= i < n)%nat -> f i = 0) ->
  total n f = total m f.
Proof.
  intros m n f M Z. replace n with (m + (n - m))%nat by lia. rewrite total_split.
  rewrite (total_zero (n - m)); [ring|]. intros; apply Z; lia.
Qed.

Lemma total_blocks : forall a b f,
  total (a * b) f = total a (fun c => total b (fun k => f (c * b + k)%nat)).
Proof.
  induction a; intros b f; [reflexivity|].
  replace (S a * b)%nat with (a * b + b)%nat by lia. rewrite total_split, IHa. reflexivity.
Qed.

Lemma block_of : forall c k n, (k < n)%nat -> ((c * n + k) / n)%nat = c.
Proof.
  intros c k n L. rewrite Nat.add_comm, Nat.div_add by lia. rewrite Nat.div_small by exact L. lia.
Qed.

(** The sum over samples of what depends on their classes only. *)
Lemma total_classes_of : forall K n f,
  total (K * n) (fun j => f (j / n)%nat) = INR n * total K f.
Proof.
  intros K n f. rewrite total_blocks, <- total_scale. apply total_ext. intros c _.
  rewrite (total_ext n _ (fun _ => f c)) by (intros; rewrite block_of; auto).
  apply total_constant.
Qed.

Lemma total_square : forall n x, total n x * total n x <= INR n * total n (fun k => x k * x k).
Proof.
  intros n x. destruct n as [|m]; [simpl; lra|]. set (n := S m).
  assert (P : 0 < INR n) by (apply lt_0_INR; unfold n; lia).
  set (c := total n x / INR n).
  assert (H : 0 <= total n (fun k => (x k - c) * (x k - c))).
  { apply total_nonneg. intros. apply Rle_0_sqr. }
  rewrite (total_ext n _ (fun k => x k * x k + (-2 * c * x k + c * c))) in H by (intros; ring).
  rewrite total_plus, total_plus, total_scale, total_constant in H.
  assert (E : total n x = INR n * c) by (unfold c; field; lra).
  rewrite E in *. apply Rmult_le_compat_l with (r := INR n) in H; lra.
Qed.

Lemma root_exists : forall n x, (0 < n)%nat -> 0 < x -> exists t, 0 < t /\ t ^ n = x.
Proof.
  intros n x N X. exists (exp (ln x / INR n)). split; [apply exp_pos|].
  assert (I : 0 < INR n) by (apply lt_0_INR; exact N).
  apply ln_inv; [apply pow_lt, exp_pos | exact X|].
  rewrite ln_power by apply exp_pos. rewrite ln_exp. field. lra.
Qed.

Lemma power_less : forall n x y, 0 <= x < y -> (1 <= n)%nat -> x ^ n < y ^ n.
Proof.
  intros [|n] x y [X Y] N; [lia|]. clear N. induction n as [|n IH]; [simpl; lra|].
  rewrite <- (tech_pow_Rmult x), <- (tech_pow_Rmult y).
  apply Rmult_le_0_lt_compat; [exact X | apply pow_le; exact X | exact Y | exact IH].
Qed.

(** The block of a matrix with p rows and q columns, zero elsewhere. *)
Definition pad (p q : nat) (X : dense_matrix) : dense_matrix :=
  fun i j => if (i <? p)%nat && (j <? q)%nat then X i j else 0.

Lemma pad_in : forall p q X i j, (i < p)%nat -> (j < q)%nat -> pad p q X i j = X i j.
Proof.
  intros p q X i j I J. unfold pad.
  destruct (Nat.ltb_spec i p), (Nat.ltb_spec j q); simpl; auto; lia.
Qed.

Lemma pad_out : forall p q X i j, (p <= i)%nat \/ (q <= j)%nat -> pad p q X i j = 0.
Proof.
  intros p q X i j O. unfold pad. destruct (Nat.ltb_spec i p), (Nat.ltb_spec j q); simpl; auto; lia.
Qed.

Lemma square_pad : forall p q P Q X, (p <= P)%nat -> (q <= Q)%nat ->
  square P Q (pad p q X) = square p q X.
Proof.
  intros p q P Q X HP HQ. unfold square, dot. rewrite (total_pad p P) by
    (auto; intros; apply total_zero; intros; rewrite pad_out by lia; ring).
  apply total_ext. intros i I. rewrite (total_pad q Q) by
    (auto; intros; rewrite pad_out by lia; ring).
  apply total_ext. intros j J. rewrite !pad_in by assumption. reflexivity.
Qed.

Lemma mul_pad : forall p q Q X Y i j, (q <= Q)%nat ->
  mul Q (pad p q X) Y i j = if (i <? p)%nat then mul q X Y i j else 0.
Proof.
  intros p q Q X Y i j HQ. unfold mul. rewrite (total_pad q Q) by
    (auto; intros; rewrite pad_out by lia; ring).
  destruct (Nat.ltb_spec i p).
  - apply total_ext. intros k Hk. rewrite pad_in by assumption. reflexivity.
  - apply total_zero. intros k Hk. rewrite pad_out by lia. ring.
Qed.

Lemma square_repeat : forall p K n X,
  square p (K * n) (fun i j => X i (j / n)%nat) = INR n * square p K X.
Proof.
  intros p K n X. unfold square, dot. rewrite <- total_scale. apply total_ext. intros i _.
  apply (total_classes_of K n (fun c => X i c * X i c)).
Qed.

Lemma square_scale : forall p q c X, square p q (fun i j => c * X i j) = c * c * square p q X.
Proof.
  intros p q c X. unfold square, dot. rewrite <- total_scale. apply total_ext. intros i _.
  rewrite <- total_scale. apply total_ext. intros; ring.
Qed.

Lemma square_ext : forall p q A B, same_matrix p q A B -> square p q A = square p q B.
Proof. intros. unfold square. apply dot_ext; assumption. Qed.

Lemma total_delta_at : forall n v (f : nat -> R), (v < n)%nat ->
  total n (fun u => if (u =? v)%nat then f u else 0) = f v.
Proof.
  intros n v f V. rewrite <- (total_delta n v f V). apply total_ext. intros w _.
  destruct (Nat.eqb_spec w v); simpl; ring.
Qed.
