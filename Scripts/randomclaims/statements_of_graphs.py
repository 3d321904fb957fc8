"""Random statements about graphs: laws that hold for every graph, numbers, and graphs that are equal."""

from fractions import Fraction

from .claims import Claim, binary, call, minus, num, plus, times
from .evaluator import Evaluator
from .formulas import literal
from .roots import Undefined, Unknown

PRODUCTS = ["cartesian_product", "tensor_product", "strong_product", "lexicographic_product"]


class StatementsOfGraphs:
    """Beside `f`, which makes formulas wrong; `sizes` are formulas of small numbers."""

    def __init__(self, random, f, sizes):
        self.random, self.f, self.sizes = random, f, sizes

    def chance(self, p):
        return self.random.random() < p

    def pick(self, items):
        return self.random.choice(items)

    def family(self):
        n, m = self.pick(self.sizes), self.pick(self.sizes)
        few, q = self.pick([num(1), num(2), num(2), num(3)]), self.pick([5, 5, 13, 9, 7])
        return self.pick([
            call("complete", n), call("complete", n), call("complete_bipartite", m, n),
            call("complete_multipartite", m, few), call("cocktail_party", n), call("cycle", n),
            call("path", n), call("star", n), call("hypercube", few), call("hamming", few, m),
            call("rook", m, n), call("johnson", n, few), call("johnson", n, num(2)),
            call("kneser", n, few), call("kneser", n, num(2)), call("paley", num(q)),
            call("petersen")])

    def graph(self, depth):
        if depth == 0 or self.chance(0.5):
            return self.family()
        g = self.graph(depth - 1)
        return self.pick([
            call("complement", g), call("line_graph", g),
            call("disjoint_union", g, self.family()), call(self.pick(PRODUCTS), g, self.family())])

    def statement(self, near):
        """One that is true, or made wrong; `near` is zero nearly everywhere, or None."""
        kind = self.random.randrange(10)
        if kind < 5:
            left, right = self.law()
        elif kind < 7:
            left, right = self.number()
        elif kind < 8:
            return self.equal_graphs()
        elif kind < 9:
            return self.regular()
        else:
            g = self.graph(1)
            left = call(self.pick(["adjacency", "laplacian", "seidel", "distance_matrix"]), g)
            right = self.value(left) or left
        if self.chance(0.4):
            right = self.f.slightly_wrong(right)
        elif near is not None and self.chance(0.3):
            right = plus(right, times(near, right))
        return ("relation", left, self.pick(["=", "=", "=", "!="]), right)

    def value(self, e):
        """The value where there is one without parameters."""
        try:
            value = Evaluator(Claim(), {}).value(e)
            return literal(value) if not hasattr(value, "rows") or 0 < value.rows < 9 else None
        except (Undefined, Unknown, KeyError):
            return None

    def law(self):
        g = self.graph(2)
        n, a = call("vertices", g), call("adjacency", g)
        i, j = call("I", n), call("J", n)
        b, d = call("incidence", g), call("oriented_incidence", g)
        h = self.family()
        c, k = call("adjacency", h), call("vertices", h)
        return self.pick([
            (times(b, ("transposed", b)), call("signless_laplacian", g)),
            (times(d, ("transposed", d)), call("laplacian", g)),
            (call("gram", b),
             plus(call("adjacency", call("line_graph", g)), times(num(2), call("I", call("edges", g))))),
            (call("seidel", g), minus(minus(j, i), times(num(2), a))),
            (call("seidel", call("complement", g)), ("negated", call("seidel", g))),
            (plus(a, call("adjacency", call("complement", g))), minus(j, i)),
            (plus(call("laplacian", g), call("laplacian", call("complement", g))),
             minus(times(n, i), j)),
            (call("signless_laplacian", g), plus(call("laplacian", g), times(num(2), a))),
            (times(call("laplacian", g), call("J", n, num(1))), times(num(0), call("J", n, num(1)))),
            (times(a, j), times(call("degree", g), j)),
            (call("adjacency", call("tensor_product", g, h)), call("kronecker", a, c)),
            (call("adjacency", call("cartesian_product", g, h)),
             plus(call("kronecker", a, call("I", k)), call("kronecker", i, c))),
            (call("adjacency", call("lexicographic_product", g, h)),
             plus(call("kronecker", a, call("J", k)), call("kronecker", i, c))),
        ])

    def number(self):
        g = self.graph(2)
        n, e = call("vertices", g), call("edges", g)
        a = call("adjacency", g)
        left, right = self.pick([
            (call("trace", binary("^", a, num(2))), times(num(2), e)),
            (call("trace", call("laplacian", g)), times(num(2), e)),
            (times(call("degree", g), n), times(num(2), e)),
            (plus(e, call("edges", call("complement", g))), call("binomial", n, num(2))),
            (call("vertices", call("line_graph", g)), e),
            (n, n), (e, e), (call("degree", g), call("degree", g, num(1))),
            (call("degree", g, self.pick(self.sizes)), call("degree", g)),
            (call("entry", call("distance_matrix", g), num(1), num(2)), num(1)),
        ])
        if self.chance(0.5):
            right = self.value(left) or right
        return left, right

    def equal_graphs(self):
        n, m = self.pick(self.sizes), self.pick(self.sizes)
        g = self.graph(1)
        left, right = self.pick([
            (call("johnson", n, num(2)), call("line_graph", call("complete", n))),
            (call("kneser", n, num(2)), call("complement", call("johnson", n, num(2)))),
            (call("johnson", n, num(1)), call("complete", n)),
            (call("rook", m, n), call("line_graph", call("complete_bipartite", m, n))),
            (call("rook", m, n), call("hamming", num(2), n)),
            (call("complete_multipartite", num(2), n), call("complete_bipartite", n, n)),
            (call("cycle", n), call("path", n)), (call("petersen"), call("kneser", n, num(2))),
            (call("complement", call("complement", g)), g), (g, self.graph(1)),
            (call("star", n), call("complete_bipartite", num(1), n)),
        ])
        return ("relation", left, self.pick(["=", "=", "!="]), right)

    def regular(self):
        n = self.pick(self.sizes)
        g, values = self.pick([
            (call("johnson", n, num(2)),
             [call("binomial", n, num(2)), times(num(2), minus(n, num(2))), minus(n, num(2)), num(4)]),
            (call("rook", n, n),
             [times(n, n), times(num(2), minus(n, num(1))), minus(n, num(2)), num(2)]),
            (call("cocktail_party", n),
             [times(num(2), n)] + [times(num(2), minus(n, num(k))) for k in (1, 2, 1)]),
            (call("petersen"), [num(10), num(3), num(0), num(1)]),
            (call("paley", num(13)), [num(13), num(6), num(2), num(3)]),
            (self.graph(1), [num(Fraction(k)) for k in (5, 2, 0, 1)]),
        ])
        if self.chance(0.5):
            g = call("adjacency", g)
        if self.chance(0.4):
            i = self.random.randrange(4)
            values[i] = self.f.slightly_wrong(values[i])
        return ("regular", g, tuple(values))
