(** * What the proofs lean on, for any real matrices

    Matrices are functions of two numbers, with their sizes beside them.  Proved here are the facts
    about minima that turn the equations of a certificate into statements of the paper:

    - [least_norm]: among the solutions of W X = Y the one with W X X⁺ = W is the shortest, and Y X⁺ is
      one when there is any (Lemmas 9 to 11);
    - [penrose_unique]: the four Penrose equations have one solution;
    - [ridge_minimal]: a stationary point of the ridge problem is a minimiser (Lemma 14);
    - [nuclear_dual]: tr(ZᵀAB) ≤ (‖A‖² + ‖B‖²)/2 for every Z that makes no vector longer (Lemma 15).

    On paper stay that a projector UᵀU makes U such a Z, and that a positive semidefinite block matrix
    gives a factorisation of its cost. *)

From Coq Require Import Reals Lia Lra.
From Uniform Require Import Subsets.
Local Open Scope R_scope.

Definition dense_matrix := nat -> nat -> R.

(** The product over [n] inner indices. *)
Definition mul (n : nat) (A B : dense_matrix) : dense_matrix :=
  fun i j => total n (fun k => A i k * B k j).

Definition flip (A : dense_matrix) : dense_matrix := fun i j => A j i.

(** The scalar product of two (p × q)-matrices, and the square of the Frobenius norm. *)
Definition dot (p q : nat) (A B : dense_matrix) : R :=
  total p (fun i => total q (fun j => A i j * B i j)).
Definition square (p q : nat) (A : dense_matrix) : R := dot p q A A.

Definition minus (A B : dense_matrix) : dense_matrix := fun i j => A i j - B i j.

(** Equal as (p × q)-matrices. *)
Definition same_matrix (p q : nat) (A B : dense_matrix) : Prop :=
  forall i j, (i < p)%nat -> (j < q)%nat -> A i j = B i j.

(** ** Products *)

Lemma mul_ext : forall p n q A A' B B',
  same_matrix p n A A' -> same_matrix n q B B' -> same_matrix p q (mul n A B) (mul n A' B').
Proof.
  intros p n q A A' B B' EA EB i j I J. unfold mul. apply total_ext. intros k K.
  rewrite EA, EB by assumption. reflexivity.
Qed.

Lemma mul_assoc : forall n m A B C i j,
  mul m (mul n A B) C i j = mul n A (mul m B C) i j.
Proof.
  intros n m A B C i j. unfold mul.
  rewrite (total_ext m _ (fun k => total n (fun l => C k j * (A i l * B l k)))).
  2: { intros k _. rewrite total_scale. ring. }
  rewrite total_swap. apply total_ext. intros l _.
  rewrite <- total_scale. apply total_ext. intros k _. ring.
Qed.

Lemma same_trans : forall p q A B C,
  same_matrix p q A B -> same_matrix p q B C -> same_matrix p q A C.
Proof. intros p q A B C E F i j I J. rewrite E, F by assumption. reflexivity. Qed.

Lemma same_sym : forall p q A B, same_matrix p q A B -> same_matrix p q B A.
Proof. intros p q A B E i j I J. symmetry. apply E; assumption. Qed.

Lemma same_refl : forall p q A, same_matrix p q A A.
Proof. intros p q A i j _ _. reflexivity. Qed.

Lemma same_flip : forall p q A B, same_matrix p q A B -> same_matrix q p (flip A) (flip B).
Proof. intros p q A B E i j I J. apply E; assumption. Qed.

Lemma flip_mul : forall n A B i j, flip (mul n A B) i j = mul n (flip B) (flip A) i j.
Proof. intros. unfold flip, mul. apply total_ext. intros; ring. Qed.

Lemma mul_minus_left : forall n A B C i j, mul n (minus A B) C i j = mul n A C i j - mul n B C i j.
Proof.
  intros. unfold mul, minus.
  rewrite (total_ext n _ (fun k => A i k * C k j + -1 * (B i k * C k j))) by (intros; ring).
  rewrite total_plus, total_scale. ring.
Qed.

Lemma dot_ext : forall p q A A' B B', same_matrix p q A A' -> same_matrix p q B B' ->
  dot p q A B = dot p q A' B'.
Proof.
  intros p q A A' B B' EA EB. unfold dot. apply total_ext. intros i I. apply total_ext. intros j J.
  rewrite EA, EB by assumption. reflexivity.
