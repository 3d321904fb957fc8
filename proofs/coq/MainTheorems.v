(** * The theorems of the paper that are proved from its definitions

    Every statement is written out in the terms of Objective.v; README.md says them in words. *)

From Coq Require Import Reals Arith.
From Uniform Require Import Objective Smoothed.
From Uniform Require Collapse Theorem3 AllClasses BestPoints MoreClasses Ties Ratio Order Existence
  Theorem4 Theorem17 SmoothedExists TwoLayers.
Local Open Scope R_scope.

(** ** Theorem 3, the first sentence *)

(** For every number of classes, by Definition 8's first way, where collapse is not degenerate. *)
Theorem theorem_3 : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) ->
  beats_collapse p (extended p).
Proof. exact AllClasses.theorem_3_nondegenerate. Qed.

(** The same with the condition in numbers. *)
Theorem theorem_3_subcritical : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  subcritical p -> beats_collapse p (extended p).
Proof. exact AllClasses.theorem_3. Qed.

(** The two conditions are the same. *)
Theorem nondegenerate : forall p, regular p -> wide p ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) <-> subcritical p.
Proof. exact Collapse.collapse_subcritical. Qed.

(** Where they do not hold, all of collapse is at least 1/2, whatever the widths. *)
Theorem degenerate : forall p, regular p -> ~ subcritical p ->
  forall y, collapsed p y -> 1 / 2 <= objective p y.
Proof. exact Collapse.collapse_degenerate. Qed.

(** Whatever Λ: L_SRG <= L_DNC, and L_SRG < L_DNC just where L_SRG < 1/2. *)
Theorem theorem_3_never_above : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  forall y, collapsed p y -> exists x, extended p x /\ objective p x <= objective p y.
Proof. exact AllClasses.extended_never_above. Qed.

Theorem theorem_3_exact : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  beats_collapse p (extended p) <-> exists x, extended p x /\ objective p x < 1 / 2.
Proof. exact AllClasses.extended_beats_iff. Qed.

(** In terms of solutions of Definitions 7 and 8; there are some. *)
Theorem extended_solution_exists : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  exists x, extended_solution p x.
Proof. exact BestPoints.extended_solution_exists. Qed.

Theorem theorem_3_extended_solutions : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p ->
  forall x y, extended_solution p x -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof. exact BestPoints.theorem_3_extended_solutions. Qed.

(** Below the critical Λ no point of Definition 7 is a global minimum of (1). *)
Theorem collapse_not_optimal : forall p, regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p -> subcritical p ->
  forall y, collapsed p y -> exists x, objective p x < objective p y.
Proof. exact AllClasses.collapse_not_optimal. Qed.

(** ** K = r(r-1)/2 *)

(** By Definition 6, with the α's of display (4). *)
Theorem theorem_3_triangular : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p -> subcritical p ->
  exists q, 0 < q /\ beats_collapse p (triangular_at p r (display_4 p r q)).
Proof. exact Theorem3.theorem_3_display_4. Qed.

Theorem triangular_exact : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p ->
  beats_collapse p (triangular p r) <-> exists x, triangular p r x /\ objective p x < 1 / 2.
Proof. exact Theorem3.triangular_beats_iff. Qed.

(** The solutions of Definitions 6 and 7: there are some, those of Definition 6 are the best of
    their family, and what Theorem 3 says of them. *)
Theorem dnc_solution_exists : forall p, regular p -> wide p ->
  exists y, dnc_solution p y.
Proof. exact Collapse.dnc_solution_exists. Qed.

(** What they lose: twice L_DNC is the minimum over t >= 0 of display (8), t^L = K^(L+1) Λ q^L. *)
Theorem dnc_loss : forall p, regular p -> wide p -> forall y, dnc_solution p y ->
  let value t := INR (L p) * t + / (1 + t ^ L p / (INR (K p) ^ (L p + 1) * Big_lambda p)) in
  (exists t, 0 <= t /\ 2 * objective p y = value t) /\
  forall t, 0 <= t -> 2 * objective p y <= value t.
Proof. exact Collapse.dnc_loss. Qed.

Theorem srg_solution_exists : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 3 <= L p)%nat -> wide p -> exists x, srg_solution p r x.
Proof. exact Theorem3.srg_solution_exists. Qed.

