(** * What traces of powers determine

    The spectral theorem is not needed to see that an annihilating product Π (A - v) and some traces
    determine a rank or a nuclear norm:

    - [moments]: where Π (A - v) = 0, and tr A^j = Σ m v^j for as many j as there are v, it is so for
      every j;
    - [moments_determine]: two lists of values and weights with the same Σ m v^j for every j have the
      same Σ m f(v) for every function f;
    - [traces_of_root]: for a symmetric A that a product of A - v with v ≥ 0 annihilates, tr A^j is
      Σ m v^j for some weights, so that tr A is determined by the traces of the powers of A A. *)

From Coq Require Import Reals Arith List Permutation Setoid Morphisms Lia Lra.
From Uniform Require Import Subsets Matrices.
Import ListNotations.
Local Open Scope R_scope.

(** ** Lists of values and weights *)

(** Σ m f(v). *)
Definition weighted (f : R -> R) (vs : list (R * R)) : R :=
  fold_right (fun vm rest => snd vm * f (fst vm) + rest) 0 vs.

Definition moment (vs : list (R * R)) (j : nat) : R :=
  fold_right (fun vm rest => snd vm * fst vm ^ j + rest) 0 vs.

Lemma moments_zero : forall n vs, length vs = n -> (forall j, moment vs j = 0) ->
  forall f, weighted f vs = 0.
Proof.
  induction n; intros vs N Z f; destruct vs as [|[x m] vs]; try discriminate; [reflexivity|].
  set (g y := if Req_EM_T y x then 0 else (f y - f x) / (y - x)).
  assert (I : weighted g (map (fun vm => (fst vm, snd vm * (fst vm - x))) vs) = 0).
  { apply IHn; [rewrite map_length; injection N; auto|]. intros j.
    transitivity (moment ((x, m) :: vs) (S j) - x * moment ((x, m) :: vs) j).
    2: { rewrite !Z. ring. }
    unfold moment. simpl fold_right at 2 3. clear. simpl.
    induction vs as [|[y w] vs IH]; simpl in *; [ring|]. rewrite IH. ring. }
  assert (E : weighted g (map (fun vm => (fst vm, snd vm * (fst vm - x))) vs)
    = weighted f vs - f x * moment vs 0).
  { clear. unfold moment. simpl. induction vs as [|[y w] vs IH]; simpl in *; [ring|].
    rewrite IH. unfold g. destruct (Req_EM_T y x) as [->|Y]; [ring|field; lra]. }
  assert (T := Z 0%nat). unfold moment in *. simpl in *.
  replace (weighted f vs) with (f x * fold_right (fun vm rest => snd vm * 1 + rest) 0 vs) by lra.
  replace (fold_right (fun vm rest => snd vm * 1 + rest) 0 vs) with (- m) by lra. ring.
Qed.

Lemma weighted_app : forall f vs ws, weighted f (vs ++ ws) = weighted f vs + weighted f ws.
Proof. intros f vs ws. induction vs; simpl; [ring|]. rewrite IHvs. ring. Qed.

Lemma weighted_negated : forall f vs,
  weighted f (map (fun vm => (fst vm, - snd vm)) vs) = - weighted f vs.
Proof. intros f vs. induction vs; simpl; [ring|]. rewrite IHvs. ring. Qed.

Theorem moments_determine : forall vs ws, (forall j, moment vs j = moment ws j) ->
  forall f, weighted f vs = weighted f ws.
Proof.
  intros vs ws E f. set (both := vs ++ map (fun vm => (fst vm, - snd vm)) ws).
  assert (Z : weighted f both = 0).
  { apply (moments_zero (length both)); [reflexivity|]. intros j.
    change (weighted (fun x => x ^ j) both = 0). unfold both.
    rewrite weighted_app, weighted_negated. assert (H := E j). unfold moment in H.
    unfold weighted. lra. }
  unfold both in Z. rewrite weighted_app, weighted_negated in Z. lra.
Qed.

Lemma weighted_map : forall f g vs,
  weighted f (map (fun vm => (g (fst vm), snd vm)) vs) = weighted (fun x => f (g x)) vs.
Proof. intros f g vs. induction vs; simpl; [reflexivity|]. rewrite IHvs. reflexivity. Qed.

