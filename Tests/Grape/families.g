# Families of graphs as GAP's package GRAPE has them, written as claims that verify decides.
#
#   SCRATCH=folder gap -A -b -q --quitonbreak families.g
#
# Each graph is built from a group and a relation, not from what verify knows of it: subsets, tuples and
# field elements as GAP lists them, which is the order that the names promise. What is claimed is what GRAPE and GAP
# compute from that: numbers of vertices and edges, adjacency and distances entry by entry, characteristic
# polynomials of the matrices, numbers of spanning trees, parameters of strongly regular graphs; and for
# complements and line graphs the polynomials, as their vertices have other orders.
#
# true.claim has them as they are, false.claim each with one number changed: all of the first hold, and none of
# the second.

if LoadPackage("grape", false) <> true then QuitGap(1); fi;

Disjoint := {a, b} -> Length(Intersection(a, b)) = 0;
Different := {a, b} -> Number([1 .. Length(a)], i -> a[i] <> b[i]);

# Subsets and tuples under the symmetric groups; other graphs under a group that does nothing.
OfSubsets := {n, k, relation} ->
  Graph(SymmetricGroup(n), Combinations([1 .. n], k), OnSets, relation, true);
OfPoints := {points, relation} ->
  Graph(Group(()), points, {x, g} -> x, relation, true);
OfTuples := {letters, relation} -> OfPoints(Cartesian(List(letters, q -> [1 .. q])), relation);
PartOf := {v, size} -> QuoInt(v - 1, size);

graphs := [];
Take := function(name, graph) Add(graphs, rec(name := name, graph := graph)); end;
Named := function(family, arguments, graph)
  local text;
  text := JoinStringsWithSeparator(List(arguments, String), ", ");
  Take(Concatenation(family, "(", text, ")"), graph);
end;

for n in [1 .. 9] do
  Named("complete", [n], CompleteGraph(SymmetricGroup(n), n));
  Named("path", [n], OfPoints([1 .. n], {x, y} -> AbsInt(x - y) = 1));
  Named("star", [n], OfPoints([0 .. n], {x, y} -> x <> y and x * y = 0));
od;
for n in [3 .. 10] do
  Named("cycle", [n], OfPoints([0 .. n - 1], {x, y} -> (x - y) mod n in [1, n - 1]));
od;
for m in [1 .. 5] do
  for n in [1 .. 5] do
    Named("complete_bipartite", [m, n], OfPoints([1 .. m + n], {x, y} -> (x <= m) <> (y <= m)));
    Named("complete_multipartite", [m, n],
      OfPoints([1 .. m * n], {x, y} -> PartOf(x, n) <> PartOf(y, n)));
    Named("rook", [m, n], OfTuples([m, n], {x, y} -> Different(x, y) = 1));
  od;
  Named("cocktail_party", [m], OfPoints([1 .. 2 * m], {x, y} -> PartOf(x, 2) <> PartOf(y, 2)));
od;
for d in [1 .. 5] do
  Named("hypercube", [d], OfTuples(ListWithIdenticalEntries(d, 2), {x, y} -> Different(x, y) = 1));
  for q in [1 .. 4] do
    if q ^ d <= 64 then
      Named("hamming", [d, q], OfTuples(ListWithIdenticalEntries(d, q), {x, y} -> Different(x, y) = 1));
    fi;
  od;
od;
for n in [2 .. 8] do
  for k in [1 .. n - 1] do
    if Binomial(n, k) <= 56 then
      Named("johnson", [n, k], OfSubsets(n, k, {a, b} -> Length(Intersection(a, b)) = k - 1));
      Named("kneser", [n, k], OfSubsets(n, k, {a, b} -> a <> b and Disjoint(a, b)));
    fi;
  od;
od;
Named("petersen", [], OfSubsets(5, 2, Disjoint));

# Graphs whose vertices GAP lists in an order of its own.
unordered := [];
squares := [];
for q in [5, 9, 13, 17, 25, 29] do
  squares := Set(Filtered(Elements(GF(q)), x -> x <> 0 * x), x -> x ^ 2);
  Named("paley", [q], OfPoints(Elements(GF(q)), {x, y} -> x - y in squares));
  Add(unordered, graphs[Length(graphs)].name);
od;
# Robertson's pentagons elsewhere: here the 35 triples of seven points and the 15 planes of one orbit.
plane := Set([[1, 2, 4], [2, 3, 5], [3, 4, 6], [4, 5, 7], [1, 5, 6], [2, 6, 7], [1, 3, 7]]);
planes := Orbit(AlternatingGroup(7), plane, OnSetsSets);
Adjacent := function(x, y)
  if IsInt(x[1]) and IsInt(y[1]) then return Disjoint(x, y); fi;
  if IsInt(x[1]) then return x in y; fi;
  return IsInt(y[1]) and y in x;
end;
Take("hoffman_singleton()", OfPoints(Concatenation(Combinations([1 .. 7], 3), planes), Adjacent));
Add(unordered, "hoffman_singleton()");

# What is claimed

