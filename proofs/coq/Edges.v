(** * The edges of the complete graph by number, and the matrices that three numbers give

    A matrix whose entry at two edges depends on how many vertices they share is J/K, the part of
    the vertices and the rest with three coefficients ([spec]): its eigenvalues. *)

From Coq Require Import Reals Arith Bool Lia Lra.
From Uniform Require Import Subsets Criterion Matrices Objective Sums Orthogonal.
Local Open Scope R_scope.

Fixpoint tri (v : nat) : nat := match v with O => O | S v => (tri v + v)%nat end.

Lemma tri_twice : forall v, (2 * tri v = v * (v - 1))%nat.
Proof. induction v; [reflexivity|]. simpl tri. destruct v as [|v]; [reflexivity|]. nia. Qed.

Lemma tri_is : forall r, (r * (r - 1) / 2)%nat = tri r.
Proof. intros r. rewrite <- tri_twice, Nat.mul_comm. apply Nat.div_mul. lia. Qed.

Lemma edge_pair_at : forall v k, (k < v)%nat -> edge_pair (tri v + k) = (k, v).
Proof.
  induction v as [|w IH]; intros k Hk; [lia|]. simpl tri. induction k as [|k IHk].
  - destruct w as [|w']; [reflexivity|].
    replace (tri (S w') + S w' + 0)%nat with (S (tri (S w') + w')) by lia.
    cbn [edge_pair]. rewrite (IH w') by lia.
    destruct (Nat.ltb_spec (S w') (S w')); [lia | reflexivity].
  - replace (tri w + w + S k)%nat with (S (tri w + w + k)) by lia.
    cbn [edge_pair]. rewrite IHk by lia.
    destruct (Nat.ltb_spec (S k) (S w)); [reflexivity | lia].
Qed.

Definition E (e : nat) : subset := let (u, v) := edge_pair e in edge u v.

Lemma E_at : forall v k, (k < v)%nat -> E (tri v + k) = edge k v.
Proof. intros. unfold E. rewrite edge_pair_at by assumption. reflexivity. Qed.

Lemma edge_number : forall r e, (e < tri r)%nat ->
  exists v k, (k < v < r)%nat /\ e = (tri v + k)%nat.
Proof.
  induction r; intros e He; simpl in He; [lia|].
  destruct (lt_dec e (tri r)) as [L|G].
  - destruct (IHr e L) as [v [k [R Q]]]. exists v, k. split; [lia | exact Q].
  - exists r, (e - tri r)%nat. split; lia.
Qed.

Lemma E_inside : forall r e, (e < tri r)%nat -> inside r 2 (E e).
Proof.
  intros r e He. destruct (edge_number r e He) as [v [k [R ->]]].
  rewrite E_at by lia. split; simpl; [reflexivity | lia].
Qed.

Lemma E_injective : forall r e f, (e < tri r)%nat -> (f < tri r)%nat -> E e = E f -> e = f.
Proof.
  intros r e f He Hf Q. destruct (edge_number r e He) as [v [k [R ->]]].
  destruct (edge_number r f Hf) as [v' [k' [R' ->]]].
  rewrite !E_at in Q by lia. injection Q as -> ->. reflexivity.
Qed.

Lemma vertex_inside : forall r v, (v < r)%nat -> inside r 1 (vertex v).
Proof. intros. split; simpl; auto. Qed.

Lemma total_edges : forall r f, total (tri r) (fun e => f (E e)) = sum_subsets r 2 f.
Proof.
  intros r f. simpl. induction r; [reflexivity|]. simpl tri. rewrite total_split, IHr. simpl.
  f_equal.
  apply total_ext. intros k Hk. rewrite E_at by exact Hk. reflexivity.
Qed.

Lemma on_member : forall v e, on v e = member v (E e).
Proof. intros. unfold on, E. destruct (edge_pair e). reflexivity. Qed.

Lemma meet_edges : forall r e f, (e < tri r)%nat -> (f < tri r)%nat ->
  meet (E e) (E f) = 0%nat \/ meet (E e) (E f) = 1%nat \/
  (meet (E e) (E f) = 2%nat /\ e = f).
Proof.
  intros r e f He Hf.
  assert (B := meet_at_most r 2 2 _ _ (E_inside r e He) (E_inside r f Hf)). simpl in B.
  destruct (meet (E e) (E f)) as [|[|[|]]] eqn:M; auto; [|lia]. right. right. split; [reflexivity|].
  apply (E_injective r); auto. apply (meet_full r 2); auto using E_inside.
Qed.

(** Products of matrices that are given by the size of an intersection. *)
Lemma over_edges : forall r k p a b x y, inside r k a -> inside r p b ->
  total (tri r) (fun e => x (meet a (E e)) * y (meet (E e) b))
  = block_product (INR r) k 2 p x y (meet a b).
Proof.
  intros r k p a b x y A B. rewrite (total_edges r (fun c => x (meet a c) * y (meet c b))).
  apply counting; auto.
Qed.

Lemma over_vertices : forall r k p a b x y, inside r k a -> inside r p b ->
  total r (fun v => x (meet a (vertex v)) * y (meet (vertex v) b))
  = block_product (INR r) k 1 p x y (meet a b).
Proof.
  intros r k p a b x y A B. apply (counting r k 1 p a b x y); auto.
Qed.

(** Three numbers by the size of an intersection. *)
Definition by_size (x0 x1 x2 : R) (i : nat) : R :=
  match i with O => x0 | 1%nat => x1 | _ => x2 end.

Section Algebra.
Variable r : nat.
Hypothesis r4 : (4 <= r)%nat.
Let rho : R := INR r.

Lemma rho4 : 4 <= rho.
Proof. unfold rho. replace 4 with (INR 4) by (simpl; lra). apply le_INR. exact r4. Qed.

(** Idempotents: J/K, the vertices, what is left. *)
Definition e0 : R := 2 / (INR r * (INR r - 1)).
Definition e1 (i : R) : R := (i - 4 / INR r) / (INR r - 2).

Definition spec (x0 x1 x2 : R) : nat -> R :=
  by_size (x0 * e0 + x1 * e1 0 - x2 * (e0 + e1 0)) (x0 * e0 + x1 * e1 1 - x2 * (e0 + e1 1))
    (x0 * e0 + x1 * e1 2 + x2 * (1 - e0 - e1 2)).

Lemma spec_product : forall x0 x1 x2 y0 y1 y2 i, (i <= 2)%nat ->
  block_product (INR r) 2 2 2 (spec x0 x1 x2) (spec y0 y1 y2) i
  = spec (x0 * y0) (x1 * y1) (x2 * y2) i.
Proof.
  intros x0 x1 x2 y0 y1 y2 i I. assert (R4 := rho4). unfold rho in R4.
  destruct i as [|[|[|i]]]; try lia;
    cbv [block_product edge_sum pairs times Nat.sub Nat.add Nat.mul Z.of_nat Pos.of_succ_nat
      Pos.succ
      spec by_size bit]; unfold e0, e1; field; lra.
Qed.

Lemma spec_one : forall i, (i <= 2)%nat -> spec 1 1 1 i = by_size 0 0 1 i.
Proof.
  intros i I. assert (R4 := rho4). unfold rho in R4. destruct i as [|[|[|i]]]; try lia;
    cbn [spec by_size]; unfold e0, e1; field; lra.
Qed.

Lemma spec_disjoint : forall i, (i <= 2)%nat ->
  by_size 1 0 0 i = spec ((INR r - 2) * (INR r - 3) / 2) (- (INR r - 3)) 1 i.
Proof.
  intros i I. assert (R4 := rho4). unfold rho in R4. destruct i as [|[|[|i]]]; try lia;
    cbn [spec by_size]; unfold e0, e1; field; lra.
Qed.

Lemma tri_real : INR (tri r) = INR r * (INR r - 1) / 2.
Proof.
  assert (T := tri_twice r). apply (f_equal INR) in T. rewrite !mult_INR, minus_INR in T by lia.
  simpl in T. lra.
Qed.

Lemma mul_spec : forall x0 x1 x2 y0 y1 y2 e f, (e < tri r)%nat -> (f < tri r)%nat ->
  mul (tri r) (fun e f => spec x0 x1 x2 (meet (E e) (E f)))
    (fun e f => spec y0 y1 y2 (meet (E e) (E f))) e f
  = spec (x0 * y0) (x1 * y1) (x2 * y2) (meet (E e) (E f)).
Proof.
  intros x0 x1 x2 y0 y1 y2 e f He Hf. unfold mul.
  rewrite (over_edges r 2 2) by auto using E_inside. apply spec_product.
  apply (meet_at_most r 2 2); auto using E_inside.
Qed.

Lemma trace_spec : forall x0 x1 x2,
  total (tri r) (fun e => spec x0 x1 x2 (meet (E e) (E e)))
  = x0 + (INR r - 1) * x1 + INR r * (INR r - 3) / 2 * x2.
Proof.
  intros x0 x1 x2. rewrite (total_ext (tri r) _ (fun _ => spec x0 x1 x2 2)).
  - rewrite total_constant, tri_real. cbn [spec by_size]. assert (R4 := rho4). unfold rho in R4.
    unfold e0, e1. field. lra.
  - intros e He. rewrite (meet_self r 2 (E e)) by auto using E_inside. reflexivity.
Qed.

Lemma identity_spec : forall e f, (e < tri r)%nat -> (f < tri r)%nat ->
  identity e f = spec 1 1 1 (meet (E e) (E f)).
Proof.
  intros e f He Hf. unfold identity. rewrite spec_one.
  - destruct (Nat.eqb_spec e f) as [<-|Ne].
    + rewrite (meet_self r 2) by auto using E_inside. reflexivity.
    + destruct (meet_edges r e f He Hf) as [->|[->|[_ Q]]];
        [reflexivity | reflexivity | congruence].
  - apply (meet_at_most r 2 2); auto using E_inside.
Qed.

Lemma spec_scale : forall c x0 x1 x2 i, c * spec x0 x1 x2 i = spec (c * x0) (c * x1) (c * x2) i.
Proof. intros c x0 x1 x2 [|[|i]]; cbn [spec by_size]; ring. Qed.

Lemma spec_plus : forall x0 x1 x2 y0 y1 y2 i,
  spec x0 x1 x2 i + spec y0 y1 y2 i = spec (x0 + y0) (x1 + y1) (x2 + y2) i.
Proof. intros x0 x1 x2 y0 y1 y2 [|[|i]]; cbn [spec by_size]; ring. Qed.

End Algebra.
