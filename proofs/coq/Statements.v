(** * What the steps of a uniform proof say

    The relations between a value and what it is the value of, for operations that are characterised
    and not computed (UNIFORM.md, "Steps").  All of them are equations between the formal matrices of
    Orbits.v, hence between the dense ones.  Unique.v proves that each of them has one solution. *)

From Coq Require Import Reals Arith Bool List Lia Lra.
From Uniform Require Import Subsets Orbits.
From Uniform Require Criterion Spectra.
Import ListNotations.
Local Open Scope R_scope.

(** ** Unit rows *)

Lemma block_product_scale : forall r k m p c x x' i,
  (forall j, (j <= 2)%nat -> x' j = c * x j) -> (m <= 2)%nat ->
  block_product r k m p x' x' i = c * c * block_product r k m p x x i.
Proof.
  intros r k m p c x x' i E M. destruct m as [|[|[|m]]]; try lia; simpl;
    unfold class_sum, edge_sum, pairs; simpl; rewrite ?times_INR, !E by lia.
  1, 2: ring.
  destruct i as [|[|i]], (k - _)%nat as [|[|]], (p - _)%nat as [|[|]]; field.
Qed.

(** Rows of norm one, of which the given ones are positive multiples, are the unit rows. *)
Theorem unit_rows_by : forall r X V (c : nat -> R),
  small_sizes (cols X) ->
  V = build (rows X) (cols X) (entry V) ->
  (forall I, (I < length (rows X))%nat -> 0 < c I) ->
  (forall I J j, (I < length (rows X))%nat -> (J < length (cols X))%nat -> (j < 3)%nat ->
    entry X I J j = c I * entry V I J j) ->
  (forall I, (I < length (rows X))%nat -> row_square r V I = 1) ->
  unit_rows r X = V.
Proof.
  intros r X V c S Shape Pos Multiple Unit. rewrite Shape. unfold unit_rows. apply build_ext.
  intros I J i LI LJ Li. rewrite Multiple by (auto; assert (H := S J LJ); lia).
  assert (P := Pos I LI). assert (Q := Unit I LI).
  assert (Rows : rows V = rows X) by (rewrite Shape; reflexivity).
  assert (Cols : cols V = cols X) by (rewrite Shape; reflexivity).
  assert (E : row_square r X I = c I * c I).
  { rewrite <- (Rmult_1_r (c I * c I)), <- Q. unfold row_square.
    rewrite Rows, Cols, <- total_scale. apply total_ext. intros T LT.
    apply block_product_scale.
    - intros j Lj. apply Multiple; auto; lia.
    - apply S; exact LT. }
  rewrite E, sqrt_square by lra. field. lra.
Qed.

(** The scalar product of the rows in a block of two matrices: the c above, when V has unit rows. *)
Definition row_product (r : R) (X V : matrix) (I : nat) : R :=
  let k := width (rows X) I in
  total (length (cols X)) (fun T =>
    block_product r k (width (cols X) T) k (entry X I T) (entry V I T) k).

(** No row is zero, so that every row has a multiple of norm one. *)
Definition no_zero_row (r : R) (X : matrix) : Prop :=
  forall I, (I < length (rows X))%nat -> 0 < row_square r X I.

(** ** Numbers *)

(** A number that counts something. *)
Definition natural (x : R) : Prop := exists n : nat, x = INR n.

Theorem root_by : forall a v, v * v = a -> 0 <= v -> sqrt a = v.
Proof. intros a v E P. rewrite <- E. apply sqrt_square. exact P. Qed.

Theorem relu_keeps : forall x v, 0 <= x -> x = v -> Rmax 0 x = v.
Proof. intros x v P <-. apply Rmax_right. exact P. Qed.

Theorem relu_drops : forall x, x <= 0 -> Rmax 0 x = 0.
Proof. intros x P. apply Rmax_left. exact P. Qed.

Definition all_entries (P : R -> Prop) (X : matrix) : Prop :=
  Forall (Forall (Forall P)) (blocks X).

Definition nonnegative : matrix -> Prop := all_entries (fun x => 0 <= x).

(** Not equal: at some row and some column that there are. *)
Definition differ (r : nat) (X Y : matrix) : Prop :=
  exists p q, valid r (rows X) p /\ valid r (cols X) q /\
    valid r (rows Y) p /\ valid r (cols Y) q /\ dense X p q <> dense Y p q.

(** ** Inverses *)

Definition inverse (r : R) (M V : matrix) : Prop :=
  product r V M = identity (rows M) /\ product r M V = identity (rows M).

(** The four Penrose equations; that they have one solution is [penrose_unique] in Matrices.v. *)
Definition pseudo_inverse (r : R) (M V : matrix) : Prop :=
  product r (product r M V) M = M /\
  product r (product r V M) V = V /\
  transpose (product r M V) = product r M V /\
  transpose (product r V M) = product r V M.

(** The stationary point of ‖WM - I‖²/(2K) + a/2 ‖W‖², K the number of columns of M; [ridge_minimal]
    in Matrices.v shows that it is the minimiser. *)
Definition ridge (r : R) (M : matrix) (a : R) (W : matrix) : Prop :=
  0 < a /\ rows W = cols M /\ cols W = rows M /\
  product r W (sum (product r M (transpose M)) (scale (count r (cols M) * a) (identity (rows M))))
  = transpose M.

(** ** Spectra

    A list of values and multiplicities, which are natural numbers.  A symmetric matrix that Π (M - v)
    annihilates and whose traces of powers are Σ m v^j has this spectrum: it has an orthonormal basis of
    eigenvectors, to which each value belongs as often ([spectrum_eigenvalues] in Unique.v).  Values may
    coincide for some r; the multiplicities then add up. *)

Definition shifted (M : matrix) (v : R) : matrix := difference M (scale v (identity (rows M))).

Fixpoint annihilator (r : R) (M : matrix) (vs : list (R * R)) : matrix :=
  match vs with
  | [] => identity (rows M)
  | [(v, _)] => shifted M v
  | (v, _) :: rest => product r (annihilator r M rest) (shifted M v)
  end.

Fixpoint power (r : R) (M : matrix) (n : nat) : matrix :=
  match n with O => identity (rows M) | 1%nat => M | S m => product r (power r M m) M end.

Definition spectrum (r : R) (M : matrix) (vs : list (R * R)) : Prop :=
  transpose M = M /\
  annihilator r M vs = zeros (rows M) (rows M) /\
  map (fun j => trace r (power r M j)) (seq 0 (length vs))
  = map (Spectra.moment vs) (seq 0 (length vs)) /\
  Forall (fun vm => natural (snd vm)) vs.

Definition gram (r : R) (M : matrix) : matrix := product r (transpose M) M.

(** The sum of the multiplicities of what is not zero. *)
Definition rank (r : R) (M : matrix) (rho : R) : Prop :=
  exists zero rest, spectrum r (gram r M) (zero ++ rest) /\
    Forall (fun vm => fst vm = 0) zero /\ Forall (fun vm => fst vm <> 0) rest /\
    rho = Spectra.moment rest 0.

(** The sum of the singular values. *)
Definition nuclear (r : R) (M : matrix) (nu : R) : Prop :=
  exists vs, spectrum r (gram r M) (map (fun vm => (fst vm * fst vm, snd vm)) vs) /\
    Forall (fun vm => 0 <= fst vm) vs /\ nu = Spectra.moment vs 1.

(** The same from a polar factorisation M = U S. *)
Definition factorisation (r : R) (M : matrix) (nu : R) : Prop :=
  exists U S vs,
    product r U S = M /\ product r (gram r U) S = S /\
    product r (gram r U) (gram r U) = gram r U /\ transpose S = S /\
    annihilator r S vs = zeros (rows S) (rows S) /\ Forall (fun vm => 0 <= fst vm) vs /\
    nu = trace r S.

(** ** Graphs *)

(** The equations of a strongly regular graph with v vertices of degree k, l common neighbours of
    adjacent and m of other vertices; the entries are 0 or 1, the diagonal is 0. *)
Definition strongly_regular (r : R) (M : matrix) (v k l m : R) : Prop :=
  transpose M = M /\ count r (rows M) = v /\ trace r M = 0 /\
  all_entries (fun x => x = 0 \/ x = 1) M /\
  product r M M =
    sum (scale k (identity (rows M)))
      (sum (scale l M)
        (scale m (difference (difference (ones (rows M) (rows M)) (identity (rows M))) M))).

(** ** Numbers that are geometric in L

    With L = L0 + n, a value c q^n. *)

Lemma powerRZ_multiple : forall a n j, a <> 0 -> powerRZ a (n * Z.of_nat j) = powerRZ a n ^ j.
Proof.
  intros a n j A. induction j.
  - rewrite Z.mul_0_r. reflexivity.
  - rewrite Nat2Z.inj_succ, Z.mul_succ_r, powerRZ_add, IHj by exact A. simpl. ring.
Qed.

(** a^(n L + m). *)
Theorem power_layers : forall a n L0 j m e, a <> 0 -> e = (n * Z.of_nat L0 + m)%Z ->
  powerRZ a (n * Z.of_nat (L0 + j) + m) = powerRZ a e * powerRZ a n ^ j.
Proof.
  intros a n L0 j m e A ->. rewrite <- powerRZ_multiple, <- powerRZ_add by exact A.
  f_equal. lia.
Qed.

Theorem geometric_value : forall c d p q n, c = d -> p = q -> c * p ^ n = d * q ^ n.
Proof. intros; subst; reflexivity. Qed.

Theorem geometric_add : forall a b c p q s n, p = s -> q = s -> a + b = c ->
  a * p ^ n + b * q ^ n = c * s ^ n.
Proof. intros a b c p q s n -> -> <-. ring. Qed.

Theorem geometric_subtract : forall a b c p q s n, p = s -> q = s -> a - b = c ->
  a * p ^ n - b * q ^ n = c * s ^ n.
Proof. intros a b c p q s n -> -> <-. ring. Qed.

Theorem geometric_negate : forall a c p s n, p = s -> - a = c -> - (a * p ^ n) = c * s ^ n.
Proof. intros a c p s n -> <-. ring. Qed.

Theorem geometric_multiply : forall a b c p q s n, p * q = s -> a * b = c ->
  (a * p ^ n) * (b * q ^ n) = c * s ^ n.
Proof. intros a b c p q s n <- <-. rewrite Rpow_mult_distr. ring. Qed.

Theorem geometric_divide : forall a b c p q s n, b <> 0 -> q <> 0 -> p / q = s -> a / b = c ->
  (a * p ^ n) / (b * q ^ n) = c * s ^ n.
Proof.
  intros a b c p q s n B Q <- <-. unfold Rdiv. rewrite Rpow_mult_distr, pow_inv.
  field. split; [apply pow_nonzero; exact Q | exact B].
Qed.

Theorem geometric_nonzero : forall c q n, c <> 0 -> q <> 0 -> c * q ^ n <> 0.
Proof.
  intros c q n C Q. apply Rmult_integral_contrapositive. split; [exact C|].
  apply pow_nonzero; exact Q.
Qed.

Theorem geometric_power : forall a c p s n e, a ^ e = c -> p ^ e = s ->
  (a * p ^ n) ^ e = c * s ^ n.
Proof.
  intros a c p s n e <- <-. rewrite Rpow_mult_distr, <- !pow_mult, Nat.mul_comm. reflexivity.
Qed.

Theorem geometric_less : forall c d q p n, 0 < c -> c < d -> 0 < q -> q <= p ->
  c * q ^ n < d * p ^ n.
Proof.
  intros c d q p n C CD Q QP. apply Criterion.geometric; lra.
Qed.

Theorem geometric_at_most : forall c d q p n, 0 < c -> c <= d -> 0 < q -> q <= p ->
  c * q ^ n <= d * p ^ n.
Proof.
  intros c d q p n C CD Q QP.
  assert (0 < q ^ n) by (apply pow_lt; exact Q).
  apply Rmult_le_compat; try lra. apply pow_incr; lra.
Qed.

(** ** A construction below collapse

    The premises of [construction_below_collapse] in NormalForm.v, in numbers of B and N: ν and ρ as
    above, [p] = B⁺, κ = ‖N B⁺‖² and σ = Σ 1/μ the trace of the inverse [i] of relu(N)ᵀ relu(N).  Every
    row of N is in the row space of B. *)
Definition below_at (r : R) (B N : matrix) (nu rho : R) (p i : matrix) (L : nat) : Prop :=
  let W := product r N p in
  (3 <= L)%nat /\ nonnegative B /\ product r W B = N /\
  nu * nu * rho ^ (L - 3) * trace r (product r (transpose W) W) * trace r i
  < count r (cols B) ^ (L + 1).

(** From L to L + 1 the left side gains a factor ρ and the right side a factor k. *)
Theorem below_from : forall r B N nu rho p i L0,
  below_at r B N nu rho p i L0 -> 0 < rho -> rho <= count r (cols B) ->
  forall L, (L0 <= L)%nat -> below_at r B N nu rho p i L.
Proof.
  intros r B N nu rho p i L0 [L3 [Pos [Space Base]]] R RK L LL.
  split; [lia | split; [exact Pos | split; [exact Space|]]].
  set (kappa := trace r (product r (transpose (product r N p)) (product r N p))) in *.
  set (sigma := trace r i) in *. set (k := count r (cols B)) in *.
  replace (L - 3)%nat with (L0 - 3 + (L - L0))%nat by lia.
  replace (L + 1)%nat with (L0 + 1 + (L - L0))%nat by lia.
  generalize (L - L0)%nat. intros n. rewrite (pow_add rho), (pow_add k).
  replace (nu * nu * (rho ^ (L0 - 3) * rho ^ n) * kappa * sigma)
    with (nu * nu * rho ^ (L0 - 3) * kappa * sigma * rho ^ n) by ring.
  set (c := nu * nu * rho ^ (L0 - 3) * kappa * sigma) in *. set (d := k ^ (L0 + 1)) in *.
  assert (0 < rho ^ n) by (apply pow_lt; exact R).
  assert (rho ^ n <= k ^ n) by (apply pow_incr; lra).
  assert (0 < d) by (apply pow_lt; lra).
  apply Rlt_le_trans with (d * rho ^ n).
  - apply Rmult_lt_compat_r; assumption.
  - apply Rmult_le_compat_l; lra.
Qed.

(** The same for two layers: the premise of [two_layers_below_collapse], in numbers of N alone. *)
Definition below_two (r : R) (N : matrix) (nu : R) (i : matrix) : Prop :=
  nu * nu * trace r i < count r (cols N) ^ 3.