Qed.

Lemma square_nonnegative : forall p q A, 0 <= square p q A.
Proof.
  intros. unfold square, dot. apply total_nonneg. intros i _. apply total_nonneg. intros j _.
  apply Rle_0_sqr.
Qed.

Lemma dot_zero : forall p q A B, same_matrix p q A (fun _ _ => 0) -> dot p q A B = 0.
Proof.
  intros p q A B E. unfold dot. apply total_zero. intros i I. apply total_zero. intros j J.
  rewrite E by assumption. ring.
Qed.

(** <A, B C> = <A Cᵀ, B>. *)
Lemma dot_mul : forall p n q A B C,
  dot p q A (mul n B C) = dot p n (mul q A (flip C)) B.
Proof.
  intros p n q A B C. unfold dot, mul, flip. apply total_ext. intros i _.
  rewrite (total_ext q _ (fun j => total n (fun k => A i j * (B i k * C k j)))).
  2: { intros j _. rewrite total_scale. reflexivity. }
  rewrite total_swap. apply total_ext. intros k _.
  rewrite (total_ext q _ (fun j => B i k * (A i j * C k j))) by (intros; ring).
  rewrite total_scale. ring.
Qed.

(** ‖A + B‖² in terms of ‖A‖², <A, B> and ‖B‖². *)
Lemma square_plus : forall p q A B,
  square p q (fun i j => A i j + B i j) = square p q A + 2 * dot p q A B + square p q B.
Proof.
  intros p q A B. unfold square, dot. rewrite <- total_scale, <- !total_plus.
  apply total_ext. intros i _. rewrite <- total_scale, <- !total_plus.
  apply total_ext. intros j _. ring.
Qed.

(** ** Moore and Penrose *)

(** X is n × m, P is m × n. *)
Record penrose (n m : nat) (X P : dense_matrix) : Prop := {
  penrose_1 : same_matrix n m (mul n (mul m X P) X) X;
  penrose_2 : same_matrix m n (mul m (mul n P X) P) P;
  penrose_3 : same_matrix n n (flip (mul m X P)) (mul m X P);
  penrose_4 : same_matrix m m (flip (mul n P X)) (mul n P X)
}.

(** Among all V with V X = Y the W with W X X⁺ = W is the shortest. *)
Theorem least_norm : forall p n m X P Y W V, penrose n m X P ->
  same_matrix p m (mul n W X) Y -> same_matrix p n (mul n W (mul m X P)) W ->
  same_matrix p m (mul n V X) Y ->
  square p n W <= square p n V.
Proof.
  intros p n m X P Y W V [_ _ Sym _] EW Fixed EV.
  set (D := minus V W).
  assert (Zero : same_matrix p n (mul n D (mul m X P)) (fun _ _ => 0)).
  { intros i j I J. rewrite <- mul_assoc.
    unfold mul at 1. apply total_zero. intros k Hk.
    replace (mul n D X i k) with 0; [ring|].
    unfold D. rewrite mul_minus_left, EW, EV by assumption. ring. }
  assert (Split : square p n V = square p n W + 2 * dot p n W D + square p n D).
  { rewrite <- square_plus. apply dot_ext; intros i j _ _; unfold D, minus; ring. }
  assert (Cross : dot p n W D = 0).
  { transitivity (dot p n D (mul n W (mul m X P))).
    - transitivity (dot p n D W).
      + unfold dot. apply total_ext. intros i _. apply total_ext. intros j _. ring.
      + apply dot_ext; [apply same_refl | apply same_sym; exact Fixed].
    - rewrite dot_mul. apply dot_zero. intros i j I J.
      rewrite <- (Zero i j I J).
      apply (mul_ext p n n D D (flip (mul m X P)) (mul m X P) (same_refl _ _ _) Sym i j I J). }
  assert (H := square_nonnegative p n D). lra.
Qed.

(** Y X⁺ solves V X = Y when anything does, and is such a W. *)
Theorem least_norm_solution : forall p n m X P Y V, penrose n m X P ->
  same_matrix p m (mul n V X) Y ->
  same_matrix p m (mul n (mul m Y P) X) Y /\
  same_matrix p n (mul n (mul m Y P) (mul m X P)) (mul m Y P).