(** What a point of Definition 6 loses whose α's are those of a q and whose weights are the best:
    L_SRG(q) of the paper's proof, with the first eigenvalue of Lemma 13 as it is. *)
Theorem srg_loss : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 3 <= L p)%nat -> wide p -> forall q x, srg_with p r q x ->
  let s := sqrt (INR (n p) * lambda_H p * lambda p 1)
    * (sqrt 2 + sqrt ((INR r - 1) * (INR r - 2))) in
  let a := display_4 p r q (L p) in
  let b := (INR r - 2) * (INR r - 3) + 2 in
  let l := lambda p (L p) in
  objective p x
  = l / 2 * (1 / ((INR r - 2) ^ 2 * (INR r - 3) ^ 2 / (2 * b) * a + INR (K p) * l)
      + (INR r - 1) / (2 * (INR r - 3) ^ 2 / b * a + INR (K p) * l)
      + INR r * (INR r - 3) / 2 / (2 / b * a + INR (K p) * l))
    + INR (L p) / 2 * s * q.
Proof. exact Theorem3.srg_loss. Qed.

Theorem srg_solution_least : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 3 <= L p)%nat -> wide p -> forall x, srg_solution p r x ->
  triangular p r x /\ forall x', triangular p r x' -> objective p x <= objective p x'.
Proof. exact Theorem3.srg_solution_least. Qed.

Theorem theorem_3_solutions : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p ->
  forall x y, srg_solution p r x -> dnc_solution p y ->
  objective p x <= objective p y /\
  (objective p x < objective p y <-> objective p x < 1 / 2) /\
  (subcritical p -> objective p x < objective p y).
Proof. exact Theorem3.theorem_3_solutions. Qed.

(** Why a condition on Λ: some problem with all else that is asked for has L_SRG = L_DNC = 1/2. *)
Theorem theorem_3_tie : forall r l, (4 <= r /\ 4 <= l)%nat \/ (5 <= r /\ l = 3)%nat -> exists p,
  regular p /\ K p = (r * (r - 1) / 2)%nat /\ l = L p /\ wide p /\
  (exists x, srg_solution p r x) /\ (exists y, dnc_solution p y) /\
  (forall x, srg_solution p r x -> objective p x = 1 / 2) /\
  (forall y, dnc_solution p y -> objective p y = 1 / 2).
Proof. exact Ties.tie_exists. Qed.

(** ** Theorem 3, the second sentence *)

(** With Ψ(K) of the paper: L_SRG <= φ^(-1/(L+1)) Ψ^(L/(L+1)) L_DNC. *)
Theorem theorem_3_ratio : forall p r, regular p -> K p = (r * (r - 1) / 2)%nat ->
  (4 <= r /\ 4 <= L p)%nat \/ (5 <= r /\ L p = 3)%nat -> wide p -> subcritical p ->
  exists q x, 0 < q /\ triangular_at p r (display_4 p r q) x /\
    forall y, collapsed p y -> objective p x
      <= Rpower (Ratio.Psi_power r (L p) / Ratio.phi (L p)) (/ INR (L p + 1)) * objective p y.
Proof. exact Ratio.ratio_triangular. Qed.

(** (3): L_SRG <= C K^((3-L)/(2(L+1))) L_DNC, C a number that depends on L alone. *)
Theorem theorem_3_order : forall l, exists C, forall p, L p = l -> regular p ->
  (6 <= K p /\ 4 <= L p)%nat \/ (10 <= K p /\ L p = 3)%nat -> wide p -> subcritical p ->
  exists x, extended p x /\ forall y, collapsed p y -> objective p x
    <= C * Rpower (INR (K p)) ((3 - INR l) / (2 * (INR l + 1))) * objective p y.
Proof.
  intros l. exists (Order.order_constant l). intros p <- A B C D.
  destruct (Order.order_extended p A B C D) as [x [X Y]]. exists x. split; [exact X|].
  replace (INR (L p) + 1) with (INR (L p + 1)) by (rewrite plus_INR; reflexivity). exact Y.
Qed.

(** ** Optimal solutions *)

(** (1) has a global minimum, also with any other continuous σ. *)
Theorem optimal_solution_exists : forall p, regular p ->
  exists x, forall y, objective p x <= objective p y.
Proof. exact Existence.optimal_solution_exists. Qed.

Theorem optimal_solution_exists_with : forall sigma, continuity sigma -> forall p, regular p ->
  exists x, forall y, objective_with sigma p x <= objective_with sigma p y.
Proof. exact Existence.optimum_exists. Qed.

(** ** Theorem 4 *)

