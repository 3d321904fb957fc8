(** * Each relation of Statements.v has one solution

    For every number r of vertices: an inverse, a pseudo-inverse and the solution of a ridge problem are
    determined as matrices; a rank, a nuclear norm and the trace of a polar decomposition as numbers, and
    the last two are the same. *)

From Coq Require Import Reals Arith List Setoid Morphisms Lia Lra.
From Uniform Require Import Subsets Lists Orbits Matrices Spectra Eigenbasis Tables Statements.
Import ListNotations.
Local Open Scope R_scope.

Section Unique.
Variable r : nat.
Local Notation size := (size_of r).
Local Notation read := (table r).

(** ** Matrices *)

Theorem inverse_unique : forall M V V', formal M -> inverse (INR r) M V -> inverse (INR r) M V' ->
  agree r V V'.
Proof.
  assert (Shape : forall M V, inverse (INR r) M V ->
    cols M = rows M /\ rows V = rows M /\ cols V = rows M).
  { intros M V [E F]. assert (E1 := f_equal rows E). assert (E2 := f_equal cols E).
    assert (F2 := f_equal cols F). auto. }
  intros M V V' FM IV IV'. destruct (Shape _ _ IV) as [C [R1 C1]], (Shape _ _ IV') as [_ [R2 C2]].
  destruct IV as [E _], IV' as [_ F]. assert (FM' := FM). destruct FM' as [S _].
  assert (FV : formal V) by (split; rewrite ?R1, ?C1; exact S).
  assert (FV' : formal V') by (split; rewrite ?R2, ?C2; exact S).
  assert (E' := table_product r V M FV FM (eq_trans C1 eq_refl)).
  assert (F' := table_product r M V' FM FV' (eq_trans C (eq_sym R2))).
  rewrite E, R1, C1, C, table_identity in E' by exact S.
  rewrite F, C2, C, table_identity in F' by exact S.
  apply agree_table; [exact FV|congruence|congruence|]. rewrite R1, C1.
  rewrite <- (unit_right _ _ (read V)), F', <- mul_assoc_same, <- E', unit_left. reflexivity.
Qed.

Theorem pseudo_inverse_unique : forall M V V', formal M ->
  pseudo_inverse (INR r) M V -> pseudo_inverse (INR r) M V' -> agree r V V'.
Proof.
  assert (Shape : forall M V, pseudo_inverse (INR r) M V -> rows V = cols M /\ cols V = rows M).
  { intros M V [_ [_ [E F]]]. apply (f_equal rows) in E, F. simpl in *. auto. }
  assert (Penrose : forall M V, formal M -> pseudo_inverse (INR r) M V ->
    penrose (size (rows M)) (size (cols M)) (read M) (read V)).
  { intros M V FM I. destruct (Shape _ _ I) as [R C]. destruct I as [E1 [E2 [E3 E4]]].
    assert (FV : formal V) by (split; rewrite ?R, ?C; apply FM).
    assert (MV := table_product r M V FM FV (eq_sym R)).
    assert (VM := table_product r V M FV FM C).
    assert (FMV : formal (product (INR r) M V)) by (split; simpl; rewrite ?C; apply FM).
    assert (FVM : formal (product (INR r) V M)) by (split; simpl; rewrite ?R; apply FM).
    assert (T1 := table_product r (product (INR r) M V) M FMV FM C).
    assert (T2 := table_product r (product (INR r) V M) V FVM FV (eq_sym R)).
    assert (T3 := table_transpose r _ FMV). assert (T4 := table_transpose r _ FVM).
    rewrite E1 in T1. rewrite E2 in T2. rewrite E3 in T3. rewrite E4 in T4.
    simpl in *. rewrite ?R, ?C in *. split.
    - rewrite <- MV. symmetry. exact T1.
    - rewrite <- VM. symmetry. exact T2.
    - rewrite <- (same_flip _ _ _ _ MV), <- T3. exact MV.
    - rewrite <- (same_flip _ _ _ _ VM), <- T4. exact VM. }
  intros M V V' FM I I'. destruct (Shape _ _ I) as [R C], (Shape _ _ I') as [R' C'].
  apply agree_table; [split; rewrite ?R, ?C; apply FM|congruence|congruence|].
  rewrite R, C. apply (penrose_unique _ _ (read M)); apply Penrose; assumption.
Qed.

(** D (M Mᵀ + c) = 0 with c > 0 only for D = 0. *)
Lemma ridge_zero : forall p n q c D M, 0 < c ->
  same_matrix p n (fun i j => mul n D (mul q M (flip M)) i j + c * D i j) zero_matrix ->
  same_matrix p n D zero_matrix.
Proof.
  intros p n q c D M C E. apply square_zero.
  assert (Z : square p q (mul n D M) + c * square p n D = 0).
  { unfold square at 1. rewrite dot_mul. unfold square, dot. rewrite <- total_scale, <- total_plus.
    apply total_zero. intros i I. rewrite <- total_scale, <- total_plus. apply total_zero.
    intros j J. rewrite mul_assoc.
    replace (mul n D (mul q M (flip M)) i j * D i j + c * (D i j * D i j))
      with ((mul n D (mul q M (flip M)) i j + c * D i j) * D i j) by ring.
    rewrite (E i j I J). unfold zero_matrix. ring. }
  assert (P := square_nonnegative p q (mul n D M)).
  assert (Q := square_nonnegative p n D).
  assert (0 <= c * square p n D) by (apply Rmult_le_pos; lra).
  assert (c * square p n D = 0) as H' by lra. apply Rmult_integral in H'. lra.
Qed.

Theorem ridge_unique : forall M a W W', formal M ->
  ridge (INR r) M a W -> ridge (INR r) M a W' -> agree r W W'.
Proof.
  intros M a W W' FM [A [R [C E]]] [_ [R' [C' E']]].
  set (n := size (rows M)). set (q := size (cols M)). set (c := INR q * a).
  assert (Solves : forall V, rows V = cols M -> cols V = rows M ->
    product (INR r) V (sum (product (INR r) M (transpose M))
      (scale (count (INR r) (cols M) * a) (identity (rows M)))) = transpose M ->
    same_matrix q n (fun i j => mul n (read V) (mul q (read M) (flip (read M))) i j
      + c * read V i j) (flip (read M))).
  { intros V RV CV EV. assert (FV : formal V) by (split; rewrite ?RV, ?CV; apply FM).
    assert (FT : formal (transpose M)) by (split; apply FM).
    assert (FP : formal (product (INR r) M (transpose M))) by (split; apply FM).
    assert (FI : formal (identity (rows M))) by (split; apply FM).
    set (system := sum _ _) in EV.
    assert (FS : formal system) by (split; apply FM).
    assert (T := table_product r V system FV FS CV). rewrite EV in T. simpl in T.
    rewrite RV, CV in T. fold n q in T.
    assert (S : same_matrix n n (read system)
      (fun i j => mul q (read M) (flip (read M)) i j + c * unit_matrix i j)).
    { intros i j I J. unfold system.
      rewrite (table_sum r _ (scale (count (INR r) (cols M) * a) (identity (rows M))) FP
        eq_refl eq_refl i j I J).
      rewrite (table_scale r _ _ FI i j I J), count_size. fold q c.
      rewrite (table_identity r (rows M) (proj1 FM) i j I J). f_equal.
      rewrite (table_product r M (transpose M) FM FT eq_refl i j I J).
      apply (mul_ext n q n); [reflexivity|apply (table_transpose r M FM)|exact I|exact J]. }
    intros i j I J. rewrite <- (table_transpose r M FM i j I J), (T i j I J).
    rewrite (mul_ext q n n _ _ _ _ (same_refl _ _ _) S i j I J).
    rewrite <- (unit_right q n (read V) i j I J). unfold mul at 3 4.
    rewrite <- total_scale. unfold mul at 1. rewrite <- total_plus.
    apply total_ext. intros; ring. }
  assert (S := Solves W R C E). assert (S' := Solves W' R' C' E').
  apply agree_table; [split; rewrite ?R, ?C; apply FM|congruence|congruence|].
  rewrite R, C. fold n q. intros i j I J.
  assert (P : 0 < INR q) by (apply lt_0_INR; lia).
  assert (Z : same_matrix q n (minus (read W) (read W')) zero_matrix).
  { apply (ridge_zero q n q c _ (read M)); [apply Rmult_lt_0_compat; assumption|].
    intros k l K L. rewrite mul_minus_left. assert (H := S k l K L). assert (H' := S' k l K L).
    unfold minus, zero_matrix. lra. }
  assert (H := Z i j I J). unfold minus, zero_matrix in H. lra.
Qed.

(** ** Numbers *)

Lemma power_shape : forall M j, rows M = cols M ->
  rows (power (INR r) M j) = rows M /\ cols (power (INR r) M j) = rows M.
Proof.
  intros M j E. induction j; simpl; [auto|]. destruct j; [auto|]. simpl in *. split; [apply IHj|auto].
Qed.

Lemma table_power : forall M, formal M -> rows M = cols M -> forall j,
  same_matrix (size (rows M)) (size (rows M)) (read (power (INR r) M j))
    (pow_matrix (size (rows M)) (read M) j).
Proof.
  intros M FM E. induction j; [apply table_identity, FM|]. destruct j.
  - cbn [power pow_matrix]. rewrite unit_left. reflexivity.
  - destruct (power_shape M (S j) E) as [R C].
    change (power (INR r) M (S (S j))) with (product (INR r) (power (INR r) M (S j)) M).
    assert (FP : formal (power (INR r) M (S j))) by (split; rewrite ?R, ?C; apply FM).
    assert (T := table_product r _ M FP FM C). rewrite R, C, <- E in T.
    rewrite T, IHj. reflexivity.
Qed.

Lemma table_shifted : forall M v, formal M -> rows M = cols M ->
  same_matrix (size (rows M)) (size (rows M)) (read (shifted M v)) (less (read M) v).
Proof.
  intros M v FM E i j I J. unfold shifted, less.
  assert (FI : formal (identity (rows M))) by (split; apply FM).
  assert (D := table_difference r M (scale v (identity (rows M))) FM eq_refl (eq_sym E)).
  rewrite <- E in D. rewrite (D i j I J), (table_scale r v _ FI i j I J).
  rewrite (table_identity r _ (proj1 FM) i j I J). reflexivity.
Qed.

Lemma annihilator_shape : forall M vs, rows M = cols M ->
  rows (annihilator (INR r) M vs) = rows M /\ cols (annihilator (INR r) M vs) = rows M.
Proof.
  intros M vs E. induction vs as [|[v m] vs]; [simpl; auto|]. destruct vs; [simpl; auto|].
  split; [apply IHvs|]. simpl. auto.
Qed.

Lemma table_annihilator : forall M, formal M -> rows M = cols M -> forall vs,
  same_matrix (size (rows M)) (size (rows M)) (read (annihilator (INR r) M vs))
    (annihilate (size (rows M)) (read M) (map fst vs) unit_matrix).
Proof.
  intros M FM E. induction vs as [|[v m] vs]; [apply table_identity, FM|].
  cbn [map fst]. rewrite <- annihilate_right. destruct vs as [|w vs].
  - cbn [annihilator annihilate map]. rewrite unit_left. apply table_shifted; assumption.
  - set (rest := w :: vs) in *. destruct (annihilator_shape M rest E) as [R C].
    change (annihilator (INR r) M ((v, m) :: rest))
      with (product (INR r) (annihilator (INR r) M rest) (shifted M v)).
    assert (FA : formal (annihilator (INR r) M rest)) by (split; rewrite ?R, ?C; apply FM).
    assert (FS : formal (shifted M v)) by (split; simpl; apply FM).
    assert (T := table_product r _ (shifted M v) FA FS C).
    change (cols (shifted M v)) with (cols M) in T. rewrite R, C, <- E in T. rewrite T, IHvs, (table_shifted M v FM E). reflexivity.
Qed.

Theorem spectrum_moments : forall M vs, formal M -> spectrum (INR r) M vs -> forall j,
  trace_of_power (size (rows M)) (read M) j = moment vs j.
Proof.
  intros M vs FM [S [Z [T _]]]. assert (E := f_equal cols S). simpl in E.
  apply annihilated_moments.
  - rewrite <- (table_annihilator M FM E vs), Z. apply table_zeros; apply FM.
  - intros j L. destruct (power_shape M j E) as [R C].
    unfold trace_of_power. rewrite <- (table_power M FM E j). rewrite <- R at 1.
    rewrite <- table_trace; [|split; rewrite ?R, ?C; apply FM|congruence].
    apply (f_equal (fun l => nth j l 0)) in T. rewrite !nth_map_seq in T by exact L. exact T.
Qed.

(** It is one: there is an orthonormal basis of eigenvectors, to which the values belong as often. *)
Theorem spectrum_eigenvalues : forall M vs, formal M -> spectrum (INR r) M vs ->
  has_spectrum (size (rows M)) (read M) vs.
Proof.
  intros M vs FM SM. assert (H := spectrum_moments M vs FM SM). destruct SM as [S [Z _]].
  assert (E := f_equal cols S). simpl in E. apply spectrum_by.
  - assert (T := table_transpose r M FM). rewrite S, <- E in T. symmetry. exact T.
  - rewrite <- (table_annihilator M FM E vs), Z. apply table_zeros; apply FM.
  - intros j _. apply H.
Qed.

(** Eigenvalues and multiplicities, together, are determined: Σ m f(v) is, for every f. *)
Theorem spectrum_unique : forall M vs ws, formal M ->
  spectrum (INR r) M vs -> spectrum (INR r) M ws -> forall f, weighted f vs = weighted f ws.
Proof.
  intros M vs ws FM SV SW. apply moments_determine. intros j.
  rewrite <- (spectrum_moments M vs FM SV j). apply spectrum_moments; assumption.
Qed.

Lemma formal_gram : forall M, formal M -> formal (gram (INR r) M).
Proof. intros M FM. split; apply FM. Qed.

Lemma rank_weighted : forall zero rest, Forall (fun vm => fst vm = 0) zero ->
  Forall (fun vm => fst vm <> 0) rest ->
  moment rest 0 = weighted (fun x => if Req_EM_T x 0 then 0 else 1) (zero ++ rest).
Proof.
  intros zero rest Z N. rewrite weighted_app.
  replace (weighted _ zero) with 0.
  - unfold moment. induction N as [|[x m] rest X]; simpl in *; [ring|].
    rewrite Rplus_0_l in IHN. rewrite <- IHN. destruct (Req_EM_T x 0); [contradiction|]. ring.
  - induction Z as [|[x m] zero X]; simpl in *; [reflexivity|]. rewrite <- IHZ, X.
    destruct (Req_EM_T 0 0); [ring|contradiction].
Qed.

Theorem rank_unique : forall M rho rho', formal M ->
  rank (INR r) M rho -> rank (INR r) M rho' -> rho = rho'.
Proof.
  intros M rho rho' FM [z [l [S [Z [L ->]]]]] [z' [l' [S' [Z' [L' ->]]]]].
  rewrite (rank_weighted z l Z L), (rank_weighted z' l' Z' L').
  apply (spectrum_unique (gram (INR r) M)); auto using formal_gram.
Qed.

(** It is the number of eigenvalues of MᵀM that are not zero. *)
Theorem rank_eigenvalues : forall M rho, formal M -> rank (INR r) M rho ->
  eigenvalues_with is_not_zero (size (cols M)) (read (gram (INR r) M)) rho.
Proof.
  intros M rho FM [zero [rest [S [Z [N ->]]]]].
  apply spectrum_eigenvalues in S; [|apply formal_gram, FM].
  replace (moment rest 0) with (chosen (map (fun _ => false) zero ++ map (fun _ => true) rest)
    (zero ++ rest)).
  - apply eigenvalues_with_by; [exact S|]. apply Forall2_app.
    + clear - Z. induction Z; simpl; constructor; auto. left. apply is_not_zero_false. assumption.
    + clear - N. induction N; simpl; constructor; auto. left. apply is_not_zero_true. assumption.
  - clear. unfold moment. induction zero as [|vm zero IH]; [|cbn [map app chosen]; rewrite IH; ring].
    simpl app. induction rest as [|vm rest IH]; [reflexivity|]. cbn [map chosen fold_right].
    rewrite IH. ring.
Qed.

(** The moments of the squares of the singular values are the traces of the powers of MᵀM. *)
Definition singular_values (M : matrix) (ms : list (R * R)) : Prop :=
  Forall (fun vm => 0 <= fst vm) ms /\ forall j,
  trace_of_power (size (cols M)) (read (gram (INR r) M)) j = moment ms (2 * j).

Lemma singular_values_unique : forall M ms ms', singular_values M ms -> singular_values M ms' ->
  moment ms 1 = moment ms' 1.
Proof.
  intros M ms ms' [P E] [P' E']. rewrite (moment_of_squares ms P), (moment_of_squares ms' P').
  apply moments_determine. intros j. rewrite <- !moment_squares, <- E. apply E'.
Qed.

Lemma nuclear_values : forall M nu, formal M -> nuclear (INR r) M nu ->
  exists ms, singular_values M ms /\ nu = moment ms 1.
Proof.
  intros M nu FM [vs [S [P ->]]]. exists vs. split; [|reflexivity]. split; [exact P|].
  intros j. rewrite moment_squares. apply (spectrum_moments _ _ (formal_gram M FM) S).
Qed.

(** It is the sum of the roots of the eigenvalues of MᵀM. *)
Theorem nuclear_eigenvalues : forall M nu, formal M -> nuclear (INR r) M nu ->
  exists basis, eigenbasis (size (cols M)) (read (gram (INR r) M)) basis /\
    nu = over_basis sqrt basis.
Proof.
  intros M nu FM [vs [S [P ->]]]. apply spectrum_eigenvalues in S; [|apply formal_gram, FM].
  destruct S as [T [basis [B M']]]. exists basis. split; [exact B|].
  rewrite (spectrum_sums _ _ _ (conj T (ex_intro _ basis (conj B M'))) basis B).
  apply moment_of_squares. exact P.
Qed.

Lemma factorisation_values : forall M nu, formal M -> factorisation (INR r) M nu ->
  exists ms, singular_values M ms /\ nu = moment ms 1.
Proof.
  intros M nu FM [U [B [vs [EM [EB [EU [SB [Z [P ->]]]]]]]]].
  assert (SQ := f_equal cols SB). simpl in SQ.
  assert (RU := f_equal rows EM). assert (CB := f_equal cols EM).
  assert (RB := f_equal rows EB). simpl in RU, CB, RB.
  assert (FU : formal U) by (split; [rewrite RU|rewrite RB, SQ, CB]; apply FM).
  assert (FB : formal B) by (split; [rewrite SQ|]; rewrite CB; apply FM).
  assert (FG : formal (gram (INR r) U)) by apply formal_gram, FU.
  assert (FT : formal (transpose U)) by (split; apply FU).
  assert (FTM : formal (transpose M)) by (split; apply FM).
  set (n := size (cols M)).
  assert (NB : size (rows B) = n) by (unfold n; rewrite SQ, CB; reflexivity).
  (* Bᵀ Uᵀ U B = B B. *)
  assert (G : same_matrix n n (read (gram (INR r) M)) (mul n (read B) (read B))).
  { assert (M1 := table_product r U B FU FB RB).
    assert (G1 := table_product r (transpose M) M FTM FM eq_refl).
    assert (G2 := table_transpose r M FM).
    assert (U1 := table_product r (transpose U) U FT FU eq_refl).
    assert (U2 := table_transpose r U FU).
    assert (B1 := table_product r (gram (INR r) U) B FG FB RB).
    assert (B2 := table_transpose r B FB).
    rewrite EM in M1. rewrite EB in B1. rewrite SB in B2. simpl in *.
    assert (CU : size (cols U) = n) by (rewrite RB; exact NB).
    rewrite ?RU, ?CU, ?NB, <- ?SQ, ?NB, ?CB in *. fold n in M1, G1, G2, U1, U2, B1, B2.
    unfold gram. rewrite G1, G2, M1.
    rewrite flip_mul_same, mul_assoc_same.
    rewrite <- (mul_assoc_same n n (size (rows M)) n), <- U2, <- U1.
    change (read (product (INR r) (transpose U) U)) with (read (gram (INR r) U)).
    rewrite <- B1, <- B2. reflexivity. }
  assert (ZB : same_matrix n n (annihilate n (read B) (map fst vs) unit_matrix) zero_matrix).
  { assert (T := table_annihilator B FB SQ vs). rewrite NB in T. rewrite <- T, Z, <- NB.
    apply table_zeros; apply FB. }
  assert (SS : same_matrix n n (flip (read B)) (read B)).
  { assert (T := table_transpose r B FB). rewrite SB, <- SQ, NB in T. symmetry. exact T. }
  destruct (traces_of_root n (read B) SS (map fst vs) ZB) as [ms [PM TM]].
  { apply Forall_forall. intros x X. apply in_map_iff in X. destruct X as [vm [<- V]].
    rewrite Forall_forall in P. apply P. exact V. }
  exists ms. split.
  - split; [exact PM|]. intros j. fold n. rewrite <- TM. unfold trace_of_power.
    rewrite (pow_square n (read B) _ G j). reflexivity.
  - rewrite <- TM, trace_of_power_one, (table_trace r B FB SQ), NB. reflexivity.
Qed.

Theorem nuclear_unique : forall M nu nu', formal M ->
  nuclear (INR r) M nu -> nuclear (INR r) M nu' -> nu = nu'.
Proof.
  intros M nu nu' FM N N'. destruct (nuclear_values M nu FM N) as [ms [S ->]].
  destruct (nuclear_values M nu' FM N') as [ms' [S' ->]]. apply (singular_values_unique M); assumption.
Qed.

Theorem factorisation_unique : forall M nu nu', formal M ->
  factorisation (INR r) M nu -> factorisation (INR r) M nu' -> nu = nu'.
Proof.
  intros M nu nu' FM N N'. destruct (factorisation_values M nu FM N) as [ms [S ->]].
  destruct (factorisation_values M nu' FM N') as [ms' [S' ->]].
  apply (singular_values_unique M); assumption.
Qed.

(** Both are ways to the nuclear norm. *)
Theorem nuclear_factorisation : forall M nu nu', formal M ->
  nuclear (INR r) M nu -> factorisation (INR r) M nu' -> nu = nu'.
Proof.
  intros M nu nu' FM N N'. destruct (nuclear_values M nu FM N) as [ms [S ->]].
  destruct (factorisation_values M nu' FM N') as [ms' [S' ->]].
  apply (singular_values_unique M); assumption.
Qed.

End Unique.
