(** * Matrices with MᵀM = a I, and the ridge problem for the identity

    What a layer whose features are M times something costs at least, and costs at best. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums.
Local Open Scope R_scope.

Definition identity : dense_matrix := fun i j => if (i =? j)%nat then 1 else 0.

Lemma mul_identity_left : forall n X i j, (i < n)%nat -> mul n identity X i j = X i j.
Proof.
  intros n X i j I. unfold mul, identity.
  rewrite (total_ext n _ (fun u => if (u =? i)%nat then X u j else 0)).
  - apply (total_delta_at n i (fun u => X u j) I).
  - intros u _. rewrite Nat.eqb_sym. destruct (u =? i)%nat; ring.
Qed.

Lemma mul_identity_right : forall n X i j, (j < n)%nat -> mul n X identity i j = X i j.
Proof.
  intros n X i j J. unfold mul, identity.
  rewrite (total_ext n _ (fun u => if (u =? j)%nat then X i u else 0)).
  - apply (total_delta_at n j (fun u => X i u) J).
  - intros u _. destruct (u =? j)%nat; ring.
Qed.

Lemma mul_scale_left : forall n c X Y i j, mul n (fun u v => c * X u v) Y i j = c * mul n X Y i j.
Proof. intros. unfold mul. rewrite <- total_scale. apply total_ext. intros; ring. Qed.

Lemma mul_scale_right : forall n c X Y i j, mul n X (fun u v => c * Y u v) i j = c * mul n X Y i j.
Proof. intros. unfold mul. rewrite <- total_scale. apply total_ext. intros; ring. Qed.

Lemma mul_plus_left : forall n c X Y Z i j,
  mul n (fun u v => X u v + c * Y u v) Z i j = mul n X Z i j + c * mul n Y Z i j.
Proof.
  intros. unfold mul. rewrite <- total_scale, <- total_plus. apply total_ext. intros; ring.
Qed.

Lemma total_times : forall n m f g,
  total n f * total m g = total n (fun i => total m (fun j => f i * g j)).
Proof.
  intros n m f g. rewrite Rmult_comm, <- total_scale. apply total_ext. intros i _.
  rewrite total_scale. ring.
Qed.

(** ** Lengths *)

Lemma orthogonal_vectors : forall p k a M x y, orthogonal p k a M ->
  total p (fun i => total k (fun c => M i c * x c) * total k (fun c => M i c * y c))
  = a * total k (fun c => x c * y c).
Proof.
  intros p k a M x y O.
  rewrite (total_ext p _ (fun i => total k (fun b => total k (fun c =>
    (M i b * M i c) * (x b * y c))))).
  2: { intros i _. rewrite total_times. apply total_ext. intros b _. apply total_ext.
    intros; ring. }
  rewrite total_swap, <- total_scale. apply total_ext. intros b B. rewrite total_swap.
  rewrite (total_ext k _ (fun c => if (c =? b)%nat then a * (x b * y c) else 0)).
  - apply (total_delta_at k b (fun c => a * (x b * y c))). exact B.
  - intros c C.
    rewrite (total_ext p _ (fun i => (x b * y c) * (M i b * M i c))) by (intros; ring).
    rewrite total_scale, (O b c B C), Nat.eqb_sym. destruct (c =? b)%nat; ring.
Qed.

Lemma dot_orthogonal : forall p k q a M X Y, orthogonal p k a M ->
  dot p q (mul k M X) (mul k M Y) = a * dot k q X Y.
Proof.
  intros p k q a M X Y O. unfold dot. rewrite total_swap, (total_swap k q), <- total_scale.
  apply total_ext. intros j _.
  apply (orthogonal_vectors p k a M (fun u => X u j) (fun u => Y u j) O).
Qed.

Lemma square_left : forall p k q a M X, orthogonal p k a M ->
  square p q (mul k M X) = a * square k q X.
Proof. intros. unfold square. apply dot_orthogonal. assumption. Qed.

Lemma square_right : forall p k q a M X, orthogonal q k a M ->
  square p q (mul k X (flip M)) = a * square p k X.
Proof.
  intros p k q a M X O. unfold square, dot. rewrite <- total_scale. apply total_ext. intros i _.
  rewrite <- (orthogonal_vectors q k a M (X i) (X i) O). apply total_ext. intros j _.
  f_equal; unfold mul, flip; apply total_ext; intros; ring.
Qed.

Lemma square_orthogonal : forall p k a M, orthogonal p k a M -> square p k M = INR k * a.
Proof.
  intros p k a M O. unfold square, dot. rewrite total_swap.
  rewrite (total_ext k _ (fun _ => a)); [apply total_constant|].
  intros c C. rewrite (O c c C C), Nat.eqb_refl. reflexivity.
Qed.

Lemma identity_orthogonal : forall k, orthogonal k k 1 identity.
Proof.
  intros k b c B C. change (if (b =? c)%nat then 1 else 0) with (identity b c).
  rewrite <- (mul_identity_left k identity b c B). unfold mul. apply total_ext. intros i _.
  unfold identity. rewrite (Nat.eqb_sym i b). reflexivity.
Qed.

Lemma orthogonal_nonneg : forall p k a M, (1 <= k)%nat -> orthogonal p k a M -> 0 <= a.
Proof.
  intros p k a M K1 O. assert (E := O 0%nat 0%nat K1 K1). rewrite Nat.eqb_refl in E. rewrite <- E.
  apply total_nonneg. intros. apply Rle_0_sqr.
Qed.

Lemma orthogonal_zero : forall p k M, orthogonal p k 0 M -> same_matrix p k M (fun _ _ => 0).
Proof.
  intros p k M O i c I Hc. destruct (Req_dec (M i c) 0) as [Y|Y]; [exact Y|]. exfalso.
  assert (E := O c c Hc Hc). rewrite Nat.eqb_refl in E.
  assert (G : total p (fun u => if (u =? i)%nat then M u c * M u c else 0)
    <= total p (fun u => M u c * M u c)).
  { apply total_le. intros u _. assert (H := Rle_0_sqr (M u c)). unfold Rsqr in H.
    destruct (u =? i)%nat; lra. }
  rewrite (total_delta_at p i (fun u => M u c * M u c) I), E in G.
  assert (H := Rsqr_pos_lt _ Y). unfold Rsqr in H. lra.
Qed.

(** ‖A M‖² ≤ a ‖A‖². *)
Lemma layer_bound : forall p q k a M A, 0 <= a -> orthogonal q k a M ->
  square p k (mul q A M) <= a * square p q A.
Proof.
  intros p q k a M A [P|<-] O.
  2: { rewrite (square_ext p k _ (fun _ _ => 0)).
    - unfold square. rewrite dot_zero by apply same_refl. lra.
    - intros i j I J. unfold mul. apply total_zero. intros u U.
      rewrite (orthogonal_zero _ _ _ O) by assumption. ring. }
  unfold square, dot. rewrite <- total_scale. apply total_le. intros i _.
  set (w := A i). set (y := fun c => total q (fun l => w l * M l c)).
  change (total k (fun c => y c * y c) <= a * total q (fun l => w l * w l)).
  set (z := fun l => total k (fun c => M l c * y c)).
  assert (ZZ : total q (fun l => z l * z l) = a * total k (fun c => y c * y c))
    by (apply orthogonal_vectors; exact O).
  assert (WZ : total q (fun l => w l * z l) = total k (fun c => y c * y c)).
  { unfold z. rewrite (total_ext q _ (fun l => total k (fun c => y c * (w l * M l c)))).
    - rewrite total_swap. apply total_ext. intros c _. rewrite total_scale. reflexivity.
    - intros l _. rewrite <- total_scale. apply total_ext. intros; ring. }
  assert (H : 0 <= total q (fun l => (a * w l - z l) * (a * w l - z l)))
    by (apply total_nonneg; intros; apply Rle_0_sqr).
  rewrite (total_ext q _ (fun l => a * a * (w l * w l) + (-2 * a * (w l * z l) + z l * z l))) in H
    by (intros; ring).
  rewrite !total_plus, !total_scale, ZZ, WZ in H.
  apply Rmult_le_reg_l with a; [exact P|]. lra.
Qed.

(** Weights (1/a) Z Mᵀ carry M Y to Z Y. *)
Lemma carry : forall q k a M Z Y i j, 0 < a -> orthogonal q k a M ->
  mul q (fun u v => / a * mul k Z (flip M) u v) (mul k M Y) i j = mul k Z Y i j.
Proof.
  intros q k a M Z Y i j A O. rewrite mul_scale_left, mul_assoc.
  rewrite <- mul_scale_right.
  apply (mul_ext (S i) k (S j)); [apply same_refl | | lia | lia]. intros u v U _.
  rewrite <- mul_assoc. change (/ a * mul k (mul q (flip M) M) Y u v = Y u v).
  transitivity (/ a * mul k (fun b c => a * identity b c) Y u v).
  - f_equal. apply (mul_ext k k (S v)); [|apply same_refl | exact U | lia]. intros b c B C.
    transitivity (if (b =? c)%nat then a else 0); [exact (O b c B C)|].
    unfold identity. destruct (b =? c)%nat; ring.
  - rewrite mul_scale_left, mul_identity_left by exact U. field. lra.
Qed.

Lemma square_carry : forall p q k a M Z, 0 < a -> orthogonal q k a M ->
  square p q (fun u v => / a * mul k Z (flip M) u v) = / a * square p k Z.
Proof.
  intros p q k a M Z A O. rewrite square_scale, (square_right _ _ _ _ _ _ O). field. lra.
Qed.

(** ** Contractions *)

Lemma contraction_orthogonal : forall p k q a M Z, 0 < a -> orthogonal p k a M ->
  contraction k q Z -> contraction p q (fun i j => / sqrt a * mul k M Z i j).
Proof.
  intros p k q a M Z A O C x. eapply Rle_trans; [|apply (C x)]. right.
  set (y := fun u => total q (fun j => Z u j * x j)).
  assert (S : sqrt a * sqrt a = a) by (apply sqrt_sqrt; lra).
  assert (s0 : 0 < sqrt a) by (apply sqrt_lt_R0; exact A).
  rewrite (total_ext p _ (fun i => / a * (total k (fun u => M i u * y u)
    * total k (fun u => M i u * y u)))).
  - rewrite total_scale, (orthogonal_vectors p k a M y y O). unfold y. field. lra.
  - intros i _.
    assert (G : total q (fun j => / sqrt a * mul k M Z i j * x j)
      = / sqrt a * total k (fun u => M i u * y u)).
    { rewrite (total_ext q _ (fun j => / sqrt a * total k (fun u => M i u * (Z u j * x j)))).
      - rewrite total_scale, total_swap. f_equal. apply total_ext. intros u _. unfold y.
        apply total_scale.
      - intros j _. unfold mul. rewrite Rmult_assoc. f_equal.
        rewrite Rmult_comm, <- total_scale. apply total_ext. intros; ring. }
    rewrite G. transitivity (/ (sqrt a * sqrt a) * (total k (fun u => M i u * y u)
      * total k (fun u => M i u * y u))); [field; lra | rewrite S; reflexivity].
Qed.

(** Z Zᵀ = I. *)
Lemma contraction_rows : forall p q Z,
  (forall i j, (i < p)%nat -> (j < p)%nat ->
    total q (fun e => Z i e * Z j e) = if (i =? j)%nat then 1 else 0) ->
  contraction p q Z.
Proof.
  intros p q Z O x. assert (B := layer_bound 1 q p 1 (flip Z) (fun _ => x) Rle_0_1 O).
  unfold square, dot, mul, flip in B. simpl in B. rewrite !Rplus_0_l, Rmult_1_l in B.
  eapply Rle_trans; [right | exact B]. apply total_ext. intros i _.
  f_equal; apply total_ext; intros; ring.
Qed.

Lemma contraction_repeated : forall p k n Z, (1 <= n)%nat -> contraction p k Z ->
  contraction p (k * n) (fun i j => / sqrt (INR n) * Z i (j / n)%nat).
Proof.
  intros p k n Z N1 C x. assert (n0 : 0 < INR n) by (apply lt_0_INR; lia).
  set (s := sqrt (INR n)). assert (s0 : 0 < s) by (apply sqrt_lt_R0; exact n0).
  assert (ss : s * s = INR n) by (apply sqrt_sqrt; lra).
  set (y := fun c => total n (fun l => x (c * n + l)%nat)).
  apply Rle_trans with (/ INR n * total k (fun c => y c * y c)).
  - rewrite (total_ext p _ (fun i => / INR n * (total k (fun c => Z i c * y c)
      * total k (fun c => Z i c * y c)))).
    + rewrite total_scale. apply Rmult_le_compat_l; [|apply C].
      left. apply Rinv_0_lt_compat. exact n0.
    + intros i _.
      assert (G : total (k * n) (fun j => / s * Z i (j / n)%nat * x j)
        = / s * total k (fun c => Z i c * y c)).
      { rewrite total_blocks, <- total_scale. apply total_ext. intros c _. unfold y.
        rewrite <- Rmult_assoc, <- total_scale. apply total_ext. intros l Hl.
        rewrite block_of by exact Hl. reflexivity. }
      rewrite G, <- ss. field. lra.
  - rewrite total_blocks, <- total_scale. apply total_le. intros c _. unfold y.
    assert (S := total_square n (fun l => x (c * n + l)%nat)).
    apply Rmult_le_reg_l with (INR n); [exact n0|].
    rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact S.
Qed.

(** ** Rows that are multiples of basis vectors *)

Lemma multiples_orthogonal : forall p k a A, multiples p k a A -> orthogonal p k a A.
Proof.
  intros p k a A [Rows Sums] b c B C.
  destruct (Nat.eqb_spec b c) as [<-|Ne]; [apply Sums; exact B|].
  apply total_zero. intros i I. destruct (Rows i I) as [v [s [_ [_ E]]]].
  rewrite (E b B), (E c C). destruct (Nat.eqb_spec b v), (Nat.eqb_spec c v); subst; try ring. lia.
Qed.

(** A row of A X is a multiple of a row of X. *)
Lemma multiples_row : forall p k a A i, multiples p k a A -> (i < p)%nat ->
  exists v s, (v < k)%nat /\ 0 <= s /\ forall X j, mul k A X i j = s * X v j.
Proof.
  intros p k a A i [Rows _] I. destruct (Rows i I) as [v [s [V [S E]]]].
  exists v, s. split; [exact V|]. split; [exact S|]. intros X j. unfold mul.
  rewrite (total_ext k _ (fun u => if (u =? v)%nat then s * X u j else 0)).
  - apply (total_delta_at k v (fun u => s * X u j) V).
  - intros u U. rewrite (E u U). destruct (u =? v)%nat; ring.
Qed.

Definition diagonal (k : nat) (a : R) : dense_matrix :=
  pad k k (fun i j => if (j =? i)%nat then sqrt a else 0).

Lemma diagonal_multiples : forall p k a, (1 <= k <= p)%nat -> 0 <= a ->
  multiples p k a (diagonal k a).
Proof.
  intros p k a [K1 KP] A0. unfold diagonal. split.
  - intros i I. destruct (lt_dec i k) as [Lt|Ge].
    + exists i, (sqrt a). repeat split; [exact Lt | apply sqrt_pos|].
      intros u U. rewrite pad_in by assumption. reflexivity.
    + exists 0%nat, 0. repeat split; [lia | lra|]. intros u U. rewrite pad_out by lia.
      destruct (u =? 0)%nat; reflexivity.
  - intros v V. rewrite (total_pad k p) by (auto; intros; rewrite pad_out by lia; ring).
    rewrite (total_ext k _ (fun i => if (i =? v)%nat then a else 0)).
    + apply (total_delta_at k v (fun _ => a) V).
    + intros i I. rewrite pad_in by assumption. rewrite Nat.eqb_sym.
      destruct (i =? v)%nat; [apply sqrt_sqrt; exact A0 | ring].
Qed.

(** ** Ridge

    For G = (PᵀP + k a I)⁻¹ the best weights are G Pᵀ, and their value is a/2 · tr G. *)

Section Ridge.
Variable k : nat.
Variable a : R.
Variables P G : dense_matrix.
Hypothesis k1 : (1 <= k)%nat.
Hypothesis a0 : 0 < a.
Hypothesis inverse : forall i j, (i < k)%nat -> (j < k)%nat ->
  mul k G (mul k (flip P) P) i j + INR k * a * G i j = identity i j.

Let k0 : 0 < INR k. Proof. apply lt_0_INR. lia. Qed.

Lemma ridge_best : forall V,
  ridge_loss k k k (INR k) a P identity (mul k G (flip P))
  <= ridge_loss k k k (INR k) a P identity V.
Proof.
  intros V. apply ridge_minimal; [exact k0 | lra|]. intros i j I J.
  transitivity (mul k (fun i j => mul k G (mul k (flip P) P) i j + INR k * a * G i j) (flip P) i j).
  - rewrite mul_plus_left. f_equal. rewrite !mul_assoc.
    apply (mul_ext k k k); [apply same_refl | | exact I | exact J].
    intros u v _ _. symmetry. apply mul_assoc.
  - apply (mul_ext k k k); [exact inverse | apply same_refl | exact I | exact J].
Qed.

Lemma ridge_value :
  ridge_loss k k k (INR k) a P identity (mul k G (flip P)) = a / 2 * total k (fun i => G i i).
Proof.
  set (c := INR k * a).
  assert (Fit : same_matrix k k (minus (mul k (mul k G (flip P)) P) identity)
    (fun i j => - c * G i j)).
  { intros i j I J. unfold minus. rewrite mul_assoc, <- (inverse i j I J). unfold c. ring. }
  assert (Norm : square k k (mul k G (flip P))
    = total k (fun i => G i i) - c * square k k G).
  { unfold square. rewrite dot_mul.
    rewrite (dot_ext k k _ (fun i j => identity i j - c * G i j) _ G).
    - unfold dot.
      rewrite (total_ext k _ (fun i => G i i + - c * total k (fun j => G i j * G i j))).
      + rewrite total_plus, total_scale. ring.
      + intros i I. rewrite (total_ext k _ (fun j => identity i j * G i j + - c * (G i j * G i j)))
          by (intros; ring).
        rewrite total_plus, total_scale. f_equal. exact (mul_identity_left k (flip G) i i I).
    - intros i j I J. rewrite mul_assoc.
      transitivity (mul k G (mul k (flip P) P) i j).
      + apply (mul_ext k k k); [apply same_refl | | exact I | exact J].
        intros u v _ _. reflexivity.
      + assert (E := inverse i j I J). unfold c. lra.
    - apply same_refl. }
  unfold ridge_loss. rewrite (square_ext _ _ _ _ Fit), square_scale, Norm. unfold c. field. lra.
Qed.

End Ridge.