(** At every global optimum of (1) H_L = M_L ⊗ 1ᵀ. *)
Theorem theorem_4 : forall p, regular p -> forall x, (forall y, objective p x <= objective p y) ->
  exists M, class_means p (d p (L p)) (feature p x (L p)) M.
Proof. exact Theorem4.theorem_4. Qed.

(** If H_2 is without variability, so is H_1; with two layers both are. *)
Theorem theorem_4_first_layer : forall p, regular p ->
  forall x, (forall y, objective p x <= objective p y) ->
  (exists M, class_means p (d p 2) (feature p x 2) M) -> exists M, class_means p (d p 1) (H1 x) M.
Proof. exact Theorem4.first_layer. Qed.

Theorem theorem_4_two_layers : forall p, regular p ->
  forall x, (forall y, objective p x <= objective p y) -> L p = 2%nat ->
  forall l, (1 <= l <= L p)%nat -> exists M, class_means p (d p l) (feature p x l) M.
Proof. exact Theorem4.theorem_4_two_layers. Qed.

(** ** Theorem 17 *)

(** With σ differentiable, 0 up to 0 and positive beyond, at every global optimum H_l = M_l ⊗ 1ᵀ for
    every l: the distance is 0, whatever the regularisation. *)
Theorem theorem_17 : forall sigma sigma', (forall x, derivable_pt_lim sigma x (sigma' x)) ->
  (forall x, x <= 0 -> sigma x = 0) -> (forall x, 0 < x -> 0 < sigma x) ->
  forall p, regular p ->
  forall x, (forall y, objective_with sigma p x <= objective_with sigma p y) ->
  forall l, (1 <= l <= L p)%nat -> exists M, class_means p (d p l) (feature_with sigma p x l) M.
Proof. exact Theorem17.theorem_17. Qed.

(** As printed, with the bound of display (17). *)
Theorem theorem_17_printed : forall p sigma eps x, regular p -> 0 < eps -> smoothed eps sigma ->
  lambda_H p <= 1 / (INR (L p) + 1) ->
  (forall l, (1 <= l <= L p)%nat -> lambda p l <= 1 / (INR (L p) + 1)) ->
  (forall y, objective_with sigma p x <= objective_with sigma p y) ->
  forall l a b, (1 <= l <= L p)%nat -> (a < K p * n p)%nat -> (b < K p * n p)%nat ->
    (a / n p = b / n p)%nat ->
    distance (d p l) (feature_with sigma p x l) a b <= bound_17 p eps.
Proof. exact Theorem17.theorem_17_printed. Qed.

(** Definition 16 can be met. *)
Theorem smoothed_exists : forall eps, 0 < eps -> exists sigma, smoothed eps sigma.
Proof. intros eps E. eexists. exact (SmoothedExists.relu_eps_smoothed eps E). Qed.

(** ** Two layers, which the paper leaves out *)

(** For K ≥ 15, wherever collapse is not degenerate, some point is below a number that no point of
    Definition 7 is below. *)
Theorem two_layers : forall p, regular p -> L p = 2%nat -> (15 <= K p)%nat ->
  (K p - 9 <= d p 1)%nat -> (K p + 5 <= d p 2)%nat ->
  (exists y, collapsed p y /\ objective p y < 1 / 2) ->
  exists x v, objective p x < v /\ forall y, collapsed p y -> v <= objective p y.
Proof.
  intros p A B C D E S.
  destruct (TwoLayers.two_layers_beat_collapse p A B C D E (Collapse.subcritical_if p A S))
    as [x [v [_ X]]]. exists x, v. exact X.
Qed.

(** ** More classes *)

(** What is below collapse with some classes is so with more, when the λ's are smaller in the same
    proportion and the layers have room for the others; the widths do not matter to collapse. *)
Theorem more_classes : forall p q, regular p -> regular q ->
  (K p <= K q)%nat -> n q = n p -> L q = L p ->
  lambda_H q = INR (K p) / INR (K q) * lambda_H p ->
  (forall l, (1 <= l <= L p)%nat -> lambda q l = INR (K p) / INR (K q) * lambda p l) ->
  (forall l, (1 <= l <= L p)%nat -> (d p l + (K q - K p) <= d q l)%nat) ->
  forall x v, objective p x < v ->
  (let p' := with_classes p (K p) (fun _ => K p) in
    forall y, collapsed p' y -> v <= objective p' y) ->
  exists z w, objective q z < w /\ forall y, collapsed q y -> w <= objective q y.
Proof. exact MoreClasses.more_classes. Qed.
