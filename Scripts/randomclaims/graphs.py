"""Graphs by their definitions: labels in their order, and when two of them are adjacent."""

from fractions import Fraction
from itertools import combinations, product

from .matrices import Matrix
from .roots import Undefined, Unknown, as_integer

# The most vertices, and edges, that are looked at.
VERTICES = 45


class Graph:
    __slots__ = ("order", "edges")

    def __init__(self, order, edges):
        self.order, self.edges = order, sorted(edges)

    @classmethod
    def of(cls, labels, adjacent):
        if len(labels) > VERTICES:
            raise Unknown("a large graph")
        pairs = combinations(range(len(labels)), 2)
        return cls(len(labels), [(i, j) for i, j in pairs if adjacent(labels[i], labels[j])])

    def __eq__(self, other):
        return (self.order, self.edges) == (other.order, other.edges)

    @property
    def neighbours(self):
        found = [set() for _ in range(self.order)]
        for i, j in self.edges:
            found[i].add(j)
            found[j].add(i)
        return found

    def matrix(self, entry):
        return Matrix.of(self.order, self.order, lambda i, j: Fraction(entry(i, j)))

    def adjacency(self):
        near = self.neighbours
        return self.matrix(lambda i, j: j in near[i])

    def with_degrees(self, sign):
        near = self.neighbours
        return self.matrix(lambda i, j: len(near[i]) if i == j else sign * (j in near[i]))

    def incidence(self, first, second):
        return Matrix.of(
            self.order, len(self.edges),
            lambda v, e: Fraction({self.edges[e][0]: first, self.edges[e][1]: second}.get(v, 0)))

    def distances(self):
        """By powers of the relation: what is reached in one step more."""
        near, rows = self.neighbours, []
        for v in range(self.order):
            row, reached, steps = {v: 0}, {v}, 0
            while reached:
                steps += 1
                reached = {w for u in reached for w in near[u]} - set(row)
                row.update((w, steps) for w in reached)
            if len(row) < self.order:
                raise Undefined("the distances of a graph that is not connected")
            rows.append([Fraction(row[w]) for w in range(self.order)])
        return Matrix(self.order, self.order, rows)


def sets(k, n):
    if n > VERTICES:
        raise Unknown("many points")
    found = []
    for s in combinations(range(n), k):
        found.append(frozenset(s))
        if len(found) > VERTICES:
            raise Unknown("a large graph")
    return found


def tuples(*ranges):
    size = 1
    for r in ranges:
        size *= len(r)
        if size > VERTICES:
            raise Unknown("a large graph")
    return list(product(*ranges))


def differences(a, b):
    return sum(x != y for x, y in zip(a, b))


