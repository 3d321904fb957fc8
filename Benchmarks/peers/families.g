# The spectra of J(n, 3) and K(n, 3) with GAP's package GRAPE, decided by traces and an annihilating polynomial.
#
#   QUESTION=johnson FIRST=7 LAST=24 gap -A -b -q --quitonbreak families.g
#
# S_n acts on the 3-subsets, and the adjacency matrix is one of the orbital graphs' or a sum of them. Collapsed by the
# stabiliser of a subset these have four rows; a polynomial in them vanishes exactly if it does before
# collapsing. Prints "holds A of N".

if LoadPackage("grape", false) <> true then QuitGap(1); fi;
environment := GAPInfo.SystemEnvironment;

# How many points adjacent subsets share, and pairs of an eigenvalue and how often it occurs.
questions := rec(
  johnson := rec(shared := 2, claim := n -> [[3 * (n - 3), 1], [2 * (n - 4) - 1, n - 1],
    [n - 7, Binomial(n, 2) - n], [-3, Binomial(n, 3) - Binomial(n, 2)]]),
  kneser := rec(shared := 0, claim := n -> [[Binomial(n - 3, 3), 1], [-Binomial(n - 4, 2), n - 1],
    [n - 5, Binomial(n, 2) - n], [-1, Binomial(n, 3) - Binomial(n, 2)]]));
question := questions.(environment.QUESTION);

Collapsed := function(n)
  local subsets, group, stabiliser, matrices, least, place;
  subsets := Combinations([1 .. n], 3);
  group := SymmetricGroup(n);
  stabiliser := Action(Stabilizer(group, subsets[1], OnSets), subsets, OnSets);
  matrices := OrbitalGraphColadjMats(Action(group, subsets, OnSets), stabiliser);
  # GRAPE puts the orbits in the order of their least points.
  least := subsets{Set(OrbitsDomain(stabiliser, [1 .. Length(subsets)]), Minimum)};
  place := PositionProperty(least, s -> Length(Intersection(s, subsets[1])) = question.shared);
  return matrices[place];
end;

HasSpectrum := function(n)
  local X, one, P, pairs, pair, total;
  X := Collapsed(n);
  # Values that are the same or do not occur are put together, or left out.
  pairs := List(Set(question.claim(n), pair -> pair[1]),
    value -> [value, Sum(Filtered(question.claim(n), pair -> pair[1] = value), pair -> pair[2])]);
  pairs := Filtered(pairs, pair -> pair[2] <> 0);
  total := Binomial(n, 3);
  if Length(pairs) > 4 or ForAny([0 .. Length(pairs) - 1], k -> total * (X ^ k)[1][1]
      <> Sum(pairs, pair -> pair[2] * pair[1] ^ k)) then
    return false;
  fi;
  one := IdentityMat(Length(X));
  P := one;
  for pair in pairs do P := (X - pair[1] * one) * P; od;
  return IsZero(P);
end;

orders := [Int(environment.FIRST) .. Int(environment.LAST)];
Print("holds ", Number(orders, HasSpectrum), " of ", Length(orders), "\n");
QUIT;
