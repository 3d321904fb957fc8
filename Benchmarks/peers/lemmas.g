# Lemmas 12 and 13 with GAP: the spectrum of MᵀM, M from its definition by incidence, decided by
# traces and an annihilating polynomial.
#
#   METHOD=dense QUESTION=12 FIRST=5 LAST=40 gap -A -b -q --quitonbreak lemmas.g
#
# dense: MᵀM with an entry for each pair of edges, as the lemma has it.
# grape: with the package GRAPE. The group S_r acts on the edges and leaves MᵀM alone, so that this
#        is a combination of the adjacency matrices of the orbital graphs. Collapsed by the stabiliser
#        of an edge these have a row for each of its orbits, of which there are three; a polynomial in
#        them vanishes exactly if it does before collapsing.
#
# Prints "printed A of N" and, for Lemma 13, "corrected A of N".

# A question is a record: `matrix`, whose entries are integers; `denominator`, by which MᵀM is
# smaller; and the traces of the powers 0, 1 and 2 of what is or was collapsed to the matrix.

environment := GAPInfo.SystemEnvironment;
if environment.METHOD <> "dense" and LoadPackage("grape") <> true then QuitGap(1); fi;

Rectified := x -> Maximum(x, 0);

Edges := r -> Combinations([1 .. r], 2);

# What the weighting with -1 on the edge e gives the vertex v.
Weight := function(e, v)
  if v in e then return -1; fi;
  return 1;
end;

# Entries of what is rectified and normalised: the incidence of a vertex and an edge, and the
# weightings times that.
Incidence := function(v, e)
  if v in e then return 1; fi;
  return 0;
end;

WeightOfEdge := {d, e} -> Weight(d, e[1]) + Weight(d, e[2]);

# Dense

Gram := function(M, denominator)
  local X;
  X := TransposedMat(M) * M;
  return rec(matrix := X, denominator := denominator,
    traces := [Length(X), TraceMat(X), Sum(X, row -> row * row)]);
end;

# The square of the norm that all rows share.
RowNorm := function(M)
  local norms;
  norms := Set(M, row -> row * row);
  if Length(norms) <> 1 then Error("rows of different norms"); fi;
  return norms[1];
end;

Dense := function(lemma, r)
  local edges, B, A, N;
  edges := Edges(r);
  B := List([1 .. r], v -> List(edges, e -> Incidence(v, e)));
  if lemma = 12 then
    return Gram(List(B, row -> List(row, Rectified)), r - 1);
  fi;
  A := List(edges, d -> List([1 .. r], v -> Weight(d, v)));
  N := A * B;
  return Gram(List(N, row -> List(row, Rectified)), RowNorm(N));
end;

# GRAPE

Collapsed := function(lemma, r)
  local edges, group, stabiliser, matrices, ends, columns, X, denominator;
  edges := Edges(r);
  group := SymmetricGroup(r);
  stabiliser := Action(Stabilizer(group, edges[1], OnSets), edges, OnSets);
  # By its name, since it is not defined when GRAPE is not loaded.
  matrices := ValueGlobal("OrbitalGraphColadjMats")(Action(group, edges, OnSets), stabiliser);
  # GRAPE puts the orbits in the order of their least points.
  ends := edges{Set(OrbitsDomain(stabiliser, [1 .. Length(edges)]), Minimum)};
  if lemma = 12 then
    columns := List(ends, e -> List([1 .. r], v -> Rectified(Incidence(v, e))));
    denominator := r - 1;
  else
    columns := List(ends, e -> List(edges, d -> Rectified(WeightOfEdge(d, e))));
    # Rows are an orbit, so that their norms are equal.
    denominator := Sum(edges, e -> WeightOfEdge(edges[1], e) ^ 2);
  fi;
  X := Sum([1 .. Length(ends)], i -> (columns[1] * columns[i]) * matrices[i]);
  # The first orbit is the edge alone, so that the first entry is the one on the diagonal.
  return rec(matrix := X, denominator := denominator,
    traces := Length(edges) * [1, X[1][1], (X * X)[1][1]]);
end;

# What is claimed: pairs of an eigenvalue and how often it occurs

Claim12 := r -> [[2, 1], [(r - 2) / (r - 1), r - 1], [0, r * (r - 3) / 2]];

Claim13 := function(r, isPrinted)
  local s, first;
  s := (r - 2) * (r - 3) + 2;
  if isPrinted then
    first := (r - 2) * (5 * r - 19) / s;
  else
    first := (r - 2) ^ 2 * (r - 3) ^ 2 / (2 * s);
  fi;
  return [[first, 1], [2 * (r - 3) ^ 2 / s, r - 1], [2 / s, r * (r - 3) / 2]];
end;

# Whether MᵀM, which is symmetric, has exactly these eigenvalues: the sums of their powers 0, 1 and 2
# are the traces, and (X - v_1) ⋯ (X - v_n) = 0.
HasSpectrum := function(question, claim)
  local X, one, values, multiplicities, occurring, P, v;
  X := question.matrix;
  values := Set(claim, pair -> pair[1]);
  multiplicities := List(values, v -> Sum(Filtered(claim, pair -> pair[1] = v), pair -> pair[2]));
  occurring := Filtered([1 .. Length(values)], i -> multiplicities[i] <> 0);
  values := question.denominator * values{occurring};
  multiplicities := multiplicities{occurring};
  if ForAny([0 .. 2], k -> question.traces[k + 1]
      <> Sum([1 .. Length(values)], i -> multiplicities[i] * values[i] ^ k)) then
    return false;
  fi;
  one := IdentityMat(Length(X));
  P := X - values[1] * one;
  # The factor that may have many zeros stands left, where GAP skips them.
  for v in values{[2 .. Length(values)]} do P := (X - v * one) * P; od;
  return IsZero(P);
end;

lemma := Int(environment.QUESTION);
orders := [Int(environment.FIRST) .. Int(environment.LAST)];
Ask := Collapsed;
if environment.METHOD = "dense" then Ask := Dense; fi;
printed := 0;
corrected := 0;
for r in orders do
  question := Ask(lemma, r);
  if lemma = 12 then
    if HasSpectrum(question, Claim12(r)) then printed := printed + 1; fi;
  else
    if HasSpectrum(question, Claim13(r, true)) then printed := printed + 1; fi;
    if HasSpectrum(question, Claim13(r, false)) then corrected := corrected + 1; fi;
  fi;
od;
Print("printed ", printed, " of ", Length(orders));
if lemma = 13 then Print(", corrected ", corrected, " of ", Length(orders)); fi;
Print("\n");
QuitGap(0);