class GraphCalls:
    """What the functions of graphs give; a part of the evaluator."""

    def size_of(self, x, least):
        n = as_integer(x, least=least)
        if n > 10_000:
            raise Unknown("a large graph")
        return n

    def call_complete(self, n):
        return Graph.of(range(self.size_of(n, 1)), lambda a, b: True)

    def call_complete_bipartite(self, m, n):
        m, n = self.size_of(m, 1), self.size_of(n, 1)
        return Graph.of([0] * m + [1] * n, lambda a, b: a != b)

    def call_complete_multipartite(self, m, t):
        m, t = self.size_of(m, 1), self.size_of(t, 1)
        return Graph.of(tuples(range(m), range(t)), lambda a, b: a[0] != b[0])

    def call_cocktail_party(self, n):
        return self.call_complete_multipartite(n, Fraction(2))

    def call_cycle(self, n):
        n = self.size_of(n, 3)
        return Graph.of(range(n), lambda a, b: (a - b) % n in (1, n - 1))

    def call_path(self, n):
        return Graph.of(range(self.size_of(n, 1)), lambda a, b: abs(a - b) == 1)

    def call_star(self, n):
        return self.call_complete_bipartite(Fraction(1), n)

    def call_hypercube(self, d):
        return self.call_hamming(d, Fraction(2))

    def call_hamming(self, d, q):
        d, q = self.size_of(d, 0), self.size_of(q, 1)
        return Graph.of(tuples(*[range(q)] * d), lambda a, b: differences(a, b) == 1)

    def call_rook(self, m, n):
        m, n = self.size_of(m, 1), self.size_of(n, 1)
        return Graph.of(tuples(range(m), range(n)), lambda a, b: differences(a, b) == 1)

    def subsets(self, n, k):
        n, k = self.size_of(n, 0), self.size_of(k, 0)
        if k > n:
            raise Undefined("more elements than points")
        return sets(k, n)

    def call_johnson(self, n, k):
        return Graph.of(self.subsets(n, k), lambda a, b: len(a - b) == 1)

    def call_kneser(self, n, k):
        return Graph.of(self.subsets(n, k), lambda a, b: not a & b)

    def call_paley(self, q):
        q = self.size_of(q, 5)
        if q in (9, 25, 49, 81, 121, 125, 169):
            raise Unknown("a field that is not one of integers modulo a prime")
        if q % 4 != 1 or any(q % d == 0 for d in range(2, q)):
            raise Undefined("no field of that size")
        squares = {x * x % q for x in range(1, q)}
        return Graph.of(range(q), lambda a, b: (a - b) % q in squares)

    def call_petersen(self):
        return Graph.of(sets(2, 5), lambda a, b: not a & b)

    def call_line_graph(self, g):
        return Graph.of(g.edges, lambda a, b: bool(set(a) & set(b)))

    def call_complement(self, g):
        return Graph(g.order, set(combinations(range(g.order), 2)) - set(g.edges))

    def call_disjoint_union(self, g, h):
        return Graph(g.order + h.order, g.edges + [(a + g.order, b + g.order) for a, b in h.edges])

    def pairs(self, g, h, adjacent):
        """`adjacent` says it of the relations in both places: 0 for equal, 1 for adjacent, 2 for neither."""
        def relations(graph):
            near = graph.neighbours
            return lambda a, b: 0 if a == b else 1 if b in near[a] else 2
        first, second = relations(g), relations(h)
        return Graph.of(
            tuples(range(g.order), range(h.order)),
            lambda a, b: adjacent(first(a[0], b[0]), second(a[1], b[1])))

    def call_cartesian_product(self, g, h):
        return self.pairs(g, h, lambda x, y: sorted((x, y)) == [0, 1])

    def call_tensor_product(self, g, h):
        return self.pairs(g, h, lambda x, y: x == y == 1)

    def call_strong_product(self, g, h):
        return self.pairs(g, h, lambda x, y: x < 2 and y < 2)

    def call_lexicographic_product(self, g, h):
        return self.pairs(g, h, lambda x, y: x == 1 or (x, y) == (0, 1))

    def call_adjacency(self, g):
        return g.adjacency()

    def call_incidence(self, g):
        self.admit(g.order, len(g.edges))
        return g.incidence(1, 1)

    def call_oriented_incidence(self, g):
        self.admit(g.order, len(g.edges))
        return g.incidence(-1, 1)

    def call_laplacian(self, g):
        return g.with_degrees(-1)

    def call_signless_laplacian(self, g):
        return g.with_degrees(1)

    def call_seidel(self, g):
        near = g.neighbours
        return g.matrix(lambda i, j: 0 if i == j else -1 if j in near[i] else 1)

    def call_distance_matrix(self, g):
        return g.distances()

    def call_vertices(self, g):
        return Fraction(g.order)

    def call_edges(self, g):
        return Fraction(len(g.edges))

    def call_degree(self, g, v=None):
        degrees = [len(near) for near in g.neighbours]
        if v is not None:
            v = as_integer(v, least=1)
            if v > g.order:
                raise Undefined("a vertex that there is not")
            return Fraction(degrees[v - 1])
        if len(set(degrees)) != 1:
            raise Undefined("the degree of a graph that is not regular")
        return Fraction(degrees[0])