Lemma weighted_ext : forall f g vs, Forall (fun vm => f (fst vm) = g (fst vm)) vs ->
  weighted f vs = weighted g vs.
Proof. intros f g vs E. induction E; simpl; [reflexivity|]. rewrite H, IHE. reflexivity. Qed.

(** ** Sequences that a product of shifts annihilates *)

(** t is mapped to t(k + 1) - v t(k), one v after the other. *)
Fixpoint differences (vs : list R) (t : nat -> R) (k : nat) : R :=
  match vs with [] => t k | v :: rest => differences rest t (S k) - v * differences rest t k end.

Lemma differences_step : forall vs v t k,
  differences vs (fun j => t (S j) - v * t j) k
  = differences vs t (S k) - v * differences vs t k.
Proof. induction vs as [|w vs]; intros v t k; simpl; [reflexivity|]. rewrite !IHvs. ring. Qed.

Lemma differences_minus : forall vs t s k,
  differences vs (fun j => t j - s j) k = differences vs t k - differences vs s k.
Proof. induction vs as [|v vs]; intros t s k; simpl; [reflexivity|]. rewrite !IHvs. ring. Qed.

Lemma differences_power : forall vs c x k, In x vs -> differences vs (fun j => c * x ^ j) k = 0.
Proof.
  intros vs c x k. revert k.
  assert (E : forall k, differences vs (fun j => c * x ^ j) k
    = c * x ^ k * fold_right (fun v rest => (x - v) * rest) 1 vs).
  { induction vs as [|v vs]; intros k; simpl; [ring|]. rewrite !IHvs. simpl. ring. }
  intros k I. rewrite E.
  replace (fold_right (fun v rest => (x - v) * rest) 1 vs) with 0; [ring|].
  clear E. induction vs as [|v vs]; [contradiction|]. simpl.
  destruct I as [->|I]; [ring|]. rewrite <- IHvs by exact I. ring.
Qed.

Lemma differences_ext : forall vs s t k, (forall j, s j = t j) ->
  differences vs s k = differences vs t k.
Proof.
  intros vs s t k E. revert k. induction vs as [|v vs]; intros k; simpl; [apply E|].
  rewrite !IHvs. reflexivity.
Qed.

Lemma differences_moment : forall vs ws k, incl (map fst ws) vs ->
  differences vs (moment ws) k = 0.
Proof.
  intros vs ws k I. induction ws as [|[x m] ws].
  - rewrite (differences_ext vs _ (fun j => 0 - 0)) by (intros; unfold moment; simpl; ring).
    rewrite (differences_minus vs (fun _ => 0) (fun _ => 0)). ring.
  - rewrite (differences_ext vs _ (fun j => m * x ^ j - (0 - moment ws j))).
    2: { intros j. unfold moment. simpl. ring. }
    rewrite !differences_minus, differences_power by (apply I; left; reflexivity).
    rewrite IHws by (intros y Y; apply I; right; exact Y).
    rewrite (differences_ext vs _ (fun j => 0 - 0)) by (intros; ring).
    rewrite (differences_minus vs (fun _ => 0) (fun _ => 0)). ring.
Qed.

Lemma differences_start : forall vs t, (forall k, differences vs t k = 0) ->
  (forall j, (j < length vs)%nat -> t j = 0) -> forall k, t k = 0.
Proof.
  induction vs as [|v vs]; intros t Z B k; [apply Z|].
  assert (E : forall j, t (S j) - v * t j = 0).
  { apply (IHvs (fun j => t (S j) - v * t j)).
    - intros j. rewrite differences_step. apply Z.
    - intros j J. simpl in B. rewrite !B by lia. ring. }
  induction k; [apply B; simpl; lia|]. assert (H := E k). rewrite IHk in H. lra.
Qed.

(** Such a sequence is a combination of powers of the values when no two are the same. *)
Lemma combination : forall vs t, NoDup vs -> (forall k, differences vs t k = 0) ->
  exists ms, map fst ms = vs /\ forall k, t k = moment ms k.
