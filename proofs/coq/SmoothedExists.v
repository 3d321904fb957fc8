(** * A ReLU_ε for every ε > 0: Definition 16 can be met

    0 up to 0, x² (2ε - x)/ε² up to ε, and x from there. *)

From Coq Require Import Reals FunctionalExtensionality Lra.
From Uniform Require Import Smoothed Existence.
Local Open Scope R_scope.

(** g up to a and h from a, with the same value and slope there. *)
Lemma derivable_glued : forall f g g' h h' a,
  (forall x, x <= a -> f x = g x) -> (forall x, a <= x -> f x = h x) ->
  (forall x, derivable_pt_lim g x (g' x)) -> (forall x, derivable_pt_lim h x (h' x)) -> g' a = h' a
    ->
  forall x, derivable_pt_lim f x (if Rle_lt_dec x a then g' x else h' x).
Proof.
  intros f g g' h h' a Fg Fh G H E x eps P.
  destruct (G x eps P) as [[dg Dg] Qg]. destruct (H x eps P) as [[dh Dh] Qh]. simpl in Qg, Qh.
  assert (D : 0 < Rmin dg dh) by (apply Rmin_glb_lt; assumption).
  assert (Mg := Rmin_l dg dh). assert (Mh := Rmin_r dg dh).
  destruct (Rle_lt_dec x a) as [Le|Gt].
  - destruct (Req_dec x a) as [->|Ne].
    + exists (mkposreal _ D). simpl. intros t T0 T. destruct (Rle_lt_dec t 0).
      * rewrite !Fg by lra. apply Qg; [exact T0 | lra].
      * rewrite !Fh by lra. rewrite E. apply Qh; [exact T0 | lra].
    + assert (D' : 0 < Rmin dg (a - x)) by (apply Rmin_glb_lt; lra).
      exists (mkposreal _ D'). simpl. intros t T0 T. assert (A := Rmin_l dg (a - x)).
      assert (B := Rmin_r dg (a - x)). assert (C := Rle_abs t).
      rewrite !Fg by lra. apply Qg; [exact T0 | lra].
  - assert (D' : 0 < Rmin dh (x - a)) by (apply Rmin_glb_lt; lra).
    exists (mkposreal _ D'). simpl. intros t T0 T. assert (A := Rmin_l dh (x - a)).
    assert (B := Rmin_r dh (x - a)). assert (C := Rle_abs (- t)). rewrite Rabs_Ropp in C.
    rewrite !Fh by lra. apply Qh; [exact T0 | lra].
Qed.

Section Smoothed.
Variable eps : R.
Hypothesis eps_pos : 0 < eps.

Definition cubic (x : R) : R := x * x * (2 * eps - x) / (eps * eps).
Definition slope (x : R) : R := (4 * eps * x - 3 * (x * x)) / (eps * eps).
Definition relu_eps (x : R) : R := if Rle_lt_dec x 0 then 0 else if Rle_lt_dec x eps then cubic x
  else x.
(** [slope] between 0 and ε. *)
Definition relu_eps' (x : R) : R := slope (Rmax 0 (eps - Rmax 0 (eps - x))).

Lemma cubic_derivative : forall x, derivable_pt_lim cubic x (slope x).
Proof.
  intros x. assert (I := derivable_pt_lim_id x).
  assert (C : derivable_pt_lim (fun _ => 2 * eps) x 0) by apply derivable_pt_lim_const.
  assert (D := derivable_pt_lim_mult _ _ x _ _ (derivable_pt_lim_mult id id x 1 1 I I)
    (derivable_pt_lim_minus _ _ x _ _ C I)).
  assert (S := derivable_pt_lim_scal _ (/ (eps * eps)) x _ D).
  apply (derivable_pt_lim_ext (fun t => / (eps * eps) * (t * t * (2 * eps - t)))).
  - intros t. unfold cubic. field. lra.
  - unfold slope. replace ((4 * eps * x - 3 * (x * x)) / (eps * eps)) with
      (/ (eps * eps) * ((1 * id x + id x * 1) * (2 * eps - id x) + id x * id x * (0 - 1)));
      [exact S | unfold id; field; lra].
Qed.

Lemma relu_eps_derivative : forall x, derivable_pt_lim relu_eps x (relu_eps' x).
Proof.
  intros x.
  set (upper t := if Rle_lt_dec t eps then cubic t else t).
  assert (U : forall t, derivable_pt_lim upper t (if Rle_lt_dec t eps then slope t else 1)).
  { apply (derivable_glued upper cubic slope (fun t => t) (fun _ => 1) eps).
    - intros t T. unfold upper. destruct (Rle_lt_dec t eps); [reflexivity | lra].
    - intros t T. unfold upper. destruct (Rle_lt_dec t eps); [|reflexivity].
      replace t with eps by lra. unfold cubic. field. lra.
    - exact cubic_derivative.
    - intros t. apply derivable_pt_lim_id.
    - unfold slope. field. lra. }
  assert (D := derivable_glued relu_eps (fun _ => 0) (fun _ => 0) upper _ 0
    ltac:(intros t T; unfold relu_eps; destruct (Rle_lt_dec t 0); [reflexivity | lra])
    ltac:(intros t T; unfold relu_eps, upper; destruct (Rle_lt_dec t 0); [|reflexivity];
      destruct (Rle_lt_dec t eps); [replace t with 0 by lra; unfold cubic; field; lra | lra])
    (fun t => derivable_pt_lim_const 0 t) U
    ltac:(cbv beta; destruct (Rle_lt_dec 0 eps); [unfold slope; field; lra | lra]) x).
  cbv beta in D. replace (relu_eps' x) with (if Rle_lt_dec x 0 then 0 else
    if Rle_lt_dec x eps then slope x else 1); [exact D|].
  unfold relu_eps'. destruct (Rle_lt_dec x 0); [|destruct (Rle_lt_dec x eps)].
  - rewrite (Rmax_right 0 (eps - x)), Rmax_left by lra. unfold slope. field. lra.
  - rewrite (Rmax_right 0 (eps - x)), Rmax_right by lra. f_equal. ring.
  - rewrite (Rmax_left 0 (eps - x)), Rmax_right by lra. unfold slope. field. lra.
Qed.

Theorem relu_eps_smoothed : smoothed eps relu_eps.
Proof.
  assert (ee : 0 < eps * eps) by (apply Rmult_lt_0_compat; assumption).
  assert (clamp : forall x, 0 <= Rmax 0 (eps - Rmax 0 (eps - x)) <= eps).
  { intros x. assert (A := Rmax_l 0 (eps - x)). split; [apply Rmax_l | apply Rmax_lub; lra]. }
  split; [|split].
  - intros x [X|X]; unfold relu_eps; destruct (Rle_lt_dec x 0); try lra.
    + rewrite Rmax_left; lra.
    + rewrite Rmax_right by lra. destruct (Rle_lt_dec x eps); [|reflexivity].
      replace x with eps by lra. unfold cubic. field. lra.
  - intros x [X0 X1]. rewrite Rmax_right by lra. unfold relu_eps, cubic.
    destruct (Rle_lt_dec x 0); [lra|]. destruct (Rle_lt_dec x eps); [|lra]. split.
    + apply Rdiv_lt_0_compat; [|exact ee]. repeat apply Rmult_lt_0_compat; lra.
    + apply Rmult_lt_reg_r with (eps * eps); [exact ee|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l by lra.
      assert (0 < x * ((eps - x) * (eps - x))) by (repeat apply Rmult_lt_0_compat; lra). lra.
  - exists relu_eps', 7. split; [exact relu_eps_derivative|]. split; [|split].
    + unfold relu_eps'. intros x.
      apply (continuity_pt_comp (fun x => Rmax 0 (eps - Rmax 0 (eps - x))) slope).
      * apply (continuity_pt_comp (fun x => eps - Rmax 0 (eps - x)) (Rmax 0));
        [|apply relu_continuous].
        apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity|].
        apply (continuity_pt_comp (fun x => eps - x) (Rmax 0)); [|apply relu_continuous].
        apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity|].
        apply derivable_continuous_pt, derivable_pt_id.
      * unfold slope. reg.
    + intros x. destruct (clamp x) as [U0 U1]. unfold relu_eps', slope. set (u := Rmax 0 _) in *.
      assert (0 <= u * u <= eps * eps) by (split; [apply Rle_0_sqr | apply Rmult_le_compat; lra]).
      assert (0 <= eps * u <= eps * eps) by
        (split; [apply Rmult_le_pos | apply Rmult_le_compat_l]; lra).
      apply Rabs_le. split; (apply Rmult_le_reg_r with (eps * eps); [exact ee|]);
        unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra.
    + intros x [X0 X1]. unfold relu_eps'. rewrite (Rmax_right 0 (eps - x)), Rmax_right by lra.
      replace (eps - (eps - x)) with x by ring. unfold slope. apply Rdiv_lt_0_compat; [|exact ee].
      assert (0 < x * (eps - x)) by (apply Rmult_lt_0_compat; lra).
      assert (0 < x * x) by (apply Rmult_lt_0_compat; lra).
      assert (0 < eps * x) by (apply Rmult_lt_0_compat; lra). lra.
Qed.
End Smoothed.
