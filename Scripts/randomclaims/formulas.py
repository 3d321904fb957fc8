"""Random formulas, and random rewritings of them that keep the value."""

from fractions import Fraction

from .claims import (
    BOUND, binary, call, is_graph, is_matrix, minus, name, num, over, parts, plus, product_of, times)
from .matrices import Matrix
from .roots import Roots, terms_of


def literal(x):
    """A formula for a value."""
    if isinstance(x, Matrix):
        return ("matrix", tuple(tuple(literal(y) for y in row) for row in x.entries))
    if not isinstance(x, Roots):
        return num(x)
    parts = [
        num(c) if d == 1 else times(num(c), call("sqrt", num(d)))
        for d, c in sorted(terms_of(x).items())]
    result = parts[0]
    for part in parts[1:]:
        result = plus(result, part)
    return result


class Formulas:
    """Formulas of numbers and matrices; sizes are formulas too, and equal when they are the same tree."""

    def __init__(self, random, symbols=(), sizes=(), graphs=(), light=()):
        self.random = random
        # Sizes for what takes the third power of them, many values of r after each other.
        self.light = list(light or sizes)
        # Numbers by name; sizes of matrices; pairs of vertices and edges of complete graphs.
        self.symbols, self.sizes, self.graphs = list(symbols), list(sizes), list(graphs)
        self.variables = 0

    def chance(self, p):
        return self.random.random() < p

    def pick(self, items):
        return self.random.choice(items)

    def small(self):
        """Mostly a small integer."""
        top = self.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 10, 12])
        return num(Fraction(top, self.pick([1, 1, 1, 1, 2, 3, 5])))

    def size(self):
        # A size of the wrong kind, or one that was not planned, now and then.
        if self.chance(0.02):
            return self.number(1)
        return self.pick(self.sizes)

    # Numbers

    def number(self, depth):
        if depth <= 0 or self.chance(0.1):
            return name(self.pick(self.symbols)) if self.symbols and self.chance(0.6) else self.small()
        kind = self.random.randrange(24)
        a = self.number(depth - 1)
        if kind >= 20:
            return self.extreme(a, depth)
        if kind < 7:
            return binary(self.pick("++-**"), a, self.number(depth - 1))
        if kind < 9:
            return over(a, self.pick([self.small(), plus(times(a, a), num(1)), self.number(depth - 1)]))
        if kind == 9:
            exponent = self.pick([2, 2, 3, 0, 1, -1, 5])
            return binary("^", a, num(exponent))
        if kind == 10:
            return ("negated", a)
        if kind == 11:
            n = self.pick(self.sizes + [self.small()])
            return call("binomial", n, self.pick([num(2), num(1), num(0), num(3), self.number(1)]))
        if kind == 12:
            return call("sqrt", self.pick([num(2), num(3), num(8), num(Fraction(9, 4)), times(a, a), a]))
        if kind == 13:
            return self.accumulated()
        if kind == 14:
            return call("triangular_root", self.pick(self.sizes + [num(7), a]))
        return self.number_of_matrix(depth - 1)

    def extreme(self, a, depth):
        kind = self.random.randrange(5)
        if kind == 0:
            return call("abs", a)
        if kind == 1:
            top = self.pick([*self.sizes, num(self.random.randrange(-9, 10)), a])
            return call("mod", top, self.pick([num(1), num(2), num(5), self.small(), name(self.symbols[0])])
                        if self.symbols else self.pick([num(1), num(3), self.small()]))
        others = [self.number(depth - 1) for _ in range(self.random.randrange(3))]
        return call(self.pick(["max", "min"]), a, *others)

    def accumulated(self):
        self.variables += 1
        k = f"k{self.variables}"
        low = num(self.random.randrange(-1, 3))
        high = self.pick(self.sizes + [num(self.random.randrange(0, 6))])
        term = self.pick([
            name(k), times(name(k), name(k)), call("binomial", high, name(k)), self.small(),
            over(num(1), times(name(k), plus(name(k), num(1))))])
        return call(self.pick(["sum", "sum", "product"]), name(k), low, high, term)

    def number_of_matrix(self, depth):
        function = self.pick([
            "trace", "trace", "rank", "norm2", "norm2", "rows", "columns", "entry", "entry",
            "least_norm", "min_ridge", "nuclear_norm", "min_factorisation", "determinant",
            "determinant", "spanning_trees"])
        m, n = self.size(), self.size()
        if function in ("rank", "least_norm", "min_ridge", "nuclear_norm", "min_factorisation",
                        "determinant", "spanning_trees"):
            m, n = self.pick(self.light), self.pick(self.light)
        if function in ("trace", "rank", "norm2", "rows", "columns"):
            return call(function, self.matrix(m, m if function == "trace" else n, depth))
        if function == "determinant":
            return call(function, self.matrix(m, m, min(depth, 2)))
        if function == "spanning_trees":
            complete = minus(call("J", m), call("I", m))
            return call(function, self.pick([complete, complete, self.matrix(m, m, 0)]))
        if function == "entry":
            index = [num(1), num(1), num(2), num(3), num(0), m, n]
            return call("entry", self.matrix(m, n, depth), self.pick(index), self.pick(index))
        if function == "least_norm":
            x = self.matrix(m, n, depth - 1)
            if self.chance(0.2):
                return call("least_norm", x, self.matrix(m, n, 0))
            return call("least_norm", x, times(self.matrix(self.pick(self.light), m, 0), x))
        matrix = self.matrix(m, n, min(depth, 1))
        if function == "min_ridge":
            return call("min_ridge", matrix, self.pick([num(1), num(Fraction(1, 2)), self.small()]))
        if function == "nuclear_norm":
            return call("nuclear_norm", matrix)
        return call("min_factorisation", matrix, self.pick([num(1), num(4)]), num(1))

    # Matrices

    def matrix(self, rows, columns, depth):
        if self.chance(0.01):
            rows = self.size()
        if depth <= 0 or self.chance(0.15):
            return self.leaf(rows, columns)
        square = rows == columns
        kind = self.random.randrange(20)
        if kind >= 16:
            return self.built(rows, columns, depth)
        if kind < 3:
            return binary(
                self.pick("+-"), self.matrix(rows, columns, depth - 1),
                self.matrix(rows, columns, depth - 1))
        if kind < 5:
            factor = self.number(1)
            m = self.matrix(rows, columns, depth - 1)
            return self.pick([times(factor, m), times(m, factor), over(m, self.small())])
        if kind < 8:
            inner = self.size()
            return times(
                self.matrix(rows, inner, depth - 1), self.matrix(inner, columns, depth - 1))
        if kind == 8:
            return ("transposed", self.matrix(columns, rows, depth - 1))
        if kind == 9:
            return call("relu", self.matrix(rows, columns, depth - 1))
        if kind == 10:
            return call("unit_rows", self.matrix(rows, columns, depth - 1))
        if kind == 11 and rows[0] == "binary" and rows[1] == "+":
            return call(
                "stack", self.matrix(rows[2], columns, depth - 1),
                self.matrix(rows[3], columns, depth - 1))
        if kind == 11 and square:
            return call("gram", self.matrix(self.size(), rows, depth - 1))
        if kind == 12 and square:
            exponent = self.random.choice([0, 1, 2, 2, 3, -1, -2])
            return binary("^", self.matrix(rows, rows, depth - 1), num(exponent))
        if kind == 13 and square:
            return call("inverse", plus(
                times(num(self.random.randrange(1, 9)), call("I", rows)),
                self.matrix(rows, rows, depth - 1)))
        if kind >= 14 and not {rows, columns} <= set(self.light):
            return self.leaf(rows, columns)
        if kind == 14:
            return call("pseudo_inverse", self.matrix(columns, rows, depth - 1))
        if kind == 15 and depth > 1:
            return call("ridge_minimiser", self.matrix(columns, rows, 0), num(Fraction(1, 3)))
        return self.leaf(rows, columns)

    def built(self, rows, columns, depth):
        """A matrix put together entry by entry, block by block, or term by term."""
        kind = self.random.randrange(6)
        self.variables += 1
        i, j = name(f"i{self.variables}"), name(f"j{self.variables}")
        if kind == 0:
            entry = self.pick([
                plus(i, j), times(i, j), call("mod", plus(i, j), num(self.random.randrange(1, 4))),
                call("max", num(0), minus(num(1), call("abs", minus(i, j)))), minus(i, j), over(i, j)])
            return call("matrix", i, j, rows, columns, entry)
        if kind == 1:
            return call("hadamard", self.matrix(rows, columns, depth - 1),
                        self.matrix(rows, columns, depth - 1))
        if kind == 2 and rows == columns:
            vector = self.matrix(*self.pick([(rows, num(1)), (num(1), rows)]), depth - 1)
            return call("diagonal", vector)
        if kind == 3:
            return call("sum", i, num(1), num(self.random.randrange(0, 4)),
                        times(i, self.matrix(rows, columns, depth - 1)))
        if kind == 4 and {rows[0], columns[0]} == {"number"} and rows[1] > 1 and columns[1] > 1:
            top, left = num(1), num(self.random.randrange(1, int(columns[1])))
            bottom, right = minus_number(rows, top), minus_number(columns, left)
            corner = self.pick([self.small(), self.matrix(top, left, 0)]) if left == num(1) else \
                self.matrix(top, left, 0)
            return ("matrix", (
                (corner, self.matrix(top, right, depth - 1)),
                (self.matrix(bottom, left, 0), self.matrix(bottom, right, 0))))
        if kind == 5 and columns == num(1):
            return call("diagonal_of", self.matrix(rows, rows, depth - 1))
        return self.leaf(rows, columns)

    def symmetric(self, n, depth=0):
        """A matrix of n rows that is its own transpose, mostly."""
        m = self.matrix(n, n, depth)
        return self.pick([
            plus(m, ("transposed", m)), plus(m, ("transposed", m)), call("gram", m),
            minus(call("J", n), call("I", n)), m])

    def leaf(self, rows, columns):
        options = [call("J", rows, columns)]
        if (rows, columns) == (num(6), num(4)):
            options += [call("inclusion", num(4), num(2), num(3)), call("inclusion", num(4), num(2), num(1))]
        if rows == columns:
            options += [call("I", rows), call("I", rows), call("J", rows)]
        for vertices, edges in self.graphs:
            if (rows, columns) == (vertices, edges):
                options += [call("B", vertices), call("T", vertices)] * 2
            if (rows, columns) == (edges, vertices):
                options += [call("A1", vertices)] * 3 + [("transposed", call("B", vertices))]
            if rows == columns == edges:
                options += [call("G", vertices)] * 3
        shape = [x[1] for x in (rows, columns) if x[0] == "number"]
        if len(shape) == 2 and all(x.denominator == 1 and 1 <= x <= 6 for x in shape):
            options += [self.entries(*shape)] * 3
        return self.pick(options)

    def entries(self, rows, columns):
        low = self.pick([0, -1, -3])
        return ("matrix", tuple(
            tuple(num(self.random.randrange(low, 4)) for _ in range(int(columns)))
            for _ in range(int(rows))))

    # Rewritings

    def rewritten(self, e, steps):
        for _ in range(steps):
            e = self.somewhere(e)
        return e

    def somewhere(self, e):
        """Applies a law at a random place; most places are the top of something small."""
        children = [i for i, part in enumerate(e) if isinstance(part, tuple) and i > 0 and part]
        if e[0] in ("binary", "negated", "transposed") and children and self.chance(0.6):
            i = self.pick(children)
            return e[:i] + (self.somewhere(e[i]),) + e[i + 1:]
        if e[0] == "call" and e[2] and e[1] not in BOUND and e[1] != "quotient" and self.chance(0.5):
            arguments = list(e[2])
            i = self.random.randrange(len(arguments))
            arguments[i] = self.somewhere(arguments[i])
            return ("call", e[1], tuple(arguments))
        laws = self.laws(e)
        return self.pick(laws) if laws else e

    def laws(self, e):
        kind = e[0]
        if kind == "binary":
            return self.laws_of_binary(e[1], e[2], e[3])
        if kind == "negated":
            return [times(num(-1), e[1])]
        if kind == "transposed":
            return self.laws_of_transpose(e[1]) + [call("transpose", e[1])]
        if kind != "call" or not e[2]:
            return []
        function, arguments = e[1], e[2]
        m = arguments[0]
        laws = {
            "trace": lambda: [call("trace", ("transposed", m))] + (
                [call("trace", times(m[3], m[2]))] if is_product(m) else []),
            "norm2": lambda: [call("norm2", ("transposed", m)), call("trace", call("gram", m)),
                              call("trace", times(m, ("transposed", m)))],
            "rank": lambda: [call("rank", ("transposed", m)), call("rank", call("gram", m))],
            "rows": lambda: [call("columns", ("transposed", m))],
            "columns": lambda: [call("rows", ("transposed", m)), call("rank", call("I", e))],
            "gram": lambda: [times(("transposed", m), m)],
            "relu": lambda: [plus(m, call("relu", ("negated", m))),
                             call("relu", e), call("relu", times(num(1), m))],
            "binomial": lambda: [over(product_of([m, minus(m, num(1))]), num(2))]
            if arguments[1] == num(2) else [call("binomial", m, minus(m, arguments[1]))],
            "nuclear_norm": lambda: [call("nuclear_norm", ("transposed", m))],
            "inverse": lambda: [call("pseudo_inverse", m), times(e, times(m, e))],
            "pseudo_inverse": lambda: [times(e, times(m, e))],
            "abs": lambda: [call("sqrt", times(m, m)), call("max", m, ("negated", m))],
            "max": lambda: [("negated", call("min", *[("negated", x) for x in arguments])),
                            call("max", *arguments[::-1])],
            "min": lambda: [("negated", call("max", *[("negated", x) for x in arguments])),
                            call("min", *arguments[::-1])],
            "hadamard": lambda: [call("hadamard", arguments[1], m)],
            "determinant": lambda: [call("determinant", ("transposed", m))] + (
                [call("determinant", times(m[3], m[2]))] if is_product(m) else []),
            "diagonal": lambda: [("transposed", e)],
            "diagonal_of": lambda: [call("diagonal_of", ("transposed", m))],
            "I": lambda: [call("gram", e), binary("^", call("J", m), num(0))],
            "J": lambda: [("transposed", call("J", m))] if len(arguments) == 1 else
            [("transposed", call("J", arguments[1], m)),
             times(call("J", m, num(1)), call("J", num(1), arguments[1]))],
            "G": lambda: [minus(call("gram", call("B", m)),
                                times(num(2), call("I", call("rows", e))))],
            "T": lambda: [call("unit_rows", call("B", m)),
                          over(call("B", m), call("sqrt", minus(m, num(1))))],
            "A1": lambda: [call("patterns", m, num(2)),
                           minus(call("J", call("columns", call("B", m)), m),
                                 times(num(2), ("transposed", call("B", m))))],
        }.get(function)
        return laws() if laws else []

    def laws_of_binary(self, symbol, a, b):
        if symbol == "+":
            return [plus(b, a), minus(a, ("negated", b))]
        if symbol == "-":
            return [plus(a, ("negated", b)), ("negated", minus(b, a))]
        if symbol == "*":
            laws = []
            if is_sum(b):
                laws.append(binary(b[1], times(a, b[2]), times(a, b[3])))
            if is_sum(a):
                laws.append(binary(a[1], times(a[2], b), times(a[3], b)))
            return laws + [("negated", times(a, ("negated", b)))]
        if symbol == "/":
            return [times(over(num(1), b), a), times(a, binary("^", b, num(-1)))]
        if b == num(2):
            return [times(a, a)]
        return []

    @staticmethod
    def laws_of_transpose(m):
        if is_product(m) and is_matrix(m[2]) and is_matrix(m[3]):
            return [times(("transposed", m[3]), ("transposed", m[2]))]
        if is_sum(m):
            return [binary(m[1], ("transposed", m[2]), ("transposed", m[3]))]
        return []

    def slightly_wrong(self, e):
        """Another constant, sign or operand somewhere; the value may be the same all the same."""
        if e[0] == "number":
            return num(e[1] + self.pick([1, -1, Fraction(1, 2)]))
        if e[0] == "binary":
            if self.chance(0.2) and e[1] in "+-":
                return binary("-" if e[1] == "+" else "+", e[2], e[3])
            i = self.pick([2, 3])
            return e[:i] + (self.slightly_wrong(e[i]),) + e[i + 1:]
        if e[0] in ("negated", "transposed"):
            return (e[0], self.slightly_wrong(e[1])) if self.chance(0.8) else e[1]
        if e[0] == "matrix":
            rows = [list(row) for row in e[1]]
            i, j = self.random.randrange(len(rows)), self.random.randrange(len(rows[0]))
            rows[i][j] = self.slightly_wrong(rows[i][j])
            return ("matrix", tuple(map(tuple, rows)))
        if e[0] == "call" and e[2] and e[1] not in BOUND and \
                e[1] not in ("I", "J", "B", "T", "G", "A1", "quotient", "inclusion"):
            arguments = list(e[2])
            i = self.random.randrange(len(arguments))
            arguments[i] = self.slightly_wrong(arguments[i])
            return ("call", e[1], tuple(arguments))
        return call("complement", e) if is_graph(e) else times(num(2), e)


def is_product(e):
    return e[0] == "binary" and e[1] == "*"


def is_sum(e):
    return e[0] == "binary" and e[1] in "+-"


def size(e):
    """How many numbers and names a formula has."""
    if e[0] in ("number", "name"):
        return 1
    return sum(size(inner) for inner, _ in parts(e)) + 1


def minus_number(a, b):
    return num(a[1] - b[1])