Proof.
  intros p n m X P Y V [P1 P2 _ _] E. split; intros i j I J.
  - transitivity (mul n (mul m (mul n V X) P) X i j).
    { apply (mul_ext p n m); auto using same_refl.
      apply (mul_ext p m n); auto using same_refl, same_sym. }
    transitivity (mul n (mul n V (mul m X P)) X i j).
    { apply (mul_ext p n m); auto using same_refl. intros a b _ _. apply mul_assoc. }
    rewrite mul_assoc.
    transitivity (mul n V X i j); [|apply E; assumption].
    apply (mul_ext p n m); auto using same_refl.
  - rewrite mul_assoc.
    apply (mul_ext p m n Y Y _ P); auto using same_refl.
    intros a b A B. rewrite <- mul_assoc. apply P2; assumption.
Qed.

(** (X P) (X Q) = X Q for two of them, hence the second is the first. *)
Lemma penrose_left : forall n m X P Q, penrose n m X P -> penrose n m X Q ->
  same_matrix n n (mul m X P) (mul m X Q).
Proof.
  intros n m X P Q [P1 _ P3 _] [Q1 _ Q3 _].
  assert (A : same_matrix n n (mul n (mul m X P) (mul m X Q)) (mul m X Q)).
  { intros i j I J. rewrite <- mul_assoc.
    apply (mul_ext n m n _ X Q Q P1 (same_refl _ _ _)); assumption. }
  assert (B : same_matrix n n (mul n (mul m X Q) (mul m X P)) (mul m X P)).
  { intros i j I J. rewrite <- mul_assoc.
    apply (mul_ext n m n _ X P P Q1 (same_refl _ _ _)); assumption. }
  intros i j I J.
  (* X P = (X Q)(X P) = ((X P)ᵀ (X Q)ᵀ)ᵀ = ((X P)(X Q))ᵀ = (X Q)ᵀ = X Q *)
  rewrite <- (B i j I J).
  rewrite <- (mul_ext n n n _ _ _ _ Q3 P3 i j I J).
  change (mul n (flip (mul m X Q)) (flip (mul m X P)) i j = mul m X Q i j).
  rewrite <- flip_mul. unfold flip. rewrite (A j i J I). apply (Q3 i j I J).
Qed.

Theorem penrose_unique : forall n m X P Q, penrose n m X P -> penrose n m X Q ->
  same_matrix m n P Q.
Proof.
  intros n m X P Q HP HQ.
  assert (L := penrose_left n m X P Q HP HQ).
  (* The same for the transposes gives P X = Q X. *)
  assert (turned : forall S, penrose n m X S -> penrose m n (flip X) (flip S)).
  { intros S [S1 S2 S3 S4]. split; intros i j I J.
    - transitivity (mul m (flip (mul n S X)) (flip X) i j).
      { apply (mul_ext m m n); auto using same_refl. intros a b _ _. symmetry. apply flip_mul. }
      rewrite <- flip_mul. unfold flip at 1. rewrite <- mul_assoc. exact (S1 j i J I).
    - transitivity (mul n (flip (mul m X S)) (flip S) i j).
      { apply (mul_ext n n m); auto using same_refl. intros a b _ _. symmetry. apply flip_mul. }
      rewrite <- flip_mul. unfold flip at 1. rewrite <- mul_assoc. exact (S2 j i J I).
    - unfold flip at 1. rewrite <- !flip_mul. symmetry. exact (S4 i j I J).
    - unfold flip at 1. rewrite <- !flip_mul. symmetry. exact (S3 i j I J). }
  assert (R : same_matrix m m (mul n P X) (mul n Q X)).
  { assert (T := penrose_left m n (flip X) (flip P) (flip Q) (turned P HP) (turned Q HQ)).
    intros i j I J. assert (E := T j i J I). unfold flip, mul in *.
    rewrite (total_ext n _ (fun k => X k j * P i k)) by (intros; ring). rewrite E.
    apply total_ext. intros; ring. }
  destruct HP as [_ P2 _ _], HQ as [_ Q2 _ _]. intros i j I J.
  (* P = P X P = Q X P = Q X Q = Q *)
  rewrite <- (P2 i j I J), (mul_ext m m n _ _ P P R (same_refl _ _ _) i j I J), mul_assoc.
  rewrite (mul_ext m n n Q Q _ _ (same_refl _ _ _) L i j I J), <- mul_assoc.
  apply Q2; assumption.
Qed.

(** ** The ridge problem *)

