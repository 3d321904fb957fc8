(** * Sums over lists, and lists without repetition *)

From Coq Require Import Reals List FinFun.
From Uniform Require Import Subsets.
Import ListNotations.
Local Open Scope R_scope.

Definition sum_list {A : Type} (l : list A) (f : A -> R) : R :=
  fold_right (fun x rest => f x + rest) 0 l.

Lemma sum_list_app : forall A (l m : list A) f, sum_list (l ++ m) f = sum_list l f + sum_list m f.
Proof. intros A l m f. induction l; simpl; [ring|]. rewrite IHl. ring. Qed.

Lemma sum_list_map : forall A B (h : A -> B) l f,
  sum_list (map h l) f = sum_list l (fun x => f (h x)).
Proof. intros A B h l f. induction l; simpl; [reflexivity|]. rewrite IHl. reflexivity. Qed.

Lemma sum_list_flat : forall A B (h : A -> list B) l f,
  sum_list (flat_map h l) f = sum_list l (fun x => sum_list (h x) f).
Proof.
  intros A B h l f. induction l; simpl; [reflexivity|]. rewrite sum_list_app, IHl. reflexivity.
Qed.

Lemma sum_list_ext : forall A (l : list A) f g, (forall x, f x = g x) ->
  sum_list l f = sum_list l g.
Proof. intros A l f g E. induction l; simpl; [reflexivity|]. rewrite IHl, E. reflexivity. Qed.

Lemma total_list : forall n f, total n f = sum_list (seq 0 n) f.
Proof.
  induction n; intros f; [reflexivity|].
  rewrite seq_S, sum_list_app, <- IHn. simpl. ring.
Qed.

Lemma total_nth : forall A (l : list A) d f,
  total (length l) (fun i => f (nth i l d)) = sum_list l f.
Proof.
  intros A l d f. rewrite total_list. induction l; [reflexivity|].
  simpl. rewrite <- IHl, <- seq_shift, sum_list_map. reflexivity.
Qed.

Lemma sum_list_in : forall A (l : list A) f g, (forall x, In x l -> f x = g x) ->
  sum_list l f = sum_list l g.
Proof.
  intros A l f g E. induction l; simpl; [reflexivity|].
  rewrite IHl, E by (intros; auto with datatypes). reflexivity.
Qed.

Lemma sum_list_scale : forall A (l : list A) c f, sum_list l (fun x => c * f x) = c * sum_list l f.
Proof. intros A l c f. induction l; simpl; [ring|]. rewrite IHl. ring. Qed.

Lemma sum_list_zero : forall A (l : list A), sum_list l (fun _ => 0) = 0.
Proof. intros A l. induction l; simpl; [reflexivity|]. rewrite IHl. ring. Qed.

Lemma NoDup_concat : forall A (l m : list A), NoDup l -> NoDup m ->
  (forall x, In x l -> ~ In x m) -> NoDup (l ++ m).
Proof.
  intros A l m L M D. induction L; simpl; [exact M|]. constructor.
  - intros I. apply in_app_or in I. destruct I as [I|I]; [auto|]. apply (D x); simpl; auto.
  - apply IHL. intros y Y. apply D. right. exact Y.
Qed.

Lemma NoDup_flat : forall A B (h : A -> list B) (key : B -> A) l, NoDup l ->
  (forall x, NoDup (h x)) -> (forall x y, In y (h x) -> key y = x) -> NoDup (flat_map h l).
Proof.
  intros A B h key l L N K. induction L; simpl; [constructor|]. apply NoDup_concat; auto.
  intros y Y I. apply in_flat_map in I. destruct I as [z [Z J]].
  rewrite <- (K x y Y), (K z y J) in H. contradiction.
Qed.