Listed := numbers -> Concatenation("[", JoinStringsWithSeparator(List(numbers, String), ", "), "]");
Bracketed := rows -> Concatenation("[",
  JoinStringsWithSeparator(List(rows, row -> JoinStringsWithSeparator(List(row, String), ", ")), "; "), "]");
Polynomial := matrix -> CoefficientsOfUnivariatePolynomial(CharacteristicPolynomial(matrix));

AdjacencyMatrix := graph -> List([1 .. OrderGraph(graph)],
  x -> List([1 .. OrderGraph(graph)], function(y)
    if IsEdge(graph, [x, y]) then return 1; fi;
    return 0;
  end));
DistanceMatrix := graph -> List([1 .. OrderGraph(graph)],
  x -> List([1 .. OrderGraph(graph)], y -> Distance(graph, x, y)));
Laplacian := matrix -> List([1 .. Length(matrix)],
  x -> List([1 .. Length(matrix)], function(y)
    if x = y then return Sum(matrix[x]) - matrix[x][x]; fi;
    return -matrix[x][y];
  end));
SpanningTrees := function(matrix)
  local size;
  size := Length(matrix) - 1;
  if size = 0 then return 1; fi;
  return DeterminantMat(Laplacian(matrix){[1 .. size]}{[1 .. size]});
end;

# A number with what it is claimed of; `changed` makes it false.
Equal := {left, value} -> [left, String(value), String(value + 1)];
EqualList := function(left, numbers)
  local other;
  other := ShallowCopy(numbers);
  other[1] := other[1] + 1;
  return [left, Listed(numbers), Listed(other)];
end;
EqualMatrix := function(left, rows)
  local other;
  other := List(rows, ShallowCopy);
  other[1][Length(other)] := 1 - other[1][Length(other)];
  return [left, Bracketed(rows), Bracketed(other)];
end;

Facts := function(name, graph)
  local matrix, facts, parameters, isOrdered;
  matrix := AdjacencyMatrix(graph);
  isOrdered := not name in unordered;
  facts := [
    Equal(Concatenation("vertices(", name, ")"), OrderGraph(graph)),
    Equal(Concatenation("edges(", name, ")"), Length(UndirectedEdges(graph))),
    Equal(Concatenation("spanning_trees(", name, ")"), SpanningTrees(matrix)),
    EqualList(Concatenation("characteristic_polynomial(adjacency(", name, "))"), Polynomial(matrix)),
    EqualList(Concatenation("characteristic_polynomial(adjacency(complement(", name, ")))"),
      Polynomial(AdjacencyMatrix(ComplementGraph(graph)))),
  ];
  if isOrdered then
    Add(facts, EqualMatrix(Concatenation("adjacency(", name, ")"), matrix));
  fi;
  if IsRegularGraph(graph) then
    Add(facts, Equal(Concatenation("degree(", name, ")"), Sum(matrix[1])));
  fi;
  if IsConnectedGraph(graph) then
    if isOrdered then
      Add(facts, EqualMatrix(Concatenation("distance_matrix(", name, ")"), DistanceMatrix(graph)));
    else
      Add(facts, EqualList(Concatenation("characteristic_polynomial(distance_matrix(", name, "))"),
        Polynomial(DistanceMatrix(graph))));
    fi;
    if Diameter(graph) = 2 and IsDistanceRegular(graph) then
      parameters := GlobalParameters(graph);
      parameters := [OrderGraph(graph), parameters[1][3], parameters[2][2], parameters[3][1]];
      Add(facts, [Concatenation("strongly_regular(", name, ")"),
        Concatenation("(", JoinStringsWithSeparator(List(parameters, String), ", "), ")"),
        Concatenation("(", JoinStringsWithSeparator(List(parameters + [0, 0, 1, 0], String), ", "), ")")]);
    fi;
  fi;
  if Length(UndirectedEdges(graph)) in [1 .. 45] then
    Add(facts, EqualList(Concatenation("characteristic_polynomial(adjacency(line_graph(", name, ")))"),
      Polynomial(AdjacencyMatrix(EdgeGraph(graph)))));
  fi;
  return facts;
end;

folder := GAPInfo.SystemEnvironment.SCRATCH;
Write := function(file, number, fact, value)
  AppendTo(file, "claim grape-", String(number), "\n  title \"as GRAPE has it\"\n  printed\n    ",
    fact[1], " = ", value, "\n\n");
end;
right := OutputTextFile(Concatenation(folder, "/true.claim"), false);
wrong := OutputTextFile(Concatenation(folder, "/false.claim"), false);
SetPrintFormattingStatus(right, false);
SetPrintFormattingStatus(wrong, false);
number := 0;
for entry in graphs do
  for fact in Facts(entry.name, entry.graph) do
    number := number + 1;
    Write(right, number, fact, fact[2]);
    Write(wrong, number, fact, fact[3]);
  od;
od;
CloseStream(right);
CloseStream(wrong);
Print(Length(graphs), " graphs, ", number, " facts\n");
QUIT;