Proof.
  induction vs as [|v vs]; intros t N Z.
  - exists []. split; [reflexivity|]. exact Z.
  - inversion N as [|v' vs' V N']. subst.
    destruct (IHvs (fun j => t (S j) - v * t j) N') as [ms [M E]].
    { intros k. rewrite differences_step. apply Z. }
    set (rest := map (fun vm => (fst vm, snd vm / (fst vm - v))) ms).
    assert (Step : forall k, moment rest (S k) - v * moment rest k = moment ms k).
    { intros k. assert (D : Forall (fun vm => fst vm <> v) ms).
      { apply Forall_forall. intros [x m] I. simpl. intros ->. apply V. rewrite <- M.
        apply (in_map fst ms (v, m) I). }
      unfold rest. clear - D. unfold moment. induction D as [|[x m] ms]; simpl in *; [ring|].
      rewrite <- IHD. field. lra. }
    exists ((v, t 0%nat - moment rest 0) :: rest). split.
    + simpl. f_equal. unfold rest. rewrite map_map. exact M.
    + assert (T : forall k, t k - moment rest k = (t 0%nat - moment rest 0) * v ^ k).
      { induction k; [simpl; ring|]. simpl. assert (H := E k). assert (H' := Step k).
        replace (moment rest (S k)) with (moment ms k + v * moment rest k) by lra.
        replace (t (S k)) with (moment ms k + v * t k) by lra.
        transitivity (v * (t k - moment rest k)); [ring|]. rewrite IHk. ring. }
      intros k. transitivity ((t 0%nat - moment rest 0) * v ^ k + moment rest k); [|reflexivity].
      rewrite <- T. ring.
Qed.

(** ** Square matrices *)

#[global] Instance same_equivalence p q : Equivalence (same_matrix p q).
Proof. split; red; eauto using same_refl, same_sym, same_trans. Qed.

#[global] Instance mul_proper p n q :
  Proper (same_matrix p n ==> same_matrix n q ==> same_matrix p q) (mul n).
Proof. intros A A' EA B B' EB. apply mul_ext; assumption. Qed.

#[global] Instance flip_proper p q : Proper (same_matrix p q ==> same_matrix q p) flip.
Proof. intros A A' E. apply same_flip. exact E. Qed.

Lemma mul_assoc_same : forall p q n m A B C,
  same_matrix p q (mul m (mul n A B) C) (mul n A (mul m B C)).
Proof. intros p q n m A B C i j _ _. apply mul_assoc. Qed.

Lemma flip_mul_same : forall p q n A B,
  same_matrix q p (flip (mul n A B)) (mul n (flip B) (flip A)).
Proof. intros p q n A B i j _ _. apply flip_mul. Qed.

Definition unit_matrix : dense_matrix := fun i j => if (i =? j)%nat then 1 else 0.
Definition zero_matrix : dense_matrix := fun _ _ => 0.

Lemma unit_left : forall n q X, same_matrix n q (mul n unit_matrix X) X.
Proof.
  intros n q X i j I J. unfold mul, unit_matrix.
  rewrite (total_ext n _ (fun k => real (k =? i) * X k j)).
  - apply (total_delta n i (fun k => X k j) I).
  - intros k _. rewrite Nat.eqb_sym. destruct (k =? i)%nat; simpl; ring.
Qed.

Lemma unit_right : forall p n X, same_matrix p n (mul n X unit_matrix) X.
Proof.
  intros p n X i j I J. unfold mul, unit_matrix.
  rewrite (total_ext n _ (fun k => real (k =? j) * X i k)).
  - apply (total_delta n j (fun k => X i k) J).
  - intros k _. destruct (k =? j)%nat; simpl; ring.
Qed.

Lemma zero_right : forall p n q X, same_matrix p q (mul n X zero_matrix) zero_matrix.
Proof. intros p n q X i j _ _. apply total_zero. intros. unfold zero_matrix. ring. Qed.

Definition tr (n : nat) (X : dense_matrix) : R := total n (fun i => X i i).

#[global] Instance tr_proper n : Proper (same_matrix n n ==> eq) (tr n).
Proof. intros X Y E. apply total_ext. intros i I. apply E; assumption. Qed.

(** What is nowhere negative and has the sum 0 is 0. *)
Lemma total_zero_each : forall n f, (forall i, (i < n)%nat -> 0 <= f i) -> total n f = 0 ->
  forall i, (i < n)%nat -> f i = 0.
Proof.
  induction n; intros f P Z i I; [lia|]. simpl in Z.
  assert (0 <= f n) by (apply P; lia).
  assert (0 <= total n f) by (apply total_nonneg; intros; apply P; lia).
  destruct (Nat.eq_dec i n) as [->|]; [lra|]. apply IHn; [intros; apply P; lia|lra|lia].
Qed.

Lemma square_zero : forall p q X, square p q X = 0 -> same_matrix p q X zero_matrix.
Proof.
  intros p q X Z i j I J. unfold square, dot in Z. unfold zero_matrix.
  assert (N : forall a, 0 <= total q (fun b => X a b * X a b)).
  { intros a. apply total_nonneg. intros. apply Rle_0_sqr. }
  assert (R := total_zero_each p _ (fun a _ => N a) Z i I). simpl in R.
  assert (E := total_zero_each q _ (fun b _ => Rle_0_sqr (X i b)) R j J).
  apply Rmult_integral in E. tauto.
Qed.

Section Square.
Variables (n : nat) (A : dense_matrix).

(** A - v. *)
Definition less (v : R) : dense_matrix := fun i j => A i j - v * unit_matrix i j.

Fixpoint pow_matrix (k : nat) : dense_matrix :=
  match k with O => unit_matrix | S k => mul n (pow_matrix k) A end.

(** Π (A - v) Y. *)
Fixpoint annihilate (vs : list R) (Y : dense_matrix) : dense_matrix :=
  match vs with [] => Y | v :: rest => mul n (less v) (annihilate rest Y) end.

Lemma less_left : forall v q Y,
  same_matrix n q (mul n (less v) Y) (fun i j => mul n A Y i j - v * Y i j).
Proof.
  intros v q Y i j I J. rewrite <- (unit_left n q Y i j I J). unfold mul, less.
  rewrite <- total_scale. unfold Rminus. rewrite <- (Rmult_1_l (- _)), Ropp_mult_distr_r_reverse,
    Ropp_mult_distr_l, <- total_scale, <- total_plus. apply total_ext. intros; ring.
Qed.

Lemma less_commute : forall v w q Y,
  same_matrix n q (mul n (less v) (mul n (less w) Y)) (mul n (less w) (mul n (less v) Y)).
Proof.
  assert (E : forall v w q Y, same_matrix n q (mul n (less v) (mul n (less w) Y))
    (fun i j => mul n A (mul n A Y) i j - (v + w) * mul n A Y i j + v * w * Y i j)).
  { intros v w q Y i j I J. rewrite (less_left v q _ i j I J), (less_left w q _ i j I J).
    rewrite (mul_ext n n q A A _ _ (same_refl _ _ _) (less_left w q Y) i j I J).
    unfold mul at 1. rewrite (total_ext n _ (fun k => A i k * mul n A Y k j
      + (- w) * (A i k * Y k j))) by (intros; ring).
    rewrite total_plus, total_scale. unfold mul. ring. }
  intros v w q Y i j I J. rewrite (E v w q Y i j I J), (E w v q Y i j I J). ring.
Qed.

Lemma annihilate_ext : forall q vs Y Z, same_matrix n q Y Z ->
  same_matrix n q (annihilate vs Y) (annihilate vs Z).
Proof.
  intros q vs Y Z E. induction vs; simpl; [exact E|]. rewrite IHvs. reflexivity.
Qed.

Lemma annihilate_permuted : forall q vs ws Y, Permutation vs ws ->
  same_matrix n q (annihilate vs Y) (annihilate ws Y).
Proof.
  intros q vs ws Y P. induction P; simpl.
  - reflexivity.
  - rewrite IHP. reflexivity.
  - apply less_commute.
  - etransitivity; eassumption.
Qed.

Lemma annihilate_app : forall vs ws Y, annihilate (vs ++ ws) Y = annihilate vs (annihilate ws Y).
Proof. intros vs ws Y. induction vs; simpl; [reflexivity|]. rewrite IHvs. reflexivity. Qed.

(** The factors may as well come from the right. *)
Lemma annihilate_right : forall vs v,
  same_matrix n n (mul n (annihilate vs unit_matrix) (less v))
    (annihilate (v :: vs) unit_matrix).
Proof.
  intros vs v.
  transitivity (annihilate vs (less v)).
  - induction vs; simpl; [apply unit_left|]. rewrite mul_assoc_same, IHvs. reflexivity.
  - transitivity (annihilate (vs ++ [v]) unit_matrix).
    + rewrite annihilate_app. apply annihilate_ext. simpl. rewrite unit_right. reflexivity.
    + apply annihilate_permuted. rewrite Permutation_app_comm. reflexivity.
Qed.

Lemma pow_commute : forall k, same_matrix n n (mul n A (pow_matrix k)) (pow_matrix (S k)).
Proof.
  induction k; simpl; [rewrite unit_right, unit_left; reflexivity|].
  rewrite <- mul_assoc_same, IHk. reflexivity.
Qed.

Definition trace_of_power (k : nat) : R := tr n (pow_matrix k).

Lemma annihilated_traces : forall vs k,
  tr n (mul n (pow_matrix k) (annihilate vs unit_matrix)) = differences vs trace_of_power k.
Proof.
  induction vs as [|v vs]; intros k; simpl; [rewrite unit_right; reflexivity|].
  rewrite <- !IHvs. set (Z := annihilate vs unit_matrix). simpl.
  rewrite <- mul_assoc_same.
  assert (E : same_matrix n n (mul n (pow_matrix k) (less v))
    (fun i j => mul n (pow_matrix k) A i j - v * pow_matrix k i j)).
  { intros i j I J. rewrite <- (unit_right n n (pow_matrix k) i j I J). unfold mul, less.
    rewrite <- total_scale. unfold Rminus.
    rewrite <- (Rmult_1_l (- _)), Ropp_mult_distr_r_reverse,
      Ropp_mult_distr_l, <- total_scale, <- total_plus. apply total_ext. intros; ring. }
  rewrite E. unfold tr, mul at 1 3. rewrite <- total_scale. unfold Rminus.
  rewrite <- (Rmult_1_l (- _)), Ropp_mult_distr_r_reverse, Ropp_mult_distr_l, <- total_scale,
    <- total_plus. apply total_ext. intros i _.
  unfold mul at 3. rewrite <- !total_scale, <- total_plus. apply total_ext. intros; ring.
Qed.

Theorem annihilated_moments : forall vs,
  same_matrix n n (annihilate (map fst vs) unit_matrix) zero_matrix ->
  (forall j, (j < length vs)%nat -> trace_of_power j = moment vs j) ->
  forall j, trace_of_power j = moment vs j.
Proof.
  intros vs Z B j.
  assert (H : forall k, trace_of_power k - moment vs k = 0); [|specialize (H j); lra].
  apply (differences_start (map fst vs) (fun k => trace_of_power k - moment vs k)).
  - intros k. rewrite differences_minus, (differences_moment (map fst vs) vs k) by apply incl_refl.
    rewrite <- annihilated_traces, Z, zero_right. unfold tr. rewrite total_zero by reflexivity. ring.
  - intros k L. rewrite map_length in L. rewrite (B k L). ring.
Qed.

(** *** Symmetric matrices *)

Hypothesis symmetric : same_matrix n n (flip A) A.

Lemma less_twice : forall v q Y,
  same_matrix n q (mul n (less v) (mul n (less v) Y)) zero_matrix ->
  same_matrix n q (mul n (less v) Y) zero_matrix.
Proof.
  intros v q Y E. apply square_zero. set (Z := mul n (less v) Y) in *.
  transitivity (dot n q (mul n (less v) Z) Y).
  - unfold square, dot. unfold Z at 2. unfold mul at 1.
    rewrite (total_ext n _ (fun i => total n (fun k => total q (fun j =>
      less v k i * Z i j * Y k j)))).
    + rewrite total_swap. apply total_ext. intros k _. rewrite total_swap. apply total_ext.
      intros j _. unfold mul. rewrite Rmult_comm, <- total_scale. apply total_ext. intros; ring.
    + intros i I. rewrite total_swap. apply total_ext. intros j _. rewrite <- total_scale.
      apply total_ext. intros k L. unfold less. assert (F := symmetric i k I L).
      unfold flip in F. rewrite <- F. unfold unit_matrix. rewrite (Nat.eqb_sym i k). ring.
  - unfold dot. apply total_zero. intros i I. apply total_zero. intros j J.
    rewrite (E i j I J). unfold zero_matrix. ring.
Qed.

(** The last factor may as well be the first. *)
Lemma annihilate_inward : forall q v vs Y,
  same_matrix n q (annihilate (v :: vs) Y) (annihilate vs (mul n (less v) Y)).
Proof.
  intros q v vs Y. change (mul n (less v) Y) with (annihilate [v] Y).
  rewrite <- annihilate_app. apply annihilate_permuted. apply Permutation_cons_append.
Qed.

(** Each factor is needed once only. *)
Lemma annihilated_once : forall q vs Y, same_matrix n q (annihilate vs Y) zero_matrix ->
  same_matrix n q (annihilate (nodup Req_EM_T vs) Y) zero_matrix.
Proof.
  intros q. induction vs as [|v vs]; intros Y Z; [exact Z|]. simpl nodup.
  destruct (in_dec Req_EM_T v vs) as [I|_].
  - apply IHvs. destruct (in_split v vs I) as [l1 [l2 ->]].
    assert (P : Permutation (l1 ++ v :: l2) (v :: l1 ++ l2)).
    { symmetry. apply Permutation_middle. }
    rewrite (annihilate_permuted q _ _ Y P). simpl. apply less_twice. rewrite <- Z.
    symmetry. apply (annihilate_permuted q _ _ Y (perm_skip v P)).
  - rewrite annihilate_inward in Z |- *. apply IHvs. exact Z.
Qed.

Lemma traces_of_root : forall vs,
  same_matrix n n (annihilate vs unit_matrix) zero_matrix -> Forall (fun v => 0 <= v) vs ->
  exists ms, Forall (fun vm => 0 <= fst vm) ms /\ forall j, trace_of_power j = moment ms j.
Proof.
  intros vs Z P. assert (E := annihilated_once n vs unit_matrix Z).
  destruct (combination _ trace_of_power (NoDup_nodup Req_EM_T vs)) as [ms [M T]].
  { intros k. rewrite <- annihilated_traces, E, zero_right. unfold tr. apply total_zero.
    reflexivity. }
  exists ms. split; [|exact T]. apply Forall_forall. intros vm V.
  rewrite Forall_forall in P. apply P, (nodup_In Req_EM_T). rewrite <- M. apply in_map. exact V.
Qed.

End Square.

(** (B B)^j = B^(2j). *)
Lemma pow_square : forall n B G, same_matrix n n G (mul n B B) -> forall j,
  same_matrix n n (pow_matrix n G j) (pow_matrix n B (2 * j)).
Proof.
  intros n B G E j. induction j; [reflexivity|].
  replace (2 * S j)%nat with (S (S (2 * j))) by lia.
  cbn [pow_matrix]. rewrite IHj, E, mul_assoc_same. reflexivity.
Qed.

(** The squares of the values, with the weights, belong to S S. *)
Lemma moment_squares : forall ms j, moment ms (2 * j)
  = moment (map (fun vm => (fst vm * fst vm, snd vm)) ms) j.
Proof.
  intros ms j. unfold moment. induction ms as [|[x m] ms IH]; [reflexivity|].
  cbn [fold_right map fst snd]. rewrite IH, pow_mult. replace (x ^ 2) with (x * x) by ring.
  reflexivity.
Qed.

(** Σ m v from the moments of the v². *)
Lemma moment_of_squares : forall ms, Forall (fun vm => 0 <= fst vm) ms ->
  moment ms 1 = weighted sqrt (map (fun vm => (fst vm * fst vm, snd vm)) ms).
Proof.
  intros ms P. unfold moment. induction P as [|[x m] ms X]; [reflexivity|]. simpl in *.
  rewrite IHP, sqrt_square by exact X. ring.
Qed.

Lemma trace_of_power_one : forall n X, trace_of_power n X 1 = tr n X.
Proof. intros n X. unfold trace_of_power. simpl. rewrite unit_left. reflexivity. Qed.