(** ‖W M - T‖²/(2K) + a/2 ‖W‖², W p × n and M n × q. *)
Definition ridge_loss (p n q : nat) (K a : R) (M T W : dense_matrix) : R :=
  square p q (minus (mul n W M) T) / (2 * K) + a / 2 * square p n W.

(** Where W (M Mᵀ) + K a W = T Mᵀ no other V has a smaller value. *)
Theorem ridge_minimal : forall p n q K a M T W V, 0 < K -> 0 <= a ->
  same_matrix p n
    (fun i j => mul n W (mul q M (flip M)) i j + K * a * W i j) (mul q T (flip M)) ->
  ridge_loss p n q K a M T W <= ridge_loss p n q K a M T V.
Proof.
  intros p n q K a M T W V K0 A0 E. unfold ridge_loss. set (D := minus V W).
  assert (SV : square p n V = square p n W + 2 * dot p n W D + square p n D).
  { rewrite <- square_plus. apply dot_ext; intros i j _ _; unfold D, minus; ring. }
  assert (SR : square p q (minus (mul n V M) T) = square p q (minus (mul n W M) T)
    + 2 * dot p q (minus (mul n W M) T) (mul n D M) + square p q (mul n D M)).
  { rewrite <- square_plus. apply dot_ext; intros i j _ _; unfold D; rewrite mul_minus_left;
      unfold minus; ring. }
  assert (G : dot p q (minus (mul n W M) T) (mul n D M) = - (K * a) * dot p n W D).
  { rewrite dot_mul. unfold dot. rewrite <- total_scale. apply total_ext. intros i I.
    rewrite <- total_scale. apply total_ext. intros j J. rewrite mul_minus_left, mul_assoc.
    rewrite <- (E i j I J). ring. }
  rewrite SV, SR, G.
  assert (P1 := square_nonnegative p n D). assert (P2 := square_nonnegative p q (mul n D M)).
  assert (0 <= square p q (mul n D M) / (2 * K)) by (apply Rle_mult_inv_pos; lra).
  assert (0 <= a / 2 * square p n D) by (apply Rmult_le_pos; lra).
  replace ((square p q (minus (mul n W M) T) + 2 * (- (K * a) * dot p n W D)
      + square p q (mul n D M)) / (2 * K))
    with (square p q (minus (mul n W M) T) / (2 * K) - a * dot p n W D
      + square p q (mul n D M) / (2 * K)) by (field; lra).
  lra.
Qed.

(** ** The nuclear norm *)

(** Z makes no vector with q entries longer. *)
Definition contraction (p q : nat) (Z : dense_matrix) : Prop :=
  forall x : nat -> R,
    total p (fun i => total q (fun j => Z i j * x j) * total q (fun j => Z i j * x j))
    <= total q (fun j => x j * x j).

Lemma young : forall p q A B, 2 * dot p q A B <= square p q A + square p q B.
Proof.
  intros p q A B.
  assert (H := square_nonnegative p q (fun i j => A i j + -1 * B i j)).
  rewrite square_plus in H.
  assert (E1 : dot p q A (fun i j => -1 * B i j) = - dot p q A B).
  { unfold dot. transitivity (-1 * total p (fun i => total q (fun j => A i j * B i j))); [|ring].
    rewrite <- total_scale. apply total_ext. intros i _. rewrite <- total_scale.
    apply total_ext. intros; ring. }
  assert (E2 : square p q (fun i j => -1 * B i j) = square p q B).
  { unfold square, dot. apply total_ext. intros i _. apply total_ext. intros; ring. }
  lra.
Qed.

(** A is p × n, B is n × q. *)
Theorem nuclear_dual : forall p n q Z A B, contraction p q Z ->
  dot p q Z (mul n A B) <= (square p n A + square n q B) / 2.
Proof.
  intros p n q Z A B C. rewrite dot_mul.
  assert (Y := young p n (mul q Z (flip B)) A).
  assert (S : square p n (mul q Z (flip B)) <= square n q B).
  { unfold square, dot. rewrite total_swap.
    assert (L : forall m f g, (forall i, (i < m)%nat -> f i <= g i) -> total m f <= total m g).
    { induction m; intros f g H; simpl; [lra|].
      assert (f m <= g m) by (apply H; lia).
      assert (total m f <= total m g) by (apply IHm; intros; apply H; lia). lra. }
    apply L. intros k _. exact (C (fun j => B k j)). }
  lra.
Qed.
